/* series.c - "the Champions League", of which a base has every season: the
 * competition is meant, if no season is. */
#include "core/str.h"
#include "link/linker.h"

enum { DIGITS = 4 }; /* of a year */

/* Is `label` that of a season of `series`: "2002–03 UEFA Champions League",
 * "UEFA Euro 1996"? */
static bool
is_season_of(ng_str label, ng_str series)
{
  if (label.len < series.len + DIGITS + 1)
    return false;
  const char *tail = label.at + label.len - series.len;
  if (ng_are_four_digits(label.at))
    return tail[-1] == ' ' && memcmp(tail, series.at, series.len) == 0;
  return memcmp(label.at, series.at, series.len) == 0 &&
         label.at[series.len] == ' ' && label.len == series.len + 1 + DIGITS &&
         ng_are_four_digits(label.at + series.len + 1);
}

static bool
is_competition(const ng_choice *c)
{
  return c->type == NG_LEAGUE || c->type == NG_EVENT;
}

/* The readings of a spot, and the labels of those that are competitions. */
typedef struct {
  const ng_row *rows;
  ng_str labels[NG_MAX_READINGS];
  uint32_t n;
} readings;

static readings
read_labels(const ng_linker *l, const ng_spot *spot)
{
  const ng_choice *choices = l->doc->choices.at + spot->choice;
  readings r = {.rows = l->rows + spot->choice, .n = spot->n};
  for (uint32_t i = 0; i < r.n; i++)
    if (is_competition(&choices[i]))
      r.labels[i] =
          ng_bases_entity(&l->context->bases, choices[i].entity).label;
  return r;
}

/* How likely are the competition `i` and its seasons, thousandths; 0 if none of
 * them is a reading? */
static int32_t
likely_with_seasons(const readings *r, uint32_t i)
{
  int32_t p = ng_probability(r->rows[i].second), all = p;
  ng_str series = r->labels[i];
  if (!series.len || (series.len >= DIGITS && ng_are_four_digits(series.at)))
    return 0;
  for (uint32_t k = 0; k < r->n; k++)
    if (k != i && is_season_of(r->labels[k], series))
      all += ng_probability(r->rows[k].second);
  return all > p ? all : 0;
}

void
ng_linker_take_series(const ng_linker *l, const ng_spot *spot,
                      ng_verdict *verdict)
{
  enum { LIKELY = 500 };
  if ((spot->flags & NG_SPOT_LOWER) || spot->n < 3 ||
      !is_competition(&l->doc->choices.at[verdict->row]) ||
      verdict->p >= LIKELY)
    return;
  readings r = read_labels(l, spot);
  for (uint32_t i = 0; i < r.n; i++) {
    int32_t p =
        r.rows[i].referent != NG_NOBODY ? likely_with_seasons(&r, i) : 0;
    if (p >= LIKELY && p > verdict->p)
      *verdict = (ng_verdict){spot->choice + i, p < 1000 ? p : 1000};
  }
}
