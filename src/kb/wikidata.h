/* wikidata.h - what the parts of the importer of Wikidata's JSON share. */
#ifndef NG_KB_WIKIDATA_H
#define NG_KB_WIKIDATA_H

#include "core/buf.h"
#include "kb/draft.h"

typedef struct {
  ng_draft *draft;
  const char *path;
  uint64_t line;
  uint64_t bytes;  /* of the file that are read */
  uint32_t entity; /* that is being read */
  ng_buf room;     /* for a text without JSON's escapes */
  ng_buf label;    /* of the entity */
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

/* Take what the entity's "claims" say; false when memory is spent. */
bool ng_wikidata_claims(ng_wikidata *im, ng_str claims);

#endif /* NG_KB_WIKIDATA_H */
