/* clause_cues.c - what the words around a clause make of what it tells,
 * whatever the parser hangs it on.
 *
 *   Had X attacked, there would be a war       it did not
 *   provided that X attacked                   if it did
 *   it is vital that X attack                  it should
 *   the plan is that X attack                  it is planned
 *   nothing shows that X attacked              nobody says so
 *   that X attacked is a lie                   hardly
 *   once X has attacked, it will be over       not yet
 */
#include "extract/events/standing.h"

/* A clause: its verb, its sentence, and the word that introduces it. */
typedef struct {
  const ng_syntax *s;
  const ng_sentence *sentence;
  uint32_t verb;
  uint32_t intro; /* "that", "provided"; or NG_NONE */
} clause;

static bool
is_comma(const ng_syntax *s, uint32_t unit)
{
  return ng_str_equal(ng_unit_text(s, unit), NG_LIT(","));
}

/* Does a verb between tell of something else: "provided it left X attacking"?
 */
static bool
is_other_verb(const ng_syntax *s, uint32_t unit, uint32_t verb)
{
  const ng_unit *u = ng_unit_at(s, unit);
  return u->upos == NG_VERB && u->head != verb;
}

/* The word that introduces the clause: no comma and no other verb between. */
static uint32_t
introduction(const ng_syntax *s, const ng_sentence *sentence, uint32_t verb)
{
  enum { FAR = 12 };
  static const char words[] =
      "that provided providing supposing assuming when once until after before";
  for (uint32_t u = verb, n = 0; u-- > sentence->unit && n < FAR; n++) {
    if (ng_unit_is(s, u, words))
      return u;
    if (ng_unit_at(s, u)->upos == NG_PUNCT || is_other_verb(s, u, verb))
      return NG_NONE;
  }
  return NG_NONE;
}

/* Does a word of the list stand in the sentence behind the first comma that is
 * behind the verb? */
static bool
has_behind_comma(const clause *c, const char *list)
{
  uint32_t i = c->verb + 1;
  while (i < c->sentence->unit_end && !is_comma(c->s, i))
    i++;
  for (; i < c->sentence->unit_end; i++)
    if (ng_unit_is(c->s, i, list))
      return true;
  return false;
}

/* "Had X attacked, it would": "Had" begins the sentence, whether the parser
 * takes it for an auxiliary or for its verb. */
static bool
is_inverted(const clause *c)
{
  uint32_t first = c->sentence->unit;
  if (c->verb <= first + 1 ||
      !ng_str_equal(ng_unit_text(c->s, first), NG_LIT("Had")))
    return false;
  for (uint32_t i = first; i < c->verb; i++)
    if (is_comma(c->s, i))
      return false;
  return has_behind_comma(c, "would could might should");
}

/* "vital that X attack": a bare form of the verb, whose subject is one. */
static bool
is_subjunctive(const clause *c)
{
  uint8_t xpos = ng_unit_at(c->s, c->verb)->xpos;
  uint32_t subject = ng_child(c->s, c->verb, NG_REL_NSUBJ);
  if (ng_child(c->s, c->verb, NG_REL_AUX) != NG_NONE)
    return false;
  if (xpos == NG_XPOS_VB)
    return true;
  if (xpos != NG_XPOS_VBP || subject == NG_NONE)
    return false;
  uint8_t is = ng_unit_at(c->s, subject)->xpos;
  return is == NG_XPOS_NN || is == NG_XPOS_NNP;
}

/* What "the plan is that" it does makes of it. */
static bool
find_predicated(const clause *c, ng_footing *f)
{
  static const struct {
    const char *nouns;
    ng_course course;
  } rows[] = {
      {"plan proposal idea suggestion", NG_PROPOSED},
      {"hope aim goal demand wish intention expectation", NG_DESIRED},
      {"fear risk danger theory hypothesis rumour rumor allegation claim "
       "suspicion worry concern",
       NG_POSSIBLE},
  };
  uint32_t that = c->intro;
  if (that < c->sentence->unit + 2 ||
      !ng_unit_is(c->s, that - 1, "is was be remains"))
    return false;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (ng_unit_is(c->s, that - 2, rows[i].nouns)) {
      ng_footing_combine(f, rows[i].course);
      return true;
    }
  return false;
}

