/* bench_dump.c - newsgraph bench dump: how fast Wikidata's JSON is read, behind
 * a decompressor, on one core; the dump is made here, in the true form. */
#include "cli/bench.h"
#include "cli/name_maker.h"
#include "cli/options.h"
#include "core/buf.h"
#include "kb/build.h"
#include "kb/import.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char usage[] =
    "Usage: newsgraph bench dump [-n ENTITIES] [-m MEMORY] [-o OUT.kb]\n"
    "\n"
    "Make a Wikidata dump of ENTITIES entities (default 100000), about 13 KB\n"
    "each, and read it from memory, a hundred at a time; then build the base, "
    "in\n"
    "OUT.kb (default bench.kb, which is then removed), within MEMORY (default "
    "2G).\n"
    "Making the text is not timed. One line a metric: name, tab, value.\n";

enum { BLOCK = 100, FIRST_QID = 100000000 };

static const char *const languages[] = {
    "de", "fr", "es", "ru", "zh", "ar", "ja", "it", "pl", "nl",
    "pt", "uk", "sv", "fa", "ko", "tr", "cs", "hu", "fi", "el"};

enum { N_LANGUAGES = sizeof languages / sizeof *languages };

static void
put_texts(ng_buf *out, const char *what, ng_str name)
{
  ng_buf_printf(out, "\"%s\":{\"en\":{\"language\":\"en\",\"value\":", what);
  ng_buf_json(out, name);
  for (unsigned i = 0; i < N_LANGUAGES; i++) {
    ng_buf_printf(out, "},\"%s\":{\"language\":\"%s\",\"value\":", languages[i],
                  languages[i]);
    ng_buf_json(out, name);
  }
  ng_buf_put(out, "}},", 3);
}

/* A statement whose value is an entity, with a reference as most have. */
static void
put_statement(ng_buf *out, const char *property, unsigned qid, bool dated)
{
  ng_buf_printf(
      out,
      "{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"%s\",\"datavalue\":"
      "{\"value\":{\"entity-type\":\"item\",\"numeric-id\":%u,\"id\":\"Q%u\"},"
      "\"type\":\"wikibase-entityid\"},\"datatype\":\"wikibase-item\"},"
      "\"type\":\"statement\",",
      property, qid, qid);
  if (dated)
    ng_buf_printf(
        out, "\"qualifiers\":{\"P580\":[{\"snaktype\":\"value\",\"property\":"
             "\"P580\",\"hash\":\"2a1ced1dca90648ea7e306acbadd74fc81a10722\","
             "\"datavalue\":{\"value\":{\"time\":\"+2017-05-31T00:00:00Z\","
             "\"timezone\":0,\"before\":0,\"after\":0,\"precision\":11,"
             "\"calendarmodel\":\"http://www.wikidata.org/entity/Q1985727\"},"
             "\"type\":\"time\"},\"datatype\":\"time\"}]},"
             "\"qualifiers-order\":[\"P580\"],");
  ng_buf_printf(
      out, "\"id\":\"Q1$5C9F3A51-1A59-4F1D-B1F3-3B0F1F3E1B11\",\"rank\":"
           "\"normal\",\"references\":[{\"hash\":\"9a24f7c0208b05d6be97077d855"
           "671d1dfdbc0dd\",\"snaks\":{\"P143\":[{\"snaktype\":\"value\","
           "\"property\":\"P143\",\"datavalue\":{\"value\":{\"entity-type\":"
           "\"item\",\"numeric-id\":48183,\"id\":\"Q48183\"},\"type\":"
           "\"wikibase-entityid\"},\"datatype\":\"wikibase-item\"}]},"
           "\"snaks-order\":[\"P143\"]}]}");
}

static void
put_claims(ng_buf *out, unsigned n)
{
  static const char *const properties[] = {"P31", "P17",  "P27",  "P102",
                                           "P39", "P463", "P106", "P21"};
  ng_buf_printf(out, "\"claims\":{");
  for (unsigned i = 0; i < sizeof properties / sizeof *properties; i++) {
    ng_buf_printf(out, "\"%s\":[", properties[i]);
    put_statement(out, properties[i], i ? FIRST_QID + n / (i * 3) : 5, i == 4);
    ng_buf_put(out, "],", 2);
  }
  for (unsigned i = 0; i < 24; i++)
    ng_buf_printf(
        out,
        "%s\"P%u\":[{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"P%u\","
        "\"hash\":\"2a1ced1dca90648ea7e306acbadd74fc81a10722\",\"datavalue\":"
        "{\"value\":\"x\\\"%u\\\\\",\"type\":\"string\"},\"datatype\":"
        "\"external-id\"},\"type\":\"statement\",\"id\":\"Q1$5C9F\",\"rank\":"
        "\"normal\"}]",
        i ? "," : "", 2000 + i, 2000 + i, n + i);
  ng_buf_put(out, "},", 2);
}

