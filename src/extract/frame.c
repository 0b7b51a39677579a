/* frame.c - how a sentence words an act of saying, and which words are said.
 *
 *   X said (that) ...        the clause behind it
 *   ..., X said on Monday.   what stands before it
 *   The plan, X said, is ... the whole sentence
 *   X urged Y to ...         the infinitive
 *   X accused Y of ...       the phrase with "of"
 *   according to X           all but the phrase itself
 *   X's claim that ...       the clause
 *
 * Where the parse is unsure, more words rather than fewer are taken for said:
 * what one says is then not written as what the article says.
 */
#include "extract/speech.h"

static const char say[] =
    " say tell announce claim warn add state declare note explain stress"
    " emphasize emphasise insist argue maintain assert allege contend report"
    " confirm acknowledge admit concede reveal disclose deny reiterate repeat"
    " reply respond answer write tweet post comment remark observe recall"
    " predict estimate believe think hope fear suggest indicate imply hint"
    " complain boast joke quip promise pledge vow threaten caution advise"
    " conclude testify swear affirm assure inform remind notify clarify"
    " continue propose underline underscore highlight lament opine hold"
    " forecast recount profess caution signal voice tout proclaim accuse"
    " doubt dispute worry agree point go charge speculate retort counter ";

/* What is said of these only as a clause: "he went on to Paris" is no speech,
 * nor is "reported a loss". */
static const char weak[] = " continue go hold point agree post answer respond"
                           " voice signal add note observe recall counter"
                           " charge conclude maintain repeat ";

/* Of these only a clause behind or a quotation is said: "the two, which want to
 * join, agreed". */
static const char never_behind[] = " agree hold signal voice charge point go"
                                   " promise pledge vow hope ";

/* Who does this speaks, though no words of his are given. */
static const char firm[] = " say tell deny reject dismiss insist claim warn"
                           " announce confirm ";

static const char urge[] =
    " urge ask call demand request appeal order encourage instruct beg press"
    " propose promise pledge vow threaten recommend suggest advise implore"
    " plead insist offer command tell exhort ";

/* Of these the object itself is wanted: "demanded the release of". */
static const char wants[] = " demand request propose recommend suggest ";

static const char accuse[] = " accuse blame suspect charge ";

/* Documents that say things. */
static const char shows[] = " show find suggest indicate reveal conclude"
                            " estimate warn ";
static const char documents[] =
    " report study survey poll document inquiry investigation letter ruling"
    " review analysis court panel commission watchdog audit ";

bool
ng_is_negated(const ng_branches *b, uint32_t unit)
{
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE; c = b->next[c]) {
    if (c > unit || --left == 0)
      break;
    if (ng_unit_in(b->doc, c, " not n't never n’t nor "))
      return true;
  }
  return false;
}

ng_span
ng_frame_words(const ng_listener *l, uint32_t begin, uint32_t end)
{
  const ng_doc *doc = l->doc;
  while (begin < end && doc->units.at[begin].upos == NG_PUNCT)
    begin++;
  while (begin < end && doc->units.at[end - 1].upos == NG_PUNCT)
    end--;
  if (begin >= end)
    return (ng_span){0, 0};
  return (ng_span){doc->units.at[begin].span.begin,
                   doc->units.at[end - 1].span.end};
}

static void
add_frame(ng_listener *l, const ng_frame *frame)
{
  if (!NG_PUSH(&l->doc->arena, &l->frames, *frame))
    l->spent = true;
}

void
ng_frame_add(ng_listener *l, const ng_frame *frame)
{
  if (frame->speech.content.begin < frame->speech.content.end)
    add_frame(l, frame);
}

/* --- words ---------------------------------------------------------------- */

/* A verb under study, and where its sentence lies. */
typedef struct {
  ng_listener *l;
  const ng_doc *doc;
  const ng_branches *b;
  uint32_t from, to; /* the sentence's units */
  uint32_t verb;
  uint32_t subject; /* head of who says it, or NG_NONE */
  uint32_t begin;   /* of the frame */
  uint32_t behind;  /* behind verb and inverted subject */
} probe;

static uint8_t
upos(const probe *p, uint32_t unit)
{
  return unit < p->to ? p->doc->units.at[unit].upos : (uint8_t)NG_PUNCT;
}

