/* events_paths.c - does a pattern fit its trigger, and which words fill its
 * roles. */
#include "extract/events.h"

/* --- the trigger
 * ---------------------------------------------------------------- */

static bool
has_class(const ng_unit *u, uint8_t kind)
{
  switch ((ng_trigger_kind)kind) {
  case NG_TRIGGER_VERB:
    return u->upos == NG_VERB || u->upos == NG_AUX ||
           ((u->xpos == NG_XPOS_VBN || u->xpos == NG_XPOS_VBG) &&
            u->upos != NG_NOUN) ||
           u->kind == NG_UNIT_HYPHENATED;
  case NG_TRIGGER_NOUN:
    return u->upos == NG_NOUN || u->upos == NG_PROPN;
  default:
    return u->upos == NG_ADJ || u->upos == NG_ADV || u->upos == NG_NOUN ||
           u->upos == NG_VERB;
  }
}

static bool
form_is(const ng_syntax *s, uint32_t unit, ng_str word)
{
  return ng_form_key(ng_unit_text(s, unit)) == ng_form_key(word);
}

/* "called the answer hasty and unfounded": what is said of the object, also
 * where the parser takes it for a part of that. */
static bool
is_called(const ng_syntax *s, uint32_t object, ng_str word)
{
  for (uint32_t c = s->child[object]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (c < object || (r != NG_REL_AMOD && r != NG_REL_CONJ))
      continue;
    if (ng_unit_at(s, c)->upos == NG_ADJ && form_is(s, c, word))
      return true;
    for (uint32_t d = s->child[c]; d != NG_NONE; d = s->next[d])
      if (ng_unit_relation(s, d) == NG_REL_CONJ &&
          ng_unit_at(s, d)->upos == NG_ADJ && form_is(s, d, word))
        return true;
  }
  return false;
}

/* Is `word` a part of the verb: right behind it, hanging on it, or the
 * preposition of what does? */
static bool
goes_with(const ng_syntax *s, uint32_t verb, ng_str word)
{
  const ng_sentence *sentence =
      &s->doc->sentences.at[ng_unit_sentence(s->doc, verb)];
  if (verb + 1 < sentence->unit_end && form_is(s, verb + 1, word))
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (c > verb && (r == NG_REL_OBJ || r == NG_REL_XCOMP) &&
        is_called(s, c, word))
      return true;
    if (c > verb && form_is(s, c, word) &&
        (r == NG_REL_CCOMP || r == NG_REL_COMPOUND || r == NG_REL_ADVMOD ||
         r == NG_REL_OBJ || r == NG_REL_OBL || r == NG_REL_XCOMP ||
         r == NG_REL_CASE))
      return true;
    uint32_t preposition = ng_preposition(s, c);
    if (c > verb && preposition != NG_NONE && form_is(s, preposition, word))
      return true;
  }
  return false;
}

/* Of "take_part_in" all words follow somewhere; of nouns they stand before. */
static bool
others_fit(const ng_syntax *s, const ng_trigger *t, uint8_t kind, uint32_t unit)
{
  ng_str rest = t->others;
  uint32_t back = 0, first, verb = unit;
  for (size_t i = 0; i < rest.len; i++)
    back += rest.at[i] == '_';
  first = s->doc->sentences.at[ng_unit_sentence(s->doc, unit)].unit;
  if (kind != NG_TRIGGER_VERB && unit - first < back + 1)
    return rest.len == 0;
  unit -= kind == NG_TRIGGER_VERB ? 0 : back + 1;
  while (rest.len) {
    size_t n = 0;
    while (n < rest.len && rest.at[n] != '_')
      n++;
    ng_str word = ng_str_slice(rest, 0, n);
    if (kind != NG_TRIGGER_VERB) {
      if (!form_is(s, unit++, word))
        return false;
    } else if (!goes_with(s, verb, word) &&
               !(verb != unit && goes_with(s, unit, word)))
      return false;
    else if (unit + 1 < s->doc->units.n && form_is(s, unit + 1, word))
      unit++;
    rest = ng_str_slice(rest, n < rest.len ? n + 1 : n, rest.len);
  }
  return true;
}

