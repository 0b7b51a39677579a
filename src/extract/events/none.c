/* none.c - matches that are no events: told of already, one act with
 * another, or so in general. */
#include "extract/events/standing.h"

/* Has the verb whose theme the noun is told of the event: "held talks", "signed
 * an agreement"?  Not so "condemned the attack". */
static bool
is_told(const ng_matcher *m, const ng_match *match)
{
  unsigned told = m->taken[match->trigger];
  return match->pattern->trigger == NG_TRIGGER_NOUN && told &&
         (told - 1 == match->pattern->class ||
          ((told - 1 == NG_EVENT_TreatySigning ||
            told - 1 == NG_EVENT_BreakingRelations) &&
           match->pattern->class == NG_EVENT_Agreement));
}

/* "issued a statement saying": the word that tells of the statement, or
 * NG_NONE.
 */
static uint32_t
issued(const ng_matcher *m, uint32_t noun)
{
  uint32_t verb = ng_unit_at(&m->syntax, noun)->head;
  if (m->event[noun])
    return noun;
  return ng_unit_relation(&m->syntax, noun) == NG_REL_OBJ && verb != NG_NONE &&
                 m->event[verb]
             ? verb
             : NG_NONE;
}

/* "Calling it wrong, X said ...", "said X, announcing the plan": one act. */
uint32_t
ng_same_act(const ng_matcher *m, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(&m->syntax, unit);
  if (u->xpos != NG_XPOS_VBG || u->head == NG_NONE)
    return NG_NONE;
  if (m->event[u->head] && ng_unit_is(&m->syntax, u->head, "quote cite report"))
    return u->head; /* "cited X as saying" */
  if (u->label == NG_REL_ACL && m->speech[unit])
    return issued(m, u->head);
  return u->label == NG_REL_ADVCL && m->speech[u->head] ? u->head : NG_NONE;
}

/* "383 votes, compared to 327", "a group linked to it", "a colony called X":
 * nobody says so. */
static bool
is_bare_participle(const ng_syntax *s, uint32_t verb)
{
  ng_relation r = ng_unit_relation(s, verb);
  return ng_unit_at(s, verb)->xpos == NG_XPOS_VBN &&
         (r == NG_REL_ACL || r == NG_REL_ADVCL || r == NG_REL_OBL ||
          r == NG_REL_CASE || r == NG_REL_MARK) &&
         ng_unit_is(s, verb, "compare link liken call name dub term title") &&
         ng_child(s, verb, NG_REL_OBJ) == NG_NONE &&
         ng_child(s, verb, NG_REL_AUX) == NG_NONE;
}

/* "I would like to thank him", in somebody's words: these say it. */
static bool
is_courtesy(const ng_matcher *m, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, verb)->head;
  if (head != NG_NONE && ng_unit_relation(s, verb) == NG_REL_ACL &&
      ng_is_infinitive(s, verb) &&
      ng_unit_is(s, head, "right ability power freedom chance"))
    return true; /* "has the right to speak" */
  if (head == NG_NONE || ng_unit_relation(s, verb) != NG_REL_XCOMP ||
      ng_speech_at(m->doc, verb) == NG_NONE)
    return false;
  uint32_t subject = ng_child(s, head, NG_REL_NSUBJ);
  return (ng_unit_is(s, head, "like") &&
          ng_child_word(s, head, NG_REL_AUX, "would 'd") != NG_NONE) ||
         (ng_unit_is(s, head, "want wish") && subject != NG_NONE &&
          ng_unit_is(s, subject, "i we"));
}

static bool
is_gerund(const ng_syntax *s, uint32_t unit)
{
  ng_str text = ng_unit_text(s, unit);
  return text.len > 3 && memcmp(text.at + text.len - 3, "ing", 3) == 0;
}

/* "I can confirm that", "I think that", "I thank all": says so. */
static bool
is_i_can(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t verb = match->trigger, subject = ng_child(s, verb, NG_REL_NSUBJ);
  if (subject == NG_NONE || !ng_unit_is(s, subject, "i we"))
    return false;
  if (ng_unit_is(s, verb, "think believe thank"))
    return !ng_match_has(match, NG_ROLE_addressee);
  return ng_unit_is(s, verb, "confirm say tell announce reveal assure") &&
         ng_child_word(s, verb, NG_REL_AUX, "can must") != NG_NONE &&
         !ng_is_denied(s, verb);
}

