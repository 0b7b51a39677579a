/* annotation.c - mentions as other people's tools know them: W3C Web Annotation
 * (https://www.w3.org/TR/annotation-vocab/), and the enhancement structure that
 * Apache Stanbol wrote (its documentation, "Enhancement Structure").
 *
 *   oa      annotation -> body: the entity
 *                      -> target -> source: the article, or its title
 *                                -> position selector, quote selector
 *   fise    text annotation <- entity annotation -> the entity
 *
 * Their terms are whole IRIs, so that no other profile declares their prefixes.
 */
#include "core/utf8.h"
#include "emit/emitter.h"
#include "emit/iri.h"
#include "kb/kb.h"

#define OA(name) ng_iri(NG_NS_WHOLE, NG_LIT("http://www.w3.org/ns/oa#" name))
#define FISE(name) \
  ng_iri(NG_NS_WHOLE, NG_LIT("http://fise.iks-project.eu/ontology/" name))
#define DC(name) ng_iri(NG_NS_WHOLE, NG_LIT("http://purl.org/dc/terms/" name))
#define DBPEDIA(name) \
  ng_iri(NG_NS_WHOLE, NG_LIT("http://dbpedia.org/ontology/" name))

/* Characters of what stands before and after, for finding a quote again in a
 * text that has changed: what Hypothesis takes. */
enum { AROUND = 32 };

/* A mention's place. */
typedef struct {
  ng_span at;   /* code points of its part */
  ng_span part; /* bytes of the text */
  bool title;
  ng_term source; /* what the offsets count in */
} place;

static place
place_of(ng_emitter *e, ng_span span)
{
  const ng_part *part = &e->doc->parts.at[ng_doc_part(e->doc, span.begin)];
  bool title = part->kind == NG_PART_TITLE;
  return (place){.at = ng_emit_offsets(e, span),
                 .part = part->span,
                 .title = title,
                 .source = title ? ng_emit_title_context(e) : e->article};
}

/* article + "#" or "#title-", `what` and the offsets. */
static ng_term
node(ng_emitter *e, const place *p, ng_str what, ng_str what_in_title)
{
  return ng_emit_minted(e, ng_span_iri(e->graph->arena, e->article.value,
                                       p->title ? what_in_title : what, p->at));
}

/* The text of up to AROUND characters that ends, or begins, at `at`. */
static ng_str
before(ng_emitter *e, uint32_t at, ng_span part)
{
  ng_str text = e->doc->text;
  uint32_t from = at;
  for (int n = 0; n < AROUND && from > part.begin; n++)
    do
      from--;
    while (from > part.begin && (text.at[from] & 0xc0) == 0x80);
  return ng_str_slice(text, from, at);
}

static ng_str
after(ng_emitter *e, uint32_t at, ng_span part)
{
  ng_str rest = ng_str_slice(e->doc->text, at, part.end);
  size_t to = 0;
  uint32_t c;
  for (int n = 0; n < AROUND && to < rest.len; n++) {
    size_t len = ng_utf8_decode(ng_str_slice(rest, to, rest.len), &c);
    to += len ? len : 1;
  }
  return ng_str_slice(rest, 0, to);
}

/* --- Web Annotation ------------------------------------------------------- */

static void
selectors(ng_emitter *e, ng_term target, const place *p, ng_span span)
{
  ng_term position =
      node(e, p, NG_LIT("#position-"), NG_LIT("#title-position-"));
  ng_term quote = node(e, p, NG_LIT("#quote-"), NG_LIT("#title-quote-"));
  ng_emit_triple(e, target, OA("hasSelector"), position);
  ng_emit_triple(e, target, OA("hasSelector"), quote);
  ng_emit_triple(e, position, NG_TERM_RDF("type"), OA("TextPositionSelector"));
  ng_emit_triple(e, position, OA("start"), ng_emit_count(e, p->at.begin));
  ng_emit_triple(e, position, OA("end"), ng_emit_count(e, p->at.end));
  ng_emit_triple(e, quote, NG_TERM_RDF("type"), OA("TextQuoteSelector"));
  ng_emit_triple(e, quote, OA("exact"), ng_literal(ng_doc_text(e->doc, span)));
  ng_emit_triple(e, quote, OA("prefix"),
                 ng_literal(before(e, span.begin, p->part)));
  ng_emit_triple(e, quote, OA("suffix"),
                 ng_literal(after(e, span.end, p->part)));
}

static void
web_annotation(ng_emitter *e, const ng_mention *m)
{
  place p = place_of(e, m->span);
  ng_term iri =
      node(e, &p, NG_LIT("#annotation-"), NG_LIT("#title-annotation-"));
  ng_term target = node(e, &p, NG_LIT("#target-"), NG_LIT("#title-target-"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), OA("Annotation"));
  ng_emit_triple(e, iri, OA("motivatedBy"), OA("identifying"));
  ng_emit_triple(e, iri, OA("hasBody"), e->iris[m->entity]);
  ng_emit_triple(e, iri, OA("hasTarget"), target);
  ng_emit_triple(e, target, NG_TERM_RDF("type"), OA("SpecificResource"));
  ng_emit_triple(e, target, OA("hasSource"), p.source);
  selectors(e, target, &p, m->span);
}