static uint8_t
label(const probe *p, uint32_t unit)
{
  return p->doc->units.at[unit].label;
}

static bool
is(const probe *p, uint32_t unit, const char *list)
{
  return unit >= p->from && unit < p->to && ng_unit_in(p->doc, unit, list);
}

static bool
text_is(const probe *p, uint32_t unit, const char *list)
{
  return unit >= p->from && unit < p->to &&
         ng_listed(ng_branch_text(p->doc, unit), list);
}

static bool
is_mark(const probe *p, uint32_t unit)
{
  return text_is(p, unit, " \" “ ” « » „ ");
}

static bool
is_passive(const ng_branches *b, uint32_t verb)
{
  return ng_branch_child(b, verb, NG_REL_AUX_PASS) != NG_NONE;
}

/* --- who ------------------------------------------------------------------ */

/* The subject of `verb`: the one next to it, if the parse gives several. One
 * behind it is no pronoun: "NAME, said it was". */
static uint32_t
child_subject(const probe *p, uint32_t verb)
{
  uint32_t found = NG_NONE;
  int left = NG_CHILDREN;
  for (uint32_t c = p->b->first[verb]; c != NG_NONE; c = p->b->next[c]) {
    uint8_t is = label(p, c);
    if (is != NG_REL_NSUBJ && is != NG_REL_NSUBJ_PASS &&
        is != NG_REL_NSUBJ_OUTER)
      is = NG_N_RELATIONS;
    if (is != NG_N_RELATIONS &&
        (c < verb || (found == NG_NONE && upos(p, c) != NG_PRON)))
      found = c;
    if (--left == 0)
      break;
  }
  return found;
}

/* "who", "which": the word that the relative clause hangs on. */
static uint32_t
antecedent(const probe *p, uint32_t subject, uint32_t verb)
{
  uint8_t xpos = p->doc->units.at[subject].xpos;
  if (xpos != NG_XPOS_WP && xpos != NG_XPOS_WDT)
    return subject;
  for (int up = 0; up < 3 && verb != NG_NONE; up++) {
    if (label(p, verb) == NG_REL_ACL_RELCL)
      return p->doc->units.at[verb].head;
    verb = p->doc->units.at[verb].head;
  }
  return NG_NONE;
}

/* "State media quoted him as saying": who is quoted. */
static uint32_t
quoted(const probe *p, uint32_t verb)
{
  if (is_passive(p->b, verb))
    return child_subject(p, verb);
  uint32_t object = ng_branch_child(p->b, verb, NG_REL_OBJ);
  return object != NG_NONE ? object : ng_branch_child(p->b, verb, NG_REL_IOBJ);
}

/* "X said that Y agreed to it and said ...": X again, not Y. */
static bool
says_again(const probe *p, uint32_t verb, uint32_t head)
{
  uint32_t over = p->doc->units.at[head].head;
  return label(p, head) == NG_REL_CCOMP && over != NG_NONE &&
         ng_str_equal(p->doc->units.at[over].lemma,
                      p->doc->units.at[verb].lemma);
}

/* The subject by the parse: its own, or of the verb that it is joined to or
 * depends on ("met Y and said", "left, saying"). */
static uint32_t
parsed_subject(const probe *p)
{
  uint32_t verb = p->verb;
  for (int up = 0; up < 4 && verb != NG_NONE; up++) {
    uint32_t subject = child_subject(p, verb);
    if (subject != NG_NONE)
      return antecedent(p, subject, verb);
    uint8_t is = label(p, verb);
    uint32_t head = p->doc->units.at[verb].head;
    if (head == NG_NONE)
      break;
    if (is == NG_REL_CONJ && says_again(p, verb, head))
      head = p->doc->units.at[head].head;
    if (is == NG_REL_ADVCL && p->doc->units.at[verb].xpos == NG_XPOS_VBG &&
        ng_unit_in(p->doc, head, " quote cite "))
      return quoted(p, head);
    if (is == NG_REL_ACL && ng_unit_is_nominal(p->doc, head))
      return head;
    if (is != NG_REL_CONJ && is != NG_REL_ADVCL && is != NG_REL_XCOMP)
      break;
    verb = head;
  }
  return NG_NONE;
}

