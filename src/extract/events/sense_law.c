/* sense_law.c - what is no act of justice, no law, no office given, no help. */
#include "extract/events/sense.h"
#include "extract/events/standing.h"

/* --- justice -------------------------------------------------------------- */

/* "released a book", "the game's release", "released from hospital". */
bool
ng_is_of_things(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_match_has(match, NG_ROLE_participant) || match->theme != NG_NONE)
    return false;
  if (ng_beside(
          s, at, "from",
          "hospital clinic ward hospice quarantine isolation contract club "
          "team side deal obligation duty") != NG_NONE ||
      ng_has_object(
          s, at,
          "book album song film movie record single game figure report "
          "datum data statement document video version product title "
          "image photo photograph picture detail name list letter "
          "footage recording transcript text result survey study"))
    return true;
  if (ng_unit_is(s, at, "set"))
    return ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_PERSON));
  for (uint32_t c = s->child[at]; c != NG_NONE; c = s->next[c])
    if (c > at && ng_unit_at(s, c)->upos == NG_PROPN &&
        (ng_unit_relation(s, c) == NG_REL_APPOS ||
         ng_unit_relation(s, c) == NG_REL_FLAT))
      return true; /* "his 2009 release NAME" */
  return ng_are_all(m, match, NG_ROLE_patient, NG_TYPE_BIT(NG_ENTITY)) &&
         !ng_are_all(m, match, NG_ROLE_agent,
                     NG_TYPE_BIT(NG_COUNTRY) | NG_TYPE_BIT(NG_GOVERNMENT) |
                         NG_TYPE_BIT(NG_MILITARY) | NG_TYPE_BIT(NG_COURT)) &&
         ng_beside(s, at, "from on",
                   "prison jail custody detention captivity bail parole camp "
                   "arrest imprisonment") == NG_NONE;
}

/* "cleared the square of protesters", "his conviction in self-rule". */
bool
ng_is_other_conviction(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_unit_at(s, at)->kind == NG_UNIT_HYPHENATED)
    return true; /* "security-cleared" */
  if (ng_has_in_subject(s, at,
                        "inquiry enquiry probe investigation report committee "
                        "watchdog panel commission"))
    return true; /* no court */
  if (ng_unit_is(s, at, "clear"))
    return ng_beside(s, at, "from", NULL) != NG_NONE ||
           ng_are_all(m, match, NG_ROLE_patient,
                      ~(NG_TYPE_BIT(NG_PERSON) | NG_TYPE_BIT(NG_GROUP)));
  if (!ng_unit_is(s, at, "conviction"))
    return false;
  for (uint32_t c = s->child[at]; c != NG_NONE; c = s->next[c])
    if (c > at &&
        ((ng_is_behind(s, c, "in") && s->mention[c] == NG_NONE &&
          ng_unit_at(s, c)->kind != NG_UNIT_DATE &&
          !ng_unit_is(s, c, "case court trial connection absentia state")) ||
         ng_child_word(s, c, NG_REL_MARK, "that") != NG_NONE))
      return true;
  return false;
}

/* "took workers to safety": only who is taken hostage or prisoner is held. */
bool
ng_is_no_capture(const ng_syntax *s, const ng_match *match)
{
  uint32_t at = match->trigger, next = at + 1;
  if (!ng_unit_is(s, at, "take") || match->several)
    return false;
  for (; next < s->doc->units.n && next < at + 8; next++)
    if (ng_unit_is(s, next, "hostage prisoner captive"))
      return false;
  return !ng_theme_is(s, match, "hostage prisoner captive");
}

/* "took charge of the club", "in charge of", "charged him to find out", "issued
 * an equity warrant" */
