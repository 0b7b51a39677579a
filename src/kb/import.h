/* import.h - sources of a knowledge base, read into a draft.
 *
 * A row or statement that cannot be used is counted, complained of through the
 * draft, and skipped.  An error is returned for a file that cannot be read on:
 * no such file, a syntax error, a decompressor's complaint, no memory; what was
 * read before it stays in the draft.
 */
#ifndef NG_KB_IMPORT_H
#define NG_KB_IMPORT_H

#include "kb/draft.h"
#include "kb/lines.h"
#include "kb/select.h"

/* Read the source at `path`, of the kind that its name or first bytes show. */
ng_status ng_import(ng_draft *draft, const char *path, ng_error *err);

/* RDF in our own vocabulary, SKOS, RDFS, schema.org or Wikidata's direct
 * properties. */
ng_status ng_import_rdf(ng_draft *draft, const char *path, ng_error *err);

/* The same from Turtle in memory, which is trusted; `name` is its name in
 * messages. */
ng_status ng_import_turtle(ng_draft *draft, ng_str text, const char *name,
                           ng_error *err);

/* The same in any format. */
ng_status ng_import_rdf_text(ng_draft *draft, ng_str text, ng_format format,
                             const char *name, ng_error *err);

/* One of the five tables that are known by their header lines: entities or
 * people, offices, triples, jurisdictions. */
ng_status ng_import_tsv(ng_draft *draft, const char *path, ng_error *err);

/* Wikidata's JSON: a dump, or what Special:EntityData gives.  draft->langs and
 * draft->keep say what is kept. */
ng_status ng_import_wikidata(ng_draft *draft, const char *path, ng_error *err);

/* The answer to a SELECT: rows about ?item, or what the first variable names,
 * in which the names of the others tell what they say of it (see
 * import_select.c). */
ng_status ng_import_select(ng_draft *draft, const char *path,
                           ng_select_format format, ng_error *err);

/* The same from memory; behind `text`, NG_SCAN_PAD bytes can be read. */
ng_status ng_import_select_text(ng_draft *draft, ng_str text,
                                ng_select_format format, const char *name,
                                ng_error *err);

/* Whether the file, which is JSON or has tabs, looks like such an answer. */
bool ng_is_select(const char *path, ng_select_format format);

/* A table, and Wikidata's JSON, from lines that are open; lines->path names
 * them. */
ng_status ng_import_tsv_lines(ng_draft *draft, ng_lines *lines, ng_error *err);
ng_status ng_import_wikidata_lines(ng_draft *draft, ng_lines *lines,
                                   ng_error *err);

#endif /* NG_KB_IMPORT_H */
