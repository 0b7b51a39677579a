/* frame_source.c - whose words a sentence tells without a verb of saying:
 * "according to X", "in X's view". */
#include "extract/speech/probe.h"

bool
ng_probe_has_case(const ng_probe *p, uint32_t unit, const char *list)
{
  for (uint32_t c = p->b->first[unit]; c != NG_NONE; c = p->b->next[c])
    if ((ng_probe_label(p, c) == NG_REL_CASE ||
         ng_probe_label(p, c) == NG_REL_MARK) &&
        c < unit && ng_probe_is(p, c, list))
      return true;
  return false;
}

/* --- according to -----------------------------------------------------------
 */

/* "X, according to whom it is late, left": what follows, up to the comma, is
 * said by whoever stands before. */
static void
according_to_whom(ng_probe *p)
{
  uint32_t whom = p->verb + 2, end = whom + 1;
  while (end < p->to && !ng_probe_text_is(p, end, " , ; "))
    end++;
  p->subject = p->verb > p->from ? p->verb - 1 : NG_NONE;
  while (p->subject != NG_NONE && p->subject > p->from &&
         ng_probe_upos(p, p->subject) == NG_PUNCT)
    p->subject--;
  p->begin = p->verb;
  p->behind = whom + 1;
  ng_frame f = ng_probe_start(p);
  f.speech.content = ng_frame_words(p->l, p->behind, end);
  ng_probe_name(p, &f);
  ng_frame_add(p->l, &f);
}

void
ng_probe_according(ng_probe *p)
{
  uint32_t to = p->verb + 1, i = to + 1, head = p->doc->units.at[p->verb].head;
  if (ng_probe_text_is(p, to + 1, " whom which ")) {
    according_to_whom(p);
    return;
  }
  while (i < p->to && i < to + 12 && ng_probe_upos(p, i) != NG_PUNCT &&
         ng_probe_upos(p, i) != NG_VERB)
    i++;
  if (head == NG_NONE || head <= to || head >= i)
    for (head = to + 1; head < i && !ng_unit_is_nominal(p->doc, head);)
      head++;
  if (head >= i)
    return;
  p->subject = head;
  p->begin = p->verb;
  p->behind = i;
  ng_frame f = ng_probe_start(p);
  bool first = p->verb <= p->from + 1 || /* "..., but according to X it is" */
               ng_probe_text_is(p, p->verb - 1, " but while though yet ");
  uint32_t end = p->b->right[head] + 1 > i ? p->b->right[head] + 1 : i;
  if (first)
    f.speech.content = ng_frame_words(p->l, i, p->to);
  else
    f.speech.content = ng_frame_words(p->l, p->from,
                                      ng_probe_has_clause(p, end, p->to) &&
                                              ng_probe_text_is(p, end, " , ")
                                          ? p->to
                                          : p->verb);
  f.before = !first;
  ng_probe_name(p, &f);
  ng_frame_add(p->l, &f);
}

/* --- in the view of ---------------------------------------------------------
 */

/* Whose view it is: "in Macron's view", "in the words of Macron"; or NG_NONE.
 */
static uint32_t
viewer(const ng_probe *p)
{
  if (!ng_probe_is(p, p->verb,
                   " view opinion word judgment judgement assessment "
                   "estimation eye telling ") ||
      !ng_probe_has_case(p, p->verb, " in "))
    return NG_NONE;
  for (uint32_t c = p->b->first[p->verb]; c != NG_NONE; c = p->b->next[c])
    if (ng_probe_label(p, c) == NG_REL_NMOD_POSS ||
        (c > p->verb && ng_probe_has_case(p, c, " of ")))
      return c;
  return NG_NONE;
}

void
ng_probe_view(ng_probe *p)
{
  p->subject = viewer(p);
  if (p->subject == NG_NONE)
    return;
  p->begin = p->b->left[p->verb];
  p->behind = p->b->right[p->verb] + 1;
  ng_frame f = ng_probe_start(p);
  bool first = p->begin <= p->from + 1;
  f.speech.content = first ? ng_frame_words(p->l, p->behind, p->to)
                           : ng_frame_words(p->l, p->from, p->begin);
  f.before = !first;
  ng_probe_name(p, &f);
  ng_frame_add(p->l, &f);
}
