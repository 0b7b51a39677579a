#include "text/tag.h"

/* The facts: of the word (W), the two words before (P, PP) and after (N, NN).
 */
enum {
  NONE,
  FORM,
  LOWER,
  S1,
  S2,
  S3,
  S4,
  P2,
  P3,
  SHAPE,
  FLAGS,
  T1,
  T2,
  P_LOWER,
  N_LOWER,
  PP_LOWER,
  NN_LOWER,
  P_S3,
  N_S3,
  AMB,
  N_AMB,
  NN_AMB,
  N_SHAPE,
  P_FLAGS,
  N_FLAGS,
  N_CAPITAL,
  CL,
  CL6,
  CL4,
  N_CL,
  P_CL,
  N_ATOMS
};

static const ng_template templates[] = {
    {{FORM}},
    {{LOWER}},
    {{S3}},
    {{S2}},
    {{S4}},
    {{S1}},
    {{P2}},
    {{P3}},
    {{SHAPE}},
    {{FLAGS}},
    {{T1}},
    {{T1, T2}},
    {{LOWER, T1}},
    {{P_LOWER}},
    {{N_LOWER}},
    {{PP_LOWER}},
    {{NN_LOWER}},
    {{N_LOWER, LOWER}},
    {{P_LOWER, LOWER}},
    {{N_S3}},
    {{P_S3}},
    {{N_AMB}},
    {{N_AMB, T1}},
    {{S3, T1}},
    {{SHAPE, T1}},
    {{N_LOWER, T1}},
    {{N_AMB, NN_AMB}},
    {{N_SHAPE, SHAPE}},
    {{AMB}},
    {{AMB, T1}},
    {{AMB, N_AMB}},
    {{FLAGS, T1}},
    {{S3, FLAGS}},
    {{N_LOWER, FLAGS}},
    {{P_LOWER, FLAGS}},
    {{FLAGS, P_FLAGS, N_FLAGS}},
    {{CL}},
    {{S2, FLAGS, N_CAPITAL}},
    {{CL6}},
    {{CL4}},
    {{N_CL}},
    {{P_CL}},
};

static const ng_templates all = {templates,
                                 sizeof templates / sizeof *templates};

/* The first `bits` steps of a path: a path of 10 steps is 1xxxxxxxxxx. */
static unsigned
cluster_prefix(unsigned cluster, unsigned bits)
{
  while (cluster >> (bits + 1))
    cluster >>= 1;
  return cluster;
}

static void
word_atoms(const ng_form *w, bool first, uint64_t *a)
{
  a[FORM] = w->form;
  a[LOWER] = w->lower;
  for (unsigned k = 0; k < 4; k++)
    a[S1 + k] = w->suffix[k];
  a[P2] = w->prefix[0];
  a[P3] = w->prefix[1];
  a[SHAPE] = w->shape;
  a[FLAGS] = (unsigned)w->flags << 1 | first;
  a[AMB] = w->ambiguity;
  a[CL] = w->cluster;
  a[CL6] = cluster_prefix(w->cluster, 6);
  a[CL4] = cluster_prefix(w->cluster, 4);
}

static const ng_form outside = {.ambiguity = NG_NO_AMBIGUITY};

static const ng_form *
around(const ng_form *forms, uint32_t n, uint64_t i)
{
  return i < n ? &forms[i] : &outside; /* before the first wraps around */
}

uint32_t
ng_tag_rows(const ng_form *forms, uint32_t n, uint32_t i,
            ng_tag_history history, unsigned bits, uint32_t rows[NG_TAG_ROWS])
{
  const ng_form *next = around(forms, n, (uint64_t)i + 1);
  const ng_form *previous = around(forms, n, (uint64_t)i - 1);
  const ng_form *after = around(forms, n, (uint64_t)i + 2);
  uint64_t a[N_ATOMS];
  word_atoms(&forms[i], i == 0, a);
  a[T1] = history.last;
  a[T2] = history.last_but_one;
  a[P_LOWER] = previous->lower;
  a[N_LOWER] = next->lower;
  a[PP_LOWER] = around(forms, n, (uint64_t)i - 2)->lower;
  a[NN_LOWER] = after->lower;
  a[P_S3] = previous->suffix[2];
  a[N_S3] = next->suffix[2];
  a[N_AMB] = next->ambiguity;
  a[NN_AMB] = after->ambiguity;
  a[N_SHAPE] = next->shape;
  a[P_FLAGS] = previous->flags;
  a[N_FLAGS] = next->flags;
  a[N_CAPITAL] = next->flags & NG_FORM_CAPITAL;
  a[N_CL] = next->cluster;
  a[P_CL] = previous->cluster;
  a[NONE] = 0;
  for (unsigned k = 1; k < N_ATOMS; k++)
    a[k] = ng_atom(k, a[k]);
  ng_template_rows(all, a, 0, bits, rows);
  return all.n;
}

static uint8_t
decide(const ng_model *m, const ng_form *forms, uint32_t n, uint32_t i,
       ng_tag_history history)
{
  uint32_t rows[NG_TAG_ROWS];
  int16_t sums[NG_WIDE];
  uint32_t n_rows = ng_tag_rows(forms, n, i, history, m->tagger_bits, rows);
  ng_wide_ask(m->tagger, rows, n_rows);
  m->sum(m->tagger, rows, n_rows, sums);
  return (uint8_t)ng_wide_best(sums, m->n_tags);
}

void
ng_tag_words(const ng_model *m, const ng_form *forms, uint32_t n, uint8_t *tags)
{
  ng_tag_history history = {0, 0};
  for (uint32_t i = 0; i < n; i++) {
    uint8_t tag = forms[i].tag;
    if (tag == NG_NO_TAG)
      tag = decide(m, forms, n, i, history);
    tags[i] = tag;
    history = (ng_tag_history){tag + 1U, history.last};
  }
}
