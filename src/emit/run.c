/* run.c - what made a graph: program, knowledge bases, options. */
#include "core/fail.h"
#include "emit/emitter.h"
#include "emit/iri.h"
#include "extract/lexicon/lexicon.h"
#include "kb/kb.h"
#include "text/model.h"

#include <inttypes.h>
#include <stdio.h>

enum { OPTIONS_TEXT = 300 };

/* The options that change what is found, as one line in `out`. Thousandths, so
 * that no locale and no rounding writes them differently. */
static ng_str
options_text(const ng_context *context, char out[OPTIONS_TEXT])
{
  const ng_options *o = context->options;
  static const char *const choices[] = {"names", "concepts", "all"};
  static const char *const profiles[] = {"facts", "full", "nif", "oa", "fise"};
  int n = snprintf(out, OPTIONS_TEXT,
                   "mentions=%s min-confidence=%d/1000 profile=%s%s lang=%.40s",
                   choices[o->mentions], (int)(o->min_confidence * 1000 + 0.5),
                   profiles[o->profile], o->with_text ? " with-text" : "",
                   o->lang ? o->lang : "");
  if (context->hidden && n > 0) /* --types */
    n += snprintf(out + n, OPTIONS_TEXT - (size_t)n, " hidden=%" PRIx64,
                  context->hidden);
  if (o->every_sentence && n > 0)
    n += snprintf(out + n, OPTIONS_TEXT - (size_t)n, " every-sentence");
  /* What finds events: which model and which patterns. */
  if (context->model && context->lexicon && n > 0)
    n +=
        snprintf(out + n, OPTIONS_TEXT - (size_t)n,
                 " model=%016" PRIx64 " lexicon=%016" PRIx64,
                 ng_model_identity(context->model), context->lexicon->identity);
  return (ng_str){out, n > 0 ? (size_t)n : 0};
}

ng_term
ng_emit_run_iri(ng_emitter *e)
{
  char room[OPTIONS_TEXT];
  const ng_bases *bases = &e->context->bases;
  ng_hash hash;
  ng_hash_init(&hash);
  ng_hash_str(&hash, (ng_str){ng_version(), strlen(ng_version())});
  for (uint32_t i = 0; i < bases->n; i++)
    ng_hash_str(&hash, ng_kb_info_get(bases->at[i], "identity"));
  ng_hash_str(&hash, options_text(e->context, room));
  return ng_emit_minted(
      e, ng_hash_iri(&hash, e->graph->arena, NG_LIT("run/"), NG_LIT("")));
}

/* Two strings, one after the other, in the arena. */
static ng_str
joined(ng_emitter *e, ng_str a, ng_str b)
{
  char *at = NG_NEW(e->graph->arena, char, a.len + b.len + 1);
  if (!at) {
    e->spent = true;
    return (ng_str){0};
  }
  memcpy(at, a.at, a.len);
  if (b.len)
    memcpy(at + a.len, b.at, b.len);
  return (ng_str){at, a.len + b.len};
}

static ng_term
program(ng_emitter *e)
{
  ng_str version = {ng_version(), strlen(ng_version())};
  ng_term iri = ng_emit_minted(e, joined(e, NG_LIT("program/"), version));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_PROV("SoftwareAgent"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"),
                 NG_TERM_SCHEMA("SoftwareApplication"));
  ng_emit_triple(e, iri, NG_TERM_RDFS("label"),
                 ng_literal(joined(e, NG_LIT("newsgraph "), version)));
  ng_emit_triple(e, iri, NG_TERM_SCHEMA("softwareVersion"),
                 ng_literal(version));
  return iri;
}

static ng_term
knowledge_base(ng_emitter *e, const ng_kb *kb)
{
  ng_str identity = ng_kb_info_get(kb, "identity");
  ng_term iri = ng_emit_minted(e, joined(e, NG_LIT("kb/"), identity));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NG("KnowledgeBase"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_PROV("Entity"));
  ng_emit_triple(e, iri, NG_TERM_SCHEMA("identifier"), ng_literal(identity));
  return iri;
}

static ng_str
options_copy(ng_emitter *e)
{
  char room[OPTIONS_TEXT];
  return joined(e, options_text(e->context, room), NG_LIT(""));
}

ng_status
ng_emit_run(const ng_context *context, ng_graph *graph, ng_error *err)
{
  ng_emitter e;
  ng_emitter_init(&e, context, graph);
  graph->name = ng_iri(NG_NS_ID, NG_LIT("runs"));
  ng_term run = ng_emit_run_iri(&e);
  ng_emit_triple(&e, run, NG_TERM_RDF("type"), NG_TERM_NG("Run"));
  ng_emit_triple(&e, run, NG_TERM_RDF("type"), NG_TERM_PROV("Activity"));
  ng_emit_triple(&e, run, NG_TERM_PROV("wasAssociatedWith"), program(&e));
  for (uint32_t i = 0; i < context->bases.n; i++)
    ng_emit_triple(&e, run, NG_TERM_PROV("used"),
                   knowledge_base(&e, context->bases.at[i]));
  ng_emit_triple(&e, run, NG_TERM_NG("options"), ng_literal(options_copy(&e)));
  return e.spent ? ng_fail(err, NG_ERR_LIMIT, 0, "run exceeds its budget")
                 : NG_OK;
}
