/* link.c - stage: spots to mentions of entities.
 *
 *   spots --- first pass --- second pass --- verdicts --- mentions
 *             each alone     the article     no overlap   + unknown names
 *                                                         + metonyms, nominals
 *
 * Finding mentions is a decision about which spots to keep: the best reading of
 * each is kept if likely enough, the likeliest spots first.
 */
#include "core/fail.h"
#include "core/str.h"
#include "link/found_name.h"
#include "link/linker.h"
#include "link/name_words.h"
#include "link/names.h"

#include <stdlib.h>

/* A reading less likely than this is no link, in thousandths: of a name, of a
 * concept in lower case, and of a name in a text of few words, which has no
 * other words to make it likelier, but for teams, whose names are other things'
 * as well. */
enum { KEEP = 260, KEEP_CONCEPT = 330, KEEP_SHORT = 110, SHORT_TEXT = 40 };

/* A longer span is preferred by this much a word, in thousandths: "U.S.
 * Congress", if likely at all, to the likelier "U.S.". */
enum { PER_WORD = 500 };

/* --- verdicts ------------------------------------------------------------- */

/* How sure a plain name is made, all but those that are hardly likely; and what
 * is less likely than all that is asked later. */
enum { PLAIN = 520, HARDLY = 60, NEVER = 30 };

/* "'s Office" behind a title: what is named goes on. */
static bool
has_office(const ng_doc *doc, uint32_t i)
{
  return i + 1 < doc->words.n && doc->notes.at[i].class == NG_WORD_GENITIVE &&
         doc->notes.at[i + 1].class == NG_WORD_BODY &&
         (doc->notes.at[i + 1].flags & NG_WORD_CAPITAL);
}

/* "the Russian ambassador": who holds the office, not the office. */
static bool
is_holder(const ng_linker *l, const ng_spot *spot)
{
  const ng_word_note *notes = l->doc->notes.at;
  return spot->n_words > 1 && (notes[spot->word].flags & NG_WORD_CAPITAL) &&
         !(notes[spot->word + spot->n_words - 1].flags & NG_WORD_CAPITAL);
}

/* "Serbian President" before a name, or before "'s Office", is a title, not the
 * office. */
static bool
is_title(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  uint32_t behind = spot->word + spot->n_words;
  ng_type type = l->referents.at[l->rows[row].referent].kb.type;
  if (type != NG_OFFICE && type != NG_OCCUPATION)
    return false;
  if (is_holder(l, spot))
    return true;
  return behind < l->doc->words.n && !(spot->flags & NG_SPOT_LOWER) &&
         (((l->doc->notes.at[behind].gap == NG_GAP_SPACE ||
            (l->doc->notes.at[behind].gap == NG_GAP_COMMA &&
             spot->n_words > 1)) &&
           (l->doc->notes.at[behind].flags & NG_WORD_CAPITAL)) ||
          has_office(l->doc, behind));
}

/* "Foreign Affairs" in "Ministry of Foreign Affairs" is no magazine, "Ways and
 * Means" in "Committee on Ways and Means" no film. */
static bool
is_part_of_body(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_doc *doc = l->doc;
  uint32_t i = spot->word;
  uint8_t group = l->referents.at[l->rows[row].referent].group;
  return i >= 2 && !(spot->flags & NG_SPOT_LOWER) &&
         (doc->notes.at[i - 1].class == NG_WORD_OF ||
          ng_word_is(doc, i - 1, "on")) &&
         ng_name_word_type(doc, i - 2) != NG_ENTITY &&
         (doc->notes.at[i - 2].flags & NG_WORD_CAPITAL) &&
         doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[i - 1].gap == NG_GAP_SPACE && group != NG_GROUP_PLACE &&
         group != NG_GROUP_PERSON;
}

/* "The Australian Open" is not that of 2021, unless this is the year, or one
 * that the article names. */
static bool
is_of_another_year(const ng_linker *l, uint32_t row)
{
  enum { THIS_YEAR = 2, DIGITS = 4 };
  const ng_doc *doc = l->doc;
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  if (!r->seen.year || r->seen.year == THIS_YEAR)
    return false;
  for (uint32_t i = 0; i < doc->words.n; i++)
    if (doc->words.at[i].end - doc->words.at[i].begin == DIGITS &&
        memcmp(doc->text.at + doc->words.at[i].begin, r->kb.label.at, DIGITS) ==
            0)
      return false;
  return true;
}

static bool
is_state(const ng_linker *l, uint32_t row)
{
  return l->referents.at[l->rows[row].referent].kb.type == NG_COUNTRY;
}

static bool
is_of_person(const ng_linker *l, uint32_t row)
{
  return l->referents.at[l->rows[row].referent].kb.type == NG_PERSON;
}