static void
put_entity(ng_buf *out, unsigned n)
{
  char room[NAME_ROOM];
  ng_str name = {room, make_name(n, room)};
  ng_buf_printf(out, "{\"type\":\"item\",\"id\":\"Q%u\",", FIRST_QID + n);
  put_texts(out, "labels", name);
  put_texts(out, "descriptions", NG_LIT("somebody or something of the world"));
  ng_buf_printf(out, "\"aliases\":{\"en\":[{\"language\":\"en\",\"value\":");
  ng_buf_json(out, name);
  ng_buf_printf(out, "}]},");
  put_claims(out, n);
  ng_buf_printf(out,
                "\"sitelinks\":{\"enwiki\":{\"site\":\"enwiki\",\"title\":");
  ng_buf_json(out, name);
  for (unsigned i = 0; i < n % N_LANGUAGES; i++) {
    ng_buf_printf(out,
                  ",\"badges\":[]},\"%swiki\":{\"site\":\"%swiki\",\"title\":",
                  languages[i], languages[i]);
    ng_buf_json(out, name);
  }
  ng_buf_printf(out, ",\"badges\":[]}},\"lastrevid\":123456789},\n");
}

/* Read entities [from, to); adds the bytes and seconds. */
static bool
read_block(ng_draft *draft, unsigned from, unsigned to, double *spent,
           uint64_t *bytes)
{
  ng_buf text = {0};
  ng_lines lines;
  for (unsigned i = from; i < to; i++)
    put_entity(&text, i);
  double start = bench_seconds();
  bool done =
      !text.failed && ng_lines_memory(&lines, (ng_str){text.at, text.len},
                                      "dump", NULL) == NG_OK;
  if (done) {
    done = ng_import_wikidata_lines(draft, &lines, NULL) == NG_OK;
    ng_lines_close(&lines);
  }
  *spent += bench_seconds() - start;
  *bytes += text.len;
  ng_buf_release(&text);
  return done;
}

typedef struct {
  unsigned n;
  size_t memory;
  const char *out; /* NULL: a file that is removed */
} options;

static bool
print(const options *o, uint64_t bytes, double reading, double building)
{
  struct rusage use;
  struct stat st;
  if (getrusage(RUSAGE_SELF, &use) || stat(o->out, &st))
    return false;
  (void)printf("entities\t%u\nbytes_per_entity\t%.0f\nmb_per_s\t%.1f\n"
               "entities_per_s\t%.0f\nbuild_s\t%.2f\nkb_bytes\t%lld\n"
               "peak_mb\t%ld\n",
               o->n, (double)bytes / o->n, (double)bytes / reading * 1e-6,
               o->n / reading, building, (long long)st.st_size,
               use.ru_maxrss / 1024);
  return true;
}

static bool
run(const options *o, ng_error *err)
{
  ng_draft draft;
  double spent = 0;
  uint64_t bytes = 0;
  bool done = ng_draft_init(&draft, SIZE_MAX / 2, err) == NG_OK;
  ng_draft_spill(&draft, ".", o->memory);
  for (unsigned i = 0; done && i < o->n; i += BLOCK)
    done = read_block(&draft, i, i + BLOCK < o->n ? i + BLOCK : o->n, &spent,
                      &bytes);
  double start = bench_seconds();
  done = done && ng_kb_build_file(&draft, o->out, err) == NG_OK;
  double build = bench_seconds() - start;
  ng_draft_release(&draft);
  return done && print(o, bytes, spent, build);
}

static bool
read_options(int argc, char **argv, options *o)
{
  for (int c; (c = getopt(argc, argv, "n:m:o:")) != -1;) {
    if (c == 'n')
      o->n = (unsigned)strtoul(optarg, NULL, 10);
    else if (c == 'o')
      o->out = optarg;
    else if (c != 'm' || !cli_read_bytes(optarg, &o->memory))
      return false;
  }
  return o->n > 0 && o->n <= 50000000 && optind == argc;
}

int
bench_dump(int argc, char **argv)
{
  options o = {100000, (size_t)2 << 30, NULL};
  ng_error err = {.text = "no memory, or no output"};
  if (argc > 1 && strcmp(argv[1], "--help") == 0) {
    (void)fputs(usage, stdout);
    return 0;
  }
  if (!read_options(argc, argv, &o)) {
    (void)fputs(usage, stderr);
    return 2;
  }
  bool keep = o.out;
  o.out = keep ? o.out : "bench.kb";
  bool done = run(&o, &err);
  if (!done)
    (void)fprintf(stderr, "newsgraph: bench dump: %s\n", err.text);
  if (!keep)
    (void)unlink(o.out);
  return done ? 0 : 1;
}
