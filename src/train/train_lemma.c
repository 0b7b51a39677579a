#include "core/fail.h"
#include "text/lemma.h"
#include "train/train.h"

#include <stdlib.h>

/* A rule must hold for so many words, or it is an exception. */
enum { LEAST_WORDS = 3, LONGEST = NG_LEMMA_ROOM - NG_RULE_APPEND };

/* A word as the treebank has it, in lower case; how often. */
typedef struct {
  ng_str form, lemma;
  unsigned xpos;
} entry;

typedef NG_VEC(entry) entries;
typedef NG_VEC(ng_lemma_rule) rules;

static int
compare_str(ng_str a, ng_str b)
{
  size_t n = a.len < b.len ? a.len : b.len;
  int order = n ? memcmp(a.at, b.at, n) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int
compare_entries(const void *pa, const void *pb)
{
  const entry *a = pa, *b = pb;
  if (a->xpos != b->xpos)
    return a->xpos < b->xpos ? -1 : 1;
  int order = compare_str(a->form, b->form);
  return order ? order : compare_str(a->lemma, b->lemma);
}

static int
compare_rules(const void *a, const void *b)
{
  return memcmp(a, b, sizeof(ng_lemma_rule));
}

/* Tags whose words are inflected, or may be their own lemma. */
static bool
inflected(unsigned xpos)
{
  switch (xpos) {
  case NG_XPOS_NN:
  case NG_XPOS_NNS:
  case NG_XPOS_VB:
  case NG_XPOS_VBD:
  case NG_XPOS_VBG:
  case NG_XPOS_VBN:
  case NG_XPOS_VBP:
  case NG_XPOS_VBZ:
  case NG_XPOS_MD:
  case NG_XPOS_JJR:
  case NG_XPOS_JJS:
    return true;
  default:
    return false;
  }
}

static bool
lower(ng_arena *arena, ng_str s, ng_str *out)
{
  char *at = ng_arena_alloc(arena, s.len + 1, 1);
  for (size_t i = 0; at && i < s.len; i++)
    at[i] = (char)(s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] + 32 : s.at[i]);
  *out = (ng_str){at, s.len};
  return at != NULL;
}

static bool
collect(const ng_corpus *c, entries *out)
{
  for (uint32_t i = 0; i < c->words.n; i++) {
    const ng_tree_word *w = &c->words.at[i];
    entry e = {.xpos = w->xpos};
    if (!inflected(w->xpos) || w->lemma.len == 0 || w->form.len > LONGEST ||
        w->lemma.len > LONGEST || ng_str_equal(w->lemma, NG_LIT("_")))
      continue;
    if (!lower(c->arena, w->form, &e.form) ||
        !lower(c->arena, w->lemma, &e.lemma) || !NG_PUSH(c->arena, out, e))
      return false;
  }
  return true;
}

/* Keep each form once, with its commonest lemma; `all` is sorted. */
static void
settle(entries *all)
{
  uint32_t n = 0;
  for (uint32_t i = 0, end; i < all->n; i = end) {
    entry best = all->at[i];
    uint32_t most = 0, same = 0;
    for (end = i; end < all->n && all->at[end].xpos == best.xpos &&
                  ng_str_equal(all->at[end].form, best.form);
         end++) {
      bool new =
          end == i || !ng_str_equal(all->at[end].lemma, all->at[end - 1].lemma);
      same = new ? 1 : same + 1;
      if (same > most) {
        most = same;
        best.lemma = all->at[end].lemma;
      }
    }
    all->at[n++] = best;
  }
  all->n = n;
}

/* What makes the lemma of the form; false if no rule can say it. */
static bool
edit(const entry *e, ng_lemma_rule *rule)
{
  size_t same = 0;
  while (same < e->form.len && same < e->lemma.len &&
         e->form.at[same] == e->lemma.at[same])
    same++;
  if (same == 0 || e->form.len - same > NG_RULE_SUFFIX ||
      e->lemma.len - same > NG_RULE_APPEND)
    return false;
  rule->strip = (uint8_t)(e->form.len - same);
  rule->n_append = (uint8_t)(e->lemma.len - same);
  memcpy(rule->append, e->lemma.at + same, rule->n_append);
  return true;
}

