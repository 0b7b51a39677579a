/* syntax.c - the parse as lists of children, and small questions about it. */
#include "extract/syntax/syntax.h"
#include "core/str.h"
#include "extract/syntax/branch.h"

void
ng_units_add(ng_units *list, uint32_t unit)
{
  if (list->n < NG_MAX_UNITS && !ng_units_have(list, unit))
    list->at[list->n++] = unit;
}

bool
ng_units_have(const ng_units *list, uint32_t unit)
{
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i] == unit)
      return true;
  return false;
}

/* Names are units; a demonym, or a name that the parser takes apart, is the
 * mention of the unit that it ends with. */
static void
find_mentions(ng_syntax *s)
{
  const ng_doc *doc = s->doc;
  for (uint32_t i = 0; i < doc->units.n; i++) {
    uint32_t own = doc->units.at[i].mention;
    s->mention[i] =
        own != NG_NONE && ng_mention_is_office(doc, own) ? NG_NONE : own;
  }
  for (uint32_t at = 0, i = 0; at < doc->mentions.n; at++) {
    ng_span span = doc->mentions.at[at].span;
    while (i < doc->units.n && doc->units.at[i].span.begin < span.begin)
      i++;
    if (i == doc->units.n)
      return;
    const ng_unit *u = &doc->units.at[i];
    if (u->mention == NG_NONE && span.begin == u->span.begin &&
        span.end == u->span.end &&
        !(ng_is_upper(doc->text.at[span.begin]) &&
          ng_mention_is_office(doc, at)))
      s->mention[i] = at;
  }
}

static bool
build(ng_syntax *s, ng_doc *doc)
{
  uint32_t n = doc->units.n;
  ng_branches b;
  if (!ng_branches_make(&b, doc))
    return false;
  *s = (ng_syntax){.doc = doc,
                   .child = b.first,
                   .next = b.next,
                   .below = b.below,
                   .marks = b.marks};
  s->mention = ng_arena_room(&doc->arena, n + 1, sizeof *s->mention);
  if (!s->mention)
    return false;
  s->mention[n] = NG_NONE;
  find_mentions(s);
  return true;
}

bool
ng_syntax_init(ng_syntax *s, ng_doc *doc)
{
  if (!doc->syntax) {
    ng_syntax *built = NG_NEW(&doc->arena, ng_syntax, 1);
    if (!built || !build(built, doc))
      return false;
    doc->syntax = built;
  }
  *s = *doc->syntax;
  return true;
}

/* Many forms are their lemma, and lie where it does. */
bool
ng_unit_among(const ng_syntax *s, uint32_t unit, ng_str list)
{
  ng_str lemma = ng_unit_at(s, unit)->lemma, text = ng_unit_text(s, unit);
  return ng_str_among(lemma, list) ||
         ((lemma.at != text.at || lemma.len != text.len) &&
          ng_str_among(text, list));
}

uint32_t
ng_child_find(const ng_syntax *s, uint32_t unit, ng_relation relation)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == relation)
      return c;
  return NG_NONE;
}

uint32_t
ng_child_find_label(const ng_syntax *s, uint32_t unit, ng_relation label)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == label)
      return c;
  return NG_NONE;
}

bool
ng_is_verb(const ng_syntax *s, uint32_t unit)
{
  uint8_t upos = ng_unit_at(s, unit)->upos;
  return upos == NG_VERB || upos == NG_AUX;
}

ng_type
ng_unit_type(const ng_syntax *s, uint32_t unit)
{
  const ng_doc *doc = s->doc;
  return s->mention[unit] == NG_NONE
             ? NG_ENTITY
             : (ng_type)doc->entities
                   .at[doc->mentions.at[s->mention[unit]].entity]
                   .type;
}

bool
ng_is_instance(const ng_syntax *s, uint32_t verb)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE && c < verb; c = s->next[c])
    if ((ng_unit_relation(s, c) == NG_REL_MARK ||
         ng_unit_relation(s, c) == NG_REL_CASE) &&
        ng_unit_is(s, c, "such including"))
      return true;
  return false;
}

