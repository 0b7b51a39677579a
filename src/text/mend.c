/* mend.c - mistakes of parsers that are easy to see and cost a subject. */
#include "text/mend.h"

/* "Both aspire to join": taken for half of "both ... and", "both" leaves the
 * verb without a subject. */
static void
mend_both(ng_doc *doc, const ng_sentence *s)
{
  uint32_t verb = s->unit + 1;
  if (verb >= s->unit_end)
    return;
  ng_unit *both = &doc->units.at[s->unit];
  uint8_t upos = doc->units.at[verb].upos;
  bool is_verb = upos == NG_VERB || (upos == NG_AUX && both->head != verb);
  if (both->label != NG_REL_CC_PRECONJ || both->head == NG_NONE || !is_verb ||
      doc->units.at[both->head].upos != NG_VERB)
    return;
  both->upos = NG_PRON;
  both->label = NG_REL_NSUBJ;
}

/* The child of `head` by `label` in [from, to), or NG_NONE. */
static uint32_t
child(const ng_doc *doc, uint32_t head, uint8_t label, uint32_t from,
      uint32_t to)
{
  for (uint32_t i = from; i < to; i++)
    if (doc->units.at[i].head == head && doc->units.at[i].label == label)
      return i;
  return NG_NONE;
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
         child(doc, u->head, NG_REL_NSUBJ, s->unit, s->unit_end) == NG_NONE;
}

/* "Reports claimed Macron left": a second subject, behind the verb, is that of
 * the clause behind it, if that has none; "including, he claims, Macron": it is
 * none. */
static void
mend_subject(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  enum { FAR = 12 };
  uint32_t end = verb + FAR < s->unit_end ? verb + FAR : s->unit_end;
  uint32_t second = child(doc, verb, NG_REL_NSUBJ, verb + 1, end);
  uint32_t first = child(doc, verb, NG_REL_NSUBJ, s->unit, verb);
  if (second == NG_NONE || first == NG_NONE)
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
  uint32_t clause = child(doc, verb, NG_REL_CCOMP, second + 1, end);
  if (clause != NG_NONE && doc->units.at[clause].upos == NG_VERB &&
      child(doc, clause, NG_REL_NSUBJ, s->unit, s->unit_end) == NG_NONE)
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
      child(doc, verb, NG_REL_OBJ, s->unit, s->unit_end) != NG_NONE)
    return;
  name->head = verb;
  name->label = NG_REL_OBJ;
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

/* "over claims that it broke the law", "amid calls for it": what stands right
 * behind such a word and has no subject is no finite verb. */
static void
mend_behind_preposition(ng_doc *doc, uint32_t i)
{
  ng_unit *u = &doc->units.at[i];
  ng_unit *before = u - 1;
  if (u->xpos != NG_XPOS_VBZ || before->head != i ||
      (u->label != NG_REL_ADVCL && u->label != NG_REL_ACL) ||
      !ng_str_listed(before->lemma,
                     " over amid despite of about against following on with "))
    return;
  u->upos = NG_NOUN;
  u->xpos = NG_XPOS_NNS;
  u->label = u->label == NG_REL_ACL ? NG_REL_NMOD : NG_REL_OBL;
  before->label = NG_REL_CASE;
}

/* "Not only X but also Y attacked it": taken for X, and what Y did. */
static void
mend_not_only(ng_doc *doc, const ng_sentence *s)
{
  uint32_t x = s->unit + 2;
  if (x + 1 >= s->unit_end || doc->units.at[x].head != NG_NONE ||
      doc->units.at[x].kind != NG_UNIT_NAME ||
      !ng_str_listed(doc->units.at[s->unit].lemma, " not ") ||
      !ng_str_listed(doc->units.at[x - 1].lemma, " only just merely "))
    return;
  uint32_t verb = child(doc, x, NG_REL_CONJ, x + 1, s->unit_end);
  uint32_t y =
      verb == NG_NONE ? NG_NONE : child(doc, verb, NG_REL_NSUBJ, x + 1, verb);
  if (y == NG_NONE || doc->units.at[verb].upos != NG_VERB)
    return;
  doc->units.at[verb].head = NG_NONE;
  doc->units.at[verb].label = NG_REL_ROOT;
  doc->units.at[x].head = verb;
  doc->units.at[x].label = NG_REL_NSUBJ;
  doc->units.at[y].head = x;
  doc->units.at[y].label = NG_REL_CONJ;
  for (uint32_t i = x + 1; i < y; i++)
    if (doc->units.at[i].head == verb)
      doc->units.at[i].head = y; /* no arcs cross */
}

/* "Detaining suspects breaks the law, the court ruled": what breaks it is the
 * detaining, which nobody in the sentence does. */
static void
mend_gerund(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *u = &doc->units.at[i], *first = &doc->units.at[s->unit];
  if (u->xpos != NG_XPOS_VBZ || u->head != s->unit || i == s->unit ||
      first->xpos != NG_XPOS_VBG || first->head == NG_NONE ||
      child(doc, i, NG_REL_NSUBJ, s->unit, i) != NG_NONE ||
      child(doc, i, NG_REL_MARK, s->unit, i) != NG_NONE ||
      child(doc, i, NG_REL_CC, s->unit, i) != NG_NONE)
    return;
  u->head = first->head;
  u->label = NG_REL_CCOMP;
  first->head = i;
  first->label = NG_REL_CSUBJ;
  for (uint32_t k = i + 1; k < s->unit_end; k++)
    if (doc->units.at[k].head == s->unit)
      doc->units.at[k].head = i; /* no arcs cross */
}

