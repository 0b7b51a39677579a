#include "kb/class.h"
#include "core/str.h"
#include "kb/nouns.h"

#include <stdlib.h>

/* Classes whose label does not show the type, or shows another; by number.
 * What is not here goes by the label of the class and the words below. */
static const struct {
  uint32_t qid;
  ng_type type;
} classes[] = {
    {5, NG_PERSON},             /* human */
    {198, NG_CONFLICT},         /* war */
    {515, NG_CITY},             /* city */
    {532, NG_CITY},             /* village */
    {3957, NG_CITY},            /* town */
    {5119, NG_CITY},            /* capital */
    {6256, NG_COUNTRY},         /* country */
    {6266, NG_GROUP},           /* nation */
    {7270, NG_COUNTRY},         /* republic */
    {7275, NG_COUNTRY},         /* state */
    {7278, NG_PARTY},           /* political party */
    {7755, NG_TREATY},          /* constitution */
    {8142, NG_CONCEPT},         /* currency */
    {11032, NG_MEDIA},          /* newspaper */
    {11424, NG_WORK},           /* film */
    {12136, NG_DISEASE},        /* disease */
    {12143, NG_CONCEPT},        /* time zone */
    {14350, NG_MEDIA},          /* radio station */
    {16521, NG_SPECIES},        /* taxon */
    {18127, NG_COMPANY},        /* record label */
    {22687, NG_COMPANY},        /* bank */
    {25295, NG_LANGUAGE},       /* language family */
    {28640, NG_OCCUPATION},     /* profession */
    {33829, NG_GROUP},          /* human population */
    {34770, NG_LANGUAGE},       /* language */
    {35657, NG_REGION},         /* state of the United States */
    {35798, NG_GOVERNMENT},     /* executive branch */
    {41162, NG_REGION},         /* republic of Russia */
    {41298, NG_MEDIA},          /* magazine */
    {41710, NG_GROUP},          /* ethnic group */
    {46395, NG_COUNTRY},        /* British Overseas Territories */
    {46970, NG_COMPANY},        /* airline */
    {47566, NG_EVENT},          /* United States presidential election */
    {47913, NG_GOVERNMENT},     /* intelligence agency */
    {48349, NG_COUNTRY},        /* empire */
    {61883, NG_MILITARY},       /* air force */
    {66344, NG_GOVERNMENT},     /* central bank */
    {107390, NG_REGION},        /* federated state */
    {112099, NG_COUNTRY},       /* island nation */
    {123480, NG_COUNTRY},       /* landlocked country */
    {131569, NG_TREATY},        /* treaty */
    {133346, NG_CONCEPT},       /* border */
    {155271, NG_ORGANIZATION},  /* think tank */
    {161243, NG_COUNTRY},       /* dependent territory */
    {176799, NG_MILITARY},      /* military unit */
    {178561, NG_CONFLICT},      /* battle */
    {179164, NG_COUNTRY},       /* unitary state */
    {189445, NG_GOVERNMENT},    /* bicameral legislature */
    {190752, NG_COURT},         /* supreme court */
    {192283, NG_MEDIA},         /* news agency */
    {215380, NG_ORGANIZATION},  /* musical group */
    {231002, NG_GROUP},         /* nationality */
    {245065, NG_INTERNATIONAL}, /* intergovernmental organization */
    {270791, NG_COMPANY},       /* state-owned enterprise */
    {294414, NG_OFFICE},        /* public office */
    {327333, NG_GOVERNMENT},    /* government agency */
    {375928, NG_GOVERNMENT},    /* lower house */
    {382927, NG_TEAM},          /* UCI Professional Continental Team */
    {417175, NG_COUNTRY},       /* kingdom */
    {465613, NG_COUNTRY},       /* People's Republic */
    {476028, NG_TEAM},          /* association football club */
    {484170, NG_CITY},          /* commune of France */
    {484652, NG_INTERNATIONAL}, /* international organization */
    {486972, NG_CITY},          /* human settlement */
    {618779, NG_AWARD},         /* award */
    {625298, NG_TREATY},        /* peace treaty */
    {637846, NG_GOVERNMENT},    /* upper house */
    {640506, NG_GOVERNMENT},    /* cabinet */
    {747074, NG_CITY},          /* comune of Italy */
    {772547, NG_MILITARY},      /* armed forces */
    {781132, NG_MILITARY},      /* military branch */
    {783794, NG_COMPANY},       /* company */
    {858439, NG_EVENT},         /* presidential election */
    {860572, NG_COMPANY},       /* photo agency */
    {891723, NG_COMPANY},       /* public company */
    {910252, NG_GOVERNMENT},    /* United States federal executive department */
    {1093829, NG_CITY},         /* city of the United States */
    {1110794, NG_MEDIA},        /* daily newspaper */
    {1127126, NG_INTERNATIONAL},  /* military alliance */
    {1221156, NG_REGION},         /* state of Germany */
    {1335818, NG_INTERNATIONAL},  /* supranational union */
    {1352230, NG_COUNTRY},        /* territory of the United States */
    {1549591, NG_CITY},           /* big city */
    {1616075, NG_MEDIA},          /* television station */
    {1637706, NG_CITY},           /* city with millions of inhabitants */
    {1896989, NG_INTERNATIONAL},  /* subject of international law */
    {2001305, NG_MEDIA},          /* television channel */
    {2145277, NG_GOVERNMENT},     /* house of representatives */
    {2472587, NG_GROUP},          /* people */
    {2570643, NG_GOVERNMENT},     /* senate */
    {3024240, NG_COUNTRY},        /* historical country */
    {3623811, NG_INTERNATIONAL},  /* economic union */
    {3624078, NG_COUNTRY},        /* sovereign state */
    {3917681, NG_GOVERNMENT},     /* embassy */
    {4120211, NG_INTERNATIONAL},  /* regional organization */
    {4127125, NG_CONCEPT},        /* time in the United Kingdom */
    {4164871, NG_OFFICE},         /* position */
    {4167410, NG_ENTITY},         /* Wikimedia disambiguation page */
    {4498974, NG_TEAM},           /* ice hockey team */
    {4830453, NG_COMPANY},        /* business enterprise */
    {5398426, NG_WORK},           /* television series */
    {6154783, NG_TEAM},           /* UCI WorldTeam */
    {6313217, NG_CONCEPT},        /* time standard */
    {6881511, NG_COMPANY},        /* enterprise */
    {6979593, NG_TEAM},           /* national association football team */
    {7603882, NG_COURT},          /* U.S. state supreme court */
    {11488158, NG_OFFICE},        /* corporate title */
    {12443800, NG_REGION},        /* state of India */
    {12737077, NG_OCCUPATION},    /* occupation */
    {13393265, NG_TEAM},          /* basketball team */
    {13406463, NG_CONCEPT},       /* Wikimedia list article */
    {15221623, NG_CONCEPT},       /* bilateral relation */
    {15239622, NG_REGION},        /* disputed territory */
    {15265344, NG_MEDIA},         /* broadcaster */
    {15632617, NG_WORK},          /* fictional human */
    {15634554, NG_COUNTRY},       /* state with limited recognition */
    {15773347, NG_WORK},          /* film character */
    {15925165, NG_INTERNATIONAL}, /* specialized agency of the United Nations */
    {16850120, NG_GOVERNMENT},    /* Council of Ministers */
    {17156793, NG_TEAM},          /* American football team */
    {17279032, NG_OFFICE},        /* elective office */
    {20638319, NG_TEAM},          /* UCI ProTeam */
    {20901295, NG_GOVERNMENT},    /* foreign affairs ministry */
    {27020041, NG_EVENT},         /* sports season */
    {29918328, NG_OFFICE},        /* class of ambassadors of a country */
    {29918335, NG_OFFICE},        /* class of ambassadors to a country */
    {37002670, NG_GOVERNMENT},    /* unicameral legislature */
};

