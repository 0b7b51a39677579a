/* bases.c - several bases as one.
 *
 * An entity is referred to by the first base that has it, since that is mostly
 * the large one, with most relations; what later bases say of it overrules: an
 * overlay may hold no more than a name or a ban. */
#include "kb/bases.h"
#include "core/str.h"
#include "kb/format.h"

ng_ref
ng_bases_by_qid(const ng_bases *bases, uint32_t qid)
{
  for (uint32_t b = 0; qid && b < bases->n; b++) {
    uint32_t i = ng_kb_find_qid(bases->at[b], qid);
    if (i != UINT32_MAX)
      return (ng_ref){i, b};
  }
  return NG_NO_REF;
}

ng_ref
ng_bases_by_iri(const ng_bases *bases, ng_str iri)
{
  uint32_t qid = ng_qid_of_iri(iri);
  if (qid)
    return ng_bases_by_qid(bases, qid);
  for (uint32_t b = 0; iri.len && b < bases->n; b++) {
    uint32_t i = ng_kb_find_iri(bases->at[b], iri);
    if (i != UINT32_MAX)
      return (ng_ref){i, b};
  }
  return NG_NO_REF;
}

/* The entity as its own base has it. */
static ng_entity
own_entity(const ng_bases *bases, ng_ref ref)
{
  static const ng_kb nothing = {.size = 0};
  return ng_kb_entity(ref.base < bases->n ? bases->at[ref.base] : &nothing,
                      ref.index);
}

ng_ref
ng_bases_canonical(const ng_bases *bases, ng_ref ref)
{
  if (ref.base == 0 || ref.base >= bases->n)
    return ref;
  ng_entity e = own_entity(bases, ref);
  ng_ref first =
      e.qid ? ng_bases_by_qid(bases, e.qid) : ng_bases_by_iri(bases, e.iri);
  return ng_ref_none(first) ? ref : first;
}

uint32_t
ng_bases_index(const ng_bases *bases, ng_ref ref, uint32_t b)
{
  if (ref.base == b)
    return ref.index;
  ng_entity e = own_entity(bases, ref);
  return e.qid ? ng_kb_find_qid(bases->at[b], e.qid)
               : ng_kb_find_iri(bases->at[b], e.iri);
}

void
ng_entity_overrule(ng_entity *e, const ng_entity *by)
{
  if (by->label.len)
    e->label = by->label;
  if (by->words.len)
    e->words = by->words;
  if (by->facets)
    e->facets = by->facets;
  if (by->type != NG_ENTITY)
    e->type = by->type;
  if (by->popularity > e->popularity)
    e->popularity = by->popularity;
  e->flags |= by->flags;
}

ng_entity
ng_bases_entity(const ng_bases *bases, ng_ref ref)
{
  ng_entity e = own_entity(bases, ref);
  for (uint32_t b = 0; b < bases->n && bases->n > 1; b++) {
    uint32_t index = b == ref.base ? UINT32_MAX : ng_bases_index(bases, ref, b);
    if (index == UINT32_MAX)
      continue;
    ng_entity other = ng_kb_entity(bases->at[b], index);
    if (b > ref.base) {
      ng_entity_overrule(&e, &other);
    } else { /* an earlier one: `e` overrules it */
      ng_entity_overrule(&other, &e);
      e = other;
    }
  }
  ng_entity_name name;
  if (!e.label.len && ref.base < bases->n &&
      ng_kb_name(bases->at[ref.base], ref.index, 0, &name))
    e.label = name.text; /* of an overlay that gives it an alias only */
  return e;
}
