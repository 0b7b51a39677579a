/* known.c - facts that need no verb: who heads a state, by the office
 * found; where a place is, by "Lyon, France". */
#include "extract/refer/known.h"
#include "extract/claims/claims.h"

/* --- offices -------------------------------------------------------------- */

static bool
title_is(const ng_doc *doc, const ng_office *o, const char *words)
{
  ng_str title = ng_doc_text(doc, o->title);
  for (; *words; words += strcspn(words, "|"), words += *words == '|') {
    size_t n = strcspn(words, "|");
    bool same = title.len == n;
    for (size_t i = 0; same && i < n; i++)
      same = (title.at[i] | 0x20) == (words[i] | 0x20);
    if (same)
      return true;
  }
  return false;
}

/* What the title makes of its holder, in a state; false: neither. The president
 * of Iran heads its government, and the state is the Supreme Leader's.
 * Chancellors govern in Germany and Austria; in Britain they have the budget.
 */
static bool
heads(const ng_matcher *m, const ng_office *o, ng_predicate *out)
{
  enum { IRAN = 794, GERMANY = 183, AUSTRIA = 40 };
  ng_ref state = m->doc->entities.at[o->jurisdiction].ref;
  if (ng_ref_none(state) || ng_ref_none(o->office))
    return false;
  uint32_t id = ng_known_qid(&m->context->bases, state);
  bool iran = id == IRAN, chancellor = id == GERMANY || id == AUSTRIA;
  if (title_is(m->doc, o, "president|king|queen|emperor|emir|sultan") && !iran)
    *out = NG_PREDICATE_headOfState;
  else if (title_is(m->doc, o, "prime minister|premier") ||
           (chancellor && title_is(m->doc, o, "chancellor")))
    *out = NG_PREDICATE_headOfGovernment;
  else
    return false;
  return true;
}

uint32_t
ng_unit_from(const ng_doc *doc, uint32_t offset)
{
  uint32_t low = 0, high = doc->units.n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (doc->units.at[middle].span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < doc->units.n ? low : NG_NONE;
}

bool
ng_claims_of_offices(ng_matcher *m)
{
  for (uint32_t i = 0; i < m->doc->offices.n; i++) {
    const ng_office *o = &m->doc->offices.at[i];
    ng_finding f = {.object = o->person, .evidence = o->evidence};
    if (o->jurisdiction == NG_NONE || o->status == NG_OFFICE_FORMER ||
        o->status == NG_OFFICE_ELECT ||
        m->doc->entities.at[o->jurisdiction].type != NG_COUNTRY ||
        !heads(m, o, &f.predicate))
      continue;
    f.subject = o->jurisdiction;
    f.unit = ng_unit_from(m->doc, o->evidence.begin);
    if (f.unit != NG_NONE && !ng_claim_add(m, &f))
      return false;
  }
  return true;
}

/* --- places --------------------------------------------------------------- */

static const ng_doc_entity *
entity_at(const ng_matcher *m, uint32_t unit)
{
  uint32_t mention = m->syntax.mention[unit];
  if (mention == NG_NONE || m->doc->mentions.at[mention].kind != NG_KIND_NAME)
    return NULL;
  return &m->doc->entities.at[m->doc->mentions.at[mention].entity];
}

/* "Lyon, France": a city, a comma and what it lies in. Where the base cannot
 * tell, it must be no list: the next is neither a comma and a name nor "and".
 */
uint32_t
ng_larger_place(const ng_matcher *m, uint32_t unit, bool sure)
{
  const ng_doc *doc = m->doc;
  if (unit + 2 >= doc->units.n ||
      ng_unit_sentence(doc, unit + 2) != ng_unit_sentence(doc, unit))
    return NG_NONE;
  const ng_doc_entity *place = entity_at(m, unit);
  const ng_doc_entity *where = entity_at(m, unit + 2);
  if (!place || !where || ng_ref_none(where->ref) ||
      (where->type != NG_COUNTRY && where->type != NG_REGION) ||
      !ng_unit_is(&m->syntax, unit + 1, ","))
    return NG_NONE;
  const ng_unit *next = &doc->units.at[unit + 2];
  bool told = next->head == unit && (next->label == NG_REL_NMOD_UNMARKED ||
                                     next->label == NG_REL_APPOS);
  if (!sure && told)
    return unit + 2;
  bool inside = place->type == NG_CITY ||
                (place->type == NG_REGION && where->type == NG_COUNTRY);
  bool known = !ng_ref_none(place->ref) &&
               ng_known_inside(&m->context->bases, place->ref, where->ref);
  return inside && known ? unit + 2 : NG_NONE;
}

bool
ng_claims_of_places(ng_matcher *m)
{
  for (uint32_t i = 0; i < m->doc->sentences.n; i++) {
    const ng_sentence *s = &m->doc->sentences.at[i];
    for (uint32_t u = s->unit; u + 2 < s->unit_end; u++) {
      if (m->syntax.mention[u] == NG_NONE ||
          ng_larger_place(m, u, true) == NG_NONE)
        continue;
      ng_finding f = {.predicate = NG_PREDICATE_locatedIn, .unit = u};
      f.subject = m->doc->mentions.at[m->syntax.mention[u]].entity;
      f.object = m->doc->mentions.at[m->syntax.mention[u + 2]].entity;
      f.evidence = ng_span_between(&m->syntax, u, u + 2);
      if (!ng_claim_add(m, &f))
        return false;
    }
  }
  return true;
}