/* What a quantity counts: "dozens of protesters" are protesters. */
static uint32_t
counted(const ng_syntax *s, uint32_t unit)
{
  static const char quantities[] =
      "dozen hundred thousand million score number group majority part half "
      "some many several most all one two three four five six seven eight "
      "nine ten pair couple series round kind type lot member spate range "
      "raft host set package wave day week hour month year ton tonne kilo "
      "piece shipment load consignment dose";
  uint32_t of = ng_child(s, unit, NG_REL_NMOD);
  if (of == NG_NONE ||
      (ng_unit_at(s, unit)->upos != NG_NUM && !ng_unit_is(s, unit, quantities)))
    return NG_NONE;
  uint32_t preposition = ng_preposition(s, of);
  return preposition != NG_NONE && ng_unit_is(s, preposition, "of") ? of
                                                                    : NG_NONE;
}

/* The candidates for a verb's theme: its deep objects, what it becomes, with
 * their conjuncts and what they count. */
static void
add_objects(const ng_syntax *s, uint32_t verb, ng_units *all)
{
  ng_units objects = {0};
  ng_deep_objects(s, verb, &objects);
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_XCOMP &&
        ng_unit_at(s, c)->upos == NG_NOUN)
      ng_units_add(&objects, c);
  for (uint32_t i = 0; i < objects.n; i++) {
    ng_conjuncts(s, objects.at[i], all);
    uint32_t of = counted(s, objects.at[i]);
    if (of != NG_NONE)
      ng_conjuncts(s, of, all);
  }
}

/* The theme: the deep object of a verb or one of its conjuncts; of a noun, what
 * modifies it. */
static uint32_t
find_theme(const ng_matcher *m, const ng_pattern *p, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  ng_units all = {0};
  if (p->trigger == NG_TRIGGER_VERB)
    add_objects(s, unit, &all);
  else
    for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
      if (ng_unit_relation(s, c) == NG_REL_COMPOUND ||
          ng_unit_relation(s, c) == NG_REL_NMOD ||
          ng_unit_relation(s, c) == NG_REL_AMOD)
        ng_units_add(&all, c);
  for (uint32_t i = 0; i < all.n; i++) {
    ng_str text = ng_unit_text(s, all.at[i]);
    if (text.at[0] == '$')
      text.len = 1; /* "$3.5 billion" */
    if (ng_pattern_has_theme(m->lexicon, p, text))
      return all.at[i];
  }
  return NG_NONE;
}

/* How many words of the lemma stand beside the trigger. */
static uint8_t
words_of(ng_str others)
{
  uint8_t n = others.len > 0;
  for (size_t i = 0; i < others.len; i++)
    n = (uint8_t)(n + (others.at[i] == '_'));
  return n;
}

/* "called the election a fraud" */
static bool
is_naming(const ng_syntax *s, const ng_pattern *p, uint32_t verb)
{
  uint32_t name = ng_child(s, verb, NG_REL_XCOMP);
  return p->trigger == NG_TRIGGER_VERB && p->evokes == NG_EVOKES_EVENT &&
         (p->class == NG_EVENT_Election || p->class == NG_EVENT_Meeting) &&
         ng_unit_is(s, verb, "call") && name != NG_NONE && !ng_is_verb(s, name);
}

/* "press on", "fight off", "call off": another verb than "press". */
static bool
is_phrasal(const ng_syntax *s, uint32_t verb)
{
  uint32_t n = s->doc->units.n;
  if (verb + 2 < n && ng_unit_is(s, verb + 1, "on ahead forward") &&
      ng_unit_is(s, verb + 2, "with"))
    return true;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == NG_REL_COMPOUND_PRT && c > verb)
      return ng_unit_is(s, c, "on ahead over down away back through forward") ||
             ng_unit_is(s, verb,
                        "call put take turn give hold strike stand "
                        "carry fight break press push");
  return false;
}

/* "elected officials" tells of no election; "newly elected" does. */
static bool
is_standing_word(const ng_syntax *s, const ng_pattern *p, uint32_t unit)
{
  return p->evokes == NG_EVOKES_EVENT && p->class == NG_EVENT_Election &&
         p->trigger == NG_TRIGGER_VERB &&
         ng_unit_relation(s, unit) == NG_REL_AMOD &&
         ng_child(s, unit, NG_REL_ADVMOD) == NG_NONE;
}

