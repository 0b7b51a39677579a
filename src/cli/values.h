/* values.h - what options can be: each reads one, and is false if it cannot. */
#ifndef NG_CLI_VALUES_H
#define NG_CLI_VALUES_H

#include "newsgraph.h"

typedef enum { CLI_NO_ROWS, CLI_TSV, CLI_CSV } cli_rows;

/* Whether a table is meant by a format's name, or by the name of a file. */
cli_rows cli_rows_named(const char *format);
cli_rows cli_rows_of_file(const char *path);

/* The last suffix of a file's name, "nq" of "a.b/x.nq.gz": without those of
 * packers that we write.  False if it has none, or a long one. */
enum { CLI_SUFFIX_ROOM = 16 };
bool cli_suffix_of(const char *path, char out[CLI_SUFFIX_ROOM]);

/* The place of `value` in `names`, which NULL ends. */
bool cli_read_choice(const char *value, const char *const *names,
                     unsigned *out);

/* auto, text, jsonl */
bool cli_read_input(const char *value, ng_input_choice *out);

/* A number of bytes, at least 1, with K, M or G behind it or without. */
bool cli_read_bytes(const char *value, size_t *out);

/* From 0 to 1, as "0", "1" or "0.25": the same in every locale. */
bool cli_read_share(const char *value, double *out);

/* 0 to 1024. */
bool cli_read_threads(const char *value, unsigned *out);

/* A place in a text, at least 0. */
bool cli_read_offset(const char *value, int64_t *out);

#endif /* NG_CLI_VALUES_H */
