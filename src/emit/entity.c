/* entity.c - what an article speaks of. */
#include "core/fail.h"
#include "core/utf8.h"
#include "emit/emitter.h"
#include "emit/iri.h"
#include "kb/kb.h"

/* Types that schema.org has no class for. */
static bool
own_class(ng_type type, ng_term *out)
{
  switch (type) {
  case NG_GROUP:
    return *out = NG_TERM_NG("Group"), true;
  case NG_RELIGION:
    return *out = NG_TERM_NG("Religion"), true;
  case NG_AWARD:
    return *out = NG_TERM_NG("Award"), true;
  case NG_NAME_ONLY:
    return *out = NG_TERM_NG("PersonalName"), true;
  case NG_CONCEPT:
    return *out = NG_TERM_NG("Concept"), true;
  default:
    return false;
  }
}

bool
ng_emit_class(ng_type type, ng_term *out)
{
  const char *class = ng_type_class(type);
  if (!class)
    return own_class(type, out);
  *out = ng_iri(NG_NS_SCHEMA, (ng_str){class, strlen(class)});
  return true;
}

/* The class and the one label of an entity, whatever knows them. */
static void
describe(ng_emitter *e, ng_term iri, ng_type type, ng_str label)
{
  ng_term class;
  if (ng_emit_class(type, &class))
    ng_emit_triple(e, iri, NG_TERM_RDF("type"), class);
  ng_emit_triple(e, iri, NG_TERM_RDFS("label"), ng_literal(label));
}

ng_term
ng_emit_described(ng_emitter *e, ng_ref ref)
{
  ng_entity entity = ng_bases_named(&e->context->bases, ref);
  ng_term iri = ng_emit_known(e, &entity);
  ng_term graph = e->graph->name;
  e->graph->name = e->shared;
  describe(e, iri, entity.type, entity.label);
  e->graph->name = graph;
  return iri;
}

/* Does it look as it is: ASCII, with single spaces between what is seen? */
static bool
is_plain(ng_str s)
{
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.at[i];
    if (c < ' ' || c >= 0x7f || (c == ' ' && (i == 0 || s.at[i - 1] == ' ')))
      return false;
  }
  return true;
}

/* The text of `span` as it looks: every run of white space as one space, since
 * a name may be broken over two lines, and without soft hyphens and the like.
 */
static ng_str
name_text(ng_emitter *e, ng_span span)
{
  ng_str s = ng_doc_text(e->doc, span);
  if (is_plain(s))
    return s;
  char *at = NG_NEW(e->graph->arena, char, s.len + 1);
  if (!at) {
    e->spent = true;
    return s;
  }
  size_t n = 0;
  uint32_t c;
  for (size_t i = 0, len;
       (len = ng_utf8_decode(ng_str_slice(s, i, s.len), &c)) > 0; i += len) {
    ng_look look = ng_utf8_look(c);
    if (look == NG_LOOK_INK) {
      memcpy(at + n, s.at + i, len);
      n += len;
    } else if (look == NG_LOOK_SPACE && n && at[n - 1] != ' ') {
      at[n++] = ' ';
    }
  }
  return (ng_str){at, n};
}

/* A name that no base knows is an entity of this article alone: namesakes of
 * two articles are not one person. */
static ng_term
mint(ng_emitter *e, ng_str name)
{
  ng_hash hash;
  ng_hash_init(&hash);
  ng_hash_str(&hash, name);
  return ng_emit_minted(e, ng_hash_iri(&hash, e->graph->arena, e->article.value,
                                       NG_LIT("#entity-")));
}

ng_str
ng_emit_name(ng_emitter *e, const ng_doc_entity *entity)
{
  ng_str *name = &e->names[entity - e->doc->entities.at];
  if (!name->at)
    *name = ng_ref_none(entity->ref)
                ? name_text(e, entity->name)
                : ng_bases_named(&e->context->bases, entity->ref).label;
  return *name;
}

static ng_term
unlinked(ng_emitter *e, const ng_doc_entity *entity)
{
  ng_str name = ng_emit_name(e, entity);
  ng_term iri = mint(e, name);
  describe(e, iri, entity->type, name);
  ng_emit_triple(e, iri, NG_TERM_NG("linkStatus"), NG_TERM_NG("Unlinked"));
  for (uint32_t i = 0; i < entity->n_candidates; i++)
    ng_emit_triple(
        e, iri, NG_TERM_NG("candidate"),
        ng_emit_described(e, e->doc->doubts.at[entity->candidate + i]));
  return iri;
}

/* Are label and class of the entity written?  Of a type whose mentions are not
 * shown, they are where events may name it, or a mention denotes it. */
