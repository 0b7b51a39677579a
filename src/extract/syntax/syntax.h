/* syntax.h - walks over the parse: who is below a word, and who does what to
 * whom whatever the construction.
 *
 * Reads doc->units as the parser left them; an ng_syntax is built once an
 * article and borrows from the document.  Lists are short and cut where they
 * are full: nobody has more than NG_MAX_UNITS arguments.
 */
#ifndef NG_SYNTAX_H
#define NG_SYNTAX_H

#include "core/str.h"
#include "doc.h"
#include "extract/syntax/branch.h"
#include "text/ud.h"

enum {
  NG_MAX_UNITS = 32,
  /* No news has longer sentences; lists and noise do. They are not read, so
   * that hostile text costs no more than its length. */
  NG_MAX_SENTENCE = 300
};

typedef struct {
  uint32_t at[NG_MAX_UNITS]; /* indices into doc->units */
  uint32_t n;
} ng_units;

typedef struct ng_syntax {
  const ng_doc *doc;
  const uint32_t *child; /* the first that hangs on each unit, or NG_NONE */
  const uint32_t *next;  /* the next that hangs on the same, in text order */
  const uint64_t *below; /* see ng_branches, which these are of */
  const ng_marks *marks;
  uint32_t *mention; /* the mention each is or ends with, or NG_NONE */
  /* What events and claims read of the words but once: events/keys.c. */
  uint8_t *preposition;
  const struct ng_keyset *keys;
  const struct ng_starts *starts;
} ng_syntax;

/* Build it in the document's arena, or take it as it was built since the
 * document was parsed; false if the arena is spent. */
bool ng_syntax_init(ng_syntax *s, ng_doc *doc);

/* for (uint32_t c = s->child[u]; c != NG_NONE; c = s->next[c]) */

/* Begin a list. What is behind its end is not set: that takes longer than most
 * lists do. */
static inline void
ng_units_clear(ng_units *list)
{
  list->n = 0;
}

/* Add a unit that is not yet there, if there is room. */
void ng_units_add(ng_units *list, uint32_t unit);
bool ng_units_have(const ng_units *list, uint32_t unit);

static inline const ng_unit *
ng_unit_at(const ng_syntax *s, uint32_t unit)
{
  return &s->doc->units.at[unit];
}

/* The relation of a unit without its subtype; NG_N_RELATIONS: none. */
static inline ng_relation
ng_unit_relation(const ng_syntax *s, uint32_t unit)
{
  uint8_t label = ng_unit_at(s, unit)->label;
  return label < NG_N_RELATIONS ? ng_relation_base(label) : NG_N_RELATIONS;
}

static inline ng_str
ng_unit_text(const ng_syntax *s, uint32_t unit)
{
  ng_span span = ng_unit_at(s, unit)->span;
  return (ng_str){s->doc->text.at + span.begin, span.end - span.begin};
}

/* Is the lemma, or the form in lower case, in the list ("may might")? */
bool ng_unit_among(const ng_syntax *s, uint32_t unit, ng_str list);

static inline __attribute__((always_inline)) bool
ng_unit_is(const ng_syntax *s, uint32_t unit, const char *words)
{
  return ng_list_may_have(words, s->marks[unit].lemma, s->marks[unit].form) &&
         ng_unit_among(s, unit, (ng_str){words, strlen(words)});
}

/* The two below where there may be one. */
uint32_t ng_child_find(const ng_syntax *s, uint32_t unit, ng_relation relation);
uint32_t ng_child_find_label(const ng_syntax *s, uint32_t unit,
                             ng_relation label);

/* Has the unit a child with that relation?  For a plain one, also if it is but
 * a subtype of it. */
static inline bool
ng_has_child(const ng_syntax *s, uint32_t unit, ng_relation relation)
{
  return s->below[unit] >> relation & 1;
}

/* Has it one with any of these, bits of relations (1 << NG_REL_...)?  Most have
 * not, and need not be walked. */
static inline bool
ng_has_children(const ng_syntax *s, uint32_t unit, uint64_t relations)
{
  return s->below[unit] & relations;
}

/* The first child with that relation (without subtype), or NG_NONE. */
static inline uint32_t
ng_child(const ng_syntax *s, uint32_t unit, ng_relation relation)
{
  return ng_has_child(s, unit, relation) ? ng_child_find(s, unit, relation)
                                         : NG_NONE;
}

/* The first child with that very relation, or NG_NONE. */
static inline uint32_t
ng_child_label(const ng_syntax *s, uint32_t unit, ng_relation label)
{
  return ng_has_child(s, unit, label) ? ng_child_find_label(s, unit, label)
                                      : NG_NONE;
}

/* A child with that very relation whose lemma or form is one of `words`, or
 * NG_NONE. */
static inline __attribute__((always_inline)) uint32_t
ng_child_word(const ng_syntax *s, uint32_t unit, ng_relation relation,
              const char *words)
{
  if (ng_has_child(s, unit, relation))
    for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
      if (ng_unit_at(s, c)->label == relation && ng_unit_is(s, c, words))
        return c;
  return NG_NONE;
}

