#include "kb/generate.h"
#include "core/str.h"

enum { MAX_WORDS = 16, ROOM = 512 };

/* A name and its words, cut at spaces. */
typedef struct {
  ng_str text;
  ng_str word[MAX_WORDS];
  unsigned n;
  ng_name_sink sink;
  bool failed;
} maker;

static void
put(maker *m, ng_str text, uint32_t kinds, uint32_t flags)
{
  if (text.len && !m->failed && !ng_str_equal(text, m->text))
    m->failed = !m->sink.take(m->sink.to, text, kinds, flags);
}

/* Words [from, to) with what is between them. */
static ng_str
words(const maker *m, unsigned from, unsigned to)
{
  if (from >= to || to > m->n)
    return (ng_str){NULL, 0};
  const char *begin = m->word[from].at;
  const char *end = m->word[to - 1].at + m->word[to - 1].len;
  return (ng_str){begin, (size_t)(end - begin)};
}

/* Two runs of words with a space between. */
static void
put_pair(maker *m, ng_str a, ng_str b, uint32_t kinds)
{
  char room[ROOM];
  if (!a.len || !b.len || a.len + b.len + 1 > sizeof room)
    return;
  memcpy(room, a.at, a.len);
  room[a.len] = ' ';
  memcpy(room + a.len + 1, b.at, b.len);
  put(m, (ng_str){room, a.len + b.len + 1}, kinds, 0);
}

static void
split(maker *m)
{
  ng_str s = m->text;
  size_t i = 0;
  m->n = 0;
  while (i < s.len && m->n < MAX_WORDS) {
    while (i < s.len && s.at[i] == ' ')
      i++;
    size_t begin = i;
    while (i < s.len && s.at[i] != ' ')
      i++;
    if (i > begin)
      m->word[m->n++] = ng_str_slice(s, begin, i);
  }
}

static bool
is_one_of(ng_str word, const char *const *list)
{
  for (; *list; list++)
    if (ng_str_equal(word, (ng_str){*list, strlen(*list)}))
      return true;
  return false;
}

