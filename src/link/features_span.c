/* features_span.c - what a span looks like, whatever it may mean. */
#include "link/features.h"

static uint32_t
shape_of(const ng_doc *doc, const ng_spot *spot)
{
  bool upper = true;
  for (uint32_t i = spot->word; i < spot->word + spot->n_words; i++)
    upper = upper && (doc->notes.at[i].flags & NG_WORD_UPPER);
  uint16_t flags = doc->notes.at[spot->word].flags;
  return (spot->flags & NG_SPOT_LOWER ? 1 : 0) | (upper ? 2 : 0) |
         (flags & NG_WORD_START ? 4 : 0) | (flags & NG_WORD_SHOUTED ? 8 : 0) |
         (flags & NG_WORD_HEADLINE ? 16 : 0) | (spot->n_words > 1 ? 32 : 0);
}

/* Words of the capital run before and behind the span, at most 3 each. */
static uint32_t
run_left(const ng_linker *l, const ng_spot *spot)
{
  uint32_t last = spot->word + spot->n_words - 1, before = 0, behind = 0;
  uint32_t a = l->run_of[spot->word], b = l->run_of[last];
  if (a != NG_NONE)
    before = spot->word - l->runs.at[a].from;
  if (b != NG_NONE)
    behind = l->runs.at[b].to - 1 - last;
  return least(before, 3) * 4 + least(behind, 3);
}

/* Longer runs elsewhere that end or begin with the span's words. */
static uint32_t
longer_runs(const ng_linker *l, const ng_spot *spot, const ng_run_key *key)
{
  if (!key || (spot->flags & NG_SPOT_LOWER))
    return 0;
  uint32_t run = l->run_of[spot->word], ends = key->ends, begins = key->begins;
  uint32_t last = spot->word + spot->n_words;
  if (run != NG_NONE &&
      !(l->runs.at[run].from == spot->word && l->runs.at[run].to == last)) {
    ends -= ends && l->runs.at[run].to == last;
    begins -= begins && l->runs.at[run].from == spot->word;
  }
  return least(ends, 2) * 3 + least(begins, 2);
}

/* The share of numbers among the 20 words before the span and those behind, 40
 * in all, of its sentence. */
static uint32_t
numbers_share(const ng_linker *l, const ng_spot *spot)
{
  enum { BEFORE = 20, ALL = 40 };
  const ng_sentence_words *s = &l->sentences[spot->sentence];
  uint32_t from = spot->word - least(spot->word - s->begin, BEFORE);
  uint32_t to = from + least(s->end - from, ALL);
  uint32_t digits = l->numbers[to] - l->numbers[from];
  return BUCKET(digits * 100 / (to - from), 1, 10, 20, 35);
}

/* Lower-case and mid-sentence capitalised occurrences of a single word. */
static uint32_t
case_counts(const ng_linker *l, const ng_spot *spot)
{
  ng_word_count others = ng_linker_others(l, spot->word);
  return BUCKET(others.lower, 1, 2, 4) * 4 + BUCKET(others.capital, 1, 2, 4);
}

static uint32_t
ends_of(const ng_doc *doc, const ng_spot *spot)
{
  uint32_t first = doc->notes.at[spot->word].class;
  uint32_t last = doc->notes.at[spot->word + spot->n_words - 1].class;
  uint32_t a = first == NG_WORD_THE       ? 1
               : first == NG_WORD_TITLE   ? 2
               : first == NG_WORD_HEADING ? 3
               : first == NG_WORD_BODY    ? 4
               : first == NG_WORD_OTHER   ? 5
                                          : 0;
  uint32_t b = last == NG_WORD_TITLE ? 1 : last == NG_WORD_BODY ? 2 : 0;
  return a * 3 + b;
}

/* What holds the words of a span together: see features.def. */
static uint32_t
inner_of(const ng_doc *doc, const ng_spot *spot)
{
  uint32_t found = 0;
  for (uint32_t i = spot->word + 1; i < spot->word + spot->n_words; i++) {
    ng_word_note note = doc->notes.at[i];
    uint32_t now = note.gap == NG_GAP_COMMA    ? 1
                   : note.gap == NG_GAP_HYPHEN ? 2
                   : note.class == NG_WORD_OF  ? 3
                   : note.class == NG_WORD_AND ? 4
                   : note.gap == NG_GAP_SPACE  ? 0
                                               : 5;
    if (now && (!found || now < found))
      found = now;
  }
  return found;
}

uint32_t
ng_count_readings(const ng_linker *l, uint32_t i, uint16_t kinds)
{
  const ng_doc *doc = l->doc;
  uint32_t n = 0;
  if (l->alone[i] == NG_NONE)
    return 0;
  const ng_spot *spot = &doc->spots.at[l->alone[i]];
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    n += (doc->choices.at[k].kinds & kinds) != 0;
  return n;
}

/* How many may have this full name: those of the given name times those of the
 * surname. */
static uint32_t
namesakes_of(const ng_linker *l, const ng_spot *spot)
{
  uint32_t last = spot->word + spot->n_words - 1;
  if (spot->n_words < 2 || (spot->flags & NG_SPOT_LOWER))
    return 0;
  return BUCKET(ng_count_readings(l, spot->word, NG_NAME_GIVEN) *
                    ng_count_readings(l, last, NG_NAME_SURNAME),
                20, 150, 400);
}

ng_span_view
ng_view_span(const ng_linker *l, uint32_t index)
{
  const ng_doc *doc = l->doc;
  const ng_spot *spot = &doc->spots.at[index];
  uint32_t last = spot->word + spot->n_words - 1;
  ng_span_view v = {
      .spot = spot, .index = index, .shape = (uint8_t)shape_of(doc, spot)};
  v.previous = (uint8_t)ng_word_class_at(doc, spot->word, -1);
  v.next = (uint8_t)ng_word_class_at(doc, last, 1);
  v.gap = (uint8_t)ng_gap_after(doc, last);
  v.run = (uint8_t)run_left(l, spot);
  v.runs = ng_linker_run_key(l, l->keys[index]);
  v.longer = (uint8_t)longer_runs(l, spot, v.runs);
  v.words = (uint8_t)(least(spot->n_words, 5) - 1);
  v.sporty = doc->words.n
                 ? (uint8_t)BUCKET(l->sporty * 1000 / doc->words.n, 8, 20, 40)
                 : 0;
  v.numbers = (uint8_t)numbers_share(l, spot);
  v.style = v.shape & 1 ? 0 : v.shape & 2 ? 2 : 1;
  v.titled = v.previous == NG_WORD_TITLE;
  v.inner = (uint8_t)inner_of(doc, spot);
  v.ends = (uint8_t)ends_of(doc, spot);
  v.namesakes = (uint8_t)namesakes_of(l, spot);
  v.cases = spot->n_words == 1 ? (uint8_t)case_counts(l, spot) : 0;
  return v;
}