bool
ng_is_in_charge(const ng_syntax *s, const ng_match *match)
{
  uint32_t at = match->trigger, verb = ng_unit_at(s, at)->head;
  if (ng_theme_is(s, match, "warrant"))
    return ng_has_before(s, match->theme, "equity share bond debt stock");
  if (ng_is_verb(s, at)) {
    uint32_t what = ng_child(s, at, NG_REL_XCOMP);
    return ng_unit_is(s, at, "charge") && what != NG_NONE &&
           ng_unit_at(s, what)->xpos == NG_XPOS_VB;
  }
  if (ng_unit_is(s, at, "charge") && verb != NG_NONE &&
      ng_child_label(s, at, NG_REL_NMOD_POSS) != NG_NONE &&
      ng_unit_is(s, verb, "deny reject dismiss refute rebut"))
    return true; /* "denied Mr X's charges" */
  return ng_str_equal(ng_unit_text(s, at), NG_LIT("charge")) &&
         (ng_is_behind(s, at, "in") ||
          (verb != NG_NONE && ng_unit_relation(s, at) == NG_REL_OBJ &&
           ng_child(s, at, NG_REL_DET) == NG_NONE &&
           ng_unit_is(s, verb, "take assume have retake give")));
}

/* "investigated the murder of X", "the inquiry into X's death": not X is
 * investigated, who is taken out again.  Things that nobody is said to
 * investigate are studied. */
bool
ng_is_study(const ng_matcher *m, ng_match *match)
{
  static const char fates[] =
      "death murder killing assassination disappearance shooting poisoning "
      "kidnapping abduction suicide rape stabbing drowning injury beating "
      "treatment torture loss";
  const ng_syntax *s = &m->syntax;
  uint32_t from[] = {match->trigger, match->theme, match->light};
  bool fate =
      ng_is_verb(s, match->trigger) && ng_has_object(s, match->trigger, fates);
  for (size_t i = 0; i < sizeof from / sizeof *from; i++)
    fate |= from[i] != NG_NONE &&
            ng_beside(s, from[i], "into of on", fates) != NG_NONE;
  if (fate)
    ng_match_drop(match, NG_ROLE_target);
  return ng_is_nobody(match, NG_ROLE_agent) && ng_is_verb(s, match->trigger) &&
         match->theme == NG_NONE &&
         ng_are_all(m, match, NG_ROLE_target, NG_TYPE_BIT(NG_ENTITY));
}

/* --- politics ------------------------------------------------------------- */

static bool
is_in_house(const ng_syntax *s, uint32_t unit)
{
  return ng_beside(s, unit, "in", "commons lords house parliament senate") !=
         NG_NONE;
}

/* "the government won Wednesday's vote in the Commons", "won students' votes";
 * "an agency held a poll", "called the election for X" */
bool
ng_is_other_vote(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_MEDIA)) ||
      (ng_theme_is(s, match, "winner victor") &&
       !ng_has_in_sentence(m, match->trigger,
                           "election vote poll primary runoff referendum "
                           "presidency ballot caucus president presidential")))
    return true; /* of a prize */
  if (!ng_theme_is(s, match, "vote majority mandate poll"))
    return false;
  if (!ng_unit_is(s, match->trigger, "win"))
    return !ng_are_all(m, match, NG_ROLE_agent,
                       NG_TYPE_BIT(NG_COUNTRY) | NG_TYPE_BIT(NG_REGION) |
                           NG_TYPE_BIT(NG_CITY) | NG_TYPE_BIT(NG_GROUP) |
                           NG_TYPE_BIT(NG_PARTY));
  uint32_t whose = ng_child_label(s, match->theme, NG_REL_NMOD_POSS);
  if (is_in_house(s, match->theme) || is_in_house(s, match->trigger) ||
      (whose != NG_NONE && s->mention[whose] == NG_NONE))
    return true;
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (ng_unit_is(s, match->plain[i].unit, "government"))
      return true;
  return ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_GOVERNMENT));
}

/* "Britain voted to leave": its people did. */
static bool
is_by_people(const ng_syntax *s, uint32_t verb)
{
  uint32_t what = ng_child(s, verb, NG_REL_XCOMP);
  uint32_t who = ng_child(s, verb, NG_REL_NSUBJ);
  if (what == NG_NONE)
    what = ng_child(s, verb, NG_REL_ADVCL);
  if (what == NG_NONE || who == NG_NONE || s->mention[who] == NG_NONE ||
      !ng_unit_is(s, what, "leave remain stay secede separate exit quit"))
    return false;
  ng_type type = ng_unit_type(s, who);
  return type == NG_COUNTRY || type == NG_REGION || type == NG_GROUP;
}