static bool
is_described(const ng_emitter *e, uint32_t index)
{
  ng_profile profile = e->context->options->profile;
  if (ng_context_shows(e->context, e->doc->entities.at[index].type) ||
      profile == NG_PROFILE_FACTS || profile == NG_PROFILE_FULL)
    return true;
  for (uint32_t i = 0; i < e->doc->mentions.n; i++)
    if (e->doc->mentions.at[i].denotes == index &&
        ng_emit_shows(e, &e->doc->mentions.at[i]))
      return true;
  return false;
}

/* Other names that the text has for its entities; in the graph of what is said
 * of the entity. */
static void
other_names(ng_emitter *e)
{
  for (uint32_t i = 0; i < e->doc->mentions.n; i++) {
    const ng_mention *m = &e->doc->mentions.at[i];
    const ng_doc_entity *entity = &e->doc->entities.at[m->entity];
    if (m->kind != NG_KIND_NAME || !is_described(e, m->entity))
      continue;
    ng_str name = name_text(e, m->span);
    if (ng_str_equal(name, ng_emit_name(e, entity)))
      continue;
    e->graph->name = ng_ref_none(entity->ref) ? e->own : e->shared;
    ng_emit_triple(e, e->iris[m->entity], NG_TERM_SCHEMA("alternateName"),
                   ng_literal(name));
  }
  e->graph->name = e->own;
}

/* A body that a city or building stands for, and whose it is. */
static void
government_of(ng_emitter *e, uint32_t index)
{
  ng_ref ref = e->doc->entities.at[index].ref;
  if (ng_ref_none(ref))
    return;
  ng_ref state =
      ng_bases_related(&e->context->bases, ref, NG_REL_GOVERNMENT_OF, false);
  if (ng_ref_none(state))
    return;
  ng_term object = ng_emit_described(e, state);
  e->graph->name = e->shared;
  ng_emit_triple(e, e->iris[index], NG_TERM_NG("governmentOf"), object);
  e->graph->name = e->own;
}

static void
governments(ng_emitter *e)
{
  for (uint32_t i = 0; i < e->doc->mentions.n; i++)
    if (e->doc->mentions.at[i].denotes != NG_NONE &&
        is_described(e, e->doc->mentions.at[i].denotes))
      government_of(e, e->doc->mentions.at[i].denotes);
}

void
ng_emit_entities(ng_emitter *e)
{
  const ng_doc *doc = e->doc;
  e->iris = NG_NEW(e->graph->arena, ng_term, doc->entities.n + 1);
  e->names = NG_NEW(e->graph->arena, ng_str, doc->entities.n + 1);
  if (!e->iris || !e->names) {
    e->spent = true;
    return;
  }
  for (uint32_t i = 0; i < doc->entities.n; i++) {
    const ng_doc_entity *entity = &doc->entities.at[i];
    if (!is_described(e, i))
      e->iris[i] = (ng_term){0}; /* nothing names it */
    else
      e->iris[i] = ng_ref_none(entity->ref) ? unlinked(e, entity)
                                            : ng_emit_described(e, entity->ref);
  }
  other_names(e);
  governments(e);
}

/* The whole IRI of a term, zero-terminated. */
static ng_str
whole_iri(ng_emitter *e, ng_term term)
{
  ng_str space = e->spaces.at[term.space].iri;
  char *at = NG_NEW(e->graph->arena, char, space.len + term.value.len + 1);
  if (!at || !term.value.at) {
    e->spent = true;
    return (ng_str){0};
  }
  memcpy(at, space.at, space.len);
  memcpy(at + space.len, term.value.at, term.value.len);
  return (ng_str){at, space.len + term.value.len};
}

ng_status
ng_entity_iris(const ng_context *context, ng_doc *doc, ng_str **out,
               ng_error *err)
{
  ng_graph scratch;
  ng_graph_init(&scratch, &doc->arena);
  ng_emitter e;
  ng_emitter_init(&e, context, &scratch);
  e.doc = doc;
  *out = NG_NEW(&doc->arena, ng_str, doc->entities.n + 1);
  e.spent = !*out;
  for (uint32_t i = 0; i < doc->entities.n && !e.spent; i++) {
    const ng_doc_entity *entity = &doc->entities.at[i];
    bool unknown = ng_ref_none(entity->ref);
    if (unknown && !e.article.value.at)
      e.article = ng_emit_article_iri(&e);
    ng_term term = unknown ? mint(&e, name_text(&e, entity->name))
                           : ng_emit_ref(&e, entity->ref);
    (*out)[i] = whole_iri(&e, term);
  }
  return e.spent ? ng_fail(err, NG_ERR_LIMIT, 0,
                           "entities of the article exceed its budget")
                 : NG_OK;
}
