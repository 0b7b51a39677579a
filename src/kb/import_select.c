/* import_select.c - a base from the rows of a SELECT: what a variable's name
 * says is one table, below. */
#include "core/fail.h"
#include "core/json_scan.h"
#include "core/utf8.h"
#include "kb/clean.h"
#include "kb/import.h"
#include "kb/interest.h"
#include "kb/select.h"

#include <stdlib.h>

/* A larger answer than any query service gives. */
enum { ANSWER_MAX = 1 << 30 };

/* What a column is for; `arg`: the kind of name, or the relation. */
typedef enum {
  IGNORED,
  SUBJECT,
  LABEL,
  ALIASES,
  WORDS,
  CLASS,
  PARENT,
  SITELINKS,
  NAME,
  RELATION,
  OFFICE,
  JURISDICTION,
  FROM,
  UNTIL,
  LABEL_OF /* of the entity in column `arg` */
} role;

typedef struct {
  ng_draft *draft;
  const char *path;
  struct {
    role role;
    uint32_t arg;
  } columns[NG_SELECT_COLUMNS];
  unsigned n;
  /* What has been taken: a row repeats all but what it is for. */
  uint64_t *seen; /* hash table of hashes; 0: empty */
  size_t n_seen, n_slots;
} importer;

static ng_status
no_memory(const importer *im, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory left at '%s'", im->path);
}

/* --- variables ------------------------------------------------------------ */

static const struct {
  const char *name;
  role role;
  uint32_t arg;
} variables[] = {
    {"label", LABEL, 0},
    {"name", LABEL, 0},
    {"alias", NAME, NG_NAME_ALIAS},
    {"altLabel", ALIASES, 0},
    {"description", WORDS, 0},
    {"words", WORDS, 0},
    {"class", CLASS, 0},
    {"type", CLASS, 0},
    {"subclassOf", PARENT, 0},
    {"sitelinks", SITELINKS, 0},
    {"shortName", NAME, NG_NAME_SHORT},
    {"acronym", NAME, NG_NAME_ACRONYM},
    {"demonym", NAME, NG_NAME_DEMONYM},
    {"office", OFFICE, 0},
    {"position", OFFICE, 0},
    {"jurisdiction", JURISDICTION, 0},
    {"from", FROM, 0},
    {"start", FROM, 0},
    {"until", UNTIL, 0},
    {"end", UNTIL, 0},
};

/* The number of a property, "P27" or "p27"; 0 if it is none. */
static uint32_t
property_number(ng_str name)
{
  uint32_t n = 0;
  if (name.len < 2 || name.len > 8 || (*name.at | 32) != 'p')
    return 0;
  for (size_t i = 1; i < name.len; i++) {
    if (name.at[i] < '0' || name.at[i] > '9')
      return 0;
    n = n * 10 + (uint32_t)(name.at[i] - '0');
  }
  return n;
}

static void
set_property(importer *im, unsigned i, uint32_t property)
{
  im->columns[i].role = property == 31    ? CLASS
                        : property == 279 ? PARENT
                        : property == 39  ? OFFICE
                                          : RELATION;
  im->columns[i].arg = ng_rel_by_property(property);
  if (im->columns[i].role == RELATION && im->columns[i].arg == NG_REL_NONE)
    im->columns[i].role = IGNORED;
}

/* Set what column `i` is for, by its own name. */
static void
set_by_name(importer *im, unsigned i, ng_str name)
{
  for (size_t k = 0; k < sizeof variables / sizeof *variables; k++)
    if (ng_str_equal(name,
                     (ng_str){variables[k].name, strlen(variables[k].name)})) {
      im->columns[i].role = variables[k].role;
      im->columns[i].arg = variables[k].arg;
      return;
    }
  ng_rel rel = ng_rel_by_term(name);
  uint32_t property = property_number(name);
  if (rel != NG_REL_NONE) {
    im->columns[i].role = RELATION;
    im->columns[i].arg = rel;
  } else if (property) {
    set_property(im, i, property);
  }
}

/* What the label service adds to `base`: its label, other labels, description.
 */
