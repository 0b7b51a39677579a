/* score.c - how right links are. */
#include "cli/score.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>

double
score_precision(const score_counts *c)
{
  return c->tp ? (double)c->tp / (double)(c->tp + c->fp) : 0;
}

double
score_recall(const score_counts *c)
{
  return c->tp ? (double)c->tp / (double)(c->tp + c->fn) : 0;
}

double
score_f1(const score_counts *c)
{
  return c->tp ? 2 * (double)c->tp / (double)(2 * c->tp + c->fp + c->fn) : 0;
}

static bool
same(ng_span a, ng_span b)
{
  return a.begin == b.begin && a.end == b.end;
}

/* --- the same base for all ------------------------------------------------ */

/* Which gold mentions count: named Wikidata entities inside what is judged. */
static bool
is_needed(const gold_article *a, const gold_label *l)
{
  return !l->coref && l->qid && !l->optional &&
         l->span.begin >= a->evaluated.begin && l->span.end <= a->evaluated.end;
}

/* The answer at a label's span, or 0; a later answer overrules an earlier. */
static uint32_t
answer(const gold_article *a, found_links found, const gold_label *l)
{
  for (size_t i = found.n; i-- > 0;)
    if (found.at[i].qid && same(gold_grow(a, found.at[i].span), l->grown))
      return found.at[i].qid;
  for (size_t i = 0; i < found.n; i++)
    if (found.at[i].qid && same(found.at[i].span, l->span))
      return found.at[i].qid;
  return 0;
}

static bool
child_answered(const gold_article *a, found_links found, const gold_label *l,
               int depth)
{
  for (size_t i = 0; i < l->n_children && depth < 16; i++) {
    const gold_label *c = gold_label_by_id(a, l->children[i]);
    if (c && ((is_needed(a, c) && answer(a, found, c)) ||
              child_answered(a, found, c, depth + 1)))
      return true;
  }
  return false;
}

static bool
touches(const gold_article *a, const found_link *f, const gold_label *l)
{
  ng_span g = gold_grow(a, f->span);
  return same(g, l->grown) || same(g, l->span) || same(f->span, l->span) ||
         same(f->span, l->grown);
}

/* What counts, and where: one sum, or one a type. */
typedef struct {
  const gold_article *a;
  found_links found;
  in_base_fn *in_base;
  const void *base;
  score_type_fn *of_type; /* NULL: one sum */
  score_counts *sums;
} same_base;

static score_counts *
sum_of(const same_base *s, uint32_t qid)
{
  return &s->sums[s->of_type ? s->of_type(s->base, qid) : 0];
}

static void
score_extra(const same_base *s, const found_link *f)
{
  const gold_article *a = s->a;
  bool labelled = false;
  if (!s->in_base(s->base, f->qid))
    return;
  for (size_t i = 0; i < a->n_labels; i++) {
    const gold_label *l = &a->labels[i];
    if (!touches(a, f, l))
      continue;
    labelled = true;
    if ((!l->coref && !l->qid && !l->quantity) ||
        (is_needed(a, l) && !s->in_base(s->base, l->qid)))
      sum_of(s, f->qid)->outside++;
  }
  if (!labelled && f->span.begin >= a->evaluated.begin &&
      f->span.end <= a->evaluated.end)
    sum_of(s, f->qid)->fp++;
}

static void
score(const same_base *s)
{
  for (size_t i = 0; i < s->a->n_labels; i++) {
    const gold_label *l = &s->a->labels[i];
    if (!is_needed(s->a, l) || !s->in_base(s->base, l->qid))
      continue;
    uint32_t got = answer(s->a, s->found, l);
    if (!got && (l->parent >= 0 || child_answered(s->a, s->found, l, 0)))
      continue;
    score_counts *sum = sum_of(s, l->qid);
    sum->tp += got == l->qid;
    sum->fn += got != l->qid;
    if (got && got != l->qid && s->in_base(s->base, got))
      sum_of(s, got)->fp++;
  }
  for (size_t i = 0; i < s->found.n; i++)
    score_extra(s, &s->found.at[i]);
}

