/* parts.h - output in numbered files, for bulk loaders: out.nq.gz becomes
 * out-000001.nq.gz, out-000002.nq.gz ...; and a description of them. */
#ifndef NG_CLI_PARTS_H
#define NG_CLI_PARTS_H

#include "core/output.h"
#include "emit/census.h"

typedef struct {
  const char *path;      /* as the user gave it; NULL: standard output */
  uint64_t split;        /* bytes to a part, before compression; 0: one file */
  const char *void_path; /* where the description goes; NULL: nowhere */
  const char *media;     /* of the parts */
  ng_output *output;
  uint64_t written; /* bytes of this part */
  unsigned n;       /* of this part, from 1 */
  ng_census census;
} cli_parts;

/* Open the first part of what `parts` asks for. */
ng_status cli_parts_open(cli_parts *parts, ng_error *err);

/* Write whole articles: a part ends only before one. */
ng_status cli_parts_write(cli_parts *parts, ng_str bytes, ng_error *err);
ng_status cli_parts_flush(cli_parts *parts, ng_error *err);

/* Close the last part, and write the description if all is well; see
 * ng_output_close(). Frees what `parts` holds. */
ng_status cli_parts_close(cli_parts *parts, bool keep, ng_error *err);

#endif /* NG_CLI_PARTS_H */