bool
ng_match_trigger(const ng_matcher *m, const ng_trigger *trigger, uint32_t unit,
                 ng_match *match)
{
  const ng_pattern *p = &m->lexicon->patterns.at[trigger->pattern];
  const ng_syntax *s = &m->syntax;
  if (!has_class(ng_unit_at(s, unit), p->trigger) ||
      !others_fit(s, trigger, p->trigger, unit) ||
      (p->particle.len && !goes_with(s, unit, p->particle)))
    return false;
  *match = (ng_match){.pattern = p,
                      .trigger = unit,
                      .light = NG_NONE,
                      .several = words_of(trigger->others)};
  match->theme = p->n_theme ? find_theme(m, p, unit) : NG_NONE;
  if (p->n_theme && match->theme == NG_NONE)
    return false;
  if (p->trigger == NG_TRIGGER_ADJ && ng_is_verb(s, unit) &&
      ng_unit_relation(s, unit) != NG_REL_AMOD)
    return false;
  if (is_standing_word(s, p, unit) || is_naming(s, p, unit) ||
      (p->trigger == NG_TRIGGER_VERB && !trigger->others.len &&
       !p->particle.len && is_phrasal(s, unit)))
    return false;
  if (p->trigger == NG_TRIGGER_NOUN)
    match->light = ng_light_verb(s, unit);
  return true;
}

/* --- light verbs
 * ------------------------------------------------------------------ */

static const char light_verbs[] =
    "hold have make take give issue launch stage conduct carry begin start "
    "open host attend join resume reach sign strike pay wage mount deliver "
    "offer impose announce undertake continue convene lead lodge file mark "
    "end finish conclude organize organise participate engage agree plan "
    "schedule cancel postpone";

uint32_t
ng_light_verb(const ng_syntax *s, uint32_t noun)
{
  noun = ng_first_conjunct(s, noun);
  const ng_unit *u = ng_unit_at(s, noun);
  ng_relation r = ng_unit_relation(s, noun);
  if (u->head == NG_NONE || !ng_is_verb(s, u->head))
    return NG_NONE;
  bool passive = u->label == NG_REL_NSUBJ_PASS;
  uint32_t preposition = ng_preposition(s, noun);
  bool in = r == NG_REL_OBL && preposition != NG_NONE &&
            ng_unit_is(s, preposition, "in") &&
            ng_unit_is(s, u->head, "participate engage take join");
  if ((r == NG_REL_OBJ || passive || in) && ng_unit_is(s, u->head, light_verbs))
    return u->head;
  return NG_NONE;
}

/* --- paths
 * ---------------------------------------------------------------------------
 */

static void
add_related(const ng_syntax *s, uint32_t unit, ng_relation relation,
            ng_units *out)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (ng_unit_relation(s, c) == relation)
      ng_units_add(out, c);
}

/* "EU-backed": says who backs it, not whose it is. */
static bool
is_participle(const ng_syntax *s, uint32_t unit)
{
  ng_str text = ng_unit_text(s, unit);
  if (ng_unit_at(s, unit)->kind != NG_UNIT_HYPHENATED || text.len < 3)
    return false;
  ng_str end = ng_str_slice(text, text.len - 2, text.len);
  return ng_str_equal(end, NG_LIT("ed")) ||
         (text.len > 4 &&
          (ng_str_equal(ng_str_slice(text, text.len - 4, text.len),
                        NG_LIT("-led")) ||
           ng_str_equal(ng_str_slice(text, text.len - 4, text.len),
                        NG_LIT("-run"))));
}

/* Names and demonyms before a noun. */
static void
add_modifiers(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    const ng_unit *u = ng_unit_at(s, c);
    if (c < unit &&
        (r == NG_REL_AMOD || r == NG_REL_COMPOUND || r == NG_REL_NMOD ||
         r == NG_REL_NUMMOD) &&
        ng_preposition(s, c) == NG_NONE && u->label != NG_REL_NMOD_POSS &&
        !is_participle(s, c))
      ng_units_add(out, c);
  }
  if (ng_unit_at(s, unit)->kind == NG_UNIT_HYPHENATED)
    ng_units_add(out, unit);
}

static bool
has_own_preposition(const ng_matcher *m, uint32_t unit, uint64_t wanted)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r != NG_REL_CASE && r != NG_REL_MARK)
      continue;
    char room[16];
    ng_str text = ng_unit_text(s, c);
    if (text.len > sizeof room)
      continue;
    for (size_t i = 0; i < text.len; i++)
      room[i] = (char)(text.at[i] | (text.at[i] < 'a' ? 0x20 : 0));
    if (ng_lexicon_preposition(m->lexicon, (ng_str){room, text.len}) & wanted)
      return true;
  }
  return false;
}

/* Parsers hang it on the title: "of President-elect X". */
static bool
has_preposition(const ng_matcher *m, uint32_t unit, uint64_t wanted)
{
  uint32_t title = ng_unit_title(&m->syntax, unit);
  return has_own_preposition(m, unit, wanted) ||
         (title != NG_NONE &&
          ng_child(&m->syntax, unit, NG_REL_CASE) == NG_NONE &&
          has_own_preposition(m, title, wanted));
}

