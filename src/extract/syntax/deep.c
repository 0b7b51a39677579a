/* deep.c - deep subjects and objects of verbs. */
#include "extract/syntax/syntax.h"

/* Clauses are looked through no deeper than this. */
enum { DEPTH = 6 };

/* Add an argument; for "who", the noun that it refers to. */
static void
add_argument(const ng_syntax *s, uint32_t verb, uint32_t unit, ng_units *out)
{
  uint32_t noun = ng_relative_means(s, verb, unit);
  ng_units_add(out, noun != NG_NONE ? noun : unit);
}

/* Is it in capitals? */
static bool
is_capital(ng_str text)
{
  for (size_t i = 0; i < text.len; i++)
    if (text.at[i] >= 'a' && text.at[i] <= 'z')
      return false;
  return true;
}

/* "NEW YORK, USA - A man was killed", parsed as so many subjects. */
static bool
is_dateline(const ng_syntax *s, uint32_t unit)
{
  enum { LONG = 8 };
  const ng_sentence *sentence =
      &s->doc->sentences.at[ng_unit_sentence(s->doc, unit)];
  uint32_t first = sentence->unit;
  if (unit - first >= LONG || s->mention[first] == NG_NONE ||
      !is_capital(ng_unit_text(s, first)))
    return false;
  for (uint32_t u = first; u < sentence->unit_end && u - first < LONG; u++) {
    if (ng_unit_is(s, u, "- -- _ – —"))
      return unit < u;
    if (ng_is_verb(s, u) || ng_unit_at(s, u)->upos == NG_ADP)
      break;
  }
  return false;
}

static bool
add_children(const ng_syntax *s, uint32_t verb, uint8_t label, ng_units *out)
{
  bool any = false;
  if (!ng_has_child(s, verb, label))
    return false;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == label && !is_dateline(s, c)) {
      add_argument(s, verb, c, out);
      any = true;
    }
  return any;
}

static void
add_by(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_OBL || r == NG_REL_NMOD) && ng_is_behind(s, c, "by"))
      add_argument(s, verb, c, out);
  }
}

/* Does the matrix verb's object do what the infinitive says?  "urged Serbia to
 * go", but not "promised Serbia to go". */
static bool
controls_by_object(const ng_syntax *s, uint32_t matrix)
{
  return !ng_unit_is(s, matrix, "promise vow threaten pledge swear agree");
}

static bool
is_nominal(const ng_syntax *s, uint32_t unit)
{
  uint8_t upos = ng_unit_at(s, unit)->upos;
  return upos == NG_NOUN || upos == NG_PROPN || upos == NG_NUM ||
         upos == NG_PRON;
}

static bool
is_finite(const ng_syntax *s, uint32_t verb)
{
  uint8_t xpos = ng_unit_at(s, verb)->xpos;
  return xpos == NG_XPOS_VBD || xpos == NG_XPOS_VBZ || xpos == NG_XPOS_VBP ||
         ng_child_word(s, verb, NG_REL_AUX,
                       "do does did has have had will would can could may "
                       "might must should") != NG_NONE;
}

/* "pressure on Serbia to leave": whoever is under it. */
static bool
add_addressees(const ng_syntax *s, uint32_t noun, uint32_t verb, ng_units *out)
{
  uint32_t over[] = {noun, ng_unit_at(s, noun)->head};
  if (!ng_unit_is(s, noun,
                  "pressure call appeal demand request order ultimatum plea "
                  "warning invitation"))
    return false;
  for (size_t i = 0; i < 2 && over[i] != NG_NONE && out->n == 0; i++)
    for (uint32_t c = s->child[over[i]]; c != NG_NONE; c = s->next[c])
      if (c > noun && c < verb && ng_is_behind(s, c, "on upon to for"))
        ng_conjuncts(s, c, out);
  return out->n > 0;
}

/* "a US offer to host", "the Russian plan to leave": the offer is theirs. */
static bool
add_owners(const ng_syntax *s, uint32_t noun, ng_units *out)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_AMOD || r == NG_REL_COMPOUND || r == NG_REL_NMOD) &&
        s->mention[c] != NG_NONE &&
        ng_unit_is(s, noun,
                   "offer plan bid attempt effort decision proposal promise "
                   "pledge move threat intention refusal vow"))
      ng_units_add(out, c);
  }
  return out->n > 0;
}

/* "called on Serbia to leave": Serbia leaves. */
static bool
add_called_on(const ng_syntax *s, uint32_t matrix, uint32_t verb, ng_units *out)
{
  if (!ng_unit_is(s, matrix, "call appeal plead prevail"))
    return false;
  for (uint32_t c = s->child[matrix]; c != NG_NONE; c = s->next[c])
    if (c > matrix && c < verb && ng_unit_relation(s, c) == NG_REL_OBL &&
        ng_is_behind(s, c, "on upon to with"))
      ng_units_add(out, c);
  return out->n > 0;
}

