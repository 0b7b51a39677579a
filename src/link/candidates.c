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

/* --- referents ------------------------------------------------------------ */

static uint32_t
slot_of(const ng_linker *l, ng_ref ref)
{
  uint64_t key = ((uint64_t)ref.base << 32) | ref.index;
  uint32_t at = (uint32_t)((key * 0x9E3779B97F4A7C15ULL) >> 32);
  for (at &= l->n_slots - 1; l->slots[at]; at = (at + 1) & (l->n_slots - 1))
    if (ng_ref_equal(l->refs[l->slots[at] - 1], ref))
      break;
  return at;
}

uint32_t
ng_linker_find(const ng_linker *l, ng_ref ref)
{
  if (!ng_ref_filter_may_have(&l->all, ref))
    return NG_NONE;
  uint32_t at = slot_of(l, ref);
  return l->slots[at] ? l->slots[at] - 1 : NG_NONE;
}

/* Number the entities of the choices; how many there are. */
static uint32_t
number_entities(ng_linker *l)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->doc->choices.n; i++) {
    ng_ref ref = l->doc->choices.at[i].entity;
    uint32_t at = slot_of(l, ref);
    if (!l->slots[at]) {
      l->refs[n++] = ref;
      ng_ref_filter_add(&l->all, ref);
      l->slots[at] = n;
    }
    l->rows[i].referent = l->slots[at] - 1;
  }
  return n;
}

static bool
add_referents(ng_linker *l)
{
  ng_arena *arena = &l->doc->arena;
  uint32_t n = l->doc->choices.n;
  for (l->n_slots = 16; l->n_slots < 2 * n; l->n_slots *= 2) {
  }
  l->slots = NG_NEW(arena, uint32_t, l->n_slots);
  l->refs = NG_NEW(arena, ng_ref, n + 1);
  l->rows = NG_NEW(arena, ng_row, n + 1);
  l->spans = NG_NEW(arena, ng_span_row, l->doc->spots.n + 1);
  if (!l->slots || !l->refs || !l->rows || !l->spans)
    return false;
  l->referents.n = l->referents.cap = number_entities(l);
  l->referents.at = NG_NEW(arena, ng_referent, l->referents.n + 1);
  if (!l->referents.at)
    return false;
  for (uint32_t i = 0; i < l->referents.n; i++) {
    ng_referent *r = &l->referents.at[i]; /* zeroed, and large */
    r->ref = l->refs[i];
    r->country = r->first_full = r->best_key = NG_NONE;
    r->best = r->second_best = r->linked = NG_NO_SCORE;
  }
  return true;
}

static uint8_t
group_of(ng_type type)
{
  switch (type) {
  case NG_PERSON:
    return NG_GROUP_PERSON;
  case NG_COUNTRY:
  case NG_REGION:
  case NG_CITY:
  case NG_PLACE:
  case NG_BUILDING:
    return NG_GROUP_PLACE;
  case NG_ORGANIZATION:
  case NG_GOVERNMENT:
  case NG_COURT:
  case NG_MILITARY:
  case NG_PARTY:
  case NG_INTERNATIONAL:
  case NG_COMPANY:
  case NG_MEDIA:
  case NG_SCHOOL:
    return NG_GROUP_BODY;
  case NG_TEAM:
  case NG_LEAGUE:
    return NG_GROUP_TEAM;
  case NG_EVENT:
  case NG_CONFLICT:
  case NG_TREATY:
    return NG_GROUP_EVENT;
  case NG_OFFICE:
  case NG_OCCUPATION:
    return NG_GROUP_ROLE;
  case NG_WORK:
  case NG_PRODUCT:
    return NG_GROUP_WORK;
  default:
    return NG_GROUP_OTHER;
  }
}

static void
classify(ng_referent *r)
{
  ng_type type = r->kb.type < NG_N_TYPES ? r->kb.type : NG_ENTITY;
  r->class = ng_class_of(type, r->kb.facets);
  r->group = group_of(type);
  r->sport = (uint8_t)ng_sport_of_facets(r->kb.facets);
}