void
score_same_base(const gold_article *a, found_links found, in_base_fn *in_base,
                const void *base, score_counts *sum)
{
  score(&(same_base){a, found, in_base, base, NULL, sum});
}

void
score_by_type(const gold_article *a, found_links found, in_base_fn *in_base,
              const void *base, score_type_fn *of_type, score_counts *sums)
{
  score(&(same_base){a, found, in_base, base, of_type, sums});
}

/* --- ELEVANT -------------------------------------------------------------- */

/* What is known of a label while an article is scored. */
typedef struct {
  const gold_label *label;
  bool has;     /* there is an answer */
  uint32_t got; /* and it is this */
  int factor;   /* 0: another label of the same words counts instead */
  bool tp, fp, fn;
} verdict;

typedef struct {
  const gold_article *a;
  found_links found;
  verdict *verdicts; /* of each label */
} judge;

static bool
is_word_mark(uint32_t c)
{
  return gold_is_alnum(c) || c == '\'' || c == '"' || c == '_';
}

/* ELEVANT's word boundaries. */
static ng_span
grow_marks(const gold_article *a, ng_span s)
{
  while (s.begin > 0 && is_word_mark(a->chars[s.begin - 1]))
    s.begin--;
  while (s.end + 1 < a->n_chars && is_word_mark(a->chars[s.end]))
    s.end++;
  if (s.begin < s.end && a->chars[s.begin] == '"') {
    bool other = false;
    for (uint32_t i = s.begin + 1; i < s.end; i++)
      other = other || a->chars[i] == '"';
    s.begin += !other;
  }
  return s;
}

/* The answer at `span`: the last one that covers it grown, else as it is. */
static bool
find_answer(const judge *j, ng_span span, uint32_t *qid)
{
  for (int grown = 1; grown >= 0; grown--)
    for (size_t i = j->found.n; i-- > 0;) {
      const found_link *f = &j->found.at[i];
      if (same(grown ? grow_marks(j->a, f->span) : f->span, span)) {
        *qid = f->qid;
        return true;
      }
    }
  return false;
}

/* "Unknown" is right for what the gold says is unknown. */
static bool
is_right(const verdict *v)
{
  return v->has && (v->got ? v->got == v->label->qid : v->label->unknown);
}

static verdict *
verdict_of(const judge *j, int64_t id)
{
  const gold_label *l = gold_label_by_id(j->a, id);
  return l ? &j->verdicts[l - j->a->labels] : NULL;
}

static int factor(const judge *j, verdict *v, bool sibling, int depth);

/* Has a sibling of `v` an answer that counts? */
static bool
sibling_counts(const judge *j, const verdict *v, const gold_label *parent,
               int depth)
{
  for (size_t i = 0; i < parent->n_children; i++) {
    verdict *c = verdict_of(j, parent->children[i]);
    if (c && c != v && factor(j, c, true, depth + 1) > 0)
      return true;
  }
  return false;
}

/* Which of nested labels count: those answered rightly, else the outermost that
 * no inner one replaces. */
static int
factor(const judge *j, verdict *v, bool sibling, int depth)
{
  const gold_label *l = v->label;
  int result, biggest = 0;
  if (depth > 32)
    return 0;
  if (is_right(v)) {
    result = biggest = 1;
  } else {
    for (size_t i = 0; i < l->n_children; i++) {
      verdict *c = verdict_of(j, l->children[i]);
      int f = c ? factor(j, c, false, depth + 1) : 0;
      biggest = f > biggest ? f : biggest;
    }
    const gold_label *parent =
        l->parent >= 0 ? gold_label_by_id(j->a, l->parent) : NULL;
    if (!parent) {
      result = biggest == 0;
      biggest = 0;
    } else if (v->has) {
      result = biggest == 0 &&
               !same(grow_marks(j->a, parent->span), grow_marks(j->a, l->span));
    } else {
      result = !sibling && biggest == 0 && sibling_counts(j, v, parent, depth);
    }
  }
  if (!sibling)
    v->factor = result;
  return result > biggest ? result : biggest;
}

