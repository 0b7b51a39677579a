/* acronym.c - acronyms that stand for something else than the base knows.
 *
 * Of the bodies that a few letters stand for a base knows some: "the TUC" of an
 * article on Britain is no university of Clausthal.
 */
#include "core/str.h"
#include "link/linker.h"

/* Words [from, to) of the article. */
typedef ng_run words;

static bool
is_letter_of(const ng_doc *doc, uint32_t i, char capital)
{
  char c = doc->text.at[doc->words.at[i].begin];
  return c == capital || c == capital + ('a' - 'A');
}

/* "of", "the": their letters may be left out. */
static bool
may_be_left_out(const ng_doc *doc, uint32_t i)
{
  uint8_t class = doc->notes.at[i].class;
  return class == NG_WORD_OF || class == NG_WORD_THE || class == NG_WORD_AND ||
         class == NG_WORD_TO || class == NG_WORD_PLACE;
}

/* The words before "(", at `end`, that the letters stand for. */
static words
spelled_before(const ng_doc *doc, ng_str letters, uint32_t end)
{
  uint32_t i = end;
  for (size_t k = letters.len; k-- > 0;) {
    while (i > 0 && !is_letter_of(doc, i - 1, letters.at[k]) &&
           may_be_left_out(doc, i - 1))
      i--;
    if (i == 0 || !is_letter_of(doc, i - 1, letters.at[k]))
      return (words){end, end};
    i--;
  }
  return (words){i, end};
}

/* The same of those behind it, from `begin`. */
static words
spelled_behind(const ng_doc *doc, ng_str letters, uint32_t begin)
{
  uint32_t i = begin, n = doc->words.n;
  for (size_t k = 0; k < letters.len; k++) {
    while (i < n && !is_letter_of(doc, i, letters.at[k]) &&
           may_be_left_out(doc, i))
      i++;
    if (i == n || !is_letter_of(doc, i, letters.at[k]))
      return (words){begin, begin};
    i++;
  }
  return (words){begin, i};
}

/* The words that the article gives for the acronym at `word`, somewhere:
 * "Trades Union Congress (TUC)", "TUC (Trades Union Congress)". */
static words
spelled_out(const ng_doc *doc, uint32_t word)
{
  ng_str letters = ng_word_text(doc, word);
  for (uint32_t i = 0; i < doc->words.n; i++) {
    if (doc->words.at[i].hash != doc->words.at[word].hash)
      continue;
    words found = {i, i};
    if (doc->notes.at[i].gap == NG_GAP_OPEN)
      found = spelled_before(doc, letters, i);
    if (found.from == found.to && ng_gap_after(doc, i) == NG_GAP_OPEN)
      found = spelled_behind(doc, letters, i + 1);
    if (found.from < found.to)
      return found;
  }
  return (words){0, 0};
}

/* The same of a name in capitals that has the letters, "Child Support Agency"
 * of "CSA", though they never stand side by side. */
static words
spelled_apart(const ng_linker *l, uint32_t word)
{
  enum { LEAST = 3 };
  const ng_doc *doc = l->doc;
  ng_str letters = ng_word_text(doc, word);
  for (uint32_t r = 0; letters.len >= LEAST && r < l->runs.n; r++) {
    ng_run run = l->runs.at[r];
    if (run.to - run.from < LEAST)
      continue;
    words found = spelled_behind(doc, letters, run.from);
    if (found.to == run.to)
      return found;
  }
  return (words){0, 0};
}

/* Has `label` half of the longer ones of these words? */
static bool
is_labelled(const ng_doc *doc, ng_str label, words w)
{
  enum { SHORT = 3 };
  uint32_t n = 0, shared = 0;
  char word[NG_WORD_ROOM];
  for (uint32_t i = w.from; i < w.to; i++) {
    if (doc->words.at[i].end - doc->words.at[i].begin <= SHORT ||
        !ng_word_ascii(ng_word_text(doc, i), word))
      continue;
    n++;
    shared += ng_label_has_word(label, word);
  }
  return 2 * shared >= n;
}

/* A few letters that the article does not spell out stand for what everybody
 * knows by them, or for a body of a state that the article is on. */
static bool
is_known(const ng_choice *choice, const ng_referent *r, int32_t p)
{
  enum { SURELY = 450, NOTED = 250, MUCH = 3 };
  bool body = r->group == NG_GROUP_BODY || r->group == NG_GROUP_TEAM;
  return p >= SURELY || !body || r->seen.ties || r->seen.country >= MUCH ||
         (r->kb.popularity >= NOTED && choice->prior >= NG_SOLE_PRIOR);
}

/* More letters are few bodies' own, but for schools, which are many: "TASS" is
 * no academy in Lhasa. */
static bool
is_obscure(const ng_referent *r)
{
  enum { NOTED = 150, MUCH = 3 };
  return r->kb.type == NG_SCHOOL && r->kb.popularity < NOTED && !r->seen.ties &&
         r->seen.country < MUCH;
}

/* "RT @somebody": a message passed on. */
static bool
is_before_handle(const ng_doc *doc, const ng_spot *spot)
{
  uint32_t at = spot->span.end;
  while (at < doc->text.len &&
         (doc->text.at[at] == ' ' || doc->text.at[at] == ':'))
    at++;
  return at > spot->span.end && at < doc->text.len && doc->text.at[at] == '@';
}

static bool
is_other(const ng_linker *l, const ng_spot *spot, const ng_verdict *verdict)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE, LONGEST = 8, FEW = 3 };
  enum { SHORT_TEXT = 40 }; /* too short to spell anything out */
  const ng_doc *doc = l->doc;
  const ng_choice *choice = &doc->choices.at[verdict->row];
  const ng_referent *r = &l->referents.at[l->rows[verdict->row].referent];
  uint32_t length = spot->span.end - spot->span.begin;
  uint16_t flags = doc->notes.at[spot->word].flags;
  if (spot->n_words != 1 || !(flags & NG_WORD_UPPER) || length > LONGEST ||
      (flags & (NG_WORD_SHOUTED | NG_WORD_HEADLINE | NG_WORD_INITIALS)) ||
      r->n_full)
    return false;
  words w = {0, 0};
  if (r->kb.type != NG_COUNTRY) {
    if (is_before_handle(doc, spot))
      return true;
    w = spelled_out(doc, spot->word);
  }
  if (w.from == w.to && !(choice->kinds & OWN))
    w = spelled_apart(l, spot->word);
  if (w.from < w.to)
    return !is_labelled(doc, r->kb.label, w);
  return r->kb.type != NG_COUNTRY && doc->words.n >= SHORT_TEXT &&
         (choice->kinds & NG_NAME_ACRONYM) && !(choice->kinds & OWN) &&
         (length <= FEW ? !is_known(choice, r, verdict->p) : is_obscure(r));
}

void
ng_linker_doubt_acronyms(const ng_linker *l, ng_verdict *verdicts)
{
  for (uint32_t i = 0; i < l->doc->spots.n; i++)
    if (verdicts[i].p > 0 && is_other(l, &l->doc->spots.at[i], &verdicts[i]))
      verdicts[i].p = 0;
}
