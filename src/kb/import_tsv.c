/* import_tsv.c - tables: entities, people, offices, triples, jurisdictions;
 * counts of what names were seen to mean, and of views. */
#include "core/fail.h"
#include "core/str.h"
#include "core/utf8.h"
#include "kb/class.h"
#include "kb/clean.h"
#include "kb/demonym.h"
#include "kb/import.h"
#include "kb/interest.h"
#include "kb/lines.h"

enum { MAX_COLUMNS = 8 };

typedef struct {
  ng_draft *draft;
  const char *path;
  uint64_t line;
  ng_str column[MAX_COLUMNS];
  ng_buf room[2]; /* for a label, and for another text */
} row;

/* Use one row: NG_OK also when it is skipped. */
typedef ng_status row_fn(row *r, ng_error *err);

static ng_status
no_memory(const row *r, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory left at '%s:%llu'", r->path,
                 (unsigned long long)r->line);
}

static ng_status
skip(row *r, const char *why, ng_str what)
{
  ng_draft_skip(r->draft, r->path, r->line, "%s: '%.*s'", why,
                (int)(what.len < 60 ? what.len : 60), what.at);
  return NG_OK;
}

/* The part of `list` before the next '|' from *at; false past the last. */
static bool
next_part(ng_str list, size_t *at, ng_str *out)
{
  if (*at > list.len || (!list.len && !*at))
    return false;
  const char *bar =
      *at < list.len ? memchr(list.at + *at, '|', list.len - *at) : NULL;
  size_t end = bar ? (size_t)(bar - list.at) : list.len;
  *out = ng_str_slice(list, *at, end);
  *at = end + 1;
  return true;
}

enum { LABEL, OTHER };

/* `text`, cleaned, until that room is used again; {NULL, 0} when memory is
 * spent. */
static ng_str
cleaned(row *r, unsigned room, ng_str text)
{
  r->room[room].len = 0;
  char *at = ng_buf_room(&r->room[room], text.len + 1);
  return at ? ng_clean_text(text, at) : (ng_str){NULL, 0};
}

/* --- entities and people -------------------------------------------------- */

/* What is no entity of the world: pages that only order others. */
static bool
is_no_entity(ng_str types)
{
  static const char *const pages[] = {"Q4167410", "Q4167836", "Q13406463",
                                      "Q16695773"};
  ng_str type;
  for (size_t at = 0; next_part(types, &at, &type);)
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
      if (ng_str_equal(type, (ng_str){pages[i], strlen(pages[i])}))
        return true;
  return false;
}

/* Types of other collections, by how they begin. */
static const struct {
  const char *prefix;
  ng_type type;
} foreign_types[] = {
    {"gov:", NG_GOVERNMENT},
    {"ror:education", NG_SCHOOL},
    {"ror:company", NG_COMPANY},
    {"ror:government", NG_GOVERNMENT},
    {"ror:", NG_ORGANIZATION},
    {"nsi:brands", NG_COMPANY},
    {"nsi:transit", NG_COMPANY},
    {"ep:", NG_PARTY},
    {"dr5hn:country", NG_COUNTRY},
    {"dr5hn:city", NG_CITY},
    {"dr5hn:capital", NG_CITY},
    {"dr5hn:municipality", NG_CITY},
    {"dr5hn:", NG_REGION},
    {"ne:populated_places", NG_CITY},
    {"nsi:operators", NG_ORGANIZATION},
};

/* nsi:flags and the like say nothing of what the thing is. */
static ng_type
foreign_type(ng_str type)
{
  for (size_t i = 0; i < sizeof foreign_types / sizeof *foreign_types; i++) {
    size_t n = strlen(foreign_types[i].prefix);
    if (type.len >= n && memcmp(type.at, foreign_types[i].prefix, n) == 0)
      return foreign_types[i].type;
  }
  return NG_N_TYPES;
}

static bool
take_types(row *r, uint32_t entity, ng_str types)
{
  ng_str type;
  ng_type foreign = NG_N_TYPES;
  for (size_t at = 0; next_part(types, &at, &type);) {
    uint32_t qid = ng_qid_parse(type);
    if (!qid) {
      foreign = ng_type_choose(foreign, foreign_type(type));
      continue;
    }
    uint32_t class = ng_draft_qid(r->draft, qid);
    if (class == NG_NO_ENTITY || !ng_draft_class(r->draft, entity, class))
      return false;
  }
  if (foreign != NG_N_TYPES)
    ng_draft_type(r->draft, entity, foreign, NG_TYPE_GUESSED);
  return true;
}