/* "accused Russia of attacking Kyiv", "was fined for protesting", "stopped him
 * from leaving": whom the verb above concerns does it. */
static bool
add_concerned(const ng_syntax *s, uint32_t matrix, uint32_t verb, ng_units *out)
{
  static const char hinders[] =
      "stop prevent bar ban block prohibit keep deter dissuade discourage "
      "warn caution advise counsel";
  uint32_t mark = ng_child(s, verb, NG_REL_MARK);
  if (mark == NG_NONE)
    mark = ng_child(s, verb, NG_REL_CASE);
  if (mark == NG_NONE || ng_unit_at(s, verb)->xpos != NG_XPOS_VBG ||
      !ng_unit_is(s, mark, "of for from against"))
    return false;
  ng_requited(s, matrix, out);
  if (ng_unit_is(s, matrix, hinders)) {
    ng_deep_objects(s, matrix, out);
    if (out->n == 0) /* or so a parser has it */
      (void)add_children(s, matrix, NG_REL_IOBJ, out);
  }
  return out->n > 0;
}

/* "foiled a plot", "condemned the decision": what is done there is others'. */
static bool
is_of_others(const ng_syntax *s, uint32_t verb)
{
  return ng_unit_is(s, verb,
                    "foil thwart prevent uncover stop disrupt avert expose "
                    "condemn criticise criticize denounce reject oppose block "
                    "reveal welcome suspect investigate veto slam");
}

/* "foiled a plot to kill him", where the parser hangs "kill" on the verb. */
static bool
is_of_others_noun(const ng_syntax *s, uint32_t matrix, uint32_t verb)
{
  uint32_t noun =
      verb >= 2 && ng_unit_is(s, verb - 1, "to") ? verb - 2 : NG_NONE;
  return noun != NG_NONE && is_of_others(s, matrix) &&
         ng_unit_at(s, noun)->head == matrix &&
         ng_unit_relation(s, noun) == NG_REL_OBJ &&
         ng_unit_is(s, noun,
                    "plot plan attempt bid effort decision move scheme "
                    "conspiracy proposal refusal failure");
}

/* From a clause that hangs on a noun: the noun itself, or whoever the noun of
 * an infinitive belongs to, "a plan to leave". */
static bool
climb_noun(const ng_syntax *s, uint32_t *verb, ng_units *out)
{
  const ng_unit *u = ng_unit_at(s, *verb);
  uint32_t head = u->head;
  if (u->xpos == NG_XPOS_VBG && ng_is_instance(s, *verb)) {
    /* "imposed a spate of sanctions, such as freezing" */
    for (int i = 0; i < DEPTH && head != NG_NONE && !ng_is_verb(s, head); i++)
      head = ng_unit_at(s, head)->head;
    *verb = head;
    return head != NG_NONE && ng_is_verb(s, head);
  }
  if (u->label == NG_REL_ACL_RELCL || u->xpos == NG_XPOS_VBG ||
      u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBD) {
    ng_units_add(out, head);
    return false;
  }
  if (add_addressees(s, head, *verb, out) || add_owners(s, head, out) ||
      add_children(s, head, NG_REL_NMOD_POSS, out))
    return false;
  /* "X was the first leader to visit it" */
  if (ng_is_singled_out(s, head) && ng_child(s, head, NG_REL_COP) != NG_NONE &&
      add_children(s, head, NG_REL_NSUBJ, out))
    return false;
  *verb = ng_unit_at(s, head)->head;
  return *verb != NG_NONE && ng_is_verb(s, *verb) && !is_of_others(s, *verb);
}

/* From a clause that tells when, why or what for. */
static bool
climb_clause(const ng_syntax *s, uint32_t *verb, ng_units *out)
{
  const ng_unit *u = ng_unit_at(s, *verb);
  uint32_t head = u->head;
  /* "Five states - A, B - do not recognise it", parsed as a noun with a
   * clause: the noun is the subject that the verb lacks */
  if (is_finite(s, *verb) && head < *verb && is_nominal(s, head)) {
    ng_units_add(out, head);
    return false;
  }
  if (u->xpos == NG_XPOS_VB &&
      (add_called_on(s, head, *verb, out) || is_of_others_noun(s, head, *verb)))
    return false;
  if (u->xpos == NG_XPOS_VB && ng_child(s, head, NG_REL_OBJ) != NG_NONE &&
      add_addressees(s, ng_child(s, head, NG_REL_OBJ), *verb, out))
    return false;
  *verb = head;
  return u->xpos == NG_XPOS_VBG || u->xpos == NG_XPOS_VBN ||
         u->xpos == NG_XPOS_VB;
}

