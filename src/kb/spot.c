/* spot.c - names of the base in a text.
 *
 * Breadth first: all words that may start a name, then those pairs of words
 * whose beginning goes on, and so on.  What to look up next is known early, so
 * its bucket is fetched while others are looked at: memory is waited for once,
 * not once a word.  Depth first is two to three times as slow at 10 million
 * names (doc/knowledge-base-format.md).
 */
#include "kb/spot.h"
#include "core/str.h"
#include "kb/format.h"
#include "kb/table.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Bit 2 * i (and its neighbour) is set where slot i has this print. */
static inline unsigned
match_prints(const ng_bucket *b, uint16_t print)
{
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi16((short)print);
  __m128i low = _mm_loadu_si128((const __m128i *)b->print);
  __m128i high = _mm_loadl_epi64((const __m128i *)(b->print + 8));
  unsigned m = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(low, wanted));
  unsigned n = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(high, wanted));
  return m | (n & 15) << 16;
#else
  unsigned m = 0;
  for (unsigned i = 0; i < NG_BUCKET_SLOTS; i++)
    m |= (b->print[i] == print ? 3U : 0U) << (2 * i);
  return m;
#endif
}

/* The buckets of a base, ready for look-ups. */
typedef struct {
  const ng_bucket *at;
  uint32_t n, max_probe;
} buckets;

static buckets
buckets_of(const ng_kb *kb)
{
  ng_str all = kb->section[NG_SECTION_NAME];
  return (buckets){(const void *)all.at,
                   (uint32_t)(all.len / sizeof(ng_bucket)),
                   kb->header.max_probe};
}

/* Go on past a bucket that `hash` overflowed. */
static uint32_t
look_further(buckets t, uint32_t at, uint64_t hash)
{
  for (uint32_t i = 0; i < t.max_probe; i++) {
    at = at + 1 == t.n ? 0 : at + 1;
    const ng_bucket *b = &t.at[at];
    unsigned m = match_prints(b, ng_table_print(hash));
    if (m)
      return b->payload[__builtin_ctz(m) / 2];
    if (!(b->overflow & ng_table_bit(hash)))
      break;
  }
  return 0;
}

/* The payload of `hash`, whose bucket is `at`; 0 if it is no name. */
static inline uint32_t
look_up(buckets t, uint32_t at, uint64_t hash)
{
  const ng_bucket *b = &t.at[at];
  unsigned m = match_prints(b, ng_table_print(hash));
  /* no branch on whether it is there: it would be mispredicted, and cost the
   * wait for memory every time */
  uint32_t payload = b->payload[__builtin_ctz(m | 1U << 18) / 2];
  payload &= 0u - (m != 0);
  if (__builtin_expect(!m && (b->overflow & ng_table_bit(hash)), 0))
    return look_further(t, at, hash);
  return payload;
}

/* The candidates at `list`, if it has this check (any: -1). */
static const ng_candidate *
list_at(const ng_kb *kb, uint32_t list, int check, size_t *n)
{
  ng_str all = kb->section[NG_SECTION_CAND];
  size_t at = (size_t)list * 4;
  uint16_t head[2];
  *n = 0;
  if (!list || at + sizeof head > all.len)
    return NULL;
  memcpy(head, all.at + at, sizeof head);
  if (head[0] > (all.len - at - sizeof head) / sizeof(ng_candidate) ||
      (check >= 0 && head[1] != check))
    return NULL;
  *n = head[0];
  return (const void *)(all.at + at + sizeof head);
}

const ng_candidate *
ng_kb_list(const ng_kb *kb, uint32_t list, size_t *n)
{
  return list_at(kb, list, -1, n);
}

const ng_candidate *
ng_kb_candidates(const ng_kb *kb, uint64_t key, size_t *n)
{
  buckets t = buckets_of(kb);
  uint64_t hash = ng_table_hash(key);
  uint32_t payload = look_up(t, ng_table_bucket(hash, t.n), hash);
  return list_at(kb, payload & NG_LIST_MASK, ng_table_check(hash), n);
}

/* --- spotting ------------------------------------------------------------- */

/* A beginning of a name: its words' key, first word, and bucket. */
typedef struct {
  uint64_t key;
  uint32_t word, bucket;
} beginning;

/* So many look-ups are on their way from memory at once. */
enum { AHEAD = 32 };

typedef struct {
  buckets table;
  const ng_words *words;
  uint32_t *goes_on; /* of each word: the payload bit that a beginning must
                        have to go on with it; 0: it starts a sentence */
  const uint8_t *little;
  beginning *now, *next;
  uint32_t n;
} spotter;

static inline beginning
begin(const spotter *s, uint64_t key, uint32_t word)
{
  return (beginning){key, word,
                     ng_table_bucket(ng_table_hash(key), s->table.n)};
}

static inline void
fetch(const spotter *s, const beginning *b)
{
  __builtin_prefetch(&s->table.at[b->bucket]);
}

/* What a beginning needs to go on with each word. */
static void
set_goes_on(spotter *s, const uint32_t *stops, size_t n_stops)
{
  size_t stop = 0;
  for (uint32_t i = 0; i < s->words->n; i++) {
    const ng_word *word = &s->words->at[i];
    s->goes_on[i] =
        word->cases == NG_CASE_LOWER ? NG_GOES_ON_LOWER : NG_GOES_ON_CAPITAL;
    if (stop < n_stops && word->begin >= stops[stop]) {
      s->goes_on[i] = 0;
      while (stop < n_stops && word->begin >= stops[stop])
        stop++;
    }
  }
}

