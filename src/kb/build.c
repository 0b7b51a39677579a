#include "kb/build.h"
#include "core/fail.h"
#include "core/str.h"
#include "kb/builder.h"
#include "kb/fold.h"

#include "core/replace.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>

/* Bytes that are hashed or copied at a time. */
enum { PIECE = 1 << 18 };

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0,
                 "not enough memory to build a knowledge base");
}

/* --- which entities, in which order --------------------------------------- */

typedef struct {
  ng_str iri;
  uint32_t draft;
} iri_entity;

static int
compare_iri(const void *pa, const void *pb)
{
  const iri_entity *a = pa, *b = pb;
  return ng_str_compare(a->iri, b->iri);
}

static bool
is_kept(const ng_draft *d, uint32_t i)
{
  return d->is_overlay || d->entities.at[i].has & NG_HAS_LABEL;
}

/* Those of Wikidata, by number. */
static bool
order_qids(ng_builder *b, ng_sorter *order)
{
  const ng_draft *d = b->draft;
  uint64_t key;
  ng_str record;
  bool done = true;
  for (uint32_t i = 0; done && i < d->entities.n; i++)
    if (d->entities.at[i].qid && is_kept(d, i))
      done = ng_sorter_put(order, d->entities.at[i].qid, &i, sizeof i);
  done = done && ng_sorter_start(order);
  while (done && ng_sorter_next(order, &key, &record))
    memcpy(&b->draft_of[b->n_qids++], record.at, sizeof(uint32_t));
  return done;
}

/* Those without a number, after them, by IRI. */
static bool
order_iris(ng_builder *b)
{
  const ng_draft *d = b->draft;
  iri_entity *order = NG_NEW(&b->arena, iri_entity, d->iris.n);
  uint32_t n = 0;
  if (!order)
    return false;
  for (uint32_t i = 0; i < d->entities.n; i++) {
    const ng_draft_entity *e = &d->entities.at[i];
    if (!e->qid && is_kept(d, i))
      order[n++] = (iri_entity){d->iris.at[e->iri], i};
  }
  qsort(order, n, sizeof *order, compare_iri);
  for (uint32_t i = 0; i < n; i++)
    b->draft_of[b->n_qids + i] = order[i].draft;
  b->n = b->n_qids + n;
  return true;
}

static ng_status
order_entities(ng_builder *b, ng_error *err)
{
  uint32_t n = b->draft->entities.n, n_kept = 0;
  for (uint32_t i = 0; i < n; i++)
    n_kept += is_kept(b->draft, i);
  b->file_of = NG_NEW(&b->arena, uint32_t, (size_t)n + 1);
  b->draft_of = NG_NEW(&b->arena, uint32_t, (size_t)n_kept + 1);
  if (!b->file_of || !b->draft_of)
    return no_memory(err);
  ng_sorter order;
  ng_sorter_init(&order, b->draft->place);
  ng_status status =
      order_qids(b, &order) ? ng_sorter_check(&order, err) : no_memory(err);
  ng_sorter_release(&order);
  NG_TRY(status);
  if (!order_iris(b))
    return no_memory(err);
  for (uint32_t i = 0; i < n; i++)
    b->file_of[i] = NG_NO_ENTITY;
  for (uint32_t i = 0; i < b->n; i++)
    b->file_of[b->draft_of[i]] = i;
  return NG_OK;
}

/* --- strings -------------------------------------------------------------- */

/* A text of STRS that is short enough to be kept at hand. */
enum { CACHED_TEXT = 59, CACHE_MIN = 64, CACHE_MAX = 1 << 17 };

struct ng_cached_string {
  uint32_t offset; /* 0: none */
  uint8_t len;
  char text[CACHED_TEXT];
};

void
ng_builder_number(ng_spool *out, uint64_t n)
{
  char room[10];
  size_t len = 0;
  for (; n > 127; n >>= 7)
    room[len++] = (char)((n & 127) | 128);
  room[len++] = (char)n;
  (void)ng_spool_put(out, room, len);
}

static uint32_t
hash_text(ng_str text)
{
  uint64_t h = text.len;
  for (size_t i = 0; i < text.len; i++)
    h = (h ^ (unsigned char)text.at[i]) * 0x100000001B3ULL;
  return (uint32_t)(h * 0x9E3779B97F4A7C15ULL >> 32);
}

/* As many slots as entities: the number shows in the file, so nothing else may
 * decide it. */
static bool
make_cache(ng_builder *b)
{
  uint32_t want = b->n < CACHE_MAX ? b->n : CACHE_MAX;
  b->n_slots = CACHE_MIN;
  while (b->n_slots < want)
    b->n_slots *= 2;
  b->strings = NG_NEW(&b->arena, ng_cached_string, b->n_slots);
  return b->strings != NULL;
}

static uint32_t
put_string(ng_spool *strs, ng_str text)
{
  uint64_t at = ng_spool_size(strs);
  if (at + text.len + 16 > UINT32_MAX) {
    strs->failure = EFBIG;
    return 0;
  }
  ng_builder_number(strs, text.len);
  (void)ng_spool_put(strs, text.at, text.len);
  return (uint32_t)at;
}