void
ng_emit_web_annotations(ng_emitter *e)
{
  for (uint32_t i = 0; i < e->doc->mentions.n && !e->spent; i++)
    if (ng_emit_shows(e, &e->doc->mentions.at[i]))
      web_annotation(e, &e->doc->mentions.at[i]);
}

/* --- Stanbol's enhancements ----------------------------------------------- */

/* Stanbol's three types of text annotations; others have none. */
static bool
stanbol_type(ng_term class, ng_term *out)
{
  if (ng_str_equal(class.value, NG_LIT("Person")))
    return *out = DBPEDIA("Person"), true;
  static const char *const places[] = {"Place", "City", "Country",
                                       "AdministrativeArea"};
  static const char *const bodies[] = {"Organization", "GovernmentOrganization",
                                       "PoliticalParty",
                                       "NewsMediaOrganization"};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    if (ng_str_equal(class.value, (ng_str){places[i], strlen(places[i])}))
      return *out = DBPEDIA("Place"), true;
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
    if (ng_str_equal(class.value, (ng_str){bodies[i], strlen(bodies[i])}))
      return *out = DBPEDIA("Organisation"), true;
  return false;
}

static ng_term
integer(ng_emitter *e, uint32_t n)
{
  return ng_typed(ng_number(e->graph->arena, n), NG_NS_XSD, NG_LIT("int"));
}

static ng_term
confidence(ng_emitter *e, uint16_t thousandths)
{
  ng_term term = ng_emit_confidence(e, thousandths);
  term.type = NG_LIT("double");
  return term;
}

/* The sentence around a mention. */
static ng_str
sentence_of(const ng_emitter *e, ng_span span)
{
  const ng_doc *doc = e->doc;
  for (uint32_t i = 0; i < doc->sentences.n; i++)
    if (doc->sentences.at[i].span.begin <= span.begin &&
        span.end <= doc->sentences.at[i].span.end)
      return ng_doc_text(doc, doc->sentences.at[i].span);
  return ng_doc_text(doc, span);
}

static void
enhancement(ng_emitter *e, ng_term iri, ng_term class, ng_term source,
            uint16_t sure)
{
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), FISE("Enhancement"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), class);
  ng_emit_triple(e, iri, FISE("extracted-from"), source);
  ng_emit_triple(e, iri, DC("creator"), ng_literal(NG_LIT("newsgraph")));
  ng_emit_triple(e, iri, FISE("confidence"), confidence(e, sure));
}

/* What was selected in the text. */
static ng_term
text_annotation(ng_emitter *e, const ng_mention *m, const place *p)
{
  ng_term class, type;
  ng_term iri = node(e, p, NG_LIT("#text-annotation-"),
                     NG_LIT("#title-text-annotation-"));
  enhancement(e, iri, FISE("TextAnnotation"), p->source, m->confidence);
  ng_emit_triple(e, iri, FISE("start"), integer(e, p->at.begin));
  ng_emit_triple(e, iri, FISE("end"), integer(e, p->at.end));
  ng_emit_triple(e, iri, FISE("selected-text"),
                 ng_literal(ng_doc_text(e->doc, m->span)));
  ng_emit_triple(e, iri, FISE("selection-context"),
                 ng_literal(sentence_of(e, m->span)));
  if (ng_emit_class(e->doc->entities.at[m->entity].type, &class) &&
      stanbol_type(class, &type))
    ng_emit_triple(e, iri, DC("type"), type);
  return iri;
}

/* What it was linked to: nothing for a name that no base knows. */
static void
entity_annotation(ng_emitter *e, const ng_mention *m, const place *p,
                  ng_term text)
{
  const ng_doc_entity *entity = &e->doc->entities.at[m->entity];
  ng_term class;
  if (ng_ref_none(entity->ref))
    return;
  ng_term iri = node(e, p, NG_LIT("#entity-annotation-"),
                     NG_LIT("#title-entity-annotation-"));
  ng_str label = ng_bases_entity(&e->context->bases, entity->ref).label;
  enhancement(e, iri, FISE("EntityAnnotation"), p->source, m->confidence);
  ng_emit_triple(e, iri, DC("relation"), text);
  ng_emit_triple(e, iri, FISE("entity-reference"), e->iris[m->entity]);
  ng_emit_triple(e, iri, FISE("entity-label"), ng_literal(label));
  if (ng_emit_class(entity->type, &class))
    ng_emit_triple(e, iri, FISE("entity-type"), class);
}

void
ng_emit_enhancements(ng_emitter *e)
{
  for (uint32_t i = 0; i < e->doc->mentions.n && !e->spent; i++) {
    const ng_mention *m = &e->doc->mentions.at[i];
    if (!ng_emit_shows(e, m))
      continue;
    place p = place_of(e, m->span);
    ng_term text = text_annotation(e, m, &p);
    entity_annotation(e, m, &p, text);
  }
}
