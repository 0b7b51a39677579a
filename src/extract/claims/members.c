/* members.c - whose members are named beside "other members" of it. */
#include "extract/claims/claims.h"
#include "extract/refer/actor.h"

static const ng_doc_entity *
entity_at(const ng_matcher *m, uint32_t unit)
{
  uint32_t mention = m->syntax.mention[unit];
  return mention == NG_NONE
             ? NULL
             : &m->doc->entities.at[m->doc->mentions.at[mention].entity];
}

/* "Croatia, Cyprus and other EU members", "Spain and the rest of the EU": the
 * body that `noun` says they are of; or NULL. */
static const ng_doc_entity *
body_of_others(const ng_matcher *m, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  bool rest = ng_unit_is(s, noun, "rest");
  if (!rest && (!ng_unit_is(s, noun, "member state country nation") ||
                ng_child_word(s, noun, NG_REL_AMOD, "other fellow") == NG_NONE))
    return NULL;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    ng_relation label = ng_unit_relation(s, c);
    bool of = label == NG_REL_NMOD && c > noun && ng_is_behind(s, c, "of");
    const ng_doc_entity *e = entity_at(m, c);
    const ng_reference *ref = ng_reference_at(m->doc, c);
    if (!e && ref && ref->n == 1)
      e = &m->doc->entities.at[m->doc->members.at[ref->member]];
    if (e && e->type == NG_INTERNATIONAL && !ng_ref_none(e->ref) &&
        (of || (!rest && c < noun &&
                (label == NG_REL_COMPOUND || label == NG_REL_NMOD))))
      return e;
  }
  return NULL;
}

static bool
read_others(ng_matcher *m, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  const ng_doc_entity *body =
      ng_unit_relation(s, noun) == NG_REL_CONJ ? body_of_others(m, noun) : NULL;
  if (!body)
    return true;
  ng_units all;
  ng_units_clear(&all);
  ng_conjuncts(s, ng_first_conjunct(s, noun), &all);
  for (uint32_t i = 0; i < all.n; i++) {
    const ng_doc_entity *e = entity_at(m, all.at[i]);
    if (all.at[i] >= noun || !e || e->type != NG_COUNTRY || e == body)
      continue;
    ng_finding f = {.predicate = NG_PREDICATE_memberOf,
                    .subject = (uint32_t)(e - m->doc->entities.at),
                    .object = (uint32_t)(body - m->doc->entities.at),
                    .unit = noun,
                    .evidence = ng_span_between(s, all.at[i], noun)};
    if (!ng_claim_add(m, &f))
      return false;
  }
  return true;
}

/* "the EU member", of a state named before. */
static bool
read_reference(ng_matcher *m, const ng_reference *ref)
{
  const ng_syntax *s = &m->syntax;
  if (ref->n != 1 || ng_unit_at(s, ref->unit)->xpos == NG_XPOS_NNS ||
      !ng_unit_is(s, ref->unit, "member country nation state") ||
      m->doc->entities.at[m->doc->members.at[ref->member]].type != NG_COUNTRY)
    return true;
  for (uint32_t c = s->child[ref->unit]; c != NG_NONE; c = s->next[c]) {
    const ng_doc_entity *body = entity_at(m, c);
    if (c > ref->unit || !body || body->type != NG_INTERNATIONAL)
      continue;
    ng_finding f = {.predicate = NG_PREDICATE_memberOf,
                    .subject = m->doc->members.at[ref->member],
                    .object = (uint32_t)(body - m->doc->entities.at),
                    .unit = ref->unit,
                    .evidence = ng_span_between(s, c, ref->unit)};
    return ng_claim_add(m, &f);
  }
  return true;
}

bool
ng_claims_of_others(ng_matcher *m)
{
  for (uint32_t i = 0; i < m->doc->references.n; i++)
    if (!read_reference(m, &m->doc->references.at[i]))
      return false;
  for (uint32_t i = 0; i < m->doc->sentences.n; i++) {
    const ng_sentence *s = &m->doc->sentences.at[i];
    for (uint32_t u = s->unit; u < s->unit_end; u++)
      if (!read_others(m, u))
        return false;
  }
  return true;
}
