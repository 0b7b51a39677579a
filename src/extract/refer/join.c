/* join.c - who is joined with whom: "X and Y", "X met Y".  "The two sides" are
 * looked for among them.
 */
#include "extract/refer/refer.h"

static void
push_pair(ng_referrer *r, uint32_t unit, const ng_members *who)
{
  ng_doc *doc = r->doc;
  uint8_t label = doc->units.at[unit].label;
  bool subject = doc->units.at[unit].upos == NG_VERB || label == NG_REL_NSUBJ ||
                 label == NG_REL_NSUBJ_PASS;
  ng_pair p = {unit, r->branches.sentence[unit], doc->members.n, who->n,
               subject};
  for (uint32_t i = 0; i < who->n; i++)
    r->spent |= !NG_PUSH(&doc->arena, &doc->members, who->at[i]);
  r->spent |= !NG_PUSH(&doc->arena, &r->pairs, p);
}

/* The phrase with "with" under `unit`, or NG_NONE. */
static uint32_t
with_of(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c])
    if (c > unit && b->first[c] != NG_NONE &&
        ng_unit_in(r->doc, b->first[c], " with ") && b->first[c] < c)
      return c;
  return NG_NONE;
}

/* "X met Y", "X spoke with Y", "X held talks with Y": a pair, too. */
static void
join_by_verb(ng_referrer *r, uint32_t verb)
{
  const ng_branches *b = &r->branches;
  uint32_t subject = ng_branch_child(b, verb, NG_REL_NSUBJ);
  if (subject == NG_NONE)
    return;
  uint32_t object = ng_branch_child(b, verb, NG_REL_OBJ);
  uint32_t other = with_of(r, verb);
  if (other == NG_NONE && object != NG_NONE)
    other = with_of(r, object);
  if (other == NG_NONE &&
      ng_unit_in(r->doc, verb, " meet phone call visit host "))
    other = object;
  ng_members who = {0};
  if (other == NG_NONE)
    return;
  if (!ng_actor_find(b, &r->doc->arena, subject, &who)) {
    r->spent = true;
    return;
  }
  if (who.n != 1)
    return;
  if (!ng_actor_find(b, &r->doc->arena, other, &who))
    r->spent = true;
  else if (who.n == 2)
    push_pair(r, verb, &who);
}

/* The person named at `unit`, or NG_NONE. */
static uint32_t
person_at(const ng_referrer *r, uint32_t unit)
{
  const ng_doc *doc = r->doc;
  uint32_t mention = r->branches.mention[unit];
  if (mention == NG_NONE || doc->units.at[unit].kind != NG_UNIT_NAME)
    return NG_NONE;
  uint32_t entity = doc->mentions.at[mention].entity;
  return doc->entities.at[entity].type == NG_PERSON ? entity : NG_NONE;
}

/* "NAME and Kosovar Prime Minister NAME", whatever the parse makes of it:
 * nothing but a title between the two. */
static void
join_by_words(ng_referrer *r, uint32_t unit)
{
  enum { TITLE = 5 };
  const ng_doc *doc = r->doc;
  uint32_t end = doc->sentences.at[r->branches.sentence[unit]].unit_end;
  uint32_t one = person_at(r, unit), other = NG_NONE;
  if (one == NG_NONE || unit + 2 >= end ||
      !ng_unit_in(r->doc, unit + 1, " and "))
    return;
  for (uint32_t i = unit + 2; i < end && i <= unit + 2 + TITLE; i++) {
    uint8_t upos = doc->units.at[i].upos;
    other = person_at(r, i);
    if (other != NG_NONE ||
        (upos != NG_PROPN && upos != NG_ADJ && upos != NG_NOUN))
      break;
  }
  ng_members who = {0};
  if (other == NG_NONE || other == one)
    return;
  if (!NG_PUSH(&r->doc->arena, &who, one) ||
      !NG_PUSH(&r->doc->arena, &who, other))
    r->spent = true;
  else
    push_pair(r, unit, &who);
}

void
ng_refer_join(ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  const ng_unit *u = &r->doc->units.at[unit];
  if (u->upos == NG_VERB) {
    join_by_verb(r, unit);
    return;
  }
  if (u->label == NG_REL_CONJ)
    return;
  if (ng_branch_child(b, unit, NG_REL_CONJ) == NG_NONE) {
    join_by_words(r, unit);
    return;
  }
  if (b->mention[unit] == NG_NONE && !ng_unit_is_nominal(r->doc, unit))
    return;
  ng_members who = {0};
  if (!ng_actor_find(b, &r->doc->arena, unit, &who))
    r->spent = true;
  else if (who.n >= 2)
    push_pair(r, unit, &who);
}