static bool
propose(const entries *all, ng_arena *arena, rules *out)
{
  for (uint32_t i = 0; i < all->n; i++) {
    const entry *e = &all->at[i];
    for (size_t k = 0; k <= NG_RULE_SUFFIX && k <= e->form.len; k++) {
      ng_lemma_rule rule = ng_lemma_ending(e->form, e->xpos, k);
      if (edit(e, &rule) && !NG_PUSH(arena, out, rule))
        return false;
    }
  }
  return true;
}

static bool
same_edit(const ng_lemma_rule *a, const ng_lemma_rule *b)
{
  return a->strip == b->strip && a->n_append == b->n_append &&
         memcmp(a->append, b->append, sizeof a->append) == 0;
}

/* The rule that holds without the last `n_suffix` byte of this one. */
static const ng_lemma_rule *
shorter(const rules *kept, const ng_lemma_rule *rule)
{
  char form[NG_RULE_SUFFIX];
  size_t n = rule->n_suffix;
  for (size_t i = 0; i < n; i++)
    form[n - 1 - i] = rule->suffix[i];
  return ng_lemma_rule_find(kept->at, kept->n, (ng_str){form, n}, rule->xpos);
}

/* Of each ending the commonest edit, where it says more than a shorter one;
 * `all` is sorted, so shorter ones come first. */
static void
choose(rules *all)
{
  rules kept = {.at = all->at};
  for (uint32_t i = 0, end; i < all->n; i = end) {
    ng_lemma_rule best = all->at[i];
    uint32_t most = 0, same = 0;
    for (end = i;
         end < all->n && all->at[end].xpos == all->at[i].xpos &&
         all->at[end].n_suffix == all->at[i].n_suffix &&
         memcmp(all->at[end].suffix, all->at[i].suffix, NG_RULE_SUFFIX) == 0;
         end++) {
      same =
          end > i && same_edit(&all->at[end], &all->at[end - 1]) ? same + 1 : 1;
      if (same > most) {
        most = same;
        best = all->at[end];
      }
    }
    const ng_lemma_rule *other = shorter(&kept, &best);
    if (best.n_suffix > 0 &&
        (most < LEAST_WORDS || (other && same_edit(other, &best))))
      continue;
    kept.at[kept.n++] = best; /* behind i: all of it was read */
  }
  all->n = kept.n;
}

static bool
follows(const rules *r, const entry *e)
{
  ng_lemma_rule want = {.xpos = 0};
  const ng_lemma_rule *rule = ng_lemma_rule_find(r->at, r->n, e->form, e->xpos);
  if (!rule)
    return ng_str_equal(e->form, e->lemma);
  return edit(e, &want) && same_edit(rule, &want) && rule->strip < e->form.len;
}

static bool
keep_exceptions(ng_trainer *t, const entries *all, const rules *r)
{
  NG_VEC(ng_lemma_word) words = {0};
  for (uint32_t i = 0; i < all->n; i++) {
    const entry *e = &all->at[i];
    ng_lemma_word word = {.offset = (uint32_t)t->strings.len,
                          .xpos = (uint8_t)e->xpos,
                          .n_form = (uint8_t)e->form.len,
                          .n_lemma = (uint8_t)e->lemma.len};
    if (follows(r, e))
      continue;
    ng_buf_str(&t->strings, e->form);
    ng_buf_str(&t->strings, e->lemma);
    if (!NG_PUSH(t->corpus->arena, &words, word))
      return false;
  }
  t->lemmas = words.at;
  t->n_lemmas = words.n;
  return !t->strings.failed;
}

ng_status
ng_train_lemmas(ng_trainer *t, ng_error *err)
{
  ng_arena *arena = t->corpus->arena;
  entries all = {0};
  rules r = {0};
  bool ok = collect(t->corpus, &all);
  if (ok && all.n)
    qsort(all.at, all.n, sizeof *all.at, compare_entries);
  settle(&all);
  ok = ok && propose(&all, arena, &r);
  if (ok && r.n)
    qsort(r.at, r.n, sizeof *r.at, compare_rules);
  choose(&r);
  if (!ok || !keep_exceptions(t, &all, &r))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for lemmas");
  t->rules = r.at;
  t->n_rules = r.n;
  ng_train_say(t, "lemmas: %u forms, %u rules, %u exceptions", all.n, r.n,
               t->n_lemmas);
  return NG_OK;
}
