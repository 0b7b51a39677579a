/* clause.c - whom "he" and "his" mean by the clauses around them.
 *
 * In this order: the subject of the clauses around the pronoun, nearest first
 * ("X contrasted it with a party which he said would fail"), behind the pronoun
 * only where "his" opens a phrase before it ("In his speech, X said"); then who
 * was the subject of the sentence before, or spoke in it.  Linking's guess, by
 * distance and frequency, is for what remains (link/nominal.c).
 */
#include "extract/refer/refer.h"
#include "link/given.h"
#include "link/linker.h"

enum { CLAUSES = 12 };

/* The word and the space before byte `end`, "Mrs"; empty: there are none. */
static ng_str
word_before(const ng_doc *doc, uint32_t end)
{
  if (end == 0 || doc->text.at[--end] != ' ')
    return NG_LIT("");
  uint32_t begin = end;
  while (begin > 0 && ng_is_letter(doc->text.at[begin - 1]))
    begin--;
  return ng_doc_text(doc, (ng_span){begin, end});
}

/* By the word before the last of the entity's names: "Mrs NAME"; or 0. */
static uint16_t
gender_by_title(const ng_doc *doc, uint32_t entity)
{
  enum { MOST = 500 };
  uint32_t n_seen = 0;
  for (uint32_t i = doc->mentions.n; i-- > 0 && n_seen++ < MOST;) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->entity != entity)
      continue;
    ng_str title = word_before(doc, m->span.begin);
    uint16_t gender =
        title.len > 1 && ng_is_upper(title.at[0]) && !ng_is_upper(title.at[1])
            ? ng_title_gender(title)
            : 0;
    if (gender)
      return gender;
  }
  return 0;
}

bool
ng_refer_fits(const ng_referrer *r, uint32_t entity, uint32_t pronoun)
{
  ng_str text = ng_branch_text(r->doc, pronoun);
  uint16_t gender = ng_person_gender(r->context, r->doc, entity);
  if (!gender && r->doc->entities.at[entity].type == NG_PERSON)
    gender = gender_by_title(r->doc, entity);
  uint16_t other =
      ng_listed(text, " he him his himself ") ? NG_ENTITY_WOMAN : NG_ENTITY_MAN;
  return r->doc->entities.at[entity].type == NG_PERSON && gender != other;
}

/* The one person whom the phrase around `at` means and the pronoun may. */
static uint32_t
person_at(ng_referrer *r, uint32_t at, uint32_t pronoun)
{
  static const char he[] = " he him his ", she[] = " she her ";
  ng_members who = {0};
  ng_str text = ng_branch_text(r->doc, at),
         own = ng_branch_text(r->doc, pronoun);
  if ((ng_listed(text, she) && ng_listed(own, he)) ||
      (ng_listed(text, he) && ng_listed(own, she)))
    return NG_NONE;
  if (!ng_actor_find(&r->branches, &r->doc->arena, at, &who))
    r->spent = true;
  return who.n == 1 && ng_refer_fits(r, who.at[0], pronoun) ? who.at[0]
                                                            : NG_NONE;
}

static uint32_t
subject_of(const ng_branches *b, uint32_t verb)
{
  uint32_t subject = ng_branch_child(b, verb, NG_REL_NSUBJ);
  return subject != NG_NONE ? subject
                            : ng_branch_child(b, verb, NG_REL_NSUBJ_PASS);
}

static bool
is_possessive(const ng_doc *doc, uint32_t unit)
{
  return doc->units.at[unit].label == NG_REL_NMOD_POSS;
}

/* Is the pronoun in the branch of `unit`? */
static bool
is_in(const ng_branches *b, uint32_t pronoun, uint32_t unit)
{
  return b->left[unit] <= pronoun && pronoun <= b->right[unit];
}

/* Does "his" open a phrase before the subject: "In his speech, X said"? */
static bool
opens(const ng_referrer *r, uint32_t pronoun, uint32_t subject)
{
  const ng_doc *doc = r->doc;
  uint32_t from = doc->sentences.at[r->branches.sentence[pronoun]].unit;
  return is_possessive(doc, pronoun) && pronoun <= from + 2 &&
         doc->units.at[subject].kind == NG_UNIT_NAME && subject > pronoun + 1 &&
         !is_in(&r->branches, pronoun, subject);
}

/* "told Y that he would": may be either. */
static bool
is_told_somebody(const ng_referrer *r, uint32_t verb, uint32_t pronoun)
{
  static const ng_relation objects[] = {NG_REL_OBJ, NG_REL_IOBJ};
  for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
    uint32_t c = ng_branch_child(&r->branches, verb, objects[i]);
    if (c != NG_NONE && c < pronoun && r->branches.mention[c] != NG_NONE &&
        ng_refer_fits(r, r->doc->mentions.at[r->branches.mention[c]].entity,
                      pronoun))
      return true;
  }
  return false;
}

