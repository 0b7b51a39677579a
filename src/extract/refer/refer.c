/* refer.c - stage: what "the two sides", "he" and "the Serbian president"
 * mean.
 *
 * Word by word in text order, so that a later reference finds what earlier ones
 * mean. Better silent than wrong.
 */
#include "extract/refer/refer.h"
#include "core/fail.h"
#include "kb/kb.h"
#include "link/linker.h"

enum { SUBJECT = 500, OTHER = 420, LOOK_UPS = 64 };

void
ng_refer_add(ng_referrer *r, uint32_t unit, const uint32_t *members, uint32_t n,
             uint16_t confidence)
{
  ng_doc *doc = r->doc;
  ng_reference reference = {
      .unit = unit, .member = doc->members.n, .n = n, .confidence = confidence};
  for (uint32_t i = 0; i < n; i++)
    r->spent |= !NG_PUSH(&doc->arena, &doc->members, members[i]);
  r->spent |= !NG_PUSH(&doc->arena, &doc->references, reference);
}

/* Pronouns as linking finds them, once one is met: by word, in text order. */
typedef struct {
  ng_pronouns found;
  uint32_t next;
  bool looked; /* for them */
} pronouns;

/* Is `unit` who says, adds, tells? */
static bool
tells(const ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  return u->label == NG_REL_NSUBJ && u->head != NG_NONE &&
         ng_unit_in(r->doc, u->head,
                    " say add tell announce warn note stress explain argue"
                    " insist claim state declare continue conclude reply"
                    " describe call admit warn deny accuse urge ");
}

bool
ng_refer_is_named_before(const ng_doc *doc, uint32_t entity, uint32_t offset)
{
  for (uint32_t i = 0;
       i < doc->mentions.n && doc->mentions.at[i].span.begin < offset; i++)
    if (doc->mentions.at[i].entity == entity)
      return true;
  return false;
}

/* "NAME had been hurt, he added": he is another. */
static bool
tells_of(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_doc *doc = r->doc;
  uint32_t from = doc->sentences.at[r->branches.sentence[unit]].unit;
  uint32_t mark = unit;
  while (mark > from && doc->units.at[mark - 1].upos == NG_PUNCT &&
         !ng_form_in(doc, mark - 1, " , "))
    mark--; /* quotation marks */
  if (!tells(r, unit) || mark == from || !ng_form_in(doc, mark - 1, " , "))
    return false;
  for (uint32_t i = from; i < unit; i++)
    if (r->branches.mention[i] != NG_NONE &&
        doc->mentions.at[r->branches.mention[i]].entity == entity)
      return true;
  return false;
}

/* "he insisted he still trusted NAME", "X told NAME he would go": he is not
 * NAME.  (A pronoun does not mean a name that stands below it.) */
static bool
is_told_of_below(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  uint32_t verb = doc->units.at[unit].head;
  if (doc->units.at[unit].label != NG_REL_NSUBJ || verb == NG_NONE)
    return false;
  for (uint32_t i = unit + 1; i <= b->right[verb] && i < doc->units.n; i++)
    if (b->mention[i] != NG_NONE &&
        doc->mentions.at[b->mention[i]].kind == NG_KIND_NAME &&
        doc->mentions.at[b->mention[i]].entity == entity)
      return true;
  uint32_t over = doc->units.at[verb].head;
  if (doc->units.at[verb].label != NG_REL_CCOMP || over == NG_NONE ||
      !ng_unit_in(doc, over, " tell assure inform promise remind "))
    return false;
  for (uint32_t c = b->first[over]; c != NG_NONE && c < verb; c = b->next[c])
    if (c > over && b->mention[c] != NG_NONE &&
        doc->mentions.at[b->mention[c]].entity == entity)
      return true;
  return false;
}

/* Is the person named last before "his" or "him" another, who may be meant as
 * well, and the entity no subject: "One of those who held X was Y, 42, near the
 * end of his sentence"? */
