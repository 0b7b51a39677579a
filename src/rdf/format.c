/* The formats' names: ours, and those that users of riot, rapper, serdi and of
 * HTTP type. */
#include "rdf/write.h"

#include <strings.h>

static const struct {
  const char *name;
  ng_format format;
} names[] = {
    {"turtle", NG_TURTLE},
    {"ntriples", NG_NTRIPLES},
    {"nquads", NG_NQUADS},
    {"trig", NG_TRIG},
    {"jsonld", NG_JSONLD},
    {"rdfxml", NG_RDFXML},
    {"ttl", NG_TURTLE},
    {"text/turtle", NG_TURTLE},
    {"application/turtle", NG_TURTLE},
    {"application/x-turtle", NG_TURTLE},
    {"nt", NG_NTRIPLES},
    {"n-triples", NG_NTRIPLES},
    {"n-triple", NG_NTRIPLES},
    {"application/n-triples", NG_NTRIPLES},
    {"nq", NG_NQUADS},
    {"n-quads", NG_NQUADS},
    {"n-quad", NG_NQUADS},
    {"application/n-quads", NG_NQUADS},
    {"text/x-nquads", NG_NQUADS},
    {"application/trig", NG_TRIG},
    {"application/x-trig", NG_TRIG},
    {"json-ld", NG_JSONLD},
    {"application/ld+json", NG_JSONLD},
    {"rdf", NG_RDFXML},
    {"rdf/xml", NG_RDFXML},
    {"rdfxml-abbrev", NG_RDFXML},
    {"application/rdf+xml", NG_RDFXML},
};

static const struct {
  const char *suffix;
  ng_format format;
} suffixes[] = {
    {"ttl", NG_TURTLE},        {"turtle", NG_TURTLE},  {"nt", NG_NTRIPLES},
    {"nq", NG_NQUADS},         {"nquads", NG_NQUADS},  {"trig", NG_TRIG},
    {"jsonld", NG_JSONLD},     {"json-ld", NG_JSONLD}, {"rdf", NG_RDFXML},
    {"rdfxml", NG_RDFXML},     {"owl", NG_RDFXML},     {"xml", NG_RDFXML},
    {"ntriples", NG_NTRIPLES}, {"json", NG_JSONLD},    {"n3", NG_TURTLE},
};

static const char *const packings[] = {"gz", "zst", "bz2", "xz"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool
same(ng_str a, const char *b)
{
  return strlen(b) == a.len && strncasecmp(a.at, b, a.len) == 0;
}

bool
ng_format_find(ng_str name, ng_format *out)
{
  /* "text/turtle; charset=utf-8" */
  const char *parameter = name.len ? memchr(name.at, ';', name.len) : NULL;
  if (parameter)
    name.len = (size_t)(parameter - name.at);
  while (name.len && name.at[name.len - 1] == ' ')
    name.len--;
  for (size_t i = 0; i < COUNT(names); i++)
    if (same(name, names[i].name)) {
      *out = names[i].format;
      return true;
    }
  return false;
}

/* Cut the last ".suffix" off `path`; empty if its last part has none. */
static ng_str
cut_suffix(ng_str *path)
{
  for (size_t i = path->len; i > 0 && path->at[i - 1] != '/'; i--)
    if (path->at[i - 1] == '.') {
      ng_str suffix = ng_str_slice(*path, i, path->len);
      path->len = i - 1;
      return suffix;
    }
  return (ng_str){"", 0};
}

bool
ng_format_of_file(ng_str path, ng_format *out)
{
  ng_str suffix = cut_suffix(&path);
  for (size_t i = 0; i < COUNT(packings); i++)
    if (same(suffix, packings[i])) {
      suffix = cut_suffix(&path);
      break;
    }
  for (size_t i = 0; i < COUNT(suffixes); i++)
    if (same(suffix, suffixes[i].suffix)) {
      *out = suffixes[i].format;
      return true;
    }
  return false;
}

const char *
ng_format_name(ng_format format)
{
  for (size_t i = 0; i < COUNT(names); i++)
    if (names[i].format == format)
      return names[i].name;
  return "unknown";
}
