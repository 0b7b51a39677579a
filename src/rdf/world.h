/* world.h - opening and closing raptor and Redland. */
#ifndef NG_WORLD_H
#define NG_WORLD_H

#include "rdf/redland.h"

/* A world of raptor, for one thread at a time, or NULL.  Worlds share libxml2's
 * and libxslt's globals, which opening one sets up; so that happens under one
 * lock.  A closed world is kept, and opened again. */
raptor_world *ng_world_open(void);
void ng_world_close(raptor_world *world);

/* The same of librdf, which opens worlds of raptor and rasqal. */
librdf_world *ng_redland_open(void);
void ng_redland_close(librdf_world *world);

#endif /* NG_WORLD_H */
