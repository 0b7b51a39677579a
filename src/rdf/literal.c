#include "rdf/literal.h"
#include "core/date.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

typedef enum {
  OTHER,
  DATE,
  MONTH,
  YEAR,
  DECIMAL,
  INTEGER,
  NATURAL, /* 0 and above */
  BOOLEAN
} family;

static const struct {
  const char *iri;
  family family;
} types[] = {{XSD "date", DATE},       {XSD "gYearMonth", MONTH},
             {XSD "gYear", YEAR},      {XSD "decimal", DECIMAL},
             {XSD "integer", INTEGER}, {XSD "int", INTEGER},
             {XSD "long", INTEGER},    {XSD "nonNegativeInteger", NATURAL},
             {XSD "boolean", BOOLEAN}};

ng_str
ng_literal_type(const ng_term *term)
{
  switch (term->kind) {
  case NG_TERM_LITERAL:
    return NG_LIT(XSD "string");
  case NG_TERM_LANG:
    return NG_LIT(RDF "langString");
  case NG_TERM_TYPED:
    return term->type;
  default:
    return (ng_str){"", 0};
  }
}

static family
family_of(const ng_term *term)
{
  ng_str type = ng_literal_type(term);
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (ng_str_equal(type, (ng_str){types[i].iri, strlen(types[i].iri)}))
      return types[i].family;
  return OTHER;
}

static size_t
count_digits(ng_str s, size_t from)
{
  size_t n = 0;
  while (from + n < s.len && s.at[from + n] >= '0' && s.at[from + n] <= '9')
    n++;
  return n;
}

/* A number, in parts of its text: sign, digits before and behind the point. */
typedef struct {
  bool negative, sign, point;
  ng_str whole, part;
} decimal;

static bool
read_decimal(ng_str s, decimal *out)
{
  size_t at = s.len && (*s.at == '-' || *s.at == '+');
  *out = (decimal){.negative = at && *s.at == '-', .sign = at};
  size_t n = count_digits(s, at);
  out->whole = ng_str_slice(s, at, at + n);
  at += n;
  if (at < s.len && s.at[at] == '.') {
    out->point = true;
    n = count_digits(s, ++at);
    out->part = ng_str_slice(s, at, at + n);
    at += n;
  }
  return at == s.len && out->whole.len + out->part.len;
}

bool
ng_literal_fits(const ng_term *term)
{
  enum { YEAR_LEN = 4, MONTH_LEN = 7, DATE_LEN = 10 };
  ng_date date;
  decimal number;
  ng_str s = term->value;
  switch (family_of(term)) {
  case DATE:
    return s.len == DATE_LEN && ng_date_parse(s, &date) == s.len;
  case MONTH:
    return s.len == MONTH_LEN && ng_date_parse(s, &date) == s.len;
  case YEAR:
    return s.len == YEAR_LEN && ng_date_parse(s, &date) == s.len;
  case DECIMAL:
    return read_decimal(s, &number);
  case INTEGER:
    return read_decimal(s, &number) && !number.point;
  case NATURAL:
    return read_decimal(s, &number) && !number.point && !number.negative;
  case BOOLEAN:
    return ng_str_equal(s, NG_LIT("true")) ||
           ng_str_equal(s, NG_LIT("false")) || ng_str_equal(s, NG_LIT("1")) ||
           ng_str_equal(s, NG_LIT("0"));
  default:
    return true;
  }
}

/* --- order ---------------------------------------------------------------- */

static void
trim(decimal *d)
{
  while (d->whole.len && *d->whole.at == '0')
    d->whole = ng_str_slice(d->whole, 1, d->whole.len);
  while (d->part.len && d->part.at[d->part.len - 1] == '0')
    d->part.len--;
  if (!d->whole.len && !d->part.len)
    d->negative = false; /* -0 */
}

static int
compare_decimals(decimal a, decimal b)
{
  trim(&a);
  trim(&b);
  if (a.negative != b.negative)
    return a.negative ? -1 : 1;
  int order = (a.whole.len > b.whole.len) - (a.whole.len < b.whole.len);
  if (!order)
    order = ng_str_compare(a.whole, b.whole);
  if (!order)
    order = ng_str_compare(a.part, b.part);
  return a.negative ? -order : order;
}

bool
ng_literal_order(const ng_term *a, const ng_term *b, int *order)
{
  family x = family_of(a), y = family_of(b);
  decimal m, n;
  if (x == OTHER || x == BOOLEAN)
    return false;
  if (x == DATE || x == MONTH || x == YEAR) {
    *order = ng_str_compare(a->value, b->value);
    return x == y && ng_literal_fits(a) && ng_literal_fits(b);
  }
  if (y < DECIMAL || y == BOOLEAN || !read_decimal(a->value, &m) ||
      !read_decimal(b->value, &n))
    return false;
  *order = compare_decimals(m, n);
  return true;
}
