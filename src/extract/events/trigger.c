/* trigger.c - does a pattern fit its trigger: word class, particle,
 * other words, theme; and which verb carries a noun. */
#include "extract/events/starts.h"

unsigned
ng_trigger_kinds(const ng_unit *u)
{
  bool verb = u->upos == NG_VERB || u->upos == NG_AUX ||
              ((u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBG) &&
               u->upos != NG_NOUN) ||
              u->kind == NG_UNIT_HYPHENATED;
  bool noun = u->upos == NG_NOUN || u->upos == NG_PROPN;
  bool adjective = u->upos == NG_ADJ || u->upos == NG_ADV ||
                   u->upos == NG_NOUN || u->upos == NG_VERB;
  return (unsigned)verb << NG_TRIGGER_VERB | (unsigned)noun << NG_TRIGGER_NOUN |
         (unsigned)adjective << NG_TRIGGER_ADJ;
}

/* Is it the form of that hash? */
static bool
form_is(const ng_syntax *s, uint32_t unit, uint32_t key)
{
  return ng_unit_at(s, unit)->key == key;
}

/* "called the answer hasty and unfounded": what is said of the object, also
 * where the parser takes it for a part of that. */
static bool
is_called(const ng_syntax *s, uint32_t object, uint32_t word)
{
  for (uint32_t c = s->child[object]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (c < object || (r != NG_REL_AMOD && r != NG_REL_CONJ))
      continue;
    if (ng_unit_at(s, c)->upos == NG_ADJ && form_is(s, c, word))
      return true;
    for (uint32_t d = s->child[c]; d != NG_NONE; d = s->next[d])
      if (ng_unit_relation(s, d) == NG_REL_CONJ &&
          ng_unit_at(s, d)->upos == NG_ADJ && form_is(s, d, word))
        return true;
  }
  return false;
}

/* "said that it was no crime", "would be a crime": not what it was called. */
static bool
is_not_so(const ng_syntax *s, uint32_t word)
{
  static const char no[] = "not n't n’t never no hardly";
  return ng_child_word(s, word, NG_REL_ADVMOD, no) != NG_NONE ||
         ng_child_word(s, word, NG_REL_DET, no) != NG_NONE ||
         ng_child_word(s, word, NG_REL_AUX, "would could might may will") !=
             NG_NONE;
}

/* Is the word of that hash a part of the verb: right behind it, hanging on it,
 * or the preposition of what does? */
static bool
goes_with(const ng_syntax *s, uint32_t verb, uint32_t word)
{
  if (verb + 1 < s->doc->units.n && form_is(s, verb + 1, word) &&
      ng_unit_at(s, verb + 1)->sentence == ng_unit_at(s, verb)->sentence)
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (c > verb && (r == NG_REL_OBJ || r == NG_REL_XCOMP) &&
        is_called(s, c, word))
      return true;
    if (r == NG_REL_CCOMP && form_is(s, c, word) && !is_not_so(s, c))
      return true; /* which a quotation has before the verb */
    if (c > verb && form_is(s, c, word) &&
        (r == NG_REL_COMPOUND || r == NG_REL_ADVMOD || r == NG_REL_OBJ ||
         r == NG_REL_OBL || r == NG_REL_XCOMP || r == NG_REL_CASE))
      return true;
    uint32_t preposition = ng_preposition(s, c), first;
    if (c > verb && preposition != NG_NONE && form_is(s, preposition, word))
      return true;
    if (c > verb && ng_swallowed(s, c, &first) != NG_NONE && first > verb &&
        form_is(s, first, word))
      return true;
  }
  return false;
}