bool
ng_is_singled_out(const ng_syntax *s, uint32_t noun)
{
  return ng_unit_is(s, noun, "first last latest") ||
         ng_child_word(s, noun, NG_REL_AMOD,
                       "first last latest only second third") != NG_NONE;
}

bool
ng_unit_is_person(const ng_syntax *s, uint32_t unit)
{
  return ng_unit_type(s, unit) == NG_PERSON;
}

uint32_t
ng_unit_title(const ng_syntax *s, uint32_t unit)
{
  uint32_t title = ng_child_label(s, unit, NG_REL_NMOD_DESC);
  return title < unit ? title : NG_NONE;
}

uint32_t
ng_preposition(const ng_syntax *s, uint32_t unit)
{
  uint32_t found = ng_child(s, unit, NG_REL_CASE), title = NG_NONE;
  if (found == NG_NONE)
    title = ng_unit_title(s, unit);
  return title == NG_NONE ? found : ng_child(s, title, NG_REL_CASE);
}

uint32_t
ng_swallowed(const ng_syntax *s, uint32_t unit, uint32_t *preposition)
{
  uint32_t noun = NG_NONE;
  *preposition = NG_NONE;
  for (uint32_t c = s->child[unit]; c != NG_NONE && c < unit; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r == NG_REL_CASE || r == NG_REL_MARK) {
      if (noun != NG_NONE)
        return noun;
      *preposition = c;
    } else if (*preposition != NG_NONE && r == NG_REL_NMOD &&
               (ng_unit_at(s, c)->upos == NG_NOUN ||
                ng_unit_at(s, c)->upos == NG_PROPN) &&
               ng_preposition(s, c) == NG_NONE)
      noun = c;
  }
  return NG_NONE;
}

bool
ng_is_left_out(const ng_syntax *s, uint32_t unit)
{
  if (ng_is_verb(s, unit))
    return false;
  for (uint32_t c = s->child[unit]; c != NG_NONE && c < unit; c = s->next[c])
    if (ng_unit_is(s, c, "not n't rather instead except excluding"))
      return true;
  return false;
}

void
ng_conjuncts(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  /* "not X but Y": not X; "not only X but also Y": both */
  if (!ng_has_child(s, unit, NG_REL_CONJ) || !ng_is_left_out(s, unit) ||
      ng_child_word(s, unit, NG_REL_ADVMOD, "only") != NG_NONE)
    ng_units_add(out, unit);
  if (!ng_has_child(s, unit, NG_REL_CONJ))
    return;
  bool date = ng_unit_at(s, unit)->kind == NG_UNIT_DATE;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == NG_REL_CONJ &&
        (ng_unit_at(s, c)->kind == NG_UNIT_DATE) == date &&
        !ng_is_left_out(s, c))
      ng_units_add(out, c); /* not "After the talks of May 5, X and Y ..." */
}

/* Is the noun who is written to, "wrote to the watchdog"? */
static bool
is_reader(const ng_syntax *s, uint32_t noun, uint32_t verb)
{
  return ng_unit_relation(s, noun) == NG_REL_OBL &&
         ng_is_behind(s, noun, "to") &&
         ng_unit_is(s, verb, "write send appeal speak");
}

static bool
is_uttered(const ng_syntax *s, uint32_t noun, uint32_t verb)
{
  return ng_unit_relation(s, noun) == NG_REL_OBJ &&
         ng_unit_is(s, noun,
                    "statement message letter speech post tweet article note "
                    "comment remark video interview communique report "
                    "resolution order decree law bill legislation motion "
                    "proclamation declaration") &&
         !ng_unit_is(s, verb,
                     "veto reject oppose block defeat dismiss condemn");
}

uint32_t
ng_uttering(const ng_syntax *s, uint32_t verb)
{
  const ng_unit *u = ng_unit_at(s, verb);
  uint32_t noun = u->head, over;
  if (u->xpos != NG_XPOS_VBG || u->label != NG_REL_ACL || noun == NG_NONE)
    return NG_NONE;
  over = ng_unit_at(s, noun)->head;
  uint32_t whose = ng_child_label(s, noun, NG_REL_NMOD_POSS);
  if (whose != NG_NONE && s->mention[whose] != NG_NONE)
    return NG_NONE; /* "recalled X's letter criticising it": X does */
  return over != NG_NONE && ng_is_verb(s, over) &&
                 (is_uttered(s, noun, over) || is_reader(s, noun, over))
             ? over
             : NG_NONE;
}

