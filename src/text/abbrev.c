/* abbrev.c - the words that a segmenter must know. Sorted: found by bisection.
 */
#include "core/str.h"
#include "text/token.h"

#define N(a) (sizeof(a) / sizeof *(a))

enum { LONGEST = 12 };

/* `word` in lower case and NUL-terminated; false if it is longer than any word
 * known here or not ASCII letters. */
static bool
lower(ng_str word, char out[LONGEST + 1])
{
  if (word.len == 0 || word.len > LONGEST)
    return false;
  for (size_t i = 0; i < word.len; i++) {
    char c = (char)(word.at[i] | 0x20);
    if (c < 'a' || c > 'z')
      return false;
    out[i] = c;
  }
  out[word.len] = '\0';
  return true;
}

typedef struct {
  char word[LONGEST + 1];
  unsigned char bits;
} entry;

enum {
  A = NG_ABBREV,
  T = NG_ABBREV | NG_ABBREV_TITLE,
  NUM = NG_ABBREV | NG_ABBREV_NUMBER,
  C = NG_ABBREV | NG_ABBREV_PROPER,
  CT = NG_ABBREV | NG_ABBREV_PROPER | NG_ABBREV_TITLE,
  CN = NG_ABBREV | NG_ABBREV_PROPER | NG_ABBREV_NUMBER,
};

static const entry abbreviations[] = {
    {"adm", CT},   {"al", A},    {"ala", C},    {"amb", CT},   {"approx", A},
    {"apr", C},    {"ariz", C},  {"ark", C},    {"art", NUM},  {"arts", NUM},
    {"assn", A},   {"atty", CT}, {"aug", C},    {"ave", A},    {"bldg", A},
    {"blvd", A},   {"bros", A},  {"ca", NUM},   {"cal", C},    {"calif", C},
    {"capt", CT},  {"cf", A},    {"ch", NUM},   {"cmdr", CT},  {"co", A},
    {"col", CT},   {"colo", C},  {"conn", C},   {"corp", A},   {"cos", A},
    {"cpl", CT},   {"dec", C},   {"del", C},    {"dept", A},   {"det", CT},
    {"div", A},    {"dr", T},    {"ed", A},     {"eds", A},    {"eq", NUM},
    {"esp", A},    {"est", A},   {"etc", A},    {"excl", A},   {"ext", A},
    {"feb", C},    {"fig", NUM}, {"figs", NUM}, {"fla", C},    {"fr", CT},
    {"fri", C},    {"ft", CT},   {"ga", C},     {"gen", CT},   {"gmbh", A},
    {"gov", CT},   {"govs", CT}, {"govt", A},   {"hon", CT},   {"hwy", A},
    {"ia", C},     {"ill", C},   {"inc", A},    {"incl", A},   {"ind", C},
    {"insp", CT},  {"intl", A},  {"jan", C},    {"jr", A},     {"jul", C},
    {"jun", C},    {"kan", C},   {"kans", C},   {"ky", C},     {"la", C},
    {"llc", A},    {"lt", CT},   {"ltd", A},    {"maj", CT},   {"mar", CN},
    {"mass", C},   {"max", A},   {"md", C},     {"messrs", T}, {"mich", C},
    {"min", A},    {"minn", C},  {"misc", A},   {"miss", C},   {"mlle", T},
    {"mme", T},    {"mo", C},    {"mon", CN},   {"mont", C},   {"mr", T},
    {"mrs", T},    {"ms", T},    {"msgr", CT},  {"mt", CT},    {"natl", A},
    {"neb", C},    {"nev", C},   {"no", NUM},   {"nos", NUM},  {"nov", C},
    {"oct", C},    {"okla", C},  {"ont", C},    {"ore", C},    {"pa", C},
    {"para", NUM}, {"penn", C},  {"pkwy", A},   {"plc", A},    {"pp", NUM},
    {"pres", CT},  {"prof", T},  {"pty", A},    {"pvt", CT},   {"que", C},
    {"rd", A},     {"rep", CT},  {"reps", CT},  {"resp", A},   {"rev", CT},
    {"sat", CN},   {"sec", NUM}, {"sen", CT},   {"sens", CT},  {"sep", C},
    {"sept", C},   {"sgt", CT},  {"sr", A},     {"st", CT},    {"ste", CT},
    {"sun", CN},   {"supt", CT}, {"tel", A},    {"tenn", C},   {"tex", C},
    {"thu", C},    {"thur", C},  {"thurs", C},  {"tue", C},    {"tues", C},
    {"univ", A},   {"va", C},    {"viz", A},    {"vol", NUM},  {"vols", NUM},
    {"vs", T},     {"vt", C},    {"wash", C},   {"wed", CN},   {"wis", C},
    {"wyo", C},
};

