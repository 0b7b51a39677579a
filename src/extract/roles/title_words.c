/* title_words.c - which words the titles of offices have. */
#include "core/marks.h"
#include "extract/roles/roles.h"

/* --- words ---------------------------------------------------------------- */

ng_word_class
ng_role_class(const ng_role_finder *f, uint32_t word)
{
  return word < f->doc->notes.n ? (ng_word_class)f->doc->notes.at[word].class
                                : NG_WORD_EDGE;
}

/* "head chef", "head coach", "tight-head": no head of anything. */
static bool
is_head_of_trade(const ng_role_finder *f, uint32_t word)
{
  if (!ng_role_is(f, word, "head"))
    return false;
  return (ng_role_is_beside(f, word + 1) &&
          ng_role_is(f, word + 1,
                     "chef coach teacher trainer referee nurse writer")) ||
         (word > 0 && f->doc->notes.at[word].gap == NG_GAP_HYPHEN &&
          !ng_role_is(f, word - 1, "co joint deputy vice ex"));
}

/* ng_role_is() of a list of many words. */
static inline __attribute__((always_inline)) bool
is_in_long(const ng_role_finder *f, uint32_t word, const char *list)
{
  if (word >= f->doc->words.n)
    return false;
  ng_str text = ng_word_text(f->doc, word);
  ng_mark mark = ng_mark_of(text);
  bool initials = text.len > 1 && text.at[1] == '.';
  return (initials || ng_list_may_have(list, mark, mark)) &&
         ng_role_is(f, word, list);
}

/* The last word of an office's title. */
bool
ng_role_is_head(const ng_role_finder *f, uint32_t word)
{
  static const char heads[] =
      "president minister premier chancellor king queen prince "
      "princess emir sultan pope secretary governor mayor senator "
      "ambassador envoy spokesman spokeswoman spokesperson chairman "
      "chairwoman chairperson chair ceo director commander prosecutor "
      "chief leader head commissioner speaker undersecretary "
      "treasurer ayatollah emperor tsar shah sheriff superintendent "
      "taoiseach premiers negotiator representative founder "
      "co-founder pm adviser advisor counsellor counselor coordinator "
      "rapporteur administrator ombudsman consul whip archbishop "
      "patriarch congressman congresswoman assemblyman assemblywoman "
      "councilman councilwoman alderman comptroller";
  return (is_in_long(f, word, heads) && !is_head_of_trade(f, word)) ||
         ng_title_is_charge(f, word) ||
         (ng_role_is(f, word, "general") && word > 0 &&
          ng_role_is(f, word - 1,
                     "secretary attorney director prosecutor surveyor"));
}

/* Who runs for an office has it not. */
static bool
is_runner(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is(f, word, "candidate nominee");
}

/* "her grandson Prince X": no prince of grandsons. */
static bool
is_kin(const ng_role_finder *f, uint32_t word)
{
  return ng_role_is(f, word,
                    "son daughter grandson granddaughter brother sister "
                    "father mother husband wife uncle aunt nephew niece "
                    "cousin grandfather grandmother widow stepson");
}

/* "central", and "bank", of "central bank governor" */
static bool
is_central_bank(const ng_role_finder *f, uint32_t word)
{
  if (ng_role_is(f, word, "bank"))
    return word > 0 && ng_role_is_beside(f, word) &&
           ng_role_is(f, word - 1, "central");
  return ng_role_is(f, word, "central") && ng_role_is_beside(f, word + 1) &&
         ng_role_is(f, word + 1, "bank");
}

/* A word that goes before the head: "prime", "deputy foreign", "chief". */
bool
ng_role_is_modifier(const ng_role_finder *f, uint32_t word)
{
  static const char words[] =
      "prime foreign defence defense finance interior justice economy "
      "energy trade health education agriculture transport culture "
      "labour labor environment home vice deputy first second "
      "attorney presidential government special chief high supreme "
      "general party opposition executive managing press state crown "
      "co police army military national security intelligence oil "
      "industry information development cabinet ministry parliament "
      "parliamentary permanent assistant under senior economic "
      "external affairs policy and of peace spiritual shadow local "
      "affairs commerce emergency emergencies work works pensions "
      "treasury tourism sport sports immigration water science "
      "technology religious women youth housing planning digital "
      "social welfare veterans climate infrastructure investment "
      "mining mines petroleum fisheries homeland transportation civil "
      "aviation human rights budget international majority minority "
      "house senate assembly council commission committee court union "
      "board";
  if (word > 0 && ng_role_is(f, word - 1, "white"))
    return false; /* "White House Press Secretary" */
  if (is_central_bank(f, word))
    return true;
  return ng_role_is(f, word, words) || ng_role_is_head(f, word) ||
         (ng_role_class(f, word) == NG_WORD_TITLE && !is_runner(f, word) &&
          !is_kin(f, word));
}

