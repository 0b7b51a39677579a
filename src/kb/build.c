#include "kb/build.h"
#include "core/fail.h"
#include "core/str.h"
#include "kb/builder.h"
#include "kb/class.h"
#include "kb/fold.h"
#include "kb/popularity.h"

#include <nettle/sha2.h>
#include <stdlib.h>

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory to build a knowledge base");
}

/* --- which entities, in which order --------------------------------------- */

typedef struct {
  uint32_t qid, draft;
  ng_str iri;
} sort_entity;

static int
compare_entity(const void *pa, const void *pb)
{
  const sort_entity *a = pa, *b = pb;
  if (a->qid != b->qid) /* those without a number last */
    return a->qid - 1U < b->qid - 1U ? -1 : 1;
  return ng_str_compare(a->iri, b->iri);
}

static ng_status
order_entities(ng_builder *b, ng_error *err)
{
  const ng_draft *d = b->draft;
  size_t n = d->entities.n;
  sort_entity *order = NG_NEW(&b->arena, sort_entity, n + 1);
  b->file_of = NG_NEW(&b->arena, uint32_t, n + 1);
  if (!order || !b->file_of)
    return no_memory(err);
  for (uint32_t i = 0; i < n; i++) {
    const ng_draft_entity *e = &d->entities.at[i];
    b->file_of[i] = NG_NO_ENTITY;
    if (e->label.len || d->is_overlay)
      order[b->n++] = (sort_entity){e->qid, i, e->iri};
  }
  qsort(order, b->n, sizeof *order, compare_entity);
  b->draft_of = NG_NEW(&b->arena, uint32_t, (size_t)b->n + 1);
  b->degree = NG_NEW(&b->arena, uint32_t, (size_t)b->n + 1);
  b->records = NG_NEW(&b->arena, ng_kb_entity_record, (size_t)b->n + 1);
  if (!b->draft_of || !b->degree || !b->records)
    return no_memory(err);
  for (uint32_t i = 0; i < b->n; i++) {
    b->draft_of[i] = order[i].draft;
    b->file_of[order[i].draft] = i;
    b->n_qids += order[i].qid != 0;
  }
  return NG_OK;
}

/* --- strings -------------------------------------------------------------- */

void
ng_builder_number(ng_buf *out, uint64_t n)
{
  while (n > 127) {
    ng_buf_char(out, (char)((n & 127) | 128));
    n >>= 7;
  }
  ng_buf_char(out, (char)n);
}

static uint32_t
hash_text(ng_str text)
{
  uint64_t h = text.len;
  for (size_t i = 0; i < text.len; i++)
    h = (h ^ (unsigned char)text.at[i]) * 0x100000001B3ULL;
  return (uint32_t)(h * 0x9E3779B97F4A7C15ULL >> 32);
}

/* The string at `offset` of a section that is being built. */
static ng_str
string_at(const ng_buf *strs, uint32_t offset)
{
  ng_kb kb = {.section[NG_SECTION_STRS] = {strs->at, strs->len}};
  return ng_kb_string(&kb, offset);
}

static uint32_t *
string_slot(const ng_builder *b, ng_str text)
{
  uint32_t i = hash_text(text) & (b->n_slots - 1);
  while (b->strings[i] &&
         !ng_str_equal(
             string_at(&b->section[NG_SECTION_STRS], b->strings[i] - 1), text))
    i = (i + 1) & (b->n_slots - 1);
  return &b->strings[i];
}

static bool
grow_strings(ng_builder *b)
{
  uint32_t n_old = b->n_slots, *old = b->strings;
  b->n_slots = n_old ? n_old * 2 : 4096;
  b->strings = NG_NEW(&b->arena, uint32_t, b->n_slots);
  if (!b->strings)
    return false;
  for (uint32_t i = 0; i < n_old; i++)
    if (old[i])
      *string_slot(b, string_at(&b->section[NG_SECTION_STRS], old[i] - 1)) =
          old[i];
  return true;
}

uint32_t
ng_builder_string(ng_builder *b, ng_str text)
{
  ng_buf *strs = &b->section[NG_SECTION_STRS];
  if (!strs->len)
    ng_buf_char(strs, 0); /* the empty string */
  if (!text.len)
    return 0;
  if ((b->n_strings >= b->n_slots / 2 && !grow_strings(b)) ||
      strs->len + text.len + 16 > UINT32_MAX) {
    strs->failed = true;
    return 0;
  }
  uint32_t *slot = string_slot(b, text);
  if (!*slot) {
    *slot = (uint32_t)strs->len + 1;
    b->n_strings++;
    ng_builder_number(strs, text.len);
    ng_buf_str(strs, text);
  }
  return *slot - 1;
}

/* --- types and popularity ------------------------------------------------- */

