/* train_fast.c - newsgraph train fast: a tagger, a parser and lemmas. */
#include "cli/slurp.h"
#include "cli/train.h"
#include "core/fail.h"
#include "core/replace.h"
#include "train/train.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char usage[] =
    "Usage: newsgraph train fast -o MODEL --gold FILE... [--silver FILE...]\n"
    "\n"
    "Learn from treebanks in CoNLL-U, plain or gzipped. Gold ones were\n"
    "annotated by people and teach lemmas too; silver ones by a parser.\n"
    "The same files, options and seed make the same model, byte by byte.\n"
    "\n"
    "  --from MODEL        keep that model but for what foretells actions and\n"
    "                      labels, which the treebanks then teach\n"
    "  --merge N           merge names, dates and amounts, N in 100 (85)\n"
    "  --gold-weight N     passes over gold text in 100 epochs (100)\n"
    "  --silver-weight N   the same of silver text (100)\n"
    "  --clusters FILE     lines BITS<TAB>WORD: a tree of word clusters\n"
    "  --seed N            of the random order (1)\n"
    "  --folds N           taggers that tag the text for the parser (3)\n"
    "  --fold-epochs N     their passes (4)\n"
    "  --tag-epochs N      passes of the tagger (8)\n"
    "  --parse-epochs N    passes of the parser (12)\n"
    "  --parsers N         parsers of other orders, whose mean is kept (1)\n"
    "  --tag-bits N, --action-bits N, --label-bits N\n"
    "                      rows of the tables, 2 to the N (16, 22, 17)\n"
    "  --hunch-bits N      rows that foretell actions, 2 to the N (17)\n"
    "  --sure-bits N       room for sure labels, 2 to the N (15)\n"
    "  --sure-least N      sure is a label that N arcs alike got (80)\n"
    "  --scale N           units of a weight of 1 (4)\n"
    "  --action-scale N    units of an action's weight of 4 (3)\n"
    "  --least N           the least units kept (0)\n"
    "  --name TEXT, --licence TEXT, --note KEY=VALUE\n"
    "                      written into the model\n";

enum { MOST_FILES = 64, MOST_NOTES = 16 };

typedef struct {
  const char *out, *name, *licence, *clusters, *from;
  const char *notes[MOST_NOTES];
  ng_corpus_part parts[MOST_FILES];
  ng_buf texts[MOST_FILES];
  unsigned n_parts, n_notes, merge, gold_weight, silver_weight;
  ng_train_options train;
  bool unread; /* a file could not be read */
} settings;

/* Options with a number, and where it goes. */
typedef struct {
  const char *name;
  size_t offset; /* of an unsigned or int in settings */
  unsigned least, most;
} number;

#define AT(field) offsetof(settings, field)
static const number numbers[] = {
    {"merge", AT(merge), 0, 100},
    {"gold-weight", AT(gold_weight), 0, 1000},
    {"silver-weight", AT(silver_weight), 0, 1000},
    {"folds", AT(train.folds), 1, NG_FOLDS_MOST},
    {"fold-epochs", AT(train.fold_epochs), 1, 100},
    {"tag-epochs", AT(train.tag_epochs), 1, 100},
    {"parse-epochs", AT(train.parse_epochs), 1, 100},
    {"parsers", AT(train.parsers), 1, 64},
    {"tag-bits", AT(train.tag_bits), 8, 22},
    {"action-bits", AT(train.action_bits), 8, 25},
    {"label-bits", AT(train.label_bits), 8, 22},
    {"hunch-bits", AT(train.hunch_bits), 4, 22},
    {"sure-bits", AT(train.sure_bits), 4, 20},
    {"sure-least", AT(train.sure_least), 1, 1000000},
    {"scale", AT(train.scale), 1, 64},
    {"action-scale", AT(train.action_scale), 1, 256},
    {"least", AT(train.least), 0, 64},
};

enum { N_NUMBERS = sizeof numbers / sizeof *numbers };

static int
wrong_usage(const char *why, const char *what)
{
  (void)fprintf(stderr, "newsgraph: train fast: %s '%s'\n%s", why, what, usage);
  return 2;
}

