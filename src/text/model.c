#include "text/model.h"
#include "core/fail.h"
#include "core/map.h"
#include "text/encode/deep.h"
#include "text/lemma.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { ALIGN = 64, MOST_BITS = 26, HUGE = 1 << 21 };

static const char magic[8] = "NGMODEL\n", deep_magic[8] = "NGDEEP\n";

/* Of a length known to the compiler, four loads rather than a call. */
static inline void
mix_block(uint64_t lane[4], const char *bytes, size_t n)
{
  uint64_t block[4] = {0};
  memcpy(block, bytes, n);
  for (int k = 0; k < 4; k++) {
    lane[k] = (lane[k] ^ block[k]) * 0x9E3779B97F4A7C15U;
    lane[k] ^= lane[k] >> 29;
  }
}

/* Four lanes of multiply and rotate over 32-byte blocks, so that it runs at the
 * speed of memory; enough against accidents, not against malice. */
uint64_t
ng_model_checksum(ng_str file)
{
  uint64_t lane[4] = {1, 2, 3, 4};
  size_t i = ALIGN / 2;
  for (; i + 32 <= file.len; i += 32)
    mix_block(lane, file.at + i, 32);
  if (i < file.len)
    mix_block(lane, file.at + i, file.len - i);
  uint64_t h = file.len;
  for (int k = 0; k < 4; k++)
    h = (h ^ lane[k]) * 0xBF58476D1CE4E5B9U ^ h >> 31;
  return h;
}

static ng_status
corrupt(ng_error *err, uint64_t at, const char *why)
{
  return ng_fail(err, NG_ERR_CORRUPT, at, "not a usable model: %s", why);
}

static ng_status
check_head(const ng_model_head *head, uint32_t version, ng_str bytes,
           ng_error *err)
{
  if (head->order != NG_MODEL_ORDER)
    return corrupt(err, 12, "it is of the other byte order");
  if (head->version != version)
    return corrupt(err, 8, "it is of another version");
  if (head->size != bytes.len)
    return corrupt(err, 16, "it is truncated");
  if (head->checksum != ng_model_checksum(bytes))
    return corrupt(err, 24, "it is damaged (wrong checksum)");
  return NG_OK;
}

static ng_status
find_sections(ng_model *m, const ng_model_head *head, ng_error *err)
{
  for (int i = 0; i < NG_MODEL_SECTIONS; i++) {
    uint64_t at = head->sections[i].offset, n = head->sections[i].length;
    if (at % ALIGN || at > m->bytes.len || n > m->bytes.len - at)
      return corrupt(err, 32 + 16 * (uint64_t)i, "a section is out of bounds");
    m->sections[i] = (ng_str){m->bytes.at + at, (size_t)n};
  }
  return NG_OK;
}

/* How many bits number the items of a section; false if they are no power of
 * two. */
static bool
item_bits(ng_str section, size_t size, unsigned *bits)
{
  for (*bits = 4; *bits <= MOST_BITS; ++*bits)
    if (section.len == size << *bits)
      return true;
  return false;
}

static void
find_lists(ng_model *m)
{
  const ng_str *s = m->sections;
  m->tags = (const void *)s[NG_MODEL_TAGS].at;
  m->n_tags = (uint32_t)(s[NG_MODEL_TAGS].len / sizeof *m->tags);
  m->relations = (const void *)s[NG_MODEL_RELATIONS].at;
  m->n_relations = (uint32_t)s[NG_MODEL_RELATIONS].len;
  m->rules = (const void *)s[NG_MODEL_RULES].at;
  m->n_rules = (uint32_t)(s[NG_MODEL_RULES].len / sizeof *m->rules);
  m->lemmas = (const void *)s[NG_MODEL_LEMMAS].at;
  m->n_lemmas = (uint32_t)(s[NG_MODEL_LEMMAS].len / sizeof *m->lemmas);
}

