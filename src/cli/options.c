#include "cli/options.h"
#include "cli/models.h"
#include "cli/overwrite.h"
#include "core/str.h"
#include "rdf/write.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>

enum {
  OPT_PROFILE = 256,
  OPT_TABLE,
  OPT_SPLIT,
  OPT_VOID,
  OPT_WITH_TEXT,
  OPT_BASE,
  OPT_SCHEMA_HTTP,
  OPT_MENTIONS,
  OPT_OFFSETS,
  OPT_MIN_CONFIDENCE,
  OPT_TYPES,
  OPT_NOT_TYPES,
  OPT_SPANS,
  OPT_DATE,
  OPT_URL,
  OPT_LANG,
  OPT_INPUT,
  OPT_FILES_FROM,
  OPT_BUDGET,
  OPT_MODEL,
  OPT_EVERY_SENTENCE,
  OPT_LEXICON,
  OPT_CONLLU,
  OPT_PROGRESS,
  OPT_ERRORS,
  OPT_AT,
  OPT_ALL,
  OPT_HELP,
};

const cli_option cli_options[] = {
    {'k', CLI_ANY | CLI_EVAL | CLI_LEXICON | CLI_BENCH | CLI_EXPLAIN, "kb",
     "KB",
     "a knowledge base, or a source of one (.ttl); several\n"
     "overrule one another, the last wins; default:\n"
     "$NEWSGRAPH_KB, else the built-in base"},
    {'f', CLI_GRAPH, "format", "FORMAT",
     "turtle, ntriples, nquads, trig, jsonld, rdfxml, and\n"
     "their short names and media types; 'help' lists them;\n"
     "or tsv, csv: a table; default: by the name of -o,\n"
     "else turtle"},
    {OPT_TABLE, CLI_GRAPH, "table", "TABLE",
     "of -f tsv and csv: events (the default), claims,\n"
     "offices, articles; nodes and edges, for networkx,\n"
     "Gephi, Neo4j"},
    {'o', CLI_ANY, "output", "FILE",
     "write there, whole or not at all; FILE.gz and FILE.zst\n"
     "are compressed; default: standard output"},
    {OPT_SPLIT, CLI_GRAPH, "split", "BYTES",
     "for bulk loaders: out.nq.gz becomes out-000001.nq.gz\n"
     "... of so many bytes before compression, with K, M\n"
     "or G; only between articles"},
    {OPT_VOID, CLI_GRAPH, "void", "FILE",
     "describe there what was written: VoID and DCAT"},
    {OPT_PROFILE, CLI_GRAPH | CLI_BENCH, "profile", "PROFILE",
     "facts (the default); full: also every mention; nif:\n"
     "what NIF tools read; oa: mentions as W3C Web\n"
     "Annotations; fise: as Apache Stanbol wrote them"},
    {OPT_WITH_TEXT, CLI_GRAPH, "with-text", NULL,
     "write the article's text, too"},
    {OPT_BASE, CLI_ANY, "base", "IRI",
     "what minted IRIs start with; default\n"
     "https://w3id.org/newsgraph/id/"},
    {OPT_SCHEMA_HTTP, CLI_GRAPH, "schema-http", NULL,
     "write http://schema.org/, not https"},
    {OPT_MENTIONS, CLI_ANY | CLI_EVAL | CLI_BENCH | CLI_EXPLAIN, "mentions",
     "WHICH",
     "names; concepts (the default): also lower-case\n"
     "concepts of the base; all: also \"the president\""},
    {OPT_OFFSETS, CLI_MENTIONS, "offsets", "UNIT",
     "codepoint (the default), byte, utf16"},
    {OPT_MIN_CONFIDENCE, CLI_ANY, "min-confidence", "P",
     "drop links less sure than P, 0 to 1; default 0"},
    {OPT_TYPES, CLI_GRAPH | CLI_MENTIONS, "types", "T,...",
     "show mentions of these types only: person, group,\n"
     "place (country, region, city, building),\n"
     "organization (government, court, military, party,\n"
     "international, company, media, school, team, league),\n"
     "event (conflict), treaty, office, occupation, work,\n"
     "product, language, religion, species, disease, award,\n"
     "concept, entity (of no known type), or schema.org\n"
     "classes; events and claims keep all whom they name"},
    {OPT_NOT_TYPES, CLI_GRAPH | CLI_MENTIONS, "not-types", "T,...",
     "show no mentions of these types"},
    {OPT_SPANS, CLI_MENTIONS, "spans", "FILE",
     "link these spans and no others: lines of ARTICLE,\n"
     "BEGIN, END and perhaps 'title', with tabs between\n"
     "(ARTICLE is the id, else the file's name); JSON lines\n"
     "as printed here (.json, .jsonl); or NIF (.ttl, .nt,\n"
     "...), which brings its own texts: no INPUT then"},
    {OPT_DATE, CLI_ANY | CLI_LEXICON | CLI_EXPLAIN, "date", "YYYY-MM-DD",
     "the articles' date, whatever they say"},
    {OPT_URL, CLI_ANY, "url", "URL", "the article's address, likewise"},
    {OPT_LANG, CLI_ANY, "lang", "TAG", "the articles' language, likewise"},
    {OPT_INPUT, CLI_ANY | CLI_EXPLAIN, "input", "KIND",
     "auto (the default: by content and name), text, jsonl"},
    {OPT_FILES_FROM, CLI_ANY | CLI_BENCH | CLI_EXPLAIN, "files-from", "FILE",
     "also read the files that FILE names, one a line"},
    {'0', CLI_ANY, "null", NULL,
     "names in it end with NUL, not with a newline"},
    {'t', CLI_ANY, "threads", "N", "0: one a core; default 1"},
    {OPT_BUDGET, CLI_ANY | CLI_EVAL | CLI_BENCH | CLI_EXPLAIN, "budget",
     "BYTES",
     "memory one article may take, with K, M or G;\n"
     "default 256M"},
    {OPT_MODEL,
     CLI_GRAPH | CLI_PARSE | CLI_LEXICON | CLI_EVAL | CLI_BENCH_GRAPH, "model",
     "MODEL",
     "deep (the default, where installed): reads more\n"
     "rightly; fast: some twenty times as fast; or a file"},
    {OPT_EVERY_SENTENCE, CLI_GRAPH | CLI_EVAL | CLI_BENCH_GRAPH,
     "every-sentence", NULL,
     "parse also what can tell of no event: slower, and\n"
     "what it changes is what leaving that out costs"},
    {OPT_LEXICON, CLI_GRAPH | CLI_EVAL | CLI_BENCH_GRAPH, "lexicon", "FILE",
     "patterns of events and claims (.ttl), besides the\n"
     "built-in ones; may be given several times"},
    {OPT_CONLLU, CLI_PARSE, "conllu", NULL,
     "the inputs are CoNLL-U: keep their words"},
    {OPT_PROGRESS, CLI_ANY, "progress", "WHEN",
     "auto (the default: on a terminal), always, never"},
    {'q', CLI_ANY, "quiet", NULL, "say nothing but what failed"},
    {'v', CLI_ANY, "verbose", NULL, "end with articles, speed and peak memory"},
    {OPT_ERRORS, CLI_EVAL, "errors", NULL,
     "first list what was missed, made up or wrong"},
    {OPT_AT, CLI_EXPLAIN, "at", "OFFSET", "only what is over this code point"},
    {OPT_ALL, CLI_EXPLAIN, "all", NULL, "every reading, and every feature"},
    {OPT_HELP, CLI_ANY | CLI_EVAL | CLI_LEXICON | CLI_BENCH | CLI_EXPLAIN,
     "help", NULL, "show this"},
};