enum {
  N_CLASSES = sizeof classes / sizeof *classes,
  N_NOUNS = sizeof nouns / sizeof *nouns
};

ng_type
ng_class_type(uint32_t qid)
{
  size_t begin = 0, end = N_CLASSES;
  while (begin < end) {
    size_t mid = begin + (end - begin) / 2;
    if (classes[mid].qid < qid)
      begin = mid + 1;
    else
      end = mid;
  }
  return begin < N_CLASSES && classes[begin].qid == qid ? classes[begin].type
                                                        : NG_N_TYPES;
}

static int
compare_noun(const void *key, const void *element)
{
  const ng_str *word = key;
  const noun *n = element;
  return ng_str_compare(*word, (ng_str){n->word, strlen(n->word)});
}

static ng_type
noun_type(ng_str word)
{
  const noun *n = bsearch(&word, nouns, N_NOUNS, sizeof *nouns, compare_noun);
  return n ? n->type : NG_N_TYPES;
}

/* What no head of a phrase follows, but what goes with it. */
#define PREPOSITIONS                                                      \
  "of in from for at by on who that to with near which is between since " \
  "until representing"

/* Words and marks that end the noun phrase which a description begins with. */
static bool
ends_phrase(ng_str word)
{
  return !ng_is_upper(word.at[0]) &&
         ng_str_listed(word, PREPOSITIONS
                       " and or based located held playing founded born "
                       "whereby where when d"); /* coup d'état */
}