/* "did not believe that", "would respond by attacking": no words. */
static bool
is_unspoken(const ng_syntax *s, uint32_t verb)
{
  if (ng_unit_is(s, verb, "believe think"))
    return ng_is_denied(s, verb);
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_is(s, verb, "respond react") && is_gerund(s, c) &&
        (ng_child_word(s, c, NG_REL_MARK, "by") != NG_NONE ||
         ng_child_word(s, c, NG_REL_CASE, "by") != NG_NONE) &&
        !ng_unit_is(s, c, "say call urge accuse warn tell promise vow"))
      return true;
  return false;
}

/* "he said without specifying which": nobody states that; nor is what is told
 * in one act with something else a statement of its own. */
static bool
is_no_act(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Statement)
    return false;
  if (is_bare_participle(s, match->trigger) || is_courtesy(m, match->trigger) ||
      is_unspoken(s, match->trigger) || is_i_can(m, match) ||
      (ng_unit_is(s, match->trigger, "discuss") &&
       ng_unit_at(s, match->trigger)->xpos != NG_XPOS_VBD))
    return true; /* "met to discuss it" */
  if (ng_unit_at(s, match->trigger)->xpos != NG_XPOS_VBG)
    return false;
  if (ng_unit_relation(s, match->trigger) == NG_REL_ACL &&
      ng_unit_is(s, match->trigger, "respond react"))
    return true; /* "police responding to a fire" */
  return ng_same_act(m, match->trigger) != NG_NONE ||
         (ng_child_word(s, match->trigger, NG_REL_MARK, "without") != NG_NONE ||
          ng_child_word(s, match->trigger, NG_REL_CASE, "without") != NG_NONE);
}

/* The verb that tells when: of "after being impeached", the one above. */
static uint32_t
finite_over(const ng_syntax *s, uint32_t verb)
{
  for (int i = 0; i < 3 && ng_unit_at(s, verb)->head != NG_NONE; i++) {
    ng_relation r = ng_unit_relation(s, verb);
    bool bare = ng_unit_at(s, verb)->xpos == NG_XPOS_VBG ||
                ng_child_word(s, verb, NG_REL_AUX_PASS, "being") != NG_NONE;
    if (!bare || (r != NG_REL_ADVCL && r != NG_REL_CONJ))
      break;
    verb = ng_unit_at(s, verb)->head;
  }
  return verb;
}

static bool
is_done_to_people(const ng_syntax *s, const ng_match *match)
{
  const ng_pattern *p = match->pattern;
  if (p->evokes != NG_EVOKES_EVENT)
    return false;
  switch ((ng_event_class)p->class) {
  case NG_EVENT_CriminalCharge:
  case NG_EVENT_Trial:
  case NG_EVENT_Conviction:
  case NG_EVENT_Arrest:
  case NG_EVENT_Expulsion:
  case NG_EVENT_Release:
  case NG_EVENT_Dismissal:
  case NG_EVENT_Attack:
  case NG_EVENT_Killing:
  case NG_EVENT_Appointment:
    return true;
  case NG_EVENT_Election:
    return ng_unit_is(s, match->trigger, "elect re-elect reelect choose");
  case NG_EVENT_Meeting: /* "the Prime Ministers attend the ceremonies" */
    return ng_unit_is(s, match->trigger, "attend");
  default:
    return false;
  }
}

/* Does it name somebody whom it is done to, or who does it?  "The Prime
 * Minister is appointed by Elizabeth II" does not. */
static bool
names_somebody(const ng_matcher *m, const ng_match *match)
{
  bool office = match->pattern->class == NG_EVENT_Election ||
                match->pattern->class == NG_EVENT_Appointment;
  for (uint32_t i = 0; i < match->n; i++)
    if ((!office || match->fillers[i].role == NG_ROLE_patient) &&
        match->fillers[i].role != NG_ROLE_place &&
        match->fillers[i].role != NG_ROLE_topic &&
        match->fillers[i].entity < m->doc->entities.n &&
        m->doc->entities.at[match->fillers[i].entity].n_mentions)
      return true;
  return false;
}

