/* score_plover.h - events against sentences coded by PLOVER.
 *
 * A sentence has one coded event, though most tell of two or three, so the
 * share of events made that have its type is a lower bound of precision. */
#ifndef NG_SCORE_PLOVER_H
#define NG_SCORE_PLOVER_H

#include "cli/score_articles.h"

typedef struct {
  uint64_t sentences;
  uint64_t type, source, target; /* found: the type; and who; and to whom */
  uint64_t made;                 /* events made */
  uint64_t coded;                /* those whose class PLOVER has a code for */
  uint64_t of_type;              /* those of the sentence's type */
} score_plover;

/* Add `gold` ({"id", "text", "event", "source", "target"}), whose text became
 * `r`.  False if it is no such object. */
bool score_plover_sentence(score_plover *sum, const json_t *gold,
                           const reading *r, bool errors);

/* "CONSULT", the code of a class, or NULL. */
const char *plover_code(ng_event_class class);

#endif /* NG_SCORE_PLOVER_H */
