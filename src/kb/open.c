/* open.c - a knowledge-base file: mapped, checked, and its sections found. */
#include "core/fail.h"
#include "core/map.h"
#include "core/str.h"
#include "kb/compile.h"
#include "kb/fold.h"
#include "kb/format.h"
#include "kb/table.h"

#include <stdlib.h>

const ng_section_kind ng_section_kinds[NG_N_SECTIONS] = {
    [NG_SECTION_META] = {"META", false, 1},
    [NG_SECTION_NAME] = {"NAME", true, sizeof(ng_bucket)},
    [NG_SECTION_CAND] = {"CAND", true, 4},
    [NG_SECTION_ENTY] = {"ENTY", true, sizeof(ng_kb_entity_record)},
    [NG_SECTION_STRS] = {"STRS", true, 1},
    [NG_SECTION_NMES] = {"NMES", false, sizeof(ng_kb_name_record)},
    [NG_SECTION_RELS] = {"RELS", false, 4},
    [NG_SECTION_HOLD] = {"HOLD", false, sizeof(ng_holding)},
    [NG_SECTION_HOFF] = {"HOFF", false, 4},
    [NG_SECTION_HJUR] = {"HJUR", false, 4},
    [NG_SECTION_VALI] = {"VALI", false, sizeof(ng_kb_validity_record)},
};

static uint64_t
fnv(uint64_t hash, const void *at, size_t len)
{
  const unsigned char *p = at;
  for (size_t i = 0; i < len; i++)
    hash = (hash ^ p[i]) * 0x100000001B3ULL;
  return hash;
}

uint64_t
ng_kb_checksum(const ng_kb_header *header, const ng_kb_section *sections)
{
  ng_kb_header zeroed = *header;
  zeroed.checksum = 0;
  uint64_t hash = fnv(0xCBF29CE484222325ULL, &zeroed, sizeof zeroed);
  return fnv(hash, sections, header->n_sections * sizeof *sections);
}

static ng_status
check_header(const ng_kb_header *h, size_t size, ng_error *err)
{
  if (memcmp(h->magic, NG_KB_MAGIC, sizeof h->magic) != 0)
    return ng_fail(err, NG_ERR_CORRUPT, 0, "not a newsgraph knowledge base");
  if (h->byte_order != NG_KB_BYTE_ORDER)
    return ng_fail(err, NG_ERR_CORRUPT, 12,
                   "the knowledge base is of the other byte order: build it "
                   "on this kind of machine");
  if (h->version != NG_KB_VERSION)
    return ng_fail(err, NG_ERR_CORRUPT, 8,
                   "the knowledge base has format %u, this program reads "
                   "format %u: build it again",
                   h->version, (unsigned)NG_KB_VERSION);
  if (h->fold != NG_FOLD_VERSION)
    return ng_fail(err, NG_ERR_CORRUPT, 28,
                   "the knowledge base folds names by table %u, this program "
                   "by table %u: build it again",
                   h->fold, (unsigned)NG_FOLD_VERSION);
  if (h->size != size)
    return ng_fail(err, NG_ERR_CORRUPT, 16,
                   "the knowledge base should have %llu bytes and has %zu: it "
                   "is truncated or damaged",
                   (unsigned long long)h->size, size);
  if (h->n_sections > NG_KB_MAX_SECTIONS ||
      sizeof *h + h->n_sections * sizeof(ng_kb_section) > size ||
      h->max_words < 1 || h->max_words > NG_NAME_WORDS ||
      h->max_probe > NG_KB_MAX_PROBE)
    return ng_fail(err, NG_ERR_CORRUPT, 24,
                   "the knowledge base's header is damaged");
  return NG_OK;
}

/* Which section has this tag, or NG_N_SECTIONS. */
static ng_section
section_of(const char tag[4])
{
  unsigned i = 0;
  while (i < NG_N_SECTIONS && memcmp(tag, ng_section_kinds[i].tag, 4) != 0)
    i++;
  return (ng_section)i;
}

/* The error must not show bytes of the file as they are. */
static ng_status
bad_section(const ng_kb_section *s, const char *why, ng_error *err)
{
  char tag[5] = {0};
  for (unsigned i = 0; i < 4; i++)
    tag[i] = (char)(s->tag[i] >= 'A' && s->tag[i] <= 'Z' ? s->tag[i] : '?');
  return ng_fail(err, NG_ERR_CORRUPT, s->offset,
                 "the knowledge base's section '%s' %s", tag, why);
}

