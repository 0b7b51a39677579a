#include "kb/type.h"
#include "core/str.h"

/* One row a type: our word, the schema.org class, and the class above it that
 * --types takes for it, too: schema.org's, or the one that it shares. */
static const struct {
  const char *name, *class, *above;
} types[NG_N_TYPES] = {
    [NG_ENTITY] = {"entity", NULL, NULL},
    [NG_PERSON] = {"person", "Person", NULL},
    [NG_GROUP] = {"group", NULL, NULL},
    [NG_COUNTRY] = {"country", "Country", "AdministrativeArea"},
    [NG_REGION] = {"region", "AdministrativeArea", "Place"},
    [NG_CITY] = {"city", "City", "AdministrativeArea"},
    [NG_PLACE] = {"place", "Place", NULL},
    [NG_BUILDING] = {"building", "LandmarksOrHistoricalBuildings", "Place"},
    [NG_ORGANIZATION] = {"organization", "Organization", NULL},
    [NG_GOVERNMENT] = {"government", "GovernmentOrganization", "Organization"},
    [NG_COURT] = {"court", "GovernmentOrganization", "GovernmentOrganization"},
    [NG_MILITARY] = {"military", "Organization", "Organization"},
    [NG_PARTY] = {"party", "PoliticalParty", "Organization"},
    [NG_INTERNATIONAL] = {"international", "Organization", "Organization"},
    [NG_COMPANY] = {"company", "Corporation", "Organization"},
    [NG_MEDIA] = {"media", "NewsMediaOrganization", "Organization"},
    [NG_SCHOOL] = {"school", "EducationalOrganization", "Organization"},
    [NG_TEAM] = {"team", "SportsTeam", "SportsOrganization"},
    [NG_LEAGUE] = {"league", "SportsOrganization", "Organization"},
    [NG_EVENT] = {"event", "Event", NULL},
    [NG_CONFLICT] = {"conflict", "Event", "Event"},
    [NG_TREATY] = {"treaty", "Legislation", "CreativeWork"},
    [NG_OFFICE] = {"office", "Role", NULL},
    [NG_OCCUPATION] = {"occupation", "Occupation", NULL},
    [NG_WORK] = {"work", "CreativeWork", NULL},
    [NG_PRODUCT] = {"product", "Product", NULL},
    [NG_LANGUAGE] = {"language", "Language", NULL},
    [NG_RELIGION] = {"religion", NULL, NULL},
    [NG_SPECIES] = {"species", "Taxon", NULL},
    [NG_DISEASE] = {"disease", "MedicalCondition", NULL},
    [NG_AWARD] = {"award", NULL, NULL},
    [NG_NAME_ONLY] = {"name", NULL, NULL},
    [NG_CONCEPT] = {"concept", NULL, NULL},
};

const char *
ng_type_class(ng_type type)
{
  return type < NG_N_TYPES ? types[type].class : NULL;
}

const char *
ng_type_name(ng_type type)
{
  return type < NG_N_TYPES ? types[type].name : "entity";
}

ng_type
ng_type_find(ng_str name)
{
  for (unsigned i = 0; i < NG_N_TYPES; i++) {
    const char *class = types[i].class;
    if (ng_str_equal(name, (ng_str){types[i].name, strlen(types[i].name)}) ||
        (class && ng_str_equal(name, (ng_str){class, strlen(class)})))
      return (ng_type)i;
  }
  return NG_N_TYPES;
}

/* --- sets of types -------------------------------------------------------- */

static bool
is(ng_str word, const char *name)
{
  return name && ng_str_equal(word, (ng_str){name, strlen(name)});
}

/* The type whose class is `class`, the most general of several. */
static ng_type
type_above(const char *class)
{
  return class ? ng_type_find((ng_str){class, strlen(class)}) : NG_N_TYPES;
}

/* Is `word` a name of the type, of its class, or of one above it? */
static bool
covers(ng_str word, ng_type type)
{
  while (type < NG_N_TYPES) {
    if (is(word, types[type].name) || is(word, types[type].class))
      return true;
    type = type_above(types[type].above);
  }
  return false;
}

bool
ng_types_read(ng_str list, uint64_t *out, ng_str *unknown)
{
  *out = 0;
  for (size_t from = 0, to; from <= list.len; from = to + 1) {
    for (to = from; to < list.len && list.at[to] != ',';)
      to++;
    *unknown = ng_str_slice(list, from, to);
    uint64_t named = 0;
    for (unsigned i = 0; i < NG_N_TYPES; i++)
      if (covers(*unknown, (ng_type)i))
        named |= (uint64_t)1 << i;
    if (!named)
      return false;
    *out |= named;
  }
  return true;
}
