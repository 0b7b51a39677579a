/* plain.c - names that say by themselves what they mean. */
#include "link/linker.h"
#include "link/name_words.h"

/* A name that says by itself what it means: of a state, or of several words and
 * no person's, with one reading that is by far the likeliest.  Articles that
 * name them without meaning them are rarer than the model, which has seen teams
 * named like states and streets like generals, believes. */
enum { PLAIN_DEMONYM = 32768 };

/* "Merkel", "Interfax", "AP", "Kurds": a lone word that everybody knows. */
static bool
is_household_name(const ng_choice *c, const ng_entity *kb)
{
  if (c->flags & NG_CANDIDATE_WEAK)
    return false;
  return (kb->type == NG_PERSON && (c->kinds & NG_NAME_SURNAME) &&
          kb->popularity >= NG_WELL_KNOWN) ||
         (kb->type == NG_MEDIA &&
          (c->kinds & (NG_NAME_LABEL | NG_NAME_ACRONYM))) ||
         (kb->type == NG_GROUP && (c->kinds & NG_NAME_LABEL));
}

/* "Jordan" in "Jordan Hill": what goes on as a name, and says by no word what
 * it is a name of, is as often somebody. */
static bool
goes_on_as_name(const ng_linker *l, const ng_spot *spot)
{
  const ng_doc *doc = l->doc;
  uint32_t behind = spot->word + 1, run = l->run_of[spot->word];
  if (spot->n_words > 1 || run == NG_NONE || behind >= l->runs.at[run].to ||
      doc->notes.at[behind].gap != NG_GAP_SPACE ||
      doc->notes.at[behind].class != NG_WORD_CAPITALISED ||
      (doc->notes.at[spot->word].flags & NG_WORD_UPPER))
    return false;
  for (uint32_t i = behind; i < l->runs.at[run].to; i++)
    if (ng_name_word_type(doc, i) != NG_ENTITY)
      return false;
  return true;
}

static bool
starts_run(const ng_linker *l, const ng_spot *spot)
{
  uint32_t run = l->run_of[spot->word];
  return run != NG_NONE && l->runs.at[run].from == spot->word;
}

/* "German" in "German Foreign Minister NAME", "US" in "US President NAME":
 * whose office it is, though a base has a name for all the words of the title.
 */
static bool
is_before_title(const ng_doc *doc, uint32_t last)
{
  enum { FAR = 4 };
  for (uint32_t i = last + 1; i < doc->words.n && i <= last + FAR; i++) {
    ng_gap gap = (ng_gap)doc->notes.at[i].gap;
    if (gap != NG_GAP_SPACE && gap != NG_GAP_STOP)
      return false;
    if (doc->notes.at[i].class == NG_WORD_TITLE)
      return true;
    if (!(doc->notes.at[i].flags & NG_WORD_CAPITAL))
      return false;
  }
  return false;
}

/* "US Gaming Division", "Somali-born", "Montana Governor NAME": part of a
 * longer name or not, the state is meant. */
bool
ng_linker_starts_as_state(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  ng_type type = l->referents.at[l->rows[row].referent].kb.type;
  return starts_run(l, spot) &&
         (type == NG_COUNTRY ||
          (type == NG_REGION &&
           is_before_title(l->doc, spot->word + spot->n_words - 1)));
}

void
ng_linker_take_state(const ng_linker *l, const ng_spot *spot, ng_verdict *v)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE };
  const ng_choice *choices = l->doc->choices.at;
  if (l->referents.at[l->rows[v->row].referent].group != NG_GROUP_PLACE ||
      (choices[v->row].kinds & OWN))
    return;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++)
    if (k != v->row && choices[k].type == NG_COUNTRY &&
        choices[k].prior >= PLAIN_DEMONYM) {
      *v = (ng_verdict){k, v->p + ng_probability(l->rows[k].second)};
      return;
    }
}

/* "the Pentagon", "the Kremlin": where a body sits, which it is called by. */
static bool
is_seat(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  const ng_referent *r = &l->referents.at[l->rows[row].referent];
  uint32_t run = l->run_of[spot->word];
  if (r->kb.type != NG_BUILDING || spot->word == 0 || run == NG_NONE ||
      l->doc->notes.at[spot->word - 1].class != NG_WORD_THE ||
      l->runs.at[run].to != spot->word + spot->n_words)
    return false;
  return r->ties.n && memchr(r->ties.codes, 2 * NG_REL_SEAT_OF, r->ties.n);
}

bool
ng_linker_is_plain(const ng_linker *l, const ng_spot *spot, uint32_t row)
{
  enum { FULL = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS };
  const ng_doc *doc = l->doc;
  const ng_choice *c = &doc->choices.at[row];
  ng_type type = l->referents.at[l->rows[row].referent].kb.type;
  uint32_t last = spot->word + spot->n_words - 1;
  uint32_t run = l->run_of[last];
  bool demonym = c->kinds & NG_NAME_DEMONYM;
  bool covered =
      (spot->flags & NG_SPOT_COVERED) &&
      !((demonym || type == NG_COUNTRY) && is_before_title(doc, last));
  if (c->prior >= NG_SOLE_PRIOR && is_seat(l, spot, row))
    return true;
  if ((spot->flags & NG_SPOT_LOWER) || covered || run == NG_NONE ||
      c->prior < (demonym ? PLAIN_DEMONYM : NG_SOLE_PRIOR) ||
      (doc->notes.at[spot->word].flags & NG_WORD_SHOUTED))
    return false;
  bool starts = starts_run(l, spot);
  if ((type == NG_COUNTRY ||
       (type == NG_REGION && starts && is_before_title(doc, last))) &&
      (c->kinds & (FULL | NG_NAME_DEMONYM)))
    return demonym || (starts && !goes_on_as_name(l, spot));
  if (spot->n_words == 2 && doc->notes.at[spot->word].class == NG_WORD_THE)
    return doc->notes.at[last].class == NG_WORD_HEADING; /* "the West" */
  if (!starts || l->runs.at[run].to != last + 1) /* two runs: "Bank of X" */
    return false;
  if (spot->n_words < 2)
    return is_household_name(c, &l->referents.at[l->rows[row].referent].kb);
  return (c->kinds & (NG_NAME_LABEL | NG_NAME_TITLE)) && type != NG_PERSON &&
         type != NG_WORK && type != NG_OFFICE && type != NG_ENTITY &&
         type != NG_CONCEPT;
}
