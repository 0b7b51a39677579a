/* unknown.c - names that no base knows, found by shape and evidence.
 *
 * What is left of a run of capitals when links, titles and common words are
 * taken from it is a name.  Shape finds names well across kinds of text and
 * types them badly, so a type is given only on evidence: a title before, a word
 * like "Ltd" or "Ministry" in it, a given name in front.
 */
#include "link/unknown.h"
#include "link/features.h"
#include "link/name_words.h"

/* Certainties, in thousandths: several words, one word. */
enum { SURE = 800, FAIR = 600 };

/* --- cutting -------------------------------------------------------------- */

bool
ng_is_name_word(const ng_name_finder *f, uint32_t i)
{
  uint8_t class = ng_finder_note(f, i).class;
  return class == NG_WORD_CAPITALISED ||
         (ng_finder_note(f, i).flags & NG_WORD_UPPER);
}

/* "Commerce" of "Secretary of Commerce Bruce Smart": the name begins with a
 * given one, and has another word at the least. */
static void
cut_office(const ng_name_finder *f, ng_found_name *n)
{
  if (!ng_is_behind_title_of(f->l->doc, n->from) ||
      ng_count_readings(f->l, n->from, NG_NAME_GIVEN) > 0)
    return;
  for (uint32_t i = n->from + 1; i + 1 < n->to; i++)
    if (ng_finder_note(f, i).gap == NG_GAP_SPACE &&
        ng_count_readings(f->l, i, NG_NAME_GIVEN) > 0) {
      memset(f->taken + n->from, 1, i - n->from);
      n->from = i;
      n->titled = true;
      return;
    }
}

/* "Springfield General Hospital": no general of that name. */
static bool
is_in_body_name(const ng_name_finder *f, const ng_found_name *n, uint32_t i)
{
  return ng_word_is(f->l->doc, i, "general") &&
         ng_name_word_type(f->l->doc, n->to - 1) != NG_ENTITY;
}

/* "Foreign Minister Park Jin" -> "Park Jin" */
static void
cut_titles(const ng_name_finder *f, ng_found_name *n)
{
  for (uint32_t i = n->to - 1; i-- > n->from;) {
    ng_gap gap = ng_gap_after(f->l->doc, i);
    if (ng_ends_title(f->l->doc, i) && !is_in_body_name(f, n, i) &&
        (gap == NG_GAP_SPACE || gap == NG_GAP_STOP)) {
      n->from = i + 1;
      n->titled = true;
      return;
    }
  }
  if (n->from > 0 && ng_ends_title(f->l->doc, n->from - 1) &&
      ng_finder_note(f, n->from - 1).sentence ==
          ng_finder_note(f, n->from).sentence &&
      ng_finder_note(f, n->from).gap == NG_GAP_SPACE)
    n->titled = true;
}

bool
ng_is_body_word(const ng_name_finder *f, uint32_t i)
{
  return i < f->l->doc->words.n && ng_finder_note(f, i).class == NG_WORD_BODY &&
         (ng_finder_note(f, i).flags & NG_WORD_CAPITAL);
}

/* Does a sentence start at word `i`, or a quotation?  Not behind a genitive, as
 * in "the deputies' Transport Committee". */
static bool
starts(const ng_name_finder *f, uint32_t i)
{
  const ng_doc *doc = f->l->doc;
  return (ng_finder_note(f, i).flags & NG_WORD_START) &&
         (i == 0 ||
          ng_finder_note(f, i).sentence != ng_finder_note(f, i - 1).sentence ||
          !ng_is_behind_owners(doc, i));
}

