/* import_rdf.c - entities, names, relations and holdings from RDF.
 *
 * Which predicate does what is one table, below. */
#include "core/fail.h"
#include "core/str.h"
#include "kb/class.h"
#include "kb/import.h"
#include "kb/import_details.h"
#include "kb/interest.h"
#include "rdf/read.h"

#define NG_NS "https://w3id.org/newsgraph/ns#"
#define RDFS_NS "http://www.w3.org/2000/01/rdf-schema#"
#define RDF_NS "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SKOS_NS "http://www.w3.org/2004/02/skos/core#"
#define WDT_NS "http://www.wikidata.org/prop/direct/P"

typedef struct {
  ng_draft *draft;
  const char *path;
  ng_details details;
} importer;

/* Whose statement it is, or NG_NO_ENTITY; its object. */
typedef struct {
  uint32_t subject;
  const ng_term *object;
  uint32_t value; /* of the table's row */
} statement;

typedef ng_status handler(importer *im, const statement *s, ng_error *err);

static ng_status
no_memory(const importer *im, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory left at '%s'", im->path);
}

static ng_status
skip(importer *im, const statement *s, const char *why)
{
  const ng_draft_entity *e = &im->draft->entities.at[s->subject];
  char room[NG_IRI_ROOM];
  ng_entity entity = {.qid = e->qid, .iri = im->draft->iris.at[e->iri]};
  ng_str iri = ng_entity_iri(&entity, room);
  ng_draft_skip(im->draft, im->path, 0, "%.*s: %s: '%.*s'", NG_ARG(iri), why,
                (int)(s->object->value.len < 60 ? s->object->value.len : 60),
                s->object->value.at);
  return NG_OK;
}

static bool
is_literal(const ng_term *t)
{
  return t->kind == NG_TERM_LITERAL || t->kind == NG_TERM_TYPED ||
         t->kind == NG_TERM_LANG;
}

/* Whether a label is in English or of no language. */
static bool
is_english(const ng_term *t)
{
  return t->kind != NG_TERM_LANG ||
         (t->type.len >= 2 && memcmp(t->type.at, "en", 2) == 0 &&
          (t->type.len == 2 || t->type.at[2] == '-'));
}

static bool
is_true(const ng_term *t)
{
  return ng_str_equal(t->value, NG_LIT("true")) ||
         ng_str_equal(t->value, NG_LIT("1"));
}

/* --- what a predicate does ------------------------------------------------ */

static ng_status
take_label(importer *im, const statement *s, ng_error *err)
{
  if (!is_literal(s->object) || !is_english(s->object))
    return NG_OK;
  if (!ng_draft_label(im->draft, s->subject, s->object->value, 0))
    return no_memory(im, err);
  return NG_OK;
}

static ng_status
take_name(importer *im, const statement *s, ng_error *err)
{
  if (!is_literal(s->object))
    return skip(im, s, "a name must be text");
  if (!is_english(s->object))
    return NG_OK;
  ng_draft_name name = {.text = s->object->value,
                        .entity = s->subject,
                        .kinds = (uint16_t)s->value};
  if (s->value & (NG_NAME_SURNAME | NG_NAME_GIVEN))
    im->draft->entities.at[s->subject].has |= NG_HAS_PARTS;
  if (!ng_draft_name_add(im->draft, name))
    return no_memory(im, err);
  return NG_OK;
}

/* A name, with a mark: that it is weak, or never means the entity. */
static ng_status
take_mark(importer *im, const statement *s, ng_error *err)
{
  if (!is_literal(s->object))
    return skip(im, s, "a name must be text");
  ng_draft_name name = {.text = s->object->value,
                        .entity = s->subject,
                        .kinds = NG_NAME_ALIAS,
                        .flags = (uint8_t)s->value};
  if (!ng_draft_name_add(im->draft, name))
    return no_memory(im, err);
  return NG_OK;
}

static ng_status
take_type(importer *im, const statement *s, ng_error *err)
{
  if (is_literal(s->object)) {
    ng_type type = ng_type_find(s->object->value);
    if (type == NG_N_TYPES)
      return skip(im, s, "no such kind of entity");
    ng_draft_type(im->draft, s->subject, type, NG_TYPE_DECLARED);
    return NG_OK;
  }
  if (ng_qid_of_iri(s->object->value)) {
    uint32_t class = ng_draft_iri(im->draft, s->object->value);
    if (class == NG_NO_ENTITY || !ng_draft_class(im->draft, s->subject, class))
      return no_memory(im, err);
    return NG_OK;
  }
  ng_type type = ng_type_find(ng_local_name(s->object->value));
  if (type != NG_N_TYPES)
    ng_draft_type(im->draft, s->subject, type, NG_TYPE_BY_CLASS);
  return NG_OK;
}

static ng_status
take_flag(importer *im, const statement *s, ng_error *err)
{
  (void)err;
  if (is_true(s->object))
    im->draft->entities.at[s->subject].flags |= (uint16_t)s->value;
  return NG_OK;
}

