/* facts.c - statements read back from the triples of an article. */
#include "cli/facts.h"
#include "core/fail.h"
#include "kb/name.h"

/* --- folding -------------------------------------------------------------- */

/* Letters that ng_name_fold() spells out, but that are no letter with a mark:
 * Unicode does not decompose them. */
static bool
is_whole(ng_str letter)
{
  static const char whole[] = "øØđĐłŁßæÆœŒþÞðÐıħĦŧŦŋŊ";
  return letter.len == 2 && memmem(whole, sizeof whole - 1, letter.at, 2);
}

static size_t
letter_len(ng_str s, size_t i)
{
  unsigned char c = (unsigned char)s.at[i];
  size_t n = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return n < s.len - i ? n : s.len - i;
}

static bool
is_word(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Append the folded `letter` to out[0, n); the new length. */
static size_t
put_letter(ng_arena *arena, ng_str letter, char *out, size_t n)
{
  ng_str plain = letter;
  if ((unsigned char)letter.at[0] >= 0x80)
    plain = is_whole(letter) ? NG_LIT(" ") : ng_name_fold(arena, letter);
  bool mark = plain.len == 0 && (unsigned char)letter.at[0] >= 0xCC &&
              (unsigned char)letter.at[0] <= 0xCD;
  for (size_t i = 0; i < plain.len && i < letter.len; i++) {
    char c = plain.at[i];
    if (c >= 'A' && c <= 'Z')
      c = (char)(c + 32);
    if (is_word(c))
      out[n++] = c;
    else if (n && out[n - 1] != ' ')
      out[n++] = ' ';
  }
  if (!plain.len && !mark && n && out[n - 1] != ' ')
    out[n++] = ' ';
  return n;
}

ng_str
facts_fold(ng_arena *arena, ng_str s)
{
  char *out = NG_NEW(arena, char, s.len + 1);
  size_t n = 0;
  if (!out)
    return (ng_str){0};
  for (size_t i = 0, len; i < s.len; i += len) {
    len = letter_len(s, i);
    n = put_letter(arena, ng_str_slice(s, i, i + len), out, n);
  }
  while (n && out[n - 1] == ' ')
    n--;
  return (ng_str){out, n};
}

/* --- terms ---------------------------------------------------------------- */

typedef struct {
  facts *out;
  ng_graph *graph;
  size_t begin, end; /* the quads of one subject */
  bool spent;
} reader;

static bool
is_term(const ng_term *t, uint8_t space, const char *local)
{
  return t->kind == NG_TERM_IRI && t->space == space &&
         t->value.len == strlen(local) &&
         memcmp(t->value.at, local, t->value.len) == 0;
}

/* The object of quad `i` if its predicate is that, or NULL. */
static const ng_term *
object_at(const reader *r, size_t i, uint8_t space, const char *predicate)
{
  const ng_quad *q = &r->graph->quads.at[i];
  return is_term(&q->predicate, space, predicate) ? &q->object : NULL;
}

/* The first object of the subject, or NULL. */
static const ng_term *
first_object(const reader *r, uint8_t space, const char *predicate)
{
  for (size_t i = r->begin; i < r->end; i++) {
    const ng_term *object = object_at(r, i, space, predicate);
    if (object)
      return object;
  }
  return NULL;
}

static ng_str
value_of(const reader *r, const char *predicate)
{
  const ng_term *object = first_object(r, NG_NS_NG, predicate);
  return object ? object->value : (ng_str){"", 0};
}

static bool
has_type(const reader *r, uint8_t space, const char *local)
{
  for (size_t i = r->begin; i < r->end; i++) {
    const ng_term *type = object_at(r, i, NG_NS_RDF, "type");
    if (type && is_term(type, space, local))
      return true;
  }
  return false;
}

static fact_thing
thing_of(reader *r, const ng_term *term)
{
  fact_thing out = {0};
  if (!term)
    return out;
  out.term = *term;
  if (term->space == NG_NS_WD || term->space == NG_NS_NG)
    out.id = term->value;
  for (uint32_t i = 0; i < r->graph->quads.n; i++) {
    const ng_quad *q = &r->graph->quads.at[i];
    if (!is_term(&q->predicate, NG_NS_RDFS, "label") ||
        !ng_term_same(&q->subject, term))
      continue;
    out.folded = facts_fold(r->graph->arena, q->object.value);
    r->spent |= !out.folded.at;
    break;
  }
  return out;
}

/* --- statements ----------------------------------------------------------- */

/* The numbers of "...#char=17,23". */
static bool
read_span(ng_str iri, ng_span *out)
{
  const char *at = memmem(iri.at, iri.len, "#char=", 6);
  uint32_t numbers[2] = {0, 0};
  if (!at)
    return false;
  int k = 0;
  for (at += 6; at < iri.at + iri.len; at++) {
    if (*at == ',')
      k = 1;
    else
      numbers[k] = numbers[k] * 10 + (uint32_t)(*at - '0');
  }
  *out = (ng_span){numbers[0], numbers[1]};
  return true;
}

static fact_basis
basis_of(reader *r)
{
  NG_VEC(ng_span) spans = {0};
  for (size_t i = r->begin; i < r->end; i++) {
    const ng_term *span = object_at(r, i, NG_NS_NG, "evidence");
    ng_span s;
    if (span && read_span(span->value, &s))
      r->spent |= !NG_PUSH(r->graph->arena, &spans, s);
  }
  return (fact_basis){.spans = spans.at,
                      .n_spans = spans.n,
                      .polarity = value_of(r, "polarity"),
                      .standing = value_of(r, "standing"),
                      .attributed =
                          first_object(r, NG_NS_NG, "attributedTo") != NULL};
}

static bool
is_role(ng_str name)
{
  static const char *const roles[] = {"agent",     "patient", "participant",
                                      "host",      "speaker", "mediator",
                                      "addressee", "target"};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (name.len == strlen(roles[i]) && !memcmp(name.at, roles[i], name.len))
      return true;
  return false;
}

static void
add_event(reader *r)
{
  fact_event event = {.basis = basis_of(r),
                      .status = value_of(r, "status"),
                      .date = value_of(r, "date")};
  NG_VEC(fact_filler) fillers = {0};
  for (size_t i = r->begin; i < r->end; i++) {
    const ng_quad *q = &r->graph->quads.at[i];
    bool type = is_term(&q->predicate, NG_NS_RDF, "type");
    if (type && q->object.space == NG_NS_NG && !event.class.len)
      event.class = q->object.value;
    fact_filler filler = {.role = q->predicate.value};
    bool place = is_term(&q->predicate, NG_NS_SEM, "hasPlace");
    if (place)
      filler.role = NG_LIT("place");
    else if (q->predicate.space != NG_NS_NG || !is_role(filler.role))
      continue;
    filler.thing = thing_of(r, &q->object);
    r->spent |= !NG_PUSH(r->graph->arena, &fillers, filler);
  }
  event.fillers = fillers.at;
  event.n_fillers = fillers.n;
  r->spent |= !NG_PUSH(r->graph->arena, &r->out->events, event);
}

static void
add_claim(reader *r)
{
  const ng_term *predicate = first_object(r, NG_NS_RDF, "predicate");
  fact_claim claim = {
      .basis = basis_of(r),
      .predicate = predicate ? predicate->value : (ng_str){"", 0},
      .subject = thing_of(r, first_object(r, NG_NS_RDF, "subject")),
      .object = thing_of(r, first_object(r, NG_NS_RDF, "object"))};
  r->spent |= !NG_PUSH(r->graph->arena, &r->out->claims, claim);
}

static void
add_office(reader *r)
{
  fact_office office = {
      .basis = basis_of(r),
      .title = value_of(r, "title"),
      .person = thing_of(r, first_object(r, NG_NS_NG, "person")),
      .jurisdiction = thing_of(r, first_object(r, NG_NS_NG, "jurisdiction"))};
  r->spent |= !NG_PUSH(r->graph->arena, &r->out->offices, office);
}

static void
add_subject(reader *r)
{
  if (has_type(r, NG_NS_SEM, "Event"))
    add_event(r);
  else if (has_type(r, NG_NS_NG, "Claim"))
    add_claim(r);
  else if (has_type(r, NG_NS_NG, "OfficeHolding"))
    add_office(r);
}

ng_status
facts_read(facts *out, ng_graph *graph, ng_error *err)
{
  reader r = {.out = out, .graph = graph};
  *out = (facts){0};
  for (size_t n = graph->quads.n; r.begin < n && !r.spent; r.begin = r.end) {
    const ng_quad *first = &graph->quads.at[r.begin];
    for (r.end = r.begin; r.end < n; r.end++)
      if (!ng_term_same(&graph->quads.at[r.end].subject, &first->subject) ||
          !ng_term_same(&graph->quads.at[r.end].graph, &first->graph))
        break;
    add_subject(&r);
  }
  return r.spent ? ng_fail(err, NG_ERR_LIMIT, 0,
                           "what the graph says exceeds its budget")
                 : NG_OK;
}
