/* annotate.c - what an article mentions, and its graph, by libnewsgraph.
 *
 *   cc annotate.c $(pkg-config --cflags --libs newsgraph) -o annotate
 *   ./annotate article.txt > article.ttl
 *
 * Mentions go to stderr, Turtle to stdout.
 */
#include <newsgraph.h>
#include <stdio.h>

/* Say what went wrong; the exit status. */
static int
failed(const ng_error *err)
{
  fprintf(stderr, "annotate: %s\n", err->text);
  return 1;
}

static bool
to_stdout(void *to, const char *at, size_t len)
{
  return fwrite(at, 1, len, to) == len;
}

/* Print what the articles of one input mention, and write their graph. */
static ng_status
annotate(const ng_annotator *annotator, ng_reader *reader,
         ng_graph_writer *writer, ng_error *err)
{
  ng_doc *doc;
  ng_status st;
  while ((st = ng_reader_next(reader, &doc, err)) == NG_OK) {
    ng_mention_list list = {0};
    st = ng_annotate(annotator, doc, err);
    if (st == NG_OK)
      st = ng_doc_mentions(annotator, doc, &list, err);
    for (size_t i = 0; i < list.n; i++)
      fprintf(stderr, "%u-%u %.*s = %.*s\n", list.at[i].begin, list.at[i].end,
              (int)list.at[i].text.len, list.at[i].text.at,
              (int)list.at[i].iri.len, list.at[i].iri.at);
    if (st == NG_OK)
      st = ng_graph_write(writer, doc, err);
    ng_doc_free(doc);
    if (st != NG_OK)
      break;
  }
  return st == NG_END ? NG_OK : st;
}

int
main(int argc, char **argv)
{
  ng_options options;
  ng_options_init(&options);
  ng_error err = {0};
  ng_kb *kb = NULL;
  ng_annotator *annotator = NULL;
  ng_reader *reader = NULL;
  ng_graph_writer *writer = NULL;
  ng_graph_sink sink = {NG_TURTLE, to_stdout, stdout};
  ng_status st = ng_kb_open(&kb, ng_kb_default_path(), &err);
  if (st == NG_OK)
    st = ng_annotator_new(&annotator, &kb, 1, &options, &err);
  if (st == NG_OK)
    st = ng_reader_open(&reader, argc > 1 ? argv[1] : "-", &options, &err);
  if (st == NG_OK)
    st = ng_graph_writer_new(&writer, annotator, &sink, &err);
  if (st == NG_OK)
    st = annotate(annotator, reader, writer, &err);
  if (writer && ng_graph_writer_end(writer, st == NG_OK ? &err : NULL) && !st)
    st = err.status;
  ng_reader_close(reader);
  ng_annotator_free(annotator);
  ng_kb_close(kb);
  return st == NG_OK ? 0 : failed(&err);
}
