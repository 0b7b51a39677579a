/* build_names.c - names to candidates: NAME, CAND, NMES. */
#include "core/fail.h"
#include "core/str.h"
#include "kb/builder.h"
#include "kb/facet.h"
#include "kb/generate.h"
#include "kb/popularity.h"
#include "kb/table.h"

#include <stdlib.h>

typedef struct {
  ng_builder *b;
  ng_sorter names; /* by entity */
  ng_sorter pairs, items;
  ng_arena scratch;            /* of a few entities' names */
  uint32_t entity;             /* whose names are being put in */
  NG_VEC(ng_draft_name) given; /* its names, and its description */
  ng_str label;                /* the first of them that is one */
  ng_named named;
  bool two_surnames;
  ng_draft_name from; /* the name that others are made from */
} namer;

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
  ng_pair p = {.entity = n->entity,
               .kinds = name->kinds,
               .validity = name->validity,
               .cases = (uint8_t)cases,
               .flags = (uint8_t)flags,
               .count = name->count};
  if (flags & NG_CANDIDATE_NEVER) {
    p.banned = p.cases;
    p.kinds = 0; /* a ban is no name */
  }
  return ng_sorter_put(&n->pairs, key, &p, sizeof p);
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

/* Does a word of `label` begin with this capital? */
static bool
has_initial(ng_str label, char capital)
{
  for (size_t i = 0; i < label.len; i++)
    if (label.at[i] == capital &&
        (i == 0 || label.at[i - 1] == ' ' || label.at[i - 1] == '-'))
      return true;
  return false;
}

/* An alias in two to six capitals.  Of a place of two or three letters it is a
 * code, but for those that the news uses, and so it is of a town or region that
 * has no such initial; else it is an acronym. */
static uint16_t
kinds_of(const namer *n, ng_str text, uint16_t kinds)
{
  static const char *const used[] = {"US",  "USA", "UK",  "UAE", "DRC",
                                     "PRC", "GDR", "FRG", "NYC", "LA",
                                     "DC",  "NZ",  "CAR", "BiH", "HK"};
  if (kinds != NG_NAME_ALIAS || text.len < 2 || text.len > 6)
    return kinds;
  for (size_t i = 0; i < text.len; i++)
    if (text.at[i] < 'A' || text.at[i] > 'Z')
      return kinds;
  ng_type type = n->named.type;
  if ((type == NG_REGION || type == NG_CITY) &&
      !has_initial(n->label, text.at[0]))
    return NG_NAME_CODE;
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
  if (n->named.type == NG_PERSON &&
      name->kinds & (NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS) &&
      (!ng_names_respell_person(name->text, sink) ||
       (n->two_surnames && !ng_names_first_surname(name->text, sink))))
    return false;
  if (n->named.type == NG_PARTY &&
      name->kinds & (NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS) &&
      !ng_names_member(name->text, sink))
    return false;
  return !(name->kinds &
           (NG_NAME_LABEL | NG_NAME_TITLE | NG_NAME_ALIAS | NG_NAME_SURNAME)) ||
         ng_names_respell(name->text, sink);
}

/* --- all entities --------------------------------------------------------- */

/* `name` without its text, every byte of it set. */
static ng_draft_name
bare(const ng_draft_name *name)
{
  ng_draft_name out;
  memset(&out, 0, sizeof out);
  out.entity = name->entity;
  out.kinds = name->kinds;
  out.validity = name->validity;
  out.cases = name->cases;
  out.flags = name->flags;
  out.count = name->count;
  return out;
}

/* Move the names to a sorter by entity, those of entities that are not kept
 * excepted. */
static bool
sort_names(namer *n)
{
  ng_draft *d = n->b->draft;
  ng_spool_reader r;
  ng_draft_name name;
  ng_buf record = {0};
  bool done = true;
  ng_spool_read_all(&r, &d->names);
  while (done && ng_draft_name_next(&r, &name)) {
    uint32_t entity = n->b->file_of[name.entity];
    if (entity == NG_NO_ENTITY)
      continue;
    ng_draft_name head = bare(&name);
    record.len = 0;
    ng_buf_put(&record, &head, sizeof head);
    ng_buf_str(&record, name.text);
    done = !record.failed &&
           ng_sorter_put(&n->names, entity, record.at, (uint32_t)record.len);
  }
  ng_spool_read_end(&r);
  ng_spool_release(&d->names);
  ng_buf_release(&record);
  return done && ng_sorter_start(&n->names);
}

