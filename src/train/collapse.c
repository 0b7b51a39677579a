#include "train/collapse.h"
#include "doc.h"

/* What happens to a tree: `of` tells each word's group, by the index of the
 * group's own head; a word that is in none is its own. */
typedef struct {
  ng_tree *tree;
  ng_arena *arena;
  uint32_t *of, *first, *new; /* group; its first word; its new index */
  uint8_t *kind;
} groups;

static bool
prepare(groups *g)
{
  uint32_t n = g->tree->words.n;
  g->of = NG_NEW(g->arena, uint32_t, n + 1);
  g->first = NG_NEW(g->arena, uint32_t, n + 1);
  g->new = NG_NEW(g->arena, uint32_t, n + 1);
  g->kind = NG_NEW(g->arena, uint8_t, n + 1);
  if (!g->of || !g->first || !g->new || !g->kind)
    return false;
  for (uint32_t i = 0; i <= n; i++)
    g->of[i] = g->first[i] = i;
  return true;
}

static bool
is_free(const groups *g, uint32_t i)
{
  return g->of[i] == i && !g->kind[i];
}

/* The one word of [begin, end) whose head is outside, or NG_NONE. */
static uint32_t
group_head(const groups *g, uint32_t begin, uint32_t end)
{
  uint32_t head = NG_NONE;
  for (uint32_t i = begin; i < end; i++) {
    uint32_t h = g->tree->words.at[i].head;
    if (!is_free(g, i))
      return NG_NONE;
    if (h >= begin && h < end)
      continue;
    if (head != NG_NONE)
      return NG_NONE;
    head = i;
  }
  return head;
}

/* Make [begin, end) a group, if it is a subtree's top with one head. */
static bool
merge(groups *g, uint32_t begin, uint32_t end, ng_unit_kind kind)
{
  uint32_t head = end - begin > 1 ? group_head(g, begin, end) : NG_NONE;
  if (head == NG_NONE)
    return false;
  for (uint32_t i = begin; i < end; i++)
    g->of[i] = head;
  g->first[head] = begin;
  g->kind[head] = (uint8_t)kind;
  return true;
}

static bool
glued(const ng_tree_word *w)
{
  return w->misc.len &&
         memmem(w->misc.at, w->misc.len, "SpaceAfter=No", 13) != NULL;
}

/* "face-to-face": words and hyphens without spaces.  Text without the mark is
 * of words that were apart, but for its hyphens. */
static uint32_t
hyphen_end(const groups *g, uint32_t i)
{
  const ng_tree_words *w = &g->tree->words;
  while (i + 2 < w->n && w->at[i + 1].xpos == NG_XPOS_HYPH &&
         (glued(&w->at[i]) || w->at[i].misc.len <= 1) &&
         (glued(&w->at[i + 1]) || w->at[i + 1].misc.len <= 1))
    i += 2;
  return i + 1;
}

static bool
is_month(ng_str s)
{
  static const char names[] =
      " January February March April May June July August September October "
      "November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. ";
  char padded[16] = " ";
  if (s.len < 3 || s.len > 9)
    return false;
  memcpy(padded + 1, s.at, s.len);
  padded[s.len + 1] = ' ';
  return strstr(names, padded) != NULL;
}

static bool
is_number(const groups *g, uint32_t i)
{
  return i < g->tree->words.n && g->tree->words.at[i].upos == NG_NUM;
}

/* "July 12", "12 July", "July 12, 2020", "July 2020". */
static uint32_t
merge_date(groups *g, uint32_t i)
{
  const ng_tree_word *w = g->tree->words.at;
  uint32_t n = g->tree->words.n, begin = i, end = i + 1;
  if (is_number(g, end))
    end++;
  if (end + 1 < n && ng_str_equal(w[end].form, NG_LIT(",")) &&
      is_number(g, end + 1) && w[end + 1].form.len == 4)
    end += 2;
  if (i > 0 && is_number(g, i - 1) && w[i - 1].form.len <= 2 &&
      (w[i - 1].head == i || w[i].head == i - 1))
    begin--;
  (void)merge(g, begin, end, NG_UNIT_DATE);
  return end;
}

static bool
in_name(const groups *g, uint32_t i)
{
  const ng_tree_word *w = &g->tree->words.at[i];
  return is_free(g, i) && (w->xpos == NG_XPOS_NNP || w->xpos == NG_XPOS_NNPS);
}

/* Are [begin, end) tied by nothing but what ties the words of a name? */
static bool
tied(const groups *g, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++) {
    const ng_tree_word *w = &g->tree->words.at[i];
    if (w->head >= begin && w->head < end && w->label != NG_REL_FLAT &&
        w->label != NG_REL_COMPOUND && w->label != NG_REL_AMOD)
      return false;
  }
  return true;
}