bool
ng_role_is_honorific(const ng_role_finder *f, uint32_t word)
{
  static const char words[] =
      "mr mrs ms dr miss sir dame lord lady prof professor gen "
      "general col colonel maj major lt lieutenant adm admiral capt "
      "captain rev imam sheikh sheik mp";
  return ng_role_is(f, word, words);
}

/* Do words i - 1 and i stand beside each other, with a space or a hyphen? */
bool
ng_role_is_beside(const ng_role_finder *f, uint32_t word)
{
  const ng_doc *doc = f->doc;
  if (word == 0 || word >= doc->words.n ||
      doc->notes.at[word].sentence != doc->notes.at[word - 1].sentence)
    return false;
  ng_gap gap = (ng_gap)doc->notes.at[word].gap;
  return gap == NG_GAP_SPACE || gap == NG_GAP_HYPHEN || gap == NG_GAP_NONE ||
         gap == NG_GAP_STOP;
}

bool
ng_role_is_comma(const ng_role_finder *f, uint32_t word)
{
  return word > 0 && word < f->doc->words.n &&
         f->doc->notes.at[word].sentence ==
             f->doc->notes.at[word - 1].sentence &&
         f->doc->notes.at[word].gap == NG_GAP_COMMA;
}

/* --- mentions ------------------------------------------------------------- */

/* "CEO", "Prime Minister of Canada": words of a title, though a base knows what
 * they are. */
static bool
is_of_title(const ng_doc *doc, const ng_mention *m)
{
  ng_type type = (ng_type)doc->entities.at[m->entity].type;
  return type == NG_OCCUPATION || type == NG_OFFICE;
}

bool
ng_role_map_words(ng_role_finder *f)
{
  ng_doc *doc = f->doc;
  f->mention_at = NG_NEW(&doc->arena, uint32_t, doc->words.n + 1);
  if (!f->mention_at)
    return false;
  memset(f->mention_at, 0xFF, (doc->words.n + 1) * sizeof *f->mention_at);
  for (uint32_t i = 0, w = 0; i < doc->mentions.n; i++) {
    ng_span span = doc->mentions.at[i].span;
    bool named = doc->mentions.at[i].kind <= NG_KIND_METONYM &&
                 !is_of_title(doc, &doc->mentions.at[i]);
    while (w < doc->words.n && doc->words.at[w].end <= span.begin)
      w++;
    for (uint32_t k = w;
         named && k < doc->words.n && doc->words.at[k].begin < span.end; k++)
      f->mention_at[k] = i;
  }
  return true;
}

const ng_mention *
ng_role_mention(const ng_role_finder *f, uint32_t word)
{
  return word < f->doc->words.n && f->mention_at[word] != NG_NONE
             ? &f->doc->mentions.at[f->mention_at[word]]
             : NULL;
}

uint32_t
ng_role_first_word(const ng_role_finder *f, uint32_t word)
{
  while (word > 0 && f->mention_at[word - 1] == f->mention_at[word])
    word--;
  return word;
}

uint32_t
ng_role_word_behind(const ng_role_finder *f, uint32_t word)
{
  uint32_t m = f->mention_at[word];
  while (word < f->doc->words.n && f->mention_at[word] == m)
    word++;
  return word;
}

/* Can the entity have offices: a state, a region, a city, a body?  What a base
 * has no type of is one if it has a name: not "director of photography". */
bool
ng_role_has_offices(const ng_doc *doc, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  ng_str name = ng_doc_text(doc, doc->entities.at[entity].name);
  if (type == NG_ENTITY && name.len && ng_is_upper(name.at[0]))
    return true;
  return type != NG_PERSON && type != NG_BUILDING && ng_is_actor(doc, entity);
}

bool
ng_role_is_person(const ng_doc *doc, const ng_mention *m)
{
  ng_type type = doc->entities.at[m->entity].type;
  ng_str text = ng_doc_text(doc, m->span);
  bool unknown = ng_ref_none(doc->entities.at[m->entity].ref);
  bool several = memchr(text.at, ' ', text.len) != NULL;
  return m->kind == NG_KIND_NAME &&
         (type == NG_PERSON || ((unknown || several) && type == NG_ENTITY));
}
