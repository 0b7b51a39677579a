/* import_wikidata.c - Wikidata's JSON: a dump (one entity a line, in a list),
 * or what Special:EntityData gives.
 *
 * An entity is kept if it has a label in a language asked for and news may name
 * it; what is taken of its statements is in wikidata_claims.c. */
#include "core/fail.h"
#include "core/json_scan.h"
#include "core/utf8.h"
#include "kb/clean.h"
#include "kb/import.h"
#include "kb/lines.h"
#include "kb/popularity.h"
#include "kb/wikidata.h"

#include <stdlib.h>

static ng_status
no_memory(const ng_wikidata *im, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory left at '%s:%llu'", im->path,
                 (unsigned long long)im->line);
}

/* `text`, decoded, until the next call; empty if it is no UTF-8; {NULL, 0} if
 * memory is spent. */
static ng_str
decoded(ng_wikidata *im, ng_str text)
{
  im->room.len = 0;
  char *room = ng_buf_room(&im->room, text.len + 1);
  if (!room)
    return (ng_str){NULL, 0};
  text = ng_scan_decode(text, room);
  return ng_utf8_valid(text) == text.len ? text : (ng_str){room, 0};
}

bool
ng_wikidata_name(ng_wikidata *im, ng_str text, uint32_t kinds)
{
  ng_draft_name name = {.text = decoded(im, text),
                        .entity = im->entity,
                        .kinds = (uint16_t)kinds};
  return name.text.at && (!name.text.len || ng_draft_name_add(im->draft, name));
}

/* --- languages ------------------------------------------------------------ */

/* Note in im->langs the languages asked for ("en,de"), and "mul" (any) as the
 * last; false if memory is spent. */
static bool
note_languages(ng_wikidata *im)
{
  const char *at = im->draft->langs ? im->draft->langs : "en";
  ng_str lang;
  for (;; at++) {
    lang = (ng_str){at, strcspn(at, ",")};
    ng_buf_put(&im->langs, &lang, sizeof lang);
    at += lang.len;
    if (!*at)
      break;
  }
  lang = NG_LIT("mul");
  ng_buf_put(&im->langs, &lang, sizeof lang);
  return !im->langs.failed && ng_buf_room(&im->said, im->langs.len) != NULL;
}

static size_t
count_languages(const ng_wikidata *im)
{
  return im->langs.len / sizeof(ng_str);
}

/* The members of `object` in those languages, as written or empty, until the
 * next call. */
static const ng_str *
in_languages(ng_wikidata *im, ng_str object)
{
  const ng_str *langs = (const void *)im->langs.at;
  ng_str *said = (void *)im->said.at;
  size_t n = count_languages(im), left = n;
  ng_scan s = ng_scan_of(object);
  memset(said, 0, n * sizeof *said);
  if (!object.len || !ng_scan_enter(&s, '{'))
    return said;
  for (ng_str key; left && ng_scan_key(&s, &key);) {
    ng_str value = ng_scan_skip(&s);
    for (size_t i = 0; i < n; i++)
      if (!said[i].len && ng_str_equal(key, langs[i])) {
        said[i] = value;
        left--;
      }
  }
  return said;
}

bool
ng_wikidata_speaks(const ng_wikidata *im, ng_str lang)
{
  const ng_str *langs = (const void *)im->langs.at;
  for (size_t i = 0; i < count_languages(im); i++)
    if (ng_str_equal(langs[i], lang))
      return true;
  return false;
}

/* The first language that has a label gives it; the others give aliases. */
static bool
take_labels(ng_wikidata *im, const ng_str *labels)
{
  im->label.len = 0;
  for (size_t i = 0; i < count_languages(im); i++) {
    ng_str text = ng_scan_member_text(labels[i], "value");
    if (!text.len)
      continue;
    text = decoded(im, text);
    if (!text.at ||
        (text.len && !ng_draft_label(im->draft, im->entity, text, 0)))
      return false;
    if (!im->label.len)
      ng_buf_str(&im->label, text);
  }
  return !im->label.failed;
}

static bool
take_alias(ng_wikidata *im, ng_str text)
{
  text = decoded(im, text);
  ng_draft_name name = {
      .text = text, .entity = im->entity, .kinds = NG_NAME_ALIAS};
  ng_str label = {im->label.at, im->label.len};
  return text.at &&
         (!ng_clean_alias(text, label) || ng_draft_name_add(im->draft, name));
}

static bool
take_aliases(ng_wikidata *im, ng_str aliases)
{
  const ng_str *lists = in_languages(im, aliases);
  for (size_t i = 0; i < count_languages(im); i++) {
    ng_str list = lists[i];
    ng_scan s = ng_scan_of(list);
    if (!list.len || !ng_scan_enter(&s, '['))
      continue;
    while (ng_scan_more(&s)) {
      ng_str text = ng_scan_member_text(ng_scan_skip(&s), "value");
      if (text.len && !take_alias(im, text))
        return false;
    }
  }
  return true;
}

