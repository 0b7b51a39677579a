/* described_by.c - who a noun says something about: "member" in "Croatia is a
 * member", "Croatia, a member", "EU member Croatia", "five members - Cyprus,
 * Greece". */
#include "extract/events/events.h"

/* How many nouns deep one describes another: "one of the founders". */
enum { DEPTH = 4 };

static bool
is_named(const ng_syntax *s, uint32_t unit)
{
  return s->mention[unit] != NG_NONE;
}

static bool
is_plural(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  return u->xpos == NG_XPOS_NNS || u->upos == NG_NUM;
}

/* "Russian cosmonauts Aleksandr Kaleri and Oleg Skripochka, and NASA astronaut
 * Scott Kelly": the last has a noun of his own. */
static bool
has_own_noun(const ng_syntax *s, uint32_t name)
{
  for (uint32_t c = s->child[name]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((c < name && ng_unit_at(s, c)->upos == NG_NOUN &&
         (r == NG_REL_NMOD || r == NG_REL_COMPOUND)) ||
        (c > name && r == NG_REL_APPOS && ng_unit_at(s, c)->upos == NG_NOUN))
      return true;
  }
  return false;
}

static void
add_all(const ng_syntax *s, uint32_t unit, bool plural, ng_units *out)
{
  if (!plural) {
    ng_units_add(out, unit);
    return;
  }
  ng_units all;
  ng_units_clear(&all);
  uint32_t first = ng_first_conjunct(s, unit);
  ng_conjuncts(s, first, &all);
  for (uint32_t i = 0; i < all.n; i++)
    if (all.at[i] == first || !has_own_noun(s, all.at[i]))
      ng_units_add(out, all.at[i]);
}

/* Names in apposition to the noun: "his wife, Carol"; of a plural, all. */
static void
add_appositions(const ng_syntax *s, uint32_t noun, ng_units *out)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_APPOS || r == NG_REL_FLAT) && c > noun && is_named(s, c))
      add_all(s, c, is_plural(s, noun), out);
  }
}

/* "Facebook founder Mark Zuckerberg": parsers hang both on anything. */
static void
add_next(const ng_syntax *s, uint32_t noun, ng_units *out)
{
  const ng_doc *doc = s->doc;
  uint32_t next = noun + 1;
  if (next >= doc->units.n || !is_named(s, next) ||
      ng_unit_sentence(doc, next) != ng_unit_sentence(doc, noun))
    return;
  const ng_unit *u = ng_unit_at(s, noun), *name = ng_unit_at(s, next);
  ng_mention_kind kind =
      (ng_mention_kind)doc->mentions.at[s->mention[next]].kind;
  bool tied = name->head == noun || u->head == next || u->head == name->head;
  if (tied && !is_plural(s, noun) && name->upos == NG_PROPN &&
      kind == NG_KIND_NAME && ng_preposition(s, next) == NG_NONE)
    ng_units_add(out, next);
}

/* "They are members": each; "she is a member": of "she and he", neither. */
static void
add_subjects(const ng_syntax *s, uint32_t word, bool plural, ng_units *out)
{
  ng_units found;
  ng_units_clear(&found);
  ng_deep_subjects(s, word, &found);
  for (uint32_t i = 0; i < found.n; i++)
    add_all(s, found.at[i], plural, out);
}

static bool
is_copular(const ng_syntax *s, uint32_t noun)
{
  return ng_child(s, noun, NG_REL_COP) != NG_NONE;
}

/* "became a member", "served as chairman", "was named a member". */
static void
add_by_verb(const ng_syntax *s, uint32_t noun, ng_units *out)
{
  const ng_unit *u = ng_unit_at(s, noun);
  ng_relation r = ng_unit_relation(s, noun);
  if (u->head == NG_NONE || !ng_is_verb(s, u->head))
    return;
  uint32_t preposition = ng_preposition(s, noun);
  bool as = r == NG_REL_OBL && preposition != NG_NONE &&
            ng_unit_is(s, preposition, "as");
  bool is = (r == NG_REL_XCOMP || r == NG_REL_OBJ) && preposition == NG_NONE;
  if ((is && ng_unit_is(s, u->head, "become remain stay")) ||
      (as && ng_unit_is(s, u->head, "serve act work begin start remain")))
    add_subjects(s, u->head, is_plural(s, noun), out);
}

static uint8_t
type_of(const ng_syntax *s, uint32_t unit)
{
  const ng_doc *doc = s->doc;
  return (uint8_t)doc->entities.at[doc->mentions.at[s->mention[unit]].entity]
      .type;
}

/* The name that the noun is in apposition to: its head; or the last of those
 * joined to that, which parsers confuse: "Merkel and Weber, a Polish lawyer".
 * NG_NONE where it might as well be a nearer name of the same kind, or one of a
 * list: "Carrascal, north of Tandag City, the capital". */
