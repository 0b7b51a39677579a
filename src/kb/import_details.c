#include "kb/import_details.h"
#include "core/fail.h"
#include "core/str.h"

static ng_status
spent(const ng_details *x, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory left at '%s'", x->path);
}

ng_str
ng_local_name(ng_str iri)
{
  size_t i = iri.len;
  while (i > 0 && iri.at[i - 1] != '#' && iri.at[i - 1] != '/')
    i--;
  return ng_str_slice(iri, i, iri.len);
}

static uint32_t *
detail_slot(const ng_details *x, ng_str node)
{
  uint64_t h = 0;
  for (size_t i = 0; i < node.len; i++)
    h = (h ^ (unsigned char)node.at[i]) * 0x100000001B3ULL;
  uint32_t i = (uint32_t)(h * 0x9E3779B97F4A7C15ULL >> 32) & (x->n_slots - 1);
  while (x->slots[i] && !ng_str_equal(x->at.at[x->slots[i] - 1].node, node))
    i = (i + 1) & (x->n_slots - 1);
  return &x->slots[i];
}

static bool
grow_details(ng_details *x)
{
  x->n_slots = x->n_slots ? x->n_slots * 2 : 256;
  x->slots = NG_NEW(&x->draft->arena, uint32_t, x->n_slots);
  for (uint32_t i = 0; x->slots && i < x->at.n; i++)
    *detail_slot(x, x->at.at[i].node) = i + 1;
  return x->slots != NULL;
}

/* What is said of the node, made if new; NULL when memory is spent. */
static ng_detail *
detail_of(ng_details *x, ng_str node)
{
  if (x->at.n >= x->n_slots / 2 && !grow_details(x))
    return NULL;
  uint32_t *slot = detail_slot(x, node);
  if (!*slot) {
    ng_detail d = {.node = ng_draft_copy(x->draft, node),
                   .entity = NG_NO_ENTITY,
                   .office = NG_NO_ENTITY,
                   .jurisdiction = NG_NO_ENTITY};
    if (!d.node.at || !NG_PUSH(&x->draft->arena, &x->at, d))
      return NULL;
    *slot = x->at.n;
  }
  return &x->at.at[*slot - 1];
}

ng_status
ng_details_own(ng_details *x, ng_str node, uint32_t entity, bool is_holding,
               ng_error *err)
{
  ng_detail *d = detail_of(x, node);
  if (!d)
    return spent(x, err);
  d->entity = entity;
  d->is_holding = is_holding;
  return NG_OK;
}

ng_status
ng_details_take(ng_details *x, const ng_quad *quad, ng_error *err)
{
  ng_detail *d = detail_of(x, quad->subject.value);
  ng_str p = ng_local_name(quad->predicate.value);
  const ng_term *object = &quad->object;
  if (!d)
    return spent(x, err);
  if (object->kind == NG_TERM_IRI) {
    bool is_office = ng_str_equal(p, NG_LIT("office"));
    if (!is_office && !ng_str_equal(p, NG_LIT("jurisdiction")))
      return NG_OK;
    uint32_t entity = ng_draft_iri(x->draft, object->value);
    if (entity == NG_NO_ENTITY)
      return spent(x, err);
    *(is_office ? &d->office : &d->jurisdiction) = entity;
  } else if (ng_str_equal(p, NG_LIT("label"))) {
    d->name = ng_draft_copy(x->draft, object->value);
    if (!d->name.at)
      return spent(x, err);
  } else if (ng_str_equal(p, NG_LIT("validFrom")) ||
             ng_str_equal(p, NG_LIT("validUntil"))) {
    ng_date date;
    if (!ng_date_parse(object->value, &date))
      ng_draft_skip(x->draft, x->path, 0, "not a date: '%.*s'",
                    (int)(object->value.len < 60 ? object->value.len : 60),
                    object->value.at);
    *(p.len == strlen("validFrom") ? &d->from : &d->until) = date;
  }
  return NG_OK;
}

static ng_status
finish_detail(ng_details *x, const ng_detail *d, ng_error *err)
{
  if (d->entity == NG_NO_ENTITY)
    return NG_OK; /* a blank node that is none of ours */
  bool done = true;
  if (d->is_holding && d->office == NG_NO_ENTITY) {
    ng_draft_skip(x->draft, x->path, 0, "ng:held without ng:office");
  } else if (d->is_holding) {
    ng_holding h = {d->entity, d->office, d->jurisdiction,
                    d->from,   d->until,  0};
    done = ng_draft_hold(x->draft, h);
  } else if (d->name.len) {
    ng_draft_name name = {.text = d->name,
                          .entity = d->entity,
                          .kinds = NG_NAME_ALIAS,
                          .validity =
                              ng_draft_validity(x->draft, d->from, d->until)};
    done = ng_draft_name_add(x->draft, name);
  } else {
    ng_draft_skip(x->draft, x->path, 0, "ng:named without rdfs:label");
  }
  return done ? NG_OK : spent(x, err);
}

ng_status
ng_details_finish(ng_details *x, ng_error *err)
{
  ng_status status = NG_OK;
  for (uint32_t i = 0; i < x->at.n && status == NG_OK; i++)
    status = finish_detail(x, &x->at.at[i], err);
  return status;
}
