#include "link/cluster.h"
#include "core/keys.h"
#include "core/str.h"
#include "link/words.h"

/* What a key is of: they share one table. */
enum { TEXT = 1, LAST_WORD = 2, CAPITALS = 3, KNIGHT = 4, LAST_PART = 5 };

static uint64_t
key_of(ng_str s, uint64_t what)
{
  return ng_key_of(s).a ^ what;
}

static ng_cluster_slot *
slot_of(const ng_clusters *c, uint64_t key)
{
  uint32_t i = (uint32_t)(key >> 32) & (c->cap - 1);
  while (c->at[i].mention && c->at[i].key != key)
    i = (i + 1) & (c->cap - 1);
  return &c->at[i];
}

/* Room for `more` keys. */
static bool
reserve(ng_clusters *c, ng_arena *arena, uint32_t more)
{
  enum { LEAST = 64 };
  ng_clusters old = *c;
  if (2 * (old.n + more) <= old.cap)
    return true;
  c->cap = old.cap ? 2 * old.cap : LEAST;
  while (c->cap < 2 * (old.n + more))
    c->cap *= 2;
  c->at = NG_NEW(arena, ng_cluster_slot, c->cap);
  for (uint32_t i = 0; c->at && i < old.cap; i++)
    if (old.at[i].mention)
      *slot_of(c, old.at[i].key) = old.at[i];
  return c->at != NULL;
}

static void
put(ng_clusters *c, uint64_t key, uint32_t mention)
{
  ng_cluster_slot *slot = slot_of(c, key);
  if (slot->mention)
    return;
  *slot = (ng_cluster_slot){key, mention + 1};
  c->n++;
}

static uint32_t
get(const ng_clusters *c, uint64_t key)
{
  return c->cap ? slot_of(c, key)->mention - 1 : NG_NONE;
}

/* The last word that begins before `end`; NG_NONE if there is none. Unknown
 * names have no spot that would tell. */
static uint32_t
last_word(const ng_doc *doc, uint32_t end)
{
  uint32_t low = 0, high = doc->words.n;
  while (low < high) {
    uint32_t mid = (low + high) / 2;
    if (doc->words.at[mid].begin < end)
      low = mid + 1;
    else
      high = mid;
  }
  return low - 1;
}

/* The capitals that begin words of `name`, in `room`; of more than fit, none.
 */
static ng_str
capitals(ng_str name, char *room, size_t size)
{
  size_t n = 0;
  for (size_t i = 0; i < name.len; i++) {
    char c = name.at[i];
    bool starts = i == 0 || name.at[i - 1] == ' ' || name.at[i - 1] == '-';
    if (!starts || c < 'A' || c > 'Z')
      continue;
    if (n == size)
      return (ng_str){room, 0};
    room[n++] = c;
  }
  return (ng_str){room, n};
}

/* Is word `i` one with the word before: "Aynsley-Green", "O'Reilly"? */
static bool
is_joined(const ng_doc *doc, uint32_t i)
{
  uint8_t gap = doc->notes.at[i].gap;
  return i > 0 && (gap == NG_GAP_HYPHEN || gap == NG_GAP_APOSTROPHE);
}

/* The first of the words that are one with `word`: of "Al Aynsley-Green",
 * "Aynsley". */
static uint32_t
first_joined(const ng_doc *doc, uint32_t word)
{
  while (is_joined(doc, word))
    word--;
  return word;
}

static ng_str
text_of(const ng_doc *doc, uint32_t from, uint32_t to)
{
  return ng_doc_text(
      doc, (ng_span){doc->words.at[from].begin, doc->words.at[to - 1].end});
}

/* "Sir Anthony O'Reilly" is Sir Anthony. */
static bool
is_knight(const ng_doc *doc, uint32_t word)
{
  return word > 0 && doc->notes.at[word].gap == NG_GAP_SPACE &&
         (ng_word_is(doc, word - 1, "sir") ||
          ng_word_is(doc, word - 1, "dame"));
}

/* The name of several words behind its last one, and behind "Sir". */
static void
take_parts(ng_clusters *c, const ng_doc *doc, uint32_t index, uint32_t last)
{
  ng_span span = doc->mentions.at[index].span;
  uint32_t joined = first_joined(doc, last);
  uint32_t first = last_word(doc, span.begin + 1);
  put(c, doc->words.at[last].hash ^ (joined < last ? LAST_PART : LAST_WORD),
      index);
  if (joined < last)
    put(c, key_of(text_of(doc, joined, last + 1), LAST_WORD), index);
  if (is_knight(doc, first))
    put(c, doc->words.at[first].hash ^ KNIGHT, index);
}

static void
take(ng_clusters *c, const ng_doc *doc, uint32_t index)
{
  enum { ROOM = 64 };
  char room[ROOM];
  const ng_mention *m = &doc->mentions.at[index];
  const ng_doc_entity *e = &doc->entities.at[m->entity];
  bool linked = !ng_ref_none(e->ref);
  ng_str text = ng_doc_text(doc, m->span);
  if (!linked)
    put(c, key_of(text, TEXT), index);
  ng_str first = capitals(text, room, ROOM);
  if (first.len > 1)
    put(c, key_of(first, CAPITALS), index);
  uint32_t last = last_word(doc, m->span.end);
  if (m->kind == NG_KIND_NAME && (!linked || e->type == NG_PERSON) &&
      last != NG_NONE && doc->words.at[last].begin > m->span.begin)
    take_parts(c, doc, index, last);
}

bool
ng_clusters_update(ng_clusters *c, ng_doc *doc)
{
  enum { KEYS = 5 }; /* of a mention */
  if (!reserve(c, &doc->arena, KEYS * (doc->mentions.n - c->n_taken)))
    return false;
  for (; c->n_taken < doc->mentions.n; c->n_taken++)
    take(c, doc, c->n_taken);
  return true;
}

/* The earlier of *first and the mention of the key. */
static void
look(const ng_clusters *c, uint64_t key, uint32_t *first)
{
  uint32_t mention = get(c, key);
  *first = mention < *first ? mention : *first;
}

uint32_t
ng_clusters_find(const ng_clusters *c, const ng_doc *doc, uint32_t from,
                 uint32_t to)
{
  ng_str text = text_of(doc, from, to);
  uint64_t hash = doc->words.at[from].hash;
  uint32_t first = get(c, key_of(text, TEXT));
  if (to - from > 1) {
    if (first_joined(doc, to - 1) <= from)
      look(c, key_of(text, LAST_WORD), &first);
    return first;
  }
  look(c, hash ^ LAST_WORD, &first);
  if (is_joined(doc, from))
    look(c, hash ^ LAST_PART, &first);
  if (is_knight(doc, from))
    look(c, hash ^ KNIGHT, &first);
  if (doc->notes.at[from].flags & NG_WORD_UPPER)
    look(c, key_of(text, CAPITALS), &first);
  return first;
}
