/* branch.h - the parse of all sentences, seen from above: what depends on a
 * word, and how far its branch reaches.
 */
#ifndef NG_BRANCH_H
#define NG_BRANCH_H

#include "core/marks.h"
#include "core/str.h"
#include "doc.h"
#include "text/ud.h"

/* Indices are of doc->units. Branches are contiguous: no arcs cross. */
typedef struct ng_branches {
  const ng_doc *doc;
  uint32_t *first, *next; /* children in text order; NG_NONE ends */
  uint32_t *left, *right; /* first and last unit of the branch */
  uint32_t *sentence;     /* index of its sentence */
  uint32_t *mention;      /* the name or demonym it is, or starts, or NG_NONE */
  uint64_t *below;        /* relations of the children: a bit each, and one for
                             that which it is a subtype of */
  ng_marks *marks;        /* of lemma and form */
  /* The quotations, since a stage asked: see speech/quote.h; or NULL. */
  const struct ng_quote_list *quotes;
} ng_branches;

/* Fill `b` from the document, in its arena, or as it was filled since the
 * document was parsed; false if the arena is spent. */
bool ng_branches_make(ng_branches *b, ng_doc *doc);

/* Walk the words that depend on `unit`:
 *   for (uint32_t c = b->first[unit]; c != NG_NONE; c = b->next[c]) */

/* No word of a language has more: further ones are not looked at, so that a
 * word with 100,000 others hanging on it costs no more than others. */
enum { NG_CHILDREN = 200 };

/* Longer sentences are lists and noise. */
enum { NG_LONG_SENTENCE = 1000 };

/* Is there a sentence to look at? An article that is one sentence of 100,000
 * words has no memory left for more than its parse. */
bool ng_is_readable(const ng_doc *doc);

_Static_assert(NG_N_RELATIONS <= 64, "a relation is a bit of 64");

/* The same where there may be one. */
uint32_t ng_branch_find(const ng_branches *b, uint32_t unit, ng_relation label);

/* The first word that depends on `unit` by `label`, or NG_NONE. */
static inline uint32_t
ng_branch_child(const ng_branches *b, uint32_t unit, ng_relation label)
{
  return b->below[unit] >> label & 1 ? ng_branch_find(b, unit, label) : NG_NONE;
}

enum { NG_LONGEST_WORD = 29 }; /* bytes, of what is looked for in lists */

/* Is `word` one of the words of `list`, which are between spaces, as are its
 * ends: " say tell "? */
static inline __attribute__((always_inline)) bool
ng_listed(ng_str word, const char *list)
{
  return word.len <= NG_LONGEST_WORD && ng_str_listed(word, list);
}

/* The same where it may be. */
bool ng_in_list(ng_str word, ng_str list);

static inline ng_str
ng_branch_text(const ng_doc *doc, uint32_t unit)
{
  ng_span span = doc->units.at[unit].span;
  return (ng_str){doc->text.at + span.begin, span.end - span.begin};
}

/* Is the lemma of `unit` in `list`, or its form?  The branches are made. */
static inline __attribute__((always_inline)) bool
ng_unit_in(const ng_doc *doc, uint32_t unit, const char *list)
{
  ng_mark mark = doc->branches->marks[unit].lemma;
  return ng_list_may_have(list, mark, mark) &&
         ng_in_list(doc->units.at[unit].lemma, (ng_str){list, strlen(list)});
}

static inline __attribute__((always_inline)) bool
ng_form_in(const ng_doc *doc, uint32_t unit, const char *list)
{
  ng_mark mark = doc->branches->marks[unit].form;
  return ng_list_may_have(list, mark, mark) &&
         ng_in_list(ng_branch_text(doc, unit), (ng_str){list, strlen(list)});
}

/* Is the mention an office or an occupation that a base has, "Prime Minister"?
 * Its words mean who holds it, as any noun does. */
static inline bool
ng_mention_is_office(const ng_doc *doc, uint32_t mention)
{
  ng_type type = doc->entities.at[doc->mentions.at[mention].entity].type;
  return type == NG_OFFICE || type == NG_OCCUPATION;
}

/* Is `unit` a noun with a capital that bodies with names of their own end with:
 * "the United States Commission on Debates"? */
bool ng_is_body_name(const ng_doc *doc, uint32_t unit);

static inline bool
ng_unit_is_verb(const ng_doc *doc, uint32_t unit)
{
  return doc->units.at[unit].upos == NG_VERB;
}

static inline bool
ng_unit_is_nominal(const ng_doc *doc, uint32_t unit)
{
  uint8_t upos = doc->units.at[unit].upos;
  return upos == NG_NOUN || upos == NG_PROPN || upos == NG_PRON;
}

#endif /* NG_BRANCH_H */
