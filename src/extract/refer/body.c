/* body.c - which state or body is meant by "the country", "the ministry", "the
 * company", and whose statement "the statement" is.
 *
 * The only one of that kind in this sentence and the two before; of several,
 * nobody.
 */
#include "extract/refer/known.h"
#include "extract/refer/refer.h"

enum { ONLY = 550, ISSUER = 600, IT = 450, SENTENCES = 2, ISSUE_SENTENCES = 5 };

/* clang-format off */
#define KINDS(K)                                                             \
  K(" country nation republic kingdom ", NG_COUNTRY)                         \
  K(" state ", NG_COUNTRY, NG_REGION)                                        \
  K(" bloc ", NG_INTERNATIONAL)                                              \
  K(" union ", NG_INTERNATIONAL)                                             \
  K(" alliance ", NG_INTERNATIONAL)                                          \
  K(" ministry ", NG_GOVERNMENT)                                             \
  K(" party ", NG_PARTY)                                                     \
  K(" company firm carmaker automaker airline ", NG_COMPANY)                 \
  K(" court tribunal ", NG_COURT)                                            \
  K(" newspaper broadcaster ", NG_MEDIA)                                     \
  K(" parliament ", NG_GOVERNMENT)                                           \
  K(" agency ", NG_MEDIA, NG_GOVERNMENT, NG_INTERNATIONAL)                   \
  K(" organization organisation ", NG_INTERNATIONAL, NG_ORGANIZATION,        \
    NG_MILITARY)                                                             \
  K(" university ", NG_SCHOOL)
/* clang-format on */

#define KIND(nouns, ...) {{__VA_ARGS__}},
#define NOUNS(nouns, ...) nouns

static const struct {
  ng_type types[3];
} kinds[] = {KINDS(KIND)};

enum { N_KINDS = sizeof kinds / sizeof *kinds };

/* Of all kinds: most words are in none. */
static const char all_nouns[] = KINDS(NOUNS);

static bool
is_kind(size_t kind, ng_type type)
{
  for (int i = 0; i < 3 && kinds[kind].types[i]; i++)
    if (kinds[kind].types[i] == type)
      return true;
  return false;
}

/* The noun itself is in the name: "the ministry" is no agency. */
static bool
has_noun(const ng_referrer *r, uint32_t unit, const ng_mention *m)
{
  ng_str name = ng_doc_text(r->doc, r->doc->entities.at[m->entity].name);
  ng_str noun = r->doc->units.at[unit].lemma;
  for (size_t i = 0; i + noun.len <= name.len; i++) {
    size_t k = 0;
    while (k < noun.len && (name.at[i + k] | 0x20) == (noun.at[k] | 0x20))
      k++;
    if (k == noun.len)
      return true;
  }
  return false;
}

/* The one entity of the kind that is named in reach before `unit`. */
static uint32_t
only_one(const ng_referrer *r, uint32_t unit, size_t kind)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  uint32_t here = b->sentence[unit], found = NG_NONE;
  bool must = ng_unit_in(doc, unit, " ministry parliament ");
  for (uint32_t i = unit, seen = 0; i > 0 && seen < 200; seen++) {
    i--;
    if (b->sentence[i] + SENTENCES < here)
      break;
    if (b->mention[i] == NG_NONE)
      continue;
    const ng_mention *m = &doc->mentions.at[b->mention[i]];
    if (!is_kind(kind, doc->entities.at[m->entity].type) ||
        (must && !has_noun(r, unit, m)))
      continue;
    if (found != NG_NONE && found != m->entity)
      return NG_NONE;
    found = m->entity;
  }
  return found;
}

/* "27-nation": how many are in it tells no other. */
static bool
tells_size(const ng_referrer *r, uint32_t unit)
{
  static const char *const ends[] = {"-nation", "-member", "-country",
                                     "-state"};
  ng_str text = ng_branch_text(r->doc, unit);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t n = strlen(ends[i]);
    if (text.len > n && memcmp(text.at + text.len - n, ends[i], n) == 0)
      return true;
  }
  return false;
}

/* Nothing but "the" says which. */
static bool
is_bare(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    uint8_t label = r->doc->units.at[c].label;
    if (tells_size(r, c))
      continue;
    if (label == NG_REL_AMOD || label == NG_REL_COMPOUND ||
        label == NG_REL_NMOD || label == NG_REL_NMOD_POSS ||
        label == NG_REL_APPOS || label == NG_REL_ACL ||
        label == NG_REL_ACL_RELCL || label == NG_REL_COP ||
        label == NG_REL_NUMMOD || label == NG_REL_FLAT)
      return false;
  }
  uint8_t label = r->doc->units.at[unit].label;
  uint8_t xpos = r->doc->units.at[unit].xpos;
  return ng_is_definite(b, unit) && xpos != NG_XPOS_NNS &&
         label != NG_REL_COMPOUND && label != NG_REL_APPOS &&
         label != NG_REL_NMOD_DESC;
}

/* --- statements
 * ------------------------------------------------------------------ */

