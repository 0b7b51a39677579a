/* speech.c - stage: who says what to whom, and which words are theirs.
 *
 *   frames        "Macron said": what each sentence words as an act of saying
 *   quotations    joined to the frame beside them, wherever they begin and end
 *   nesting       which speech is told in which, and in which each word is
 */
#include "extract/speech/speech.h"
#include "core/fail.h"

#include <stdlib.h>

/* --- quotations ------------------------------------------------------------
 */

typedef struct {
  ng_listener *l;
  uint32_t n;             /* frames of sentences; those of quotations follow */
  uint32_t chain;         /* the first frame of an unclosed quotation */
  uint32_t last;          /* speech of the quotation before, or NG_NONE */
  uint32_t last_sentence; /* where that ended */
} joiner;

static bool
is_inside(const ng_doc *doc, uint32_t unit, ng_span span)
{
  return unit != NG_NONE && doc->units.at[unit].span.begin >= span.begin &&
         doc->units.at[unit].span.end <= span.end;
}

/* The first frame of `sentence`: frames are by sentence. */
static uint32_t
first_frame(const joiner *j, uint32_t sentence)
{
  const ng_listener *l = j->l;
  uint32_t begin = 0, end = j->n;
  while (begin < end) {
    uint32_t mid = begin + (end - begin) / 2;
    if (l->frames.at[mid].speech.sentence < sentence)
      begin = mid + 1;
    else
      end = mid;
  }
  return begin;
}

/* The frame of `sentence`, outside the quotation, whose words the quotation is
 * among; or NG_NONE. */
static uint32_t
frame_of(const joiner *j, const ng_quote *q, uint32_t sentence)
{
  const ng_listener *l = j->l;
  uint32_t found = NG_NONE, seen = 0;
  for (uint32_t i = first_frame(j, sentence);
       i < j->n && l->frames.at[i].speech.sentence == sentence && seen < 64;
       i++, seen++) {
    const ng_speech *s = &l->frames.at[i].speech;
    if (is_inside(l->doc, s->unit, q->span) || s->hearsay ||
        l->frames.at[i].bare)
      continue;
    if (s->content.begin < q->span.end && q->span.begin < s->content.end)
      found = i; /* the last: the innermost of nested ones */
  }
  return found;
}

static void
extend(ng_listener *l, uint32_t frame, const ng_quote *q)
{
  ng_speech *s = &l->frames.at[frame].speech;
  bool whole = q->span.begin <= s->content.begin + 4;
  if (q->span.begin < s->content.begin)
    s->content.begin = q->span.begin;
  if (q->span.end > s->content.end)
    s->content.end = q->span.end;
  s->quoted |= whole;
}

/* A quotation without a frame of its own: in the words of whoever was quoted
 * just before, if anybody. */
static uint32_t
add_quote(joiner *j, const ng_quote *q, uint32_t like)
{
  ng_listener *l = j->l;
  ng_frame f = {.begin = NG_NONE, .end = NG_NONE};
  if (like != NG_NONE)
    f.speech = l->frames.at[like].speech;
  else
    f.speech.unit = NG_NONE;
  f.speech.sentence = q->sentence;
  f.speech.content = q->span;
  f.speech.outer = f.speech.event = NG_NONE;
  f.speech.quoted = true;
  f.speech.hearsay = f.speech.unsaid = f.speech.denied = false;
  ng_frame_add(l, &f);
  return l->frames.n - 1;
}

/* Is the sentence a paragraph's first? */
static bool
begins(const ng_doc *doc, uint32_t sentence)
{
  return sentence == 0 || doc->sentences.at[sentence].flags &
                              (NG_SENTENCE_PARAGRAPH | NG_SENTENCE_HEADLINE);
}

/* The last frame of the sentence before, if its words end with a colon ("X
 * said:") or it is of the same paragraph. */
static uint32_t
frame_before(const joiner *j, const ng_quote *q)
{
  const ng_doc *doc = j->l->doc;
  if (q->sentence == 0)
    return NG_NONE;
  const ng_sentence *s = &doc->sentences.at[q->sentence - 1];
  uint32_t found = NG_NONE;
  for (uint32_t i = first_frame(j, q->sentence - 1), seen = 0;
       i < j->n && j->l->frames.at[i].speech.sentence == q->sentence - 1 &&
       seen < 64;
       i++, seen++)
    if (!j->l->frames.at[i].speech.hearsay && !j->l->frames.at[i].bare &&
        found == NG_NONE)
      found = i;
  bool colon = s->end > s->token &&
               doc->text.at[doc->tokens.at[s->end - 1].begin] == ':';
  return begins(doc, q->sentence) && !colon ? NG_NONE : found;
}

