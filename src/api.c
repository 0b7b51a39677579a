/* api.c - what newsgraph.h promises and no stage gives: options, running the
 * stages, mentions as a caller sees them. */
#include "core/fail.h"
#include "core/str.h"
#include "emit/emit.h"
#include "kb/kb.h"
#include "pipeline.h"

const char *
ng_version(void)
{
  return NG_VERSION;
}

void
ng_options_init(ng_options *options)
{
  *options = (ng_options){
      .budget = (size_t)256 << 20,
      .mentions = NG_MENTIONS_CONCEPTS,
      .base = "https://w3id.org/newsgraph/id/",
      .profile = NG_PROFILE_FACTS,
      .threads = 1,
  };
}

ng_status
ng_annotate(const ng_annotator *annotator, ng_doc *doc, ng_error *err)
{
  for (size_t i = 0; i < ng_n_stages; i++)
    NG_TRY(ng_stages[i].run(&annotator->context, doc, err));
  return NG_OK;
}

const char *
ng_mention_kind_text(ng_mention_kind kind)
{
  switch (kind) {
  case NG_KIND_NAME:
    return "name";
  case NG_KIND_DEMONYM:
    return "demonym";
  case NG_KIND_METONYM:
    return "metonym";
  case NG_KIND_TITLE:
    return "title";
  case NG_KIND_NOMINAL:
    return "nominal";
  case NG_KIND_PRONOUN:
    return "pronoun";
  }
  return "mention";
}

/* --- mentions ------------------------------------------------------------- */

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  ng_str *iris; /* of doc->entities */
  ng_offsets begin, end;
} viewer;

/* "Q403": the last part of a Wikidata IRI. */
static ng_str
wikidata_id(ng_str iri)
{
  size_t i = iri.len;
  while (i > 0 && iri.at[i - 1] != '/')
    i--;
  return ng_str_slice(iri, i, iri.len);
}

static void
view_entity(const viewer *v, uint32_t index, ng_mention_view *out)
{
  const ng_doc_entity *entity = &v->doc->entities.at[index];
  out->iri = v->iris[index];
  out->type = ng_type_class(entity->type);
  out->label = ng_doc_text(v->doc, entity->name);
  out->id = (ng_str){"", 0};
  if (ng_ref_none(entity->ref))
    return;
  ng_entity known = ng_bases_entity(&v->context->bases, entity->ref);
  out->label = known.label;
  out->type = ng_type_class(known.type);
  if (known.qid)
    out->id = wikidata_id(out->iri);
}

static ng_mention_view
view(viewer *v, const ng_mention *m)
{
  ng_mention_view out = {
      .begin = ng_offset_in(&v->begin, m->span.begin),
      .end = ng_offset_in(&v->end, m->span.end),
      .in_title = v->doc->parts.at[m->part].kind == NG_PART_TITLE,
      .text = ng_doc_text(v->doc, m->span),
      .kind = (ng_mention_kind)m->kind,
      .confidence = m->confidence / 1000.0,
  };
  view_entity(v, m->entity, &out);
  out.denotes = m->denotes == NG_NONE ? (ng_str){"", 0} : v->iris[m->denotes];
  return out;
}

ng_status
ng_doc_mentions(const ng_annotator *annotator, ng_doc *doc,
                ng_mention_list *out, ng_error *err)
{
  *out = (ng_mention_list){0};
  viewer v = {.context = &annotator->context, .doc = doc};
  v.begin.doc = v.end.doc = doc;
  v.begin.unit = v.end.unit = annotator->options.offsets;
  NG_TRY(ng_entity_iris(v.context, doc, &v.iris, err));
  ng_mention_view *views =
      NG_NEW(&doc->arena, ng_mention_view, doc->mentions.n + 1);
  if (!views)
    return ng_fail(err, NG_ERR_LIMIT, 0, "mentions exceed the budget");
  size_t n = 0;
  for (uint32_t i = 0; i < doc->mentions.n; i++)
    if (ng_context_shows(v.context,
                         doc->entities.at[doc->mentions.at[i].entity].type))
      views[n++] = view(&v, &doc->mentions.at[i]);
  *out = (ng_mention_list){views, n};
  return NG_OK;
}
