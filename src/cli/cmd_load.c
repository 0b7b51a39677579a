/* cmd_load.c - newsgraph load: RDF files into a triple store. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "core/fail.h"
#include "core/str.h"
#include "emit/emit.h"
#include "load/load.h"
#include "rdf/write.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const cli_command command = {0, "load", "", ""};

static const char usage[] =
    "Usage: newsgraph load --endpoint URL [options] GRAPH...\n"
    "\n"
    "Put RDF files (N-Quads, TriG; others with --graph; plain or compressed; "
    "'-':\n"
    "standard input) into a triple store over HTTP. Loading a file twice "
    "changes\n"
    "nothing. What the store holds is counted after every chunk and compared "
    "with\n"
    "what was sent. Only graphs that describe an article are ever replaced or\n"
    "deleted; those of entities and runs are only added to.\n"
    "\n"
    "      --endpoint URL    the store: http://localhost:3030/ds of Fuseki,\n"
    "                        http://localhost:7878 of Oxigraph,\n"
    "                        http://host/rdf4j-server/repositories/ID of "
    "RDF4J\n"
    "                        and GraphDB, http://localhost:8890 of Virtuoso\n"
    "      --store KIND      auto (the default: ask it), fuseki, oxigraph, "
    "rdf4j,\n"
    "                        graphdb, virtuoso, qlever; graphstore: any "
    "SPARQL 1.1\n"
    "                        Graph Store; sparql: any that takes updates\n"
    "      --query-endpoint URL\n"
    "                        where it answers SPARQL, if not where its kind "
    "does\n"
    "      --graph IRI       the graph of triples that name none\n"
    "      --base IRI        as it was given to 'newsgraph graph'\n"
    "      --replace         empty an article's graph before it is filled\n"
    "      --delete          delete the graphs of the articles in the files\n"
    "      --journal FILE    write down there what has been stored; with the "
    "same\n"
    "                        FILE, an interrupted load goes on where it was\n"
    "      --chunk BYTES     what to send at once, with K, M or G; default "
    "20M;\n"
    "                        cut between articles\n"
    "      --gzip WHEN       auto (the default: not to this machine), always,\n"
    "                        never; only where the store unpacks it\n"
    "      --retries N       how often to try again what may pass; default 6\n"
    "      --timeout SECONDS for one request; default 600, 0: no limit\n"
    "      --auth KIND       basic, digest, bearer; default: as the store has "
    "it\n"
    "      --netrc-file FILE where user and password are; default ~/.netrc.\n"
    "                        Before it come $NEWSGRAPH_USER and\n"
    "                        $NEWSGRAPH_PASSWORD, or $NEWSGRAPH_TOKEN\n"
    "      --cacert FILE     certificates to trust\n"
    "      --no-count        do not ask the store how much arrived\n"
    "      --dry-run         read and cut, send nothing, say how much it is\n"
    "      --show            print each request as a curl command, send "
    "nothing\n"
    "      --input FORMAT    the files' format; default: by name, then "
    "content\n"
    "      --progress WHEN   auto (the default: on a terminal), always, never\n"
    "  -q, --quiet           say nothing but what failed\n"
    "      --help            show this\n";

typedef struct {
  ng_load_options options;
  const ng_format *input; /* NULL: by name or content */
  ng_format input_format;
  bool quiet;
  cli_when progress;
  bool bar, shown; /* progress is wanted; is on the screen */
  struct timespec began, last;
} request;

/* --- saying --------------------------------------------------------------- */

