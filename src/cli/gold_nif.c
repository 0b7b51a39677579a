/* gold_nif.c - annotated articles from NIF: a context is an article, a phrase a
 * label. */
#include "cli/gold.h"
#include "cli/nif.h"
#include "core/fail.h"
#include "core/str.h"
#include "kb/kb.h"

#include <stdio.h>

/* What stands behind the last '/' or '#'. */
static ng_str
local_name(ng_str iri)
{
  size_t from = iri.len;
  while (from > 0 && iri.at[from - 1] != '/' && iri.at[from - 1] != '#')
    from--;
  return ng_str_slice(iri, from, iri.len);
}

/* Is that an IRI of something known, though not Wikidata's? */
static bool
is_foreign(const nif_phrase *p)
{
  return !ng_qid_of_iri(p->ident) && p->ident.len >= 10 &&
         (memmem(p->ident.at, p->ident.len, "dbpedia.org/", 12) ||
          memmem(p->ident.at, p->ident.len, "wikipedia.org/", 14));
}

static bool
add_context(gold *g, const nif_file *f, const nif_context *c)
{
  gold_article a = {.id = c->iri, .text = c->text, .set = g->sets.n};
  a.labels = NG_NEW(&g->arena, gold_label, c->n + 1);
  if (!a.labels || !gold_decode(g, &a))
    return false;
  a.evaluated = (ng_span){0, a.n_chars};
  uint32_t end = 0; /* of the labels so far */
  for (uint32_t i = c->first; i < c->first + c->n; i++) {
    const nif_phrase *p = &f->phrases.at[i];
    const gold_label *last = a.n_labels ? &a.labels[a.n_labels - 1] : NULL;
    if (last && last->span.begin == p->begin && last->span.end == p->end)
      continue; /* a word and the phrase that it is */
    gold_label l = {.id = (int64_t)a.n_labels,
                    .parent = -1,
                    .span = {p->begin, p->end},
                    .qid = ng_qid_of_iri(p->ident),
                    .name = gold_slice(&a, (ng_span){p->begin, p->end}),
                    .type = local_name(p->class)};
    l.unknown = !l.qid;
    l.grown = gold_grow(&a, l.span);
    /* they come by begin, the longest first: one inside another is optional */
    l.optional = end >= l.span.end;
    end = end > l.span.end ? end : l.span.end;
    a.labels[a.n_labels++] = l;
  }
  return NG_PUSH(&g->arena, &g->articles, a);
}

ng_status
gold_read_nif(gold *g, const char *path, ng_error *err)
{
  nif_file f;
  size_t foreign = 0;
  NG_TRY(nif_read(&f, path, &g->arena, err));
  for (uint32_t i = 0; i < f.contexts.n; i++) {
    const nif_context *c = &f.contexts.at[i];
    if (!c->has_text)
      return ng_fail(err, NG_ERR_SYNTAX, 0,
                     "%s: <%.*s>: a context without nif:isString", path,
                     (int)(c->iri.len < 90 ? c->iri.len : 90), c->iri.at);
    if (!add_context(g, &f, c))
      return ng_fail(err, NG_ERR_LIMIT, 0, "%s: out of memory", path);
  }
  for (uint32_t i = 0; i < f.phrases.n; i++)
    foreign += is_foreign(&f.phrases.at[i]);
  if (foreign)
    (void)fprintf(stderr,
                  "newsgraph: %s: %zu of %u links are not to Wikidata: their "
                  "names count as unknown\n",
                  path, foreign, f.phrases.n);
  return NG_OK;
}
