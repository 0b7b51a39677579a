/* base.c - the office of a base that a title words. */
#include "core/str.h"
#include "extract/refer/known.h"
#include "extract/roles/roles.h"
#include "kb/kb.h"
#include "link/linker.h"

/* --- the base's office ---------------------------------------------------- */

/* Who holds these is sent somewhere, and holds another office elsewhere. */
static const char sent_out[] = "ambassador envoy representative";

/* Is `word` the title's word `k`; "presidents" is "president" of each? */
static bool
is_title_word(const ng_role_finder *f, const ng_title *t, uint32_t k,
              const char *word)
{
  char own[NG_WORD_ROOM];
  if (!ng_word_ascii(ng_word_text(f->doc, k), own))
    return false;
  size_t n = strlen(own) - (t->plural && k + 1 == t->to);
  return strlen(word) == n && memcmp(own, word, n) == 0;
}

/* Has the title a word with a capital that the label lacks, so that they may be
 * two offices: "Prime Minister" and "Minister for Health", "ambassador to
 * France" and "Ambassador to Spain"? */
static bool
goes_beyond(const ng_role_finder *f, const ng_title *t, ng_str label)
{
  char own[NG_WORD_ROOM];
  for (uint32_t i = t->from; i < t->to; i++) {
    bool prime = ng_role_is(f, i, "prime");
    bool sent = i > t->from && ng_role_is(f, t->from, sent_out) &&
                (f->doc->notes.at[i].flags & NG_WORD_CAPITAL);
    if ((prime || sent) && ng_word_ascii(ng_word_text(f->doc, i), own) &&
        !ng_label_has_word(label, own))
      return true;
  }
  return false;
}

/* How well an office's label fits a title: words of the title that it has, less
 * a little for others; 0 if the head is missing, or a "vice" or "deputy" is one
 * side's only. */
static int
label_fit(const ng_role_finder *f, const ng_title *t, ng_str label)
{
  int fit = 0, others = 0;
  bool head = false, below = false, title_below = false;
  char word[NG_WORD_ROOM];
  if (goes_beyond(f, t, label))
    return 0;
  for (uint32_t i = t->from; i < t->to; i++)
    title_below |=
        ng_role_is(f, i, "vice deputy assistant under shadow undersecretary");
  for (size_t i = 0, end; i < label.len; i = end + 1) {
    for (end = i; end < label.len && label.at[end] != ' ';)
      end++;
    if (!ng_word_ascii(ng_str_slice(label, i, end), word))
      continue;
    bool found = false;
    for (uint32_t k = t->from; k < t->to && !found; k++) {
      found = is_title_word(f, t, k, word);
      head |= found && (ng_role_is_head(f, k) || t->plural);
    }
    fit += found ? 4 : 0;
    others += !found;
    below |= strcmp(word, "vice") == 0 || strcmp(word, "deputy") == 0;
  }
  return !head || below != title_below ? 0 : 1 + fit * 4 - others;
}

static bool
holds_at(const ng_holding *h, ng_date now)
{
  return now && h->from && ng_date_first(h->from) <= now &&
         (!h->until || ng_date_last(h->until) >= now);
}

static bool
ended_before(const ng_holding *h, ng_date now)
{
  return now && h->until && ng_date_last(h->until) < now;
}

/* The jurisdiction of an office held, as an entity of the document. */
static uint32_t
jurisdiction_entity(ng_role_finder *f, const ng_holding *h, uint32_t base)
{
  ng_ref ref = {h->jurisdiction, base};
  if (h->jurisdiction == UINT32_MAX)
    ref = ng_bases_related(&f->context->bases, (ng_ref){h->office, base},
                           NG_REL_JURISDICTION, false);
  if (ng_ref_none(ref))
    return NG_NONE;
  for (uint32_t i = 0; i < f->doc->entities.n; i++)
    if (ng_ref_equal(f->doc->entities.at[i].ref, ref))
      return i;
  return NG_NONE;
}

/* The state or body that an office of a base belongs to, or NG_NO_REF. */
static ng_ref
owner_of_office(const ng_role_finder *f, ng_ref office)
{
  ng_holding held;
  ng_ref where =
      ng_bases_related(&f->context->bases, office, NG_REL_JURISDICTION, false);
  if (!ng_ref_none(where) ||
      !ng_kb_holdings(f->context->bases.at[office.base], NG_BY_OFFICE,
                      office.index, &held, 1) ||
      held.jurisdiction == UINT32_MAX)
    return where;
  return (ng_ref){held.jurisdiction, office.base};
}

/* Where the title ends, of which the last words may be its owner's name. */
static uint32_t
title_end(const ng_role_finder *f, const ng_title *t, ng_ref owner)
{
  ng_str label = ng_bases_entity(&f->context->bases, owner).label;
  const ng_word *words = f->doc->words.at;
  for (uint32_t i = t->from + 1; i + 1 < t->to; i++) {
    if (ng_role_class(f, i) != NG_WORD_OF)
      continue;
    uint32_t name = i + 1 + (ng_role_class(f, i + 1) == NG_WORD_THE);
    ng_span span = {words[name].begin, words[t->to - 1].end};
    if (name < t->to && ng_str_equal(ng_doc_text(f->doc, span), label))
      return i;
  }
  return t->to;
}