static unsigned
find(const entry *table, size_t n, const char *word)
{
  size_t low = 0, high = n;
  while (low < high) {
    size_t mid = (low + high) / 2;
    int order = strcmp(word, table[mid].word);
    if (order == 0)
      return table[mid].bits;
    if (order > 0)
      low = mid + 1;
    else
      high = mid;
  }
  return 0;
}

unsigned
ng_abbrev(ng_str word)
{
  char key[LONGEST + 1];
  if (!lower(word, key))
    return 0;
  unsigned bits = find(abbreviations, N(abbreviations), key);
  bool small = word.at[0] >= 'a';
  return bits & NG_ABBREV_PROPER && small ? 0 : bits;
}

static const entry starters[] = {
    {"a", 1},      {"about", 1}, {"according", 1}, {"after", 1},
    {"all", 1},    {"also", 1},  {"although", 1},  {"among", 1},
    {"an", 1},     {"and", 1},   {"another", 1},   {"are", 1},
    {"as", 1},     {"asked", 1}, {"at", 1},        {"before", 1},
    {"both", 1},   {"but", 1},   {"by", 1},        {"despite", 1},
    {"during", 1}, {"each", 1},  {"earlier", 1},   {"even", 1},
    {"for", 1},    {"from", 1},  {"he", 1},        {"her", 1},
    {"here", 1},   {"his", 1},   {"how", 1},       {"however", 1},
    {"i", 1},      {"if", 1},    {"in", 1},        {"instead", 1},
    {"is", 1},     {"it", 1},    {"its", 1},       {"last", 1},
    {"later", 1},  {"many", 1},  {"meanwhile", 1}, {"more", 1},
    {"most", 1},   {"my", 1},    {"nearly", 1},    {"next", 1},
    {"no", 1},     {"not", 1},   {"now", 1},       {"officials", 1},
    {"on", 1},     {"once", 1},  {"one", 1},       {"only", 1},
    {"or", 1},     {"other", 1}, {"our", 1},       {"police", 1},
    {"she", 1},    {"since", 1}, {"so", 1},        {"some", 1},
    {"still", 1},  {"such", 1},  {"that", 1},      {"the", 1},
    {"their", 1},  {"then", 1},  {"there", 1},     {"these", 1},
    {"they", 1},   {"this", 1},  {"those", 1},     {"though", 1},
    {"thus", 1},   {"to", 1},    {"two", 1},       {"under", 1},
    {"until", 1},  {"was", 1},   {"we", 1},        {"were", 1},
    {"what", 1},   {"when", 1},  {"where", 1},     {"while", 1},
    {"who", 1},    {"why", 1},   {"with", 1},      {"yet", 1},
    {"you", 1},
};

bool
ng_starts_sentence(ng_str word)
{
  char key[LONGEST + 1];
  return lower(word, key) && word.at[0] < 'a' &&
         find(starters, N(starters), key);
}

