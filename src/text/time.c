/* time.c - the time stage: a window of items around each word that can be the
 * core of an expression, matched and resolved. */
#include "text/time.h"
#include "core/fail.h"
#include "core/str.h"

enum { BEFORE = 8, BEHIND = 14, ITEMS = 64 };

typedef struct {
  ng_doc *doc;
  uint32_t sentence;
  uint32_t mention; /* the first that does not end before the current token */
  ng_time_anchor anchor;
  ng_time_item items[ITEMS];
  uint32_t n;
} finder;

const char *
ng_time_type_text(ng_time_type type)
{
  static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
  return names[type];
}

/* Is token `index` inside a longer name: the "May" of "Theresa May", the
 * "Sunday" of a newspaper's? */
static bool
in_name(finder *f, uint32_t index)
{
  const ng_doc *doc = f->doc;
  const ng_token *t = &doc->tokens.at[index];
  while (f->mention < doc->mentions.n &&
         doc->mentions.at[f->mention].span.end <= t->begin)
    f->mention++;
  if (f->mention == doc->mentions.n)
    return false;
  const ng_mention *m = &doc->mentions.at[f->mention];
  return m->kind == NG_KIND_NAME && m->span.begin <= t->begin &&
         m->span.end >= t->end &&
         m->span.end - m->span.begin > t->end - t->begin;
}

/* Does token `index` end, or start, in a word that no rule reads? */
static bool
is_gap(const ng_doc *doc, uint32_t index, bool at_end)
{
  enum { PARTS = 8 };
  ng_time_item items[PARTS];
  size_t n = ng_time_items(doc, index, items, PARTS);
  return n == 0 || items[at_end ? n - 1 : 0].class == NG_TW_NONE;
}

/* Fill the window around token `core`, which may not reach before `from`: up to
 * the nearest words that no rule reads, them included. */
static void
fill_window(finder *f, uint32_t core, uint32_t from)
{
  const ng_sentence *s = &f->doc->sentences.at[f->sentence];
  uint32_t begin = core;
  while (begin > from && core - begin < BEFORE) {
    begin--;
    if (is_gap(f->doc, begin, true))
      break;
  }
  uint32_t end = core + BEHIND < s->end ? core + BEHIND : s->end;
  f->n = 0;
  for (uint32_t i = begin; i < end && f->n < ITEMS; i++) {
    size_t n = ng_time_items(f->doc, i, f->items + f->n, ITEMS - f->n);
    bool gap = n && i > core && f->items[f->n].class == NG_TW_NONE;
    f->n += (uint32_t)n;
    if (gap)
      break;
  }
}

/* "May" and "March" are also words and names: alone at the start of a sentence,
 * or behind another capitalised word, they are no months. */
static bool
is_doubtful(const finder *f, uint32_t begin, uint32_t end)
{
  const ng_time_item *t = &f->items[begin];
  if (end - begin > 1 || t->class != NG_TW_MONTH ||
      t->span.end - t->span.begin > 5)
    return false;
  bool first = t->token == f->doc->sentences.at[f->sentence].token;
  bool bare = t->span.end - t->span.begin <= 4 && t->value != 5 &&
              t->value != 6 && t->value != 7 &&
              f->doc->text.at[t->span.end - 1] != '.'; /* "Jan", a name */
  bool named = begin && f->items[begin - 1].class == NG_TW_NONE &&
               f->items[begin - 1].flags & NG_TW_CAPITAL;
  return named || bare || (first && (t->value == 3 || t->value == 5));
}

/* Remember what later expressions count from. */
static void
remember(finder *f, const ng_time_said *said, const ng_time *t)
{
  if (!t->earliest || t->type > NG_TIME_TIME)
    return;
  if (t->grain == NG_GRAIN_QUARTER) {
    if (said->says == NG_SAYS_DATE && !said->period)
      f->anchor.quarter = t->earliest / 100 * 100;
    return;
  }
  if (said->says == NG_SAYS_SHIFT && t->grain == NG_GRAIN_YEAR)
    return; /* "a year earlier" is but compared with */
  bool day = t->grain == NG_GRAIN_DAY || t->grain == NG_GRAIN_TIME;
  f->anchor.last = day                          ? t->earliest
                   : t->grain == NG_GRAIN_MONTH ? t->earliest / 100 * 100
                   : t->grain == NG_GRAIN_YEAR  ? t->earliest / 10000 * 10000
                                                : f->anchor.last;
}

