/* given.h - links that a file has: others' answers, or ours of before.
 *
 * JSON lines {"id", "mentions": [{"span", "id"}]}, as `mentions` and ELEVANT
 * ("entity_mentions") write them.
 */
#ifndef NG_CLI_GIVEN_H
#define NG_CLI_GIVEN_H

#include "cli/score.h"

#include <jansson.h>

/* A gold_object: add the line to `given`, a json_t object that is empty to
 * begin with. */
bool given_take(void *given, const void *line);

/* The links given for `a`, and the names given that have no identifier, in
 * `out`, which has room for `cap`; how many. */
size_t given_links(const json_t *given, const gold_article *a, found_link *out,
                   size_t cap);
size_t given_unlinked(const json_t *given, const gold_article *a,
                      found_link *out, size_t cap);

#endif /* NG_CLI_GIVEN_H */