const size_t cli_n_options = sizeof cli_options / sizeof *cli_options;

/* --- saying --------------------------------------------------------------- */

int
cli_wrong(const cli_command *command, const char *fmt, ...)
{
  char text[300];
  va_list ap;
  va_start(ap, fmt);
  (void)vsnprintf(text, sizeof text, fmt, ap);
  va_end(ap);
  (void)fprintf(stderr, "newsgraph: %s: %s\nTry 'newsgraph %s --help'.\n",
                command->name, text, command->name);
  return 2;
}

const char *
cli_option_name(const struct option *options, int value)
{
  while (options->name && options->val != value)
    options++;
  return options->name ? options->name : "";
}

/* The lines of `help`, each behind the same margin. */
static void
print_indented(const char *help, int margin)
{
  for (const char *end; (end = strchr(help, '\n')); help = end + 1)
    (void)printf("%.*s\n%*s", (int)(end - help), help, margin, "");
  (void)puts(help);
}

static int
print_help(const cli_command *command)
{
  enum { MARGIN = 29 };
  (void)printf("Usage: newsgraph %s %s\n\n%s\n", command->name,
               command->synopsis, command->about);
  for (size_t i = 0; i < cli_n_options; i++) {
    const cli_option *o = &cli_options[i];
    if (!(o->commands & command->bit))
      continue;
    char left[MARGIN + 20];
    int n = o->id < 256 ? snprintf(left, sizeof left, "  -%c, ", o->id)
                        : snprintf(left, sizeof left, "      ");
    (void)snprintf(left + n, sizeof left - (size_t)n, "--%s%s%s", o->name,
                   o->arg ? " " : "", o->arg ? o->arg : "");
    bool fits = strlen(left) + 2 <= MARGIN;
    (void)printf("%-*s%s", fits ? MARGIN : 0, left, fits ? "" : "\n");
    if (!fits)
      (void)printf("%*s", MARGIN, "");
    print_indented(o->help, MARGIN);
  }
  return 0;
}