/* Of "take_part_in" all words follow somewhere; of nouns they stand before. */
static bool
others_fit(const ng_syntax *s, const ng_trigger *t, uint8_t kind, uint32_t unit)
{
  ng_str rest = t->others;
  uint32_t first, verb = unit;
  if (rest.len == 0)
    return true;
  first = s->doc->sentences.at[ng_unit_sentence(s->doc, unit)].unit;
  if (kind != NG_TRIGGER_VERB && unit - first < t->several)
    return false;
  unit -= kind == NG_TRIGGER_VERB ? 0 : t->several;
  while (rest.len) {
    size_t n = 0;
    while (n < rest.len && rest.at[n] != '_')
      n++;
    uint32_t word = ng_form_key(ng_str_slice(rest, 0, n));
    if (kind != NG_TRIGGER_VERB) {
      if (!form_is(s, unit++, word))
        return false;
    } else if (!goes_with(s, verb, word) &&
               !(verb != unit && goes_with(s, unit, word)))
      return false;
    else if (unit + 1 < s->doc->units.n && form_is(s, unit + 1, word))
      unit++;
    rest = ng_str_slice(rest, n < rest.len ? n + 1 : n, rest.len);
  }
  return true;
}

static bool
has_particle(const ng_matcher *m, const ng_pattern *p, uint32_t unit)
{
  uint32_t word = ng_form_key(p->particle);
  return ng_key_near(m, unit, word) && goes_with(&m->syntax, unit, word);
}

/* "travel warning": what modifies the trigger makes it something else. */
static bool
has_unwanted(const ng_matcher *m, const ng_pattern *p, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_COMPOUND || r == NG_REL_AMOD || r == NG_REL_NMOD ||
         (p->trigger == NG_TRIGGER_ADJ && r == NG_REL_OBL)) &&
        ng_wordlist_has(m->lexicon, p->without, ng_unit_at(s, c)->key))
      return true;
  }
  return false;
}

/* "called the election a fraud", "called the election of X a fraud", where the
 * parser may take the fraud for an apposition: only what has no "of" is called
 * in the sense of summoned. */
static bool
is_naming(const ng_syntax *s, const ng_pattern *p, uint32_t verb)
{
  if (p->trigger != NG_TRIGGER_VERB || p->evokes != NG_EVOKES_EVENT ||
      (p->class != NG_EVENT_Election && p->class != NG_EVENT_Meeting &&
       p->class != NG_EVENT_PhoneCall) ||
      !ng_unit_is(s, verb, "call"))
    return false;
  uint32_t name = ng_child(s, verb, NG_REL_XCOMP);
  uint32_t object = ng_child(s, verb, NG_REL_OBJ);
  uint32_t of = object == NG_NONE ? NG_NONE : ng_child(s, object, NG_REL_NMOD);
  uint32_t what =
      object == NG_NONE ? NG_NONE : ng_child(s, object, NG_REL_APPOS);
  if (what != NG_NONE && /* "calls X, a 'butcher'" */
      ng_child_word(s, what, NG_REL_DET, "a an") != NG_NONE)
    return true;
  return (name != NG_NONE && ng_unit_at(s, name)->xpos != NG_XPOS_VB) ||
         of != NG_NONE;
}

/* "X attacked Y over the plan", "I attack him", "attacking Mr Y": in words,
 * where it is not said with what, and nobody armed does it. */
static bool
is_verbal(const ng_syntax *s, const ng_pattern *p, uint32_t verb)
{
  uint32_t object = ng_child(s, verb, NG_REL_OBJ);
  if (p->evokes != NG_EVOKES_EVENT || p->class != NG_EVENT_Attack ||
      !ng_unit_is(s, verb, "attack") || object == NG_NONE ||
      ng_is_passive(s, verb))
    return false;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > verb && (ng_is_behind(s, c, "over for as") ||
                     ng_child_word(s, c, NG_REL_MARK, "for") != NG_NONE))
      return true;
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  if (ng_child_word(s, verb, NG_REL_ADVMOD,
                    "politically verbally personally") != NG_NONE ||
      (subject != NG_NONE && ng_unit_is(s, subject, "i we")))
    return true;
  return ng_unit_is_person(s, object) &&
         (subject == NG_NONE || s->mention[subject] != NG_NONE);
}

/* Is it the name of a person or a party? */
static bool
is_politician(const ng_syntax *s, uint32_t unit)
{
  ng_type type = ng_unit_type(s, unit);
  return type == NG_PERSON || type == NG_PARTY;
}