/* The head of the phrase that ends with the noun `unit`: "planner" of "the
 * planner for the summit". */
static uint32_t
head_of_phrase(const probe *p, uint32_t unit)
{
  for (int up = 0; up < 4; up++) {
    uint32_t head = p->doc->units.at[unit].head;
    if (label(p, unit) != NG_REL_NMOD || head == NG_NONE || head > unit ||
        head < p->from || !ng_unit_is_nominal(p->doc, head))
      break;
    for (uint32_t i = head; i < unit; i++)
      if (upos(p, i) == NG_PUNCT)
        return unit;
    unit = head;
  }
  return unit;
}

/* The subject by its place: the noun right before, or behind "said". */
static uint32_t
placed_subject(const probe *p)
{
  uint32_t i = p->verb;
  while (i > p->from && (upos(p, i - 1) == NG_ADV || upos(p, i - 1) == NG_AUX ||
                         upos(p, i - 1) == NG_PART))
    i--;
  if (i > p->from && ng_unit_is_nominal(p->doc, i - 1))
    return head_of_phrase(p, i - 1);
  if (i != p->verb || i < p->from + 2 || upos(p, i - 1) != NG_PUNCT)
    return NG_NONE;
  if (upos(p, i - 2) == NG_PROPN && upos(p, i + 1) == NG_PRON)
    return i - 2; /* "the envoy, NAME, said it was" */
  for (i = p->verb + 1; i < p->to && i < p->verb + 6; i++)
    if (ng_unit_is_nominal(p->doc, i))
      return i;
  return NG_NONE;
}

/* Where the frame begins: with its subject's first word, but not before the
 * comma or mark that parts it from what is said. */
static void
find_frame(probe *p)
{
  p->subject = parsed_subject(p);
  if (p->subject == NG_NONE)
    p->subject = placed_subject(p);
  p->begin = p->verb;
  p->behind = p->verb + 1;
  if (p->subject == NG_NONE || p->subject < p->from || p->subject >= p->to ||
      (p->subject < p->verb && label(p, p->verb) == NG_REL_CONJ &&
       p->doc->units.at[p->subject].head != p->verb))
    return;
  if (p->subject > p->verb) {
    uint32_t end = p->b->right[p->subject] + 1;
    while (p->behind < end && upos(p, p->behind) != NG_PUNCT)
      p->behind++;
    return;
  }
  for (uint32_t i = p->verb; i > p->from; i--) {
    uint8_t is = upos(p, i - 1);
    bool clause = is == NG_PUNCT && i - 1 < p->subject;
    if (clause || i - 1 < p->b->left[p->subject] || p->verb - i > 40)
      break;
    p->begin = i - 1;
  }
}

/* --- what ----------------------------------------------------------------- */

/* Is there a verb in the units [begin, end)? */
static bool
has_clause(const probe *p, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end && i < begin + 200; i++)
    if (upos(p, i) == NG_VERB || upos(p, i) == NG_AUX)
      return true;
  return false;
}

/* The first "that" behind the verb with no clause between, or NG_NONE. */
static uint32_t
find_that(const probe *p)
{
  for (uint32_t i = p->behind; i < p->to && i < p->behind + 24; i++) {
    uint8_t xpos = p->doc->units.at[i].xpos;
    bool relative = xpos == NG_XPOS_WDT && ng_unit_is_nominal(p->doc, i - 1);
    if (is(p, i, " that ") && xpos != NG_XPOS_DT && !relative)
      return i;
    if (i > p->behind && upos(p, i) == NG_VERB && is(p, i, say))
      break;
    if (upos(p, i) == NG_AUX || is_mark(p, i) ||
        (upos(p, i) == NG_VERB && xpos != NG_XPOS_VBG && xpos != NG_XPOS_VBN))
      break;
  }
  return NG_NONE;
}

