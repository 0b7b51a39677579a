/* offices.c - all offices of an article, seen together. */
#include "core/str.h"
#include "extract/roles/roles.h"

#include <stdlib.h>

/* No article has more; what lies beyond is not compared. */
enum { MOST = 400 };

static bool
starts_with(ng_str text, ng_str words)
{
  if (words.len > text.len)
    return false;
  for (size_t i = 0; i < words.len; i++)
    if ((text.at[i] | 0x20) != (words.at[i] | 0x20))
      return false;
  return text.len == words.len || text.at[words.len] == ' ';
}

/* Does another say the same and whose office it is: "Chilean President NAME"
 * beside "President NAME"? */
static bool
is_told_better(const ng_doc *doc, const ng_office *o)
{
  for (uint32_t i = 0; i < doc->offices.n && i < MOST; i++) {
    const ng_office *p = &doc->offices.at[i];
    if (p->person == o->person && p->jurisdiction != NG_NONE &&
        p->status == o->status &&
        starts_with(ng_doc_text(doc, p->title), ng_doc_text(doc, o->title)))
      return true;
  }
  return false;
}

static int
compare(const void *x, const void *y)
{
  const ng_office *a = x, *b = y;
  const uint32_t left[] = {a->evidence.begin, a->evidence.end, a->title.begin,
                           a->person, a->jurisdiction};
  const uint32_t right[] = {b->evidence.begin, b->evidence.end, b->title.begin,
                            b->person, b->jurisdiction};
  for (size_t i = 0; i < sizeof left / sizeof *left; i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;
  return 0;
}

void
ng_offices_settle(ng_doc *doc)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < doc->offices.n && i < MOST; i++) {
    const ng_office *o = &doc->offices.at[i];
    bool bare = o->jurisdiction == NG_NONE;
    if (!bare || !is_told_better(doc, o))
      doc->offices.at[n++] = *o;
  }
  for (uint32_t i = MOST; i < doc->offices.n; i++)
    doc->offices.at[n++] = doc->offices.at[i];
  doc->offices.n = n;
  if (n)
    qsort(doc->offices.at, n, sizeof *doc->offices.at, compare);
}