/* "talks between Congo and M23 rebels": what has an "and" and no preposition of
 * its own is joined to the one before. */
static void
mend_beside(ng_doc *doc, uint32_t i)
{
  ng_unit *u = &doc->units.at[i];
  if (u->label != NG_REL_NMOD || u->head == NG_NONE || u->head > i ||
      child(doc, i, NG_REL_CC, u->head, i) == NG_NONE ||
      child(doc, i, NG_REL_CASE, u->head, i) != NG_NONE)
    return;
  for (uint32_t k = i; k-- > u->head + 1;)
    if (doc->units.at[k].head == u->head &&
        doc->units.at[k].label == NG_REL_NMOD) {
      u->head = k;
      u->label = NG_REL_CONJ;
      return;
    }
}

static bool
is_person(const ng_doc *doc, const ng_unit *u)
{
  return u->kind == NG_UNIT_NAME && u->mention != NG_NONE &&
         doc->entities.at[doc->mentions.at[u->mention].entity].type ==
             NG_PERSON;
}

/* "the leader of the party, NAME, left": the leader is NAME, not the party. */
static void
mend_beside_title(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *u = &doc->units.at[i];
  uint32_t of = u->head;
  if (u->label != NG_REL_APPOS || !is_person(doc, u) || of == NG_NONE ||
      of > i || is_person(doc, &doc->units.at[of]) ||
      doc->units.at[of].label != NG_REL_NMOD)
    return;
  uint32_t title = doc->units.at[of].head;
  if (title == NG_NONE || title > of || doc->units.at[title].upos != NG_NOUN ||
      !ng_str_listed(doc->units.at[title].lemma,
                     " leader head chief president minister premier chairman"
                     " director secretary governor mayor ambassador founder"
                     " spokesman spokeswoman commander editor king queen "))
    return;
  for (uint32_t k = i; k < s->unit_end; k++)
    if (doc->units.at[k].head == of)
      doc->units.at[k].head = title; /* no arcs cross */
}

static bool
is_finite(const ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  uint8_t xpos = doc->units.at[verb].xpos;
  uint32_t aux = child(doc, verb, NG_REL_AUX_PASS, s->unit, verb);
  if (aux == NG_NONE)
    aux = child(doc, verb, NG_REL_AUX, s->unit, verb);
  if (aux != NG_NONE)
    xpos = doc->units.at[aux].xpos;
  return xpos == NG_XPOS_VBD || xpos == NG_XPOS_VBZ || xpos == NG_XPOS_VBP;
}

/* "founded a party to oppose the king, but was arrested": who was arrested is
 * who founded it.  A finite verb is joined to a finite one, not to the
 * infinitive that stands nearest. */
static void
mend_joined(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *u = &doc->units.at[i];
  uint32_t near = u->head;
  if (u->label != NG_REL_CONJ || near == NG_NONE || near == s->unit ||
      doc->units.at[near].xpos != NG_XPOS_VB ||
      !ng_str_listed(doc->units.at[near - 1].lemma, " to ") ||
      child(doc, i, NG_REL_NSUBJ, s->unit, i) != NG_NONE ||
      child(doc, i, NG_REL_NSUBJ_PASS, s->unit, i) != NG_NONE)
    return;
  uint32_t over = doc->units.at[near].head;
  if (over == NG_NONE || over > near || doc->units.at[over].upos != NG_VERB ||
      !is_finite(doc, s, over) || !is_finite(doc, s, i))
    return;
  u->head = over;
  for (uint32_t k = i + 1; k < s->unit_end; k++)
    if (doc->units.at[k].head == near)
      doc->units.at[k].head = over; /* no arcs cross */
}

static bool
is_by(const ng_doc *doc, uint32_t i)
{
  const ng_unit *u = &doc->units.at[i];
  return u->span.end - u->span.begin == 2 && u->upos == NG_ADP &&
         memcmp(doc->text.at + u->span.begin, "by", 2) == 0;
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
      noun->upos != NG_NOUN || !is_by(doc, i + 1))
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

void
ng_mend_sentence(ng_doc *doc, const ng_sentence *s)
{
  enum { LONG = 300 };
  mend_both(doc, s);
  if (s->unit_end - s->unit > LONG)
    return;
  mend_not_only(doc, s);
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    if (i + 1 < s->unit_end)
      mend_names(doc, i);
    if (i > s->unit)
      mend_behind_preposition(doc, i);
    mend_beside_title(doc, s, i);
    mend_beside(doc, i);
    mend_object(&doc->units.at[i]);
    mend_elected(doc, s, i);
    mend_done_by(doc, s, i);
    if (doc->units.at[i].upos == NG_VERB) {
      mend_subject(doc, s, i);
      mend_gerund(doc, s, i);
      mend_joined(doc, s, i);
    }
  }
}
