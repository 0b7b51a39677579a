/* doubt.c - persons that the article may well not mean.
 *
 * A base knows few of the people that news names, and most of these have
 * namesakes: a given name or a surname alone, or a common full name, means
 * somebody whom the base knows only if something else says so.  The ranking
 * cannot learn it, since whom annotators link is mostly in the base.
 */
#include "core/str.h"
#include "link/features.h"
#include "link/partial.h"

#include <strings.h>

/* Whether a spot, by its likeliest reading, means another than whom the base
 * knows. */
typedef struct {
  const ng_linker *l;
  const ng_doc *doc;
  const ng_spot *spot;
  uint32_t index; /* of the spot */
  int32_t p;
  const ng_choice *choice;
  const ng_referent *referent;
} suspect;

static const ng_referent *
referent_of(const ng_linker *l, uint32_t row)
{
  return &l->referents.at[l->rows[row].referent];
}

/* --- words ---------------------------------------------------------------- */

/* How many of the spot's readings are of any of `kinds`. */
static uint32_t
count_kinds(const suspect *s, uint16_t kinds)
{
  uint32_t n = 0;
  for (uint32_t k = s->spot->choice; k < s->spot->choice + s->spot->n; k++)
    n += (s->doc->choices.at[k].kinds & kinds) != 0;
  return n;
}

/* Does a word of `label` begin with the two bytes at `start`, but for case?
 * What is not ASCII may be a spelling of anything. */
static bool
has_word_like(ng_str label, const char *start)
{
  for (size_t i = 0; i + 1 < label.len; i++)
    if ((i == 0 || label.at[i - 1] == ' ' || label.at[i - 1] == '-') &&
        ((label.at[i] & 0x80) || strncasecmp(label.at + i, start, 2) == 0))
      return true;
  return false;
}

/* --- what speaks for a person --------------------------------------------- */

/* Does the sentence of the spot have this word, in lower case? */
static bool
sentence_has(const suspect *s, ng_str word)
{
  uint32_t sentence = s->doc->notes.at[s->spot->word].sentence, i;
  for (i = s->spot->word; i > 0 && s->doc->notes.at[i - 1].sentence == sentence;
       i--) {
  }
  for (; i < s->doc->notes.n && s->doc->notes.at[i].sentence == sentence; i++)
    if (ng_str_equal(ng_word_text(s->doc, i), word))
      return true;
  return false;
}

/* "the costume designer Sandy Powell": the sentence has a word that the base
 * describes her by. */
static bool
is_described(const suspect *s)
{
  enum { SHORT = 4 };
  static const char vague[] = "member former current first national state "
                              "world people player years until since";
  ng_str rest = ng_bases_entity(&s->l->context->bases, s->referent->ref).words;
  while (rest.len) {
    ng_str word = ng_str_cut(&rest, ' ');
    if (word.len && word.at[word.len - 1] == ',')
      word.len--;
    if (word.len > SHORT && *word.at >= 'a' && *word.at <= 'z' &&
        !ng_str_listed(word, vague) && sentence_has(s, word))
      return true;
  }
  return false;
}

/* In office at that time, in a state that the article is on. */
static bool
is_in_office(const ng_referent *r)
{
  enum { NOW = 3, MUCH = 3 };
  return r->seen.held == NOW && r->seen.country >= MUCH;
}

/* The article's sport, or some sport where the article's is not clear. */
static bool
is_of_sport(const suspect *s, const ng_span_view *view)
{
  enum { UNCLEAR = 1, SAME = 2, MUCH = 2 };
  return s->referent->seen.sport == SAME ||
         (s->referent->seen.sport == UNCLEAR && view->sporty >= MUCH);
}

/* Does the title before the name name an office of this person? */
static bool
has_office(const suspect *s, const ng_span_view *view)
{
  enum { OFFICE = 5 };
  return ng_title_evidence(s->l, view, s->referent) >= OFFICE;
}

/* Does the article name this person in full? */
static bool
is_named_in_full(const suspect *s)
{
  return s->referent->n_full && !s->referent->doubted;
}

/* --- names of several words ----------------------------------------------- */

/* "Mike Hammer", an alias of a painter Ralf Winkler; "Copper", one of a painter
 * Paulus Potter: by pen names only those are meant whom everybody knows by
 * them, and of which nobody else is called so. */