static double
seconds_since(const struct timespec *then)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - then->tv_sec) +
         (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

static void
clear_bar(request *r)
{
  if (r->shown)
    (void)fputs("\r\033[K", stderr);
  r->shown = false;
}

static void
notice(void *to, const char *text)
{
  request *r = to;
  clear_bar(r);
  if (!r->quiet)
    (void)fprintf(stderr, "newsgraph: %s\n", text);
}

static void
show(void *to, const char *text)
{
  (void)to;
  (void)puts(text);
}

static void
progress(void *to, uint64_t chunks, uint64_t quads)
{
  request *r = to;
  double elapsed = seconds_since(&r->began);
  if (!r->bar || elapsed < 1 || (r->shown && seconds_since(&r->last) < 0.2))
    return;
  (void)clock_gettime(CLOCK_MONOTONIC, &r->last);
  r->shown = true;
  (void)fprintf(stderr,
                "\r\033[K%" PRIu64 " chunks, %" PRIu64 " quads, %.0f quads/s",
                chunks, quads, (double)quads / elapsed);
}

static void
summarize(const request *r, const ng_load_result *result)
{
  const char *done = r->options.doing != NG_LOAD_RUN     ? "would be sent"
                     : r->options.mode == NG_LOAD_DELETE ? "deleted"
                     : result->counted                   ? "stored and counted"
                                                         : "sent, not counted";
  (void)fprintf(stderr,
                "newsgraph: %" PRIu64 " quads, %" PRIu64 " graphs, %" PRIu64
                " chunks, %" PRIu64 " requests, %.1f s: %s",
                result->quads, result->graphs, result->chunks, result->requests,
                seconds_since(&r->began), done);
  if (result->stored)
    (void)fprintf(stderr, "; %" PRIu64 " chunks were stored before",
                  result->stored);
  (void)fputs("\n", stderr);
  if (result->larger)
    (void)fprintf(stderr,
                  "newsgraph: %" PRIu64
                  " graphs hold more than was sent: an older version? "
                  "--replace replaces it\n",
                  result->larger);
}

/* --- doing ---------------------------------------------------------------- */

/* What stands and what does not, after a failure. */
static void
tell_where(const request *r, const ng_load *load)
{
  const ng_load_result *so_far = ng_load_so_far(load);
  if (r->options.doing != NG_LOAD_RUN || !so_far->requests)
    return;
  (void)fprintf(
      stderr,
      "newsgraph: chunk %" PRIu64 " may be stored in part; those before it "
      "are stored. Run it again%s: what is there already does no harm\n",
      so_far->chunks, r->options.journal ? " with the same journal" : "");
}

/* Whether there is a file at `path`, which is told of if there is none: the
 * others are loaded all the same.  It is not opened: a pipe would notice. */
static bool
is_there(const char *path)
{
  struct stat st;
  ng_error err = {0};
  if (strcmp(path, "-") == 0)
    return true;
  if (access(path, R_OK) != 0 || stat(path, &st) != 0)
    (void)ng_fail(&err, NG_ERR_IO, 0, "cannot open: %m");
  else if (S_ISDIR(st.st_mode))
    (void)ng_fail(&err, NG_ERR_IO, 0, "is a folder");
  return err.status == NG_OK || cli_complain(path, &err) == 0;
}

static ng_status
ignore(void *to, const ng_quad *quad, ng_error *err)
{
  (void)to;
  (void)quad;
  (void)err;
  return NG_OK;
}

/* Whether all of the file can be read, so that nothing of one that is damaged
 * replaces an article and the others are loaded all the same.  What can be read
 * but once is taken as it comes. */
static bool
is_whole(const request *r, const char *path)
{
  struct stat st;
  ng_error err = {0};
  if (strcmp(path, "-") == 0 || stat(path, &st) != 0 || !S_ISREG(st.st_mode))
    return true;
  return ng_rdf_read_file(path, r->input, (ng_rdf_sink){ignore, NULL}, &err) ==
             NG_OK ||
         cli_complain(NULL, &err) == 0;
}

static int
run(request *r, char **files, int n)
{
  ng_error err = {0};
  ng_load *load;
  ng_load_result result;
  bool all = true;
  if (n == 1 && !is_there(files[0]))
    return 1; /* before the store is waited for */
  ng_status st = ng_load_new(&load, &r->options, &err);
  for (int i = 0; st == NG_OK && i < n; i++)
    if (!is_there(files[i]) || (n > 1 && !is_whole(r, files[i])))
      all = false;
    else
      st = ng_rdf_read_file(files[i], r->input, ng_load_sink(load), &err);
  if (st == NG_OK)
    st = ng_load_end(load, &result, &err);
  clear_bar(r);
  if (st != NG_OK) {
    (void)cli_complain(NULL, &err);
    if (load)
      tell_where(r, load);
  } else if (!r->quiet)
    summarize(r, &result);
  ng_load_free(load);
  return st == NG_OK ? !all : st == NG_ERR_USAGE ? 2 : 1;
}

/* --- options -------------------------------------------------------------- */

enum {
  OPT_ENDPOINT = 256,
  OPT_STORE,
  OPT_QUERY,
  OPT_GRAPH,
  OPT_BASE,
  OPT_REPLACE,
  OPT_DELETE,
  OPT_JOURNAL,
  OPT_CHUNK,
  OPT_GZIP,
  OPT_RETRIES,
  OPT_TIMEOUT,
  OPT_AUTH,
  OPT_NETRC,
  OPT_CACERT,
  OPT_NO_COUNT,
  OPT_DRY_RUN,
  OPT_SHOW,
  OPT_INPUT,
  OPT_PROGRESS,
  OPT_HELP,
};

static const struct option names[] = {{"endpoint", 1, NULL, OPT_ENDPOINT},
                                      {"store", 1, NULL, OPT_STORE},
                                      {"query-endpoint", 1, NULL, OPT_QUERY},
                                      {"graph", 1, NULL, OPT_GRAPH},
                                      {"base", 1, NULL, OPT_BASE},
                                      {"replace", 0, NULL, OPT_REPLACE},
                                      {"delete", 0, NULL, OPT_DELETE},
                                      {"journal", 1, NULL, OPT_JOURNAL},
                                      {"chunk", 1, NULL, OPT_CHUNK},
                                      {"gzip", 1, NULL, OPT_GZIP},
                                      {"retries", 1, NULL, OPT_RETRIES},
                                      {"timeout", 1, NULL, OPT_TIMEOUT},
                                      {"auth", 1, NULL, OPT_AUTH},
                                      {"netrc-file", 1, NULL, OPT_NETRC},
                                      {"cacert", 1, NULL, OPT_CACERT},
                                      {"no-count", 0, NULL, OPT_NO_COUNT},
                                      {"dry-run", 0, NULL, OPT_DRY_RUN},
                                      {"show", 0, NULL, OPT_SHOW},
                                      {"input", 1, NULL, OPT_INPUT},
                                      {"progress", 1, NULL, OPT_PROGRESS},
                                      {"quiet", 0, NULL, 'q'},
                                      {"help", 0, NULL, OPT_HELP},
                                      {NULL, 0, NULL, 0}};

/* The place of `value` among `choices`, which NULL ends; or -1. */
static int
choose(const char *value, const char *const *choices)
{
  for (int i = 0; choices[i]; i++)
    if (strcmp(value, choices[i]) == 0)
      return i;
  return -1;
}

static bool
read_count(const char *value, unsigned *out)
{
  char *end;
  unsigned long n = strtoul(value, &end, 10);
  *out = (unsigned)n;
  return end != value && !*end && *value != '-' && n <= 1000000;
}

/* Set what is one of some words; false if it is none of them. */
static bool
set_choice(request *r, int id, const char *value)
{
  static const char *const whens[] = {"auto", "always", "never", NULL};
  static const char *const auths[] = {"basic", "digest", "bearer", NULL};
  int n = choose(value, id == OPT_AUTH ? auths : whens);
  if (id == OPT_AUTH)
    r->options.auth = n;
  else if (id == OPT_GZIP)
    r->options.gzip = (ng_load_gzip)n;
  else
    r->progress = (cli_when)n;
  return n >= 0;
}

/* Where the text that an option gives goes; NULL: it gives something else. */
static const char **
text_of(request *r, int id)
{
  ng_load_options *o = &r->options;
  switch (id) {
  case OPT_ENDPOINT:
    return &o->endpoint;
  case OPT_QUERY:
    return &o->query;
  case OPT_GRAPH:
    return &o->graph;
  case OPT_BASE:
    return &o->base;
  case OPT_JOURNAL:
    return &o->journal;
  case OPT_NETRC:
    return &o->http.netrc;
  case OPT_CACERT:
    return &o->http.ca;
  case OPT_STORE:
    return &o->kind;
  default:
    return NULL;
  }
}

static bool
set_text(request *r, int id, const char *value)
{
  const char **to = text_of(r, id);
  if (to)
    *to = id == OPT_STORE && strcmp(value, "auto") == 0 ? NULL : value;
  return to != NULL;
}

/* Set what takes a value; false if it cannot be that. */
static bool
set_value(request *r, int id, const char *value)
{
  ng_load_options *o = &r->options;
  switch (id) {
  case OPT_CHUNK:
    return cli_read_bytes(value, &o->chunk) && o->chunk <= (size_t)1 << 30;
  case OPT_RETRIES:
    return read_count(value, &o->http.retries);
  case OPT_TIMEOUT:
    return read_count(value, &o->http.timeout);
  case OPT_INPUT:
    r->input = &r->input_format;
    return ng_format_find((ng_str){value, strlen(value)}, &r->input_format);
  case OPT_AUTH:
  case OPT_GZIP:
  case OPT_PROGRESS:
    return set_choice(r, id, value);
  default:
    return set_text(r, id, value);
  }
}

static void
set_flag(request *r, int id)
{
  ng_load_options *o = &r->options;
  if (id == 'q')
    r->quiet = true;
  else if (id == OPT_NO_COUNT)
    o->uncounted = true;
  else if (id == OPT_DRY_RUN)
    o->doing = NG_LOAD_DRY;
  else if (id == OPT_SHOW)
    o->doing = NG_LOAD_SHOW;
  else if (id == OPT_REPLACE)
    o->mode = NG_LOAD_REPLACE;
  else if (id == OPT_DELETE)
    o->mode = NG_LOAD_DELETE;
}

/* Read one option; -1 to go on, or the exit status. */
static int
take(request *r, int id, char **argv)
{
  if (id == OPT_HELP)
    return (void)fputs(usage, stdout), 0;
  if (id == ':')
    return cli_wrong(&command, "option '%s' needs a value", argv[optind - 1]);
  if (id == '?')
    return cli_wrong(&command, "unknown option '%s'", argv[optind - 1]);
  if (!optarg)
    set_flag(r, id);
  else if (!set_value(r, id, optarg))
    return cli_wrong(&command, "--%s cannot be '%s'",
                     cli_option_name(names, id), optarg);
  return -1;
}

static int
parse(request *r, int argc, char **argv)
{
  bool replaces = false, deletes = false;
  opterr = 0;
  optind = 0;
  for (int id; (id = getopt_long(argc, argv, ":q", names, NULL)) != -1;) {
    int status = take(r, id, argv);
    if (status >= 0)
      return status;
    replaces |= id == OPT_REPLACE;
    deletes |= id == OPT_DELETE;
  }
  if (!r->options.endpoint)
    return cli_wrong(&command, "say --endpoint URL");
  if (replaces && deletes)
    return cli_wrong(&command, "--replace or --delete?");
  if (optind == argc)
    return cli_wrong(&command, "which graphs?");
  const char *graph = r->options.graph, *base = r->options.base;
  if (graph && (!strchr(graph, ':') || strpbrk(graph, " \t\r\n<>\"{}|\\^`")))
    return cli_wrong(&command, "'%s' is no absolute IRI", graph);
  const char *query = r->options.query;
  if (query && strncmp(query, "http://", 7) != 0 &&
      strncmp(query, "https://", 8) != 0)
    return cli_wrong(&command, "--query-endpoint cannot be '%s'", query);
  if (r->options.http.netrc && access(r->options.http.netrc, R_OK) != 0)
    return cli_wrong(&command, "--netrc-file cannot be '%s': %s",
                     r->options.http.netrc, strerror(errno));
  if (r->options.http.ca && access(r->options.http.ca, R_OK) != 0)
    return cli_wrong(&command, "--cacert cannot be '%s': %s",
                     r->options.http.ca, strerror(errno));
  if (!ng_is_base((ng_str){base, strlen(base)}))
    return cli_wrong(&command, "--base cannot be '%s'", base);
  return -1;
}

static void
set_defaults(request *r)
{
  enum { CHUNK = 20 << 20, RETRIES = 6, BACKOFF_MS = 500, TIMEOUT_S = 600 };
  const char *pause = getenv("NEWSGRAPH_BACKOFF_MS"); /* for tests */
  *r = (request){.options = {
                     .base = "https://w3id.org/newsgraph/id/",
                     .chunk = CHUNK,
                     .auth = -1,
                     .http = {.user = getenv("NEWSGRAPH_USER"),
                              .password = getenv("NEWSGRAPH_PASSWORD"),
                              .token = getenv("NEWSGRAPH_TOKEN"),
                              .retries = RETRIES,
                              .backoff = BACKOFF_MS,
                              .timeout = TIMEOUT_S,
                              .notice = notice,
                              .to = r},
                     .to = r,
                     .show = show,
                     .progress = progress,
                 }};
  if (pause)
    (void)read_count(pause, &r->options.http.backoff);
  (void)clock_gettime(CLOCK_MONOTONIC, &r->began);
}

int
cmd_load(int argc, char **argv)
{
  request r;
  set_defaults(&r);
  int status = parse(&r, argc, argv);
  if (status >= 0)
    return status;
  r.bar = !r.quiet && (r.progress == CLI_ALWAYS ||
                       (r.progress == CLI_AUTO && isatty(STDERR_FILENO)));
  return run(&r, argv + optind, argc - optind);
}