static const entry prefixes[] = {
    {"anti", 1},    {"bi", 1},     {"bio", 1},   {"co", 1},    {"counter", 1},
    {"cross", 1},   {"crypto", 1}, {"de", 1},    {"e", 1},     {"eco", 1},
    {"electro", 1}, {"euro", 1},   {"ex", 1},    {"geo", 1},   {"hyper", 1},
    {"inter", 1},   {"intra", 1},  {"macro", 1}, {"mega", 1},  {"micro", 1},
    {"mid", 1},     {"mini", 1},   {"multi", 1}, {"non", 1},   {"post", 1},
    {"over", 1},    {"pre", 1},    {"pro", 1},   {"proto", 1}, {"pseudo", 1},
    {"psycho", 1},  {"re", 1},     {"semi", 1},  {"socio", 1}, {"sub", 1},
    {"super", 1},   {"tele", 1},   {"trans", 1}, {"tri", 1},   {"ultra", 1},
    {"un", 1},      {"uni", 1},
};

bool
ng_bound_prefix(ng_str word)
{
  char key[LONGEST + 1];
  return lower(word, key) && find(prefixes, N(prefixes), key);
}

static const entry suffixes[] = {
    {"app", 1},  {"ar", 1},   {"asp", 1},  {"au", 1},     {"ba", 1},
    {"bg", 1},   {"biz", 1},  {"br", 1},   {"ca", 1},     {"ch", 1},
    {"cn", 1},   {"co", 1},   {"com", 1},  {"csv", 1},    {"cz", 1},
    {"de", 1},   {"dk", 1},   {"doc", 1},  {"docx", 1},   {"edu", 1},
    {"ee", 1},   {"es", 1},   {"eu", 1},   {"exe", 1},    {"fi", 1},
    {"fr", 1},   {"gif", 1},  {"gov", 1},  {"gr", 1},     {"hk", 1},
    {"hr", 1},   {"htm", 1},  {"html", 1}, {"hu", 1},     {"ie", 1},
    {"il", 1},   {"info", 1}, {"int", 1},  {"io", 1},     {"iq", 1},
    {"ir", 1},   {"jp", 1},   {"jpeg", 1}, {"jpg", 1},    {"kr", 1},
    {"lt", 1},   {"lv", 1},   {"mil", 1},  {"mx", 1},     {"net", 1},
    {"news", 1}, {"nl", 1},   {"nz", 1},   {"online", 1}, {"org", 1},
    {"pdf", 1},  {"ph", 1},   {"php", 1},  {"pk", 1},     {"pl", 1},
    {"png", 1},  {"ppt", 1},  {"pptx", 1}, {"ro", 1},     {"rs", 1},
    {"ru", 1},   {"se", 1},   {"sg", 1},   {"si", 1},     {"sk", 1},
    {"th", 1},   {"tr", 1},   {"tv", 1},   {"tw", 1},     {"txt", 1},
    {"ua", 1},   {"uk", 1},   {"vn", 1},   {"xls", 1},    {"xlsx", 1},
    {"xml", 1},  {"za", 1},   {"zip", 1},
};

bool
ng_host_suffix(ng_str word)
{
  char key[LONGEST + 1];
  return lower(word, key) && find(suffixes, N(suffixes), key);
}

static const entry units[] = {
    {"am", 1},  {"b", 1},   {"bn", 1},   {"cm", 1},  {"ft", 1},  {"gb", 1},
    {"ghz", 1}, {"gw", 1},  {"gwh", 1},  {"hr", 1},  {"hrs", 1}, {"hz", 1},
    {"k", 1},   {"kb", 1},  {"kg", 1},   {"kgs", 1}, {"km", 1},  {"kph", 1},
    {"kw", 1},  {"kwh", 1}, {"lb", 1},   {"lbs", 1}, {"m", 1},   {"mb", 1},
    {"mhz", 1}, {"min", 1}, {"mins", 1}, {"mm", 1},  {"mn", 1},  {"mph", 1},
    {"mw", 1},  {"mwh", 1}, {"oz", 1},   {"p", 1},   {"pm", 1},  {"sq", 1},
    {"t", 1},   {"tb", 1},  {"tn", 1},   {"tr", 1},  {"x", 1},   {"yds", 1},
    {"yr", 1},  {"yrs", 1},
};

bool
ng_unit_suffix(ng_str word)
{
  char key[LONGEST + 1];
  return lower(word, key) && find(units, N(units), key);
}
