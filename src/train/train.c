#include "train/train.h"
#include "core/fail.h"
#include "doc.h"

#include <stdarg.h>
#include <stdio.h>

void
ng_train_options_init(ng_train_options *o)
{
  *o = (ng_train_options){.seed = 1,
                          .folds = 3,
                          .fold_epochs = 4,
                          .tag_epochs = 8,
                          .parse_epochs = 12,
                          .parsers = 1,
                          .tag_bits = 16,
                          .action_bits = 22,
                          .label_bits = 17,
                          .hunch_bits = 17,
                          .sure_bits = 15,
                          .sure_least = 80,
                          .scale = 4,
                          .action_scale = 3,
                          .least = 0};
}

void
ng_train_say(const ng_trainer *t, const char *fmt, ...)
{
  char line[200];
  va_list args;
  if (!t->options.say)
    return;
  va_start(args, fmt);
  (void)vsnprintf(line, sizeof line, fmt, args);
  va_end(args);
  t->options.say(t->options.to, line);
}

/* The parts of the model that tagging needs, over what is being learnt. */
static void
start_model(ng_trainer *t)
{
  ng_model *m = &t->model;
  m->tags = t->corpus->pairs;
  m->n_tags = t->corpus->n_pairs;
  m->relations = t->corpus->relations;
  m->n_relations = t->corpus->n_relations;
  m->tagger = t->tagger;
  m->labels = t->labels;
  m->actions = t->actions;
  m->tagger_bits = t->options.tag_bits;
  m->label_bits = t->options.label_bits;
  m->action_bits = t->options.action_bits;
  m->hunch_bits = t->options.hunch_bits;
  m->sum = ng_wide_sum_choose();
  m->name_tag = NG_NO_TAG;
  for (uint32_t i = 0; i < m->n_tags; i++)
    if (m->tags[i].upos == NG_PROPN && m->tags[i].xpos == NG_XPOS_NNP)
      m->name_tag = (uint8_t)i;
}

static ng_status
start(ng_trainer *t, const ng_train_input *input, ng_error *err)
{
  const ng_train_options *o = &t->options;
  ng_corpus *c = input->corpus;
  ng_arena *arena = c->arena;
  NG_TRY(ng_words_init(&t->words, c, input->clusters, err));
  NG_TRY(ng_words_clusters(&t->words, input->clusters, err));
  t->forms = NG_NEW(arena, ng_form, c->words.n + 1);
  t->tagger = NG_NEW(arena, ng_wide_row, (size_t)1 << o->tag_bits);
  t->labels = NG_NEW(arena, ng_wide_row, (size_t)1 << o->label_bits);
  t->actions = NG_NEW(arena, ng_pair_row, (size_t)1 << o->action_bits);
  t->hunches = NG_NEW(arena, ng_pair_row, (size_t)1 << o->hunch_bits);
  t->sure = NG_NEW(arena, uint32_t, (size_t)1 << o->sure_bits);
  if (!t->hunches || !t->sure || !t->forms || !t->tagger || !t->labels ||
      !t->actions ||
      !ng_perceptron_init(&t->tag, NG_WIDE, o->tag_bits, arena) ||
      !ng_perceptron_init(&t->label, NG_WIDE, o->label_bits, arena) ||
      !ng_perceptron_init(&t->action, 4, o->action_bits, arena) ||
      !ng_perceptron_init(&t->hunch, 4, o->hunch_bits, arena))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to train");
  start_model(t);
  ng_train_say(t, "%u sentences, %u words, %u tags, %u labels", c->samples.n,
               c->words.n, c->n_pairs, c->n_relations);
  return NG_OK;
}

static ng_status
learn(ng_trainer *t, const ng_train_input *input, ng_buf *out, ng_error *err)
{
  NG_TRY(start(t, input, err));
  if (t->options.folds > 1)
    NG_TRY(ng_train_jackknife(t, err));
  NG_TRY(ng_train_tagger(t, NG_NONE, t->options.tag_epochs, err));
  ng_train_say(t, "tagger: done");
  NG_TRY(ng_train_parser(t, err));
  NG_TRY(ng_train_hunches(t, err));
  NG_TRY(ng_train_sure(t, err));
  NG_TRY(ng_train_lemmas(t, err));
  return ng_train_write(t, input->info, out, err);
}

ng_status
ng_train(const ng_train_input *input, const ng_train_options *options,
         ng_buf *out, ng_error *err)
{
  ng_trainer t = {
      .corpus = input->corpus, .options = *options, .random = {options->seed}};
  ng_status status = learn(&t, input, out, err);
  ng_buf_release(&t.strings);
  return status;
}
