/* build_types.c - which type an entity has: declared, by its classes, or
 * guessed from the words of its description. */
#include "core/fail.h"
#include "kb/builder.h"
#include "kb/class.h"

#include <stdlib.h>

static ng_status
no_memory(ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, 0, "no memory for the types");
}

/* --- classes -------------------------------------------------------------- */

/* Not looked for yet, beside the types. */
enum { UNSEEN = NG_N_TYPES + 1 };

/* What classes are subclasses of, by class; and which type those above each
 * give. */
typedef struct {
  const ng_draft *draft;
  ng_draft_relation *parents;
  size_t n;
  uint8_t *type;
} class_tree;

/* The type that a class gives its instances by itself: by number, else by its
 * label. */
static ng_type
own_type(const ng_draft_entity *class)
{
  ng_type type = class->qid ? ng_class_type(class->qid) : NG_N_TYPES;
  return type == NG_N_TYPES ? (ng_type) class->label_type : type;
}

/* Is the class in the table of ng_class_type()? */
static bool
is_known_class(const ng_draft_entity *class)
{
  return class->qid && ng_class_type(class->qid) != NG_N_TYPES;
}

static int
compare_parent(const void *pa, const void *pb)
{
  const ng_draft_relation *a = pa, *b = pb;
  if (a->subject != b->subject)
    return a->subject < b->subject ? -1 : 1;
  return (a->object > b->object) - (a->object < b->object);
}

static bool
read_parents(ng_builder *b, class_tree *t)
{
  ng_spool *from = &b->draft->parents;
  ng_spool_reader r;
  t->n = (size_t)(ng_spool_size(from) / sizeof *t->parents);
  t->parents = NG_NEW(&b->arena, ng_draft_relation, t->n + 1);
  ng_spool_read_all(&r, from);
  bool done = t->parents != NULL;
  for (size_t i = 0; done && i < t->n; i++)
    done = ng_spool_take(&r, &t->parents[i], sizeof *t->parents);
  ng_spool_read_end(&r);
  if (done)
    qsort(t->parents, t->n, sizeof *t->parents, compare_parent);
  return done;
}