/* The likeliest reading.  The second pass weighs what the article has; it does
 * not make somebody of a person whom the first held for another altogether:
 * "Trump" is not his son for being related to him. */
static ng_verdict
choose(const ng_linker *l, const ng_spot *spot)
{
  enum { UNLIKELY = 100, LIKELY = 500 };
  uint32_t at = (uint32_t)(spot - l->doc->spots.at);
  uint32_t best = spot->choice, first = best;
  if (!l->spans[at].n_deep) /* the second pass did not look at it */
    return (ng_verdict){l->best_row[at],
                        ng_probability(l->rows[l->best_row[at]].second)};
  for (uint32_t k = spot->choice + 1; k < spot->choice + spot->n; k++) {
    if (l->rows[k].second > l->rows[best].second)
      best = k;
    if (l->rows[k].first > l->rows[first].first)
      first = k;
  }
  int32_t p = ng_probability(l->rows[best].second);
  int32_t before = ng_probability(l->rows[first].first);
  if (before < LIKELY || ng_probability(l->rows[best].first) >= UNLIKELY ||
      !is_of_person(l, best) || !is_of_person(l, first))
    return (ng_verdict){best, p};
  return (ng_verdict){first,
                      (before + ng_probability(l->rows[first].second)) / 2};
}

/* "President Donald Trump", by an alias, is a title and a name: where the name
 * alone means the same person, the title is not part of it; and where it means
 * who is better known, it is that one: "President Bush" is either. */
static void
leave_titles_out(const ng_linker *l, ng_verdict *verdicts)
{
  const ng_doc *doc = l->doc;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    const ng_spot *spot = &doc->spots.at[i];
    if (spot->n_words < 2 || (spot->flags & NG_SPOT_LOWER) ||
        doc->notes.at[spot->word].class != NG_WORD_TITLE ||
        !is_of_person(l, verdicts[i].row))
      continue;
    const ng_spot *name =
        ng_spot_of_words(l, spot->word + 1, spot->word + spot->n_words);
    ng_verdict *v = name ? &verdicts[name - doc->spots.at] : NULL;
    if (!v || !is_of_person(l, v->row))
      continue;
    const ng_choice *whole = &doc->choices.at[verdicts[i].row];
    const ng_choice *rest = &doc->choices.at[v->row];
    if (!ng_ref_equal(whole->entity, rest->entity) &&
        (!ng_linker_is_titled_surname(l, spot) ||
         rest->popularity <= whole->popularity))
      continue;
    v->p = v->p > verdicts[i].p ? v->p : verdicts[i].p;
    verdicts[i].p = 0;
  }
}

static void
judge(ng_linker *l, ng_verdict *verdicts)
{
  enum { CERTAIN = 700 };
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    const ng_spot *spot = &l->doc->spots.at[i];
    verdicts[i] = choose(l, spot);
    uint32_t best = ng_linker_place(l, spot, verdicts[i].row);
    best = ng_linker_language(l, spot, best);
    verdicts[i].row = ng_linker_nicknamed(l, spot, best);
    ng_linker_take_state(l, spot, &verdicts[i]);
    if (verdicts[i].p < KEEP)
      ng_linker_take_series(l, spot, &verdicts[i]);
    best = verdicts[i].row;
    if (verdicts[i].p < PLAIN && ng_linker_is_plain(l, spot, best) &&
        (verdicts[i].p >= HARDLY || ng_linker_starts_as_state(l, spot, best)))
      verdicts[i].p = (verdicts[i].p + PLAIN) / 2;
    if (verdicts[i].p < NEVER || is_title(l, spot, best) ||
        is_part_of_body(l, spot, best) ||
        ng_linker_is_mere_words(l, spot, best) || is_of_another_year(l, best) ||
        (verdicts[i].p < CERTAIN && !is_state(l, best) &&
         ng_linker_is_within_title(l, spot)))
      verdicts[i].p = 0;
    ng_linker_judge_shortened(l, spot, &verdicts[i]);
  }
  leave_titles_out(l, verdicts);
  ng_linker_doubt(l, verdicts);
  ng_linker_doubt_acronyms(l, verdicts);
}

/* What the article links once it links again: of entities linked with some
 * certainty, less certain mentions are kept, too. */
enum { SURE = 450, DOUBTFUL = 60, AGAIN = 300 };