static void
keep_issue(ng_referrer *r, uint32_t unit, const ng_members *who)
{
  ng_doc *doc = r->doc;
  r->issue = (ng_issue){r->branches.sentence[unit], doc->members.n, who->n};
  for (uint32_t i = 0; i < who->n; i++)
    r->spent |= !NG_PUSH(&doc->arena, &doc->members, who->at[i]);
}

/* "In a statement, France said", "said in a statement", "issued a statement":
 * who does. False if the arena is spent. */
static bool
find_issuer(ng_referrer *r, uint32_t unit, ng_members *who)
{
  const ng_branches *b = &r->branches;
  uint32_t verb = r->doc->units.at[unit].head, subject = NG_NONE;
  uint8_t label = r->doc->units.at[unit].label;
  bool told = verb != NG_NONE && ng_unit_is_verb(r->doc, verb) &&
              (label == NG_REL_OBL || label == NG_REL_OBJ);
  if (told && verb < unit)
    subject = ng_branch_child(b, verb, NG_REL_NSUBJ);
  uint32_t end = r->doc->sentences.at[b->sentence[unit]].unit_end;
  for (uint32_t i = unit + 1; told && verb > unit && i < end && i < unit + 40;
       i++)
    if (subject == NG_NONE && ng_unit_in(r->doc, i, " say announce add "))
      subject = ng_branch_child(b, i, NG_REL_NSUBJ);
  if (subject == NG_NONE || ng_actor_find(b, &r->doc->arena, subject, who))
    return true;
  r->spent = true;
  return false;
}

void
ng_refer_issue(ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  ng_members who = {0};
  if (!ng_actor_find(b, &r->doc->arena, unit, &who))
    r->spent = true;
  if (who.n == 0 && find_issuer(r, unit, &who) && who.n == 0)
    return;
  if (who.n)
    keep_issue(r, unit, &who);
}

/* "The statement said", "it said in the statement". */
static bool
resolve_statement(ng_referrer *r, uint32_t unit)
{
  const ng_issue *s = &r->issue;
  uint32_t members[8];
  if (!ng_refer_is_statement(r->doc, unit))
    return false;
  if (!is_bare(r, unit) || s->n == 0 || s->n > 8 ||
      s->sentence + ISSUE_SENTENCES < r->branches.sentence[unit])
    return true;
  memcpy(members, r->doc->members.at + s->member, s->n * sizeof *members);
  ng_refer_add(r, unit, members, s->n, ISSUER);
  return true;
}

/* --- members --------------------------------------------------------------
 */

/* "the EU member", "the NATO country", alone: of which body; or NG_NONE. */
static uint32_t
body_of_member(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  uint8_t label = doc->units.at[unit].label;
  uint32_t body = NG_NONE;
  int left = NG_CHILDREN;
  if (!ng_unit_in(doc, unit, " member country nation state ") ||
      doc->units.at[unit].xpos == NG_XPOS_NNS || !ng_is_definite(b, unit) ||
      label == NG_REL_APPOS || label == NG_REL_NMOD_DESC ||
      label == NG_REL_COMPOUND)
    return NG_NONE;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    if (c > unit || doc->units.at[c].label == NG_REL_COP)
      return NG_NONE; /* "the NATO member Turkey", "is the member" */
    if (b->mention[c] != NG_NONE)
      body = doc->mentions.at[b->mention[c]].entity;
  }
  return body != NG_NONE && doc->entities.at[body].type == NG_INTERNATIONAL
             ? body
             : NG_NONE;
}

/* The one state named in reach before that a base has among its members. */
static bool
resolve_member(ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  uint32_t body = body_of_member(r, unit), found = NG_NONE;
  if (body == NG_NONE)
    return false;
  for (uint32_t i = unit, seen = 0; i > 0 && seen < 400; seen++) {
    i--;
    if (b->sentence[i] + ISSUE_SENTENCES < b->sentence[unit])
      break;
    if (b->mention[i] == NG_NONE)
      continue;
    uint32_t e = doc->mentions.at[b->mention[i]].entity;
    if (doc->entities.at[e].type != NG_COUNTRY || e == found ||
        !ng_known_member(&r->context->bases, doc->entities.at[e].ref,
                         doc->entities.at[body].ref))
      continue;
    if (found != NG_NONE)
      return true;
    found = e;
  }
  if (found != NG_NONE)
    ng_refer_add(r, unit, &found, 1, ONLY);
  return true;
}

/* The kind that the noun is of, or N_KINDS. */
static size_t
kind_of(const ng_doc *doc, uint32_t unit)
{
  size_t kind = 0;
#define IS_KIND(nouns, ...)         \
  if (ng_unit_in(doc, unit, nouns)) \
    return kind;                    \
  kind++;
  KINDS(IS_KIND)
#undef IS_KIND
  return kind;
}

