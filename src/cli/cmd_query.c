/* cmd_query.c - newsgraph query: SPARQL over RDF files. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/overwrite.h"
#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"
#include "rdf/answer.h"
#include "rdf/read.h"
#include "rdf/write.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const cli_command command = {0, "query", "", ""};

static const char usage[] =
    "Usage: newsgraph query [options] GRAPH... 'SELECT ...'\n"
    "       newsgraph query [options] GRAPH... --file QUERY.rq\n"
    "\n"
    "Ask RDF files (Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD; plain "
    "or\n"
    "compressed; '-': standard input) a SPARQL question. All their graphs are\n"
    "one. The prefixes ng id wd schema nif itsrdf prov sem gaf skos rdf rdfs "
    "xsd\n"
    "... need no declaration. What the built-in engine would answer wrongly "
    "it\n"
    "refuses.\n"
    "\n"
    "  -f, --format FORMAT  table, tsv, csv, json; of CONSTRUCT turtle, "
    "ntriples,\n"
    "                       jsonld, rdfxml; default: by the name of -o, else "
    "table,\n"
    "                       of CONSTRUCT turtle\n"
    "  -o, --output FILE    write there; FILE.gz and FILE.zst are "
    "compressed\n"
    "      --file FILE      read the query from FILE\n"
    "      --input FORMAT   the graphs' format; default: by name, then "
    "content\n"
    "      --color WHEN     auto (the default), always, never\n"
    "      --help           show this\n";

typedef struct {
  char **graphs;
  int n_graphs;
  const ng_format *input; /* NULL: by name or content */
  ng_format input_format;
  ng_str query;
  bool has_rows, has_graph; /* which kind of format was given */
  bool either;              /* by x.json: rows, or of CONSTRUCT JSON-LD */
  ng_answer_style style;
  const char *out; /* NULL: standard output */
} job;

static const size_t ANSWER_BUDGET = (size_t)4 << 30;
static const size_t MAX_QUERY = 1 << 20;

static void
complain(const ng_error *err)
{
  (void)fprintf(stderr, "newsgraph: %s\n", err->text);
}

/* --- graphs in ------------------------------------------------------------ */

/* A file's blank nodes are its own: their labels get the file's number. */
typedef struct {
  ng_store *store;
  int file;
  ng_buf labels[2];
} loader;

static ng_term
own_label(const loader *l, ng_buf *label, ng_term term)
{
  if (term.kind != NG_TERM_BLANK)
    return term;
  label->len = 0;
  ng_buf_printf(label, "f%dx", l->file);
  ng_buf_str(label, term.value);
  term.value = (ng_str){label->at, label->len};
  return term;
}

static ng_status
add_quad(void *to, const ng_quad *quad, ng_error *err)
{
  loader *l = to;
  ng_quad own = *quad;
  own.subject = own_label(l, &l->labels[0], quad->subject);
  own.object = own_label(l, &l->labels[1], quad->object);
  if (l->labels[0].failed || l->labels[1].failed)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  return ng_store_add(l->store, &own, err);
}

/* Read every graph; how many could not be read. */
static int
load_graphs(const job *j, ng_store *store)
{
  loader l = {.store = store};
  int failed = 0;
  for (int i = 0; i < j->n_graphs; i++) {
    ng_error err = {0};
    l.file = i;
    if (ng_rdf_read_file(j->graphs[i], j->input, (ng_rdf_sink){add_quad, &l},
                         &err)) {
      complain(&err);
      failed++;
    }
  }
  ng_buf_release(&l.labels[0]);
  ng_buf_release(&l.labels[1]);
  return failed;
}

/* --- the answer out ------------------------------------------------------- */