/* "did not", "never": is it said of the verb? */
static inline bool
ng_is_denied(const ng_syntax *s, uint32_t verb)
{
  return ng_child_word(s, verb, NG_REL_ADVMOD, "not n't n’t never") != NG_NONE;
}

bool ng_is_verb(const ng_syntax *s, uint32_t unit); /* VERB or AUX */
bool ng_is_passive(const ng_syntax *s, uint32_t unit);

/* Is it passive without "was", as headlines are: "Minister criticised"? */
bool ng_is_passive_headline(const ng_syntax *s, uint32_t unit);

/* "Qatar mediated between the two", parsed as a name with a participle: where
 * the sentence has no other verb, that is its verb. */
bool ng_is_lost_root(const ng_syntax *s, uint32_t unit);

/* "measures such as freezing it", "including seizing it": is the verb an
 * instance of the noun that it hangs on? */
bool ng_is_instance(const ng_syntax *s, uint32_t verb);

/* "the first leader" to do so: has the noun such a word? */
bool ng_is_singled_out(const ng_syntax *s, uint32_t noun);

/* Is it the name of a person? */
bool ng_unit_is_person(const ng_syntax *s, uint32_t unit);

/* The type of what it names, or NG_ENTITY. */
ng_type ng_unit_type(const ng_syntax *s, uint32_t unit);

/* The title before a name, or NG_NONE. */
uint32_t ng_unit_title(const ng_syntax *s, uint32_t unit);

/* The word that introduces a phrase: "with" of "with Serbia", also where the
 * parser hangs it on a title, "with President X"; NG_NONE: bare. */
uint32_t ng_preposition(const ng_syntax *s, uint32_t unit);

/* "met with his counterpart NAME on the sidelines": parsers may hang the first
 * phrase on the noun of the second, `unit`.  Its noun, and *preposition the
 * word before; or NG_NONE. */
uint32_t ng_swallowed(const ng_syntax *s, uint32_t unit, uint32_t *preposition);

/* Is that word one of `words`? */
static inline __attribute__((always_inline)) bool
ng_is_behind(const ng_syntax *s, uint32_t unit, const char *words)
{
  uint32_t preposition = ng_preposition(s, unit);
  return preposition != NG_NONE && ng_unit_is(s, preposition, words);
}

/* "X but not Y", "X rather than Y": is `unit` the Y, joined and yet none? */
bool ng_is_left_out(const ng_syntax *s, uint32_t unit);

/* `unit` and what is joined to it by "and", "or" or commas. */
void ng_conjuncts(const ng_syntax *s, uint32_t unit, ng_units *out);

/* The first of the conjuncts that `unit` is one of: itself if it is none. */
uint32_t ng_first_conjunct(const ng_syntax *s, uint32_t unit);

/* Who does it, and to whom, of a verb: through passives, infinitives,
 * participles, relative clauses and conjuncts. Conjuncts of the arguments are
 * not added. */
void ng_deep_subjects(const ng_syntax *s, uint32_t verb, ng_units *out);
void ng_deep_objects(const ng_syntax *s, uint32_t verb, ng_units *out);

/* Is it "who", "which" or "that"?  What it means, as an argument of the verb;
 * NG_NONE if it is none. */
bool ng_is_relative(const ng_syntax *s, uint32_t unit);
uint32_t ng_relative_means(const ng_syntax *s, uint32_t verb, uint32_t unit);

/* "It was X that attacked", "it was not X": of X. */
bool ng_is_cleft(const ng_syntax *s, uint32_t noun);

/* "posted a message blaming Iran", "wrote to the watchdog accusing X": the verb
 * above whose subject does so, if `verb` is such a participle; or NG_NONE. */
uint32_t ng_uttering(const ng_syntax *s, uint32_t verb);

/* Whom the verb blames, punishes or thanks for what they did: "condemned Russia
 * for", "imposed sanctions on Russia over"; nobody of other verbs. */
void ng_requited(const ng_syntax *s, uint32_t verb, ng_units *out);

/* The subjects with their conjuncts. */
void ng_all_subjects(const ng_syntax *s, uint32_t verb, ng_units *out);

/* The clause that `unit` is the predicate or an argument of: its verb, noun
 * or adjective with a subject; at worst the root. */
uint32_t ng_clause(const ng_syntax *s, uint32_t unit);

/* From the first to the last byte of all that hangs on `unit`, punctuation at
 * either end left out. */
ng_span ng_subtree(const ng_syntax *s, uint32_t unit);

/* Is `unit` `above` or below it? */
bool ng_is_below(const ng_syntax *s, uint32_t unit, uint32_t above);

/* The sentence of a unit: index into doc->sentences; behind the last unit, the
 * last. */
uint32_t ng_unit_sentence(const ng_doc *doc, uint32_t unit);

#endif /* NG_SYNTAX_H */
