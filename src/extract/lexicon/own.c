/* own.c - classes and predicates that are not ours, as a user's lexicon
 * names them. */
#include "core/utf8.h"
#include "extract/lexicon/reader.h"

/* An IRI as graphs may have it: with a scheme, and nothing that would have to
 * be escaped. */
static bool
is_iri(ng_str iri)
{
  const char *colon = iri.len ? memchr(iri.at, ':', iri.len) : NULL;
  if (!colon || colon == iri.at)
    return false;
  for (size_t i = 0; i < iri.len; i++)
    if ((unsigned char)iri.at[i] <= ' ' || strchr("<>\"{}|^`\\", iri.at[i]))
      return false;
  return ng_utf8_valid(iri);
}

/* The number of a class or predicate of one's own, which gets one if it has
 * none. */
static ng_status
own_term(ng_lexer *r, const ng_lexeme *value, uint32_t *out)
{
  enum { MAX_OWN = UINT8_MAX - NG_N_PREDICATES };
  ng_lexicon *l = r->lexicon;
  size_t len = value->head.len + value->text.len;
  char *at = NG_NEW(&l->arena, char, len + 1);
  if (!at)
    return ng_lexer_spent(r);
  if (value->head.len)
    memcpy(at, value->head.at, value->head.len);
  if (value->text.len)
    memcpy(at + value->head.len, value->text.at, value->text.len);
  ng_str iri = {at, len};
  if (!is_iri(iri))
    return ng_lexer_wrong(r, "'%.*s' is no IRI of a class or predicate",
                          NG_ARG(iri));
  for (*out = 0; *out < l->own.n; ++*out)
    if (ng_str_equal(l->own.at[*out], iri))
      return NG_OK;
  if (l->own.n == MAX_OWN)
    return ng_lexer_wrong(r, "more than %d classes and predicates of one's own",
                          (int)MAX_OWN);
  return NG_PUSH(&l->arena, &l->own, iri) ? NG_OK : ng_lexer_spent(r);
}

ng_status
ng_lexer_own(ng_lexer *r, const ng_lexeme *value)
{
  ng_pattern *p = &r->pattern;
  uint32_t own = 0;
  NG_TRY(own_term(r, value, &own));
  ng_str name = ng_str_local(r->lexicon->own.at[own]);
  if (name.len && name.at[0] >= 'A' && name.at[0] <= 'Z') {
    p->own = (uint8_t)(own + 1);
    return NG_OK;
  }
  p->evokes = NG_EVOKES_PREDICATE;
  p->class = (uint8_t)(NG_N_PREDICATES + own);
  return NG_OK;
}
