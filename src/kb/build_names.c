/* build_names.c - names to candidates: NAME, CAND, NMES. */
#include "core/fail.h"
#include "core/str.h"
#include "kb/builder.h"
#include "kb/generate.h"
#include "kb/table.h"

#include <stdlib.h>

typedef struct {
  ng_builder *b;
  ng_pairs pairs;
  ng_items items;
  ng_arena scratch; /* of one entity's names */
  uint32_t entity;  /* whose names are being put in */
  ng_named named;
  ng_draft_name from; /* the name that others are made from */
  bool *family_first; /* of each entity of the draft */
} namer;

static bool
put_pair(namer *n, ng_pair p)
{
  void *at = n->pairs.at;
  if (!ng_grow(&at, &n->pairs.cap, n->pairs.n, sizeof *n->pairs.at))
    return false;
  n->pairs.at = at;
  n->pairs.at[n->pairs.n++] = p;
  return true;
}

/* --- one name ------------------------------------------------------------- */

/* Names of these are written with a capital wherever they stand; others
 * ("prime minister", "supreme court") also without. */
static bool
is_proper(ng_type type)
{
  return type == NG_PERSON || type == NG_COUNTRY || type == NG_CITY ||
         type == NG_REGION || type == NG_PLACE || type == NG_COMPANY ||
         type == NG_TEAM;
}

/* With what words a beginning of this name goes on. */
static uint32_t
goes_on(const namer *n, const ng_word *next)
{
  if (next->cases == NG_CASE_LOWER || !is_proper(n->named.type))
    return NG_GOES_ON_LOWER | NG_GOES_ON_CAPITAL;
  return NG_GOES_ON_CAPITAL;
}

/* Whether text[words] is a lone word that needs evidence.  Two letters are too
 * few, unless a source calls them an acronym or the entity's own name. */
static bool
is_weak(namer *n, ng_str text, const ng_words *words, const ng_draft_name *name)
{
  if (words->n != 1)
    return false;
  bool own = name->kinds & (NG_NAME_ACRONYM | NG_NAME_LABEL | NG_NAME_SHORT);
  bool upper = words->at[0].cases == NG_CASE_UPPER;
  if (own && upper)
    return false; /* its case tells it from "us" and "who" */
  ng_str folded = ng_name_fold(&n->scratch, text);
  return ng_name_is_weak(folded) || (folded.len == 2 && !own);
}

/* The words of `text`, copied to where it can be read past its end. */
static bool
cut(namer *n, ng_str text, ng_words *words)
{
  char *copy = ng_arena_alloc(&n->scratch, 1, text.len + NG_WORD_PAD);
  if (!copy)
    return false;
  memcpy(copy, text.at, text.len);
  return ng_words_find(&n->scratch, (ng_str){copy, text.len},
                       (ng_span){0, (uint32_t)text.len}, words);
}

static bool
has_letter(ng_str text)
{
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.at[i] >= 0x80 ||
        ((text.at[i] | 32) >= 'a' && (text.at[i] | 32) <= 'z'))
      return true;
  return false;
}

/* Put `name` into the table; one without a word, or of too many, is not. */
static bool
put_name(namer *n, const ng_draft_name *name)
{
  ng_words words = {0};
  if (name->text.len > 1000 || name->kinds == NG_NAME_CODE ||
      !has_letter(name->text))
    return true;
  if (!cut(n, name->text, &words))
    return false;
  if (!words.n || words.n > NG_NAME_WORDS)
    return true;
  uint32_t flags = name->flags;
  if (is_weak(n, name->text, &words, name))
    flags |= NG_CANDIDATE_WEAK;
  if (words.n > n->b->max_words)
    n->b->max_words = words.n;
  uint64_t key = ng_key_first(&words.at[0]);
  for (uint32_t i = 1; i < words.n; i++) {
    if (!ng_put_item(&n->items, key, goes_on(n, &words.at[i])))
      return false;
    key = ng_key_next(key, &words.at[i]);
  }
  uint32_t cases = name->cases ? name->cases : ng_words_case(words.at, words.n);
  ng_pair p = {.key = key,
               .entity = n->entity,
               .kinds = name->kinds,
               .validity = name->validity,
               .cases = (uint8_t)cases,
               .flags = (uint8_t)flags,
               .count = name->count};
  if (flags & NG_CANDIDATE_NEVER) {
    p.banned = p.cases;
    p.kinds = 0; /* a ban is no name */
  }
  return put_pair(n, p);
}

