/* cmd_kb.c - newsgraph kb build|info|find|show: knowledge bases made and looked
 * into. */
#include "cli/cmd.h"
#include "cli/kb_build.h"
#include "cli/kb_diff.h"
#include "cli/kb_print.h"
#include "cli/options.h"
#include "core/str.h"
#include "kb/build.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

static const cli_command command = {0, "kb", "", ""};

static const char usage[] =
    "Usage: newsgraph kb build -o OUT.kb [OPTION...] SOURCE...\n"
    "       newsgraph kb info [--check] [KB]\n"
    "       newsgraph kb find [-k KB] NAME\n"
    "       newsgraph kb show [-k KB] ID\n"
    "       newsgraph kb diff OLD NEW\n"
    "\n"
    "Knowledge bases: made from sources (kb build --help tells more), and "
    "looked\n"
    "into. ID is a Wikidata identifier (Q403) or an IRI. KB is a base, or a\n"
    "source. Without KB, the built-in base.\n";

static int
print_help(void)
{
  (void)fputs(usage, stdout);
  return 0;
}

/* --- looking into one ----------------------------------------------------- */

/* What a command was asked. */
typedef struct {
  const char *kb; /* NULL: the built-in one */
  bool check;
  char **operands;
  int n_operands;
} request;

/* -1 to go on, or the exit status. `letters` are those that the command takes:
 * k, c for --check. */
static int
read_options(request *r, int argc, char **argv, const char *letters)
{
  static const struct option names[] = {{"kb", required_argument, NULL, 'k'},
                                        {"check", no_argument, NULL, 'c'},
                                        {"help", no_argument, NULL, 'h'},
                                        {NULL, 0, NULL, 0}};
  *r = (request){0};
  opterr = 0;
  optind = 0;
  for (int c; (c = getopt_long(argc, argv, ":k:h", names, NULL)) != -1;) {
    if (c == 'h')
      return print_help();
    if (c == ':')
      return cli_wrong(&command, "%s: '%s' needs a value", argv[0],
                       argv[optind - 1]);
    if (!strchr(letters, c))
      return cli_wrong(&command, "%s: cannot take '%s'", argv[0],
                       argv[optind - 1]);
    if (c == 'k')
      r->kb = optarg;
    else
      r->check = true;
  }
  r->operands = argv + optind;
  r->n_operands = argc - optind;
  return -1;
}

static int
info(int argc, char **argv)
{
  request r;
  int status = read_options(&r, argc, argv, "kc");
  if (status >= 0)
    return status;
  if (r.n_operands + (r.kb != NULL) > 1)
    return cli_wrong(&command, "info takes one knowledge base");
  ng_kb *kb = kb_open(r.n_operands ? r.operands[0] : r.kb);
  if (!kb)
    return 1;
  if (r.check && !ng_kb_is_intact(kb)) {
    (void)fprintf(stderr, "newsgraph: the knowledge base is damaged: its "
                          "content is not what was built\n");
    ng_kb_close(kb);
    return 1;
  }
  ng_str key, value;
  for (uint32_t i = 0; ng_kb_info(kb, i, &key, &value); i++)
    (void)printf("%.*s\t%.*s\n", NG_ARG(key), NG_ARG(value));
  ng_kb_close(kb);
  return 0;
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

/* What may have the name; the exit status. */
static int
print_candidates(const ng_kb *kb, const char *name)
{
  uint64_t key;
  size_t n = 0;
  const ng_candidate *c = NULL;
  if (key_of(name, &key))
    c = ng_kb_candidates(kb, key, &n);
  if (!n) {
    (void)fprintf(stderr, "newsgraph: no entity has the name '%s'\n", name);
    return 1;
  }
  (void)puts("prior\tid\tlabel\ttype\tkinds\tcases\tflags\tpopularity");
  for (size_t i = 0; i < n; i++)
    print_candidate(kb, &c[i]);
  return 0;
}

static int
print_entity(ng_kb *kb, const char *id)
{
  ng_bases bases = {{kb}, 1};
  ng_str text = {id, strlen(id)};
  uint32_t qid = ng_qid_parse(text);
  ng_ref ref =
      qid ? ng_bases_by_qid(&bases, qid) : ng_bases_by_iri(&bases, text);
  if (ng_ref_none(ref)) {
    (void)fprintf(stderr, "newsgraph: no entity '%s'\n", id);
    return 1;
  }
  kb_print_entity(kb, ref.index);
  return 0;
}

static int
find(int argc, char **argv)
{
  request r;
  int status = read_options(&r, argc, argv, "k");
  if (status >= 0)
    return status;
  if (r.n_operands != 1)
    return cli_wrong(&command,
                     "find takes one name, in quotes if it has spaces");
  ng_kb *kb = kb_open(r.kb);
  status = kb ? print_candidates(kb, r.operands[0]) : 1;
  ng_kb_close(kb);
  return status;
}

static int
show(int argc, char **argv)
{
  request r;
  int status = read_options(&r, argc, argv, "k");
  if (status >= 0)
    return status;
  if (r.n_operands != 1)
    return cli_wrong(&command, "show takes one identifier or IRI");
  ng_kb *kb = kb_open(r.kb);
  status = kb ? print_entity(kb, r.operands[0]) : 1;
  ng_kb_close(kb);
  return status;
}

static int
diff(int argc, char **argv)
{
  request r;
  int status = read_options(&r, argc, argv, "");
  if (status >= 0)
    return status;
  if (r.n_operands != 2)
    return cli_wrong(&command, "diff takes two knowledge bases");
  return kb_diff(r.operands[0], r.operands[1]);
}

int
cmd_kb(int argc, char **argv)
{
  static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
  } commands[] = {{"build", kb_build},
                  {"info", info},
                  {"find", find},
                  {"show", show},
                  {"diff", diff}};
  const char *name = argc > 1 ? argv[1] : "";
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
    return print_help();
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (strcmp(name, commands[i].name) == 0)
      return commands[i].run(argc - 1, argv + 1);
  return cli_wrong(&command, "what? build, info, find, show or diff");
}
