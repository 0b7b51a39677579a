/* token.c - marks, handles and numbers with a sign; parts of words. */
#include "text/scan.h"

uint32_t
ng_hyphen(const uint8_t *s)
{
  if (s[0] == '-')
    return 1;
  return s[0] == 0xE2 && s[1] == 0x80 && (s[2] == 0x90 || s[2] == 0x91) ? 3 : 0;
}

uint32_t
ng_apostrophe(const uint8_t *s)
{
  if (s[0] == '\'')
    return 1;
  return s[0] == 0xE2 && s[1] == 0x80 && s[2] == 0x99 ? 3 : 0;
}

/* --- everything else ------------------------------------------------------ */

/* "#tag" and "@name". */
static bool
scan_handle(ng_scan *sc)
{
  uint32_t i = sc->i;
  if ((sc->s[i] != '#' && sc->s[i] != '@') || !ng_is_ascii_at(sc, i + 1) ||
      sc->last == i)
    return false;
  sc->i++;
  do {
    (void)ng_scan_run(sc);
  } while (sc->s[sc->i] == '_' && sc->i++ < sc->end);
  ng_scan_push(sc, (ng_span){i, sc->i}, NG_TOKEN_LINK, 0);
  return true;
}

/* "'90s", "'99", "'em", "'til": an apostrophe that starts a word. */
static bool
scan_elision(ng_scan *sc)
{
  static const char *const words[] = {"em", "til",   "tis",  "twas",
                                      "n",  "cause", "bout", "round"};
  uint32_t i = sc->i, len = ng_apostrophe(sc->s + i);
  if (!len && sc->s[i] == 0xE2 && sc->s[i + 1] == 0x80 && sc->s[i + 2] == 0x98)
    len = 3; /* often typed for it */
  if (!len || sc->last == i)
    return false;
  uint32_t at = i + len, end = at;
  if (ng_is_digit_at(sc, at) && ng_is_digit_at(sc, at + 1)) {
    end = at + 2 + (sc->s[at + 2] == 's');
    if (ng_is_word_at(sc, end))
      return false;
    ng_scan_push(sc, (ng_span){i, end}, NG_TOKEN_NUMBER, 0);
    sc->i = end;
    return true;
  }
  while (end < at + 6 && ng_is_ascii_at(sc, end))
    end++;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (strlen(words[k]) == end - at &&
        !memcmp(sc->s + at, words[k], end - at)) {
      end += end - at == 1 ? ng_apostrophe(sc->s + end) : 0; /* 'n' */
      ng_scan_push(sc, (ng_span){i, end}, NG_TOKEN_WORD, 0);
      sc->i = end;
      return true;
    }
  return false;
}

/* ":)", ";-)", ":D", "=(": behind and before a space. */
static bool
scan_emoticon(ng_scan *sc)
{
  const uint8_t *s = sc->s + sc->i;
  if ((*s != ':' && *s != ';' && *s != '=') || sc->last == sc->i)
    return false;
  uint32_t n = s[1] == '-' ? 2 : 1;
  if (!s[n] || !strchr("()DPp/|", s[n]) || ng_is_word_at(sc, sc->i + n + 1))
    return false;
  while (s[n + 1] == s[n] && sc->i + n + 1 < sc->end)
    n++;
  ng_scan_push(sc, (ng_span){sc->i, sc->i + n + 1}, NG_TOKEN_SYMBOL, 0);
  sc->i += n + 1;
  return true;
}

/* ".5", "+4912345" where a space is before it. */
static bool
scan_signed(ng_scan *sc)
{
  uint8_t c = sc->s[sc->i];
  if ((c != '.' && c != '+') || !ng_is_digit_at(sc, sc->i + 1) ||
      sc->last == sc->i)
    return false;
  ng_scan_word(sc, NG_CH_DIGIT);
  return true;
}

/* "[...]", words left out of a quotation. */
static bool
scan_omission(ng_scan *sc)
{
  if (memcmp(sc->s + sc->i, "[...]", 5) != 0)
    return false;
  ng_scan_push(sc, (ng_span){sc->i, sc->i + 5}, NG_TOKEN_PUNCT, 0);
  sc->stop = NG_STOP_FULL;
  sc->i += 5;
  return true;
}

static bool
is_stop(uint8_t c)
{
  return c == '.' || c == '!' || c == '?';
}

/* How far one mark of punctuation goes: "...", "--", "?!", "``" are one. */
static uint32_t
mark_end(const ng_scan *sc, uint32_t len)
{
  const uint8_t *s = sc->s;
  uint32_t i = sc->i, end = i + len;
  uint8_t c = s[i];
  if (c == '!' || c == '?')
    while (s[end] == '!' || s[end] == '?')
      end++;
  else if (c && s[end] == c && strchr(".-=*_~+#<>", c))
    while (s[end] == c)
      end++;
  else if ((c == '\'' || c == '`') && s[end] == c)
    end++;
  return end < sc->end ? end : sc->end;
}

