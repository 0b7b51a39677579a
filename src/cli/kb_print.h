/* kb_print.h - entities of a base as text, for the kb commands. */
#ifndef NG_KB_PRINT_H
#define NG_KB_PRINT_H

#include "kb/kb.h"

/* "Q403", or "<IRI>". */
void kb_print_id(const ng_entity *e);

/* "label+alias"; "-" for none. */
void kb_print_kinds(uint32_t kinds);
void kb_print_cases(uint32_t cases);
void kb_print_flags(uint32_t flags);

/* Everything about an entity, one line a fact: what, tab, value. */
void kb_print_entity(const ng_kb *kb, uint32_t index);

/* Open the base at `path`, NULL: the built-in one; NULL, with a message, if
 * that fails. */
ng_kb *kb_open(const char *path);

#endif /* NG_KB_PRINT_H */
