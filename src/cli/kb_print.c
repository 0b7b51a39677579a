/* kb_print.c - entities of a base as text. */
#include "cli/kb_print.h"
#include "core/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

ng_kb *
kb_open(const char *path)
{
  ng_kb *kb;
  ng_error err = {0};
  path = path ? path : ng_kb_default_path();
  if (ng_kb_open(&kb, path, &err) == NG_OK)
    return kb;
  if (strstr(err.text, path))
    (void)fprintf(stderr, "newsgraph: %s\n", err.text);
  else
    (void)fprintf(stderr, "newsgraph: %s: %s\n", path, err.text);
  return NULL;
}

void
kb_print_id(const ng_entity *e)
{
  if (e->qid)
    (void)printf("Q%u", e->qid);
  else
    (void)printf("<%.*s>", NG_ARG(e->iri));
}

/* The names of bits that are set, joined by '+'. */
static void
print_bits(uint32_t bits, const char *const *names)
{
  const char *between = "";
  for (unsigned i = 0; names[i]; i++)
    if (bits >> i & 1) {
      (void)printf("%s%s", between, names[i]);
      between = "+";
    }
  if (!*between)
    (void)fputs("-", stdout);
}

static const char *const kind_names[] = {
    "label",   "title",   "alias", "short",   "surname", "given",
    "initial", "acronym", "team",  "demonym", "no-the",  "plural",
    "metonym", "variant", "code",  NULL};
static const char *const case_names[] = {"lower", "capital", "upper", NULL};
static const char *const flag_names[] = {"weak", "never", NULL};

void
kb_print_kinds(uint32_t kinds)
{
  print_bits(kinds, kind_names);
}

void
kb_print_cases(uint32_t cases)
{
  print_bits(cases, case_names);
}

void
kb_print_flags(uint32_t flags)
{
  print_bits(flags, flag_names);
}

static void
print_names(const ng_kb *kb, uint32_t index)
{
  ng_entity_name name;
  for (uint32_t i = 0; ng_kb_name(kb, index, i, &name); i++) {
    char from_text[NG_DATE_TEXT], until_text[NG_DATE_TEXT];
    ng_date from, until;
    ng_kb_validity(kb, name.validity, &from, &until);
    (void)ng_date_text(from, from_text);
    (void)ng_date_text(until, until_text);
    (void)printf("name\t%.*s\t", NG_ARG(name.text));
    print_bits(name.kinds, kind_names);
    if (name.validity)
      (void)printf("\t%s..%s", from_text, until_text);
    (void)putchar('\n');
  }
}

static void
print_relations(const ng_kb *kb, uint32_t index)
{
  size_t n = ng_kb_relations(kb, index, NULL, 0);
  ng_kb_relation *r = calloc(n ? n : 1, sizeof *r);
  if (!r)
    return;
  n = ng_kb_relations(kb, index, r, n);
  for (size_t i = 0; i < n; i++) {
    ng_entity e = ng_kb_entity(kb, r[i].entity);
    const char *term = ng_rel_term((ng_rel)r[i].rel);
    (void)printf("%s%s\t", r[i].inverse ? "^" : "", term ? term : "?");
    kb_print_id(&e);
    (void)printf("\t%.*s\n", NG_ARG(e.label));
  }
  free(r);
}

static void
print_holding(const ng_kb *kb, const ng_holding *h, ng_holding_key by)
{
  char from[NG_DATE_TEXT], until[NG_DATE_TEXT];
  (void)ng_date_text(h->from, from);
  (void)ng_date_text(h->until, until);
  uint32_t ids[] = {by == NG_BY_PERSON ? h->office : h->person,
                    by == NG_BY_OFFICE ? UINT32_MAX : h->office,
                    by == NG_BY_JURISDICTION ? UINT32_MAX : h->jurisdiction};
  static const char *const names[] = {"held", "holder", "officer"};
  (void)printf("%s\t%s..%s%s", names[by], from, until,
               h->flags & NG_HOLDING_ENDS_BY_SUCCESSOR ? "*" : "");
  for (unsigned i = by == NG_BY_PERSON ? 1 : 0; i < 3; i++) {
    if (ids[i] == UINT32_MAX)
      continue;
    ng_entity e = ng_kb_entity(kb, ids[i]);
    (void)putchar('\t');
    kb_print_id(&e);
    (void)printf(" %.*s", NG_ARG(e.label));
  }
  (void)putchar('\n');
}

static void
print_holdings(const ng_kb *kb, uint32_t index)
{
  for (unsigned by = NG_BY_PERSON; by <= NG_BY_JURISDICTION; by++) {
    size_t n = ng_kb_holdings(kb, (ng_holding_key)by, index, NULL, 0);
    ng_holding *h = calloc(n ? n : 1, sizeof *h);
    if (!h)
      return;
    n = ng_kb_holdings(kb, (ng_holding_key)by, index, h, n);
    for (size_t i = 0; i < n; i++)
      print_holding(kb, &h[i], (ng_holding_key)by);
    free(h);
  }
}

void
kb_print_entity(const ng_kb *kb, uint32_t index)
{
  ng_entity e = ng_kb_entity(kb, index);
  char room[NG_IRI_ROOM];
  ng_str iri = ng_entity_iri(&e, room);
  (void)printf("iri\t%.*s\nlabel\t%.*s\ntype\t%s\npopularity\t%u\n",
               NG_ARG(iri), NG_ARG(e.label), ng_type_name(e.type),
               (unsigned)e.popularity);
  if (e.words.len)
    (void)printf("description\t%.*s\n", NG_ARG(e.words));
  if (e.flags & (NG_ENTITY_WOMAN | NG_ENTITY_MAN))
    (void)printf("gender\t%s\n", e.flags & NG_ENTITY_WOMAN ? "female" : "male");
  if (e.flags & NG_ENTITY_FORMER)
    (void)puts("former\ttrue");
  print_names(kb, index);
  print_relations(kb, index);
  print_holdings(kb, index);
}
