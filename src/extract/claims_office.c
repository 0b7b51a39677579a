/* claims_office.c - offices that the parse shows and words alone did not: of
 * bodies that no base knows, behind verbs, joined by "and". */
#include "core/str.h"
#include "extract/claims.h"

#include <stdlib.h>

/* "chief executive officer": the noun and what is right before it, but names
 * and what says when. */
static ng_span
title_of(const ng_syntax *s, uint32_t noun)
{
  uint32_t first = noun;
  while (first > 0) {
    const ng_unit *u = ng_unit_at(s, first - 1);
    ng_relation r = ng_unit_relation(s, first - 1);
    if (u->head != noun || (r != NG_REL_COMPOUND && r != NG_REL_AMOD) ||
        s->mention[first - 1] != NG_NONE ||
        ng_unit_is(s, first - 1,
                   "former ex late onetime then current new longtime "
                   "long-time previous first founding incoming outgoing "
                   "acting interim newly other own"))
      break;
    first--;
  }
  return (ng_span){ng_unit_at(s, first)->span.begin,
                   ng_unit_at(s, noun)->span.end};
}

static ng_office_status
status_of(const ng_syntax *s, uint32_t noun, const ng_finding *f)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (ng_unit_is(s, c, "acting interim"))
      return NG_OFFICE_ACTING;
  return f->ended ? NG_OFFICE_FORMER : NG_OFFICE_CURRENT;
}

static bool
is_known(const ng_doc *doc, const ng_office *office)
{
  for (uint32_t i = 0; i < doc->offices.n; i++) {
    const ng_office *o = &doc->offices.at[i];
    if (o->person == office->person &&
        o->jurisdiction == office->jurisdiction &&
        o->evidence.begin < office->evidence.end &&
        office->evidence.begin < o->evidence.end)
      return true;
  }
  return false;
}

bool
ng_office_add(ng_matcher *m, const ng_match *match, const ng_finding *f)
{
  ng_doc *doc = m->doc;
  ng_office office = {.person = f->subject,
                      .jurisdiction = f->object,
                      .title = title_of(&m->syntax, match->trigger),
                      .office = NG_NO_REF,
                      .evidence = f->evidence,
                      .status = status_of(&m->syntax, match->trigger, f)};
  /* An office node knows no other voice, no doubt and no denial. */
  bool plain = !f->footing.negative && f->footing.course <= NG_ONGOING &&
               f->footing.certainty == NG_CERTAIN && !f->footing.conditional &&
               ng_speech_at(doc, match->trigger) == NG_NONE;
  if (!plain || is_known(doc, &office))
    return true;
  return NG_PUSH(&doc->arena, &doc->offices, office);
}

static int
compare(const void *x, const void *y)
{
  const ng_office *a = x, *b = y;
  const uint32_t left[] = {a->evidence.begin, a->evidence.end, a->title.begin,
                           a->person, a->jurisdiction};
  const uint32_t right[] = {b->evidence.begin, b->evidence.end, b->title.begin,
                            b->person, b->jurisdiction};
  for (size_t i = 0; i < sizeof left / sizeof *left; i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;
  return 0;
}

void
ng_offices_sort(ng_doc *doc)
{
  if (doc->offices.n)
    qsort(doc->offices.at, doc->offices.n, sizeof *doc->offices.at, compare);
}
