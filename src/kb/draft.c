#include "kb/draft.h"
#include "core/fail.h"
#include "core/str.h"

#include "kb/class.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static bool grow_slots(ng_draft *draft);

/* Room for one more in an array on the heap, of which `cap` may be had; the
 * budget is the arena's. */
static bool
heap_room(ng_draft *draft, void *vec, size_t size)
{
  NG_VEC(void) v; /* every NG_VEC has this shape */
  memcpy(&v, vec, sizeof v);
  if (v.n < v.cap)
    return true;
  uint32_t cap = v.cap ? v.cap + v.cap / 2 : 64;
  size_t more = (cap - v.cap) * size;
  void *at = cap > v.cap && more <= draft->arena.left
                 ? realloc(v.at, cap * size)
                 : NULL;
  if (!at)
    return false;
  draft->arena.left -= more;
  v.at = at;
  v.cap = cap;
  memcpy(vec, &v, sizeof v);
  return true;
}

#define HEAP_PUSH(draft, v, item)              \
  (heap_room((draft), (v), sizeof *(v)->at) && \
   ((v)->at[(v)->n++] = (item), true))

static void
place_spools(ng_draft *draft, ng_spool_place place)
{
  draft->place = place;
  ng_spool_init(&draft->names, place);
  ng_spool_init(&draft->relations, place);
  ng_spool_init(&draft->classes, place);
  ng_spool_init(&draft->parents, place);
}

ng_status
ng_draft_init(ng_draft *draft, size_t budget, ng_error *err)
{
  *draft = (ng_draft){0};
  ng_arena_init(&draft->arena, budget);
  place_spools(draft, (ng_spool_place){NULL, SIZE_MAX});
  ng_keep_init(&draft->keep);
  ng_kb_validity_record always = {0, 0};
  ng_str none = {NULL, 0};
  if (!grow_slots(draft) || !NG_PUSH(&draft->arena, &draft->iris, none) ||
      !NG_PUSH(&draft->arena, &draft->validities, always)) {
    ng_draft_release(draft);
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for a knowledge base");
  }
  return NG_OK;
}

/* A sixteenth for each of six streams that are there at a time (names,
 * relations, classes; then those that are sorted), the rest for entities. */
void
ng_draft_spill(ng_draft *draft, const char *folder, size_t memory)
{
  enum { PARTS = 16, STREAMS = 6 };
  draft->arena.left = memory / PARTS * (PARTS - STREAMS);
  place_spools(draft, (ng_spool_place){folder, memory / PARTS});
}

ng_status
ng_draft_check(const ng_draft *draft, ng_error *err)
{
  NG_TRY(ng_spool_check(&draft->names, err));
  NG_TRY(ng_spool_check(&draft->relations, err));
  NG_TRY(ng_spool_check(&draft->parents, err));
  return ng_spool_check(&draft->classes, err);
}

void
ng_draft_release(ng_draft *draft)
{
  ng_spool_release(&draft->names);
  ng_spool_release(&draft->relations);
  ng_spool_release(&draft->classes);
  ng_spool_release(&draft->parents);
  free(draft->entities.at);
  free(draft->holdings.at);
  free(draft->slots);
  ng_arena_release(&draft->arena);
  *draft = (ng_draft){0};
}

