/* metonym.c - places that stand for who governs from them.
 *
 * The link stays with the place; the intended referent is named beside it.
 * What a place does decides: it speaks, agrees, is talked with; what happens in
 * it, or moves to it, happens in the city.
 */
#include "core/str.h"
#include "link/linker.h"

#include <stdio.h>

/* Nouns that states have with each other, and that a capital can own. */
static bool
is_diplomatic(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(
      doc, i,
      "accord agreement alliance ally allies authorities concerns "
      "conflict contacts cooperation deal decision demand demands "
      "dialogue dispute efforts envoy foreign government interests "
      "invasion involvement leadership move negotiations offer plan plans "
      "policy position pressure proposal refusal rejection relations "
      "relationship request response role sanctions stance support talks "
      "tensions threat threats ties treaty troops war willingness");
}

/* "rejected", "made": a verb's past participle, as far as its end tells. */
static bool
is_participle(const ng_doc *doc, uint32_t i)
{
  ng_str w = ng_word_text(doc, i);
  return (w.len > 3 && memcmp(w.at + w.len - 2, "ed", 2) == 0) ||
         ng_word_is(doc, i, "made") || ng_word_is(doc, i, "taken") ||
         ng_word_is(doc, i, "seen") || ng_word_is(doc, i, "given");
}

/* Words of a spot, for the rules. */
typedef struct {
  const ng_doc *doc;
  uint32_t first, last; /* its words */
  ng_word_class before, behind;
} place;

/* "between Pristina and Belgrade" */
static bool
is_between(const place *p)
{
  const ng_doc *doc = p->doc;
  if (p->first > 0 && p->before == NG_WORD_WITH &&
      ng_word_is(doc, p->first - 1, "between"))
    return p->behind == NG_WORD_AND;
  return p->before == NG_WORD_AND && p->first >= 3 &&
         (ng_word_is(doc, p->first - 3, "between") ||
          (p->first >= 4 && ng_word_is(doc, p->first - 4, "between")));
}

/* "Belgrade rejected", "Belgrade has also said", "Belgrade's demand" */
static bool
acts(const place *p)
{
  const ng_doc *doc = p->doc;
  if (p->behind == NG_WORD_SPEECH)
    return true;
  if (p->behind == NG_WORD_GENITIVE)
    return is_diplomatic(doc, p->last + 2);
  for (int by = 2; by <= 3 && p->behind == NG_WORD_BE; by++)
    if (ng_word_class_at(doc, p->last, by) == NG_WORD_SPEECH)
      return true;
  return false;
}

/* "rejected by Belgrade", "talks with Belgrade", "pressure on Belgrade" */
static bool
is_acted_on(const place *p)
{
  const ng_doc *doc = p->doc;
  if (p->first < 2)
    return false;
  if (p->before == NG_WORD_WITH && ng_word_is(doc, p->first - 1, "by"))
    return is_participle(doc, p->first - 2);
  if (p->before == NG_WORD_WITH || ng_word_is(doc, p->first - 1, "on"))
    return is_diplomatic(doc, p->first - 2);
  return false;
}

static bool
stands_for_government(const ng_doc *doc, const ng_spot *spot)
{
  place p = {doc, spot->word, spot->word + spot->n_words - 1, 0, 0};
  p.before = ng_word_class_at(doc, p.first, -1);
  p.behind = ng_word_class_at(doc, p.last, 1);
  ng_gap gap = ng_gap_after(doc, p.last);
  if (p.before == NG_WORD_PLACE || gap == NG_GAP_HYPHEN || gap == NG_GAP_COMMA)
    return is_between(&p);
  return is_between(&p) || acts(&p) || is_acted_on(&p);
}

/* --- seats of government -------------------------------------------------- */

/* The state that `city` is the capital of, the best known one, or NG_NO_REF:
 * capitals have been those of other states before. */
static ng_ref
state_of(const ng_context *context, ng_ref city)
{
  enum { CAP = 300 };
  ng_kb_relation room[CAP];
  const ng_kb *kb = context->bases.at[city.base];
  size_t n = ng_kb_relations(kb, city.index, room, CAP);
  ng_ref best = NG_NO_REF;
  uint32_t most = 0;
  for (size_t i = 0; i < n && i < CAP; i++) {
    ng_entity e = ng_kb_entity(kb, room[i].entity);
    if (room[i].rel == NG_REL_CAPITAL && room[i].inverse &&
        e.type == NG_COUNTRY && e.popularity >= most) {
      best = (ng_ref){room[i].entity, city.base};
      most = e.popularity;
    }
  }
  return best;
}

/* "Government of Serbia", for bases that do not say where it sits; NG_NO_REF if
 * the base has none of the name. */
static ng_ref
government_of(ng_linker *l, ng_ref state)
{
  static const char *const START[] = {"Government of ", "Government of the "};
  enum { ROOM = 160 };
  const ng_kb *kb = l->context->bases.at[state.base];
  ng_str label = ng_kb_entity(kb, state.index).label;
  for (size_t i = 0; i < sizeof START / sizeof *START; i++) {
    char room[ROOM + NG_WORD_PAD] = {0};
    ng_words words = {0};
    int n = snprintf(room, ROOM, "%s%.*s", START[i], NG_ARG(label));
    if (n < 0 || n >= ROOM ||
        !ng_words_find(&l->doc->arena, (ng_str){room, (size_t)n},
                       (ng_span){0, (uint32_t)n}, &words) ||
        words.n == 0 || words.n > NG_NAME_WORDS)
      return NG_NO_REF;
    size_t k;
    const ng_candidate *c =
        ng_kb_candidates(kb, ng_words_key(words.at, words.n), &k);
    if (k && (c->kinds & NG_NAME_LABEL) &&
        ng_kb_entity(kb, c->entity).type == NG_GOVERNMENT)
      return (ng_ref){c->entity, state.base};
  }
  return NG_NO_REF;
}

/* Whom the place stands for. */
static ng_ref
who_sits_in(ng_linker *l, const ng_doc_entity *city)
{
  ng_ref seat =
      ng_bases_related(&l->context->bases, city->ref, NG_REL_SEAT_OF, false);
  if (!ng_ref_none(seat) || city->type != NG_CITY)
    return seat;
  ng_ref state = state_of(l->context, city->ref);
  return ng_ref_none(state) ? state : government_of(l, state);
}

bool
ng_linker_metonyms(ng_linker *l)
{
  ng_doc *doc = l->doc;
  uint32_t n = doc->mentions.n;
  for (uint32_t i = 0; i < n; i++) {
    ng_mention *m = &doc->mentions.at[i];
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    if (m->kind != NG_KIND_NAME || m->spot == NG_NONE ||
        (e->type != NG_CITY && e->type != NG_BUILDING && e->type != NG_PLACE))
      continue;
    if (!stands_for_government(doc, &doc->spots.at[m->spot]))
      continue;
    ng_ref seat = who_sits_in(l, e);
    if (ng_ref_none(seat))
      continue;
    m->kind = NG_KIND_METONYM;
    m->denotes = ng_doc_add_entity(l->context, doc, seat, m->span);
    if (m->denotes == NG_NONE)
      return false;
  }
  return true;
}
