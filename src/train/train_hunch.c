/* train_hunch.c - a small perceptron that learns what the parser does, to
 * foretell it where it can.  See ng_hunch_ask(). */
#include "core/fail.h"
#include "text/parse.h"
#include "train/train.h"

enum {
  PASSES = 2,
  LEAD = 20, /* by which what was done shall lead: so a lead tells something */
  SCALE = 8  /* units of a weight of NG_PAIR_UNIT */
};

/* Of the actions that may be done but `action` the one that scores most. */
static ng_action
best_other(const ng_parser *p, const int32_t *sums, ng_action action)
{
  int best = -1;
  for (int a = 0; a < NG_N_ACTIONS; a++)
    if (a != (int)action && ng_parser_may(p, (ng_action)a) &&
        (best < 0 || sums[a] > sums[best]))
      best = a;
  return best < 0 ? action : (ng_action)best;
}

static void
learn_action(ng_trainer *t, ng_parser *p, ng_action action)
{
  ng_perceptron *hunch = &t->hunch;
  int32_t sums[NG_N_ACTIONS + 1];
  ng_hunch_ask(p, &t->model);
  ng_perceptron_score(hunch, p->rows, p->n_rows, sums);
  ng_action other = best_other(p, sums, action);
  if (other != action && sums[action] - sums[other] < LEAD)
    ng_perceptron_update(hunch, p->rows, p->n_rows, action, other);
  hunch->time++;
}

/* Parse a sentence and learn what is done. */
static void
learn_sentence(ng_trainer *t, ng_parser *p, const ng_sample *s)
{
  ng_parser_start(p, t->forms + s->word, t->corpus->tags + s->word, s->n);
  while (!ng_parser_done(p)) {
    ng_action action = ng_choose_action(p, &t->model);
    unsigned label = 0;
    learn_action(t, p, action);
    if (action != NG_SHIFT)
      label = ng_choose_label(p, &t->model, ng_parser_arc(p, action));
    ng_parser_do(p, action, label);
  }
}

ng_status
ng_train_hunches(ng_trainer *t, ng_error *err)
{
  const ng_corpus *c = t->corpus;
  ng_parser parser = {.nodes = NULL};
  ng_random random = {t->options.seed};
  ng_mean mean;
  uint32_t *order = NG_NEW(c->arena, uint32_t, c->samples.n + 1);
  if (!order || !ng_parser_room(&parser, NG_SENTENCE_MOST, c->arena) ||
      !ng_mean_init(&mean, &t->hunch, c->arena))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for hunches");
  for (unsigned pass = 0; pass < PASSES; pass++) {
    ng_shuffle(order, c->samples.n, &random);
    for (uint32_t i = 0; i < c->samples.n; i++)
      learn_sentence(t, &parser, &c->samples.at[order[i]]);
  }
  ng_mean_add(&mean, &t->hunch);
  ng_mean_pairs(&mean, SCALE, t->options.least, t->hunches);
  ng_train_say(t, "hunches: done");
  return NG_OK;
}
