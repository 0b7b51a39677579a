/* name_maker.h - names as a large knowledge base has them, any number, always
 * the same: for measuring. */
#ifndef NG_NAME_MAKER_H
#define NG_NAME_MAKER_H

#include "core/str.h"

enum { NAME_ROOM = 128 };

/* Name `i` in `room`; its length.  Half are persons, with given names that
 * repeat and 600,000 surnames; the others organisations, places, works of three
 * or four words, and now and then a lower-case word. */
size_t make_name(uint64_t i, char room[NAME_ROOM]);

/* The runs of one to four capitalised words of `text`, in order, from *at: the
 * next one, and *at past it; empty at the end.  So many of a base's names occur
 * in the text as in one made for it. */
ng_str mine_name(ng_str text, size_t *at);

#endif /* NG_NAME_MAKER_H */