/* A person's offices: whether one was held at the article's date, and, where
 * the base does not say whose citizen this is, the state of the last one that
 * the article names. */
static void
look_at_offices(ng_linker *l, ng_referent *r)
{
  enum { CAP = 24 };
  ng_holding held[CAP];
  size_t n = ng_kb_holdings(l->context->bases.at[r->ref.base], NG_BY_PERSON,
                            r->ref.index, held, CAP);
  bool citizen = r->country != NG_NONE;
  r->seen.held = !n ? 0 : !l->doc->date ? 1 : 2;
  for (size_t i = 0; i < n && i < CAP; i++) {
    if (l->doc->date && ng_may_hold(&held[i], l->doc->date))
      r->seen.held = 3;
    uint32_t state =
        citizen || held[i].jurisdiction == UINT32_MAX
            ? NG_NONE
            : ng_linker_find(l, (ng_ref){held[i].jurisdiction, r->ref.base});
    r->country = state != NG_NONE ? state : r->country;
  }
}

/* Tie `i` is a relation of the entity, and not one to it. */
static inline bool
has_relation(ng_ties ties, uint32_t i, ng_rel rel)
{
  return ties.codes[i] == rel * 2;
}

static ng_sport
sport_of(const ng_kb *kb, ng_ties ties)
{
  ng_sport sport = NG_SPORT_NONE;
  for (uint32_t i = 0; i < ties.n && !sport; i++)
    if (has_relation(ties, i, NG_REL_SPORT))
      sport = ng_sport_of_item(ng_kb_entity(kb, ties.entities[i]).qid);
  return sport;
}

/* The first state of the entity that is a referent, or NG_NONE. */
static uint32_t
country_of(const ng_linker *l, ng_ties ties, uint32_t base)
{
  uint32_t country = NG_NONE;
  for (uint32_t i = 0; i < ties.n && country == NG_NONE; i++)
    if (has_relation(ties, i, NG_REL_COUNTRY) ||
        has_relation(ties, i, NG_REL_CITIZEN))
      country = ng_linker_find(l, (ng_ref){ties.entities[i], base});
  return country;
}

static bool
is_within(ng_ties ties, uint32_t self)
{
  for (uint32_t i = 0; i < ties.n; i++)
    if (has_relation(ties, i, NG_REL_COUNTRY) && ties.entities[i] != self)
      return true;
  return false;
}

/* The base's record of one referent, its relations, and its country among the
 * referents. */
static void
look_up(ng_linker *l, ng_referent *r)
{
  const ng_kb *kb = l->context->bases.at[r->ref.base];
  ng_ties ties = ng_kb_ties(kb, r->ref.index);
  r->kb = ng_bases_named(&l->context->bases, r->ref);
  r->n_relations = ties.n;
  r->ties = ties.n < NG_MAX_RELATIONS ? ties : (ng_ties){.n = 0};
  ties.n = ties.n < NG_MAX_RELATIONS ? ties.n : NG_MAX_RELATIONS;
  classify(r);
  if (!r->sport)
    r->sport = (uint8_t)sport_of(kb, ties);
  if (r->country == NG_NONE)
    r->country = country_of(l, ties, r->ref.base);
  r->within = r->kb.type == NG_COUNTRY && is_within(ties, r->ref.index);
  if (r->kb.type == NG_PERSON)
    look_at_offices(l, r);
}

/* So many referents ahead, what the base has of them is fetched from memory. */
enum { AHEAD = 12 };

