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
#include "extract/speech/probe.h"

const char ng_saying_verbs[] =
    " say tell announce claim warn add state declare note explain stress"
    " emphasize emphasise insist argue maintain assert allege contend report"
    " confirm acknowledge admit concede reveal disclose deny reiterate repeat"
    " reply respond answer write tweet post comment remark observe recall"
    " predict estimate believe think hope fear suggest indicate imply hint"
    " complain boast joke quip promise pledge vow threaten caution advise"
    " conclude testify swear affirm assure inform remind notify clarify"
    " continue propose underline underscore highlight lament opine hold"
    " forecast recount profess caution signal voice tout proclaim accuse"
    " doubt dispute worry agree point go charge speculate retort counter"
    " rule determine ";

bool
ng_is_saying_verb(ng_str word)
{
  return ng_marked_among(word, ng_mark_of(word), ng_saying_verbs);
}

/* Who does this speaks, though no words of his are given. */
const char ng_firm_verbs[] = " say tell deny reject dismiss insist claim warn"
                             " announce confirm ";

const char ng_urging_verbs[] =
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

void
ng_frame_note(ng_listener *l, const ng_frame *frame)
{
  if (!NG_PUSH(&l->doc->arena, &l->frames, *frame))
    l->spent = true;
}

void
ng_frame_add(ng_listener *l, const ng_frame *frame)
{
  if (frame->speech.content.begin < frame->speech.content.end)
    ng_frame_note(l, frame);
}

/* --- urging, accusing ------------------------------------------------------
 */

/* The phrase with one of these prepositions, under the verb or its object. */
static uint32_t
find_phrase(const ng_probe *p, const char *prepositions)
{
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c]) {
    if (c < p->verb)
      continue;
    if (ng_probe_has_case(p, c, prepositions))
      return c;
    if (ng_probe_label(p, c) != NG_REL_OBJ &&
        ng_probe_label(p, c) != NG_REL_OBL &&
        ng_probe_label(p, c) != NG_REL_IOBJ &&
        ng_probe_label(p, c) != NG_REL_OBL_AGENT)
      continue;
    for (uint32_t g = p->b->first[c]; g != NG_NONE; g = p->b->next[g])
      if (g > c && ng_probe_has_case(p, g, prepositions))
        return g;
  }
  return NG_NONE;
}

static uint32_t
find_wanted(const ng_probe *p)
{
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c])
    if (c > p->verb && (ng_probe_label(p, c) == NG_REL_XCOMP ||
                        ng_probe_label(p, c) == NG_REL_CCOMP ||
                        (ng_probe_label(p, c) == NG_REL_ADVCL &&
                         ng_probe_has_case(p, c, " to "))))
      return c;
  if (ng_probe_is(p, p->verb, " call ask appeal press plead "))
    return find_phrase(p, " for ");
  if (ng_probe_is(p, p->verb, wants))
    return ng_branch_child(p->b, p->verb, NG_REL_OBJ);
  return NG_NONE;
}

static bool
ng_probe_has_aux(const ng_probe *p, uint32_t verb, const char *list)
{
  uint32_t aux = ng_branch_child(p->b, verb, NG_REL_AUX);
  return aux != NG_NONE && ng_probe_text_is(p, aux, list);
}

/* "denied supporting", "admitted having met": what is denied or owned up to; or
 * NG_NONE. */
static uint32_t
owned_up(const ng_probe *p)
{
  uint32_t what = ng_branch_child(p->b, p->verb, NG_REL_XCOMP);
  return ng_probe_is(p, p->verb, " deny admit acknowledge confess ") &&
                 what != NG_NONE && what > p->verb &&
                 (p->doc->units.at[what].xpos == NG_XPOS_VBG ||
                  ng_probe_has_aux(p, what, " having "))
             ? what
             : NG_NONE;
}

