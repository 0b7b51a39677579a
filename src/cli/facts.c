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

#define NG "https://w3id.org/newsgraph/ns#"
#define WD "http://www.wikidata.org/entity/"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define SEM "http://semanticweb.cs.vu.nl/2009/11/sem/"

typedef struct {
  facts *out;
  const ng_facts *rows;
  ng_arena *arena;
  bool spent;
} reader;

/* What follows the namespace in the IRI; empty if that is another. */
static ng_str
within(ng_str iri, ng_str space)
{
  if (iri.len <= space.len || memcmp(iri.at, space.at, space.len) != 0)
    return (ng_str){"", 0};
  return ng_str_slice(iri, space.len, iri.len);
}

static fact_thing
thing_of(reader *r, ng_str iri)
{
  fact_thing out = {.id = within(iri, NG_LIT(WD))};
  ng_str label = ng_facts_object(r->rows, iri, RDFS "label");
  if (!out.id.len)
    out.id = within(iri, NG_LIT(NG));
  if (label.len) {
    out.folded = facts_fold(r->arena, label);
    r->spent |= !out.folded.at;
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
basis_of(reader *r, uint32_t node, ng_str polarity, ng_str standing)
{
  NG_VEC(ng_span) spans = {0};
  const ng_triple *at = NULL, *said = NULL;
  ng_span s;
  for (const ng_term *o;
       (o = ng_facts_each(r->rows, node, NG "evidence", &at));)
    if (read_span(o->value, &s))
      r->spent |= !NG_PUSH(r->arena, &spans, s);
  return (fact_basis){
      .spans = spans.at,
      .n_spans = spans.n,
      .polarity = polarity,
      .standing = standing,
      .attributed =
          ng_facts_each(r->rows, node, NG "attributedTo", &said) != NULL};
}

static void
add_event(reader *r, const ng_fact_event *e)
{
  fact_event event = {.basis = basis_of(r, e->node, e->polarity, e->standing),
                      .class = e->class,
                      .status = e->status,
                      .date = e->date};
  NG_VEC(fact_filler) fillers = {0};
  for (uint32_t i = 0; i < e->actors.n; i++) {
    fact_filler filler = {e->actors.at[i].role,
                          thing_of(r, e->actors.at[i].iri)};
    r->spent |= !NG_PUSH(r->arena, &fillers, filler);
  }
  const ng_triple *at = NULL;
  for (const ng_term *o;
       (o = ng_facts_each(r->rows, e->node, SEM "hasPlace", &at));) {
    fact_filler filler = {NG_LIT("place"), thing_of(r, o->value)};
    r->spent |= !NG_PUSH(r->arena, &fillers, filler);
  }
  event.fillers = fillers.at;
  event.n_fillers = fillers.n;
  r->spent |= !NG_PUSH(r->arena, &r->out->events, event);
}

static void
add_claim(reader *r, const ng_fact_claim *c)
{
  fact_claim claim = {.basis = basis_of(r, c->node, c->polarity, c->standing),
                      .predicate = c->predicate,
                      .subject = thing_of(r, c->subject),
                      .object = thing_of(r, c->object)};
  r->spent |= !NG_PUSH(r->arena, &r->out->claims, claim);
}

static void
add_office(reader *r, const ng_fact_office *o)
{
  fact_office office = {.basis = basis_of(r, o->node, NG_LIT(""), o->standing),
                        .title = o->title,
                        .person = thing_of(r, o->person),
                        .jurisdiction = thing_of(r, o->jurisdiction)};
  r->spent |= !NG_PUSH(r->arena, &r->out->offices, office);
}

ng_status
facts_read(facts *out, const ng_graph *graph, const ng_options *options,
           ng_error *err)
{
  ng_namespace room[NG_N_NS];
  *out = (facts){0};
  ng_facts_init(&out->rows);
  out->rows.as_met = true;
  NG_TRY(ng_triples_add(&out->rows.triples, graph, ng_vocabulary(options, room),
                        err));
  NG_TRY(ng_facts_fill(&out->rows, err));
  reader r = {.out = out, .rows = &out->rows, .arena = &out->rows.arena};
  for (uint32_t i = 0; i < out->rows.events.n; i++)
    add_event(&r, &out->rows.events.at[i]);
  for (uint32_t i = 0; i < out->rows.claims.n; i++)
    add_claim(&r, &out->rows.claims.at[i]);
  for (uint32_t i = 0; i < out->rows.offices.n; i++)
    add_office(&r, &out->rows.offices.at[i]);
  return r.spent ? ng_fail(err, NG_ERR_LIMIT, 0,
                           "what the graph says exceeds its budget")
                 : NG_OK;
}

void
facts_release(facts *f)
{
  ng_facts_release(&f->rows);
}
