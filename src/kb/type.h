/* type.h - the coarse types of entities, and their schema.org classes. */
#ifndef NG_TYPE_H
#define NG_TYPE_H

#include "newsgraph.h"

/* Stored in knowledge-base files: append, never renumber. */
typedef enum {
  NG_ENTITY = 0, /* nothing is known */
  NG_PERSON,
  NG_GROUP,   /* a people, an ethnic or religious group */
  NG_COUNTRY, /* a state or territory, also a former one */
  NG_REGION,  /* province, state of a federation, part of the world */
  NG_CITY,
  NG_PLACE,    /* natural or built: river, sea, street, airport */
  NG_BUILDING, /* White House: may stand for who sits in it */
  NG_ORGANIZATION,
  NG_GOVERNMENT, /* cabinet, ministry, agency, parliament, central bank */
  NG_COURT,
  NG_MILITARY, /* army, police, armed group */
  NG_PARTY,
  NG_INTERNATIONAL, /* organisation of states: EU, UN, NATO */
  NG_COMPANY,
  NG_MEDIA,      /* newspaper, broadcaster, agency */
  NG_SCHOOL,     /* university, research institute */
  NG_TEAM,       /* sports team or club, national team */
  NG_LEAGUE,     /* competition that recurs */
  NG_EVENT,      /* summit, election, disaster, tournament edition */
  NG_CONFLICT,   /* war, battle, attack */
  NG_TREATY,     /* agreement, law */
  NG_OFFICE,     /* President of Serbia */
  NG_OCCUPATION, /* lawyer, soldier */
  NG_WORK,       /* book, film, song, painting, programme */
  NG_PRODUCT,    /* vehicle, device, software, weapon */
  NG_LANGUAGE,
  NG_RELIGION,
  NG_SPECIES,
  NG_DISEASE,
  NG_AWARD,
  NG_NAME_ONLY, /* a surname or given name as such */
  NG_CONCEPT,   /* anything else with a lower-case name */
  NG_N_TYPES
} ng_type;

/* "Person", "Country", "GovernmentOrganization": the schema.org class, without
 * its namespace; NULL where schema.org has none that fits. */
const char *ng_type_class(ng_type type);

/* "person", "country", "government": our own word for it, as in `kb show` and
 * --types. */
const char *ng_type_name(ng_type type);

/* The type of that name or schema.org class; NG_N_TYPES if there is none. */
ng_type ng_type_find(ng_str name);

/* The types that `list`, words with commas between, names: bit i is type i.  A
 * word is ng_type_name()'s or a schema.org class, and stands for all that is
 * below it: "place", like "Place", for countries and buildings, too.  False for
 * a word that is none, which is then in *unknown. */
bool ng_types_read(ng_str list, uint64_t *out, ng_str *unknown);

#endif /* NG_TYPE_H */