static bool
read_number(const char *text, uint64_t least, uint64_t most, uint64_t *out)
{
  char *end;
  *out = strtoull(text, &end, 10);
  return *text >= '0' && *text <= '9' && !*end && *out >= least && *out <= most;
}

static bool
set_number(settings *s, const char *name, const char *text)
{
  for (int i = 0; i < N_NUMBERS; i++) {
    const number *n = &numbers[i];
    uint64_t value;
    if (strcmp(n->name, name) != 0)
      continue;
    if (!read_number(text, n->least, n->most, &value))
      return false;
    unsigned x = (unsigned)value;
    memcpy((char *)s + n->offset, &x, sizeof x);
    return true;
  }
  return strcmp(name, "seed") == 0 &&
         read_number(text, 0, UINT64_MAX, &s->train.seed);
}

static bool
add_file(settings *s, const char *path, bool gold)
{
  if (s->n_parts == MOST_FILES)
    return false;
  const char *name = strrchr(path, '/');
  if (!cli_slurp(path, &s->texts[s->n_parts])) {
    ng_buf_release(&s->texts[s->n_parts]);
    s->unread = true;
    return true;
  }
  const ng_buf *text = &s->texts[s->n_parts];
  s->parts[s->n_parts++] = (ng_corpus_part){.name = name ? name + 1 : path,
                                            .text = {text->at, text->len},
                                            .lemmas = gold};
  return true;
}

/* An option and the words that follow it, until the next option. */
static bool
set_option(settings *s, const char *name, char **values, int n)
{
  const char *value = n > 0 ? values[0] : "";
  bool gold = strcmp(name, "gold") == 0;
  if (gold || strcmp(name, "silver") == 0) {
    for (int i = 0; i < n; i++)
      if (!add_file(s, values[i], gold))
        return false;
    return n > 0;
  }
  if (n != 1)
    return false;
  if (strcmp(name, "note") == 0 && s->n_notes < MOST_NOTES &&
      strchr(value, '='))
    return s->notes[s->n_notes++] = value, true;
  if (strcmp(name, "out") == 0)
    return s->out = value, true;
  if (strcmp(name, "name") == 0)
    return s->name = value, true;
  if (strcmp(name, "licence") == 0)
    return s->licence = value, true;
  if (strcmp(name, "from") == 0)
    return s->from = value, true;
  if (strcmp(name, "clusters") == 0)
    return s->clusters = value, true;
  return set_number(s, name, value);
}

static bool
is_option(const char *word)
{
  return word[0] == '-' && word[1] != '\0';
}

static int
read_options(settings *s, int argc, char **argv)
{
  for (int i = 1, end; i < argc; i = end) {
    const char *name = argv[i];
    if (!is_option(name))
      return wrong_usage("not an option:", name);
    for (end = i + 1; end < argc && !is_option(argv[end]); end++)
      ;
    name = strcmp(name, "-o") == 0 ? "out" : name + 1 + (name[1] == '-');
    if (!set_option(s, name, argv + i + 1, end - i - 1))
      return wrong_usage("cannot take", argv[i]);
  }
  return 0;
}

static void
put_note(ng_buf *info, const char *key, size_t n, const char *value)
{
  ng_buf_put(info, key, n);
  ng_buf_put(info, "", 1);
  ng_buf_put(info, value, strlen(value) + 1);
}

static void
put_settings(const settings *s, ng_buf *info)
{
  char text[24];
  for (int i = 0; i < N_NUMBERS; i++) {
    unsigned x;
    memcpy(&x, (const char *)s + numbers[i].offset, sizeof x);
    (void)snprintf(text, sizeof text, "%u", x);
    put_note(info, numbers[i].name, strlen(numbers[i].name), text);
  }
  (void)snprintf(text, sizeof text, "%" PRIu64, s->train.seed);
  put_note(info, "seed", 4, text);
}

