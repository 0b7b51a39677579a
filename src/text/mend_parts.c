/* mend_parts.c - parts of sentences that parsers join to the wrong word. */
#include "text/mend_parts.h"
#include "core/str.h"
#include "text/ud.h"

/* "over claims that it broke the law", "amid calls for it": what stands right
 * behind such a word and has no subject is no finite verb. */
void
ng_mend_behind_preposition(ng_doc *doc, uint32_t i)
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
void
ng_mend_not_only(ng_doc *doc, const ng_sentence *s)
{
  uint32_t x = s->unit + 2;
  if (x + 1 >= s->unit_end || doc->units.at[x].head != NG_NONE ||
      doc->units.at[x].kind != NG_UNIT_NAME ||
      !ng_str_listed(doc->units.at[s->unit].lemma, " not ") ||
      !ng_str_listed(doc->units.at[x - 1].lemma, " only just merely "))
    return;
  uint32_t verb = ng_child_of(doc, x, NG_REL_CONJ, x + 1, s->unit_end);
  uint32_t y = verb == NG_NONE
                   ? NG_NONE
                   : ng_child_of(doc, verb, NG_REL_NSUBJ, x + 1, verb);
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
void
ng_mend_gerund(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *u = &doc->units.at[i], *first = &doc->units.at[s->unit];
  if (u->xpos != NG_XPOS_VBZ || u->head != s->unit || i == s->unit ||
      first->xpos != NG_XPOS_VBG || first->head == NG_NONE ||
      ng_child_of(doc, i, NG_REL_NSUBJ, s->unit, i) != NG_NONE ||
      ng_child_of(doc, i, NG_REL_MARK, s->unit, i) != NG_NONE ||
      ng_child_of(doc, i, NG_REL_CC, s->unit, i) != NG_NONE)
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
void
ng_mend_beside(ng_doc *doc, uint32_t i)
{
  ng_unit *u = &doc->units.at[i];
  if (u->label != NG_REL_NMOD || u->head == NG_NONE || u->head > i ||
      ng_child_of(doc, i, NG_REL_CC, u->head, i) == NG_NONE ||
      ng_child_of(doc, i, NG_REL_CASE, u->head, i) != NG_NONE)
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
void
ng_mend_beside_title(ng_doc *doc, const ng_sentence *s, uint32_t i)
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

/* "WHO Director-General NAME praised", taken for two who praised: whose office
 * it is stands before the title, and the person behind it did. */
void
ng_mend_office(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  enum { LONG = 5 };
  ng_unit *at = doc->units.at, *whose = &at[i];
  if (whose->kind != NG_UNIT_NAME || whose->label != NG_REL_NSUBJ ||
      whose->mention == NG_NONE || is_person(doc, whose))
    return;
  for (uint32_t k = i + 1; k < s->unit_end && k <= i + LONG; k++) {
    if (is_person(doc, &at[k])) {
      if (k > i + 1 && at[k].label == NG_REL_NSUBJ &&
          at[k].head == whose->head) {
        whose->head = k - 1;
        whose->label = NG_REL_COMPOUND;
      }
      return;
    }
    if (at[k].upos != NG_NOUN && at[k].upos != NG_PROPN && at[k].upos != NG_ADJ)
      return;
  }
}

static bool
is_finite(const ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  uint8_t xpos = doc->units.at[verb].xpos;
  uint32_t aux = ng_child_of(doc, verb, NG_REL_AUX_PASS, s->unit, verb);
  if (aux == NG_NONE)
    aux = ng_child_of(doc, verb, NG_REL_AUX, s->unit, verb);
  if (aux != NG_NONE)
    xpos = doc->units.at[aux].xpos;
  return xpos == NG_XPOS_VBD || xpos == NG_XPOS_VBZ || xpos == NG_XPOS_VBP;
}

/* "founded a party to oppose the king, but was arrested": who was arrested is
 * who founded it.  A finite verb is joined to a finite one, not to the
 * infinitive that stands nearest. */
void
ng_mend_joined(ng_doc *doc, const ng_sentence *s, uint32_t i)
{
  ng_unit *u = &doc->units.at[i];
  uint32_t near = u->head;
  if (u->label != NG_REL_CONJ || near == NG_NONE || near == s->unit ||
      doc->units.at[near].xpos != NG_XPOS_VB ||
      !ng_str_listed(doc->units.at[near - 1].lemma, " to ") ||
      ng_child_of(doc, i, NG_REL_NSUBJ, s->unit, i) != NG_NONE ||
      ng_child_of(doc, i, NG_REL_NSUBJ_PASS, s->unit, i) != NG_NONE)
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

void
ng_mend_said_behind(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  ng_unit *at = doc->units.at;
  if (verb == s->unit || at[verb - 1].label != NG_REL_APPOS)
    return;
  uint32_t what = at[verb - 1].head;
  if (what == NG_NONE || at[what].head != verb ||
      at[what].label != NG_REL_NSUBJ ||
      ng_child_of(doc, what, NG_REL_COP, s->unit, verb) == NG_NONE ||
      ng_child_of(doc, what, NG_REL_NSUBJ, s->unit, verb) == NG_NONE)
    return;
  at[what].label = NG_REL_CCOMP;
  at[verb - 1].head = verb;
  at[verb - 1].label = NG_REL_NSUBJ;
}

void
ng_mend_said_aside(ng_doc *doc, const ng_sentence *s, uint32_t verb)
{
  ng_unit *at = doc->units.at;
  uint32_t head = at[verb].head;
  if (at[verb].label != NG_REL_CCOMP || head == NG_NONE || head > verb ||
      !ng_str_listed(at[verb].lemma, "say report announce add confirm") ||
      !is_finite(doc, s, verb))
    return;
  uint32_t subject = ng_child_of(doc, verb, NG_REL_NSUBJ, head + 1, verb);
  uint32_t first = subject;
  while (first != NG_NONE && first > head + 1 && at[first - 1].head >= first &&
         at[first - 1].head <= subject && at[first - 1].upos != NG_PUNCT)
    first--;
  if (first != NG_NONE && first > head + 1 &&
      ng_str_equal(ng_doc_text(doc, at[first - 1].span), NG_LIT(",")))
    at[verb].label = NG_REL_PARATAXIS;
}