/* Append to a spool; in memory, that counts. */
static bool
put(ng_draft *draft, ng_spool *spool, ng_str bytes)
{
  if (!draft->place.folder) {
    if (bytes.len > draft->arena.left)
      return false;
    draft->arena.left -= bytes.len;
  }
  return ng_spool_put(spool, bytes.at, bytes.len);
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
is_entity(const ng_draft *draft, const ng_draft_entity *e, uint32_t qid,
          ng_str iri)
{
  return qid ? e->qid == qid
             : !e->qid && ng_str_equal(draft->iris.at[e->iri], iri);
}

/* Where the entity is in the table, or belongs. */
static uint32_t *
slot_of(const ng_draft *draft, uint32_t qid, ng_str iri)
{
  uint32_t i = hash_id(qid, iri) & (draft->n_slots - 1);
  while (draft->slots[i] &&
         !is_entity(draft, &draft->entities.at[draft->slots[i] - 1], qid, iri))
    i = (i + 1) & (draft->n_slots - 1);
  return &draft->slots[i];
}

static bool
grow_slots(ng_draft *draft)
{
  uint32_t n = draft->n_slots ? draft->n_slots * 2 : 1024;
  size_t more = ((size_t)n - draft->n_slots) * sizeof(uint32_t);
  if (!n || more > draft->arena.left)
    return false;
  /* emptied first: both at once would be half as much again */
  free(draft->slots);
  draft->slots = calloc(n, sizeof *draft->slots);
  draft->n_slots = draft->slots ? n : 0;
  if (!draft->slots)
    return false;
  draft->arena.left -= more;
  for (uint32_t i = 0; i < draft->entities.n; i++) {
    const ng_draft_entity *e = &draft->entities.at[i];
    *slot_of(draft, e->qid, draft->iris.at[e->iri]) = i + 1;
  }
  return true;
}

static bool
add_iri(ng_draft *draft, ng_draft_entity *e, ng_str iri)
{
  ng_str copy = ng_draft_copy(draft, iri);
  e->iri = draft->iris.n;
  return copy.at && NG_PUSH(&draft->arena, &draft->iris, copy);
}

/* Slots are three quarters full at the most. */
static uint32_t
find_or_add(ng_draft *draft, uint32_t qid, ng_str iri)
{
  if (!draft->slots) /* memory has run out before */
    return NG_NO_ENTITY;
  uint32_t *slot = slot_of(draft, qid, iri);
  if (*slot)
    return *slot - 1;
  ng_draft_entity e = {.qid = qid,
                       .popularity = UINT16_MAX,
                       .label_type = NG_N_TYPES,
                       .words_type = NG_N_TYPES};
  if ((!qid && !add_iri(draft, &e, iri)) ||
      !HEAP_PUSH(draft, &draft->entities, e))
    return NG_NO_ENTITY;
  *slot = draft->entities.n;
  if (draft->entities.n > draft->n_slots / 4 * 3 && !grow_slots(draft))
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

/* A name as it is put aside, before the bytes of its text. */
typedef struct {
  uint32_t entity, count, len;
  uint16_t kinds, validity;
  uint8_t cases, flags, unused[2];
} name_head;

static bool
put_name(ng_draft *draft, const ng_draft_name *name)
{
  name_head head = {name->entity, name->count,    (uint32_t)name->text.len,
                    name->kinds,  name->validity, name->cases,
                    name->flags,  {0, 0}};
  return name->text.len <= UINT32_MAX &&
         put(draft, &draft->names, (ng_str){(char *)&head, sizeof head}) &&
         put(draft, &draft->names, name->text);
}

bool
ng_draft_name_next(ng_spool_reader *r, ng_draft_name *out)
{
  name_head h;
  if (!ng_spool_take(r, &h, sizeof h))
    return false;
  ng_str text = {h.len ? ng_spool_read(r, h.len) : "", h.len};
  *out = (ng_draft_name){text,    h.entity, h.kinds, h.validity,
                         h.cases, h.flags,  h.count};
  return text.at != NULL;
}

bool
ng_draft_name_add(ng_draft *draft, ng_draft_name name)
{
  draft->n_names++;
  draft->entities.at[name.entity].n_names++;
  return put_name(draft, &name);
}

/* What the first label shows. */
static void
look_at_label(ng_draft_entity *e, ng_str text)
{
  bool small = text.len && text.at[0] >= 'a' && text.at[0] <= 'z';
  bool words = small;
  for (size_t i = 0; i < text.len; i++)
    words &= (text.at[i] >= 'a' && text.at[i] <= 'z') || text.at[i] == ' ';
  e->has |= (uint8_t)(NG_HAS_LABEL | (small ? NG_HAS_SMALL_LABEL : 0) |
                      (words ? NG_HAS_NO_CAPITAL : 0));
  e->label_hash = hash_id(0, text);
  e->label_type = (uint8_t)ng_class_label_type(text);
  if (e->words_type == NG_N_TYPES)
    e->words_type = (uint8_t)ng_label_type(text);
}

bool
ng_draft_label(ng_draft *draft, uint32_t entity, ng_str text, uint8_t cases)
{
  ng_draft_entity *e = &draft->entities.at[entity];
  ng_draft_name name = {
      .text = text, .entity = entity, .kinds = NG_NAME_LABEL, .cases = cases};
  if (!text.len)
    return true;
  if (!(e->has & NG_HAS_LABEL))
    look_at_label(e, text);
  else if (e->label_hash == hash_id(0, text))
    return true;
  else
    name.kinds = NG_NAME_ALIAS;
  return ng_draft_name_add(draft, name);
}

bool
ng_draft_words(ng_draft *draft, uint32_t entity, ng_str text)
{
  ng_draft_entity *e = &draft->entities.at[entity];
  ng_type type = ng_description_type(text);
  e->has |= NG_HAS_WORDS;
  if (type != NG_N_TYPES || e->has & NG_HAS_WORDS_TYPE) {
    e->words_type = (uint8_t)type;
    e->has |= NG_HAS_WORDS_TYPE;
  }
  ng_draft_name words = {
      .text = text, .entity = entity, .flags = NG_DRAFT_WORDS};
  return put_name(draft, &words);
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

static bool
put_relation(ng_draft *draft, ng_spool *spool, ng_draft_relation r)
{
  return put(draft, spool, (ng_str){(char *)&r, sizeof r});
}

bool
ng_draft_relate(ng_draft *draft, uint32_t subject, ng_rel rel, uint32_t object)
{
  if (subject == object)
    return true; /* says nothing */
  draft->n_relations++;
  return put_relation(draft, &draft->relations,
                      (ng_draft_relation){subject, object, rel});
}

bool
ng_draft_class(ng_draft *draft, uint32_t entity, uint32_t class)
{
  return put_relation(draft, &draft->classes,
                      (ng_draft_relation){entity, class, NG_REL_NONE});
}

bool
ng_draft_parent(ng_draft *draft, uint32_t class, uint32_t parent)
{
  return class == parent ||
         put_relation(draft, &draft->parents,
                      (ng_draft_relation){class, parent, NG_REL_NONE});
}

bool
ng_draft_hold(ng_draft *draft, ng_holding holding)
{
  return HEAP_PUSH(draft, &draft->holdings, holding);
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
