/* iri.h - IRIs made from content: the same parts give the same IRI. */
#ifndef NG_EMIT_IRI_H
#define NG_EMIT_IRI_H

#include "core/arena.h"
#include "rdf/graph.h"

#include <nettle/sha2.h>

/* The first 20 hexadecimal digits of a SHA-256 over parts joined by U+001F
 * (80 bits: a billion articles collide with a chance of one in two million). */
enum { NG_HASH_TEXT = 20 };

typedef struct {
  struct sha256_ctx sha;
  bool begun;           /* a part is there: the next is behind a separator */
  size_t n;             /* bytes that wait */
  uint8_t waiting[192]; /* to be hashed together */
} ng_hash;

void ng_hash_init(ng_hash *hash);

/* The next part: a string; a date; an IRI in full, or a literal's text. */
void ng_hash_str(ng_hash *hash, ng_str part);
void ng_hash_date(ng_hash *hash, uint32_t date);
void ng_hash_term(ng_hash *hash, ng_namespaces spaces, ng_term term);

/* The digits. */
void ng_hash_end(ng_hash *hash, char out[NG_HASH_TEXT]);

/* `head`, `middle` and the hash's digits as one string, or {NULL, 0}. */
ng_str ng_hash_iri(ng_hash *hash, ng_arena *arena, ng_str head, ng_str middle);

/* `head`, `middle` ("#char="), `begin`, ',' and `end` as one string. */
ng_str ng_span_iri(ng_arena *arena, ng_str head, ng_str middle, ng_span span);

/* Decimal digits; and these behind "Q". */
ng_str ng_number(ng_arena *arena, uint64_t n);
ng_str ng_wikidata_id(ng_arena *arena, uint32_t qid);

#endif /* NG_EMIT_IRI_H */