/* Also what hangs on a name that hangs there: parsers take "met Macron in
 * Paris" for the Macron in Paris. */
static void
add_obliques(const ng_matcher *m, uint32_t unit, uint64_t wanted, ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    bool oblique = r == NG_REL_OBL || r == NG_REL_NMOD;
    if ((oblique || r == NG_REL_ADVCL || r == NG_REL_ACL ||
         r == NG_REL_XCOMP) &&
        has_preposition(m, c, wanted))
      ng_units_add(out, c);
    else if (oblique && s->mention[c] != NG_NONE)
      for (uint32_t d = s->child[c]; d != NG_NONE; d = s->next[d])
        if (ng_unit_relation(s, d) == NG_REL_NMOD &&
            has_preposition(m, d, wanted & ~m->of))
          ng_units_add(out, d);
  }
}

/* "founder and chief executive of Oracle" is both of Oracle. */
static void
add_shared_obliques(const ng_matcher *m, uint32_t noun, uint64_t wanted,
                    ng_units *out)
{
  enum { NEAR = 4 };
  const ng_syntax *s = &m->syntax;
  uint32_t first = ng_first_conjunct(s, noun);
  if (first != noun && noun - first <= NEAR)
    add_obliques(m, first, wanted, out);
  for (uint32_t c = s->child[first]; c != NG_NONE && !out->n; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_CONJ && c > noun && c - noun <= NEAR)
      add_obliques(m, c, wanted, out);
}

/* Parsers hang on the nearest name what belongs to the word above it: "threats
 * by Iran against Israel", "met Macron in Paris". Names take little but "of".
 */
static void
add_behind_names(const ng_matcher *m, uint32_t unit, uint64_t wanted,
                 ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  wanted &= ~m->of;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    ng_units all = {0};
    if (c < unit || (r != NG_REL_OBJ && r != NG_REL_OBL && r != NG_REL_NMOD))
      continue;
    ng_conjuncts(s, c, &all);
    for (uint32_t i = 0; i < all.n; i++)
      if (ng_unit_at(s, all.at[i])->kind == NG_UNIT_NAME)
        add_obliques(m, all.at[i], wanted, out);
  }
}

/* Likewise the verb takes what its object should have: "condemned the attack by
 * Turkey". */
static void
add_behind_object(const ng_matcher *m, const ng_match *match, uint32_t object,
                  uint64_t wanted, ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  uint32_t verb = match->trigger;
  ng_units obliques = {0};
  if (match->pattern->trigger != NG_TRIGGER_VERB ||
      ng_unit_at(s, object)->head != verb || object < verb ||
      ng_unit_relation(s, object) != NG_REL_OBJ || ng_is_passive(s, verb))
    return;
  add_obliques(m, verb, wanted, &obliques);
  for (uint32_t i = 0; i < obliques.n; i++)
    if (obliques.at[i] > object)
      ng_units_add(out, obliques.at[i]);
}

/* The verb that tells of a noun's course: "the talks in Geneva took place",
 * "took place in Geneva"; or NG_NONE. */
static uint32_t
course_verb(const ng_syntax *s, uint32_t noun)
{
  noun = ng_first_conjunct(s, noun);
  const ng_unit *u = ng_unit_at(s, noun);
  return u->label == NG_REL_NSUBJ && u->head != NG_NONE &&
                 ng_unit_is(s, u->head,
                            "take occur happen begin start end open resume "
                            "conclude continue last erupt")
             ? u->head
             : NG_NONE;
}

/* What hangs on a word by a preposition: parsers attach it to the verb or to
 * its object alike, so both are looked at. */
static void
step_to(const ng_matcher *m, const ng_match *match, uint32_t unit,
        uint64_t wanted, ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  add_obliques(m, unit, wanted, out);
  if (out->n == 0 && unit != match->trigger)
    add_behind_object(m, match, unit, wanted, out);
  if (out->n || unit != match->trigger)
    return;
  if (match->pattern->evokes == NG_EVOKES_PREDICATE &&
      match->pattern->trigger == NG_TRIGGER_NOUN)
    add_shared_obliques(m, unit, wanted, out);
  if (match->light != NG_NONE)
    add_obliques(m, match->light, wanted, out);
  if (match->theme != NG_NONE)
    add_obliques(m, match->theme, wanted, out);
  uint32_t course = out->n ? NG_NONE : course_verb(s, unit);
  if (course != NG_NONE)
    add_obliques(m, course, wanted, out);
  if (out->n == 0 && match->pattern->trigger == NG_TRIGGER_VERB) {
    ng_units objects = {0};
    ng_deep_objects(s, unit, &objects);
    for (uint32_t i = 0; i < objects.n; i++) {
      bool name = ng_unit_at(s, objects.at[i])->kind == NG_UNIT_NAME;
      add_obliques(m, objects.at[i], name ? wanted & ~m->of : wanted, out);
    }
  }
  if (out->n == 0)
    add_behind_names(m, unit, wanted, out);
  if (out->n == 0 && match->theme != NG_NONE)
    add_behind_names(m, match->theme, wanted, out);
  if (out->n == 0 && match->light != NG_NONE)
    add_behind_names(m, match->light, wanted, out);
}

