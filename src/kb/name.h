/* name.h - names as the dictionary compares them: folded words and their
 * hashes.
 *
 * Text is cut into words at everything that is neither letter nor digit, also
 * at apostrophes and hyphens ("EU's" -> eu s, "Franco-German" -> franco
 * german); letters lose case and marks ("Vučić" -> vucic, ß -> ss); dotted
 * initials join ("U.S." -> us).  A name's key is a hash of its words, so the
 * builder and the spotter must fold alike: this is the only place that does.
 */
#ifndef NG_NAME_H
#define NG_NAME_H

#include "core/arena.h"
#include "core/vec.h"
#include "newsgraph.h"

/* How a word is written, for names whose case matters ("us" is not US). */
enum {
  NG_CASE_LOWER = 1,   /* first letter lower case, or none that has case */
  NG_CASE_CAPITAL = 2, /* Capitalised */
  NG_CASE_UPPER = 4,   /* ALL CAPITALS, two letters or more */
};

typedef struct {
  uint64_t hash;       /* of the folded bytes */
  uint32_t begin, end; /* bytes of the text */
  uint32_t cases;      /* one NG_CASE_... */
} ng_word;

typedef NG_VEC(ng_word) ng_words;

/* The words of text[span] appended to `words`; false if the arena is spent.
 * `text` must have NG_WORD_PAD readable bytes after its end.  A word of dotted
 * initials ends after its last dot ("U.S."). */
enum { NG_WORD_PAD = 64 };
bool ng_words_find(ng_arena *arena, ng_str text, ng_span span, ng_words *words);

/* How a name of `n` words is written: NG_CASE_UPPER if all its words with
 * letters are, NG_CASE_LOWER if none has a capital, else NG_CASE_CAPITAL. The
 * same for names of the base and spans of a text. */
uint32_t ng_words_case(const ng_word *words, size_t n);

/* The key of a name of `n` words, 1 to NG_NAME_WORDS. */
uint64_t ng_words_key(const ng_word *words, size_t n);

/* The key of a name of one word, then of a name one word longer. */
#define NG_KEY_FACTOR 0x2545F4914F6CDD1DULL

static inline uint64_t
ng_key_first(const ng_word *word)
{
  return word->hash;
}

static inline uint64_t
ng_key_next(uint64_t key, const ng_word *word)
{
  return key * NG_KEY_FACTOR + word->hash;
}

/* The folded form of `name`, its words joined by single spaces, as a new
 * string in `arena`; {NULL, 0} if the arena is spent. */
ng_str ng_name_fold(ng_arena *arena, ng_str name);

/* The longest name in words; longer ones are not looked for. */
enum { NG_NAME_WORDS = 12 };

/* How a name names its entity (bits; a pair of name and entity may have
 * several).  Stored in knowledge-base files: append, never renumber. */
enum {
  NG_NAME_LABEL = 1 << 0,    /* the entity's label */
  NG_NAME_TITLE = 1 << 1,    /* title of its Wikipedia article, no "(...)" */
  NG_NAME_ALIAS = 1 << 2,    /* another full name */
  NG_NAME_SHORT = 1 << 3,    /* a short form: without Inc, Republic of, year */
  NG_NAME_SURNAME = 1 << 4,  /* of a person */
  NG_NAME_GIVEN = 1 << 5,    /* given name of a person */
  NG_NAME_INITIAL = 1 << 6,  /* initials and surname; first and last of three */
  NG_NAME_ACRONYM = 1 << 7,  /* EU, MIT, UN */
  NG_NAME_TEAM = 1 << 8,     /* city, nickname or country of a team */
  NG_NAME_DEMONYM = 1 << 9,  /* Serbian, Serbs */
  NG_NAME_NO_THE = 1 << 10,  /* without its "The" */
  NG_NAME_PLURAL = 1 << 11,  /* of a lower-case label */
  NG_NAME_METONYM = 1 << 12, /* stands for who sits there: "the Kremlin" */
  NG_NAME_VARIANT = 1 << 13, /* transliteration: ö/oe, -ian/-yan, el-/al- */
  NG_NAME_CODE = 1 << 14,    /* ISO code, ticker: never found in running text */
};

#endif /* NG_NAME_H */