/* "the Prime Minister of Canada", linked as a whole, is of Canada. */
void
ng_title_take_linked(ng_role_finder *f, ng_title *t)
{
  ng_doc *doc = f->doc;
  ng_span words = {doc->words.at[t->from].begin, doc->words.at[t->to - 1].end};
  if (t->jurisdiction != NG_NONE)
    return;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->span.begin >= words.end)
      break; /* they are by begin */
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    if (e->type != NG_OFFICE || m->span.begin < words.begin ||
        m->span.end > words.end)
      continue;
    ng_ref office = e->ref, owner = owner_of_office(f, e->ref);
    if (ng_ref_none(owner))
      continue;
    ng_span name = {doc->words.at[t->to - 1].begin, m->span.end};
    t->office = office;
    t->to = title_end(f, t, owner);
    t->jurisdiction = ng_doc_add_entity(f->context, doc, owner, name);
    f->spent |= t->jurisdiction == NG_NONE;
    return;
  }
}

/* Find the office that the person holds, or held, under that title. */
void
ng_title_find_held(ng_role_finder *f, const ng_title *t, ng_office *o)
{
  enum { CAP = 32 };
  ng_holding held[CAP];
  ng_ref person = f->doc->entities.at[o->person].ref;
  int best = 0;
  bool past = false;
  uint32_t found = NG_NONE;
  if (ng_ref_none(person))
    return;
  const ng_kb *kb = f->context->bases.at[person.base];
  size_t n = ng_kb_holdings(kb, NG_BY_PERSON, person.index, held, CAP);
  for (size_t i = 0; i < n && i < CAP; i++) {
    ng_str label = ng_kb_entity(kb, held[i].office).label;
    int fit = label_fit(f, t, label);
    bool then = holds_at(&held[i], f->doc->date);
    bool over = ended_before(&held[i], f->doc->date);
    if (!fit ||
        (o->status == NG_OFFICE_CURRENT && f->doc->date && !then && !over))
      continue;
    uint32_t where = jurisdiction_entity(f, &held[i], person.base);
    if (o->jurisdiction != NG_NONE && where != NG_NONE &&
        where != o->jurisdiction)
      continue;
    fit += then ? 40 : 0;
    if (fit > best) {
      best = fit;
      past = over && !then;
      o->office = (ng_ref){held[i].office, person.base};
      found = where;
    }
  }
  if (o->jurisdiction == NG_NONE)
    o->jurisdiction = found;
  /* "under President X": he was, when the base knows of no such office now */
  if (past && o->status == NG_OFFICE_CURRENT)
    o->status = NG_OFFICE_FORMER;
}

/* Does the base know for certain that, on the article's day, one other held the
 * office: "US President Abraham Lincoln", in 2020?  A holding without an end
 * may have ended since, unless the base knows later ones of that state. */
static bool
is_anothers(const ng_role_finder *f, const ng_office *o)
{
  enum { CAP = 200 };
  ng_holding held[CAP];
  ng_ref person = f->doc->entities.at[o->person].ref;
  const ng_kb *kb = f->context->bases.at[o->office.base];
  size_t n = ng_kb_holdings(kb, NG_BY_OFFICE, o->office.index, held, CAP);
  uint32_t holders = 0;
  ng_ref where = f->doc->entities.at[o->jurisdiction].ref;
  ng_date last = ng_kb_last_start(f->context->bases.at[where.base],
                                  NG_BY_JURISDICTION, where.index);
  bool known = last && ng_date_first(last) > f->doc->date, sure = true;
  if (ng_ref_none(person) || person.base != o->office.base || n > CAP)
    return false;
  for (size_t i = 0; i < n; i++) {
    if (held[i].person == person.index)
      return false;
    if (holds_at(&held[i], f->doc->date)) {
      holders++;
      sure &= known || held[i].until;
    }
  }
  return holders == 1 && sure;
}

/* Of what the jurisdiction has, the office that fits best. */
static void
find_among_held(ng_role_finder *f, const ng_title *t, ng_office *o,
                ng_ref where)
{
  enum { CAP = 400 };
  const ng_kb *kb = f->context->bases.at[where.base];
  ng_holding held[CAP];
  size_t n = ng_kb_holdings(kb, NG_BY_JURISDICTION, where.index, held, CAP);
  int best = 0;
  for (size_t i = 0; i < n && i < CAP; i++) {
    if (i > 0 && held[i].office == held[i - 1].office)
      continue;
    int fit = label_fit(f, t, ng_kb_entity(kb, held[i].office).label);
    if (fit > best) {
      best = fit;
      o->office = (ng_ref){held[i].office, where.base};
    }
  }
}

/* The office of a jurisdiction by its title, whoever holds it: by its name, or
 * among those held. */
void
ng_title_find_office(ng_role_finder *f, const ng_title *t, ng_office *o)
{
  ng_refs named = {0};
  ng_ref where = o->jurisdiction != NG_NONE
                     ? f->doc->entities.at[o->jurisdiction].ref
                     : NG_NO_REF;
  if (ng_ref_none(where))
    return;
  if (ng_ref_none(o->office)) {
    f->spent |= !ng_post_offices(f->context, f->doc,
                                 ng_doc_text(f->doc, o->title), where, &named);
    if (named.n > 0)
      o->office = named.at[0];
    else
      find_among_held(f, t, o, where);
  }
  if (o->status == NG_OFFICE_CURRENT && !ng_ref_none(o->office) &&
      is_anothers(f, o))
    o->status = NG_OFFICE_FORMER;
}
