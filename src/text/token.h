/* token.h - text to tokens, one word at a time; used by segment.c.
 *
 * Words are split as Universal Dependencies' English treebanks split them
 * (clitics, "cannot", currency signs, percent signs), except that hyphenated
 * words stay whole: ng_token_parts() has their parts, ng_token_pieces() the
 * treebanks' split.
 */
#ifndef NG_TOKEN_H
#define NG_TOKEN_H

#include "doc.h"

/* How the token last scanned may end a sentence. */
typedef enum {
  NG_STOP_NONE,
  NG_STOP_FULL,   /* . ! ? ... */
  NG_STOP_ABBREV, /* "U.S.", "Inc.": ends one if a sentence clearly follows */
} ng_stop;

typedef struct {
  ng_doc *doc;
  const uint8_t *s; /* the document's text, zeros behind it */
  uint32_t i, end;  /* where scanning is, and where the part ends */
  uint32_t last;    /* end of the token before, NG_NONE at first */
  bool first;       /* the next token is the first of its paragraph */
  bool full;        /* the budget is spent */
  ng_stop stop;
} ng_scan;

/* Append the token at `i`, which is not at a space, and set `stop`. A word
 * with clitics is several tokens. Always moves `i` on, never past `end`. */
void ng_scan_token(ng_scan *scan);

/* The bytes of the hyphen at `s`: '-', U+2010 or U+2011; 0 if there is none. */
uint32_t ng_hyphen(const uint8_t *s);

/* The bytes of the apostrophe at `s`: ' or U+2019; 0 if there is none. */
uint32_t ng_apostrophe(const uint8_t *s);

/* A token as treebanks split it: parts and hyphens in turn, but a bound prefix
 * keeps its word ("pro-Beijing"). At most `cap` into `out`; how many. */
size_t ng_token_pieces(const ng_doc *doc, const ng_token *token, ng_span *out,
                       size_t cap);

/* What the word before a full stop is, as a set of bits. */
enum {
  NG_ABBREV = 1,
  NG_ABBREV_TITLE = 2,  /* a name follows: never ends a sentence */
  NG_ABBREV_NUMBER = 4, /* is one only before a number: "No. 5" */
  NG_ABBREV_PROPER = 8, /* is one only when capitalised: "Sat." */
};

/* The bits of `word`, 0 if it is no abbreviation.  Case is ignored but for
 * NG_ABBREV_PROPER, which is checked here. */
unsigned ng_abbrev(ng_str word);

/* Is `word` a capitalised function word, such as those that start sentences?
 */
bool ng_starts_sentence(ng_str word);

/* Does a hyphen bind `word` to the next one, as in "pro-", "mid-"? */
bool ng_bound_prefix(ng_str word);

/* Is `word` the last label of a host name, or a file's extension? */
bool ng_host_suffix(ng_str word);

/* Is `word`, written right behind a number, a unit: "5km", "10pm", "3m"? */
bool ng_unit_suffix(ng_str word);

#endif /* NG_TOKEN_H */
