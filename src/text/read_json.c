/* read_json.c - a JSON object to the facts of an article. */
#include "core/fail.h"
#include "core/str.h"
#include "text/read.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

/* What one JSON value may cost in jansson's memory; measured: an empty array in
 * an array takes 96 bytes. */
enum { VALUE_COST = 128 };

/* What each fact is called, by us, by ninjs 1 and 2, by schema.org, and by the
 * usual scrapers; the first that is there counts. */
enum { N_NAMES = 8 };
static const struct {
  size_t field; /* offset of the ng_str in ng_article */
  const char *names[N_NAMES];
} facts[] = {
    {offsetof(ng_article, text),
     {"text", "articleBody", "body_text", "maintext", "body", "content"}},
    {offsetof(ng_article, title), {"headline", "title", "name"}},
    {offsetof(ng_article, id), {"id", "@id", "uri", "guid", "identifier"}},
    {offsetof(ng_article, url), {"url", "canonicalurl", "link"}},
    {offsetof(ng_article, date),
     {"date", "datePublished", "firstcreated", "versioncreated", "date_publish",
      "published", "pubDate", "contentcreated"}},
    {offsetof(ng_article, lang), {"lang", "language", "inLanguage"}},
};

static bool
is_surrogate(const char *at, char low, char high)
{
  return at[0] == '\\' && at[1] == 'u' && (at[2] | 0x20) == 'd' &&
         (at[3] | 0x20) >= low && (at[3] | 0x20) <= high;
}

/* Programs that cut strings by UTF-16 units leave halves of characters, which
 * are no Unicode and which jansson refuses: make each \ufffd.  Whether there
 * was one. */
static bool
mend_surrogates(char *at, size_t len)
{
  bool mended = false;
  for (size_t i = 0; i + 6 <= len; i++) {
    if (at[i] != '\\')
      continue;
    bool pair = is_surrogate(at + i, '8', 'b') && i + 12 <= len &&
                is_surrogate(at + i + 6, 'c', 'f');
    if (pair) {
      i += 11;
    } else if (is_surrogate(at + i, '8', 'f')) {
      for (size_t k = 0; k < 4; k++)
        at[i + 2 + k] = "fffd"[k];
      mended = true;
      i += 5;
    } else {
      i++; /* also over the second of two backslashes */
    }
  }
  return mended;
}

static ng_status
syntax(const json_error_t *why, ng_error *err)
{
  size_t at = why->position > 0 ? (size_t)why->position - 1 : 0;
  return ng_fail(err, NG_ERR_SYNTAX, at, "not valid JSON: %s", why->text);
}

static ng_status
parse(json_t **out, ng_str bytes, ng_error *err)
{
  json_error_t why;
  *out = json_loadb(bytes.at, bytes.len, JSON_ALLOW_NUL, &why);
  if (!*out && json_error_code(&why) == json_error_numeric_overflow)
    *out = json_loadb(bytes.at, bytes.len,
                      JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &why);
  if (*out)
    return NG_OK;
  char *mended = malloc(bytes.len + 1);
  if (!mended)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  memcpy(mended, bytes.at, bytes.len);
  json_error_t second;
  if (mend_surrogates(mended, bytes.len))
    *out = json_loadb(mended, bytes.len, JSON_ALLOW_NUL, &second);
  free(mended);
  return *out ? NG_OK : syntax(&why, err);
}

/* A tree of many values takes many times the memory of its text: refuse it
 * before it is built. */
static ng_status
check_size(ng_str bytes, size_t budget, ng_error *err)
{
  size_t n = 1;
  for (size_t i = 0; i < bytes.len; i++)
    n += bytes.at[i] == ',' || bytes.at[i] == '[' || bytes.at[i] == '{';
  if (n > budget / VALUE_COST)
    return ng_fail(err, NG_ERR_LIMIT, 0,
                   "a JSON object of up to %zu values exceeds the budget", n);
  return NG_OK;
}

/* A number as it is written, all but: "12", "1.5". */
static json_t *
string_of(const json_t *number)
{
  char digits[32];
  double real = json_number_value(number);
  if (json_is_integer(number))
    (void)snprintf(digits, sizeof digits, "%lld",
                   (long long)json_integer_value(number));
  else
    (void)snprintf(digits, sizeof digits, "%.15g", real);
  return json_string(digits);
}

/* The string or number called one of `names`, or empty.  A number becomes a
 * string of the object's, so that it can be borrowed. */
static ng_str
find(json_t *object, const char *const names[N_NAMES])
{
  bool text = strcmp(names[0], "text") == 0; /* which a number is not */
  for (size_t i = 0; i < N_NAMES && names[i]; i++) {
    json_t *value = json_object_get(object, names[i]);
    if (json_is_number(value) && !text) {
      value = string_of(value);
      if (json_object_set_new(object, names[i], value) < 0)
        continue;
    }
    if (json_is_string(value) && json_string_length(value))
      return (ng_str){json_string_value(value), json_string_length(value)};
  }
  return (ng_str){"", 0};
}