/* "said that he should", "told Y that he would": he may be another. */
static bool
is_open(const ng_referrer *r, uint32_t verb, uint32_t pronoun)
{
  const ng_doc *doc = r->doc;
  uint32_t own = doc->units.at[pronoun].head;
  if (is_possessive(doc, pronoun))
    return false;
  for (uint32_t c = r->branches.first[own]; c != NG_NONE && c < own;
       c = r->branches.next[c])
    if (doc->units.at[c].label == NG_REL_AUX &&
        ng_unit_in(doc, c, " should must ought "))
      return true;
  return is_told_somebody(r, verb, pronoun);
}

/* The person in the clause around `at`, its head, whom the pronoun means;
 * *stop: that clause leaves open whom. */
static uint32_t
in_clause(ng_referrer *r, uint32_t at, uint32_t pronoun, bool *stop)
{
  const ng_branches *b = &r->branches;
  const ng_doc *doc = r->doc;
  uint32_t subject = subject_of(b, at);
  bool own = doc->units.at[pronoun].head == at && !is_possessive(doc, pronoun);
  if (subject == NG_NONE || subject == pronoun || own ||
      is_in(b, pronoun, subject))
    return NG_NONE;
  if (subject > pronoun) {
    *stop = !opens(r, pronoun, subject);
    return *stop ? NG_NONE : person_at(r, subject, pronoun);
  }
  if (is_open(r, at, pronoun)) {
    *stop = true;
    return NG_NONE;
  }
  if (ng_unit_in(doc, subject, " who that ")) {
    uint32_t named = doc->units.at[at].head;
    return named == NG_NONE ? NG_NONE : person_at(r, named, pronoun);
  }
  uint32_t found = person_at(r, subject, pronoun);
  r->unnamed |= found == NG_NONE && !ng_reference_at(doc, subject) &&
                ng_refer_is_unnamed(r, subject);
  *stop |= r->unnamed;
  return found;
}

/* "prompted a donor to say he would": who is prompted says it.  The object that
 * is the subject of the verb `at`, or NG_NONE. */
static uint32_t
controller(const ng_branches *b, uint32_t at)
{
  const ng_unit *u = &b->doc->units.at[at];
  if (u->label != NG_REL_XCOMP || u->head == NG_NONE ||
      subject_of(b, at) != NG_NONE)
    return NG_NONE;
  uint32_t object = ng_branch_child(b, u->head, NG_REL_OBJ);
  if (object == NG_NONE)
    object = ng_branch_child(b, u->head, NG_REL_IOBJ);
  return object != NG_NONE && object < at ? object : NG_NONE;
}

/* Whom the clauses around the pronoun say, or NG_NONE. */
static uint32_t
around(ng_referrer *r, uint32_t pronoun, bool *stop)
{
  const ng_doc *doc = r->doc;
  uint32_t at = doc->units.at[pronoun].head, found;
  for (int i = 0; i < CLAUSES && at != NG_NONE && !*stop; i++) {
    uint8_t label = doc->units.at[at].label;
    uint32_t head = doc->units.at[at].head;
    found = in_clause(r, at, pronoun, stop);
    if (found != NG_NONE)
      return found;
    uint32_t told = controller(&r->branches, at);
    if (told != NG_NONE && told < pronoun &&
        !is_in(&r->branches, pronoun, told)) {
      found = person_at(r, told, pronoun);
      r->unnamed |= found == NG_NONE && ng_refer_is_somebody(r, told);
      *stop |= r->unnamed;
      if (found != NG_NONE || *stop)
        return found;
    }
    if (label == NG_REL_ACL && head != NG_NONE && head < pronoun) {
      /* "Y, accused of hitting his wife" */
      found = person_at(r, head, pronoun);
      if (found != NG_NONE)
        return found;
    }
    at = head;
  }
  return NG_NONE;
}

bool
ng_refer_is_behind_person(const ng_referrer *r, uint32_t pronoun)
{
  const ng_doc *doc = r->doc;
  uint32_t from = doc->sentences.at[r->branches.sentence[pronoun]].unit;
  for (uint32_t i = from; i < pronoun; i++) {
    uint32_t m = r->branches.mention[i];
    if (m != NG_NONE &&
        doc->entities.at[doc->mentions.at[m].entity].type == NG_PERSON)
      return true;
  }
  return false;
}

uint32_t
ng_refer_in_sentence(ng_referrer *r, uint32_t unit)
{
  bool stop = false;
  r->unnamed = false;
  return around(r, unit, &stop);
}

uint32_t
ng_refer_before(const ng_referrer *r, uint32_t unit)
{
  if (r->topic == NG_NONE || r->topic_at + 1 != r->branches.sentence[unit] ||
      !ng_refer_fits(r, r->topic, unit) || ng_refer_is_behind_person(r, unit))
    return NG_NONE;
  return r->topic;
}

