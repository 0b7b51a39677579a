/* cmd_mentions.c - newsgraph mentions: what articles mention, as JSON lines. */
#include "cli/cmd.h"
#include "cli/common.h"
#include "core/fail.h"
#include "core/str.h"
#include "text/times.h"

#include <stdio.h>
#include <string.h>

static const cli_command command = {
    CLI_MENTIONS, "mentions", "[options] [INPUT...]",
    "Print what articles mention: a JSON object a line and article, with "
    "\"id\",\n"
    "\"mentions\" (span, text, Wikidata id or null, IRI, kind, type, "
    "confidence)\n"
    "and \"times\". INPUT is as for 'newsgraph graph'.\n"};

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

int
cmd_mentions(int argc, char **argv)
{
  cli_request request;
  int status = cli_parse(&request, &command, argc, argv);
  if (status >= 0)
    return status;
  request.options.model = "none"; /* mentions take no parse */
  cli_run run;
  status = cli_run_open(&run, &request, &command);
  if (status != 0)
    return status;
  run.render = render;
  return cli_run_close(&run, cli_run_articles(&run));
}
