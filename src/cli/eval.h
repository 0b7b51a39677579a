/* eval.h - the rows of `newsgraph eval`: accuracy on annotated text.
 *
 * Each is a file of its own, takes the arguments from its name on, prints one
 * line a metric to stdout, `metric<TAB>value`, and returns an exit status.
 */
#ifndef NG_EVAL_H
#define NG_EVAL_H

int eval_events(int argc, char **argv);     /* eval_events.c */
int eval_relations(int argc, char **argv);  /* eval_relations.c */
int eval_linking(int argc, char **argv);    /* eval_linking.c */
int eval_names(int argc, char **argv);      /* eval_names.c */
int eval_parsing(int argc, char **argv);    /* eval_parsing.c */
int eval_segmenting(int argc, char **argv); /* eval_segmenting.c */

int eval_time(int argc, char **argv);    /* eval_time.c */
int eval_tagging(int argc, char **argv); /* eval_tagging.c */

#endif /* NG_EVAL_H */