/* Where the parents of a class begin. */
static size_t
first_parent(const class_tree *t, uint32_t class)
{
  size_t low = 0, high = t->n;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (t->parents[mid].subject < class)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

/* Classes that are reached, and how far that is. */
enum { MAX_REACHED = 64, MAX_STEPS = 3 };

typedef struct {
  uint32_t at[MAX_REACHED];
  uint32_t n;
} reached;

static void
reach(reached *r, uint32_t class)
{
  for (uint32_t i = 0; i < r->n; i++)
    if (r->at[i] == class)
      return;
  if (r->n < MAX_REACHED)
    r->at[r->n++] = class;
}

/* The type that the nearest classes above give that are in the table; of those
 * as near, the most telling.  Labels of classes far up mislead: their words are
 * general. */
static ng_type
climb(const class_tree *t, uint32_t class)
{
  reached r = {{class}, 1};
  for (uint32_t begin = 0, step = 0; step < MAX_STEPS && begin < r.n; step++) {
    uint32_t level_end = r.n;
    ng_type found = NG_N_TYPES;
    for (; begin < level_end; begin++) {
      uint32_t child = r.at[begin];
      for (size_t i = first_parent(t, child);
           i < t->n && t->parents[i].subject == child; i++) {
        uint32_t parent = t->parents[i].object;
        uint32_t qid = t->draft->entities.at[parent].qid;
        found = ng_type_choose(found, qid ? ng_class_type(qid) : NG_N_TYPES);
        reach(&r, parent);
      }
    }
    if (found != NG_N_TYPES)
      return found;
  }
  return NG_N_TYPES;
}

/* The type above a class, looked for once. */
static ng_type
type_above(class_tree *t, uint32_t class)
{
  if (t->type[class] == UNSEEN)
    t->type[class] = (uint8_t)climb(t, class);
  return (ng_type)t->type[class];
}

/* --- entities ------------------------------------------------------------- */

/* Wikidata's class of people. */
enum { HUMAN = 5 };

/* "actor": who is no human but typed as a person is a role, as a label without
 * a capital shows. */
static bool
has_small_label(const ng_draft_entity *e)
{
  return e->has & NG_HAS_SMALL_LABEL && e->evidence != NG_TYPE_DECLARED;
}

/* Wikidata's classes of countries that are no more, and of websites. */
enum { HISTORICAL_COUNTRY = 3024240, WEBSITE = 35127 };

/* What classes say beside a type. */
enum {
  IS_HUMAN = 1,
  IS_SITE = 2,        /* a website, which a company may be, too */
  IS_LIKE_PERSON = 4, /* of a class labelled like one: "tag editor" */
  WAS_COUNTRY = 8     /* once: Florence is a city all the same */
};

static uint8_t
what_else(const ng_draft_entity *class, ng_type own)
{
  switch (class->qid) {
  case HUMAN:
    return IS_HUMAN;
  case WEBSITE:
    return IS_SITE;
  case HISTORICAL_COUNTRY:
    return WAS_COUNTRY;
  default:
    return own == NG_PERSON && !is_known_class(class) ? IS_LIKE_PERSON : 0;
  }
}

/* What the classes of the entities say. */
typedef struct {
  class_tree tree;
  uint8_t *type;  /* of each entity, by its classes */
  uint8_t *above; /* by what these are subclasses of */
  uint8_t *is;    /* what else these say: bits */
} class_reader;

static void
read_classes(ng_builder *b, class_reader *c)
{
  const ng_draft *d = b->draft;
  ng_spool_reader r;
  ng_draft_relation one;
  ng_spool_read_all(&r, &b->draft->classes);
  while (ng_spool_take(&r, &one, sizeof one)) {
    uint8_t *type = &c->type[one.subject];
    ng_type own = own_type(&d->entities.at[one.object]);
    uint8_t *above = &c->above[one.subject];
    uint8_t is = what_else(&d->entities.at[one.object], own);
    c->is[one.subject] |= is;
    if (is & ~IS_HUMAN)
      continue; /* that says it all */
    *type = (uint8_t)ng_type_choose((ng_type)*type, own);
    if (c->tree.n && own == NG_N_TYPES)
      *above = (uint8_t)ng_type_choose((ng_type)*above,
                                       type_above(&c->tree, one.object));
  }
  ng_spool_read_end(&r);
  ng_spool_release(&b->draft->classes);
  ng_spool_release(&b->draft->parents);
}

static void
set_type(ng_draft *d, const class_reader *c, uint32_t i)
{
  ng_draft_entity *e = &d->entities.at[i];
  if ((c->is[i] & WAS_COUNTRY) && c->type[i] != NG_CITY)
    c->type[i] = (uint8_t)ng_type_choose((ng_type)c->type[i], NG_COUNTRY);
  if ((c->is[i] & IS_LIKE_PERSON) &&
      (c->type[i] >= NG_N_TYPES || (e->has & NG_HAS_NO_CAPITAL)))
    c->type[i] = NG_PERSON;
  if ((c->is[i] & IS_SITE) && c->type[i] != NG_COMPANY)
    c->type[i] = (uint8_t)ng_type_choose((ng_type)c->type[i], NG_MEDIA);
  if (c->type[i] < NG_N_TYPES)
    ng_draft_type(d, i, (ng_type)c->type[i], NG_TYPE_BY_CLASS);
  if (!e->evidence && e->words_type < NG_N_TYPES)
    ng_draft_type(d, i, (ng_type)e->words_type, NG_TYPE_GUESSED);
  if (!e->evidence && c->above[i] < NG_N_TYPES)
    ng_draft_type(d, i, (ng_type)c->above[i], NG_TYPE_GUESSED);
  if (e->type == NG_PERSON && !(c->is[i] & IS_HUMAN) && has_small_label(e))
    e->type = NG_OCCUPATION;
  /* "socialism", which a source takes for a town; "sea", the class */
  if (e->qid && e->type >= NG_COUNTRY && e->type <= NG_CITY &&
      (e->has & NG_HAS_NO_CAPITAL) && e->evidence != NG_TYPE_DECLARED)
    e->type = NG_CONCEPT;
}

/* The arrays are of use no longer than this, so they are not the builder's. */
ng_status
ng_build_types(ng_builder *b, ng_error *err)
{
  ng_draft *d = b->draft;
  size_t n = (size_t)d->entities.n + 1;
  class_reader c = {.tree = {.draft = d}};
  c.tree.type = malloc(n);
  c.type = malloc(n);
  c.above = malloc(n);
  c.is = calloc(n, 1);
  bool done =
      c.tree.type && c.type && c.above && c.is && read_parents(b, &c.tree);
  if (done) {
    memset(c.tree.type, UNSEEN, n);
    memset(c.type, NG_N_TYPES, n);
    memset(c.above, NG_N_TYPES, n);
    read_classes(b, &c);
    for (uint32_t i = 0; i < d->entities.n; i++)
      set_type(d, &c, i);
  }
  free(c.tree.type);
  free(c.type);
  free(c.above);
  free(c.is);
  NG_TRY(ng_draft_check(d, err));
  return done ? NG_OK : no_memory(err);
}