static bool
is_pen_name(const suspect *s)
{
  const ng_entity *kb = &s->referent->kb;
  bool own = count_kinds(s, NG_NAME_LABEL) &&
             s->doc->notes.at[s->spot->word].class != NG_WORD_TITLE;
  if ((kb->popularity >= NG_WELL_KNOWN && !own) ||
      (s->choice->kinds & ~(NG_NAME_ALIAS | NG_NAME_VARIANT)))
    return false;
  for (uint32_t i = s->spot->word; i < s->spot->word + s->spot->n_words; i++) {
    const char *word = s->doc->text.at + s->doc->words.at[i].begin;
    if ((*word & 0x80) || has_word_like(kb->label, word))
      return false;
  }
  return true;
}

/* "Continental", an airline that went up in another of which it became an
 * alias, where some other body has the name as its own. */
static bool
is_old_name(const suspect *s)
{
  if (s->choice->kinds != NG_NAME_ALIAS || s->referent->n_full ||
      s->referent->kb.type != NG_COMPANY)
    return false;
  for (uint32_t i = s->spot->word; i < s->spot->word + s->spot->n_words; i++)
    if (has_word_like(s->referent->kb.label,
                      s->doc->text.at + s->doc->words.at[i].begin))
      return false;
  for (uint32_t k = s->spot->choice; k < s->spot->choice + s->spot->n; k++)
    if ((s->doc->choices.at[k].kinds & NG_NAME_LABEL) &&
        referent_of(s->l, k)->kb.type == NG_COMPANY)
      return true;
  return false;
}

/* "John Stevens": so many have this given name, and so many this surname, that
 * another is as likely as the one of the base, unless he is the one whom an
 * encyclopedia means by it. */
static bool
is_namesake(const suspect *s)
{
  enum { COMMON = 2, NOTED = 150, SURELY = 900, OF_SPORT = 600, MUCH = 2 };
  const ng_referent *r = s->referent;
  bool by_alias = s->l->sport && !(s->choice->kinds & NG_NAME_LABEL);
  if (s->spot->n_words < 2 || (s->choice->kinds & NG_NAME_TITLE) ||
      (r->kb.popularity >= NOTED && !by_alias))
    return false;
  ng_span_view view = ng_view_span(s->l, s->index);
  bool perhaps_athlete =
      view.sporty >= MUCH && r->class == NG_PERSON && !r->seen.held;
  return r->named < (perhaps_athlete ? OF_SPORT : SURELY) &&
         view.namesakes >= COMMON && !r->seen.ties && !is_of_sport(s, &view) &&
         !has_office(s, &view) && !is_in_office(r) && !is_described(s);
}

/* --- lone words ----------------------------------------------------------- */

/* The first word of a name that the article has in full and that ends with the
 * lone word of the spot, or NG_NONE. */
static uint32_t
first_word(const suspect *s)
{
  const ng_linker *l = s->l;
  const ng_run_key *key = ng_linker_run_key(l, l->keys[s->index]);
  if (s->spot->n_words != 1 || !key || !key->ends)
    return NG_NONE;
  uint32_t last = l->runs.at[key->run - 1].to - 1;
  bool same =
      s->doc->words.at[last].hash == s->doc->words.at[s->spot->word].hash &&
      s->doc->notes.at[last].gap == NG_GAP_SPACE;
  return same ? last - 1 : NG_NONE;
}

/* May the word at `i` be the given name of whom the base knows? */
static bool
may_be_called(const suspect *s, uint32_t i)
{
  return has_word_like(s->referent->kb.label,
                       s->doc->text.at + s->doc->words.at[i].begin);
}

/* "Chaves" in an article on a Rodrigo Chaves whom no base has is not another
 * Chaves. */
static bool
is_stranger(const suspect *s)
{
  enum { OWN = ~(NG_NAME_SURNAME | NG_NAME_ALIAS | NG_NAME_VARIANT) };
  uint32_t first = first_word(s);
  if (first == NG_NONE || is_named_in_full(s) || (s->choice->kinds & OWN) ||
      may_be_called(s, first))
    return false;
  ng_word_note given = s->doc->notes.at[first];
  return ng_is_given_name(s->l, first) ||
         (given.class == NG_WORD_CAPITALISED &&
          s->referent->kb.popularity < NG_WELL_KNOWN &&
          !(given.flags & (NG_WORD_START | NG_WORD_UPPER | NG_WORD_HEADLINE)));
}

/* A text of so few words has no room for full names. */
enum { SHORT_TEXT = 40 };

/* From so many bearers in the base on, a name is a common one. */
enum { COMMON_WORD = 8 };

