/* sparql.h - reading a SPARQL query far enough to know what rasqal 0.9.33 may
 * be trusted with, and taking apart what we do better ourselves.
 *
 *   SELECT DISTINCT ?x  WHERE { ... }  GROUP BY ?y  ORDER BY DESC(?z)  LIMIT 5
 *          ours         rasqal's       rasqal's     ours               ours
 */
#ifndef NG_SPARQL_H
#define NG_SPARQL_H

#include "core/buf.h"
#include "rdf/graph.h"

typedef enum {
  NG_TOKEN_END,
  NG_TOKEN_WORD,     /* a keyword, function, or "a" */
  NG_TOKEN_NAME,     /* prefix:local, or _:label */
  NG_TOKEN_IRI,      /* <...> */
  NG_TOKEN_VARIABLE, /* ?x, $x */
  NG_TOKEN_LITERAL,  /* a string, number or language tag */
  NG_TOKEN_MARK,     /* punctuation: one character, or && || ^^ != <= >= */
  NG_TOKEN_BAD,      /* an unfinished string */
} ng_token_kind;

typedef struct {
  ng_token_kind kind;
  ng_str text;
  uint32_t line;   /* from 1 */
  uint16_t braces; /* how many it is in; "{" and "}" count as inside */
  uint16_t parens;
} ng_sparql_token;

/* The token at *at in `query`, moving *at and *line past it; white space and
 * comments are skipped.  Does not fill `braces` and `parens`. */
ng_sparql_token ng_sparql_next(ng_str query, size_t *at, uint32_t *line);

typedef enum { NG_FORM_SELECT, NG_FORM_ASK, NG_FORM_CONSTRUCT } ng_sparql_form;

/* Tokens [begin, end). */
typedef struct {
  uint32_t begin, end;
} ng_token_range;

typedef struct {
  ng_str name; /* of a variable, without '?' */
  bool descending;
} ng_sort_key;

enum { NG_MAX_SORT_KEYS = 16 };

typedef struct {
  ng_str query;
  NG_VEC(ng_sparql_token) tokens; /* the last is NG_TOKEN_END */
  ng_sparql_form form;
  ng_token_range prologue;   /* PREFIX and BASE */
  ng_token_range projection; /* after SELECT [DISTINCT] */
  ng_token_range pattern;    /* "{" to "}" of the WHERE */
  ng_token_range group;      /* GROUP BY ... */
  ng_token_range order;      /* ORDER BY ... */
  bool distinct, star, aggregates;
  bool sorted_by_us; /* every key of `order` is a variable */
  bool renamed;      /* variables are: see ng_sparql_rename() */
  ng_str *before;    /* of each token, what is written before it; or NULL */
  ng_str *at_star;   /* what "*" means then: variables */
  uint32_t n_star;
  ng_str instead;       /* what is written for the pattern; or empty */
  uint64_t limit, skip; /* UINT64_MAX: no limit */
  uint32_t n_keys;
  ng_sort_key keys[NG_MAX_SORT_KEYS];
} ng_sparql;

/* Take `query` apart.  NG_ERR_SYNTAX if it is not even roughly SPARQL. */
ng_status ng_sparql_parse(ng_str query, ng_arena *arena, ng_sparql *out,
                          ng_error *err);

/* Refuse, with NG_ERR_SYNTAX and a message that names stores that can answer
 * it, a query that uses what rasqal 0.9.33 does wrongly or not at all. */
ng_status ng_sparql_check(const ng_sparql *s, ng_error *err);

/* Refuse it if token `i`, a "{", OPTIONAL or FILTER, makes of braces what
 * rasqal does wrongly. */
ng_status ng_sparql_check_braces(const ng_sparql *s, uint32_t i, ng_error *err);

/* Does every solution bind the variable, "?x"?  It stands in the pattern's own
 * braces, outside OPTIONAL, UNION and FILTER. */
bool ng_sparql_binds(const ng_sparql *s, ng_str name);

/* Refuse the query because of `what`, at `t`; `hint`: what to do, NULL: take a
 * store. */
ng_status ng_sparql_distrust(const ng_sparql_token *t, const char *what,
                             const char *hint, ng_error *err);

/* Refuse the query because of the word `t`. */
ng_status ng_sparql_refuse(const ng_sparql_token *t, ng_error *err);

/* Give the variables of OPTIONAL and UNION names of their own where rasqal
 * would mix them up with those outside; NG_ERR_SYNTAX where that does not help.
 * Memory is the arena's. */
ng_status ng_sparql_rename(ng_sparql *s, ng_arena *arena, ng_error *err);

/* Append what rasqal is to answer: the query without comments and, of a
 * SELECT, without what is ours; variables to sort by are projected, too.
 * Prefixes of `spaces` that are used and not declared are declared, on the
 * first line, so that rasqal's line numbers are right. */
void ng_sparql_write(const ng_sparql *s, ng_namespaces spaces, ng_buf *out);

/* The same, asking only whether the pattern has a solution. */
void ng_sparql_write_ask(const ng_sparql *s, ng_namespaces spaces, ng_buf *out);

/* Append those tokens; the declarations of prefixes, as above. */
void ng_sparql_put(const ng_sparql *s, ng_token_range range, ng_buf *out);
void ng_sparql_put_prologue(const ng_sparql *s, ng_namespaces spaces,
                            ng_buf *out);

/* The token at `i`; past the ends, which its neighbours may be, "the end". */
static inline const ng_sparql_token *
ng_sparql_at(const ng_sparql *s, uint32_t i)
{
  return &s->tokens.at[i < s->tokens.n ? i : s->tokens.n - 1];
}

/* Is the variable, "?x", a key of GROUP BY?  Does an AS of SELECT name it? */
bool ng_sparql_is_key(const ng_sparql *s, ng_str name);
bool ng_sparql_is_named(const ng_sparql *s, ng_str name);

/* The "}" that closes the "{" at `i`, or the last token. */
uint32_t ng_sparql_closing(const ng_sparql *s, uint32_t i);

/* Is this the word, in any case?  Is this the mark? */
bool ng_token_is(const ng_sparql_token *token, const char *word);
bool ng_token_marks(const ng_sparql_token *token, const char *mark);

/* Does the word begin an aggregate: COUNT, SUM ...? */
bool ng_token_aggregates(const ng_sparql_token *token);

#endif /* NG_SPARQL_H */