static ng_status
find_tables(ng_model *m, ng_error *err)
{
  const ng_str *s = m->sections;
  unsigned word_bits = 0;
  if (!item_bits(s[NG_MODEL_WORDS], sizeof *m->words, &word_bits) ||
      !item_bits(s[NG_MODEL_TAGGER], sizeof *m->tagger, &m->tagger_bits) ||
      !item_bits(s[NG_MODEL_ACTIONS], sizeof *m->actions, &m->action_bits) ||
      !item_bits(s[NG_MODEL_LABELS], sizeof *m->labels, &m->label_bits) ||
      !item_bits(s[NG_MODEL_SURE], sizeof *m->sure, &m->sure_bits) ||
      !item_bits(s[NG_MODEL_HUNCHES], sizeof *m->hunches, &m->hunch_bits))
    return corrupt(err, 0, "a table is of an impossible size");
  m->words = (const void *)s[NG_MODEL_WORDS].at;
  m->word_mask = (1U << word_bits) - 1;
  m->tagger = (const void *)s[NG_MODEL_TAGGER].at;
  m->actions = (const void *)s[NG_MODEL_ACTIONS].at;
  m->labels = (const void *)s[NG_MODEL_LABELS].at;
  m->sure = (const void *)s[NG_MODEL_SURE].at;
  m->hunches = (const void *)s[NG_MODEL_HUNCHES].at;
  find_lists(m);
  return NG_OK;
}

static ng_status
check_classes(ng_model *m, uint32_t most, ng_error *err)
{
  if (m->n_tags == 0 || m->n_tags > most || m->n_relations < 2 ||
      m->n_relations > NG_WIDE || m->relations[0] != NG_REL_ROOT)
    return corrupt(err, 0, "it has no tags or labels");
  memset(m->joint, NG_NO_TAG, sizeof m->joint);
  for (uint32_t i = 0; i < m->n_tags; i++) {
    ng_tag_pair tag = m->tags[i];
    if (tag.upos >= NG_N_UPOS || tag.xpos >= NG_N_XPOS)
      return corrupt(err, 0, "a tag is none");
    m->joint[tag.upos][tag.xpos] = (uint8_t)i;
  }
  m->name_tag = m->joint[NG_PROPN][NG_XPOS_NNP];
  for (uint32_t i = 0; i < m->n_relations; i++)
    if (m->relations[i] >= NG_N_RELATIONS)
      return corrupt(err, 0, "a label is none");
  return NG_OK;
}

/* A look-up ends at an empty slot: there must be one. */
static ng_status
check_words(const ng_model *m, ng_error *err)
{
  uint32_t empty = 0;
  for (uint32_t i = 0; i <= m->word_mask; i++) {
    const ng_model_word *w = &m->words[i];
    empty += w->form == 0;
    if (w->tag != NG_NO_TAG && w->tag >= m->n_tags)
      return corrupt(err, 0, "a word has a tag that is none");
  }
  return empty ? NG_OK : corrupt(err, 0, "its dictionary is full");
}

static void
widen(ng_model_range *ranges, unsigned xpos, uint32_t i)
{
  if (xpos >= NG_N_XPOS)
    return;
  if (ranges[xpos].end == 0)
    ranges[xpos].begin = i;
  ranges[xpos].end = i + 1;
}

static ng_status
check_lemmas(ng_model *m, ng_error *err)
{
  size_t room = m->sections[NG_MODEL_STRINGS].len;
  for (uint32_t i = 0; i < m->n_lemmas; i++) {
    const ng_lemma_word *w = &m->lemmas[i];
    size_t n = (size_t)w->n_form + w->n_lemma;
    if (w->offset > room || n > room - w->offset)
      return corrupt(err, 0, "a lemma is out of bounds");
    widen(m->lemmas_of, w->xpos, i);
    ng_str form = {m->sections[NG_MODEL_STRINGS].at + w->offset, w->n_form};
    if (form.len) {
      unsigned bit = ng_lemma_bit(form, w->xpos);
      m->lemma_bits[bit / 64] |= (uint64_t)1 << bit % 64;
    }
  }
  for (uint32_t i = 0; i < m->n_rules; i++) {
    const ng_lemma_rule *r = &m->rules[i];
    if (r->n_suffix > NG_RULE_SUFFIX || r->n_append > NG_RULE_APPEND ||
        r->strip > NG_RULE_SUFFIX)
      return corrupt(err, 0, "a lemma rule is out of bounds");
    widen(m->rules_of, r->xpos, i);
    if (r->n_suffix && r->xpos < NG_N_XPOS)
      m->rule_ends[r->xpos] |= 1U << (r->suffix[0] & 31);
  }
  return NG_OK;
}

