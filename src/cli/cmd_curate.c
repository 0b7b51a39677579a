/* cmd_curate.c - newsgraph curate: names for a person to decide. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/overwrite.h"
#include "cli/slurp.h"
#include "core/fail.h"
#include "emit/emit.h"
#include "report/curate.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const cli_command command = {0, "curate", "", ""};

static const char usage[] =
    "Usage: newsgraph curate GRAPH... > names.tsv\n"
    "       newsgraph curate --apply names.tsv > overlay.ttl\n"
    "       newsgraph curate --affected names.tsv GRAPH... > articles.txt\n"
    "\n"
    "List the names of a corpus that no knowledge base knows or that stayed "
    "in\n"
    "doubt, those that matter most first. Write into the first column what "
    "each is:\n"
    "a Wikidata identifier (Q403), an IRI, 'new' (an entity of its own, of "
    "the kind\n"
    "in the third column), '-' to leave it. --apply makes an overlay of it, "
    "for\n"
    "'newsgraph graph -k built-in.kb -k overlay.ttl'; --affected says which "
    "articles\n"
    "must be linked again, for '--files-from'.\n"
    "\n"
    "      --apply FILE     write the overlay of FILE's decisions\n"
    "      --affected FILE  name the articles that hold a name FILE decides\n"
    "  -o, --output FILE    write there; FILE.gz and FILE.zst are "
    "compressed\n"
    "      --base IRI       what minted IRIs start with; default\n"
    "                       https://w3id.org/newsgraph/id/\n"
    "      --help           show this\n";

typedef struct {
  const char *apply, *affected, *out, *base;
} request;

static int
apply(const request *r, ng_str table)
{
  ng_error err = {0};
  ng_buf out = {0};
  size_t decided = 0;
  ng_status st = ng_curate_overlay(
      &out, table, (ng_str){r->base, strlen(r->base)}, &decided, &err);
  const char *where = st == NG_OK ? NULL : r->apply;
  if (st == NG_OK)
    st = cli_put_out(r->out, &out, &err);
  if (st == NG_OK && !decided)
    (void)fprintf(stderr, "newsgraph: %s: nothing is decided yet\n", r->apply);
  ng_buf_release(&out);
  return st == NG_OK ? 0 : cli_complain(where, &err);
}

static int
list(const request *r, ng_str table, char **files, int n)
{
  ng_facts facts;
  ng_error err = {0};
  ng_buf out = {0};
  int status = 0;
  ng_facts_init(&facts);
  for (int i = 0; i < n; i++)
    if (ng_rdf_read_file(files[i], NULL, ng_facts_sink(&facts), &err))
      status = cli_complain(NULL, &err);
  ng_status st = r->affected ? ng_curate_affected(&out, &facts, table, &err)
                             : ng_curate_names(&out, &facts, &err);
  if (st == NG_OK)
    st = cli_put_out(r->out, &out, &err);
  if (st != NG_OK)
    status = cli_complain(NULL, &err);
  ng_buf_release(&out);
  ng_facts_release(&facts);
  return status;
}

/* -1 to go on, or the exit status. */
static int
take(request *r, int id, char **argv)
{
  switch (id) {
  case 'h':
    return (void)fputs(usage, stdout), 0;
  case 'a':
    return r->apply = optarg, -1;
  case 'f':
    return r->affected = optarg, -1;
  case 'o':
    return r->out = optarg, -1;
  case 'b':
    r->base = optarg;
    return ng_is_base((ng_str){optarg, strlen(optarg)})
               ? -1
               : cli_wrong(&command, "--base cannot be '%s'", optarg);
  case ':':
    return cli_wrong(&command, "option '%s' needs a value", argv[optind - 1]);
  default:
    return cli_wrong(&command, "unknown option '%s'", argv[optind - 1]);
  }
}

int
cmd_curate(int argc, char **argv)
{
  static const struct option names[] = {
      {"apply", 1, NULL, 'a'},  {"affected", 1, NULL, 'f'},
      {"output", 1, NULL, 'o'}, {"base", 1, NULL, 'b'},
      {"help", 0, NULL, 'h'},   {NULL, 0, NULL, 0}};
  request r = {.base = "https://w3id.org/newsgraph/id/"};
  opterr = 0;
  optind = 0;
  for (int id; (id = getopt_long(argc, argv, ":o:", names, NULL)) != -1;) {
    int status = take(&r, id, argv);
    if (status >= 0)
      return status;
  }
  if (r.apply && r.affected)
    return cli_wrong(&command, "--apply or --affected?");
  if ((optind == argc) != (r.apply != NULL))
    return cli_wrong(&command,
                     r.apply ? "--apply takes no graph" : "which graphs?");
  ng_buf table = {0};
  const char *path = r.apply ? r.apply : r.affected;
  const char *const *graphs = (const char *const *)argv + optind;
  const char *over = cli_overwritten(r.out, graphs, (size_t)(argc - optind));
  if (path && !over)
    over = cli_overwritten(r.out, &path, 1);
  if (over)
    return cli_wrong(&command, "'%s' would be written over", over);
  if (path && !cli_slurp(path, &table)) {
    ng_buf_release(&table);
    return 1;
  }
  int status = r.apply ? apply(&r, (ng_str){table.at, table.len})
                       : list(&r, (ng_str){table.at, table.len}, argv + optind,
                              argc - optind);
  ng_buf_release(&table);
  return status;
}