static bool
is_known(const gold_label *l)
{
  return !l->unknown && !l->quantity;
}

/* What a label's answer is, unknown answers ignored. */
static void
judge_label(verdict *v, bool child_needed)
{
  const gold_label *l = v->label;
  v->tp = v->fp = v->fn = false;
  bool right = v->got && is_right(v);
  if (!v->has) {
    v->fn = is_known(l) && (!l->optional || child_needed);
  } else if (!v->got) {
    v->fn = is_known(l) && !l->optional;
  } else if (l->optional) {
    v->fp = !(is_known(l) && right);
  } else if (is_known(l)) {
    v->tp = right;
    v->fn = v->fp = !right;
  } else {
    v->fp = true;
  }
}

static bool
child_is_needed(const judge *j, const gold_label *l, int depth)
{
  for (size_t i = 0; i < l->n_children && depth < 32; i++) {
    const gold_label *c = gold_label_by_id(j->a, l->children[i]);
    if (c && (!c->optional || child_is_needed(j, c, depth + 1)))
      return true;
  }
  return false;
}

/* Events of all labels below `l`. */
static void
child_events(const judge *j, const gold_label *l, int depth, bool seen[3])
{
  for (size_t i = 0; i < l->n_children && depth < 32; i++) {
    const verdict *c = verdict_of(j, l->children[i]);
    if (!c)
      continue;
    child_events(j, c->label, depth + 1, seen);
    if (c->factor) {
      seen[0] |= c->tp;
      seen[1] |= c->fn;
      seen[2] |= c->fp;
    }
  }
}

/* --- kinds of mentions ---------------------------------------------------- */

/* Lower-case ASCII of the words at `span`; false if it does not fit. */
static bool
lower_text(const gold_article *a, ng_span span, char out[16])
{
  uint32_t n = 0;
  for (uint32_t i = span.begin; i < span.end && i < a->n_chars; i++) {
    uint32_t c = a->chars[i];
    if (n >= 15 || c >= 0x80)
      break;
    out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  out[n] = '\0';
  return n == span.end - span.begin;
}

static bool
is_pronoun(const gold_article *a, ng_span span)
{
  static const char *const list =
      " i my me myself mine you your yourself yours he his him himself she her "
      "herself hers it its itself we us our ourselves ours yourselves they "
      "their them themselves theirs ";
  char word[16], key[20];
  if (!lower_text(a, span, word) || strchr(word, ' '))
    return false;
  bool upper = true;
  for (uint32_t i = span.begin; i < span.end; i++)
    upper = upper && a->chars[i] >= 'A' && a->chars[i] <= 'Z';
  (void)snprintf(key, sizeof key, " %s ", word);
  return strstr(list, key) && (!upper || strcmp(word, "i") == 0);
}

static bool
is_nominal(const gold_article *a, ng_span span)
{
  static const char *const starts[] = {"the ",   "that ", "this ", "these ",
                                       "those ", "my ",   "your ", "his ",
                                       "her ",   "its ",  "our ",  "their "};
  char text[16];
  (void)lower_text(a, span, text);
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
    size_t n = strlen(starts[i]);
    if (strncmp(text, starts[i], n) == 0 && span.end - span.begin > n) {
      uint32_t c = a->chars[span.begin + n];
      return !(c >= 'A' && c <= 'Z') && !(c >= 0xC0 && c <= 0xDE);
    }
  }
  return false;
}

static score_kind
name_kind(const gold_label *l)
{
  if (!l)
    return SCORE_NAMED;
  if (l->unknown ||
      (!l->qid && !l->quantity && ng_str_equal(l->name, NG_LIT("Unknown"))))
    return SCORE_UNKNOWN;
  for (size_t i = 0; i < l->name.len; i++) {
    unsigned char c = (unsigned char)l->name.at[i];
    if (c >= 'a' && c <= 'z')
      return SCORE_CONCEPT;
    if (c >= 'A' && c <= 'Z')
      return SCORE_NAMED;
    if (c >= 0xC3) /* most names that begin beyond ASCII have a capital */
      return SCORE_NAMED;
  }
  return SCORE_CONCEPT;
}

