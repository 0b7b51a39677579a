/* verify.h - a graph's spans against the text they are of. */
#ifndef NG_CLI_VERIFY_H
#define NG_CLI_VERIFY_H

#include "doc.h"

/* An article to check against. */
typedef struct {
  ng_doc *doc;
  ng_str iri;       /* without the base: "article/..." */
  uint32_t *places; /* byte offset of every code point of the text */
  uint32_t n;       /* code points */
} cli_text;

/* All that is known: the articles, and what the graph says of spans. */
typedef struct {
  ng_arena arena;
  NG_VEC(cli_text) texts;
  struct cli_fact *facts; /* by subject */
  uint32_t n_facts, cap;
  uint64_t spans, wrong; /* checked; that do not hold */
  uint32_t last;         /* of texts: what was found last */
  ng_str missed;         /* the article last told to have no text */
} cli_verifier;

void cli_verifier_init(cli_verifier *v);
void cli_verifier_release(cli_verifier *v);

/* Read the articles of a file, or of all in a folder; false, having said on
 * stderr which are missing, if some cannot be read. */
bool cli_verifier_text(cli_verifier *v, const char *path,
                       const ng_options *options);

/* Check the spans of a graph, saying on stderr which do not hold. */
ng_status cli_verifier_graph(cli_verifier *v, const char *path, ng_error *err);

#endif /* NG_CLI_VERIFY_H */
