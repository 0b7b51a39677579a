/* write.c - a model as a file; the layout is drawn in text/model.h. */
#include "core/fail.h"
#include "train/train.h"

enum { ALIGN = 64 };

static void
pad(ng_buf *out, size_t start)
{
  while ((out->len - start) % ALIGN && !out->failed)
    ng_buf_char(out, 0);
}

static void
collect(const ng_trainer *t, const ng_model_word *words, unsigned word_bits,
        ng_str s[NG_MODEL_SECTIONS])
{
  const ng_train_options *o = &t->options;
  s[NG_MODEL_TAGS] = (ng_str){(const char *)t->corpus->pairs,
                              t->corpus->n_pairs * sizeof(ng_tag_pair)};
  s[NG_MODEL_RELATIONS] =
      (ng_str){(const char *)t->corpus->relations, t->corpus->n_relations};
  s[NG_MODEL_WORDS] = (ng_str){(const char *)words, sizeof *words << word_bits};
  s[NG_MODEL_TAGGER] =
      (ng_str){(const char *)t->tagger, sizeof(ng_wide_row) << o->tag_bits};
  s[NG_MODEL_ACTIONS] =
      (ng_str){(const char *)t->actions, sizeof(ng_pair_row) << o->action_bits};
  s[NG_MODEL_LABELS] =
      (ng_str){(const char *)t->labels, sizeof(ng_wide_row) << o->label_bits};
  s[NG_MODEL_SURE] =
      (ng_str){(const char *)t->sure, sizeof *t->sure << o->sure_bits};
  s[NG_MODEL_RULES] =
      (ng_str){(const char *)t->rules, t->n_rules * sizeof *t->rules};
  s[NG_MODEL_LEMMAS] =
      (ng_str){(const char *)t->lemmas, t->n_lemmas * sizeof *t->lemmas};
  s[NG_MODEL_HUNCHES] =
      (ng_str){(const char *)t->hunches, sizeof(ng_pair_row) << o->hunch_bits};
  s[NG_MODEL_STRINGS] = (ng_str){t->strings.at, t->strings.len};
}

ng_status
ng_model_put(const ng_str s[NG_MODEL_SECTIONS], ng_buf *out, ng_error *err)
{
  size_t start = out->len;
  ng_model_head head = {
      .magic = "NGMODEL", .version = NG_MODEL_VERSION, .order = NG_MODEL_ORDER};
  head.magic[7] = '\n';
  ng_buf_put(out, (const char *)&head, sizeof head);
  for (int i = 0; i < NG_MODEL_SECTIONS; i++) {
    pad(out, start);
    head.sections[i].offset = out->len - start;
    head.sections[i].length = s[i].len;
    ng_buf_str(out, s[i]);
  }
  pad(out, start);
  if (out->failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the model's bytes");
  head.size = out->len - start;
  memcpy(out->at + start, &head, sizeof head);
  head.checksum =
      ng_model_checksum((ng_str){out->at + start, (size_t)head.size});
  memcpy(out->at + start, &head, sizeof head);
  return NG_OK;
}

ng_status
ng_train_write(const ng_trainer *t, ng_str info, ng_buf *out, ng_error *err)
{
  unsigned bits;
  ng_str s[NG_MODEL_SECTIONS] = {[NG_MODEL_INFO] = info};
  const ng_model_word *words =
      ng_words_pack(&t->words, &bits, t->corpus->arena);
  if (!words)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the dictionary");
  if (t->strings.failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the lemmas");
  collect(t, words, bits, s);
  return ng_model_put(s, out, err);
}

ng_status
ng_model_describe(const ng_model *model, ng_str info, ng_buf *out,
                  ng_error *err)
{
  ng_str s[NG_MODEL_SECTIONS];
  if (model->encoder)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "a deep model is described when it is exported");
  memcpy(s, model->sections, sizeof s);
  s[NG_MODEL_INFO] = info;
  return ng_model_put(s, out, err);
}
