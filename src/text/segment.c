/* segment.c - stage 2: text to sentences. */
#include "core/fail.h"
#include "doc.h"

static bool
is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The end of the sentence that starts at `i`: after a stop followed by space,
 * or at the end of the text. */
static size_t
sentence_end(ng_str s, size_t i)
{
  for (; i < s.len; i++) {
    bool stop = s.at[i] == '.' || s.at[i] == '!' || s.at[i] == '?';
    if (stop && (i + 1 == s.len || is_space(s.at[i + 1])))
      return i + 1;
  }
  return s.len;
}

ng_status
ng_segment(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)context;
  doc->sentences.n = 0;
  for (size_t i = 0; i < doc->text.len;) {
    if (is_space(doc->text.at[i])) {
      i++;
      continue;
    }
    size_t end = sentence_end(doc->text, i);
    ng_sentence s = {.span = {(uint32_t)i, (uint32_t)end}};
    if (!NG_PUSH(&doc->arena, &doc->sentences, s))
      return ng_fail(err, NG_ERR_LIMIT, i, "too many sentences");
    i = end;
  }
  return NG_OK;
}