/* "Nothing shows that": its subject is nobody. */
static bool
is_shown_by_nothing(const clause *c)
{
  uint32_t verb = c->intro == c->sentence->unit ? NG_NONE : c->intro - 1;
  if (verb == NG_NONE || !ng_is_verb(c->s, verb) ||
      !ng_unit_is(c->s, verb,
                  "show suggest prove indicate say mean demonstrate establish "
                  "confirm imply believe think claim"))
    return false;
  uint32_t subject = ng_child(c->s, verb, NG_REL_NSUBJ);
  return subject != NG_NONE &&
         ng_unit_is(c->s, subject, "nothing nobody none little no-one few");
}

/* "That X attacked is a lie": the clause begins the sentence, and this is said
 * of it. */
static bool
is_called_untrue(const clause *c)
{
  enum { NEAR = 4 };
  if (c->intro != c->sentence->unit)
    return false;
  for (uint32_t i = c->verb + 1; i < c->sentence->unit_end; i++) {
    if (!ng_unit_is(c->s, i, "is was remains seems"))
      continue;
    for (uint32_t k = i + 1; k < c->sentence->unit_end && k <= i + NEAR; k++)
      if (ng_unit_is(c->s, k,
                     "lie myth false untrue nonsense wrong hoax fabrication "
                     "invention impossible absurd rubbish slander falsehood"))
        return true;
  }
  return false;
}

/* "Once X has attacked, it will be over": by then, and not yet. */
static bool
is_before_plan(const clause *c)
{
  uint32_t aux = ng_child(c->s, c->verb, NG_REL_AUX);
  return c->intro == c->sentence->unit &&
         ng_unit_is(c->s, c->intro, "when once until after before") &&
         aux != NG_NONE && ng_unit_is(c->s, aux, "has have") &&
         has_behind_comma(c, "will shall 'll can may");
}

/* What "that" and the words before it make of the clause. */
static void
that_cues(const clause *c, ng_footing *f)
{
  static const char needs[] =
      "vital essential important necessary crucial imperative critical urgent "
      "advisable desirable preferable appropriate right";
  static const char ifs[] =
      "provided providing supposing assuming imagine suppose condition";
  uint32_t that = c->intro;
  if (that > c->sentence->unit && ng_unit_is(c->s, that - 1, ifs)) {
    ng_footing_suppose(f);
  } else if (that > c->sentence->unit && is_subjunctive(c) &&
             ng_unit_is(c->s, that - 1, needs)) {
    ng_footing_combine(f, NG_DESIRED);
  } else if (is_shown_by_nothing(c) || is_called_untrue(c)) {
    ng_footing_apply(f, NG_DOUBTS);
  } else {
    (void)find_predicated(c, f);
  }
}

void
ng_clause_cues(const ng_syntax *s, uint32_t verb, ng_footing *f)
{
  clause c = {.s = s, .verb = verb};
  c.sentence = &s->doc->sentences.at[ng_unit_sentence(s->doc, verb)];
  if (is_inverted(&c)) {
    ng_footing_suppose(f);
    return;
  }
  c.intro = introduction(s, c.sentence, verb);
  if (c.intro == NG_NONE)
    return;
  if (ng_unit_is(s, c.intro, "that")) {
    that_cues(&c, f);
  } else if (ng_unit_is(s, c.intro, "provided providing supposing assuming")) {
    ng_footing_suppose(f);
  } else if (is_before_plan(&c)) {
    ng_footing_combine(f, NG_SCHEDULED);
  }
}