/* One step up: true to go on from *verb, else `out` has all there is. */
static bool
climb(const ng_syntax *s, uint32_t *verb, ng_units *out)
{
  const ng_unit *u = ng_unit_at(s, *verb);
  uint32_t head = u->head;
  if (head == NG_NONE)
    return false;
  if (ng_is_lost_root(s, *verb)) {
    ng_units_add(out, head);
    return false;
  }
  if (add_concerned(s, head, *verb, out))
    return false;
  switch (ng_unit_relation(s, *verb)) {
  case NG_REL_XCOMP:
    if (add_called_on(s, head, *verb, out))
      return false;
    if (ng_is_passive(s, head))
      return !add_children(s, head, NG_REL_NSUBJ_PASS, out) &&
             (*verb = head, true);
    if (controls_by_object(s, head) &&
        (add_children(s, head, NG_REL_OBJ, out) ||
         add_children(s, head, NG_REL_IOBJ, out)))
      return false;
    *verb = head;
    return true;
  case NG_REL_CONJ:
    *verb = head;
    return ng_unit_at(s, head)->upos != NG_NOUN &&
           ng_unit_at(s, head)->upos != NG_PROPN;
  case NG_REL_ACL:
    if (ng_uttering(s, *verb) != NG_NONE) {
      *verb = ng_uttering(s, *verb);
      return true;
    }
    return climb_noun(s, verb, out);
  case NG_REL_ADVCL:
    return climb_clause(s, verb, out);
  case NG_REL_PARATAXIS: /* "X, having met Y, left" */
    if (is_nominal(s, head) && head < *verb &&
        ng_child_word(s, *verb, NG_REL_AUX, "having") != NG_NONE)
      ng_units_add(out, head);
    return false;
  default:
    return false;
  }
}

/* The subject that is written with the verb. */
static bool
own_subject(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  /* "Among them are two, said the police": whoever stands behind says it */
  if (ng_unit_is(s, verb, "say add"))
    for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
      if (c > verb && ng_unit_at(s, c)->label == NG_REL_NSUBJ) {
        add_argument(s, verb, c, out);
        return true;
      }
  bool any = add_children(s, verb, NG_REL_NSUBJ, out);
  any |= add_children(s, verb, NG_REL_NSUBJ_OUTER, out);
  if (any || !ng_has_child(s, verb, NG_REL_OBL))
    return any;
  for (uint32_t c = s->child[verb]; !any && c != NG_NONE && c < verb;
       c = s->next[c])
    if (ng_unit_at(s, c)->label == NG_REL_OBL && s->mention[c] != NG_NONE &&
        ng_unit_at(s, c)->upos == NG_PROPN && ng_preposition(s, c) == NG_NONE) {
      ng_units_add(out, c); /* a name that stands bare before the verb */
      any = true;
    }
  return any;
}

/* "tried to have X released by saying", "X was beaten by using": who does it
 * "by" is not who suffers the verb above; the next one that has another
 * subject, or NG_NONE. */
static uint32_t
doer_of(const ng_syntax *s, uint32_t above, uint32_t by)
{
  uint32_t mark = ng_child(s, by, NG_REL_MARK);
  if (mark == NG_NONE || !ng_unit_is(s, mark, "by") ||
      ng_unit_at(s, by)->xpos != NG_XPOS_VBG)
    return above;
  for (int i = 0; i < DEPTH && above != NG_NONE; i++) {
    if (ng_is_passive(s, above))
      return NG_NONE;
    if (ng_unit_at(s, above)->xpos != NG_XPOS_VBN ||
        ng_unit_relation(s, above) != NG_REL_XCOMP)
      break;
    above = ng_unit_at(s, above)->head;
  }
  return above;
}

void
ng_deep_subjects(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  if (ng_is_passive(s, verb)) {
    add_by(s, verb, out);
    return;
  }
  for (int i = 0; i < DEPTH; i++) {
    uint32_t below = verb;
    if (i && ng_is_passive(s, verb)) {
      /* "was arrested and left": the patient of the first does the second */
      if (!add_children(s, verb, NG_REL_NSUBJ_PASS, out) &&
          ng_unit_relation(s, verb) == NG_REL_ACL &&
          ng_unit_at(s, verb)->head != NG_NONE)
        ng_units_add(out, ng_unit_at(s, verb)->head);
      if (out->n)
        return;
    }
    if (own_subject(s, verb, out) || !climb(s, &verb, out))
      return;
    verb = doer_of(s, verb, below);
    if (verb == NG_NONE)
      return;
  }
}

