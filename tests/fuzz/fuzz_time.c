/* Any text and date: times are in order, inside their sentences, do not
 * overlap, have a value, and bounds that are days in order. */
#include "doc.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
need(int truth)
{
  if (!truth)
    abort();
}

static void
check_date(ng_date date)
{
  need(date == 0 || ng_date_from_days(ng_date_days(date)) == date);
}

static void
check_times(const ng_doc *doc)
{
  uint32_t last = 0;
  for (uint32_t i = 0; i < doc->times.n; i++) {
    const ng_time *t = &doc->times.at[i];
    const ng_sentence *s = &doc->sentences.at[t->sentence];
    need(t->span.begin >= last && t->span.end > t->span.begin);
    need(t->span.begin >= s->span.begin && t->span.end <= s->span.end);
    need(t->token >= s->token && t->end > t->token && t->end <= s->end);
    need(t->value.len > 0);
    check_date(t->earliest);
    check_date(t->latest);
    need(!t->earliest || !t->latest || t->earliest <= t->latest);
    last = t->span.end;
  }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_doc *doc;
  if (size < 1 || ng_doc_new(&doc, (ng_str){(const char *)data + 1, size - 1},
                             1 << 20, NULL))
    return 0;
  static const ng_date dates[] = {20200712, 0, 10101, 99991231, 20200229};
  doc->date = dates[data[0] % 5];
  if (ng_segment(NULL, doc, NULL) == NG_OK &&
      ng_find_times(NULL, doc, NULL) == NG_OK)
    check_times(doc);
  ng_doc_free(doc);
  return 0;
}
