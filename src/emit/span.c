/* span.c - mentions and evidence: spans of the text, as NIF writes them. */
#include "emit/emitter.h"
#include "emit/iri.h"

/* Ends are counted from a
 * copy of the begin's position, so that nested spans do not set the scan back
 * and all spans of an article cost one pass. */
ng_span
ng_emit_offsets(ng_emitter *e, ng_span span)
{
  uint32_t begin = ng_offset_in(&e->at, span.begin);
  ng_offsets ahead = e->at;
  return (ng_span){begin, ng_offset_in(&ahead, span.end)};
}

void
ng_emit_context(ng_emitter *e, ng_term iri, ng_span part)
{
  ng_offsets at = {.doc = e->doc, .unit = NG_CODEPOINTS};
  uint32_t end = part.end > part.begin ? ng_offset_in(&at, part.end) : 0;
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NIF("Context"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NIF("OffsetBasedString"));
  ng_emit_triple(e, iri, NG_TERM_NIF("beginIndex"), ng_emit_count(e, 0));
  ng_emit_triple(e, iri, NG_TERM_NIF("endIndex"), ng_emit_count(e, end));
  ng_emit_triple(e, iri, NG_TERM_NIF("isString"),
                 ng_literal(ng_doc_text(e->doc, part)));
}

ng_term
ng_emit_title_context(ng_emitter *e)
{
  ng_str local = {0};
  size_t len = e->article.value.len;
  char *at = NG_NEW(e->graph->arena, char, len + sizeof "#title");
  if (at) {
    memcpy(at, e->article.value.at, len);
    memcpy(at + len, "#title", sizeof "#title");
    local = (ng_str){at, len + sizeof "#title" - 1};
  }
  ng_term iri = ng_emit_minted(e, local);
  if (!e->title_seen) {
    ng_span title = e->doc->parts.at[0].span;
    ng_emit_context(e, iri, title);
  }
  e->title_seen = true;
  return iri;
}

/* The node of `span`: article + "#char=B,E" or "#title-char=B,E". */
static ng_term
span_node(ng_emitter *e, ng_span span)
{
  uint32_t part = ng_doc_part(e->doc, span.begin);
  bool title = e->doc->parts.at[part].kind == NG_PART_TITLE;
  ng_span at = ng_emit_offsets(e, span);
  ng_term iri = ng_emit_minted(
      e, ng_span_iri(e->graph->arena, e->article.value,
                     title ? NG_LIT("#title-char=") : NG_LIT("#char="), at));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NIF("OffsetBasedString"));
  ng_emit_triple(e, iri, NG_TERM_NIF("beginIndex"), ng_emit_count(e, at.begin));
  ng_emit_triple(e, iri, NG_TERM_NIF("endIndex"), ng_emit_count(e, at.end));
  ng_emit_triple(e, iri, NG_TERM_NIF("anchorOf"),
                 ng_literal(ng_doc_text(e->doc, span)));
  ng_emit_triple(e, iri, NG_TERM_NIF("referenceContext"),
                 title ? ng_emit_title_context(e) : e->article);
  return iri;
}

ng_term
ng_emit_evidence(ng_emitter *e, ng_span span)
{
  bool again = span.begin == e->evidence.begin && span.end == e->evidence.end;
  if (!again || !e->evidence_node.value.at)
    e->evidence_node = span_node(e, span);
  e->evidence = span;
  return e->evidence_node;
}

static ng_term
kind_term(uint8_t kind)
{
  switch ((ng_mention_kind)kind) {
  case NG_KIND_DEMONYM:
    return NG_TERM_NG("Demonym");
  case NG_KIND_METONYM:
    return NG_TERM_NG("Metonym");
  case NG_KIND_TITLE:
    return NG_TERM_NG("Title");
  case NG_KIND_NOMINAL:
    return NG_TERM_NG("Nominal");
  case NG_KIND_PRONOUN:
    return NG_TERM_NG("Pronoun");
  default:
    return NG_TERM_NG("Name");
  }
}

/* 983 -> "0.983"^^xsd:decimal, canonical: no zeros behind but the first. */
ng_term
ng_emit_confidence(ng_emitter *e, uint16_t thousandths)
{
  char *at = NG_NEW(e->graph->arena, char, 5);
  if (!at) {
    e->spent = true;
    return (ng_term){0};
  }
  unsigned rest = thousandths % 1000;
  at[0] = thousandths >= 1000 ? '1' : '0';
  at[1] = '.';
  at[2] = (char)('0' + rest / 100);
  at[3] = (char)('0' + rest / 10 % 10);
  at[4] = (char)('0' + rest % 10);
  size_t len = rest % 10 ? 5 : rest % 100 ? 4 : 3;
  return ng_typed((ng_str){at, len}, NG_NS_XSD, NG_LIT("decimal"));
}

static void
mention(ng_emitter *e, const ng_mention *m)
{
  const ng_doc_entity *entity = &e->doc->entities.at[m->entity];
  ng_term class, iri = span_node(e, m->span);
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NIF("EntityOccurrence"));
  ng_emit_triple(e, iri, NG_TERM_ITSRDF("taIdentRef"), e->iris[m->entity]);
  if (ng_emit_class(entity->type, &class))
    ng_emit_triple(e, iri, NG_TERM_ITSRDF("taClassRef"), class);
  if (!ng_ref_none(entity->ref))
    ng_emit_triple(e, iri, NG_TERM_ITSRDF("taConfidence"),
                   ng_emit_confidence(e, m->confidence));
  ng_emit_triple(e, iri, NG_TERM_NG("mentionKind"), kind_term(m->kind));
  if (m->denotes != NG_NONE)
    ng_emit_triple(e, iri, NG_TERM_NG("denotes"), e->iris[m->denotes]);
}

void
ng_emit_mentions(ng_emitter *e)
{
  for (uint32_t i = 0; i < e->doc->mentions.n && !e->spent; i++)
    if (ng_emit_shows(e, &e->doc->mentions.at[i]))
      mention(e, &e->doc->mentions.at[i]);
}
