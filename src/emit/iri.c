/* iri.c - hashes, and what is built from them. */
#include "emit/iri.h"
#include "core/date.h"
#include "emit/emit.h"

enum { NUMBER_TEXT = 20 }; /* digits of UINT64_MAX */

void
ng_hash_init(ng_hash *hash)
{
  sha256_init(&hash->sha);
  hash->begun = false;
  hash->n = 0;
}

static void
flush(ng_hash *hash)
{
  sha256_update(&hash->sha, hash->n, hash->waiting);
  hash->n = 0;
}

/* Parts are short: together they cost one call. */
static void
update(ng_hash *hash, ng_str s)
{
  if (s.len > sizeof hash->waiting - hash->n)
    flush(hash);
  if (s.len > sizeof hash->waiting) {
    sha256_update(&hash->sha, s.len, (const uint8_t *)s.at);
  } else if (s.len) {
    memcpy(hash->waiting + hash->n, s.at, s.len);
    hash->n += s.len;
  }
}

static void
begin_part(ng_hash *hash)
{
  if (hash->begun)
    update(hash, NG_LIT("\x1f"));
  hash->begun = true;
}

void
ng_hash_str(ng_hash *hash, ng_str part)
{
  begin_part(hash);
  update(hash, part);
}

void
ng_hash_date(ng_hash *hash, uint32_t date)
{
  char text[NG_DATE_TEXT];
  size_t len = ng_date_text(date, text);
  ng_hash_str(hash, (ng_str){text, len});
}

void
ng_hash_term(ng_hash *hash, ng_namespaces spaces, ng_term term)
{
  begin_part(hash);
  if (term.kind == NG_TERM_IRI)
    update(hash, spaces.at[term.space].iri);
  update(hash, term.value);
}

void
ng_hash_end(ng_hash *hash, char out[NG_HASH_TEXT])
{
  static const char digits[] = "0123456789abcdef";
  uint8_t bytes[NG_HASH_TEXT / 2];
  flush(hash);
  sha256_digest(&hash->sha, sizeof bytes, bytes);
  for (size_t i = 0; i < sizeof bytes; i++) {
    out[2 * i] = digits[bytes[i] >> 4];
    out[2 * i + 1] = digits[bytes[i] & 15];
  }
}

/* Room for `head`, `middle` and `more` bytes, the first two filled in. */
static char *
start(ng_arena *arena, ng_str head, ng_str middle, size_t more)
{
  char *at = ng_arena_room(arena, 1, head.len + middle.len + more);
  if (at && head.len)
    memcpy(at, head.at, head.len);
  if (at)
    memcpy(at + head.len, middle.at, middle.len);
  return at;
}

ng_str
ng_hash_iri(ng_hash *hash, ng_arena *arena, ng_str head, ng_str middle)
{
  char *at = start(arena, head, middle, NG_HASH_TEXT);
  if (!at)
    return (ng_str){0};
  ng_hash_end(hash, at + head.len + middle.len);
  return (ng_str){at, head.len + middle.len + NG_HASH_TEXT};
}

/* `n` in decimal at `out`; its length. */
static size_t
put_number(char out[NUMBER_TEXT], uint64_t n)
{
  char reversed[NUMBER_TEXT];
  size_t len = 0;
  do
    reversed[len++] = (char)('0' + n % 10);
  while (n /= 10);
  for (size_t i = 0; i < len; i++)
    out[i] = reversed[len - 1 - i];
  return len;
}

ng_str
ng_number(ng_arena *arena, uint64_t n)
{
  char text[NUMBER_TEXT];
  size_t len = put_number(text, n);
  char *at = start(arena, (ng_str){text, len}, NG_LIT(""), 0);
  return at ? (ng_str){at, len} : (ng_str){0};
}

ng_str
ng_wikidata_id(ng_arena *arena, uint32_t qid)
{
  char text[NUMBER_TEXT];
  ng_str digits = {text, put_number(text, qid)};
  char *at = start(arena, NG_LIT("Q"), digits, 0);
  return at ? (ng_str){at, digits.len + 1} : (ng_str){0};
}

ng_str
ng_span_iri(ng_arena *arena, ng_str head, ng_str middle, ng_span span)
{
  char text[2 * NUMBER_TEXT + 1];
  size_t n = put_number(text, span.begin);
  text[n++] = ',';
  n += put_number(text + n, span.end);
  char *at = start(arena, head, middle, n);
  if (!at)
    return (ng_str){0};
  memcpy(at + head.len + middle.len, text, n);
  return (ng_str){at, head.len + middle.len + n};
}

ng_str
ng_article_iri(ng_arena *arena, const ng_article_key *key)
{
  ng_hash hash;
  ng_hash_init(&hash);
  ng_hash_str(&hash, key->name);
  ng_hash_date(&hash, key->date);
  ng_hash_str(&hash, key->text);
  return ng_hash_iri(&hash, arena, NG_LIT("article/"), NG_LIT(""));
}