/* --- entities ------------------------------------------------------------- */

/* The parts of an entity, as written; `entities`: of what Special:EntityData
 * gives, which has no other. */
typedef struct {
  ng_str id, labels, descriptions, aliases, entities;
  ng_str title;     /* of the English article's sitelink, between its quotes */
  uint32_t n_links; /* articles about it */
} parts;

/* Pass the sitelinks, which come next. */
static void
note_sitelinks(ng_scan *s, parts *out)
{
  if (!ng_scan_enter(s, '{'))
    return;
  for (ng_str key; ng_scan_key(s, &key); out->n_links++) {
    ng_str link = ng_scan_skip(s);
    if (ng_str_equal(key, NG_LIT("enwiki")))
      out->title = ng_scan_member_text(link, "title");
  }
}

/* One way through the entity; what it states is noted in im->lists. */
static bool
find_parts(ng_wikidata *im, ng_str object, parts *out)
{
  const struct {
    const char *name;
    ng_str *to;
  } rows[] = {{"id", &out->id},
              {"labels", &out->labels},
              {"descriptions", &out->descriptions},
              {"aliases", &out->aliases},
              {"entities", &out->entities}};
  ng_scan s = ng_scan_of(object);
  *out = (parts){.id = {NULL, 0}};
  im->lists.len = 0;
  if (!ng_scan_enter(&s, '{'))
    return false;
  for (ng_str key; ng_scan_key(&s, &key);) {
    if (ng_str_equal(key, NG_LIT("claims"))) {
      ng_wikidata_note(im, &s);
      continue;
    }
    if (ng_str_equal(key, NG_LIT("sitelinks"))) {
      note_sitelinks(&s, out);
      continue;
    }
    ng_str value = ng_scan_skip(&s);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
      if (ng_str_equal(key, (ng_str){rows[i].name, strlen(rows[i].name)}))
        *rows[i].to = value;
  }
  return !s.bad;
}

static bool
has_any(const ng_wikidata *im, const ng_str *said)
{
  for (size_t i = 0; i < count_languages(im); i++)
    if (said[i].len)
      return true;
  return false;
}

/* The rule by which an entity of so many articles is dropped; NULL: none. */
static ng_keep_rule *
dropping_rule(ng_keep *keep, uint32_t class, uint32_t n_links)
{
  ng_keep_rule *rule = ng_keep_find(keep, class);
  bool drops = rule && (rule->least == NG_KEEP_NEVER || n_links < rule->least);
  return drops ? rule : NULL;
}

/* Whether a rule for one of its classes, or for all, drops the entity. */
static bool
is_dropped(ng_wikidata *im, uint32_t n_links)
{
  ng_keep *keep = &im->draft->keep;
  ng_keep_rule *rule = dropping_rule(keep, 0, n_links);
  ng_str list = ng_wikidata_noted(im, 31);
  ng_scan s = ng_scan_of(list);
  if (!rule && list.len && ng_scan_enter(&s, '['))
    while (!rule && ng_scan_more(&s)) {
      ng_str snak = ng_scan_member(ng_scan_skip(&s), "mainsnak");
      uint32_t class = ng_wikidata_entity(ng_wikidata_value(snak));
      if (class)
        rule = dropping_rule(keep, class, n_links);
    }
  if (rule)
    rule->n_dropped++;
  return rule != NULL;
}

/* The title of the English article, and how many articles there are. */
static bool
take_sitelinks(ng_wikidata *im, ng_str title, uint32_t n)
{
  enum { HAS_TITLE = 46, PERCENT = 50 }; /* as in import_tsv.c */
  ng_draft_entity *e = &im->draft->entities.at[im->entity];
  e->interest = ng_log_64(n, 0) * PERCENT / 100;
  if (!title.len)
    return true;
  e->interest += HAS_TITLE;
  for (size_t i = 1; i + 1 < title.len; i++)
    if (title.at[i] == ' ' && title.at[i + 1] == '(')
      return ng_wikidata_name(im, ng_str_slice(title, 0, i), NG_NAME_SHORT);
  return ng_wikidata_name(im, title, NG_NAME_TITLE);
}

static bool
take_description(ng_wikidata *im, ng_str descriptions)
{
  const ng_str *said = in_languages(im, descriptions);
  for (size_t i = 0; i < count_languages(im); i++) {
    ng_str text = ng_scan_member_text(said[i], "value");
    ng_str words = text.len ? decoded(im, text) : text;
    if (text.len && !words.at)
      return false;
    if (words.len)
      return ng_draft_words(im->draft, im->entity, words);
  }
  return true;
}