static void
step_subject(const ng_matcher *m, const ng_match *match, uint32_t unit,
             ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  if (unit == match->trigger && match->light != NG_NONE &&
      !ng_unit_is(s, match->light, "host organize organise convene arrange"))
    ng_deep_subjects(s, match->light, out);
  else if (ng_unit_at(s, unit)->kind == NG_UNIT_HYPHENATED &&
           !ng_is_verb(s, unit))
    ng_units_add(out, unit);
  else if (ng_is_verb(s, unit) || ng_child(s, unit, NG_REL_NSUBJ) != NG_NONE ||
           ng_unit_at(s, unit)->upos == NG_ADJ)
    ng_deep_subjects(s, unit, out);
  else
    add_related(s, unit, NG_REL_NSUBJ, out);
}

static void
step_object(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  const ng_unit *u = ng_unit_at(s, unit);
  if (u->kind == NG_UNIT_HYPHENATED && u->label == NG_REL_AMOD &&
      u->head != NG_NONE)
    ng_units_add(out, u->head);
  else
    ng_deep_objects(s, unit, out);
}

/* "threatened on Monday to leave": parsers take the infinitive for a purpose
 * when words stand between. */
static void
add_infinitives(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c > unit && ng_unit_relation(s, c) == NG_REL_ADVCL &&
        ng_unit_at(s, c)->xpos == NG_XPOS_VB &&
        ng_child_word(s, c, NG_REL_MARK, "to") != NG_NONE)
      ng_units_add(out, c);
}

static void
take_step(const ng_matcher *m, const ng_match *match, const ng_step *step,
          uint32_t unit, ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  switch ((ng_step_kind)step->kind) {
  case NG_STEP_SUBJ:
    step_subject(m, match, unit, out);
    break;
  case NG_STEP_OBJ:
    step_object(s, unit, out);
    break;
  case NG_STEP_IOBJ:
    add_related(s, unit, NG_REL_IOBJ, out);
    break;
  case NG_STEP_POSS:
    for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
      if (ng_unit_at(s, c)->label == NG_REL_NMOD_POSS)
        ng_units_add(out, c);
    break;
  case NG_STEP_MOD:
    add_modifiers(s, unit, out);
    break;
  case NG_STEP_XCOMP:
    add_related(s, unit, NG_REL_XCOMP, out);
    if (out->n == 0)
      add_infinitives(s, unit, out);
    break;
  case NG_STEP_CCOMP:
    add_related(s, unit, NG_REL_CCOMP, out);
    break;
  case NG_STEP_ADVCL:
    add_related(s, unit, NG_REL_ADVCL, out);
    add_related(s, unit, NG_REL_ACL, out);
    break;
  case NG_STEP_APPOS:
    add_related(s, unit, NG_REL_APPOS, out);
    break;
  case NG_STEP_IS:
    ng_described(s, unit, out);
    break;
  case NG_STEP_THEME:
    if (match->theme != NG_NONE)
      ng_units_add(out, match->theme);
    break;
  case NG_STEP_HEAD:
    if (ng_unit_at(s, unit)->head != NG_NONE)
      ng_units_add(out, ng_unit_at(s, unit)->head);
    break;
  case NG_STEP_TO:
    step_to(m, match, unit, step->prepositions, out);
    break;
  default:
    break;
  }
}

static void
follow(const ng_matcher *m, const ng_match *match, const ng_path *path,
       ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  ng_units at = {{match->trigger}, 1};
  for (uint32_t i = 0; i < path->n; i++) {
    const ng_step *step = &m->lexicon->steps.at[path->step + i];
    ng_units next = {0};
    for (uint32_t k = 0; k < at.n; k++)
      take_step(m, match, step, at.at[k], &next);
    at = next;
  }
  bool last = path->n &&
              m->lexicon->steps.at[path->step + path->n - 1].kind == NG_STEP_IS;
  for (uint32_t i = 0; i < at.n; i++)
    if (last) /* has joined what belongs together */
      ng_units_add(out, at.at[i]);
    else
      ng_conjuncts(s, at.at[i], out);
}

