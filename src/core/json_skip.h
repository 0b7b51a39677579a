/* json_skip.h - past a JSON object or array that nobody wants. */
#ifndef NG_CORE_JSON_SKIP_H
#define NG_CORE_JSON_SKIP_H

#include <stdbool.h>
#include <stddef.h>

/* Past the bracket that closes the one at `at`; NULL if `end` comes before it.
 * Only brackets of its own kind are counted, outside strings.  64 bytes from
 * `end` on must be readable.  `wide`: by AVX2 where the processor has it; else,
 * or without, by code for any, with the same answer. */
const char *ng_json_skip(const char *at, const char *end, bool wide);

#endif
