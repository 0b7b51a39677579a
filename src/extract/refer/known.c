/* known.c - questions to the bases. */
#include "extract/refer/known.h"
#include "kb/kb.h"

uint32_t
ng_known_qid(const ng_bases *bases, ng_ref entity)
{
  return ng_ref_none(entity) ? 0 : ng_bases_entity(bases, entity).qid;
}

ng_ref
ng_known_state(const ng_bases *bases, ng_ref body)
{
  return ng_ref_none(body)
             ? body
             : ng_bases_related(bases, body, NG_REL_GOVERNMENT_OF, false);
}

static const ng_rel outward[] = {NG_REL_LOCATED, NG_REL_COUNTRY, NG_REL_PART};
enum { N_OUTWARD = sizeof outward / sizeof *outward };

static bool
lies_right_in(const ng_bases *bases, ng_ref place, ng_ref where)
{
  for (int i = 0; i < N_OUTWARD; i++) {
    ng_ref out = ng_bases_related(bases, place, outward[i], false);
    if (!ng_ref_none(out) && ng_ref_equal(out, where))
      return true;
  }
  return false;
}

bool
ng_known_inside(const ng_bases *bases, ng_ref place, ng_ref where)
{
  if (lies_right_in(bases, place, where))
    return true;
  for (int i = 0; i < N_OUTWARD; i++) {
    ng_ref out = ng_bases_related(bases, place, outward[i], false);
    if (!ng_ref_none(out) && lies_right_in(bases, out, where))
      return true;
  }
  return false;
}

bool
ng_known_member(const ng_bases *bases, ng_ref state, ng_ref body)
{
  return !ng_ref_none(state) && !ng_ref_none(body) &&
         ng_bases_are_related(bases, state, NG_REL_MEMBER, body);
}

bool
ng_known_citizen(const ng_bases *bases, ng_ref person, ng_ref state)
{
  return !ng_ref_none(person) && !ng_ref_none(state) &&
         ng_bases_are_related(bases, person, NG_REL_CITIZEN, state);
}
