/* paths.c - paths over the parse: from a trigger to the words that they
 * lead to. */
#include "extract/events/events.h"
#include "extract/events/standing.h"

static void
add_related(const ng_syntax *s, uint32_t unit, ng_relation relation,
            ng_units *out)
{
  if (!ng_has_child(s, unit, relation))
    return;
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

/* The first of two names that a hyphen joins, "U.S." of "U.S.-Egypt", where it
 * is a unit of its own; or NG_NONE. */
static uint32_t
hyphenated_before(const ng_syntax *s, uint32_t name)
{
  for (uint32_t c = s->child[name]; c != NG_NONE && c < name; c = s->next[c]) {
    bool parted = c + 2 == name && ng_unit_is(s, c + 1, "- – ‑");
    bool joined = c + 1 == name && ng_unit_at(s, c)->kind == NG_UNIT_HYPHENATED;
    if (ng_unit_relation(s, c) == NG_REL_COMPOUND && (parted || joined))
      return c;
  }
  return NG_NONE;
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
        !is_participle(s, c)) {
      uint32_t first = hyphenated_before(s, c);
      if (first != NG_NONE)
        ng_units_add(out, first);
      ng_units_add(out, c);
    }
  }
  if (ng_unit_at(s, unit)->kind == NG_UNIT_HYPHENATED)
    ng_units_add(out, unit);
}

static bool
is_wanted(const ng_matcher *m, uint32_t word, uint64_t wanted)
{
  uint8_t number =
      ng_lexicon_preposition_of(m->lexicon, ng_unit_at(&m->syntax, word)->key);
  return number && wanted >> (number - 1) & 1;
}

static bool
has_own_preposition(const ng_matcher *m, uint32_t unit, uint64_t wanted)
{
  const ng_syntax *s = &m->syntax;
  if (!ng_has_children(s, unit,
                       (uint64_t)1 << NG_REL_CASE | (uint64_t)1 << NG_REL_MARK))
    return false;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if ((r == NG_REL_CASE || r == NG_REL_MARK) && m->preposition[c] &&
        wanted >> (m->preposition[c] - 1) & 1)
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
  static const uint64_t looked_at =
      (uint64_t)1 << NG_REL_OBL | (uint64_t)1 << NG_REL_NMOD |
      (uint64_t)1 << NG_REL_ADVCL | (uint64_t)1 << NG_REL_ACL |
      (uint64_t)1 << NG_REL_XCOMP;
  const ng_syntax *s = &m->syntax;
  if (!ng_has_children(s, unit, looked_at))
    return;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    bool oblique = r == NG_REL_OBL || r == NG_REL_NMOD;
    if ((oblique || r == NG_REL_ADVCL || r == NG_REL_ACL ||
         r == NG_REL_XCOMP) &&
        has_preposition(m, c, wanted)) {
      uint32_t first, noun = ng_swallowed(s, c, &first);
      ng_units_add(out,
                   noun != NG_NONE && is_wanted(m, first, wanted) ? noun : c);
    } else if (oblique && s->mention[c] != NG_NONE)
      for (uint32_t d = s->child[c]; d != NG_NONE; d = s->next[d])
        if (ng_unit_relation(s, d) == NG_REL_NMOD &&
            has_preposition(m, d, wanted & ~m->of))
          ng_units_add(out, d);
  }
}

/* "founder and chief executive of Oracle" is both of Oracle, "consultations and
 * coordination between X and Y" both between them: what stands behind both. */
static void
add_shared_obliques(const ng_matcher *m, uint32_t noun, uint64_t wanted,
                    ng_units *out)
{
  enum { NEAR = 4 };
  const ng_syntax *s = &m->syntax;
  uint32_t first = ng_first_conjunct(s, noun);
  ng_units shared;
  ng_units_clear(&shared);
  if (first != noun && noun - first <= NEAR)
    add_obliques(m, first, wanted, &shared);
  for (uint32_t i = 0; i < shared.n; i++)
    if (shared.at[i] > noun)
      ng_units_add(out, shared.at[i]);
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
  static const uint64_t looked_at = (uint64_t)1 << NG_REL_OBJ |
                                    (uint64_t)1 << NG_REL_OBL |
                                    (uint64_t)1 << NG_REL_NMOD;
  const ng_syntax *s = &m->syntax;
  if (!ng_has_children(s, unit, looked_at))
    return;
  wanted &= ~m->of;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    ng_units all;
    ng_units_clear(&all);
    if (c < unit || (r != NG_REL_OBJ && r != NG_REL_OBL && r != NG_REL_NMOD))
      continue;
    ng_conjuncts(s, c, &all);
    for (uint32_t i = 0; i < all.n; i++)
      if (ng_unit_at(s, all.at[i])->kind == NG_UNIT_NAME)
        add_obliques(m, all.at[i], wanted, out);
  }
}