/* Where the words said begin, if they stand behind; or NG_NONE. */
static uint32_t
find_behind(const probe *p)
{
  uint32_t that = find_that(p), i = p->behind;
  if (that != NG_NONE)
    return that;
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c]) {
    bool clause = label(p, c) == NG_REL_CCOMP ||
                  (label(p, c) == NG_REL_PARATAXIS && is_mark(p, i));
    if (c < p->behind || !clause ||
        (ng_unit_is_nominal(p->doc, c) && child_subject(p, c) == NG_NONE))
      continue;
    uint32_t left = p->b->left[c];
    while (left > p->behind &&
           (upos(p, left - 1) == NG_PRON || upos(p, left - 1) == NG_DET))
      left--;
    return left < p->behind ? p->behind : left;
  }
  while (upos(p, i) == NG_PUNCT && i < p->to && !is_mark(p, i))
    i++;
  if (is_mark(p, i) && i + 2 < p->to)
    return i;
  return NG_NONE;
}

/* Is there a verb behind `i` with a subject that is not before `i`? */
static bool
has_subject(const probe *p, uint32_t i)
{
  for (uint32_t k = i + 1; k < p->to && k < i + 40; k++) {
    if (upos(p, k) != NG_VERB && upos(p, k) != NG_AUX)
      continue;
    uint32_t head = upos(p, k) == NG_AUX ? p->doc->units.at[k].head : k;
    uint32_t subject = head == NG_NONE ? NG_NONE : child_subject(p, head);
    return subject != NG_NONE && subject >= i;
  }
  return false;
}

/* Behind a frame without a "that": a clause, not "in a statement" or "on
 * Monday". */