static bool
is_capital(ng_str word)
{
  unsigned char c = word.len ? (unsigned char)word.at[0] : 0;
  /* beyond ASCII: taken for a capital, since names mostly are */
  return (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool
is_year(ng_str word)
{
  if (word.len < 4 || !ng_are_four_digits(word.at))
    return false;
  /* 2018, 2018-19, 2018/19, 1990s is none */
  return word.len == 4 ||
         (word.at[4] != 's' && (unsigned char)word.at[4] != ',');
}

/* --- persons -------------------------------------------------------------- */

static bool
is_initial(ng_str word)
{
  return word.len <= 2 && (word.len == 1 || word.at[1] == '.');
}

/* Where a surname of several words begins: at a particle; 0 if it has none. */
static unsigned
particle(const maker *m)
{
  static const char *const particles[] = {
      "de",   "van", "von", "der", "den",  "la", "le",  "du",  "da",
      "dos",  "di",  "al",  "bin", "ibn",  "el", "ten", "ter", "del",
      "Van",  "De",  "Von", "Al",  "El",   "Di", "Du",  "Le",  "La",
      "bint", "zu",  "st.", "St.", "dela", NULL};
  for (unsigned i = 1; i + 1 < m->n; i++)
    if (is_one_of(m->word[i], particles))
      return i;
  return 0;
}

static void
make_surnames(maker *m, const ng_named *named, ng_str surname)
{
  if (!named->given_names)
    put(m, surname, NG_NAME_SURNAME, 0);
  unsigned from = particle(m);
  if (from && !named->given_names)
    put(m, words(m, from, m->n), NG_NAME_SURNAME, 0);
  else if (m->n >= 3 && !named->given_names)
    put(m, words(m, m->n - 2, m->n), NG_NAME_SURNAME, 0);
}

/* "II", "XIV." */
static bool
is_roman(ng_str word)
{
  size_t i = 0;
  while (i < word.len && strchr("IVX", word.at[i]))
    i++;
  return i && (i == word.len || (i + 1 == word.len && word.at[i] == '.'));
}

/* A monarch or saint: "Abdullah II of Jordan", "Louis XIV", "Joan of Arc". Such
 * have no surname; the name goes on until the "of". */
static bool
make_monarch(maker *m)
{
  unsigned n = m->n;
  for (unsigned i = 1; i + 1 < m->n && n == m->n; i++)
    if (ng_str_equal(m->word[i], NG_LIT("of")))
      n = i;
  if (n == m->n && !is_roman(m->word[n - 1]))
    return false;
  put(m, words(m, 0, n), NG_NAME_SHORT, n == 1 ? NG_CANDIDATE_WEAK : 0);
  put(m, m->word[0], NG_NAME_GIVEN, 0);
  return true;
}

static void
make_person(maker *m, const ng_named *named)
{
  static const char *const suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", NULL};
  while (m->n > 2 && is_one_of(m->word[m->n - 1], suffixes))
    m->n--;
  /* "George Bush III" keeps its surname, "Louis XIV" has none */
  if (m->n > 2 && is_roman(m->word[m->n - 1]) && !is_roman(m->word[m->n - 2]) &&
      m->word[1].len > 2)
    m->n--;
  if (m->n < 2 || make_monarch(m))
    return;
  ng_str first = m->word[0], last = m->word[m->n - 1];
  if (named->family_first) {
    if (!named->given_names) {
      put(m, first, NG_NAME_SURNAME, 0);
      put(m, words(m, 1, m->n), NG_NAME_GIVEN, 0);
      if (m->n == 2) /* some write it the western way: Jackie Chan */
        put(m, last, NG_NAME_SURNAME, 0);
    }
    return;
  }
  make_surnames(m, named, last);
  if (!is_initial(first) && !named->given_names)
    put(m, first, NG_NAME_GIVEN, 0);
  if ((unsigned char)first.at[0] < 0x80 && !is_initial(first))
    put_pair(m, ng_str_slice(first, 0, 1), last, NG_NAME_INITIAL);
  if (m->n >= 3)
    put_pair(m, first, last, NG_NAME_INITIAL);
}

/* --- organisations -------------------------------------------------------- */

static void
make_company(maker *m)
{
  static const char *const forms[] = {
      "Inc",  "Inc.",    "Corp",  "Corp.",        "Corporation", "Ltd",
      "Ltd.", "Limited", "Group", "Company",      "Co.",         "Co",
      "plc",  "PLC",     "AG",    "SE",           "S.A.",        "SA",
      "NV",   "N.V.",    "GmbH",  "LLC",          "Holdings",    "Holding",
      "SpA",  "S.p.A.",  "AB",    "ASA",          "Oyj",         "KG",
      "LP",   "Bhd",     "&",     "Incorporated", NULL};
  unsigned n = m->n;
  while (n > 1 && is_one_of(m->word[n - 1], forms))
    n--;
  if (n == m->n)
    return;
  ng_str rest = words(m, 0, n);
  if (rest.at[rest.len - 1] == ',')
    rest.len--;
  put(m, rest, NG_NAME_SHORT, 0);
}

/* The first letters of the capitalised words, three or more. */
static void
make_acronym(maker *m)
{
  static const char *const small[] = {"of", "and", "for", "the", "in",
                                      "on", "to",  "&",   "The", NULL};
  char room[MAX_WORDS];
  size_t n = 0;
  for (unsigned i = 0; i < m->n; i++) {
    ng_str w = m->word[i];
    if (is_one_of(w, small))
      continue;
    if (w.at[0] < 'A' || w.at[0] > 'Z')
      return;
    room[n++] = w.at[0];
  }
  if (n >= 3 && n <= 6)
    put(m, (ng_str){room, n}, NG_NAME_ACRONYM, NG_CANDIDATE_WEAK);
}

/* "Norway national football team", "England cricket team", "Republic of Ireland
 * women's national ..." -> the country. */
static bool
make_national_team(maker *m)
{
  static const char *const marks[] = {"national", "men's", "women's",
                                      "cricket",  "rugby", "Davis",
                                      "Olympic",  "Fed",   NULL};
  if (m->n < 3 || !ng_str_equal(m->word[m->n - 1], NG_LIT("team")))
    return false;
  for (unsigned i = 1; i + 1 < m->n; i++)
    if (is_one_of(m->word[i], marks)) {
      put(m, words(m, 0, i), NG_NAME_TEAM, 0);
      if (i > 2 && ng_str_equal(m->word[1], NG_LIT("of")))
        put(m, words(m, 2, i), NG_NAME_TEAM, 0);
      return true;
    }
  return false;
}

static void
make_team(maker *m)
{
  static const char *const marks[] = {
      "FC",   "F.C.", "AFC", "A.F.C.", "SC",     "S.C.", "CF", "AC",
      "A.C.", "SK",   "FK",  "BC",     "RC",     "CD",   "SV", "VfB",
      "VfL",  "TSV",  "NK",  "HC",     "W.F.C.", NULL};
  unsigned from = 0, to = m->n;
  if (make_national_team(m))
    return;
  while (from + 1 < to && is_one_of(m->word[from], marks))
    from++;
  while (to > from + 1 && is_one_of(m->word[to - 1], marks))
    to--;
  put(m, words(m, from, to), NG_NAME_SHORT, 0);
  if (to - from < 2)
    return;
  put(m, words(m, from, to - 1), NG_NAME_TEAM, 0); /* the city */
  put(m, m->word[to - 1], NG_NAME_TEAM, 0);        /* the nickname */
  if (to - from > 2) {                             /* Chicago White Sox */
    put(m, words(m, to - 2, to), NG_NAME_TEAM, 0);
    put(m, words(m, from, to - 2), NG_NAME_TEAM, 0);
  }
}

/* "Department of the Treasury" -> "Treasury Department"; "Ministry of Foreign
 * Affairs of Serbia" -> "Foreign Ministry".  Every state has one: weak. */
static void
make_ministry(maker *m)
{
  static const char *const heads[] = {"Ministry", "Department", NULL};
  unsigned i = 0;
  while (i < m->n && !is_one_of(m->word[i], heads))
    i++;
  if (i + 2 >= m->n || !ng_str_equal(m->word[i + 1], NG_LIT("of")))
    return;
  ng_str head = m->word[i];
  unsigned from = i + 2, to = from;
  if (ng_str_equal(m->word[from], NG_LIT("the")))
    from++;
  while (to < m->n && !ng_str_equal(m->word[to], NG_LIT("of")))
    to++;
  if (from >= to)
    return;
  put(m, words(m, i, to), NG_NAME_SHORT, NG_CANDIDATE_WEAK);
  if (to - from > 1 && ng_str_equal(m->word[to - 1], NG_LIT("Affairs")))
    to--;
  put_pair(m, words(m, from, to), head, NG_NAME_SHORT);
}

/* "United Nations Security Council" -> "Security Council". */
static void
make_united(maker *m)
{
  static const char *const heads[] = {"Council", "Assembly", NULL};
  if (m->n > 3 && ng_str_equal(m->word[0], NG_LIT("United")) &&
      ng_str_equal(m->word[1], NG_LIT("Nations")) &&
      is_one_of(m->word[m->n - 1], heads))
    put(m, words(m, 2, m->n), NG_NAME_SHORT, 0);
}

/* "X Stadium" -> X, "USS X" -> X. */
static void
make_built(maker *m)
{
  static const char *const tails[] = {"Stadium", "Airport", "Arena", "Palace",
                                      NULL};
  static const char *const ships[] = {"USS", "HMS", "INS", "HMAS",
                                      "RMS", "MS",  NULL};
  if (m->n >= 3 && is_one_of(m->word[m->n - 1], tails))
    put(m, words(m, 0, m->n - 1), NG_NAME_SHORT, NG_CANDIDATE_WEAK);
  if (m->n >= 2 && is_one_of(m->word[0], ships))
    put(m, words(m, 1, m->n), NG_NAME_SHORT, NG_CANDIDATE_WEAK);
}

/* --- places, states, events ----------------------------------------------- */

static void
make_before_comma(maker *m)
{
  const char *comma = m->text.len ? memchr(m->text.at, ',', m->text.len) : NULL;
  if (comma)
    put(m, (ng_str){m->text.at, (size_t)(comma - m->text.at)}, NG_NAME_SHORT,
        0);
}

/* "Republic of X", "City of X" -> X. */
static void
make_after_of(maker *m)
{
  static const char *const heads[] = {
      "Republic",    "Kingdom",  "State",        "Federation",   "Commonwealth",
      "Union",       "Emirate",  "Sultanate",    "Principality", "Duchy",
      "City",        "Province", "County",       "Region",       "Territory",
      "Governorate", "District", "Municipality", "Town",         "Isle",
      NULL};
  for (unsigned i = 1; i + 1 < m->n; i++) {
    if (!ng_str_equal(m->word[i], NG_LIT("of")) ||
        !is_one_of(m->word[i - 1], heads))
      continue;
    bool the = ng_str_equal(m->word[i + 1], NG_LIT("the"));
    put(m, words(m, i + 1 + the, m->n), NG_NAME_SHORT, 0);
    return;
  }
}

/* "X Province", "X River" -> X. */
static void
make_place(maker *m)
{
  static const char *const tails[] = {
      "Province",   "River",  "Island",      "Islands",      "County",
      "District",   "Region", "Oblast",      "Governorate",  "Prefecture",
      "Department", "Canton", "Voivodeship", "Municipality", "City",
      "Airport",    "Krai",   "Raion",       "Peninsula",    NULL};
  make_before_comma(m);
  make_after_of(m);
  if (m->n >= 2 && is_one_of(m->word[m->n - 1], tails))
    put(m, words(m, 0, m->n - 1), NG_NAME_SHORT, 0);
}

/* Minus its year, and minus its first words with the year or without. */
static void
make_event(maker *m)
{
  if (m->n >= 3 && is_year(m->word[0])) {
    put(m, words(m, 1, m->n), NG_NAME_SHORT, 0);
    for (unsigned drop = 1; drop <= 2 && m->n >= drop + 3; drop++) {
      put(m, words(m, 1 + drop, m->n), NG_NAME_SHORT, NG_CANDIDATE_WEAK);
      put_pair(m, m->word[0], words(m, 1 + drop, m->n), NG_NAME_SHORT);
    }
  } else if (m->n >= 3 && is_year(m->word[m->n - 1])) {
    put(m, words(m, 0, m->n - 1), NG_NAME_SHORT, 0);
  }
}

/* --- lower-case names ----------------------------------------------------- */

static bool
ends_with(ng_str s, const char *end)
{
  size_t n = strlen(end);
  return s.len > n && memcmp(s.at + s.len - n, end, n) == 0;
}

static void
make_plural(maker *m)
{
  char room[ROOM];
  ng_str s = m->text;
  if (s.len + 4 > sizeof room || s.len < 3 || is_capital(s) ||
      ends_with(s, "s"))
    return;
  memcpy(room, s.at, s.len);
  size_t n = s.len;
  char last = s.at[n - 1], before = s.at[n - 2];
  if (last == 'y' && !strchr("aeiou", before)) {
    memcpy(room + n - 1, "ies", 4);
    n += 2;
  } else if (ends_with(s, "x") || ends_with(s, "ch") || ends_with(s, "sh")) {
    memcpy(room + n, "es", 3);
    n += 2;
  } else if (ends_with(s, "man") && !ends_with(s, "uman") &&
             !ends_with(s, "haman")) { /* humans, shamans */
    memcpy(room + n - 2, "en", 3);
  } else {
    room[n++] = 's';
  }
  put(m, (ng_str){room, n}, NG_NAME_PLURAL, 0);
}

/* --- all ------------------------------------------------------------------ */

static bool
is_small(ng_str name)
{
  return name.len && name.at[0] >= 'a' && name.at[0] <= 'z';
}

static void
make_by_type(maker *m, const ng_named *named)
{
  switch (named->type) {
  case NG_PERSON:
    make_person(m, named);
    break;
  case NG_COUNTRY:
  case NG_REGION:
  case NG_CITY:
  case NG_PLACE:
    make_place(m);
    break;
  case NG_TEAM:
    make_team(m);
    break;
  case NG_EVENT:
  case NG_LEAGUE:
  case NG_CONFLICT:
    make_event(m);
    break;
  case NG_COMPANY:
  case NG_MEDIA:
    make_company(m);
    make_acronym(m);
    break;
  case NG_GOVERNMENT:
    make_united(m);
    make_ministry(m);
    make_acronym(m);
    break;
  case NG_BUILDING:
    make_built(m);
    break;
  case NG_PRODUCT:
    make_built(m);
    make_plural(m);
    break;
  case NG_ORGANIZATION:
  case NG_INTERNATIONAL:
    make_united(m);
    make_acronym(m);
    break;
  case NG_COURT:
  case NG_MILITARY:
  case NG_PARTY:
  case NG_SCHOOL:
    make_acronym(m);
    break;
  default:
    break;
  }
  if (named->type != NG_PERSON && named->type != NG_TEAM && is_small(m->text))
    make_plural(m);
}

bool
ng_names_generate(const ng_named *named, ng_str name, ng_name_sink sink)
{
  maker m = {.text = name, .sink = sink};
  for (size_t i = 1; i + 1 < name.len; i++)
    if (name.at[i] == ' ' && name.at[i + 1] == '(') {
      m.text.len = i;
      if (!sink.take(sink.to, m.text, NG_NAME_SHORT, 0))
        return false;
      break;
    }
  split(&m);
  make_by_type(&m, named);
  if (m.n >= 2 && named->type != NG_PERSON &&
      ng_str_equal(m.word[0], NG_LIT("The")))
    put(&m, words(&m, 1, m.n), NG_NAME_NO_THE,
        m.n == 2 ? NG_CANDIDATE_WEAK : 0);
  return !m.failed;
}
