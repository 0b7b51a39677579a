/* office.c - offices that the parse shows and words alone did not: of
 * bodies that no base knows, behind verbs, joined by "and". */
#include "core/str.h"
#include "extract/claims/claims.h"
#include "extract/events/standing.h"

#include <stdlib.h>

/* "chief executive officer": the noun and what is right before it, but names
 * and what says when. */
static ng_span
title_of(const ng_syntax *s, uint32_t noun)
{
  uint32_t first = noun;
  while (first > 0) {
    const ng_unit *u = ng_unit_at(s, first - 1);
    ng_relation r = ng_unit_relation(s, first - 1);
    if (u->head != noun || (r != NG_REL_COMPOUND && r != NG_REL_AMOD) ||
        s->mention[first - 1] != NG_NONE ||
        ng_unit_is(s, first - 1,
                   "former ex late onetime then current new longtime "
                   "long-time previous first founding incoming outgoing "
                   "acting interim newly other own elected would-be "
                   "disgraced embattled controversial"))
      break;
    first--;
  }
  return (ng_span){ng_unit_at(s, first)->span.begin,
                   ng_unit_at(s, noun)->span.end};
}

static ng_office_status
status_of(const ng_syntax *s, uint32_t noun, const ng_finding *f)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (ng_unit_is(s, c, "acting interim"))
      return NG_OFFICE_ACTING;
  return f->ended ? NG_OFFICE_FORMER : NG_OFFICE_CURRENT;
}

static bool
is_known(const ng_doc *doc, const ng_office *office)
{
  for (uint32_t i = 0; i < doc->offices.n; i++) {
    const ng_office *o = &doc->offices.at[i];
    if (o->person == office->person &&
        o->jurisdiction == office->jurisdiction &&
        o->evidence.begin < office->evidence.end &&
        office->evidence.begin < o->evidence.end)
      return true;
  }
  return false;
}

/* "Is NAME the president?", which a parser may take for an apposition. */
bool
ng_is_asked(const ng_matcher *m, uint32_t noun)
{
  const ng_sentence *s = &m->doc->sentences.at[ng_unit_sentence(m->doc, noun)];
  uint32_t end = s->span.end;
  while (end > s->span.begin &&
         ((unsigned char)m->doc->text.at[end - 1] <= ' ' ||
          m->doc->text.at[end - 1] == '"'))
    end--;
  return end > s->span.begin && m->doc->text.at[end - 1] == '?' &&
         ng_unit_is(&m->syntax, s->unit, "is are was were");
}

/* Does the sentence of the title's last word leave no doubt? */
static bool
is_sure(const ng_matcher *m, const ng_office *o)
{
  static const ng_pattern holds = {.evokes = NG_EVOKES_PREDICATE,
                                   .class = NG_PREDICATE_holdsOffice,
                                   .trigger = NG_TRIGGER_NOUN,
                                   .course = NG_NO_COURSE};
  const ng_doc *doc = m->doc;
  uint32_t unit = ng_unit_from(doc, o->title.end - 1);
  if (unit == NG_NONE || doc->units.at[unit].span.begin >= o->title.end)
    return true; /* not parsed */
  uint32_t word = ng_stating_word(&m->syntax, unit);
  if (ng_speech_at(doc, unit) != NG_NONE || ng_is_asked(m, unit))
    return false;
  ng_footing f =
      ng_footing_of(m, &holds, word == NG_NONE ? unit : word, NG_NONE);
  ng_clause_cues(&m->syntax, word == NG_NONE ? unit : word, &f);
  return ng_footing_is_plain(&f);
}

void
ng_offices_forget_unsure(ng_matcher *m)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < m->doc->offices.n; i++) {
    const ng_office *o = &m->doc->offices.at[i];
    if (!o->stated || is_sure(m, o))
      m->doc->offices.at[n++] = *o;
  }
  m->doc->offices.n = n;
}

/* "the wife of the president of X, NAME": whose name it is, nobody knows; "the
 * would-be president" is none. */
static bool
is_anothers(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head;
  if (noun > 0 && ng_unit_is(s, noun - 1, "would-be"))
    return true;
  return head != NG_NONE && ng_unit_relation(s, noun) == NG_REL_NMOD &&
         ng_is_behind(s, noun, "of to for") &&
         ng_unit_is(s, head,
                    "wife husband widow son daughter brother sister father "
                    "mother cousin friend ally rival opponent critic lawyer "
                    "adviser advisor aide assistant bodyguard spokesman "
                    "spokeswoman spokesperson predecessor successor deputy "
                    "colleague secretary partner enemy");
}