static bool
judge_again(const ng_linker *l, ng_verdict *verdicts)
{
  int32_t *best = NG_NEW(l->work, int32_t, l->referents.n + 1);
  if (!best)
    return false;
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    int32_t *p = &best[l->rows[verdicts[i].row].referent];
    *p = verdicts[i].p > *p ? verdicts[i].p : *p;
  }
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    const ng_spot *spot = &l->doc->spots.at[i];
    uint16_t kinds = l->doc->choices.at[verdicts[i].row].kinds;
    uint32_t run = l->run_of[spot->word];
    bool whole = run != NG_NONE && l->runs.at[run].from == spot->word &&
                 l->runs.at[run].to == spot->word + spot->n_words;
    if (best[l->rows[verdicts[i].row].referent] >= SURE &&
        verdicts[i].p >= DOUBTFUL && verdicts[i].p < AGAIN && whole &&
        !(spot->flags & NG_SPOT_LOWER) && kinds != NG_NAME_GIVEN)
      verdicts[i].p = AGAIN;
  }
  return true;
}

/* A spot as it queues for its words. */
typedef struct {
  int32_t rank;
  uint32_t spot;
} queued;

static int
compare_queued(const void *a, const void *b)
{
  const queued *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  return x->spot < y->spot ? -1 : x->spot > y->spot;
}

static int32_t
least_confidence(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  double min = l->context->options->min_confidence * 1000;
  bool brief = l->doc->words.n < SHORT_TEXT && !(spot->flags & NG_SPOT_LOWER) &&
               l->referents.at[l->rows[row].referent].group != NG_GROUP_TEAM;
  int32_t keep = spot->flags & NG_SPOT_LOWER ? KEEP_CONCEPT
                 : brief                     ? KEEP_SHORT
                                             : KEEP;
  return min > keep ? (int32_t)min : keep;
}

static bool
is_free(const ng_spot *spot, const uint8_t *taken)
{
  for (uint32_t i = spot->word; i < spot->word + spot->n_words; i++)
    if (taken[i])
      return false;
  return true;
}

/* Keep the likeliest spots, none overlapping; the others lose their verdict. */
static bool
settle(const ng_linker *l, ng_verdict *verdicts, uint8_t *taken)
{
  const ng_doc *doc = l->doc;
  uint32_t n = 0;
  queued *queue = NG_NEW(l->work, queued, doc->spots.n + 1);
  if (!queue)
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    const ng_spot *spot = &doc->spots.at[i];
    if (verdicts[i].p >= least_confidence(l, spot, verdicts[i].row) &&
        !ng_linker_is_part(l, spot, &verdicts[i]))
      queue[n++] = (queued){verdicts[i].p + PER_WORD * (spot->n_words - 1), i};
    else
      verdicts[i].row = NG_NONE;
  }
  qsort(queue, n, sizeof *queue, compare_queued);
  for (uint32_t k = 0; k < n; k++) {
    const ng_spot *spot = &doc->spots.at[queue[k].spot];
    if (is_free(spot, taken))
      memset(taken + spot->word, 1, spot->n_words);
    else
      verdicts[queue[k].spot].row = NG_NONE;
  }
  return true;
}

/* --- mentions ------------------------------------------------------------- */

uint32_t
ng_doc_add_entity(const ng_context *context, ng_doc *doc, ng_ref ref,
                  ng_span name)
{
  for (uint32_t i = 0; i < doc->entities.n; i++)
    if (ng_ref_equal(doc->entities.at[i].ref, ref))
      return i;
  ng_doc_entity entity = {.ref = ref,
                          .name = name,
                          .type = ng_bases_entity(&context->bases, ref).type};
  if (!NG_PUSH(&doc->arena, &doc->entities, entity))
    return NG_NONE;
  return doc->entities.n - 1;
}

static ng_mention_kind
kind_of(const ng_choice *choice)
{
  return (choice->kinds & NG_NAME_DEMONYM) && !(choice->kinds & NG_NAME_LABEL)
             ? NG_KIND_DEMONYM
             : NG_KIND_NAME;
}

/* "al-Sadr", of whom the base knows as Sadr: the mention is all of it. */
static void
take_particle(const ng_linker *l, ng_mention *m, uint32_t word, uint8_t *taken)
{
  ng_doc *doc = l->doc;
  if (doc->only_wanted || doc->entities.at[m->entity].type != NG_PERSON ||
      !ng_is_behind_particle(doc, word) || taken[word - 1])
    return;
  taken[word - 1] = 1;
  m->span.begin = doc->words.at[word - 1].begin;
}

static bool
add_mention(ng_linker *l, uint32_t index, const ng_verdict *verdict,
            uint8_t *taken)
{
  ng_doc *doc = l->doc;
  ng_spot *spot = &doc->spots.at[index];
  const ng_choice *choice = &doc->choices.at[verdict->row];
  ng_mention mention = {.span = spot->span,
                        .kind = (uint8_t)kind_of(choice),
                        .part = (uint8_t)ng_doc_part(doc, spot->span.begin),
                        .confidence = (uint16_t)verdict->p,
                        .denotes = NG_NONE,
                        .spot = index};
  mention.entity =
      ng_doc_add_entity(l->context, doc, choice->entity, spot->span);
  spot->entity = mention.entity;
  if (mention.entity == NG_NONE)
    return false;
  take_particle(l, &mention, spot->word, taken);
  return NG_PUSH(&doc->arena, &doc->mentions, mention);
}

