/* score_relations.c - claims and offices as facts between two spans. */
#include "cli/score_relations.h"
#include "core/str.h"

#include <stdio.h>

score_relation *
score_relation_of(score_relations *all, const char *name)
{
  for (size_t i = 0; i < all->n; i++)
    if (strcmp(all->at[i].name, name) == 0)
      return &all->at[i];
  if (all->n == SCORE_MAX_RELATIONS)
    return NULL;
  score_relation *out = &all->at[all->n++];
  (void)snprintf(out->name, sizeof out->name, "%s", name);
  return out;
}

static bool
overlap(ng_span a, score_spans spans)
{
  for (size_t i = 0; i < spans.n; i++)
    if (a.begin < spans.at[i].end && spans.at[i].begin < a.end)
      return true;
  return false;
}

bool
score_mentioned(const ng_doc *doc, uint32_t entity, score_spans spans)
{
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if ((m->entity == entity || m->denotes == entity) &&
        overlap(m->span, spans))
      return true;
  }
  for (uint32_t i = 0; i < doc->references.n; i++) {
    const ng_reference *ref = &doc->references.at[i];
    for (uint32_t k = 0; k < ref->n; k++)
      if (doc->members.at[ref->member + k] == entity &&
          overlap(doc->units.at[ref->unit].span, spans))
        return true;
  }
  return false;
}

/* --- what we state -------------------------------------------------------- */

typedef struct {
  const ng_doc *doc;
  ng_arena *arena;
  score_facts *out;
  bool spent;
} collector;

static void
add(collector *c, uint32_t subject, uint32_t object, ng_span evidence)
{
  for (uint32_t i = 0; i < c->out->n; i++)
    if (c->out->at[i].subject == subject && c->out->at[i].object == object)
      return;
  score_fact fact = {subject, object, evidence};
  c->spent |= !NG_PUSH(c->arena, c->out, fact);
}

static bool
is_place(const ng_doc *doc, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  return type == NG_COUNTRY || type == NG_REGION || type == NG_CITY ||
         type == NG_PLACE;
}

static bool
is_person(const ng_doc *doc, uint32_t entity)
{
  return doc->entities.at[entity].type == NG_PERSON;
}

/* "CEO", "Chief Executive": the title of who runs a company. */
static bool
runs(ng_str title)
{
  return memmem(title.at, title.len, "CEO", 3) ||
         (memmem(title.at, title.len, "xecutive", 8) &&
          memmem(title.at, title.len, "hief", 4));
}

static void
add_offices(collector *c, bool executive)
{
  for (uint32_t i = 0; i < c->doc->offices.n; i++) {
    const ng_office *o = &c->doc->offices.at[i];
    if (o->jurisdiction == NG_NONE || is_place(c->doc, o->jurisdiction))
      continue;
    if (!executive)
      add(c, o->person, o->jurisdiction, o->evidence);
    else if (runs(ng_doc_text(c->doc, o->title)))
      add(c, o->jurisdiction, o->person, o->evidence);
  }
}

/* The claims of one predicate, turned round if asked to; between persons and
 * bodies, places and bodies, bodies alone, or anybody. */
typedef enum { ANY, OF_PERSON, OF_BODY } which;

static void
add_claims(collector *c, ng_predicate predicate, which of, bool turned)
{
  for (uint32_t i = 0; i < c->doc->claims.n; i++) {
    const ng_claim *claim = &c->doc->claims.at[i];
    if (claim->predicate != predicate || claim->footing.negative)
      continue;
    if ((of == OF_PERSON && !is_person(c->doc, claim->subject)) ||
        (of == OF_BODY && (is_place(c->doc, claim->subject) ||
                           is_person(c->doc, claim->subject))))
      continue;
    if (turned)
      add(c, claim->object, claim->subject, claim->evidence);
    else
      add(c, claim->subject, claim->object, claim->evidence);
  }
}

typedef struct {
  const char *relation;
  int predicate; /* ng_predicate, or one of these */
  which of;
  bool turned;
} source;

enum { OFFICES = -1, EXECUTIVES = -2 };

bool
score_facts_of(const reading *r, const char *relation, score_facts *out)
{
  static const source sources[] = {
      {"SPOUSE", NG_PREDICATE_spouse, ANY, false},
      {"SPOUSE", NG_PREDICATE_spouse, ANY, true},
      {"NATIONALITY", NG_PREDICATE_citizenOf, ANY, false},
      {"POLITICAL_AFFILIATION", NG_PREDICATE_memberOfParty, ANY, false},
      {"FOUNDED_BY", NG_PREDICATE_founderOf, ANY, true},
      {"HEADQUARTERS", NG_PREDICATE_locatedIn, OF_BODY, false},
      {"SUBSIDIARY_OF", NG_PREDICATE_partOf, OF_BODY, false},
      {"CEO", EXECUTIVES, ANY, false},
      {"EMPLOYEE_OR_MEMBER_OF", OFFICES, ANY, false},
      {"EMPLOYEE_OR_MEMBER_OF", NG_PREDICATE_affiliation, ANY, false},
      {"EMPLOYEE_OR_MEMBER_OF", NG_PREDICATE_spokespersonFor, ANY, false},
      {"EMPLOYEE_OR_MEMBER_OF", NG_PREDICATE_memberOf, OF_PERSON, false},
  };
  collector c = {r->doc, &r->doc->arena, out, false};
  *out = (score_facts){0};
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    if (strcmp(sources[i].relation, relation) != 0)
      continue;
    if (sources[i].predicate < 0)
      add_offices(&c, sources[i].predicate == EXECUTIVES);
    else
      add_claims(&c, (ng_predicate)sources[i].predicate, sources[i].of,
                 sources[i].turned);
  }
  return !c.spent;
}
