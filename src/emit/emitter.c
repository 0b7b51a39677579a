/* emitter.c - terms, and adding them. */
#include "emit/emitter.h"
#include "emit/iri.h"
#include "kb/kb.h"

void
ng_emitter_init(ng_emitter *e, const ng_context *context, ng_graph *graph)
{
  *e = (ng_emitter){.context = context, .graph = graph};
  e->spaces = ng_vocabulary(context->options, e->room);
  e->shared = ng_iri(NG_NS_ID, NG_LIT("entities"));
}

void
ng_emit_triple(ng_emitter *e, ng_term subject, ng_term predicate,
               ng_term object)
{
  if (!e->spent && !ng_graph_add(e->graph, subject, predicate, object))
    e->spent = true;
}

/* `s`, having noted whether there was memory for it. */
static ng_str
checked(ng_emitter *e, ng_str s)
{
  e->spent |= s.at == NULL;
  return s;
}

ng_term
ng_emit_count(ng_emitter *e, uint64_t n)
{
  return ng_typed(checked(e, ng_number(e->graph->arena, n)), NG_NS_XSD,
                  NG_LIT("nonNegativeInteger"));
}

ng_term
ng_emit_date(ng_emitter *e, ng_date date)
{
  char *at = NG_NEW(e->graph->arena, char, NG_DATE_TEXT);
  if (!at) {
    e->spent = true;
    return (ng_term){0};
  }
  ng_str text = {at, ng_date_text(date, at)};
  ng_str type = text.len == 10  ? NG_LIT("date")
                : text.len == 7 ? NG_LIT("gYearMonth")
                                : NG_LIT("gYear");
  return ng_typed(text, NG_NS_XSD, type);
}

ng_term
ng_emit_minted(ng_emitter *e, ng_str local)
{
  return ng_iri(NG_NS_ID, checked(e, local));
}

ng_term
ng_emit_known(ng_emitter *e, const ng_entity *entity)
{
  if (entity->qid)
    return ng_iri(NG_NS_WD,
                  checked(e, ng_wikidata_id(e->graph->arena, entity->qid)));
  ng_str base = e->spaces.at[NG_NS_ID].iri, iri = entity->iri;
  if (iri.len > base.len && memcmp(iri.at, base.at, base.len) == 0)
    return ng_iri(NG_NS_ID, ng_str_slice(iri, base.len, iri.len));
  return ng_iri(NG_NS_WHOLE, iri);
}

ng_term
ng_emit_ref(ng_emitter *e, ng_ref ref)
{
  ng_entity entity = ng_bases_named(&e->context->bases, ref);
  return ng_emit_known(e, &entity);
}
