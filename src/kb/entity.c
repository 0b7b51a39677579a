/* entity.c - entities, their names, and facts about the file. */
#include "core/str.h"
#include "kb/bases.h"
#include "kb/format.h"

#include <stdio.h>

const void *
ng_kb_record(const ng_kb *kb, ng_section section, uint32_t i)
{
  size_t size = ng_section_kinds[section].record;
  if (i >= kb->section[section].len / size)
    return NULL;
  return kb->section[section].at + i * size;
}

/* As ng_kb_record(), without a division: most of all that is asked. */
static inline const ng_kb_entity_record *
entity_record(const ng_kb *kb, uint32_t i)
{
  ng_str all = kb->section[NG_SECTION_ENTY];
  const ng_kb_entity_record *records = (const void *)all.at;
  return i < all.len / sizeof *records ? &records[i] : NULL;
}

ng_str
ng_kb_string(const ng_kb *kb, uint32_t offset)
{
  ng_str all = kb->section[NG_SECTION_STRS];
  size_t len = 0, i = offset;
  for (unsigned shift = 0; i < all.len && shift < 32; shift += 7) {
    unsigned char byte = (unsigned char)all.at[i++];
    len |= (size_t)(byte & 127) << shift;
    if (byte < 128)
      return len <= all.len - i ? (ng_str){all.at + i, len} : (ng_str){"", 0};
  }
  return (ng_str){"", 0};
}

uint32_t
ng_kb_n_entities(const ng_kb *kb)
{
  return (uint32_t)(kb->section[NG_SECTION_ENTY].len /
                    sizeof(ng_kb_entity_record));
}

/* All but the strings. */
static ng_entity
figures(const ng_kb_entity_record *r)
{
  if (!r)
    return (ng_entity){{"", 0}, {"", 0}, {"", 0}, 0, NG_ENTITY, 0, 0, 0};
  return (ng_entity){.iri = {"", 0},
                     .label = {"", 0},
                     .words = {"", 0},
                     .qid = r->qid,
                     .type =
                         r->type < NG_N_TYPES ? (ng_type)r->type : NG_ENTITY,
                     .popularity = r->popularity,
                     .flags = r->flags & NG_ENTITY_FLAGS,
                     .facets = r->flags & (uint16_t)~NG_ENTITY_FLAGS};
}

static ng_str
iri_of(const ng_kb *kb, const ng_kb_entity_record *r)
{
  return r->qid ? (ng_str){"", 0} : ng_kb_string(kb, r->iri);
}

ng_entity
ng_kb_entity(const ng_kb *kb, uint32_t index)
{
  const ng_kb_entity_record *r = entity_record(kb, index);
  ng_entity e = figures(r);
  if (r) {
    e.iri = iri_of(kb, r);
    e.label = ng_kb_string(kb, r->label);
    e.words = ng_kb_string(kb, r->words);
  }
  return e;
}

ng_entity
ng_bases_figures(const ng_bases *bases, ng_ref ref)
{
  if (!bases->n || ref.base != 0)
    return ng_bases_entity(bases, ref);
  ng_entity e = figures(entity_record(bases->at[0], ref.index));
  if (bases->n > 1 && !e.qid)
    return ng_bases_entity(bases, ref);
  for (uint32_t b = 1; b < bases->n; b++) {
    uint32_t index = ng_kb_find_qid(bases->at[b], e.qid);
    if (index == UINT32_MAX)
      continue;
    ng_entity other = figures(entity_record(bases->at[b], index));
    ng_entity_overrule(&e, &other);
  }
  return e;
}

ng_entity
ng_bases_named(const ng_bases *bases, ng_ref ref)
{
  const ng_kb_entity_record *r = NULL;
  if (bases->n == 1 && ref.base == 0)
    r = entity_record(bases->at[0], ref.index);
  if (!r || !r->label)
    return ng_bases_entity(bases, ref);
  ng_entity e = figures(r);
  e.iri = iri_of(bases->at[0], r);
  e.label = ng_kb_string(bases->at[0], r->label);
  return e;
}

void
ng_kb_expect(const ng_kb *kb, uint32_t index)
{
  const void *r = entity_record(kb, index);
  if (r)
    __builtin_prefetch(r);
}

/* Fetch a cache line and the next. */
static inline void
fetch_two(const char *at)
{
  __builtin_prefetch(at);
  __builtin_prefetch(at + 64);
}

void
ng_kb_expect_more(const ng_kb *kb, uint32_t index)
{
  const ng_kb_entity_record *r = entity_record(kb, index);
  if (r && r->label < kb->section[NG_SECTION_STRS].len)
    __builtin_prefetch(kb->section[NG_SECTION_STRS].at + r->label);
  if (r && r->relations < kb->section[NG_SECTION_RELS].len / 4)
    fetch_two(kb->section[NG_SECTION_RELS].at + (size_t)r->relations * 4);
}

