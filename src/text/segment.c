/* segment.c - stage 2: text to tokens and sentences.
 *
 * One pass.  A sentence ends behind a stop (with the quotes and brackets that
 * close there) if what follows can start another, and at the end of a
 * paragraph: a blank line, an indented line, or any line unless the text is
 * wrapped to a width.
 */
#include "core/fail.h"
#include "text/scan.h"

typedef struct {
  ng_scan scan;
  uint32_t token; /* first of the open sentence */
  uint32_t words,
      capitals;   /* of the open sentence; words of four bytes or more */
  bool wrapped;   /* single line ends are spaces */
  bool paragraph; /* the open sentence is the first of its paragraph */
  bool title;
  bool closed; /* quotes or brackets stand behind the last stop */
} segmenter;

static const uint8_t *const class = ng_char_class;

/* --- lines and paragraphs ------------------------------------------------- */

/* Is the text of a part wrapped to a width: do lines of forty bytes or more
 * often go on with a small letter?  One in four of the line ends that are no
 * paragraph's end is enough: the next line may as well start with a name. */
static bool
is_wrapped(ng_str s)
{
  size_t lines = 0, small = 0;
  const char *end = s.at + s.len, *line = s.at, *at;
  for (; (at = memchr(line, '\n', (size_t)(end - line))); line = at + 1) {
    const char *next = at + 1;
    if (next == end || at == line || (class[(uint8_t)*next] & NG_CH_SPACE))
      continue;
    lines++;
    small += at - line >= 40 && (class[(uint8_t)*next] & NG_CH_LOWER);
  }
  return small && small * 4 >= lines;
}

/* Move over white space; true if a paragraph ends in it. */
static bool
skip_space(segmenter *g)
{
  ng_scan *sc = &g->scan;
  uint32_t i = sc->i, lines = 0, indent = 0, len;
  uint32_t next = i + (i < sc->end && sc->s[i] == ' ');
  if (next < sc->end && !(class[sc->s[next]] & (NG_CH_SPACE | NG_CH_HIGH))) {
    sc->i = next; /* mostly one space, or none */
    return false;
  }
  for (; i < sc->end && (ng_char_at(sc->s + i, &len) & NG_CH_SPACE); i += len) {
    uint8_t c = sc->s[i];
    lines += c == '\n';
    indent = c == '\n' ? 0 : c == '\t' ? indent + 8 : indent + 1;
  }
  sc->i = i < sc->end ? i : sc->end;
  return lines > 1 || (lines == 1 && (!g->wrapped || indent > 1));
}

/* --- sentences ------------------------------------------------------------ */

/* Does the open sentence end without a stop? */
static bool
lacks_stop(const segmenter *g)
{
  const ng_doc *doc = g->scan.doc;
  for (uint32_t k = doc->tokens.n; k-- > g->token && k + 4 > doc->tokens.n;) {
    const uint8_t *s = g->scan.s + doc->tokens.at[k].begin;
    if (*s == '.' || *s == '!' || *s == '?' || *s == ':' || *s == ';' ||
        (*s == 0xE2 && s[1] == 0x80 && s[2] == 0xA6))
      return false;
    if (doc->tokens.at[k].kind == NG_TOKEN_WORD)
      return g->scan.s[doc->tokens.at[k].end - 1] != '.';
  }
  return true;
}

/* Close the open sentence, if it has tokens. */
static void
end_sentence(segmenter *g, bool paragraph_ends)
{
  ng_doc *doc = g->scan.doc;
  uint32_t n = doc->tokens.n;
  if (n == g->token)
    return;
  ng_sentence s = {{doc->tokens.at[g->token].begin, doc->tokens.at[n - 1].end},
                   g->token,
                   n,
                   0,
                   0,
                   0};
  if (g->title || (paragraph_ends && g->paragraph && lacks_stop(g)))
    s.flags |= NG_SENTENCE_HEADLINE;
  if (g->words > 1 && g->capitals * 4 >= g->words * 3)
    s.flags |= NG_SENTENCE_CAPS;
  if (g->paragraph)
    s.flags |= NG_SENTENCE_PARAGRAPH;
  if (!NG_PUSH(&doc->arena, &doc->sentences, s))
    g->scan.full = true;
  g->token = n;
  g->words = g->capitals = 0;
  g->paragraph = paragraph_ends;
}

