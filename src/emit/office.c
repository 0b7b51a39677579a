/* office.c - who holds which office, as the text says. */
#include "emit/emitter.h"
#include "emit/iri.h"
#include "emit/standing.h"

static ng_term
status_term(ng_office_status status)
{
  switch (status) {
  case NG_OFFICE_FORMER:
    return NG_TERM_NG("Former");
  case NG_OFFICE_ELECT:
    return NG_TERM_NG("Elect");
  case NG_OFFICE_ACTING:
    return NG_TERM_NG("Acting");
  default:
    return NG_TERM_NG("Current");
  }
}

/* The parts of an office that make it this one, not its evidence: said twice,
 * it is one node with two spans of evidence. */
static ng_term
office_iri(ng_emitter *e, const ng_office *office, ng_term known)
{
  ng_hash hash;
  ng_hash_init(&hash);
  ng_hash_term(&hash, e->spaces, e->iris[office->person]);
  if (known.kind == NG_TERM_IRI)
    ng_hash_term(&hash, e->spaces, known);
  else
    ng_hash_str(&hash, ng_doc_text(e->doc, office->title));
  if (office->jurisdiction != NG_NONE)
    ng_hash_term(&hash, e->spaces, e->iris[office->jurisdiction]);
  ng_hash_term(&hash, e->spaces, status_term(office->status));
  return ng_emit_minted(e, ng_hash_iri(&hash, e->graph->arena, e->article.value,
                                       NG_LIT("#office-")));
}

/* What the article's date says of when the office is held: on that day; or, of
 * a former one, not after it. */
static void
when(ng_emitter *e, ng_term iri, ng_office_status status)
{
  if (!e->doc->date || status == NG_OFFICE_ELECT)
    return;
  ng_emit_triple(e, iri,
                 status == NG_OFFICE_FORMER ? NG_TERM_NG("validUntil")
                                            : NG_TERM_NG("validAt"),
                 ng_emit_date(e, e->doc->date));
}

static void
office(ng_emitter *e, const ng_office *o)
{
  ng_footing footing = {.course = o->status == NG_OFFICE_ELECT ? NG_SCHEDULED
                                                               : NG_ONGOING};
  ng_term known = {0};
  if (!ng_ref_none(o->office))
    known = ng_emit_described(e, o->office);
  ng_term iri = office_iri(e, o, known);
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NG("OfficeHolding"));
  ng_emit_triple(e, iri, NG_TERM_NG("person"), e->iris[o->person]);
  ng_emit_triple(e, iri, NG_TERM_NG("title"),
                 ng_literal(ng_doc_text(e->doc, o->title)));
  if (known.kind == NG_TERM_IRI)
    ng_emit_triple(e, iri, NG_TERM_NG("office"), known);
  if (o->jurisdiction != NG_NONE)
    ng_emit_triple(e, iri, NG_TERM_NG("jurisdiction"),
                   e->iris[o->jurisdiction]);
  ng_emit_triple(e, iri, NG_TERM_NG("officeStatus"), status_term(o->status));
  when(e, iri, o->status);
  ng_emit_triple(e, iri, NG_TERM_NG("standing"),
                 ng_standing_term(ng_standing_of(&footing)));
  ng_emit_triple(e, iri, NG_TERM_NG("evidence"),
                 ng_emit_evidence(e, o->evidence));
  ng_emit_triple(e, iri, NG_TERM_NG("source"), e->article);
}

void
ng_emit_offices(ng_emitter *e)
{
  for (uint32_t i = 0; i < e->doc->offices.n && !e->spent; i++)
    office(e, &e->doc->offices.at[i]);
}
