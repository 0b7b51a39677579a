/* headline.c - headlines that tell in whose words they are; and lines of a
 * transcript, "NAME: it is over", where a place is but a dateline.
 *
 *   NAME: it is over              the words of a person or body
 *   PLACE: it is over             of that place, or about it: of nobody known
 *   It is over: NAME | report     likewise, behind the words
 *   It is over - NAME | sources
 */
#include "extract/speech/speech.h"

enum {
  LEAST = 3, /* words that make a clause */
  LAST = 3   /* words that may name who speaks at the end */
};

static const char tellers[] =
    " report source official police witness media minister ministry study poll"
    " lawyer analyst expert activist monitor ";

static bool
is_mark(const ng_doc *doc, uint32_t unit, const char *marks)
{
  return ng_form_in(doc, unit, marks);
}

static bool
has_verb(const ng_doc *doc, uint32_t from, uint32_t to)
{
  for (uint32_t i = from; i < to; i++)
    if (doc->units.at[i].upos == NG_VERB)
      return true;
  return false;
}

/* Does a frame of the sentence tell already who speaks? */
static bool
is_told(const ng_listener *l, uint32_t sentence)
{
  return l->frames.n &&
         l->frames.at[l->frames.n - 1].speech.sentence == sentence;
}

/* May it speak: a person or a body, rather than a place, which may be what the
 * headline is about? */
static bool
may_speak(const ng_doc *doc, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  return type == NG_PERSON ||
         (type >= NG_ORGANIZATION && type <= NG_COMPANY && type != NG_COURT);
}

/* The words [from, to) are told by `teller`. */
static void
add(ng_listener *l, uint32_t teller, uint32_t from, uint32_t to)
{
  ng_doc *doc = l->doc;
  uint32_t mention = l->branches.mention[teller];
  uint32_t entity = NG_NONE;
  ng_frame f = {.begin = teller, .end = teller + 1, .before = from < teller};
  if (mention != NG_NONE) {
    const ng_mention *m = &doc->mentions.at[mention];
    entity = m->denotes != NG_NONE ? m->denotes : m->entity;
  }
  f.speech.sentence = l->branches.sentence[teller];
  f.speech.unit = NG_NONE;
  f.speech.outer = f.speech.event = NG_NONE;
  f.speech.frame = doc->units.at[teller].span;
  f.speech.content = ng_frame_words(l, from, to);
  f.speech.speaker = f.speech.addressee = doc->members.n;
  f.speech.hearsay = entity == NG_NONE || !may_speak(doc, entity);
  if (!f.speech.hearsay) {
    f.speech.unit = teller; /* the act has no other word */
    f.speech.n = 1;
    l->spent |= !NG_PUSH(&doc->arena, &doc->members, entity);
  }
  ng_frame_add(l, &f);
}

/* Who is named before a colon: a name, known or not, or "Police:"; or NG_NONE.
 */
static uint32_t
teller_before(const ng_listener *l, uint32_t from, uint32_t to)
{
  const ng_doc *doc = l->doc;
  uint32_t found = NG_NONE;
  for (uint32_t i = from; i + 1 < to && i <= from + LAST; i++) {
    if (is_mark(doc, i, " : "))
      return has_verb(doc, i + 1, to) ? found : NG_NONE;
    if (l->branches.mention[i] != NG_NONE || ng_unit_in(doc, i, tellers) ||
        (found == NG_NONE && doc->units.at[i].upos == NG_PROPN))
      found = i;
    else if (!ng_unit_is_nominal(doc, i))
      return NG_NONE;
  }
  return NG_NONE;
}

/* Who is named at the end, "... - NAME", "...: sources say"; or NG_NONE. */
static uint32_t
teller_behind(const ng_listener *l, uint32_t mark, uint32_t to)
{
  if (mark + 1 >= to || mark + 1 + LAST < to || has_verb(l->doc, mark + 1, to))
    return NG_NONE;
  for (uint32_t i = mark + 1; i < to; i++)
    if (l->branches.mention[i] != NG_NONE || ng_unit_in(l->doc, i, tellers))
      return i;
  return NG_NONE;
}

/* Is it somebody who may speak, by name? */
static bool
is_speaker(const ng_listener *l, uint32_t teller)
{
  uint32_t mention = l->branches.mention[teller];
  return mention != NG_NONE &&
         may_speak(l->doc, l->doc->mentions.at[mention].entity);
}

void
ng_headline_find(ng_listener *l, uint32_t sentence)
{
  const ng_doc *doc = l->doc;
  const ng_sentence *s = &doc->sentences.at[sentence];
  uint32_t from = s->unit, to = s->unit_end;
  bool headline = s->flags & NG_SENTENCE_HEADLINE;
  if (to - from < LEAST + 2 || is_told(l, sentence))
    return;
  uint32_t teller = teller_before(l, from, to);
  if (teller != NG_NONE && (headline || is_speaker(l, teller))) {
    uint32_t colon = teller + 1;
    while (!is_mark(doc, colon, " : "))
      colon++;
    add(l, teller, colon + 1, to);
    return;
  }
  for (uint32_t i = from + LEAST; headline && i + 1 < to; i++) {
    teller = is_mark(doc, i, " : - – — ") && has_verb(doc, from, i)
                 ? teller_behind(l, i, to)
                 : NG_NONE;
    if (teller != NG_NONE) {
      add(l, teller, from, i);
      return;
    }
  }
}
