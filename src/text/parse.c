/* parse.c - what the parser looks at. */
#include "text/parse.h"

/* Facts of the two or three words on top of the stack (S0, S1, S2) and at the
 * front of the buffer (B0, B1, B2): word, tag, cluster and its first six steps;
 * of their outermost and second outermost children (S0L, S0L2 ...) also the
 * label; counts and sets of labels of all children; distances. */
enum {
  NONE,
  /* clang-format off */
  S0W, S1W, S2W, B0W, B1W, B2W, S0T, S1T, S2T, B0T, B1T, B2T,
  S0L_T, S0R_T, S1L_T, S1R_T, B0L_T, S0L2_T, S1R2_T,
  S0L_W, S0R_W, S1R_W, B0L_W,
  S0L_L, S0R_L, S1R_L, B0L_L, S0L2_L, S0R2_L, S1R2_L, S2R_L,
  S0_NL, S0_NR, S1_NR, B0_NL,
  S0_LSET, S0_RSET, S1_LSET, S1_RSET, B0_LSET,
  D0, D1, S0C, S1C, B0C, B1C, S0C6, S1C6, B0C6, B1C6,
  /* clang-format on */
  N_ACTION_SLOTS
};

/* clang-format off */
static const ng_template action_templates[] = {
    {{S0T}},
    {{S1T}},
    {{B0T}},
    {{B1T}},
    {{B2T}},
    {{B2W}},
    {{B0T, B1T}},
    {{S1T, B0T}},
    {{B0T, B1T, B2T}},
    {{S0T, S0L_T, B0T}},
    {{S0T, D0}},
    {{B0T, D0}},
    {{S0T, S0_NL}},
    {{S0T, S0_NR}},
    {{S0L_W}},
    {{S0R_W}},
    {{S1R_W}},
    {{B0L_W}},
    {{S1_RSET, S1T}},
    {{B0_LSET, B0T}},
    {{S1R_L, S1R2_L, S1T}},
    {{B0W, B1T}},
    {{S0L2_T, S0T, S0L2_L}},
    {{S0C}},
    {{S1C}},
    {{B0C}},
    {{B1C}},
    {{S0C6, B0C6}},
    {{S1C6, S0C6}},
    {{S0C6, B0T}},
    {{B0C6, S0T}},
    {{S0C6, B0C6, B1C6}},
    /* from here on twice at a glance */
    {{S0W, S0T}},
    {{B0W}},
    {{B1W, B1T}},
    {{B0W, B0T, S0T}},
    {{S0W, S1T}},
    {{S0T, B0T, B1T}},
    {{S0T, S0R_T, B0T}},
    {{S0T, B0T, B0L_T}},
    {{S1T, S1R_T, S0T}},
    {{S0T, B0T, D0}},
    {{S1T, S0T, D1}},
    {{S0W, S0_NL}},
    {{S1W, S1_NR}},
    {{B0W, B0_NL}},
    {{S0T, S0L_L, S0R_L}},
    {{S1_LSET, S1T, S0T}},
    {{S1T, S0T, S0L_W}},
    {{S1W, S0T, S0L_L}},
    {{S0L_L, S0L2_L, S0T}},
    {{S0R_L, S0R2_L, S0T}},
    {{S0W, S0R_T, B0T}},
    {{S2R_L, S2T, S0T}},
    {{S1C, S0C}},
    {{S1C, S0L_W}},
    /* from here on not looked at */
    {{S0W}},
    {{S1W, S1T}},
    {{S1W}},
    {{S2T}},
    {{S2W}},
    {{B0W, B0T}},
    {{B1W}},
    {{S0W, S0T, B0W, B0T}},
    {{S0W, S0T, B0T}},
    {{S0W, B0W}},
    {{S0T, B0T}},
    {{S0W, B0T}},
    {{B0W, S0T}},
    {{S1W, S0W}},
    {{S1T, S0T}},
    {{S1W, S0T}},
    {{S1W, B0W}},
    {{S1W, B0T}},
    {{B0W, S1T}},
    {{S1T, S0T, B0T}},
    {{S2T, S1T, S0T}},
    {{S0W, S1T, B0T}},
    {{B0W, S1T, S0T}},
    {{S1W, S0T, B0T}},
    {{S1T, S0T, B0T, B1T}},
    {{S1T, S1L_T, S0T}},
    {{S1T, S0T, S0L_T}},
    {{S1T, S0T, S0R_T}},
    {{S0W, D0}},
    {{B0W, D0}},
    {{S1T, D1, S0W}},
    {{S0W, S0_NR}},
    {{S1T, S1_NR, S0T}},
    {{B0T, B0_NL, S0T}},
    {{S1T, S1R_L, S0T}},
    {{B0T, B0L_L, S0T}},
    {{S0_LSET, S0T}},
    {{S0_RSET, S0T}},
    {{S1_RSET, S1W, S0T}},
    {{S0_RSET, S0T, B0T}},
    {{S1W, S0L_W}},
    {{S2W, S0L_W}},
    {{S0W, S1R_W}},
    {{B0W, B1W}},
    {{S0T, B0T, S0R_L}},
    {{S1T, S0T, S0L_L, S1R_L}},
    {{S2T, S1T, S0T, B0T}},
    {{S2W, S0W}},
    {{S0W, B0T, B1T}},
    {{S1R2_T, S1T, S0T}},
    {{S0C, B0C}},
    {{S1C6, S0T, S0L_W}},
    {{S1C, S0C6, S0L_W}},
    {{S1C6, S0C6, B0T}},
};
/* clang-format on */

