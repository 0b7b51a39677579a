#include "kb/type.h"
#include "core/str.h"

/* One row a type: our word, the schema.org class. */
static const struct {
  const char *name, *class;
} types[NG_N_TYPES] = {
    [NG_ENTITY] = {"entity", NULL},
    [NG_PERSON] = {"person", "Person"},
    [NG_GROUP] = {"group", NULL},
    [NG_COUNTRY] = {"country", "Country"},
    [NG_REGION] = {"region", "AdministrativeArea"},
    [NG_CITY] = {"city", "City"},
    [NG_PLACE] = {"place", "Place"},
    [NG_BUILDING] = {"building", "LandmarksOrHistoricalBuildings"},
    [NG_ORGANIZATION] = {"organization", "Organization"},
    [NG_GOVERNMENT] = {"government", "GovernmentOrganization"},
    [NG_COURT] = {"court", "GovernmentOrganization"},
    [NG_MILITARY] = {"military", "Organization"},
    [NG_PARTY] = {"party", "PoliticalParty"},
    [NG_INTERNATIONAL] = {"international", "Organization"},
    [NG_COMPANY] = {"company", "Corporation"},
    [NG_MEDIA] = {"media", "NewsMediaOrganization"},
    [NG_SCHOOL] = {"school", "EducationalOrganization"},
    [NG_TEAM] = {"team", "SportsTeam"},
    [NG_LEAGUE] = {"league", "SportsOrganization"},
    [NG_EVENT] = {"event", "Event"},
    [NG_CONFLICT] = {"conflict", "Event"},
    [NG_TREATY] = {"treaty", "Legislation"},
    [NG_OFFICE] = {"office", "Role"},
    [NG_OCCUPATION] = {"occupation", "Occupation"},
    [NG_WORK] = {"work", "CreativeWork"},
    [NG_PRODUCT] = {"product", "Product"},
    [NG_LANGUAGE] = {"language", "Language"},
    [NG_RELIGION] = {"religion", NULL},
    [NG_SPECIES] = {"species", "Taxon"},
    [NG_DISEASE] = {"disease", "MedicalCondition"},
    [NG_AWARD] = {"award", NULL},
    [NG_NAME_ONLY] = {"name", NULL},
    [NG_CONCEPT] = {"concept", NULL},
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