static bool
take_aliases(row *r, uint32_t entity, ng_str label)
{
  ng_str part;
  for (size_t at = 0; next_part(r->column[2], &at, &part);) {
    ng_str alias = cleaned(r, OTHER, part);
    ng_draft_name name = {
        .text = alias, .entity = entity, .kinds = NG_NAME_ALIAS};
    if (!alias.at)
      return false;
    if (ng_clean_alias(alias, label) && !ng_draft_name_add(r->draft, name))
      return false;
  }
  return true;
}

/* The title of its Wikipedia article.  One without "(...)" is the primary sense
 * of the name; one with it names only the part before. */
static bool
take_title(row *r, uint32_t entity)
{
  ng_draft_name name = {.text = cleaned(r, OTHER, r->column[5]),
                        .entity = entity,
                        .kinds = NG_NAME_TITLE};
  if (!name.text.at)
    return false;
  if (!name.text.len)
    return true;
  for (size_t i = 1; i + 1 < name.text.len; i++)
    if (name.text.at[i] == ' ' && name.text.at[i + 1] == '(') {
      name.text.len = i;
      name.kinds = NG_NAME_SHORT;
    }
  return ng_draft_name_add(r->draft, name);
}

enum { PER_SOURCE = 32, HAS_TITLE = 46 };

static void
take_interest(row *r, uint32_t entity)
{
  uint32_t n = ng_interest_in(r->column[6]);
  ng_str part;
  for (size_t at = 0; next_part(r->column[7], &at, &part);)
    n += PER_SOURCE;
  if (r->column[5].len)
    n += HAS_TITLE;
  ng_draft_entity *e = &r->draft->entities.at[entity];
  e->interest = e->interest > n ? e->interest : n;
}

/* One collection lower-cases all its labels. */
static uint8_t
cases_of(const row *r)
{
  return ng_str_equal(r->column[7], NG_LIT("wikidata-disambig"))
             ? NG_CASE_LOWER | NG_CASE_CAPITAL | NG_CASE_UPPER
             : 0;
}

/* The first description stays. */
static bool
take_words(row *r, uint32_t entity)
{
  ng_str words = cleaned(r, OTHER, r->column[3]);
  return words.at &&
         (!words.len || r->draft->entities.at[entity].has & NG_HAS_WORDS ||
          ng_draft_words(r->draft, entity, words));
}

static ng_status
take_entity(row *r, ng_error *err)
{
  uint32_t qid = ng_qid_parse(r->column[0]);
  if (!qid)
    return skip(r, "not a Wikidata identifier", r->column[0]);
  ng_str label = cleaned(r, LABEL, r->column[1]);
  if (!label.at)
    return no_memory(r, err);
  if (!label.len)
    return skip(r, "no label", r->column[0]);
  if (is_no_entity(r->column[4])) {
    r->draft->counts.skipped++; /* by design: nothing to complain of */
    return NG_OK;
  }
  uint32_t entity = ng_draft_qid(r->draft, qid);
  if (entity == NG_NO_ENTITY ||
      !ng_draft_label(r->draft, entity, label, cases_of(r)))
    return no_memory(r, err);
  take_interest(r, entity);
  if (!take_words(r, entity) || !take_aliases(r, entity, label) ||
      !take_title(r, entity) || !take_types(r, entity, r->column[4]) ||
      !ng_demonyms_add(r->draft, entity, qid))
    return no_memory(r, err);
  r->draft->counts.used++;
  return NG_OK;
}

/* --- offices, triples, jurisdictions -------------------------------------- */

static bool
take_date(row *r, ng_str text, ng_date *out)
{
  *out = 0;
  return !text.len || ng_date_parse(text, out) == text.len ||
         (skip(r, "not a date", text), true);
}