static bool
starts_clause(const probe *p, uint32_t i)
{
  switch (upos(p, i)) {
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
stands_alone(const probe *p, uint32_t verb)
{
  uint32_t subject = child_subject(p, verb);
  return subject != NG_NONE && antecedent(p, subject, verb) == subject &&
         p->b->left[subject] > p->from &&
         upos(p, p->b->left[subject] - 1) == NG_PUNCT;
}

/* ", and Y left": where the article goes on by itself, with a verb that the
 * parse joins to the frame's, and a subject of its own. Not between marks. */
static uint32_t
find_next_clause(const probe *p)
{
  bool quoted = false;
  for (uint32_t i = p->behind; i + 2 < p->to && i < p->behind + 200; i++) {
    quoted ^= is_mark(p, i);
    if (quoted || upos(p, i) != NG_PUNCT || upos(p, i + 1) != NG_CCONJ)
      continue;
    for (uint32_t k = i + 2; k < p->to && k < i + 20; k++) {
      uint32_t subject = upos(p, k) == NG_VERB ? child_subject(p, k) : NG_NONE;
      if (subject == NG_NONE)
        continue;
      if (subject > i && subject < k && label(p, k) == NG_REL_CONJ &&
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
find_end(const probe *p)
{
  uint32_t at = p->verb;
  for (int up = 0; up < 6 && at != NG_NONE; up++) {
    uint8_t is = label(p, at);
    if ((is == NG_REL_ACL_RELCL && !stands_alone(p, at)) || is == NG_REL_ACL ||
        (is == NG_REL_ADVCL && at < p->doc->units.at[at].head))
      return p->b->right[at] + 1;
    at = p->doc->units.at[at].head;
  }
  return find_next_clause(p);
}

/* Is the frame in between, so that what is said goes on behind it? */
static bool
goes_on(const probe *p)
{
  uint32_t i = p->behind;
  if (upos(p, i) != NG_PUNCT || i + 3 >= p->to || !text_is(p, i, " , — – - "))
    return false;
  i++;
  if (is_mark(p, i))
    return true;
  switch (upos(p, i)) {
  case NG_AUX:
  case NG_DET:
  case NG_PROPN:
  case NG_PRON:
  case NG_NOUN:
  case NG_NUM:
  case NG_ADJ:
    return p->doc->units.at[i].xpos != NG_XPOS_WP &&
           p->doc->units.at[i].xpos != NG_XPOS_WDT && has_clause(p, i, p->to);
  case NG_VERB:
    return p->doc->units.at[i].xpos != NG_XPOS_VBG;
  default:
    return false;
  }
}

/* Where the sentence's main clause begins: behind "After meeting Y," and "Asked
 * whether ...,". */
static uint32_t
main_clause(const probe *p)
{
  uint8_t xpos = p->doc->units.at[p->from].xpos;
  if (upos(p, p->from) != NG_SCONJ && upos(p, p->from) != NG_ADP &&
      !is(p, p->from, " when after while as asked ") && xpos != NG_XPOS_VBN &&
      xpos != NG_XPOS_VBG)
    return p->from;
  for (uint32_t i = p->from + 1; i < p->begin; i++)
    if (text_is(p, i, " , "))
      return i + 1;
  return p->from;
}

/* Does what is said stand before the frame? */
static bool
stands_before(const probe *p)
{
  if (p->begin < p->from + 2 || upos(p, p->begin - 1) != NG_PUNCT ||
      text_is(p, p->begin - 1, " ( [ : ; "))
    return false;
  if (is_mark(p, p->begin - 1) || is_mark(p, p->begin - 2))
    return true;
  if (is(p, p->verb, never_behind))
    return false;
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c])
    if (c < p->begin &&
        (label(p, c) == NG_REL_CCOMP || label(p, c) == NG_REL_PARATAXIS))
      return true;
  if (p->subject == NG_NONE)
    return false;
  return has_clause(p, main_clause(p), p->begin);
}

static ng_frame
start(const probe *p)
{
  ng_frame f = {.begin = p->begin, .end = p->behind};
  f.speech.sentence = p->b->sentence[p->verb];
  f.speech.unit = p->verb;
  f.speech.outer = f.speech.event = NG_NONE;
  f.speech.frame = ng_frame_words(p->l, p->begin, p->behind);
  f.speech.denied = is(p, p->verb, " deny dispute doubt ");
  return f;
}

/* Fill in who speaks, and to whom. */
static void
name_speakers(const probe *p, ng_frame *f)
{
  ng_doc *doc = p->l->doc;
  ng_members found = {0}, heard = {0};
  if (p->subject != NG_NONE &&
      !ng_actor_find(p->b, &doc->arena, p->subject, &found))
    p->l->spent = true;
  if (is(p, p->verb,
         " tell inform assure remind notify warn urge ask order"
         " call encourage advise instruct promise "))
    for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c]) {
      bool whom = label(p, c) == NG_REL_OBJ || label(p, c) == NG_REL_IOBJ ||
                  (label(p, c) == NG_REL_OBL && is(p, p->verb, " call ") &&
                   is(p, p->b->first[c] < p->to ? p->b->first[c] : c, " on "));
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

static manner_kind
manner_of(const probe *p, uint32_t content)
{
  uint32_t head = p->doc->units.at[p->verb].head;
  bool no = ng_is_negated(p->b, p->verb) ||
            (label(p, p->verb) == NG_REL_XCOMP && head != NG_NONE &&
             (ng_unit_in(p->doc, head, " decline refuse fail ") ||
              ng_is_negated(p->b, head)));
  bool asks = content != NG_NONE && is(p, content, " whether if ");
  bool how = content != NG_NONE && is(p, content, " how when where why who ");
  if (how && no)
    return GRANTED;
  return no || asks ? UNSAID : SAID;
}

/* "said that ...", "..., said X" */
static void
find_saying(probe *p)
{
  find_frame(p);
  ng_frame f = start(p);
  uint32_t behind = find_behind(p);
  bool before = stands_before(p);
  if (behind == NG_NONE && !before && !is(p, p->verb, weak) &&
      starts_clause(p, p->behind) && !is(p, p->verb, urge))
    behind = p->behind;
  if (before && behind != NG_NONE && find_that(p) == NG_NONE &&
      (is_mark(p, p->begin - 1) || is_mark(p, p->begin - 2)) &&
      !is_mark(p, behind))
    behind = NG_NONE;
  manner_kind manner = manner_of(p, behind);
  if (manner == GRANTED)
    return;
  f.speech.unsaid = manner == UNSAID;
  bool whole = p->subject != NG_NONE && p->begin > p->from + 1 && goes_on(p) &&
               text_is(p, p->begin - 1, " , — – - \" ” '' » ");
  if (whole) {
    f.speech.content = ng_frame_words(p->l, p->from, p->to);
  } else if (before && behind == NG_NONE) {
    f.before = true;
    f.speech.content = ng_frame_words(p->l, p->from, p->begin);
  } else if (behind != NG_NONE) {
    f.speech.content = ng_frame_words(p->l, behind, find_end(p));
    if (is_mark(p, behind))
      f.speech.content.begin = p->doc->units.at[behind].span.begin;
  } else if (!is(p, p->verb, firm) && !is(p, p->verb, weak)) {
    return;
  }
  name_speakers(p, &f);
  add_frame(p->l, &f);
}

/* --- urging, accusing ------------------------------------------------------
 */

static bool
has_case(const probe *p, uint32_t unit, const char *list)
{
  for (uint32_t c = p->b->first[unit]; c != NG_NONE; c = p->b->next[c])
    if ((label(p, c) == NG_REL_CASE || label(p, c) == NG_REL_MARK) &&
        c < unit && is(p, c, list))
      return true;
  return false;
}

/* The phrase with one of these prepositions, under the verb or its object. */
static uint32_t
find_phrase(const probe *p, const char *prepositions)
{
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c]) {
    if (c < p->verb)
      continue;
    if (has_case(p, c, prepositions))
      return c;
    if (label(p, c) != NG_REL_OBJ && label(p, c) != NG_REL_OBL &&
        label(p, c) != NG_REL_IOBJ && label(p, c) != NG_REL_OBL_AGENT)
      continue;
    for (uint32_t g = p->b->first[c]; g != NG_NONE; g = p->b->next[g])
      if (g > c && has_case(p, g, prepositions))
        return g;
  }
  return NG_NONE;
}

static uint32_t
find_wanted(const probe *p)
{
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c])
    if (c > p->verb &&
        (label(p, c) == NG_REL_XCOMP || label(p, c) == NG_REL_CCOMP ||
         (label(p, c) == NG_REL_ADVCL && has_case(p, c, " to "))))
      return c;
  if (is(p, p->verb, " call ask appeal press plead "))
    return find_phrase(p, " for ");
  if (is(p, p->verb, wants))
    return ng_branch_child(p->b, p->verb, NG_REL_OBJ);
  return NG_NONE;
}

