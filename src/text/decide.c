/* decide.c - how the parser decides: by a hunch, by the table of sure labels or
 * by weighing. */
#include "text/parse.h"
#include "text/sure.h"

/* By how much a choice must lead at a glance, in units of weights, not to be
 * weighed any further. */
enum { CLEAR_ACTION = 110, CLEAR_LABEL = 80 };

/* The same of a hunch, for each action. */
static const int32_t clear_hunch[NG_N_ACTIONS] = {86, 86, 80};

/* The best action that may be done, the first of the list if several are, and
 * by how much it leads.  Without a branch, which nobody could foretell. */
typedef struct {
  ng_action action;
  int32_t lead;
} choice;

static inline int32_t
more(int32_t a, int32_t b)
{
  return a > b ? a : b;
}

static inline int32_t
less(int32_t a, int32_t b)
{
  return a < b ? a : b;
}

static inline choice
best_action(const ng_parser *p, const int32_t sums[2])
{
  enum { NEVER = INT32_MIN / 4 };
  int32_t shift = ng_parser_may(p, NG_SHIFT) ? 0 : NEVER;
  int32_t left = ng_parser_may(p, NG_LEFT) ? sums[0] : NEVER;
  int32_t right = ng_parser_may(p, NG_RIGHT) ? sums[1] : NEVER;
  int32_t two = more(shift, left), most = more(two, right);
  ng_action of_two = left > shift ? NG_LEFT : NG_SHIFT;
  return (choice){right > two ? NG_RIGHT : of_two,
                  most - more(less(shift, left), less(two, right))};
}

/* The only action that may be done; -1: there are more. */
static int
only_action(const ng_parser *p)
{
  bool shift = ng_parser_may(p, NG_SHIFT), left = ng_parser_may(p, NG_LEFT);
  bool right = ng_parser_may(p, NG_RIGHT);
  if (shift + left + right > 1)
    return -1;
  return shift ? NG_SHIFT : left ? NG_LEFT : NG_RIGHT;
}

/* By the rows of a hunch, which p->hunch then adds up; -1: it is not clear. */
static int
hunch_action(ng_parser *p, const ng_model *m)
{
  if (!m->hunches)
    return -1;
  ng_pair_sum(m->hunches, p->rows, NG_HUNCH_ROWS, p->hunch);
  choice best = best_action(p, p->hunch);
  return best.lead >= clear_hunch[best.action] ? (int)best.action : -1;
}

/* By the rows of a glance, which p->pair then adds up; -1: it is not clear. */
static int
glance_action(ng_parser *p, const ng_model *m)
{
  enum { ONCE = NG_GLANCE_ACTION - NG_GLANCE_TWICE };
  int32_t once[2], twice[2], sums[2];
  ng_pair_sum(m->actions, p->rows, ONCE, once);
  ng_pair_sum(m->actions, p->rows + ONCE, NG_GLANCE_TWICE, twice);
  for (int k = 0; k < 2; k++) {
    p->pair[k] = once[k] + twice[k];
    sums[k] = once[k] + 2 * twice[k] + p->hunch[k];
  }
  choice best = best_action(p, sums);
  return m->hunches && best.lead >= CLEAR_ACTION ? (int)best.action : -1;
}

static ng_action
weigh_action(const ng_parser *p, const ng_model *m)
{
  int32_t sums[2]; /* left and right, over shift */
  ng_pair_sum(m->actions, p->rows + NG_GLANCE_ACTION,
              p->n_rows - NG_GLANCE_ACTION, sums);
  sums[0] += p->pair[0];
  sums[1] += p->pair[1];
  return best_action(p, sums).action;
}

/* The root's arc is the only one labelled root, the model's first label. */
static int
quick_label(const ng_parser *p, const ng_model *m, ng_arc arc)
{
  if (arc.head == p->n)
    return 0;
  int sure = ng_sure_label(p, m, arc);
  return sure > 0 ? sure : -1;
}

/* By the rows of a glance, which p->sums then adds up; -1: it is not clear. */
static int
glance_label(ng_parser *p, const ng_model *m)
{
  int16_t *sums = p->sums + 1;
  m->sum(m->labels, p->rows, NG_GLANCE_LABEL, p->sums);
  if (!m->sure)
    return -1;
  unsigned n = m->n_relations - 1, best = ng_wide_best(sums, n);
  int16_t most = sums[best];
  sums[best] = INT16_MIN;
  int lead = most - sums[ng_wide_best(sums, n)];
  sums[best] = most;
  return lead >= CLEAR_LABEL ? (int)best + 1 : -1;
}

