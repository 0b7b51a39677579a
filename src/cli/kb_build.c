/* kb_build.c - newsgraph kb build: sources to a knowledge base. */
#include "cli/kb_build.h"
#include "cli/kb_print.h"
#include "cli/options.h"
#include "cli/overwrite.h"
#include "core/str.h"
#include "kb/build.h"
#include "kb/import.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const cli_command command = {0, "kb build", "", ""};

static const char usage[] =
    "Usage: newsgraph kb build -o OUT.kb [OPTION...] SOURCE...\n"
    "\n"
    "A SOURCE is RDF (Turtle, N-Triples, ...) in our own terms, SKOS, RDFS,\n"
    "schema.org or Wikidata's direct properties; one of the tables (.tsv) "
    "that\n"
    "doc/knowledge-base-format.md describes; or Wikidata's JSON (.json, or - "
    "for\n"
    "standard input); plain or compressed.\n"
    "\n"
    "  -o, --output=OUT.kb    the base; it is the old one until all is well\n"
    "      --memory=SIZE      stay within about so much memory (default 2G);\n"
    "                         what is more goes to temporary files beside "
    "OUT.kb\n"
    "      --lang=LIST        languages of Wikidata's names (default en); the\n"
    "                         first that has one gives the label\n"
    "      --keep=RULES       which of Wikidata's entities: "
    "Q16521=20,Q7187=never,\n"
    "                         all=2 keeps instances of a class, or all, if so "
    "many\n"
    "                         Wikipedias write of them; -v shows the rules "
    "that\n"
    "                         there are\n"
    "      --min-sitelinks=N  the same as --keep all=N\n"
    "  -v, --verbose          end with a table of what came from where\n"
    "      --help             show this\n";

static int
complain(const ng_error *err)
{
  (void)fprintf(stderr, "newsgraph: %s%s\n", err->text,
                err->status == NG_ERR_LIMIT ? " (--memory allows more)" : "");
  return 1;
}

/* Of each source so many complaints are shown. */
enum { MAX_COMPLAINTS = 10 };

typedef struct {
  const char *source;
  uint64_t n;
} complaints;

static void
hear(void *to, const char *source, uint64_t line, const char *why)
{
  complaints *c = to;
  if (c->n++ >= MAX_COMPLAINTS)
    return;
  if (line)
    (void)fprintf(stderr, "newsgraph: %s:%" PRIu64 ": %s\n", source, line, why);
  else
    (void)fprintf(stderr, "newsgraph: %s: %s\n", source, why);
}

/* What a source gave: the difference to what was there before it. */
static void
print_counts(const char *path, const ng_draft *before, const ng_draft *after)
{
  (void)fprintf(stderr,
                "%s\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64
                "\t%u\t%" PRIu64 "\t%" PRIu64 "\t%u\n",
                path, after->counts.rows - before->counts.rows,
                after->counts.used - before->counts.used,
                after->counts.skipped - before->counts.skipped,
                after->n_dropped - before->n_dropped,
                after->entities.n - before->entities.n,
                after->n_names - before->n_names,
                after->n_relations - before->n_relations,
                after->holdings.n - before->holdings.n);
}

/* Progress of one source, on a terminal and when it lasts. */
typedef struct {
  const char *path;
  uint64_t size; /* bytes; 0: unknown */
  time_t start, last;
} meter;

static void
show_progress(void *to, uint64_t bytes, uint64_t rows)
{
  meter *m = to;
  time_t now = time(NULL);
  if (now - m->start < 2 || now == m->last)
    return;
  m->last = now;
  uint64_t seconds = (uint64_t)(now - m->start);
  (void)fprintf(stderr, "\r%s: %" PRIu64 " rows, %" PRIu64 " MB/s", m->path,
                rows, bytes / seconds / 1000000);
  if (m->size && bytes && bytes <= m->size)
    (void)fprintf(stderr, ", %u %%, %" PRIu64 " s left",
                  (unsigned)(bytes * 100 / m->size),
                  seconds * (m->size - bytes) / bytes);
  (void)fputs("   ", stderr);
}

static void
start_meter(meter *m, ng_draft *draft, const char *path)
{
  struct stat st;
  *m = (meter){.path = path, .start = time(NULL)};
  if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
    m->size = (uint64_t)st.st_size;
  draft->progress = isatty(STDERR_FILENO) ? show_progress : NULL;
  draft->progress_to = m;
}

static bool
read_source(ng_draft *draft, const char *path, complaints *c, bool verbose)
{
  ng_error err = {0};
  ng_draft before = *draft;
  meter m;
  *c = (complaints){.source = path};
  start_meter(&m, draft, path);
  ng_status status = ng_import(draft, path, &err);
  if (m.last)
    (void)fputc('\n', stderr);
  if (c->n > MAX_COMPLAINTS)
    (void)fprintf(stderr, "newsgraph: %s: and %" PRIu64 " more like these\n",
                  path, c->n - MAX_COMPLAINTS);
  bool useless = !status && draft->counts.used == before.counts.used &&
                 draft->counts.skipped > before.counts.skipped;
  if (status)
    (void)complain(&err);
  else if (useless)
    (void)fprintf(stderr, "newsgraph: %s: nothing of it can be used\n", path);
  else if (verbose)
    print_counts(path, &before, draft);
  return !status && !useless;
}

