/* gold.c - annotated articles from JSON. */
#include "cli/gold.h"
#include "cli/nif.h"
#include "cli/slurp.h"
#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

void
gold_init(gold *g)
{
  memset(g, 0, sizeof *g);
  ng_arena_init(&g->arena, (size_t)1 << 32);
}

void
gold_release(gold *g)
{
  ng_arena_release(&g->arena);
}

/* --- characters ----------------------------------------------------------- */

bool
gold_is_alnum(uint32_t c)
{
  if (c < 0x80)
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  if (c < 0xC0)
    return c == 0xAA || c == 0xB5 || c == 0xBA || c == 0xB2 || c == 0xB3 ||
           c == 0xB9 || (c >= 0xBC && c <= 0xBE);
  return c != 0xD7 && c != 0xF7 && !(c >= 0x300 && c < 0x370) &&
         !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3041) &&
         !(c >= 0xFE00 && c < 0xFF10) && c < 0x1F000 && c != 0xFFFD;
}

bool
gold_decode(gold *g, gold_article *a)
{
  uint32_t *chars = NG_NEW(&g->arena, uint32_t, a->text.len + 1);
  if (!chars)
    return false;
  for (size_t i = 0; i < a->text.len;) {
    unsigned char c = (unsigned char)a->text.at[i];
    uint32_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    uint32_t value = n == 1 ? c : c & (0x7Fu >> n);
    for (uint32_t k = 1; k < n && i + k < a->text.len; k++)
      value = (value << 6) | ((unsigned char)a->text.at[i + k] & 0x3Fu);
    chars[a->n_chars++] = value;
    i += n;
  }
  a->chars = chars;
  return true;
}

uint32_t
gold_byte(const gold_article *a, uint32_t at)
{
  uint32_t i = 0;
  for (uint32_t k = 0; i < a->text.len; i++)
    if (((unsigned char)a->text.at[i] & 0xC0) != 0x80 && k++ == at)
      return i;
  return (uint32_t)a->text.len;
}

ng_str
gold_slice(const gold_article *a, ng_span span)
{
  uint32_t begin = gold_byte(a, span.begin), end = gold_byte(a, span.end);
  return ng_str_slice(a->text, begin < end ? begin : end, end);
}

ng_span
gold_grow(const gold_article *a, ng_span s)
{
  uint32_t n = a->n_chars;
  while (s.begin > 0 && s.begin < n && gold_is_alnum(a->chars[s.begin - 1]) &&
         gold_is_alnum(a->chars[s.begin]))
    s.begin--;
  while (s.end > 0 && s.end < n && gold_is_alnum(a->chars[s.end]) &&
         gold_is_alnum(a->chars[s.end - 1]))
    s.end++;
  return s;
}

const gold_label *
gold_label_by_id(const gold_article *a, int64_t id)
{
  for (size_t i = 0; i < a->n_labels; i++)
    if (a->labels[i].id == id)
      return &a->labels[i];
  return NULL;
}

/* --- JSON ----------------------------------------------------------------- */

/* A copy of a JSON string; empty for anything else. */
static ng_str
copy(gold *g, const json_t *value)
{
  size_t len = json_string_length(value);
  char *at = json_is_string(value) ? NG_NEW(&g->arena, char, len + 1) : NULL;
  if (!at)
    return (ng_str){"", 0};
  memcpy(at, json_string_value(value), len);
  return (ng_str){at, len};
}

static ng_span
span_of(const json_t *value)
{
  json_int_t b = json_integer_value(json_array_get(value, 0));
  json_int_t e = json_integer_value(json_array_get(value, 1));
  ng_span s = {(uint32_t)(b > 0 ? b : 0), (uint32_t)(e > 0 ? e : 0)};
  return s;
}

static uint32_t
qid_of(const json_t *value)
{
  const char *s = json_string_value(value);
  return s && s[0] == 'Q' ? (uint32_t)strtoul(s + 1, NULL, 10) : 0;
}

