/* readings.h - which entities a spot may mean. */
#ifndef NG_READINGS_H
#define NG_READINGS_H

#include "kb/kb.h"
#include "link/filter.h"
#include "link/words.h"

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  ng_ref_filter full; /* what the article names in full; errs in 1 of 50 */
  struct {
    uint32_t list, spot;
  } said[128]; /* with one base: lately read lists, and spots of them */
} ng_readings;

/* Note the entities that `hit`, several capitalised words, is a full name of.
 * For all such hits before the first ng_readings_add(). */
void ng_readings_note(ng_readings *r, const ng_hit *hit);

/* The readings of the hit will be asked for soon: fetch their entities. */
void ng_readings_expect(const ng_readings *r, const ng_hit *hit);

/* Append the readings of `spot`, named by the hits [at, end), to
 * doc->choices: likeliest by name first, at most 30, of which those that the
 * article names in full are never left out.  Sets spot->n.  False if the arena
 * is spent. */
bool ng_readings_add(ng_readings *r, const ng_hit *at, const ng_hit *end,
                     ng_spot *spot);

#endif /* NG_READINGS_H */