/* "Asked whether ..., X declined": X is asked. */
static bool
is_asked(const ng_probe *p)
{
  return p->doc->units.at[p->verb].xpos == NG_XPOS_VBN &&
         ng_probe_label(p, p->verb) == NG_REL_ADVCL;
}

/* The end of the phrase: not "a charge he denies" behind it. */
static uint32_t
end_of_charge(const ng_probe *p, uint32_t head)
{
  uint32_t end = p->b->right[head] + 1;
  for (uint32_t i = head + 1; i + 2 < end; i++)
    if (ng_probe_text_is(p, i, " , — – ") &&
        (ng_probe_is(p, i + 1, " charge claim allegation accusation which ") ||
         ng_probe_is(p, i + 2, " charge claim allegation accusation ")))
      return i;
  return end;
}

/* The phrase `head` is what is said. */
static void
add_phrase(ng_probe *p, uint32_t head)
{
  ng_probe_frame(p);
  bool passive = ng_probe_is_passive(p->b, p->verb) ||
                 (ng_probe_label(p, p->verb) == NG_REL_ACL &&
                  p->doc->units.at[p->verb].xpos == NG_XPOS_VBN);
  if (passive || is_asked(p))
    p->subject = ng_branch_child(p->b, p->verb, NG_REL_OBL_AGENT);
  ng_frame f = ng_probe_start(p);
  uint32_t left = p->b->left[head];
  f.speech.content = ng_frame_words(p->l, left > p->verb ? left : p->verb + 1,
                                    end_of_charge(p, head));
  f.speech.unsaid = ng_is_negated(p->b, p->verb) ||
                    ng_probe_has_case(p, head, " whether if ");
  f.speech.hearsay = passive && p->subject == NG_NONE;
  ng_probe_name(p, &f);
  ng_frame_add(p->l, &f);
}

/* --- naming ---------------------------------------------------------------
 */

/* Of these what stands between marks is said: "called the talks 'tough'". */
static const char naming_verbs[] = " call describe dub label brand term"
                                   " characterize characterise portray ";

/* The quotation that is the first below the verb, with no other verb between;
 * or NULL. */
static const ng_quote *
quote_below(const ng_probe *p)
{
  const ng_unit *units = p->doc->units.at;
  for (uint32_t i = p->l->quote; i < p->l->quotes.n; i++) {
    const ng_quote *q = &p->l->quotes.at[i];
    if (q->span.begin < units[p->verb].span.end)
      continue;
    for (uint32_t u = p->verb + 1; u < p->to; u++) {
      if (units[u].span.begin >= q->span.begin)
        return u <= p->b->right[p->verb] ? q : NULL;
      if (ng_probe_upos(p, u) == NG_VERB)
        return NULL;
    }
    return NULL;
  }
  return NULL;
}

static void
find_named(ng_probe *p)
{
  const ng_quote *q = quote_below(p);
  if (!q || ng_probe_is_passive(p->b, p->verb) || ng_is_negated(p->b, p->verb))
    return;
  ng_probe_frame(p);
  if (p->subject == NG_NONE)
    return;
  ng_frame f = ng_probe_start(p);
  f.speech.content = q->span;
  f.speech.frame.end = q->span.end;
  ng_probe_name(p, &f);
  ng_frame_add(p->l, &f);
}

/* --- the stage's part -------------------------------------------------------
 */

static bool
is_document(const ng_probe *p)
{
  ng_probe q = *p;
  ng_probe_frame(&q);
  return q.subject != NG_NONE && ng_unit_in(p->doc, q.subject, documents);
}

/* "declared independence, a step that ...": an act, no words of anybody. */
static bool
is_act(const ng_probe *p)
{
  uint32_t object = ng_branch_child(p->b, p->verb, NG_REL_OBJ);
  return ng_probe_is(p, p->verb, " declare proclaim announce ") &&
         object != NG_NONE &&
         ng_unit_in(p->doc, object, " independence sovereignty statehood war ");
}

