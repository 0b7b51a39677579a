/* cmd_lexicon.c - newsgraph lexicon: look after the patterns of events. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/expect.h"
#include "core/fail.h"
#include "extract/lexicon/lexicon.h"

#include <stdio.h>

static const cli_command command = {
    CLI_LEXICON, "lexicon", "check|show [options] [FILE...]",
    "check: run the example sentences of the patterns in FILE, or of the\n"
    "built-in ones, and say what they do not yield (exit status 1).\n"
    "show: print what is found in the sentences that standard input has, one "
    "a\n"
    "line, with the patterns of FILE and the built-in ones.\n"};

typedef struct {
  const ng_annotator *annotator;
  ng_buf text, out;
  unsigned patterns, examples, failed;
} checker;

/* The text of a literal, its escapes undone. */
static void
unescape(ng_str literal, ng_buf *out)
{
  out->len = 0;
  for (size_t i = 0; i < literal.len; i++) {
    char c = literal.at[i];
    if (c == '\\' && i + 1 < literal.len)
      c = (char)(literal.at[++i] == 'n' ? '\n' : literal.at[i]);
    ng_buf_char(out, c);
  }
}

/* The annotated example, or NULL. */
static ng_doc *
read_example(checker *c, ng_str text, ng_str date)
{
  ng_error err = {0};
  ng_doc *doc = NULL;
  ng_article article = {.text = text,
                        .date = date.len ? date : NG_LIT("2020-07-12")};
  ng_status st =
      ng_doc_new_article(&doc, &article, c->annotator->options.budget, &err);
  if (st == NG_OK)
    st = ng_annotate(c->annotator, doc, &err);
  if (st == NG_OK)
    return doc;
  (void)cli_complain(NULL, &err);
  ng_doc_free(doc);
  return NULL;
}

static void
complain(checker *c, const ng_pattern *p, ng_str expected, const ng_doc *doc)
{
  const ng_lexicon *l = c->annotator->context.lexicon;
  ng_str file = l->files.at[p->file];
  c->failed++;
  (void)printf("%.*s:%u: %.*s\n  wanted %.*s\n", NG_ARG(file), p->line,
               NG_ARG(doc->text), NG_ARG(expected));
  c->out.len = 0;
  cli_expect_print(&c->annotator->context, doc, "  found  ", &c->out);
  (void)printf("%.*s", (int)c->out.len, c->out.at ? c->out.at : "");
}

/* Each of what is expected must be found in one of the examples; "nothing" in
 * all. */
static void
check_pattern(checker *c, const ng_pattern *p)
{
  enum { MAX = 16 };
  const ng_lexicon *l = c->annotator->context.lexicon;
  bool met[MAX] = {0};
  uint32_t n = p->n_expects < MAX ? p->n_expects : MAX;
  c->patterns++;
  for (uint32_t i = 0; i < p->n_examples; i++) {
    unescape(l->texts.at[p->example + i], &c->text);
    ng_doc *doc =
        read_example(c, (ng_str){c->text.at, c->text.len}, p->example_date);
    c->examples++;
    for (uint32_t k = 0; doc && k < n; k++) {
      met[k] |=
          cli_expect(&c->annotator->context, doc, l->texts.at[p->expect + k]);
      if (i + 1 == p->n_examples && !met[k])
        complain(c, p, l->texts.at[p->expect + k], doc);
    }
    ng_doc_free(doc);
  }
}

static int
check(cli_run *run, uint32_t first_file)
{
  checker c = {.annotator = run->annotator};
  const ng_lexicon *l = run->annotator->lexicon;
  for (uint32_t i = 0; i < l->patterns.n; i++)
    if (l->patterns.at[i].file >= first_file)
      check_pattern(&c, &l->patterns.at[i]);
  (void)printf("%u patterns, %u examples, %u failed\n", c.patterns, c.examples,
               c.failed);
  ng_buf_release(&c.text);
  ng_buf_release(&c.out);
  return c.failed ? 1 : 0;
}

/* Sentences on standard input, what each yields on standard output. */
static int
show(cli_run *run)
{
  enum { LINE = 4096 };
  char line[LINE];
  checker c = {.annotator = run->annotator};
  ng_str date = {run->request->options.date,
                 run->request->options.date ? strlen(run->request->options.date)
                                            : 0};
  while (fgets(line, sizeof line, stdin)) {
    ng_doc *doc = read_example(&c, (ng_str){line, strcspn(line, "\n")}, date);
    if (!doc)
      continue;
    c.out.len = 0;
    cli_expect_print(&c.annotator->context, doc, "  ", &c.out);
    (void)printf("%.*s\n%.*s", NG_ARG(doc->text), (int)c.out.len,
                 c.out.at ? c.out.at : "");
    ng_doc_free(doc);
  }
  ng_buf_release(&c.out);
  return 0;
}

static int
run_command(cli_run *run, const char *what)
{
  const ng_lexicon *l = run->annotator->lexicon;
  size_t given = run->request->options.n_lexicons;
  if (!run->annotator->model) {
    ng_error err = {0};
    (void)ng_fail(&err, NG_ERR_IO, 0, "no model is installed: see --model");
    return cli_complain(NULL, &err);
  }
  if (strcmp(what, "show") == 0)
    return show(run);
  return check(run, given ? l->files.n - (uint32_t)given : 0);
}

int
cmd_lexicon(int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  bool known = strcmp(what, "check") == 0 || strcmp(what, "show") == 0;
  cli_request request;
  int status = cli_parse(&request, &command, argc - known, argv + known);
  if (status >= 0)
    return status;
  if (!known)
    return cli_wrong(&command, *what ? "unknown action '%s'" : "no action%s",
                     what);
  request.options.lexicons = request.inputs.paths;
  request.options.n_lexicons = request.inputs.n_paths;
  cli_run run;
  status = cli_run_open(&run, &request, &command);
  if (status != 0)
    return status;
  return cli_run_close(&run, run_command(&run, what));
}