/* The same of an arc's head (H) and dependent (D), the words before (DB, HB)
 * and after them (DA, HA), and their children (DL, DR, HL, HR). */
enum {
  /* clang-format off */
  H_W = 1, D_W, H_T, D_T, H_S, D_S,
  DL_W, DL_T, DR_T, DL2_T, HR_W, DL_L, DR_L, DL2_L, HL_L, HR_L,
  DB_T, DB_W, DA_T, DA_W, HB_T, HA_T,
  D_LSET, D_RSET, H_LSET, H_RSET, DIST, D_C, H_C, D_C6, H_C6,
  /* clang-format on */
  N_LABEL_SLOTS
};

/* clang-format off */
static const ng_template label_templates[] = {
    {{H_W}},
    {{H_T}},
    {{D_W}},
    {{D_T}},
    {{DL_W, H_T, D_T}},
    {{H_LSET, H_T, D_T}},
    {{H_RSET, H_T, D_T}},
    {{H_T, D_T, DIST}},
    {{DB_T, D_T, DA_T}},
    {{HB_T, H_T, HA_T}},
    {{D_T, DL_L, H_T}},
    {{DL_L, DL2_L, D_T}},
    {{D_T, DR_L, H_T}},
    {{D_LSET, D_W}},
    {{DA_W, D_T, H_T}},
    {{D_S, H_T}},
    {{H_S, D_T}},
    {{HL_L, HR_L, D_T, H_T}},
    {{D_C, H_T}},
    {{H_C, D_T}},
    {{D_C6, H_C6}},
    {{DL_W, D_C6, H_T}},
    {{DL_W, D_C}},
    {{DL_W, H_C}},
    /* from here on not looked at */
    {{H_W, D_W}},
    {{H_T, D_T}},
    {{H_W, D_T}},
    {{D_W, H_T}},
    {{H_T, D_T, DL_T}},
    {{H_W, DL_W}},
    {{DL_W, D_W}},
    {{D_LSET, H_T, D_T}},
    {{H_LSET, D_W, H_T}},
    {{H_LSET, H_W, D_T}},
    {{DB_W, D_T, H_T}},
    {{D_RSET, D_T, H_T}},
    {{H_RSET, H_W, D_T}},
    {{DB_W, D_W}},
    {{HR_W, H_T, D_T}},
    {{H_W, D_T, DL_L}},
    {{D_LSET, H_LSET, D_T, H_T}},
    {{DR_T, D_T, DL_T, H_T}},
    {{DL2_T, DL_T, D_T, H_T}},
    {{D_C, H_C}},
};
/* clang-format on */

enum {
  N_ACTIONS = sizeof action_templates / sizeof *action_templates,
  N_LABELS = sizeof label_templates / sizeof *label_templates
};
static const ng_templates actions = {action_templates, N_ACTIONS};
static const ng_templates labels = {label_templates, N_LABELS};