/* --- options -------------------------------------------------------------- */

static bool
set_choice(ng_options *o, cli_request *r, int id, const char *value)
{
  static const char *const profiles[] = {"facts", "full", "nif",
                                         "oa",    "fise", NULL};
  static const char *const mentions[] = {"names", "concepts", "all", NULL};
  static const char *const units[] = {"codepoint", "byte", "utf16", NULL};
  static const char *const whens[] = {"auto", "always", "never", NULL};
  unsigned n = 0;
  bool known = false;
  if (id == OPT_PROFILE && (known = cli_read_choice(value, profiles, &n)))
    o->profile = (ng_profile)n;
  else if (id == OPT_MENTIONS && (known = cli_read_choice(value, mentions, &n)))
    o->mentions = (ng_mention_choice)n;
  else if (id == OPT_OFFSETS && (known = cli_read_choice(value, units, &n)))
    o->offsets = (ng_offset_unit)n;
  else if (id == OPT_INPUT)
    known = cli_read_input(value, &o->input);
  else if (id == OPT_PROGRESS && (known = cli_read_choice(value, whens, &n)))
    r->progress = (cli_when)n;
  return known;
}

/* Set what takes a value; false if it cannot be that. */
static bool
set_value(cli_request *r, int id, const char *value)
{
  ng_options *o = &r->options;
  switch (id) {
  case 'k':
    r->kbs[r->n_kbs++] = value;
    return true;
  case 'f':
    r->has_format = true;
    r->rows = cli_rows_named(value);
    return r->rows ||
           ng_format_find((ng_str){value, strlen(value)}, &r->format);
  case 'o':
    return r->output = value, true;
  case 't':
    return cli_read_threads(value, &o->threads);
  case OPT_LEXICON:
    r->lexicons[o->n_lexicons++] = value;
    o->lexicons = r->lexicons;
    return true;
  case OPT_MODEL:
    return o->model = cli_model_name(value), true;
  case OPT_BASE:
    return o->base = value, true;
  case OPT_TYPES:
    return o->types = value, true;
  case OPT_SPANS:
    return r->spans = value, true;
  case OPT_NOT_TYPES:
    return o->not_types = value, true;
  case OPT_DATE:
    return o->date = value, true;
  case OPT_URL:
    return o->url = value, true;
  case OPT_LANG:
    return o->lang = value, true;
  case OPT_FILES_FROM:
    return r->inputs.list = value, true;
  case OPT_MIN_CONFIDENCE:
    return cli_read_share(value, &o->min_confidence);
  case OPT_TABLE:
    return r->table = value, true;
  case OPT_SPLIT:
    return cli_read_bytes(value, &r->split);
  case OPT_VOID:
    return r->void_path = value, true;
  case OPT_AT:
    return cli_read_offset(value, &r->at);
  case OPT_BUDGET:
    return cli_read_bytes(value, &o->budget);
  default:
    return set_choice(o, r, id, value);
  }
}

