#include "rdf/world.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Closed worlds, for whoever opens one next.  Freeing a world cleans libxml2 up
 * under the feet of the threads that still use it, and what they keep there is
 * then lost; so none is freed. */
enum { MAX_IDLE = 256 };
static raptor_world *idle[MAX_IDLE];
static size_t n_idle;

static raptor_world *
new_world(void)
{
  raptor_world *world = raptor_new_world();
  if (world && raptor_world_open(world)) {
    raptor_free_world(world);
    world = NULL;
  }
  return world;
}

raptor_world *
ng_world_open(void)
{
  if (!ng_raptor_load())
    return NULL;
  (void)pthread_mutex_lock(&lock);
  raptor_world *world = n_idle ? idle[--n_idle] : new_world();
  (void)pthread_mutex_unlock(&lock);
  return world;
}

void
ng_world_close(raptor_world *world)
{
  if (!world)
    return;
  (void)pthread_mutex_lock(&lock);
  raptor_world_set_log_handler(world, NULL, NULL);
  if (n_idle < MAX_IDLE)
    idle[n_idle++] = world;
  else
    raptor_free_world(world);
  (void)pthread_mutex_unlock(&lock);
}

librdf_world *
ng_redland_open(void)
{
  if (!ng_librdf_load())
    return NULL;
  (void)pthread_mutex_lock(&lock);
  librdf_world *world = librdf_new_world();
  if (world)
    librdf_world_open(world);
  (void)pthread_mutex_unlock(&lock);
  return world;
}

void
ng_redland_close(librdf_world *world)
{
  if (!world)
    return;
  (void)pthread_mutex_lock(&lock);
  librdf_free_world(world);
  (void)pthread_mutex_unlock(&lock);
}
