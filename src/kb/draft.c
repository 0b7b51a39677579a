#include "kb/draft.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdarg.h>
#include <stdio.h>

ng_status
ng_draft_init(ng_draft *draft, size_t budget, ng_error *err)
{
  *draft = (ng_draft){0};
  ng_arena_init(&draft->arena, budget);
  ng_kb_validity_record always = {0, 0};
  draft->n_slots = 1024;
  draft->slots = NG_NEW(&draft->arena, uint32_t, draft->n_slots);
  if (!draft->slots || !NG_PUSH(&draft->arena, &draft->validities, always))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for a knowledge base");
  return NG_OK;
}

void
ng_draft_release(ng_draft *draft)
{
  ng_arena_release(&draft->arena);
  *draft = (ng_draft){0};
}

/* --- entities ------------------------------------------------------------- */

static uint32_t
hash_id(uint32_t qid, ng_str iri)
{
  uint64_t h = qid;
  for (size_t i = 0; !qid && i < iri.len; i++)
    h = (h ^ (unsigned char)iri.at[i]) * 0x100000001B3ULL;
  h *= 0x9E3779B97F4A7C15ULL;
  return (uint32_t)(h >> 32);
}

static bool
is_entity(const ng_draft_entity *e, uint32_t qid, ng_str iri)
{
  return qid ? e->qid == qid : !e->qid && ng_str_equal(e->iri, iri);
}

/* Where the entity is in the table, or belongs. */
static uint32_t *
slot_of(const ng_draft *draft, uint32_t qid, ng_str iri)
{
  uint32_t i = hash_id(qid, iri) & (draft->n_slots - 1);
  while (draft->slots[i] &&
         !is_entity(&draft->entities.at[draft->slots[i] - 1], qid, iri))
    i = (i + 1) & (draft->n_slots - 1);
  return &draft->slots[i];
}

static bool
grow_slots(ng_draft *draft)
{
  uint32_t n = draft->n_slots * 2;
  uint32_t *slots = n ? NG_NEW(&draft->arena, uint32_t, n) : NULL;
  if (!slots)
    return false;
  draft->slots = slots;
  draft->n_slots = n;
  for (uint32_t i = 0; i < draft->entities.n; i++) {
    const ng_draft_entity *e = &draft->entities.at[i];
    *slot_of(draft, e->qid, e->iri) = i + 1;
  }
  return true;
}

static uint32_t
find_or_add(ng_draft *draft, uint32_t qid, ng_str iri)
{
  uint32_t *slot = slot_of(draft, qid, iri);
  if (*slot)
    return *slot - 1;
  ng_draft_entity e = {.qid = qid, .popularity = UINT16_MAX};
  if (!qid && !(e.iri = ng_draft_copy(draft, iri)).at)
    return NG_NO_ENTITY;
  if (!NG_PUSH(&draft->arena, &draft->entities, e))
    return NG_NO_ENTITY;
  *slot = draft->entities.n;
  if (draft->entities.n > draft->n_slots / 2 && !grow_slots(draft))
    return NG_NO_ENTITY;
  return draft->entities.n - 1;
}

uint32_t
ng_draft_qid(ng_draft *draft, uint32_t qid)
{
  return qid ? find_or_add(draft, qid, (ng_str){NULL, 0}) : NG_NO_ENTITY;
}

uint32_t
ng_draft_iri(ng_draft *draft, ng_str iri)
{
  uint32_t qid = ng_qid_of_iri(iri);
  return find_or_add(draft, qid, iri);
}

void
ng_draft_type(ng_draft *draft, uint32_t entity, ng_type type,
              ng_type_evidence evidence)
{
  ng_draft_entity *e = &draft->entities.at[entity];
  if (evidence <= e->evidence || type == NG_ENTITY)
    return;
  e->type = (uint8_t)type;
  e->evidence = (uint8_t)evidence;
}

/* --- names ---------------------------------------------------------------- */

bool
ng_draft_name_add(ng_draft *draft, ng_draft_name name)
{
  return NG_PUSH(&draft->arena, &draft->names, name);
}

bool
ng_draft_label(ng_draft *draft, uint32_t entity, ng_str text)
{
  ng_draft_entity *e = &draft->entities.at[entity];
  ng_draft_name name = {.text = text, .entity = entity, .kinds = NG_NAME_ALIAS};
  if (!e->label.len) {
    e->label = text;
    name.kinds = NG_NAME_LABEL;
  } else if (ng_str_equal(e->label, text)) {
    return true;
  }
  return ng_draft_name_add(draft, name);
}

uint16_t
ng_draft_validity(ng_draft *draft, ng_date from, ng_date until)
{
  if (!from && !until)
    return 0;
  ng_kb_validity_record wanted = {from, until};
  for (uint32_t i = 1; i < draft->validities.n; i++)
    if (draft->validities.at[i].from == from &&
        draft->validities.at[i].until == until)
      return (uint16_t)i;
  if (draft->validities.n > UINT16_MAX ||
      !NG_PUSH(&draft->arena, &draft->validities, wanted))
    return 0;
  return (uint16_t)(draft->validities.n - 1);
}

/* --- what ties them ------------------------------------------------------- */

bool
ng_draft_relate(ng_draft *draft, uint32_t subject, ng_rel rel, uint32_t object)
{
  if (subject == object)
    return true; /* says nothing */
  ng_draft_relation r = {subject, object, rel};
  return NG_PUSH(&draft->arena, &draft->relations, r);
}

bool
ng_draft_class(ng_draft *draft, uint32_t entity, uint32_t class)
{
  ng_draft_relation r = {entity, class, NG_REL_NONE};
  return NG_PUSH(&draft->arena, &draft->classes, r);
}

bool
ng_draft_hold(ng_draft *draft, ng_holding holding)
{
  return NG_PUSH(&draft->arena, &draft->holdings, holding);
}

/* --- */

ng_str
ng_draft_copy(ng_draft *draft, ng_str text)
{
  char *at = ng_arena_alloc(&draft->arena, 1, text.len + 1);
  if (!at)
    return (ng_str){NULL, 0};
  if (text.len)
    memcpy(at, text.at, text.len);
  return (ng_str){at, text.len};
}

void
ng_draft_row(ng_draft *draft, uint64_t bytes)
{
  enum { NOW_AND_THEN = 1024 };
  if (draft->counts.rows++ % NOW_AND_THEN == 0 && draft->progress)
    draft->progress(draft->progress_to, bytes, draft->counts.rows);
}

void
ng_draft_skip(ng_draft *draft, const char *source, uint64_t line,
              const char *why, ...)
{
  draft->counts.skipped++;
  if (!draft->complain)
    return;
  char text[300];
  va_list ap;
  va_start(ap, why);
  (void)vsnprintf(text, sizeof text, why, ap);
  va_end(ap);
  draft->complain(draft->complain_to, source, line, text);
}
