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

/* Print what an article mentions, and write its graph. */
static ng_status
annotate(const ng_annotator *annotator, ng_doc *doc, ng_graph_writer *writer,
         ng_error *err)
{
  ng_mention_list list = {0};
  ng_status st = ng_annotate(annotator, doc, err);
  if (st == NG_OK)
    st = ng_doc_mentions(annotator, doc, &list, err);
  for (size_t i = 0; i < list.n; i++)
    fprintf(stderr, "%u-%u %.*s = %.*s\n", list.at[i].begin, list.at[i].end,
            (int)list.at[i].text.len, list.at[i].text.at,
            (int)list.at[i].iri.len, list.at[i].iri.at);
  return st == NG_OK ? ng_graph_write(writer, doc, err) : st;
}

/* Do so with every article of one input: one that is broken takes no other
 * with it.  The exit status. */
static int
annotate_all(const ng_annotator *annotator, ng_reader *reader,
             ng_graph_writer *writer)
{
  int status = 0;
  for (;;) {
    ng_doc *doc = NULL;
    ng_error err = {0};
    ng_status st = ng_reader_next(reader, &doc, &err);
    if (st == NG_END)
      return status;
    if (st == NG_OK)
      st = annotate(annotator, doc, writer, &err);
    ng_doc_free(doc);
    if (st != NG_OK)
      status = failed(&err);
    if (st == NG_ERR_IO || st == NG_ERR_CORRUPT)
      return status;
  }
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
  int status =
      st == NG_OK ? annotate_all(annotator, reader, writer) : failed(&err);
  if (writer && ng_graph_writer_end(writer, &err) != NG_OK)
    status = failed(&err);
  if (fflush(stdout) != 0)
    status = (perror("annotate"), 1);
  ng_reader_close(reader);
  ng_annotator_free(annotator);
  ng_kb_close(kb);
  return status;
}
