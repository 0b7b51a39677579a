#include "rdf/store.h"

#include "core/buf.h"
#include "core/fail.h"
#include "core/str.h"
#include "rdf/read.h"
#include "rdf/world.h"

#include <stdlib.h>

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

/* librdf's "trees" storage is the only one that is a set of triples and finds
 * one by any of its terms in less than linear time. */
struct ng_store {
  librdf_world *world;
  librdf_storage *storage;
  librdf_model *model;
  ng_buf text;         /* a literal that had to be changed */
  char complaint[160]; /* the first error that librdf or rasqal logged */
  int line;            /* of the query, 0: unknown */
};

static int
hear(void *user, librdf_log_message *message)
{
  ng_store *store = user;
  const char *text = librdf_log_message_message(message);
  if (librdf_log_message_level(message) < LIBRDF_LOG_ERROR ||
      store->complaint[0])
    return 1;
  raptor_locator *where = librdf_log_message_locator(message);
  store->line = where && where->line > 0 ? where->line : 0;
  (void)snprintf(store->complaint, sizeof store->complaint, "%s",
                 text ? text : "error");
  return 1;
}

ng_status
ng_store_new(ng_store **out, ng_error *err)
{
  *out = NULL;
  ng_store *store = calloc(1, sizeof *store);
  if (store)
    store->world = ng_redland_open();
  if (store && store->world) {
    librdf_world_set_logger(store->world, store, hear);
    store->storage = librdf_new_storage(store->world, "trees", NULL, NULL);
  }
  if (store && store->storage)
    store->model = librdf_new_model(store->world, store->storage, NULL);
  if (!store || !store->model) {
    ng_store_free(store);
    return ng_fail(err, NG_ERR_LIMIT, 0, "cannot start Redland");
  }
  *out = store;
  return NG_OK;
}

void
ng_store_free(ng_store *store)
{
  if (!store)
    return;
  if (store->model)
    librdf_free_model(store->model);
  if (store->storage)
    librdf_free_storage(store->storage);
  ng_redland_close(store->world);
  ng_buf_release(&store->text);
  free(store);
}

/* --- terms in ------------------------------------------------------------- */

static const unsigned char *
bytes(ng_str s)
{
  return (const unsigned char *)s.at;
}

/* Redland ends a literal at its first NUL: U+FFFD takes its place. */
static ng_str
without_nul(ng_store *store, ng_str s)
{
  if (!s.len || !memchr(s.at, 0, s.len))
    return s;
  store->text.len = 0;
  for (size_t i = 0; i < s.len; i++)
    if (s.at[i])
      ng_buf_char(&store->text, s.at[i]);
    else
      ng_buf_put(&store->text, "\xef\xbf\xbd", 3);
  return (ng_str){store->text.at, store->text.len};
}

static librdf_node *
new_literal(ng_store *store, const ng_term *t)
{
  librdf_world *world = store->world;
  ng_str text = without_nul(store, t->value);
  librdf_uri *type = t->kind == NG_TERM_TYPED
                         ? librdf_new_uri2(world, bytes(t->type), t->type.len)
                         : NULL;
  librdf_node *node = librdf_new_node_from_typed_counted_literal(
      world, bytes(text), text.len, t->kind == NG_TERM_LANG ? t->type.at : NULL,
      t->kind == NG_TERM_LANG ? t->type.len : 0, type);
  if (type)
    librdf_free_uri(type);
  return node;
}

static librdf_node *
new_node(ng_store *store, const ng_term *t)
{
  librdf_world *world = store->world;
  if (t->kind == NG_TERM_IRI)
    return librdf_new_node_from_counted_uri_string(world, bytes(t->value),
                                                   t->value.len);
  if (t->kind == NG_TERM_BLANK)
    return librdf_new_node_from_counted_blank_identifier(world, bytes(t->value),
                                                         t->value.len);
  return new_literal(store, t);
}

ng_status
ng_store_add(void *to, const ng_quad *quad, ng_error *err)
{
  ng_store *store = to;
  librdf_statement *triple = librdf_new_statement_from_nodes(
      store->world, new_node(store, &quad->subject),
      new_node(store, &quad->predicate), new_node(store, &quad->object));
  int rc = triple ? librdf_model_add_statement(store->model, triple) : -1;
  if (triple)
    librdf_free_statement(triple);
  return rc < 0 ? ng_fail(err, NG_ERR_LIMIT, 0, "out of memory") : NG_OK;
}

/* --- terms out ------------------------------------------------------------ */

static ng_str
uri_text(librdf_uri *uri)
{
  size_t len;
  const char *at = (const char *)librdf_uri_as_counted_string(uri, &len);
  return (ng_str){at, len};
}

static ng_term
literal_of(librdf_node *node)
{
  ng_term term = {.kind = NG_TERM_LITERAL};
  term.value.at = (const char *)librdf_node_get_literal_value_as_counted_string(
      node, &term.value.len);
  const char *lang = librdf_node_get_literal_value_language(node);
  librdf_uri *type = librdf_node_get_literal_value_datatype_uri(node);
  if (lang) {
    term.kind = NG_TERM_LANG;
    term.type = (ng_str){lang, strlen(lang)};
  } else if (type && !ng_str_equal(uri_text(type), NG_LIT(XSD_STRING))) {
    term.kind = NG_TERM_TYPED;
    term.type = uri_text(type);
  }
  return term;
}