_Static_assert((int)N_ACTION_SLOTS <= (int)NG_PARSE_ATOMS, "atoms have room");
_Static_assert((int)N_LABEL_SLOTS <= (int)NG_PARSE_ATOMS, "atoms have room");
_Static_assert((int)N_ACTIONS <= (int)NG_PARSE_ROWS, "rows have room");

/* What is looked at first, and the rest: see ng_action_ask(). */
static const ng_templates action_glance = {action_templates, NG_GLANCE_ACTION};
static const ng_templates action_rest = {action_templates + NG_GLANCE_ACTION,
                                         N_ACTIONS - NG_GLANCE_ACTION};
static const ng_templates label_glance = {label_templates, NG_GLANCE_LABEL};
static const ng_templates label_rest = {label_templates + NG_GLANCE_LABEL,
                                        N_LABELS - NG_GLANCE_LABEL};

/* What a hunch looks at: some of the slots above, of which hunch_atoms() makes
 * the atoms. */
/* clang-format off */
static const ng_template hunch_templates[] = {
    {{S1T, S0T, B0T, B1T}},
    {{S0T, B0T, B0L_L}},
    {{B0W, B0_NL}},
    {{S0T, S0L_L, S0R_L, B0T}},
    {{S0T, B0T, B1T}},
    {{S1_LSET, S1T, B0T}},
    {{S0W, B0T}},
    {{B0W}},
    {{S0C, S1T, B0T}},
    {{S0C, B0C}},
    {{B0L_W, S0T, B0T}},
    {{S0T, S1T, B0T}},
};
/* clang-format on */
_Static_assert(sizeof hunch_templates / sizeof *hunch_templates ==
                   NG_HUNCH_ROWS,
               "as many as there are");
static const ng_templates hunches = {hunch_templates, NG_HUNCH_ROWS};

/* The words that an action is about, and the outermost children. */
typedef struct {
  const ng_node *s[3], *b[3], *s0l, *s0r, *b0l;
} scene;

static inline scene
scene_of(const ng_parser *p)
{
  scene c = {.s = {ng_stacked(p, 0), ng_stacked(p, 1), ng_stacked(p, 2)},
             .b = {p->nodes + p->next, p->nodes + p->next + 1,
                   p->nodes + p->next + 2}};
  c.s0l = ng_child(p, c.s[0], NG_LEFTWARD, 0);
  c.s0r = ng_child(p, c.s[0], NG_RIGHTWARD, 0);
  c.b0l = ng_child(p, c.b[0], NG_LEFTWARD, 0);
  return c;
}

static inline __attribute__((always_inline)) void
hunch_atoms(const scene *c, uint64_t *a)
{
  ng_atom_set(a, S0W, c->s[0]->word);
  ng_atom_set(a, B0W, c->b[0]->word);
  ng_atom_set(a, S0T, c->s[0]->tag);
  ng_atom_set(a, S1T, c->s[1]->tag);
  ng_atom_set(a, B0T, c->b[0]->tag);
  ng_atom_set(a, B1T, c->b[1]->tag);
  ng_atom_set(a, S0C, c->s[0]->cluster);
  ng_atom_set(a, B0C, c->b[0]->cluster);
  ng_atom_set(a, S0L_L, c->s0l->label);
  ng_atom_set(a, S0R_L, c->s0r->label);
  ng_atom_set(a, B0L_L, c->b0l->label);
  ng_atom_set(a, B0L_W, c->b0l->word);
  ng_atom_set(a, B0_NL, c->b[0]->n[NG_LEFTWARD]);
  ng_atom_set(a, S1_LSET, c->s[1]->labels[NG_LEFTWARD]);
  a[NONE] = 0;
}

void
ng_hunch_ask(ng_parser *p, const ng_model *m)
{
  ng_table table = {m->hunches, m->hunches ? sizeof *m->hunches : 0,
                    m->hunch_bits};
  scene c = scene_of(p);
  hunch_atoms(&c, p->atoms);
  ng_template_rows(hunches, p->atoms, 0, table, p->rows);
  p->n_rows = hunches.n;
}