static ng_status
take_office(row *r, ng_error *err)
{
  uint32_t person = ng_qid_parse(r->column[0]);
  uint32_t office = ng_qid_parse(r->column[1]);
  uint32_t country = ng_qid_parse(r->column[3]);
  if (!person || !office)
    return skip(r, "not a Wikidata identifier",
                person ? r->column[1] : r->column[0]);
  ng_holding h = {.person = ng_draft_qid(r->draft, person),
                  .office = ng_draft_qid(r->draft, office),
                  .jurisdiction = ng_draft_qid(r->draft, country),
                  .flags = country ? NG_HOLDING_OF_LIST : 0};
  (void)take_date(r, r->column[4], &h.from);
  (void)take_date(r, r->column[5], &h.until);
  if (h.person == NG_NO_ENTITY || h.office == NG_NO_ENTITY ||
      !ng_draft_hold(r->draft, h))
    return no_memory(r, err);
  ng_draft_type(r->draft, h.person, NG_PERSON, NG_TYPE_BY_CLASS);
  ng_draft_type(r->draft, h.office, NG_OFFICE, NG_TYPE_BY_CLASS);
  r->draft->counts.used++;
  if (!r->column[2].len || r->draft->entities.at[h.office].has & NG_HAS_LABEL)
    return NG_OK;
  ng_str label = cleaned(r, LABEL, r->column[2]);
  if (!label.at || !ng_draft_label(r->draft, h.office, label, 0))
    return no_memory(r, err);
  return NG_OK;
}

enum {
  INSTANCE_OF = 31,
  SUBCLASS_OF = 279,
  GENDER = 21,
  FEMALE = 6581072,
  MALE = 6581097
};

static ng_status
take_triple(row *r, ng_error *err)
{
  uint32_t subject = ng_qid_parse(r->column[0]);
  uint32_t object = ng_qid_parse(r->column[2]);
  ng_str property = r->column[1];
  uint32_t number = 0;
  if (property.len > 1 && property.at[0] == 'P') {
    char as_item[12] = "Q";
    size_t n = property.len < sizeof as_item ? property.len : sizeof as_item;
    memcpy(as_item + 1, property.at + 1, n - 1);
    number = ng_qid_parse((ng_str){as_item, n});
  }
  if (!subject || !object || !number)
    return skip(r, "not a triple of Wikidata",
                !subject  ? r->column[0]
                : !object ? r->column[2]
                          : property);
  if (ng_rel_by_property(number) == NG_REL_NONE) {
    r->draft->counts.skipped++; /* by design: nothing to complain of */
    return NG_OK;
  }
  uint32_t s = ng_draft_qid(r->draft, subject);
  if (s == NG_NO_ENTITY)
    return no_memory(r, err);
  r->draft->counts.used++;
  if (number == GENDER) {
    r->draft->entities.at[s].flags |= object == FEMALE ? NG_ENTITY_WOMAN
                                      : object == MALE ? NG_ENTITY_MAN
                                                       : 0;
    return NG_OK;
  }
  uint32_t o = ng_draft_qid(r->draft, object);
  bool done =
      o != NG_NO_ENTITY &&
      (number != SUBCLASS_OF || ng_draft_parent(r->draft, s, o)) &&
      (number == INSTANCE_OF
           ? ng_draft_class(r->draft, s, o)
           : ng_draft_relate(r->draft, s, ng_rel_by_property(number), o));
  return done ? NG_OK : no_memory(r, err);
}

/* --- counts --------------------------------------------------------------- */

/* A number of 1 to 9 digits; false if it is none. */
static bool
take_number(ng_str text, uint32_t *out)
{
  *out = 0;
  for (size_t i = 0; i < text.len && i < 9; i++) {
    if (text.at[i] < '0' || text.at[i] > '9')
      return false;
    *out = *out * 10 + (uint32_t)(text.at[i] - '0');
  }
  return text.len > 0 && text.len < 10;
}

/* How often a name, a link's text say, was seen to mean an entity. */
static ng_status
take_anchor(row *r, ng_error *err)
{
  uint32_t qid = ng_qid_parse(r->column[1]);
  ng_draft_name name = {.text = cleaned(r, OTHER, r->column[0]),
                        .kinds = NG_NAME_ALIAS};
  if (!name.text.at)
    return no_memory(r, err);
  if (!qid || !name.text.len || !take_number(r->column[2], &name.count))
    return skip(r, "not a name, its entity and a count", r->column[1]);
  name.entity = ng_draft_qid(r->draft, qid);
  if (name.entity == NG_NO_ENTITY || !ng_draft_name_add(r->draft, name))
    return no_memory(r, err);
  r->draft->counts.used++;
  return NG_OK;
}