/* Room for the words of the text and what goes on behind them. */
static bool
spotter_init(spotter *s, const ng_spot_text *text, ng_spot_room *room)
{
  size_t n = (size_t)text->words->n + NG_NAME_WORDS + 1;
  if (n > room->words) {
    n += n / 4;
    room->at[0] = ng_arena_room(text->arena, n, sizeof(uint32_t));
    room->at[1] = ng_arena_room(text->arena, n, sizeof(beginning));
    room->at[2] = ng_arena_room(text->arena, n, sizeof(beginning));
    room->words = room->at[0] && room->at[1] && room->at[2] ? n : 0;
  }
  s->words = text->words;
  s->little = text->little;
  s->goes_on = room->at[0];
  s->now = room->at[1];
  s->next = room->at[2];
  if (room->words)
    memset(s->goes_on + text->words->n, 0, NG_NAME_WORDS * sizeof(uint32_t));
  return room->words != 0;
}

static void
start(spotter *s, ng_starts starts)
{
  for (uint32_t i = 0; i < s->words->n; i++) {
    const ng_word *word = &s->words->at[i];
    s->now[s->n] = begin(s, word->hash, i);
    s->n += (starts == NG_START_ANY || word->cases != NG_CASE_LOWER) &
            (!s->little || !s->little[i] ||
             s->goes_on[i + 1] == NG_GOES_ON_CAPITAL);
  }
}

/* Look up all beginnings of `length` words; what goes on is for the next. */
static bool
look_all_up(spotter *s, uint32_t length, ng_arena *arena, ng_hits *hits)
{
  uint32_t n_next = 0, n_words = s->words->n;
  const uint8_t *little = length == 1 ? s->little : NULL;
  for (uint32_t i = 0; i < s->n && i < AHEAD; i++)
    fetch(s, &s->now[i]);
  for (uint32_t i = 0; i < s->n; i++) {
    fetch(s, &s->now[i + AHEAD < s->n ? i + AHEAD : i]);
    beginning b = s->now[i];
    uint64_t hash = ng_table_hash(b.key);
    uint32_t payload = look_up(s->table, b.bucket, hash);
    if (little) /* all bits, or one */
      payload &= NG_GOES_ON_CAPITAL | (little[b.word] - 1u);
    if (payload & NG_LIST_MASK) {
      ng_hit hit = {b.word, length, ng_table_check(hash),
                    payload & NG_LIST_MASK, false};
      if (!NG_PUSH(arena, hits, hit))
        return false;
    }
    uint32_t after = b.word + length;
    uint64_t add = after < n_words ? s->words->at[after].hash : 0;
    s->next[n_next] = begin(s, b.key * NG_KEY_FACTOR + add, b.word);
    n_next += (payload & s->goes_on[after]) != 0;
  }
  beginning *swap = s->now;
  s->now = s->next;
  s->next = swap;
  s->n = n_next;
  return true;
}

/* Drop the hits from `from` whose list has another check, and give the others
 * their base, which they carry the check instead of until now. */
static void
confirm(const ng_kb *kb, uint32_t base, ng_hits *hits, uint32_t from)
{
  ng_str all = kb->section[NG_SECTION_CAND];
  uint32_t out = from;
  for (uint32_t i = from; i < hits->n; i++) {
    if (i + AHEAD < hits->n) {
      size_t ahead = (size_t)hits->at[i + AHEAD].list * 4;
      __builtin_prefetch(all.at + (ahead < all.len ? ahead : 0));
    }
    ng_hit hit = hits->at[i];
    size_t n;
    if (list_at(kb, hit.list, (int)hit.base, &n)) {
      hit.base = base;
      hits->at[out++] = hit;
    }
  }
  hits->n = out;
}

/* Bring the hits from `from`, which are by length, into the order of their
 * first words: a counting sort, which keeps the lengths' order. */
static bool
sort_hits(const spotter *s, const ng_spot_text *text, ng_spot_room *room,
          ng_hits *hits, uint32_t from)
{
  uint32_t n = hits->n - from, n_words = s->words->n;
  uint32_t *count = s->goes_on; /* done with */
  if (n > room->hits) {
    room->hits = n + (size_t)n / 4;
    room->at[3] = NG_NEW(text->arena, ng_hit, room->hits);
  }
  ng_hit *copy = room->at[3];
  if (!copy) {
    room->hits = 0;
    return false;
  }
  memcpy(copy, hits->at + from, n * sizeof *copy);
  memset(count, 0, (n_words + 1) * sizeof *count);
  for (uint32_t i = 0; i < n; i++)
    count[copy[i].word + 1]++;
  for (uint32_t i = 0; i < n_words; i++)
    count[i + 1] += count[i];
  for (uint32_t i = 0; i < n; i++)
    hits->at[from + count[copy[i].word]++] = copy[i];
  return true;
}

bool
ng_kb_spot_starts(const ng_kb *kb, ng_starts starts, const ng_spot_text *text,
                  ng_hits *hits)
{
  spotter s = {.table = buckets_of(kb)};
  ng_spot_room own = {0}, *room = text->room ? text->room : &own;
  uint32_t from = hits->n;
  if (!text->words->n)
    return true;
  if (!spotter_init(&s, text, room))
    return false;
  set_goes_on(&s, text->stops, text->n_stops);
  start(&s, starts);
  for (uint32_t n = 1; s.n && n <= kb->header.max_words; n++)
    if (!look_all_up(&s, n, text->arena, hits))
      return false;
  confirm(kb, text->base, hits, from);
  return hits->n == from || room->as_found ||
         sort_hits(&s, text, room, hits, from);
}

bool
ng_kb_spot(const ng_kb *kb, uint32_t base, const ng_words *words,
           const uint32_t *stops, size_t n_stops, ng_arena *arena,
           ng_hits *hits)
{
  ng_spot_text text = {base, words, stops, n_stops, arena, NULL, NULL};
  return ng_kb_spot_starts(kb, NG_START_ANY, &text, hits);
}
