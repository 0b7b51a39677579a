/* given.c - see the header. */
#include "cli/given.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>

bool
given_take(void *given, const void *line)
{
  json_t *id = json_object_get(line, "id");
  json_t *list = json_object_get(line, "mentions");
  char key[32];
  (void)snprintf(key, sizeof key, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
  if (!list)
    list = json_object_get(line, "entity_mentions");
  return json_object_set(given,
                         json_is_string(id) ? json_string_value(id) : key,
                         list ? list : json_null()) == 0;
}

static const json_t *
mentions_of(const json_t *given, const gold_article *a)
{
  char key[1024];
  (void)snprintf(key, sizeof key, "%.*s", NG_ARG(a->id));
  return json_object_get(given, key);
}

static ng_span
span_of(const json_t *mention)
{
  const json_t *span = json_object_get(mention, "span");
  return (ng_span){(uint32_t)json_integer_value(json_array_get(span, 0)),
                   (uint32_t)json_integer_value(json_array_get(span, 1))};
}

size_t
given_links(const json_t *given, const gold_article *a, found_link *out,
            size_t cap)
{
  const json_t *list = mentions_of(given, a), *one;
  size_t n = 0, i;
  json_array_foreach(list, i, one)
  {
    const char *id = json_string_value(json_object_get(one, "id"));
    bool unknown =
        id && (strcmp(id, "<NIL>") == 0 || strcmp(id, "<NO_MAPPING>") == 0);
    if (id && (id[0] == 'Q' || unknown) && n < cap)
      out[n++] = (found_link){
          span_of(one), unknown ? 0 : (uint32_t)strtoul(id + 1, NULL, 10)};
  }
  return n;
}

size_t
given_unlinked(const json_t *given, const gold_article *a, found_link *out,
               size_t cap)
{
  const json_t *list = mentions_of(given, a), *one;
  size_t n = 0, i;
  json_array_foreach(list, i, one)
  {
    const char *id = json_string_value(json_object_get(one, "id"));
    if ((!id || id[0] == '<') && n < cap)
      out[n++] = (found_link){span_of(one), 0};
  }
  return n;
}