/* "Asked whether ..., X declined": X is asked. */
static bool
is_asked(const probe *p)
{
  return p->doc->units.at[p->verb].xpos == NG_XPOS_VBN &&
         label(p, p->verb) == NG_REL_ADVCL;
}

/* The phrase `head` is what is said. */
static void
add_phrase(probe *p, uint32_t head)
{
  find_frame(p);
  bool passive = is_passive(p->b, p->verb) ||
                 (label(p, p->verb) == NG_REL_ACL &&
                  p->doc->units.at[p->verb].xpos == NG_XPOS_VBN);
  if (passive || is_asked(p))
    p->subject = ng_branch_child(p->b, p->verb, NG_REL_OBL_AGENT);
  ng_frame f = start(p);
  uint32_t left = p->b->left[head];
  f.speech.content = ng_frame_words(p->l, left > p->verb ? left : p->verb + 1,
                                    p->b->right[head] + 1);
  f.speech.unsaid =
      ng_is_negated(p->b, p->verb) || has_case(p, head, " whether if ");
  f.speech.hearsay = passive && p->subject == NG_NONE;
  name_speakers(p, &f);
  ng_frame_add(p->l, &f);
}

/* --- according to -----------------------------------------------------------
 */

static void
find_according(probe *p)
{
  uint32_t to = p->verb + 1, i = to + 1, head = p->doc->units.at[p->verb].head;
  while (i < p->to && i < to + 12 && upos(p, i) != NG_PUNCT &&
         upos(p, i) != NG_VERB)
    i++;
  if (head == NG_NONE || head <= to || head >= i)
    for (head = to + 1; head < i && !ng_unit_is_nominal(p->doc, head);)
      head++;
  if (head >= i)
    return;
  p->subject = head;
  p->begin = p->verb;
  p->behind = i;
  ng_frame f = start(p);
  bool first = p->verb <= p->from + 1;
  uint32_t end = p->b->right[head] + 1 > i ? p->b->right[head] + 1 : i;
  if (first)
    f.speech.content = ng_frame_words(p->l, i, p->to);
  else
    f.speech.content = ng_frame_words(
        p->l, p->from,
        has_clause(p, end, p->to) && text_is(p, end, " , ") ? p->to : p->verb);
  f.before = !first;
  name_speakers(p, &f);
  ng_frame_add(p->l, &f);
}