static bool
is_letter(char c)
{
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Lower-case ASCII copy of `word` in `room`, cut to it. */
static ng_str
lower(ng_str word, char *room, size_t size)
{
  size_t n = word.len < size ? word.len : size;
  for (size_t i = 0; i < n; i++)
    room[i] = (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] | 32
                                                            : word.at[i]);
  return (ng_str){room, n};
}

/* The type of a noun, or of its singular. */
static ng_type
type_of(ng_str word)
{
  char room[32];
  ng_str low = lower(word, room, sizeof room);
  ng_type type = noun_type(low);
  if (type == NG_N_TYPES && low.len > 3 && low.at[low.len - 1] == 's')
    type = noun_type(ng_str_slice(low, 0, low.len - 1));
  return type;
}

/* The next word of `s` from *at; false at the end.  *breaks tells whether a
 * mark that ends a phrase stands before it. */
static bool
next_word(ng_str s, size_t *at, ng_str *word, bool *breaks)
{
  size_t i = *at;
  *breaks = false;
  while (i < s.len && !is_letter(s.at[i]) && (unsigned char)s.at[i] < 0x80)
    *breaks |= strchr(",;:.(", s.at[i++]) != NULL;
  size_t begin = i;
  while (i < s.len && (is_letter(s.at[i]) || (unsigned char)s.at[i] >= 0x80))
    i++;
  *at = i;
  *word = ng_str_slice(s, begin, i);
  return i > begin;
}

/* A club is a team where a sport is named before it. */
static bool
is_sport(ng_str word)
{
  static const char *const sports[] = {
      "football", "soccer", "rugby",      "hockey",   "basketball",
      "cricket",  "sports", "volleyball", "handball", "baseball"};
  char room[16];
  ng_str low = lower(word, room, sizeof room);
  for (size_t i = 0; i < sizeof sports / sizeof *sports; i++)
    if (ng_str_equal(low, (ng_str){sports[i], strlen(sports[i])}))
      return true;
  return false;
}

/* "form of government", "type of bank": no government, and no bank. */
static bool
is_kind_of(ng_str words)
{
  static const char kinds[] = "form type kind style system";
  char room[16];
  ng_str rest = words, first = ng_str_cut(&rest, ' ');
  return ng_str_listed(lower(first, room, sizeof room), kinds) &&
         rest.len > 3 && memcmp(rest.at, "of ", 3) == 0;
}

/* A noun whose type only the word before it tells. */
typedef struct {
  const char *noun;   /* with its plural */
  const char *before; /* words, with spaces between */
  ng_type type;
} compound;

static ng_type
type_of_vague(ng_str before, ng_str word)
{
  static const char forces[] = "military army naval air airborne armored "
                               "armoured artillery cavalry infantry guard "
                               "marine combat tank special motorised panzer";
  static const compound list[] = {
      {"unit units", forces, NG_MILITARY},
      {"division divisions", forces, NG_MILITARY},
      {"division divisions", "administrative territorial census", NG_REGION},
      {"division divisions", "news", NG_MEDIA},
      {"division divisions",
       "baseball basketball football handball hockey rugby soccer top "
       "volleyball",
       NG_LEAGUE},
      {"system systems",
       "computer defence defense entertainment launch management missile "
       "navigation operating radar rocket software weapon weapons",
       NG_PRODUCT},
      {"satellite satellites", "natural", NG_PLACE},
      {"player", "audio cassette disc media music record video", NG_PRODUCT},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; i++)
    if (ng_str_listed(word, list[i].noun) &&
        ng_str_listed(before, list[i].before))
      return list[i].type;
  return NG_N_TYPES;
}

/* What the noun says with the word before it: "football club", "news agency";
 * "military unit"; NG_N_TYPES if that is no more than the noun itself. */
static ng_type
type_of_compound(ng_str before, ng_str word, bool sport)
{
  static const char offices[] = "agency agencies bureau bureaus service";
  static const char private[] = "travel talent advertising modeling modelling "
                                "rating employment photo real-estate";
  char room[16];
  ng_str first = lower(before, room, sizeof room);
  if (sport && (ng_str_equal(word, NG_LIT("club")) ||
                ng_str_equal(word, NG_LIT("clubs"))))
    return NG_TEAM;
  if (!ng_str_listed(word, offices))
    return type_of_vague(first, word);
  if (ng_str_equal(first, NG_LIT("news")) ||
      ng_str_equal(first, NG_LIT("press")))
    return NG_MEDIA;
  return ng_str_listed(first, private) ? NG_COMPANY : NG_N_TYPES;
}