static bool
is_another_nearer(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  uint32_t from = doc->sentences.at[b->sentence[unit]].unit;
  bool other = false, woman = ng_form_in(doc, unit, " her ");
  if (doc->units.at[unit].label == NG_REL_NSUBJ)
    return false;
  for (uint32_t i = unit; i-- > from;) {
    if (b->mention[i] == NG_NONE || doc->units.at[i].kind != NG_UNIT_NAME)
      continue;
    uint32_t named = doc->mentions.at[b->mention[i]].entity;
    if (named == entity)
      return other && doc->units.at[i].label != NG_REL_NSUBJ &&
             doc->units.at[i].label != NG_REL_NSUBJ_PASS;
    other |=
        doc->entities.at[named].type == NG_PERSON &&
        ng_person_gender(r->context, doc, named) !=
            (woman ? (uint16_t)NG_ENTITY_MAN : (uint16_t)NG_ENTITY_WOMAN) &&
        doc->units.at[i].label != NG_REL_NMOD_POSS;
  }
  return other;
}

/* "NAME said ...", he added: who spoke last goes on, if the gender fits. */
static uint32_t
goes_on(const ng_referrer *r, uint32_t unit)
{
  if (r->teller == NG_NONE || !tells(r, unit) ||
      r->told + 1 < r->branches.sentence[unit] ||
      (r->told_before && ng_refer_is_behind_person(r, unit)))
    return NG_NONE;
  uint16_t gender = ng_person_gender(r->context, r->doc, r->teller);
  ng_str text = ng_branch_text(r->doc, unit);
  bool fits = (ng_listed(text, " he ") && gender != NG_ENTITY_WOMAN) ||
              (ng_listed(text, " she ") && gender != NG_ENTITY_MAN);
  return fits ? r->teller : NG_NONE;
}

/* "NAME told the BBC's Programme": a second subject, behind the verb, is a
 * mistake of the parse. */
static bool
is_second_subject(const ng_referrer *r, uint32_t unit)
{
  uint32_t verb = r->doc->units.at[unit].head;
  uint32_t first = ng_branch_child(&r->branches, verb, NG_REL_NSUBJ);
  return first != unit && first < verb && unit > verb;
}

/* Note who speaks here. */
static void
note_teller(ng_referrer *r, uint32_t unit)
{
  ng_members who = {0};
  if (!tells(r, unit) || is_second_subject(r, unit))
    return;
  if (!ng_actor_find(&r->branches, &r->doc->arena, unit, &who))
    r->spent = true;
  r->teller =
      who.n == 1 && ng_is_person(r->doc, who.at[0]) ? who.at[0] : NG_NONE;
  r->told = r->branches.sentence[unit];
  r->told_before = false;
}

/* "congratulated NAME on his victory": the person whom the verb concerns and
 * the noun tells why; or NG_NONE. */
static uint32_t
concerned(const ng_referrer *r, uint32_t unit)
{
  static const char verbs[] =
      " congratulate thank praise accuse criticise criticize condemn blame"
      " arrest charge convict sentence fine mock mourn honour honor denounce"
      " sack dismiss fire punish jail reward ";
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  uint32_t noun = doc->units.at[unit].head;
  uint32_t verb = noun == NG_NONE ? NG_NONE : doc->units.at[noun].head;
  if (!ng_unit_in(doc, unit, " his her ") || verb == NG_NONE ||
      !ng_unit_in(doc, verb, verbs) ||
      doc->units.at[noun].label == NG_REL_NSUBJ)
    return NG_NONE;
  uint32_t object = ng_branch_child(b, verb, NG_REL_OBJ);
  if (object == NG_NONE)
    object = ng_branch_child(b, verb, NG_REL_IOBJ);
  if (object == NG_NONE || object == noun || object > unit ||
      b->mention[object] == NG_NONE)
    return NG_NONE;
  uint32_t entity = doc->mentions.at[b->mention[object]].entity;
  return doc->entities.at[entity].type == NG_PERSON ? entity : NG_NONE;
}

/* Is the entity named or meant in the pronoun's sentence or the one before, or
 * is that not read? */
static bool
is_near(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_doc *doc = r->doc;
  uint32_t here = r->branches.sentence[unit];
  uint32_t from = here ? here - 1 : 0;
  if (doc->sentences.at[from].unit == doc->sentences.at[from].unit_end)
    return true;
  for (uint32_t i = unit; i-- > doc->sentences.at[from].unit;) {
    const ng_reference *means = ng_reference_at(doc, i);
    uint32_t m = r->branches.mention[i];
    if ((m != NG_NONE && doc->mentions.at[m].entity == entity) ||
        (means && means->n == 1 && doc->members.at[means->member] == entity))
      return true;
  }
  return false;
}