static bool
contains(ng_str s, const char *word)
{
  return s.len && memmem(s.at, s.len, word, strlen(word)) != NULL;
}

static gold_label
label_of(gold *g, const gold_article *a, const json_t *j)
{
  const json_t *children = json_object_get(j, "children");
  const json_t *parent = json_object_get(j, "parent");
  const json_t *coref = json_object_get(j, "coref");
  size_t n = json_array_size(children);
  int64_t *ids = n ? NG_NEW(&g->arena, int64_t, n) : NULL;
  for (size_t i = 0; ids && i < n; i++)
    ids[i] = json_integer_value(json_array_get(children, i));
  gold_label l = {.id = json_integer_value(json_object_get(j, "id")),
                  .parent =
                      json_is_integer(parent) ? json_integer_value(parent) : -1,
                  .children = ids,
                  .n_children = ids ? n : 0,
                  .span = span_of(json_object_get(j, "span")),
                  .qid = qid_of(json_object_get(j, "entity_id")),
                  .coref_given = json_is_boolean(coref),
                  .coref = json_is_true(coref) || json_is_integer(coref) ||
                           json_is_object(coref),
                  .name = copy(g, json_object_get(j, "name")),
                  .type = copy(g, json_object_get(j, "type"))};
  ng_str id = copy(g, json_object_get(j, "entity_id"));
  l.quantity = contains(l.type, "QUANTITY") || contains(l.type, "DATETIME");
  l.unknown = ng_str_equal(id, NG_LIT("<NIL>")) ||
              ng_str_equal(id, NG_LIT("<NO_MAPPING>"));
  l.optional = json_is_true(json_object_get(j, "optional")) ||
               json_is_true(json_object_get(j, "desc")) || l.quantity;
  l.grown = gold_grow(a, l.span);
  return l;
}

static bool
add_labels(gold *g, gold_article *a, const json_t *list)
{
  a->n_labels = json_array_size(list);
  a->labels = NG_NEW(&g->arena, gold_label, a->n_labels + 1);
  if (!a->labels)
    return false;
  for (size_t i = 0; i < a->n_labels; i++)
    a->labels[i] = label_of(g, a, json_array_get(list, i));
  return true;
}

/* Our own form: entities with their mentions.  A mention inside a longer one is
 * optional. */
static bool
add_entities(gold *g, gold_article *a, const json_t *list)
{
  NG_VEC(gold_label) labels = {0};
  size_t i, k;
  const json_t *entity, *span;
  json_array_foreach(list, i, entity)
  {
    json_array_foreach(json_object_get(entity, "mentions"), k, span)
    {
      gold_label l = {.id = (int64_t)labels.n,
                      .parent = -1,
                      .span = span_of(span),
                      .qid = qid_of(json_object_get(entity, "id")),
                      .name = copy(g, json_object_get(entity, "label"))};
      l.unknown = l.qid == 0;
      l.grown = gold_grow(a, l.span);
      if (!NG_PUSH(&g->arena, &labels, l))
        return false;
    }
  }
  for (uint32_t x = 0; x < labels.n; x++)
    for (uint32_t y = 0; y < labels.n; y++)
      if (x != y && labels.at[y].span.begin <= labels.at[x].span.begin &&
          labels.at[x].span.end <= labels.at[y].span.end &&
          labels.at[x].span.end - labels.at[x].span.begin <
              labels.at[y].span.end - labels.at[y].span.begin)
        labels.at[x].optional = true;
  a->labels = labels.at;
  a->n_labels = labels.n;
  return true;
}

/* The date given, or the one that a benchmark's title starts with (YYYYMMDD).
 */
static ng_date
date_of(const json_t *j)
{
  const char *given = json_string_value(json_object_get(j, "date"));
  const char *title = json_string_value(json_object_get(j, "title"));
  ng_date date = 0;
  if (given && ng_date_parse((ng_str){given, strlen(given)}, &date))
    return date;
  if (title && strspn(title, "0123456789") == 8) {
    char iso[11];
    (void)snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", title, title + 4,
                   title + 6);
    if (ng_date_parse((ng_str){iso, 10}, &date))
      return date;
  }
  return 0;
}