/* --- slots
 * -----------------------------------------------------------------------------
 */

static bool
is_step(const ng_matcher *m, const ng_path *path, ng_step_kind kind)
{
  return path->n == 1 && m->lexicon->steps.at[path->step].kind == kind;
}

static void
fill_slot(const ng_matcher *m, ng_match *match, const ng_slot *slot)
{
  uint32_t before = match->n;
  bool filled = false, seen = false;
  for (uint32_t i = 0; i < slot->n; i++) {
    const ng_path *path = &m->lexicon->paths.at[slot->path + i];
    ng_units found = {0};
    if (seen && is_step(m, path, NG_STEP_POSS))
      continue; /* "Russia's killing of sailors": not of Russia */
    follow(m, match, path, &found);
    seen |= found.n > 0 && is_step(m, path, NG_STEP_TO);
    for (uint32_t k = 0; k < found.n; k++)
      if (slot->slot == NG_SLOT_CONTENT)
        ng_units_add(&match->content, found.at[k]);
      else if (slot->slot == NG_SLOT_EVENT)
        ng_units_add(&match->events, found.at[k]);
      else if (slot->slot == NG_SLOT_UNLESS)
        match->refused = true;
      else
        ng_match_add(m, match, slot, found.at[k]);
    if (slot->slot == NG_SLOT_CONTENT)
      filled = match->content.n > 0;
    else if (slot->slot == NG_SLOT_EVENT)
      filled = match->events.n > 0;
    else
      filled = match->n > before;
    if (filled && slot->slot >= NG_N_ROLES)
      match->roles |= (uint16_t)(1U << slot->slot);
    if (!path->more && filled)
      return;
  }
}

/* The subject of the light verb does what the noun says, unless the noun says
 * itself who does: "Serbia held talks with Kosovo". */
static void
fill_light(const ng_matcher *m, ng_match *match)
{
  static const uint8_t actors[] = {NG_ROLE_speaker, NG_ROLE_agent,
                                   NG_ROLE_participant};
  const ng_pattern *p = match->pattern;
  ng_units subjects = {0}, all = {0};
  if (match->light == NG_NONE)
    return;
  static const ng_slot hosts = {.slot = NG_ROLE_host, .fill = NG_FILL_ACTOR};
  bool host = ng_unit_is(&m->syntax, match->light,
                         "host organize organise convene arrange");
  ng_deep_subjects(&m->syntax, match->light, &subjects);
  for (uint32_t i = 0; i < subjects.n; i++)
    ng_conjuncts(&m->syntax, subjects.at[i], &all);
  if (host && p->evokes == NG_EVOKES_EVENT &&
      p->class == NG_EVENT_Negotiation &&
      ng_match_has(match, NG_ROLE_participant)) {
    for (uint32_t j = 0; j < all.n; j++)
      ng_match_add(m, match, &hosts, all.at[j]);
    return;
  }
  for (size_t k = 0; k < sizeof actors; k++)
    for (uint32_t i = 0; i < p->n_slots; i++) {
      const ng_slot *slot = &m->lexicon->slots.at[p->slot + i];
      if (slot->slot != (host ? NG_ROLE_host : actors[k]) ||
          (ng_match_has(match, slot->slot) &&
           slot->slot != NG_ROLE_participant))
        continue;
      for (uint32_t j = 0; j < all.n; j++)
        ng_match_add(m, match, slot, all.at[j]);
      return;
    }
}

/* The verb of which the encounter is the occasion: "said after a meeting", "met
 * during a visit"; or NG_NONE. */
static uint32_t
occasion_of(const ng_syntax *s, uint32_t noun)
{
  uint32_t head = ng_unit_at(s, noun)->head, p = ng_preposition(s, noun);
  ng_relation r = ng_unit_relation(s, noun);
  if (p == NG_NONE || head == NG_NONE)
    return NG_NONE;
  if (r == NG_REL_NMOD && ng_unit_is(s, p, "after during following") &&
      ng_unit_is(s, head, "statement conference remark interview comment")) {
    /* "said in a statement after a meeting" */
    r = ng_unit_relation(s, head);
    head = ng_unit_at(s, head)->head;
  }
  return r == NG_REL_OBL && head != NG_NONE && ng_is_verb(s, head) &&
                 ng_unit_is(s, p, "after during following before in on at")
             ? head
             : NG_NONE;
}

