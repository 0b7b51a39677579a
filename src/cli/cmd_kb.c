/* cmd_kb.c - newsgraph kb build|info|find|show: knowledge bases made and looked
 * into. */
#include "cli/cmd.h"
#include "cli/kb_diff.h"
#include "cli/kb_print.h"
#include "core/replace.h"
#include "core/str.h"
#include "kb/build.h"
#include "kb/import.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
    "Usage: newsgraph kb build -o OUT.kb [--lang LIST] [--min-sitelinks N] "
    "[-v]\n"
    "                          SOURCE...\n"
    "       newsgraph kb info [--check] [KB]\n"
    "       newsgraph kb find [-k KB] NAME\n"
    "       newsgraph kb show [-k KB] ID\n"
    "       newsgraph kb diff OLD NEW\n"
    "\n"
    "A SOURCE is RDF (Turtle, N-Triples, ...) in our own terms, SKOS, RDFS,\n"
    "schema.org or Wikidata's direct properties; one of the tables (.tsv) "
    "that\n"
    "doc/knowledge-base-format.md describes; or Wikidata's JSON (.json, or - "
    "for\n"
    "standard input); plain or compressed. Of the last, --lang says in which\n"
    "languages names are taken (default en; the first gives the label), and\n"
    "--min-sitelinks drops what fewer Wikipedias write of (default 0). -v "
    "ends\n"
    "with a table of what came from where.\n"
    "\n"
    "ID is a Wikidata identifier (Q403) or an IRI. KB is a base, or a source.\n"
    "Without KB, the built-in base.\n";

static int
complain(const ng_error *err)
{
  (void)fprintf(stderr, "newsgraph: %s\n", err->text);
  return 1;
}

static int
wrong_usage(const char *why)
{
  (void)fprintf(stderr, "newsgraph: %s\n%s", why, usage);
  return 2;
}

/* --- build ---------------------------------------------------------------- */

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
                "\t%u\t%u\t%u\t%u\n",
                path, after->counts.rows - before->counts.rows,
                after->counts.used - before->counts.used,
                after->counts.skipped - before->counts.skipped,
                after->n_dropped - before->n_dropped,
                after->entities.n - before->entities.n,
                after->names.n - before->names.n,
                after->relations.n - before->relations.n,
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
  if (status)
    (void)complain(&err);
  else if (verbose)
    print_counts(path, &before, draft);
  return status == NG_OK;
}

static int
write_base(ng_draft *draft, const char *out)
{
  ng_error err = {0};
  ng_kb_image image;
  if (ng_kb_build(draft, &image, &err))
    return complain(&err);
  ng_status status = ng_replace_file(out, (ng_str){image.at, image.size}, &err);
  free(image.at);
  if (status)
    return complain(&err);
  if (draft->n_no_entity)
    (void)fprintf(stderr,
                  "newsgraph: %" PRIu64 " relations and holdings left out: an "
                  "end has no label in any source\n",
                  draft->n_no_entity);
  return 0;
}

typedef struct {
  const char *out, *langs;
  uint32_t min_sitelinks;
  bool verbose;
} build_options;

/* False if the options make no sense. */
static bool
read_options(int argc, char **argv, build_options *o)
{
  enum { LANG = 256, SITELINKS };
  static const struct option options[] = {
      {"output", required_argument, NULL, 'o'},
      {"lang", required_argument, NULL, LANG},
      {"min-sitelinks", required_argument, NULL, SITELINKS},
      {"verbose", no_argument, NULL, 'v'},
      {NULL, 0, NULL, 0}};
  for (int c; (c = getopt_long(argc, argv, "o:v", options, NULL)) != -1;) {
    char *end = NULL;
    if (c == '?')
      return false;
    if (c == 'o')
      o->out = optarg;
    else if (c == 'v')
      o->verbose = true;
    else if (c == LANG)
      o->langs = optarg;
    else
      o->min_sitelinks = (uint32_t)strtoul(optarg, &end, 10);
    if (end && (*end || end == optarg))
      return false;
  }
  return o->out && optind < argc;
}

static int
build(int argc, char **argv)
{
  build_options o = {NULL, NULL, 0, false};
  if (!read_options(argc, argv, &o))
    return wrong_usage("kb build needs -o OUT.kb and a source");
  ng_draft draft;
  ng_error err = {0};
  complaints c;
  if (ng_draft_init(&draft, SIZE_MAX / 2, &err))
    return complain(&err);
  draft.complain = hear;
  draft.complain_to = &c;
  draft.langs = o.langs;
  draft.min_sitelinks = o.min_sitelinks;
  if (o.verbose)
    (void)fputs("source\trows\tused\tskipped\tdropped\tnew entities\tnames\t"
                "relations\toffices held\n",
                stderr);
  bool all = true;
  for (int i = optind; i < argc && all; i++)
    all = read_source(&draft, argv[i], &c, o.verbose);
  /* a source that is missing or broken off would make a base that silently
   * lacks it: the old one stays */
  int status = all ? write_base(&draft, o.out) : 1;
  ng_draft_release(&draft);
  return status;
}

