#include "rdf/syntax.h"

#include "rdf/escape.h"

static bool
is_alpha(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* [a-zA-Z]+ ('-' [a-zA-Z0-9]+)* */
static bool
is_language(ng_str tag)
{
  bool first = true, any = false;
  for (size_t i = 0; i < tag.len; i++) {
    char c = tag.at[i];
    if (c == '-') {
      if (!any)
        return false;
      first = any = false;
    } else if (is_alpha(c) || (is_digit(c) && !first))
      any = true;
    else
      return false;
  }
  return any;
}

bool
ng_term_names(const ng_writer *w, const ng_term *term, uint8_t space,
              ng_str local)
{
  ng_str name = term->kind == NG_TERM_TYPED ? term->type : term->value;
  if (term->space)
    return term->space == space && ng_str_equal(name, local);
  ng_str iri = w->spaces.at[space].iri;
  return space && name.len == iri.len + local.len &&
         memcmp(name.at, iri.at, iri.len) == 0 &&
         memcmp(name.at + iri.len, local.at, local.len) == 0;
}

bool
ng_term_is_type(const ng_writer *w, const ng_term *predicate)
{
  return ng_term_names(w, predicate, w->rdf, NG_LIT("type"));
}

ng_suffix
ng_literal_suffix(ng_writer *w, const ng_term *term)
{
  if (term->kind == NG_TERM_TYPED)
    return ng_term_names(w, term, w->xsd, NG_LIT("string")) ? NG_SUFFIX_NONE
                                                            : NG_SUFFIX_TYPE;
  if (term->kind != NG_TERM_LANG)
    return NG_SUFFIX_NONE;
  if (is_language(term->type))
    return NG_SUFFIX_LANG;
  w->replaced++;
  return NG_SUFFIX_NONE;
}

void
ng_put_iri(const ng_writer *w, uint8_t space, ng_str local, ng_buf *out)
{
  ng_buf_char(out, '<');
  ng_escape_iri(out, w->spaces.at[space].iri);
  ng_escape_iri(out, local);
  ng_buf_char(out, '>');
}

/* A label that is more than letters and digits is written as hexadecimal: what
 * one format allows there, another does not. */
void
ng_put_blank(ng_str label, ng_buf *out)
{
  bool plain = label.len > 0;
  for (size_t i = 0; i < label.len; i++)
    plain &= is_alpha(label.at[i]) || is_digit(label.at[i]);
  ng_buf_put(out, "_:", 2);
  if (plain) {
    ng_buf_str(out, label);
    return;
  }
  ng_buf_char(out, 'x');
  for (size_t i = 0; i < label.len; i++)
    ng_buf_printf(out, "%02x", (unsigned char)label.at[i]);
}

static void
put_literal(ng_writer *w, const ng_term *term, ng_buf *out)
{
  ng_buf_char(out, '"');
  ng_escape_text(out, term->value, &w->replaced);
  ng_buf_char(out, '"');
  switch (ng_literal_suffix(w, term)) {
  case NG_SUFFIX_TYPE:
    ng_buf_put(out, "^^", 2);
    ng_put_iri(w, term->space, term->type, out);
    break;
  case NG_SUFFIX_LANG:
    ng_buf_char(out, '@');
    ng_buf_str(out, term->type);
    break;
  case NG_SUFFIX_NONE:
    break;
  }
}

void
ng_put_term(ng_writer *w, const ng_term *term, ng_buf *out)
{
  switch ((ng_term_kind)term->kind) {
  case NG_TERM_NONE:
    break;
  case NG_TERM_IRI:
    ng_put_iri(w, term->space, term->value, out);
    break;
  case NG_TERM_BLANK:
    ng_put_blank(term->value, out);
    break;
  case NG_TERM_LITERAL:
  case NG_TERM_TYPED:
  case NG_TERM_LANG:
    put_literal(w, term, out);
    break;
  }
}
