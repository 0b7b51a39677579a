/* N-Triples and N-Quads, each line as RDFC-1.0 has it: sorted by bytes and
 * without duplicates, our lines are the canonical form. */
#include "rdf/syntax.h"

/* A term written before, by its place in the buffer. */
typedef struct {
  const ng_term *term;
  size_t at, len;
} written;

/* Write `term` and a space; from `last`, if it is the same. */
static void
put_again(ng_writer *w, const ng_term *term, written *last, ng_buf *out)
{
  if (last->term && ng_term_same(last->term, term)) {
    char *to = ng_buf_room(out, last->len);
    if (to) {
      memcpy(to, out->at + last->at, last->len);
      last->at = out->len;
      out->len += last->len;
    }
  } else {
    last->at = out->len;
    ng_put_term(w, term, out);
    ng_buf_char(out, ' ');
    last->len = out->len - last->at;
  }
  last->term = term;
}

void
ng_ntriples_graph(ng_writer *w, const ng_graph *graph, ng_buf *out)
{
  bool quads = w->format == NG_NQUADS;
  written subject = {0}, predicate = {0}, name = {0};
  for (uint32_t i = 0; i < graph->quads.n; i++) {
    const ng_quad *quad = &graph->quads.at[i];
    put_again(w, &quad->subject, &subject, out);
    put_again(w, &quad->predicate, &predicate, out);
    ng_put_term(w, &quad->object, out);
    ng_buf_char(out, ' ');
    if (quads && quad->graph.kind != NG_TERM_NONE)
      put_again(w, &quad->graph, &name, out);
    ng_buf_put(out, ".\n", 2);
  }
}