/* "launched a scathing attack on", "an attack on Conservative spending plans",
 * "X launches an attack on Mr Y": in words. */
static bool
is_verbal_noun(const ng_syntax *s, uint32_t attack)
{
  static const char words[] =
      "verbal scathing blistering stinging withering veiled thinly-veiled "
      "outspoken rhetorical personal political";
  static const char matters[] =
      "plan policy record proposal spending tax budget idea reform strategy "
      "cost system row scheme freeze wage price decision move law bill rule "
      "manifesto claim handling stance reputation credibility character "
      "integrity government opposition style performance rival opponent critic "
      "approach comment remark argument";
  uint32_t verb = ng_unit_at(s, attack)->head;
  if (ng_child_word(s, attack, NG_REL_AMOD, words) != NG_NONE)
    return true;
  uint32_t by = verb == NG_NONE || !ng_is_verb(s, verb)
                    ? NG_NONE
                    : ng_child(s, verb, NG_REL_NSUBJ);
  bool by_politician =
      by != NG_NONE && is_politician(s, by) &&
      ng_child(s, attack, NG_REL_COMPOUND) == NG_NONE &&
      ng_child_word(s, attack, NG_REL_AMOD,
                    "military armed deadly aerial chemical nuclear") == NG_NONE;
  for (int above = 0; above < 2; above++) {
    uint32_t at = above ? verb : attack;
    if (at == NG_NONE || (above && !ng_is_verb(s, at)))
      break;
    for (uint32_t c = s->child[at]; c != NG_NONE; c = s->next[c])
      if (c > attack && ng_is_behind(s, c, "on over") &&
          (ng_unit_is(s, c, matters) || (by_politician && is_politician(s, c))))
        return true;
  }
  return false;
}

/* The word that says "attack", if a pattern has one: its noun or its theme. */
static uint32_t
attack_noun(const ng_syntax *s, const ng_match *match)
{
  uint32_t noun = match->pattern->trigger == NG_TRIGGER_NOUN ? match->trigger
                                                             : match->theme;
  return noun != NG_NONE &&
                 ng_unit_is(s, noun, "attack assault broadside onslaught")
             ? noun
             : NG_NONE;
}

/* Is the pattern for the other kind of attack: with arms, or in words? */
static bool
is_other_attack(const ng_syntax *s, const ng_match *match)
{
  const ng_pattern *p = match->pattern;
  if (p->evokes != NG_EVOKES_EVENT ||
      (p->class != NG_EVENT_Attack && p->class != NG_EVENT_Condemnation))
    return false;
  uint32_t noun = attack_noun(s, match);
  bool made =
      p->class == NG_EVENT_Attack ||
      ng_unit_is(s, match->trigger, "launch make mount deliver unleash");
  return noun != NG_NONE && made &&
         is_verbal_noun(s, noun) == (p->class == NG_EVENT_Attack);
}

/* "voted to elect X": that is an election. */
static bool
is_electing(const ng_syntax *s, const ng_pattern *p, uint32_t verb)
{
  uint32_t what = ng_child(s, verb, NG_REL_XCOMP);
  if (what == NG_NONE)
    what = ng_child(s, verb, NG_REL_ADVCL);
  return p->evokes == NG_EVOKES_EVENT && p->class == NG_EVENT_Legislation &&
         ng_unit_is(s, verb, "vote") && what != NG_NONE &&
         ng_unit_is(s, what, "elect re-elect reelect appoint choose select");
}

/* "press on", "fight off", "call off": another verb than "press". */
static bool
is_phrasal(const ng_syntax *s, uint32_t verb)
{
  uint32_t n = s->doc->units.n;
  if (verb + 2 < n && ng_unit_is(s, verb + 1, "on ahead forward") &&
      ng_unit_is(s, verb + 2, "with"))
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == NG_REL_COMPOUND_PRT && c > verb)
      return ng_unit_is(s, c, "on ahead over down away back through forward") ||
             ng_unit_is(s, verb,
                        "call put take turn give hold strike stand "
                        "carry fight break press push shoot tap");
  return false;
}

