/* name_words.c - small words that say where a name begins and goes on, and what
 * it is a name of. */
#include "link/name_words.h"
#include "core/str.h"
#include "link/words.h"

#include <string.h>

bool
ng_is_conjunction(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(doc, i,
                        "if when while once unless though where because since "
                        "but yet although");
}

bool
ng_is_particle(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(doc, i,
                        "de la van von der bin al el du da di ibn ul ben le "
                        "dos del den en");
}

bool
ng_is_father_behind(const ng_doc *doc, uint32_t i)
{
  const ng_word_note *notes = doc->notes.at;
  return i > 0 && i + 1 < doc->words.n && notes[i].gap == NG_GAP_SPACE &&
         notes[i + 1].gap == NG_GAP_SPACE &&
         !(notes[i].flags & NG_WORD_CAPITAL) &&
         (notes[i - 1].flags & NG_WORD_CAPITAL) &&
         (notes[i + 1].flags & NG_WORD_CAPITAL) &&
         ng_word_listed(doc, i, "bin ibn bint ben");
}

bool
ng_is_given_half(const ng_doc *doc, uint32_t i)
{
  /* Korean and Chinese ones, those left out that are English words */
  static const char syllables[] =
      "bae bian bok chan chang chen cheng chi ching chol choon chul chun duk "
      "eun fang fei feng fu geun gi gil gon gyu ha hae hee ho hoi hong hoon "
      "hsien hua huan hui hwa hwan hye hyeon hyok hyun hyung il jae jeong jeou "
      "jie jin jong joo joon ju jun jung kai kang keun kon kook kuk kun kwan "
      "kwang kwon kyo kyu kyun kyung lan lin ling lung mei mi min ming mo moon "
      "myung nam ok pil ping pyo pyong qing rae ran rok ryol ryul sam sang "
      "seok seon seung shan shek shen shian shik sik sok sook su suk sup tae "
      "taek tang teh ting tong ung wei wen whan woo wook wu xiang yan yang yen "
      "yeol yeon yeong yi ying yong yoon yu yuan yue yuk yul yun zhen";
  return ng_str_listed(ng_word_text(doc, i), syllables);
}

bool
ng_is_behind_particle(const ng_doc *doc, uint32_t i)
{
  if (i == 0 || doc->notes.at[i].gap != NG_GAP_HYPHEN ||
      (i > 1 && doc->notes.at[i - 1].gap == NG_GAP_HYPHEN) ||
      !(doc->notes.at[i].flags & NG_WORD_CAPITAL))
    return false;
  return ng_word_listed(doc, i - 1, "al el ul ad an ar as at az ash");
}

bool
ng_is_rank(const ng_doc *doc, uint32_t i)
{
  static const char ranks[] = "archduke baron baroness countess duchess duke "
                              "earl marchioness marquess viscount";
  return (doc->notes.at[i].flags & NG_WORD_CAPITAL) &&
         ng_str_listed(ng_word_text(doc, i), ranks);
}

bool
ng_ends_title(const ng_doc *doc, uint32_t i)
{
  return i < doc->words.n &&
         (doc->notes.at[i].class == NG_WORD_TITLE ||
          ng_word_listed(doc, i,
                         "pm adviser advisor counsellor counselor affaires "
                         "coordinator administrator consul rapporteur "
                         "ombudsman assemblyman assemblywoman councilman "
                         "councilwoman alderman comptroller"));
}

bool
ng_begins_title(const ng_doc *doc, uint32_t i)
{
  return i + 1 < doc->words.n && doc->notes.at[i + 1].gap == NG_GAP_SPACE &&
         doc->notes.at[i + 1].class == NG_WORD_TITLE &&
         !(doc->notes.at[i + 1].flags & NG_WORD_CAPITAL) &&
         ng_word_listed(doc, i,
                        "supreme prime foreign chief vice deputy interior "
                        "finance defence defense justice home");
}

bool
ng_is_behind_title_of(const ng_doc *doc, uint32_t i)
{
  const ng_word_note *notes = doc->notes.at;
  if (i < 2 || notes[i].gap != NG_GAP_SPACE || notes[i - 1].gap != NG_GAP_SPACE)
    return false;
  bool of = notes[i - 1].class == NG_WORD_OF || ng_word_is(doc, i - 1, "for");
  return of && (notes[i - 2].flags & NG_WORD_CAPITAL) &&
         (ng_ends_title(doc, i - 2) || ng_word_is(doc, i - 2, "state"));
}

