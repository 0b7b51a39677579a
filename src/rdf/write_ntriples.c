/* N-Triples and N-Quads, each line as RDFC-1.0 has it: sorted by bytes and
 * without duplicates, our lines are the canonical form. */
#include "rdf/escape.h"
#include "rdf/syntax.h"

/* A term written before, by its place in the buffer. */
typedef struct {
  const ng_term *term;
  size_t at, len;
} written;

/* An IRI written before, with the space behind it.  It is known by where its
 * string is: most are of the program, or of one entity. */
typedef struct {
  const char *local;
  size_t n_local;
  size_t at, len; /* 0: free */
  uint8_t space;
} spelled;

enum { SLOT_BITS = 8 };

typedef struct {
  ng_writer *w;
  ng_buf *out;
  written subject, name;
  spelled slots[1 << SLOT_BITS];
} lines;

/* Append what the buffer has at `at`. */
static void
repeat(ng_buf *out, size_t at, size_t len)
{
  char *to = ng_buf_room(out, len);
  if (to) {
    memcpy(to, out->at + at, len);
    out->len += len;
  }
}

/* Write an IRI and a space. */
static void
put_iri(lines *l, uint8_t space, ng_str local)
{
  uint64_t odd = 0x9e3779b97f4a7c15U; /* 2^64 / golden ratio */
  uint64_t hash = ((uint64_t)(uintptr_t)local.at ^ space) * odd;
  spelled *s = &l->slots[hash >> (64 - SLOT_BITS)];
  if (s->local == local.at && s->n_local == local.len && s->space == space &&
      s->len) {
    repeat(l->out, s->at, s->len);
    return;
  }
  size_t at = l->out->len;
  ng_put_iri(l->w, space, local, l->out);
  ng_buf_char(l->out, ' ');
  *s = (spelled){local.at, local.len, at, l->out->len - at, space};
}

/* Write any term and a space. */
static void
put_term(lines *l, const ng_term *term)
{
  if (term->kind == NG_TERM_IRI) {
    put_iri(l, term->space, term->value);
  } else if (term->kind == NG_TERM_TYPED &&
             ng_literal_suffix(l->w, term) == NG_SUFFIX_TYPE) {
    ng_buf_char(l->out, '"');
    ng_escape_text(l->out, term->value, &l->w->replaced);
    ng_buf_put(l->out, "\"^^", 3);
    put_iri(l, term->space, term->type);
  } else {
    ng_put_term(l->w, term, l->out);
    ng_buf_char(l->out, ' ');
  }
}

/* The same; from `last`, if it is that term again. */
static void
put_again(lines *l, const ng_term *term, written *last)
{
  size_t at = l->out->len;
  if (last->term && ng_term_same(last->term, term))
    repeat(l->out, last->at, last->len);
  else
    put_term(l, term);
  *last = (written){term, at, l->out->len - at};
}

void
ng_ntriples_graph(ng_writer *w, const ng_graph *graph, ng_buf *out)
{
  bool quads = w->format == NG_NQUADS;
  lines l = {.w = w, .out = out};
  for (uint32_t i = 0; i < graph->quads.n; i++) {
    const ng_quad *quad = &graph->quads.at[i];
    put_again(&l, &quad->subject, &l.subject);
    put_term(&l, &quad->predicate);
    put_term(&l, &quad->object);
    if (quads && quad->graph.kind != NG_TERM_NONE)
      put_again(&l, &quad->graph, &l.name);
    ng_buf_put(out, ".\n", 2);
  }
}
