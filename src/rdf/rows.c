#include "rdf/rows.h"

#include "core/date.h"
#include "core/fail.h"

#include <stdlib.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

/* --- the order of terms --------------------------------------------------- */

typedef enum {
  CLASS_UNBOUND,
  CLASS_BLANK,
  CLASS_IRI,
  CLASS_NUMBER,
  CLASS_BOOLEAN,
  CLASS_TIME,
  CLASS_TEXT,
} term_class;

static const struct {
  const char *type; /* after XSD */
  term_class class;
} classes[] = {
    {"integer", CLASS_NUMBER},
    {"decimal", CLASS_NUMBER},
    {"double", CLASS_NUMBER},
    {"float", CLASS_NUMBER},
    {"nonNegativeInteger", CLASS_NUMBER},
    {"positiveInteger", CLASS_NUMBER},
    {"nonPositiveInteger", CLASS_NUMBER},
    {"negativeInteger", CLASS_NUMBER},
    {"long", CLASS_NUMBER},
    {"int", CLASS_NUMBER},
    {"short", CLASS_NUMBER},
    {"byte", CLASS_NUMBER},
    {"unsignedLong", CLASS_NUMBER},
    {"unsignedInt", CLASS_NUMBER},
    {"unsignedShort", CLASS_NUMBER},
    {"unsignedByte", CLASS_NUMBER},
    {"boolean", CLASS_BOOLEAN},
    {"date", CLASS_TIME},
    {"dateTime", CLASS_TIME},
    {"gYear", CLASS_TIME},
    {"gYearMonth", CLASS_TIME},
    {"time", CLASS_TIME},
};

static term_class
class_of(const ng_term *t)
{
  static const ng_str xsd = {XSD, sizeof XSD - 1};
  if (t->kind == NG_TERM_NONE)
    return CLASS_UNBOUND;
  if (t->kind == NG_TERM_BLANK)
    return CLASS_BLANK;
  if (t->kind == NG_TERM_IRI)
    return CLASS_IRI;
  if (t->kind != NG_TERM_TYPED || t->type.len <= xsd.len ||
      memcmp(t->type.at, xsd.at, xsd.len) != 0)
    return CLASS_TEXT;
  ng_str local = ng_str_slice(t->type, xsd.len, t->type.len);
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (ng_str_equal(local, (ng_str){classes[i].type, strlen(classes[i].type)}))
      return classes[i].class;
  return CLASS_TEXT;
}

