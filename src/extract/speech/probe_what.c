#include "extract/speech/probe.h"

/* What is said of these only as a clause: "he went on to Paris" is no speech,
 * nor is "reported a loss". */
static const char weak[] = " continue go hold point agree post answer respond"
                           " voice signal add note observe recall counter"
                           " charge conclude maintain repeat rule determine ";

/* Of these only a clause behind or a quotation is said: "the two, which want to
 * join, agreed". */
static const char never_behind[] = " agree hold signal voice charge point go"
                                   " promise pledge vow hope ";

/* Is there a verb in the units [begin, end)? */
bool
ng_probe_has_clause(const ng_probe *p, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end && i < begin + 200; i++)
    if (ng_probe_upos(p, i) == NG_VERB || ng_probe_upos(p, i) == NG_AUX)
      return true;
  return false;
}

/* "said in a statement that X left", where a parser takes "that X left" for a
 * relative clause: what the document says. */
static bool
is_in_document(const ng_probe *p, uint32_t that)
{
  uint8_t next = ng_probe_upos(p, that + 1);
  return ng_probe_is(p, that - 1,
                     " statement interview letter speech report tweet post "
                     "release memo note message address email e-mail briefing "
                     "conference testimony affidavit ruling ") &&
         (next == NG_PROPN || next == NG_DET || next == NG_NOUN ||
          next == NG_ADJ || next == NG_PRON || next == NG_NUM);
}

/* The first "that" behind the verb with no clause between, or NG_NONE. */
uint32_t
ng_probe_that(const ng_probe *p)
{
  for (uint32_t i = p->behind; i < p->to && i < p->behind + 24; i++) {
    uint8_t xpos = p->doc->units.at[i].xpos;
    bool relative = xpos == NG_XPOS_WDT && ng_unit_is_nominal(p->doc, i - 1) &&
                    !is_in_document(p, i);
    if (ng_probe_is(p, i, " that ") && xpos != NG_XPOS_DT && !relative)
      return i;
    if (i > p->behind && ng_probe_upos(p, i) == NG_VERB &&
        ng_probe_is(p, i, ng_saying_verbs))
      break;
    if (ng_probe_upos(p, i) == NG_AUX || ng_probe_is_mark(p, i) ||
        (ng_probe_upos(p, i) == NG_VERB && xpos != NG_XPOS_VBG &&
         xpos != NG_XPOS_VBN))
      break;
  }
  return NG_NONE;
}

/* "said an attack by X would be wrong", where a parser takes the attack for an
 * object: the clause before `left` has its subject there. */
static bool
is_split(const ng_probe *p, uint32_t left)
{
  uint32_t object = ng_branch_child(p->b, p->verb, NG_REL_OBJ);
  return object != NG_NONE && object >= p->behind && object < left &&
         p->b->left[object] == p->behind && p->b->right[object] + 1 == left &&
         ng_probe_is(p, p->verb, " say think believe claim insist argue feel ");
}

/* Where the words said begin, if they stand behind; or NG_NONE. */
static uint32_t
find_behind(const ng_probe *p)
{
  uint32_t that = ng_probe_that(p), i = p->behind;
  if (that != NG_NONE)
    return that;
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c]) {
    bool clause =
        ng_probe_label(p, c) == NG_REL_CCOMP ||
        (ng_probe_label(p, c) == NG_REL_PARATAXIS && ng_probe_is_mark(p, i));
    if (clause && c > p->behind && is_split(p, p->b->left[c]))
      return p->behind;
    if (c < p->behind || !clause ||
        (ng_unit_is_nominal(p->doc, c) && ng_probe_subject(p, c) == NG_NONE))
      continue;
    uint32_t left = p->b->left[c];
    while (left > p->behind && (ng_probe_upos(p, left - 1) == NG_PRON ||
                                ng_probe_upos(p, left - 1) == NG_DET))
      left--;
    return left < p->behind ? p->behind : left;
  }
  while (ng_probe_upos(p, i) == NG_PUNCT && i < p->to &&
         !ng_probe_is_mark(p, i))
    i++;
  if (ng_probe_is_mark(p, i) && i + 2 < p->to)
    return i;
  return NG_NONE;
}

/* Is there a verb behind `i` with a subject that is not before `i`? */
static bool
has_subject(const ng_probe *p, uint32_t i)
{
  for (uint32_t k = i + 1; k < p->to && k < i + 40; k++) {
    if (ng_probe_upos(p, k) != NG_VERB && ng_probe_upos(p, k) != NG_AUX)
      continue;
    uint32_t head =
        ng_probe_upos(p, k) == NG_AUX ? p->doc->units.at[k].head : k;
    uint32_t subject = head == NG_NONE ? NG_NONE : ng_probe_subject(p, head);
    return subject != NG_NONE && subject >= i;
  }
  return false;
}

/* Behind a frame without a "that": a clause, not "in a statement" or "on
 * Monday". */
static bool
starts_clause(const ng_probe *p, uint32_t i)
{
  switch (ng_probe_upos(p, i)) {
  case NG_ADP:
  case NG_SCONJ:
  case NG_PUNCT:
  case NG_CCONJ:
  case NG_ADV:
  case NG_PART:
  case NG_VERB:
    return false;
  default:
    return has_subject(p, i);
  }
}