/* The longest end of [begin, end) that is a name: titles stay before it. */
static void
merge_name(groups *g, uint32_t begin, uint32_t end)
{
  for (; begin + 1 < end; begin++)
    if (tied(g, begin, end) && merge(g, begin, end, NG_UNIT_NAME))
      return;
}

static bool
is_scale(ng_str s)
{
  static const ng_str scales[] = {{"hundred", 7},  {"thousand", 8},
                                  {"million", 7},  {"billion", 7},
                                  {"trillion", 8}, {"dozen", 5}};
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
    if (ng_str_equal(s, scales[i]))
      return true;
  return false;
}

static bool
is_percent(ng_str s)
{
  return ng_str_equal(s, NG_LIT("percent")) || ng_str_equal(s, NG_LIT("%"));
}

/* "$ 5 million", "5 million", "27 percent". */
static uint32_t
merge_amount(groups *g, uint32_t i)
{
  const ng_tree_words *w = &g->tree->words;
  uint32_t end = i + (w->at[i].xpos == NG_XPOS_DOLLAR);
  if (!is_number(g, end))
    return i + 1;
  end++;
  while (end < w->n &&
         (is_scale(w->at[end].form) || is_percent(w->at[end].form)))
    end++;
  (void)merge(g, i, end, NG_UNIT_AMOUNT);
  return end;
}

typedef struct {
  unsigned percent;
  ng_random *random;
} chance;

static bool
happens(chance c)
{
  return ng_random_below(c.random, 100) < c.percent;
}

static void
find_groups(groups *g, chance c)
{
  const ng_tree_words *w = &g->tree->words;
  for (uint32_t i = 0; i < w->n;) {
    uint32_t end = hyphen_end(g, i);
    (void)merge(g, i, end, NG_UNIT_HYPHENATED);
    i = end;
  }
  for (uint32_t i = 0; i < w->n;)
    i = is_month(w->at[i].form) && happens(c) ? merge_date(g, i) : i + 1;
  for (uint32_t i = 0; i < w->n;) {
    uint32_t end = i;
    while (end < w->n && in_name(g, end))
      end++;
    if (end - i > 1 && happens(c))
      merge_name(g, i, end);
    i = end > i ? end : i + 1;
  }
  for (uint32_t i = 0; i < w->n;) {
    bool starts = w->at[i].xpos == NG_XPOS_DOLLAR || is_number(g, i);
    i = starts && is_free(g, i) && happens(c) ? merge_amount(g, i) : i + 1;
  }
}

/* The forms of a group in one: with underscores, but for hyphenated words. */
static bool
join_forms(const groups *g, uint32_t head, uint32_t end, ng_str *out)
{
  const ng_tree_word *w = g->tree->words.at;
  bool hyphens = g->kind[head] == NG_UNIT_HYPHENATED;
  size_t len = 0, n = 0;
  for (uint32_t i = g->first[head]; i < end; i++)
    len += w[i].form.len + 1;
  char *at = ng_arena_alloc(g->arena, len + 1, 1);
  if (!at)
    return false;
  for (uint32_t i = g->first[head]; i < end; i++) {
    if (n && !hyphens)
      at[n++] = '_';
    memcpy(at + n, w[i].form.at, w[i].form.len);
    n += w[i].form.len;
  }
  *out = (ng_str){at, n};
  return true;
}

static void
retag(ng_tree_word *w, ng_unit_kind kind)
{
  w->kind = (uint8_t)kind;
  w->lemma = (ng_str){"_", 1};
  if (kind == NG_UNIT_NAME || kind == NG_UNIT_DATE) {
    w->upos = NG_PROPN;
    w->xpos = NG_XPOS_NNP;
  } else if (kind == NG_UNIT_HYPHENATED && w->label == NG_REL_AMOD) {
    w->upos = NG_ADJ;
    w->xpos = NG_XPOS_JJ;
  }
}

static bool
rebuild(groups *g)
{
  ng_tree_words out = {0};
  const ng_tree_words *w = &g->tree->words;
  for (uint32_t i = 0, end; i < w->n; i = end) {
    uint32_t head = g->of[i];
    for (end = i + 1; end < w->n && g->of[end] == head; end++)
      ;
    ng_tree_word word = w->at[head];
    if (g->kind[head]) {
      retag(&word, g->kind[head]);
      if (!join_forms(g, head, end, &word.form))
        return false;
    }
    g->new[head] = out.n;
    if (!NG_PUSH(g->arena, &out, word))
      return false;
  }
  g->new[w->n] = out.n;
  for (uint32_t i = 0; i < out.n; i++)
    out.at[i].head = g->new[g->of[out.at[i].head]];
  g->tree->words = out;
  return true;
}

bool
ng_collapse(ng_tree *tree, unsigned percent, ng_random *random, ng_arena *arena)
{
  groups g = {.tree = tree, .arena = arena};
  if (percent == 0)
    return true;
  if (!prepare(&g))
    return false;
  find_groups(&g, (chance){percent, random});
  return rebuild(&g);
}