/* "a bill legalising it": if it becomes law.  "The party voted to", "backed
 * the plan", "most residents vote by mail": no parliament.  "orders issued by
 * the courts": no laws. */
bool
ng_is_no_law(const ng_matcher *m, const ng_match *match)
{
  static const char drafts[] =
      "bill legislation amendment motion proposal plan resolution draft "
      "petition referendum initiative manifesto campaign call demand";
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  const ng_unit *u = ng_unit_at(s, at);
  if (u->xpos == NG_XPOS_VBG && u->label == NG_REL_ACL && u->head != NG_NONE &&
      ng_unit_is(s, u->head, drafts))
    return true;
  if (ng_theme_is(s, match, "bill") &&
      ng_has_before(s, match->theme,
                    "tax phone fuel gas electricity energy heating hospital "
                    "restaurant wage"))
    return true;
  if (ng_unit_is(s, at, "vote") &&
      ng_has_in_subject(s, at, "resident voter citizen elector electorate"))
    return true; /* "vote by mail": an election */
  if (ng_unit_is(s, at, "vote") && is_by_people(s, at))
    return true;
  if (ng_unit_is(s, at, "vote approve authorize authorise endorse back"))
    return ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_PARTY));
  if (!ng_theme_is(s, match, "order"))
    return false;
  if (ng_has_before(s, match->theme,
                    "evacuation restraining court cease desist closure gag"))
    return true;
  for (uint32_t i = 0; i < match->n_plain; i++)
    if (ng_unit_is(s, match->plain[i].unit, "court judge tribunal police"))
      return true;
  return ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_COURT));
}

/* "raise income tax", "cut taxes": at home, and no measure against anybody;
 * "bonds yield 9 percent", "an oil concession". */
bool
ng_is_no_measure(const ng_syntax *s, const ng_match *match)
{
  uint32_t at = match->trigger;
  if (ng_unit_is(s, at, "yield concession") && match->theme == NG_NONE &&
      match->light == NG_NONE && ng_unit_at(s, at)->xpos != NG_XPOS_NNS &&
      ng_beside(s, at, "to from by", NULL) == NG_NONE)
    return true;
  return ng_theme_is(s, match, "tax duty levy surcharge taxation") &&
         !ng_match_has(match, NG_ROLE_target) &&
         !ng_match_has(match, NG_ROLE_patient);
}

/* Is it but "the leader", of nothing? */
static bool
is_bare(const ng_syntax *s, uint32_t noun)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_NMOD ||
        ng_unit_relation(s, c) == NG_REL_COMPOUND ||
        ng_unit_relation(s, c) == NG_REL_AMOD)
      return false;
  return true;
}

/* "his third nomination", "four nominations", "named best director", "succeeded
 * her as champion", "chose her for the part", where the theme is no office that
 * somebody gets, "Director X was made a knight" */
static bool
is_prize(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_unit_is(s, at, "nomination")) {
    if (ng_unit_at(s, at)->xpos == NG_XPOS_NNS ||
        ng_has_before(s, at, "second third fourth fifth sixth personal"))
      return true;
    for (uint32_t c = s->child[at]; c != NG_NONE; c = s->next[c])
      if (s->mention[c] != NG_NONE && ng_unit_type(s, c) >= NG_WORK)
        return true;
    return false;
  }
  if (match->theme != NG_NONE)
    return ng_has_before(s, match->theme, "best winning") ||
           ng_unit_at(s, match->theme)->label == NG_REL_NSUBJ_PASS;
  if (ng_unit_is(s, at, "promote elevate"))
    return !ng_are_all(m, match, NG_ROLE_patient,
                       NG_TYPE_BIT(NG_PERSON) | NG_TYPE_BIT(NG_GROUP));
  return ng_unit_is(s, at, "succeed choose pick select") &&
         ng_beside(s, at, "as for",
                   "champion winner holder captain coach part role lead "
                   "film movie song") != NG_NONE;
}

