/* relation.c - the table of relations, and an entity's relations. */
#include "core/str.h"
#include "kb/bases.h"
#include "kb/format.h"

/* One row a relation: our term, the Wikidata property.  Several properties of
 * one relation are in `also`. */
static const struct {
  const char *term;
  uint32_t property;
} rels[NG_N_RELS] = {
    [NG_REL_NONE] = {NULL, 0},
    [NG_REL_COUNTRY] = {"country", 17},
    [NG_REL_CITIZEN] = {"citizenOf", 27},
    [NG_REL_CAPITAL] = {"capital", 36},
    [NG_REL_MEMBER] = {"memberOf", 463},
    [NG_REL_PART] = {"partOf", 361},
    [NG_REL_LOCATED] = {"locatedIn", 131},
    [NG_REL_HEADQUARTERS] = {"headquarters", 159},
    [NG_REL_PARTY] = {"memberOfParty", 102},
    [NG_REL_OFFICE] = {"heldOffice", 39},
    [NG_REL_JURISDICTION] = {"jurisdiction", 1001},
    [NG_REL_HEAD_OF_STATE] = {"headOfState", 35},
    [NG_REL_HEAD_OF_GOVERNMENT] = {"headOfGovernment", 6},
    [NG_REL_GOVERNMENT_OF] = {"governmentOf", 0},
    [NG_REL_SEAT_OF] = {"seatOf", 0},
    [NG_REL_SUCCESSOR] = {"successor", 1366},
    [NG_REL_SPOUSE] = {"spouse", 26},
    [NG_REL_FOUNDER] = {"founder", 112},
    [NG_REL_EMPLOYER] = {"employer", 108},
    [NG_REL_OWNER] = {"owner", 127},
    [NG_REL_PARENT] = {"parent", 749},
    [NG_REL_CHAIR] = {"chair", 488},
    [NG_REL_TEAM] = {"memberOfTeam", 54},
    [NG_REL_LEAGUE] = {"league", 118},
    [NG_REL_SPORT] = {"sport", 641},
    [NG_REL_PLAYED_IN] = {"participantIn", 1344},
    [NG_REL_CONFLICT] = {"conflict", 607},
    [NG_REL_OCCUPATION] = {"occupation", 106},
    [NG_REL_EDUCATED] = {"educatedAt", 69},
    [NG_REL_BORN] = {"birthPlace", 19},
    [NG_REL_LANGUAGE] = {"language", 37},
    [NG_REL_RELIGION] = {"religion", 140},
    [NG_REL_CREATOR] = {"creator", 170},
    [NG_REL_INDUSTRY] = {"industry", 452},
    [NG_REL_RECOGNIZED_BY] = {"recognizedBy", 0},
    [NG_REL_NOT_RECOGNIZED_BY] = {"notRecognizedBy", 0},
    [NG_REL_OTHER] = {"relatedTo", 0},
};

/* Other properties of the same relations. */
static const struct {
  uint32_t property;
  ng_rel rel;
} also[] = {
    {407, NG_REL_LANGUAGE}, {1412, NG_REL_LANGUAGE}, {50, NG_REL_CREATOR},
    {57, NG_REL_CREATOR},   {175, NG_REL_CREATOR},   {155, NG_REL_OTHER},
};

const char *
ng_rel_term(ng_rel rel)
{
  return rel < NG_N_RELS ? rels[rel].term : NULL;
}

uint32_t
ng_rel_property(ng_rel rel)
{
  return rel < NG_N_RELS ? rels[rel].property : 0;
}

ng_rel
ng_rel_by_term(ng_str term)
{
  for (unsigned i = 1; i < NG_N_RELS; i++)
    if (ng_str_equal(term, (ng_str){rels[i].term, strlen(rels[i].term)}))
      return (ng_rel)i;
  return NG_REL_NONE;
}

/* Properties that tie everything to everything, or say that two are not the
 * same: time zone, described by, diplomatic relation, twinned body, different
 * from. */
static bool
says_nothing(uint32_t property)
{
  return property == 421 || property == 1343 || property == 530 ||
         property == 190 || property == 1889;
}

ng_rel
ng_rel_by_property(uint32_t property)
{
  if (says_nothing(property))
    return NG_REL_NONE;
  for (unsigned i = 1; i < NG_N_RELS && property; i++)
    if (rels[i].property == property)
      return (ng_rel)i;
  for (size_t i = 0; i < sizeof also / sizeof *also; i++)
    if (also[i].property == property)
      return also[i].rel;
  return NG_REL_OTHER;
}

/* --- an entity's relations -------------------------------------------------
 */

ng_ties
ng_kb_ties(const ng_kb *kb, uint32_t index)
{
  ng_str all = kb->section[NG_SECTION_RELS];
  const ng_kb_entity_record *e = ng_kb_record(kb, NG_SECTION_ENTY, index);
  size_t at = e ? (size_t)e->relations * 4 : 0, n_all = all.len;
  if (!at || at + sizeof(uint32_t) > n_all)
    return (ng_ties){.n = 0};
  const uint32_t *list = (const void *)(all.at + at);
  size_t words = (n_all - at) / 4 - 1; /* of 4 bytes, that are there */
  uint32_t n = *list;
  if (n > words || (n + 3ULL) / 4 + n > words)
    return (ng_ties){.n = 0};
  return (ng_ties){list + 1 + (n + 3) / 4, (const uint8_t *)(list + 1), n};
}

static ng_kb_relation
relation_at(ng_ties ties, uint32_t i)
{
  return (ng_kb_relation){ties.entities[i], ties.codes[i] / 2,
                          ties.codes[i] & 1};
}

size_t
ng_kb_n_relations(const ng_kb *kb, uint32_t index)
{
  return ng_kb_ties(kb, index).n;
}

size_t
ng_kb_relations(const ng_kb *kb, uint32_t index, ng_kb_relation *out,
                size_t cap)
{
  ng_ties ties = ng_kb_ties(kb, index);
  for (uint32_t i = 0; i < ties.n && i < cap; i++)
    out[i] = relation_at(ties, i);
  return ties.n;
}

ng_ref
ng_bases_related(const ng_bases *bases, ng_ref ref, ng_rel rel, bool inverse)
{
  for (uint32_t b = bases->n; b-- > 0;) {
    uint32_t index = ng_bases_index(bases, ref, b);
    if (index == UINT32_MAX)
      continue;
    ng_ties ties = ng_kb_ties(bases->at[b], index);
    uint32_t code = rel * 2U + inverse;
    const uint8_t *found = ties.n && code <= UINT8_MAX
                               ? memchr(ties.codes, (int)code, ties.n)
                               : NULL;
    if (found)
      return ng_bases_canonical(bases,
                                (ng_ref){ties.entities[found - ties.codes], b});
  }
  return NG_NO_REF;
}

bool
ng_bases_are_related(const ng_bases *bases, ng_ref ref, ng_rel rel,
                     ng_ref other)
{
  for (uint32_t b = bases->n; b-- > 0;) {
    uint32_t index = ng_bases_index(bases, ref, b);
    uint32_t end = ng_bases_index(bases, other, b);
    if (index == UINT32_MAX || end == UINT32_MAX)
      continue;
    ng_ties ties = ng_kb_ties(bases->at[b], index);
    for (uint32_t i = 0; i < ties.n; i++)
      if (ties.entities[i] == end && ties.codes[i] == rel * 2U)
        return true;
  }
  return false;
}
