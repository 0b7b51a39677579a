/* articles.h - the articles of the inputs, one by one: for commands that need
 * no threads. */
#ifndef NG_CLI_ARTICLES_H
#define NG_CLI_ARTICLES_H

#include "cli/options.h"

/* What is done with an article: NG_OK to go on, NG_END if it was enough, else a
 * failure, which ends the input at hand. */
typedef ng_status cli_article_fn(void *to, ng_doc *doc, ng_error *err);

/* Call `each` with `to` and every article of the request's inputs, which is
 * freed afterwards.  What cannot be read is told on stderr and left out.  The
 * exit status: 0, or 1 if something was. */
int cli_each_article(const cli_request *request, cli_article_fn *each,
                     void *to);

#endif /* NG_CLI_ARTICLES_H */
