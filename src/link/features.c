/* features.c - the first pass: every reading by what its span, its name and
 * its entity look like. */
#include "core/str.h"
#include "link/linker.h"

/* --- adding up ------------------------------------------------------------ */

/* What a group of features weighs that many readings of a span share. */
typedef struct {
  uint32_t span; /* its spot + 1; of another one, the sum is an old one */
  int32_t first;
} shared_sum;

/* Such sums of one span: of features that depend on the span and, beyond it, on
 * no more than the type, the kind or the prior of a reading. */
typedef struct {
  shared_sum types[2][NG_N_CLASSES]; /* as the class says; of persons */
  shared_sum kinds[16], priors[14];
} shared_sums;

/* What features are added up for: all readings for their scores in the first
 * pass; those that are left for what the second pass starts from; and where all
 * values are kept, both at once. */
typedef enum { SCORE, LIST, KEEP } purpose;

typedef struct {
  const ng_weight *weights;
  int32_t first, second;
  ng_linker *l;
  shared_sums *shared;
  uint32_t span; /* of `shared`: the spot + 1 */
  purpose purpose;
  bool failed;
} adder;

/* Most of linking's time goes by here, so that each purpose gets its own copy
 * of the functions below, which keeps sums in registers. */
#define INLINE static inline __attribute__((always_inline))

static void
note_value(adder *a, uint32_t value)
{
  ng_arena *arena = &a->l->doc->arena;
  a->second += a->weights[value].second;
  if (a->purpose == KEEP ? !NG_PUSH(arena, &a->l->values, (uint16_t)value)
                         : value >= NG_FIRST_DEEP &&
                               !NG_PUSH(arena, &a->l->deep, (uint16_t)value))
    a->failed = true;
}

INLINE void
add(adder *a, uint32_t value)
{
  a->first += a->weights[value].first;
  if (a->purpose != SCORE)
    note_value(a, value);
}

/* Add what is known of a group of features; false if they must be added one by
 * one. */
INLINE bool
add_known(adder *a, const shared_sum *sum)
{
  if (a->purpose != SCORE || sum->span != a->span)
    return false;
  a->first += sum->first;
  return true;
}

/* What was added since `before` is the group's sum. */
INLINE void
learn(const adder *a, int32_t before, shared_sum *sum)
{
  if (a->purpose == SCORE)
    *sum = (shared_sum){a->span, a->first - before};
}

/* How many of the rising bounds `n` reaches; all are looked at, since where to
 * stop would be guessed wrong. */
INLINE uint32_t
bucket(uint32_t n, const uint32_t *bounds, uint32_t n_bounds)
{
  uint32_t reached = 0;
#pragma GCC unroll 16
  for (uint32_t i = 0; i < n_bounds; i++)
    reached += n >= bounds[i];
  return reached;
}