/* Quotations left open by their paragraphs are by whoever the next is by. */
static void
share_backwards(joiner *j, uint32_t frame)
{
  const ng_speech *from = &j->l->frames.at[frame].speech;
  for (uint32_t i = j->chain; i < j->l->frames.n; i++) {
    ng_speech *to = &j->l->frames.at[i].speech;
    ng_span content = to->content;
    uint32_t sentence = to->sentence;
    if (to->unit != NG_NONE)
      continue;
    *to = *from;
    to->content = content;
    to->sentence = sentence;
  }
}

/* "..." NAME added. : a sentence of its own that tells who spoke. */
static uint32_t
bare_behind(const joiner *j, const ng_quote *q)
{
  const ng_listener *l = j->l;
  const ng_doc *doc = l->doc;
  uint32_t next = q->last + 1;
  if (next >= doc->sentences.n || begins(doc, next))
    return NG_NONE;
  for (uint32_t i = first_frame(j, next), seen = 0;
       i < j->n && l->frames.at[i].speech.sentence == next && seen < 8;
       i++, seen++)
    if (l->frames.at[i].bare &&
        l->frames.at[i].begin <= doc->sentences.at[next].unit + 1)
      return i;
  return NG_NONE;
}

static void
join(joiner *j, const ng_quote *q)
{
  ng_listener *l = j->l;
  if (!q->continues)
    j->chain = l->frames.n;
  uint32_t frame = frame_of(j, q, q->sentence);
  if (frame == NG_NONE && q->last != q->sentence)
    frame = frame_of(j, q, q->last);
  if (frame != NG_NONE) {
    extend(l, frame, q);
    share_backwards(j, frame);
  } else if (!q->spoken) {
    return;
  } else {
    uint32_t like = NG_NONE;
    bool near = j->last != NG_NONE && j->last_sentence + 1 >= q->sentence &&
                (!begins(l->doc, q->sentence) || q->continues);
    if (q->announced) {
      (void)add_quote(j, q, NG_NONE); /* whose it is, nobody says */
      return;
    }
    if (near || (q->continues && j->last != NG_NONE))
      like = j->last;
    if (like == NG_NONE)
      like = bare_behind(j, q);
    if (like == NG_NONE)
      like = frame_before(j, q);
    if (like == NG_NONE && j->last != NG_NONE &&
        j->last_sentence + 1 == q->sentence)
      like = j->last; /* a paragraph of its own, behind another quotation */
    frame = add_quote(j, q, like);
  }
  j->last = l->spent ? NG_NONE : frame;
  j->last_sentence = q->last;
}

static bool
join_quotes(ng_listener *l)
{
  joiner j = {.l = l, .n = l->frames.n, .last = NG_NONE};
  for (uint32_t i = 0; i < l->quotes.n && !l->spent; i++)
    join(&j, &l->quotes.at[i]);
  return !l->spent;
}

/* --- nesting ----------------------------------------------------------------
 */

static int
compare_frames(const void *a, const void *b)
{
  const ng_speech *x = &((const ng_frame *)a)->speech;
  const ng_speech *y = &((const ng_frame *)b)->speech;
  if (x->content.begin != y->content.begin)
    return x->content.begin < y->content.begin ? -1 : 1;
  if (x->content.end != y->content.end)
    return x->content.end > y->content.end ? -1 : 1;
  return x->unit < y->unit ? -1 : x->unit > y->unit;
}

/* Which speeches are open at a word: a stack, the innermost last. */
typedef struct {
  ng_doc *doc;
  uint32_t *open;
  uint32_t n, next;
} nest;

static void
move_to(nest *s, ng_span word)
{
  const ng_speech *at = s->doc->speeches.at;
  while (s->n > 0 && at[s->open[s->n - 1]].content.end <= word.begin)
    s->n--;
  for (;
       s->next < s->doc->speeches.n && at[s->next].content.begin <= word.begin;
       s->next++)
    if (at[s->next].content.end > word.begin)
      s->open[s->n++] = s->next;
}

/* The innermost speech that word `unit` is told in: not one that it itself
 * reports. */
