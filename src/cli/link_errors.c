/* link_errors.c - kinds of errors that links have. */
#include "cli/link_errors.h"
#include "core/str.h"
#include "kb/kb.h"
#include "link/rank.h"

#include <stdio.h>

static const char *const names[N_LINK_ERRORS] = {"missed, lower case",
                                                 "missed, part found",
                                                 "missed, overlap",
                                                 "missed",
                                                 "wrong, demonym",
                                                 "wrong, metonym",
                                                 "wrong, partial name",
                                                 "wrong, rare",
                                                 "wrong",
                                                 "false, lower case",
                                                 "false, other span",
                                                 "false, unknown",
                                                 "false",
                                                 "lost, unknown"};

static bool
overlap(ng_span a, ng_span b)
{
  return a.begin < b.end && b.begin < a.end;
}

static bool
contains(ng_span a, ng_span b)
{
  return a.begin <= b.begin && b.end <= a.end;
}

static bool
equal(ng_span a, ng_span b)
{
  return a.begin == b.begin && a.end == b.end;
}

static bool
is_lower(const gold_article *a, ng_span s)
{
  return s.begin < a->n_chars && a->chars[s.begin] >= 'a' &&
         a->chars[s.begin] <= 'z';
}

/* --- for a person to read ------------------------------------------------- */

/* One line of it: control characters are spaces. */
static void
put_text(ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    (void)putchar((unsigned char)s.at[i] < ' ' ? ' ' : s.at[i]);
}

/* The sentence of the bytes `span`, which it marks. */
static void
put_sentence(const gold_article *a, const ng_doc *doc, ng_span span)
{
  ng_span around = {span.begin, span.end};
  for (uint32_t i = 0; doc && i < doc->sentences.n; i++) {
    ng_span s = doc->sentences.at[i].span;
    if (overlap(s, span)) {
      around.begin = s.begin < around.begin ? s.begin : around.begin;
      around.end = s.end > around.end ? s.end : around.end;
    }
  }
  put_text(ng_str_slice(a->text, around.begin, span.begin));
  (void)fputs("[[", stdout);
  put_text(ng_str_slice(a->text, span.begin, span.end));
  (void)fputs("]]", stdout);
  put_text(ng_str_slice(a->text, span.end, around.end));
}

static void
put_entity(const link_errors *e, uint32_t qid)
{
  ng_ref ref = qid ? ng_bases_by_qid(e->bases, qid) : NG_NO_REF;
  ng_str label = !qid               ? NG_LIT("-")
                 : ng_ref_none(ref) ? NG_LIT("(not in the base)")
                                    : ng_bases_entity(e->bases, ref).label;
  if (qid)
    (void)printf("Q%u ", qid);
  put_text(label);
}

/* How likely a reading is, in thousandths. */
static unsigned
share_of(const link_errors *e, const ng_choice *c)
{
  return e->scored ? ng_probability(c->score) : c->prior * 1000u / 65535u;
}

/* The likeliest readings. */
static void
put_candidates(const link_errors *e, const ng_doc *doc, const ng_spot *spot)
{
  enum { SHOWN = 5 };
  uint32_t shown[SHOWN], n = 0;
  for (uint32_t i = spot->choice; i < spot->choice + spot->n; i++) {
    uint32_t k = n < SHOWN ? n++ : SHOWN;
    for (; k > 0 && share_of(e, &doc->choices.at[i]) >
                        share_of(e, &doc->choices.at[shown[k - 1]]);
         k--)
      if (k < SHOWN)
        shown[k] = shown[k - 1];
    if (k < SHOWN)
      shown[k] = i;
  }
  for (uint32_t k = 0; k < n; k++) {
    const ng_choice *c = &doc->choices.at[shown[k]];
    ng_entity entity = ng_bases_entity(e->bases, c->entity);
    (void)printf("%sQ%u ", k ? "; " : "", entity.qid);
    put_text(entity.label);
    (void)printf(" %.3f", share_of(e, c) / 1000.0);
  }
  if (spot->n > n)
    (void)printf("; %u more", spot->n - n);
}

/* What an error is about. */
typedef struct {
  const gold_article *a;
  const ng_doc *doc;
  ng_span span;        /* code points */
  const ng_spot *spot; /* with its readings, or NULL */
  uint32_t gold, got;  /* Wikidata's numbers, or 0 */
} subject;

static void
count(link_errors *e, link_error class, const subject *s)
{
  e->counts[class]++;
  if (!e->list)
    return;
  ng_span bytes = {gold_byte(s->a, s->span.begin),
                   gold_byte(s->a, s->span.end)};
  (void)printf("%.*s\t%s\t[%u,%u)\t", NG_ARG(s->a->id), names[class],
               s->span.begin, s->span.end);
  put_sentence(s->a, s->doc, bytes);
  (void)fputs("\tgold ", stdout);
  put_entity(e, s->gold);
  (void)fputs("\tgot ", stdout);
  put_entity(e, s->got);
  (void)fputs("\tcandidates ", stdout);
  if (s->spot)
    put_candidates(e, s->doc, s->spot);
  else
    (void)putchar('-');
  (void)putchar('\n');
}

/* --- classes -------------------------------------------------------------- */

static bool
is_place(const link_errors *e, uint32_t qid)
{
  ng_ref ref = ng_bases_by_qid(e->bases, qid);
  if (ng_ref_none(ref))
    return false;
  ng_type type = ng_bases_entity(e->bases, ref).type;
  return type == NG_COUNTRY || type == NG_REGION || type == NG_CITY ||
         type == NG_PLACE || type == NG_BUILDING;
}

