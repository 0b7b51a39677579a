/* cmd_parse.c - newsgraph parse: word classes and dependency trees as CoNLL-U.
 *
 * From articles: linked first, so that names and dates are one word. With
 * --conllu the words are given, and their tags, heads and labels replaced.
 */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/models.h"
#include "cli/slurp.h"
#include "core/fail.h"
#include "core/str.h"
#include "text/annotate.h"
#include "text/lemma.h"

#include <stdio.h>

static const cli_command command = {
    CLI_PARSE, "parse", "[options] [INPUT...]",
    "Print the sentences of articles as CoNLL-U: words, lemmas, word classes\n"
    "and dependency trees. Linked names and dates are one word each. INPUT is\n"
    "as for 'newsgraph graph'; with --conllu, treebanks to annotate anew.\n"};

/* --- articles ------------------------------------------------------------- */

/* A merged unit's words are apart by a no-break space's stand-in, "_". */
static void
put_form(ng_buf *out, ng_str text)
{
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.at[i];
    ng_buf_char(out, (char)(c <= ' ' ? '_' : c));
  }
}

static void
put_unit(const ng_doc *doc, const ng_sentence *s, uint32_t i, ng_buf *out)
{
  const ng_unit *u = &doc->units.at[i];
  uint32_t head = u->head == NG_NONE ? 0 : u->head - s->unit + 1;
  bool last = i + 1 == s->unit_end;
  bool glued = !last && doc->units.at[i + 1].span.begin == u->span.end;
  ng_buf_printf(out, "%u\t", i - s->unit + 1);
  put_form(out, ng_doc_text(doc, u->span));
  ng_buf_char(out, '\t');
  put_form(out, u->lemma.len ? u->lemma : NG_LIT("_"));
  ng_buf_printf(out, "\t%s\t%s\t_\t%u\t%s\t_\t%s\n", ng_upos_name(u->upos),
                ng_xpos_name(u->xpos), head, ng_relation_name(u->label),
                glued ? "SpaceAfter=No" : "_");
}

static ng_status
render(void *to, unsigned worker, ng_doc *doc, ng_buf *out, ng_error *err)
{
  (void)to;
  (void)worker;
  (void)err;
  ng_str id = ng_doc_id(doc);
  if (id.len) {
    ng_buf_printf(out, "# newdoc id = ");
    put_form(out, id);
    ng_buf_char(out, '\n');
  }
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    if (s->unit == s->unit_end)
      continue;
    ng_buf_printf(out, "# sent_id = %u\n", i + 1);
    for (uint32_t k = s->unit; k < s->unit_end; k++)
      put_unit(doc, s, k, out);
    ng_buf_char(out, '\n');
  }
  return NG_OK;
}

/* --- treebanks ------------------------------------------------------------ */

typedef struct {
  const ng_model *model;
  ng_arena arena; /* of one sentence */
  ng_annotation room;
  ng_buf out;
} annotator;

static void
put_word(const annotator *a, ng_str line, const ng_tree_word *w, uint32_t n,
         ng_buf *out)
{
  char lemma[NG_LEMMA_ROOM];
  size_t len = ng_lemma(a->model, w->form, w->xpos, lemma);
  ng_buf_str(out, ng_conllu_column(line, 0));
  ng_buf_char(out, '\t');
  ng_buf_str(out, w->form);
  ng_buf_char(out, '\t');
  ng_buf_str(out, len ? (ng_str){lemma, len} : w->form);
  ng_buf_printf(out, "\t%s\t%s\t_\t%u\t%s\t_\t", ng_upos_name(w->upos),
                ng_xpos_name(w->xpos), w->head == n ? 0 : w->head + 1,
                ng_relation_name(w->label));
  ng_str misc = w->misc.len ? w->misc : NG_LIT("_");
  ng_buf_str(out, misc);
  ng_buf_char(out, '\n');
}

static void
put_tree(annotator *a, const ng_tree *tree)
{
  ng_str rest = tree->block, line;
  for (uint32_t i = 0; ng_conllu_line(&rest, &line);) {
    if (ng_conllu_is_word(line)) {
      put_word(a, line, &tree->words.at[i], tree->words.n, &a->out);
      i++;
    } else {
      ng_buf_str(&a->out, line);
      ng_buf_char(&a->out, '\n');
    }
  }
  ng_buf_char(&a->out, '\n');
}

static ng_status
annotate_next(annotator *a, ng_conllu *in, ng_error *err)
{
  enum { ROOM = 1 << 30 };
  ng_tree tree;
  a->room = (ng_annotation){0};
  ng_arena_release(&a->arena);
  ng_arena_init(&a->arena, ROOM);
  NG_TRY(ng_conllu_next(in, &a->arena, &tree, err));
  NG_TRY(ng_tree_tag(&a->room, a->model, &tree, &a->arena, err));
  ng_tree_parse(&a->room, a->model, &tree);
  put_tree(a, &tree);
  return NG_OK;
}

/* 0, or 1 if part of the file cannot be read: the rest is annotated. */
static int
annotate_file(annotator *a, const char *path, ng_output *to)
{
  ng_buf text = {0};
  int status = cli_slurp(path, &text) ? 0 : 1;
  ng_conllu in = {.file = {text.at, text.len}, .words_only = true};
  for (ng_status st = NG_OK; status == 0 || st != NG_END;) {
    ng_error err = {0};
    a->out.len = 0;
    st = annotate_next(a, &in, &err);
    if (st == NG_END)
      break;
    if (st == NG_OK)
      st = ng_output_write(to, (ng_str){a->out.at, a->out.len}, &err);
    if (st == NG_OK)
      continue;
    status = cli_complain(st == NG_ERR_IO ? NULL : path, &err);
    if (st == NG_ERR_IO)
      break;
  }
  ng_buf_release(&text);
  return status;
}

static int
annotate_files(annotator *a, const ng_walk_from *inputs, ng_output *to)
{
  ng_error err = {0};
  ng_walk *walk;
  if (ng_walk_new(&walk, inputs, &err) != NG_OK)
    return cli_complain(NULL, &err);
  int status = 0;
  const char *path;
  for (ng_status st; (st = ng_walk_next(walk, &path, &err)) != NG_END;)
    status |=
        st == NG_OK ? annotate_file(a, path, to) : cli_complain(path, &err);
  ng_walk_free(walk);
  return status;
}

static int
annotate_treebanks(const cli_request *r, const ng_model *model)
{
  ng_error err = {0};
  ng_output *to;
  if (ng_output_open(&to, r->output, &err) != NG_OK)
    return cli_complain(NULL, &err);
  annotator a = {.model = model};
  ng_arena_init(&a.arena, 0);
  int status = annotate_files(&a, &r->inputs, to);
  ng_arena_release(&a.arena);
  ng_buf_release(&a.out);
  if (ng_output_close(to, true, &err) != NG_OK)
    status = cli_complain(NULL, &err);
  return status;
}

static int
parse_articles(const cli_request *request, const ng_model *model)
{
  cli_run run;
  int status = cli_run_open(&run, request, &command);
  if (status != 0)
    return status;
  run.annotator->context.model = model;
  run.render = render;
  return cli_run_close(&run, cli_run_articles(&run));
}

int
cmd_parse(int argc, char **argv)
{
  cli_request request;
  int status = cli_parse(&request, &command, argc, argv);
  if (status >= 0)
    return status;
  ng_model *model = cli_model_open(request.options.model);
  request.options.model = "none"; /* no events */
  if (!model)
    return 1;
  status = request.conllu ? annotate_treebanks(&request, model)
                          : parse_articles(&request, model);
  ng_model_close(model);
  return status;
}