static uint32_t
innermost(const nest *s, uint32_t unit)
{
  const ng_doc *doc = s->doc;
  uint32_t begin = doc->units.at[unit].span.begin;
  for (uint32_t i = s->n, seen = 0; i-- > 0 && seen < 8; seen++) {
    const ng_speech *at = &doc->speeches.at[s->open[i]];
    if (at->unit != unit && at->content.end > begin)
      return s->open[i];
  }
  return NG_NONE;
}

/* Two frames may each lie in the other's words ("The plan, he said, would
 * fail, according to her"): the later one's is then told by the article. */
static void
break_circles(ng_doc *doc)
{
  for (uint32_t i = 0; i < doc->speeches.n; i++) {
    uint32_t up = doc->speeches.at[i].outer;
    for (int step = 0; step < 8 && up != NG_NONE && up != i; step++)
      up = doc->speeches.at[up].outer;
    if (up != NG_NONE) /* a circle, or deeper than anybody follows */
      doc->speeches.at[i].outer = NG_NONE;
  }
}

/* "X said that ...," X went on, "...": the second is no telling of the first,
 * though its words are all around it. */
static bool
is_interrupted(const ng_doc *doc, uint32_t inner, uint32_t outer)
{
  const ng_speech *a = &doc->speeches.at[inner], *b = &doc->speeches.at[outer];
  return a->n == b->n && a->unit < b->unit && b->unit != NG_NONE &&
         (a->n == 0 ||
          memcmp(doc->members.at + a->speaker, doc->members.at + b->speaker,
                 a->n * sizeof *doc->members.at) == 0);
}

/* The speech that reports `outer`, if it does not hold `unit` itself. */
static uint32_t
beyond(const ng_doc *doc, uint32_t outer, uint32_t unit)
{
  uint32_t by = doc->speeches.at[outer].unit;
  return by == NG_NONE || by == unit || by >= doc->voices.n
             ? NG_NONE
             : doc->voices.at[by];
}

static bool
nest_speeches(ng_doc *doc)
{
  nest s = {.doc = doc};
  s.open = NG_NEW(&doc->arena, uint32_t, doc->speeches.n + 1);
  doc->voices.at = NG_NEW(&doc->arena, uint32_t, doc->units.n + 1);
  if (!s.open || !doc->voices.at)
    return false;
  for (uint32_t i = 0; i < doc->units.n; i++) {
    move_to(&s, doc->units.at[i].span);
    doc->voices.at[i] = innermost(&s, i);
  }
  doc->voices.n = doc->units.n;
  doc->voices.cap = doc->units.n + 1;
  for (uint32_t i = 0; i < doc->speeches.n; i++) {
    uint32_t unit = doc->speeches.at[i].unit;
    uint32_t outer = unit == NG_NONE ? NG_NONE : doc->voices.at[unit];
    if (outer == i)
      outer = NG_NONE;
    for (int k = 0; k < 4 && outer != NG_NONE && is_interrupted(doc, i, outer);
         k++)
      outer = beyond(doc, outer, unit);
    doc->speeches.at[i].outer = outer;
    if (unit != NG_NONE)
      doc->voices.at[unit] = outer;
  }
  break_circles(doc);
  return true;
}

static void
drop_bare(ng_listener *l)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->frames.n; i++)
    if (!l->frames.at[i].bare)
      l->frames.at[n++] = l->frames.at[i];
  l->frames.n = n;
}

static bool
listen(ng_listener *l)
{
  ng_doc *doc = l->doc;
  if (!ng_branches_make(&l->branches, doc) || !ng_quotes_find(doc, &l->quotes))
    return false;
  for (uint32_t s = 0; s < doc->sentences.n && !l->spent; s++) {
    ng_frames_find(l, s);
    ng_headline_find(l, s);
    ng_hearsay_find(l, s);
  }
  if (l->spent || !join_quotes(l))
    return false;
  drop_bare(l);
  if (l->frames.n)
    qsort(l->frames.at, l->frames.n, sizeof *l->frames.at, compare_frames);
  for (uint32_t i = 0; i < l->frames.n; i++)
    if (!NG_PUSH(&doc->arena, &doc->speeches, l->frames.at[i].speech))
      return false;
  return nest_speeches(doc);
}

ng_status
ng_find_speeches(const ng_context *context, ng_doc *doc, ng_error *err)
{
  ng_listener l = {.context = context, .doc = doc};
  doc->speeches.n = doc->voices.n = 0;
  if (!context->model || !ng_is_readable(doc))
    return NG_OK;
  if (!listen(&l))
    return ng_fail(err, NG_ERR_LIMIT, 0, "no room to find who says what");
  return NG_OK;
}
