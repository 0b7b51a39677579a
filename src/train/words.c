#include "train/words.h"
#include "core/fail.h"
#include "doc.h"

/* A word always takes a tag if it was seen so often, and took another in less
 * than one of 200. */
enum { SURE_COUNT = 20, SURE_OF = 200, AMBIGUOUS_OF = 20 };

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the dictionary");
}

/* The slot of `form`, or the empty one where it would be. */
static uint32_t *
slot(const ng_word_counts *w, uint32_t form)
{
  for (uint32_t i = form;; i++) {
    uint32_t *s = &w->slots[i & w->mask];
    if (*s == 0 || w->words.at[*s - 1].form == form)
      return s;
  }
}

static const ng_word_count *
find(const ng_word_counts *w, uint32_t form)
{
  static const ng_word_count none = {.form = 0};
  uint32_t at = *slot(w, form);
  return at ? &w->words.at[at - 1] : &none;
}

/* The count of `form`, made if there is none; NULL without memory. */
static ng_word_count *
add(ng_word_counts *w, uint32_t form)
{
  uint32_t *s = slot(w, form);
  if (*s == 0) {
    ng_word_count count = {.form = form};
    if (!NG_PUSH(w->arena, &w->words, count))
      return NULL;
    *s = w->words.n;
  }
  return &w->words.at[*s - 1];
}

static uint32_t
count_lines(ng_str text)
{
  uint32_t n = 0;
  for (size_t i = 0; i < text.len; i++)
    n += text.at[i] == '\n';
  return n;
}

ng_status
ng_words_init(ng_word_counts *w, const ng_corpus *c, ng_str clusters,
              ng_error *err)
{
  uint64_t most = (uint64_t)c->words.n + count_lines(clusters) + 1;
  uint64_t size = 16;
  while (size < most * 2)
    size *= 2;
  if (size > UINT32_MAX)
    return no_memory(err);
  *w = (ng_word_counts){.arena = c->arena, .mask = (uint32_t)size - 1};
  w->slots = NG_NEW(c->arena, uint32_t, size);
  return w->slots ? NG_OK : no_memory(err);
}

static ng_status
count_sample(ng_word_counts *w, const ng_corpus *c, const ng_sample *s,
             ng_error *err)
{
  for (uint32_t i = s->word; i < s->word + s->n; i++) {
    ng_word_count *word = add(w, c->forms.at[i].form);
    if (!word)
      return no_memory(err);
    word->total++;
    word->tags[c->gold[i]]++;
  }
  return NG_OK;
}

ng_status
ng_words_count(ng_word_counts *w, const ng_corpus *c, uint32_t without,
               ng_error *err)
{
  for (uint32_t i = 0; i < w->words.n; i++) {
    w->words.at[i].total = 0;
    memset(w->words.at[i].tags, 0, sizeof w->words.at[i].tags);
  }
  for (uint32_t s = 0; s < c->samples.n; s++)
    if (c->samples.at[s].fold != without)
      NG_TRY(count_sample(w, c, &c->samples.at[s], err));
  return NG_OK;
}

static ng_status
read_path(ng_str bits, uint64_t line, uint16_t *out, ng_error *err)
{
  uint32_t path = 1;
  for (size_t i = 0; i < bits.len; i++) {
    if ((bits.at[i] != '0' && bits.at[i] != '1') || path > UINT16_MAX / 2)
      return ng_fail(err, NG_ERR_SYNTAX, line,
                     "line %llu: no path of a cluster: '%.*s'",
                     (unsigned long long)line, NG_ARG(bits));
    path = path * 2 + (uint32_t)(bits.at[i] - '0');
  }
  *out = (uint16_t)path;
  return NG_OK;
}

ng_status
ng_words_clusters(ng_word_counts *w, ng_str clusters, ng_error *err)
{
  ng_str line;
  for (uint64_t n = 1; ng_conllu_line(&clusters, &line); n++) {
    ng_str word = ng_conllu_column(line, 1);
    uint16_t path = 0;
    if (word.len == 0)
      continue;
    NG_TRY(read_path(ng_conllu_column(line, 0), n, &path, err));
    ng_word_count *count = add(w, ng_form_hash(word));
    if (!count)
      return no_memory(err);
    count->cluster = path;
  }
  return NG_OK;
}

static unsigned
commonest(const ng_word_count *w)
{
  unsigned best = 0;
  for (unsigned k = 1; k < NG_WIDE; k++)
    best = w->tags[k] > w->tags[best] ? k : best;
  return best;
}

static uint8_t
sure_tag(const ng_word_count *w)
{
  unsigned best = commonest(w);
  bool sure = w->total >= SURE_COUNT &&
              (uint64_t)(w->total - w->tags[best]) * SURE_OF <= w->total;
  return sure ? (uint8_t)best : NG_NO_TAG;
}

/* The set of tags that a word takes once in twenty times, as a hash. */
static uint32_t
ambiguity(const ng_word_count *w)
{
  uint64_t h = 0;
  for (unsigned k = 0; k < NG_WIDE; k++)
    if (w->tags[k] && (uint64_t)w->tags[k] * AMBIGUOUS_OF >= w->total)
      h = h * 131 + k + 1;
  return ((uint32_t)(h ^ h >> 32) & 0x7FFFFFFF) | 1;
}

void
ng_words_look_up(const ng_word_counts *w, ng_form *form)
{
  const ng_word_count *s = find(w, form->form);
  const ng_word_count *lower = s->cluster ? s : find(w, form->word);
  form->cluster = lower->cluster;
  form->count = s->total < UINT16_MAX ? (uint16_t)s->total : UINT16_MAX;
  form->known = s->total > 0;
  if (!form->known) {
    ng_form_forget(form);
    return;
  }
  form->tag = sure_tag(s);
  form->ambiguity = ambiguity(s);
}

ng_model_word *
ng_words_pack(const ng_word_counts *w, unsigned *bits, ng_arena *arena)
{
  for (*bits = 4; (uint64_t)w->words.n * 3 > ((uint64_t)1 << *bits) * 2;)
    ++*bits;
  uint32_t mask = (1U << *bits) - 1;
  ng_model_word *out = NG_NEW(arena, ng_model_word, (size_t)mask + 1);
  for (uint32_t i = 0; out && i < w->words.n; i++) {
    const ng_word_count *s = &w->words.at[i];
    uint32_t at = s->form;
    while (out[at & mask].form)
      at++;
    out[at & mask] = (ng_model_word){
        .form = s->form,
        .ambiguity = s->total ? ambiguity(s) : 0,
        .cluster = s->cluster,
        .tag = s->total ? sure_tag(s) : NG_NO_TAG,
    };
  }
  return out;
}