#define BUCKET(n, ...)                         \
  bucket((n), (const uint32_t[]){__VA_ARGS__}, \
         sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static uint32_t
least(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

/* --- the span ------------------------------------------------------------- */

/* What the features of a span's readings are crossed with. */
typedef struct {
  const ng_spot *spot;
  uint32_t index; /* of the spot */
  uint32_t shape; /* 0 to 63 */
  uint32_t previous, next;
  uint32_t gap; /* behind */
  uint32_t run; /* 0 to 15 */
  uint32_t longer;
  const ng_run_key *runs; /* longer runs that end or begin with the span */
  uint32_t words;         /* 0 to 4 */
  uint32_t sporty, numbers;
  uint32_t style;  /* how it is written: 0 lower, 1 capitals, 2 all capitals */
  int32_t top;     /* popularity of the best reading */
  bool labelled;   /* the words are the label of a reading */
  uint32_t titled; /* the word before is a title */
  char title[NG_WORD_ROOM]; /* this one, folded; empty: not ASCII */
  uint32_t inner;           /* 0 to 5: what stands between its words */
} span_view;

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

static uint32_t
numbers_share(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t n = 0, digits = 0;
  for (uint32_t i = spot->word; i-- > 0 && n < 20;) {
    if (doc->notes.at[i].sentence != spot->sentence)
      break;
    n++;
    digits += doc->notes.at[i].class == NG_WORD_NUMBER;
  }
  for (uint32_t i = spot->word; i < doc->notes.n && n < 40; i++) {
    if (doc->notes.at[i].sentence != spot->sentence)
      break;
    n++;
    digits += doc->notes.at[i].class == NG_WORD_NUMBER;
  }
  return n ? BUCKET(digits * 100 / n, 1, 10, 20, 35) : 0;
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

static bool
is_own_name(const ng_choice *c)
{
  return c->kinds & (NG_NAME_LABEL | NG_NAME_TITLE);
}

static span_view
view_span(const ng_linker *l, uint32_t index)
{
  const ng_doc *doc = l->doc;
  const ng_spot *spot = &doc->spots.at[index];
  uint32_t last = spot->word + spot->n_words - 1;
  span_view v = {.spot = spot, .index = index, .shape = shape_of(doc, spot)};
  v.previous = ng_word_class_at(doc, spot->word, -1);
  v.next = ng_word_class_at(doc, last, 1);
  v.gap = ng_gap_after(doc, last);
  v.run = run_left(l, spot);
  v.runs = ng_linker_run_key(l, l->keys[index]);
  v.longer = longer_runs(l, spot, v.runs);
  v.words = least(spot->n_words, 5) - 1;
  v.sporty =
      doc->words.n ? BUCKET(l->sporty * 1000 / doc->words.n, 8, 20, 40) : 0;
  v.numbers = numbers_share(l, spot);
  v.style = v.shape & 1 ? 0 : v.shape & 2 ? 2 : 1;
  v.titled = v.previous == NG_WORD_TITLE;
  if (v.titled)
    (void)ng_word_ascii(ng_word_text(doc, spot->word - 1), v.title);
  v.inner = inner_of(doc, spot);
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    const ng_choice *c = &doc->choices.at[i];
    v.top = c->popularity > v.top ? c->popularity : v.top;
    v.labelled |= is_own_name(c);
  }
  return v;
}

INLINE void
add_span(adder *a, const span_view *v, uint32_t index)
{
  const ng_linker *l = a->l;
  const ng_doc *doc = l->doc;
  const ng_spot *spot = v->spot;
  uint32_t chars = spot->span.end - spot->span.begin;
  add(a, NG_F_BIAS);
  add(a, NG_F_SHAPE + v->shape);
  add(a, NG_F_WORDS + v->words);
  if (spot->n_words == 1) {
    add(a, NG_F_LENGTH + BUCKET(chars, 3, 4, 5, 6, 7, 9, 12));
    add(a, NG_F_CASES + case_counts(l, spot));
  }
  add(a, NG_F_PREVIOUS + v->previous);
  add(a, NG_F_PREVIOUS_2 +
             (v->previous ? ng_word_class_at(doc, spot->word, -2) : 0));
  add(a, NG_F_NEXT + v->next);
  add(a, NG_F_AROUND + v->previous * NG_N_WORD_CLASSES + v->next);
  add(a,
      NG_F_GAPS + (uint32_t)doc->notes.at[spot->word].gap * NG_N_GAPS + v->gap);
  add(a, NG_F_RUN + v->run);
  add(a, NG_F_COVERED + (spot->flags & NG_SPOT_COVERED ? 1 : 0));
  add(a, NG_F_LONGER + v->longer);
  add(a, NG_F_READINGS + BUCKET(spot->n, 2, 3, 5, 8, 15, 30));
  add(a, NG_F_TIMES + BUCKET(l->times[l->same[index]], 2, 3, 4, 6));
  add(a, NG_F_NUMBERS + v->numbers);
  add(a, NG_F_POSITION + BUCKET(spot->sentence, 1, 2, 5));
  add(a,
      NG_F_QUOTED + (doc->notes.at[spot->word].flags & NG_WORD_QUOTED ? 1 : 0));
  add(a, NG_F_ENDS + ends_of(doc, spot));
  add(a, NG_F_SPORTY + v->sporty);
  add(a, NG_F_SIZE + BUCKET(doc->words.n, 30, 120, 300, 700));
  add(a, NG_F_INNER + v->inner);
}

/* --- the reading ---------------------------------------------------------- */

/* The likeliest kind first: the one that crosses go by. */
static uint32_t
main_kind(uint32_t kinds)
{
  static const uint8_t order[] = {0,  1,  9, 2, 7, 3, 12, 10,
                                  11, 13, 6, 4, 5, 8, 14, 15};
  for (uint32_t i = 0; i < sizeof order; i++)
    if (kinds & (1u << order[i]))
      return order[i];
  return 15;
}

static bool
same_but_case(ng_str a, ng_str b)
{
  if (a.len != b.len)
    return false;
  for (size_t i = 0; i < a.len; i++)
    if ((a.at[i] ^ b.at[i]) & ~0x20)
      return false;
  return true;
}

/* Is a longer run with the span a full name of this referent? 0: no such run,
 * 1: no, 2: yes. */
static uint32_t
same_run(const span_view *v, const ng_referent *r)
{
  if (!v->longer)
    return 0;
  return r->n_full && v->spot->n_words <= 2 ? 2 : 1;
}

static uint32_t
country_share(const ng_linker *l, const ng_referent *r)
{
  if (r->country == NG_NONE)
    return 0;
  uint32_t share = l->n_countries ? l->referents.at[r->country].n_country *
                                        100u / l->n_countries
                                  : 0;
  return 1 + BUCKET(share, 1, 10, 25, 50);
}

/* A leading year of the label against the article's: an edition of an event. */
static uint32_t
label_year(const ng_linker *l, const ng_referent *r)
{
  uint32_t year = 0;
  if (r->kb.label.len < 5)
    return 0;
  for (int i = 0; i < 4; i++) {
    unsigned digit = (unsigned)(r->kb.label.at[i] - '0');
    if (digit > 9)
      return 0;
    year = year * 10 + digit;
  }
  uint32_t now = l->doc->date / 10000;
  if (year < 1000 || !now)
    return 1;
  return year == now ? 2 : year > now ? 3 : 4;
}

/* Relations of hubs, or of what has none, are not kept. */
static bool
is_hub(const ng_linker *l, const ng_referent *r)
{
  if (r->in_reach)
    return !r->relations;
  size_t n = ng_kb_n_relations(l->context->bases.at[r->ref.base], r->ref.index);
  return n == 0 || n >= NG_MAX_RELATIONS;
}

/* Relations with likely readings of other names. */
static uint32_t
ties(const ng_linker *l, const ng_referent *r)
{
  uint32_t n = 0;
  for (uint32_t i = 0; r->relations && i < r->n_relations && n < 3; i++) {
    uint32_t other =
        ng_linker_find_likely(l, (ng_ref){r->relations[i].entity, r->ref.base});
    n += other != NG_NONE && &l->referents.at[other] != r &&
         !is_hub(l, &l->referents.at[other]);
  }
  return n;
}

/* What is the same under all names of a referent in the article. */
static void
view_referent(const ng_linker *l, ng_referent *r)
{
  r->seen.degree =
      (uint8_t)BUCKET(r->n_relations, 1, 2, 3, 5, 9, 17, 33, 65, 300);
  r->seen.country = (uint8_t)country_share(l, r);
  r->seen.year = (uint8_t)label_year(l, r);
  r->seen.ties = (uint8_t)ties(l, r);
  r->seen.sport = !r->sport ? 0 : !l->sport ? 1 : r->sport == l->sport ? 2 : 3;
}

/* Does the label of `office` have the word `title`? */
static bool
office_has_title(const ng_linker *l, const char *title, ng_ref office)
{
  ng_str label = ng_bases_named(&l->context->bases, office).label;
  char word[NG_WORD_ROOM];
  if (!*title)
    return false;
  for (size_t i = 0, end; i < label.len; i = end + 1) {
    for (end = i; end < label.len && label.at[end] != ' ';)
      end++;
    if (ng_word_ascii(ng_str_slice(label, i, end), word) &&
        strcmp(word, title) == 0)
      return true;
  }
  return false;
}

/* What the title before the span says of a person: 0 no title; 1 not a person;
 * 2 no office known; 3 none at the time; 4 some office; 5 one of that title. */
static uint32_t
title_evidence(const ng_linker *l, const span_view *v, const ng_referent *r)
{
  enum { CAP = 24 };
  ng_holding held[CAP];
  if (!v->titled || (v->spot->flags & NG_SPOT_LOWER))
    return 0;
  if (r->kb.type != NG_PERSON)
    return 1;
  size_t n = ng_kb_holdings(l->context->bases.at[r->ref.base], NG_BY_PERSON,
                            r->ref.index, held, CAP);
  uint32_t found = n ? 3 : 2;
  ng_date now = l->doc->date;
  for (size_t i = 0; i < n && i < CAP; i++) {
    bool then =
        !now || ((!held[i].from || ng_date_first(held[i].from) <= now) &&
                 (!held[i].until || ng_date_last(held[i].until) >= now));
    ng_ref office = {held[i].office, r->ref.base};
    if (office_has_title(l, v->title, office))
      found = found < 6 && then ? 6 : found < 5 ? 5 : found;
    else if (then && found < 4)
      found = 4;
  }
  return found;
}

/* Facts about a reading that its features share. */
typedef struct {
  uint32_t type, class, kind, case_form, popularity, behind, prior;
} reading_view;

INLINE reading_view
view_reading(const span_view *v, const ng_choice *c)
{
  reading_view w = {.type = c->type == NG_PERSON ? NG_PERSON : c->class,
                    .class = c->class,
                    .kind = main_kind(c->kinds),
                    .case_form = v->style * 8 + (c->cases & 7u)};
  w.popularity = least(c->popularity / 40u, 25);
  w.behind = BUCKET((uint32_t)(v->top - c->popularity), 1, 20, 40, 70, 100, 140,
                    190, 250, 330, 450, 600);
  w.prior = BUCKET(c->prior, 66, 200, 655, 1311, 3277, 6554, 13107, 22938,
                   32768, 45875, 58982, 64880, 65535);
  return w;
}

/* What is known of a reading without looking its entity up. */
INLINE void
add_reading(adder *a, const span_view *v, const reading_view *w, uint32_t row)
{
  const ng_linker *l = a->l;
  const ng_choice *c = &l->doc->choices.at[row];
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  add(a, NG_F_TYPE + w->class);
  for (uint32_t kinds = c->kinds, i = 0; kinds; kinds >>= 1, i++)
    if (kinds & 1)
      add(a, NG_F_KIND + i);
  add(a, NG_F_CASE + w->case_form);
  add(a, NG_F_POPULARITY + w->popularity);
  add(a, NG_F_BEHIND + w->behind);
  add(a, NG_F_RANK + BUCKET(row - v->spot->choice, 1, 2, 3, 5, 9, 16));
  add(a, NG_F_PRIOR + w->prior);
  add(a, NG_F_WEAK + (c->flags & NG_CANDIDATE_WEAK ? 1 : 0));
  uint32_t others =
      v->spot->n_words > 1 && r->n_full ? r->n_full - 1u : r->n_full;
  add(a, NG_F_FULL + least(others, 3));
  add(a, NG_F_SAME_RUN + same_run(v, r));
  add(a, NG_F_EARLIER + (r->first_full < v->spot->word ? 1 : 0));
  add(a, NG_F_OWN_NAME + (is_own_name(c) ? 0 : v->labelled ? 1 : 2));
  add(a, NG_F_KIND_FULL + w->kind * 4 + least(others, 3));
}

/* What the base has of its entity. */
INLINE void
add_entity(adder *a, const span_view *v, uint32_t row)
{
  const ng_linker *l = a->l;
  const ng_choice *c = &l->doc->choices.at[row];
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  ng_str text = ng_doc_text(l->doc, v->spot->span);
  uint32_t sport = r->seen.sport;
  add(a, NG_F_EXACT + (ng_str_equal(text, r->kb.label)    ? 0
                       : same_but_case(text, r->kb.label) ? 1
                                                          : 2));
  add(a, NG_F_DEGREE + r->seen.degree);
  add(a, NG_F_COUNTRY + r->seen.country);
  add(a, NG_F_YEAR + r->seen.year);
  add(a, NG_F_TIED + r->seen.ties);
  add(a, NG_F_TITLED + title_evidence(l, v, r));
  add(a, NG_F_SPORT + sport);
  add(a, NG_F_TYPE_SPORT + c->class * 4u + sport);
  add(a, NG_F_KIND_SPORT + main_kind(c->kinds) * 4 + sport);
}

/* Crosses of the span with the type. */
INLINE void
add_type(adder *a, const span_view *v, uint32_t type, uint32_t class)
{
  shared_sum *sum = &a->shared->types[type != class][class];
  int32_t before = a->first;
  if (add_known(a, sum))
    return;
  add(a, NG_F_TYPE_PREVIOUS + type * NG_N_WORD_CLASSES + v->previous);
  add(a, NG_F_TYPE_NEXT + type * NG_N_WORD_CLASSES + v->next);
  add(a, NG_F_TYPE_SHAPE + type * 32 + (v->shape & 31));
  add(a, NG_F_TYPE_RUN + type * 16 + v->run);
  add(a, NG_F_TYPE_GAP + type * NG_N_GAPS + v->gap);
  add(a, NG_F_TYPE_SPORTY + class * 4 + v->sporty);
  add(a, NG_F_TYPE_WORDS + type * 3 + least(v->words, 2));
  add(a, NG_F_TYPE_LONGER + type * 9 + v->longer);
  add(a, NG_F_TYPE_COVERED + type * 2 +
             (v->spot->flags & NG_SPOT_COVERED ? 1 : 0));
  add(a, NG_F_TYPE_NUMBERS + type * 5 + v->numbers);
  add(a, NG_F_TYPE_INNER + type * 6 + v->inner);
  learn(a, before, sum);
}

/* The same with the kind of name. */
INLINE void
add_kind(adder *a, const span_view *v, uint32_t kind)
{
  shared_sum *sum = &a->shared->kinds[kind];
  int32_t before = a->first;
  if (add_known(a, sum))
    return;
  add(a, NG_F_KIND_SHAPE + kind * 32 + (v->shape & 31));
  add(a, NG_F_KIND_LONGER + kind * 9 + v->longer);
  add(a, NG_F_KIND_RUN + kind * 16 + v->run);
  learn(a, before, sum);
}

/* The same with the prior. */
INLINE void
add_prior(adder *a, const span_view *v, uint32_t prior)
{
  shared_sum *sum = &a->shared->priors[prior];
  int32_t before = a->first;
  if (add_known(a, sum))
    return;
  add(a, NG_F_PRIOR_WORDS + prior * 5 + v->words);
  add(a, NG_F_PRIOR_SHAPE + prior * 64 + v->shape);
  learn(a, before, sum);
}

INLINE void
add_crosses(adder *a, const span_view *v, const reading_view *w)
{
  uint32_t t = w->type, k = w->kind;
  add_type(a, v, t, w->class);
  add_kind(a, v, k);
  add_prior(a, v, w->prior);
  add(a, NG_F_TYPE_KIND + t * 16 + k);
  add(a, NG_F_TYPE_POPULARITY + w->class * 13 + w->popularity / 2);
  add(a, NG_F_KIND_PRIOR + k * 14 + w->prior);
  add(a, NG_F_KIND_BEHIND + k * 12 + w->behind);
  add(a, NG_F_POPULARITY_SHAPE + w->popularity * 64 + v->shape);
}

/* --- the pass ------------------------------------------------------------- */

static void
note_best(ng_linker *l, uint32_t spot, uint32_t row)
{
  int32_t score = l->rows[row].first;
  ng_referent *r = &l->referents.at[l->rows[row].referent];
  if (score > l->best[spot]) {
    l->best[spot] = score;
    l->best_row[spot] = row;
  }
  uint32_t key = l->same[spot];
  if (r->best_key == key || r->best == NG_NO_SCORE) {
    r->best_key = key;
    r->best = score > r->best ? score : r->best;
  } else if (score > r->best) {
    r->second_best = r->best;
    r->best = score;
    r->best_key = key;
  } else if (score > r->second_best) {
    r->second_best = score;
  }
}

/* The values of the span, again for each of its rows. */
static bool
repeat_values(ng_linker *l, uint32_t from, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    if (!NG_PUSH(&l->doc->arena, &l->values, l->values.at[from + i]))
      return false;
  return true;
}

/* All values of the reading `row`, kept for each with those of the span, which
 * are values[from .. from + n). */
static bool
keep_row(const adder *base, const span_view *v, uint32_t index, uint32_t n)
{
  adder a = *base;
  ng_linker *l = a.l;
  ng_row *row = &l->rows[index];
  reading_view w = view_reading(v, &l->doc->choices.at[index]);
  row->values = l->values.n;
  if (!repeat_values(l, l->spans[v->index].values, n))
    return false;
  add_reading(&a, v, &w, index);
  add_crosses(&a, v, &w);
  add_entity(&a, v, index);
  row->n = l->values.n - row->values;
  row->first = a.first;
  return !a.failed;
}

/* Score the readings, and keep all values. */
static bool
keep_rows(ng_linker *l, const span_view *v)
{
  adder base = {.weights = l->ranking->weights, .l = l, .purpose = KEEP};
  shared_sums none;
  base.shared = &none;
  l->spans[v->index].values = l->values.n;
  add_span(&base, v, v->index);
  uint32_t n = l->values.n - l->spans[v->index].values;
  for (uint32_t i = 0; i < v->spot->n; i++)
    if (!keep_row(&base, v, v->spot->choice + i, n))
      return false;
  return !base.failed;
}

/* Add up again, for the second pass, the features of the readings that it looks
 * at, and list what hidden units see: they are few. */
static bool
list_rows(ng_linker *l, const span_view *v)
{
  shared_sums none;
  adder base = {
      .weights = l->ranking->weights, .l = l, .shared = &none, .purpose = LIST};
  ng_span_row *span = &l->spans[v->index];
  for (uint32_t i = v->spot->choice; i < v->spot->choice + v->spot->n; i++) {
    ng_row *row = &l->rows[i];
    if (row->first < NG_HOPELESS)
      continue;
    if (!span->n_deep) {
      span->deep = l->deep.n;
      add_span(&base, v, v->index);
      span->n_deep = l->deep.n - span->deep;
    }
    adder a = base;
    reading_view w = view_reading(v, &l->doc->choices.at[i]);
    row->deep = l->deep.n;
    add_reading(&a, v, &w, i);
    add_crosses(&a, v, &w);
    add_entity(&a, v, i);
    row->n_deep = l->deep.n - row->deep;
    row->second = a.second;
    base.failed |= a.failed;
  }
  return !base.failed;
}

/* --- reach ---------------------------------------------------------------- */

/* Looking an entity up costs more than all that is known without.  A reading is
 * out of reach if, without what the base has of its entity, it scores this much
 * less than the best of its span or "none": the base's part is -1700 to 500 for
 * all but 2 in 100 readings, UNSEEN for the typical one, and the second pass
 * looks at nothing below NG_HOPELESS. */
enum { REACH = 6000, UNSEEN = -1000 };

/* By a prior like this, a reading may be kept whatever its score: link.c. */
enum { SURE_PRIOR = 32768 };

static void
sift(ng_linker *l, const ng_spot *spot)
{
  int32_t best = 0;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    best = l->rows[i].first > best ? l->rows[i].first : best;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    ng_row *row = &l->rows[i];
    ng_referent *r = &l->referents.at[row->referent];
    row->in_reach = row->first >= best - REACH || r->n_full ||
                    l->doc->choices.at[i].prior >= SURE_PRIOR;
    r->in_reach |= row->in_reach;
  }
}

/* Score the readings without what the base has of their entities, and sift
 * them. */
static void
start_spot(ng_linker *l, const span_view *v, shared_sums *shared)
{
  const ng_spot *spot = v->spot;
  adder base = {.weights = l->ranking->weights,
                .l = l,
                .shared = shared,
                .span = v->index + 1,
                .purpose = SCORE};
  add_span(&base, v, v->index);
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    adder a = base;
    reading_view w = view_reading(v, &l->doc->choices.at[i]);
    add_reading(&a, v, &w, i);
    add_crosses(&a, v, &w);
    l->rows[i].first = a.first;
  }
  sift(l, spot);
}

