/* cmd_kb.c - newsgraph kb build|info|find|show: knowledge bases made and looked
 * into. */
#include "cli/cmd.h"
#include "cli/kb_build.h"
#include "cli/kb_diff.h"
#include "cli/kb_print.h"
#include "core/str.h"
#include "kb/build.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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
wrong_usage(const char *why)
{
  (void)fprintf(stderr, "newsgraph: %s\n%s", why, usage);
  return 2;
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
  } commands[] = {{"build", kb_build},
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