/* "a pattern of murdered women": of no ones in particular. */
static bool
is_of_a_kind(const ng_syntax *s, uint32_t verb)
{
  uint32_t noun = ng_unit_at(s, verb)->head;
  if (ng_unit_relation(s, verb) != NG_REL_AMOD || noun == NG_NONE ||
      ng_unit_at(s, noun)->xpos != NG_XPOS_NNS)
    return false;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r == NG_REL_DET || r == NG_REL_NUMMOD || s->mention[c] != NG_NONE ||
        ng_unit_at(s, c)->label == NG_REL_NMOD_POSS)
      return false;
  }
  return true;
}

/* "Officials are removed after being impeached": so it is done, to nobody in
 * particular.  Headlines speak of the past in the present. */
bool
ng_match_is_generic(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t sentence = ng_unit_sentence(m->doc, match->trigger);
  if (!is_done_to_people(s, match) ||
      m->doc->sentences.at[sentence].flags &
          (NG_SENTENCE_HEADLINE | NG_SENTENCE_CAPS) ||
      !ng_is_verb(s, match->trigger))
    return false;
  if (names_somebody(m, match))
    return false;
  if (is_of_a_kind(s, match->trigger))
    return true;
  uint32_t verb = finite_over(s, match->trigger);
  uint8_t xpos = ng_unit_at(s, verb)->xpos;
  if (xpos == NG_XPOS_VBN)
    return ng_child_word(s, verb, NG_REL_AUX_PASS, "is are") != NG_NONE &&
           ng_child_word(s, verb, NG_REL_AUX, "has have had") == NG_NONE;
  return xpos == NG_XPOS_VBP || xpos == NG_XPOS_VBZ;
}

/* "The Turkish statement called for a ceasefire": what the statement does is
 * told by its verb. */
static bool
speaks_by_verb(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t verb = ng_unit_at(s, match->trigger)->head;
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Statement ||
      match->pattern->trigger != NG_TRIGGER_NOUN || verb == NG_NONE ||
      ng_unit_at(s, match->trigger)->label != NG_REL_NSUBJ)
    return false;
  for (uint32_t i = 0; i < m->matches.n; i++)
    if (m->matches.at[i].trigger == verb &&
        m->matches.at[i].pattern->evokes == NG_EVOKES_EVENT &&
        ng_is_speech_act((ng_event_class)m->matches.at[i].pattern->class))
      return true;
  return m->speech[verb] != 0;
}

/* Has `a` everybody whom `b` has? */
static bool
has_all_of(const ng_match *a, const ng_match *b)
{
  for (uint32_t i = 0; i < b->n; i++) {
    uint8_t role = b->fillers[i].role;
    bool has = role == NG_ROLE_topic || role == NG_ROLE_place;
    for (uint32_t k = 0; k < a->n && !has; k++)
      has = a->fillers[k].entity == b->fillers[i].entity;
    if (!has)
      return false;
  }
  return true;
}

/* "met in Paris to discuss trade": what they met for is no other talk, if it
 * names nobody besides. */
static bool
is_topic(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  ng_relation r = ng_unit_relation(s, match->trigger);
  uint32_t head = ng_unit_at(s, match->trigger)->head;
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Negotiation || head == NG_NONE ||
      (r != NG_REL_ADVCL && r != NG_REL_ACL && r != NG_REL_XCOMP) ||
      !ng_unit_is(s, match->trigger, "discuss review exchange talk") ||
      ng_child_word(s, match->trigger, NG_REL_MARK, "to") == NG_NONE)
    return false;
  for (uint32_t i = 0; i < m->matches.n; i++) {
    const ng_match *o = &m->matches.at[i];
    if ((o->trigger == head || o->light == head) &&
        o->pattern->evokes == NG_EVOKES_EVENT &&
        ng_is_encounter((ng_event_class)o->pattern->class))
      return has_all_of(o, match);
  }
  return false;
}