static ng_status
take_gender(importer *im, const statement *s, ng_error *err)
{
  (void)err;
  ng_str gender = ng_local_name(s->object->value);
  uint16_t *flags = &im->draft->entities.at[s->subject].flags;
  if (ng_str_equal(gender, NG_LIT("female")) ||
      ng_str_equal(gender, NG_LIT("Female")) ||
      ng_str_equal(gender, NG_LIT("Q6581072")))
    *flags |= NG_ENTITY_WOMAN;
  else if (ng_str_equal(gender, NG_LIT("male")) ||
           ng_str_equal(gender, NG_LIT("Male")) ||
           ng_str_equal(gender, NG_LIT("Q6581097")))
    *flags |= NG_ENTITY_MAN;
  return NG_OK;
}

static ng_status
take_popularity(importer *im, const statement *s, ng_error *err)
{
  (void)err;
  ng_str text = s->object->value;
  uint32_t n = 0;
  size_t i = 0;
  for (; i < text.len && i < 4 && text.at[i] >= '0' && text.at[i] <= '9'; i++)
    n = n * 10 + (uint32_t)(text.at[i] - '0');
  if (!i || i < text.len || n > 1000)
    return skip(im, s, "a popularity is a number from 0 to 1000");
  im->draft->entities.at[s->subject].popularity = (uint16_t)n;
  return NG_OK;
}

static ng_status
take_words(importer *im, const statement *s, ng_error *err)
{
  if (!is_literal(s->object) || !is_english(s->object))
    return NG_OK;
  if (!ng_draft_words(im->draft, s->subject, s->object->value))
    return no_memory(im, err);
  return NG_OK;
}

/* How many Wikipedias write of it, as in a dump. */
static ng_status
take_sitelinks(importer *im, const statement *s, ng_error *err)
{
  (void)err;
  uint32_t n = 0;
  for (size_t i = 0; i < s->object->value.len && i < 6; i++)
    if (s->object->value.at[i] >= '0' && s->object->value.at[i] <= '9')
      n = n * 10 + (uint32_t)(s->object->value.at[i] - '0');
  im->draft->entities.at[s->subject].interest +=
      ng_interest_of(NG_LIT("sitelinks"), n);
  return NG_OK;
}

/* The object of Wikidata's properties may also be a picture or a page. */
static ng_status
take_relation(importer *im, const statement *s, ng_error *err)
{
  if (s->object->kind != NG_TERM_IRI ||
      (s->value == NG_REL_OTHER && !ng_qid_of_iri(s->object->value)))
    return NG_OK;
  uint32_t object = ng_draft_iri(im->draft, s->object->value);
  if (object == NG_NO_ENTITY ||
      !ng_draft_relate(im->draft, s->subject, (ng_rel)s->value, object))
    return no_memory(im, err);
  return NG_OK;
}

/* A class that is part of another; that is a relation, too. */
static ng_status
take_parent(importer *im, const statement *s, ng_error *err)
{
  if (s->object->kind != NG_TERM_IRI)
    return skip(im, s, "a class must be an IRI");
  uint32_t parent = ng_draft_iri(im->draft, s->object->value);
  if (parent == NG_NO_ENTITY ||
      !ng_draft_parent(im->draft, s->subject, parent) ||
      !ng_draft_relate(im->draft, s->subject, NG_REL_OTHER, parent))
    return no_memory(im, err);
  return NG_OK;
}

/* "X ng:held [...]" or "X ng:named [...]". */
static ng_status
take_detail(importer *im, const statement *s, ng_error *err)
{
  if (s->object->kind != NG_TERM_BLANK && s->object->kind != NG_TERM_IRI)
    return skip(im, s, "not a description in brackets");
  return ng_details_own(&im->details, s->object->value, s->subject,
                        s->value != 0, err);
}

/* --- the table ------------------------------------------------------------ */

static const struct {
  const char *predicate;
  handler *take;
  uint32_t value;
} rows[] = {
    {RDF_NS "type", take_type, 0},
    {NG_NS "kind", take_type, 0},
    {WDT_NS "31", take_type, 0},
    {WDT_NS "21", take_gender, 0},
    {WDT_NS "279", take_parent, 0},
    {WDT_NS "297", take_name, NG_NAME_CODE},
    {WDT_NS "298", take_name, NG_NAME_CODE},
    {WDT_NS "1448", take_name, NG_NAME_ALIAS},
    {WDT_NS "1549", take_name, NG_NAME_DEMONYM},
    {WDT_NS "1705", take_name, NG_NAME_ALIAS},
    {WDT_NS "1813", take_name, NG_NAME_SHORT},
    {"http://wikiba.se/ontology#sitelinks", take_sitelinks, 0},
    {RDFS_NS "label", take_label, 0},
    {SKOS_NS "prefLabel", take_label, 0},
    {"https://schema.org/name", take_label, 0},
    {"https://schema.org/alternateName", take_name, NG_NAME_ALIAS},
    {SKOS_NS "altLabel", take_name, NG_NAME_ALIAS},
    {NG_NS "shortName", take_name, NG_NAME_SHORT},
    {NG_NS "acronym", take_name, NG_NAME_ACRONYM},
    {NG_NS "demonym", take_name, NG_NAME_DEMONYM},
    {NG_NS "metonym", take_name, NG_NAME_METONYM},
    {NG_NS "isoCode", take_name, NG_NAME_CODE},
    {NG_NS "surname", take_name, NG_NAME_SURNAME},
    {NG_NS "givenName", take_name, NG_NAME_GIVEN},
    {NG_NS "weakName", take_mark, NG_CANDIDATE_WEAK | NG_DRAFT_FORCED},
    {NG_NS "neverNamed", take_mark, NG_CANDIDATE_NEVER},
    {NG_NS "former", take_flag, NG_ENTITY_FORMER},
    {NG_NS "noLink", take_flag, NG_ENTITY_NO_LINK},
    {NG_NS "popularity", take_popularity, 0},
    {NG_NS "held", take_detail, 1},
    {NG_NS "named", take_detail, 0},
    {"https://schema.org/gender", take_gender, 0},
    {"https://schema.org/description", take_words, 0},
    {SKOS_NS "broader", take_relation, NG_REL_PART},
};

