#include "core/crew.h"
#include "core/fail.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

typedef struct {
  ng_crew *crew;
  unsigned number;
  pthread_t thread;
} worker;

/* Counts of slots since the start; a slot's place is its count modulo n_slots:
 * taken <= begun <= filled <= taken + n_slots. */
struct ng_crew {
  ng_crew_plan plan;
  worker *workers;
  unsigned n_workers; /* threads running */
  bool *done;         /* by place */

  pthread_mutex_t lock; /* over all below */
  pthread_cond_t work;  /* filled has grown, or it is time to stop */
  pthread_cond_t ready; /* a slot is done */
  size_t filled, begun, taken;
  bool stop;
};

static size_t
place(const ng_crew *crew, size_t count)
{
  return count % crew->plan.n_slots;
}

static void *
run(void *arg)
{
  worker *w = arg;
  ng_crew *crew = w->crew;
  (void)pthread_mutex_lock(&crew->lock);
  for (;;) {
    while (crew->begun == crew->filled && !crew->stop)
      (void)pthread_cond_wait(&crew->work, &crew->lock);
    if (crew->stop)
      break;
    size_t slot = place(crew, crew->begun++);
    (void)pthread_mutex_unlock(&crew->lock);
    crew->plan.work(crew->plan.to, w->number, slot);
    (void)pthread_mutex_lock(&crew->lock);
    crew->done[slot] = true;
    (void)pthread_cond_signal(&crew->ready);
  }
  (void)pthread_mutex_unlock(&crew->lock);
  return NULL;
}

static ng_status
start(ng_crew *crew, ng_error *err)
{
  for (unsigned i = 0; i < crew->plan.threads; i++) {
    worker *w = &crew->workers[i];
    *w = (worker){.crew = crew, .number = i};
    errno = pthread_create(&w->thread, NULL, run, w);
    if (errno)
      return ng_fail(err, NG_ERR_IO, 0, "cannot start a thread: %m");
    crew->n_workers++;
  }
  return NG_OK;
}

ng_status
ng_crew_new(ng_crew **out, const ng_crew_plan *plan, ng_error *err)
{
  *out = NULL;
  ng_crew *crew = calloc(1, sizeof *crew);
  if (!crew)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  crew->plan = *plan;
  (void)pthread_mutex_init(&crew->lock, NULL);
  (void)pthread_cond_init(&crew->work, NULL);
  (void)pthread_cond_init(&crew->ready, NULL);
  assert(plan->threads > 0 && plan->n_slots > 0);
  crew->done = calloc(plan->n_slots, sizeof *crew->done);
  crew->workers = calloc(plan->threads, sizeof *crew->workers);
  ng_status st = NG_OK;
  if (!crew->done || !crew->workers)
    st = ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  else if (plan->threads > 1)
    st = start(crew, err);
  if (st != NG_OK) {
    ng_crew_free(crew);
    return st;
  }
  *out = crew;
  return NG_OK;
}

void
ng_crew_free(ng_crew *crew)
{
  if (!crew)
    return;
  (void)pthread_mutex_lock(&crew->lock);
  crew->stop = true;
  (void)pthread_cond_broadcast(&crew->work);
  (void)pthread_mutex_unlock(&crew->lock);
  for (unsigned i = 0; i < crew->n_workers; i++)
    (void)pthread_join(crew->workers[i].thread, NULL);
  (void)pthread_cond_destroy(&crew->ready);
  (void)pthread_cond_destroy(&crew->work);
  (void)pthread_mutex_destroy(&crew->lock);
  free(crew->workers);
  free(crew->done);
  free(crew);
}

/* Only the caller's thread writes `filled` and `taken`, so it may read them
 * without the lock. */
size_t
ng_crew_pending(const ng_crew *crew)
{
  return crew->filled - crew->taken;
}

bool
ng_crew_full(const ng_crew *crew)
{
  return ng_crew_pending(crew) == crew->plan.n_slots;
}

size_t
ng_crew_next(const ng_crew *crew)
{
  return place(crew, crew->filled);
}

void
ng_crew_submit(ng_crew *crew)
{
  size_t slot = ng_crew_next(crew);
  if (crew->n_workers == 0) {
    crew->filled++;
    crew->plan.work(crew->plan.to, 0, slot);
    crew->done[slot] = true;
    return;
  }
  (void)pthread_mutex_lock(&crew->lock);
  crew->filled++;
  (void)pthread_cond_signal(&crew->work);
  (void)pthread_mutex_unlock(&crew->lock);
}

bool
ng_crew_ready(ng_crew *crew)
{
  (void)pthread_mutex_lock(&crew->lock);
  bool ready = ng_crew_pending(crew) && crew->done[place(crew, crew->taken)];
  (void)pthread_mutex_unlock(&crew->lock);
  return ready;
}

size_t
ng_crew_take(ng_crew *crew)
{
  size_t slot = place(crew, crew->taken);
  (void)pthread_mutex_lock(&crew->lock);
  while (!crew->done[slot])
    (void)pthread_cond_wait(&crew->ready, &crew->lock);
  crew->done[slot] = false;
  crew->taken++;
  (void)pthread_mutex_unlock(&crew->lock);
  return slot;
}

unsigned
ng_crew_cores(void)
{
  cpu_set_t set;
  int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return n > 0 ? (unsigned)n : 1;
}