/* "became the first leader to visit it": was leader before. */
static bool
is_first_to_do(const ng_syntax *s, uint32_t verb, uint32_t noun)
{
  if (!ng_is_singled_out(s, noun))
    return false;
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c])
    if (c > noun && ng_is_verb(s, c) && ng_is_infinitive(s, c))
      return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > noun && ng_is_verb(s, c) && ng_is_infinitive(s, c))
      return true;
  return false;
}

/* "nomination for best actor", "choose it because it is cheap" */
bool
ng_is_mere_choice(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (is_prize(m, match))
    return true;
  if (ng_unit_is(s, at, "designate") && at > 0 &&
      ng_unit_is(s, at - 1,
                 "premier minister president chancellor governor secretary "
                 "ambassador king prince"))
    return true; /* "the premier designate" */
  if (ng_unit_is(s, at, "appointment nomination") &&
      ng_unit_at(s, at)->xpos == NG_XPOS_NNS &&
      ng_child_label(s, at, NG_REL_NMOD_POSS) != NG_NONE)
    return true; /* "announced his appointments": whom he appoints */
  if (!ng_is_verb(s, at))
    return false;
  if (ng_unit_is(s, at, "become") && match->theme != NG_NONE &&
      is_first_to_do(s, at, match->theme))
    return true;
  if (ng_theme_is(s, match, "leader"))
    return ng_unit_is(s, at, "become") &&
           (ng_has_before(s, match->theme, "point points race") ||
            is_bare(s, match->theme));
  if (ng_unit_is(s, at, "make designate"))
    return !ng_are_all(m, match, NG_ROLE_patient, NG_TYPE_BIT(NG_PERSON));
  if (match->theme != NG_NONE)
    return false;
  if (ng_unit_is(s, at, "confirm") && !match->several) /* a parliament does */
    return ng_are_all(m, match, NG_ROLE_agent,
                      NG_TYPE_BIT(NG_MEDIA) | NG_TYPE_BIT(NG_COMPANY) |
                          NG_TYPE_BIT(NG_PARTY) | NG_TYPE_BIT(NG_MILITARY) |
                          NG_TYPE_BIT(NG_SCHOOL) |
                          NG_TYPE_BIT(NG_INTERNATIONAL)) ||
           !ng_are_all(m, match, NG_ROLE_patient, NG_TYPE_BIT(NG_PERSON));
  if (!ng_unit_is(s, at, "choose pick select tap"))
    return false;
  return (ng_are_all(m, match, NG_ROLE_patient, NG_TYPE_BIT(NG_ENTITY)) &&
          ng_beside(s, at, "as for to", NULL) == NG_NONE) ||
         ng_beside(s, at, "for in",
                   "final match game team squad side series tour clash") !=
             NG_NONE;
}

/* "gives support to the coalition", "provide the network with a licence" */
bool
ng_is_no_aid(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t at = match->trigger;
  if (ng_theme_is(s, match, "support"))
    return ng_are_all(m, match, NG_ROLE_agent, NG_POLITICIANS);
  return match->theme == NG_NONE &&
         ng_unit_is(s, at, "provide supply furnish") &&
         ng_beside(s, at, "with",
                   "license licence permit permission opportunity chance "
                   "information evidence detail list name answer explanation "
                   "figure datum data "
                   "reason plan way access update basis platform proof version "
                   "report example excuse") != NG_NONE;
}

/* "warned residents of the flood", "warned people to stay inside": for their
 * good. */
bool
ng_is_advice(const ng_syntax *s, uint32_t verb)
{
  static const char advised[] =
      "resident citizen people public traveller traveler passenger consumer "
      "investor driver motorist parent patient tourist visitor farmer "
      "fisherman customer user student viewer fan swimmer";
  uint32_t whom = ng_child(s, verb, NG_REL_IOBJ);
  return ng_is_verb(s, verb) && ng_unit_is(s, verb, "warn caution alert") &&
         (ng_has_object(s, verb, advised) ||
          (whom != NG_NONE && ng_unit_is(s, whom, advised)));
}