/* Likewise on the trigger's own noun, "spoke over the phone with Macron". */
static void
add_behind_own_noun(const ng_matcher *m, const ng_match *match, uint64_t wanted,
                    ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  uint32_t verb = match->trigger;
  for (uint32_t c = s->child[verb]; c != NG_NONE; c = s->next[c])
    if (c > verb && c - verb <= match->several &&
        ng_unit_at(s, c)->upos == NG_NOUN)
      add_obliques(m, c, wanted & ~m->of, out);
}

/* Likewise the verb takes what its object should have: "condemned the attack by
 * Turkey". */
static void
add_behind_object(const ng_matcher *m, const ng_match *match, uint32_t object,
                  uint64_t wanted, ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  uint32_t verb = match->trigger;
  ng_units obliques;
  ng_units_clear(&obliques);
  if (match->pattern->trigger != NG_TRIGGER_VERB ||
      ng_unit_at(s, object)->head != verb || object < verb ||
      ng_unit_relation(s, object) != NG_REL_OBJ || ng_is_passive(s, verb))
    return;
  add_obliques(m, verb, wanted, &obliques);
  for (uint32_t i = 0; i < obliques.n; i++)
    if (obliques.at[i] > object)
      ng_units_add(out, obliques.at[i]);
}

uint32_t
ng_verb_about(const ng_syntax *s, uint32_t noun)
{
  uint32_t verb = ng_unit_at(s, noun)->head;
  if (verb == NG_NONE || ng_unit_relation(s, noun) != NG_REL_NSUBJ)
    return NG_NONE;
  uint32_t planned = ng_child(s, verb, NG_REL_XCOMP);
  return planned != NG_NONE && ng_is_infinitive(s, planned) ? planned : verb;
}

/* The verb that tells of a noun's course: "the talks in Geneva took place",
 * "had been slated to take place in Geneva"; or NG_NONE. */
static uint32_t
course_verb(const ng_syntax *s, uint32_t noun)
{
  noun = ng_first_conjunct(s, noun);
  uint32_t verb = ng_verb_about(s, noun);
  if (verb == NG_NONE || (verb == ng_unit_at(s, noun)->head &&
                          ng_unit_at(s, noun)->label != NG_REL_NSUBJ))
    return NG_NONE;
  return ng_unit_is(s, verb,
                    "take hold occur happen begin start end open resume "
                    "conclude continue last erupt break flare rage")
             ? verb
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
  if (match->pattern->trigger == NG_TRIGGER_NOUN)
    add_shared_obliques(m, unit, wanted, out);
  if (match->light != NG_NONE)
    add_obliques(m, match->light, wanted, out);
  if (match->theme != NG_NONE)
    add_obliques(m, match->theme, wanted, out);
  uint32_t course = out->n ? NG_NONE : course_verb(s, unit);
  if (course != NG_NONE)
    add_obliques(m, course, wanted, out);
  if (out->n == 0 && match->pattern->trigger == NG_TRIGGER_VERB) {
    ng_units objects;
    ng_units_clear(&objects);
    ng_asked_objects(m, unit, &objects);
    for (uint32_t i = 0; i < objects.n; i++) {
      bool name = ng_unit_at(s, objects.at[i])->kind == NG_UNIT_NAME;
      add_obliques(m, objects.at[i], name ? wanted & ~m->of : wanted, out);
    }
  }
  if (out->n == 0 && match->pattern->trigger == NG_TRIGGER_VERB)
    add_behind_own_noun(m, match, wanted, out);
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
    ng_asked_subjects(m, match->light, out);
  else if (ng_unit_at(s, unit)->kind == NG_UNIT_HYPHENATED &&
           !ng_is_verb(s, unit))
    ng_units_add(out, unit);
  else if (ng_is_verb(s, unit) || ng_child(s, unit, NG_REL_NSUBJ) != NG_NONE ||
           ng_unit_at(s, unit)->upos == NG_ADJ)
    ng_asked_subjects(m, unit, out);
  else
    add_related(s, unit, NG_REL_NSUBJ, out);
}

static void
step_object(const ng_matcher *m, uint32_t unit, ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  const ng_unit *u = ng_unit_at(s, unit);
  if (u->kind == NG_UNIT_HYPHENATED && u->label == NG_REL_AMOD &&
      u->head != NG_NONE)
    ng_units_add(out, u->head);
  else
    ng_asked_objects(m, unit, out);
}

