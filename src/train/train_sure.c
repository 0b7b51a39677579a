/* train_sure.c - which labels need no weighing: those that nearly all of many
 * arcs that look alike got.  See text/sure.h. */
#include "core/fail.h"
#include "text/sure.h"
#include "train/train.h"

#include <stdlib.h>

/* Arcs that look alike may have got another label once in so many times. */
enum { ONCE_IN = 100 };

typedef struct {
  uint64_t look;
  uint32_t label;
} seen;

typedef NG_VEC(seen) seen_list;

/* What was seen of the look at [begin, end) of a sorted list. */
typedef struct {
  uint64_t look;
  uint32_t label, times, total; /* the commonest; how often; of how many */
} summary;

static bool
add(ng_arena *arena, seen_list *list, const uint64_t *looks, uint32_t label)
{
  bool fits = true;
  for (uint32_t i = 0; i < NG_LABEL_LOOKS; i++)
    fits = fits && NG_PUSH(arena, list, ((seen){looks[i], label}));
  return fits;
}

/* Parse a sentence and tell which labels its arcs got. */
static bool
watch(const ng_trainer *t, ng_parser *p, const ng_sample *s, seen_list *list)
{
  bool fits = true;
  ng_parser_start(p, t->forms + s->word, t->corpus->tags + s->word, s->n);
  while (!ng_parser_done(p)) {
    ng_action action = ng_choose_action(p, &t->model);
    unsigned label = 0;
    if (action != NG_SHIFT) {
      uint64_t looks[NG_LABEL_LOOKS];
      ng_arc arc = ng_parser_arc(p, action);
      label = ng_choose_label(p, &t->model, arc);
      ng_label_looks(p, arc, looks);
      fits = fits && add(t->corpus->arena, list, looks, label);
    }
    ng_parser_do(p, action, label);
  }
  return fits;
}

static int
by_look(const void *a, const void *b)
{
  const seen *x = a, *y = b;
  if (x->look != y->look)
    return x->look < y->look ? -1 : 1;
  return (x->label > y->label) - (x->label < y->label);
}

/* The next look of the list, from *at on. */
static summary
next_look(const seen_list *list, uint32_t *at)
{
  summary s = {.look = list->at[*at].look};
  while (*at < list->n && list->at[*at].look == s.look) {
    uint32_t begin = *at, label = list->at[*at].label;
    while (*at < list->n && list->at[*at].look == s.look &&
           list->at[*at].label == label)
      ++*at;
    if (*at - begin > s.times) {
      s.times = *at - begin;
      s.label = label;
    }
    s.total += *at - begin;
  }
  return s;
}

/* Of looks that share a place the commonest stays: `times` tells. */
static uint32_t
fill(const ng_trainer *t, const seen_list *list, uint32_t *times)
{
  const ng_train_options *o = &t->options;
  uint32_t n = 0;
  for (uint32_t at = 0; at < list->n;) {
    summary s = next_look(list, &at);
    uint32_t place = ng_sure_place(s.look, o->sure_bits);
    if (s.total < o->sure_least || s.times <= times[place] ||
        (uint64_t)(s.total - s.times) * ONCE_IN > s.total - o->sure_least)
      continue;
    n += times[place] == 0;
    times[place] = s.times;
    t->sure[place] = ng_sure_entry(s.look, s.label);
  }
  return n;
}

ng_status
ng_train_sure(ng_trainer *t, ng_error *err)
{
  const ng_corpus *c = t->corpus;
  ng_parser parser = {.nodes = NULL};
  seen_list list = {0};
  uint32_t *times =
      NG_NEW(c->arena, uint32_t, (size_t)1 << t->options.sure_bits);
  bool fits = times && ng_parser_room(&parser, NG_SENTENCE_MOST, c->arena);
  for (uint32_t i = 0; fits && i < c->samples.n; i++)
    fits = watch(t, &parser, &c->samples.at[i], &list);
  if (!fits)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for what is sure");
  qsort(list.at, list.n, sizeof *list.at, by_look);
  ng_train_say(t, "sure: %u looks", fill(t, &list, times));
  return NG_OK;
}