/* "an injury forced him out of the match" */
bool
ng_is_injury(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  if (ng_unit_is(s, match->trigger, "topple") &&
      (ng_are_all(m, match, NG_ROLE_patient,
                  NG_TYPE_BIT(NG_BUILDING) | NG_TYPE_BIT(NG_ENTITY)) ||
       ng_has_in_subject(s, match->trigger,
                         "blast explosion bomb storm wind quake earthquake")))
    return true; /* "the blast toppled a tower" */
  return ng_has_in_subject(s, match->trigger,
                           "injury illness knee hamstring ankle virus flu rain "
                           "fire smoke flood heat cold price cost");
}

/* "the airline suspends its flights" */
bool
ng_is_business(const ng_matcher *m, const ng_match *match)
{
  return ng_unit_is(&m->syntax, match->trigger, "suspend expel exclude") &&
         match->theme == NG_NONE &&
         ng_are_all(m, match, NG_ROLE_agent, NG_TYPE_BIT(NG_COMPANY));
}

/* "asked him how it was": a question word stands behind whom one asks. */
static bool
has_question_behind(const ng_syntax *s, uint32_t whom)
{
  static const char words[] =
      "how what why when where who whom which whose whether if";
  return whom + 1 < s->doc->units.n &&
         ng_unit_at(s, whom + 1)->sentence == ng_unit_at(s, whom)->sentence &&
         ng_unit_is(s, whom + 1, words);
}

/* "asked him whether he knew", "asked him about it", "asked by reporters, he
 * said": a question. */
static bool
is_asked(const ng_syntax *s, uint32_t verb)
{
  uint32_t whom = ng_child(s, verb, NG_REL_OBJ);
  if (ng_unit_at(s, verb)->xpos == NG_XPOS_VBN &&
      ng_unit_relation(s, verb) == NG_REL_ADVCL &&
      ng_child(s, verb, NG_REL_AUX) == NG_NONE &&
      ng_child(s, verb, NG_REL_XCOMP) == NG_NONE)
    return true;
  if (whom == NG_NONE)
    whom = ng_child(s, verb, NG_REL_IOBJ);
  if (ng_child(s, verb, NG_REL_XCOMP) == NG_NONE &&
      (has_question_behind(s, whom == NG_NONE ? verb : whom) ||
       ng_beside(s, verb, "about", NULL) != NG_NONE ||
       (whom != NG_NONE && ng_beside(s, whom, "about", NULL) == whom + 2)))
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > verb && ng_child_word(s, c, NG_REL_MARK, "if whether") != NG_NONE)
      return true;
  return false;
}

/* "a call from him to X", "a phone call made by X": by telephone. */
static bool
is_ring(const ng_syntax *s, uint32_t call)
{
  return call != NG_NONE && ng_unit_at(s, call)->xpos == NG_XPOS_NN &&
         (ng_has_before(s, call, "phone telephone") ||
          (ng_beside(s, call, "from", NULL) != NG_NONE &&
           ng_beside(s, call, "for on", NULL) == NG_NONE &&
           ng_child(s, call, NG_REL_ACL) == NG_NONE));
}

/* "rejected his appeal against the sentence": courts hear appeals.  Who "called
 * on all sides to" demands it of them, whoever they are. */
bool
ng_is_legal_appeal(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  uint32_t on;
  if (ng_unit_is(s, match->trigger, "ask") && is_asked(s, match->trigger))
    return true;
  if (is_ring(s, ng_noun_is(s, match, "call")))
    return true;
  if (match->several && ng_unit_is(s, match->trigger, "call") &&
      ng_beside(s, match->trigger, "for", NULL) == NG_NONE &&
      ng_is_nobody(match, NG_ROLE_target)) {
    on = ng_beside(s, match->trigger, "on upon", NULL); /* not "on Monday" */
    return on == NG_NONE || ng_unit_at(s, on)->xpos != NG_XPOS_NNS;
  }
  return ng_unit_is(&m->syntax, match->trigger, "appeal") &&
         ng_has_in_sentence(m, match->trigger,
                            "court judge tribunal verdict conviction sentence "
                            "ruling acquittal judgment judgement jury");
}