static int
compare_mentions(const void *a, const void *b)
{
  const ng_mention *x = a, *y = b;
  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

void
ng_sort_mentions(ng_doc *doc)
{
  enum { FEW = 64 }; /* which are brought into order where they are */
  ng_mention *at = doc->mentions.at;
  uint32_t n = doc->mentions.n, i = 1;
  while (i < n && compare_mentions(&at[i - 1], &at[i]) <= 0)
    i++;
  if (i < n && n > FEW)
    qsort(at, n, sizeof *at, compare_mentions);
  for (; i < n && n <= FEW; i++) {
    ng_mention m = at[i];
    uint32_t to = i;
    for (; to > 0 && compare_mentions(&at[to - 1], &m) > 0; to--)
      at[to] = at[to - 1];
    at[to] = m;
  }
}

/* Number entities by their first mention; count mentions, find full names. */
static bool
tidy(ng_doc *doc)
{
  uint32_t n = doc->entities.n, next = 0;
  uint32_t *at = NG_NEW(&doc->arena, uint32_t, n + 1);
  ng_doc_entity *sorted = NG_NEW(&doc->arena, ng_doc_entity, n + 1);
  if (!at || !sorted)
    return false;
  memset(at, 0xFF, (n + 1) * sizeof *at);
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    ng_mention *m = &doc->mentions.at[i];
    uint32_t *both[] = {&m->entity, &m->denotes};
    for (int k = 0; k < 2; k++) {
      if (*both[k] == NG_NONE)
        continue;
      if (at[*both[k]] == NG_NONE) {
        sorted[next] = doc->entities.at[*both[k]];
        at[*both[k]] = next++;
      }
      *both[k] = at[*both[k]];
    }
    ng_doc_entity *e = &sorted[m->entity];
    if (e->n_mentions < UINT16_MAX)
      e->n_mentions++;
    e->confidence =
        m->confidence > e->confidence ? m->confidence : e->confidence;
    if (m->kind == NG_KIND_NAME &&
        m->span.end - m->span.begin > e->name.end - e->name.begin)
      e->name = m->span;
    if (m->spot != NG_NONE)
      doc->spots.at[m->spot].entity = m->entity;
  }
  doc->entities.at = sorted;
  doc->entities.n = next;
  doc->entities.cap = n + 1;
  return true;
}

static bool
link_doc(ng_linker *l)
{
  ng_doc *doc = l->doc;
  ng_verdict *verdicts = NG_NEW(l->work, ng_verdict, doc->spots.n + 1);
  uint8_t *taken = NG_NEW(l->work, uint8_t, doc->words.n + 1);
  if (!verdicts || !taken || !ng_linker_prepare(l) || !ng_linker_first(l) ||
      !ng_linker_second(l))
    return false;
  for (uint32_t i = 0; i < doc->choices.n; i++)
    doc->choices.at[i].score = l->rows[i].second;
  judge(l, verdicts);
  if (!ng_linker_tables(l, verdicts) || !judge_again(l, verdicts) ||
      !ng_linker_name_coref(l, verdicts))
    return false;
  if (doc->only_wanted)
    ng_linker_settle_wanted(l, verdicts, taken);
  else if (!settle(l, verdicts, taken))
    return false;
  for (uint32_t i = 0; i < doc->spots.n; i++)
    if (verdicts[i].row != NG_NONE && !add_mention(l, i, &verdicts[i], taken))
      return false;
  ng_linker_take_titles(l, verdicts, taken);
  if (!ng_linker_unknown(l, taken))
    return false;
  ng_sort_mentions(doc);
  if (!ng_linker_metonyms(l) || !ng_linker_nominals(l))
    return false;
  ng_sort_mentions(doc);
  if (doc->only_wanted && !ng_linker_keep_wanted(l))
    return false;
  ng_linker_give_back(l);
  return tidy(doc);
}

ng_status
ng_link(const ng_context *context, ng_doc *doc, ng_error *err)
{
  ng_linker l = {.context = context,
                 .doc = doc,
                 .work = ng_work_begin(doc),
                 .ranking =
                     context->ranking ? context->ranking : &ng_ranking_builtin};
  doc->mentions.n = doc->entities.n = 0;
  for (uint32_t i = 0; i < doc->spots.n; i++)
    doc->spots.at[i].entity = NG_NONE;
  bool linked = link_doc(&l);
  ng_work_end(doc);
  if (!linked)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to link the article's names");
  return NG_OK;
}