static ng_status
load_fast(ng_model *m, const ng_model_head *head, ng_error *err)
{
  NG_TRY(find_sections(m, head, err));
  NG_TRY(find_tables(m, err));
  NG_TRY(check_classes(m, NG_WIDE, err));
  NG_TRY(check_words(m, err));
  NG_TRY(check_lemmas(m, err));
  m->sum = ng_wide_sum_choose();
  return NG_OK;
}

#ifndef NG_NO_DEEP
static ng_status
find_deep_sections(const ng_model *m, ng_str *sections, ng_error *err)
{
  ng_deep_head head;
  memcpy(&head, m->bytes.at, sizeof head);
  for (int i = 0; i < NG_DEEP_SECTIONS; i++) {
    uint64_t at = head.sections[i].offset, n = head.sections[i].length;
    if (at % ALIGN || at > m->bytes.len || n > m->bytes.len - at)
      return corrupt(err, 32 + 16 * (uint64_t)i, "a section is out of bounds");
    sections[i] = (ng_str){m->bytes.at + at, (size_t)n};
  }
  return NG_OK;
}

/* What a deep model shares with a fast one, then its encoder. */
static ng_status
load_deep(ng_model *m, ng_error *err)
{
  ng_str s[NG_DEEP_SECTIONS] = {{0}};
  if (m->bytes.len < sizeof(ng_deep_head))
    return corrupt(err, 0, "it is too short");
  NG_TRY(find_deep_sections(m, s, err));
  m->sections[NG_MODEL_INFO] = s[NG_DEEP_INFO];
  m->sections[NG_MODEL_TAGS] = s[NG_DEEP_TAGS];
  m->sections[NG_MODEL_RELATIONS] = s[NG_DEEP_RELATIONS];
  m->sections[NG_MODEL_RULES] = s[NG_DEEP_RULES];
  m->sections[NG_MODEL_LEMMAS] = s[NG_DEEP_LEMMAS];
  m->sections[NG_MODEL_STRINGS] = s[NG_DEEP_STRINGS];
  find_lists(m);
  NG_TRY(check_classes(m, NG_NO_TAG - 1, err));
  NG_TRY(check_lemmas(m, err));
  return ng_encoder_new(&m->encoder, s, err);
}
#else
static ng_status
load_deep(const ng_model *m, ng_error *err)
{
  (void)m;
  return ng_fail(err, NG_ERR_CORRUPT, 0,
                 "this program was made without the deep model "
                 "(--disable-deep)");
}
#endif

static ng_status
load(ng_model *m, ng_error *err)
{
  ng_model_head head;
  if (m->bytes.len < sizeof head || (uintptr_t)m->bytes.at % ALIGN)
    return corrupt(err, 0, "it is too short");
  memcpy(&head, m->bytes.at, sizeof head);
  bool deep = memcmp(head.magic, deep_magic, sizeof deep_magic) == 0;
  if (!deep && memcmp(head.magic, magic, sizeof magic) != 0)
    return corrupt(err, 0, "it does not start with NGMODEL or NGDEEP");
  NG_TRY(check_head(&head, deep ? NG_DEEP_VERSION : NG_MODEL_VERSION, m->bytes,
                    err));
  return deep ? load_deep(m, err) : load_fast(m, &head, err);
}

ng_status
ng_model_open_memory(ng_model **out, ng_str bytes, ng_error *err)
{
  *out = NULL;
  ng_model *m = calloc(1, sizeof *m);
  if (!m)
    return ng_fail(err, NG_ERR_IO, 0, "no memory for a model");
  m->bytes = bytes;
  ng_status status = load(m, err);
  if (status != NG_OK)
    free(m);
  else
    *out = m;
  return status;
}