/* Is nobody else named more often in the article? */
static bool
is_main(const ng_referrer *r, uint32_t entity)
{
  enum { MOST = 200 };
  const ng_doc *doc = r->doc;
  uint32_t n = doc->entities.at[entity].n_mentions;
  for (uint32_t i = 0; i < doc->entities.n && i < MOST; i++)
    if (doc->entities.at[i].type == NG_PERSON &&
        doc->entities.at[i].n_mentions > n)
      return false;
  return true;
}

/* Is another person, whom the pronoun may mean, a subject in the sentence of
 * `name`: "NAME has not spoken since he was pardoned by X. He said"? */
static bool
has_other_subject(const ng_referrer *r, uint32_t name, uint32_t pronoun)
{
  const ng_doc *doc = r->doc;
  const ng_sentence *s = &doc->sentences.at[r->branches.sentence[name]];
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    uint32_t m = r->branches.mention[i];
    uint8_t label = doc->units.at[i].label;
    if (i != name && m != NG_NONE &&
        (label == NG_REL_NSUBJ || label == NG_REL_NSUBJ_PASS) &&
        ng_refer_fits(r, doc->mentions.at[m].entity, pronoun))
      return true;
  }
  return false;
}

/* Is the entity named last, before the pronoun, but in passing: "the judiciary,
 * then headed by NAME, ..."? */
static bool
is_in_passing(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  uint32_t here = b->sentence[unit];
  for (uint32_t i = unit; i-- > 0 && b->sentence[i] + 1 >= here;) {
    if (b->mention[i] == NG_NONE ||
        doc->mentions.at[b->mention[i]].entity != entity)
      continue;
    uint32_t verb = doc->units.at[i].head;
    return doc->units.at[i].label == NG_REL_OBL_AGENT && verb != NG_NONE &&
           (doc->units.at[verb].label == NG_REL_ACL ||
            doc->units.at[verb].label == NG_REL_AMOD ||
            (b->sentence[i] < here && has_other_subject(r, i, unit)));
  }
  return false;
}

/* The person whom a pronoun meant last, in this sentence or the one before, or
 * who was the subject of that; or NG_NONE. */
static uint32_t
spoken_of(const ng_referrer *r, uint32_t unit)
{
  const ng_doc *doc = r->doc;
  uint32_t here = r->branches.sentence[unit];
  for (uint32_t i = doc->references.n; i-- > 0;) {
    const ng_reference *ref = &doc->references.at[i];
    if (r->branches.sentence[ref->unit] + 1 < here)
      break;
    if (doc->units.at[ref->unit].upos == NG_PRON && ref->n == 1 &&
        ng_refer_fits(r, doc->members.at[ref->member], unit))
      return doc->members.at[ref->member];
  }
  bool near = r->topic != NG_NONE && r->topic_at + 1 == here;
  return near && ng_refer_fits(r, r->topic, unit) ? r->topic : NG_NONE;
}

/* What linking found of a pronoun, or NULL.  All those that it looks for begin
 * with "h" or "s"; an article without them need not be read for them. */
static const ng_pronoun *
found_at(ng_referrer *r, pronouns *p, uint32_t unit)
{
  ng_doc *doc = r->doc;
  uint32_t begin = doc->units.at[unit].span.begin;
  char first = (char)(doc->text.at[begin] | 0x20);
  if (first != 'h' && first != 's')
    return NULL;
  if (!p->looked && !ng_pronouns_find(r->context, doc, &p->found))
    r->spent = true;
  p->looked = true;
  while (p->next < p->found.n &&
         doc->words.at[p->found.at[p->next].word].begin < begin)
    p->next++;
  if (p->next == p->found.n ||
      doc->words.at[p->found.at[p->next].word].begin != begin)
    return NULL;
  return &p->found.at[p->next];
}

/* Whom "he" or "his" means, by the clauses around it, by who spoke or acted
 * last, or as linking guessed; *sure: by the first. */
static uint32_t
meant(ng_referrer *r, pronouns *p, uint32_t unit, bool *sure)
{
  const ng_pronoun *found = found_at(r, p, unit);
  if (!found)
    return goes_on(r, unit);
  uint32_t who = ng_refer_in_sentence(r, unit);
  *sure = who != NG_NONE;
  if (*sure || r->unnamed)
    return who;
  who = goes_on(r, unit);
  if (who == NG_NONE)
    who = ng_refer_before(r, unit);
  if (who != NG_NONE)
    return who;
  who = found->entity;
  if (is_in_passing(r, unit, who)) {
    who = spoken_of(r, unit);
    *sure = who != NG_NONE;
    return who;
  }
  return ng_refer_fits(r, who, unit) &&
                 !ng_refer_is_only_quoted(r, unit, who) &&
                 (tells(r, unit) || is_near(r, unit, who) || is_main(r, who))
             ? who
             : NG_NONE;
}

