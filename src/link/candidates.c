/* candidates.c - the entities that an article may speak of, and the runs of
 * capitalised words that it speaks of them with. */
#include "link/linker.h"

/* Readings of a name that count as likely, by prior. */
enum { N_LIKELY = 5 };

/* The kinds of a full name. */
enum {
  FULL = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS | NG_NAME_SHORT |
         NG_NAME_INITIAL | NG_NAME_VARIANT
};

/* --- keys of spots -------------------------------------------------------- */

static uint64_t
key_of(const ng_doc *doc, uint32_t from, uint32_t to)
{
  uint64_t key = ng_key_first(&doc->words.at[from]);
  for (uint32_t i = from + 1; i < to; i++)
    key = ng_key_next(key, &doc->words.at[i]);
  return key;
}

static bool
add_keys(ng_linker *l)
{
  ng_doc *doc = l->doc;
  uint32_t n = doc->spots.n, size = 16;
  while (size < 2 * n)
    size *= 2;
  uint32_t *table = NG_NEW(l->work, uint32_t, size);
  uint32_t *last = NG_NEW(l->work, uint32_t, n + 1); /* with the key */
  l->keys = NG_NEW(l->work, uint64_t, n + 1);
  l->same = NG_NEW(l->work, uint32_t, n + 1);
  l->again = NG_NEW(l->work, uint32_t, n + 1);
  l->times = NG_NEW(l->work, uint32_t, n + 1);
  l->best = NG_NEW(l->work, int32_t, n + 1);
  l->best_row = NG_NEW(l->work, uint32_t, n + 1);
  l->alone = NG_NEW(l->work, uint32_t, doc->words.n + 1);
  if (!table || !last || !l->keys || !l->same || !l->again || !l->times ||
      !l->best || !l->best_row || !l->alone)
    return false;
  memset(l->alone, 0xFF, (doc->words.n + 1) * sizeof *l->alone);
  for (uint32_t i = 0; i < n; i++) {
    const ng_spot *spot = &doc->spots.at[i];
    if (spot->n_words == 1)
      l->alone[spot->word] = i;
    uint64_t key = key_of(doc, spot->word, spot->word + spot->n_words);
    key += spot->flags & NG_SPOT_LOWER;
    uint32_t at = (uint32_t)(key >> 20) & (size - 1);
    /* one branch, at each step; the last key is of no spot */
    while ((table[at] != 0) & (l->keys[table[at] ? table[at] - 1 : n] != key))
      at = (at + 1) & (size - 1);
    if (!table[at])
      table[at] = i + 1;
    l->keys[i] = key;
    uint32_t first = l->same[i] = table[at] - 1;
    l->again[i] = NG_NONE;
    if (l->times[first]++)
      l->again[last[first]] = i;
    last[first] = i;
  }
  return true;
}

/* --- full names and countries --------------------------------------------- */

/* "W. Murphy" in "Emily W. Murphy" names no William Murphy in full. */
static bool
is_rest_of_name(const ng_linker *l, const ng_spot *spot)
{
  uint32_t run = l->run_of[spot->word];
  return run != NG_NONE && l->runs.at[run].from < spot->word &&
         l->doc->notes.at[spot->word - 1].class == NG_WORD_CAPITALISED;
}

bool
ng_linker_is_titled_surname(const ng_linker *l, const ng_spot *spot)
{
  return spot->n_words == 2 &&
         l->doc->notes.at[spot->word].class == NG_WORD_TITLE &&
         ng_word_listed(l->doc, spot->word,
                        "president premier chancellor governor senator "
                        "secretary judge");
}

/* The referents of its readings are not known yet. */
static void
await_spot(ng_linker *l, const ng_spot *spot)
{
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    l->rows[i].referent = NG_NONE;
}

/* What the capitalised spots say at once: full names of several words, likely
 * readings, mentions of countries. */
static void
count_spot(ng_linker *l, const ng_spot *spot)
{
  const ng_choice *choices = l->doc->choices.at;
  bool country = false, titled = ng_linker_is_titled_surname(l, spot);
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    uint16_t kinds = choices[i].kinds;
    bool likely = i < spot->choice + N_LIKELY;
    bool full =
        spot->n_words > 1 && (kinds & FULL) &&
        !(titled && choices[i].type == NG_PERSON) &&
        ((kinds & FULL) != NG_NAME_INITIAL || !is_rest_of_name(l, spot));
    l->rows[i].referent = NG_NONE;
    if (!likely && !full)
      continue;
    ng_linker_number(l, i);
    ng_referent *r = &l->referents.at[l->rows[i].referent];
    if (likely) {
      r->likely = true;
      ng_ref_filter_add(&l->likely, r->ref);
    }
    if (full) {
      r->n_full++;
      ng_ref_filter_add(&l->full, r->ref);
      if (spot->word < r->first_full)
        r->first_full = spot->word;
    }
    if (!country && choices[i].type == NG_COUNTRY &&
        (kinds & (FULL | NG_NAME_DEMONYM)) && i < spot->choice + 3) {
      r->n_country++;
      l->n_countries++;
      country = true;
    }
  }
}

/* --- runs of capitals ----------------------------------------------------- */

static bool
continues_run(const ng_doc *doc, uint32_t i)
{
  ng_word_note note = doc->notes.at[i];
  if (!(note.flags & NG_WORD_CAPITAL) || !(note.flags & NG_WORD_JOINS))
    return false;
  switch (note.gap) {
  case NG_GAP_SPACE:
  case NG_GAP_HYPHEN:
  case NG_GAP_NONE:
  case NG_GAP_APOSTROPHE:
  case NG_GAP_STOP:
  case NG_GAP_AMPERSAND:
    return true;
  default:
    return false;
  }
}