ng_status
ng_model_open(ng_model **out, const char *path, ng_error *err)
{
  ng_str bytes;
  *out = NULL;
  NG_TRY(ng_map_open(&bytes, path, err));
  ng_status status = ng_model_open_memory(out, bytes, err);
  if (status != NG_OK)
    ng_map_close(bytes);
  else
    (*out)->mapped = true;
  return status;
}

void
ng_model_close(ng_model *m)
{
  if (m && m->mapped)
    ng_map_close(m->bytes);
  if (m)
    free(m->encoder);
  free(m);
}

/* The copy stands in for the map: same layout, same end. */
void
ng_model_spread(ng_model *m)
{
  size_t size = (m->bytes.len + HUGE - 1) / HUGE * HUGE;
  if (!m->mapped || m->encoder)
    return;
  char *at = mmap(NULL, size + HUGE, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED)
    return;
  size_t skip = (HUGE - (uintptr_t)at % HUGE) % HUGE;
  (void)munmap(at + skip + size, HUGE - skip);
  if (skip)
    (void)munmap(at, skip);
  at += skip;
  (void)madvise(at, size, MADV_HUGEPAGE);
  memcpy(at, m->bytes.at, m->bytes.len);
  ng_map_close(m->bytes);
  m->bytes = (ng_str){at, m->bytes.len};
  ng_model_head head;
  memcpy(&head, at, sizeof head);
  (void)find_sections(m, &head, NULL);
  (void)find_tables(m, NULL);
}

bool
ng_model_info_at(const ng_model *m, uint32_t i, ng_str *key, ng_str *value)
{
  ng_str rest = m->sections[NG_MODEL_INFO];
  for (uint32_t k = 0;; k++) {
    ng_str part[2];
    for (int p = 0; p < 2; p++) {
      const char *end = rest.len ? memchr(rest.at, 0, rest.len) : NULL;
      if (!end)
        return false;
      part[p] = (ng_str){rest.at, (size_t)(end - rest.at)};
      rest = ng_str_slice(rest, part[p].len + 1, rest.len);
    }
    *key = part[0];
    *value = part[1];
    if (k == i)
      return true;
  }
}

ng_str
ng_model_info(const ng_model *m, const char *key)
{
  ng_str k, value;
  for (uint32_t i = 0; ng_model_info_at(m, i, &k, &value); i++)
    if (ng_str_equal(k, (ng_str){key, strlen(key)}))
      return value;
  return (ng_str){"", 0};
}

static const ng_model_word *
find_word(const ng_model *m, uint32_t form)
{
  for (uint32_t i = form;; i++) {
    const ng_model_word *w = &m->words[i & m->word_mask];
    if (w->form == form || w->form == 0)
      return w->form ? w : NULL;
  }
}

void
ng_model_spell(const ng_model *m, ng_str text, ng_form *out)
{
  ng_form_read(out, text);
  __builtin_prefetch(&m->words[out->form & m->word_mask]);
}

void
ng_model_know(const ng_model *m, ng_form *out)
{
  const ng_model_word *w = find_word(m, out->form);
  const ng_model_word *lower = w && w->cluster ? w : find_word(m, out->word);
  out->cluster = lower ? lower->cluster : 0;
  if (!w || !w->ambiguity) { /* unseen, or seen in the tree of clusters only */
    ng_form_forget(out);
    return;
  }
  out->known = true;
  out->tag = w->tag;
  out->ambiguity = w->ambiguity;
}

uint8_t
ng_model_tag(const ng_model *m, unsigned upos, unsigned xpos)
{
  if (upos < NG_N_UPOS && xpos < NG_N_XPOS && m->joint[upos][xpos] != NG_NO_TAG)
    return m->joint[upos][xpos];
  for (uint32_t i = 0; i < m->n_tags; i++)
    if (m->tags[i].upos == upos)
      return (uint8_t)i;
  return 0;
}

uint64_t
ng_model_identity(const ng_model *model)
{
  ng_model_head head = {.checksum = 0};
  if (model->bytes.len >= sizeof head)
    memcpy(&head, model->bytes.at, sizeof head);
  return head.checksum;
}