/* How the model was made, in it. */
static void
describe(const settings *s, ng_buf *info)
{
  put_note(info, "kind", 4, "fast");
  put_note(info, "name", 4, s->name ? s->name : "fast");
  put_note(info, "made-by", 7, "newsgraph train fast");
  if (s->licence)
    put_note(info, "licence", 7, s->licence);
  for (unsigned i = 0; i < s->n_parts; i++)
    put_note(info, s->parts[i].lemmas ? "gold" : "silver",
             s->parts[i].lemmas ? 4 : 6, s->parts[i].name);
  put_settings(s, info);
  for (unsigned i = 0; i < s->n_notes; i++) {
    const char *equals = strchr(s->notes[i], '=');
    put_note(info, s->notes[i], (size_t)(equals - s->notes[i]), equals + 1);
  }
}

static ng_status
read_corpus(settings *s, ng_corpus *corpus, ng_error *err)
{
  ng_random random = {s->train.seed};
  for (unsigned i = 0; i < s->n_parts; i++) {
    ng_corpus_part *part = &s->parts[i];
    part->merge = s->merge;
    part->weight = part->lemmas ? s->gold_weight : s->silver_weight;
    ng_status status = ng_corpus_add(corpus, part, &random, err);
    if (status != NG_OK) {
      ng_error why = *err;
      return ng_fail(err, status, 0, "%s: %s", part->name, why.text);
    }
  }
  return ng_corpus_finish(corpus, s->train.folds, err);
}

static ng_status
learn_from(const settings *s, const ng_train_input *input, ng_buf *out,
           ng_error *err)
{
  ng_model *from;
  ng_status status = ng_model_open(&from, s->from, err);
  if (status == NG_OK) {
    status = ng_train_from(from, input, &s->train, out, err);
    ng_model_close(from);
  }
  if (status != NG_OK) {
    ng_error why = *err;
    return ng_fail(err, status, 0, "%s: %s", s->from, why.text);
  }
  return NG_OK;
}

static ng_status
make(settings *s, ng_arena *arena, ng_buf *info, ng_buf *model, ng_error *err)
{
  ng_buf clusters = {0};
  ng_corpus corpus = {.arena = arena};
  NG_TRY(read_corpus(s, &corpus, err));
  if (s->clusters && !cli_slurp(s->clusters, &clusters))
    return ng_fail(err, NG_ERR_IO, 0, "no clusters");
  describe(s, info);
  ng_train_input input = {
      &corpus, {clusters.at, clusters.len}, {info->at, info->len}};
  ng_status status = s->from ? learn_from(s, &input, model, err)
                             : ng_train(&input, &s->train, model, err);
  ng_buf_release(&clusters);
  if (status == NG_OK)
    status = ng_replace_file(s->out, (ng_str){model->at, model->len}, err);
  return status;
}

static void
say(void *to, const char *line)
{
  (void)to;
  (void)fprintf(stderr, "newsgraph: %s\n", line);
}

static int
run(settings *s)
{
  ng_arena arena;
  ng_error err = {0};
  ng_buf info = {0}, model = {0};
  s->train.say = say;
  ng_arena_init(&arena, SIZE_MAX / 2);
  ng_status status = make(s, &arena, &info, &model, &err);
  if (status != NG_OK)
    (void)fprintf(stderr, "newsgraph: %s\n", err.text);
  ng_arena_release(&arena);
  ng_buf_release(&info);
  ng_buf_release(&model);
  return status == NG_OK ? 0 : 1;
}

int
train_fast(int argc, char **argv)
{
  static const settings defaults = {
      .merge = 85, .gold_weight = 100, .silver_weight = 100};
  settings s = defaults;
  ng_train_options_init(&s.train);
  if (argc > 1 && strcmp(argv[1], "--help") == 0)
    return fputs(usage, stdout) == EOF;
  int status = read_options(&s, argc, argv);
  if (status == 0 && s.unread)
    status = 1;
  if (status == 0 && (!s.out || s.n_parts == 0))
    status = wrong_usage("it needs -o MODEL and", "--gold FILE");
  if (status == 0)
    status = run(&s);
  for (unsigned i = 0; i < s.n_parts; i++)
    ng_buf_release(&s.texts[i]);
  return status;
}