static bool
is_cut_from_front(const ng_name_finder *f, uint32_t i, bool single)
{
  ng_word_note note = ng_finder_note(f, i);
  if (!single && ng_gap_after(f->l->doc, i) == NG_GAP_HYPHEN &&
      note.class == NG_WORD_TITLE)
    return false; /* "Saint-Denis" */
  switch (note.class) {
  case NG_WORD_CAPITALISED:
    return starts(f, i) && !single && !ng_is_body_word(f, i + 1) &&
           (ng_is_common_word(f->l, i) || ng_is_conjunction(f->l->doc, i)) &&
           ng_count_readings(f->l, i, NG_NAME_GIVEN) == 0;
  case NG_WORD_HEADING:
  case NG_WORD_BODY:
  case NG_WORD_PEOPLE:
  case NG_WORD_GAME:
    return starts(f, i) && !single;
  default:
    return !(note.flags & NG_WORD_UPPER);
  }
}

/* Does a base have this name of several words? */
static bool
is_known_name(const ng_name_finder *f, const ng_found_name *n)
{
  return n->to - n->from > 1 && ng_spot_of_words(f->l, n->from, n->to);
}

/* "Krambo Member of Parliament": an office, and no end of the party's name. */
static bool
ends_with_member(const ng_name_finder *f, const ng_found_name *n)
{
  const ng_doc *doc = f->l->doc;
  return n->to - n->from > 1 && n->to < doc->words.n &&
         ng_word_is(doc, n->to - 1, "member") &&
         ng_finder_note(f, n->to).class == NG_WORD_OF &&
         ng_finder_note(f, n->to).gap == NG_GAP_SPACE;
}

static void
cut_common(const ng_name_finder *f, ng_found_name *n)
{
  while (n->from < n->to && !is_known_name(f, n) &&
         is_cut_from_front(f, n->from, n->to - n->from == 1))
    n->from++;
  while (n->to > n->from) {
    uint8_t class = ng_finder_note(f, n->to - 1).class;
    if (class != NG_WORD_DAY && class != NG_WORD_GENITIVE &&
        class != NG_WORD_PRONOUN)
      break;
    n->to--;
  }
  if (ends_with_member(f, n))
    f->taken[--n->to] = 1;
}

/* --- keeping -------------------------------------------------------------- */

/* The entity that the article already has for the name of words [from, to), or
 * NG_NONE. */
static uint32_t
find_cluster(const ng_name_finder *f, uint32_t from, uint32_t to)
{
  const ng_doc *doc = f->l->doc;
  uint32_t mention = ng_clusters_find(&f->clusters, doc, from, to);
  return mention == NG_NONE ? NG_NONE : doc->mentions.at[mention].entity;
}

/* "Parliament", "the Constitution": names by themselves. */
static bool
is_assembly(const ng_name_finder *f, uint32_t i)
{
  const ng_doc *doc = f->l->doc;
  ng_run run = f->l->runs.at[f->l->run_of[i]];
  ng_word_class before = ng_word_class_at(doc, i, -1);
  return run.to - run.from == 1 &&
         (ng_word_listed(doc, i, "parliament senate legislature government") ||
          (ng_word_is(doc, i, "constitution") &&
           (before == NG_WORD_THE || before == NG_WORD_DETERMINER ||
            before == NG_WORD_POSSESSIVE || before == NG_WORD_GENITIVE)));
}

static bool
keeps_single(const ng_name_finder *f, const ng_found_name *n)
{
  ng_word_note note = ng_finder_note(f, n->from);
  uint32_t len =
      f->l->doc->words.at[n->from].end - f->l->doc->words.at[n->from].begin;
  if (is_assembly(f, n->from))
    return !(note.flags & NG_WORD_START);
  if (note.class != NG_WORD_CAPITALISED || len < 2 ||
      ng_is_plural_acronym(f->l->doc, n->from) ||
      ng_ends_title(f->l->doc, n->from) || ng_begins_title(f->l->doc, n->from))
    return false;
  if (ng_is_the_event(f->l->doc, n->from) &&
      find_cluster(f, n->from, n->to) != NG_NONE)
    return true;
  if ((note.flags & NG_WORD_UPPER) && len > 2)
    return true;
  if (ng_is_part_of_adjective(f->l->doc, n->from))
    return false;
  if (n->titled || ng_is_speaker(f->l->doc, n->from))
    return true;
  if (ng_count_readings(f->l, n->from, NG_NAME_DEMONYM) > 0)
    return false; /* not linked, but not unknown either */
  return !(note.flags & NG_WORD_START) && !ng_is_common_word(f->l, n->from);
}

