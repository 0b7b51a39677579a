/* trigger_words.c - the words that a pattern asks for beside its trigger: theme
 * and subject. */
#include "extract/events/starts.h"

/* What a quantity counts: "dozens of protesters" are protesters. */
static uint32_t
counted(const ng_syntax *s, uint32_t unit)
{
  static const char quantities[] =
      "dozen hundred thousand million score number group majority part half "
      "some many several most all one two three four five six seven eight "
      "nine ten pair couple series round kind type lot member spate range "
      "raft host set package wave day week hour month year ton tonne kilo "
      "piece shipment load consignment dose act";
  uint32_t of = ng_child(s, unit, NG_REL_NMOD);
  bool money = ng_is_money(ng_unit_text(s, unit)) ||
               ng_unit_is(s, unit,
                          "dollar euro pound yen mark franc rouble ruble dlrs "
                          "million billion");
  if (of == NG_NONE || (ng_unit_at(s, unit)->upos != NG_NUM && !money &&
                        !ng_unit_is(s, unit, quantities)))
    return NG_NONE; /* "imposed $300 million in sanctions" */
  return ng_is_behind(s, of, money ? "of in" : "of") ? of : NG_NONE;
}

/* "named NAME director", where the parser takes the office for an apposition,
 * "named NAME as director". */
static void
add_office(const ng_syntax *s, uint32_t verb, ng_units *all)
{
  uint32_t object = ng_child(s, verb, NG_REL_OBJ);
  if (object == NG_NONE || !ng_unit_is(s, verb, "name nominate elect choose"))
    return;
  for (uint32_t c = s->child[object]; c != NG_NONE; c = s->next[c])
    if (c == object + 1 && ng_unit_relation(s, c) == NG_REL_APPOS)
      ng_units_add(all, c);
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > object && ng_is_behind(s, c, "as"))
      ng_units_add(all, c);
}

/* The candidates for a verb's theme: its deep objects, what it becomes, with
 * their conjuncts and what they count. */
static void
add_objects(const ng_syntax *s, uint32_t verb, ng_units *all)
{
  ng_units objects;
  ng_units_clear(&objects);
  bool passive = ng_is_passive(s, verb); /* "was given a sentence" */
  ng_deep_objects(s, verb, &objects);
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if ((ng_unit_relation(s, c) == NG_REL_XCOMP &&
         ng_unit_at(s, c)->upos == NG_NOUN) ||
        (passive && ng_unit_relation(s, c) == NG_REL_OBJ))
      ng_units_add(&objects, c);
  add_office(s, verb, all);
  for (uint32_t i = 0; i < objects.n; i++) {
    ng_conjuncts(s, objects.at[i], all);
    uint32_t of = counted(s, objects.at[i]);
    if (of != NG_NONE)
      ng_conjuncts(s, of, all);
  }
}

/* What a theme is known by: "$3.5 billion" by the sign. */
static uint32_t
theme_key(const ng_syntax *s, uint32_t unit)
{
  return ng_is_money(ng_unit_text(s, unit)) ? ng_form_key(NG_LIT("$"))
                                            : ng_unit_at(s, unit)->key;
}

/* What modifies a noun. */
static void
add_modifiers(const ng_syntax *s, uint32_t noun, ng_units *all)
{
  for (uint32_t c = s->child[noun]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r == NG_REL_COMPOUND || r == NG_REL_NMOD || r == NG_REL_AMOD)
      ng_units_add(all, c);
  }
}

/* They are the same for all patterns. */
const ng_themes *
ng_themes_of(const ng_matcher *m, uint8_t kind, uint32_t unit)
{
  ng_themes *t = &m->themes[kind != NG_TRIGGER_VERB];
  if (t->unit == unit)
    return t;
  t->unit = unit;
  t->bits = 0;
  ng_units_clear(&t->found);
  if (kind == NG_TRIGGER_VERB)
    add_objects(&m->syntax, unit, &t->found);
  else
    add_modifiers(&m->syntax, unit, &t->found);
  for (uint32_t i = 0; i < t->found.n; i++) {
    t->keys[i] = theme_key(&m->syntax, t->found.at[i]);
    t->bits |= ng_theme_bit(t->keys[i]);
  }
  return t;
}

uint32_t
ng_match_theme(const ng_matcher *m, const ng_pattern *p, uint32_t unit)
{
  const ng_themes *t = ng_themes_of(m, p->trigger, unit);
  for (uint32_t i = 0; i < t->found.n; i++)
    if (ng_wordlist_has(m->lexicon, p->theme, t->keys[i]))
      return t->found.at[i];
  return NG_NONE;
}

uint32_t
ng_match_subject(const ng_matcher *m, const ng_pattern *p, uint32_t verb)
{
  const ng_syntax *s = &m->syntax;
  ng_units subjects, all;
  ng_units_clear(&subjects);
  ng_units_clear(&all);
  ng_asked_subjects(m, verb, &subjects);
  for (uint32_t i = 0; i < subjects.n; i++) {
    ng_conjuncts(s, subjects.at[i], &all);
    uint32_t of = counted(s, subjects.at[i]);
    if (of != NG_NONE)
      ng_units_add(&all, of);
  }
  for (uint32_t i = 0; i < all.n; i++)
    if (ng_wordlist_has(m->lexicon, p->subject, ng_unit_at(s, all.at[i])->key))
      return all.at[i];
  return NG_NONE;
}