/* --- the stage's part -------------------------------------------------------
 */

static bool
is_document(const probe *p)
{
  probe q = *p;
  find_frame(&q);
  return q.subject != NG_NONE && ng_unit_in(p->doc, q.subject, documents);
}

static void
look_at_verb(probe *p)
{
  if (label(p, p->verb) == NG_REL_AMOD)
    return;
  p->behind = p->verb + 1;
  bool passive = is_passive(p->b, p->verb);
  uint32_t wanted = is(p, p->verb, urge) ? find_wanted(p) : NG_NONE;
  uint32_t charge =
      is(p, p->verb, accuse) ? find_phrase(p, " of for with over ") : NG_NONE;
  if (charge != NG_NONE)
    add_phrase(p, charge);
  else if (wanted != NG_NONE && find_that(p) == NG_NONE &&
           !(is(p, p->verb, say) && label(p, wanted) == NG_REL_CCOMP))
    add_phrase(p, wanted);
  else if (is(p, p->verb, say) && !passive)
    find_saying(p);
  else if (is(p, p->verb, shows) && !passive && is_document(p))
    find_saying(p);
}

/* Does `g` begin what the article itself goes on with, behind the words of `f`:
 * "X said ..., but Y denied"? */
static bool
parts(const ng_doc *doc, const ng_frame *f, const ng_frame *g)
{
  uint32_t joint = g->begin - 1;
  if (!ng_unit_in(doc, joint, " but while and whereas although though yet "))
    return false;
  if (doc->units.at[g->speech.unit].head == f->speech.unit)
    return true;
  return joint > 0 && doc->units.at[joint - 1].upos == NG_PUNCT &&
         !ng_unit_in(doc, joint, " and ") &&
         ng_unit_in(doc, g->speech.unit, firm);
}

/* What is said ends where the article says that another said something. */
static void
part_frames(ng_listener *l, uint32_t first)
{
  for (uint32_t i = first; i < l->frames.n; i++) {
    ng_frame *f = &l->frames.at[i];
    const ng_frame *g = f + 1;
    if (i + 1 < l->frames.n && !f->before && !g->before && g->begin > f->end &&
        parts(l->doc, f, g)) {
      uint32_t cut = l->doc->units.at[g->begin - 1].span.begin;
      if (f->speech.content.begin < cut && cut < f->speech.content.end)
        f->speech.content.end = cut;
    }
    f->bare = f->speech.content.begin >= f->speech.content.end;
  }
}

/* Who says something in a quotation does so in its words alone. */
static void
keep_to_quote(probe *p)
{
  ng_listener *l = p->l;
  const ng_unit *units = p->doc->units.at;
  uint32_t begin = units[p->verb].span.begin;
  while (l->quote < l->quotes.n && l->quotes.at[l->quote].span.end <= begin)
    l->quote++;
  if (l->quote == l->quotes.n || l->quotes.at[l->quote].span.begin > begin)
    return;
  ng_span span = l->quotes.at[l->quote].span;
  uint32_t back = p->verb, ahead = p->verb;
  while (back > p->from && units[back - 1].span.begin >= span.begin)
    back--;
  while (ahead < p->to && units[ahead].span.end <= span.end)
    ahead++;
  p->from = back;
  p->to = ahead;
}

void
ng_frames_find(ng_listener *l, uint32_t sentence)
{
  const ng_sentence *s = &l->doc->sentences.at[sentence];
  uint32_t first = l->frames.n;
  probe p = {.l = l, .doc = l->doc, .b = &l->branches};
  p.from = s->unit;
  p.to = s->unit_end;
  for (uint32_t i = s->unit; i < s->unit_end && !l->spent; i++) {
    p.from = s->unit;
    p.to = s->unit_end;
    p.verb = i;
    p.subject = NG_NONE;
    bool according = text_is(&p, i, " according ");
    if (!according && upos(&p, i) != NG_VERB)
      continue;
    keep_to_quote(&p);
    if (according && is(&p, i + 1, " to "))
      find_according(&p);
    else if (!according)
      look_at_verb(&p);
  }
  part_frames(l, first);
}