ng_str
ng_entity_iri(const ng_entity *entity, char room[NG_IRI_ROOM])
{
  if (!entity->qid)
    return entity->iri;
  int n = snprintf(room, NG_IRI_ROOM, "http://www.wikidata.org/entity/Q%u",
                   entity->qid);
  return (ng_str){room, n > 0 ? (size_t)n : 0};
}

/* The first entity of [begin, end) that is not before the one sought; `qid`
 * is 0 when an IRI is sought. */
static uint32_t
lower_bound(const ng_kb *kb, ng_span range, uint32_t qid, ng_str iri)
{
  uint32_t begin = range.begin, end = range.end;
  while (begin < end) {
    uint32_t mid = begin + (end - begin) / 2;
    const ng_kb_entity_record *r = ng_kb_record(kb, NG_SECTION_ENTY, mid);
    bool before =
        qid ? r->qid < qid : ng_str_compare(ng_kb_string(kb, r->iri), iri) < 0;
    if (before)
      begin = mid + 1;
    else
      end = mid;
  }
  return begin;
}

uint32_t
ng_kb_find_qid(const ng_kb *kb, uint32_t qid)
{
  uint32_t n = kb->header.n_qids;
  uint32_t i = lower_bound(kb, (ng_span){0, n}, qid, (ng_str){NULL, 0});
  return i < n && ng_kb_entity(kb, i).qid == qid ? i : UINT32_MAX;
}

uint32_t
ng_kb_find_iri(const ng_kb *kb, ng_str iri)
{
  uint32_t n = ng_kb_n_entities(kb);
  uint32_t i = lower_bound(kb, (ng_span){kb->header.n_qids, n}, 0, iri);
  return i < n && ng_str_equal(ng_kb_entity(kb, i).iri, iri) ? i : UINT32_MAX;
}

uint32_t
ng_qid_of_iri(ng_str iri)
{
  static const char *const prefixes[] = {"http://www.wikidata.org/entity/Q",
                                         "https://www.wikidata.org/entity/Q"};
  for (unsigned i = 0; i < 2; i++) {
    size_t n = strlen(prefixes[i]);
    if (iri.len > n && memcmp(iri.at, prefixes[i], n) == 0)
      return ng_qid_parse((ng_str){iri.at + n - 1, iri.len - n + 1});
  }
  return 0;
}

uint32_t
ng_qid_parse(ng_str text)
{
  uint32_t qid = 0;
  if (text.len < 2 || text.len > 11 || text.at[0] != 'Q' || text.at[1] == '0')
    return 0;
  for (size_t i = 1; i < text.len; i++) {
    unsigned digit = (unsigned)(text.at[i] - '0');
    if (digit > 9 || qid > (UINT32_MAX - 1 - digit) / 10)
      return 0;
    qid = qid * 10 + digit;
  }
  return qid;
}

bool
ng_kb_name(const ng_kb *kb, uint32_t index, uint32_t i, ng_entity_name *out)
{
  const ng_kb_entity_record *r = ng_kb_record(kb, NG_SECTION_ENTY, index);
  if (!r || i >= r->n_names || r->names > UINT32_MAX - i)
    return false;
  const ng_kb_name_record *name =
      ng_kb_record(kb, NG_SECTION_NMES, r->names + i);
  if (!name)
    return false;
  *out = (ng_entity_name){ng_kb_string(kb, name->text), name->kinds,
                          name->validity};
  return true;
}

void
ng_kb_validity(const ng_kb *kb, uint16_t validity, ng_date *from,
               ng_date *until)
{
  const ng_kb_validity_record *r =
      validity ? ng_kb_record(kb, NG_SECTION_VALI, validity) : NULL;
  *from = r ? r->from : 0;
  *until = r ? r->until : 0;
}

bool
ng_kb_holds(const ng_kb *kb, uint16_t validity, ng_date date)
{
  ng_date from, until;
  if (!validity || !date)
    return true;
  ng_kb_validity(kb, validity, &from, &until);
  return (!from || ng_date_first(from) <= ng_date_last(date)) &&
         (!until || ng_date_first(date) <= ng_date_last(until));
}

/* The NUL-ended string at *at of META, stepping *at past it. */
static bool
next_text(ng_str meta, size_t *at, ng_str *out)
{
  const char *nul =
      *at < meta.len ? memchr(meta.at + *at, '\0', meta.len - *at) : NULL;
  if (!nul)
    return false;
  *out = (ng_str){meta.at + *at, (size_t)(nul - meta.at) - *at};
  *at += out->len + 1;
  return true;
}

bool
ng_kb_info(const ng_kb *kb, uint32_t i, ng_str *key, ng_str *value)
{
  size_t at = 0;
  do {
    if (!next_text(kb->section[NG_SECTION_META], &at, key) ||
        !next_text(kb->section[NG_SECTION_META], &at, value))
      return false;
  } while (i-- > 0);
  return true;
}

ng_str
ng_kb_info_get(const ng_kb *kb, const char *key)
{
  ng_str k, value;
  for (uint32_t i = 0; ng_kb_info(kb, i, &k, &value); i++)
    if (ng_str_equal(k, (ng_str){key, strlen(key)}))
      return value;
  return (ng_str){"", 0};
}