static bool
set_by_suffix(importer *im, unsigned i, ng_str name, const ng_str *names)
{
  static const struct {
    const char *suffix;
    role role;
  } rows[] = {{"AltLabel", ALIASES}, {"Label", LABEL}, {"Description", WORDS}};
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    size_t n = strlen(rows[k].suffix);
    if (name.len <= n || memcmp(name.at + name.len - n, rows[k].suffix, n) != 0)
      continue;
    ng_str base = ng_str_slice(name, 0, name.len - n);
    for (unsigned of = 0; of < im->n; of++) {
      if (of == i || !ng_str_equal(names[of], base))
        continue;
      bool own = im->columns[of].role == SUBJECT;
      im->columns[i].role = own                     ? rows[k].role
                            : rows[k].role == LABEL ? LABEL_OF
                                                    : IGNORED;
      im->columns[i].arg = of;
      return true;
    }
  }
  return false;
}

/* The entity that rows are about is ?item, or the first variable. */
static ng_status
take_head(void *to, const ng_str *names, unsigned n, ng_error *err)
{
  importer *im = to;
  unsigned subject = 0, known = 0;
  im->n = n;
  for (unsigned i = 0; i < n; i++)
    if (ng_str_equal(names[i], NG_LIT("item")))
      subject = i;
  im->columns[subject].role = SUBJECT;
  for (unsigned i = 0; i < n; i++) {
    if (i != subject && !set_by_suffix(im, i, names[i], names))
      set_by_name(im, i, names[i]);
    known += im->columns[i].role != IGNORED;
  }
  if (known < 2)
    return ng_fail(err, NG_ERR_SYNTAX, 0,
                   "no variable is one that the knowledge base knows (?item "
                   "?itemLabel ?class ...)");
  return NG_OK;
}

/* --- rows ----------------------------------------------------------------- */

/* Whether `text` is new as that of the entity in that role. */
static bool
grow_seen(importer *im)
{
  size_t n_old = im->n_slots;
  uint64_t *old = im->seen;
  im->n_slots = n_old ? n_old * 2 : 1024;
  im->seen = calloc(im->n_slots, sizeof *im->seen);
  for (size_t i = 0; im->seen && i < n_old; i++) {
    size_t at = old[i] & (im->n_slots - 1);
    while (old[i] && im->seen[at])
      at = (at + 1) & (im->n_slots - 1);
    if (old[i])
      im->seen[at] = old[i];
  }
  free(old);
  return im->seen != NULL;
}

/* Whether the text is new for that entity and column; *fine: memory allows to
 * know. */
static bool
is_new(importer *im, uint32_t entity, unsigned column, ng_str text, bool *fine)
{
  uint64_t h = ((uint64_t)entity << 8 | column) * 0x9E3779B97F4A7C15ULL;
  for (size_t i = 0; i < text.len; i++)
    h = (h ^ (unsigned char)text.at[i]) * 0x100000001B3ULL;
  h ^= h >> 29;
  h += !h;
  *fine = im->n_seen < im->n_slots / 2 || grow_seen(im);
  if (!*fine)
    return false;
  size_t at = h & (im->n_slots - 1);
  while (im->seen[at] && im->seen[at] != h)
    at = (at + 1) & (im->n_slots - 1);
  if (im->seen[at])
    return false;
  im->seen[at] = h;
  im->n_seen++;
  return true;
}

/* The entity that a cell names: by IRI, or as "Q403"; NG_NO_ENTITY for none. */
static uint32_t
entity_of(importer *im, const ng_select_cell *cell, bool *fine)
{
  uint32_t qid = ng_qid_parse(cell->value);
  if (!qid && !cell->is_iri)
    return NG_NO_ENTITY;
  uint32_t entity =
      qid ? ng_draft_qid(im->draft, qid) : ng_draft_iri(im->draft, cell->value);
  *fine &= entity != NG_NO_ENTITY;
  return entity;
}

/* Where the label service knows no label it gives the number. */
static bool
is_label(ng_str text)
{
  return text.len && !ng_qid_parse(text);
}

static bool
speaks(ng_str lang)
{
  return !lang.len || (lang.len >= 2 && memcmp(lang.at, "en", 2) == 0 &&
                       (lang.len == 2 || lang.at[2] == '-'));
}