/* Where all values are kept, all readings are in reach. */
static void
reach_all(ng_linker *l, const ng_spot *spot)
{
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++)
    l->rows[i].in_reach = l->referents.at[l->rows[i].referent].in_reach = true;
}

/* View the spans, and look up the entities in reach. */
static bool
start(ng_linker *l, span_view *views)
{
  shared_sums shared = {0};
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    views[i] = view_span(l, i);
    if (l->keep_values)
      reach_all(l, views[i].spot);
    else
      start_spot(l, &views[i], &shared);
  }
  if (!ng_linker_look_up(l))
    return false;
  for (uint32_t i = 0; i < l->referents.n; i++)
    if (l->referents.at[i].in_reach)
      view_referent(l, &l->referents.at[i]);
  return true;
}

/* --- scores --------------------------------------------------------------- */

/* Add what the base has of the entity. */
static void
end_row(ng_linker *l, const span_view *v, uint32_t index)
{
  ng_row *row = &l->rows[index];
  adder a = {.weights = l->ranking->weights, .l = l, .purpose = SCORE};
  if (row->in_reach)
    add_entity(&a, v, index);
  row->first += row->in_reach ? a.first : UNSEEN;
}

static bool
score_spot(ng_linker *l, const span_view *v)
{
  const ng_spot *spot = v->spot;
  int32_t scores[NG_MAX_READINGS];
  if (l->keep_values && !keep_rows(l, v))
    return false;
  for (uint32_t i = 0; i < spot->n; i++) {
    if (!l->keep_values)
      end_row(l, v, spot->choice + i);
    scores[i] = l->rows[spot->choice + i].first;
  }
  ng_scores_compete(scores, spot->n);
  l->best[v->index] = NG_NO_SCORE;
  for (uint32_t i = 0; i < spot->n; i++) {
    ng_row *row = &l->rows[spot->choice + i];
    row->first =
        row->in_reach || scores[i] < NG_HOPELESS ? scores[i] : NG_HOPELESS - 1;
    note_best(l, v->index, spot->choice + i);
  }
  return list_rows(l, v);
}

bool
ng_linker_first(ng_linker *l)
{
  span_view *views = NG_NEW(&l->doc->arena, span_view, l->doc->spots.n + 1);
  if (!views || !start(l, views))
    return false;
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (!score_spot(l, &views[i]))
      return false;
  return true;
}
