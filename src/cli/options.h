/* options.h - the options of the commands that read articles.
 *
 * They are a table, so that --help, the parser, and whatever else wants to know
 * them (completion, manual pages) agree.
 */
#ifndef NG_CLI_OPTIONS_H
#define NG_CLI_OPTIONS_H

#include "cli/values.h"
#include "core/walk.h"
#include "kb/base.h"

/* Which commands have an option. */
enum {
  CLI_GRAPH = 1,
  CLI_MENTIONS = 2,
  CLI_PARSE = 4,
  CLI_ANY = 7,
  CLI_EVAL = 8,
  CLI_LEXICON = 16,
  CLI_BENCH_LINK = 32,
  CLI_BENCH_GRAPH = 64,
  CLI_BENCH = 96,
  CLI_EXPLAIN = 128
};

enum { CLI_MAX_LEXICONS = 16 };

typedef struct {
  int id;            /* its letter, or 256 and more */
  unsigned commands; /* CLI_GRAPH ... */
  const char *name;  /* "format" */
  const char *arg;   /* what it takes, or NULL */
  const char *help;  /* several lines where needed */
} cli_option;

extern const cli_option cli_options[];
extern const size_t cli_n_options;

typedef struct {
  unsigned bit;         /* CLI_GRAPH ... */
  const char *name;     /* "graph" */
  const char *synopsis; /* what follows it in the usage line */
  const char *about;    /* some lines for --help */
} cli_command;

typedef enum { CLI_AUTO, CLI_ALWAYS, CLI_NEVER } cli_when;

/* What a command line asks for. */
typedef struct {
  ng_options options;
  const char *kbs[NG_MAX_BASES]; /* none: the built-in base */
  size_t n_kbs;
  ng_walk_from inputs;
  const char *output;    /* NULL: standard output */
  const char *spans;     /* a file that says what to link, or NULL */
  size_t split;          /* bytes to a file, 0: one file */
  const char *void_path; /* where the description of the build goes */
  bool has_format;       /* --format was given */
  ng_format format;
  cli_rows rows;     /* a table instead of RDF */
  const char *table; /* which; NULL: of events */
  cli_when progress;
  const char *lexicons[CLI_MAX_LEXICONS]; /* options.lexicons */
  bool conllu;                            /* the inputs are treebanks */
  bool errors;                            /* list them */
  int64_t at;                             /* the code point to explain, or -1 */
  bool all; /* explain every reading and feature */
  bool quiet, verbose;
} cli_request;

/* Read the command line into *out, with defaults for what it does not say.
 * Returns -1 to go on, or the exit status: of --help (0) or of a wrong
 * option (2), having said which. */
int cli_parse(cli_request *out, const cli_command *command, int argc,
              char **argv);

/* Say on stderr that the command line is wrong; 2. */
__attribute__((format(printf, 2, 3))) int cli_wrong(const cli_command *command,
                                                    const char *fmt, ...);

/* The name of the long option that getopt_long() gives as `value`, of a table
 * that ends with zeros; "" if none has it. */
struct option;
const char *cli_option_name(const struct option *options, int value);

#endif /* NG_CLI_OPTIONS_H */