/* --- looking into one ----------------------------------------------------- */

/* Read "-k KB" before the one operand that remains; NULL, having complained, if
 * that fails. */
static ng_kb *
open_base(int argc, char **argv)
{
  const char *path = NULL;
  for (int c; (c = getopt(argc, argv, "k:")) != -1;) {
    if (c != 'k')
      return NULL;
    path = optarg;
  }
  return kb_open(path);
}

static int
info(int argc, char **argv)
{
  bool check = argc > 1 && strcmp(argv[1], "--check") == 0;
  const char *const *operand = (const char *const *)argv + 1 + check;
  if (argc > 2 + check)
    return wrong_usage("kb info takes one knowledge base");
  ng_kb *kb = kb_open(*operand);
  if (!kb)
    return 1;
  if (check && !ng_kb_is_intact(kb)) {
    (void)fprintf(stderr, "newsgraph: the knowledge base is damaged: its "
                          "content is not what was built\n");
    ng_kb_close(kb);
    return 1;
  }
  ng_str key, value;
  for (uint32_t i = 0; ng_kb_info(kb, i, &key, &value); i++)
    (void)printf("%.*s\t%.*s\n", NG_ARG(key), NG_ARG(value));
  ng_kb_close(kb);
  return kb_print_end();
}

static void
print_candidate(const ng_kb *kb, const ng_candidate *c)
{
  ng_entity e = ng_kb_entity(kb, c->entity);
  (void)printf("%.4f\t", c->prior / 65535.0);
  kb_print_id(&e);
  (void)printf("\t%.*s\t%s\t", NG_ARG(e.label), ng_type_name(e.type));
  kb_print_kinds(c->kinds);
  (void)putchar('\t');
  kb_print_cases(c->cases);
  (void)putchar('\t');
  kb_print_flags(c->flags);
  (void)printf("\t%u\n", (unsigned)e.popularity);
}

/* The key of `name`, or false if it has no words or too many. */
static bool
key_of(const char *name, uint64_t *key)
{
  ng_arena arena;
  ng_arena_init(&arena, 1 << 20);
  size_t len = strlen(name);
  char *text = ng_arena_alloc(&arena, 1, len + NG_WORD_PAD);
  ng_words words = {0};
  bool found = false;
  if (text) {
    memcpy(text, name, len + 1);
    found = ng_words_find(&arena, (ng_str){text, len},
                          (ng_span){0, (uint32_t)len}, &words) &&
            words.n && words.n <= NG_NAME_WORDS;
  }
  if (found)
    *key = ng_words_key(words.at, words.n);
  ng_arena_release(&arena);
  return found;
}

static int
find(int argc, char **argv)
{
  ng_kb *kb = open_base(argc, argv);
  if (!kb)
    return 1;
  uint64_t key;
  size_t n = 0;
  const ng_candidate *c = NULL;
  if (optind + 1 == argc && key_of(argv[optind], &key))
    c = ng_kb_candidates(kb, key, &n);
  if (n)
    (void)puts("prior\tid\tlabel\ttype\tkinds\tcases\tflags\tpopularity");
  for (size_t i = 0; i < n; i++)
    print_candidate(kb, &c[i]);
  if (!n)
    (void)fprintf(stderr, "newsgraph: no entity has the name '%s'\n",
                  optind < argc ? argv[optind] : "");
  ng_kb_close(kb);
  return n ? kb_print_end() : 1;
}

static int
show(int argc, char **argv)
{
  ng_kb *kb = open_base(argc, argv);
  if (!kb)
    return 1;
  ng_bases bases = {{kb}, 1};
  const char *id = optind < argc ? argv[optind] : "";
  ng_str text = {id, strlen(id)};
  uint32_t qid = ng_qid_parse(text);
  ng_ref ref =
      qid ? ng_bases_by_qid(&bases, qid) : ng_bases_by_iri(&bases, text);
  bool found = !ng_ref_none(ref);
  if (found)
    kb_print_entity(kb, ref.index);
  else
    (void)fprintf(stderr, "newsgraph: no entity '%s'\n", id);
  ng_kb_close(kb);
  return found ? kb_print_end() : 1;
}

int
cmd_kb(int argc, char **argv)
{
  static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
  } commands[] = {{"build", build},
                  {"info", info},
                  {"find", find},
                  {"show", show},
                  {"diff", kb_diff}};
  const char *name = argc > 1 ? argv[1] : "";
  if (strcmp(name, "--help") == 0) {
    (void)fputs(usage, stdout);
    return kb_print_end();
  }
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (strcmp(name, commands[i].name) == 0)
      return commands[i].run(argc - 1, argv + 1);
  return wrong_usage("kb what? build, info, find, show or diff");
}
