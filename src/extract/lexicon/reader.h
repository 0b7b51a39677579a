/* reader.h - what the reader of lexicon files is made of.
 *
 *   scan.c   characters, terms and words
 *   paths.c  paths over the parse
 *   own.c    classes and predicates of one's own
 *   read.c   statements and patterns
 */
#ifndef NG_LEXICON_READER_H
#define NG_LEXICON_READER_H

#include "core/fail.h"
#include "extract/lexicon/lexicon.h"

typedef enum { SPACE_NG, SPACE_LEX, SPACE_OTHER } ng_namespace;

enum { NG_MAX_PREFIXES = 16 };

typedef struct {
  ng_str name, iri;
  ng_namespace space;
} ng_lexer_space;

/* A prefixed name or IRI as a term, or a literal. */
typedef struct {
  bool literal;
  ng_namespace space;
  ng_str head; /* of SPACE_OTHER: the IRI before `text`, or empty */
  ng_str text; /* local name, whole IRI, or what is between the quotes */
} ng_lexeme;

typedef struct {
  ng_lexicon *lexicon;
  ng_str name, text;
  size_t at;
  uint32_t line;
  ng_lexer_space prefixes[NG_MAX_PREFIXES];
  size_t n_prefixes;
  ng_pattern pattern; /* being read */
  ng_str lemmas;      /* its triggers */
  bool evokes, below;
  ng_error *err;
} ng_lexer;

/* A word of the vocabulary and what it stands for; a list ends with NULL. */
typedef struct {
  const char *name;
  uint8_t value;
} ng_keyword;

/* --- scan.c ------------------------------------------------------- */

/* NG_ERR_SYNTAX with file and line; NG_ERR_LIMIT: the arena is spent. */
__attribute__((format(printf, 2, 3))) ng_status
ng_lexer_wrong(ng_lexer *r, const char *fmt, ...);
ng_status ng_lexer_spent(ng_lexer *r);

char ng_lexer_peek(const ng_lexer *r); /* '\0' at the end */
void ng_lexer_skip(ng_lexer *r);       /* space and comments */
bool ng_lexer_take(ng_lexer *r, char c);
ng_status ng_lexer_term(ng_lexer *r, ng_lexeme *out);
ng_status ng_lexer_prefix(ng_lexer *r); /* "@prefix ng: <...> ." */

bool ng_keyword_find(const ng_keyword *from, ng_str name, uint8_t *out);

/* The next word of `rest`, up to one of `stops`; empty past the last. */
ng_str ng_next_word(ng_str *rest, const char *stops);

/* --- paths.c ------------------------------------------------------ */

/* The paths of a slot, "subj|obj+to:on", into the pattern being read. */
ng_status ng_lexer_paths(ng_lexer *r, ng_str text, uint8_t slot);

/* --- own.c -------------------------------------------------------- */

/* Let the pattern being read evoke "ex:Merger", a class since it starts with a
 * capital, or the predicate "ex:subsidiaryOf". */
ng_status ng_lexer_own(ng_lexer *r, const ng_lexeme *value);

#endif /* NG_LEXICON_READER_H */
