/* eval_time.c - newsgraph eval time GOLD.jsonl...
 *
 * GOLD has an article a line:
 * {"id","dct","text","timex":[{"span","type","value"}]}, spans in code points.
 * Scores as TempEval-3 defines them (UzZaman et al. 2013, SemEval task 1):
 * relaxed, any overlap; strict, both ends; and value F1 = relaxed F1 x the
 * share of relaxed matches whose value is right.
 */
#include "cli/eval.h"
#include "cli/lines.h"
#include "core/str.h"
#include "doc.h"

#include <jansson.h>
#include <stdio.h>

typedef struct {
  uint64_t gold, found, relaxed, strict, value, type;
  uint64_t days, days_found, days_right; /* gold values YYYY-MM-DD */
  bool verbose;
} scorer;

/* One gold expression, in bytes. */
typedef struct {
  ng_span span;
  const char *value, *type;
} timex;

/* The byte offset of a code point. */
static uint32_t
byte_of(ng_str text, json_int_t point)
{
  size_t i = 0;
  for (json_int_t n = 0; i < text.len; i++)
    if (((unsigned char)text.at[i] & 0xC0) != 0x80 && n++ == point)
      break;
  return (uint32_t)i;
}

static bool
read_timex(const json_t *json, ng_str text, timex *out)
{
  const json_t *span = json_object_get(json, "span");
  if (json_array_size(span) != 2)
    return false;
  out->span.begin = byte_of(text, json_integer_value(json_array_get(span, 0)));
  out->span.end = byte_of(text, json_integer_value(json_array_get(span, 1)));
  out->value = json_string_value(json_object_get(json, "value"));
  out->type = json_string_value(json_object_get(json, "type"));
  if (!out->value)
    out->value = "";
  return out->type != NULL;
}

static void
print_error(const ng_doc *doc, const char *kind, const timex *want,
            const ng_time *got)
{
  ng_str dash = {"-", 1};
  ng_str gold = want ? ng_doc_text(doc, want->span) : dash;
  ng_str found = got ? ng_doc_text(doc, got->span) : dash;
  ng_str value = got ? got->value : dash;
  uint32_t at = want ? want->span.begin : 0;
  if (got && !want)
    at = got->span.begin;
  (void)printf("# %s\t%.*s\t%u\t%.*s\t%s\t%.*s\t%.*s\n", kind, NG_ARG(doc->id),
               at, NG_ARG(gold), want ? want->value : "-", NG_ARG(found),
               NG_ARG(value));
}

/* Score gold expression `want` against the first unused time that overlaps. */
static void
score_one(scorer *sc, const ng_doc *doc, const timex *want, bool *used)
{
  size_t len = strlen(want->value);
  bool day = len == 10 && want->value[4] == '-' && want->value[7] == '-';
  sc->gold++;
  sc->days += day;
  for (uint32_t k = 0; k < doc->times.n; k++) {
    const ng_time *t = &doc->times.at[k];
    if (used[k] || t->span.begin >= want->span.end ||
        t->span.end <= want->span.begin)
      continue;
    bool right = t->value.len == len && !memcmp(t->value.at, want->value, len);
    used[k] = true;
    sc->relaxed++;
    sc->value += right;
    sc->type += !strcmp(want->type, ng_time_type_text((ng_time_type)t->type));
    sc->days_found += day;
    sc->days_right += day && right;
    bool whole =
        t->span.begin == want->span.begin && t->span.end == want->span.end;
    sc->strict += whole;
    if (sc->verbose && !(whole && right))
      print_error(doc, whole ? "value" : "span", want, t);
    return;
  }
  if (sc->verbose)
    print_error(doc, "missed", want, NULL);
}

