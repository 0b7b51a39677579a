/* time_cue.c - what the words around a time expression add: whether the clause
 * speaks of what was or of what will be, and how prepositions bound the time.
 *
 * Tense comes from words alone, since parsing follows later: the nearest cue
 * before the expression in its clause decides, else the nearest behind it.
 */
#include "core/str.h"
#include "text/time.h"

typedef struct {
  char word[12];
  uint8_t what;
} cue;

enum {
  PAST = 1,
  FUTURE = 2,
  PLAN = 4,    /* future if "to" follows, else past: "agreed to meet" */
  INTENT = 16, /* future if "to" follows, else nothing: "a plan to meet" */
  AGENDA =
      32, /* future unless another cue says otherwise: "they meet Monday" */
};

/* Sorted. */
static const cue cues[] = {
    {"'ll", FUTURE},       {"agreed", PLAN},     {"aims", PLAN},
    {"are", INTENT},       {"arrives", AGENDA},  {"became", PAST},
    {"been", PAST},        {"began", PAST},      {"begin", AGENDA},
    {"begins", AGENDA},    {"bore", PAST},       {"bought", PAST},
    {"broke", PAST},       {"brought", PAST},    {"built", PAST},
    {"came", PAST},        {"can", FUTURE},      {"caught", PAST},
    {"chose", PAST},       {"convenes", AGENDA}, {"deadline", FUTURE},
    {"dealt", PAST},       {"decided", PLAN},    {"did", PAST},
    {"drew", PAST},        {"drove", PAST},      {"due", FUTURE},
    {"effective", FUTURE}, {"expected", FUTURE}, {"expects", FUTURE},
    {"expires", AGENDA},   {"fell", PAST},       {"felt", PAST},
    {"fled", PAST},        {"flew", PAST},       {"fought", PAST},
    {"found", PAST},       {"froze", PAST},      {"gave", PAST},
    {"go", AGENDA},        {"goes", AGENDA},     {"going", PLAN},
    {"got", PAST},         {"grew", PAST},       {"had", PAST},
    {"has", PAST},         {"have", PAST},       {"heard", PAST},
    {"held", PAST},        {"hid", PAST},        {"hopes", PLAN},
    {"hosts", AGENDA},     {"intends", PLAN},    {"is", INTENT},
    {"kept", PAST},        {"knew", PAST},       {"laid", PAST},
    {"leaves", AGENDA},    {"led", PAST},        {"left", PAST},
    {"lent", PAST},        {"likely", INTENT},   {"lost", PAST},
    {"made", PAST},        {"may", FUTURE},      {"meant", PAST},
    {"meet", AGENDA},      {"meets", AGENDA},    {"met", PAST},
    {"might", FUTURE},     {"must", FUTURE},     {"opens", AGENDA},
    {"ought", INTENT},     {"paid", PAST},       {"plan", INTENT},
    {"planned", FUTURE},   {"planning", INTENT}, {"plans", INTENT},
    {"promised", PLAN},    {"ran", PAST},        {"rang", PAST},
    {"ready", INTENT},     {"reopens", AGENDA},  {"resume", AGENDA},
    {"resumes", AGENDA},   {"rode", PAST},       {"rose", PAST},
    {"said", PAST},        {"sang", PAST},       {"sank", PAST},
    {"sat", PAST},         {"saw", PAST},        {"scheduled", FUTURE},
    {"sent", PAST},        {"set", PLAN},        {"shall", FUTURE},
    {"shook", PAST},       {"shot", PAST},       {"should", FUTURE},
    {"slated", FUTURE},    {"slept", PAST},      {"sold", PAST},
    {"soon", FUTURE},      {"sought", PAST},     {"spent", PAST},
    {"spoke", PAST},       {"spun", PAST},       {"starting", FUTURE},
    {"starts", AGENDA},    {"stole", PAST},      {"stood", PAST},
    {"struck", PAST},      {"supposed", INTENT}, {"swept", PAST},
    {"swore", PAST},       {"taught", PAST},     {"thought", PAST},
    {"threw", PAST},       {"told", PAST},       {"took", PAST},
    {"tore", PAST},        {"travels", AGENDA},  {"upcoming", FUTURE},
    {"visiting", AGENDA},  {"visits", AGENDA},   {"vowed", PLAN},
    {"wants", PLAN},       {"was", PAST},        {"went", PAST},
    {"were", PAST},        {"will", FUTURE},     {"withdrew", PAST},
    {"wo", FUTURE},        {"woke", PAST},       {"won", PAST},
    {"wore", PAST},        {"would", FUTURE},    {"wrote", PAST},
};

