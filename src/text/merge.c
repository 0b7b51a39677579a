/* merge.c - what is tagged and parsed as one word: linked names, dates and
 * amounts.  Hyphenated words are tokens already.
 *
 * A parser that sees "Emmanuel Macron" and "July 12" as words of their own
 * attaches their parts anywhere; merged, two points more arcs are right.
 */
#include "core/fail.h"
#include "core/str.h"
#include "doc.h"
#include "text/ud.h"

/* What has been read so far: mentions and times are in text order. */
typedef struct {
  const ng_doc *doc;
  uint32_t mention, time;
} cursor;

/* The tokens from `i` that lie inside `span`, which must start at `i`. */
static uint32_t
tokens_in(const ng_doc *doc, uint32_t i, uint32_t end, ng_span span)
{
  const ng_token *t = doc->tokens.at;
  if (i >= end || t[i].begin != span.begin)
    return i;
  while (i < end && t[i].end <= span.end)
    i++;
  return i;
}

/* Is it a name with a capital, such as is one word in the treebanks? */
static bool
is_name(const ng_doc *doc, const ng_mention *m, uint32_t token)
{
  return (m->kind == NG_KIND_NAME || m->kind == NG_KIND_METONYM) &&
         doc->tokens.at[token].flags & NG_TOKEN_CAPITAL;
}

/* Where a mention may begin that `unit` is: with its token, or with "the"
 * before it, "the West", which is no part of the unit. */
static uint32_t
earliest_begin(const ng_doc *doc, const ng_unit *unit)
{
  if (unit->token == 0)
    return unit->span.begin;
  ng_token t = doc->tokens.at[unit->token - 1];
  ng_str before = {doc->text.at + t.begin, t.end - t.begin};
  return ng_str_equal(before, NG_LIT("the")) ? t.begin : unit->span.begin;
}

/* Extend `unit` over the longest mention that starts with its token. */
static void
take_mention(cursor *c, ng_unit *unit, uint32_t end)
{
  const ng_doc *doc = c->doc;
  uint32_t begin = unit->span.begin;
  if (c->mention == doc->mentions.n ||
      doc->mentions.at[c->mention].span.begin > begin)
    return;
  uint32_t from = earliest_begin(doc, unit);
  while (c->mention < doc->mentions.n &&
         doc->mentions.at[c->mention].span.begin < from)
    c->mention++;
  for (uint32_t i = c->mention; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->span.begin > begin)
      return;
    if (m->span.begin != begin && m->span.begin != from)
      continue;
    ng_span own = {begin, m->span.end};
    uint32_t last = tokens_in(doc, unit->token, end, own);
    if (last < unit->end || !is_name(doc, m, unit->token))
      continue;
    unit->kind = NG_UNIT_NAME;
    unit->mention = i;
    unit->end = last;
  }
}

/* A month among the words of a time makes it one word: "July 12, 2020", not
 * "last week". */
static bool
names_month(const ng_doc *doc, uint32_t token, uint32_t end)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  for (; token < end; token++) {
    ng_token t = doc->tokens.at[token];
    if (t.end - t.begin < 3 || !(t.flags & NG_TOKEN_CAPITAL))
      continue;
    for (size_t i = 0; i < sizeof months - 1; i += 3)
      if (memcmp(months + i, doc->text.at + t.begin, 3) == 0)
        return true;
  }
  return false;
}

static void
take_date(cursor *c, ng_unit *unit, uint32_t end)
{
  const ng_doc *doc = c->doc;
  while (c->time < doc->times.n && doc->times.at[c->time].token < unit->token)
    c->time++;
  if (c->time >= doc->times.n)
    return;
  const ng_time *t = &doc->times.at[c->time];
  if (t->token != unit->token || t->end > end || t->end - t->token < 2 ||
      t->end - t->token > 4 || t->type != NG_TIME_DATE ||
      !names_month(doc, t->token, t->end) ||
      (doc->tokens.at[t->token].kind != NG_TOKEN_NUMBER &&
       !(doc->tokens.at[t->token].flags & NG_TOKEN_CAPITAL)))
    return;
  unit->kind = NG_UNIT_DATE;
  unit->end = t->end;
}

static bool
is_scale(ng_str text)
{
  static const char *const scales[] = {"hundred", "thousand", "million",
                                       "billion", "trillion", "dozen",
                                       "percent", "%"};
  for (size_t k = 0; k < sizeof scales / sizeof *scales; k++)
    if (ng_str_equal(text, (ng_str){scales[k], strlen(scales[k])}))
      return true;
  return false;
}

/* "$5 million", "5 million", "27 percent": the forms that training merged. */
static void
take_amount(cursor *c, ng_unit *unit, uint32_t end)
{
  const ng_doc *doc = c->doc;
  const ng_token *t = doc->tokens.at;
  uint32_t i = unit->token;
  i += t[i].end - t[i].begin == 1 && doc->text.at[t[i].begin] == '$';
  if (i >= end || t[i].kind != NG_TOKEN_NUMBER)
    return;
  for (i++; i < end; i++)
    if (!is_scale(ng_str_slice(doc->text, t[i].begin, t[i].end)))
      break;
  if (i - unit->token < 2)
    return;
  unit->kind = NG_UNIT_AMOUNT;
  unit->end = i;
}

/* Make the unit that begins with `token`. */
static void
read_unit(cursor *c, uint32_t token, uint32_t sentence, ng_unit *unit)
{
  const ng_doc *doc = c->doc;
  uint32_t end = doc->sentences.at[sentence].end;
  const ng_token *t = &doc->tokens.at[token];
  *unit = (ng_unit){.span = {t->begin, t->end},
                    .token = token,
                    .end = token + 1,
                    .mention = NG_NONE,
                    .head = NG_NONE,
                    .upos = NG_N_UPOS,
                    .xpos = NG_N_XPOS,
                    .label = NG_N_RELATIONS,
                    .sentence = sentence};
  if (t->flags & NG_TOKEN_HYPHENATED)
    unit->kind = NG_UNIT_HYPHENATED;
  take_mention(c, unit, end);
  if (unit->kind != NG_UNIT_NAME)
    take_date(c, unit, end);
  if (unit->kind == NG_UNIT_WORD && t->kind != NG_TOKEN_WORD)
    take_amount(c, unit, end);
  unit->span.end = doc->tokens.at[unit->end - 1].end;
  unit->key =
      ng_form_key(ng_str_slice(doc->text, unit->span.begin, unit->span.end));
}

/* How many tokens the sentences have that are not left out: no fewer than they
 * will have units. */
static uint32_t
count_tokens(const ng_doc *doc)
{
  uint32_t n = 0;
  for (uint32_t s = 0; s < doc->sentences.n; s++)
    if (!(doc->sentences.at[s].flags & NG_SENTENCE_QUIET))
      n += doc->sentences.at[s].end - doc->sentences.at[s].token;
  return n;
}

ng_status
ng_merge(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)context;
  cursor c = {.doc = doc};
  doc->units.n = 0;
  if (!NG_ROOM(&doc->arena, &doc->units, count_tokens(doc)))
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many words");
  for (uint32_t s = 0; s < doc->sentences.n; s++) {
    ng_sentence *sentence = &doc->sentences.at[s];
    sentence->unit = doc->units.n;
    uint32_t token = sentence->token;
    if (sentence->flags & NG_SENTENCE_QUIET)
      token = sentence->end;
    while (token < sentence->end) {
      ng_unit *unit = &doc->units.at[doc->units.n++];
      read_unit(&c, token, s, unit);
      token = unit->end;
    }
    sentence->unit_end = doc->units.n;
  }
  return NG_OK;
}