uint32_t
ng_first_conjunct(const ng_syntax *s, uint32_t unit)
{
  for (int i = 0; i < NG_MAX_UNITS; i++) {
    const ng_unit *u = ng_unit_at(s, unit);
    if (u->label != NG_REL_CONJ || u->head == NG_NONE)
      break;
    unit = u->head;
  }
  return unit;
}

uint32_t
ng_clause(const ng_syntax *s, uint32_t unit)
{
  for (int i = 0; i < NG_MAX_SENTENCE; i++) {
    const ng_unit *u = ng_unit_at(s, unit);
    ng_relation r = ng_unit_relation(s, unit);
    if (u->head == NG_NONE || r == NG_REL_CCOMP || r == NG_REL_ADVCL ||
        r == NG_REL_ACL || r == NG_REL_PARATAXIS || r == NG_REL_CSUBJ ||
        ng_child(s, unit, NG_REL_NSUBJ) != NG_NONE)
      return unit;
    unit = u->head;
  }
  return unit;
}

/* The next unit of a walk over all that is below `top`, in no special order;
 * NG_NONE at the end. */
static uint32_t
walk(const ng_syntax *s, uint32_t top, uint32_t at)
{
  if (s->child[at] != NG_NONE)
    return s->child[at];
  while (at != top && s->next[at] == NG_NONE)
    at = ng_unit_at(s, at)->head;
  return at == top ? NG_NONE : s->next[at];
}

ng_span
ng_subtree(const ng_syntax *s, uint32_t unit)
{
  ng_span span = ng_unit_at(s, unit)->span;
  for (uint32_t i = unit; i != NG_NONE; i = walk(s, unit, i)) {
    const ng_unit *u = ng_unit_at(s, i);
    if (u->upos == NG_PUNCT)
      continue;
    span.begin = u->span.begin < span.begin ? u->span.begin : span.begin;
    span.end = u->span.end > span.end ? u->span.end : span.end;
  }
  return span;
}

bool
ng_is_below(const ng_syntax *s, uint32_t unit, uint32_t above)
{
  for (int i = 0; unit != NG_NONE && i < NG_MAX_SENTENCE; i++) {
    if (unit == above)
      return true;
    unit = ng_unit_at(s, unit)->head;
  }
  return false;
}

uint32_t
ng_unit_sentence(const ng_doc *doc, uint32_t unit)
{
  uint32_t n = doc->sentences.n;
  if (unit < doc->units.n)
    return doc->units.at[unit].sentence;
  return n ? n - 1 : 0;
}

/* Of whom the verb tells what they get for what they did. */
static const char requites[] =
    "accuse suspect convict acquit blame charge praise thank criticise "
    "criticize condemn denounce punish fine sue impeach prosecute jail "
    "imprison sentence arrest detain sanction slam rebuke censure reprimand "
    "chide lambast castigate penalise penalize reward expel sack dismiss "
    "suspend "
    "ban kill shoot murder honour honor deport execute";

void
ng_requited(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  uint32_t theme = ng_child(s, verb, NG_REL_OBJ);
  if (ng_unit_is(s, verb, requites)) {
    ng_deep_objects(s, verb, out);
    if (out->n == 0 && ng_child(s, verb, NG_REL_IOBJ) != NG_NONE)
      ng_units_add(out,
                   ng_child(s, verb, NG_REL_IOBJ)); /* as parsers have it */
    return;
  }
  if (theme == NG_NONE || !ng_unit_is(s, verb, "impose slap levy") ||
      !ng_unit_is(s, theme, "sanction sanctions tariff fine penalty embargo"))
    return;
  const uint32_t over[] = {verb, theme};
  for (size_t i = 0; i < 2; i++)
    for (uint32_t c = s->child[over[i]]; c != NG_NONE; c = s->next[c])
      if (c > theme && ng_is_behind(s, c, "on against upon"))
        ng_units_add(out, c);
}