/* The plain text among ninjs 2's "bodies" or "headlines": objects with a
 * "value", the main one first. */
static ng_str
find_listed(const json_t *object, const char *list)
{
  const json_t *items = json_object_get(object, list);
  for (size_t i = 0; i < json_array_size(items); i++) {
    const json_t *item = json_array_get(items, i);
    const json_t *value = json_object_get(item, "value");
    const char *type = json_string_value(json_object_get(item, "contenttype"));
    if (json_is_string(value) && (!type || strcasecmp(type, "text/plain") == 0))
      return (ng_str){json_string_value(value), json_string_length(value)};
  }
  return (ng_str){"", 0};
}

static ng_status
find_facts(ng_json_article *out, ng_error *err)
{
  json_t *object = out->owner;
  if (!json_is_object(object))
    return ng_fail(err, NG_ERR_SYNTAX, 0, "not a JSON object");
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
    ng_str found = find(object, facts[i].names);
    memcpy((char *)&out->article + facts[i].field, &found, sizeof found);
  }
  if (!out->article.text.len)
    out->article.text = find_listed(object, "bodies");
  if (!out->article.title.len)
    out->article.title = find_listed(object, "headlines");
  bool html = json_object_get(object, "body_html") ||
              json_object_get(object, "body_xhtml");
  bool text =
      out->article.text.len || json_is_string(json_object_get(object, "text"));
  if (text || (out->article.title.len && !html))
    return NG_OK;
  json_t *other = json_object_get(object, "text");
  if (other && !json_is_string(other))
    return ng_fail(err, NG_ERR_SYNTAX, 0, "\"text\" is not a string");
  return ng_fail(err, NG_ERR_SYNTAX, 0,
                 html ? "no text: HTML bodies are not read yet"
                      : "no \"text\" in the JSON object");
}

ng_status
ng_json_read_tree(ng_json_article *out, ng_str bytes, size_t budget,
                  ng_error *err)
{
  *out = (ng_json_article){0};
  NG_TRY(check_size(bytes, budget, err));
  json_t *object;
  NG_TRY(parse(&object, bytes, err));
  out->owner = object;
  ng_status st = find_facts(out, err);
  if (st != NG_OK)
    ng_json_free(out);
  return st;
}

/* --- flat objects --------------------------------------------------------- */

/* What members the facts come from, each the last of its name. */
typedef struct {
  ng_str found[sizeof facts / sizeof *facts][N_NAMES];
} members;

/* Is it what a flat object cannot have, or is read in another way there? */
static bool
is_other_body(ng_str key)
{
  return ng_str_equal(key, NG_LIT("bodies")) ||
         ng_str_equal(key, NG_LIT("headlines")) ||
         ng_str_equal(key, NG_LIT("body_html")) ||
         ng_str_equal(key, NG_LIT("body_xhtml"));
}

/* Take a member; false if a tree must tell what it means. */
static bool
take_member(members *m, ng_str key, ng_str value, ng_flat_kind kind)
{
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
    for (size_t k = 0; k < N_NAMES && facts[i].names[k]; k++) {
      const char *name = facts[i].names[k];
      if (!ng_str_equal(key, (ng_str){name, strlen(name)}))
        continue;
      m->found[i][k] = value;
      return kind == NG_FLAT_STRING || (kind == NG_FLAT_INTEGER && i > 0);
    }
  return !is_other_body(key);
}

static ng_str
first_of(const ng_str found[N_NAMES])
{
  for (size_t k = 0; k < N_NAMES; k++)
    if (found[k].len)
      return found[k];
  return (ng_str){"", 0};
}

/* Read a flat object with a text; false: a tree must be made of it. */
static bool
read_flat(ng_json_article *out, ng_str bytes)
{
  members m = {{{{0}}}};
  ng_str key, value;
  ng_flat_kind kind = NG_FLAT_CANNOT;
  if (!ng_flat_begin(&out->flat, bytes))
    return false;
  while ((kind = ng_flat_next(&out->flat, &key, &value)) > NG_FLAT_END)
    if (!take_member(&m, key, value, kind))
      return false;
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
    ng_str found = first_of(m.found[i]);
    memcpy((char *)&out->article + facts[i].field, &found, sizeof found);
  }
  return kind == NG_FLAT_END && out->article.text.len;
}

ng_status
ng_json_read(ng_json_article *out, ng_str bytes, size_t budget, ng_error *err)
{
  *out = (ng_json_article){0};
  /* where so many values would be allowed, as many as there are bytes */
  if (bytes.len < budget / VALUE_COST && read_flat(out, bytes))
    return NG_OK;
  ng_flat_end(&out->flat);
  return ng_json_read_tree(out, bytes, budget, err);
}

void
ng_json_free(ng_json_article *json)
{
  ng_flat_end(&json->flat);
  json_decref(json->owner);
  *json = (ng_json_article){0};
}