/* A text that comes again soon is not written again; the table holds the last
 * of each hash. */
uint32_t
ng_builder_string(ng_builder *b, ng_str text)
{
  ng_spool *strs = &b->section[NG_SECTION_STRS];
  if (!text.len)
    return 0;
  if (text.len > CACHED_TEXT)
    return put_string(strs, text);
  ng_cached_string *slot = &b->strings[hash_text(text) & (b->n_slots - 1)];
  if (slot->offset && ng_str_equal((ng_str){slot->text, slot->len}, text))
    return slot->offset;
  slot->offset = put_string(strs, text);
  slot->len = (uint8_t)text.len;
  memcpy(slot->text, text.at, text.len);
  return slot->offset;
}

/* --- the file ------------------------------------------------------------- */

static void
end_identity(struct sha256_ctx *hash, char out[NG_IDENTITY_DIGITS + 1])
{
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(hash, sizeof digest, digest);
  for (unsigned i = 0; i < NG_IDENTITY_DIGITS; i++)
    out[i] = "0123456789abcdef"[digest[i / 2] >> (i % 2 ? 0 : 4) & 15];
  out[NG_IDENTITY_DIGITS] = '\0';
}

/* The identity of what is built. */
static void
identify(ng_builder *b, char out[NG_IDENTITY_DIGITS + 1])
{
  struct sha256_ctx hash;
  sha256_init(&hash);
  for (unsigned i = NG_SECTION_META + 1; i < NG_N_SECTIONS; i++) {
    ng_spool_reader r;
    ng_spool_read_all(&r, &b->section[i]);
    for (uint64_t left = ng_spool_size(&b->section[i]); left;) {
      size_t n = left < PIECE ? (size_t)left : PIECE;
      const char *at = ng_spool_read(&r, n);
      if (!at)
        break;
      sha256_update(&hash, n, (const uint8_t *)at);
      left -= n;
    }
    ng_spool_read_end(&r);
  }
  end_identity(&hash, out);
}

bool
ng_kb_is_intact(const ng_kb *kb)
{
  char id[NG_IDENTITY_DIGITS + 1];
  struct sha256_ctx hash;
  sha256_init(&hash);
  for (unsigned i = NG_SECTION_META + 1; i < NG_N_SECTIONS; i++)
    if (kb->section[i].len)
      sha256_update(&hash, kb->section[i].len,
                    (const uint8_t *)kb->section[i].at);
  end_identity(&hash, id);
  return ng_str_equal(ng_kb_info_get(kb, "identity"),
                      (ng_str){id, NG_IDENTITY_DIGITS});
}

static void
put_fact(ng_spool *meta, const char *key, const char *value)
{
  (void)ng_spool_put(meta, key, strlen(key) + 1);
  (void)ng_spool_put(meta, value, strlen(value) + 1);
}

static void
put_count(ng_spool *meta, const char *key, uint64_t value)
{
  char text[24];
  (void)snprintf(text, sizeof text, "%llu", (unsigned long long)value);
  put_fact(meta, key, text);
}

static void
fill_meta(ng_builder *b)
{
  ng_spool *meta = &b->section[NG_SECTION_META];
  char id[NG_IDENTITY_DIGITS + 1];
  identify(b, id);
  put_fact(meta, "identity", id);
  put_count(meta, "format", NG_KB_VERSION);
  put_count(meta, "entities", b->n);
  put_count(meta, "names", b->n_names);
  put_count(meta, "keys", b->n_keys);
  put_count(meta, "candidates", b->n_pairs);
  put_count(meta, "relations", b->draft->n_relations);
  put_count(meta, "holdings",
            ng_spool_size(&b->section[NG_SECTION_HOLD]) / sizeof(ng_holding));
}

static uint64_t
aligned(uint64_t n)
{
  return (n + NG_KB_ALIGN - 1) / NG_KB_ALIGN * NG_KB_ALIGN;
}

_Static_assert(sizeof(ng_kb_header) + NG_N_SECTIONS * sizeof(ng_kb_section) <=
                   NG_KB_HEAD,
               "header and directory");

