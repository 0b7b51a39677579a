/* mend.c - mistakes of parsers that are easy to see and cost a subject. */
#include "text/mend.h"
#include "core/str.h"
#include "text/mend_parts.h"

/* Is unit `i` the word `word`, whatever the case of its letters? */
static inline __attribute__((always_inline)) bool
is_word(const ng_doc *doc, uint32_t i, const char *word)
{
  return ng_str_listed(ng_doc_text(doc, doc->units.at[i].span), word);
}

/* "Both aspire to join": taken for half of "both ... and", or for an adverb,
 * "both" leaves the verb without a subject. */
static void
mend_both(ng_doc *doc, const ng_sentence *s)
{
  uint32_t verb = s->unit + 1;
  if (verb >= s->unit_end)
    return;
  ng_unit *both = &doc->units.at[s->unit];
  uint8_t upos = doc->units.at[verb].upos;
  bool is_verb = upos == NG_VERB || (upos == NG_AUX && both->head != verb);
  bool is_adverb =
      both->label == NG_REL_ADVMOD && both->head == verb &&
      is_word(doc, s->unit, "both") &&
      ng_child_of(doc, verb, NG_REL_NSUBJ, verb, s->unit_end) == NG_NONE;
  if ((both->label != NG_REL_CC_PRECONJ && !is_adverb) ||
      both->head == NG_NONE || !is_verb ||
      doc->units.at[both->head].upos != NG_VERB)
    return;
  both->upos = NG_PRON;
  both->label = NG_REL_NSUBJ;
}

/* "'We left,' the governor said": a second subject, behind the verb, is that of
 * the verb that introduces the words, if that has none. */
static bool
is_speaker(const ng_doc *doc, const ng_sentence *s, uint32_t verb,
           uint32_t second)
{
  const ng_unit *u = &doc->units.at[verb];
  return u->label == NG_REL_CCOMP && u->head != NG_NONE && u->head > second &&
         doc->units.at[u->head].upos == NG_VERB &&
         ng_child_of(doc, u->head, NG_REL_NSUBJ, s->unit, s->unit_end) ==
             NG_NONE;
}

/* "Serbia apartment fire kills three", a headline: of two subjects with nothing
 * between, the first is what kind of thing the second is. */
static void
mend_subjects(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  ng_unit *at = doc->units.at;
  uint32_t last = NG_NONE;
  for (uint32_t i = verb; i-- > s->unit;) {
    bool subject = at[i].head == verb && at[i].label == NG_REL_NSUBJ;
    if (last == NG_NONE) {
      if (subject && at[i].upos == NG_NOUN)
        last = i;
      else if (subject || at[i].head == verb)
        return;
      continue;
    }
    if (at[i].upos != NG_NOUN && at[i].upos != NG_PROPN)
      return;
    if (subject) {
      at[i].head = last;
      at[i].label = NG_REL_COMPOUND;
    }
  }
}

/* "Reports claimed Macron left": a second subject, behind the verb, is that of
 * the clause behind it, if that has none; "including, he claims, Macron": it is
 * none. */
static void
mend_subject(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  enum { FAR = 12 };
  uint32_t end = verb + FAR < s->unit_end ? verb + FAR : s->unit_end;
  uint32_t second = ng_child_of(doc, verb, NG_REL_NSUBJ, verb + 1, end);
  if (second == NG_NONE)
    return; /* most */
  uint32_t first = ng_child_of(doc, verb, NG_REL_NSUBJ, s->unit, verb);
  if (first == NG_NONE)
    return;
  if (is_speaker(doc, s, verb, second)) {
    doc->units.at[second].head = doc->units.at[verb].head;
    return;
  }
  if (first + 1 == verb && doc->units.at[first].upos == NG_PRON &&
      doc->units.at[verb + 1].upos == NG_PUNCT) {
    doc->units.at[second].label = NG_REL_DEP;
    return;
  }
  uint32_t clause = ng_child_of(doc, verb, NG_REL_CCOMP, second + 1, end);
  if (clause != NG_NONE && doc->units.at[clause].upos == NG_VERB &&
      ng_child_of(doc, clause, NG_REL_NSUBJ, s->unit, s->unit_end) == NG_NONE)
    doc->units.at[second].head = clause;
}

/* "said Republican John McCain", "met Hamas leader Khaled Meshaal": a name or
 * noun right before a name is no second subject or object; it describes it. */
static void
mend_names(ng_doc *doc, uint32_t i)
{
  ng_unit *a = &doc->units.at[i];
  const ng_unit *b = a + 1;
  bool noun = a->upos == NG_NOUN && a->xpos == NG_XPOS_NN;
  if ((a->kind == NG_UNIT_NAME || noun) && b->kind == NG_UNIT_NAME &&
      (a->label == NG_REL_NSUBJ || (noun && a->label == NG_REL_OBJ)) &&
      a->label == b->label && a->head == b->head) {
    a->head = i + 1;
    a->label = NG_REL_NMOD_DESC;
  }
}