bool
ng_match_is_none(const ng_matcher *m, const ng_match *match)
{
  return is_told(m, match) || ng_match_is_mere(m, match) ||
         is_no_act(m, match) || speaks_by_verb(m, match) ||
         is_topic(m, match) ||
         (match->pattern->evokes == NG_EVOKES_EVENT &&
          match->pattern->class == NG_EVENT_Statement &&
          (ng_is_said_in_passing(m, match->trigger) ||
           ng_is_own_word(m, match->trigger)));
}

/* --- doubles -------------------------------------------------------------- */

/* Does the noun `o` tell all that the verb `h` tells of it?  "hosted talks
 * between X and Y", "attended a summit hosted by X". */
static bool
says_the_same(const ng_match *h, const ng_match *o)
{
  if (o->trigger != h->theme || o->pattern->evokes != NG_EVOKES_EVENT)
    return false;
  bool hosted = ng_match_has(o, NG_ROLE_host);
  bool joined = ng_match_has(o, NG_ROLE_participant);
  if (h->pattern->class == NG_EVENT_Hosting)
    return o->pattern->class <= NG_EVENT_Negotiation &&
           (joined || (hosted && !ng_match_has(h, NG_ROLE_patient)));
  return h->pattern->class == NG_EVENT_Meeting &&
         o->pattern->class == NG_EVENT_Meeting && hosted && joined;
}

/* "marched to protest the killings", "protested, condemning the war": what a
 * protest says is the protest. */
static bool
is_what_for(const ng_syntax *s, const ng_match *h, const ng_match *o)
{
  ng_relation r = ng_unit_relation(s, o->trigger);
  return h->pattern->class == NG_EVENT_Protest &&
         o->pattern->evokes == NG_EVOKES_EVENT &&
         ng_unit_at(s, o->trigger)->head == h->trigger &&
         (r == NG_REL_ADVCL || r == NG_REL_XCOMP) &&
         (o->pattern->class == NG_EVENT_Condemnation ||
          o->pattern->class == NG_EVENT_Protest) &&
         ng_unit_is(s, o->trigger, "protest condemn denounce decry burn block");
}

/* "offered to mediate", where a pattern has both words; "boost their
 * partnership by expanding ties"; "was ousted in a coup". */
static bool
is_within(const ng_syntax *s, const ng_match *h, const ng_match *o)
{
  const ng_unit *u = ng_unit_at(s, o->trigger);
  bool offer = h->several && u->label == NG_REL_XCOMP;
  bool in = ng_unit_relation(s, o->trigger) == NG_REL_OBL &&
            o->pattern->trigger == NG_TRIGGER_NOUN &&
            h->pattern->trigger == NG_TRIGGER_VERB &&
            ng_is_behind(s, o->trigger, "in during") &&
            ng_child(s, o->trigger, NG_REL_DET) != NG_NONE &&
            ng_child_word(s, o->trigger, NG_REL_DET, "a an") != NG_NONE;
  bool means = u->label == NG_REL_ADVCL && u->xpos == NG_XPOS_VBG &&
               ng_child_word(s, o->trigger, NG_REL_MARK, "by") != NG_NONE;
  return u->head == h->trigger && (offer || means || in) &&
         o->pattern->evokes == NG_EVOKES_EVENT &&
         o->pattern->class == h->pattern->class;
}

static void
drop(ng_match *match)
{
  match->n = match->n_plain = 0;
  match->roles = 0;
}

void
ng_matches_drop_doubles(ng_matcher *m)
{
  for (uint32_t i = 0; i < m->matches.n; i++) {
    ng_match *h = &m->matches.at[i];
    if (h->pattern->evokes != NG_EVOKES_EVENT)
      continue;
    for (uint32_t k = 0; k < m->matches.n; k++) {
      ng_match *o = &m->matches.at[k];
      if (k != i && h->theme != NG_NONE && says_the_same(h, o))
        drop(h);
      if (k != i &&
          (is_within(&m->syntax, h, o) || is_what_for(&m->syntax, h, o)))
        drop(o);
    }
  }
}