static unsigned
weigh_label(const ng_parser *p, const ng_model *m)
{
  int16_t sums[NG_WIDE];
  m->sum(m->labels, p->rows + NG_GLANCE_LABEL, p->n_rows - NG_GLANCE_LABEL,
         sums);
  for (int k = 0; k < NG_WIDE; k++)
    sums[k] = (int16_t)(sums[k] + p->sums[k]);
  return 1 + ng_wide_best(sums + 1, m->n_relations - 1);
}

ng_action
ng_choose_action(ng_parser *p, const ng_model *m)
{
  int action = only_action(p);
  if (action >= 0)
    return (ng_action)action;
  ng_hunch_ask(p, m);
  action = hunch_action(p, m);
  if (action >= 0)
    return (ng_action)action;
  ng_action_ask(p, m);
  action = glance_action(p, m);
  if (action >= 0)
    return (ng_action)action;
  ng_action_ask_rest(p, m);
  return weigh_action(p, m);
}

unsigned
ng_choose_label(ng_parser *p, const ng_model *m, ng_arc arc)
{
  int label = quick_label(p, m, arc);
  if (label >= 0)
    return (unsigned)label;
  ng_label_ask(p, m, arc);
  label = glance_label(p, m);
  if (label >= 0)
    return (unsigned)label;
  ng_label_ask_rest(p, m, arc);
  return weigh_label(p, m);
}

/* Ask for what decides the next action, more than what is asked for. */
static void
ask_action(ng_parser *p, const ng_model *m)
{
  switch (p->asked) {
  case NG_ASKED_NOTHING:
    ng_hunch_ask(p, m);
    p->asked = NG_ASKED_HUNCH;
    break;
  case NG_ASKED_HUNCH:
    ng_action_ask(p, m);
    p->asked = NG_ASKED_ACTION;
    break;
  default:
    ng_action_ask_rest(p, m);
    p->asked = NG_ASKED_ACTION_REST;
  }
}

/* What is asked for says this; -1: it is not clear. */
static int
asked_action(ng_parser *p, const ng_model *m)
{
  switch (p->asked) {
  case NG_ASKED_NOTHING:
    return only_action(p);
  case NG_ASKED_HUNCH:
    return hunch_action(p, m);
  case NG_ASKED_ACTION:
    return glance_action(p, m);
  default:
    return (int)weigh_action(p, m);
  }
}

/* Decide on p->action; false if more must be weighed first. */
static bool
decide_action(ng_parser *p, const ng_model *m)
{
  int action = asked_action(p, m);
  if (action < 0) {
    ask_action(p, m);
    return false;
  }
  p->asked = NG_ASKED_NOTHING;
  p->action = (ng_action)action;
  return true;
}

/* The same of an arc's label. */
static void
ask_label(ng_parser *p, const ng_model *m, ng_arc arc)
{
  if (p->asked == NG_ASKED_LABEL) {
    ng_label_ask_rest(p, m, arc);
    p->asked = NG_ASKED_LABEL_REST;
  } else {
    ng_label_ask(p, m, arc);
    p->asked = NG_ASKED_LABEL;
  }
}

/* Label the arc of p->action and do it; false if more must be weighed first. */
static bool
do_arc(ng_parser *p, const ng_model *m)
{
  ng_arc arc = ng_parser_arc(p, p->action);
  int label;
  if (p->asked == NG_ASKED_LABEL_REST)
    label = (int)weigh_label(p, m);
  else
    label = p->asked ? glance_label(p, m) : quick_label(p, m, arc);
  if (label < 0) {
    ask_label(p, m, arc);
    return false;
  }
  p->asked = NG_ASKED_NOTHING;
  ng_parser_do(p, p->action, (unsigned)label);
  return true;
}

bool
ng_parser_step(ng_parser *p, const ng_model *m)
{
  while (!ng_parser_done(p)) {
    if (p->asked < NG_ASKED_LABEL && !decide_action(p, m))
      return true;
    if (p->action == NG_SHIFT)
      ng_parser_do(p, NG_SHIFT, 0);
    else if (!do_arc(p, m))
      return true;
  }
  return false;
}

void
ng_parser_run(ng_parser *p, const ng_model *m)
{
  while (ng_parser_step(p, m))
    ;
}
