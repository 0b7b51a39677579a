/* league.c - tables and lists of results, "Leeds 2 Hull 0 York 1 Luton 1": each
 * name alone is likelier a town, all of them together are teams of one sport.
 */
#include "link/linker.h"

/* So many names that come at least by three, with numbers and hardly a word
 * between, are a table; a row of numbers has at most so many. */
enum { FEWEST = 8, TOGETHER = 3, LONGEST_ROW = 14, WORDS_BETWEEN = 2 };

/* How sure a name of it is made, in thousandths; and what counts as a link. */
enum { SURE = 500, LINKED = 260 };

/* The spots of a table's names, or of all tables'. */
typedef NG_VEC(uint32_t) names;

/* Does the table go on from the name before with this one? "Germany, France and
 * Italy" is none. */
static bool
goes_on(const ng_doc *doc, const ng_spot *before, const ng_spot *spot)
{
  uint32_t from = before->word + before->n_words, words = 0;
  bool apart = doc->notes.at[spot->word].gap == NG_GAP_BREAK;
  if (spot->word > from + LONGEST_ROW)
    return false;
  for (uint32_t i = from; i < spot->word; i++) {
    bool number = doc->notes.at[i].flags & NG_WORD_DIGIT;
    apart = apart || number || ng_word_is(doc, i, "v") ||
            (ng_word_is(doc, i, "at") && spot->word == from + 1);
    words += !number && doc->words.at[i].end - doc->words.at[i].begin > 1;
  }
  return apart && words <= WORDS_BETWEEN;
}

/* --- which sport ---------------------------------------------------------- */

/* How well known a spot's best team of each sport is, 0: it has none; and which
 * reading that is.  Those of women and the young come last. */
typedef struct {
  uint32_t known[NG_N_SPORTS], row[NG_N_SPORTS];
} best_teams;

static best_teams
teams_of(const ng_linker *l, const ng_spot *spot)
{
  best_teams t = {{0}, {0}};
  const ng_choice *choices = l->doc->choices.at;
  for (uint32_t k = spot->choice; k < spot->choice + spot->n; k++) {
    if (choices[k].type != NG_TEAM)
      continue;
    ng_entity e = ng_bases_entity(&l->context->bases, choices[k].entity);
    ng_sport sport = ng_sport_of_facets(e.facets);
    bool lesser = ng_facet_of_facets(e.facets) == NG_FACET_LESSER;
    uint32_t known = 1 + (lesser ? 0 : 100 + (uint32_t)e.popularity);
    if (known > t.known[sport]) {
      t.known[sport] = known;
      t.row[sport] = k;
    }
  }
  return t;
}

static uint32_t
team_of(const ng_linker *l, const ng_spot *spot, ng_sport sport)
{
  best_teams t = teams_of(l, spot);
  return t.known[sport] ? t.row[sport] : NG_NONE;
}

/* The sport whose teams most of these names are, if there is one. */
static ng_sport
sport_of(const ng_linker *l, const names *n)
{
  uint64_t sums[NG_N_SPORTS] = {0};
  uint32_t counts[NG_N_SPORTS] = {0};
  ng_sport found = NG_SPORT_NONE;
  for (uint32_t i = 0; i < n->n; i++) {
    best_teams t = teams_of(l, &l->doc->spots.at[n->at[i]]);
    for (int sport = 1; sport < NG_N_SPORTS; sport++) {
      sums[sport] += t.known[sport];
      counts[sport] += t.known[sport] > 0;
    }
  }
  for (int sport = 1; sport < NG_N_SPORTS; sport++)
    if (sums[sport] > sums[found] && counts[sport] * 10 >= n->n * 6)
      found = (ng_sport)sport;
  return found;
}

/* Do the words tell of sport, or does the article name a league, or several
 * teams?  The weather and the exchanges have tables, too. */
static bool
is_on_sport(const ng_linker *l, const ng_verdict *verdicts)
{
  enum { PER_THOUSAND = 8, TEAMS = 3 };
  const ng_doc *doc = l->doc;
  uint32_t teams = 0;
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    ng_type type = doc->choices.at[verdicts[i].row].type;
    if (verdicts[i].p >= LINKED)
      teams += type == NG_LEAGUE ? TEAMS : type == NG_TEAM;
  }
  return l->sport || teams >= TEAMS ||
         l->sporty * 1000 >= doc->words.n * PER_THOUSAND;
}

/* A team of the sport, or somebody? */
static bool
is_settled(const ng_linker *l, const ng_verdict *v, ng_sport sport)
{
  const ng_choice *c = &l->doc->choices.at[v->row];
  if (v->p < LINKED || c->type != NG_TEAM)
    return v->p >= LINKED && c->type == NG_PERSON;
  ng_entity e = ng_bases_entity(&l->context->bases, c->entity);
  return ng_sport_of_facets(e.facets) == sport;
}

static void
judge_tables(const ng_linker *l, const names *n, ng_verdict *verdicts)
{
  ng_sport sport = n->n >= FEWEST && is_on_sport(l, verdicts) ? sport_of(l, n)
                                                              : NG_SPORT_NONE;
  for (uint32_t i = 0; sport && i < n->n; i++) {
    ng_verdict *v = &verdicts[n->at[i]];
    if (is_settled(l, v, sport))
      continue;
    uint32_t row = team_of(l, &l->doc->spots.at[n->at[i]], sport);
    if (row != NG_NONE)
      *v = (ng_verdict){row, SURE};
  }
}

uint32_t
ng_linker_nicknamed(const ng_linker *l, const ng_spot *spot, uint32_t best)
{
  enum { OWN = NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_TEAM | NG_NAME_SHORT };
  const ng_choice *c = &l->doc->choices.at[best];
  const ng_referent *r = &l->referents.at[l->rows[best].referent];
  if (c->type != NG_TEAM || (c->kinds & OWN) || !l->sport || !r->sport ||
      r->sport == l->sport)
    return best;
  uint32_t team = team_of(l, spot, l->sport);
  return team == NG_NONE ? best : team;
}

/* --- tables --------------------------------------------------------------- */

/* The longest spot of the next name from `*spot` on that begins at `word` or
 * behind, else NG_NONE. */
static uint32_t
next_name(const ng_doc *doc, uint32_t *spot, uint32_t word)
{
  for (; *spot < doc->spots.n; ++*spot) {
    const ng_spot *s = &doc->spots.at[*spot];
    if (s->word >= word && !(s->flags & NG_SPOT_LOWER) && s->n)
      return (*spot)++;
  }
  return NG_NONE;
}

bool
ng_linker_tables(const ng_linker *l, ng_verdict *verdicts)
{
  const ng_doc *doc = l->doc;
  names all = {0};
  uint32_t at = 0, word = 0, before = NG_NONE, together = 0;
  for (uint32_t i; (i = next_name(doc, &at, word)) != NG_NONE; before = i) {
    const ng_spot *spot = &doc->spots.at[i];
    if (before == NG_NONE || !goes_on(doc, &doc->spots.at[before], spot)) {
      all.n -= together < TOGETHER ? together : 0;
      together = 0;
    }
    if (!NG_PUSH(l->work, &all, i))
      return false;
    together++;
    word = spot->word + spot->n_words;
  }
  all.n -= together < TOGETHER ? together : 0;
  judge_tables(l, &all, verdicts);
  return true;
}
