/* quote.h - the quotations of an article: text between quotation marks.
 *
 * Marks are read by what stands beside them first and by their shape second:
 * agencies open with a curly mark and close with a straight one, or turn one
 * round.  A quotation that its paragraph does not close ends with it, and goes
 * on in the next if that begins with a mark.
 */
#ifndef NG_QUOTE_H
#define NG_QUOTE_H

#include "doc.h"

typedef struct {
  ng_span span;            /* between the marks */
  uint32_t sentence, last; /* where it opens and closes: indices */
  bool spoken;             /* whole sentences; not "a so-called 'fact'" */
  bool leads;              /* its mark is the first of its sentence */
  bool announced;          /* a colon stands before it: "He was angry: '...'" */
  bool continues;          /* the one before, left open by its paragraph */
  bool open;               /* not closed */
} ng_quote;

typedef NG_VEC(ng_quote) ng_quotes;

/* Every quotation, in text order, into `out`; false if the arena is spent. The
 * document keeps them beside its branches: they are not to be written to. */
bool ng_quotes_find(ng_doc *doc, ng_quotes *out);

#endif /* NG_QUOTE_H */