/* Narrow or open the bounds by the relation. */
static void
apply_relation(ng_time *t)
{
  enum { FIRST_DAY = 10101, LAST_DAY = 99991231 }; /* of our calendar */
  if (!t->earliest || !t->latest || t->type > NG_TIME_TIME)
    return;
  switch (t->relation) {
  case NG_TIME_SINCE:
    t->latest = 0;
    break;
  case NG_TIME_AFTER:
    if (t->latest >= LAST_DAY)
      return;
    t->earliest = ng_date_from_days(ng_date_days(t->latest) + 1);
    t->latest = 0;
    break;
  case NG_TIME_UNTIL:
    t->earliest = 0;
    break;
  case NG_TIME_BEFORE:
    if (t->earliest <= FIRST_DAY)
      return;
    t->latest = ng_date_from_days(ng_date_days(t->earliest) - 1);
    t->earliest = 0;
    break;
  default:
    break;
  }
}

/* Resolve the expression of items [begin, end) and append it; false if the
 * budget is spent. */
static bool
add(finder *f, uint32_t begin, uint32_t end, const ng_time_said *said)
{
  ng_doc *doc = f->doc;
  const ng_sentence *s = &doc->sentences.at[f->sentence];
  char value[NG_TIME_VALUE];
  ng_time t = {.span = {f->items[begin].span.begin, f->items[end - 1].span.end},
               .token = f->items[begin].token,
               .end = f->items[end - 1].token + 1,
               .sentence = f->sentence};
  f->anchor.tense = ng_time_tense(doc, s, t.token, t.end);
  f->anchor.promised = ng_time_promised(doc, s, t.token);
  if (!ng_time_resolve(said, &f->anchor, &t, value))
    return true;
  remember(f, said, &t);
  t.relation = (uint8_t)ng_time_bound(doc, s, t.token);
  apply_relation(&t);
  size_t len = strlen(value);
  char *copy = NG_NEW(&doc->arena, char, len + 1);
  if (!copy)
    return false;
  memcpy(copy, value, len + 1);
  t.value = (ng_str){copy, len};
  return NG_PUSH(&doc->arena, &doc->times, t);
}

/* Find the expression whose core is token `core`; *next is where to go on. */
static bool
find_at(finder *f, uint32_t core, uint32_t from, uint32_t *next)
{
  fill_window(f, core, from);
  ng_time_window window = {f->items, f->n};
  *next = core + 1;
  for (uint32_t k = 0; k < f->n && f->items[k].token <= core; k++) {
    ng_time_said said;
    if (f->items[k].class == NG_TW_NONE)
      continue;
    uint32_t end = ng_time_match(&window, k, &said);
    if (end == k || f->items[end - 1].token < core || is_doubtful(f, k, end))
      continue;
    if (f->items[k].flags & NG_TW_JOINED && f->items[k].class != NG_TW_NUMBER)
      continue;
    *next = f->items[end - 1].token + 1;
    return add(f, k, end, &said);
  }
  return true;
}

/* May ng_time_core() be asked?  Of short words only "am" and "pm", behind a
 * number. */
static bool
may_be_core(const ng_doc *doc, uint32_t index)
{
  const ng_token *t = &doc->tokens.at[index];
  return (t->end - t->begin >= 3 || (index && t[-1].kind == NG_TOKEN_NUMBER)) &&
         t->kind != NG_TOKEN_PUNCT && t->kind != NG_TOKEN_LINK;
}

static bool
find_in_sentence(finder *f)
{
  const ng_sentence *s = &f->doc->sentences.at[f->sentence];
  uint32_t from = s->token;
  for (uint32_t i = s->token; i < s->end;) {
    uint32_t next = i + 1;
    if (may_be_core(f->doc, i) && ng_time_core(f->doc, i) && !in_name(f, i)) {
      uint32_t n = f->doc->times.n;
      if (!find_at(f, i, from, &next))
        return false;
      if (f->doc->times.n > n)
        from = next;
    }
    i = next;
  }
  return true;
}

ng_status
ng_find_times(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)context;
  doc->times.n = 0;
  finder f = {.doc = doc, .anchor = {.dct = doc->date}};
  if (doc->date % 100 == 0)
    f.anchor.dct = ng_date_first(doc->date);
  for (; f.sentence < doc->sentences.n; f.sentence++)
    if (!find_in_sentence(&f))
      return ng_fail(err, NG_ERR_LIMIT, 0,
                     "the times exceed the document's budget");
  return NG_OK;
}