static int
compare_text(ng_str a, ng_str b)
{
  size_t n = a.len < b.len ? a.len : b.len;
  int order = n ? memcmp(a.at, b.at, n) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* Read a number as a sign, digits and a power of ten, so that decimals of any
 * length compare exactly and no locale matters. */
typedef struct {
  bool negative, valid;
  ng_str digits; /* from the first that is not 0; may hold one '.' */
  long scale;    /* of the first digit: 0 means units */
} number;

static long
exponent_of(ng_str s)
{
  bool negative = s.len && s.at[0] == '-';
  long value = 0;
  for (size_t i = s.len && (negative || s.at[0] == '+'); i < s.len; i++)
    if (value < 100000)
      value = value * 10 + (s.at[i] - '0');
  return negative ? -value : value;
}

static number
read_number(ng_str s)
{
  number n = {.negative = s.len && s.at[0] == '-'};
  size_t i = s.len && (s.at[0] == '-' || s.at[0] == '+'), end = i;
  while (end < s.len &&
         (s.at[end] == '.' || (s.at[end] >= '0' && s.at[end] <= '9')))
    end++;
  n.valid = end > i;
  if (end < s.len)
    n.scale = exponent_of(ng_str_slice(s, end + 1, s.len));
  size_t point = i;
  while (point < end && s.at[point] != '.')
    point++;
  while (i < end && (s.at[i] == '0' || s.at[i] == '.'))
    i++;
  n.digits = ng_str_slice(s, i, end);
  n.scale += i < point ? (long)(point - i) - 1 : (long)point - (long)i;
  return n;
}

/* The next digit, '0' after the last. */
static char
next_digit(ng_str *s)
{
  if (s->len && s->at[0] == '.')
    *s = ng_str_slice(*s, 1, s->len);
  if (!s->len)
    return '0';
  char c = s->at[0];
  *s = ng_str_slice(*s, 1, s->len);
  return c;
}

static int
compare_magnitudes(number a, number b)
{
  if (!a.digits.len || !b.digits.len)
    return (a.digits.len > 0) - (b.digits.len > 0);
  if (a.scale != b.scale)
    return a.scale > b.scale ? 1 : -1;
  while (a.digits.len || b.digits.len) {
    char x = next_digit(&a.digits), y = next_digit(&b.digits);
    if (x != y)
      return x > y ? 1 : -1;
  }
  return 0;
}

/* What is no number after all (INF, NaN, junk) comes last. */
static int
compare_numbers(ng_str left, ng_str right)
{
  number a = read_number(left), b = read_number(right);
  if (!a.valid || !b.valid)
    return (int)b.valid - (int)a.valid;
  bool zero = !a.digits.len && !b.digits.len;
  if (a.negative != b.negative && !zero)
    return a.negative ? -1 : 1;
  int order = compare_magnitudes(a, b);
  return a.negative ? -order : order;
}

/* Two digits at `i`, or -1. */
static int
two_digits(ng_str s, size_t i)
{
  if (i + 2 > s.len || s.at[i] < '0' || s.at[i] > '9' || s.at[i + 1] < '0' ||
      s.at[i + 1] > '9')
    return -1;
  return (s.at[i] - '0') * 10 + s.at[i + 1] - '0';
}

/* Seconds that the time at `i`, "T10:00:00.5+02:00", adds to its day: in UTC if
 * it says how far that is. */
static int64_t
seconds_of(ng_str s, size_t i)
{
  int h = two_digits(s, i + 1), m = two_digits(s, i + 4);
  int sec = two_digits(s, i + 7), zone_h = 0, zone_m = 0;
  if (i >= s.len || s.at[i] != 'T' || h < 0 || m < 0 || sec < 0)
    return 0;
  size_t zone = s.len >= 6 ? s.len - 6 : 0;
  bool shifted = zone > i + 8 && (s.at[zone] == '+' || s.at[zone] == '-') &&
                 (zone_h = two_digits(s, zone + 1)) >= 0 &&
                 (zone_m = two_digits(s, zone + 4)) >= 0;
  int64_t shift = shifted ? zone_h * 60 + zone_m : 0;
  if (shifted && s.at[zone] == '+')
    shift = -shift;
  return ((int64_t)h * 60 + m + shift) * 60 + sec;
}

/* Seconds from 1970 to where a date, time or part of a date begins; false if it
 * is none of the years 1 to 9999. */
static bool
begin_of(ng_str s, int64_t *seconds)
{
  enum { DAY = 24 * 60 * 60 };
  ng_date date;
  size_t n = ng_date_parse(s, &date);
  *seconds = n ? (int64_t)ng_date_days(date) * DAY + seconds_of(s, n) : 0;
  return n > 0;
}

/* What is no date (a time of day, junk) comes last. */
static int
compare_times(ng_str left, ng_str right)
{
  int64_t a, b;
  bool is_date = begin_of(left, &a), other = begin_of(right, &b);
  if (is_date != other)
    return is_date ? -1 : 1;
  return (a > b) - (a < b);
}

int
ng_term_order(const ng_term *a, const ng_term *b)
{
  term_class class = class_of(a), other = class_of(b);
  if (class != other)
    return class > other ? 1 : -1;
  int order = class == CLASS_NUMBER ? compare_numbers(a->value, b->value)
              : class == CLASS_TIME ? compare_times(a->value, b->value)
                                    : 0;
  if (!order)
    order = compare_text(a->value, b->value);
  return order ? order : compare_text(a->type, b->type);
}

/* --- rows ----------------------------------------------------------------- */

typedef struct {
  struct {
    uint32_t column;
    bool descending;
  } keys[NG_MAX_SORT_KEYS];
  uint32_t n_keys, width;
} sorter;

typedef struct {
  const ng_term *cells;
  uint32_t index; /* as rasqal found it */
} row;

static int
compare_rows(const void *left, const void *right, void *by)
{
  const sorter *s = by;
  const row *a = left, *b = right;
  for (uint32_t k = 0; k < s->n_keys; k++) {
    uint32_t column = s->keys[k].column;
    int order = ng_term_order(&a->cells[column], &b->cells[column]);
    if (order)
      return s->keys[k].descending ? -order : order;
  }
  for (uint32_t i = 0; i < s->width; i++) {
    int order = ng_term_order(&a->cells[i], &b->cells[i]);
    if (order)
      return order;
  }
  return (a->index > b->index) - (a->index < b->index);
}

/* A variable that no column has orders nothing, as SPARQL says. */
static sorter
make_sorter(const ng_answer *answer, const ng_sparql *s)
{
  sorter by = {.width = answer->n_names};
  uint32_t n = s->sorted_by_us ? s->n_keys : 0;
  for (uint32_t k = 0; k < n; k++)
    for (uint32_t i = 0; i < answer->n_names; i++)
      if (ng_str_equal(answer->names[i], s->keys[k].name)) {
        by.keys[by.n_keys].column = i;
        by.keys[by.n_keys++].descending = s->keys[k].descending;
        break;
      }
  return by;
}

/* How many columns are the query's own: those to sort by come after them. */
static uint32_t
own_columns(const ng_answer *answer, const ng_sparql *s)
{
  uint32_t n = 0;
  if (s->star)
    return answer->n_names;
  for (uint32_t i = s->projection.begin; i < s->projection.end; i++) {
    const ng_sparql_token *t = &s->tokens.at[i];
    n += (t->kind == NG_TOKEN_VARIABLE && !t->parens) || ng_token_is(t, "as");
  }
  return n < answer->n_names ? n : answer->n_names;
}

/* A set of rows, as indexes into the rows kept so far, plus one. */
typedef struct {
  uint32_t *slots, mask;
  uint32_t width;
} row_set;

/* Whether the row that ends `kept` is the first of its kind. */
static bool
is_new(row_set *set, const ng_term *kept, uint32_t index)
{
  const ng_term *cells = kept + (size_t)index * set->width;
  uint64_t hash = 0;
  for (uint32_t i = 0; i < set->width; i++)
    hash = ng_term_hash(hash, &cells[i]);
  for (uint32_t slot = (uint32_t)hash;; slot++) {
    uint32_t *at = &set->slots[slot & set->mask];
    if (!*at) {
      *at = index + 1;
      return true;
    }
    const ng_term *old = kept + (size_t)(*at - 1) * set->width;
    uint32_t same = 0;
    while (same < set->width && ng_term_same(&old[same], &cells[same]))
      same++;
    if (same == set->width)
      return false;
  }
}

static bool
set_init(row_set *set, uint32_t width, uint32_t n_rows, ng_arena *arena)
{
  uint32_t n = 16;
  while (n < UINT32_MAX / 4 && n / 2 < n_rows)
    n *= 2;
  *set = (row_set){NG_NEW(arena, uint32_t, n), n - 1, width};
  return set->slots && n / 2 >= n_rows;
}

/* Sort if asked to; the rows of `answer` in order. */
static row *
ordered_rows(const ng_answer *answer, const ng_sparql *s, uint32_t n,
             ng_arena *arena)
{
  row *rows = NG_NEW(arena, row, n + 1);
  for (uint32_t i = 0; rows && i < n; i++)
    rows[i] = (row){answer->cells.at + (size_t)i * answer->n_names, i};
  sorter by = make_sorter(answer, s);
  if (rows && by.n_keys)
    qsort_r(rows, n, sizeof *rows, compare_rows, &by);
  return rows;
}

static ng_status
too_large(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
}

ng_status
ng_rows_finish(ng_answer *answer, const ng_sparql *s, ng_arena *arena,
               ng_error *err)
{
  uint32_t width = own_columns(answer, s);
  uint32_t n = answer->n_names ? answer->cells.n / answer->n_names : 0;
  row_set seen = {0};
  row *rows = ordered_rows(answer, s, n, arena);
  ng_term *kept = NG_NEW(arena, ng_term, (size_t)n * width + 1);
  if (!rows || !kept || (s->distinct && !set_init(&seen, width, n, arena)))
    return too_large(err);
  uint64_t skip = s->skip;
  uint32_t n_kept = 0, n_seen = 0;
  for (uint32_t i = 0; i < n && n_kept < s->limit; i++) {
    /* with DISTINCT, rows that are skipped must be remembered as well */
    ng_term *to = kept + (size_t)n_seen * width;
    memcpy(to, rows[i].cells, width * sizeof *to);
    if (s->distinct && !is_new(&seen, kept, n_seen))
      continue;
    n_seen++;
    n_kept += n_seen > skip;
  }
  answer->n_names = width;
  answer->cells.at = n_kept ? kept + (size_t)skip * width : kept;
  answer->cells.n = answer->cells.cap = n_kept * width;
  return NG_OK;
}