/* "described how it was", "recounted to the court how it was": the "how"; or
 * NG_NONE. */
static uint32_t
how_behind(const ng_probe *p)
{
  enum { NEAR = 5 };
  if (!ng_probe_is(p, p->verb, " describe recount relate detail recall "))
    return NG_NONE;
  for (uint32_t i = p->verb + 1; i < p->to && i <= p->verb + NEAR; i++) {
    if (ng_probe_text_is(p, i, " how "))
      return i;
    if (ng_probe_upos(p, i) == NG_VERB || ng_probe_upos(p, i) == NG_PUNCT)
      return NG_NONE;
  }
  return NG_NONE;
}

/* What is told with "how": to the end of the sentence. */
static void
add_told_how(ng_probe *p, uint32_t how)
{
  ng_probe_frame(p);
  ng_frame f = ng_probe_start(p);
  f.speech.content = ng_frame_words(p->l, how, p->to);
  ng_probe_name(p, &f);
  ng_frame_note(p->l, &f);
}

static void
look_at_verb(ng_probe *p)
{
  if (ng_probe_label(p, p->verb) == NG_REL_AMOD || is_act(p))
    return;
  p->behind = p->verb + 1;
  bool passive = ng_probe_is_passive(p->b, p->verb);
  uint32_t wanted =
      ng_probe_is(p, p->verb, ng_urging_verbs) ? find_wanted(p) : NG_NONE;
  uint32_t charge = ng_probe_is(p, p->verb, accuse)
                        ? find_phrase(p, " of for with over ")
                        : NG_NONE;
  bool asks = wanted != NG_NONE && ng_probe_that(p) == NG_NONE &&
              !(ng_probe_is(p, p->verb, ng_saying_verbs) &&
                ng_probe_label(p, wanted) == NG_REL_CCOMP);
  if (charge != NG_NONE || asks)
    add_phrase(p, charge != NG_NONE ? charge : wanted);
  else if (!passive && owned_up(p) != NG_NONE)
    add_phrase(p, owned_up(p));
  else if (!passive && (ng_probe_is(p, p->verb, ng_saying_verbs) ||
                        (ng_probe_is(p, p->verb, shows) && is_document(p))))
    ng_probe_saying(p);
  else if (!passive && how_behind(p) != NG_NONE)
    add_told_how(p, how_behind(p));
  else if (ng_probe_is(p, p->verb, naming_verbs))
    find_named(p);
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
         (ng_unit_in(doc, g->speech.unit, ng_firm_verbs) ||
          ng_unit_in(doc, g->speech.unit, " according accord "));
}

/* Is the verb `g` joined to `f`, or "said" to what "said" introduces, which is
 * a mistake of the parse: "X said that Y agreed and said ..."? */
static bool
is_joined(const ng_doc *doc, uint32_t f, uint32_t g)
{
  uint32_t head = doc->units.at[g].head;
  if (doc->units.at[g].label != NG_REL_CONJ || head == NG_NONE)
    return false;
  bool inside = doc->units.at[head].label == NG_REL_CCOMP &&
                doc->units.at[head].head == f &&
                ng_str_equal(doc->units.at[g].lemma, doc->units.at[f].lemma);
  return head == f || inside;
}

/* "X said ... but on Monday said ...": the unit of "but", or NG_NONE. */
static uint32_t
joint_of(const ng_branches *b, const ng_frame *f, const ng_frame *g)
{
  uint32_t verb = g->speech.unit;
  if (verb == NG_NONE || f->speech.unit == NG_NONE ||
      !is_joined(b->doc, f->speech.unit, verb) || b->left[verb] < f->end)
    return NG_NONE;
  uint32_t cc = ng_branch_child(b, verb, NG_REL_CC);
  return cc != NG_NONE && cc < verb ? cc : NG_NONE;
}

