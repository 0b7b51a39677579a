/* Any bytes, the first of which chooses the format: what is read is whole IRIs,
 * labels and literals of valid UTF-8, and what cannot be read has a reason.
 * Raptor crashes on some; so it runs in a child, as it does for files. */
#include "core/str.h"
#include "core/utf8.h"
#include "rdf/child.h"

#include <signal.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_text(ng_str s)
{
  if (ng_utf8_valid(s) != s.len)
    abort();
}

static ng_status
check_quad(void *to, const ng_quad *q, ng_error *err)
{
  (void)to;
  (void)err;
  const ng_term *terms[] = {&q->subject, &q->predicate, &q->object, &q->graph};
  for (size_t i = 0; i < 4; i++) {
    check_text(terms[i]->value);
    check_text(terms[i]->type);
    if (terms[i]->kind == NG_TERM_IRI && !terms[i]->value.len && i == 1)
      abort();
  }
  if (q->predicate.kind != NG_TERM_IRI || q->subject.kind == NG_TERM_NONE ||
      q->object.kind == NG_TERM_NONE)
    abort();
  return NG_OK;
}

typedef struct {
  ng_format format;
  ng_str text;
} input;

static ng_status
read_it(void *with, ng_rdf_sink sink, ng_error *err)
{
  const input *in = with;
  (void)signal(SIGSEGV, SIG_DFL);
  (void)signal(SIGABRT, SIG_DFL);
  return ng_rdf_read_memory(in->text, in->format, "fuzz", sink, err);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (!size)
    return 0;
  input in = {(ng_format)(data[0] % (NG_RDFXML + 1)),
              {(const char *)data + 1, size - 1}};
  ng_error err = {0};
  ng_rdf_sink sink = {check_quad, NULL};
  (void)ng_rdf_guess(in.text);
  bool raptor =
      in.format == NG_TURTLE || in.format == NG_TRIG || in.format == NG_RDFXML;
  ng_status st =
      raptor ? ng_rdf_in_child(read_it, &in, "fuzz", sink, &err)
             : ng_rdf_read_memory(in.text, in.format, "fuzz", sink, &err);
  if (st != NG_OK && (err.status != st || !err.text[0]))
    abort();
  return 0;
}
