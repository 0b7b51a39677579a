/* spot.c - stage: spans that are names in a base, with their readings.
 *
 * Every span that any base knows is a spot, also inside a longer one; what is a
 * mention is decided later, by ranking.  Here only what the language rules out
 * is left out: a name does not cross a sentence or a bracket, a name written
 * with capitals is not meant by lower-case words, "the" belongs to few names.
 */
#include "kb/spot.h"
#include "core/fail.h"
#include "core/str.h"
#include "link/readings.h"
#include "link/words.h"

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  ng_arena *work; /* for what is of no use once the spots are found */
  ng_hits hits;
  ng_readings readings;
} spotter;

/* --- may these words be a name? ------------------------------------------- */

static bool
is_function_word(ng_word_note note)
{
  enum {
    CLASSES = NG_LITTLE_CLASSES | 1 << NG_WORD_POSSESSIVE | 1 << NG_WORD_BE |
              1 << NG_WORD_GENITIVE | 1 << NG_WORD_PRONOUN
  };
  return CLASSES >> note.class & 1;
}

/* "iPhone", "eBay": names, though they do not start with a capital. */
static bool
has_inner_capital(ng_str word)
{
  bool any = false; /* words are short: no branch */
  for (size_t i = 1; i < word.len; i++)
    any |= ng_is_upper(word.at[i]);
  return any;
}

/* Does any of words [i, i + n) have a capital? */
static bool
has_capital(const ng_doc *doc, uint32_t i, uint32_t n)
{
  for (uint32_t k = i; k < i + n; k++)
    if ((doc->notes.at[k].flags & NG_WORD_CAPITAL) ||
        has_inner_capital(ng_word_text(doc, k)))
      return true;
  return false;
}

/* "will.i.am": its stops tell that it is a name. */
static bool
is_dotted(const ng_doc *doc, uint32_t i, uint32_t n)
{
  for (uint32_t k = i + 1; k < i + n; k++)
    if (doc->notes.at[k].gap != NG_GAP_STOP)
      return false;
  return n > 1;
}

/* A single word that is never a name by itself: "I", "March", "5", "The". */
static bool
is_never_alone(const ng_doc *doc, uint32_t i)
{
  ng_word_note note = doc->notes.at[i];
  uint32_t len = doc->words.at[i].end - doc->words.at[i].begin;
  if (len < 2 || (note.flags & NG_WORD_DIGIT) || note.class == NG_WORD_DAY)
    return true;
  if (is_function_word(note))
    return !(note.flags & NG_WORD_UPPER) ||
           (note.flags & NG_WORD_SHOUTED); /* IS, US, OR: states, groups */
  return false;
}

/* "July 10": a date, whatever the base has of it. */
static bool
is_date(const ng_doc *doc, uint32_t i, uint32_t n)
{
  for (uint32_t k = i; k < i + n; k++)
    if (doc->notes.at[k].class != NG_WORD_DAY &&
        !(doc->notes.at[k].flags & NG_WORD_DIGIT))
      return false;
  return true;
}

/* May words [i, i + n) be a name at all? */
static bool
may_be_name(const spotter *s, uint32_t i, uint32_t n, bool lower)
{
  const ng_doc *doc = s->doc;
  for (uint32_t k = i + 1; k < i + n; k++)
    if (!(doc->notes.at[k].flags & NG_WORD_JOINS) ||
        doc->notes.at[k].sentence != doc->notes.at[i].sentence)
      return false;
  if (n == 1 ? is_never_alone(doc, i) : is_date(doc, i, n))
    return false;
  if (!lower)
    return true;
  if (s->context->options->mentions == NG_MENTIONS_NAMES)
    return false;
  ng_word_note first = doc->notes.at[i];
  return !(first.flags & NG_WORD_DIGIT) && !is_function_word(first);
}

/* --- spots ---------------------------------------------------------------- */

/* Of two of the same first word: the longest first, the last base first. */
static bool
comes_before(const ng_hit *a, const ng_hit *b)
{
  if (a->n != b->n)
    return a->n > b->n;
  return a->base != b->base ? a->base > b->base : a->grown < b->grown;
}

/* Put `hit` behind the last of hits[0 .. n) that it does not come before. */
static void
insert_hit(ng_hit *hits, uint32_t n, const ng_hit *hit)
{
  for (; n > 0 && comes_before(hit, &hits[n - 1]); n--)
    hits[n] = hits[n - 1];
  hits[n] = *hit;
}

/* Bring the hits into order, by first word before all else: of one word there
 * are few. */
