/* decide.c - how the parser decides: by the table of sure decisions or by
 * weighing. */
#include "text/parse.h"
#include "text/sure.h"

/* The only action that may be done or the one that is sure; -1: weigh. */
static int
quick_action(const ng_parser *p, const ng_model *m)
{
  bool shift = ng_parser_may(p, NG_SHIFT), left = ng_parser_may(p, NG_LEFT);
  bool right = ng_parser_may(p, NG_RIGHT);
  if (shift + left + right == 1)
    return shift ? NG_SHIFT : left ? NG_LEFT : NG_RIGHT;
  int sure = ng_sure_action(p, m);
  return sure >= 0 && ng_parser_may(p, (ng_action)sure) ? sure : -1;
}

static ng_action
weigh_action(const ng_parser *p, const ng_model *m)
{
  bool shift = ng_parser_may(p, NG_SHIFT), left = ng_parser_may(p, NG_LEFT);
  int32_t sums[2]; /* left and right, over shift */
  ng_pair_sum(m->actions, p->rows, p->n_rows, sums);
  ng_action best = !shift || (left && sums[0] > 0) ? NG_LEFT : NG_SHIFT;
  if (!left && !shift)
    return NG_RIGHT;
  int32_t score = best == NG_LEFT ? sums[0] : 0;
  return ng_parser_may(p, NG_RIGHT) && sums[1] > score ? NG_RIGHT : best;
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

static unsigned
weigh_label(const ng_parser *p, const ng_model *m)
{
  int16_t sums[NG_WIDE];
  m->sum(m->labels, p->rows, p->n_rows, sums);
  return 1 + ng_wide_best(sums + 1, m->n_relations - 1);
}

ng_action
ng_choose_action(ng_parser *p, const ng_model *m)
{
  int quick = quick_action(p, m);
  if (quick >= 0)
    return (ng_action)quick;
  ng_action_ask(p, m);
  return weigh_action(p, m);
}

unsigned
ng_choose_label(ng_parser *p, const ng_model *m, ng_arc arc)
{
  int quick = quick_label(p, m, arc);
  if (quick >= 0)
    return (unsigned)quick;
  ng_label_ask(p, m, arc);
  return weigh_label(p, m);
}

/* Decide on p->action; false if it must be weighed first. */
static bool
decide_action(ng_parser *p, const ng_model *m)
{
  bool asked = p->asked == NG_ASKED_ACTION;
  int action = asked ? (int)weigh_action(p, m) : quick_action(p, m);
  p->asked = NG_ASKED_NOTHING;
  if (action >= 0) {
    p->action = (ng_action)action;
    return true;
  }
  ng_action_ask(p, m);
  p->asked = NG_ASKED_ACTION;
  return false;
}

/* Label the arc of p->action and do it; false if it must be weighed first. */
static bool
do_arc(ng_parser *p, const ng_model *m)
{
  bool asked = p->asked == NG_ASKED_LABEL;
  ng_arc arc = ng_parser_arc(p, p->action);
  int label = asked ? (int)weigh_label(p, m) : quick_label(p, m, arc);
  p->asked = NG_ASKED_NOTHING;
  if (label >= 0) {
    ng_parser_do(p, p->action, (unsigned)label);
    return true;
  }
  ng_label_ask(p, m, arc);
  p->asked = NG_ASKED_LABEL;
  return false;
}

bool
ng_parser_step(ng_parser *p, const ng_model *m)
{
  while (!ng_parser_done(p)) {
    if (p->asked != NG_ASKED_LABEL && !decide_action(p, m))
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