static bool
speaks_for_others(const ng_syntax *s, uint32_t unit)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE && c < unit; c = s->next[c])
    if (ng_unit_is(s, c,
                   "spokesman spokeswoman spokesperson official aide "
                   "reporter"))
      return true;
  return ng_unit_is(s, unit,
                    "spokesman spokeswoman spokesperson official "
                    "aide source reporter agency");
}

/* Does the noun say itself whom it was with, as "a meeting with X" does and
 * "talks between X and Y" does not? */
static bool
is_open(const ng_match *match, const ng_syntax *s)
{
  for (uint32_t c = s->child[match->trigger]; c != NG_NONE; c = s->next[c]) {
    uint32_t p = ng_preposition(s, c);
    if (p != NG_NONE && ng_unit_is(s, p, "between of among"))
      return false;
    if (ng_unit_at(s, c)->label == NG_REL_NMOD_POSS)
      return false;
  }
  return ng_match_has(match, NG_ROLE_participant);
}

/* "X said after a meeting with Y", "they said after a meeting", "X said during
 * a visit": those who say so were there. */
static void
fill_occasion(const ng_matcher *m, ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  ng_slot slot = {.slot = NG_ROLE_participant, .fill = NG_FILL_ACTOR};
  ng_units subjects = {0}, all = {0};
  uint32_t verb = occasion_of(s, match->trigger), before = match->n;
  if (match->pattern->evokes != NG_EVOKES_EVENT || verb == NG_NONE ||
      (match->pattern->class != NG_EVENT_Meeting &&
       match->pattern->class != NG_EVENT_Negotiation))
    return;
  bool open = is_open(match, s);
  if (!open && ng_match_has(match, NG_ROLE_participant))
    return;
  ng_deep_subjects(s, verb, &subjects);
  for (uint32_t i = 0; i < subjects.n; i++)
    ng_conjuncts(s, subjects.at[i], &all);
  for (uint32_t i = 0; i < all.n; i++)
    if (!speaks_for_others(s, all.at[i]))
      ng_match_add(m, match, &slot, all.at[i]);
  if (!open && match->n < before + 2) { /* nobody meets alone */
    match->n = before;
    match->roles &= (uint16_t) ~(1U << NG_ROLE_participant);
  }
}

/* Classes that are aimed at somebody, and the role of whom. */
static uint8_t
aimed_role(const ng_match *match)
{
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->trigger != NG_TRIGGER_VERB)
    return NG_N_ROLES;
  switch (match->pattern->class) {
  case NG_EVENT_Rejection:
  case NG_EVENT_Threat:
  case NG_EVENT_SanctionImposition:
  case NG_EVENT_Mobilization:
  case NG_EVENT_Protest:
    return NG_ROLE_target;
  case NG_EVENT_Concession:
    return NG_ROLE_patient;
  default:
    return NG_N_ROLES;
  }
}

/* "demanded that the Sudanese government": whom the words right behind "that"
 * name, whatever the parse makes of them. */
static uint32_t
named_behind_that(const ng_matcher *m, uint32_t verb)
{
  enum { NEAR = 7 };
  const ng_syntax *s = &m->syntax;
  uint32_t end = s->doc->sentences.at[ng_unit_sentence(s->doc, verb)].unit_end;
  if (verb + 1 >= end || !ng_unit_is(s, verb + 1, "that"))
    return NG_NONE;
  for (uint32_t u = verb + 2; u < end && u < verb + NEAR; u++) {
    uint8_t upos = ng_unit_at(s, u)->upos;
    if (s->mention[u] != NG_NONE)
      return u;
    if (upos != NG_DET && upos != NG_ADJ && upos != NG_PRON &&
        upos != NG_NOUN && upos != NG_PROPN)
      return NG_NONE;
  }
  return NG_NONE;
}

static void
fill_demanded(const ng_matcher *m, ng_match *match)
{
  ng_slot slot = {.slot = NG_ROLE_target, .fill = NG_FILL_ACTOR};
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Demand ||
      match->pattern->trigger != NG_TRIGGER_VERB ||
      ng_match_has(match, NG_ROLE_target) ||
      !ng_match_has(match, NG_ROLE_agent))
    return;
  uint32_t name = named_behind_that(m, match->trigger);
  if (name != NG_NONE)
    ng_match_add(m, match, &slot, name);
}

static bool
leads_on(ng_relation r)
{
  return r == NG_REL_OBJ || r == NG_REL_XCOMP || r == NG_REL_CCOMP ||
         r == NG_REL_NMOD || r == NG_REL_OBL || r == NG_REL_AMOD ||
         r == NG_REL_COMPOUND || r == NG_REL_ACL;
}

