/* bench.h - the rows of `newsgraph bench`: speed and memory.
 *
 * Each is a file of its own, takes the arguments from its name on, prints one
 * line a metric to stdout, `metric<TAB>value`, and returns an exit status.
 */
#ifndef NG_BENCH_H
#define NG_BENCH_H

#include <time.h>

int bench_dump(int argc, char **argv);    /* bench_dump.c */
int bench_link(int argc, char **argv);    /* bench_articles.c */
int bench_names(int argc, char **argv);   /* bench_names.c */
int bench_segment(int argc, char **argv); /* bench_segment.c */
int bench_write(int argc, char **argv);   /* bench_write.c */

int bench_time(int argc, char **argv); /* bench_segment.c */

int bench_tag(int argc, char **argv);   /* bench_trees.c */
int bench_parse(int argc, char **argv); /* bench_trees.c */
int bench_graph(int argc, char **argv); /* bench_articles.c */

/* Seconds of CPU that the process has had. */
static inline double
bench_seconds(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

#endif /* NG_BENCH_H */
