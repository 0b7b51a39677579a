/* cmd_verify.c - newsgraph verify: a graph's spans against the text. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/verify.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>

static const cli_command command = {0, "verify", "", ""};

static const char usage[] =
    "Usage: newsgraph verify GRAPH... --text ARTICLE [--text ARTICLE]...\n"
    "\n"
    "Check every span of a graph (any of our formats): its offsets against "
    "its\n"
    "IRI, its words against the text, evidence against what describes it. "
    "Says\n"
    "which do not hold, and exits with 1 if there are any.\n"
    "\n"
    "      --text FILE        the articles that the graph was made of\n"
    "      --date, --url, --input   as they were given to 'newsgraph graph'\n"
    "  -q, --quiet            print no summary\n"
    "      --help             show this\n";

enum { MAX_TEXTS = 1024 };

typedef struct {
  const char *texts[MAX_TEXTS];
  size_t n_texts;
  bool quiet;
  ng_options options;
} request;

/* -1 to go on, or the exit status. */
static int
parse(request *r, int argc, char **argv)
{
  static const struct option names[] = {
      {"text", 1, NULL, 'x'},  {"date", 1, NULL, 'd'},  {"url", 1, NULL, 'u'},
      {"input", 1, NULL, 'i'}, {"quiet", 0, NULL, 'q'}, {"help", 0, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  opterr = 0;
  optind = 0;
  for (int id; (id = getopt_long(argc, argv, "qh", names, NULL)) != -1;) {
    if (id == 'x' && r->n_texts < MAX_TEXTS)
      r->texts[r->n_texts++] = optarg;
    else if (id == 'd')
      r->options.date = optarg;
    else if (id == 'u')
      r->options.url = optarg;
    else if (id == 'i')
      r->options.input = *optarg == 't'   ? NG_INPUT_TEXT
                         : *optarg == 'j' ? NG_INPUT_JSON
                                          : NG_INPUT_AUTO;
    else if (id == 'q')
      r->quiet = true;
    else if (id == 'h')
      return fputs(usage, stdout) < 0 || fflush(stdout) ? 1 : 0;
    else
      return cli_wrong(&command, "cannot take '%s'", argv[optind - 1]);
  }
  if (optind == argc)
    return cli_wrong(&command, "which graph?");
  if (!r->n_texts)
    return cli_wrong(&command, "say --text ARTICLE");
  return -1;
}

int
cmd_verify(int argc, char **argv)
{
  request r = {0};
  ng_options_init(&r.options);
  int status = parse(&r, argc, argv);
  if (status >= 0)
    return status;
  status = 0;
  cli_verifier v;
  cli_verifier_init(&v);
  ng_error err = {0};
  for (size_t i = 0; i < r.n_texts; i++)
    if (cli_verifier_text(&v, r.texts[i], &r.options, &err) != NG_OK)
      status = cli_complain(r.texts[i], &err);
  for (int i = optind; i < argc; i++)
    if (cli_verifier_graph(&v, argv[i], &err) != NG_OK)
      status = cli_complain(NULL, &err);
  if (!r.quiet)
    (void)printf("%" PRIu64 " spans, %" PRIu64 " wrong\n", v.spans, v.wrong);
  if (v.wrong || fflush(stdout) != 0)
    status = 1;
  cli_verifier_release(&v);
  return status;
}
