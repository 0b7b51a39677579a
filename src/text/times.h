/* times.h - the times of an article as JSON, for `newsgraph mentions`. */
#ifndef NG_TIMES_H
#define NG_TIMES_H

#include "core/buf.h"
#include "doc.h"

/* Append `[{"span":[0,7],"text":"July 12","type":"DATE","value":"2020-07-12"}]`
 * to `out`: every time of `doc`, in text order, offsets in `unit` from the
 * start of its part; those of a separate title say `"in":"title"`. */
void ng_times_json(const ng_doc *doc, ng_offset_unit unit, ng_buf *out);

#endif /* NG_TIMES_H */
