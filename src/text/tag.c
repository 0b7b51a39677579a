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

_Static_assert((int)N_ATOMS <= (int)NG_TAG_ATOMS, "atoms have room");

static const ng_template plain_templates[] = {
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
    {{P_LOWER}},
    {{N_LOWER}},
    {{PP_LOWER}},
    {{NN_LOWER}},
    {{N_LOWER, LOWER}},
    {{P_LOWER, LOWER}},
    {{N_S3}},
    {{P_S3}},
    {{N_AMB}},
    {{N_AMB, NN_AMB}},
    {{N_SHAPE, SHAPE}},
    {{AMB}},
    {{AMB, N_AMB}},
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

/* Those that ask for the tags before. */
static const ng_template told_templates[] = {
    {{T1}},        {{T1, T2}},      {{LOWER, T1}}, {{N_AMB, T1}}, {{S3, T1}},
    {{SHAPE, T1}}, {{N_LOWER, T1}}, {{AMB, T1}},   {{FLAGS, T1}},
};

static const ng_templates plain = {
    plain_templates, sizeof plain_templates / sizeof *plain_templates};
static const ng_templates told = {told_templates, sizeof told_templates /
                                                      sizeof *told_templates};

static void
word_atoms(const ng_form *w, bool first, uint64_t *a)
{
  ng_atom_set(a, FORM, w->form);
  ng_atom_set(a, LOWER, w->lower);
  ng_atom_set(a, S1, w->suffix[0]);
  ng_atom_set(a, S2, w->suffix[1]);
  ng_atom_set(a, S3, w->suffix[2]);
  ng_atom_set(a, S4, w->suffix[3]);
  ng_atom_set(a, P2, w->prefix[0]);
  ng_atom_set(a, P3, w->prefix[1]);
  ng_atom_set(a, SHAPE, w->shape);
  ng_atom_set(a, FLAGS, (unsigned)w->flags << 1 | first);
  ng_atom_set(a, AMB, w->ambiguity);
  ng_atom_set(a, CL, w->cluster);
  ng_atom_set(a, CL6, ng_first_steps(w->cluster, 6));
  ng_atom_set(a, CL4, ng_first_steps(w->cluster, 4));
}

static const ng_form outside = {.ambiguity = NG_NO_AMBIGUITY};

static const ng_form *
around(const ng_form *forms, uint32_t n, uint64_t i)
{
  return i < n ? &forms[i] : &outside; /* before the first wraps around */
}

/* What is known of word `i` before those before it are tagged. */
static void
plain_atoms(const ng_form *forms, uint32_t n, uint32_t i, uint64_t *a)
{
  const ng_form *next = around(forms, n, (uint64_t)i + 1);
  const ng_form *previous = around(forms, n, (uint64_t)i - 1);
  const ng_form *after = around(forms, n, (uint64_t)i + 2);
  word_atoms(&forms[i], i == 0, a);
  ng_atom_set(a, P_LOWER, previous->lower);
  ng_atom_set(a, N_LOWER, next->lower);
  ng_atom_set(a, PP_LOWER, around(forms, n, (uint64_t)i - 2)->lower);
  ng_atom_set(a, NN_LOWER, after->lower);
  ng_atom_set(a, P_S3, previous->suffix[2]);
  ng_atom_set(a, N_S3, next->suffix[2]);
  ng_atom_set(a, N_AMB, next->ambiguity);
  ng_atom_set(a, NN_AMB, after->ambiguity);
  ng_atom_set(a, N_SHAPE, next->shape);
  ng_atom_set(a, P_FLAGS, previous->flags);
  ng_atom_set(a, N_FLAGS, next->flags);
  ng_atom_set(a, N_CAPITAL, next->flags & NG_FORM_CAPITAL);
  ng_atom_set(a, N_CL, next->cluster);
  ng_atom_set(a, P_CL, previous->cluster);
  a[NONE] = 0; /* T1, T2: see told_rows() */
}

static inline __attribute__((always_inline)) void
told_rows(uint64_t *a, ng_tag_history history, ng_table table, uint32_t *rows)
{
  ng_atom_set(a, T1, history.last);
  ng_atom_set(a, T2, history.last_but_one);
  ng_template_rows(told, a, 0, table, rows);
}

uint32_t
ng_tag_rows(const ng_form *forms, uint32_t n, uint32_t i,
            ng_tag_history history, unsigned bits, uint32_t rows[NG_TAG_ROWS])
{
  uint64_t a[NG_TAG_ATOMS];
  ng_table table = {.bits = bits};
  plain_atoms(forms, n, i, a);
  ng_template_rows(plain, a, 0, table, rows);
  told_rows(a, history, table, rows + plain.n);
  return plain.n + told.n;
}

static inline ng_table
table_of(const ng_model *m)
{
  return (ng_table){m->tagger, sizeof *m->tagger, m->tagger_bits};
}

/* Look at the first word from `i` on whose tag must be weighed. */
static void
look_ahead(const ng_tagging *t, const ng_model *m, uint32_t i, ng_glimpse *g)
{
  while (i < t->n && t->forms[i].tag != NG_NO_TAG)
    i++;
  g->word = i;
  if (i == t->n)
    return;
  plain_atoms(t->forms, t->n, i, g->atoms);
  ng_template_rows(plain, g->atoms, 0, table_of(m), g->rows);
}

void
ng_tagging_start(ng_tagging *t, const ng_model *m, const ng_form *forms,
                 uint32_t n, uint8_t *tags)
{
  t->forms = forms;
  t->tags = tags;
  t->n = n;
  t->next = t->now = 0;
  t->history = (ng_tag_history){0, 0};
  t->asked = false;
  look_ahead(t, m, 0, &t->two[0]);
}

static void
give(ng_tagging *t, uint8_t tag)
{
  t->tags[t->next++] = tag;
  t->history = (ng_tag_history){tag + 1U, t->history.last};
}

static void
weigh(ng_tagging *t, const ng_model *m)
{
  int16_t sums[NG_WIDE];
  m->sum(m->tagger, t->two[t->now].rows, plain.n + told.n, sums);
  give(t, (uint8_t)ng_wide_best(sums, m->n_tags));
  t->now = !t->now;
  t->asked = false;
}

bool
ng_tagging_step(ng_tagging *t, const ng_model *m)
{
  if (t->asked)
    weigh(t, m);
  ng_glimpse *now = &t->two[t->now];
  while (t->next < now->word)
    give(t, t->forms[t->next].tag);
  if (t->next == t->n)
    return false;
  look_ahead(t, m, t->next + 1, &t->two[!t->now]);
  told_rows(now->atoms, t->history, table_of(m), now->rows + plain.n);
  t->asked = true;
  return true;
}

void
ng_tag_words(const ng_model *m, const ng_form *forms, uint32_t n, uint8_t *tags)
{
  ng_tagging t;
  ng_tagging_start(&t, m, forms, n, tags);
  while (ng_tagging_step(&t, m))
    ;
}