bool
ng_is_rank_of(const ng_doc *doc, uint32_t i)
{
  const ng_word_note *notes = doc->notes.at;
  return i >= 2 && notes[i - 1].class == NG_WORD_OF &&
         notes[i].gap == NG_GAP_SPACE && notes[i - 1].gap == NG_GAP_SPACE &&
         ng_is_rank(doc, i - 2);
}

bool
ng_is_behind_owners(const ng_doc *doc, uint32_t i)
{
  if (i == 0)
    return false;
  ng_str gap =
      ng_str_slice(doc->text, doc->words.at[i - 1].end, doc->words.at[i].begin);
  return doc->text.at[doc->words.at[i - 1].end - 1] == 's' &&
         (ng_str_equal(gap, NG_LIT("\xE2\x80\x99 ")) ||
          ng_str_equal(gap, NG_LIT("' ")));
}

bool
ng_is_part_of_adjective(const ng_doc *doc, uint32_t i)
{
  static const char before[] = "afro anglo austro euro franco indo italo russo "
                               "sino";
  static const char behind[] = "semite semites semitic semitism";
  ng_str word = ng_word_text(doc, i);
  return ng_word_is(doc, i, "affaires") ||
         (i + 2 < doc->words.n && ng_word_is(doc, i + 2, "affaires")) ||
         (ng_gap_after(doc, i) == NG_GAP_HYPHEN &&
          ng_str_listed(word, before)) ||
         (doc->notes.at[i].gap == NG_GAP_HYPHEN && ng_str_listed(word, behind));
}

bool
ng_is_speaker(const ng_doc *doc, uint32_t i)
{
  static const char verbs[] = "added announced confirmed denied insisted said "
                              "says told warned";
  return i > 0 && i + 1 < doc->words.n &&
         doc->notes.at[i - 1].class == NG_WORD_THE &&
         doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[i + 1].gap == NG_GAP_SPACE &&
         ng_str_listed(ng_word_text(doc, i + 1), verbs) &&
         !(doc->notes.at[i].flags & NG_WORD_START);
}

/* What a name that ends with the word is of. */
#define COMPANIES                                                              \
  "ltd inc corp co plc llc company airlines bank holdings bancorp bancshares " \
  "enterprises industries pharmaceuticals airways "                            \
  "corporation incorporated limited gmbh"
#define BODIES                                                              \
  "group commission committee council agency union association federation " \
  "foundation hospital"
#define OFFICES "ministry government parliament department office embassy"
#define SCHOOLS "university college school institute"
#define FORCES "army police forces"
#define TEAMS "club team"
#define PAPERS                                                             \
  "newspaper times herald gazette tribune mail review news tv television " \
  "radio magazine"
#define EVENTS "summit conference forum festival"
#define TREATIES "treaty constitution"
#define OTHERS "party court airport"
#define ALL                                                                    \
  COMPANIES " " BODIES " " OFFICES " " SCHOOLS " " FORCES " " TEAMS " " PAPERS \
            " " EVENTS " " TREATIES " " OTHERS

/* Each list is looked through only for a word that begins like one of it. */
static ng_type
type_of(ng_str word)
{
  if (ng_list_lacks(ALL, ng_str_start(word)))
    return NG_ENTITY; /* most */
  if (ng_str_listed(word, COMPANIES))
    return NG_COMPANY;
  if (ng_str_listed(word, BODIES))
    return NG_ORGANIZATION;
  if (ng_str_listed(word, OFFICES))
    return NG_GOVERNMENT;
  if (ng_str_listed(word, SCHOOLS))
    return NG_SCHOOL;
  if (ng_str_listed(word, FORCES))
    return NG_MILITARY;
  if (ng_str_listed(word, TEAMS))
    return NG_TEAM;
  if (ng_str_listed(word, PAPERS))
    return NG_MEDIA;
  if (ng_str_listed(word, EVENTS))
    return NG_EVENT;
  if (ng_str_listed(word, TREATIES))
    return NG_TREATY;
  if (ng_str_listed(word, "party"))
    return NG_PARTY;
  if (ng_str_listed(word, "court"))
    return NG_COURT;
  if (ng_str_listed(word, "airport"))
    return NG_PLACE;
  return NG_ENTITY;
}