/* Those that a hunch does without: of words, */
static void
word_atoms(const scene *c, uint64_t *a)
{
  ng_atom_set(a, S1W, c->s[1]->word);
  ng_atom_set(a, S2W, c->s[2]->word);
  ng_atom_set(a, B1W, c->b[1]->word);
  ng_atom_set(a, B2W, c->b[2]->word);
  ng_atom_set(a, S2T, c->s[2]->tag);
  ng_atom_set(a, B2T, c->b[2]->tag);
  ng_atom_set(a, S1C, c->s[1]->cluster);
  ng_atom_set(a, B1C, c->b[1]->cluster);
  ng_atom_set(a, S0C6, c->s[0]->six);
  ng_atom_set(a, S1C6, c->s[1]->six);
  ng_atom_set(a, B0C6, c->b[0]->six);
  ng_atom_set(a, B1C6, c->b[1]->six);
}

/* children, */
static void
child_atoms(const ng_parser *p, const scene *c, uint64_t *a)
{
  const ng_node *const *s = c->s;
  const ng_node *s1r = ng_child(p, s[1], 1, 0);
  const ng_node *s0l2 = ng_child(p, s[0], 0, 1);
  const ng_node *s1r2 = ng_child(p, s[1], 1, 1);
  ng_atom_set(a, S0L_T, c->s0l->tag);
  ng_atom_set(a, S0R_T, c->s0r->tag);
  ng_atom_set(a, S1L_T, ng_child(p, s[1], 0, 0)->tag);
  ng_atom_set(a, S1R_T, s1r->tag);
  ng_atom_set(a, B0L_T, c->b0l->tag);
  ng_atom_set(a, S0L2_T, s0l2->tag);
  ng_atom_set(a, S1R2_T, s1r2->tag);
  ng_atom_set(a, S0L_W, c->s0l->word);
  ng_atom_set(a, S0R_W, c->s0r->word);
  ng_atom_set(a, S1R_W, s1r->word);
  ng_atom_set(a, S1R_L, s1r->label);
  ng_atom_set(a, S0L2_L, s0l2->label);
  ng_atom_set(a, S0R2_L, ng_child(p, s[0], 1, 1)->label);
  ng_atom_set(a, S1R2_L, s1r2->label);
  ng_atom_set(a, S2R_L, ng_child(p, s[2], 1, 0)->label);
}

/* and counts. */
static void
count_atoms(const ng_parser *p, const scene *c, uint64_t *a)
{
  const uint32_t *top = p->stack + p->n_stack;
  ng_atom_set(a, S0_NL, c->s[0]->n[NG_LEFTWARD]);
  ng_atom_set(a, S0_NR, c->s[0]->n[NG_RIGHTWARD]);
  ng_atom_set(a, S1_NR, c->s[1]->n[NG_RIGHTWARD]);
  ng_atom_set(a, S0_LSET, c->s[0]->labels[NG_LEFTWARD]);
  ng_atom_set(a, S0_RSET, c->s[0]->labels[NG_RIGHTWARD]);
  ng_atom_set(a, S1_RSET, c->s[1]->labels[NG_RIGHTWARD]);
  ng_atom_set(a, B0_LSET, c->b[0]->labels[NG_LEFTWARD]);
  ng_atom_set(a, D0, p->n_stack > 0 ? ng_distance(p->next, top[-1]) : 0);
  ng_atom_set(a, D1, p->n_stack > 1 ? ng_distance(top[-1], top[-2]) : 0);
}

static void
rest_atoms(const ng_parser *p, const scene *c, uint64_t *a)
{
  word_atoms(c, a);
  child_atoms(p, c, a);
  count_atoms(p, c, a);
}

uint32_t
ng_action_rows(const ng_parser *p, unsigned bits, uint32_t rows[NG_PARSE_ROWS])
{
  uint64_t a[N_ACTION_SLOTS];
  scene c = scene_of(p);
  hunch_atoms(&c, a);
  rest_atoms(p, &c, a);
  ng_template_rows(actions, a, 0, (ng_table){.bits = bits}, rows);
  return actions.n;
}

void
ng_action_ask(ng_parser *p, const ng_model *m)
{
  ng_table table = {m->actions, sizeof *m->actions, m->action_bits};
  scene c = scene_of(p);
  rest_atoms(p, &c, p->atoms);
  ng_template_rows(action_glance, p->atoms, 0, table, p->rows);
  p->n_rows = action_glance.n;
}