/* The token's text in lower case; false if too long. */
static bool
lower(const ng_doc *doc, uint32_t index, char out[12])
{
  const ng_token *t = &doc->tokens.at[index];
  uint32_t n = t->end - t->begin;
  if (n > 11)
    return false;
  for (uint32_t i = 0; i < n; i++) {
    char c = doc->text.at[t->begin + i];
    out[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  out[n] = '\0';
  return true;
}

static bool
is_token(const ng_doc *doc, uint32_t index, const char *word)
{
  char key[12];
  return lower(doc, index, key) && strcmp(key, word) == 0;
}

static unsigned
look_up(const char *key)
{
  size_t low = 0, high = sizeof cues / sizeof *cues;
  while (low < high) {
    size_t mid = (low + high) / 2;
    int order = strcmp(key, cues[mid].word);
    if (order == 0)
      return cues[mid].what;
    if (order > 0)
      low = mid + 1;
    else
      high = mid;
  }
  return 0;
}

/* What token `i` of a sentence that ends before `end` shows. */
static unsigned
cue_of(const ng_doc *doc, uint32_t i, uint32_t last)
{
  char key[12];
  const ng_token *t = &doc->tokens.at[i];
  if (t->kind != NG_TOKEN_WORD || t->flags & NG_TOKEN_HYPHENATED)
    return 0; /* "Toronto-based" is no verb */
  unsigned what = lower(doc, i, key) ? look_up(key) : 0;
  bool to = i + 1 < last &&
            (is_token(doc, i + 1, "to") ||
             (is_token(doc, i, "set") && is_token(doc, i + 1, "for")));
  if (what & PLAN)
    return to ? FUTURE : PAST;
  if (what & INTENT)
    return to ? FUTURE : 0;
  if (what)
    return what;
  const char *end = doc->text.at + t->end;
  bool ed = t->end - t->begin > 3 && !memcmp(end - 2, "ed", 2) &&
            end[-3] != 'e' && !(t->flags & NG_TOKEN_CAPITAL);
  return ed ? PAST : 0;
}

static bool
ends_clause(const ng_doc *doc, uint32_t i)
{
  char c = doc->text.at[doc->tokens.at[i].begin];
  return c == ';' || c == ':' || c == '(' || c == ')' || c == '"';
}

/* What looks past may be a participle of what is to come: "will be held", "to
 * be finally opened"; not "could be reached", which tells of a try. */
static bool
is_passive(const ng_doc *doc, uint32_t first, uint32_t i)
{
  uint32_t negated = i > first + 2 && is_token(doc, i - 2, "not");
  if (i > first + 1 + negated && is_token(doc, i - 1, "be") &&
      is_token(doc, i - 2 - negated, "could"))
    return false;
  return (i > first && is_token(doc, i - 1, "be")) ||
         (i > first + 1 && is_token(doc, i - 2, "be"));
}

/* "had filed reports by Wednesday": it was done by then, not "had to". */
static bool
had_before(const ng_doc *doc, const ng_sentence *sentence, uint32_t i)
{
  enum { REACH = 8 };
  for (uint32_t n = 0; n < REACH && i-- > sentence->token; n++) {
    if (ends_clause(doc, i))
      return false;
    if (is_token(doc, i, "had"))
      return !is_token(doc, i + 1, "to");
  }
  return false;
}

/* What stands right before the expression: "by Friday", "as early as Friday",
 * "since Friday". */
static ng_tense
tense_before(const ng_doc *doc, const ng_sentence *sentence, uint32_t begin)
{
  if (begin == sentence->token)
    return NG_TENSE_NONE;
  if (is_token(doc, begin - 1, "since"))
    return NG_TENSE_PAST;
  if (is_token(doc, begin - 1, "by"))
    return had_before(doc, sentence, begin - 1) ? NG_TENSE_PAST
                                                : NG_TENSE_FUTURE;
  bool as = begin - 1 > sentence->token && is_token(doc, begin - 1, "as");
  return as && (is_token(doc, begin - 2, "soon") ||
                is_token(doc, begin - 2, "early"))
             ? NG_TENSE_FUTURE
             : NG_TENSE_NONE;
}

/* What the nearest cue behind the expression shows. */
static ng_tense
tense_behind(const ng_doc *doc, const ng_sentence *sentence, uint32_t end)
{
  enum { AHEAD = 10 };
  uint32_t last = end + AHEAD < sentence->end ? end + AHEAD : sentence->end;
  for (uint32_t i = end; i < last && !ends_clause(doc, i); i++) {
    unsigned what = cue_of(doc, i, sentence->end);
    if (what & (FUTURE | PAST))
      return what & FUTURE ? NG_TENSE_FUTURE : NG_TENSE_PAST;
  }
  return NG_TENSE_NONE;
}

ng_tense
ng_time_tense(const ng_doc *doc, const ng_sentence *sentence, uint32_t begin,
              uint32_t end)
{
  enum { REACH = 20 };
  ng_tense near = tense_before(doc, sentence, begin);
  if (near != NG_TENSE_NONE)
    return near;
  uint32_t first = sentence->token;
  /* "they said they would get around Wednesday's ruling": what has a ruling is
   * mostly past, and "would" may be the past of "will" */
  bool agenda = false, owns = end < sentence->end &&
                              doc->tokens.at[end].flags & NG_TOKEN_CLITIC;
  if (begin > first + REACH)
    first = begin - REACH;
  for (uint32_t i = begin; i-- > first && !ends_clause(doc, i);) {
    unsigned what = cue_of(doc, i, sentence->end);
    if (owns && is_token(doc, i, "would"))
      continue;
    agenda |= (what & AGENDA) != 0;
    if (what & FUTURE)
      return NG_TENSE_FUTURE;
    if (what & PAST)
      return is_passive(doc, sentence->token, i) ? NG_TENSE_FUTURE
                                                 : NG_TENSE_PAST;
  }
  if (agenda)
    return NG_TENSE_FUTURE;
  ng_tense behind = tense_behind(doc, sentence, end);
  if (behind != NG_TENSE_NONE)
    return behind;
  return begin > sentence->token && is_token(doc, begin - 1, "until")
             ? NG_TENSE_FUTURE
             : NG_TENSE_NONE;
}

bool
ng_time_promised(const ng_doc *doc, const ng_sentence *sentence, uint32_t begin)
{
  enum { REACH = 12 };
  /* behind these, the day may be that of something over: "the victims of the
   * fire on" */
  static const char *const others[] = {
      "about",  "after",       "against", "commemorate", "consider",
      "debate", "discuss",     "examine", "honor",       "honour",
      "into",   "investigate", "mark",    "of",          "over",
      "probe",  "review",      "that",    "which",       "who"};
  uint32_t first = sentence->token;
  if (begin < first + 2 || !is_token(doc, begin - 1, "on"))
    return false;
  first = begin > first + REACH ? begin - REACH : first;
  for (uint32_t i = begin - 1; i-- > first && !ends_clause(doc, i);) {
    if (is_token(doc, i, "will") || is_token(doc, i, "shall"))
      return true;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
      if (is_token(doc, i, others[k]))
        return false;
    if (cue_of(doc, i, sentence->end) & PAST && !is_passive(doc, first, i))
      return false;
  }
  return false;
}

ng_time_relation
ng_time_bound(const ng_doc *doc, const ng_sentence *sentence, uint32_t begin)
{
  static const struct {
    char word[12];
    ng_time_relation relation;
  } words[] = {
      {"since", NG_TIME_SINCE},   {"from", NG_TIME_SINCE},
      {"after", NG_TIME_AFTER},   {"until", NG_TIME_UNTIL},
      {"till", NG_TIME_UNTIL},    {"by", NG_TIME_UNTIL},
      {"through", NG_TIME_UNTIL}, {"before", NG_TIME_BEFORE},
  };
  if (begin == sentence->token)
    return NG_TIME_AT;
  uint32_t i = begin - 1;
  bool negated = i > sentence->token && is_token(doc, i - 1, "not");
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (is_token(doc, i, words[k].word)) {
      if (negated && words[k].relation >= NG_TIME_UNTIL)
        return NG_TIME_SINCE; /* "not before July", "not until July" */
      return words[k].relation;
    }
  if (i > sentence->token && is_token(doc, i, "than")) {
    if (is_token(doc, i - 1, "later"))
      return NG_TIME_UNTIL; /* "no later than Friday" */
    if (is_token(doc, i - 1, "earlier") || is_token(doc, i - 1, "sooner"))
      return NG_TIME_SINCE;
  }
  return NG_TIME_AT;
}
