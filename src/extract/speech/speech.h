/* speech.h - what the files that find speeches share.
 *
 *   frame.c         "X said that ...", "..., X said": see probe.h
 *   frame_source.c  "according to X", "in X's view"
 *   headline.c      "NAME: it is over", "It is over - NAME"
 *   hearsay.c       "reportedly", "is said to", "reports of": nobody is named
 *   speech.c        the stage: quotations, who is told in whose words
 */
#ifndef NG_SPEECH_H
#define NG_SPEECH_H

#include "extract/refer/actor.h"
#include "extract/speech/quote.h"

/* An act of saying, as its sentence words it. */
typedef struct {
  ng_speech speech;
  uint32_t begin, end; /* units of the frame: "Macron said"; half-open */
  bool before;         /* the words said stand before it */
  bool bare;           /* its sentence holds no words said */
} ng_frame;

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  ng_branches branches;
  ng_quotes quotes;
  uint32_t quote;          /* the next one, while frames are found */
  NG_VEC(ng_frame) frames; /* by sentence and unit */
  bool spent;
} ng_listener;

/* Append the frames of a sentence. */
void ng_frames_find(ng_listener *l, uint32_t sentence);
void ng_headline_find(ng_listener *l, uint32_t sentence);
void ng_hearsay_find(ng_listener *l, uint32_t sentence);

/* Append a frame; the first only if it holds words. */
void ng_frame_add(ng_listener *l, const ng_frame *frame);
void ng_frame_note(ng_listener *l, const ng_frame *frame);

/* The words of the units [begin, end), without commas at the ends. */
ng_span ng_frame_words(const ng_listener *l, uint32_t begin, uint32_t end);

/* Does `unit` have "not" or "never" beside it? */
bool ng_is_negated(const ng_branches *b, uint32_t unit);

#endif /* NG_SPEECH_H */