static bool
take_aliases(importer *im, uint32_t entity, unsigned column, ng_str list)
{
  bool fine = true;
  for (size_t begin = 0; fine && begin < list.len;) {
    size_t end = begin;
    while (end < list.len && !(list.at[end] == ',' && end + 1 < list.len &&
                               list.at[end + 1] == ' '))
      end++;
    ng_draft_name name = {.text = ng_str_slice(list, begin, end),
                          .entity = entity,
                          .kinds = NG_NAME_ALIAS};
    if (name.text.len && is_new(im, entity, column, name.text, &fine))
      fine = ng_draft_name_add(im->draft, name);
    begin = end + 2;
  }
  return fine;
}

static void
take_sitelinks(importer *im, uint32_t entity, ng_str text)
{
  uint32_t n = 0;
  for (size_t i = 0; i < text.len && i < 6; i++)
    if (text.at[i] >= '0' && text.at[i] <= '9')
      n = n * 10 + (uint32_t)(text.at[i] - '0');
  ng_draft_entity *e = &im->draft->entities.at[entity];
  uint32_t interest = ng_interest_of(NG_LIT("sitelinks"), n);
  e->interest = interest > e->interest ? interest : e->interest;
}

/* What a cell with text says of the entity. */
static bool
take_text(importer *im, uint32_t entity, unsigned i, const ng_select_cell *cell)
{
  bool fine = true;
  ng_draft_name name = {.text = cell->value,
                        .entity = entity,
                        .kinds = (uint16_t)im->columns[i].arg};
  if (!speaks(cell->lang))
    return true;
  switch (im->columns[i].role) {
  case LABEL:
    return !is_label(cell->value) ||
           ng_draft_label(im->draft, entity, cell->value, 0);
  case ALIASES:
    return take_aliases(im, entity, i, cell->value);
  case NAME:
    return (!is_new(im, entity, i, cell->value, &fine) ||
            ng_draft_name_add(im->draft, name)) &&
           fine;
  case WORDS:
    return (!is_new(im, entity, i, cell->value, &fine) ||
            ng_draft_words(im->draft, entity, cell->value)) &&
           fine;
  default:
    take_sitelinks(im, entity, cell->value);
    return true;
  }
}

/* What a cell with another entity says. */
static bool
take_other(importer *im, uint32_t entity, unsigned i,
           const ng_select_cell *cells)
{
  bool fine = true;
  unsigned of = im->columns[i].role == LABEL_OF ? im->columns[i].arg : i;
  uint32_t other = entity_of(im, &cells[of], &fine);
  if (other == NG_NO_ENTITY)
    return fine;
  switch (im->columns[i].role) {
  case LABEL_OF:
    return !is_label(cells[i].value) || !speaks(cells[i].lang) ||
           ng_draft_label(im->draft, other, cells[i].value, 0);
  case CLASS:
    return ng_draft_class(im->draft, entity, other);
  case PARENT:
    return ng_draft_parent(im->draft, entity, other);
  default:
    return ng_draft_relate(im->draft, entity, (ng_rel)im->columns[i].arg,
                           other);
  }
}

/* A date as an xsd:dateTime: its first ten characters. */
static ng_date
date_of(importer *im, uint64_t row, const ng_select_cell *cell)
{
  ng_date date = 0;
  ng_str text = cell->value;
  text.len = text.len > 10 ? 10 : text.len;
  if (text.len && ng_date_parse(text, &date) != text.len) {
    ng_draft_skip(im->draft, im->path, row, "not a date: '%.*s'", (int)text.len,
                  text.at);
    date = 0;
  }
  return date;
}

/* The holding that the cells of a row make. */
static bool
take_holding(importer *im, uint32_t person, uint64_t row,
             const ng_select_cell *cells)
{
  ng_holding h = {
      .person = person, .office = NG_NO_ENTITY, .jurisdiction = NG_NO_ENTITY};
  bool fine = true;
  for (unsigned i = 0; i < im->n; i++) {
    if (im->columns[i].role == OFFICE)
      h.office = entity_of(im, &cells[i], &fine);
    else if (im->columns[i].role == JURISDICTION)
      h.jurisdiction = entity_of(im, &cells[i], &fine);
    else if (im->columns[i].role == FROM)
      h.from = date_of(im, row, &cells[i]);
    else if (im->columns[i].role == UNTIL)
      h.until = date_of(im, row, &cells[i]);
  }
  if (!fine || h.office == NG_NO_ENTITY)
    return fine;
  ng_draft_type(im->draft, h.office, NG_OFFICE, NG_TYPE_GUESSED);
  return ng_draft_hold(im->draft, h);
}

