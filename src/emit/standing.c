/* standing.c - the table of standings. */
#include "emit/standing.h"
#include "emit/vocabulary.h"

/* What the course of a happening alone makes of it. */
static const ng_standing by_course[NG_N_COURSES] = {
    [NG_OCCURRED] = NG_ESTABLISHED,    [NG_ONGOING] = NG_ESTABLISHED,
    [NG_SCHEDULED] = NG_PLANNED,       [NG_PROPOSED] = NG_PLANNED,
    [NG_DESIRED] = NG_PLANNED,         [NG_POSTPONED] = NG_PLANNED,
    [NG_CANCELLED] = NG_PLANNED,       [NG_DOWNGRADED] = NG_PLANNED,
    [NG_POSSIBLE] = NG_UNCERTAIN,      [NG_STALLED] = NG_INTERRUPTED,
    [NG_BROKEN_DOWN] = NG_INTERRUPTED,
};

/* Only what is certain can be established: probable is not. */
static bool
is_uncertain(const ng_footing *f)
{
  return f->certainty != NG_CERTAIN || f->conditional || f->presupposed;
}

/* The first row that applies, from the top; ng_standing lists them in the same
 * order, so the weakest of several is the smallest. */
ng_standing
ng_standing_of(const ng_footing *f)
{
  ng_standing course = by_course[f->course];
  if (f->negative)
    return f->voiced ? NG_DENIED : NG_NEGATED;
  if (course == NG_PLANNED)
    return NG_PLANNED;
  if (course == NG_UNCERTAIN || is_uncertain(f))
    return NG_UNCERTAIN;
  if (course == NG_INTERRUPTED)
    return NG_INTERRUPTED;
  return f->voiced ? NG_REPORTED : NG_ESTABLISHED;
}

ng_term
ng_standing_term(ng_standing standing)
{
  switch (standing) {
  case NG_NEGATED:
    return NG_TERM_NG("Negated");
  case NG_DENIED:
    return NG_TERM_NG("Denied");
  case NG_PLANNED:
    return NG_TERM_NG("Planned");
  case NG_UNCERTAIN:
    return NG_TERM_NG("Uncertain");
  case NG_INTERRUPTED:
    return NG_TERM_NG("Interrupted");
  case NG_REPORTED:
    return NG_TERM_NG("Reported");
  default:
    return NG_TERM_NG("Established");
  }
}