/* Whether the answer can be written as was asked. */
static ng_status
check_format(const job *j, const ng_answer *answer, ng_error *err)
{
  bool graph = answer->kind == NG_ANSWER_GRAPH;
  if (graph && j->has_rows && j->style.rows != NG_ROWS_TABLE && !j->either)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "query: CONSTRUCT gives a graph: -f turtle, ntriples, "
                   "jsonld, rdfxml");
  if (!graph && j->has_graph)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "query: SELECT and ASK give rows: -f table, tsv, csv, json");
  return NG_OK;
}

static int
answer_query(const job *j, ng_store *store)
{
  size_t replaced = 0;
  ng_answer_style style = j->style;
  style.replaced = &replaced;
  ng_arena arena;
  ng_answer answer;
  ng_buf out = {0};
  ng_error err = {0};
  ng_arena_init(&arena, ANSWER_BUDGET);
  ng_status st = ng_query(store, j->query, &arena, &answer, &err);
  if (st == NG_OK)
    st = check_format(j, &answer, &err);
  if (st == NG_OK)
    st = ng_answer_write(&answer, &style, &out, &err);
  cli_tell_replaced(replaced);
  if (st == NG_OK)
    st = cli_put_out(j->out, &out, &err);
  int status = st == NG_OK                                 ? 0
               : st == NG_ERR_SYNTAX || st == NG_ERR_USAGE ? 2
                                                           : 1;
  if (st != NG_OK)
    complain(&err);
  ng_buf_release(&out);
  ng_arena_release(&arena);
  return status;
}

static int
run(const job *j)
{
  ng_store *store;
  ng_error err = {0};
  if (ng_store_new(&store, &err)) {
    complain(&err);
    return 1;
  }
  int failed = load_graphs(j, store);
  int status = failed == j->n_graphs ? 1 : answer_query(j, store);
  ng_store_free(store);
  return status ? status : failed > 0;
}

/* The same in a child process: rasqal has been seen to crash on queries. */
static int
run_guarded(const job *j)
{
  (void)fflush(stdout);
  pid_t child = fork();
  if (child == 0)
    _exit(run(j));
  int status;
  if (child < 0)
    return run(j);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status))
    return WEXITSTATUS(status);
  (void)fprintf(stderr,
                "newsgraph: the SPARQL engine crashed on this query (%s)\n",
                strsignal(WTERMSIG(status)));
  return 1;
}

/* --- options -------------------------------------------------------------- */

static bool
read_query_file(const char *path, ng_buf *to, ng_str *query)
{
  FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
  size_t n = 1;
  while (f && n && to->len < MAX_QUERY) {
    char *room = ng_buf_room(to, BUFSIZ);
    n = room ? fread(room, 1, BUFSIZ, f) : 0;
    to->len += n;
  }
  *query = ng_str_text((ng_str){to->at, to->len});
  bool ok = f && !ferror(f) && !to->failed && to->len < MAX_QUERY;
  if (!ok)
    (void)fprintf(stderr, "newsgraph: cannot read '%s': %s\n", path,
                  to->len < MAX_QUERY ? strerror(errno) : "too long");
  if (f && f != stdin)
    (void)fclose(f);
  return ok;
}

static bool
set_format(job *j, const char *name)
{
  ng_str s = {name, strlen(name)};
  j->has_rows = ng_rows_format_find(s, &j->style.rows);
  j->has_graph = !j->has_rows && ng_format_find(s, &j->style.graph);
  return j->has_rows || j->has_graph;
}

static bool
set_colour(job *j, const char *when)
{
  const char *term = getenv("TERM"), *no = getenv("NO_COLOR");
  bool terminal = isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
  if (strcmp(when, "auto") == 0)
    j->style.colour = !j->out && terminal && !(no && *no);
  else if (strcmp(when, "always") == 0)
    j->style.colour = true;
  else if (strcmp(when, "never") == 0)
    j->style.colour = false;
  else
    return false;
  return true;
}

typedef struct {
  const char *query_file, *colour;
} text_options;

enum { OPT_FILE = 256, OPT_INPUT, OPT_COLOR, OPT_HELP };