static bool
add_article(gold *g, const json_t *j)
{
  gold_article a = {.text = copy(g, json_object_get(j, "text")),
                    .id = copy(g, json_object_get(j, "id")),
                    .date = date_of(j),
                    .set = g->sets.n};
  const json_t *id = json_object_get(j, "id");
  const json_t *evaluated = json_object_get(j, "evaluation_span");
  const json_t *entities = json_object_get(j, "entities");
  if (json_is_integer(id)) {
    char *room = NG_NEW(&g->arena, char, 24);
    if (!room)
      return false;
    int n = snprintf(room, 24, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
    a.id = (ng_str){room, (size_t)n};
  }
  if (!gold_decode(g, &a))
    return false;
  a.evaluated =
      json_is_array(evaluated) ? span_of(evaluated) : (ng_span){0, a.n_chars};
  if (!(entities ? add_entities(g, &a, entities)
                 : add_labels(g, &a, json_object_get(j, "labels"))))
    return false;
  return NG_PUSH(&g->arena, &g->articles, a);
}

/* A set labels concepts if one named label in 20 and more is lower case. */
static bool
labels_concepts(const gold *g, const gold_set *set)
{
  size_t all = 0, lower = 0;
  for (uint32_t i = set->first; i < set->first + set->n; i++)
    for (size_t k = 0; k < g->articles.at[i].n_labels; k++) {
      const gold_article *a = &g->articles.at[i];
      const gold_label *l = &a->labels[k];
      if (l->qid == 0 || l->coref || l->optional || l->span.begin >= a->n_chars)
        continue;
      uint32_t c = a->chars[l->span.begin];
      all++;
      lower += c >= 'a' && c <= 'z';
    }
  return lower * 20 >= all;
}

/* The whole file, with a final NUL. */
static ng_status
read_all(const char *path, ng_buf *out, ng_error *err)
{
  ng_error why = {0};
  ng_status st = cli_read_text(path, out, &why);
  ng_buf_char(out, '\0');
  if (st == NG_OK && out->failed)
    st = ng_fail(&why, NG_ERR_LIMIT, 0, "out of memory");
  return st ? ng_fail(err, st, why.offset, "%s: %s", path, why.text) : NG_OK;
}

ng_status
gold_each(const char *path, gold_object *take, void *to, ng_error *err)
{
  ng_buf buf = {0};
  ng_status status = read_all(path, &buf, err);
  size_t at = 0;
  while (status == NG_OK) {
    json_error_t why;
    at += strspn(buf.at + at, " \t\r\n");
    if (at + 1 >= buf.len)
      break;
    json_t *j =
        json_loadb(buf.at + at, buf.len - 1 - at, JSON_DISABLE_EOF_CHECK, &why);
    if (!j)
      status = ng_fail(err, NG_ERR_SYNTAX, at + (size_t)why.position, "%s: %s",
                       path, why.text);
    else if (!take(to, j))
      status = ng_fail(err, NG_ERR_LIMIT, at, "%s: out of memory", path);
    at += j ? (size_t)why.position : 0;
    json_decref(j);
  }
  ng_buf_release(&buf);
  return status;
}

static bool
take_article(void *to, const void *json)
{
  return add_article(to, json);
}

ng_status
gold_read(gold *g, const char *path, ng_error *err)
{
  gold_set set = {.path = path, .first = g->articles.n};
  if (nif_is_name(path))
    NG_TRY(gold_read_nif(g, path, err));
  else
    NG_TRY(gold_each(path, take_article, g, err));
  set.n = g->articles.n - set.first;
  set.concepts = labels_concepts(g, &set);
  if (!NG_PUSH(&g->arena, &g->sets, set))
    return ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", path);
  return NG_OK;
}
