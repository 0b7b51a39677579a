/* conllu.h - sentences of a treebank in CoNLL-U, from memory.
 *
 * https://universaldependencies.org/format.html.  Multi-word tokens and empty
 * nodes are passed over; a sentence that is malformed is reported and can be
 * passed over too.
 */
#ifndef NG_CONLLU_H
#define NG_CONLLU_H

#include "core/str.h"
#include "core/vec.h"
#include "text/ud.h"

/* One word; strings borrow from the file, or from the arena if merged. */
typedef struct {
  ng_str form, lemma, misc;
  uint32_t head; /* index in the sentence; its number of words: the root */
  uint8_t upos;  /* NG_N_UPOS if "_" */
  uint8_t xpos;  /* ng_xpos; NG_XPOS_NONE if "_" or unknown */
  uint8_t label; /* NG_N_RELATIONS if "_" */
  uint8_t kind;  /* ng_unit_kind, 0: a plain word */
} ng_tree_word;

typedef NG_VEC(ng_tree_word) ng_tree_words;

typedef struct {
  ng_str block; /* its lines, with comments, without the empty line */
  ng_tree_words words;
  uint64_t line; /* its first line in the file, from 1 */
} ng_tree;

typedef struct {
  ng_str file;
  size_t at;
  uint64_t line;   /* of the line at `at`, from 1 */
  bool words_only; /* columns 3 and on may hold anything: to be annotated */
} ng_conllu;

/* Read the next sentence into `tree`, whose words go to `arena`.  NG_END after
 * the last.  NG_ERR_SYNTAX (ng_error.offset is then a line number) leaves the
 * reader after the sentence at fault. */
ng_status ng_conllu_next(ng_conllu *in, ng_arena *arena, ng_tree *tree,
                         ng_error *err);

/* Column `k` of a line, from 0; empty if there are fewer. */
ng_str ng_conllu_column(ng_str line, unsigned k);

/* The first line of `rest`, without its end, taken off it.  False if `rest` is
 * empty. */
bool ng_conllu_line(ng_str *rest, ng_str *line);

/* Is it the line of a word: not a comment, a multi-word token, an empty node?
 */
bool ng_conllu_is_word(ng_str line);

#endif /* NG_CONLLU_H */
