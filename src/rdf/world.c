#include "rdf/world.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

raptor_world *
ng_world_open(void)
{
  if (!ng_raptor_load())
    return NULL;
  (void)pthread_mutex_lock(&lock);
  raptor_world *world = raptor_new_world();
  if (world && raptor_world_open(world)) {
    raptor_free_world(world);
    world = NULL;
  }
  (void)pthread_mutex_unlock(&lock);
  return world;
}

void
ng_world_close(raptor_world *world)
{
  if (!world)
    return;
  (void)pthread_mutex_lock(&lock);
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
