/* kb_diff.h - newsgraph kb diff. */
#ifndef NG_KB_DIFF_H
#define NG_KB_DIFF_H

/* Print what the base at `new_path` has otherwise; the exit status. */
int kb_diff(const char *old_path, const char *new_path);

#endif /* NG_KB_DIFF_H */
