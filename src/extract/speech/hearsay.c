/* hearsay.c - what nobody in particular says.
 *
 *   X reportedly left          the clause
 *   X is said to have left     the infinitive
 *   it is believed that ...    the clause
 *   reports of a land swap     the phrase; the owner speaks if there is one:
 *   Serbia's claim that ...    the clause
 *   the alleged attack         the phrase
 *   the film tells how ...     the clause
 */
#include "extract/speech/probe.h"

static const char adverbs[] = " reportedly allegedly supposedly purportedly"
                              " rumouredly ";
static const char adjectives[] = " alleged suspected reported rumoured rumored"
                                 " purported supposed ";
static const char verbs[] = " say report believe think allege understand"
                            " rumour rumor claim accuse suspect consider"
                            " estimate charge tell inform suggest argue fear"
                            " speculate assume imply hint ";

/* "of", too, tells what is said of the first; only "that" of the second. */
static const char of_nouns[] = " report rumour rumor allegation accusation"
                               " suspicion claim charge warning suggestion"
                               " prediction fear hint ";
static const char that_nouns[] =
    " claim statement announcement belief assertion argument notion idea view"
    " hope fear report rumour rumor allegation accusation suspicion suggestion"
    " word legend myth concern worry anger conviction"
    " indication sign evidence proof warning prediction threat promise pledge "
    "assurance "
    "insistence contention"
    " speculation impression complaint remark comment assessment ";

typedef struct {
  ng_listener *l;
  const ng_doc *doc;
  const ng_branches *b;
  uint32_t unit;
} probe;

static uint32_t
head_of(const probe *p)
{
  return p->doc->units.at[p->unit].head;
}

/* Who "dismissed reports of" it: the subject of the verb that the noun is the
 * object of; or NG_NONE. */
static uint32_t
denier(const probe *p)
{
  uint32_t verb = head_of(p);
  if (p->doc->units.at[p->unit].label != NG_REL_OBJ || verb == NG_NONE ||
      !ng_unit_in(p->doc, verb,
                  " deny dismiss reject refute rebut dispute repudiate ") ||
      ng_is_negated(p->b, verb))
    return NG_NONE;
  return ng_branch_child(p->b, verb, NG_REL_NSUBJ);
}

static void
add(probe *p, uint32_t begin, uint32_t end, uint32_t owner)
{
  ng_doc *doc = p->l->doc;
  ng_members found = {0};
  uint32_t denies = denier(p);
  bool denied = denies != NG_NONE;
  ng_frame f = {.begin = p->unit, .end = p->unit + 1};
  f.speech.sentence = p->b->sentence[p->unit];
  f.speech.unit = p->unit;
  f.speech.outer = f.speech.event = NG_NONE;
  f.speech.content = ng_frame_words(p->l, begin, end);
  f.speech.frame = p->doc->units.at[p->unit].span;
  if (denied) {
    f.speech.denied = f.speech.of_talk = true;
    f.speech.unit = head_of(p);
    owner = denies;
  }
  if (owner != NG_NONE && !ng_actor_find(p->b, &doc->arena, owner, &found))
    p->l->spent = true;
  f.speech.speaker = f.speech.addressee = doc->members.n;
  for (uint32_t i = 0; i < found.n; i++, f.speech.n++)
    p->l->spent |= !NG_PUSH(&doc->arena, &doc->members, found.at[i]);
  f.speech.hearsay = owner == NG_NONE;
  ng_frame_add(p->l, &f);
}

static void
add_branch(probe *p, uint32_t head, uint32_t owner)
{
  add(p, p->b->left[head], p->b->right[head] + 1, owner);
}

/* "It is over, it was reported." */
static bool
add_before(probe *p)
{
  uint32_t it = ng_branch_child(p->b, p->unit, NG_REL_NSUBJ_PASS);
  uint32_t from = p->unit;
  if (it == NG_NONE || it > p->unit || it == 0 ||
      !ng_unit_in(p->doc, it, " it ") ||
      p->doc->units.at[it - 1].upos != NG_PUNCT)
    return false;
  while (from > 0 && p->b->sentence[from - 1] == p->b->sentence[p->unit])
    from--;
  add(p, from, it, NG_NONE);
  return true;
}

