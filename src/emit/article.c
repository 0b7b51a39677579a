/* article.c - the article itself, and the order in which the rest follows. */
#include "core/fail.h"
#include "emit/emitter.h"

ng_term
ng_emit_article_iri(ng_emitter *e)
{
  const ng_doc *doc = e->doc;
  ng_article_key key = {doc->url.len ? doc->url : doc->id, doc->date,
                        doc->text};
  return ng_emit_minted(e, ng_article_iri(e->graph->arena, &key));
}

/* What the input said of the article. */
static void
metadata(ng_emitter *e)
{
  const ng_doc *doc = e->doc;
  const char *lang = e->context->options->lang;
  ng_emit_triple(e, e->article, NG_TERM_RDF("type"),
                 NG_TERM_SCHEMA("NewsArticle"));
  if (doc->title.len)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("headline"),
                   ng_literal(doc->title));
  if (doc->url.len)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("url"),
                   ng_is_iri(doc->url) ? ng_iri(NG_NS_WHOLE, doc->url)
                                       : ng_literal(doc->url));
  if (doc->id.len)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("identifier"),
                   ng_literal(doc->id));
  if (doc->date)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("datePublished"),
                   ng_emit_date(e, doc->date));
  if (doc->lang.len || lang)
    ng_emit_triple(
        e, e->article, NG_TERM_SCHEMA("inLanguage"),
        ng_literal(doc->lang.len ? doc->lang : (ng_str){lang, strlen(lang)}));
  ng_emit_triple(e, e->article, NG_TERM_PROV("wasGeneratedBy"),
                 ng_emit_run_iri(e));
}

/* What it is about, and all that it speaks of. */
static void
subjects(ng_emitter *e)
{
  const ng_doc *doc = e->doc;
  for (uint32_t i = 0; i < doc->entities.n; i++)
    if (doc->entities.at[i].salient &&
        ng_context_shows(e->context, doc->entities.at[i].type))
      ng_emit_triple(e, e->article, NG_TERM_SCHEMA("about"), e->iris[i]);
  for (uint32_t i = 0; i < doc->entities.n; i++)
    if (ng_context_shows(e->context, doc->entities.at[i].type))
      ng_emit_triple(e, e->article, NG_TERM_SCHEMA("mentions"), e->iris[i]);
}

ng_status
ng_emit_article(const ng_context *ctx, const ng_doc *doc, ng_graph *graph,
                ng_error *err)
{
  ng_profile profile = ctx->options->profile;
  ng_emitter e;
  ng_emitter_init(&e, ctx, graph);
  e.doc = doc;
  e.at = (ng_offsets){.doc = doc, .unit = NG_CODEPOINTS};
  e.article = ng_emit_article_iri(&e);
  e.own = ng_is_iri(doc->url) ? ng_iri(NG_NS_WHOLE, doc->url) : e.article;
  graph->name = e.own;
  metadata(&e);
  if (profile == NG_PROFILE_NIF || ctx->options->with_text)
    ng_emit_context(&e, e.article, doc->parts.at[doc->parts.n - 1].span);
  ng_emit_entities(&e);
  if (!e.spent)
    subjects(&e);
  if (profile == NG_PROFILE_FULL || profile == NG_PROFILE_NIF)
    ng_emit_mentions(&e);
  if (profile == NG_PROFILE_OA)
    ng_emit_web_annotations(&e);
  if (profile == NG_PROFILE_FISE)
    ng_emit_enhancements(&e);
  /* NIF tools would take evidence for mentions. */
  if (profile == NG_PROFILE_FACTS || profile == NG_PROFILE_FULL) {
    ng_emit_offices(&e);
    ng_emit_events(&e);
    ng_emit_claims(&e);
  }
  return e.spent ? ng_fail(err, NG_ERR_LIMIT, 0,
                           "graph of the article exceeds its budget")
                 : NG_OK;
}
