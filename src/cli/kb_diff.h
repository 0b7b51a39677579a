/* kb_diff.h - newsgraph kb diff. */
#ifndef NG_KB_DIFF_H
#define NG_KB_DIFF_H

/* Compare two bases: see `newsgraph kb --help`. */
int kb_diff(int argc, char **argv);

#endif /* NG_KB_DIFF_H */
