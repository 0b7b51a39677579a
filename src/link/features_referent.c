/* features_referent.c - what an entity looks like, by whatever name. */
#include "link/features.h"

#include <string.h>

static uint32_t
country_share(const ng_linker *l, const ng_referent *r)
{
  if (r->country == NG_NONE)
    return 0;
  uint32_t share = l->n_countries ? l->referents.at[r->country].n_country *
                                        100u / l->n_countries
                                  : 0;
  return 1 + BUCKET(share, 1, 10, 25, 50);
}

/* A leading year of the label against the article's: an edition of an event. */
static uint32_t
label_year(const ng_linker *l, const ng_referent *r)
{
  uint32_t year = 0;
  if (r->kb.label.len < 5)
    return 0;
  for (int i = 0; i < 4; i++) {
    unsigned digit = (unsigned)(r->kb.label.at[i] - '0');
    if (digit > 9)
      return 0;
    year = year * 10 + digit;
  }
  uint32_t now = l->doc->date / 10000;
  if (year < 1000 || !now)
    return 1;
  return year == now ? 2 : year > now ? 3 : 4;
}

/* Relations of hubs, or of what has none, are not kept. */
static bool
is_hub(const ng_linker *l, const ng_referent *r)
{
  if (r->in_reach)
    return !r->ties.n;
  size_t n = ng_kb_n_relations(l->context->bases.at[r->ref.base], r->ref.index);
  return n == 0 || n >= NG_MAX_RELATIONS;
}

/* Relations with likely readings of other names. */
static uint32_t
ties(const ng_linker *l, const ng_referent *r)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < r->ties.n && n < 3; i++) {
    uint32_t other =
        ng_linker_find_likely(l, (ng_ref){r->ties.entities[i], r->ref.base});
    n += other != NG_NONE && &l->referents.at[other] != r &&
         !is_hub(l, &l->referents.at[other]);
  }
  return n;
}

void
ng_view_referent(const ng_linker *l, ng_referent *r)
{
  r->seen.degree =
      (uint8_t)BUCKET(r->n_relations, 1, 2, 3, 5, 9, 17, 33, 65, 300);
  r->seen.country = (uint8_t)country_share(l, r);
  r->seen.year = (uint8_t)label_year(l, r);
  r->seen.ties = (uint8_t)ties(l, r);
  r->seen.sport = !r->sport ? 0 : !l->sport ? 1 : r->sport == l->sport ? 2 : 3;
}

/* Does the label of `office` have the word `title`? */
static bool
office_has_title(const ng_linker *l, const char *title, ng_ref office)
{
  return *title && ng_label_has_word(
                       ng_bases_named(&l->context->bases, office).label, title);
}

uint32_t
ng_title_evidence(const ng_linker *l, const ng_span_view *v,
                  const ng_referent *r)
{
  enum { CAP = 24 };
  ng_holding held[CAP];
  char title[NG_WORD_ROOM];
  if (!v->titled || (v->spot->flags & NG_SPOT_LOWER))
    return 0;
  if (r->kb.type != NG_PERSON)
    return 1;
  size_t n = ng_kb_holdings(l->context->bases.at[r->ref.base], NG_BY_PERSON,
                            r->ref.index, held, CAP);
  if (n)
    (void)ng_word_ascii(ng_word_text(l->doc, v->spot->word - 1), title);
  uint32_t found = n ? 3 : 2;
  ng_date now = l->doc->date;
  for (size_t i = 0; i < n && i < CAP; i++) {
    bool then = ng_may_hold(&held[i], now);
    ng_ref office = {held[i].office, r->ref.base};
    if (office_has_title(l, title, office))
      found = found < 6 && then ? 6 : found < 5 ? 5 : found;
    else if (then && found < 4)
      found = 4;
  }
  return found;
}