/* What `node`, which may be NULL, is; borrowed from it. */
static ng_term
term_of(librdf_node *node)
{
  ng_term term = {.kind = NG_TERM_NONE};
  if (!node)
    return term;
  if (librdf_node_is_resource(node))
    return ng_iri(0, uri_text(librdf_node_get_uri(node)));
  if (librdf_node_is_literal(node))
    return literal_of(node);
  term.kind = NG_TERM_BLANK;
  term.value.at = (const char *)librdf_node_get_counted_blank_identifier(
      node, &term.value.len);
  return term;
}

static ng_status
too_large(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
}

/* --- results -------------------------------------------------------------- */

static ng_status
take_names(librdf_query_results *results, ng_arena *arena, ng_answer *out,
           ng_error *err)
{
  int n = librdf_query_results_get_bindings_count(results);
  out->n_names = n > 0 ? (uint32_t)n : 0;
  ng_str *names = NG_NEW(arena, ng_str, out->n_names + 1);
  if (!names)
    return too_large(err);
  for (uint32_t i = 0; i < out->n_names; i++) {
    const char *name = librdf_query_results_get_binding_name(results, (int)i);
    names[i] = (ng_str){name, strlen(name)};
    if (!ng_str_keep(arena, &names[i]))
      return too_large(err);
  }
  out->names = names;
  return NG_OK;
}

static bool
take_cell(librdf_node *node, ng_arena *arena, ng_answer *out)
{
  ng_term term = term_of(node);
  return (term.kind == NG_TERM_NONE || ng_str_keep(arena, &term.value)) &&
         (!term.type.len || ng_str_keep(arena, &term.type)) &&
         NG_PUSH(arena, &out->cells, term);
}

static ng_status
take_rows(librdf_query_results *results, ng_arena *arena, ng_answer *out,
          ng_error *err)
{
  NG_TRY(take_names(results, arena, out, err));
  while (!librdf_query_results_finished(results)) {
    for (uint32_t i = 0; i < out->n_names; i++) {
      librdf_node *node =
          librdf_query_results_get_binding_value(results, (int)i);
      bool ok = take_cell(node, arena, out);
      if (node)
        librdf_free_node(node);
      if (!ok)
        return too_large(err);
    }
    if (librdf_query_results_next(results))
      break;
  }
  return NG_OK;
}

static ng_status
take_stream(librdf_stream *stream, ng_graph *graph, ng_error *err)
{
  for (; !librdf_stream_end(stream); (void)librdf_stream_next(stream)) {
    librdf_statement *triple = librdf_stream_get_object(stream);
    ng_quad quad = {term_of(librdf_statement_get_subject(triple)),
                    term_of(librdf_statement_get_predicate(triple)),
                    term_of(librdf_statement_get_object(triple)),
                    {0}};
    NG_TRY(ng_rdf_collect(graph, &quad, err));
  }
  return ng_graph_arrange(graph, err);
}

static ng_status
take_results(librdf_query_results *results, ng_arena *arena, ng_answer *out,
             ng_error *err)
{
  if (librdf_query_results_is_boolean(results)) {
    out->kind = NG_ANSWER_TRUTH;
    out->truth = librdf_query_results_get_boolean(results) > 0;
    return NG_OK;
  }
  if (!librdf_query_results_is_graph(results))
    return take_rows(results, arena, out, err);
  out->kind = NG_ANSWER_GRAPH;
  ng_graph_init(&out->graph, arena);
  librdf_stream *stream = librdf_query_results_as_stream(results);
  if (!stream)
    return NG_OK;
  ng_status st = take_stream(stream, &out->graph, err);
  librdf_free_stream(stream);
  return st;
}

/* --- queries -------------------------------------------------------------- */

static ng_status
malformed(const ng_store *store, ng_error *err)
{
  const char *why = store->complaint[0] ? store->complaint : "malformed";
  if (store->line)
    return ng_fail(err, NG_ERR_SYNTAX, 0, "query, line %d: %s", store->line,
                   why);
  return ng_fail(err, NG_ERR_SYNTAX, 0, "query: %s", why);
}

ng_status
ng_store_execute(ng_store *store, const char *text, ng_arena *arena,
                 ng_answer *out, ng_error *err)
{
  store->complaint[0] = '\0';
  store->line = 0;
  librdf_query *query = librdf_new_query(store->world, "sparql11-query", NULL,
                                         (const unsigned char *)text, NULL);
  librdf_query_results *results =
      query ? librdf_model_query_execute(store->model, query) : NULL;
  ng_status st = results && !store->complaint[0]
                     ? take_results(results, arena, out, err)
                     : malformed(store, err);
  if (st == NG_OK && store->complaint[0])
    st = malformed(store, err);
  if (results)
    librdf_free_query_results(results);
  if (query)
    librdf_free_query(query);
  return st;
}