static ng_status
take_section(ng_kb *kb, const ng_kb_section *s, ng_error *err)
{
  if (s->offset % NG_KB_ALIGN || s->offset > kb->size ||
      s->length > kb->size - s->offset)
    return bad_section(s, "is not inside the file", err);
  ng_section kind = section_of(s->tag);
  if (kind == NG_N_SECTIONS) {
    if (s->flags & NG_SECTION_REQUIRED)
      return bad_section(s, "is unknown to this program and needed", err);
    return NG_OK;
  }
  if (s->length % ng_section_kinds[kind].record ||
      s->length / ng_section_kinds[kind].record >= UINT32_MAX)
    return bad_section(s, "has an impossible size", err);
  if (kb->section[kind].at)
    return bad_section(s, "is there twice", err);
  kb->section[kind] =
      (ng_str){(const char *)kb->at + s->offset, (size_t)s->length};
  return NG_OK;
}

static ng_status
check_sections(const ng_kb *kb, ng_error *err)
{
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    if (ng_section_kinds[i].required && !kb->section[i].at)
      return ng_fail(err, NG_ERR_CORRUPT, 0,
                     "the knowledge base lacks its section '%s'",
                     ng_section_kinds[i].tag);
  size_t n = kb->section[NG_SECTION_HOLD].len / sizeof(ng_holding);
  if (!kb->section[NG_SECTION_NAME].len ||
      kb->header.n_qids > ng_kb_n_entities(kb) ||
      kb->section[NG_SECTION_HOFF].len != n * 4 ||
      kb->section[NG_SECTION_HJUR].len != n * 4)
    return ng_fail(err, NG_ERR_CORRUPT, 0,
                   "the knowledge base's sections do not fit together");
  return NG_OK;
}

/* Fill `kb` from the bytes it was given. */
static ng_status
take_file(ng_kb *kb, ng_error *err)
{
  if (kb->size < sizeof kb->header)
    return ng_fail(err, NG_ERR_CORRUPT, 0,
                   kb->size ? "not a newsgraph knowledge base"
                            : "the knowledge base is empty");
  memcpy(&kb->header, kb->at, sizeof kb->header);
  NG_TRY(check_header(&kb->header, kb->size, err));
  ng_kb_section sections[NG_KB_MAX_SECTIONS];
  memcpy(sections, kb->at + sizeof kb->header,
         kb->header.n_sections * sizeof *sections);
  if (ng_kb_checksum(&kb->header, sections) != kb->header.checksum)
    return ng_fail(err, NG_ERR_CORRUPT, 56,
                   "the knowledge base's header is damaged: its checksum "
                   "does not match");
  for (uint32_t i = 0; i < kb->header.n_sections; i++)
    NG_TRY(take_section(kb, &sections[i], err));
  return check_sections(kb, err);
}

static ng_status
open_bytes(ng_kb **out, ng_str bytes, bool mapped, ng_error *err)
{
  ng_kb *kb = calloc(1, sizeof *kb);
  *out = NULL;
  if (!kb)
    return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for a knowledge base");
  kb->at = (const unsigned char *)bytes.at;
  kb->size = bytes.len;
  kb->mapped = mapped;
  ng_status status = take_file(kb, err);
  if (status)
    free(kb); /* the bytes are the caller's */
  else
    *out = kb;
  return status;
}

ng_status
ng_kb_open(ng_kb **out, const char *path, ng_error *err)
{
  ng_str map;
  *out = NULL;
  if (ng_kb_is_source(path))
    return ng_kb_compile(out, path, err);
  NG_TRY(ng_map_open(&map, path, err));
  ng_status status = open_bytes(out, map, true, err);
  if (status)
    ng_map_close(map);
  return status;
}

ng_status
ng_kb_open_memory(ng_kb **out, const void *bytes, size_t size, ng_error *err)
{
  *out = NULL;
  if ((uintptr_t)bytes % NG_KB_ALIGN)
    return ng_fail(err, NG_ERR_USAGE, 0,
                   "a knowledge base in memory must be aligned to %d bytes",
                   NG_KB_ALIGN);
  return open_bytes(out, (ng_str){bytes, size}, false, err);
}

void
ng_kb_close(ng_kb *kb)
{
  if (kb && kb->mapped)
    ng_map_close((ng_str){(const char *)kb->at, kb->size});
  if (kb)
    free(kb->owned);
  free(kb);
}