static bool
keeps(const ng_name_finder *f, const ng_found_name *n)
{
  const ng_doc *doc = f->l->doc;
  if (n->from >= n->to || ng_is_time_zone(f->l->doc, n->from))
    return false;
  const ng_spot *spot =
      n->to - n->from > 1 ? ng_spot_of_words(f->l, n->from, n->to) : NULL;
  if (spot && !ng_is_body_word(f, n->from) && !ng_is_body_word(f, n->to - 1) &&
      ng_is_term(doc, spot) && ng_found_type(f->l, n) != NG_PERSON)
    return false;
  uint16_t flags = ng_finder_note(f, n->from).flags;
  if (flags & (NG_WORD_SHOUTED | NG_WORD_HEADLINE))
    return false;
  if (n->to - n->from == 1)
    return keeps_single(f, n);
  uint32_t last = n->to - 1, proper = 0;
  if (ng_ends_title(f->l->doc, last))
    return false;
  for (uint32_t i = n->from; i < n->to; i++)
    proper +=
        ng_is_name_word(f, i) || ng_finder_note(f, i).class == NG_WORD_GENITIVE;
  /* "the Energy Committee" */
  return proper > 0 || (!(flags & NG_WORD_START) &&
                        ng_name_word_type(doc, last) != NG_ENTITY);
}

/* --- names kept ----------------------------------------------------------- */

/* The base's readings of a name that was not linked, the best three. */
static bool
add_doubts(const ng_name_finder *f, ng_doc_entity *e, uint32_t from,
           uint32_t to)
{
  ng_doc *doc = f->l->doc;
  enum { SHOWN = 3 };
  e->candidate = doc->doubts.n;
  const ng_spot *s = ng_spot_of_words(f->l, from, to);
  for (uint32_t k = 0; s && k < s->n && k < SHOWN; k++)
    if (!NG_PUSH(&doc->arena, &doc->doubts,
                 doc->choices.at[s->choice + k].entity))
      return false;
  e->n_candidates = doc->doubts.n - e->candidate;
  return true;
}

/* The spot of a name that is not one of those that no base knows, though it was
 * not linked: of "Mayor of London Ken Livingstone" and of "a London-Frankfurt
 * merger", where the ranking takes it for a part of a longer one.  NULL: there
 * is none. */
static ng_spot *
find_place(const ng_name_finder *f, const ng_found_name *n, int32_t confidence)
{
  const ng_linker *l = f->l;
  const ng_spot *spot = n->titled ? NULL : ng_spot_of_words(l, n->from, n->to);
  if (!spot || confidence < l->context->options->min_confidence * 1000)
    return NULL;
  uint32_t i = (uint32_t)(spot - l->doc->spots.at);
  const ng_choice *c = &l->doc->choices.at[l->best_row[i]];
  const ng_referent *r = &l->referents.at[l->rows[l->best_row[i]].referent];
  bool place =
      c->type == NG_COUNTRY || c->type == NG_REGION || c->type == NG_CITY;
  bool whole = n->from == 0 || l->run_of[n->from - 1] != l->run_of[n->from];
  return place && whole && c->prior >= NG_SOLE_PRIOR &&
                 c->popularity >= NG_WELL_KNOWN &&
                 (ng_str_equal(r->kb.label, ng_doc_text(l->doc, spot->span)) ||
                  (c->kinds & NG_NAME_TITLE))
             ? &l->doc->spots.at[i]
             : NULL;
}