/* Note a name of the entity in `record`. */
static bool
take_name(namer *n, ng_str record)
{
  ng_draft_name g;
  size_t head = sizeof g;
  char *copy = ng_arena_alloc(&n->scratch, 1, record.len - head + 1);
  if (!copy)
    return false;
  memcpy(&g, record.at, head);
  memcpy(copy, record.at + head, record.len - head);
  g.text = (ng_str){copy, record.len - head};
  return NG_PUSH(&n->scratch, &n->given, g);
}

static void
start_entity(namer *n, uint32_t entity)
{
  uint32_t draft = n->b->draft_of[entity];
  const ng_draft_entity *e = &n->b->draft->entities.at[draft];
  n->entity = entity;
  n->named = (ng_named){(ng_type)e->type, n->b->family_first[draft],
                        (e->has & NG_HAS_PARTS) != 0};
  n->two_surnames = n->b->two_surnames[draft];
}

/* The first label, or the last description. */
static ng_str
text_of(const namer *n, bool label)
{
  ng_str text = {NULL, 0};
  for (uint32_t i = 0; i < n->given.n; i++) {
    const ng_draft_name *name = &n->given.at[i];
    if (label ? name->kinds & NG_NAME_LABEL && !text.len
              : name->flags & NG_DRAFT_WORDS)
      text = name->text;
  }
  return text;
}

/* Whether given[i] is a record of its own: the same text twice is one record
 * with both kinds. */
static bool
is_new_record(namer *n, uint32_t i)
{
  ng_draft_name *g = n->given.at;
  for (uint32_t k = 0; k < i; k++)
    if (g[k].validity == g[i].validity && ng_str_equal(g[k].text, g[i].text)) {
      g[k].kinds |= g[i].kinds;
      return false;
    }
  return true;
}

/* Write the names that sources give. */
static void
put_records(namer *n, ng_kb_entity_record *r)
{
  ng_spool *nmes = &n->b->section[NG_SECTION_NMES];
  ng_draft_name *g = n->given.at;
  uint32_t out = 0;
  for (uint32_t i = 0; i < n->given.n; i++) {
    if (g[i].flags & (NG_CANDIDATE_NEVER | NG_DRAFT_WORDS) || out == UINT16_MAX)
      continue;
    g[out] = g[i];
    out += is_new_record(n, out);
  }
  r->n_names = (uint16_t)out;
  r->names =
      out ? (uint32_t)(ng_spool_size(nmes) / sizeof(ng_kb_name_record)) : 0;
  for (uint32_t i = 0; i < out; i++) {
    const ng_draft_name *name = &g[i];
    uint32_t text =
        name->kinds & NG_NAME_LABEL && ng_str_equal(name->text, n->label)
            ? r->label
            : ng_builder_string(n->b, name->text);
    ng_kb_name_record record = {text, name->kinds, name->validity};
    (void)ng_spool_put(nmes, &record, sizeof record);
  }
}

/* Interest, with what the whole base shows: relations and aliases. The weights
 * are those that linking was tuned with. */
static uint16_t
popularity_of(const ng_draft_entity *e, uint32_t degree)
{
  if (e->popularity != UINT16_MAX)
    return e->popularity;
  uint32_t interest = e->interest + ng_log_64(degree, 0) * 3 / 10;
  if (e->n_names > 1)
    interest += ng_log_64(e->n_names - 1, 0) * 4 / 10;
  return (uint16_t)(interest / 2 < NG_POPULARITY_MAX ? interest / 2
                                                     : NG_POPULARITY_MAX);
}

