/* redland.h - raptor and librdf, loaded when they are first needed.
 *
 * They bring some forty libraries with them (through raptor's libcurl), which
 * take longer to load than an article takes to read: 4.3 of 7.0 ms from start
 * to end.  Most runs need none of it, so the program is not linked to them.
 * Their functions are called by their own names, through the pointers below,
 * once ng_raptor_load() or ng_librdf_load() has said yes; whoever opens a world
 * has asked (world.c).
 */
#ifndef NG_REDLAND_H
#define NG_REDLAND_H

#include <redland.h>
#include <stdbool.h>

#define NG_RAPTOR_FUNCTIONS(X)             \
  X(raptor_free_iostream)                  \
  X(raptor_free_parser)                    \
  X(raptor_free_serializer)                \
  X(raptor_free_uri)                       \
  X(raptor_free_world)                     \
  X(raptor_new_iostream_from_handler)      \
  X(raptor_new_parser)                     \
  X(raptor_new_serializer)                 \
  X(raptor_new_term_from_counted_blank)    \
  X(raptor_new_term_from_counted_literal)  \
  X(raptor_new_term_from_uri)              \
  X(raptor_new_uri)                        \
  X(raptor_new_uri_from_counted_string)    \
  X(raptor_new_world_internal)             \
  X(raptor_parser_parse_abort)             \
  X(raptor_parser_parse_chunk)             \
  X(raptor_parser_parse_start)             \
  X(raptor_parser_set_option)              \
  X(raptor_parser_set_statement_handler)   \
  X(raptor_serializer_serialize_end)       \
  X(raptor_serializer_serialize_statement) \
  X(raptor_serializer_set_namespace)       \
  X(raptor_serializer_start_to_iostream)   \
  X(raptor_statement_clear)                \
  X(raptor_statement_init)                 \
  X(raptor_uri_as_counted_string)          \
  X(raptor_world_open)                     \
  X(raptor_world_set_log_handler)

#define NG_LIBRDF_FUNCTIONS(X)                       \
  X(librdf_free_model)                               \
  X(librdf_free_node)                                \
  X(librdf_free_query)                               \
  X(librdf_free_query_results)                       \
  X(librdf_free_statement)                           \
  X(librdf_free_storage)                             \
  X(librdf_free_stream)                              \
  X(librdf_free_uri)                                 \
  X(librdf_free_world)                               \
  X(librdf_log_message_level)                        \
  X(librdf_log_message_locator)                      \
  X(librdf_log_message_message)                      \
  X(librdf_model_add_statement)                      \
  X(librdf_model_query_execute)                      \
  X(librdf_new_model)                                \
  X(librdf_new_node_from_counted_blank_identifier)   \
  X(librdf_new_node_from_counted_uri_string)         \
  X(librdf_new_node_from_typed_counted_literal)      \
  X(librdf_new_query)                                \
  X(librdf_new_statement_from_nodes)                 \
  X(librdf_new_storage)                              \
  X(librdf_new_uri2)                                 \
  X(librdf_new_world)                                \
  X(librdf_node_get_counted_blank_identifier)        \
  X(librdf_node_get_literal_value_as_counted_string) \
  X(librdf_node_get_literal_value_datatype_uri)      \
  X(librdf_node_get_literal_value_language)          \
  X(librdf_node_get_uri)                             \
  X(librdf_node_is_literal)                          \
  X(librdf_node_is_resource)                         \
  X(librdf_query_results_as_stream)                  \
  X(librdf_query_results_finished)                   \
  X(librdf_query_results_get_binding_name)           \
  X(librdf_query_results_get_binding_value)          \
  X(librdf_query_results_get_bindings_count)         \
  X(librdf_query_results_get_boolean)                \
  X(librdf_query_results_is_boolean)                 \
  X(librdf_query_results_is_graph)                   \
  X(librdf_query_results_next)                       \
  X(librdf_statement_get_object)                     \
  X(librdf_statement_get_predicate)                  \
  X(librdf_statement_get_subject)                    \
  X(librdf_stream_end)                               \
  X(librdf_stream_get_object)                        \
  X(librdf_stream_next)                              \
  X(librdf_uri_as_counted_string)                    \
  X(librdf_world_open)                               \
  X(librdf_world_set_logger)

#define NG_POINTER(name) __typeof__(name) *name##_;
typedef struct {
  NG_RAPTOR_FUNCTIONS(NG_POINTER)
  NG_LIBRDF_FUNCTIONS(NG_POINTER)
} ng_redland_functions;
#undef NG_POINTER

/* Filled once, by the functions below; the same for the whole process. */
extern ng_redland_functions ng_redland;

/* Load the library and find its functions; false if it is not installed.  Any
 * thread may ask; only the first call works. */
bool ng_raptor_load(void);
bool ng_librdf_load(void); /* and raptor */

#ifndef NG_REDLAND_NAMES_ONLY
#define raptor_free_iostream ng_redland.raptor_free_iostream_
#define raptor_free_parser ng_redland.raptor_free_parser_
#define raptor_free_serializer ng_redland.raptor_free_serializer_
#define raptor_free_uri ng_redland.raptor_free_uri_
#define raptor_free_world ng_redland.raptor_free_world_
#define raptor_new_iostream_from_handler \
  ng_redland.raptor_new_iostream_from_handler_
#define raptor_new_parser ng_redland.raptor_new_parser_
#define raptor_new_serializer ng_redland.raptor_new_serializer_
#define raptor_new_term_from_counted_blank \
  ng_redland.raptor_new_term_from_counted_blank_