/* "is said to have left": but not "is said to" without a verb. */
static void
look_at_passive(probe *p)
{
  uint32_t clause = ng_branch_child(p->b, p->unit, NG_REL_XCOMP);
  if (clause == NG_NONE)
    clause = ng_branch_child(p->b, p->unit, NG_REL_CCOMP);
  if (clause == NG_NONE)
    clause = ng_branch_child(p->b, p->unit, NG_REL_CSUBJ_PASS);
  if (clause == NG_NONE && add_before(p))
    return;
  if (clause == NG_NONE || clause < p->unit)
    return;
  uint32_t by = ng_branch_child(p->b, p->unit, NG_REL_OBL_AGENT);
  add_branch(p, clause, by);
}

static bool
has_case(const probe *p, uint32_t unit, const char *list)
{
  for (uint32_t c = p->b->first[unit]; c != NG_NONE; c = p->b->next[c]) {
    if (c > unit)
      break;
    if (ng_unit_in(p->doc, c, list))
      return true;
  }
  return false;
}

/* Who "issued a statement", "expressed fears": the subject of the verb that the
 * noun is the object of; or NG_NONE. */
static uint32_t
utterer(const probe *p)
{
  uint32_t verb = head_of(p);
  if (verb == NG_NONE || p->doc->units.at[verb].upos != NG_VERB ||
      p->doc->units.at[p->unit].label != NG_REL_OBJ ||
      !ng_unit_in(p->doc, verb,
                  " issue make release publish express voice repeat reiterate "
                  "raise send post give deliver write "))
    return NG_NONE;
  return ng_branch_child(p->b, verb, NG_REL_NSUBJ);
}

/* "said in a statement that": what is said is told by the verb; "no evidence
 * that": nobody says so. */
static bool
is_told_otherwise(const probe *p)
{
  uint32_t verb = head_of(p);
  uint32_t det = ng_branch_child(p->b, p->unit, NG_REL_DET);
  return (det != NG_NONE && ng_unit_in(p->doc, det, " no ")) ||
         (verb != NG_NONE && p->doc->units.at[p->unit].label == NG_REL_OBL &&
          p->doc->units.at[verb].upos == NG_VERB &&
          ng_unit_in(p->doc, verb, ng_saying_verbs));
}

/* Whose claim it is: "Serbia's", "Serbian", "by Serbia". */
static uint32_t
owner_of(const probe *p)
{
  int left = NG_CHILDREN;
  for (uint32_t c = p->b->first[p->unit]; c != NG_NONE; c = p->b->next[c]) {
    uint8_t label = p->doc->units.at[c].label;
    if (label == NG_REL_NMOD_POSS ||
        ((label == NG_REL_AMOD || label == NG_REL_COMPOUND) &&
         p->b->mention[c] != NG_NONE) ||
        (label == NG_REL_NMOD && has_case(p, c, " by from ")))
      return c;
    if (--left == 0)
      break;
  }
  return utterer(p);
}

/* Where the phrase ends: what a relative clause tells of it is no hearsay, "a
 * charge of war crimes that prosecutors have brought". */
static uint32_t
end_of_phrase(const probe *p, uint32_t head)
{
  int left = NG_CHILDREN;
  for (uint32_t c = p->b->first[head]; c != NG_NONE && --left;
       c = p->b->next[c])
    if (c > head && p->doc->units.at[c].label == NG_REL_ACL_RELCL &&
        p->b->left[c] > head)
      return p->b->left[c];
  return p->b->right[head] + 1;
}

/* The clause right behind the noun with "that", which the parser hangs on the
 * noun's verb: "expressed concern that it had attacked"; or NG_NONE. */
static uint32_t
clause_behind(const probe *p)
{
  uint32_t that = p->unit + 1, verb = head_of(p);
  if (that >= p->doc->units.n || verb == NG_NONE ||
      !ng_unit_in(p->doc, that, " that ") ||
      p->doc->units.at[that].label != NG_REL_MARK)
    return NG_NONE;
  uint32_t clause = p->doc->units.at[that].head;
  return clause != NG_NONE && p->doc->units.at[clause].head == verb &&
                 p->doc->units.at[clause].label == NG_REL_ADVCL
             ? clause
             : NG_NONE;
}

/* "rumours that X attacked Y", which a parser may take for a relative clause:
 * there "that" is no mark, but the subject or the object. */
static bool
is_marked_by_that(const probe *p, uint32_t clause)
{
  for (uint32_t c = p->b->first[clause]; c != NG_NONE && c < clause;
       c = p->b->next[c])
    if (p->doc->units.at[c].label == NG_REL_MARK &&
        ng_unit_in(p->doc, c, " that "))
      return true;
  return false;
}