static bool
is_alone(const suspect *s)
{
  return ng_is_one_word(s->doc, s->spot) && s->doc->words.n >= SHORT_TEXT &&
         !is_named_in_full(s);
}

/* "Victoria", "Bob": not the queen, nor the singer; but "King Salman". */
static bool
is_lone_given_name(const suspect *s)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_SURNAME };
  uint32_t n = count_kinds(s, NG_NAME_GIVEN);
  bool noted = n < COMMON_WORD && s->referent->kb.popularity >= NG_WELL_KNOWN;
  if (!is_alone(s) || (s->choice->kinds & OWN) || n == 0 || noted)
    return false;
  ng_span_view view = ng_view_span(s->l, s->index);
  return !has_office(s, &view);
}

/* "Carstairs", "Wilson": somebody of this name, whom the base need not know. */
static bool
is_lone_surname(const suspect *s)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE, NOTED = 140 };
  if (!is_alone(s) || (s->choice->kinds & OWN) ||
      !(s->choice->kinds & NG_NAME_SURNAME))
    return false;
  uint32_t n = count_kinds(s, NG_NAME_SURNAME), first = first_word(s);
  if (n <= COMMON_WORD && first != NG_NONE && may_be_called(s, first))
    return false; /* "Overchuk", of an Alexei whom the base spells otherwise */
  uint32_t popularity = s->referent->kb.popularity;
  bool noted =
      popularity >= NG_WELL_KNOWN ||
      (n <= COMMON_WORD && (popularity >= NOTED || s->referent->seen.ties > 0));
  ng_span_view view = ng_view_span(s->l, s->index);
  if (noted && n > count_kinds(s, NG_NAME_GIVEN) && !s->l->sport)
    return false;
  return !is_of_sport(s, &view) && !has_office(s, &view);
}

/* "More than 4 million", "Prior to that", "Jobs were created", where the
 * article has the word in lower case: no surnames, unless somebody is called so
 * in full. */
static bool
is_common_start(const suspect *s)
{
  uint32_t i = s->spot->word;
  if (s->spot->n_words != 1 || !(s->doc->notes.at[i].flags & NG_WORD_START) ||
      s->referent->n_full)
    return false;
  return ng_linker_others(s->l, i).lower > 0 ||
         (ng_gap_after(s->doc, i) == NG_GAP_SPACE &&
          (ng_word_is(s->doc, i + 1, "than") ||
           (ng_word_is(s->doc, i, "prior") &&
            ng_word_is(s->doc, i + 1, "to"))));
}

/* --- the article ---------------------------------------------------------- */

static suspect
suspect_of(const ng_linker *l, uint32_t index, const ng_verdict *verdict)
{
  return (suspect){.l = l,
                   .doc = l->doc,
                   .spot = &l->doc->spots.at[index],
                   .index = index,
                   .p = verdict->p,
                   .choice = &l->doc->choices.at[verdict->row],
                   .referent = referent_of(l, verdict->row)};
}

static bool
is_person(const ng_linker *l, uint32_t index, const ng_verdict *verdict)
{
  return verdict->p > 0 && !(l->doc->spots.at[index].flags & NG_SPOT_LOWER) &&
         referent_of(l, verdict->row)->kb.type == NG_PERSON;
}

/* How sure the article's likeliest full name of each person is. */
static void
note_named(ng_linker *l, const ng_verdict *verdicts)
{
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    ng_referent *r = &l->referents.at[l->rows[verdicts[i].row].referent];
    if (l->doc->spots.at[i].n_words > 1 && verdicts[i].p > r->named)
      r->named = verdicts[i].p;
  }
}

void
ng_linker_doubt(ng_linker *l, ng_verdict *verdicts)
{
  note_named(l, verdicts);
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    if (!is_person(l, i, &verdicts[i]))
      continue;
    suspect s = suspect_of(l, i, &verdicts[i]);
    if (!is_namesake(&s))
      continue;
    verdicts[i].p = 0;
    l->referents.at[l->rows[verdicts[i].row].referent].doubted = true;
  }
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    if (verdicts[i].p <= 0)
      continue;
    suspect s = suspect_of(l, i, &verdicts[i]);
    if (is_old_name(&s))
      verdicts[i].p = 0;
    if (is_person(l, i, &verdicts[i]) &&
        (is_pen_name(&s) || is_common_start(&s) || is_stranger(&s) ||
         is_lone_given_name(&s) || is_lone_surname(&s)))
      verdicts[i].p = 0;
  }
}
