/* conform.h - graphs against shapes. */
#ifndef NG_CLI_CONFORM_H
#define NG_CLI_CONFORM_H

#include "rdf/shapes.h"

/* The graphs, as one set of triples, and what was wrong with it. */
typedef struct {
  ng_triples shapes, data;
  uint64_t nodes, violations;
} cli_conformer;

void cli_conformer_init(cli_conformer *c);
void cli_conformer_release(cli_conformer *c);

/* Read shapes from a file, or the built-in ones if `path` is NULL. */
ng_status cli_conformer_shapes(cli_conformer *c, const char *path,
                               ng_error *err);

/* Check what was read into c->data, saying on stderr what does not conform. */
ng_status cli_conformer_check(cli_conformer *c, ng_error *err);

#endif /* NG_CLI_CONFORM_H */