/* "elected NAME president", taken for a president by that name: NAME is who was
 * elected. */
static void
mend_elected(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *name = &doc->units.at[i];
  uint32_t title = name->head;
  if (name->kind != NG_UNIT_NAME || name->label != NG_REL_COMPOUND ||
      title != i + 1 || i == s->unit)
    return;
  uint32_t verb = doc->units.at[title].head;
  if (doc->units.at[title].label != NG_REL_XCOMP || verb != i - 1 ||
      doc->units.at[verb].upos != NG_VERB ||
      ng_child_of(doc, verb, NG_REL_OBJ, s->unit, s->unit_end) != NG_NONE)
    return;
  name->head = verb;
  name->label = NG_REL_OBJ;
}

/* "said that A left, and that B stayed": what comes with a "that" goes on with
 * what was said, not with the saying. */
static void
mend_that(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  ng_unit *u = &doc->units.at[verb];
  if (u->label != NG_REL_CONJ || u->head == NG_NONE || u->head >= verb)
    return;
  uint32_t mark = ng_child_of(doc, verb, NG_REL_MARK, s->unit, verb);
  uint32_t first = ng_child_of(doc, u->head, NG_REL_CCOMP, u->head + 1, verb);
  if (mark != NG_NONE && first != NG_NONE && is_word(doc, mark, "that"))
    u->head = first;
}

/* The verb of saying that `noun` hangs on, behind a preposition or behind a
 * noun that does, if what is said is still to come; or NG_NONE. */
static uint32_t
saying_of(const ng_doc *doc, const ng_sentence *s, uint32_t noun)
{
  const ng_unit *at = doc->units.at;
  uint32_t i = noun;
  while (at[i].head < i &&
         (at[i].label == NG_REL_NMOD || at[i].label == NG_REL_OBL))
    i = at[i].head;
  if (i == noun || at[i].upos != NG_VERB ||
      !is_word(doc, i, "said says say added adds announced announces") ||
      ng_child_of(doc, i, NG_REL_CCOMP, s->unit, s->unit_end) != NG_NONE)
    return NG_NONE;
  return i;
}

/* Has `verb` an object behind it, and no time taken for one? */
static bool
has_object(const ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  uint32_t i = ng_child_of(doc, verb, NG_REL_OBJ, verb, s->unit_end);
  return i != NG_NONE && doc->units.at[i].kind != NG_UNIT_DATE &&
         !is_word(doc, i, "day week month year time");
}

/* "said in a letter that Serbia had left Kosovo": a verb with a subject and an
 * object lacks none that "that" could be; and where somebody says it, behind a
 * noun that says where, it is what he says. */
static void
mend_clause(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  ng_unit *at = doc->units.at, *u = &at[verb];
  if ((u->label != NG_REL_ACL_RELCL && u->label != NG_REL_ACL) ||
      u->head == NG_NONE || u->head >= verb)
    return;
  uint32_t subject = ng_child_of(doc, verb, NG_REL_NSUBJ, u->head + 1, verb);
  uint32_t that = ng_child_of(doc, verb, NG_REL_OBJ, u->head + 1, verb);
  if (u->label == NG_REL_ACL)
    that = ng_child_of(doc, verb, NG_REL_MARK, u->head + 1, verb);
  else if (!has_object(doc, s, verb))
    return;
  if (subject == NG_NONE || that == NG_NONE || that > subject ||
      !is_word(doc, that, "that"))
    return;
  at[that].label = NG_REL_MARK;
  at[that].upos = NG_SCONJ;
  at[that].xpos = NG_XPOS_IN;
  uint32_t saying = saying_of(doc, s, u->head);
  u->label = saying == NG_NONE ? NG_REL_ACL : NG_REL_CCOMP;
  if (saying != NG_NONE)
    u->head = saying;
}

/* "imposed sanctions on Russia for attacking Georgia": that is why they were
 * imposed, whatever noun a parser hangs it on. */
static void
mend_reason(ng_doc *doc, uint32_t verb)
{
  ng_unit *u = &doc->units.at[verb];
  if (u->label != NG_REL_ACL || u->xpos != NG_XPOS_VBG || u->head >= verb)
    return;
  uint32_t mark = ng_child_of(doc, verb, NG_REL_MARK, u->head + 1, verb);
  const ng_unit *noun = &doc->units.at[u->head];
  if (mark == NG_NONE || !is_word(doc, mark, "for") ||
      noun->label != NG_REL_OBJ || doc->units.at[noun->head].upos != NG_VERB)
    return;
  u->head = noun->head;
  u->label = NG_REL_ADVCL;
}

