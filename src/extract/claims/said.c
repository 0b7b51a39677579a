/* said.c - propositions: what is said and fits no class. */
#include "extract/claims/claims.h"
#include "extract/speech/quote.h"

/* --- conditions ----------------------------------------------------------- */

/* The clause of an "if" among the words of `span`, or an empty span. */
static ng_span
find_condition(const ng_matcher *m, uint32_t sentence, ng_span span)
{
  const ng_syntax *s = &m->syntax;
  const ng_sentence *se = &m->doc->sentences.at[sentence];
  for (uint32_t u = se->unit; u < se->unit_end; u++) {
    const ng_unit *unit = ng_unit_at(s, u);
    if (unit->label != NG_REL_MARK || unit->head == NG_NONE ||
        unit->span.begin < span.begin || unit->span.end > span.end ||
        !ng_unit_is(s, u, "if unless provided"))
      continue;
    ng_span clause = ng_subtree(s, unit->head);
    clause.begin = unit->span.begin;
    clause.end = clause.end < span.end ? clause.end : span.end;
    if (clause.end > clause.begin)
      return clause;
  }
  return (ng_span){0, 0};
}

/* --- adding --------------------------------------------------------------- */

static bool
is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Without white space at the ends, and without the comma that a speaker's name
 * follows. */
static ng_span
trimmed(const ng_doc *doc, ng_span span)
{
  while (span.begin < span.end && is_space(doc->text.at[span.begin]))
    span.begin++;
  while (span.begin < span.end && (is_space(doc->text.at[span.end - 1]) ||
                                   doc->text.at[span.end - 1] == ','))
    span.end--;
  return span;
}

/* What the words that tell it make of it: hoped, to come, doubted. */
static ng_footing
footing_of(const ng_matcher *m, ng_span text)
{
  static const ng_pattern plain = {.course = NG_NO_COURSE};
  const ng_doc *doc = m->doc;
  for (uint32_t u = ng_unit_from(doc, text.begin);
       u < doc->units.n && doc->units.at[u].span.end <= text.end; u++) {
    uint32_t head = doc->units.at[u].head;
    bool outside = head == NG_NONE ||
                   doc->units.at[head].span.begin < text.begin ||
                   doc->units.at[head].span.begin >= text.end;
    if (outside && doc->units.at[u].label != NG_REL_PUNCT)
      return ng_footing_of(m, &plain, u, NG_NONE);
  }
  return (ng_footing){0};
}

static bool
add(ng_matcher *m, uint32_t speech, ng_span text, bool quoted)
{
  ng_doc *doc = m->doc;
  const ng_speech *s = &doc->speeches.at[speech];
  ng_proposition p = {
      .text = trimmed(doc, text), .quoted = quoted, .speech = speech};
  if (p.text.begin == p.text.end || s->unsaid)
    return true;
  p.condition = find_condition(m, s->sentence, s->content);
  p.footing = footing_of(m, p.text);
  p.footing.voiced = true;
  p.footing.conditional |= p.condition.end > p.condition.begin;
  /* "It did not work" is what is said; what is denied is not so. */
  p.footing.negative = s->denied && !quoted;
  if (s->hearsay)
    p.footing.certainty = NG_ALLEGED;
  return NG_PUSH(&doc->arena, &doc->propositions, p);
}

/* The words of a clause of its own, without "that"; or an empty span: not
 * "Hoti and Vucic", not "once it was over". */
static ng_span
clause_of(const ng_matcher *m, ng_span content)
{
  static const ng_span nothing = {0, 0};
  const ng_doc *doc = m->doc;
  const ng_syntax *s = &m->syntax;
  uint32_t unit = ng_unit_from(doc, content.begin);
  bool subject = false;
  if (unit == NG_NONE)
    return nothing;
  if (ng_unit_is(s, unit, "that") && unit + 1 < doc->units.n) {
    unit++;
    content.begin = ng_unit_at(s, unit)->span.begin;
  } else if (ng_unit_at(s, unit)->label == NG_REL_MARK &&
             !ng_unit_is(s, unit, "if whether"))
    return nothing;
  for (uint32_t u = unit;
       u < doc->units.n && ng_unit_at(s, u)->span.end <= content.end; u++)
    subject |= ng_unit_relation(s, u) == NG_REL_NSUBJ;
  return subject && content.begin < content.end ? content : nothing;
}

/* --- the document --------------------------------------------------------- */

/* Which speeches have words that became an event, a claim or, of a quotation, a
 * proposition. */
static bool *
find_told(ng_doc *doc)
{
  bool *told = NG_NEW(&doc->arena, bool, doc->speeches.n + 1);
  if (!told)
    return NULL;
  for (uint32_t i = 0; i < doc->events.n; i++)
    if (doc->events.at[i].speech < doc->speeches.n)
      told[doc->events.at[i].speech] = true;
  for (uint32_t i = 0; i < doc->claims.n; i++)
    if (doc->claims.at[i].speech < doc->speeches.n)
      told[doc->claims.at[i].speech] = true;
  return told;
}

/* Every quotation in the words of somebody. */
static bool
add_quotations(ng_matcher *m, bool *told)
{
  ng_quotes quotes = {0};
  if (!ng_quotes_find(m->doc, &quotes))
    return false;
  for (uint32_t i = 0; i < quotes.n; i++) {
    ng_span span = quotes.at[i].span;
    uint32_t unit = ng_unit_from(m->doc, span.begin);
    uint32_t speech = unit == NG_NONE ? NG_NONE : ng_speech_at(m->doc, unit);
    if (speech == NG_NONE || m->doc->speeches.at[speech].n == 0)
      continue;
    told[speech] = true;
    if (!add(m, speech, span, true))
      return false;
  }
  return true;
}

bool
ng_propositions_find(ng_matcher *m)
{
  const ng_doc *doc = m->doc;
  bool *told = find_told(m->doc);
  if (!told || !add_quotations(m, told))
    return false;
  for (uint32_t i = 0; i < doc->speeches.n; i++)
    if (!told[i] && doc->speeches.at[i].n && !doc->speeches.at[i].hearsay &&
        !add(m, i, clause_of(m, doc->speeches.at[i].content), false))
      return false;
  return true;
}