/* A relative clause by a mistake of the parse: ", France said". */
static bool
stands_alone(const ng_probe *p, uint32_t verb)
{
  uint32_t subject = ng_probe_subject(p, verb);
  return subject != NG_NONE &&
         ng_probe_antecedent(p, subject, verb) == subject &&
         p->b->left[subject] > p->from &&
         ng_probe_upos(p, p->b->left[subject] - 1) == NG_PUNCT;
}

/* ", and Y left": where the article goes on by itself, with a verb that the
 * parse joins to the frame's, and a subject of its own. Not between marks. */
static uint32_t
find_next_clause(const ng_probe *p)
{
  bool quoted = false;
  for (uint32_t i = p->behind; i + 2 < p->to && i < p->behind + 200; i++) {
    quoted ^= ng_probe_is_mark(p, i);
    if (quoted || ng_probe_upos(p, i) != NG_PUNCT ||
        ng_probe_upos(p, i + 1) != NG_CCONJ)
      continue;
    for (uint32_t k = i + 2; k < p->to && k < i + 20; k++) {
      uint32_t subject =
          ng_probe_upos(p, k) == NG_VERB ? ng_probe_subject(p, k) : NG_NONE;
      if (subject == NG_NONE)
        continue;
      if (subject > i && subject < k && ng_probe_label(p, k) == NG_REL_CONJ &&
          p->doc->units.at[k].head == p->verb)
        return i;
      break;
    }
  }
  return p->to;
}

/* The end of what is said behind the frame: its sentence's, unless the frame is
 * in a clause of its own ("Macron, who said he would go, met"). */
static uint32_t
find_end(const ng_probe *p)
{
  uint32_t at = p->verb;
  for (int up = 0; up < 6 && at != NG_NONE; up++) {
    uint8_t is = ng_probe_label(p, at);
    if ((is == NG_REL_ACL_RELCL && !stands_alone(p, at)) || is == NG_REL_ACL ||
        (is == NG_REL_ADVCL && at < p->doc->units.at[at].head))
      return p->b->right[at] + 1;
    at = p->doc->units.at[at].head;
  }
  return find_next_clause(p);
}

/* Is the frame in between, so that what is said goes on behind it? */
static bool
goes_on(const ng_probe *p)
{
  uint32_t i = p->behind;
  if (ng_probe_upos(p, i) != NG_PUNCT || i + 3 >= p->to ||
      !ng_probe_text_is(p, i, " , — – - "))
    return false;
  i++;
  if (ng_probe_is_mark(p, i))
    return true;
  switch (ng_probe_upos(p, i)) {
  case NG_AUX:
  case NG_DET:
  case NG_PROPN:
  case NG_PRON:
  case NG_NOUN:
  case NG_NUM:
  case NG_ADJ:
    return p->doc->units.at[i].xpos != NG_XPOS_WP &&
           p->doc->units.at[i].xpos != NG_XPOS_WDT &&
           ng_probe_has_clause(p, i, p->to);
  case NG_VERB:
    return p->doc->units.at[i].xpos != NG_XPOS_VBG;
  default:
    return false;
  }
}

/* Where the sentence's main clause begins: behind "After meeting Y," and "Asked
 * whether ...,". */
static uint32_t
main_clause(const ng_probe *p)
{
  uint8_t xpos = p->doc->units.at[p->from].xpos;
  if (ng_probe_upos(p, p->from) != NG_SCONJ &&
      ng_probe_upos(p, p->from) != NG_ADP &&
      !ng_probe_is(p, p->from, " when after while as asked ") &&
      xpos != NG_XPOS_VBN && xpos != NG_XPOS_VBG)
    return p->from;
  for (uint32_t i = p->from + 1; i < p->begin; i++)
    if (ng_probe_text_is(p, i, " , "))
      return i + 1;
  return p->from;
}

/* Does what is said stand before the frame? */
static bool
stands_before(const ng_probe *p)
{
  if (p->begin < p->from + 2 || ng_probe_upos(p, p->begin - 1) != NG_PUNCT ||
      ng_probe_text_is(p, p->begin - 1, " ( [ : ; "))
    return false;
  if (ng_probe_is_mark(p, p->begin - 1) || ng_probe_is_mark(p, p->begin - 2))
    return true;
  if (ng_probe_is(p, p->verb, never_behind))
    return false;
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c])
    if (c < p->begin && (ng_probe_label(p, c) == NG_REL_CCOMP ||
                         ng_probe_label(p, c) == NG_REL_PARATAXIS))
      return true;
  if (p->subject == NG_NONE)
    return false;
  return ng_probe_has_clause(p, main_clause(p), p->begin);
}

ng_frame
ng_probe_start(const ng_probe *p)
{
  ng_frame f = {.begin = p->begin, .end = p->behind};
  f.speech.sentence = p->b->sentence[p->verb];
  f.speech.unit = p->verb;
  f.speech.outer = f.speech.event = NG_NONE;
  f.speech.frame = ng_frame_words(p->l, p->begin, p->behind);
  f.speech.denied = ng_probe_is(p, p->verb, " deny dispute doubt ");
  return f;
}