/* "elected officials" tells of no election; "newly elected" does. */
static bool
is_standing_word(const ng_syntax *s, const ng_pattern *p, uint32_t unit)
{
  return p->evokes == NG_EVOKES_EVENT &&
         (p->class == NG_EVENT_Election || p->class == NG_EVENT_Appointment) &&
         p->trigger == NG_TRIGGER_VERB &&
         ng_unit_relation(s, unit) == NG_REL_AMOD &&
         ng_child(s, unit, NG_REL_ADVMOD) == NG_NONE;
}

/* Can the word be an adjective, whatever the tagger took it for?  Not in
 * "commented on the future". */
static bool
may_describe(const ng_syntax *s, uint32_t unit)
{
  ng_relation r = ng_unit_relation(s, unit);
  if (ng_is_verb(s, unit))
    return r == NG_REL_AMOD;
  return ng_unit_at(s, unit)->upos != NG_NOUN ||
         (r != NG_REL_OBL && r != NG_REL_OBJ && r != NG_REL_NMOD);
}

/* Nobody found yet; what lists have behind their ends is not set. */
static void
start_match(ng_match *match, const ng_pattern *p, const ng_trigger *trigger,
            uint32_t unit)
{
  match->pattern = p;
  match->trigger = unit;
  match->theme = match->light = match->subject = NG_NONE;
  match->refused = false;
  match->several = trigger->several;
  match->n = match->n_plain = 0;
  match->roles = 0;
  ng_units_clear(&match->content);
  ng_units_clear(&match->events);
}

bool
ng_match_trigger(const ng_matcher *m, const ng_trigger *trigger, uint32_t unit,
                 ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  const ng_pattern *p = &m->lexicon->patterns.at[trigger->pattern];
  if (!others_fit(s, trigger, p->trigger, unit) ||
      (p->particle.len && !has_particle(m, p, unit)))
    return false;
  uint32_t subject = p->subject.n ? ng_match_subject(m, p, unit) : NG_NONE;
  uint32_t theme = p->theme.n ? ng_match_theme(m, p, unit) : NG_NONE;
  if ((p->theme.n && theme == NG_NONE) ||
      (p->subject.n && subject == NG_NONE) ||
      (p->without.n && has_unwanted(m, p, unit)) ||
      (p->without.n && theme != NG_NONE && has_unwanted(m, p, theme)))
    return false;
  start_match(match, p, trigger, unit);
  match->theme = theme;
  match->subject = subject;
  if (p->trigger == NG_TRIGGER_ADJ && !may_describe(s, unit))
    return false;
  if (is_standing_word(s, p, unit) || is_naming(s, p, unit) ||
      is_electing(s, p, unit) || is_verbal(s, p, unit) ||
      is_other_attack(s, match) ||
      (p->trigger == NG_TRIGGER_VERB && !trigger->others.len &&
       !p->particle.len && is_phrasal(s, unit)))
    return false;
  if (p->trigger == NG_TRIGGER_NOUN)
    match->light = ng_light_verb(s, unit);
  return true;
}

/* --- light verbs
 * ------------------------------------------------------------------ */

static const char light_verbs[] =
    "hold have make take give issue launch stage conduct carry begin start "
    "open host attend join resume reach sign strike pay wage mount deliver "
    "offer impose announce undertake continue convene lead lodge file mark "
    "end finish conclude organize organise participate engage agree plan "
    "schedule cancel postpone complete";

uint32_t
ng_light_verb(const ng_syntax *s, uint32_t noun)
{
  noun = ng_first_conjunct(s, noun);
  const ng_unit *u = ng_unit_at(s, noun);
  ng_relation r = ng_unit_relation(s, noun);
  if (u->head == NG_NONE || !ng_is_verb(s, u->head))
    return NG_NONE;
  bool passive = u->label == NG_REL_NSUBJ_PASS;
  bool in = r == NG_REL_OBL && ng_is_behind(s, noun, "in") &&
            ng_unit_is(s, u->head, "participate engage take join");
  if ((r == NG_REL_OBJ || passive || in) && ng_unit_is(s, u->head, light_verbs))
    return u->head;
  return NG_NONE;
}
