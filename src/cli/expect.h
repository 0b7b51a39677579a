/* expect.h - what an example sentence of a lexicon must yield.
 *
 *   nothing
 *   Meeting status=Postponed participant=Serbia,Kosovo date=2020-06-27
 *   doesNotRecognize subject=Spain object=Kosovo
 *
 * "_" in a name stands for a space.  Keys: the roles of events, each with
 * exactly these fillers; subject and object of claims; status, polarity,
 * standing, certainty, voice, date.
 */
#ifndef NG_CLI_EXPECT_H
#define NG_CLI_EXPECT_H

#include "core/buf.h"
#include "doc.h"

/* Does the annotated `doc` show what `expected` says? */
bool cli_expect(const ng_context *context, const ng_doc *doc, ng_str expected);

/* Print what it shows, in the same words, a line each behind `margin`. */
void cli_expect_print(const ng_context *context, const ng_doc *doc,
                      const char *margin, ng_buf *out);

#endif /* NG_CLI_EXPECT_H */