static ng_status
take_parts(ng_wikidata *im, const parts *p, ng_error *err)
{
  uint32_t qid =
      p->id.len > 2 ? ng_qid_parse(ng_str_slice(p->id, 1, p->id.len - 1)) : 0;
  const ng_str *labels = in_languages(im, p->labels);
  bool labelled = qid && has_any(im, labels);
  im->draft->n_no_item += !qid;
  im->draft->n_no_label += qid && !labelled;
  if (!labelled || is_dropped(im, p->n_links)) {
    im->draft->n_dropped++; /* by design: nothing to complain of */
    return NG_OK;
  }
  im->entity = ng_draft_qid(im->draft, qid);
  if (im->entity == NG_NO_ENTITY)
    return no_memory(im, err);
  ng_draft_entity *e = &im->draft->entities.at[im->entity];
  if (e->source == im->draft->n_sources) {
    ng_draft_skip(im->draft, im->path, im->line, "Q%u is there twice", qid);
    return NG_OK;
  }
  e->source = im->draft->n_sources;
  if (!take_labels(im, labels) || !take_aliases(im, p->aliases) ||
      !take_description(im, p->descriptions) ||
      !take_sitelinks(im, p->title, p->n_links) || !ng_wikidata_claims(im))
    return no_memory(im, err);
  im->draft->counts.used++;
  return NG_OK;
}

/* A map of entities by their identifiers. */
static ng_status
take_map(ng_wikidata *im, ng_str entities, ng_error *err)
{
  ng_scan s = ng_scan_of(entities);
  if (!ng_scan_enter(&s, '{'))
    return NG_OK;
  for (ng_str key; ng_scan_key(&s, &key);) {
    parts p;
    ng_draft_row(im->draft, im->bytes);
    if (find_parts(im, ng_scan_skip(&s), &p))
      NG_TRY(take_parts(im, &p, err));
  }
  return NG_OK;
}

/* The entity, or the map of entities, that is `text`. */
static ng_status
take_object(ng_wikidata *im, ng_str text, ng_error *err)
{
  parts p;
  bool whole = find_parts(im, text, &p);
  if (p.entities.len)
    return take_map(im, p.entities, err);
  ng_draft_row(im->draft, im->bytes);
  if (whole)
    return take_parts(im, &p, err);
  ng_draft_skip(im->draft, im->path, im->line, "malformed JSON");
  return NG_OK;
}

/* A line of the list: brackets and commas are its framing. */
static ng_status
take_line(ng_wikidata *im, ng_str line, ng_error *err)
{
  while (line.len && ((unsigned char)line.at[line.len - 1] <= ' ' ||
                      line.at[line.len - 1] == ','))
    line.len--;
  while (line.len && (unsigned char)*line.at <= ' ')
    line = ng_str_slice(line, 1, line.len);
  bool framing = line.len == 1 && (*line.at == '[' || *line.at == ']');
  if (!line.len || framing || ng_str_equal(line, NG_LIT("[]")))
    return NG_OK;
  if (*line.at == '{')
    return take_object(im, line, err);
  ng_draft_row(im->draft, im->bytes);
  ng_draft_skip(im->draft, im->path, im->line, "not an entity in JSON");
  return NG_OK;
}

ng_status
ng_import_wikidata_lines(ng_draft *draft, ng_lines *lines, ng_error *err)
{
  ng_wikidata im = {.draft = draft, .path = lines->path};
  ng_status status = note_languages(&im) ? NG_OK : no_memory(&im, err);
  if (++draft->n_sources == 0)
    draft->n_sources = 1; /* 0: of none */
  while (status == NG_OK) {
    ng_str line;
    status = ng_lines_next(lines, &line, err);
    im.line = lines->number;
    im.bytes = ng_lines_consumed(lines);
    if (status == NG_OK) {
      status = take_line(&im, line, err);
    } else if (status == NG_ERR_LIMIT) {
      ng_draft_skip(draft, im.path, im.line, "the line is too long");
      status = NG_OK;
    }
  }
  ng_buf_release(&im.langs);
  ng_buf_release(&im.said);
  ng_buf_release(&im.room);
  ng_buf_release(&im.label);
  ng_buf_release(&im.lists);
  return status == NG_END ? NG_OK : status;
}

ng_status
ng_import_wikidata(ng_draft *draft, const char *path, ng_error *err)
{
  ng_lines lines;
  NG_TRY(ng_lines_open(&lines, path, err));
  ng_status status = ng_import_wikidata_lines(draft, &lines, err);
  ng_lines_close(&lines);
  return status;
}
