/* series.c - "the Champions League", of which a base has every season: the
 * competition is meant, if no season is. */
#include "core/str.h"
#include "link/linker.h"

enum { DIGITS = 4 };

static bool
is_year(const char *at)
{
  bool is = true;
  for (int i = 0; i < DIGITS; i++)
    is = is && at[i] >= '0' && at[i] <= '9';
  return is;
}

/* Is `label` that of a season of `series`: "2002–03 UEFA Champions League",
 * "UEFA Euro 1996"? */
static bool
is_season_of(ng_str label, ng_str series)
{
  if (label.len < series.len + DIGITS + 1)
    return false;
  const char *tail = label.at + label.len - series.len;
  if (is_year(label.at))
    return tail[-1] == ' ' && memcmp(tail, series.at, series.len) == 0;
  return memcmp(label.at, series.at, series.len) == 0 &&
         label.at[series.len] == ' ' && label.len == series.len + 1 + DIGITS &&
         is_year(label.at + series.len + 1);
}

static bool
is_competition(const ng_choice *c)
{
  return c->type == NG_LEAGUE || c->type == NG_EVENT;
}

static ng_str
label_of(const ng_linker *l, uint32_t row)
{
  return ng_bases_entity(&l->context->bases, l->doc->choices.at[row].entity)
      .label;
}

/* How likely are the reading `row` and its seasons, thousandths; 0 if the spot
 * may mean none of these? */
static int32_t
likely_with_seasons(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_choice *choices = l->doc->choices.at;
  int32_t p = ng_probability(l->rows[row].second), all = p;
  ng_str series = label_of(l, row);
  if (!series.len || is_year(series.at))
    return 0;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (k != row && is_competition(&choices[k]) &&
        is_season_of(label_of(l, k), series))
      all += ng_probability(l->rows[k].second);
  return all > p ? all : 0;
}

void
ng_linker_take_series(const ng_linker *l, const ng_spot *spot,
                      ng_verdict *verdict)
{
  enum { LIKELY = 500 };
  const ng_choice *choices = l->doc->choices.at;
  if ((spot->flags & NG_SPOT_LOWER) || spot->n < 3 ||
      !is_competition(&choices[verdict->row]) || verdict->p >= LIKELY)
    return;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++) {
    int32_t p = is_competition(&choices[k]) && l->rows[k].referent != NG_NOBODY
                    ? likely_with_seasons(l, spot, k)
                    : 0;
    if (p >= LIKELY && p > verdict->p)
      *verdict = (ng_verdict){k, p < 1000 ? p : 1000};
  }
}