/* Page views, or any count of how much an entity is looked at. */
static ng_status
take_views(row *r, ng_error *err)
{
  uint32_t qid = ng_qid_parse(r->column[0]), n;
  if (!qid || !take_number(r->column[1], &n))
    return skip(r, "not an entity and a count", r->column[0]);
  uint32_t entity = ng_draft_qid(r->draft, qid);
  if (entity == NG_NO_ENTITY)
    return no_memory(r, err);
  r->draft->entities.at[entity].interest +=
      ng_interest_of(NG_LIT("pageviews"), (double)n);
  r->draft->counts.used++;
  return NG_OK;
}

/* --- the tables ----------------------------------------------------------- */

static const struct {
  const char *header;
  unsigned n_columns;
  row_fn *take;
} tables[] = {
    {"qid\tlabel\taliases\tdescription\ttypes\tenwiki\tpopularity\tsources", 8,
     take_entity},
    {"person\toffice\toffice_label\tcountry\tstart\tend", 6, take_office},
    {"subject\tproperty\tobject\tsources", 4, take_triple},
    {"subject\tproperty\tobject", 3, take_triple},
    {"name\tentity\tcount", 3, take_anchor},
    {"entity\tviews", 2, take_views},
};

enum { N_TABLES = sizeof tables / sizeof *tables };

/* Cut `line` at its tabs; how many columns there are. */
static unsigned
cut(ng_str line, ng_str column[MAX_COLUMNS])
{
  unsigned n = 0;
  size_t begin = 0;
  for (;;) {
    const char *tab = begin < line.len
                          ? memchr(line.at + begin, '\t', line.len - begin)
                          : NULL;
    size_t end = tab ? (size_t)(tab - line.at) : line.len;
    if (n < MAX_COLUMNS)
      column[n] = ng_str_slice(line, begin, end);
    n++;
    if (!tab)
      return n;
    begin = end + 1;
  }
}

static ng_status
take_line(row *r, unsigned table, ng_str line, ng_error *err)
{
  unsigned n = cut(line, r->column);
  if (n != tables[table].n_columns) {
    ng_draft_skip(r->draft, r->path, r->line, "%u columns, not %u", n,
                  tables[table].n_columns);
    return NG_OK;
  }
  if (ng_utf8_valid(line) != line.len) {
    ng_draft_skip(r->draft, r->path, r->line, "invalid UTF-8");
    return NG_OK;
  }
  return tables[table].take(r, err);
}

static ng_status
read_rows(row *r, ng_lines *lines, unsigned table, ng_error *err)
{
  for (;;) {
    ng_str line;
    ng_status status = ng_lines_next(lines, &line, err);
    r->line = lines->number;
    if (status == NG_END)
      return NG_OK;
    ng_draft_row(r->draft, ng_lines_consumed(lines));
    if (status == NG_ERR_LIMIT) {
      ng_draft_skip(r->draft, r->path, r->line, "the line is too long");
      continue;
    }
    NG_TRY(status);
    if (line.len)
      NG_TRY(take_line(r, table, line, err));
  }
}

/* Which table a header line is of; N_TABLES if of none. */
static unsigned
table_of(ng_str header)
{
  unsigned i = 0;
  while (i < N_TABLES &&
         !ng_str_equal(header,
                       (ng_str){tables[i].header, strlen(tables[i].header)}))
    i++;
  return i;
}

ng_status
ng_import_tsv_lines(ng_draft *draft, ng_lines *lines, ng_error *err)
{
  row r = {.draft = draft, .path = lines->path};
  ng_str header = {NULL, 0};
  ng_status status = ng_lines_next(lines, &header, err);
  unsigned table = status ? N_TABLES : table_of(header);
  if (table < N_TABLES)
    status = read_rows(&r, lines, table, err);
  ng_buf_release(&r.room[LABEL]);
  ng_buf_release(&r.room[OTHER]);
  if (table < N_TABLES)
    return status;
  if (status && status != NG_END)
    return status;
  return ng_fail(err, NG_ERR_SYNTAX, 0,
                 "%s:1: the header line is of no table that is known",
                 lines->path);
}

ng_status
ng_import_tsv(ng_draft *draft, const char *path, ng_error *err)
{
  ng_lines lines;
  NG_TRY(ng_lines_open(&lines, path, err));
  ng_status status = ng_import_tsv_lines(draft, &lines, err);
  ng_lines_close(&lines);
  return status;
}
