/* words.h - classes of words and of the gaps between them: the context that
 * linking looks at.
 *
 * "The classes of the neighbouring words pay most" of all features of ranking,
 * so one closed list of some 500 English words is all that linking knows of the
 * language, apart from the knowledge base.
 */
#ifndef NG_WORDS_H
#define NG_WORDS_H

#include "core/str.h"
#include "doc.h"

/* Used as feature values: append, and train anew. */
typedef enum {
  NG_WORD_EDGE = 0, /* no word: the sentence begins or ends */
  NG_WORD_OTHER,
  NG_WORD_CAPITALISED, /* any other word with a capital */
  NG_WORD_NUMBER,
  NG_WORD_TITLE, /* president, Mr, striker: before a person's name */
  NG_WORD_PLACE, /* in, at, near */
  NG_WORD_TO,    /* to, from, for: half places, half others */
  NG_WORD_OF,
  NG_WORD_THE,
  NG_WORD_DETERMINER,
  NG_WORD_POSSESSIVE,
  NG_WORD_AND,
  NG_WORD_WITH,     /* by, with, against, between */
  NG_WORD_SPEECH,   /* said, told, announced */
  NG_WORD_BE,       /* is, has, will */
  NG_WORD_SPORT,    /* beat, won, scored */
  NG_WORD_BODY,     /* party, company, ministry, troops */
  NG_WORD_GENITIVE, /* 's */
  NG_WORD_DAY,      /* days and months */
  NG_WORD_FORMER,   /* former, ex, late, acting */
  NG_WORD_PRONOUN,
  NG_WORD_PEOPLE,  /* people, citizens, voters, forces: after a demonym */
  NG_WORD_HEADING, /* city, town, river, province: "the city of X" */
  NG_WORD_GAME,    /* innings, midfield, semi-final: the article is on sport */
  NG_N_WORD_CLASSES
} ng_word_class;

typedef enum {
  NG_GAP_BREAK = 0, /* a sentence or a line ends, or anything not below */
  NG_GAP_NONE,      /* nothing */
  NG_GAP_SPACE,
  NG_GAP_HYPHEN,     /* without spaces */
  NG_GAP_APOSTROPHE, /* straight or curly, without spaces */
  NG_GAP_STOP,       /* ". " as in "St. Louis" */
  NG_GAP_AMPERSAND,
  NG_GAP_COMMA,
  NG_GAP_SLASH,
  NG_GAP_OPEN,  /* ( or [ */
  NG_GAP_CLOSE, /* ) or ] */
  NG_GAP_QUOTE, /* a quotation mark, with or without space */
  NG_GAP_DASH,
  NG_GAP_COLON,
  NG_N_GAPS
} ng_gap;

enum {
  NG_WORD_CAPITAL = 1,    /* starts with a capital */
  NG_WORD_UPPER = 2,      /* two letters or more, all capitals */
  NG_WORD_DIGIT = 4,      /* starts with a digit */
  NG_WORD_START = 8,      /* a sentence, quotation or clause starts here */
  NG_WORD_SHOUTED = 16,   /* its sentence is in capitals */
  NG_WORD_HEADLINE = 32,  /* every longer word of its sentence is capitalised */
  NG_WORD_JOINS = 64,     /* a name may go on from the word before */
  NG_WORD_QUOTED = 128,   /* inside quotation marks */
  NG_WORD_INITIALS = 256, /* U.S. */
};

/* Fill doc->words and doc->notes from text and sentences. */
ng_status ng_words_note(ng_doc *doc, ng_error *err);

/* The folded ASCII form of a word, NUL-terminated, in `out`; false if it does
 * not fit or is not ASCII, and then `out` is empty. */
enum { NG_WORD_ROOM = 20 };
bool ng_word_ascii(ng_str word, char out[NG_WORD_ROOM]);

/* Is `folded`, which is not empty, one of the words of `label` between spaces?
 */
bool ng_label_has_word(ng_str label, const char *folded);

/* The class of a folded ASCII word by the list; NG_WORD_OTHER if not there. */
ng_word_class ng_word_class_of(const char *folded);

/* The text of word `i` of `doc`. */
static inline ng_str
ng_word_text(const ng_doc *doc, uint32_t i)
{
  const ng_word *w = &doc->words.at[i];
  return (ng_str){doc->text.at + w->begin, w->end - w->begin};
}

/* ng_word_is() of a word that begins alike. */
bool ng_word_is_all(ng_str word, const char *ascii);

/* Is word `i` of `doc` the word `ascii` (lower case), whatever its case?  Most
 * end at their first letter. */
static inline bool
ng_word_is(const ng_doc *doc, uint32_t i, const char *ascii)
{
  return i < doc->words.n &&
         (doc->text.at[doc->words.at[i].begin] | 0x20) == (*ascii | 0x20) &&
         ng_word_is_all(ng_word_text(doc, i), ascii);
}

/* ng_str_listed() of a word without its dots: "U.S." as "us". */
bool ng_initials_listed(ng_str word, ng_str list);

/* Is word `i` of `doc` among the words of `list`, a literal: "say tell"? */
static inline __attribute__((always_inline)) bool
ng_word_listed(const ng_doc *doc, uint32_t i, const char *list)
{
  if (i >= doc->words.n)
    return false;
  ng_str word = ng_word_text(doc, i);
  return word.len > 1 && word.at[1] == '.'
             ? ng_initials_listed(word, (ng_str){list, strlen(list)})
             : ng_str_listed(word, list);
}

/* Bit i is class i: which it is is no branch, which would be guessed wrong. */
enum {
  NG_LITTLE_CLASSES = 1 << NG_WORD_PLACE | 1 << NG_WORD_TO | 1 << NG_WORD_OF |
                      1 << NG_WORD_THE | 1 << NG_WORD_DETERMINER |
                      1 << NG_WORD_AND | 1 << NG_WORD_WITH
};

/* "in", "of", "the", "and": what titles write small. */
static inline bool
ng_is_little_word(ng_word_note note)
{
  return NG_LITTLE_CLASSES >> note.class & 1;
}

/* The class of the word at `i` + `by`, NG_WORD_EDGE past its sentence. */
ng_word_class ng_word_class_at(const ng_doc *doc, uint32_t i, int by);

/* The gap behind word `i`: the next word's, or NG_GAP_BREAK. */
ng_gap ng_gap_after(const ng_doc *doc, uint32_t i);

#endif /* NG_WORDS_H */