/* Fill in who speaks, and to whom. */
void
ng_probe_name(const ng_probe *p, ng_frame *f)
{
  ng_doc *doc = p->l->doc;
  ng_members found = {0}, heard = {0};
  if (p->subject != NG_NONE &&
      !ng_actor_find(p->b, &doc->arena, p->subject, &found))
    p->l->spent = true;
  if (ng_probe_is(p, p->verb,
                  " tell inform assure remind notify warn urge ask order"
                  " call encourage advise instruct promise "))
    for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c]) {
      bool whom =
          ng_probe_label(p, c) == NG_REL_OBJ ||
          ng_probe_label(p, c) == NG_REL_IOBJ ||
          (ng_probe_label(p, c) == NG_REL_OBL &&
           ng_probe_is(p, p->verb, " call ") &&
           ng_probe_is(p, p->b->first[c] < p->to ? p->b->first[c] : c, " on "));
      if (whom && c > p->verb && !ng_unit_is_verb(doc, c) &&
          !ng_actor_find(p->b, &doc->arena, c, &heard))
        p->l->spent = true;
    }
  f->speech.speaker = doc->members.n;
  for (uint32_t i = 0; i < found.n; i++, f->speech.n++)
    p->l->spent |= !NG_PUSH(&doc->arena, &doc->members, found.at[i]);
  f->speech.addressee = doc->members.n;
  for (uint32_t i = 0; i < heard.n; i++, f->speech.n_addressees++)
    p->l->spent |= !NG_PUSH(&doc->arena, &doc->members, heard.at[i]);
}

/* Nobody says it: "did not say whether", "declined to say if", "asked whether".
 * But what "did not say how many were arrested" says is so. */
typedef enum { SAID, UNSAID, GRANTED } manner_kind;

/* "did not confirm or deny": neither. */
static bool
shares_negation(const ng_probe *p)
{
  uint32_t head = p->doc->units.at[p->verb].head;
  uint32_t cc = ng_branch_child(p->b, p->verb, NG_REL_CC);
  return ng_probe_label(p, p->verb) == NG_REL_CONJ && head != NG_NONE &&
         cc != NG_NONE && ng_probe_is(p, cc, " or nor ") &&
         ng_is_negated(p->b, head);
}

static manner_kind
manner_of(const ng_probe *p, uint32_t content)
{
  uint32_t head = p->doc->units.at[p->verb].head;
  bool yet = p->verb >= p->from + 2 && ng_probe_is(p, p->verb - 1, " to ") &&
             ng_probe_is(p, p->verb - 2, " yet ");
  bool no = yet || ng_is_negated(p->b, p->verb) || shares_negation(p) ||
            (ng_probe_label(p, p->verb) == NG_REL_XCOMP && head != NG_NONE &&
             (ng_unit_in(p->doc, head, " decline refuse fail ") ||
              ng_is_negated(p->b, head)));
  bool asks = content != NG_NONE && ng_probe_is(p, content, " whether if ");
  bool how =
      content != NG_NONE && ng_probe_is(p, content, " how when where why who ");
  if (how && no)
    return GRANTED;
  return no || asks ? UNSAID : SAID;
}

/* "said that ...", "..., said X" */
void
ng_probe_saying(ng_probe *p)
{
  ng_probe_frame(p);
  ng_frame f = ng_probe_start(p);
  uint32_t behind = find_behind(p);
  bool before = stands_before(p);
  if (behind == NG_NONE && !before && !ng_probe_is(p, p->verb, weak) &&
      starts_clause(p, p->behind) && !ng_probe_is(p, p->verb, ng_urging_verbs))
    behind = p->behind;
  if (before && behind != NG_NONE && ng_probe_that(p) == NG_NONE &&
      (ng_probe_is_mark(p, p->begin - 1) ||
       ng_probe_is_mark(p, p->begin - 2)) &&
      !ng_probe_is_mark(p, behind))
    behind = NG_NONE;
  manner_kind manner = manner_of(p, behind);
  if (manner == GRANTED)
    return;
  f.speech.unsaid = manner == UNSAID;
  bool whole = p->subject != NG_NONE && p->begin > p->from + 1 && goes_on(p) &&
               ng_probe_text_is(p, p->begin - 1, " , — – - \" ” '' » ");
  if (whole) {
    f.speech.content = ng_frame_words(p->l, p->from, p->to);
  } else if (before && behind == NG_NONE) {
    f.before = true;
    f.speech.content = ng_frame_words(p->l, p->from, p->begin);
  } else if (behind != NG_NONE) {
    f.speech.content = ng_frame_words(p->l, behind, find_end(p));
    if (ng_probe_is_mark(p, behind))
      f.speech.content.begin = p->doc->units.at[behind].span.begin;
  } else if (!ng_probe_is(p, p->verb, ng_firm_verbs) &&
             !ng_probe_is(p, p->verb, weak)) {
    return;
  }
  ng_probe_name(p, &f);
  ng_frame_note(p->l, &f);
}