static bool
starts_with(ng_str s, const char *prefix)
{
  size_t n = strlen(prefix);
  return s.len >= n && memcmp(s.at, prefix, n) == 0;
}

/* schema.org's terms are written with either scheme. */
static bool
is_predicate(ng_str iri, const char *wanted)
{
  static const char https[] = "https://schema.org/",
                    http[] = "http://schema.org/";
  size_t n = sizeof https - 1;
  if (strncmp(wanted, https, n) == 0 && starts_with(iri, http))
    return ng_str_equal(ng_str_slice(iri, n - 1, iri.len),
                        (ng_str){wanted + n, strlen(wanted + n)});
  return ng_str_equal(iri, (ng_str){wanted, strlen(wanted)});
}

/* The relation that a predicate names by our term or Wikidata's. */
static ng_rel
relation_of(ng_str iri)
{
  size_t n = strlen(WDT_NS);
  if (starts_with(iri, NG_NS))
    return ng_rel_by_term(ng_str_slice(iri, strlen(NG_NS), iri.len));
  if (!starts_with(iri, WDT_NS) || iri.len == n || iri.len > n + 8)
    return NG_REL_NONE;
  uint32_t property = 0;
  for (size_t i = n; i < iri.len; i++)
    property = property * 10 + (uint32_t)(iri.at[i] - '0');
  return ng_rel_by_property(property);
}

/* Whether a statement is about a detail: a blank node, or a statement node of
 * Wikidata's, which is an IRI but says what only details say. */
static bool
is_of_detail(const ng_quad *quad)
{
  static const char *const own[] = {NG_NS "office", NG_NS "validFrom",
                                    NG_NS "validUntil"};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (ng_str_equal(quad->predicate.value, (ng_str){own[i], strlen(own[i])}))
      return true;
  return quad->subject.kind == NG_TERM_BLANK;
}

static ng_status
take_quad(void *to, const ng_quad *quad, ng_error *err)
{
  importer *im = to;
  im->draft->counts.rows++;
  if (is_of_detail(quad))
    return ng_details_take(&im->details, quad, err);
  ng_str predicate = quad->predicate.value;
  statement s = {.object = &quad->object};
  handler *take = NULL;
  for (size_t i = 0; i < sizeof rows / sizeof *rows && !take; i++)
    if (is_predicate(predicate, rows[i].predicate)) {
      take = rows[i].take;
      s.value = rows[i].value;
    }
  ng_rel rel = take ? NG_REL_NONE : relation_of(predicate);
  if (rel != NG_REL_NONE) {
    take = take_relation;
    s.value = rel;
  }
  if (!take)
    return NG_OK; /* not of interest */
  s.subject = ng_draft_iri(im->draft, quad->subject.value);
  if (s.subject == NG_NO_ENTITY)
    return no_memory(im, err);
  im->draft->counts.used++;
  return take(im, &s, err);
}

static importer
begin(ng_draft *draft, const char *path)
{
  return (importer){draft, path, {.draft = draft, .path = path}};
}

ng_status
ng_import_rdf(ng_draft *draft, const char *path, ng_error *err)
{
  importer im = begin(draft, path);
  NG_TRY(ng_rdf_read_file(path, NULL, (ng_rdf_sink){take_quad, &im}, err));
  return ng_details_finish(&im.details, err);
}

ng_status
ng_import_rdf_text(ng_draft *draft, ng_str text, ng_format format,
                   const char *name, ng_error *err)
{
  importer im = begin(draft, name);
  ng_rdf_sink sink = {take_quad, &im};
  NG_TRY(ng_rdf_read_memory(text, format, name, sink, err));
  return ng_details_finish(&im.details, err);
}

ng_status
ng_import_turtle(ng_draft *draft, ng_str text, const char *name, ng_error *err)
{
  return ng_import_rdf_text(draft, text, NG_TURTLE, name, err);
}