void
ng_action_ask_rest(ng_parser *p, const ng_model *m)
{
  ng_table table = {m->actions, sizeof *m->actions, m->action_bits};
  ng_template_rows(action_rest, p->atoms, 0, table, p->rows + p->n_rows);
  p->n_rows += action_rest.n;
}

static void
arc_child_atoms(const ng_parser *p, const ng_node *h, const ng_node *d,
                uint64_t *a)
{
  const ng_node *dl = ng_child(p, d, 0, 0), *dr = ng_child(p, d, 1, 0);
  const ng_node *dl2 = ng_child(p, d, 0, 1), *hr = ng_child(p, h, 1, 0);
  ng_atom_set(a, DL_W, dl->word);
  ng_atom_set(a, DL_T, dl->tag);
  ng_atom_set(a, DR_T, dr->tag);
  ng_atom_set(a, DL2_T, dl2->tag);
  ng_atom_set(a, HR_W, hr->word);
  ng_atom_set(a, DL_L, dl->label);
  ng_atom_set(a, DR_L, dr->label);
  ng_atom_set(a, DL2_L, dl2->label);
  ng_atom_set(a, HL_L, ng_child(p, h, 0, 0)->label);
  ng_atom_set(a, HR_L, hr->label);
  ng_atom_set(a, D_LSET, d->labels[NG_LEFTWARD]);
  ng_atom_set(a, D_RSET, d->labels[NG_RIGHTWARD]);
  ng_atom_set(a, H_LSET, h->labels[NG_LEFTWARD]);
  ng_atom_set(a, H_RSET, h->labels[NG_RIGHTWARD]);
}

static void
arc_atoms(const ng_parser *p, ng_arc arc, uint64_t *a)
{
  const ng_node *h = &p->nodes[arc.head], *d = &p->nodes[arc.dependent];
  const ng_node *before = ng_node_at(p, arc.dependent - 1);
  const ng_node *after = &p->nodes[arc.dependent + 1];
  ng_atom_set(a, H_W, h->word);
  ng_atom_set(a, D_W, d->word);
  ng_atom_set(a, H_T, h->tag);
  ng_atom_set(a, D_T, d->tag);
  ng_atom_set(a, H_S, h->suffix);
  ng_atom_set(a, D_S, d->suffix);
  ng_atom_set(a, DB_T, before->tag);
  ng_atom_set(a, DB_W, before->word);
  ng_atom_set(a, DA_T, after->tag);
  ng_atom_set(a, DA_W, after->word);
  ng_atom_set(a, HB_T, ng_node_at(p, arc.head - 1)->tag);
  ng_atom_set(a, HA_T, p->nodes[arc.head + 1].tag);
  ng_atom_set(a, DIST, ng_distance(arc.head, arc.dependent));
  ng_atom_set(a, D_C, d->cluster);
  ng_atom_set(a, H_C, h->cluster);
  ng_atom_set(a, D_C6, d->six);
  ng_atom_set(a, H_C6, h->six);
  arc_child_atoms(p, h, d, a);
  a[NONE] = 0;
}

/* Tells arcs to the left from those to the right. */
static uint64_t
side_of(ng_arc arc)
{
  return arc.dependent < arc.head ? ng_atom(N_LABEL_SLOTS, 1) : 0;
}

uint32_t
ng_label_rows(const ng_parser *p, ng_arc arc, unsigned bits,
              uint32_t rows[NG_PARSE_ROWS])
{
  uint64_t a[N_LABEL_SLOTS];
  arc_atoms(p, arc, a);
  ng_template_rows(labels, a, side_of(arc), (ng_table){.bits = bits}, rows);
  return labels.n;
}

void
ng_label_ask(ng_parser *p, const ng_model *m, ng_arc arc)
{
  ng_table table = {m->labels, sizeof *m->labels, m->label_bits};
  arc_atoms(p, arc, p->atoms);
  ng_template_rows(label_glance, p->atoms, side_of(arc), table, p->rows);
  p->n_rows = label_glance.n;
}

void
ng_label_ask_rest(ng_parser *p, const ng_model *m, ng_arc arc)
{
  ng_table table = {m->labels, sizeof *m->labels, m->label_bits};
  ng_template_rows(label_rest, p->atoms, side_of(arc), table,
                   p->rows + p->n_rows);
  p->n_rows += label_rest.n;
}