/* --- quotations ----------------------------------------------------------- */

/* The quotation of whole sentences that the byte at `at` is in, or NULL. */
static const ng_quote *
quote_at(const ng_referrer *r, uint32_t at)
{
  uint32_t low = 0, high = r->quotes.n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (r->quotes.at[middle].span.end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  const ng_quote *q = low < r->quotes.n ? &r->quotes.at[low] : NULL;
  bool whole = q && (q->spoken || q->last != q->sentence);
  return whole && q->span.begin <= at ? q : NULL;
}

const ng_quote *
ng_refer_quote(const ng_referrer *r, uint32_t unit)
{
  return quote_at(r, r->doc->units.at[unit].span.begin);
}

bool
ng_refer_is_only_quoted(const ng_referrer *r, uint32_t pronoun, uint32_t entity)
{
  enum { NEAR = 2, MOST = 200 };
  const ng_doc *doc = r->doc;
  uint32_t here = r->branches.sentence[pronoun], left = MOST;
  uint32_t first = doc->sentences.at[here > NEAR ? here - NEAR : 0].token;
  for (uint32_t i = doc->mentions.n; i-- > 0 && left-- > 0;) {
    uint32_t at = doc->mentions.at[i].span.begin;
    if (at >= doc->units.at[pronoun].span.begin) {
      left++;
      continue;
    }
    if (at < doc->tokens.at[first].begin)
      break;
    if (doc->mentions.at[i].entity == entity) {
      const ng_quote *q = quote_at(r, at);
      return q && q != ng_refer_quote(r, pronoun);
    }
  }
  return false;
}

bool
ng_refer_is_quoting(const ng_referrer *r, uint32_t pronoun, uint32_t entity)
{
  const ng_quote *own = ng_refer_quote(r, pronoun);
  return own && r->teller == entity && r->told + 1 >= own->sentence &&
         r->told <= own->last;
}

/* Whoever spoke or was spoken of before goes on being so behind a sentence that
 * is all quotation. */
static bool
is_quoted(const ng_referrer *r, const ng_sentence *s)
{
  uint32_t middle = s->token + (s->end - s->token) / 2;
  return s->end > s->token && quote_at(r, r->doc->tokens.at[middle].begin);
}

void
ng_refer_topic(ng_referrer *r, uint32_t sentence)
{
  const ng_doc *doc = r->doc;
  const ng_sentence *s = &doc->sentences.at[sentence];
  ng_members who = {0};
  bool next = r->topic_at + 1 == sentence;
  if (is_quoted(r, s) && r->told != sentence) {
    r->told_before |= r->told + 1 == sentence;
    r->told += r->told + 1 == sentence;
    r->topic = next ? r->topic : NG_NONE;
    r->topic_at = sentence;
    return;
  }
  r->topic = NG_NONE;
  r->topic_at = sentence;
  if (r->teller != NG_NONE && r->told == sentence) {
    r->topic = r->teller;
    return;
  }
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    if (doc->units.at[i].head != NG_NONE)
      continue;
    uint32_t subject = subject_of(&r->branches, i);
    if (subject != NG_NONE &&
        !ng_actor_find(&r->branches, &r->doc->arena, subject, &who))
      r->spent = true;
    break;
  }
  if (who.n == 1)
    r->topic = who.at[0];
}

bool
ng_refer_may_be_another(const ng_referrer *r, uint32_t unit, uint32_t entity)
{
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  uint32_t here = b->sentence[unit], head = doc->units.at[unit].head;
  uint8_t label = doc->units.at[unit].label;
  bool woman = ng_listed(ng_branch_text(doc, unit), " her ");
  uint32_t over = head == NG_NONE ? NG_NONE : doc->units.at[head].head;
  if ((label != NG_REL_OBJ && label != NG_REL_IOBJ) || here == 0 ||
      over == NG_NONE ||
      (doc->units.at[head].label != NG_REL_CCOMP &&
       doc->units.at[head].label != NG_REL_ACL) ||
      !ng_unit_in(doc, over,
                  " hope wish want expect demand urge propose recommend call"
                  " suggest desire recommendation proposal expectation "))
    return false;
  const ng_sentence *before = &doc->sentences.at[here - 1];
  for (uint32_t i = before->unit; i < before->unit_end; i++) {
    uint32_t named = b->mention[i] == NG_NONE
                         ? entity
                         : doc->mentions.at[b->mention[i]].entity;
    if (named != entity && doc->entities.at[named].type == NG_PERSON &&
        ng_person_gender(r->context, doc, named) !=
            (woman ? (uint16_t)NG_ENTITY_MAN : (uint16_t)NG_ENTITY_WOMAN))
      return true;
  }
  return false;
}
