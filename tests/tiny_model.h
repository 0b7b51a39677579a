/* tiny_model.h - a model learnt from three sentences, for tests. */
#ifndef TINY_MODEL_H
#define TINY_MODEL_H

#include "train/train.h"

#include <stdlib.h>

static const char tiny_treebank[] =
    "1\tMinisters\tminister\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
    "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tMary\tMary\tPROPN\tNNP\t_\t2\tobj\t_\t_\n"
    "4\tHill\tHill\tPROPN\tNNP\t_\t3\tflat\t_\t_\n"
    "5\ton\ton\tADP\tIN\t_\t6\tcase\t_\t_\n"
    "6\tJuly\tJuly\tPROPN\tNNP\t_\t2\tobl\t_\t_\n"
    "7\t12\t12\tNUM\tCD\t_\t6\tnummod\t_\tSpaceAfter=No\n"
    "8\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
    "2\tcountries\tcountry\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"
    "3\tsigned\tsign\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "4\ta\ta\tDET\tDT\t_\t6\tdet\t_\t_\n"
    "5\tlong\tlong\tADJ\tJJ\t_\t6\tamod\t_\t_\n"
    "6\ttreaty\ttreaty\tNOUN\tNN\t_\t3\tobj\t_\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\twalked\twalk\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\thome\thome\tADV\tRB\t_\t2\tadvmod\t_\t_\n"
    "4\tand\tand\tCCONJ\tCC\t_\t5\tcc\t_\t_\n"
    "5\ttalked\ttalk\tVERB\tVBD\t_\t2\tconj\t_\tSpaceAfter=No\n"
    "6\t!\t!\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";

/* Append the model's file to `out`, learnt with this seed and merging. */
static inline ng_status
tiny_model(ng_buf *out, uint64_t seed, unsigned merge, ng_error *err)
{
  static const char info[] = "name\0tiny\0licence\0none";
  ng_arena arena;
  ng_train_options options;
  ng_arena_init(&arena, (size_t)1 << 28);
  ng_train_options_init(&options);
  options.seed = seed;
  options.folds = 1; /* too little to be split */
  options.tag_bits = options.label_bits = options.action_bits = 8;
  options.hunch_bits = options.sure_bits = 8;
  options.sure_least = 1;
  ng_corpus corpus = {.arena = &arena};
  ng_corpus_part part = {.name = "tiny",
                         .text = {tiny_treebank, sizeof tiny_treebank - 1},
                         .weight = 100,
                         .merge = merge,
                         .lemmas = true};
  ng_random random = {seed};
  ng_train_input input = {&corpus, {"", 0}, {info, sizeof info}};
  ng_status status = ng_corpus_add(&corpus, &part, &random, err);
  if (status == NG_OK)
    status = ng_corpus_finish(&corpus, 1, err);
  if (status == NG_OK)
    status = ng_train(&input, &options, out, err);
  ng_arena_release(&arena);
  return status;
}

/* The same bytes, aligned as a model wants them; the caller frees. */
static inline void *
tiny_aligned(const void *at, size_t len)
{
  void *copy = aligned_alloc(64, (len + 127) / 64 * 64);
  if (copy && len)
    memcpy(copy, at, len);
  return copy;
}

/* The model, open, and an arena: a state for cmocka. */
typedef struct {
  ng_buf file;
  void *bytes;
  ng_model *model;
  ng_arena arena;
} tiny_fixture;

static inline int
tiny_set_up(void **state)
{
  tiny_fixture *f = calloc(1, sizeof *f);
  *state = f;
  if (!f)
    return -1;
  ng_arena_init(&f->arena, (size_t)1 << 28);
  if (tiny_model(&f->file, 1, 0, NULL) != NG_OK)
    return -1;
  f->bytes = tiny_aligned(f->file.at, f->file.len);
  return (int)ng_model_open_memory(&f->model, (ng_str){f->bytes, f->file.len},
                                   NULL);
}

static inline int
tiny_tear_down(void **state)
{
  tiny_fixture *f = *state;
  ng_model_close(f->model);
  ng_arena_release(&f->arena);
  ng_buf_release(&f->file);
  free(f->bytes);
  free(f);
  return 0;
}

#endif /* TINY_MODEL_H */
