/* wikidata.h - what the parts of the importer of Wikidata's JSON share. */
#ifndef NG_KB_WIKIDATA_H
#define NG_KB_WIKIDATA_H

#include "core/buf.h"
#include "core/json_scan.h"
#include "kb/draft.h"

typedef struct {
  ng_draft *draft;
  const char *path;
  uint64_t line;
  uint64_t bytes;  /* of the file that are read */
  uint32_t entity; /* that is being read */
  ng_buf room;     /* for a text without JSON's escapes */
  ng_buf label;    /* of the entity */
  ng_buf langs;    /* that are asked for: ng_str */
  ng_buf said;     /* room for something in each of them */
  ng_buf lists;    /* its statements that are wanted: ng_wikidata_list */
} ng_wikidata;

/* Add a name, still with JSON's escapes, to the entity; false when memory is
 * spent. */
bool ng_wikidata_name(ng_wikidata *im, ng_str text, uint32_t kinds);

/* Whether names in that language are asked for. */
bool ng_wikidata_speaks(const ng_wikidata *im, ng_str lang);

/* The value of a snak ({"snaktype": ..., "datavalue": ...}), as written, and
 * the Q-number that a value is, or 0. */
ng_str ng_wikidata_value(ng_str snak);
uint32_t ng_wikidata_entity(ng_str value);

/* The statements of one property, as written: an array. */
typedef struct {
  uint32_t property;
  ng_str list;
} ng_wikidata_list;

/* Pass the entity's "claims", which come next, noting in im->lists those of a
 * property of which anything is taken. */
void ng_wikidata_note(ng_wikidata *im, ng_scan *claims);

/* The first noted statements of `property`, or empty. */
ng_str ng_wikidata_noted(const ng_wikidata *im, uint32_t property);

/* Take what the noted statements say; false when memory is spent. */
bool ng_wikidata_claims(ng_wikidata *im);

#endif /* NG_KB_WIKIDATA_H */
