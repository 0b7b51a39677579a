#include "extract/speech/quote.h"
#include "core/str.h"
#include "extract/syntax/branch.h"

typedef enum { NO_MARK, OPENS, CLOSES, EITHER } mark;

typedef struct {
  ng_doc *doc;
  ng_quotes *out;
  uint32_t sentence;
  uint32_t open; /* token that opened, or NG_NONE */
  uint32_t open_sentence;
  bool pending; /* the last paragraph left one open */
  bool failed;
} reader;

static ng_str
token_text(const ng_doc *doc, uint32_t i)
{
  ng_token t = doc->tokens.at[i];
  return (ng_str){doc->text.at + t.begin, t.end - t.begin};
}

static mark
shape(ng_str s)
{
  static const struct {
    const char *text;
    mark mark;
  } marks[] = {{"\"", EITHER},           {"\xE2\x80\x9C", OPENS}, /* “ */
               {"\xE2\x80\x9D", CLOSES}, {"\xE2\x80\x9E", OPENS}, /* ” „ */
               {"\xC2\xAB", OPENS},      {"\xC2\xBB", CLOSES}};   /* « » */
  if (s.len == 0 || s.len > 3 || (s.at[0] != '"' && !(s.at[0] & 0x80)))
    return NO_MARK; /* most words */
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (ng_str_equal(s, (ng_str){marks[i].text, strlen(marks[i].text)}))
      return marks[i].mark;
  return NO_MARK;
}

static bool
is_gap(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0';
}

/* Which way the mark `i` looks. */
static mark
direction(const reader *r, uint32_t i, mark seen)
{
  const ng_doc *doc = r->doc;
  ng_token t = doc->tokens.at[i];
  char before = ' ', after = ' ';
  if (t.begin)
    before = doc->text.at[t.begin - 1];
  if (t.end < doc->text.len)
    after = doc->text.at[t.end];
  bool left = is_gap(before) || before == '(' || before == '[';
  bool right = is_gap(after) || strchr(",.;:!?)]", after) != NULL;
  if (left && !right)
    return OPENS;
  if (!left && right)
    return CLOSES;
  if (seen != EITHER && !(left && right && r->open != NG_NONE))
    return seen;
  return r->open == NG_NONE ? OPENS : CLOSES;
}

/* --- single marks ---------------------------------------------------------
 */

static bool
is_single(ng_str s)
{
  return ng_str_equal(s, NG_LIT("'")) ||
         ng_str_equal(s, NG_LIT("\xE2\x80\x98")) ||
         ng_str_equal(s, NG_LIT("\xE2\x80\x99"));
}

/* The byte at `i`; past the end, a space. */
static char
byte_at(const ng_doc *doc, uint32_t i)
{
  if (i >= doc->text.len)
    return ' ';
  return doc->text.at[i];
}

static char
byte_before(const ng_doc *doc, uint32_t i)
{
  if (i == 0)
    return ' ';
  return byte_at(doc, i - 1);
}

/* "'We": no apostrophe before or behind a word. */
static bool
opens_single(const ng_doc *doc, uint32_t i)
{
  ng_token t = doc->tokens.at[i];
  char before = byte_before(doc, t.begin);
  char after = byte_at(doc, t.end);
  return (is_gap(before) || before == '(' || before == '"') && !is_gap(after) &&
         !(after >= '0' && after <= '9') &&
         !ng_str_equal(token_text(doc, i), NG_LIT("\xE2\x80\x99"));
}

/* A mark behind a word or stop; *apostrophe: it might be a plural's, too. */
static bool
closes_single(const ng_doc *doc, uint32_t i, bool *apostrophe)
{
  ng_token t = doc->tokens.at[i];
  char before = byte_before(doc, t.begin);
  char after = byte_at(doc, t.end);
  *apostrophe = before == 's' && after == ' ';
  return is_single(token_text(doc, i)) && !is_gap(before) &&
         (is_gap(after) || strchr(",.;:!?)\"", after) != NULL ||
          (unsigned char)after == 0xE2) &&
         !ng_str_equal(token_text(doc, i), NG_LIT("\xE2\x80\x98"));
}

/* The token that closes what `open` opens, in its sentence: the first that is
 * no plural's apostrophe, or the last that may be one; or NG_NONE. */
static uint32_t
end_of_single(const ng_doc *doc, uint32_t open, uint32_t end)
{
  uint32_t found = NG_NONE;
  for (uint32_t i = open + 2; i < end; i++) {
    bool apostrophe;
    if (!closes_single(doc, i, &apostrophe))
      continue;
    found = i;
    if (!apostrophe)
      return found;
  }
  return found;
}

