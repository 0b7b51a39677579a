/* kb_diff.c - newsgraph kb diff OLD NEW: what changed between two bases, one
 * line a fact: - or +, entity, what, value. */
#include "cli/kb_diff.h"
#include "cli/kb_print.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
  const ng_kb *kb;
  uint32_t n;
  uint32_t *other; /* index in the other base, or UINT32_MAX */
} side;

/* The order in which bases have their entities: by number, then by IRI. */
static int
compare_entity(const ng_entity *a, const ng_entity *b)
{
  if (a->qid != b->qid)
    return a->qid - 1U < b->qid - 1U ? -1 : 1;
  return a->qid ? 0 : ng_str_compare(a->iri, b->iri);
}

/* Find each entity of one base in the other. */
static void
pair_up(side *a, side *b)
{
  for (uint32_t i = 0; i < a->n; i++)
    a->other[i] = UINT32_MAX;
  for (uint32_t i = 0; i < b->n; i++)
    b->other[i] = UINT32_MAX;
  for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
    ng_entity x = ng_kb_entity(a->kb, i), y = ng_kb_entity(b->kb, k);
    int order = compare_entity(&x, &y);
    if (order == 0) {
      a->other[i] = k;
      b->other[k] = i;
    }
    i += order <= 0;
    k += order >= 0;
  }
}

static void
begin_line(char sign, const ng_entity *e, const char *what)
{
  (void)printf("%c\t", sign);
  kb_print_id(e);
  (void)printf("\t%s\t", what);
}

static void
print_text(char sign, const ng_entity *e, const char *what, ng_str text)
{
  begin_line(sign, e, what);
  (void)printf("%.*s\n", NG_ARG(text));
}

static void
diff_records(const ng_entity *x, const ng_entity *y)
{
  const char *types[] = {ng_type_name(x->type), ng_type_name(y->type)};
  if (!ng_str_equal(x->label, y->label)) {
    print_text('-', x, "label", x->label);
    print_text('+', y, "label", y->label);
  }
  if (x->type != y->type) {
    print_text('-', x, "type", (ng_str){types[0], strlen(types[0])});
    print_text('+', y, "type", (ng_str){types[1], strlen(types[1])});
  }
}

static bool
has_name(const ng_kb *kb, uint32_t index, const ng_entity_name *wanted)
{
  ng_entity_name name;
  for (uint32_t i = 0; ng_kb_name(kb, index, i, &name); i++)
    if (name.kinds == wanted->kinds && ng_str_equal(name.text, wanted->text))
      return true;
  return false;
}

/* Names that entity `i` of `a` has and the other base does not. */
static void
diff_names(char sign, const side *a, uint32_t i, const side *b)
{
  ng_entity e = ng_kb_entity(a->kb, i);
  ng_entity_name name;
  for (uint32_t k = 0; ng_kb_name(a->kb, i, k, &name); k++) {
    if (has_name(b->kb, a->other[i], &name))
      continue;
    begin_line(sign, &e, "name");
    (void)printf("%.*s\t", NG_ARG(name.text));
    kb_print_kinds(name.kinds);
    (void)putchar('\n');
  }
}

/* The relations of an entity on the heap, and how many in *n. */
static ng_kb_relation *
relations_of(const ng_kb *kb, uint32_t index, size_t *n)
{
  *n = ng_kb_relations(kb, index, NULL, 0);
  ng_kb_relation *r = calloc(*n ? *n : 1, sizeof *r);
  if (r)
    (void)ng_kb_relations(kb, index, r, *n);
  else
    *n = 0;
  return r;
}

