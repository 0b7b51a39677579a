/* parse.h - dependency trees: a greedy arc-hybrid parser in two stages.
 *
 * A state is a stack and a buffer that ends in the root.  Shift moves the next
 * word to the stack; left makes the top of the stack a child of the next word,
 * right one of the word below it; both take it off.  One small table decides
 * the action, one wide table the label of each arc.  Kuhlmann, Gómez-Rodríguez
 * and Satta, ACL 2011; Goldberg and Nivre, TACL 2013; features after Zhang and
 * Nivre, ACL 2011.
 *
 * Every sentence gets one tree with one root, in time and memory linear in its
 * words: n shifts and n arcs.
 */
#ifndef NG_PARSE_H
#define NG_PARSE_H

#include "core/arena.h"
#include "text/model.h"
#include "text/template.h"

typedef enum { NG_SHIFT, NG_LEFT, NG_RIGHT, NG_N_ACTIONS } ng_action;

enum { NG_LEFTWARD, NG_RIGHTWARD };

/* What the parser knows of a word: word n of n is the root. */
typedef struct {
  uint32_t word, suffix; /* hashes, see ng_form */
  uint16_t cluster, six; /* see ng_form; its first six steps */
  uint8_t tag;           /* the tagger's, + 2; 1: the root; 0: no word */
  uint8_t label;         /* of its arc, + 1; 0: none yet */
  uint32_t head;         /* index, or NG_NO_WORD */
  uint32_t child[2][2];  /* leftward, rightward: its last and last but one; or
                          * ng_no_child() */
  uint64_t labels[2];    /* those of its children, as a set */
  uint8_t n[2];          /* how many there are, at most 7 */
} ng_node;

#define NG_NO_WORD UINT32_MAX

enum { NG_PARSE_ROWS = 128, NG_PARSE_ATOMS = 64 };

/* An action is first foretold by a hunch: few templates and a small table,
 * near at hand, that learnt what the parser decides.  Where that leads clearly
 * it is done. */
enum { NG_HUNCH_ROWS = 12 };

/* A decision is first weighed at a glance, by part of what speaks for it: so
 * many templates of actions, the last of which count twice, as they stand for
 * others that say much the same, and so many of labels.  Where one choice leads
 * clearly it is made; else the rest is asked for, too. */
enum { NG_GLANCE_TWICE = 24, NG_GLANCE_ACTION = 56, NG_GLANCE_LABEL = 24 };

/* What a parser waits for: the rows by which it decides. */
typedef enum {
  NG_ASKED_NOTHING,
  NG_ASKED_HUNCH,
  NG_ASKED_ACTION,
  NG_ASKED_ACTION_REST,
  NG_ASKED_LABEL,
  NG_ASKED_LABEL_REST
} ng_asked;

typedef struct {
  ng_node *nodes;  /* n + 1, and two that stand for words that are not there */
  uint32_t *stack; /* room for n; before them as many as are looked at */
  uint32_t n, n_stack, next;
  uint32_t room; /* words that fit */
  ng_asked asked;
  ng_action action; /* whose arc's label is asked for */
  uint32_t n_rows, rows[NG_PARSE_ROWS];
  uint64_t atoms[NG_PARSE_ATOMS]; /* that the rows are made of */
  int32_t hunch[2];               /* sums of the rows of an action's hunch, */
  int32_t pair[2];                /* of those of its glance, */
  int16_t sums[NG_WIDE];          /* and of those of a label's */
} ng_parser;

/* Make room for a sentence of `n` words in `arena`; false if it is spent. */
bool ng_parser_room(ng_parser *parser, uint32_t n, ng_arena *arena);

/* Start a sentence of words with these tags. */
void ng_parser_start(ng_parser *parser, const ng_form *forms,
                     const uint8_t *tags, uint32_t n);

static inline bool
ng_parser_done(const ng_parser *p)
{
  return p->next == p->n && p->n_stack == 0;
}

