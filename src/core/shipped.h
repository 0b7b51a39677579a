/* shipped.h - where the files that come with the program are. */
#ifndef NG_CORE_SHIPPED_H
#define NG_CORE_SHIPPED_H

typedef enum {
  NG_SHIPPED_KB,
  NG_SHIPPED_FAST,
  NG_SHIPPED_DEEP,
  NG_N_SHIPPED
} ng_shipped;

/* The path that $NEWSGRAPH_KB, $NEWSGRAPH_FAST or $NEWSGRAPH_DEEP gives; else
 * the file beside the program, as where it was built; else the installed one;
 * else its bare name.  Lives as long as the process. */
const char *ng_shipped_path(ng_shipped file);

#endif