static void
look_at_noun(probe *p)
{
  bool of = ng_unit_in(p->doc, p->unit, of_nouns);
  bool that = ng_unit_in(p->doc, p->unit, that_nouns);
  if ((!of && !that) || is_told_otherwise(p))
    return;
  int left = NG_CHILDREN;
  uint32_t behind = that ? clause_behind(p) : NG_NONE;
  if (behind != NG_NONE)
    add_branch(p, behind, owner_of(p));
  for (uint32_t c = p->b->first[p->unit]; c != NG_NONE; c = p->b->next[c]) {
    uint8_t label = p->doc->units.at[c].label;
    bool clause =
        that && (((label == NG_REL_ACL || label == NG_REL_CCOMP) &&
                  has_case(p, c, " that ")) ||
                 (label == NG_REL_ACL_RELCL && is_marked_by_that(p, c)));
    bool phrase = of && label == NG_REL_NMOD && has_case(p, c, " of ");
    if (c > p->unit && (clause || phrase)) {
      add(p, p->b->left[c], clause ? p->b->right[c] + 1 : end_of_phrase(p, c),
          owner_of(p));
      return;
    }
    if (--left == 0)
      return;
  }
}

/* "The film tells how X attacked Y": what a story tells need not have been. */
static bool
look_at_tale(probe *p)
{
  uint32_t story = ng_branch_child(p->b, p->unit, NG_REL_NSUBJ);
  if (story == NG_NONE || story > p->unit ||
      !ng_unit_in(p->doc, p->unit,
                  " tell show depict describe portray imagine recount ") ||
      !ng_unit_in(p->doc, story,
                  " film movie novel play drama series story comedy musical"
                  " opera song thriller cartoon game poem tale fable "))
    return false;
  for (uint32_t c = p->b->first[p->unit]; c != NG_NONE; c = p->b->next[c])
    if (c > p->unit && (p->doc->units.at[c].label == NG_REL_CCOMP ||
                        p->doc->units.at[c].label == NG_REL_ADVCL ||
                        p->doc->units.at[c].label == NG_REL_OBJ)) {
      add_branch(p, c, NG_NONE);
      return true;
    }
  return false;
}

/* "Rumour has it that", "reports emerged that": all behind it, however that is
 * parsed. */
static bool
look_at_talk(probe *p, uint32_t end)
{
  static const char talk[] = " rumour rumor legend word gossip report claim "
                             "allegation accusation speculation ";
  static const char spreads[] =
      " spread emerge circulate surface swirl abound ";
  uint32_t i = p->unit;
  if (i + 3 >= end || !ng_unit_in(p->doc, i, talk))
    return false;
  bool has_it =
      ng_unit_in(p->doc, i + 1, " have ") && ng_unit_in(p->doc, i + 2, " it ");
  bool spread =
      ng_unit_in(p->doc, i + 1, spreads) && ng_unit_in(p->doc, i + 2, " that ");
  if (has_it || spread)
    add(p, i + 3, end, NG_NONE);
  return has_it || spread;
}

void
ng_hearsay_find(ng_listener *l, uint32_t sentence)
{
  const ng_sentence *s = &l->doc->sentences.at[sentence];
  probe p = {.l = l, .doc = l->doc, .b = &l->branches};
  for (uint32_t i = s->unit; i < s->unit_end && !l->spent; i++) {
    const ng_unit *unit = &l->doc->units.at[i];
    p.unit = i;
    if (unit->upos == NG_ADV && ng_unit_in(l->doc, i, adverbs) &&
        head_of(&p) != NG_NONE)
      add_branch(&p, head_of(&p), NG_NONE);
    else if (unit->label == NG_REL_AMOD && head_of(&p) > i &&
             head_of(&p) != NG_NONE && ng_form_in(l->doc, i, adjectives))
      add(&p, i, p.b->right[head_of(&p)] + 1, NG_NONE);
    else if (unit->upos == NG_VERB && ng_unit_in(l->doc, i, verbs) &&
             ng_branch_child(p.b, i, NG_REL_AUX_PASS) != NG_NONE)
      look_at_passive(&p);
    else if (!(unit->upos == NG_VERB && look_at_tale(&p)) &&
             !look_at_talk(&p, s->unit_end) && unit->upos == NG_NOUN)
      look_at_noun(&p);
  }
}
