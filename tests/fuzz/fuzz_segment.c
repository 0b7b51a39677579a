/* Any bytes: tokens are in order and inside the text, every byte between them
 * is space, sentences are made of whole tokens, and parts are inside theirs. */
#include "doc.h"
#include "text/chars.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
need(int truth)
{
  if (!truth)
    abort();
}

static void
check_tokens(const ng_doc *doc)
{
  const uint8_t *s = (const uint8_t *)doc->text.at;
  uint32_t at = 0;
  for (uint32_t i = 0; i <= doc->tokens.n; i++) {
    bool last = i == doc->tokens.n;
    uint32_t begin = last ? (uint32_t)doc->text.len : doc->tokens.at[i].begin;
    for (uint32_t len; at < begin; at += len)
      need(ng_char_at(s + at, &len) & NG_CH_SPACE);
    need(at == begin);
    if (last)
      break;
    need(doc->tokens.at[i].end > begin);
    at = doc->tokens.at[i].end;
    need(at <= doc->text.len);
  }
}

static void
check_parts(const ng_doc *doc, const ng_token *t)
{
  ng_span out[4];
  size_t n = ng_token_parts(doc, t, out, 4);
  need(n >= 1);
  for (size_t k = 0; k < n && k < 4; k++)
    need(out[k].begin >= t->begin && out[k].end <= t->end &&
         out[k].begin < out[k].end);
}

static void
check_sentences(const ng_doc *doc)
{
  uint32_t token = 0;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    need(s->token == token && s->end > token);
    need(s->span.begin == doc->tokens.at[token].begin);
    token = s->end;
    need(s->span.end == doc->tokens.at[token - 1].end);
  }
  need(token == doc->tokens.n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_doc *doc;
  if (ng_doc_new(&doc, (ng_str){(const char *)data, size}, 1 << 20, NULL))
    return 0;
  uint32_t prose = doc->parts.n ? doc->parts.at[0].prose : 0;
  if (ng_segment(NULL, doc, NULL) == NG_OK && prose == 0) {
    check_tokens(doc);
    check_sentences(doc);
    for (uint32_t i = 0; i < doc->tokens.n; i++)
      check_parts(doc, &doc->tokens.at[i]);
  }
  ng_doc_free(doc);
  return 0;
}
