/* train.h - the rows of `newsgraph train`: models from annotated text.
 *
 * Each is a file of its own, takes the arguments from its name on, and returns
 * an exit status (see main.c).
 */
#ifndef NG_CLI_TRAIN_H
#define NG_CLI_TRAIN_H

int train_fast(int argc, char **argv);    /* train_fast.c */
int train_note(int argc, char **argv);    /* train_note.c */
int train_ranking(int argc, char **argv); /* train_ranking.c */

#endif /* NG_CLI_TRAIN_H */