static bool
score_doc(scorer *sc, const json_t *json, ng_doc *doc)
{
  const json_t *all = json_object_get(json, "timex");
  bool *used = NG_NEW(&doc->arena, bool, doc->times.n + 1);
  if (!used)
    return false;
  for (size_t i = 0; i < json_array_size(all); i++) {
    timex want;
    if (!read_timex(json_array_get(all, i), doc->text, &want))
      return false;
    score_one(sc, doc, &want, used);
  }
  for (uint32_t k = 0; k < doc->times.n; k++)
    if (sc->verbose && !used[k])
      print_error(doc, "made up", NULL, &doc->times.at[k]);
  sc->found += doc->times.n;
  return true;
}

static bool
score_article(scorer *sc, const json_t *json)
{
  const char *text = json_string_value(json_object_get(json, "text"));
  const char *dct = json_string_value(json_object_get(json, "dct"));
  ng_doc *doc = NULL;
  const char *id = json_string_value(json_object_get(json, "id"));
  if (!text || !dct || !id)
    return false;
  bool ok =
      ng_doc_new(&doc, (ng_str){text, strlen(text)}, SIZE_MAX, NULL) == NG_OK &&
      ng_doc_set_id(doc, (ng_str){id, strlen(id)}, NULL) == NG_OK &&
      ng_doc_set_date(doc, (ng_str){dct, strlen(dct)}, NULL) == NG_OK &&
      ng_segment(NULL, doc, NULL) == NG_OK &&
      ng_find_times(NULL, doc, NULL) == NG_OK && score_doc(sc, json, doc);
  ng_doc_free(doc);
  return ok;
}

static bool
score_file(scorer *sc, const char *path)
{
  cli_lines lines;
  ng_str line;
  bool bad = false;
  if (!cli_lines_open(&lines, path))
    return false;
  while (cli_lines_next(&lines, &line)) {
    json_error_t error;
    json_t *json = json_loadb(line.at, line.len, 0, &error);
    if (!json || !score_article(sc, json)) {
      (void)fprintf(stderr, "newsgraph: %s:%zu: %s\n", path, lines.n,
                    json
                        ? "no article with \"id\", \"text\", \"dct\", \"timex\""
                        : error.text);
      bad = true;
    }
    json_decref(json);
  }
  return cli_lines_close(&lines) && !bad;
}

static double
share(uint64_t part, uint64_t whole)
{
  return whole ? (double)part / (double)whole : 0;
}

static void
print_f1(const char *name, uint64_t right, const scorer *sc)
{
  double p = share(right, sc->found), r = share(right, sc->gold);
  (void)printf("%s precision\t%.4f\n%s recall\t%.4f\n%s f1\t%.4f\n", name, p,
               name, r, name, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static const char usage[] =
    "Usage: newsgraph eval time [--errors] GOLD...\n\n"
    "Find the times in annotated articles (JSON lines, plain or gzipped) and\n"
    "print relaxed, strict and value F1 as TempEval-3 defines them.\n\n"
    "  --errors  print what was missed, made up or wrong before that\n";

int
eval_time(int argc, char **argv)
{
  scorer sc = {0};
  int i = 1, status = 0;
  for (; i < argc && argv[i][0] == '-'; i++) {
    if (strcmp(argv[i], "--help") == 0) {
      (void)fputs(usage, stdout);
      return 0;
    }
    if (strcmp(argv[i], "--errors") != 0)
      break;
    sc.verbose = true;
  }
  if (i == argc || argv[i][0] == '-') {
    (void)fprintf(stderr, "newsgraph: eval time: %s\n%s",
                  i == argc ? "no file given" : "unknown option", usage);
    return 2;
  }
  for (; i < argc; i++)
    status |= !score_file(&sc, argv[i]);
  (void)printf("gold\t%llu\nfound\t%llu\n", (unsigned long long)sc.gold,
               (unsigned long long)sc.found);
  print_f1("relaxed", sc.relaxed, &sc);
  print_f1("strict", sc.strict, &sc);
  print_f1("value", sc.value, &sc);
  print_f1("type", sc.type, &sc);
  (void)printf("days found\t%.4f\ndays right\t%.4f\n",
               share(sc.days_found, sc.days), share(sc.days_right, sc.days));
  return status;
}