/* May it? There is always one that may until it is done.  The root is never
 * shifted, and gets its only child last. */
static inline bool
ng_parser_may(const ng_parser *p, ng_action action)
{
  switch (action) {
  case NG_SHIFT:
    return p->next < p->n;
  case NG_LEFT:
    return p->n_stack > 0 && (p->next < p->n || p->n_stack == 1);
  default:
    return p->n_stack > 1;
  }
}

/* The head and the dependent of the arc that `action`, no shift, would make. */
typedef struct {
  uint32_t head, dependent;
} ng_arc;
ng_arc ng_parser_arc(const ng_parser *parser, ng_action action);

/* Do it; `label` is that of the arc, an index of the model's. */
void ng_parser_do(ng_parser *parser, ng_action action, unsigned label);

/* What stands for a child that is not there: the node behind the root's is
 * that of nobody.  So none must be asked whether it is there, which nobody
 * could foretell. */
static inline uint32_t
ng_no_child(const ng_parser *p)
{
  return p->n + 1;
}

/* Any index: past the root, nobody. */
static inline const ng_node *
ng_node_at(const ng_parser *p, uint32_t i)
{
  return &p->nodes[i <= p->n ? i : ng_no_child(p)];
}

/* The last child of `node` (0) or the last but one (1) to a side, or nobody. */
static inline const ng_node *
ng_child(const ng_parser *p, const ng_node *node, int side, int back)
{
  return &p->nodes[node->child[side][back]];
}

/* The `k`th from the top of the stack, 0 to 2, or nobody. */
static inline const ng_node *
ng_stacked(const ng_parser *p, uint32_t k)
{
  const uint32_t *behind_top = p->stack + p->n_stack;
  return &p->nodes[*(behind_top - 1 - k)];
}

/* 1 to 5, 6 to 10, more. */
static inline unsigned
ng_distance(uint32_t a, uint32_t b)
{
  uint32_t d = a > b ? a - b : b - a;
  return d > 10 ? 10 : d > 5 ? 6 : d;
}

/* The rows that decide the next action, and an arc's label; how many. */
uint32_t ng_action_rows(const ng_parser *parser, unsigned bits,
                        uint32_t rows[NG_PARSE_ROWS]);
uint32_t ng_label_rows(const ng_parser *parser, ng_arc arc, unsigned bits,
                       uint32_t rows[NG_PARSE_ROWS]);

/* The rows of the next action's hunch, of the model's table, into parser->rows,
 * asked for from memory if there is such a table; and the atoms they are made
 * of, which ng_action_ask() takes over. */
void ng_hunch_ask(ng_parser *parser, const ng_model *model);

/* The first of them, for a glance, of the model's tables, into parser->rows,
 * asked for from memory; and the rest of them behind these. */
void ng_action_ask(ng_parser *parser, const ng_model *model);
void ng_action_ask_rest(ng_parser *parser, const ng_model *model);
void ng_label_ask(ng_parser *parser, const ng_model *model, ng_arc arc);
void ng_label_ask_rest(ng_parser *parser, const ng_model *model, ng_arc arc);

/* What is done next, and the label of an arc: as the model's table of sure
 * decisions has it, or weighed, at a glance where that is clear.  A model
 * without that table is being trained: all is weighed. */
ng_action ng_choose_action(ng_parser *parser, const ng_model *model);
unsigned ng_choose_label(ng_parser *parser, const ng_model *model, ng_arc arc);

/* Go on with the sentence that was started up to a decision that must be
 * weighed, and ask for the weights, which are far away in memory: meanwhile
 * other sentences can go on.  False when it is parsed; heads and labels are
 * then in `nodes`. */
bool ng_parser_step(ng_parser *parser, const ng_model *model);

/* All steps. */
void ng_parser_run(ng_parser *parser, const ng_model *model);

#endif /* NG_PARSE_H */
