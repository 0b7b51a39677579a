/* Any bytes as a query: tokens are in order and inside it, and what is handed
 * to rasqal is taken apart to the same tokens as the query was. */
#include "core/str.h"
#include "rdf/prefixes.h"
#include "rdf/sparql.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_tokens(ng_str query)
{
  const char *last = query.at;
  size_t at = 0;
  uint32_t line = 1;
  for (;;) {
    ng_sparql_token t = ng_sparql_next(query, &at, &line);
    if (t.kind == NG_TOKEN_END)
      break;
    if (!t.text.len || t.text.at < last ||
        t.text.at + t.text.len > query.at + query.len)
      abort();
    last = t.text.at + t.text.len;
  }
}

static void
check_rewriting(const ng_sparql *s, ng_arena *arena)
{
  static const ng_namespace none = {"", {"", 0}};
  ng_buf out = {0};
  ng_sparql again;
  ng_sparql_write(s, (ng_namespaces){&none, 1}, &out);
  if (ng_sparql_parse((ng_str){out.at, out.len}, arena, &again, NULL) ==
          NG_OK &&
      s->form != NG_FORM_SELECT && again.tokens.n != s->tokens.n)
    abort();
  out.len = 0;
  ng_sparql_write_ask(s, ng_well_known_prefixes(), &out);
  ng_buf_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  ng_str query = {(const char *)data, size};
  ng_arena arena;
  ng_sparql s;
  ng_error err = {0};
  ng_arena_init(&arena, 1 << 24);
  check_tokens(query);
  if (ng_sparql_parse(query, &arena, &s, &err) == NG_OK) {
    (void)ng_sparql_check(&s, &err);
    check_rewriting(&s, &arena);
  } else if (!err.text[0])
    abort();
  ng_arena_release(&arena);
  return 0;
}
