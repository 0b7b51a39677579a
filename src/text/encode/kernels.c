#include "text/encode/kernels.h"

#include <stdlib.h>
#include <string.h>

#if defined __x86_64__
static bool
has_vnni(void)
{
  return __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}
#endif

const ng_kernels *
ng_kernels_at(unsigned i)
{
  const ng_kernels *known[5] = {&ng_kernels_portable};
  unsigned n = 1;
#if defined __x86_64__
  known[n++] = &ng_kernels_sse2;
  if (__builtin_cpu_supports("avx2"))
    known[n++] = &ng_kernels_avx2;
  if (has_vnni())
    known[n++] = &ng_kernels_vnni;
#endif
  return i < n ? known[i] : NULL;
}

const ng_kernels *
ng_kernels_choose(void)
{
  const char *wanted = getenv("NEWSGRAPH_KERNELS");
  const ng_kernels *best = NULL, *k;
  for (unsigned i = 0; (k = ng_kernels_at(i)) != NULL; i++) {
    best = k;
    if (wanted && strcmp(wanted, k->name) == 0)
      return k;
  }
  return best;
}