static int
write_base(ng_draft *draft, const char *out, bool verbose)
{
  ng_error err = {0};
  if (draft->counts.rows && !draft->entities.n) {
    (void)fprintf(stderr,
                  "newsgraph: %s: not written: the sources have no "
                  "entity that is kept (-v says why)\n",
                  out);
    return 1;
  }
  if (ng_kb_build_file(draft, out, &err))
    return complain(&err);
  if (draft->n_no_entity && !verbose)
    (void)fprintf(stderr,
                  "newsgraph: %" PRIu64 " relations and holdings left out: an "
                  "end has no label in any source\n",
                  draft->n_no_entity);
  return 0;
}

/* What was dropped by design, and why. */
static void
print_dropped(const ng_draft *d)
{
  (void)fputs("dropped\tbecause\n", stderr);
  for (unsigned i = 0; i < d->keep.n; i++) {
    const ng_keep_rule *r = &d->keep.rules[i];
    (void)fprintf(stderr, "%" PRIu64 "\t", r->n_dropped);
    if (r->class)
      (void)fprintf(stderr, "Q%u", r->class);
    if (r->name)
      (void)fprintf(stderr, r->class ? " (%s)" : "%s", r->name);
    if (r->least == NG_KEEP_NEVER)
      (void)fputs(": never kept\n", stderr);
    else
      (void)fprintf(stderr, ": of fewer than %u Wikipedias\n", r->least);
  }
  (void)fprintf(stderr,
                "%" PRIu64 "\tno label in a language asked for\n%" PRIu64
                "\tno item: a property, or without an identifier\n%" PRIu64
                "\trelations and offices held: an end has no label in any "
                "source\n",
                d->n_no_label, d->n_no_item, d->n_no_entity);
}

typedef struct {
  const char *out, *langs;
  size_t memory;
  ng_keep keep;
  bool verbose;
} build_options;

/* --min-sitelinks N is --keep all=N. */
static bool
set_sitelinks(ng_keep *keep, const char *n)
{
  char rule[32];
  int len = snprintf(rule, sizeof rule, "all=%s", n);
  return len > 0 && (size_t)len < sizeof rule && !strchr(n, ',') &&
         ng_keep_add(keep, rule);
}

static int
print_help(void)
{
  (void)fputs(usage, stdout);
  return 0;
}

enum { LANG = 256, SITELINKS, MEMORY, KEEP };

/* Set what takes a value; false if it cannot be that. */
static bool
set_value(build_options *o, int option, const char *value)
{
  switch (option) {
  case 'o':
    o->out = value;
    return strcmp(value, "-") != 0;
  case LANG:
    o->langs = value;
    return true;
  case MEMORY:
    return cli_read_bytes(value, &o->memory);
  case KEEP:
    return ng_keep_add(&o->keep, value);
  default:
    return set_sitelinks(&o->keep, value);
  }
}

/* -1 to go on, or the exit status. */
static int
read_options(int argc, char **argv, build_options *o)
{
  static const struct option options[] = {
      {"output", required_argument, NULL, 'o'},
      {"lang", required_argument, NULL, LANG},
      {"min-sitelinks", required_argument, NULL, SITELINKS},
      {"keep", required_argument, NULL, KEEP},
      {"memory", required_argument, NULL, MEMORY},
      {"verbose", no_argument, NULL, 'v'},
      {"help", no_argument, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  opterr = 0;
  optind = 0;
  for (int c; (c = getopt_long(argc, argv, ":o:vh", options, NULL)) != -1;) {
    if (c == 'h')
      return print_help();
    if (c == '?' || c == ':')
      return cli_wrong(&command,
                       c == ':' ? "'%s' needs a value" : "cannot take '%s'",
                       argv[optind - 1]);
    if (c == 'v')
      o->verbose = true;
    else if (!set_value(o, c, optarg))
      return cli_wrong(&command, "--%s cannot be '%s'",
                       cli_option_name(options, c), optarg);
  }
  if (!o->out || optind == argc)
    return cli_wrong(&command, "it needs -o OUT.kb and a source");
  const char *over = cli_overwritten(o->out, (const char *const *)argv + optind,
                                     (size_t)(argc - optind));
  return over ? cli_wrong(&command, "'%s' would be written over", over) : -1;
}

/* The folder of `path`, in `out`. */
static void
folder_of(const char *path, char out[PATH_MAX])
{
  const char *slash = strrchr(path, '/');
  size_t n = slash ? (size_t)(slash - path) : 1;
  n = n && n < PATH_MAX ? n : 1; /* "/x" is in "/" */
  memcpy(out, slash ? path : ".", n);
  out[n] = '\0';
}

int
kb_build(int argc, char **argv)
{
  build_options o = {.memory = (size_t)2 << 30};
  char folder[PATH_MAX];
  ng_keep_init(&o.keep);
  int wrong = read_options(argc, argv, &o);
  if (wrong >= 0)
    return wrong;
  ng_draft draft;
  ng_error err = {0};
  complaints c;
  if (ng_draft_init(&draft, SIZE_MAX / 2, &err))
    return complain(&err);
  folder_of(o.out, folder);
  ng_draft_spill(&draft, folder, o.memory);
  draft.complain = hear;
  draft.complain_to = &c;
  draft.langs = o.langs;
  draft.keep = o.keep;
  if (o.verbose)
    (void)fputs("source\trows\tused\tskipped\tdropped\tnew entities\tnames\t"
                "relations\toffices held\n",
                stderr);
  bool all = true;
  for (int i = optind; i < argc && all; i++)
    all = read_source(&draft, argv[i], &c, o.verbose);
  /* a source that is missing or broken off would make a base that silently
   * lacks it: the old one stays */
  int status = all ? write_base(&draft, o.out, o.verbose) : 1;
  if (all && o.verbose)
    print_dropped(&draft);
  ng_draft_release(&draft);
  return status;
}
