/* cmd_report.c - newsgraph report: many graphs, compared or as tables. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/overwrite.h"
#include "core/fail.h"
#include "emit/emit.h"
#include "rdf/write.h"
#include "report/group.h"
#include "report/print.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const cli_command command = {0, "report", "", ""};

static const char usage[] =
    "Usage: newsgraph report [options] GRAPH...\n"
    "\n"
    "Compare what several articles say. Near-identical copies count as one "
    "source.\n"
    "  agreement      two independent sources or more tell the same\n"
    "  contradiction  of one happening they cannot all be right: dates, "
    "amounts,\n"
    "                 status, who did it to whom, yes and no, who holds an "
    "office\n"
    "  course         what time explains: scheduled, postponed, occurred; an "
    "office\n"
    "                 that changed hands\n"
    "A happening is one for events of one ng:identity, or of one class with "
    "the\n"
    "same two or more linked actors within ten days.\n"
    "\n"
    "      --table WHAT     no comparison, but a table of what the graphs say: "
    "a row\n"
    "                       for each of the articles, events, claims, offices; "
    "nodes\n"
    "                       and edges: for networkx, Gephi, Neo4j\n"
    "  -f, --format FORMAT  text, tsv, csv, json, ntriples; default: by the "
    "name\n"
    "                       of -o, else text, of --table tsv\n"
    "  -o, --output FILE    write there; FILE.gz and FILE.zst are "
    "compressed\n"
    "      --base IRI       what minted IRIs start with; default\n"
    "                       https://w3id.org/newsgraph/id/\n"
    "      --input FORMAT   the graphs' format; default: by name, then "
    "content\n"
    "      --help           show this\n";

typedef enum { TEXT, TSV, CSV, JSON, NTRIPLES, UNKNOWN } style;

typedef struct {
  const ng_table *table; /* NULL: compare */
  style style;
  bool has_style; /* --format was given */
  const char *out, *base;
  const ng_format *input;
  ng_format input_format;
} request;

static style
find_style(const char *name)
{
  static const char *const names[] = {"text", "tsv", "csv", "json", "ntriples"};
  for (int i = 0; i < UNKNOWN; i++)
    if (strcmp(names[i], name) == 0)
      return (style)i;
  return strcmp(name, "nt") == 0 ? NTRIPLES : UNKNOWN;
}

static ng_status
compare(const request *r, ng_facts *facts, ng_buf *out, ng_error *err)
{
  ng_findings findings;
  NG_TRY(ng_group_happenings(facts, err));
  NG_TRY(ng_findings_make(&findings, facts, err));
  switch (r->style) {
  case TSV:
  case CSV:
    ng_print_findings_table(out, &findings, facts,
                            r->style == CSV ? NG_CELLS_CSV : NG_CELLS_TSV);
    break;
  case JSON:
    ng_print_findings_json(out, &findings, facts);
    break;
  case NTRIPLES:
    ng_print_findings_rdf(out, &findings, (ng_str){r->base, strlen(r->base)});
    break;
  default:
    ng_print_findings(out, &findings, facts);
  }
  return NG_OK;
}

static int
run(const request *r, char **files, int n)
{
  ng_facts facts;
  ng_error err = {0};
  ng_buf out = {0};
  int status = 0, failed = 0;
  ng_facts_init(&facts);
  for (int i = 0; i < n; i++)
    if (ng_rdf_read_file(files[i], r->input, ng_facts_sink(&facts), &err)) {
      status = cli_complain(NULL, &err);
      failed++;
    }
  ng_status st = failed == n ? NG_END : ng_facts_fill(&facts, &err);
  if (st == NG_OK) {
    ng_group_copies(&facts);
    ng_cells cells = r->style == CSV ? NG_CELLS_CSV : NG_CELLS_TSV;
    if (r->table) {
      ng_print_table_head(&out, r->table, cells);
      ng_print_table_rows(&out, r->table, &facts, cells);
    } else {
      st = compare(r, &facts, &out, &err);
    }
  }
  if (st == NG_OK)
    st = cli_put_out(r->out, &out, &err);
  if (st != NG_OK && st != NG_END)
    status = cli_complain(NULL, &err);
  ng_buf_release(&out);
  ng_facts_release(&facts);
  return status;
}

static bool
set_input(request *r, const char *name)
{
  r->input = &r->input_format;
  return ng_format_find((ng_str){name, strlen(name)}, &r->input_format);
}

/* -1 to go on, or the exit status. */
static int
take(request *r, int id, char **argv)
{
  switch (id) {
  case 'h':
    return (void)fputs(usage, stdout), 0;
  case 't':
    r->table = ng_table_find(optarg);
    return r->table ? -1 : cli_wrong(&command, "no table '%s'", optarg);
  case 'f':
    r->has_style = true;
    r->style = find_style(optarg);
    return r->style != UNKNOWN
               ? -1
               : cli_wrong(&command, "unknown format '%s'", optarg);
  case 'o':
    return r->out = optarg, -1;
  case 'b':
    r->base = optarg;
    return ng_is_base((ng_str){optarg, strlen(optarg)})
               ? -1
               : cli_wrong(&command, "--base cannot be '%s'", optarg);
  case 'i':
    return set_input(r, optarg)
               ? -1
               : cli_wrong(&command, "unknown format '%s'", optarg);
  case ':':
    return cli_wrong(&command, "option '%s' needs a value", argv[optind - 1]);
  default:
    return cli_wrong(&command, "unknown option '%s'", argv[optind - 1]);
  }
}

int
cmd_report(int argc, char **argv)
{
  static const struct option names[] = {
      {"table", 1, NULL, 't'},  {"format", 1, NULL, 'f'},
      {"output", 1, NULL, 'o'}, {"base", 1, NULL, 'b'},
      {"input", 1, NULL, 'i'},  {"help", 0, NULL, 'h'},
      {NULL, 0, NULL, 0}};
  request r = {.base = "https://w3id.org/newsgraph/id/"};
  opterr = 0;
  optind = 0;
  for (int id; (id = getopt_long(argc, argv, ":f:o:", names, NULL)) != -1;) {
    int status = take(&r, id, argv);
    if (status >= 0)
      return status;
  }
  if (optind == argc)
    return cli_wrong(&command, "which graphs?");
  char suffix[CLI_SUFFIX_ROOM];
  if (!r.has_style && r.out && cli_suffix_of(r.out, suffix) &&
      find_style(suffix) != UNKNOWN)
    r.style = find_style(suffix);
  if (r.table && (r.style == JSON || r.style == NTRIPLES))
    return cli_wrong(&command, "a table is tsv or csv");
  const char *const *graphs = (const char *const *)argv + optind;
  const char *over = cli_overwritten(r.out, graphs, (size_t)(argc - optind));
  if (over)
    return cli_wrong(&command, "'%s' would be written over", over);
  return run(&r, argv + optind, argc - optind);
}
