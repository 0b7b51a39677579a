#include "extract/speech/probe.h"

/* Is the single mark at either end of a quotation? */
static bool
bounds_quote(const ng_probe *p, uint32_t unit)
{
  enum { NEAR = 3 };
  const ng_listener *l = p->l;
  ng_span span = p->doc->units.at[unit].span;
  uint32_t from = l->quote > NEAR ? l->quote - NEAR : 0;
  for (uint32_t i = from; i < l->quotes.n && i < l->quote + NEAR; i++) {
    ng_span q = l->quotes.at[i].span;
    if (q.begin == span.end || q.end == span.begin)
      return true;
  }
  return false;
}

bool
ng_probe_looks_mark(const ng_probe *p, uint32_t unit)
{
  return ng_probe_text_is(p, unit, " \" “ ” « » „ ") ||
         (ng_probe_text_is(p, unit, " ' ‘ ’ ") && bounds_quote(p, unit));
}

/* The subject of `verb`: the one next to it, if the parse gives several. One
 * behind it is no pronoun: "NAME, said it was". */
uint32_t
ng_probe_subject(const ng_probe *p, uint32_t verb)
{
  uint32_t found = NG_NONE;
  int left = NG_CHILDREN;
  for (uint32_t c = p->b->first[verb]; c != NG_NONE; c = p->b->next[c]) {
    uint8_t is = ng_probe_label(p, c);
    if (is != NG_REL_NSUBJ && is != NG_REL_NSUBJ_PASS &&
        is != NG_REL_NSUBJ_OUTER)
      is = NG_N_RELATIONS;
    if (is != NG_N_RELATIONS &&
        (c < verb || (found == NG_NONE && ng_probe_upos(p, c) != NG_PRON)))
      found = c;
    if (--left == 0)
      break;
  }
  return found;
}

/* "who", "which": the word that the relative clause hangs on. */
uint32_t
ng_probe_antecedent(const ng_probe *p, uint32_t subject, uint32_t verb)
{
  uint8_t xpos = p->doc->units.at[subject].xpos;
  if (xpos != NG_XPOS_WP && xpos != NG_XPOS_WDT)
    return subject;
  for (int up = 0; up < 3 && verb != NG_NONE; up++) {
    if (ng_probe_label(p, verb) == NG_REL_ACL_RELCL)
      return p->doc->units.at[verb].head;
    verb = p->doc->units.at[verb].head;
  }
  return NG_NONE;
}

/* "State media quoted him as saying": who is quoted. */
static uint32_t
quoted(const ng_probe *p, uint32_t verb)
{
  if (ng_probe_is_passive(p->b, verb))
    return ng_probe_subject(p, verb);
  uint32_t object = ng_branch_child(p->b, verb, NG_REL_OBJ);
  return object != NG_NONE ? object : ng_branch_child(p->b, verb, NG_REL_IOBJ);
}

/* "X said that Y agreed to it and said ...": X again, not Y. */
static bool
says_again(const ng_probe *p, uint32_t verb, uint32_t head)
{
  uint32_t over = p->doc->units.at[head].head;
  return ng_probe_label(p, head) == NG_REL_CCOMP && over != NG_NONE &&
         ng_str_equal(p->doc->units.at[over].lemma,
                      p->doc->units.at[verb].lemma);
}

/* "issued a statement saying": who issued it says so, rather than what was
 * issued. */
static uint32_t
issuer(const ng_probe *p, uint32_t noun)
{
  uint32_t verb = p->doc->units.at[noun].head;
  if (ng_probe_label(p, noun) != NG_REL_OBJ || verb == NG_NONE ||
      !ng_unit_in(p->doc, noun,
                  " statement letter message post tweet article note video "
                  "communique declaration speech interview column memo "))
    return noun;
  uint32_t subject = ng_probe_subject(p, verb);
  return subject == NG_NONE ? noun : subject;
}

/* The subject by the parse: its own, or of the verb that it is joined to or
 * depends on ("met Y and said", "left, saying"). */
static uint32_t
parsed_subject(const ng_probe *p)
{
  uint32_t verb = p->verb;
  for (int up = 0; up < 4 && verb != NG_NONE; up++) {
    uint32_t subject = ng_probe_subject(p, verb);
    if (subject != NG_NONE)
      return ng_probe_antecedent(p, subject, verb);
    uint8_t is = ng_probe_label(p, verb);
    uint32_t head = p->doc->units.at[verb].head;
    if (head == NG_NONE)
      break;
    if (is == NG_REL_CONJ && says_again(p, verb, head))
      head = p->doc->units.at[head].head;
    if (is == NG_REL_ADVCL && p->doc->units.at[verb].xpos == NG_XPOS_VBG &&
        ng_unit_in(p->doc, head, " quote cite "))
      return quoted(p, head);
    if (is == NG_REL_ACL && ng_unit_is_nominal(p->doc, head))
      return issuer(p, head);
    if (is != NG_REL_CONJ && is != NG_REL_ADVCL && is != NG_REL_XCOMP)
      break;
    verb = head;
  }
  return NG_NONE;
}