/* The length of the quote or bracket at `s` that may close behind a stop. */
static uint32_t
closer(const uint8_t *s)
{
  if (*s == '"' || *s == ')' || *s == ']' || *s == '}')
    return 1;
  if (*s == '\'')
    return s[1] == '\'' ? 2 : 1;
  if (*s == 0xE2 && s[1] == 0x80 && (s[2] == 0x9D || s[2] == 0x99))
    return 3;
  return *s == 0xC2 && s[1] == 0xBB ? 2 : 0;
}

/* Take the quotes and brackets that close right behind a stop. */
static void
take_closers(segmenter *g)
{
  ng_scan *sc = &g->scan;
  uint32_t len;
  g->closed = false;
  while (sc->i < sc->end && (len = closer(sc->s + sc->i))) {
    ng_scan_push(sc, (ng_span){sc->i, sc->i + len}, NG_TOKEN_PUNCT, 0);
    sc->i += len;
    g->closed = true;
  }
}

/* The word at `i`, at most sixteen bytes of it. */
static ng_str
word_at(const ng_scan *sc, uint32_t i)
{
  uint32_t end = i;
  while (end < sc->end && end < i + 16 && (class[sc->s[end]] & NG_CH_LETTER))
    end++;
  return ng_str_slice(sc->doc->text, i, end);
}

/* Can a sentence start at `i`? Small letters cannot, but for "iPhone". */
static bool
can_start(const ng_scan *sc, uint32_t i)
{
  uint32_t len;
  uint8_t c = ng_char_at(sc->s + i, &len);
  if (c & NG_CH_LOWER)
    return class[sc->s[i + len]] & NG_CH_UPPER;
  if (c & (NG_CH_WORD | NG_CH_SYMBOL))
    return true;
  return !strchr(",;:)]}.!?", sc->s[i]);
}

static bool
is_dash(const uint8_t *s)
{
  return *s == '-' ||
         (s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x92 && s[2] <= 0x95);
}

/* After a stop: does the sentence end here? */
static bool
ends_here(const segmenter *g)
{
  const ng_scan *sc = &g->scan;
  uint32_t i = sc->i, len;
  while (i < sc->end && (ng_char_at(sc->s + i, &len) & NG_CH_SPACE))
    i += len;
  if (i >= sc->end)
    return true;
  if (i == sc->i)
    return false;
  if (sc->stop == NG_STOP_ABBREV)
    return ng_starts_sentence(word_at(sc, i));
  if (g->closed && is_dash(sc->s + i))
    return false; /* "..." - the speaker */
  return can_start(sc, i);
}

/* Count a word for NG_SENTENCE_CAPS. */
static void
count_word(segmenter *g, const ng_token *t)
{
  if (t->end - t->begin < 4)
    return;
  g->words++;
  g->capitals += t->flags & NG_TOKEN_CAPITAL ? 1 : 0;
}

/* "... in the town Photo: Ann Lee": a credit behind a caption is a sentence of
 * its own.  Called when the last token is a colon. */
static void
split_credit(segmenter *g)
{
  static const char *const words[] = {"Image", "Photo", "Photograph", "Picture",
                                      "Credit"};
  ng_doc *doc = g->scan.doc;
  uint32_t n = doc->tokens.n;
  if (n < g->token + 3)
    return;
  ng_token *t = &doc->tokens.at[n - 2];
  ng_str text = ng_doc_text(doc, (ng_span){t->begin, t->end});
  if (t->flags & NG_TOKEN_GLUED || t[-1].kind != NG_TOKEN_WORD)
    return;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (ng_str_equal(text, (ng_str){words[k], strlen(words[k])})) {
      doc->tokens.n -= 2;
      end_sentence(g, false);
      doc->tokens.n += 2;
    }
}

/* "Thursday, May 7, 2015 The council ...": is all of the paragraph so far a
 * full date, and does a sentence follow?  Called when the last token is a
 * number. */
static bool
is_dateline(const segmenter *g)
{
  const ng_scan *sc = &g->scan;
  const ng_doc *doc = sc->doc;
  uint32_t n = doc->tokens.n - g->token;
  if (!g->paragraph || n < 4 || n > 6)
    return false;
  const ng_token *t = &doc->tokens.at[g->token], *year = &t[n - 1];
  bool day = t->end - t->begin >= 6 && !memcmp(sc->s + t->end - 3, "day", 3);
  return day && year->end - year->begin == 4 && sc->s[sc->i] == ' ' &&
         class[sc->s[sc->i + 1]] & NG_CH_UPPER;
}

/* May the token stand before the dash of "CAIRO (AP) - " or the colon of "CAIRO
 * - 26 July 2022: "?  *number: it is one. */
