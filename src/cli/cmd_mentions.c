/* cmd_mentions.c - newsgraph mentions: what articles mention, as JSON lines. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "cli/spans.h"
#include "core/fail.h"
#include "core/str.h"
#include "text/times.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const cli_command command = {
    CLI_MENTIONS, "mentions", "[options] [INPUT...]",
    "Print what articles mention: a JSON object a line and article, with "
    "\"id\",\n"
    "\"mentions\" (span, text, Wikidata id or null, IRI, kind, type, "
    "confidence)\n"
    "and \"times\". INPUT is as for 'newsgraph graph'. Mentions may be "
    "nested:\n"
    "\"Iranian police\", a name that no base knows, has the state's inside.\n"};

static void
put_member(ng_buf *out, const char *key, ng_str value)
{
  ng_buf_printf(out, ",\"%s\":", key);
  if (value.len)
    ng_buf_json(out, value);
  else
    ng_buf_put(out, "null", 4);
}

static ng_str
str(const char *s)
{
  return (ng_str){s ? s : "", s ? strlen(s) : 0};
}

static void
put_span(ng_buf *out, uint32_t begin, uint32_t end)
{
  ng_buf_printf(out, "{\"span\":[%u,%u]", begin, end);
}

/* Thousandths as the shortest decimal: 980 is 0.98. */
static void
put_confidence(ng_buf *out, double confidence)
{
  unsigned n = (unsigned)(confidence * 1000 + 0.5);
  char digits[8];
  (void)snprintf(digits, sizeof digits, "%03u", n % 1000);
  size_t len = 3;
  while (len > 0 && digits[len - 1] == '0')
    len--;
  ng_buf_printf(out, ",\"confidence\":%u%s%.*s", n / 1000, len ? "." : "",
                (int)len, digits);
}

static void
put_mention(ng_buf *out, const ng_mention_view *m)
{
  put_span(out, m->begin, m->end);
  put_member(out, "text", m->text);
  put_member(out, "id", m->id);
  put_member(out, "iri", m->iri);
  put_member(out, "kind", str(ng_mention_kind_text(m->kind)));
  put_member(out, "type", str(m->type));
  put_confidence(out, m->confidence);
  if (m->denotes.len)
    put_member(out, "denotes", m->denotes);
  if (m->in_title)
    put_member(out, "in", NG_LIT("title"));
  ng_buf_char(out, '}');
}

static ng_status
render(void *to, unsigned worker, ng_doc *doc, ng_buf *out, ng_error *err)
{
  (void)worker;
  const cli_run *run = to;
  ng_mention_list list;
  NG_TRY(ng_doc_mentions(run->annotator, doc, &list, err));
  ng_buf_put(out, "{\"id\":", 6);
  ng_buf_json(out, ng_doc_id(doc));
  ng_buf_printf(out, ",\"mentions\":[");
  for (size_t i = 0; i < list.n; i++) {
    if (i)
      ng_buf_char(out, ',');
    put_mention(out, &list.at[i]);
  }
  ng_buf_printf(out, "],\"times\":");
  ng_times_json(doc, run->request->options.offsets, out);
  ng_buf_printf(out, "}\n");
  return NG_OK;
}

/* --- spans that the caller gives ------------------------------------------ */

static ng_status
prepare(void *to, ng_doc *doc, ng_error *err)
{
  const cli_run *run = to;
  return spans_apply(run->own, doc, err);
}

/* Articles that came with their spans, as a file to read; false after a
 * message. */
static bool
open_texts(const spans_file *spans, FILE **file, char path[32])
{
  *file = tmpfile();
  if (*file &&
      fwrite(spans->texts.at, 1, spans->texts.len, *file) == spans->texts.len &&
      fflush(*file) == 0 && fseek(*file, 0, SEEK_SET) == 0) {
    (void)snprintf(path, 32, "/dev/fd/%d", fileno(*file));
    return true;
  }
  (void)fprintf(stderr, "newsgraph: no temporary file: %s\n", strerror(errno));
  return false;
}

static int
run_articles(cli_request *request, spans_file *spans)
{
  cli_run run;
  int status = cli_run_open(&run, request, &command);
  if (status != 0)
    return status;
  run.render = render;
  run.own = spans;
  run.prepare = spans ? prepare : NULL;
  status = cli_run_articles(&run);
  if (spans && spans_tell_missing(spans) && status == 0)
    status = 1;
  return cli_run_close(&run, status);
}

static int
run_spans(cli_request *request)
{
  spans_file spans;
  ng_error err = {0};
  FILE *file = NULL;
  char path[32];
  const char *const paths[] = {path};
  int status = 0;
  request->options.mentions = NG_MENTIONS_ALL; /* whatever is asked for */
  if (spans_read(&spans, request, &err) != NG_OK)
    status = cli_complain(NULL, &err);
  else if (spans.texts.len && (request->inputs.n_paths || request->inputs.list))
    status = cli_wrong(&command, "'%s' brings its own texts: no INPUT then",
                       request->spans);
  else if (spans.texts.len && !open_texts(&spans, &file, path))
    status = 1;
  if (file)
    request->inputs = (ng_walk_from){.paths = paths, .n_paths = 1};
  if (status == 0)
    status = run_articles(request, &spans);
  if (file)
    (void)fclose(file);
  spans_release(&spans);
  return status;
}

int
cmd_mentions(int argc, char **argv)
{
  cli_request request;
  int status = cli_parse(&request, &command, argc, argv);
  if (status >= 0)
    return status;
  request.options.model = "none"; /* mentions take no parse */
  return request.spans ? run_spans(&request) : run_articles(&request, NULL);
}