/* The type that a class gives its instances: by number, else by its label. */
static ng_type
type_of_class(const ng_draft_entity *class)
{
  ng_type type = class->qid ? ng_class_type(class->qid) : NG_N_TYPES;
  return type == NG_N_TYPES ? ng_description_type(class->label) : type;
}

/* Wikidata's class of people. */
enum { HUMAN = 5 };

/* "actor": who is no human but typed as a person is a role, as a label without
 * a capital shows. */
static bool
has_small_label(const ng_draft_entity *e)
{
  return e->label.len && e->label.at[0] >= 'a' && e->label.at[0] <= 'z' &&
         e->evidence != NG_TYPE_DECLARED;
}

static ng_status
set_types(ng_builder *b, ng_error *err)
{
  ng_draft *d = b->draft;
  uint8_t *by_class = NG_NEW(&b->arena, uint8_t, (size_t)d->entities.n + 1);
  if (!by_class)
    return no_memory(err);
  memset(by_class, NG_N_TYPES, d->entities.n);
  uint8_t *human = NG_NEW(&b->arena, uint8_t, (size_t)d->entities.n + 1);
  if (!human)
    return no_memory(err);
  for (uint32_t i = 0; i < d->classes.n; i++) {
    const ng_draft_relation *r = &d->classes.at[i];
    by_class[r->subject] =
        (uint8_t)ng_type_choose((ng_type)by_class[r->subject],
                                type_of_class(&d->entities.at[r->object]));
    human[r->subject] |= d->entities.at[r->object].qid == HUMAN;
  }
  for (uint32_t i = 0; i < d->entities.n; i++) {
    const ng_draft_entity *e = &d->entities.at[i];
    if (by_class[i] < NG_N_TYPES)
      ng_draft_type(d, i, (ng_type)by_class[i], NG_TYPE_BY_CLASS);
    ng_type guess = e->evidence ? NG_N_TYPES : ng_description_type(e->words);
    if (guess == NG_N_TYPES && !e->evidence)
      guess = ng_label_type(e->label);
    if (guess < NG_N_TYPES)
      ng_draft_type(d, i, guess, NG_TYPE_GUESSED);
    if (e->type == NG_PERSON && !human[i] && has_small_label(e))
      d->entities.at[i].type = NG_OCCUPATION;
  }
  return NG_OK;
}

/* Interest, with what the whole base shows: relations and aliases. The weights
 * are those that linking was tuned with. */
static uint16_t
popularity_of(const ng_draft_entity *e, uint32_t degree, uint32_t n_names)
{
  if (e->popularity != UINT16_MAX)
    return e->popularity;
  uint32_t interest = e->interest + ng_log_64(degree, 0) * 3 / 10 +
                      ng_log_64(n_names - 1, 0) * 4 / 10;
  return (uint16_t)(interest / 2 < NG_POPULARITY_MAX ? interest / 2
                                                     : NG_POPULARITY_MAX);
}

static void
fill_records(ng_builder *b)
{
  for (uint32_t i = 0; i < b->n; i++) {
    const ng_draft_entity *e = &b->draft->entities.at[b->draft_of[i]];
    ng_kb_entity_record *r = &b->records[i];
    r->qid = e->qid;
    r->iri = e->qid ? 0 : ng_builder_string(b, e->iri);
    r->label = ng_builder_string(b, e->label);
    r->words = ng_builder_string(b, e->words);
    r->type = e->type;
    r->flags = e->flags;
  }
}

static void
set_popularity(ng_builder *b)
{
  uint32_t *n_names = NG_NEW(&b->arena, uint32_t, (size_t)b->n + 1);
  const ng_draft *d = b->draft;
  for (uint32_t i = 0; n_names && i < d->names.n; i++) {
    uint32_t at = b->file_of[d->names.at[i].entity];
    n_names[at == NG_NO_ENTITY ? b->n : at]++;
  }
  for (uint32_t i = 0; n_names && i < b->n; i++)
    b->records[i].popularity =
        popularity_of(&d->entities.at[b->draft_of[i]], b->degree[i],
                      n_names[i] ? n_names[i] : 1);
}

/* --- the file ------------------------------------------------------------- */

void
ng_kb_identity(const ng_str section[NG_N_SECTIONS],
               char out[NG_IDENTITY_DIGITS + 1])
{
  struct sha256_ctx hash;
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_init(&hash);
  for (unsigned i = NG_SECTION_META + 1; i < NG_N_SECTIONS; i++)
    if (section[i].len)
      sha256_update(&hash, section[i].len, (const uint8_t *)section[i].at);
  sha256_digest(&hash, sizeof digest, digest);
  for (unsigned i = 0; i < NG_IDENTITY_DIGITS; i++)
    out[i] = "0123456789abcdef"[digest[i / 2] >> (i % 2 ? 0 : 4) & 15];
  out[NG_IDENTITY_DIGITS] = '\0';
}