static void
diff_relations(char sign, const side *a, uint32_t i, const side *b)
{
  size_t n, m;
  ng_kb_relation *r = relations_of(a->kb, i, &n);
  ng_kb_relation *s = relations_of(b->kb, a->other[i], &m);
  ng_entity e = ng_kb_entity(a->kb, i);
  for (size_t k = 0; k < n; k++) {
    uint32_t wanted = r[k].entity < a->n ? a->other[r[k].entity] : UINT32_MAX;
    bool found = r[k].inverse; /* shown at the other end */
    for (size_t l = 0; l < m && !found; l++)
      found = !s[l].inverse && s[l].rel == r[k].rel && s[l].entity == wanted;
    if (found)
      continue;
    ng_entity other = ng_kb_entity(a->kb, r[k].entity);
    begin_line(sign, &e, ng_rel_term((ng_rel)r[k].rel));
    kb_print_id(&other);
    (void)printf(" %.*s\n", NG_ARG(other.label));
  }
  free(r);
  free(s);
}

static bool
same_holding(const side *a, const ng_holding *x, const ng_holding *y)
{
  return x->from == y->from && x->until == y->until && x->office < a->n &&
         a->other[x->office] == y->office;
}

/* Holdings of a person: all a person's are compared, which are few. */
static void
diff_holdings(char sign, const side *a, uint32_t i, const side *b)
{
  enum { MOST = 256 };
  ng_holding h[MOST], g[MOST];
  size_t n = ng_kb_holdings(a->kb, NG_BY_PERSON, i, h, MOST);
  size_t m = ng_kb_holdings(b->kb, NG_BY_PERSON, a->other[i], g, MOST);
  ng_entity e = ng_kb_entity(a->kb, i);
  for (size_t k = 0; k < n && k < MOST; k++) {
    bool found = false;
    for (size_t l = 0; l < m && l < MOST && !found; l++)
      found = same_holding(a, &h[k], &g[l]);
    if (found)
      continue;
    char from[NG_DATE_TEXT], until[NG_DATE_TEXT];
    (void)ng_date_text(h[k].from, from);
    (void)ng_date_text(h[k].until, until);
    ng_entity office = ng_kb_entity(a->kb, h[k].office);
    begin_line(sign, &e, "held");
    (void)printf("%s..%s ", from, until);
    kb_print_id(&office);
    (void)printf(" %.*s\n", NG_ARG(office.label));
  }
}

static void
diff_pair(const side *a, uint32_t i, const side *b)
{
  uint32_t k = a->other[i];
  ng_entity x = ng_kb_entity(a->kb, i), y = ng_kb_entity(b->kb, k);
  diff_records(&x, &y);
  diff_names('-', a, i, b);
  diff_names('+', b, k, a);
  diff_relations('-', a, i, b);
  diff_relations('+', b, k, a);
  diff_holdings('-', a, i, b);
  diff_holdings('+', b, k, a);
}

static void
diff_all(const side *a, const side *b)
{
  for (uint32_t i = 0, k = 0; i < a->n || k < b->n;) {
    ng_entity x = ng_kb_entity(a->kb, i), y = ng_kb_entity(b->kb, k);
    int order = i == a->n ? 1 : k == b->n ? -1 : compare_entity(&x, &y);
    if (order < 0)
      print_text('-', &x, "entity", x.label);
    else if (order > 0)
      print_text('+', &y, "entity", y.label);
    else
      diff_pair(a, i, b);
    i += order <= 0;
    k += order >= 0;
  }
}

int
kb_diff(const char *old_path, const char *new_path)
{
  ng_kb *old = kb_open(old_path), *new = old ? kb_open(new_path) : NULL;
  int status = 1;
  if (old && new) {
    side a = {old, ng_kb_n_entities(old), NULL};
    side b = {new, ng_kb_n_entities(new), NULL};
    a.other = calloc((size_t)a.n + 1, sizeof *a.other);
    b.other = calloc((size_t)b.n + 1, sizeof *b.other);
    if (a.other && b.other) {
      pair_up(&a, &b);
      diff_all(&a, &b);
      status = 0;
    }
    free(a.other);
    free(b.other);
  }
  ng_kb_close(old);
  ng_kb_close(new);
  return status;
}