static void
look_at_he(ng_referrer *r, pronouns *p, uint32_t unit)
{
  const ng_doc *doc = r->doc;
  bool sure = false;
  uint32_t who = meant(r, p, unit, &sure);
  uint32_t object = concerned(r, unit);
  if (object != NG_NONE) {
    ng_refer_add(r, unit, &object, 1, OTHER);
    return;
  }
  if (who != NG_NONE && !tells_of(r, unit, who) &&
      !ng_refer_may_be_another(r, unit, who) &&
      !is_told_of_below(r, unit, who) && !ng_refer_is_quoting(r, unit, who) &&
      (sure ||
       (!ng_refer_is_somebody_between(r, unit, who) &&
        !is_another_nearer(r, unit, who) &&
        ng_refer_is_named_before(doc, who, doc->units.at[unit].span.begin))))
    ng_refer_add(r, unit, &who, 1,
                 doc->units.at[unit].label == NG_REL_NSUBJ ? SUBJECT : OTHER);
}

static void
look_at_pronoun(ng_referrer *r, pronouns *p, uint32_t unit)
{
  if (ng_form_in(r->doc, unit, " they them their "))
    ng_refer_they(r, unit);
  else if (ng_unit_in(r->doc, unit, " it "))
    ng_refer_it(r, unit);
  else
    look_at_he(r, p, unit);
}

static void
look_at(ng_referrer *r, pronouns *p, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  if (u->kind == NG_UNIT_NAME && u->upos != NG_PRON) {
    if (u->mention != NG_NONE && ng_mention_is_office(r->doc, u->mention))
      (void)ng_refer_post(r, unit);
    return;
  }
  if (u->upos == NG_PRON && !ng_unit_in(r->doc, unit, " both ")) {
    look_at_pronoun(r, p, unit);
    return;
  }
  if (u->upos != NG_NOUN && u->upos != NG_PROPN && u->upos != NG_NUM &&
      u->upos != NG_DET && u->upos != NG_PRON)
    return;
  if (r->branches.mention[unit] != NG_NONE)
    return;
  if (!ng_refer_group(r, unit) && !ng_refer_post(r, unit))
    (void)ng_refer_body(r, unit);
}

/* A verb, words with others joined to them, and names beside names: may it be
 * a pair?  Most words are neither. */
static bool
may_join(const ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  return u->upos == NG_VERB || r->branches.mention[unit] != NG_NONE ||
         r->branches.below[unit] >> NG_REL_CONJ & 1;
}

static bool
refer(ng_referrer *r)
{
  pronouns p = {0};
  if (!ng_branches_make(&r->branches, r->doc) ||
      !ng_quotes_find(r->doc, &r->quotes))
    return false;
  for (uint32_t s = 0; s < r->doc->sentences.n && !r->spent; s++) {
    const ng_sentence *sentence = &r->doc->sentences.at[s];
    if (sentence->unit_end - sentence->unit > NG_LONG_SENTENCE)
      continue;
    for (uint32_t i = sentence->unit; i < sentence->unit_end; i++) {
      look_at(r, &p, i);
      if (r->doc->units.at[i].label == NG_REL_NSUBJ)
        note_teller(r, i);
      if (may_join(r, i))
        ng_refer_join(r, i);
      if (ng_refer_is_statement(r->doc, i))
        ng_refer_issue(r, i);
    }
    ng_refer_topic(r, s);
  }
  return !r->spent;
}

ng_status
ng_refer(const ng_context *context, ng_doc *doc, ng_error *err)
{
  ng_referrer r = {.context = context,
                   .doc = doc,
                   .look_ups = LOOK_UPS,
                   .teller = NG_NONE,
                   .topic = NG_NONE};
  doc->members.n = doc->references.n = 0;
  if (!context->model || !ng_is_readable(doc))
    return NG_OK;
  if (!refer(&r))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to find who is meant");
  return NG_OK;
}