/* "Sisi of the United States' support", "Sisi the United States' support":
 * parsers hang on a person's name what owns the noun by itself. */
static uint32_t
own_possessor(const ng_syntax *s, uint32_t unit)
{
  if (unit < 3 || !ng_unit_is(s, unit - 1, "'s ’s ' ’") ||
      !ng_unit_is(s, unit - 3, "the"))
    return NG_NONE;
  uint32_t name = unit - 2, over = ng_unit_at(s, name)->head;
  return over != NG_NONE && over < name && ng_unit_is_person(s, over) &&
                 ng_unit_at(s, name)->kind == NG_UNIT_NAME &&
                 ng_unit_relation(s, name) != NG_REL_CONJ
             ? name
             : NG_NONE;
}

static void
step_possessor(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  uint32_t own = own_possessor(s, unit);
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (ng_unit_at(s, c)->label == NG_REL_NMOD_POSS && own == NG_NONE)
      ng_units_add(out, c);
  if (own != NG_NONE)
    ng_units_add(out, own);
}

/* "threatened on Monday to leave": parsers take the infinitive for a purpose
 * when words stand between. */
static void
add_infinitives(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  if (!ng_has_child(s, unit, NG_REL_ADVCL))
    return;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c > unit && ng_unit_relation(s, c) == NG_REL_ADVCL &&
        ng_unit_at(s, c)->xpos == NG_XPOS_VB &&
        ng_child_word(s, c, NG_REL_MARK, "to") != NG_NONE)
      ng_units_add(out, c);
}

/* Is it two names joined by a hyphen, taken for one that no base knows:
 * "Belgrade-Pristina"? */
static bool
is_pair(const ng_matcher *m, uint32_t unit)
{
  uint32_t mention = m->syntax.mention[unit];
  ng_str text = ng_unit_text(&m->syntax, unit);
  const ng_doc *doc = m->doc;
  if (mention == NG_NONE ||
      !ng_ref_none(doc->entities.at[doc->mentions.at[mention].entity].ref))
    return false;
  for (size_t k = 1; k + 1 < text.len; k++)
    if (text.at[k] == '-' && ng_is_upper(text.at[k + 1]))
      return ng_is_upper(text.at[0]);
  return false;
}

/* "Belgrade-Pristina talks": nobody of that name meets anybody. */
static void
drop_pairs(const ng_matcher *m, const ng_match *match, ng_units *out)
{
  uint32_t n = 0;
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      !ng_is_encounter((ng_event_class)match->pattern->class))
    return;
  for (uint32_t i = 0; i < out->n; i++)
    if (!is_pair(m, out->at[i]))
      out->at[n++] = out->at[i];
  out->n = n;
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
    step_object(m, unit, out);
    break;
  case NG_STEP_IOBJ:
    add_related(s, unit, NG_REL_IOBJ, out);
    break;
  case NG_STEP_POSS:
    step_possessor(s, unit, out);
    break;
  case NG_STEP_MOD:
    add_modifiers(s, unit, out);
    drop_pairs(m, match, out);
    break;
  case NG_STEP_XCOMP:
    add_related(s, unit, NG_REL_XCOMP, out);
    if (out->n == 0)
      add_infinitives(s, unit, out);
    break;
  case NG_STEP_CCOMP:
    add_related(s, unit, NG_REL_CCOMP, out);
    /* "it is essential that it changes" */
    if (ng_child(s, unit, NG_REL_EXPL) != NG_NONE)
      add_related(s, unit, NG_REL_CSUBJ, out);
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

void
ng_follow(const ng_matcher *m, const ng_match *match, const ng_path *path,
          ng_units *out)
{
  const ng_syntax *s = &m->syntax;
  ng_units lists[2], *at = &lists[0];
  at->at[0] = match->trigger;
  at->n = 1;
  for (uint32_t i = 0; i < path->n; i++) {
    const ng_step *step = &m->lexicon->steps.at[path->step + i];
    ng_units *next = &lists[(i + 1) % 2];
    next->n = 0;
    for (uint32_t k = 0; k < at->n; k++)
      take_step(m, match, step, at->at[k], next);
    at = next;
  }
  bool last = path->n &&
              m->lexicon->steps.at[path->step + path->n - 1].kind == NG_STEP_IS;
  for (uint32_t i = 0; i < at->n; i++)
    if (last) /* has joined what belongs together */
      ng_units_add(out, at->at[i]);
    else
      ng_conjuncts(s, at->at[i], out);
}
