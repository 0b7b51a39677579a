#include "cli/articles.h"
#include "cli/common.h"

/* NG_END: enough.  *failed: something was left out. */
static ng_status
read_file(const cli_request *request, const char *path, cli_article_fn *each,
          void *to, bool *failed)
{
  ng_error err = {0};
  ng_reader *reader;
  ng_status st = ng_reader_open(&reader, path, &request->options, &err);
  ng_status done = NG_OK;
  while (st == NG_OK && done == NG_OK) {
    ng_doc *doc = NULL;
    st = ng_reader_next(reader, &doc, &err);
    if (st == NG_OK)
      done = each(to, doc, &err);
    ng_doc_free(doc);
    if (st == NG_ERR_SYNTAX || st == NG_ERR_LIMIT) {
      *failed = true;
      (void)cli_complain_article(path, &err);
      st = NG_OK; /* one article is lost */
    }
  }
  ng_reader_close(reader);
  if ((st != NG_OK && st != NG_END) || (done != NG_OK && done != NG_END)) {
    *failed = true;
    (void)cli_complain_article(path, &err);
  }
  return done == NG_END ? NG_END : NG_OK;
}

int
cli_each_article(const cli_request *request, cli_article_fn *each, void *to)
{
  ng_error err = {0};
  ng_walk *walk;
  if (ng_walk_new(&walk, &request->inputs, &err) != NG_OK)
    return cli_complain(NULL, &err);
  bool failed = false;
  ng_status st = NG_OK;
  while (st != NG_END) {
    const char *path = NULL;
    st = ng_walk_next(walk, &path, &err);
    if (st == NG_OK) {
      st = read_file(request, path, each, to, &failed);
    } else if (st != NG_END) {
      failed = true;
      (void)cli_complain_article(path, &err);
    }
  }
  ng_walk_free(walk);
  return failed;
}