/* "The two agreed": no article is the main word of a sentence. */
static void
mend_two(ng_doc *doc, const ng_sentence *s)
{
  uint32_t the = s->unit, two = the + 1, verb = the + 2;
  if (verb >= s->unit_end)
    return;
  ng_unit *at = doc->units.at;
  if (at[the].head != NG_NONE || at[two].upos != NG_NUM ||
      at[two].head != the || !is_word(doc, the, "the") ||
      at[verb].upos != NG_VERB ||
      (at[verb].head != two && at[verb].head != the))
    return;
  for (uint32_t i = verb; i < s->unit_end; i++)
    if (at[i].head == the || at[i].head == two)
      at[i].head = verb;
  at[the].head = two;
  at[the].label = NG_REL_DET;
  at[two].head = verb;
  at[two].label = NG_REL_NSUBJ;
  at[verb].head = NG_NONE;
  at[verb].label = NG_REL_ROOT;
  if (at[verb].xpos == NG_XPOS_VBN)
    at[verb].xpos = NG_XPOS_VBD;
}

/* "denied reports that", "faces charges": an object is no finite verb. */
static void
mend_object(ng_unit *u)
{
  if (u->label != NG_REL_OBJ || u->xpos != NG_XPOS_VBZ)
    return;
  u->upos = NG_NOUN;
  u->xpos = NG_XPOS_NNS;
}

/* "agreed to a ceasefire brokered by Turkey", taken for one thing, a "ceasefire
 * brokered": no noun is part of a verb; by whom it was done describes it. */
static void
mend_done_by(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *verb = &doc->units.at[i], *noun = verb - 1;
  if (i == s->unit || i + 1 >= s->unit_end || verb->head == NG_NONE ||
      (verb->xpos != NG_XPOS_VBD && verb->xpos != NG_XPOS_VBN) ||
      noun->head != i || noun->label != NG_REL_COMPOUND ||
      noun->upos != NG_NOUN || !is_word(doc, i + 1, "by"))
    return;
  noun->label = NG_REL_OBJ;
  for (uint32_t k = s->unit; k + 1 < i; k++) {
    ng_unit *u = &doc->units.at[k];
    if (u->head != i)
      continue;
    u->head = i - 1;
    if (u->label == NG_REL_CASE)
      noun->label = NG_REL_OBL;
  }
  noun->head = verb->head;
  verb->head = i - 1;
  verb->label = NG_REL_ACL;
  verb->xpos = NG_XPOS_VBN;
}

/* A verb without a subject that stands alone before its object, in or behind
 * the clause of `noun`: taken for a participle, it is the main verb. */
static bool
is_main_verb(const ng_doc *doc, const ng_sentence *s, uint32_t verb,
             uint32_t noun, uint32_t clause)
{
  const ng_unit *u = &doc->units.at[verb];
  if (u->upos != NG_VERB || (u->xpos != NG_XPOS_VBN && u->xpos != NG_XPOS_VBD))
    return false;
  if (!(u->head == clause && u->label == NG_REL_ADVCL) &&
      !(u->head == noun && u->label == NG_REL_ACL))
    return false;
  for (uint32_t i = s->unit; i < verb; i++)
    if (doc->units.at[i].head == verb)
      return false;
  return doc->units.at[verb - 1].upos != NG_PUNCT &&
         ng_child_of(doc, verb, NG_REL_OBJ, verb + 1, s->unit_end) != NG_NONE;
}

/* "Reports that Russia had left Syria surprised France", taken for reports and
 * no more: they surprised France. */
static void
mend_main(ng_doc *doc, const ng_sentence *s, uint32_t noun)
{
  ng_unit *at = doc->units.at;
  if (at[noun].head != NG_NONE || at[noun].upos != NG_NOUN)
    return;
  uint32_t end = s->unit_end,
           clause = ng_child_of(doc, noun, NG_REL_ACL, noun, end);
  if (clause == NG_NONE)
    clause = ng_child_of(doc, noun, NG_REL_CCOMP, noun, end);
  if (clause == NG_NONE ||
      ng_child_of(doc, clause, NG_REL_MARK, noun + 1, noun + 2) == NG_NONE ||
      ng_child_of(doc, clause, NG_REL_NSUBJ, noun, clause) == NG_NONE)
    return;
  for (uint32_t verb = clause + 1; verb < end; verb++)
    if (is_main_verb(doc, s, verb, noun, clause)) {
      for (uint32_t i = verb; i < end; i++)
        if (at[i].head == noun)
          at[i].head = verb;
      at[noun].head = verb;
      at[noun].label = NG_REL_NSUBJ;
      at[verb].head = NG_NONE;
      at[verb].label = NG_REL_ROOT;
      at[verb].xpos = NG_XPOS_VBD;
      return;
    }
}