/* "militant and political organization": the noun of the first word, which is
 * also an adjective, need not be the head. */
static bool
goes_on(ng_str before, ng_str word)
{
  static const char both[] = "anarchist communist extremist fascist islamist "
                             "jihadist militant nationalist separatist "
                             "socialist terrorist";
  char room[16];
  return (ng_str_equal(word, NG_LIT("and")) ||
          ng_str_equal(word, NG_LIT("or"))) &&
         ng_str_listed(lower(before, room, sizeof room), both);
}

/* "something given to a person", "adverse effect that a drug has": the head is
 * no noun that is known, and what follows is none. But "one of the districts"
 * is a district. */
static bool
ends_head(ng_str before, ng_str word)
{
  return before.len && !ng_str_equal(before, NG_LIT("one")) &&
         ng_str_listed(word, PREPOSITIONS);
}

/* The type of the last noun that is known of the first phrase; *last tells
 * whether it is the phrase's last word. */
static ng_type
head_type(ng_str words, bool *last)
{
  ng_type type = NG_N_TYPES;
  size_t at = 0;
  ng_str word, before = {0};
  bool breaks, sport = false;
  *last = is_kind_of(words);
  if (*last)
    return NG_CONCEPT;
  /* the head is the last noun known before the phrase ends */
  while (words.len && next_word(words, &at, &word, &breaks)) {
    if (type != NG_N_TYPES
            ? breaks || (ends_phrase(word) && !goes_on(before, word))
            : words.at[at - word.len - (at > word.len)] != '-' &&
                  ends_head(before, word))
      break;
    sport |= is_sport(word);
    ng_type found = type_of_compound(before, word, sport);
    if (found == NG_N_TYPES)
      found = type_of(word);
    *last = found != NG_N_TYPES;
    type = *last ? found : type;
    before = word;
  }
  return type;
}

ng_type
ng_description_type(ng_str words)
{
  bool last;
  return head_type(words, &last);
}

ng_type
ng_class_label_type(ng_str label)
{
  bool last;
  ng_type type = head_type(label, &last);
  return last ? type : NG_N_TYPES;
}

/* "Faroe Islands national football team" */
static bool
is_national_team(ng_str label)
{
  static const char team[] = " team";
  enum { TEAM = sizeof team - 1 };
  return memmem(label.at, label.len, " national ", 10) &&
         memcmp(label.at + label.len - TEAM, team, TEAM) == 0;
}

ng_type
ng_label_type(ng_str label)
{
  if (!label.len || !memchr(label.at, ' ', label.len))
    return NG_N_TYPES;
  if (is_national_team(label))
    return NG_TEAM;
  /* "Yurtec Stadium Sendai" is a stadium, "house arrest" no house */
  bool small = label.at[0] >= 'a' && label.at[0] <= 'z';
  ng_type type =
      small ? ng_class_label_type(label) : ng_description_type(label);
  switch (type) {
  case NG_TEAM:
  case NG_SCHOOL:
  case NG_BUILDING:
  case NG_CONFLICT:
  case NG_TREATY:
  case NG_PARTY:
  case NG_COURT:
  case NG_LEAGUE:
  case NG_GOVERNMENT:
    return type;
  default:
    return NG_N_TYPES;
  }
}

/* How much a type says: of two classes of one entity the more telling one is
 * kept, and of equals the first. */
static unsigned
rank(ng_type type)
{
  switch (type) {
  case NG_COUNTRY:
    return 10;
  case NG_PERSON:
    return 9;
  case NG_CITY:
  case NG_INTERNATIONAL:
    return 8;
  case NG_PARTY:
  case NG_GOVERNMENT:
  case NG_COURT:
  case NG_MILITARY:
  case NG_TEAM:
    return 7;
  case NG_ENTITY:
    return 0;
  case NG_CONCEPT:
    return 1;
  case NG_ORGANIZATION:
  case NG_PLACE:
  case NG_WORK:
  case NG_EVENT:
    return 4;
  case NG_BUILDING:
  case NG_PRODUCT:
    return 5;
  default:
    return 6;
  }
}

ng_type
ng_type_choose(ng_type a, ng_type b)
{
  if (a >= NG_N_TYPES)
    return b;
  return b < NG_N_TYPES && rank(b) > rank(a) ? b : a;
}