/* Read the options; 0, or an exit status below which to leave, plus one. */
static int
read_options(int argc, char **argv, job *j, text_options *texts)
{
  static const struct option options[] = {
      {"format", required_argument, NULL, 'f'},
      {"output", required_argument, NULL, 'o'},
      {"file", required_argument, NULL, OPT_FILE},
      {"input", required_argument, NULL, OPT_INPUT},
      {"color", required_argument, NULL, OPT_COLOR},
      {"colour", required_argument, NULL, OPT_COLOR},
      {"help", no_argument, NULL, OPT_HELP},
      {0}};
  for (int c; (c = getopt_long(argc, argv, ":f:o:", options, NULL)) != -1;) {
    if (c == 'f' && !set_format(j, optarg))
      return 1 + cli_wrong(&command, "unknown format '%s'", optarg);
    if (c == 'o')
      j->out = optarg;
    else if (c == OPT_FILE)
      texts->query_file = optarg;
    else if (c == OPT_COLOR)
      texts->colour = optarg;
    else if (c == OPT_INPUT) {
      if (!ng_format_find((ng_str){optarg, strlen(optarg)}, &j->input_format))
        return 1 + cli_wrong(&command, "unknown format '%s'", optarg);
      j->input = &j->input_format;
    } else if (c == OPT_HELP) {
      (void)fputs(usage, stdout);
      return 1;
    } else if (c != 'f')
      return 1 + cli_wrong(&command,
                           c == ':' ? "option '%s' needs a value"
                                    : "unknown option '%s'",
                           argv[optind - 1]);
  }
  return 0;
}

/* What is wrong with the graphs and the question: -1 if nothing is, or the
 * exit status. */
static int
check_operands(const job *j, const char *query_file, char *const *end)
{
  if (j->n_graphs < 1)
    return cli_wrong(&command, "which graph, and which question?");
  const char *last = end[-1];
  if (!query_file && access(last, F_OK) == 0)
    return cli_wrong(&command,
                     "the question is missing: '%s' is a file (if the question "
                     "is in it, --file '%s')",
                     last, last);
  if (!query_file && *last && !strpbrk(last, "{ \t\r\n"))
    return cli_wrong(&command, "'%s' is neither a question nor a file", last);
  const char *over = cli_overwritten(j->out, (const char *const *)j->graphs,
                                     (size_t)j->n_graphs);
  if (!over && query_file)
    over = cli_overwritten(j->out, &query_file, 1);
  return over ? cli_wrong(&command, "'%s' would be written over", over) : -1;
}

int
cmd_query(int argc, char **argv)
{
  job j = {.style = {.graph = NG_TURTLE}};
  text_options texts = {NULL, "auto"};
  ng_buf text = {0};
  ng_error err = {0};
  int status = read_options(argc, argv, &j, &texts);
  if (status)
    return status - 1;
  if (!set_colour(&j, texts.colour))
    return cli_wrong(&command, "--color is auto, always or never, not '%s'",
                     texts.colour);
  char suffix[CLI_SUFFIX_ROOM];
  if (!j.has_rows && !j.has_graph && j.out && cli_suffix_of(j.out, suffix)) {
    j.either =
        ng_format_of_file((ng_str){j.out, strlen(j.out)}, &j.style.graph);
    (void)set_format(&j, suffix);
  }
  j.graphs = argv + optind;
  j.n_graphs = argc - optind - (texts.query_file ? 0 : 1);
  status = check_operands(&j, texts.query_file, argv + argc);
  if (status >= 0)
    return status;
  const char *last = argv[argc - 1];
  j.query = (ng_str){last, strlen(last)};
  if (texts.query_file && !read_query_file(texts.query_file, &text, &j.query))
    return 2;
  if (ng_query_check(j.query, &err)) {
    complain(&err);
    status = 2;
  } else
    status = run_guarded(&j);
  ng_buf_release(&text);
  return status;
}