void
ng_linker_look_up(ng_linker *l)
{
  for (uint32_t i = 0; i < l->referents.n; i++) {
    uint32_t ahead = i + AHEAD, far = i + 2 * AHEAD;
    if (far < l->referents.n && l->referents.at[far].in_reach)
      ng_kb_expect(l->context->bases.at[l->referents.at[far].ref.base],
                   l->referents.at[far].ref.index);
    if (ahead < l->referents.n && l->referents.at[ahead].in_reach)
      ng_kb_expect_more(l->context->bases.at[l->referents.at[ahead].ref.base],
                        l->referents.at[ahead].ref.index);
    if (l->referents.at[i].in_reach)
      look_up(l, &l->referents.at[i]);
  }
}

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
  uint32_t *table = NG_NEW(&doc->arena, uint32_t, size);
  uint32_t *last = NG_NEW(&doc->arena, uint32_t, n + 1); /* with the key */
  l->keys = NG_NEW(&doc->arena, uint64_t, n + 1);
  l->same = NG_NEW(&doc->arena, uint32_t, n + 1);
  l->again = NG_NEW(&doc->arena, uint32_t, n + 1);
  l->times = NG_NEW(&doc->arena, uint32_t, n + 1);
  l->best = NG_NEW(&doc->arena, int32_t, n + 1);
  l->best_row = NG_NEW(&doc->arena, uint32_t, n + 1);
  l->alone = NG_NEW(&doc->arena, uint32_t, doc->words.n + 1);
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
    while (table[at] && l->keys[table[at] - 1] != key)
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

uint32_t
ng_linker_find_likely(const ng_linker *l, ng_ref ref)
{
  if (!ng_ref_filter_may_have(&l->likely, ref))
    return NG_NONE;
  uint32_t at = ng_linker_find(l, ref);
  return at != NG_NONE && l->referents.at[at].likely ? at : NG_NONE;
}

/* "W. Murphy" in "Emily W. Murphy" names no William Murphy in full. */
static bool
is_rest_of_name(const ng_linker *l, const ng_spot *spot)
{
  uint32_t run = l->run_of[spot->word];
  return run != NG_NONE && l->runs.at[run].from < spot->word &&
         l->doc->notes.at[spot->word - 1].class == NG_WORD_CAPITALISED;
}

/* What the capitalised spots say at once: full names of several words, likely
 * readings, mentions of countries. */
static void
count_spot(ng_linker *l, const ng_spot *spot)
{
  const ng_choice *choices = l->doc->choices.at;
  bool country = false;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    ng_referent *r = &l->referents.at[l->rows[i].referent];
    uint16_t kinds = choices[i].kinds;
    if (i < spot->choice + N_LIKELY) {
      r->likely = true;
      ng_ref_filter_add(&l->likely, r->ref);
    }
    if (spot->n_words > 1 && (kinds & FULL) &&
        ((kinds & FULL) != NG_NAME_INITIAL || !is_rest_of_name(l, spot))) {
      r->n_full++;
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
  l->run_of = NG_NEW(&doc->arena, uint32_t, doc->words.n + 1);
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
      if (!NG_PUSH(&doc->arena, &l->runs, run))
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
  while (l->run_keys[at].run && l->run_keys[at].key != key)
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
  l->run_keys = NG_NEW(&doc->arena, ng_run_key, n);
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
  l->numbers = NG_NEW(&doc->arena, uint32_t, doc->words.n + 1);
  l->sentences = NG_NEW(&doc->arena, ng_sentence_words, doc->sentences.n + 1);
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
  l->sport = ng_sport_of_article(l->doc);
  if (!add_referents(l) || !add_keys(l) || !add_runs(l) || !add_run_keys(l) ||
      !add_numbers(l) || !ng_linker_count_words(l))
    return false;
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (!(l->doc->spots.at[i].flags & NG_SPOT_LOWER))
      count_spot(l, &l->doc->spots.at[i]);
  for (uint32_t i = 0; i < l->doc->notes.n; i++)
    l->sporty += l->doc->notes.at[i].class == NG_WORD_SPORT ||
                 l->doc->notes.at[i].class == NG_WORD_GAME;
  return true;
}