ng_type
ng_name_word_type(const ng_doc *doc, uint32_t i)
{
  char plain[NG_WORD_ROOM];
  if (i >= doc->words.n)
    return NG_ENTITY;
  ng_str word = ng_word_text(doc, i);
  if (word.len < 2 || word.at[1] != '.')
    return type_of(word);
  return ng_word_ascii(word, plain) ? type_of((ng_str){plain, strlen(plain)})
                                    : NG_ENTITY; /* "T.V." */
}

bool
ng_is_company_form(const ng_doc *doc, uint32_t i)
{
  return (doc->notes.at[i].flags & NG_WORD_CAPITAL) &&
         ng_word_listed(doc, i, "inc corp co ltd plc llc");
}

bool
ng_is_form_behind_comma(const ng_doc *doc, uint32_t i)
{
  return i > 0 && doc->notes.at[i].gap == NG_GAP_COMMA &&
         doc->notes.at[i].sentence == doc->notes.at[i - 1].sentence &&
         ng_is_company_form(doc, i);
}

bool
ng_is_the_event(const ng_doc *doc, uint32_t i)
{
  return i > 0 && doc->notes.at[i - 1].class == NG_WORD_THE &&
         doc->notes.at[i].gap == NG_GAP_SPACE &&
         (ng_gap_after(doc, i) != NG_GAP_SPACE ||
          !(doc->notes.at[i + 1].flags & NG_WORD_CAPITAL)) &&
         ng_name_word_type(doc, i) == NG_EVENT;
}

bool
ng_is_named_with_the(const ng_doc *doc, uint32_t i)
{
  ng_str word = ng_word_text(doc, i);
  if (word.at[word.len - 1] == 's')
    return false;
  for (; i > 0 && doc->notes.at[i].gap == NG_GAP_SPACE &&
         doc->notes.at[i].class == NG_WORD_CAPITALISED;
       i--)
    if (doc->notes.at[i - 1].class == NG_WORD_THE)
      return true;
  return false;
}

bool
ng_is_time_zone(const ng_doc *doc, uint32_t i)
{
  if (i == 0 || !(doc->notes.at[i].flags & NG_WORD_UPPER) ||
      !((doc->notes.at[i - 1].flags & NG_WORD_DIGIT) ||
        ng_word_is(doc, i - 1, "am") || ng_word_is(doc, i - 1, "pm")))
    return false;
  return ng_word_listed(
      doc, i, "utc gmt bst est edt cst cdt pst pdt ast cet ist eest cest");
}

bool
ng_is_no_acronym(const ng_doc *doc, const ng_spot *spot)
{
  enum { SHORT = 3 };
  return spot->span.end - spot->span.begin <= SHORT &&
         !(doc->notes.at[spot->word].flags & NG_WORD_UPPER);
}

bool
ng_is_last_noun(const ng_doc *doc, uint32_t i)
{
  static const char list[] =
      "also which that when after before since while where during as last this "
      "would could may might who then now later again until because";
  ng_gap gap = ng_gap_after(doc, i);
  if (gap != NG_GAP_SPACE)
    return gap != NG_GAP_HYPHEN && gap != NG_GAP_SLASH;
  if (i + 1 >= doc->words.n || (doc->notes.at[i + 1].flags & NG_WORD_CAPITAL))
    return false;
  ng_str word = ng_word_text(doc, i + 1);
  switch (doc->notes.at[i + 1].class) {
  case NG_WORD_OF:
  case NG_WORD_NUMBER:
  case NG_WORD_TITLE:
  case NG_WORD_BODY:
  case NG_WORD_PEOPLE:
  case NG_WORD_HEADING:
  case NG_WORD_GAME:
    return false;
  case NG_WORD_OTHER:
    if (ng_word_listed(doc, i + 1, list))
      return true;
    return word.len > 4 && (memcmp(word.at + word.len - 2, "ed", 2) == 0 ||
                            memcmp(word.at + word.len - 2, "ly", 2) == 0);
  default:
    return true;
  }
}
