/* time_cue.c - what the words around a time expression add: whether the clause
 * speaks of what was or of what will be, and how prepositions bound the time.
 *
 * Tense comes from words alone, since parsing follows later: the nearest cue
 * before the expression in its clause decides, else the nearest behind it.
 */
#include "core/marks.h"
#include "text/time.h"

enum {
  PAST = 1,
  FUTURE = 2,
  PLAN = 4,    /* future if "to" follows, else past: "agreed to meet" */
  INTENT = 16, /* future if "to" follows, else nothing: "a plan to meet" */
  AGENDA =
      32, /* future unless another cue says otherwise: "they meet Monday" */
};

static ng_str
text_of(const ng_doc *doc, uint32_t index)
{
  const ng_token *t = &doc->tokens.at[index];
  return ng_str_slice(doc->text, t->begin, t->end);
}

/* Is the token one of these words, in any case? */
static inline __attribute__((always_inline)) bool
is_token(const ng_doc *doc, uint32_t index, const char *words)
{
  return ng_str_listed(text_of(doc, index), words);
}

/* Is the word a verb of what was, not one in "ed"? */
static bool
is_past(ng_str word, ng_mark mark)
{
  static const char to_l[] =
      "became been began bore bought broke brought built came caught chose "
      "dealt did drew drove fell felt fled flew fought found froze gave got "
      "grew had has have heard held hid kept knew laid led left lent lost";
  static const char from_m[] =
      "made meant met paid ran rang rode rose said sang sank sat saw sent "
      "shook shot slept sold sought spent spoke spun stole stood struck swept "
      "swore taught thought threw told took tore was went were withdrew woke "
      "won wore wrote";
  return word.len && (word.at[0] | 0x20) < 'm'
             ? ng_marked_among(word, mark, to_l)
             : ng_marked_among(word, mark, from_m);
}

static unsigned
look_up(ng_str word)
{
  ng_mark mark = ng_mark_of(word);
  if (is_past(word, mark))
    return PAST;
  if (ng_marked_among(word, mark,
                      "'ll can deadline due effective expected expects may "
                      "might must planned scheduled shall should slated "
                      "soon starting upcoming will wo would"))
    return FUTURE;
  if (ng_marked_among(
          word, mark,
          "arrives begin begins convenes expires go goes hosts leaves meet "
          "meets opens reopens resume resumes starts travels visiting visits"))
    return AGENDA;
  if (ng_marked_among(
          word, mark,
          "agreed aims decided going hopes intends promised set vowed wants"))
    return PLAN;
  return ng_marked_among(
             word, mark,
             "are is likely ought plan planning plans ready supposed")
             ? INTENT
             : 0;
}

/* What token `i` of a sentence that ends before `end` shows. */
static unsigned
cue_of(const ng_doc *doc, uint32_t i, uint32_t last)
{
  const ng_token *t = &doc->tokens.at[i];
  if (t->kind != NG_TOKEN_WORD || t->flags & NG_TOKEN_HYPHENATED)
    return 0; /* "Toronto-based" is no verb */
  unsigned what = look_up(text_of(doc, i));
  if (what & (PLAN | INTENT)) {
    bool to = i + 1 < last &&
              (is_token(doc, i + 1, "to") ||
               (is_token(doc, i, "set") && is_token(doc, i + 1, "for")));
    return to ? FUTURE : what & PLAN ? PAST : 0;
  }
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
  return as && is_token(doc, begin - 2, "soon early") ? NG_TENSE_FUTURE
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
  static const char others[] =
      "about after against commemorate consider debate discuss examine honor "
      "honour into investigate mark of over probe review that which who";
  uint32_t first = sentence->token;
  if (begin < first + 2 || !is_token(doc, begin - 1, "on"))
    return false;
  first = begin > first + REACH ? begin - REACH : first;
  for (uint32_t i = begin - 1; i-- > first && !ends_clause(doc, i);) {
    if (is_token(doc, i, "will shall"))
      return true;
    if (is_token(doc, i, others))
      return false;
    if (cue_of(doc, i, sentence->end) & PAST && !is_passive(doc, first, i))
      return false;
  }
  return false;
}

ng_time_relation
ng_time_bound(const ng_doc *doc, const ng_sentence *sentence, uint32_t begin)
{
  if (begin == sentence->token)
    return NG_TIME_AT;
  uint32_t i = begin - 1;
  bool negated = i > sentence->token && is_token(doc, i - 1, "not");
  ng_time_relation relation = is_token(doc, i, "since from") ? NG_TIME_SINCE
                              : is_token(doc, i, "after")    ? NG_TIME_AFTER
                              : is_token(doc, i, "until till by through")
                                  ? NG_TIME_UNTIL
                              : is_token(doc, i, "before") ? NG_TIME_BEFORE
                                                           : NG_TIME_AT;
  if (relation != NG_TIME_AT) /* "not before July", "not until July" */
    return negated && relation >= NG_TIME_UNTIL ? NG_TIME_SINCE : relation;
  if (i > sentence->token && is_token(doc, i, "than")) {
    if (is_token(doc, i - 1, "later"))
      return NG_TIME_UNTIL; /* "no later than Friday" */
    if (is_token(doc, i - 1, "earlier sooner"))
      return NG_TIME_SINCE;
  }
  return NG_TIME_AT;
}