/* Header and directory in `head`, zeroed; the size of the file. */
static uint64_t
fill_head(const ng_builder *b, char head[NG_KB_HEAD])
{
  ng_kb_section directory[NG_N_SECTIONS];
  memset(directory, 0, sizeof directory);
  uint64_t size = NG_KB_HEAD;
  for (unsigned i = 0; i < NG_N_SECTIONS; i++) {
    memcpy(directory[i].tag, ng_section_kinds[i].tag, 4);
    directory[i].flags = ng_section_kinds[i].required ? NG_SECTION_REQUIRED : 0;
    directory[i].offset = size;
    directory[i].length = ng_spool_size(&b->section[i]);
    size = aligned(size + directory[i].length);
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
  memset(head, 0, NG_KB_HEAD);
  memcpy(head, &header, sizeof header);
  memcpy(head + sizeof header, directory, sizeof directory);
  return size;
}

/* Pass a section on, filled up to the next multiple of NG_KB_ALIGN. */
static ng_status
pass_section(ng_spool *section, ng_sink sink, ng_error *err)
{
  static const char zeros[NG_KB_ALIGN];
  uint64_t size = ng_spool_size(section);
  ng_spool_reader r;
  ng_status status = NG_OK;
  ng_spool_read_all(&r, section);
  for (uint64_t left = size; left && status == NG_OK;) {
    size_t n = left < PIECE ? (size_t)left : PIECE;
    const char *at = ng_spool_read(&r, n);
    status = at ? sink.take(sink.to, (ng_str){at, n}, err)
                : ng_spool_check(section, err);
    left -= n;
  }
  ng_spool_read_end(&r);
  NG_TRY(status);
  return sink.take(sink.to, (ng_str){zeros, (size_t)(aligned(size) - size)},
                   err);
}

/* Give the bytes of the file to `sink`, in order. */
static ng_status
pass_all(ng_builder *b, const char head[NG_KB_HEAD], ng_sink sink,
         ng_error *err)
{
  NG_TRY(sink.take(sink.to, (ng_str){head, NG_KB_HEAD}, err));
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    NG_TRY(pass_section(&b->section[i], sink, err));
  return NG_OK;
}

static ng_status
build(ng_builder *b, ng_error *err)
{
  ng_draft *d = b->draft;
  NG_TRY(ng_draft_check(d, err));
  NG_TRY(ng_build_types(b, err));
  NG_TRY(order_entities(b, err));
  if (!make_cache(b))
    return no_memory(err);
  (void)ng_spool_put(&b->section[NG_SECTION_STRS], "", 1); /* the empty one */
  NG_TRY(ng_build_relations(b, err));
  NG_TRY(ng_build_holdings(b, err));
  NG_TRY(ng_build_names(b, err));
  (void)ng_spool_put(&b->section[NG_SECTION_VALI], d->validities.at,
                     d->validities.n * sizeof(ng_kb_validity_record));
  fill_meta(b);
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    NG_TRY(ng_spool_check(&b->section[i], err));
  return NG_OK;
}

/* Sections share what one of the streams that are sorted may have. */
void
ng_builder_init(ng_builder *b, ng_draft *draft)
{
  ng_spool_place place = draft->place;
  place.room = place.folder ? place.room / NG_N_SECTIONS : SIZE_MAX;
  *b = (ng_builder){.draft = draft};
  /* nothing is looked up any more */
  draft->arena.left += draft->n_slots * sizeof *draft->slots;
  free(draft->slots);
  draft->slots = NULL;
  draft->n_slots = 0;
  ng_arena_init(&b->arena, place.folder ? draft->arena.left : SIZE_MAX / 2);
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    ng_spool_init(&b->section[i], place);
  ng_spool_init(&b->facts, place);
}

void
ng_builder_release(ng_builder *b)
{
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    ng_spool_release(&b->section[i]);
  ng_spool_release(&b->facts);
  ng_arena_release(&b->arena);
}

/* Copies to an image that is large enough. */
static ng_status
take_to_memory(void *to, ng_str bytes, ng_error *err)
{
  ng_kb_image *image = to;
  (void)err;
  if (bytes.len)
    memcpy((char *)image->at + image->size, bytes.at, bytes.len);
  image->size += bytes.len;
  return NG_OK;
}

ng_status
ng_builder_assemble(ng_builder *b, ng_kb_image *out, ng_error *err)
{
  char head[NG_KB_HEAD];
  uint64_t size = fill_head(b, head);
  *out = (ng_kb_image){aligned_alloc(NG_KB_ALIGN, size), 0};
  if (!out->at)
    return no_memory(err);
  ng_status status = pass_all(b, head, (ng_sink){take_to_memory, out}, err);
  if (status) {
    free(out->at);
    *out = (ng_kb_image){NULL, 0};
  }
  return status;
}

ng_status
ng_kb_build(ng_draft *draft, ng_kb_image *out, ng_error *err)
{
  ng_builder b;
  *out = (ng_kb_image){NULL, 0};
  ng_builder_init(&b, draft);
  ng_status status = build(&b, err);
  if (status == NG_OK)
    status = ng_builder_assemble(&b, out, err);
  ng_builder_release(&b);
  return status;
}

/* What ng_replace_from() asks for. */
typedef struct {
  ng_builder *b;
  const char *head;
} file_maker;

static ng_status
make_file(void *from, ng_sink sink, ng_error *err)
{
  file_maker *m = from;
  return pass_all(m->b, m->head, sink, err);
}

ng_status
ng_kb_build_file(ng_draft *draft, const char *path, ng_error *err)
{
  ng_builder b;
  char head[NG_KB_HEAD];
  ng_builder_init(&b, draft);
  ng_status status = build(&b, err);
  if (status == NG_OK) {
    file_maker m = {&b, head};
    (void)fill_head(&b, head);
    status = ng_replace_from(path, make_file, &m, err);
  }
  ng_builder_release(&b);
  return status;
}