/* Where what is said of frame `i` ends since the article itself goes on, or
 * NG_NONE. */
static uint32_t
find_joint(const ng_listener *l, uint32_t i)
{
  enum { NEXT = 4 };
  const ng_frame *f = &l->frames.at[i];
  for (uint32_t k = i + 1; k < l->frames.n && k <= i + NEXT; k++) {
    const ng_frame *g = &l->frames.at[k];
    if (g->speech.sentence != f->speech.sentence || f->before || g->before)
      break;
    if (g->begin <= f->end)
      continue;
    uint32_t joint = joint_of(&l->branches, f, g);
    if (joint == NG_NONE && k == i + 1 && parts(l->doc, f, g))
      joint = g->begin - 1;
    if (joint != NG_NONE)
      return joint;
  }
  return NG_NONE;
}

/* What is said ends where the article says that another said something. */
static void
part_frames(ng_listener *l, uint32_t first)
{
  for (uint32_t i = first; i < l->frames.n; i++) {
    ng_frame *f = &l->frames.at[i];
    uint32_t joint = find_joint(l, i);
    if (joint != NG_NONE) {
      uint32_t cut = l->doc->units.at[joint].span.begin;
      if (f->speech.content.begin < cut && cut < f->speech.content.end)
        f->speech.content.end = cut;
    }
    f->bare = f->speech.content.begin >= f->speech.content.end;
  }
}

/* Who says something in a quotation does so in its words alone. */
static void
keep_to_quote(ng_probe *p)
{
  ng_listener *l = p->l;
  const ng_unit *units = p->doc->units.at;
  uint32_t begin = units[p->verb].span.begin;
  while (l->quote < l->quotes.n && l->quotes.at[l->quote].span.end <= begin)
    l->quote++;
  if (l->quote == l->quotes.n || l->quotes.at[l->quote].span.begin > begin)
    return;
  ng_span span = l->quotes.at[l->quote].span;
  uint32_t back = p->verb, ahead = back;
  while (back > p->from && units[back - 1].span.begin >= span.begin)
    back--;
  while (ahead < p->to && units[ahead].span.end <= span.end)
    ahead++;
  p->from = back;
  p->to = ahead;
}

static bool
is_capital(const ng_doc *doc, uint32_t unit)
{
  char c = doc->text.at[doc->units.at[unit].span.begin];
  return c >= 'A' && c <= 'Z';
}

/* "a spokesman for North East Says No": a word of a name. */
static bool
is_of_name(const ng_probe *p, uint32_t verb, const ng_sentence *s)
{
  return !(s->flags & (NG_SENTENCE_CAPS | NG_SENTENCE_HEADLINE)) &&
         verb > p->from && is_capital(p->doc, verb) &&
         is_capital(p->doc, verb - 1);
}

void
ng_frames_find(ng_listener *l, uint32_t sentence)
{
  const ng_sentence *s = &l->doc->sentences.at[sentence];
  uint32_t first = l->frames.n;
  ng_probe p = {.l = l, .doc = l->doc, .b = &l->branches};
  p.from = s->unit;
  p.to = s->unit_end;
  for (uint32_t i = s->unit; i < s->unit_end && !l->spent; i++) {
    uint8_t upos = l->doc->units.at[i].upos;
    bool according = ng_form_in(l->doc, i, " according ");
    if (!according && upos != NG_VERB && upos != NG_NOUN)
      continue; /* most */
    p.from = s->unit;
    p.to = s->unit_end;
    p.verb = i;
    p.subject = NG_NONE;
    if (upos == NG_NOUN)
      ng_probe_view(&p);
    if (!according && (upos != NG_VERB || is_of_name(&p, i, s)))
      continue;
    keep_to_quote(&p);
    if (according && ng_probe_is(&p, i + 1, " to "))
      ng_probe_according(&p);
    else if (!according)
      look_at_verb(&p);
  }
  part_frames(l, first);
}
