/* wanted.c - linking where the caller says which spans.
 *
 * Whether something is a mention is then settled; what is left is which reading
 * of its words is the likeliest.  Ranking is as ever, so that what else the
 * article speaks of helps; only then are the spots that nobody asked for left
 * out.
 */
#include "core/fail.h"
#include "core/str.h"
#include "core/utf8.h"
#include "link/linker.h"

#include <stdlib.h>

/* A reading less likely than this is no link, in thousandths: most of the doubt
 * that asks for more elsewhere is whether a span is a mention at all, the more
 * so for what is in lower case.  Lower still, what is unknown gets links: at 1
 * the honest F1 of news, encyclopedia and agency text is 2 to 5 points less. */
enum { KEEP = 80, KEEP_CONCEPT = 10 };

/* How sure we are that a span is a name, since we are told so, in thousandths.
 */
enum { TOLD = 500 };

/* --- what the caller says ------------------------------------------------- */

/* Going through a part by characters: at byte `at`, `count` units behind its
 * first. */
typedef struct {
  ng_str text;
  uint32_t at, count;
  ng_offset_unit unit;
} walk;

/* Go on to `count` units; false if that is beyond the end or in a character. */
static bool
walk_to(walk *w, uint32_t count)
{
  while (w->count < count && w->at < w->text.len) {
    uint32_t c;
    size_t n = ng_utf8_decode(ng_str_slice(w->text, w->at, w->text.len), &c);
    n = n ? n : 1;
    w->at += (uint32_t)n;
    w->count += w->unit == NG_BYTES   ? (uint32_t)n
                : w->unit == NG_UTF16 ? 1 + (n == 4)
                                      : 1;
  }
  return w->count == count;
}

/* A wanted span, with its place among the caller's. */
typedef struct {
  ng_wanted_span span;
  size_t index;
} numbered;

static int
compare_numbered(const void *a, const void *b)
{
  const numbered *x = a, *y = b;
  if (x->span.in_title != y->span.in_title)
    return x->span.in_title ? -1 : 1;
  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static ng_status
wrong(const numbered *s, const char *what, ng_error *err)
{
  return ng_fail(err, NG_ERR_USAGE, s->index, "span %u to %u %s", s->span.begin,
                 s->span.end, what);
}

/* Add the span, the next of its part. */
static ng_status
add_wanted(ng_doc *doc, const numbered *s, walk *w, uint32_t part_begin,
           ng_error *err)
{
  if (s->span.begin >= s->span.end)
    return wrong(s, "is empty", err);
  if (s->span.begin < w->count)
    return wrong(s, "overlaps another", err);
  ng_wanted wanted = {.spot = NG_NONE};
  if (walk_to(w, s->span.begin)) {
    wanted.span.begin = part_begin + w->at;
    if (walk_to(w, s->span.end)) {
      wanted.span.end = part_begin + w->at;
      return NG_PUSH(&doc->arena, &doc->wanted, wanted)
                 ? NG_OK
                 : ng_fail(err, NG_ERR_LIMIT, 0, "too many spans");
    }
  }
  return wrong(s,
               w->at < w->text.len ? "begins or ends inside a character"
               : s->span.in_title  ? "ends behind the title"
                                   : "ends behind the text",
               err);
}

static ng_status
add_all(ng_doc *doc, const numbered *spans, size_t n, ng_offset_unit unit,
        ng_error *err)
{
  walk w = {.unit = unit};
  for (size_t i = 0; i < n; i++) {
    bool title = spans[i].span.in_title;
    const ng_part *part =
        title ? doc->parts.at : &doc->parts.at[doc->parts.n - 1];
    if (i == 0 || title != spans[i - 1].span.in_title)
      w = (walk){.text = ng_doc_text(doc, part->span), .unit = unit};
    if (title && part->kind != NG_PART_TITLE)
      return wrong(&spans[i], "is in a title that the article lacks", err);
    NG_TRY(add_wanted(doc, &spans[i], &w, part->span.begin, err));
  }
  return NG_OK;
}

ng_status
ng_doc_set_spans(ng_doc *doc, const ng_wanted_span *spans, size_t n,
                 ng_offset_unit unit, ng_error *err)
{
  if (doc->words.n > 0)
    return ng_fail(err, NG_ERR_USAGE, 0, "the article is annotated already");
  numbered *sorted = calloc(n + 1, sizeof *sorted);
  if (!sorted)
    return ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
  for (size_t i = 0; i < n; i++)
    sorted[i] = (numbered){spans[i], i};
  qsort(sorted, n, sizeof *sorted, compare_numbered);
  doc->wanted.n = 0;
  doc->only_wanted = true;
  ng_status st = add_all(doc, sorted, n, unit, err);
  free(sorted);
  return st;
}

/* --- which spots these are ------------------------------------------------ */

static bool
is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The span without "the" in front and "'s" or a space behind: what names in a
 * base are without, and callers' spans now and then have. */
static ng_span
trimmed(const ng_doc *doc, ng_span s)
{
  const char *text = doc->text.at;
  static const char *const heads[] = {"the ", "The ", "a ", "an "};
  static const char *const tails[] = {"'s", "\xe2\x80\x99s", "'"};
  while (s.begin < s.end && is_space(text[s.begin]))
    s.begin++;
  while (s.begin < s.end && is_space(text[s.end - 1]))
    s.end--;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    size_t n = strlen(heads[i]);
    if (s.end - s.begin > n && memcmp(text + s.begin, heads[i], n) == 0)
      s.begin += (uint32_t)n;
  }
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
    size_t n = strlen(tails[i]);
    if (s.end - s.begin > n && memcmp(text + s.end - n, tails[i], n) == 0)
      s.end -= (uint32_t)n;
  }
  return s;
}

