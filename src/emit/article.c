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

/* The article's address as an IRI; false if it has none that can be. */
static bool
address(ng_emitter *e, ng_term *out)
{
  if (!ng_is_iri(e->doc->url))
    return false;
  ng_str iri = ng_url_iri(e->graph->arena, e->doc->url);
  e->spent |= !iri.at;
  *out = ng_iri(NG_NS_WHOLE, iri);
  return iri.at != NULL;
}

bool
ng_is_language(ng_str s)
{
  enum { SUBTAG = 8 };
  size_t n = 0;
  for (size_t i = 0; i < s.len; i++) {
    char c = s.at[i];
    bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    bool digit = c >= '0' && c <= '9';
    if (!letter && !(digit && i > n) && !(n && (c == '-' || c == '_')))
      return false;
    n = letter || digit ? n + 1 : 0;
    if (n > SUBTAG)
      return false;
  }
  return n > 0;
}

/* The article's language as BCP 47 writes it; false if none is known. */
static bool
language(ng_emitter *e, ng_term *out)
{
  const char *given = e->context->options->lang;
  ng_str tag = e->doc->lang.len || !given ? e->doc->lang
                                          : (ng_str){given, strlen(given)};
  char *at = NG_NEW(e->graph->arena, char, tag.len + 1);
  e->spent |= !at;
  if (!at || !ng_is_language(tag))
    return false;
  memcpy(at, tag.at, tag.len);
  for (char *low = at; (low = memchr(low, '_', (size_t)(at + tag.len - low)));)
    *low = '-';
  *out = ng_literal((ng_str){at, tag.len});
  return true;
}

/* What the input said of the article. */
static void
metadata(ng_emitter *e)
{
  const ng_doc *doc = e->doc;
  ng_emit_triple(e, e->article, NG_TERM_RDF("type"),
                 NG_TERM_SCHEMA("NewsArticle"));
  if (doc->title.len)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("headline"),
                   ng_literal(doc->title));
  ng_term page = ng_literal(doc->url);
  if (address(e, &page) || doc->url.len)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("url"), page);
  if (doc->id.len)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("identifier"),
                   ng_literal(doc->id));
  if (doc->date)
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("datePublished"),
                   ng_emit_date(e, doc->date));
  ng_term tag;
  if (language(e, &tag))
    ng_emit_triple(e, e->article, NG_TERM_SCHEMA("inLanguage"), tag);
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

/* Room for most of what an article of so many entities and events gives, since
 * growing copies. */
static void
reserve(ng_emitter *e)
{
  enum { OWN = 16, PER_ENTITY = 5, PER_EVENT = 24 };
  const ng_doc *doc = e->doc;
  uint64_t events = (uint64_t)doc->events.n + doc->claims.n + doc->offices.n +
                    doc->propositions.n;
  uint64_t n =
      OWN + PER_ENTITY * (uint64_t)doc->entities.n + PER_EVENT * events;
  if (n > UINT32_MAX ||
      !NG_ROOM(e->graph->arena, &e->graph->quads, (uint32_t)n))
    e->spent = true;
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
  e.own = e.article;
  (void)address(&e, &e.own);
  graph->name = e.own;
  reserve(&e);
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