static bool
sort_hits(spotter *s)
{
  ng_doc *doc = s->doc;
  ng_hits *hits = &s->hits;
  uint32_t n_words = doc->words.n;
  uint32_t *begin = NG_NEW(s->work, uint32_t, n_words + 2);
  uint32_t *n = NG_NEW(s->work, uint32_t, n_words + 1);
  ng_hit *sorted = ng_arena_room(s->work, hits->n + 1, sizeof *sorted);
  if (!begin || !n || !sorted)
    return false;
  for (uint32_t i = 0; i < hits->n; i++)
    begin[hits->at[i].word + 1]++;
  for (uint32_t i = 0; i < n_words; i++)
    begin[i + 1] += begin[i];
  for (uint32_t i = 0; i < hits->n; i++) {
    uint32_t word = hits->at[i].word;
    insert_hit(sorted + begin[word], n[word]++, &hits->at[i]);
  }
  hits->at = sorted;
  hits->cap = hits->n + 1;
  return true;
}

/* Is word `i` what a company's name may end with: "Inc", "Ltd"? */
static bool
is_suffix(const ng_doc *doc, uint32_t i)
{
  return (doc->notes.at[i].flags & NG_WORD_CAPITAL) &&
         ng_word_text(doc, i).len <= 4 &&
         ng_word_listed(doc, i, "inc corp co ltd plc");
}

/* "Calif", "Mich", as newspapers shorten states: the stop behind belongs to
 * it. */
static bool
is_shortened_state(const ng_doc *doc, uint32_t i)
{
  static const char list[] =
      "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich "
      "minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo";
  uint32_t end = doc->words.at[i].end;
  return end < doc->text.len && doc->text.at[end] == '.' &&
         (doc->notes.at[i].flags & (NG_WORD_CAPITAL | NG_WORD_UPPER)) ==
             NG_WORD_CAPITAL &&
         (doc->notes.at[i].gap == NG_GAP_COMMA ||
          (i + 1 < doc->words.n &&
           doc->notes.at[i + 1].sentence == doc->notes.at[i].sentence)) &&
         ng_str_listed(ng_word_text(doc, i), list);
}

static ng_spot
spot_of(const ng_doc *doc, const ng_hit *hit, bool lower)
{
  ng_spot spot = {.span = {doc->words.at[hit->word].begin,
                           doc->words.at[hit->word + hit->n - 1].end},
                  .sentence = doc->notes.at[hit->word].sentence,
                  .choice = doc->choices.n,
                  .entity = NG_NONE,
                  .word = hit->word,
                  .n_words = (uint16_t)hit->n,
                  .flags = lower ? NG_SPOT_LOWER : 0};
  ng_word_note last = doc->notes.at[hit->word + hit->n - 1];
  if ((last.flags & NG_WORD_INITIALS) && spot.span.end < doc->text.len &&
      doc->text.at[spot.span.end] == '.' &&
      doc->text.at[spot.span.end - 1] != '.')
    spot.span.end++; /* U.S. has its last stop */
  if (hit->n > 1 && is_suffix(doc, hit->word + hit->n - 1) &&
      spot.span.end < doc->text.len && doc->text.at[spot.span.end] == '.')
    spot.span.end++; /* and so has Inc. */
  if (is_shortened_state(doc, hit->word + hit->n - 1))
    spot.span.end++;
  return spot;
}

/* One spot of the hits at `at`, which name the same words. */
static bool
add_spot(spotter *s, const ng_hit *at, const ng_hit *end)
{
  ng_doc *doc = s->doc;
  bool lower =
      !has_capital(doc, at->word, at->n) && !is_dotted(doc, at->word, at->n);
  if (!may_be_name(s, at->word, at->n, lower))
    return true;
  ng_spot spot = spot_of(doc, at, lower);
  if (!ng_readings_add(&s->readings, at, end, &spot))
    return false;
  /* "The Associated Press", which the base has, but of no label: it grew, too
   */
  for (const ng_hit *hit = at + 1; hit < end && spot.n == 0; hit++)
    if (hit->grown && !ng_readings_add(&s->readings, hit, hit + 1, &spot))
      return false;
  return spot.n == 0 || NG_PUSH(&doc->arena, &doc->spots, spot);
}

/* Mark spots inside a longer one: spots come by begin, longest first. */
static void
mark_covered(ng_doc *doc)
{
  uint32_t end = 0, longest = 0;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    ng_spot *spot = &doc->spots.at[i];
    uint32_t last = spot->word + spot->n_words;
    if (spot->flags & NG_SPOT_LOWER)
      continue;
    if (last <= end && spot->n_words < longest)
      spot->flags |= NG_SPOT_COVERED;
    if (last > end) {
      end = last;
      longest = spot->n_words;
    }
  }
}

/* Hits of names with a word more than the base has: "Home Depot Inc", and then
 * "The Home Depot Inc". */
