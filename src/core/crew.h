/* crew.h - threads that work on a ring of slots; results come out in order.
 *
 *   slot   0     1     2     3     4     5
 *        [ free  done  done  busy  wait  free ]
 *                ^ oldest          ^ next  ^ to fill
 *
 * The caller fills a slot and submits it, and takes the oldest when it is done;
 * what a slot holds is the caller's.  With one thread there is no thread at
 * all: ng_crew_submit() does the work.
 */
#ifndef NG_CREW_H
#define NG_CREW_H

#include "newsgraph.h"

typedef struct ng_crew ng_crew;

typedef struct {
  unsigned threads;
  size_t n_slots; /* of the ring */
  /* Work on a slot; `worker` counts from 0. */
  void (*work)(void *to, unsigned worker, size_t slot);
  void *to;
} ng_crew_plan;

ng_status ng_crew_new(ng_crew **out, const ng_crew_plan *plan, ng_error *err);

/* Wait for what is being worked on, drop what is not begun, end the threads. */
void ng_crew_free(ng_crew *crew);

/* The slot to fill next, free unless all slots are in use. */
bool ng_crew_full(const ng_crew *crew);
size_t ng_crew_next(const ng_crew *crew);

/* Hand that slot over. */
void ng_crew_submit(ng_crew *crew);

/* Slots handed over and not yet taken. */
size_t ng_crew_pending(const ng_crew *crew);

/* Is the oldest of them done?  Does not wait. */
bool ng_crew_ready(ng_crew *crew);

/* Wait for the oldest, and take it: it is free when the next slot is submitted
 * or taken. There must be one. */
size_t ng_crew_take(ng_crew *crew);

/* How many threads this machine can run at once. */
unsigned ng_crew_cores(void);

#endif /* NG_CREW_H */
