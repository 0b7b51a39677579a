/* theme.c - what it is about: "charged with war crimes", "a tax on
 * imports", where a base knows the thing. */
#include "extract/events/events.h"
#include "kb/kb.h"
#include "link/linker.h"

/* The prepositions before the theme of a class; NULL: it has none. */
static const char *
prepositions_of(ng_event_class class)
{
  switch (class) {
  case NG_EVENT_CriminalCharge:
    return "with of for over";
  case NG_EVENT_Conviction:
  case NG_EVENT_Accusation:
    return "of for";
  case NG_EVENT_Trial:
  case NG_EVENT_Arrest:
    return "for on over";
  case NG_EVENT_TariffImposition:
    return "on upon against";
  default:
    return NULL;
  }
}

/* The longest thing without a name of its own that ends with the noun: what the
 * base says first of it. */
static ng_ref
thing_at(const ng_matcher *m, uint32_t noun)
{
  const ng_doc *doc = m->doc;
  ng_span span = ng_unit_at(&m->syntax, noun)->span;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    const ng_spot *spot = &doc->spots.at[i];
    if (spot->span.begin > span.begin)
      break;
    if (spot->span.end != span.end || !(spot->flags & NG_SPOT_LOWER) ||
        spot->n == 0)
      continue;
    ng_ref ref = doc->choices.at[spot->choice].entity;
    ng_type type = ng_bases_entity(&m->context->bases, ref).type;
    if (type == NG_CONCEPT || type == NG_PRODUCT)
      return ref; /* by begin: the longest comes first */
  }
  return NG_NO_REF;
}

static uint32_t
theme_below(const ng_matcher *m, uint32_t word, const char *prepositions)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = word == NG_NONE ? NG_NONE : s->child[word]; c != NG_NONE;
       c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (c > word && (r == NG_REL_OBL || r == NG_REL_NMOD) &&
        ng_is_behind(s, c, prepositions) && s->mention[c] == NG_NONE)
      return c;
  }
  return NG_NONE;
}

/* The noun that tells: below the trigger, what carries it, or whom it hits,
 * which parsers hang it on: "charged Thaci with war crimes". */
static uint32_t
find_theme(const ng_matcher *m, const ng_match *match, const char *prepositions)
{
  const ng_syntax *s = &m->syntax;
  uint32_t noun = theme_below(m, match->trigger, prepositions);
  const ng_unit *trigger = ng_unit_at(s, match->trigger);
  /* "a charge of war crimes that prosecutors have brought" */
  if (noun == NG_NONE && trigger->label == NG_REL_ACL_RELCL &&
      ng_preposition(s, trigger->head) != NG_NONE &&
      ng_unit_is(s, ng_preposition(s, trigger->head), prepositions))
    noun = trigger->head;
  if (noun == NG_NONE)
    noun = theme_below(m, match->theme, prepositions);
  if (noun == NG_NONE)
    noun = theme_below(m, match->light, prepositions);
  for (uint32_t c = s->child[match->trigger]; c != NG_NONE && noun == NG_NONE;
       c = s->next[c])
    if (c > match->trigger && ng_unit_relation(s, c) == NG_REL_OBJ)
      noun = theme_below(m, c, prepositions);
  return noun;
}

bool
ng_event_theme(ng_matcher *m, const ng_match *match)
{
  ng_doc *doc = m->doc;
  ng_event *event = &doc->events.at[doc->events.n - 1];
  const char *prepositions = prepositions_of(event->class);
  uint32_t noun = prepositions ? find_theme(m, match, prepositions) : NG_NONE;
  ng_ref thing = noun == NG_NONE ? NG_NO_REF : thing_at(m, noun);
  if (ng_ref_none(thing) || event->filler + event->n != doc->fillers.n)
    return true;
  ng_filler filler = {.entity =
                          ng_doc_add_entity(m->context, doc, thing,
                                            ng_unit_at(&m->syntax, noun)->span),
                      .confidence = 600,
                      .role = NG_ROLE_theme};
  if (filler.entity == NG_NONE || !NG_PUSH(&doc->arena, &doc->fillers, filler))
    return false;
  event->n++;
  return true;
}
