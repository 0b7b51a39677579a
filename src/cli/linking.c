/* linking.c - bases, gold, and what linking makes of it. */
#include "cli/linking.h"
#include "core/str.h"
#include "kb/kb.h"

#include <stdio.h>

void
linking_init(linking_job *job)
{
  memset(job, 0, sizeof *job);
  ng_options_init(&job->options);
  job->options.mentions = NG_MENTIONS_ALL;
  job->context.options = &job->options;
  gold_init(&job->gold);
}

void
linking_release(linking_job *job)
{
  gold_release(&job->gold);
  for (uint32_t i = 0; i < job->context.bases.n; i++)
    ng_kb_close(job->kbs[i]);
}

static bool
complain(linking_job *job, const ng_error *err)
{
  (void)fprintf(stderr, "newsgraph: %s\n", err->text);
  job->status = 1;
  return false;
}

bool
linking_open(linking_job *job, const char *path)
{
  ng_error err = {0};
  ng_bases *bases = &job->context.bases;
  if (bases->n == NG_MAX_BASES) {
    (void)fprintf(stderr, "newsgraph: at most %d bases\n", NG_MAX_BASES);
    return false;
  }
  if (ng_kb_open(&job->kbs[bases->n], path, &err) != NG_OK)
    return complain(job, &err);
  bases->at[bases->n] = job->kbs[bases->n];
  bases->n++;
  return true;
}

bool
linking_open_default(linking_job *job)
{
  return job->context.bases.n > 0 || linking_open(job, ng_kb_default_path());
}

bool
linking_read(linking_job *job, const char *path)
{
  ng_error err = {0};
  if (gold_read(&job->gold, path, &err) != NG_OK)
    return complain(job, &err);
  return true;
}

ng_doc *
linking_doc(const linking_job *job, const gold_article *a)
{
  ng_doc *doc;
  ng_error err = {0};
  if (ng_doc_new(&doc, a->text, job->options.budget, &err) != NG_OK)
    return NULL;
  doc->date = a->date;
  if (ng_segment(&job->context, doc, &err) == NG_OK)
    return doc;
  ng_doc_free(doc);
  return NULL;
}

size_t
linking_run(const ng_context *context, ng_doc *doc, found_link *out, size_t cap)
{
  ng_error err = {0};
  ng_offsets offsets = {.doc = doc, .unit = NG_CODEPOINTS};
  size_t n = 0;
  if (ng_spot_names(context, doc, &err) != NG_OK ||
      ng_link(context, doc, &err) != NG_OK)
    return 0;
  for (uint32_t i = 0; i < doc->mentions.n && n < cap; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    ng_ref ref = doc->entities.at[m->entity].ref;
    uint32_t qid =
        ng_ref_none(ref) ? 0 : ng_bases_entity(&context->bases, ref).qid;
    if (qid)
      out[n++] = (found_link){ng_span_in(&offsets, m->span), qid};
  }
  return n;
}

size_t
linking_unlinked(const ng_context *context, ng_doc *doc, found_link *out,
                 size_t cap)
{
  ng_offsets offsets = {.doc = doc, .unit = NG_CODEPOINTS};
  size_t n = 0;
  if (ng_name_bodies(context, doc, NULL) != NG_OK)
    return 0;
  for (uint32_t i = 0; i < doc->mentions.n && n < cap; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->kind <= NG_KIND_METONYM &&
        ng_ref_none(doc->entities.at[m->entity].ref))
      out[n++] = (found_link){ng_span_in(&offsets, m->span), 0};
  }
  return n;
}

const ng_spot *
linking_spot_at(const gold_article *a, const ng_doc *doc, ng_span want)
{
  ng_offsets offsets = {.doc = doc, .unit = NG_CODEPOINTS};
  for (uint32_t i = 0; i < doc->spots.n; i++) {
    ng_span bytes = doc->spots.at[i].span;
    ng_span s = {ng_offset_in(&offsets, bytes.begin), 0};
    s.end = s.begin; /* names are mostly ASCII: count beyond from there */
    for (uint32_t k = bytes.begin; k < bytes.end; k++)
      s.end += ((unsigned char)doc->text.at[k] & 0xC0) != 0x80;
    s = gold_grow(a, s);
    if (s.begin == want.begin && s.end == want.end)
      return &doc->spots.at[i];
  }
  return NULL;
}

static void
follow_label(const ng_context *context, const ng_doc *doc, const ng_spot *spot,
             uint32_t qid, linking_funnel *f)
{
  uint32_t best = spot->choice;
  bool among = false;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    const ng_choice *c = &doc->choices.at[i];
    among = among || ng_bases_entity(&context->bases, c->entity).qid == qid;
    if (c->score > doc->choices.at[best].score)
      best = i;
  }
  bool first =
      among &&
      ng_bases_entity(&context->bases, doc->choices.at[best].entity).qid == qid;
  f->named++;
  f->among += among;
  f->first += first;
  f->kept += first && spot->entity != NG_NONE;
}

void
linking_follow(const ng_context *context, const gold_article *a,
               const ng_doc *doc, linking_funnel *f)
{
  for (size_t i = 0; i < a->n_labels; i++) {
    const gold_label *l = &a->labels[i];
    if (l->coref || l->optional || !l->qid ||
        !linking_in_base(&context->bases, l->qid) ||
        l->span.begin < a->evaluated.begin || l->span.end > a->evaluated.end)
      continue;
    f->gold++;
    const ng_spot *spot = linking_spot_at(a, doc, l->grown);
    if (spot)
      follow_label(context, doc, spot, l->qid, f);
  }
}

bool
linking_in_base(const void *bases, uint32_t qid)
{
  return !ng_ref_none(ng_bases_by_qid(bases, qid));
}

ng_str
linking_set_name(const char *path)
{
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  return (ng_str){name, strcspn(name, ".")};
}
