/* The tokens of SPARQL 1.1, chapter 19.8, as far as they matter here. */
#include "core/str.h"
#include "rdf/sparql.h"

static bool
is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (unsigned char)c >= 0x80;
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_word(char c)
{
  return is_letter(c) || is_digit(c);
}

static char
peek(ng_str q, size_t i)
{
  if (i < q.len)
    return q.at[i];
  return '\0';
}

/* Past white space and comments. */
static size_t
skip(ng_str q, size_t i, uint32_t *line)
{
  bool comment = false;
  for (; i < q.len; i++) {
    char c = q.at[i];
    if (c == '\n') {
      ++*line;
      comment = false;
    } else if (!comment && c == '#')
      comment = true;
    else if (!comment && c != ' ' && c != '\t' && c != '\r')
      break;
  }
  return i;
}

/* The end of the string that begins at `i`, or 0 if it has none. */
static size_t
string_end(ng_str q, size_t i, uint32_t *line)
{
  char quote = q.at[i];
  bool is_long = peek(q, i + 1) == quote && peek(q, i + 2) == quote;
  size_t n = is_long ? 3 : 1;
  for (i += n; i < q.len; i++) {
    if (q.at[i] == '\\')
      i++;
    else if (q.at[i] == '\n' && !is_long)
      return 0;
    else if (q.at[i] == quote &&
             (!is_long || (peek(q, i + 1) == quote && peek(q, i + 2) == quote)))
      return i + n;
    if (peek(q, i) == '\n')
      ++*line;
  }
  return 0;
}

/* The end of the IRI that begins at `i`, or 0 if that is a "less than". */
static size_t
iri_end(ng_str q, size_t i)
{
  for (i++; i < q.len && (unsigned char)q.at[i] > 0x20; i++) {
    if (q.at[i] == '>')
      return i + 1;
    if (strchr("<\"{}|^`", q.at[i]))
      return 0;
  }
  return 0;
}

/* The end of letters, digits, and what of `inside` is between them. */
static size_t
name_end(ng_str q, size_t i, const char *inside)
{
  size_t end = i;
  for (; i < q.len; i++) {
    if (q.at[i] == '\\' && i + 1 < q.len && strchr(inside, '\\'))
      end = ++i + 1;
    else if (!is_word(q.at[i]) && (!q.at[i] || !strchr(inside, q.at[i])))
      break;
    else if (q.at[i] != '.') /* one at the end is not part of the name */
      end = i + 1;
  }
  return end;
}

static size_t
word_end(ng_str q, size_t i, ng_token_kind *kind)
{
  size_t end = q.at[i] == ':' ? i : name_end(q, i, "-.");
  *kind = NG_TOKEN_WORD;
  if (peek(q, end) != ':')
    return name_end(q, i, "");
  *kind = NG_TOKEN_NAME;
  return name_end(q, end + 1, "-.:%\\") > end + 1
             ? name_end(q, end + 1, "-.:%\\")
             : end + 1;
}

static size_t
number_end(ng_str q, size_t i)
{
  size_t end = name_end(q, i, ".");
  bool exponent = end > i && (q.at[end - 1] | 0x20) == 'e';
  if (exponent && (peek(q, end) == '+' || peek(q, end) == '-'))
    end = name_end(q, end + 1, "");
  return end;
}

static size_t
mark_end(ng_str q, size_t i)
{
  static const char *const twos[] = {"&&", "||", "^^", "!=", "<=", ">="};
  for (size_t k = 0; k < sizeof twos / sizeof *twos; k++)
    if (q.at[i] == twos[k][0] && peek(q, i + 1) == twos[k][1])
      return i + 2;
  return i + 1;
}

static size_t
token_end(ng_str q, size_t i, uint32_t *line, ng_token_kind *kind)
{
  char c = q.at[i], after = peek(q, i + 1);
  *kind = NG_TOKEN_LITERAL;
  if (c == '"' || c == '\'')
    return string_end(q, i, line);
  if (is_digit(c) || (c == '.' && is_digit(after)))
    return number_end(q, i);
  if (c == '@' && is_letter(after))
    return name_end(q, i + 1, "-");
  if (is_letter(c) || c == ':')
    return word_end(q, i, kind);
  *kind = NG_TOKEN_VARIABLE;
  if ((c == '?' || c == '$') && is_word(after))
    return name_end(q, i + 1, "");
  *kind = NG_TOKEN_IRI;
  if (c == '<' && iri_end(q, i))
    return iri_end(q, i);
  *kind = NG_TOKEN_MARK;
  return mark_end(q, i);
}

ng_sparql_token
ng_sparql_next(ng_str query, size_t *at, uint32_t *line)
{
  size_t begin = skip(query, *at, line);
  ng_sparql_token token = {.kind = NG_TOKEN_END, .line = *line};
  *at = begin;
  if (begin == query.len)
    return token;
  size_t end = token_end(query, begin, line, &token.kind);
  if (!end) {
    token.kind = NG_TOKEN_BAD;
    end = query.len;
  }
  token.text = ng_str_slice(query, begin, end);
  *at = end;
  return token;
}