static void
set_flag(cli_request *r, int id)
{
  switch (id) {
  case '0':
    r->inputs.nul = true;
    break;
  case 'q':
    r->quiet = true;
    break;
  case 'v':
    r->verbose = true;
    break;
  case OPT_ERRORS:
    r->errors = true;
    break;
  case OPT_ALL:
    r->all = true;
    break;
  case OPT_CONLLU:
    r->conllu = true;
    break;
  case OPT_EVERY_SENTENCE:
    r->options.every_sentence = true;
    break;
  case OPT_WITH_TEXT:
    r->options.with_text = true;
    break;
  case OPT_SCHEMA_HTTP:
    r->options.schema_http = true;
    break;
  default:
    break;
  }
}

/* The formats of RDF by name, short name, media type and suffix. */
static int
print_formats(void)
{
  (void)puts("turtle    ttl     text/turtle            .ttl\n"
             "ntriples  nt      application/n-triples  .nt\n"
             "nquads    nq      application/n-quads    .nq\n"
             "trig              application/trig       .trig\n"
             "jsonld            application/ld+json    .jsonld, .json\n"
             "rdfxml    rdf     application/rdf+xml    .rdf\n"
             "tsv               text/tab-separated-values  .tsv\n"
             "csv               text/csv               .csv");
  return 0;
}

/* What getopt_long() wants, of the command's options. */
typedef struct {
  struct option names[sizeof cli_options / sizeof *cli_options + 1];
  char letters[64];
} getopt_table;

static void
fill_getopt(getopt_table *table, unsigned bit)
{
  size_t n = 0, letter = 0;
  *table = (getopt_table){0};
  table->letters[letter++] = ':'; /* tell a missing value from a bad option */
  for (size_t i = 0; i < cli_n_options; i++) {
    const cli_option *o = &cli_options[i];
    if (!(o->commands & bit))
      continue;
    table->names[n++] = (struct option){o->name, o->arg != NULL, NULL, o->id};
    if (o->id >= 256)
      continue;
    table->letters[letter++] = (char)o->id;
    if (o->arg)
      table->letters[letter++] = ':';
  }
}

static const cli_option *
find_option(int id)
{
  for (size_t i = 0; i < cli_n_options; i++)
    if (cli_options[i].id == id)
      return &cli_options[i];
  return NULL;
}

/* One option as getopt_long() found it: -1 to go on, or the exit status. */
static int
take(cli_request *r, const cli_command *command, int id, char **argv)
{
  const cli_option *o = find_option(id);
  if (id == OPT_HELP)
    return print_help(command);
  if (id == ':')
    return cli_wrong(command, "option '%s' needs a value", argv[optind - 1]);
  if (!o && optopt > 0 && optopt < 256)
    return cli_wrong(command, "unknown option '-%c'", optopt);
  if (!o)
    return cli_wrong(command, "unknown option '%s'", argv[optind - 1]);
  if (!o->arg) {
    set_flag(r, id);
    return -1;
  }
  if (id == 'f' && strcmp(optarg, "help") == 0)
    return print_formats();
  if (id == 'k' && r->n_kbs == NG_MAX_BASES)
    return cli_wrong(command, "more than %d knowledge bases", NG_MAX_BASES);
  if (id == OPT_LEXICON && r->options.n_lexicons == CLI_MAX_LEXICONS)
    return cli_wrong(command, "more than %d lexicons", CLI_MAX_LEXICONS);
  if (!set_value(r, id, optarg))
    return cli_wrong(command, "--%s cannot be '%s'", o->name, optarg);
  return -1;
}

int
cli_parse(cli_request *out, const cli_command *command, int argc, char **argv)
{
  *out = (cli_request){.at = -1};
  ng_options_init(&out->options);
  getopt_table table;
  fill_getopt(&table, command->bit);
  opterr = 0;
  optind = 0;
  for (int id; (id = getopt_long(argc, argv, table.letters, table.names,
                                 NULL)) != -1;) {
    int status = take(out, command, id, argv);
    if (status >= 0)
      return status;
  }
  out->inputs.paths = (const char *const *)(argv + optind);
  out->inputs.n_paths = (size_t)(argc - optind);
  char over[PATH_MAX];
  return cli_request_overwrites(out, over)
             ? cli_wrong(command, "'%s' would be written over", over)
             : -1;
}