/* Add the entity of a name that the article has not yet; NG_NONE if the arena
 * is spent. */
static uint32_t
add_entity(const ng_name_finder *f, const ng_found_name *n, ng_span span)
{
  ng_doc *doc = f->l->doc;
  ng_doc_entity e = {
      .ref = NG_NO_REF, .name = span, .type = ng_found_type(f->l, n)};
  if (!add_doubts(f, &e, n->from, n->to) ||
      !NG_PUSH(&doc->arena, &doc->entities, e))
    return NG_NONE;
  return doc->entities.n - 1;
}

/* The same of a place that a base knows, which the mention is of then. */
static uint32_t
add_place(const ng_name_finder *f, ng_spot *spot, ng_mention *m)
{
  ng_doc *doc = f->l->doc;
  m->spot = (uint32_t)(spot - doc->spots.at);
  m->span = spot->span;
  spot->entity = ng_doc_add_entity(
      f->l->context, doc, doc->choices.at[f->l->best_row[m->spot]].entity,
      spot->span);
  return spot->entity;
}

static bool
add_name(ng_name_finder *f, const ng_found_name *n)
{
  ng_doc *doc = f->l->doc;
  ng_span span = {doc->words.at[n->from].begin, doc->words.at[n->to - 1].end};
  bool single = n->to - n->from == 1;
  if (ng_is_company_form(doc, n->to - 1) && span.end < doc->text.len &&
      doc->text.at[span.end] == '.' &&
      !ng_word_listed(doc, n->to - 1, "llc plc"))
    span.end++; /* "Inc." */
  if (ng_is_behind_particle(doc, n->from) && !f->taken[n->from - 1]) {
    f->taken[n->from - 1] = 1;
    span.begin = doc->words.at[n->from - 1].begin; /* "al-Sadr" */
  }
  ng_mention m = {.span = span,
                  .kind = NG_KIND_NAME,
                  .part = (uint8_t)ng_doc_part(doc, span.begin),
                  .confidence = single ? FAIR : SURE,
                  .denotes = NG_NONE,
                  .spot = NG_NONE,
                  .entity = find_cluster(f, n->from, n->to)};
  ng_spot *place = m.entity == NG_NONE ? find_place(f, n, m.confidence) : NULL;
  if (m.entity == NG_NONE) {
    m.entity = place ? add_place(f, place, &m) : add_entity(f, n, span);
    if (m.entity == NG_NONE)
      return false;
  } else if (doc->entities.at[m.entity].type == NG_ENTITY) {
    doc->entities.at[m.entity].type = ng_found_type(f->l, n);
  }
  memset(f->taken + n->from, 1, n->to - n->from);
  return NG_PUSH(&doc->arena, &doc->mentions, m) &&
         ng_clusters_update(&f->clusters, doc);
}

static bool
is_in_title(const ng_name_finder *f, uint32_t i)
{
  const ng_doc *doc = f->l->doc;
  return doc->parts.n > 1 && ng_doc_part(doc, doc->words.at[i].begin) == 0;
}

/* "Later Radwan left", "Rocker Doherty in fight", of whom the article has: a
 * sentence's first word is no part of the name.  In titles of persons only:
 * "Ask Jeeves". */
static void
cut_start(const ng_name_finder *f, ng_found_name *n)
{
  if (n->to - n->from < 2 ||
      !(ng_finder_note(f, n->from).flags & NG_WORD_START) ||
      ng_finder_note(f, n->from + 1).gap != NG_GAP_SPACE ||
      ng_is_body_word(f, n->from + 1) ||
      ng_count_readings(f->l, n->from, NG_NAME_GIVEN) > 0)
    return;
  uint32_t entity = find_cluster(f, n->from + 1, n->to);
  if (entity != NG_NONE && (!is_in_title(f, n->from) ||
                            f->l->doc->entities.at[entity].type == NG_PERSON))
    n->from++;
}

