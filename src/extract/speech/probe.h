/* probe.h - a verb under study: does it report what somebody says?
 *
 *   probe_who.c   who says it, and where the frame begins and ends
 *   probe_what.c  which words are said: behind the frame, before it, around it
 *   frame.c       which verbs are looked at, and how
 */
#ifndef NG_PROBE_H
#define NG_PROBE_H

#include "extract/speech/speech.h"

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
} ng_probe;

static inline uint8_t
ng_probe_upos(const ng_probe *p, uint32_t unit)
{
  return unit < p->to ? p->doc->units.at[unit].upos : (uint8_t)NG_PUNCT;
}

static inline uint8_t
ng_probe_label(const ng_probe *p, uint32_t unit)
{
  return p->doc->units.at[unit].label;
}

static inline __attribute__((always_inline)) bool
ng_probe_is(const ng_probe *p, uint32_t unit, const char *list)
{
  return unit >= p->from && unit < p->to && ng_unit_in(p->doc, unit, list);
}

static inline __attribute__((always_inline)) bool
ng_probe_text_is(const ng_probe *p, uint32_t unit, const char *list)
{
  return unit >= p->from && unit < p->to && ng_form_in(p->doc, unit, list);
}

/* Is it a quotation mark, and no apostrophe? */
bool ng_probe_looks_mark(const ng_probe *p, uint32_t unit);

static inline bool
ng_probe_is_mark(const ng_probe *p, uint32_t unit)
{
  return unit >= p->from && unit < p->to &&
         !ng_is_letter(p->doc->text.at[p->doc->units.at[unit].span.begin]) &&
         ng_probe_looks_mark(p, unit);
}

static inline bool
ng_probe_is_passive(const ng_branches *b, uint32_t verb)
{
  const ng_unit *u = &b->doc->units.at[verb];
  bool joined = u->label == NG_REL_CONJ && u->xpos == NG_XPOS_VBN &&
                u->head != NG_NONE &&
                ng_branch_child(b, verb, NG_REL_AUX) == NG_NONE &&
                ng_branch_child(b, verb, NG_REL_NSUBJ) == NG_NONE &&
                ng_branch_child(b, verb, NG_REL_OBJ) == NG_NONE;
  return ng_branch_child(b, joined ? u->head : verb, NG_REL_AUX_PASS) !=
         NG_NONE;
}

/* --- frame_source.c --------------------------------------------------------
 */

/* Has the unit one of these prepositions or markers before it? */
bool ng_probe_has_case(const ng_probe *p, uint32_t unit, const char *list);

/* Add the frame of "according to X" or "in X's view" at p->verb, if it is one.
 */
void ng_probe_according(ng_probe *p);
void ng_probe_view(ng_probe *p);

/* --- probe_who.c ------------------------------------------------------------
 */

/* The subject of `verb` by the parse, or NG_NONE; and what "who" and "which"
 * stand for. */
uint32_t ng_probe_subject(const ng_probe *p, uint32_t verb);
uint32_t ng_probe_antecedent(const ng_probe *p, uint32_t subject,
                             uint32_t verb);

/* Find subject, begin and behind. */
void ng_probe_frame(ng_probe *p);

/* --- probe_what.c -----------------------------------------------------------
 */

/* Is there a verb in the units [begin, end)? */
bool ng_probe_has_clause(const ng_probe *p, uint32_t begin, uint32_t end);

/* The "that" behind the verb with no clause between, or NG_NONE. */
uint32_t ng_probe_that(const ng_probe *p);

/* A frame for the verb; who speaks, and to whom, is filled in by the second. */
ng_frame ng_probe_start(const ng_probe *p);
void ng_probe_name(const ng_probe *p, ng_frame *f);

/* Add the frame of "said that ...", "..., said X", if it is one. */
void ng_probe_saying(ng_probe *p);

/* Verbs: of saying; of those, who speaks though no words are given; of urging.
 */
extern const char ng_saying_verbs[], ng_firm_verbs[], ng_urging_verbs[];

/* Is the word one of the first, in whatever case? */
bool ng_is_saying_verb(ng_str word);

#endif /* NG_PROBE_H */