bool
ng_office_add(ng_matcher *m, const ng_match *match, const ng_finding *f)
{
  ng_doc *doc = m->doc;
  ng_office office = {.person = f->subject,
                      .jurisdiction = f->object,
                      .title = title_of(&m->syntax, match->trigger),
                      .office = NG_NO_REF,
                      .evidence = f->evidence,
                      .status = status_of(&m->syntax, match->trigger, f)};
  /* An office node knows no other voice, no doubt and no denial. */
  bool plain = ng_footing_is_plain(&f->footing) &&
               ng_speech_at(doc, match->trigger) == NG_NONE;
  if (!plain || is_known(doc, &office) ||
      is_anothers(&m->syntax, match->trigger))
    return true;
  return NG_PUSH(&doc->arena, &doc->offices, office);
}

/* --- counterparts --------------------------------------------------------- */

/* The title of whom "his counterpart" at `unit` is a counterpart: of the
 * nearest person named before it in the sentence, or of the office named nearer
 * than that ("the foreign minister and his ..."); or an empty span. */
static ng_span
title_before(const ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  const ng_doc *doc = m->doc;
  uint32_t from = doc->sentences.at[ng_unit_sentence(doc, unit)].unit;
  for (uint32_t u = unit; u-- > from;) {
    uint32_t mention = s->mention[u];
    if (mention == NG_NONE) {
      if (ng_unit_is(s, u, "president minister premier chancellor secretary"))
        return title_of(s, u);
      continue;
    }
    uint32_t entity = doc->mentions.at[mention].entity;
    if (doc->entities.at[entity].type != NG_PERSON)
      continue;
    for (uint32_t i = 0; i < doc->offices.n; i++)
      if (doc->offices.at[i].person == entity &&
          doc->offices.at[i].status != NG_OFFICE_FORMER)
        return doc->offices.at[i].title;
    break;
  }
  return (ng_span){0, 0};
}

/* The state of "his Irish counterpart", or NG_NONE. */
static uint32_t
state_of(const ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  uint32_t mention = unit > 0 ? s->mention[unit - 1] : NG_NONE;
  if (mention == NG_NONE ||
      m->doc->mentions.at[mention].kind != NG_KIND_DEMONYM)
    return NG_NONE;
  uint32_t entity = m->doc->mentions.at[mention].entity;
  return m->doc->entities.at[entity].type == NG_COUNTRY ? entity : NG_NONE;
}

/* The name right behind "counterpart", a comma between them or not. */
static uint32_t
name_behind(const ng_matcher *m, uint32_t unit)
{
  const ng_doc *doc = m->doc;
  uint32_t end = doc->sentences.at[ng_unit_sentence(doc, unit)].unit_end;
  uint32_t u = unit + 1;
  if (u < end && ng_unit_is(&m->syntax, u, ","))
    u++;
  if (u >= end || m->syntax.mention[u] == NG_NONE)
    return NG_NONE;
  const ng_mention *name = &doc->mentions.at[m->syntax.mention[u]];
  return name->kind == NG_KIND_NAME &&
                 doc->entities.at[name->entity].type == NG_PERSON
             ? u
             : NG_NONE;
}

static bool
add_counterpart(ng_matcher *m, uint32_t unit)
{
  ng_doc *doc = m->doc;
  uint32_t state = state_of(m, unit), name = name_behind(m, unit);
  if (state == NG_NONE || name == NG_NONE)
    return true;
  ng_office office = {.person =
                          doc->mentions.at[m->syntax.mention[name]].entity,
                      .jurisdiction = state,
                      .title = title_before(m, unit),
                      .office = NG_NO_REF,
                      .evidence = ng_span_between(&m->syntax, unit - 1, name),
                      .status = NG_OFFICE_CURRENT};
  return office.title.begin == office.title.end || is_known(doc, &office) ||
         NG_PUSH(&doc->arena, &doc->offices, office);
}

bool
ng_offices_of_counterparts(ng_matcher *m)
{
  for (uint32_t u = 1; u < m->doc->units.n; u++)
    if (m->syntax.mention[u - 1] != NG_NONE && /* of a state */
        ng_unit_is(&m->syntax, u, "counterpart") && !add_counterpart(m, u))
      return false;
  return true;
}