#define raptor_new_term_from_counted_literal \
  ng_redland.raptor_new_term_from_counted_literal_
#define raptor_new_term_from_uri ng_redland.raptor_new_term_from_uri_
#define raptor_new_uri ng_redland.raptor_new_uri_
#define raptor_new_uri_from_counted_string \
  ng_redland.raptor_new_uri_from_counted_string_
#define raptor_new_world_internal ng_redland.raptor_new_world_internal_
#define raptor_parser_parse_abort ng_redland.raptor_parser_parse_abort_
#define raptor_parser_parse_chunk ng_redland.raptor_parser_parse_chunk_
#define raptor_parser_parse_start ng_redland.raptor_parser_parse_start_
#define raptor_parser_set_option ng_redland.raptor_parser_set_option_
#define raptor_parser_set_statement_handler \
  ng_redland.raptor_parser_set_statement_handler_
#define raptor_serializer_serialize_end \
  ng_redland.raptor_serializer_serialize_end_
#define raptor_serializer_serialize_statement \
  ng_redland.raptor_serializer_serialize_statement_
#define raptor_serializer_set_namespace \
  ng_redland.raptor_serializer_set_namespace_
#define raptor_serializer_start_to_iostream \
  ng_redland.raptor_serializer_start_to_iostream_
#define raptor_statement_clear ng_redland.raptor_statement_clear_
#define raptor_statement_init ng_redland.raptor_statement_init_
#define raptor_uri_as_counted_string ng_redland.raptor_uri_as_counted_string_
#define raptor_world_open ng_redland.raptor_world_open_
#define raptor_world_set_log_handler ng_redland.raptor_world_set_log_handler_
#define librdf_free_model ng_redland.librdf_free_model_
#define librdf_free_node ng_redland.librdf_free_node_
#define librdf_free_query ng_redland.librdf_free_query_
#define librdf_free_query_results ng_redland.librdf_free_query_results_
#define librdf_free_statement ng_redland.librdf_free_statement_
#define librdf_free_storage ng_redland.librdf_free_storage_
#define librdf_free_stream ng_redland.librdf_free_stream_
#define librdf_free_uri ng_redland.librdf_free_uri_
#define librdf_free_world ng_redland.librdf_free_world_
#define librdf_log_message_level ng_redland.librdf_log_message_level_
#define librdf_log_message_locator ng_redland.librdf_log_message_locator_
#define librdf_log_message_message ng_redland.librdf_log_message_message_
#define librdf_model_add_statement ng_redland.librdf_model_add_statement_
#define librdf_model_query_execute ng_redland.librdf_model_query_execute_
#define librdf_new_model ng_redland.librdf_new_model_
#define librdf_new_node_from_counted_blank_identifier \
  ng_redland.librdf_new_node_from_counted_blank_identifier_
#define librdf_new_node_from_counted_uri_string \
  ng_redland.librdf_new_node_from_counted_uri_string_
#define librdf_new_node_from_typed_counted_literal \
  ng_redland.librdf_new_node_from_typed_counted_literal_
#define librdf_new_query ng_redland.librdf_new_query_
#define librdf_new_statement_from_nodes \
  ng_redland.librdf_new_statement_from_nodes_
#define librdf_new_storage ng_redland.librdf_new_storage_
#define librdf_new_uri2 ng_redland.librdf_new_uri2_
#define librdf_new_world ng_redland.librdf_new_world_
#define librdf_node_get_counted_blank_identifier \
  ng_redland.librdf_node_get_counted_blank_identifier_
#define librdf_node_get_literal_value_as_counted_string \
  ng_redland.librdf_node_get_literal_value_as_counted_string_
#define librdf_node_get_literal_value_datatype_uri \
  ng_redland.librdf_node_get_literal_value_datatype_uri_
#define librdf_node_get_literal_value_language \
  ng_redland.librdf_node_get_literal_value_language_
#define librdf_node_get_uri ng_redland.librdf_node_get_uri_
#define librdf_node_is_literal ng_redland.librdf_node_is_literal_
#define librdf_node_is_resource ng_redland.librdf_node_is_resource_
#define librdf_query_results_as_stream \
  ng_redland.librdf_query_results_as_stream_
#define librdf_query_results_finished ng_redland.librdf_query_results_finished_
#define librdf_query_results_get_binding_name \
  ng_redland.librdf_query_results_get_binding_name_
#define librdf_query_results_get_binding_value \
  ng_redland.librdf_query_results_get_binding_value_
#define librdf_query_results_get_bindings_count \
  ng_redland.librdf_query_results_get_bindings_count_
#define librdf_query_results_get_boolean \
  ng_redland.librdf_query_results_get_boolean_
#define librdf_query_results_is_boolean \
  ng_redland.librdf_query_results_is_boolean_
#define librdf_query_results_is_graph ng_redland.librdf_query_results_is_graph_
#define librdf_query_results_next ng_redland.librdf_query_results_next_
#define librdf_statement_get_object ng_redland.librdf_statement_get_object_
#define librdf_statement_get_predicate \
  ng_redland.librdf_statement_get_predicate_
#define librdf_statement_get_subject ng_redland.librdf_statement_get_subject_
#define librdf_stream_end ng_redland.librdf_stream_end_
#define librdf_stream_get_object ng_redland.librdf_stream_get_object_
#define librdf_stream_next ng_redland.librdf_stream_next_
#define librdf_uri_as_counted_string ng_redland.librdf_uri_as_counted_string_
#define librdf_world_open ng_redland.librdf_world_open_
#define librdf_world_set_logger ng_redland.librdf_world_set_logger_
#endif

#endif /* NG_REDLAND_H */