/* --- one entity ----------------------------------------------------------- */

static bool
take_made(void *to, ng_str text, uint32_t kinds, uint32_t flags)
{
  namer *n = to;
  ng_draft_name name = n->from;
  name.text = text;
  name.count = 0;
  name.kinds = (uint16_t)kinds;
  name.flags = (uint8_t)(name.flags | flags);
  name.cases = 0;
  return put_name(n, &name);
}

/* An alias in two to six capitals.  Of a place of two or three letters it is a
 * code, but for those that the news uses; else it is an acronym. */
static uint16_t
kinds_of(ng_str text, uint16_t kinds, ng_type type)
{
  static const char *const used[] = {"US",  "USA", "UK",  "UAE", "DRC",
                                     "PRC", "GDR", "FRG", "NYC", "LA",
                                     "DC",  "NZ",  "CAR", "BiH", "HK"};
  if (kinds != NG_NAME_ALIAS || text.len < 2 || text.len > 6)
    return kinds;
  for (size_t i = 0; i < text.len; i++)
    if (text.at[i] < 'A' || text.at[i] > 'Z')
      return kinds;
  for (size_t i = 0; i < sizeof used / sizeof *used; i++)
    if (ng_str_equal(text, (ng_str){used[i], strlen(used[i])}))
      return NG_NAME_ACRONYM;
  bool place = type == NG_COUNTRY || type == NG_REGION || type == NG_CITY;
  return place && text.len < 4 ? NG_NAME_CODE : NG_NAME_ACRONYM;
}

/* A full name is good enough to make others from; an alias may be anything. */
static bool
put_with_made(namer *n, const ng_draft_name *name)
{
  ng_name_sink sink = {take_made, n};
  n->from = *name;
  if (!put_name(n, name))
    return false;
  if (name->flags & NG_CANDIDATE_NEVER || name->kinds == NG_NAME_CODE)
    return true;
  if (name->kinds & (NG_NAME_LABEL | NG_NAME_TITLE) &&
      !ng_names_generate(&n->named, name->text, sink))
    return false;
  if (name->kinds & NG_NAME_ALIAS && name->text.len > 4 &&
      memcmp(name->text.at, "The ", 4) == 0 && n->named.type != NG_PERSON &&
      !take_made(n, ng_str_slice(name->text, 4, name->text.len), NG_NAME_NO_THE,
                 0))
    return false;
  return !(name->kinds &
           (NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS | NG_NAME_SURNAME)) ||
         ng_names_respell(name->text, sink);
}

/* China, North Korea, South Korea, Taiwan, Vietnam. */
static bool
puts_family_first(uint32_t qid)
{
  return qid == 148 || qid == 423 || qid == 884 || qid == 865 || qid == 881;
}

/* Mark the citizens and officials of countries that put the family name
 * first; false when memory is spent. */
static bool
mark_family_first(namer *n)
{
  const ng_draft *d = n->b->draft;
  n->family_first = NG_NEW(&n->b->arena, bool, (size_t)d->entities.n + 1);
  for (uint32_t i = 0; n->family_first && i < d->relations.n; i++) {
    const ng_draft_relation *r = &d->relations.at[i];
    if (r->rel == NG_REL_CITIZEN &&
        puts_family_first(d->entities.at[r->object].qid))
      n->family_first[r->subject] = true;
  }
  for (uint32_t i = 0; n->family_first && i < d->holdings.n; i++) {
    const ng_holding *h = &d->holdings.at[i];
    if (h->jurisdiction != NG_NO_ENTITY &&
        puts_family_first(d->entities.at[h->jurisdiction].qid))
      n->family_first[h->person] = true;
  }
  return n->family_first != NULL;
}