static bool
is_demonym(const subject *s)
{
  for (uint32_t i = 0; s->spot && i < s->spot->n; i++)
    if (s->doc->choices.at[s->spot->choice + i].kinds & NG_NAME_DEMONYM)
      return true;
  return false;
}

/* The name's likeliest reading in general; 0 if it has none. */
static uint32_t
commonest(const link_errors *e, const subject *s)
{
  const ng_choice *best = NULL;
  for (uint32_t i = 0; s->spot && i < s->spot->n; i++) {
    const ng_choice *c = &s->doc->choices.at[s->spot->choice + i];
    if (!best || c->prior > best->prior)
      best = c;
  }
  return best ? ng_bases_entity(e->bases, best->entity).qid : 0;
}

/* Is the name a part of the label of what is meant? */
static bool
is_partial(const link_errors *e, const subject *s)
{
  ng_ref ref = ng_bases_by_qid(e->bases, s->gold);
  ng_str label = ng_bases_entity(e->bases, ref).label;
  ng_str name = gold_slice(s->a, s->span);
  return name.len && name.len < label.len &&
         memmem(label.at, label.len, name.at, name.len);
}

static link_error
wrong_class(const link_errors *e, const subject *s)
{
  uint32_t common = commonest(e, s);
  if (is_demonym(s))
    return WRONG_DEMONYM;
  if (is_place(e, common) && is_place(e, s->got) && !is_place(e, s->gold))
    return WRONG_METONYM;
  if (is_partial(e, s))
    return WRONG_PART;
  return common && common == s->got ? WRONG_RARE : WRONG_OTHER;
}

static link_error
missed_class(const subject *s, ng_span span, found_links found)
{
  link_error class = is_lower(s->a, s->span) ? MISS_LOWER : MISS_OTHER;
  for (size_t i = 0; i < found.n; i++) {
    ng_span g = gold_grow(s->a, found.at[i].span);
    if (found.at[i].qid && (contains(g, span) || contains(span, g)))
      return MISS_PART;
    if (found.at[i].qid && overlap(g, span))
      class = MISS_OVERLAP;
  }
  return class;
}

static void
judge_label(link_errors *e, const gold_article *a, const ng_doc *doc,
            const gold_label *l, found_links found)
{
  if (l->coref || l->optional || !l->qid || l->parent >= 0 ||
      !linking_in_base(e->bases, l->qid) ||
      l->span.begin < a->evaluated.begin || l->span.end > a->evaluated.end)
    return;
  subject s = {a, doc, l->span, linking_spot_at(a, doc, l->grown), l->qid, 0};
  for (size_t i = 0; i < found.n && !s.got; i++)
    if (equal(gold_grow(a, found.at[i].span), l->grown))
      s.got = found.at[i].qid;
  if (s.got != l->qid)
    count(e, s.got ? wrong_class(e, &s) : missed_class(&s, l->grown, found),
          &s);
}

static void
judge_answer(link_errors *e, const gold_article *a, const ng_doc *doc,
             const found_link *f)
{
  ng_span g = gold_grow(a, f->span);
  subject s = {a, doc, f->span, linking_spot_at(a, doc, g), 0, f->qid};
  bool partial = false;
  for (size_t i = 0; i < a->n_labels; i++) {
    const gold_label *l = &a->labels[i];
    if (equal(g, l->grown)) {
      if (l->unknown && !l->optional)
        count(e, FALSE_UNKNOWN, &s);
      return;
    }
    partial = partial || overlap(g, l->grown);
  }
  if (f->span.begin >= a->evaluated.begin && f->span.end <= a->evaluated.end)
    count(e,
          partial                ? FALSE_SPAN
          : is_lower(a, f->span) ? FALSE_LOWER
                                 : FALSE_OTHER,
          &s);
}

/* A name of something unknown is kept where what was found unlinked overlaps
 * it. */
static void
judge_unknown(link_errors *e, const gold_article *a, const ng_doc *doc,
              const gold_label *l, found_links unlinked)
{
  if (!l->unknown || l->coref || l->optional || l->parent >= 0 ||
      l->span.begin < a->evaluated.begin || l->span.end > a->evaluated.end)
    return;
  e->n_unknown++;
  for (size_t i = 0; i < unlinked.n; i++)
    if (overlap(unlinked.at[i].span, l->span))
      return;
  subject s = {a, doc, l->span, linking_spot_at(a, doc, l->grown), 0, 0};
  count(e, LOST_UNKNOWN, &s);
}

void
link_errors_add_unlinked(link_errors *e, const gold_article *a,
                         const ng_doc *doc, found_links unlinked)
{
  for (size_t i = 0; i < a->n_labels; i++)
    judge_unknown(e, a, doc, &a->labels[i], unlinked);
}

void
link_errors_add(link_errors *e, const gold_article *a, const ng_doc *doc,
                found_links found)
{
  for (size_t i = 0; i < a->n_labels; i++)
    judge_label(e, a, doc, &a->labels[i], found);
  for (size_t i = 0; i < found.n; i++)
    if (found.at[i].qid)
      judge_answer(e, a, doc, &found.at[i]);
}

void
link_errors_print(const link_errors *e, ng_str set)
{
  for (int i = 0; i < N_LINK_ERRORS; i++)
    (void)printf("%.*s\t%s\t%llu\n", NG_ARG(set), names[i],
                 (unsigned long long)e->counts[i]);
  uint64_t kept = e->n_unknown - e->counts[LOST_UNKNOWN];
  if (e->n_unknown)
    (void)printf("%.*s\tunknown kept\t%.4f\t%llu\t%llu\n", NG_ARG(set),
                 (double)kept / (double)e->n_unknown, (unsigned long long)kept,
                 (unsigned long long)e->n_unknown);
}
