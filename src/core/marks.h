/* marks.h - what the letters of a word tell of the lists that it is not in.
 *
 * The stages behind the parse ask of every word whether it is one of "say tell
 * announce ...", thousands of times an article, and nearly always it is not.
 * Two numbers of a word, 0 to 63 and 0 to 255, are counted once, and the words
 * of a list are two sets of such numbers, which the compiler counts:
 *
 *   "say"   -> 47, 246       "say tell" -> {13, 47}, {88, 246}
 *
 * A word whose numbers are not both in a list's sets is not in the list.  Of
 * lists of ten words one other word in two hundred seems to be in them, of
 * lists of a hundred one in four.
 */
#ifndef NG_MARKS_H
#define NG_MARKS_H

#include "core/str.h"

/* Of one word. */
typedef struct {
  uint8_t start, end;
} ng_mark;

/* Of a unit: its lemma and its form. */
typedef struct {
  ng_mark lemma, form;
} ng_marks;

/* Letters count alike in either case; what stands for none is 0 to 31, too. */
static inline unsigned
ng_mark_start(unsigned first, unsigned second, unsigned last)
{
  return ((first & 31) << 1 ^ (second & 31) ^ (last & 31) << 3) & 63;
}

/* Of a word that is not empty; of an empty one, which no list has, anything. */
static inline ng_mark
ng_mark_of(ng_str word)
{
  size_t n = word.len;
  if (!n)
    return (ng_mark){0, 0};
  unsigned first = (unsigned char)word.at[0];
  unsigned last = (unsigned char)word.at[n - 1];
  unsigned second = n > 1 ? (unsigned char)word.at[1] : 0;
  return (ng_mark){(uint8_t)ng_mark_start(first, second, last),
                   (uint8_t)ng_str_end(word)};
}

/* Those of a list. */
typedef struct {
  uint64_t start;
  ng_ends end;
} ng_mark_sets;

/* GCC makes them constants, if the list is a literal. */
static inline __attribute__((always_inline)) ng_mark_sets
ng_marks_of_list(const char *list, size_t n)
{
  ng_mark_sets sets = {0, ng_list_ends(list, n)};
  unsigned first = 0, second = 0;
#if defined __GNUC__ && !defined __clang__
#pragma GCC unroll 1024
#endif
  for (size_t i = 0; i < n; i++) {
    bool begins = i == 0 || list[i - 1] == ' ';
    bool ends = list[i] != ' ' && (list[i + 1] == ' ' || !list[i + 1]);
    unsigned last = (unsigned char)list[i];
    first = begins ? last : first;
    second = begins ? (unsigned char)list[i + 1] : second;
    sets.start |= (uint64_t)ends << ng_mark_start(first, second, last);
  }
  return sets;
}

/* Most words are told by the first set. */
static inline __attribute__((always_inline)) bool
ng_mark_in(ng_mark mark, ng_mark_sets sets)
{
  return (sets.start >> mark.start & 1) && ng_ends_have(sets.end, mark.end);
}

/* May a word of that mark, or of that other one, be in the list, which ends
 * with a NUL?  Also true of what is no literal: see ng_list_is_known(). */
static inline __attribute__((always_inline)) bool
ng_list_may_have(const char *list, ng_mark mark, ng_mark other)
{
  if (!ng_list_is_known(list))
    return true;
  ng_mark_sets sets = ng_marks_of_list(list, strlen(list));
  return ng_mark_in(mark, sets) || ng_mark_in(other, sets);
}

/* Is the word, which has that mark, in the list? */
static inline __attribute__((always_inline)) bool
ng_marked_among(ng_str word, ng_mark mark, const char *list)
{
  return ng_list_may_have(list, mark, mark) &&
         ng_str_among(word, (ng_str){list, strlen(list)});
}

#endif /* NG_MARKS_H */