bool
ng_kb_is_intact(const ng_kb *kb)
{
  char id[NG_IDENTITY_DIGITS + 1];
  ng_kb_identity(kb->section, id);
  return ng_str_equal(ng_kb_info_get(kb, "identity"),
                      (ng_str){id, NG_IDENTITY_DIGITS});
}

static void
put_fact(ng_buf *meta, const char *key, const char *value)
{
  ng_buf_put(meta, key, strlen(key) + 1);
  ng_buf_put(meta, value, strlen(value) + 1);
}

static void
put_count(ng_buf *meta, const char *key, uint64_t value)
{
  ng_buf_put(meta, key, strlen(key) + 1);
  ng_buf_printf(meta, "%llu", (unsigned long long)value);
  ng_buf_char(meta, '\0');
}

static void
fill_meta(ng_builder *b)
{
  ng_buf *meta = &b->section[NG_SECTION_META];
  char id[NG_IDENTITY_DIGITS + 1];
  ng_str section[NG_N_SECTIONS];
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    section[i] = (ng_str){b->section[i].at, b->section[i].len};
  ng_kb_identity(section, id);
  put_fact(meta, "identity", id);
  put_count(meta, "format", NG_KB_VERSION);
  put_count(meta, "entities", b->n);
  put_count(meta, "names", b->n_names);
  put_count(meta, "keys", b->n_keys);
  put_count(meta, "candidates", b->n_pairs);
  put_count(meta, "relations", b->draft->relations.n);
  put_count(meta, "holdings",
            b->section[NG_SECTION_HOLD].len / sizeof(ng_holding));
}

static size_t
aligned(size_t n)
{
  return (n + NG_KB_ALIGN - 1) / NG_KB_ALIGN * NG_KB_ALIGN;
}

ng_status
ng_builder_assemble(const ng_builder *b, ng_kb_image *out, ng_error *err)
{
  ng_kb_section directory[NG_N_SECTIONS];
  memset(directory, 0, sizeof directory);
  size_t size = aligned(sizeof(ng_kb_header) + sizeof directory);
  for (unsigned i = 0; i < NG_N_SECTIONS; i++) {
    if (b->section[i].failed)
      return no_memory(err);
    memcpy(directory[i].tag, ng_section_kinds[i].tag, 4);
    directory[i].flags = ng_section_kinds[i].required ? NG_SECTION_REQUIRED : 0;
    directory[i].offset = size;
    directory[i].length = b->section[i].len;
    size = aligned(size + b->section[i].len);
  }
  ng_kb_header header = {.magic = {0},
                         .version = NG_KB_VERSION,
                         .byte_order = NG_KB_BYTE_ORDER,
                         .size = size,
                         .n_sections = NG_N_SECTIONS,
                         .fold = NG_FOLD_VERSION,
                         .max_words = b->max_words ? b->max_words : 1,
                         .max_probe = b->max_probe,
                         .n_qids = b->n_qids};
  memcpy(header.magic, NG_KB_MAGIC, sizeof header.magic);
  header.checksum = ng_kb_checksum(&header, directory);
  char *at = aligned_alloc(NG_KB_ALIGN, size);
  if (!at)
    return no_memory(err);
  memset(at, 0, size);
  memcpy(at, &header, sizeof header);
  memcpy(at + sizeof header, directory, sizeof directory);
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    if (b->section[i].len)
      memcpy(at + directory[i].offset, b->section[i].at, b->section[i].len);
  *out = (ng_kb_image){at, size};
  return NG_OK;
}

static ng_status
build(ng_builder *b, ng_kb_image *out, ng_error *err)
{
  NG_TRY(set_types(b, err));
  NG_TRY(order_entities(b, err));
  fill_records(b);
  NG_TRY(ng_build_relations(b, err));
  NG_TRY(ng_build_holdings(b, err));
  set_popularity(b);
  NG_TRY(ng_build_names(b, err));
  ng_buf_put(&b->section[NG_SECTION_ENTY], b->records,
             b->n * sizeof *b->records);
  ng_buf_put(&b->section[NG_SECTION_VALI], b->draft->validities.at,
             b->draft->validities.n * sizeof(ng_kb_validity_record));
  fill_meta(b);
  return ng_builder_assemble(b, out, err);
}

ng_status
ng_kb_build(ng_draft *draft, ng_kb_image *out, ng_error *err)
{
  ng_builder b = {.draft = draft};
  *out = (ng_kb_image){NULL, 0};
  ng_arena_init(&b.arena, SIZE_MAX / 2);
  ng_status status = build(&b, out, err);
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    ng_buf_release(&b.section[i]);
  ng_arena_release(&b.arena);
  return status;
}
