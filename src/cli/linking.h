/* linking.h - what `eval linking` and `train ranking` share: bases, gold, and
 * what linking makes of it. */
#ifndef NG_CLI_LINKING_H
#define NG_CLI_LINKING_H

#include "cli/score.h"
#include "doc.h"

typedef struct {
  ng_kb *kbs[NG_MAX_BASES];
  ng_context context; /* its bases are kbs[] */
  ng_options options;
  gold gold;
  int status; /* exit status so far */
} linking_job;

/* Set up with the defaults. */
void linking_init(linking_job *job);
void linking_release(linking_job *job);

/* Open one more base; open the default one if there is none; read gold files.
 * A failure is printed and is false. */
bool linking_open(linking_job *job, const char *path);
bool linking_open_default(linking_job *job);
bool linking_read(linking_job *job, const char *path);

/* A gold article as a segmented document, or NULL. */
ng_doc *linking_doc(const linking_job *job, const gold_article *a);

/* Link `doc`: its links, in `out`, which has room for `cap`; how many. */
size_t linking_run(const ng_context *context, ng_doc *doc, found_link *out,
                   size_t cap);

/* The names of `doc`, linked, that no base has: spans, in `out` as before. */
size_t linking_unlinked(const ng_context *context, ng_doc *doc, found_link *out,
                        size_t cap);

/* How far linking gets with the gold that the base has. */
typedef struct {
  uint64_t gold;  /* labels that count */
  uint64_t named; /* their span is a spot */
  uint64_t among; /* and the entity is among its readings */
  uint64_t first; /* and the likeliest of them */
  uint64_t kept;  /* and the spot became a mention */
} linking_funnel;

/* Add the labels of `a`, whose linked document is `doc`. */
void linking_follow(const ng_context *context, const gold_article *a,
                    const ng_doc *doc, linking_funnel *f);

/* The spot of `doc`, made of `a`, whose span grown to whole words is `want`
 * (code points), or NULL. */
const ng_spot *linking_spot_at(const gold_article *a, const ng_doc *doc,
                               ng_span want);

/* An in_base_fn over ng_bases. */
bool linking_in_base(const void *bases, uint32_t qid);

/* The file name of a path, without its endings. */
ng_str linking_set_name(const char *path);

#endif /* NG_CLI_LINKING_H */