static bool
put_entity(namer *n, const ng_entity_facts *facts)
{
  ng_builder *b = n->b;
  const ng_draft_entity *e = &b->draft->entities.at[b->draft_of[n->entity]];
  uint16_t popularity = popularity_of(e, facts->degree);
  n->label = text_of(n, true);
  ng_str words = text_of(n, false);
  ng_kb_entity_record r = {
      .qid = e->qid,
      .iri = e->qid ? b->first_held[n->entity]
                    : ng_builder_string(b, b->draft->iris.at[e->iri]),
      .label = ng_builder_string(b, n->label),
      .words = ng_builder_string(b, words),
      .relations = facts->relations,
      .type = e->type,
      .popularity = popularity,
      .flags =
          (uint16_t)(e->flags | ng_facets((ng_type)e->type, n->label, words))};
  b->traits[n->entity] =
      (ng_entity_traits){popularity, r.flags, (uint8_t)e->type,
                         (uint8_t)ng_facet_of_facets(r.flags)};
  for (uint32_t i = 0; i < n->given.n; i++) {
    ng_draft_name *name = &n->given.at[i];
    if (name->flags & NG_DRAFT_WORDS)
      continue;
    name->kinds = kinds_of(n, name->text, name->kinds);
    if (!put_with_made(n, name))
      return false;
  }
  put_records(n, &r);
  return ng_spool_put(&b->section[NG_SECTION_ENTY], &r, sizeof r);
}

/* The next name of the sorter, or none: UINT64_MAX. */
static uint64_t
next_name(namer *n, ng_str *record)
{
  uint64_t key;
  return ng_sorter_next(&n->names, &key, record) ? key : UINT64_MAX;
}

static bool
put_all_names(namer *n)
{
  enum { AT_A_TIME = 64 }; /* entities whose names share memory */
  ng_builder *b = n->b;
  ng_spool_reader facts;
  ng_entity_facts f;
  ng_str record;
  ng_spool_read_all(&facts, &b->facts);
  uint64_t of = next_name(n, &record);
  bool done = true;
  for (uint32_t e = 0; done && e < b->n; e++) {
    start_entity(n, e);
    for (; done && of == e; of = next_name(n, &record))
      done = take_name(n, record);
    done = done && ng_spool_take(&facts, &f, sizeof f) && put_entity(n, &f);
    n->given.n = 0;
    if (e % AT_A_TIME == AT_A_TIME - 1) {
      ng_arena_release(&n->scratch);
      ng_arena_init(&n->scratch, SIZE_MAX / 2);
      memset(&n->given, 0, sizeof n->given);
    }
  }
  ng_spool_read_end(&facts);
  return done;
}

/* What went wrong, if it is known. */
static ng_status
why(const namer *n, ng_error *err)
{
  NG_TRY(ng_sorter_check(&n->names, err));
  NG_TRY(ng_sorter_check(&n->pairs, err));
  NG_TRY(ng_sorter_check(&n->items, err));
  for (unsigned i = 0; i < NG_N_SECTIONS; i++)
    NG_TRY(ng_spool_check(&n->b->section[i], err));
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the names");
}

static bool
build_all(namer *n)
{
  bool done = sort_names(n) && put_all_names(n);
  ng_sorter_release(&n->names);
  done = done && ng_build_lists(n->b, &n->pairs, &n->items);
  if (done)
    ng_sorter_release(&n->pairs);
  return done && ng_build_table(n->b, &n->items);
}

ng_status
ng_build_names(ng_builder *b, ng_error *err)
{
  namer n = {.b = b};
  ng_arena_init(&n.scratch, SIZE_MAX / 2);
  ng_sorter_init(&n.names, b->draft->place);
  ng_sorter_init(&n.pairs, b->draft->place);
  ng_sorter_init(&n.items, b->draft->place);
  b->traits = NG_NEW(&b->arena, ng_entity_traits, (size_t)b->n + 1);
  ng_status status = b->traits && build_all(&n) ? NG_OK : why(&n, err);
  ng_arena_release(&n.scratch);
  ng_sorter_release(&n.names);
  ng_sorter_release(&n.pairs);
  ng_sorter_release(&n.items);
  return status;
}