static bool
is_stop(const ng_doc *doc, uint32_t i)
{
  ng_str s = token_text(doc, i);
  return (s.len == 1 && strchr(",.?!;-", s.at[0])) ||
         (s.len == 3 && (memcmp(s.at, "\xE2\x80\xA6", 3) == 0 ||
                         memcmp(s.at, "\xE2\x80\x94", 3) == 0)) ||
         (s.len == 3 && memcmp(s.at, "...", 3) == 0);
}

/* Whole sentences: it begins its sentence, and ends like one. */
static bool
is_spoken(const reader *r, const ng_quote *q, uint32_t close)
{
  const ng_doc *doc = r->doc;
  if (!(q->leads || q->announced) || close < r->open + 3)
    return false;
  if (q->open || q->last != q->sentence || is_stop(doc, close - 1))
    return true;
  uint32_t end = doc->sentences.at[q->last].end;
  return close + 1 >= end || is_stop(doc, close + 1);
}

/* Does a colon stand before the open mark, and a capital behind it? */
static bool
is_announced(const reader *r, const ng_sentence *s)
{
  const ng_doc *doc = r->doc;
  return r->open > s->token && r->open + 1 < s->end &&
         ng_str_equal(token_text(doc, r->open - 1), NG_LIT(":")) &&
         (doc->tokens.at[r->open + 1].flags & NG_TOKEN_CAPITAL);
}

/* The quotation from the open mark up to token `close`, not included. */
static void
take(reader *r, uint32_t close, bool closed)
{
  ng_doc *doc = r->doc;
  const ng_sentence *s = &doc->sentences.at[r->open_sentence];
  ng_quote q = {.sentence = r->open_sentence,
                .last = r->sentence,
                .leads = r->open == s->token,
                .announced = is_announced(r, s),
                .open = !closed};
  if (close > r->open + 1) {
    q.span = (ng_span){doc->tokens.at[r->open + 1].begin,
                       doc->tokens.at[close - 1].end};
    q.continues = r->pending && q.leads && (s->flags & NG_SENTENCE_PARAGRAPH);
    q.spoken = is_spoken(r, &q, close);
    r->failed |= !NG_PUSH(&doc->arena, r->out, q);
  }
  r->open = NG_NONE;
  r->pending = !closed;
}

/* A quotation between single marks ends where it does, or is none. */
static void
read_single(reader *r, uint32_t i)
{
  const ng_doc *doc = r->doc;
  uint32_t end = doc->sentences.at[r->sentence].end;
  if (r->open != NG_NONE || !is_single(token_text(doc, i)) ||
      !opens_single(doc, i))
    return;
  uint32_t close = end_of_single(doc, i, end);
  if (close == NG_NONE)
    return;
  bool pending = r->pending;
  r->open = i;
  r->open_sentence = r->sentence;
  take(r, close, true);
  r->pending = pending;
}

/* May a mark begin so?  Most words and stops do not. */
static bool
may_mark(char first)
{
  return first == '"' || first == '\'' || first & 0x80;
}

static void
read_token(reader *r, uint32_t i)
{
  mark m = shape(token_text(r->doc, i));
  if (m == NO_MARK) {
    read_single(r, i);
    return;
  }
  if (direction(r, i, m) == CLOSES) {
    if (r->open != NG_NONE)
      take(r, i, true);
    return;
  }
  if (r->open != NG_NONE)
    take(r, i, true); /* its closing mark is missing */
  r->open = i;
  r->open_sentence = r->sentence;
}

struct ng_quote_list {
  ng_quotes quotes;
};

static bool
read_quotes(ng_doc *doc, ng_quotes *out)
{
  reader r = {.doc = doc, .out = out, .open = NG_NONE};
  for (uint32_t s = 0; s < doc->sentences.n && !r.failed; s++) {
    const ng_sentence *sentence = &doc->sentences.at[s];
    bool begins =
        sentence->flags & (NG_SENTENCE_PARAGRAPH | NG_SENTENCE_HEADLINE);
    if (begins && r.open != NG_NONE) {
      take(&r, sentence->token, false);
    } else if (begins && r.pending && s > 0 &&
               shape(token_text(doc, sentence->token)) == NO_MARK) {
      r.pending = false;
    }
    r.sentence = s;
    for (uint32_t i = sentence->token; i < sentence->end; i++)
      if (may_mark(doc->text.at[doc->tokens.at[i].begin]))
        read_token(&r, i);
  }
  if (r.open != NG_NONE && doc->tokens.n)
    take(&r, doc->tokens.n, false);
  return !r.failed;
}

bool
ng_quotes_find(ng_doc *doc, ng_quotes *out)
{
  ng_branches *kept = doc->branches;
  if (!kept)
    return read_quotes(doc, out);
  if (!kept->quotes) {
    struct ng_quote_list *list = NG_NEW(&doc->arena, struct ng_quote_list, 1);
    if (!list || !read_quotes(doc, &list->quotes))
      return false;
    kept->quotes = list;
  }
  *out = kept->quotes->quotes;
  return true;
}