static bool
is_of_place_line(const segmenter *g, const ng_token *t, bool *number)
{
  uint32_t len;
  uint8_t c = ng_char_at(g->scan.s + t->begin, &len);
  *number |= t->kind == NG_TOKEN_NUMBER;
  return t->kind == NG_TOKEN_NUMBER || (c & NG_CH_UPPER) ||
         t->kind == NG_TOKEN_PUNCT || is_dash(g->scan.s + t->begin);
}

/* "CAIRO - 26 July 2022: The president ...", "MOSCOW (AP) - The president":
 * where and when it was written, in front of the first sentence.  Called when
 * the last token is a dash or a colon. */
static bool
is_place_line(const segmenter *g)
{
  enum { LONGEST = 14, REST = 240 };
  const ng_scan *sc = &g->scan;
  const ng_doc *doc = sc->doc;
  uint32_t n = doc->tokens.n, i = sc->i, stop = i + REST;
  const ng_token *t = &doc->tokens.at[g->token], *last = &doc->tokens.at[n - 1];
  bool number = false;
  if (!g->paragraph || n - g->token < 2 || n - g->token > LONGEST ||
      t->end - t->begin < 4)
    return false;
  for (uint32_t k = t->begin; k < t->end; k++)
    if (!(class[sc->s[k]] & NG_CH_UPPER))
      return false;
  for (uint32_t k = g->token; k < n; k++)
    if (!is_of_place_line(g, &doc->tokens.at[k], &number))
      return false;
  while (i < sc->end && sc->s[i] == ' ')
    i++;
  if (i >= sc->end || !(class[sc->s[i]] & NG_CH_UPPER))
    return false;
  if (sc->s[last->begin] == ':')
    return number;
  /* "NATO - the alliance - said": a second dash */
  for (; i < sc->end && i < stop && sc->s[i] != '\n'; i++)
    if (is_dash(sc->s + i) && sc->s[i - 1] == ' ')
      return false;
  return true;
}

/* Look at what the last token means for sentences other than by stopping. */
static void
after_token(segmenter *g)
{
  const ng_doc *doc = g->scan.doc;
  const ng_token *t = &doc->tokens.at[doc->tokens.n - 1];
  if (t->kind == NG_TOKEN_WORD)
    count_word(g, t);
  else if (t->kind == NG_TOKEN_NUMBER && is_dateline(g))
    end_sentence(g, false);
  else if (g->scan.s[t->begin] == ':' || is_dash(g->scan.s + t->begin)) {
    if (g->scan.s[t->begin] == ':')
      split_credit(g);
    if (is_place_line(g)) {
      end_sentence(g, false);
      g->paragraph = true;
    }
  }
}

static void
segment_part(segmenter *g, const ng_part *part)
{
  ng_scan *sc = &g->scan;
  sc->i = part->prose;
  sc->end = part->span.end;
  sc->first = g->paragraph = true;
  g->title = part->kind == NG_PART_TITLE;
  g->wrapped = is_wrapped(ng_doc_text(sc->doc, part->span));
  while (sc->i < sc->end && !sc->full) {
    if (skip_space(g)) {
      end_sentence(g, true);
      sc->first = g->paragraph = true;
    }
    if (sc->i >= sc->end)
      break;
    ng_scan_token(sc);
    if (sc->full)
      break;
    after_token(g);
    if (sc->stop == NG_STOP_NONE)
      continue;
    if (sc->stop == NG_STOP_FULL)
      take_closers(g);
    if (ends_here(g))
      end_sentence(g, false);
  }
  end_sentence(g, true);
}

ng_status
ng_segment(const ng_context *context, ng_doc *doc, ng_error *err)
{
  enum { USUAL = 5 }; /* bytes a token, with the space before it */
  (void)context;
  doc->tokens.n = 0;
  doc->sentences.n = 0;
  segmenter g = {.scan = {.doc = doc,
                          .s = (const uint8_t *)doc->text.at,
                          .last = NG_NONE}};
  if (!NG_ROOM(&doc->arena, &doc->tokens, (uint32_t)(doc->text.len / USUAL)))
    g.scan.full = true; /* growing copies */
  for (uint32_t i = 0; i < doc->parts.n && !g.scan.full; i++)
    segment_part(&g, &doc->parts.at[i]);
  if (g.scan.full)
    return ng_fail(err, NG_ERR_LIMIT, g.scan.i,
                   "the tokens exceed the document's budget");
  return NG_OK;
}
