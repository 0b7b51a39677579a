/* unknown_types.c - what kind of thing a name is that no base knows, where the
 * deep model is sure of it. */
#include "text/unknown_types.h"

/* Of how many sixteenths of a natural-log unit the model's answer must be above
 * its next one: e^3 to one. */
enum { SURE = 48 };

/* Votes for each type, by entity. */
typedef struct {
  uint16_t votes[NG_N_SPANS];
} poll;

/* The entity that the unit names, if it is no base's and has no type yet. */
static uint32_t
untyped_at(const ng_doc *doc, ng_span span, uint32_t *mention)
{
  while (*mention < doc->mentions.n &&
         doc->mentions.at[*mention].span.begin < span.begin)
    ++*mention;
  if (*mention == doc->mentions.n)
    return NG_NONE;
  const ng_mention *m = &doc->mentions.at[*mention];
  const ng_doc_entity *e = &doc->entities.at[m->entity];
  return m->span.begin == span.begin && m->span.end == span.end &&
                 m->kind == NG_KIND_NAME && ng_ref_none(e->ref) &&
                 e->type == NG_ENTITY
             ? m->entity
             : NG_NONE;
}

/* Does the model take unit `i`, and no more, for a name?  Its type. */
static bool
is_name(const ng_encoded *found, uint32_t i, uint32_t end, ng_span_type *type)
{
  uint8_t mark = found[i].name;
  if (mark == 0 || mark % 2 == 0 || found[i].surety < SURE ||
      (i + 1 < end && found[i + 1].name == mark + 1))
    return false;
  *type = (ng_span_type)(mark / 2);
  return true;
}

static void
count_votes(const ng_doc *doc, const ng_encoded *found, poll *polls)
{
  uint32_t mention = 0;
  for (uint32_t s = 0; s < doc->sentences.n; s++) {
    const ng_sentence *sentence = &doc->sentences.at[s];
    for (uint32_t i = sentence->unit; i < sentence->unit_end; i++) {
      ng_span_type type;
      uint32_t entity = untyped_at(doc, doc->units.at[i].span, &mention);
      if (entity != NG_NONE && is_name(found, i, sentence->unit_end, &type) &&
          polls[entity].votes[type] < UINT16_MAX)
        polls[entity].votes[type]++;
    }
  }
}

/* The type that all votes are for; NG_ENTITY where they differ. */
static ng_type
elected(const poll *p)
{
  static const ng_type types[NG_N_SPANS] = {[NG_SPAN_PERSON] = NG_PERSON,
                                            [NG_SPAN_PLACE] = NG_PLACE,
                                            [NG_SPAN_ORGANISATION] =
                                                NG_ORGANIZATION,
                                            [NG_SPAN_EVENT] = NG_ENTITY,
                                            [NG_SPAN_OTHER] = NG_ENTITY};
  int found = -1;
  for (int t = 0; t < NG_N_SPANS; t++) {
    if (p->votes[t] && found >= 0)
      return NG_ENTITY;
    if (p->votes[t])
      found = t;
  }
  return found < 0 ? NG_ENTITY : types[found];
}

bool
ng_type_unknown(ng_doc *doc, const ng_encoded *found)
{
  poll *polls = NG_NEW(&doc->arena, poll, doc->entities.n + 1);
  if (!polls)
    return false;
  count_votes(doc, found, polls);
  for (uint32_t e = 0; e < doc->entities.n; e++)
    if (doc->entities.at[e].type == NG_ENTITY &&
        ng_ref_none(doc->entities.at[e].ref))
      doc->entities.at[e].type = elected(&polls[e]);
  return true;
}