bool
ng_refer_body(ng_referrer *r, uint32_t unit)
{
  if (resolve_statement(r, unit) || resolve_member(r, unit))
    return true;
  if (!ng_unit_in(r->doc, unit, all_nouns))
    return false;
  size_t kind = kind_of(r->doc, unit);
  if (kind == N_KINDS)
    return false;
  uint32_t entity = is_bare(r, unit) ? only_one(r, unit, kind) : NG_NONE;
  if (entity != NG_NONE)
    ng_refer_add(r, unit, &entity, 1, ONLY);
  return true;
}

/* --- it
 * -------------------------------------------------------------------------- */

/* The subject of the sentence before, or NG_NONE. */
static uint32_t
subject_before(const ng_referrer *r, uint32_t sentence)
{
  const ng_doc *doc = r->doc;
  if (sentence == 0)
    return NG_NONE;
  const ng_sentence *s = &doc->sentences.at[sentence - 1];
  for (uint32_t i = s->unit; i < s->unit_end; i++)
    if (doc->units.at[i].head == NG_NONE)
      return ng_branch_child(&r->branches, i, NG_REL_NSUBJ);
  return NG_NONE;
}

/* The state that is the one subject of the sentence before, or NG_NONE. */
static uint32_t
last_subject(const ng_referrer *r, uint32_t sentence)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  uint32_t subject = subject_before(r, sentence);
  if (subject == NG_NONE || b->mention[subject] == NG_NONE ||
      doc->units.at[subject].upos != NG_PROPN ||
      ng_branch_child(b, subject, NG_REL_CONJ) != NG_NONE)
    return NG_NONE;
  uint32_t entity = doc->mentions.at[b->mention[subject]].entity;
  return doc->entities.at[entity].type == NG_COUNTRY ? entity : NG_NONE;
}

/* Who spoke or acted in the sentence before, if that is one body or state: "The
 * ministry denied it.  It said ..."; or NG_NONE. */
static uint32_t
last_speaker(ng_referrer *r, uint32_t sentence)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  ng_members who = {0};
  uint32_t subject = subject_before(r, sentence);
  if (subject != NG_NONE && !ng_actor_find(b, &r->doc->arena, subject, &who))
    r->spent = true;
  bool one = who.n == 1 && !ng_is_person(doc, who.at[0]);
  ng_type type = one ? (ng_type)doc->entities.at[who.at[0]].type : NG_ENTITY;
  return type == NG_COUNTRY || (type >= NG_ORGANIZATION && type < NG_TEAM)
             ? who.at[0]
             : NG_NONE;
}

/* Is the entity named in the sentence of the pronoun, which then is another? */
static bool
is_named_behind(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  uint32_t end = doc->sentences.at[b->sentence[unit]].unit_end;
  for (uint32_t i = unit + 1; i < end; i++)
    if (b->mention[i] != NG_NONE &&
        doc->mentions.at[b->mention[i]].entity == entity)
      return true;
  return false;
}

/* Does "it" say something, as no event or empty "it" does? */
static bool
it_speaks(const ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  return u->label == NG_REL_NSUBJ && u->head != NG_NONE &&
         r->doc->units.at[u->head].xpos != NG_XPOS_VBZ &&
         ng_unit_in(r->doc, u->head,
                    " say add note stress warn urge accuse condemn reject deny"
                    " announce demand insist pledge vow threaten blame"
                    " denounce criticise criticize welcome express ");
}

/* Does "it" do something, as no empty "it" does: "it seems", "it is known"? */
static bool
it_acts(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  const ng_unit *u = &r->doc->units.at[unit];
  return u->label == NG_REL_NSUBJ && u->head != NG_NONE &&
         r->doc->units.at[u->head].head == NG_NONE &&
         ng_unit_is_verb(r->doc, u->head) &&
         ng_branch_child(b, u->head, NG_REL_OBJ) != NG_NONE &&
         ng_branch_child(b, u->head, NG_REL_CCOMP) == NG_NONE &&
         ng_branch_child(b, u->head, NG_REL_CSUBJ) == NG_NONE &&
         ng_branch_child(b, u->head, NG_REL_XCOMP) == NG_NONE &&
         !ng_unit_in(r->doc, u->head,
                     " take make cost give mean follow mark help show ");
}

void
ng_refer_it(ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  uint32_t sentence = r->branches.sentence[unit];
  uint32_t members[8];
  const ng_issue *issue = &r->issue;
  if (u->label == NG_REL_NSUBJ && u->head != NG_NONE && issue->n &&
      issue->n <= 8 && issue->sentence + 1 == sentence &&
      ng_unit_in(r->doc, u->head, " say add note state stress warn read ")) {
    memcpy(members, r->doc->members.at + issue->member,
           issue->n * sizeof *members);
    ng_refer_add(r, unit, members, issue->n, IT);
    return;
  }
  uint32_t entity = it_acts(r, unit) ? last_subject(r, sentence) : NG_NONE;
  if (entity == NG_NONE && it_speaks(r, unit)) {
    entity = last_speaker(r, sentence);
    if (entity != NG_NONE && is_named_behind(r, unit, entity))
      entity = NG_NONE;
  }
  if (entity != NG_NONE)
    ng_refer_add(r, unit, &entity, 1, IT);
}
