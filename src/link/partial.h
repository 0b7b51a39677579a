/* partial.h - words of people's names, as readings see them. */
#ifndef NG_PARTIAL_H
#define NG_PARTIAL_H

#include "link/linker.h"

/* One word, or one like "O'Connor". */
bool ng_is_one_word(const ng_doc *doc, const ng_spot *spot);

/* Is the word at `i` a given name, also where a sentence begins? */
bool ng_is_given_name(const ng_linker *l, uint32_t i);

#endif /* NG_PARTIAL_H */