/* Whom a protest is aimed at stands in what it demands: "demonstrated, calling
 * for independence from Iraq"; whom an army, also in what it is for. */
static bool
may_tell_aim(const ng_syntax *s, const ng_match *match, uint32_t unit)
{
  ng_relation r = ng_unit_relation(s, unit);
  bool first = ng_unit_at(s, unit)->head == match->trigger;
  if (match->pattern->class == NG_EVENT_Protest && first)
    return r == NG_REL_ADVCL || r == NG_REL_XCOMP;
  return leads_on(r) ||
         (r == NG_REL_ADVCL && match->pattern->class == NG_EVENT_Mobilization);
}

/* "opposed the invasion of Iraq" is not aimed at Iraq; "rejected changes to the
 * deal with Iraq" is. */
static bool
is_other_matter(const ng_syntax *s, const ng_match *match, uint32_t unit)
{
  return match->pattern->class == NG_EVENT_Rejection &&
         ng_unit_at(s, unit)->head == match->trigger &&
         ng_unit_relation(s, unit) == NG_REL_OBJ &&
         !ng_unit_is(s, unit,
                     "change proposal plan offer demand idea request role "
                     "involvement help assistance interference presence call "
                     "claim bid appeal invitation pressure ultimatum");
}

/* No path found whom it is aimed at: then the first name of what is rejected,
 * threatened or lifted, "threatened to resume attacks in Israel". */
static void
fill_aimed(const ng_matcher *m, ng_match *match)
{
  enum { FAR = 24, SURE = 400 };
  const ng_syntax *s = &m->syntax;
  ng_slot slot = {.slot = aimed_role(match), .fill = NG_FILL_POWER};
  if (slot.slot == NG_N_ROLES || match->n == 0 ||
      ng_match_has(match, slot.slot) ||
      (!ng_match_has(match, NG_ROLE_agent) && slot.slot == NG_ROLE_target &&
       match->pattern->class != NG_EVENT_Protest))
    return;
  ng_units way = {{match->trigger}, 1};
  for (uint32_t i = 0; i < way.n; i++)
    for (uint32_t c = s->child[way.at[i]]; c != NG_NONE; c = s->next[c]) {
      if (c < match->trigger || c - match->trigger > FAR ||
          is_other_matter(s, match, c) ||
          ng_unit_at(s, c)->label == NG_REL_ACL_RELCL ||
          !may_tell_aim(s, match, c))
        continue;
      ng_units_add(&way, c);
    }
  for (uint32_t c = match->trigger + 1;
       c < match->trigger + FAR && c < s->doc->units.n; c++)
    if (ng_units_have(&way, c) && s->mention[c] != NG_NONE) {
      uint32_t before = match->n;
      uint32_t entity = m->doc->mentions.at[s->mention[c]].entity;
      if (match->fillers[0].entity != entity)
        ng_match_add(m, match, &slot, c);
      for (uint32_t k = before; k < match->n; k++)
        match->fillers[k].confidence = SURE;
      if (match->n > before)
        return;
    }
}

/* Is the content said with one of the pattern's auxiliaries: "must"? */
static bool
has_auxiliary(const ng_matcher *m, const ng_match *match)
{
  const ng_syntax *s = &m->syntax;
  char words[64];
  ng_str wanted = match->pattern->auxiliary;
  if (wanted.len >= sizeof words)
    return false;
  memcpy(words, wanted.at, wanted.len);
  words[wanted.len] = '\0';
  for (uint32_t i = 0; i < match->content.n; i++)
    for (uint32_t c = s->child[match->content.at[i]]; c != NG_NONE;
         c = s->next[c])
      if (ng_unit_relation(s, c) == NG_REL_AUX && ng_unit_is(s, c, words))
        return true;
  return false;
}

void
ng_match_fill(const ng_matcher *m, ng_match *match)
{
  const ng_pattern *p = match->pattern;
  for (uint32_t i = 0; i < p->n_slots; i++)
    fill_slot(m, match, &m->lexicon->slots.at[p->slot + i]);
  if (p->trigger == NG_TRIGGER_NOUN)
    fill_light(m, match);
  if (p->trigger == NG_TRIGGER_NOUN)
    fill_occasion(m, match);
  ng_match_add_attending(m, match);
  fill_aimed(m, match);
  fill_demanded(m, match);
  if (match->refused || (p->auxiliary.len && !has_auxiliary(m, match))) {
    match->roles = 0;
    match->n = match->n_plain = match->events.n = 0;
  }
}