static bool
grow_hits(spotter *s)
{
  const ng_doc *doc = s->doc;
  enum { NO_BREAK = 1u << NG_GAP_SPACE | 1u << NG_GAP_COMMA };
  for (uint32_t i = 0, n = s->hits.n; i < n; i++) {
    ng_hit hit = s->hits.at[i];
    uint32_t next = hit.word + hit.n;
    hit.n++;
    hit.grown = true;
    if (next < doc->words.n && is_suffix(doc, next) &&
        (NO_BREAK >> doc->notes.at[next].gap & 1) &&
        !NG_PUSH(s->work, &s->hits, hit))
      return false;
  }
  for (uint32_t i = 0, n = s->hits.n; i < n; i++) {
    ng_hit hit = s->hits.at[i];
    if (hit.word == 0 || !(doc->notes.at[hit.word].flags & NG_WORD_CAPITAL) ||
        doc->notes.at[hit.word].gap != NG_GAP_SPACE)
      continue;
    ng_word_note the = doc->notes.at[--hit.word];
    hit.n++;
    hit.grown = true;
    if (the.class == NG_WORD_THE && (the.flags & NG_WORD_CAPITAL) &&
        !(the.flags & (NG_WORD_START | NG_WORD_SHOUTED | NG_WORD_HEADLINE)) &&
        !NG_PUSH(s->work, &s->hits, hit))
      return false;
  }
  return true;
}

/* Mark words that are never the whole of a name, nor its first in lower case:
 * half of a text, and of what would be looked up in vain. */
static uint8_t *
find_little(const ng_doc *doc, ng_arena *arena)
{
  uint8_t *little = ng_arena_room(arena, doc->words.n + 1, 1);
  uint8_t gap = NG_GAP_BREAK; /* behind the word */
  for (uint32_t i = little ? doc->words.n : 0; i-- > 0;) {
    ng_word_note note = doc->notes.at[i];
    little[i] = ((note.flags & NG_WORD_CAPITAL) == 0) &
                (unsigned)is_function_word(note) &
                (gap != NG_GAP_STOP); /* "you.and.me" */
    gap = note.gap;
  }
  return little;
}

static bool
find_hits(spotter *s)
{
  ng_doc *doc = s->doc;
  const ng_bases *bases = &s->context->bases;
  uint32_t *stops = NG_NEW(s->work, uint32_t, doc->sentences.n + 1);
  ng_spot_room room = {.as_found = true};
  ng_spot_text text = {.words = &doc->words,
                       .stops = stops,
                       .n_stops = doc->sentences.n,
                       .arena = s->work,
                       .room = &room,
                       .little = find_little(doc, s->work)};
  if (!stops || !text.little || !NG_ROOM(s->work, &s->hits, doc->words.n))
    return false;
  for (uint32_t i = 0; i < doc->sentences.n; i++)
    stops[i] = doc->sentences.at[i].span.end;
  for (uint32_t b = 0; b < bases->n; b++) {
    text.base = b;
    if (!ng_kb_spot_starts(bases->at[b], NG_START_ANY, &text, &s->hits))
      return false;
  }
  return grow_hits(s) && sort_hits(s);
}

/* Readings that a hit has, or a few more: most articles need no more room. */
enum { USUAL = 4 };

/* So many hits ahead, what names may mean is fetched, and where it is. */
enum { SOON = 3, LATER = 8 };

ng_status
ng_spot_names(const ng_context *context, ng_doc *doc, ng_error *err)
{
  spotter s = {.context = context,
               .doc = doc,
               .work = ng_work_begin(doc),
               .readings = {.context = context, .doc = doc}};
  doc->spots.n = doc->choices.n = 0;
  if (doc->names)
    ng_names_begin(doc->names, context);
  NG_TRY(ng_words_note(doc, err));
  if (!find_hits(&s) ||
      !NG_ROOM(&doc->arena, &doc->choices, USUAL * s.hits.n) ||
      !NG_ROOM(&doc->arena, &doc->spots, s.hits.n))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room for the article's names");
  for (uint32_t i = 0; i < s.hits.n; i++)
    if (s.hits.at[i].n > 1 &&
        (doc->notes.at[s.hits.at[i].word].flags & NG_WORD_CAPITAL))
      ng_readings_note(&s.readings, &s.hits.at[i]);
  for (uint32_t i = 0, next; i < s.hits.n; i = next) {
    for (next = i + 1; next < s.hits.n; next++)
      if (s.hits.at[next].word != s.hits.at[i].word ||
          s.hits.at[next].n != s.hits.at[i].n)
        break;
    if (next + LATER < s.hits.n)
      ng_readings_expect(&s.readings, &s.hits.at[next + SOON],
                         &s.hits.at[next + LATER]);
    if (!add_spot(&s, s.hits.at + i, s.hits.at + next))
      return ng_fail(err, NG_ERR_LIMIT, 0, "no room for the article's names");
  }
  mark_covered(doc);
  return NG_OK;
}