static void
start_entity(namer *n, uint32_t entity)
{
  uint32_t draft = n->b->draft_of[entity];
  const ng_draft_entity *e = &n->b->draft->entities.at[draft];
  n->entity = entity;
  n->named =
      (ng_named){(ng_type)e->type, n->family_first[draft], e->given_names};
}

/* The same text twice is one record with both kinds. */
static void
put_record(ng_builder *b, uint32_t entity, const ng_draft_name *name)
{
  ng_buf *nmes = &b->section[NG_SECTION_NMES];
  ng_kb_entity_record *r = &b->records[entity];
  ng_kb_name_record record = {ng_builder_string(b, name->text), name->kinds,
                              name->validity};
  if (!r->n_names)
    r->names = (uint32_t)(nmes->len / sizeof record);
  for (uint32_t i = 0; i < r->n_names; i++) {
    char *at = nmes->at + (r->names + i) * sizeof record;
    ng_kb_name_record old;
    memcpy(&old, at, sizeof old);
    if (old.text == record.text && old.validity == record.validity) {
      old.kinds |= record.kinds;
      memcpy(at, &old, sizeof old);
      return;
    }
  }
  if (r->n_names == UINT16_MAX)
    return;
  r->n_names++;
  ng_buf_put(nmes, &record, sizeof record);
}

/* Where each entity's names are: indices of draft names, by entity and as they
 * came. */
static uint32_t *
names_by_entity(ng_builder *b, uint32_t **first)
{
  const ng_draft *d = b->draft;
  uint32_t *order = NG_NEW(&b->arena, uint32_t, (size_t)d->names.n + 1);
  *first = NG_NEW(&b->arena, uint32_t, (size_t)b->n + 2);
  if (!order || !*first)
    return NULL;
  for (uint32_t i = 0; i < d->names.n; i++) {
    uint32_t e = b->file_of[d->names.at[i].entity];
    if (e != NG_NO_ENTITY)
      (*first)[e + 2]++;
  }
  for (uint32_t e = 0; e < b->n; e++)
    (*first)[e + 2] += (*first)[e + 1];
  for (uint32_t i = 0; i < d->names.n; i++) {
    uint32_t e = b->file_of[d->names.at[i].entity];
    if (e != NG_NO_ENTITY)
      order[(*first)[e + 1]++] = i;
  }
  return order;
}

static bool
put_all_names(namer *n)
{
  ng_builder *b = n->b;
  uint32_t *first, *order = names_by_entity(b, &first);
  if (!order || !mark_family_first(n))
    return false;
  for (uint32_t e = 0; e < b->n; e++) {
    start_entity(n, e);
    for (uint32_t i = first[e]; i < first[e + 1]; i++) {
      ng_draft_name name = b->draft->names.at[order[i]];
      name.kinds = kinds_of(name.text, name.kinds, n->named.type);
      if (!put_with_made(n, &name))
        return false;
      if (!(name.flags & NG_CANDIDATE_NEVER))
        put_record(b, e, &name);
    }
    ng_arena_release(&n->scratch);
    ng_arena_init(&n->scratch, SIZE_MAX / 2);
  }
  return true;
}

static ng_status
build_table(namer *n, ng_error *err)
{
  ng_table table;
  NG_TRY(ng_table_build(&table, n->items.at, n->items.n, err));
  n->b->max_probe = table.max_probe;
  n->b->n_keys = table.n_keys;
  ng_buf_put(&n->b->section[NG_SECTION_NAME], table.buckets,
             table.n_buckets * sizeof *table.buckets);
  free(table.buckets);
  return NG_OK;
}

ng_status
ng_build_names(ng_builder *b, ng_error *err)
{
  namer n = {.b = b};
  ng_arena_init(&n.scratch, SIZE_MAX / 2);
  ng_status status;
  if (put_all_names(&n) && ng_build_lists(b, &n.pairs, &n.items))
    status = build_table(&n, err);
  else
    status = ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the names");
  if (!b->section[NG_SECTION_CAND].len)
    ng_buf_put(&b->section[NG_SECTION_CAND], "\0\0\0", 4);
  ng_arena_release(&n.scratch);
  free(n.pairs.at);
  free(n.items.at);
  return status;
}