/* What of `n` is the name; false: nothing. */
static bool
cut_name(const ng_name_finder *f, ng_found_name *n)
{
  if (ng_found_event(f->l->doc, f->taken, n))
    return true;
  cut_titles(f, n);
  cut_office(f, n);
  cut_common(f, n);
  if (n->from >= n->to)
    return false;
  cut_start(f, n);
  ng_extend_name(f, n);
  return true;
}

/* --- the runs ------------------------------------------------------------- */

/* Keep the name if it is one and has as many words as are looked for. */
static bool
keep(ng_name_finder *f, const ng_found_name *n, bool several)
{
  return (n->to - n->from > 1) != several || !keeps(f, n) || add_name(f, n);
}

/* Keep the names of `run` of several words, or (then) those of one: full names
 * first, so that a surname before its full name joins it too. */
static bool
find_in_run(ng_name_finder *f, ng_run run, bool several)
{
  for (uint32_t i = run.from; i < run.to;) {
    ng_found_name n = {.from = i, .to = i}, body;
    while (n.to < run.to && !f->taken[n.to] &&
           (n.to == n.from ||
            ng_finder_note(f, n.to).gap != NG_GAP_APOSTROPHE ||
            ng_finder_note(f, n.to).class == NG_WORD_CAPITALISED))
      n.to++;
    i = n.to > i ? n.to : i + 1;
    if (n.to == n.from)
      continue;
    if (ng_found_headed(f, n.from, n.to, &body) && !keep(f, &body, several))
      return false;
    if (!ng_extend_office(f, &n) && !cut_name(f, &n))
      continue;
    i = n.to > i ? n.to : i;
    if (!keep(f, &n, several))
      return false;
  }
  return true;
}

/* "Rocker Doherty" at the start of a title, where what is no name has a
 * capital, too: who that is, the text tells first. */
static bool
waits(const ng_name_finder *f, ng_run run)
{
  return (ng_finder_note(f, run.from).flags & NG_WORD_START) &&
         is_in_title(f, run.from);
}

/* Is the run one word, if of several parts: "Aynsley-Green"? */
static bool
is_one_word(const ng_name_finder *f, ng_run run)
{
  for (uint32_t i = run.from + 1; i < run.to; i++)
    if (ng_finder_note(f, i).gap != NG_GAP_HYPHEN)
      return false;
  return true;
}

/* A word that begins a sentence is a name if it is one elsewhere. */
static bool
find_starts(ng_name_finder *f)
{
  for (uint32_t r = 0; r < f->l->runs.n; r++) {
    ng_run run = f->l->runs.at[r];
    ng_found_name n = {.from = run.from, .to = run.to};
    if (!is_one_word(f, run) || f->taken[run.from] || f->taken[run.to - 1] ||
        !(ng_finder_note(f, run.from).flags & NG_WORD_START) ||
        (ng_finder_note(f, run.from).flags & NG_WORD_SHOUTED) ||
        ng_finder_note(f, run.from).class != NG_WORD_CAPITALISED)
      continue;
    if (find_cluster(f, n.from, n.to) != NG_NONE && !add_name(f, &n))
      return false;
  }
  return true;
}

bool
ng_linker_unknown(ng_linker *l, uint8_t *taken)
{
  ng_name_finder f = {.l = l};
  f.taken = taken;
  if (!ng_clusters_update(&f.clusters, l->doc))
    return false;
  l->doc->doubts.n = 0;
  for (int round = 0; round < 2; round++)
    for (uint32_t r = 0; r < l->runs.n; r++)
      if (waits(&f, l->runs.at[r]) == (round == 1) &&
          !find_in_run(&f, l->runs.at[r], true))
        return false;
  for (uint32_t r = 0; r < l->runs.n; r++)
    if (!find_in_run(&f, l->runs.at[r], false))
      return false;
  return find_starts(&f);
}
