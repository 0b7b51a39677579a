#include "rdf/triples.h"
#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"

void
ng_triples_init(ng_triples *t, size_t budget)
{
  *t = (ng_triples){0};
  ng_arena_init(&t->arena, budget);
}

void
ng_triples_release(ng_triples *t)
{
  ng_keys_release(&t->terms);
  ng_keys_release(&t->seen);
  ng_arena_release(&t->arena);
  *t = (ng_triples){0};
}

/* --- terms ---------------------------------------------------------------- */

static ng_term
plain(ng_term term)
{
  ng_str string = NG_LIT("http://www.w3.org/2001/XMLSchema#string");
  if (term.kind == NG_TERM_TYPED && ng_str_equal(term.type, string))
    return ng_literal(term.value);
  return term;
}

static ng_key
key_of(const ng_term *term)
{
  if (term->kind == NG_TERM_IRI)
    return ng_key_of(term->value);
  struct {
    ng_key value, type;
    uint64_t kind;
  } whole = {ng_key_of(term->value), ng_key_of(term->type), term->kind};
  return ng_key_of((ng_str){(const char *)&whole, sizeof whole});
}

/* The number of `term`, which is added if it is not there; 0: no memory. */
static uint32_t
number(ng_triples *t, ng_term term)
{
  bool fresh;
  term = plain(term);
  ng_key key = key_of(&term);
  uint64_t *place = ng_keys_put(&t->terms, key, &fresh);
  if (!place || !fresh)
    return place ? (uint32_t)*place : 0;
  if (term.kind == NG_TERM_TYPED) { /* datatypes are few: share their names */
    uint32_t type = number(t, ng_iri(0, term.type));
    if (!type)
      return 0;
    term.type = t->nodes.at[type].term.value;
    place = ng_keys_put(&t->terms, key, &fresh); /* it may have moved */
  } else if (term.type.len && !ng_str_keep(&t->arena, &term.type)) {
    return 0;
  }
  ng_triples_node node = {.term = term}, none = {0};
  if (!place || !ng_str_keep(&t->arena, &node.term.value) ||
      (!t->nodes.n && !NG_PUSH(&t->arena, &t->nodes, none)) ||
      !NG_PUSH(&t->arena, &t->nodes, node))
    return 0;
  *place = t->nodes.n - 1;
  return t->nodes.n - 1;
}

uint32_t
ng_triples_find(const ng_triples *t, const ng_term *term)
{
  ng_term wanted = plain(*term);
  const uint64_t *place = ng_keys_find(&t->terms, key_of(&wanted));
  return place ? (uint32_t)*place : 0;
}

uint32_t
ng_triples_iri(const ng_triples *t, const char *iri)
{
  ng_term term = ng_iri(0, (ng_str){iri, strlen(iri)});
  return ng_triples_find(t, &term);
}

/* --- triples -------------------------------------------------------------- */

static bool
add(ng_triples *t, ng_triple triple)
{
  bool fresh;
  uint32_t ids[] = {triple.subject, triple.predicate, triple.object};
  ng_str bytes = {(const char *)ids, sizeof ids};
  if (!ng_keys_put(&t->seen, ng_key_of(bytes), &fresh))
    return false;
  if (!fresh)
    return true;
  ng_triple none = {0};
  if ((!t->triples.n && !NG_PUSH(&t->arena, &t->triples, none)) ||
      !NG_PUSH(&t->arena, &t->triples, triple))
    return false;
  uint32_t at = t->triples.n - 1;
  ng_triples_node *subject = &t->nodes.at[triple.subject];
  ng_triples_node *object = &t->nodes.at[triple.object];
  if (subject->last)
    t->triples.at[subject->last].next = at;
  if (object->last_in)
    t->triples.at[object->last_in].next_in = at;
  subject->first = subject->first ? subject->first : at;
  object->first_in = object->first_in ? object->first_in : at;
  subject->last = object->last_in = at;
  return true;
}

static ng_status
take_quad(void *to, const ng_quad *quad, ng_error *err)
{
  ng_triples *t = to;
  ng_triple triple = {.subject = number(t, quad->subject),
                      .predicate = number(t, quad->predicate),
                      .object = number(t, quad->object)};
  if (!triple.subject || !triple.predicate || !triple.object || !add(t, triple))
    return ng_fail(err, NG_ERR_LIMIT, 0, "a graph of %u triples is too large",
                   t->triples.n);
  return NG_OK;
}

ng_rdf_sink
ng_triples_sink(ng_triples *triples)
{
  return (ng_rdf_sink){take_quad, triples};
}

/* Make the IRI whole: in `room`, if it is not. */
static void
widen(ng_namespaces spaces, ng_term *term, ng_buf *room)
{
  bool iri = term->kind == NG_TERM_IRI;
  ng_str *local = iri ? &term->value : &term->type;
  if (!term->space || (!iri && term->kind != NG_TERM_TYPED))
    return;
  room->len = 0;
  ng_buf_str(room, spaces.at[term->space].iri);
  ng_buf_str(room, *local);
  *local = (ng_str){room->at, room->len};
  term->space = 0;
}

ng_status
ng_triples_add(ng_triples *t, const ng_graph *graph, ng_namespaces spaces,
               ng_error *err)
{
  ng_buf room[3] = {0};
  ng_status st = NG_OK;
  for (uint32_t i = 0; i < graph->quads.n && st == NG_OK; i++) {
    ng_quad quad = graph->quads.at[i];
    widen(spaces, &quad.subject, &room[0]);
    widen(spaces, &quad.predicate, &room[1]);
    widen(spaces, &quad.object, &room[2]);
    if (room[0].failed || room[1].failed || room[2].failed)
      st = ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
    else
      st = take_quad(t, &quad, err);
  }
  for (size_t i = 0; i < 3; i++)
    ng_buf_release(&room[i]);
  return st;
}

uint32_t
ng_triples_object(const ng_triples *t, uint32_t node, uint32_t predicate)
{
  if (!predicate)
    return 0;
  for (const ng_triple *at = ng_triples_first(t, node); at;
       at = ng_triples_next(t, at))
    if (at->predicate == predicate)
      return at->object;
  return 0;
}