/* The first spot that begins at or behind `begin`. */
static uint32_t
spot_from(const ng_doc *doc, uint32_t begin)
{
  uint32_t low = 0, high = doc->spots.n;
  while (low < high) {
    uint32_t at = low + (high - low) / 2;
    if (doc->spots.at[at].span.begin < begin)
      low = at + 1;
    else
      high = at;
  }
  return low;
}

/* The spot of the span, or NG_NONE.  A last stop may be in one and not in the
 * other: "U.S." */
static uint32_t
find_spot(const ng_doc *doc, ng_span span)
{
  uint32_t found = NG_NONE;
  for (uint32_t i = spot_from(doc, span.begin);
       i < doc->spots.n && doc->spots.at[i].span.begin == span.begin; i++) {
    uint32_t end = doc->spots.at[i].span.end;
    if (end == span.end)
      return i;
    uint32_t low = end < span.end ? end : span.end;
    uint32_t high = end < span.end ? span.end : end;
    if (high - low == 1 && doc->text.at[low] == '.')
      found = i;
  }
  return found;
}

static bool
is_likely(const ng_linker *l, uint32_t spot, const ng_verdict *verdict)
{
  double least = l->context->options->min_confidence * 1000;
  bool lower = l->doc->spots.at[spot].flags & NG_SPOT_LOWER;
  return verdict->row != NG_NONE && verdict->p >= least &&
         verdict->p >= (lower ? KEEP_CONCEPT : KEEP);
}

void
ng_linker_settle_wanted(const ng_linker *l, ng_verdict *verdicts,
                        uint8_t *taken)
{
  ng_doc *doc = l->doc;
  uint32_t word = 0, kept = 0;
  memset(taken, 1, doc->words.n);
  for (uint32_t i = 0; i < doc->wanted.n; i++) {
    ng_wanted *w = &doc->wanted.at[i];
    uint32_t spot = find_spot(doc, w->span);
    if (spot == NG_NONE)
      spot = find_spot(doc, trimmed(doc, w->span));
    w->spot =
        spot != NG_NONE && is_likely(l, spot, &verdicts[spot]) ? spot : NG_NONE;
    while (word < doc->words.n && doc->words.at[word].begin < w->span.begin)
      word++;
    for (; word < doc->words.n && doc->words.at[word].end <= w->span.end;
         word++)
      taken[word] = w->spot != NG_NONE;
    /* both go by begin: nothing that is still to come is lost */
    for (; kept < (w->spot == NG_NONE ? kept : w->spot); kept++)
      verdicts[kept].row = NG_NONE;
    kept = w->spot == NG_NONE ? kept : w->spot + 1;
  }
  for (; kept < doc->spots.n; kept++)
    verdicts[kept].row = NG_NONE;
}

/* --- mentions ------------------------------------------------------------- */

/* The wanted span that the mention is of, or NG_NONE. */
static uint32_t
wanted_of(const ng_doc *doc, const ng_mention *m)
{
  uint32_t low = 0, high = doc->wanted.n;
  while (low < high) {
    uint32_t at = low + (high - low) / 2;
    if (doc->wanted.at[at].span.end < m->span.end)
      low = at + 1;
    else
      high = at;
  }
  /* a stop that only the spot has reaches behind its span's end */
  for (uint32_t i = low > 0 ? low - 1 : 0; i < doc->wanted.n && i <= low; i++) {
    const ng_wanted *w = &doc->wanted.at[i];
    if ((w->spot != NG_NONE && w->spot == m->spot) ||
        (w->span.begin == m->span.begin && w->span.end == m->span.end))
      return i;
  }
  return NG_NONE;
}

/* The article's entity, unlinked, of that name, added if it is not there. */
static uint32_t
unlinked(ng_doc *doc, ng_span span)
{
  ng_str name = ng_doc_text(doc, span);
  for (uint32_t i = 0; i < doc->entities.n; i++)
    if (ng_ref_none(doc->entities.at[i].ref) &&
        ng_str_equal(ng_doc_text(doc, doc->entities.at[i].name), name))
      return i;
  ng_doc_entity entity = {.ref = NG_NO_REF, .name = span, .type = NG_ENTITY};
  return NG_PUSH(&doc->arena, &doc->entities, entity) ? doc->entities.n - 1
                                                      : NG_NONE;
}

static bool
add_unlinked(ng_doc *doc, ng_mention *out, ng_span span)
{
  *out = (ng_mention){.span = span,
                      .kind = NG_KIND_NAME,
                      .part = (uint8_t)ng_doc_part(doc, span.begin),
                      .confidence = TOLD,
                      .denotes = NG_NONE,
                      .spot = NG_NONE,
                      .entity = unlinked(doc, span)};
  return out->entity != NG_NONE;
}

bool
ng_linker_keep_wanted(ng_linker *l)
{
  ng_doc *doc = l->doc;
  uint32_t n = doc->wanted.n;
  ng_mention *kept = NG_NEW(&doc->arena, ng_mention, n + 1);
  bool *has = NG_NEW(&doc->arena, bool, n + 1);
  if (!kept || !has)
    return false;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    uint32_t at = wanted_of(doc, m);
    if (at == NG_NONE || (has[at] && m->spot == NG_NONE))
      continue;
    kept[at] = *m;
    kept[at].span = doc->wanted.at[at].span;
    has[at] = true;
  }
  for (uint32_t i = 0; i < n; i++)
    if (!has[i] && !add_unlinked(doc, &kept[i], doc->wanted.at[i].span))
      return false;
  doc->mentions.at = kept;
  doc->mentions.n = n;
  doc->mentions.cap = n + 1;
  return true;
}
