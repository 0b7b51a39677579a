/* choose.h - commands made of commands: `newsgraph eval WHAT ...`. */
#ifndef NG_CHOOSE_H
#define NG_CHOOSE_H

#include <stddef.h>

/* One thing a command can do. `run` gets the arguments from its own name on
 * and returns an exit status (see main.c). */
typedef struct {
  const char *name;
  int (*run)(int argc, char **argv);
  const char *help; /* one line, lower case */
} cli_row;

typedef struct {
  const char *command;  /* "eval" */
  const char *synopsis; /* what follows the row's name in the usage line */
  const cli_row *rows;
  size_t n;
} cli_table;

/* Run the row that argv[1] names. `--help` prints the rows and is 0; a missing
 * or unknown name says so, prints them to stderr, and is 2. */
int cli_choose(const cli_table *table, int argc, char **argv);

/* Of something that takes files and no options: -1 to go on, the files being
 * those from argv[optind], or the exit status of --help, of an option, or of no
 * file. `what` is its command, "bench". */
int cli_only_files(const char *what, const char *usage, int argc, char **argv);

#endif /* NG_CHOOSE_H */