/* An emoji with what modifies it: variation selectors, skin tones, and further
 * emoji after a zero-width joiner. */
static uint32_t
emoji_end(const ng_scan *sc, uint32_t end)
{
  for (uint32_t len; end < sc->end; end += len) {
    uint32_t cp = ng_char_decode(sc->s + end, &len), next;
    bool modifies = (cp >= 0xFE00 && cp <= 0xFE0F) ||
                    (cp >= 0x1F3FB && cp <= 0x1F3FF) ||
                    (cp >= 0xE0020 && cp <= 0xE007F);
    if (cp == 0x200D && (ng_char_at(sc->s + end + len, &next) & NG_CH_SYMBOL))
      len += next;
    else if (!modifies)
      break;
  }
  return end;
}

static void
scan_mark(ng_scan *sc, uint8_t kind, uint32_t len)
{
  uint32_t i = sc->i, end = len == 1 ? mark_end(sc, 1) : i + len;
  uint8_t c = sc->s[i];
  if (len > 1 && kind & NG_CH_SYMBOL)
    end = emoji_end(sc, end);
  uint32_t cp = 0, n;
  if (len == 3)
    cp = ng_char_decode(sc->s + i, &n);
  if (is_stop(c) || cp == 0x2026 || cp == 0x3002 || cp == 0xFF01 ||
      cp == 0xFF1F)
    sc->stop = NG_STOP_FULL;
  ng_scan_push(sc, (ng_span){i, end},
               kind & NG_CH_SYMBOL ? NG_TOKEN_SYMBOL : NG_TOKEN_PUNCT, 0);
  sc->i = end;
}

/* A word of ASCII letters before a space, with nothing to it: most are. */
static bool
scan_plain(ng_scan *sc)
{
  uint32_t begin = sc->i, end = begin;
  uint8_t seen = ng_run_ascii(sc->s, &end);
  unsigned flags = 0;
  if (!seen || (seen & NG_CH_DIGIT) || sc->s[end] != ' ' ||
      ng_may_contract(sc->s + begin, end - begin))
    return false;
  if (ng_char_class[sc->s[begin]] & NG_CH_UPPER)
    flags |= NG_TOKEN_CAPITAL;
  if (!(seen & NG_CH_LOWER) && end - begin > 1)
    flags |= NG_TOKEN_ALL_CAPS;
  ng_scan_push(sc, (ng_span){begin, end}, NG_TOKEN_WORD, flags);
  sc->i = end;
  return true;
}

void
ng_scan_token(ng_scan *sc)
{
  uint32_t len;
  sc->stop = NG_STOP_NONE;
  if (scan_plain(sc))
    return;
  uint8_t c = ng_char_at(sc->s + sc->i, &len);
  if (c & NG_CH_WORD)
    ng_scan_word(sc, c);
  else if (!scan_handle(sc) && !scan_elision(sc) && !scan_emoticon(sc) &&
           !scan_signed(sc) && !scan_omission(sc))
    scan_mark(sc, c, len);
}

/* --- parts of hyphenated words -------------------------------------------- */

size_t
ng_token_parts(const ng_doc *doc, const ng_token *token, ng_span *out,
               size_t cap)
{
  const uint8_t *s = (const uint8_t *)doc->text.at;
  size_t n = 0;
  uint32_t begin = token->begin, len = 0;
  if (!(token->flags & NG_TOKEN_HYPHENATED)) { /* most */
    if (cap)
      out[0] = (ng_span){token->begin, token->end};
    return token->end > token->begin;
  }
  for (uint32_t i = begin; i <= token->end; i += len ? len : 1) {
    len = i < token->end ? ng_hyphen(s + i) : 0;
    if (i < token->end && !len)
      continue;
    if (n < cap && i > begin)
      out[n] = (ng_span){begin, i};
    n += i > begin;
    begin = i + len;
  }
  return n;
}

size_t
ng_token_pieces(const ng_doc *doc, const ng_token *token, ng_span *out,
                size_t cap)
{
  const uint8_t *s = (const uint8_t *)doc->text.at;
  size_t n = 0;
  uint32_t begin = token->begin, len = 0;
  bool split = token->flags & NG_TOKEN_HYPHENATED;
  for (uint32_t i = begin; i <= token->end; i += len ? len : 1) {
    len = i < token->end && split ? ng_hyphen(s + i) : 0;
    if (i < token->end && !len)
      continue;
    if (len && ng_bound_prefix(ng_str_slice(doc->text, begin, i)))
      continue;
    if (n < cap && i > begin)
      out[n] = (ng_span){begin, i};
    n += i > begin;
    if (len && n < cap)
      out[n] = (ng_span){i, i + len};
    n += len != 0;
    begin = i + len;
  }
  return n;
}