/* The next dash of the sentence from unit `i` on, or its end. */
static uint32_t
dash(const ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  while (i < s->unit_end && !is_word(doc, i, "- -- \xe2\x80\x93 \xe2\x80\x94"))
    i++;
  return i;
}

/* The verb that goes on behind unit `i`, auxiliaries, adverbs and "not" between
 * them, and has no subject; or NG_NONE. */
static uint32_t
goes_on(const ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  const ng_unit *at = doc->units.at;
  bool finite = false;
  for (; i < s->unit_end && at[i].upos != NG_VERB; i++) {
    if (at[i].upos != NG_AUX && at[i].upos != NG_ADV && at[i].upos != NG_PART)
      return NG_NONE;
    finite = finite || at[i].upos == NG_AUX;
  }
  if (i >= s->unit_end || at[i].head == NG_NONE || at[i].head > i ||
      (!finite && at[i].xpos != NG_XPOS_VBD && at[i].xpos != NG_XPOS_VBZ &&
       at[i].xpos != NG_XPOS_VBP) ||
      ng_child_of(doc, i, NG_REL_NSUBJ, s->unit, s->unit_end) != NG_NONE)
    return NG_NONE;
  return i;
}

/* "Cyprus and Greece - two of five - do not recognise it": what stands between
 * dashes is put in, the verb behind it is that of what stands before. */
static void
mend_dashes(ng_doc *doc, const ng_sentence *s)
{
  ng_unit *at = doc->units.at;
  uint32_t root = s->unit;
  while (root < s->unit_end && at[root].head != NG_NONE)
    root++;
  if (root == s->unit_end || at[root].upos == NG_VERB)
    return; /* most */
  uint32_t first = dash(doc, s, s->unit);
  uint32_t second = first < s->unit_end ? dash(doc, s, first + 1) : first;
  if (root >= first || second + 1 >= s->unit_end)
    return;
  uint32_t verb = goes_on(doc, s, second + 1);
  if (verb == NG_NONE)
    return;
  for (uint32_t i = second; i < s->unit_end; i++)
    if (at[i].head == root)
      at[i].head = verb;
  bool passive =
      ng_child_of(doc, verb, NG_REL_AUX_PASS, second, verb) != NG_NONE;
  at[root].head = verb;
  at[root].label = passive ? NG_REL_NSUBJ_PASS : NG_REL_NSUBJ;
  at[verb].head = NG_NONE;
  at[verb].label = NG_REL_ROOT;
}

/* What is mended of a verb. */
static void
mend_verb(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  const ng_unit *u = &doc->units.at[i];
  if (i > s->unit && u[-1].label == NG_REL_APPOS)
    ng_mend_said_behind(doc, s, i);
  if (u->label == NG_REL_CCOMP)
    ng_mend_said_aside(doc, s, i);
  mend_subject(doc, s, i);
  mend_subjects(doc, s, i);
  if (u->xpos == NG_XPOS_VBZ)
    ng_mend_gerund(doc, s, i);
  if (u->label == NG_REL_CONJ) {
    ng_mend_joined(doc, s, i);
    mend_that(doc, s, i);
  }
  mend_clause(doc, s, i);
  mend_reason(doc, i);
}

/* Each mends what is rarer than asked here: few units are looked at twice. */
static void
mend_unit(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  const ng_unit *u = &doc->units.at[i];
  if (u->head == NG_NONE && i + 2 < s->unit_end)
    mend_main(doc, s, i);
  if (i + 1 < s->unit_end)
    mend_names(doc, i);
  if (u->xpos == NG_XPOS_VBZ && i > s->unit)
    ng_mend_behind_preposition(doc, i);
  if (u->kind == NG_UNIT_NAME) {
    ng_mend_beside_title(doc, s, i);
    ng_mend_office(doc, s, i);
  }
  if (u->label == NG_REL_NMOD)
    ng_mend_beside(doc, i);
  mend_object(&doc->units.at[i]);
  mend_elected(doc, s, i);
  mend_done_by(doc, s, i);
  if (u->upos == NG_VERB)
    mend_verb(doc, s, i);
}

void
ng_mend_sentence(ng_doc *doc, const ng_sentence *s)
{
  enum { LONG = 300 };
  mend_both(doc, s);
  if (s->unit_end - s->unit > LONG)
    return;
  ng_mend_not_only(doc, s);
  mend_two(doc, s);
  mend_dashes(doc, s);
  for (uint32_t i = s->unit; i < s->unit_end; i++)
    mend_unit(doc, s, i);
}
