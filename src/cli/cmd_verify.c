/* cmd_verify.c - newsgraph verify: a graph's spans against the text, and its
 * statements against shapes. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/conform.h"
#include "cli/verify.h"
#include "core/date.h"
#include "core/fail.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const cli_command command = {0, "verify", "", ""};

static const char usage[] =
    "Usage: newsgraph verify GRAPH... --text ARTICLE [--text ARTICLE]...\n"
    "       newsgraph verify GRAPH... --shapes[=FILE]\n"
    "\n"
    "Check every span of a graph (any of our formats): its offsets against "
    "its\n"
    "IRI, its words against the text, evidence against what describes it. "
    "Says\n"
    "which do not hold, and exits with 1 if there are any.\n"
    "\n"
    "      --text FILE        the articles that the graph was made of; or a "
    "folder\n"
    "      --shapes[=FILE]    check the statements as well, or alone: all "
    "graphs\n"
    "                         together must conform to these shapes (SHACL); "
    "by\n"
    "                         default to those of every profile of ours, "
    "which\n"
    "                         are ontology/shapes.ttl. Names each node that "
    "does\n"
    "                         not, the shape, and what it asks for. Shapes "
    "that\n"
    "                         say more of SHACL than is checked are refused\n"
    "      --date, --url, --input   as they were given to 'newsgraph graph'\n"
    "  -q, --quiet            print no summary\n"
    "      --help             show this\n";

typedef struct {
  const char **texts;
  size_t n_texts;
  bool quiet, shaped;
  const char *shapes; /* a file; NULL: the built-in ones */
  ng_options options;
} request;

static bool
is_date(const char *value)
{
  uint32_t date;
  return ng_date_read_day((ng_str){value, strlen(value)}, &date);
}

/* -1 to go on, or the exit status. */
static int
parse(request *r, int argc, char **argv)
{
  static const struct option names[] = {
      {"text", 1, NULL, 'x'},   {"date", 1, NULL, 'd'},
      {"url", 1, NULL, 'u'},    {"input", 1, NULL, 'i'},
      {"shapes", 2, NULL, 's'}, {"quiet", 0, NULL, 'q'},
      {"help", 0, NULL, 'h'},   {NULL, 0, NULL, 0}};
  opterr = 0;
  optind = 0;
  for (int id; (id = getopt_long(argc, argv, "qh", names, NULL)) != -1;) {
    if (id == 'x')
      r->texts[r->n_texts++] = optarg;
    else if (id == 'd' && !is_date(optarg))
      return cli_wrong(&command, "'%s' is not a date (YYYY-MM-DD)", optarg);
    else if (id == 'd')
      r->options.date = optarg;
    else if (id == 'u')
      r->options.url = optarg;
    else if (id == 'i') {
      if (!cli_read_input(optarg, &r->options.input))
        return cli_wrong(&command, "--input cannot be '%s'", optarg);
    } else if (id == 's')
      r->shaped = true, r->shapes = optarg;
    else if (id == 'q')
      r->quiet = true;
    else if (id == 'h')
      return (void)fputs(usage, stdout), 0;
    else
      return cli_wrong(&command, "cannot take '%s'", argv[optind - 1]);
  }
  if (optind == argc)
    return cli_wrong(&command, "which graph?");
  if (!r->n_texts && !r->shaped)
    return cli_wrong(&command, "say --text ARTICLE, or --shapes");
  return -1;
}

/* Spans against texts; the exit status. */
static int
verify_spans(const request *r, char **graphs, int n)
{
  int status = 0;
  cli_verifier v;
  cli_verifier_init(&v);
  ng_error err = {0};
  for (size_t i = 0; i < r->n_texts; i++)
    if (!cli_verifier_text(&v, r->texts[i], &r->options))
      status = 1;
  for (int i = 0; i < n; i++)
    if (cli_verifier_graph(&v, graphs[i], &err) != NG_OK)
      status = cli_complain(NULL, &err);
  if (!r->quiet)
    (void)printf("%" PRIu64 " spans, %" PRIu64 " wrong\n", v.spans, v.wrong);
  if (v.wrong)
    status = 1;
  cli_verifier_release(&v);
  return status;
}

/* All graphs together against shapes; the exit status. */
static int
verify_shapes(const request *r, char **graphs, int n)
{
  int status = 0;
  cli_conformer c;
  cli_conformer_init(&c);
  ng_error err = {0};
  ng_status st = cli_conformer_shapes(&c, r->shapes, &err);
  for (int i = 0; i < n && st == NG_OK; i++)
    if (ng_rdf_read_file(graphs[i], NULL, ng_triples_sink(&c.data), &err))
      status = cli_complain(NULL, &err);
  if (st == NG_OK)
    st = cli_conformer_check(&c, &err);
  if (st != NG_OK)
    status = cli_complain(NULL, &err);
  else if (!r->quiet)
    (void)printf("%" PRIu64 " nodes, %" PRIu64 " violations\n", c.nodes,
                 c.violations);
  if (c.violations)
    status = 1;
  cli_conformer_release(&c);
  return status;
}

static int
run(const request *r, char **graphs, int n)
{
  int status = r->n_texts ? verify_spans(r, graphs, n) : 0;
  if (r->shaped && verify_shapes(r, graphs, n) != 0)
    status = 1;
  return status;
}

int
cmd_verify(int argc, char **argv)
{
  request r = {.texts = calloc((size_t)argc, sizeof *r.texts)};
  ng_error err = {0};
  if (!r.texts) {
    (void)ng_fail(&err, NG_ERR_LIMIT, 0, "out of memory");
    return cli_complain(NULL, &err);
  }
  ng_options_init(&r.options);
  int status = parse(&r, argc, argv);
  if (status < 0)
    status = run(&r, argv + optind, argc - optind);
  free(r.texts);
  return status;
}