/* "A", "The", "In" with the capital of a sentence's start. */
static bool
is_small_word(const ng_doc *doc, uint32_t i)
{
  ng_word_note note = doc->notes.at[i];
  if (!(note.flags & NG_WORD_START) || (note.flags & NG_WORD_UPPER))
    return false;
  return ng_is_little_word(note) || note.class == NG_WORD_POSSESSIVE ||
         note.class == NG_WORD_PRONOUN;
}

static bool
add_runs(ng_linker *l)
{
  ng_doc *doc = l->doc;
  l->run_of = NG_NEW(l->work, uint32_t, doc->words.n + 1);
  if (!l->run_of)
    return false;
  for (uint32_t i = 0; i < doc->words.n;) {
    ng_run run = {i, i + 1};
    l->run_of[i] = NG_NONE;
    if ((doc->notes.at[i].flags & NG_WORD_CAPITAL) && !is_small_word(doc, i)) {
      while (run.to < doc->words.n && continues_run(doc, run.to))
        run.to++;
      for (uint32_t k = run.from; k < run.to; k++)
        l->run_of[k] = l->runs.n;
      if (!NG_PUSH(l->work, &l->runs, run))
        return false;
    }
    i = run.to;
  }
  return true;
}

static ng_run_key *
run_key_slot(const ng_linker *l, uint64_t key)
{
  uint32_t at = (uint32_t)(key >> 20) & (l->n_run_keys - 1);
  while ((l->run_keys[at].run != 0) & (l->run_keys[at].key != key))
    at = (at + 1) & (l->n_run_keys - 1);
  return &l->run_keys[at];
}

const ng_run_key *
ng_linker_run_key(const ng_linker *l, uint64_t key)
{
  const ng_run_key *slot = run_key_slot(l, key);
  return slot->run ? slot : NULL;
}

/* Longest runs whose ends are names; a line of capitals has none. */
enum { MAX_RUN = 6 };

static bool
has_keys(const ng_doc *doc, ng_run run)
{
  return run.to - run.from >= 2 && run.to - run.from <= MAX_RUN &&
         !(doc->notes.at[run.from].flags & NG_WORD_SHOUTED);
}

static bool
add_run_keys(ng_linker *l)
{
  ng_doc *doc = l->doc;
  uint32_t n = 16, n_keys = 0;
  for (uint32_t r = 0; r < l->runs.n; r++)
    n_keys += has_keys(doc, l->runs.at[r])
                  ? 2 * (l->runs.at[r].to - l->runs.at[r].from - 1)
                  : 0;
  while (n < 2 * n_keys)
    n *= 2;
  l->n_run_keys = n;
  l->run_keys = NG_NEW(l->work, ng_run_key, n);
  if (!l->run_keys)
    return false;
  for (uint32_t r = 0; r < l->runs.n; r++) {
    ng_run run = l->runs.at[r];
    if (!has_keys(doc, run))
      continue;
    for (uint32_t k = run.from + 1; k < run.to; k++) {
      ng_run_key *end = run_key_slot(l, key_of(doc, k, run.to));
      *end = (ng_run_key){key_of(doc, k, run.to), r + 1,
                          (uint16_t)(end->ends + 1), end->begins};
      ng_run_key *begin = run_key_slot(l, key_of(doc, run.from, k));
      *begin = (ng_run_key){key_of(doc, run.from, k), r + 1, begin->ends,
                            (uint16_t)(begin->begins + 1)};
    }
  }
  return true;
}

/* Where sentences begin and end, and how many numbers there are up to each
 * word. */
static bool
add_numbers(ng_linker *l)
{
  ng_doc *doc = l->doc;
  uint32_t n = 0;
  l->numbers = NG_NEW(l->work, uint32_t, doc->words.n + 1);
  l->sentences = NG_NEW(l->work, ng_sentence_words, doc->sentences.n + 1);
  if (!l->numbers || !l->sentences)
    return false;
  for (uint32_t i = 0; i < doc->words.n; i++) {
    ng_sentence_words *s = &l->sentences[doc->notes.at[i].sentence];
    s->begin = s->end ? s->begin : i;
    s->end = i + 1;
    l->numbers[i] = n;
    n += doc->notes.at[i].class == NG_WORD_NUMBER;
  }
  l->numbers[doc->words.n] = n;
  return true;
}

bool
ng_linker_prepare(ng_linker *l)
{
  ng_doc *doc = l->doc;
  l->sport = ng_sport_of_article(doc);
  doc->sport = (uint8_t)(l->sport + 1);
  if (!ng_linker_make_room(l) || !add_keys(l) || !add_runs(l) ||
      !add_run_keys(l) || !add_numbers(l) || !ng_linker_count_words(l))
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++)
    if (doc->spots.at[i].flags & NG_SPOT_LOWER)
      await_spot(l, &doc->spots.at[i]);
    else
      count_spot(l, &doc->spots.at[i]);
  if (l->crowded)
    return false;
  for (uint32_t i = 0; i < doc->notes.n; i++)
    l->sporty += doc->notes.at[i].class == NG_WORD_SPORT ||
                 doc->notes.at[i].class == NG_WORD_GAME;
  return l->keep_values || doc->wanted.n || doc->only_wanted ||
         ng_linker_leave_out(l);
}