static bool
take_cell(importer *im, uint32_t entity, unsigned i,
          const ng_select_cell *cells)
{
  switch (im->columns[i].role) {
  case LABEL:
  case ALIASES:
  case WORDS:
  case NAME:
  case SITELINKS:
    return take_text(im, entity, i, &cells[i]);
  case CLASS:
  case PARENT:
  case RELATION:
  case LABEL_OF:
    return take_other(im, entity, i, cells);
  default:
    return true; /* taken with the row */
  }
}

static ng_status
take_row(void *to, uint64_t number, const ng_select_cell *cells, ng_error *err)
{
  importer *im = to;
  uint32_t entity = NG_NO_ENTITY;
  bool fine = true;
  im->draft->counts.rows++;
  for (unsigned i = 0; i < im->n; i++) {
    if (ng_utf8_valid(cells[i].value) != cells[i].value.len) {
      ng_draft_skip(im->draft, im->path, number, "invalid UTF-8");
      return NG_OK;
    }
    if (im->columns[i].role == SUBJECT)
      entity = entity_of(im, &cells[i], &fine);
  }
  if (fine && entity == NG_NO_ENTITY) {
    ng_draft_skip(im->draft, im->path, number, "no entity");
    return NG_OK;
  }
  for (unsigned i = 0; fine && i < im->n; i++)
    fine = !cells[i].value.len || take_cell(im, entity, i, cells);
  if (!fine || !take_holding(im, entity, number, cells))
    return no_memory(im, err);
  im->draft->counts.used++;
  return NG_OK;
}

static void
skip_row(void *to, uint64_t number, const char *why)
{
  importer *im = to;
  im->draft->counts.rows++;
  ng_draft_skip(im->draft, im->path, number, "%s", why);
}

/* --- files ---------------------------------------------------------------- */

ng_status
ng_import_select_text(ng_draft *draft, ng_str text, ng_select_format format,
                      const char *name, ng_error *err)
{
  importer im = {.draft = draft, .path = name};
  ng_error why = {0};
  ng_select_sink sink = {take_head, take_row, skip_row, &im};
  ng_status status = ng_select_read(text, format, sink, &why);
  free(im.seen);
  return status ? ng_fail(err, status, 0, "%s: %s", name, why.text) : NG_OK;
}

/* Read the file to its end, or, if it is large, no further than `most`. */
static ng_status
read_file(const char *path, size_t most, ng_buf *out, ng_error *err)
{
  ng_input *input;
  ng_error why = {0};
  ng_status status = ng_input_open(&input, path, &why);
  if (status == NG_OK)
    ng_input_text(input);
  while (status == NG_OK && out->len < most)
    status = ng_input_read(input, out, &why);
  ng_input_close(input);
  char *pad = ng_buf_room(out, NG_SCAN_PAD);
  if (!pad)
    return ng_fail(err, NG_ERR_LIMIT, 0, "%s: no memory for it", path);
  memset(pad, 0, NG_SCAN_PAD);
  return status == NG_OK || status == NG_END
             ? NG_OK
             : ng_fail(err, status, 0, "%s: %s", path, why.text);
}

ng_status
ng_import_select(ng_draft *draft, const char *path, ng_select_format format,
                 ng_error *err)
{
  ng_buf text = {0};
  ng_status status = read_file(path, ANSWER_MAX, &text, err);
  if (status == NG_OK && text.len >= ANSWER_MAX)
    status = ng_fail(err, NG_ERR_LIMIT, 0, "%s: larger than 1 GB", path);
  if (status == NG_OK)
    status = ng_import_select_text(draft, (ng_str){text.at, text.len}, format,
                                   path, err);
  ng_buf_release(&text);
  return status;
}

bool
ng_is_select(const char *path, ng_select_format format)
{
  ng_buf text = {0};
  bool is = read_file(path, 1, &text, NULL) == NG_OK;
  ng_str beginning = {text.at, text.len};
  is = is && (format == NG_SELECT_JSON
                  ? ng_select_is_json(beginning)
                  : text.len && (*text.at == '?' || *text.at == '$'));
  ng_buf_release(&text);
  return is;
}