static score_kind
kind_of(const gold_article *a, ng_span span, const gold_label *l)
{
  if (l && l->coref_given)
    return l->coref ? SCORE_COREF : name_kind(l);
  if (is_pronoun(a, span) || is_nominal(a, span))
    return SCORE_COREF;
  return name_kind(l);
}

static void
count(score_counts sum[SCORE_N], score_kind kind, const bool event[3])
{
  score_kind keys[] = {SCORE_ALL, kind, SCORE_ENTITY};
  for (int i = 0; i < (kind == SCORE_COREF ? 2 : 3); i++) {
    sum[keys[i]].tp += event[0];
    sum[keys[i]].fn += event[1];
    sum[keys[i]].fp += event[2];
  }
}

/* A root counts for itself and, where it does not, for what is below it. */
static void
settle_root(const judge *j, verdict *v)
{
  if (!v->label->n_children)
    return;
  if (v->factor) {
    if (v->label->optional)
      judge_label(v, child_is_needed(j, v->label, 0));
    return;
  }
  bool seen[3] = {false, false, false};
  child_events(j, v->label, 0, seen);
  v->fn = seen[1];
  v->tp = seen[0] && !seen[1] && !seen[2];
  v->fp = false;
}

static void
score_labels(const judge *j, score_counts sum[SCORE_N])
{
  for (size_t i = 0; i < j->a->n_labels; i++)
    if (j->a->labels[i].parent < 0)
      (void)factor(j, &j->verdicts[i], false, 0);
  for (size_t i = 0; i < j->a->n_labels; i++)
    if (j->verdicts[i].factor)
      judge_label(&j->verdicts[i], false);
  for (size_t i = 0; i < j->a->n_labels; i++)
    if (j->a->labels[i].parent < 0)
      settle_root(j, &j->verdicts[i]);
  for (size_t i = 0; i < j->a->n_labels; i++) {
    const verdict *v = &j->verdicts[i];
    bool root = v->label->parent < 0;
    bool event[3] = {root && v->tp, root && v->fn, v->fp && v->factor};
    count(sum, kind_of(j->a, v->label->span, v->label), event);
  }
}

/* Answers where the gold has nothing. */
static void
score_rest(const judge *j, score_counts sum[SCORE_N])
{
  for (size_t i = 0; i < j->found.n; i++) {
    ng_span span = j->found.at[i].span, wide = grow_marks(j->a, span);
    bool labelled = !j->found.at[i].qid || span.begin < j->a->evaluated.begin ||
                    span.end > j->a->evaluated.end;
    for (size_t k = 0; k < j->a->n_labels && !labelled; k++) {
      ng_span theirs = j->a->labels[k].span;
      ng_span large = grow_marks(j->a, theirs);
      labelled = same(span, theirs) || same(span, large) ||
                 same(wide, theirs) || same(wide, large);
    }
    if (!labelled)
      count(sum, kind_of(j->a, span, NULL), (const bool[]){false, false, true});
  }
}

bool
score_elevant(const gold_article *a, found_links found,
              score_counts sum[SCORE_N])
{
  judge j = {.a = a, .found = found};
  j.verdicts = calloc(a->n_labels + 1, sizeof *j.verdicts);
  if (!j.verdicts)
    return false;
  for (size_t i = 0; i < a->n_labels; i++) {
    verdict *v = &j.verdicts[i];
    v->label = &a->labels[i];
    v->has = find_answer(&j, v->label->span, &v->got) ||
             find_answer(&j, grow_marks(a, v->label->span), &v->got);
  }
  score_labels(&j, sum);
  score_rest(&j, sum);
  free(j.verdicts);
  return true;
}
