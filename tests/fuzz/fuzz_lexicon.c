/* Any bytes as a lexicon: read or refused, and every index that a pattern holds
 * is inside its table. */
#include "extract/lexicon/lexicon.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const ng_lexicon *l)
{
  for (uint32_t i = 0; i < l->patterns.n; i++) {
    const ng_pattern *p = &l->patterns.at[i];
    if (p->slot + p->n_slots > l->slots.n ||
        p->theme.at + p->theme.n > l->themes.n ||
        p->subject.at + p->subject.n > l->themes.n ||
        p->without.at + p->without.n > l->themes.n ||
        p->example + p->n_examples > l->texts.n ||
        p->expect + p->n_expects > l->texts.n || p->file >= l->files.n ||
        p->own > l->own.n ||
        (p->evokes == NG_EVOKES_PREDICATE &&
         p->class >= NG_N_PREDICATES + l->own.n))
      abort();
  }
  for (uint32_t i = 0; i < l->slots.n; i++)
    if (l->slots.at[i].path + l->slots.at[i].n > l->paths.n)
      abort();
  for (uint32_t i = 0; i < l->paths.n; i++)
    if (l->paths.at[i].step + l->paths.at[i].n > l->steps.n)
      abort();
  for (uint32_t i = 0; i < l->triggers.n; i++)
    if (l->triggers.at[i].pattern >= l->patterns.n)
      abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_lexicon *l;
  ng_error err = {0};
  if (ng_lexicon_new(&l, &err) != NG_OK)
    abort();
  ng_status st =
      ng_lexicon_add(l, NG_LIT("x"), (ng_str){(const char *)data, size}, &err);
  if (st == NG_OK)
    check(l);
  else if (st != err.status || !err.text[0])
    abort();
  ng_lexicon_free(l);
  return 0;
}