void
ng_all_subjects(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  ng_units subjects;
  ng_units_clear(&subjects);
  ng_deep_subjects(s, verb, &subjects);
  for (uint32_t i = 0; i < subjects.n; i++)
    ng_conjuncts(s, subjects.at[i], out);
}

/* The gap of "the tax that Kosovo imposed", "the tax Kosovo imposed". */
static bool
has_gap(const ng_syntax *s, uint32_t verb)
{
  if (ng_unit_at(s, verb)->label != NG_REL_ACL_RELCL ||
      ng_child(s, verb, NG_REL_CCOMP) != NG_NONE)
    return false;
  uint32_t subject = ng_child(s, verb, NG_REL_NSUBJ);
  return subject != NG_NONE && !ng_is_relative(s, subject);
}

/* "handed over Mladic to the court": a name without a preposition right behind
 * the verb is its object, whatever the parser calls it; so is a noun behind its
 * particle, "shot down a plane". */
static void
add_bare(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  enum { NEAR = 5 };
  if (!ng_has_child(s, verb, NG_REL_OBL))
    return;
  bool particle = ng_child_label(s, verb, NG_REL_COMPOUND_PRT) == verb + 1;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > verb && c <= verb + NEAR && ng_unit_at(s, c)->label == NG_REL_OBL &&
        ng_preposition(s, c) == NG_NONE &&
        ((s->mention[c] != NG_NONE && ng_unit_at(s, c)->upos == NG_PROPN) ||
         (particle && ng_unit_at(s, c)->upos == NG_NOUN &&
          ng_child(s, c, NG_REL_DET) != NG_NONE)))
      ng_units_add(out, c);
}

/* "was arrested and charged", "founded a party but was arrested": of a passive
 * that has no subject of its own, that of the verb it is joined to. */
static void
add_shared_subject(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  static const char be[] = "was were is are been 's";
  bool finite = ng_child_word(s, verb, NG_REL_AUX_PASS, be) != NG_NONE;
  for (int i = 0; i < DEPTH && out->n == 0; i++) {
    if (ng_unit_at(s, verb)->label != NG_REL_CONJ ||
        ng_unit_at(s, verb)->head == NG_NONE)
      return;
    verb = ng_unit_at(s, verb)->head;
    if (ng_is_passive(s, verb)) {
      (void)add_children(s, verb, NG_REL_NSUBJ_PASS, out);
      finite |= ng_child_word(s, verb, NG_REL_AUX_PASS, be) != NG_NONE;
    } else if (finite && ng_is_verb(s, verb))
      (void)own_subject(s, verb, out);
  }
}

void
ng_deep_objects(const ng_syntax *s, uint32_t verb, ng_units *out)
{
  const ng_unit *u = ng_unit_at(s, verb);
  if (!ng_is_passive(s, verb)) {
    (void)add_children(s, verb, NG_REL_OBJ, out);
    if (out->n == 0 && has_gap(s, verb))
      ng_units_add(out, u->head);
    if (out->n == 0)
      add_bare(s, verb, out);
    /* "imposed and lifted a tax": the object of the last is the first's */
    for (uint32_t c = s->child[verb]; out->n == 0 && c != NG_NONE;
         c = s->next[c])
      if (ng_unit_at(s, c)->label == NG_REL_CONJ && ng_is_verb(s, c) &&
          ng_child(s, c, NG_REL_NSUBJ) == NG_NONE && c == verb + 2 &&
          !ng_unit_is(s, verb, "try come go"))
        (void)add_children(s, c, NG_REL_OBJ, out);
    return;
  }
  if (add_children(s, verb, NG_REL_NSUBJ_PASS, out) ||
      (ng_is_passive_headline(s, verb) &&
       add_children(s, verb, NG_REL_NSUBJ, out)))
    return;
  if ((u->label == NG_REL_ACL || u->label == NG_REL_AMOD) && u->head != NG_NONE)
    ng_units_add(out, u->head);
  else if (u->label == NG_REL_CONJ)
    add_shared_subject(s, verb, out);
  else if (u->label == NG_REL_ADVCL && u->head != NG_NONE &&
           ng_is_passive(s, u->head))
    (void)add_children(s, u->head, NG_REL_NSUBJ_PASS, out);
  else if ((u->label == NG_REL_XCOMP || u->label == NG_REL_ADVCL) &&
           u->head != NG_NONE && ng_is_verb(s, u->head) &&
           !ng_is_passive(s, u->head))
    (void)own_subject(s, u->head, out); /* "left after being accused" */
  (void)add_children(s, verb, NG_REL_OBJ, out);
}