/* The head of the phrase that ends with the noun `unit`: "planner" of "the
 * planner for the summit", "group" of "the group NAME". */
static uint32_t
head_of_phrase(const ng_probe *p, uint32_t unit)
{
  for (int up = 0; up < 4; up++) {
    uint32_t head = p->doc->units.at[unit].head;
    uint8_t is = ng_probe_label(p, unit);
    if ((is != NG_REL_NMOD && is != NG_REL_COMPOUND && is != NG_REL_FLAT) ||
        head == NG_NONE || head > unit || head < p->from ||
        !ng_unit_is_nominal(p->doc, head))
      break;
    for (uint32_t i = head; i < unit; i++)
      if (ng_probe_upos(p, i) == NG_PUNCT)
        return unit;
    unit = head;
  }
  return unit;
}

/* "NAME, of Torfaen, said": not the town. */
static uint32_t
behind_aside(const ng_probe *p, uint32_t unit)
{
  uint32_t head = p->doc->units.at[unit].head;
  bool aside = ng_probe_label(p, unit) == NG_REL_NMOD && head != NG_NONE &&
               head >= p->from && head < unit &&
               ng_branch_child(p->b, unit, NG_REL_CASE) != NG_NONE;
  return aside && ng_unit_is_nominal(p->doc, head) ? head : unit;
}

/* "said Republican John McCain": the name behind the party's. */
static bool
names_person(const ng_probe *p, uint32_t unit)
{
  uint32_t mention = unit < p->to ? p->b->mention[unit] : NG_NONE;
  return mention != NG_NONE && p->doc->units.at[unit].kind == NG_UNIT_NAME &&
         ng_is_person(p->doc, p->doc->mentions.at[mention].entity);
}

/* The subject by its place: the noun right before, or behind "said". */
static uint32_t
placed_subject(const ng_probe *p)
{
  uint32_t i = p->verb;
  while (i > p->from && (ng_probe_upos(p, i - 1) == NG_ADV ||
                         ng_probe_upos(p, i - 1) == NG_AUX ||
                         ng_probe_upos(p, i - 1) == NG_PART))
    i--;
  if (i > p->from && ng_unit_is_nominal(p->doc, i - 1))
    return head_of_phrase(p, i - 1);
  if (i != p->verb || i < p->from + 2 || ng_probe_upos(p, i - 1) != NG_PUNCT)
    return NG_NONE;
  if (ng_probe_upos(p, i - 2) == NG_PROPN &&
      (ng_probe_upos(p, i + 1) == NG_PRON ||
       ng_probe_upos(p, i + 1) == NG_SCONJ))
    return behind_aside(p, i - 2); /* "the envoy, NAME, said it was" */
  for (i = p->verb + 1; i < p->to && i < p->verb + 6; i++)
    if (ng_unit_is_nominal(p->doc, i))
      return names_person(p, i + 1) && !names_person(p, i) ? i + 1 : i;
  return NG_NONE;
}

/* Where the frame begins: with its subject's first word, but not before the
 * comma or mark that parts it from what is said. */
void
ng_probe_frame(ng_probe *p)
{
  p->subject = parsed_subject(p);
  if (p->subject == NG_NONE)
    p->subject = placed_subject(p);
  p->begin = p->verb;
  p->behind = p->verb + 1;
  if (p->subject == NG_NONE || p->subject < p->from || p->subject >= p->to ||
      (p->subject < p->verb && ng_probe_label(p, p->verb) == NG_REL_CONJ &&
       p->doc->units.at[p->subject].head != p->verb))
    return;
  if (p->subject > p->verb) {
    uint32_t end = p->b->right[p->subject] + 1;
    while (p->behind < end && ng_probe_upos(p, p->behind) != NG_PUNCT)
      p->behind++;
    return;
  }
  for (uint32_t i = p->verb; i > p->from; i--) {
    uint8_t is = ng_probe_upos(p, i - 1);
    bool clause = is == NG_PUNCT && i - 1 < p->subject;
    if (clause || i - 1 < p->b->left[p->subject] || p->verb - i > 40)
      break;
    p->begin = i - 1;
  }
}
