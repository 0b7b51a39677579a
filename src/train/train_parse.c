#include "core/fail.h"
#include "text/parse.h"
#include "train/train.h"

/* After the first pass the parser goes on from its own mistakes nine times of
 * ten, so that it learns what to do after one (Goldberg and Nivre 2013). */
enum { EXPLORE = 90 };

typedef struct {
  const ng_sample *sample;
  const ng_tree_word *words;
  const uint8_t *labels;
  bool explore;
} lesson;

/* How many arcs of the tree each action would put out of reach (dynamic oracle
 * of the arc-hybrid system, Goldberg and Nivre 2013, section 4.2). */
static void
costs(const ng_parser *p, const ng_tree_word *gold, uint32_t cost[NG_N_ACTIONS])
{
  uint32_t top = p->n_stack ? p->stack[p->n_stack - 1] : NG_NO_WORD;
  uint32_t below = p->n_stack > 1 ? p->stack[p->n_stack - 2] : NG_NO_WORD;
  cost[NG_SHIFT] = cost[NG_LEFT] = cost[NG_RIGHT] = 0;
  if (top != NG_NO_WORD) {
    uint32_t children = 0, head = gold[top].head;
    for (uint32_t i = p->next; i < p->n; i++)
      children += gold[i].head == top;
    cost[NG_LEFT] = children + (head == below) + (head > p->next);
    cost[NG_RIGHT] = children + (head >= p->next);
  }
  if (p->next < p->n) {
    for (uint32_t i = 0; i < p->n_stack; i++) {
      cost[NG_SHIFT] += gold[p->stack[i]].head == p->next;
      cost[NG_SHIFT] += i + 1 < p->n_stack && gold[p->next].head == p->stack[i];
    }
  }
}

static ng_action
best_allowed(const ng_parser *p, const int32_t *sums, const uint32_t *cost,
             uint32_t most)
{
  int best = -1;
  for (int a = 0; a < NG_N_ACTIONS; a++)
    if (ng_parser_may(p, (ng_action)a) && (!cost || cost[a] <= most) &&
        (best < 0 || sums[a] > sums[best]))
      best = a;
  return (ng_action)best;
}

static uint32_t
least_cost(const ng_parser *p, const uint32_t *cost)
{
  uint32_t least = UINT32_MAX;
  for (int a = 0; a < NG_N_ACTIONS; a++)
    if (ng_parser_may(p, (ng_action)a) && cost[a] < least)
      least = cost[a];
  return least;
}

static ng_action
learn_action(ng_trainer *t, const ng_parser *p, const lesson *l)
{
  uint32_t rows[NG_PARSE_ROWS], cost[NG_N_ACTIONS + 1] = {0};
  int32_t sums[NG_N_ACTIONS + 1];
  uint32_t n = ng_action_rows(p, t->action.bits, rows);
  ng_perceptron_score(&t->action, rows, n, sums);
  costs(p, l->words, cost);
  uint32_t least = least_cost(p, cost);
  ng_action guess = best_allowed(p, sums, NULL, 0);
  ng_action right = best_allowed(p, sums, cost, least);
  bool wrong = cost[guess] != least;
  if (wrong)
    ng_perceptron_update(&t->action, rows, n, right, guess);
  t->action.time++;
  if (wrong && !(l->explore && ng_random_below(&t->random, 100) < EXPLORE))
    return right;
  return guess;
}

/* Only arcs of the tree teach labels; after half of them it goes on from the
 * right label. */
static unsigned
learn_label(ng_trainer *t, const ng_parser *p, const lesson *l, ng_arc arc)
{
  if (arc.head == p->n)
    return 0;
  uint32_t rows[NG_PARSE_ROWS];
  int32_t sums[NG_WIDE];
  uint32_t n = ng_label_rows(p, arc, t->label.bits, rows);
  ng_perceptron_score(&t->label, rows, n, sums);
  unsigned guess = 1;
  for (unsigned k = 2; k < t->corpus->n_relations; k++)
    guess = sums[k] > sums[guess] ? k : guess;
  unsigned right = l->labels[arc.dependent];
  if (l->words[arc.dependent].head != arc.head || right == 0)
    return guess;
  if (guess != right)
    ng_perceptron_update(&t->label, rows, n, right, guess);
  t->label.time++;
  return ng_random_below(&t->random, 2) ? right : guess;
}

static void
learn_sentence(ng_trainer *t, ng_parser *p, const lesson *l)
{
  const ng_sample *s = l->sample;
  ng_parser_start(p, t->forms + s->word, t->corpus->tags + s->word, s->n);
  while (!ng_parser_done(p)) {
    ng_action action = learn_action(t, p, l);
    unsigned label = 0;
    if (action != NG_SHIFT)
      label = learn_label(t, p, l, ng_parser_arc(p, action));
    ng_parser_do(p, action, label);
  }
}

static void
learn_epoch(ng_trainer *t, ng_parser *p, const uint32_t *order, unsigned epoch)
{
  const ng_corpus *c = t->corpus;
  for (uint32_t i = 0; i < c->samples.n; i++) {
    const ng_sample *s = &c->samples.at[order[i]];
    lesson l = {s, c->words.at + s->word, c->labels + s->word, epoch > 0};
    unsigned passes = ng_sample_passes(s, &t->random);
    for (; passes; passes--)
      learn_sentence(t, p, &l);
  }
}

/* One parser, from nothing; the random order goes on where it was. */
static void
learn_parser(ng_trainer *t, ng_parser *p, uint32_t *order)
{
  ng_perceptron_reset(&t->label);
  ng_perceptron_reset(&t->action);
  for (unsigned epoch = 0; epoch < t->options.parse_epochs; epoch++) {
    ng_shuffle(order, t->corpus->samples.n, &t->random);
    learn_epoch(t, p, order, epoch);
    ng_train_say(t, "parser: pass %u of %u", epoch + 1,
                 t->options.parse_epochs);
  }
}

/* What one parser learns depends on the order of the sentences; the mean of
 * several is what they agree on. */
ng_status
ng_train_parser(ng_trainer *t, ng_error *err)
{
  ng_arena *arena = t->corpus->arena;
  const ng_train_options *o = &t->options;
  ng_parser parser = {.nodes = NULL};
  ng_mean labels, actions;
  uint32_t *order = NG_NEW(arena, uint32_t, t->corpus->samples.n + 1);
  if (!order || !ng_parser_room(&parser, NG_SENTENCE_MOST, arena) ||
      !ng_mean_init(&labels, &t->label, arena) ||
      !ng_mean_init(&actions, &t->action, arena))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to train");
  for (unsigned i = 0; i < o->parsers; i++) {
    learn_parser(t, &parser, order);
    ng_mean_add(&labels, &t->label);
    ng_mean_add(&actions, &t->action);
    ng_train_say(t, "parser: %u of %u", i + 1, o->parsers);
  }
  ng_mean_wide(&labels, o->scale, o->least, t->labels);
  ng_mean_pairs(&actions, o->action_scale, o->least, t->actions);
  return NG_OK;
}