static uint32_t
apposed(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head, left = noun;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_relation(s, c) != NG_REL_PUNCT)
      left = c < left ? c : left;
  while (s->child[left] != NG_NONE && s->child[left] < left)
    left = s->child[left];
  if (head > noun || left < head + 2)
    return head;
  if (ng_unit_at(s, left - 1)->upos == NG_CCONJ ||
      ng_unit_at(s, left)->upos == NG_CCONJ)
    return NG_NONE;
  uint32_t near = left - 2;
  if (near == head || !is_named(s, near) ||
      type_of(s, near) != type_of(s, head))
    return head;
  return ng_first_conjunct(s, near) == ng_first_conjunct(s, head) ? near
                                                                  : NG_NONE;
}

/* "went to Erbil, the capital of ...": a name, a comma and "the", where the
 * parser saw a second subject behind the verb. */
static uint32_t
behind_comma(const ng_syntax *s, uint32_t noun)
{
  uint32_t det = ng_child(s, noun, NG_REL_DET);
  bool lost = ng_unit_relation(s, noun) == NG_REL_NSUBJ &&
              ng_unit_at(s, noun)->head < noun;
  if (!lost || det == NG_NONE || det < 2 || is_plural(s, noun) ||
      !ng_unit_is(s, det, "the a an") || !ng_unit_is(s, det - 1, ",") ||
      !is_named(s, det - 2) ||
      ng_unit_sentence(s->doc, det - 2) != ng_unit_sentence(s->doc, noun))
    return NG_NONE;
  return det - 2;
}

/* One noun; *outer: the noun that it is a part or conjunct of, whose
 * description it shares, or NG_NONE. */
static void
add_own(const ng_syntax *s, uint32_t noun, ng_units *out, uint32_t *outer)
{
  const ng_unit *u = ng_unit_at(s, noun);
  *outer = NG_NONE;
  add_appositions(s, noun, out);
  add_next(s, noun, out);
  if (out->n)
    return;
  if (is_copular(s, noun) || ng_child(s, noun, NG_REL_NSUBJ) != NG_NONE) {
    add_subjects(s, noun, is_plural(s, noun), out);
    return;
  }
  uint32_t preposition = ng_preposition(s, noun), name = behind_comma(s, noun);
  if (name != NG_NONE) {
    ng_units_add(out, name);
    return;
  }
  switch (ng_unit_relation(s, noun)) {
  case NG_REL_APPOS:
    if (is_named(s, u->head) && apposed(s, noun) != NG_NONE)
      add_all(s, apposed(s, noun), is_plural(s, noun), out);
    else if (!is_named(s, u->head))
      *outer = u->head;
    break;
  case NG_REL_CONJ:
    if (!is_named(s, u->head))
      *outer = u->head;
    break;
  case NG_REL_NMOD:
    if (preposition != NG_NONE && ng_unit_is(s, preposition, "of among") &&
        (ng_unit_at(s, u->head)->upos == NG_NUM ||
         ng_unit_is(s, u->head, "one some many several all both most each")))
      *outer = u->head;
    break;
  default:
    add_by_verb(s, noun, out);
    break;
  }
}

void
ng_described(const ng_syntax *s, uint32_t noun, ng_units *out)
{
  for (int i = 0; i < DEPTH && noun != NG_NONE && out->n == 0; i++)
    add_own(s, noun, out, &noun);
}

/* --- possessors ----------------------------------------------------------- */

static bool
is_person(const ng_syntax *s, uint32_t unit)
{
  return is_named(s, unit) &&
         s->doc->entities.at[s->doc->mentions.at[s->mention[unit]].entity]
                 .type == NG_PERSON;
}

uint32_t
ng_possessor(const ng_syntax *s, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(s, unit);
  if (u->label != NG_REL_NMOD_POSS || u->head == NG_NONE ||
      !ng_unit_is(s, unit, "his her"))
    return NG_NONE;
  uint32_t noun = u->head;
  uint32_t first = ng_first_conjunct(s, noun);
  if (first != noun)
    return first < unit && is_person(s, first) ? first : NG_NONE;
  uint32_t verb = noun;
  for (int i = 0; i < DEPTH && verb != NG_NONE && !ng_is_verb(s, verb); i++)
    verb = ng_unit_at(s, verb)->head;
  if (verb == NG_NONE || !ng_is_verb(s, verb))
    return NG_NONE;
  ng_units subjects;
  ng_units_clear(&subjects);
  ng_deep_subjects(s, verb, &subjects);
  return subjects.n == 1 && subjects.at[0] < unit && subjects.at[0] != noun &&
                 is_person(s, subjects.at[0])
             ? subjects.at[0]
             : NG_NONE;
}
