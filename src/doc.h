/* doc.h - an article, and what each stage found in it.  Read this first.
 *
 *   read      text, parts, id, url, title, date     tokens come from
 *   segment   tokens, sentences
 *   spot      words; spots: spans that are names in a base, with candidates
 *   link      mentions, and the entities they mention
 *   roles     offices: who holds which, as the text says
 *   time      times: dates, times, durations, by the article's date
 *   quiet     which sentences tell of nothing and are left out from here on
 *   merge     units: tokens, with a name, date or hyphenated word made one
 *   tag       word classes and lemmas of units
 *   parse     heads and relations of units
 *   (refer, speech, events, claims: see event.h)
 *   bodies    mentions of bodies that are named by their state
 *
 * A stage reads the fields of those above it and writes its own; stages never
 * call each other.  pipeline.c runs them in this order.  All positions are byte
 * offsets into `text`; what is written out counts from the part's first byte.
 */
#ifndef NG_DOC_H
#define NG_DOC_H

#include "core/date.h"
#include "core/vec.h"
#include "event.h"
#include "kb/base.h"
#include "kb/name.h"
#include "newsgraph.h"

#define NG_NONE UINT32_MAX /* no index */

/* --- read ----------------------------------------------------------------- */

/* A separate title comes first and is a part of its own, so that every stage
 * sees it and no offset of the body depends on it:
 *
 *   text:   T i t l e \n \n   d a t e   2 0 2 0 - 0 7 - 1 2   K o s o v o ...
 *           |title    |       |body (all that the input gave as text)
 *                                                             |prose
 */
typedef enum { NG_PART_TITLE, NG_PART_BODY } ng_part_kind;

typedef struct {
  ng_span span;   /* of the text as given: offsets count from span.begin */
  uint32_t prose; /* where sentences start: after a ` date YYYY-MM-DD ` */
  ng_part_kind kind;
} ng_part;

/* --- segment -------------------------------------------------------------- */

typedef enum {
  NG_TOKEN_WORD,   /* letters, with inner hyphens, apostrophes and digits */
  NG_TOKEN_NUMBER, /* 27, 1,000.5, 3rd */
  NG_TOKEN_PUNCT,
  NG_TOKEN_SYMBOL, /* $, %, emoji */
  NG_TOKEN_LINK,   /* URL, e-mail address, @name, #tag */
} ng_token_kind;

enum {
  NG_TOKEN_CAPITAL = 1,    /* starts with an upper-case letter */
  NG_TOKEN_ALL_CAPS = 2,   /* two letters or more, all upper case */
  NG_TOKEN_HYPHENATED = 4, /* has parts: see ng_token_parts() */
  NG_TOKEN_GLUED = 8,      /* no space before it */
  NG_TOKEN_CLITIC = 16,    /* 's, n't, 're: split off the word before it */
};

typedef struct {
  uint32_t begin, end;
  uint8_t kind;  /* ng_token_kind */
  uint8_t flags; /* NG_TOKEN_... */
  uint16_t unused;
} ng_token;

enum {
  NG_SENTENCE_HEADLINE = 1,  /* a title, or a line without a final stop */
  NG_SENTENCE_CAPS = 2,      /* mostly capitalised or all in capitals */
  NG_SENTENCE_PARAGRAPH = 4, /* first of its paragraph */
  NG_SENTENCE_QUIET = 8      /* tells of no event: neither tagged nor parsed */
};

typedef struct {
  ng_span span;            /* bytes */
  uint32_t token, end;     /* its tokens: [token, end) of doc->tokens */
  uint32_t flags;          /* NG_SENTENCE_... */
  uint32_t unit, unit_end; /* its units: [unit, unit_end) of doc->units */
} ng_sentence;

/* --- spot and link -------------------------------------------------------- */

/* What surrounds a word of doc->words: what linking looks at most. */
typedef struct {
  uint32_t sentence; /* index */
  uint8_t class;     /* ng_word_class, see link/words.h */
  uint8_t gap;       /* ng_gap: what stands between it and the word before */
  uint16_t flags;    /* NG_WORD_... */
} ng_word_note;

/* One reading of a spot, and what speaks for it. Scores are in thousandths of
 * a natural-log unit, so that every machine ranks alike. */
typedef struct {
  ng_ref entity;
  int32_t score;  /* sum of the features' weights */
  uint16_t prior; /* P(entity | name), 0 to 65535 */
  uint16_t kinds; /* NG_NAME_... bits: how the name names it */
  uint8_t cases;  /* NG_CASE_... bits of the name's forms in the base */
  uint8_t flags;  /* NG_NAME_WEAK ... */
  uint8_t type;   /* ng_type of the entity */
  uint8_t class;  /* the same or finer: see link/rank.h */
  uint16_t popularity, unused;
} ng_choice;

/* A span that is a name in a base. Spots may overlap. */
typedef struct {
  ng_span span;
  uint32_t sentence;  /* index */
  uint32_t choice, n; /* its readings: choices[choice .. choice + n) */
  uint32_t entity;    /* chosen, index into doc->entities, or NG_NONE */
  uint32_t word;      /* its words: words[word .. word + n_words) */
  uint16_t n_words;
  uint16_t flags;                   /* NG_SPOT_... */
  const struct ng_known_name *name; /* its readings as a name of the base, if
                                       no others: see link/names.h; or NULL */
} ng_spot;

enum {
  NG_SPOT_LOWER = 1,  /* no capital: a concept, not a name */
  NG_SPOT_COVERED = 2 /* inside a longer spot */
};

/* What an article speaks of: an entity of a base, or a name that no base
 * knows. */
typedef struct {
  ng_ref ref;   /* NG_NO_REF: unlinked */
  ng_span name; /* its fullest name in the text */
  ng_type type; /* from the base, or shown by the text; or NG_ENTITY */
  uint16_t n_mentions;
  uint16_t confidence;              /* of its surest mention, thousandths */
  uint32_t candidate, n_candidates; /* of doubtful ones: doc->doubts */
  bool salient;                     /* among what the article is about */
} ng_doc_entity;

typedef struct {
  ng_span span;
  uint32_t entity;     /* index into doc->entities */
  uint8_t kind;        /* ng_mention_kind */
  uint8_t part;        /* index into doc->parts */
  uint16_t confidence; /* thousandths */
  uint32_t denotes;    /* a metonym's intended referent, or NG_NONE */
  uint32_t spot;       /* where its candidates are, or NG_NONE */
} ng_mention;

/* A span that the caller wants linked: see ng_doc_set_spans(). */
typedef struct {
  ng_span span;
  uint32_t spot; /* that it was linked by, or NG_NONE */
} ng_wanted;

/* --- merge, tag and parse --------------------------------------------------
 */

typedef enum {
  NG_UNIT_WORD = 0,       /* a token as it is */
  NG_UNIT_NAME = 1,       /* a linked name */
  NG_UNIT_DATE = 2,       /* July 12, 2020 */
  NG_UNIT_HYPHENATED = 3, /* face-to-face */
  NG_UNIT_AMOUNT = 4      /* $5 million, 27 percent */
} ng_unit_kind;

/* What is tagged and parsed as one word: a token or several. */
typedef struct {
  ng_span span;
  uint32_t token, end; /* its tokens: [token, end) of doc->tokens */
  uint32_t mention;    /* the name that it is: index into doc->mentions */
  uint32_t head;       /* unit it depends on; NG_NONE: root, or not parsed */
  uint8_t kind;        /* ng_unit_kind */
  uint8_t upos, xpos;  /* text/ud.h; NG_N_UPOS, NG_N_XPOS: not tagged */
  uint8_t label;       /* ng_relation; NG_N_RELATIONS: not parsed */
  uint32_t sentence;   /* index */
  uint32_t key;        /* of its text: see ng_form_key() */
  ng_str lemma; /* in lower case unless a proper noun; empty: not tagged */
} ng_unit;

/* --- roles ---------------------------------------------------------------- */

typedef enum {
  NG_OFFICE_CURRENT,
  NG_OFFICE_FORMER, /* "former": ended before the article's date */
  NG_OFFICE_ELECT,  /* "president-elect": not begun */
  NG_OFFICE_ACTING, /* "acting", "interim": held */
} ng_office_status;

typedef struct {
  uint32_t person;       /* index into doc->entities */
  uint32_t jurisdiction; /* index into doc->entities, or NG_NONE */
  ng_span title;         /* as worded: "Prime Minister" */
  ng_ref office;         /* the base's office, or NG_NO_REF */
  ng_span evidence;      /* title, name and what ties them */
  ng_office_status status;
  bool
      stated; /* by a verb, "NAME is the president": only so by that sentence */
} ng_office;

/* --- time ----------------------------------------------------------------- */

typedef enum {
  NG_TIME_DATE, /* a day or longer on the calendar, or "now" */
  NG_TIME_TIME, /* a time or part of a day */
  NG_TIME_DURATION,
  NG_TIME_SET, /* "every Monday", "daily" */
} ng_time_type;

typedef enum {
  NG_GRAIN_NONE, /* "recently"; durations and sets */
  NG_GRAIN_TIME,
  NG_GRAIN_DAY,
  NG_GRAIN_WEEKEND,
  NG_GRAIN_WEEK,
  NG_GRAIN_MONTH,
  NG_GRAIN_QUARTER,
  NG_GRAIN_SEASON,
  NG_GRAIN_HALF,
  NG_GRAIN_YEAR,
  NG_GRAIN_DECADE,
  NG_GRAIN_CENTURY,
} ng_time_grain;

typedef enum {
  NG_MOD_NONE,
  NG_MOD_START, /* early, the beginning of */
  NG_MOD_MID,
  NG_MOD_END, /* late, the end of */
  NG_MOD_APPROX,
} ng_time_mod;

/* How the words before it bound what it dates. */
typedef enum {
  NG_TIME_AT,
  NG_TIME_SINCE,  /* since, from: not before its first day */
  NG_TIME_AFTER,  /* after: not before the day behind its last */
  NG_TIME_UNTIL,  /* until, by, through: not after its last day */
  NG_TIME_BEFORE, /* before: not after the day before its first */
} ng_time_relation;

typedef struct {
  ng_span span;
  uint32_t token, end; /* its tokens: [token, end) of doc->tokens */
  uint32_t sentence;   /* index */
  ng_str value;        /* as in TimeML: "2020-07-12", "2020-W28", "P2M" */
  /* The first and last day that it may mean, after its relation: days, never
   * finer or surer than the text; 0 where open or unknown. */
  ng_date earliest, latest;
  uint8_t type;     /* ng_time_type */
  uint8_t grain;    /* ng_time_grain */
  uint8_t mod;      /* ng_time_mod */
  uint8_t relation; /* ng_time_relation */
} ng_time;

/* What a worker remembers of names: see link/names.h. */
typedef struct ng_names ng_names;

/* --- the document --------------------------------------------------------- */

struct ng_doc {
  ng_arena arena; /* owns all that follows, this struct excepted */

  ng_str text; /* valid UTF-8; 64 zero bytes follow it, for wide reads */
  NG_VEC(ng_part) parts; /* in text order; the last is the body */
  ng_str id, url, title, lang;
  ng_date date;        /* of publication */
  size_t n_invalid;    /* invalid UTF-8 sequences replaced */
  uint64_t invalid_at; /* offset in the input's bytes of the first */

  NG_VEC(ng_wanted) wanted; /* by begin; they do not overlap */
  bool only_wanted;         /* link these and no others */

  NG_VEC(ng_token) tokens;
  NG_VEC(ng_sentence) sentences;

  ng_names *names; /* the worker's, not owned; or NULL: nothing is remembered */
  ng_words words;  /* as the dictionary compares them */
  NG_VEC(ng_word_note) notes; /* of each word */
  NG_VEC(ng_spot) spots;      /* by begin, longest first */
  NG_VEC(ng_choice) choices;
  NG_VEC(ng_doc_entity) entities; /* by first mention */
  NG_VEC(ng_ref) doubts;
  NG_VEC(ng_mention) mentions; /* by begin */

  NG_VEC(ng_unit) units; /* of all sentences to be parsed, in order */
  struct ng_form *forms; /* units, as tag read them for parse; or NULL */
  /* The parse as extract/syntax sees it, since a stage asked; or NULL. */
  struct ng_branches *branches;
  struct ng_syntax *syntax;
  uint8_t sport; /* ng_sport of the article + 1; 0: nobody asked yet */

  NG_VEC(ng_office) offices; /* by evidence */

  NG_VEC(ng_time) times; /* in text order; they do not overlap */

  NG_VEC(uint32_t) members;        /* entities, of references and speeches */
  NG_VEC(ng_reference) references; /* by unit */
  NG_VEC(ng_speech) speeches;      /* by sentence */
  NG_VEC(uint32_t)
  voices; /* of each unit: the speech whose words it is in,
             the innermost, or NG_NONE: the article's */
  NG_VEC(ng_filler) fillers;
  NG_VEC(ng_event) events; /* by trigger */
  NG_VEC(ng_tie) ties;
  NG_VEC(ng_claim) claims; /* by evidence */
  NG_VEC(ng_proposition) propositions;
};

/* The weights of the ranking model: see link/rank.h. */
typedef struct ng_ranking ng_ranking;

/* A tagger's and parser's weights: see text/model.h. */
typedef struct ng_model ng_model;

/* The patterns that word events and claims: see extract/lexicon/lexicon.h. */
typedef struct ng_lexicon ng_lexicon;

/* What every stage may read: shared by all threads, never written. */
typedef struct {
  ng_bases bases;
  const ng_options *options;
  const ng_ranking *ranking; /* NULL: the built-in one */
  const ng_model *model;     /* tags and parses; NULL: neither is done */
  const ng_lexicon *lexicon; /* NULL: no events and no claims */
  uint64_t hidden; /* types of which no mention is shown: bit i is type i */
} ng_context;

/* Are mentions of that type shown? */
static inline bool
ng_context_shows(const ng_context *context, ng_type type)
{
  return !(context->hidden >> type & 1);
}

/* A stage: reads what those before it left in `doc` and writes its own part.
 * Idempotent.  Fails with NG_ERR_LIMIT when the budget is spent. */
typedef ng_status ng_stage(const ng_context *context, ng_doc *doc,
                           ng_error *err);

ng_stage ng_segment;    /* text/segment.c */
ng_stage ng_spot_names; /* link/spot.c */
ng_stage ng_link;       /* link/link.c */
ng_stage ng_roles;      /* extract/roles/roles.c */
ng_stage ng_find_times; /* text/time.c */

/* "DATE", "TIME", "DURATION" or "SET". */
const char *ng_time_type_text(ng_time_type type);
ng_stage ng_mark_quiet; /* extract/quiet.c */
ng_stage ng_merge;      /* text/merge.c */
ng_stage ng_tag;        /* text/units.c; nothing without a model */
ng_stage ng_parse;      /* text/units.c; nothing without a model */
/* Nothing without a lexicon: */
ng_stage ng_refer;         /* extract/refer/refer.c */
ng_stage ng_find_speeches; /* extract/speech/speech.c */
ng_stage ng_find_events;   /* extract/events/events.c */
ng_stage ng_find_claims;   /* extract/claims/claims.c */

ng_stage ng_name_bodies; /* link/bodies.c */

/* The part that `offset` is in: an index into doc->parts. */
uint32_t ng_doc_part(const ng_doc *doc, uint32_t offset);

/* The parts of a hyphenated token, at most `cap` of them into `out`; how many
 * there are.  Other tokens have one part, themselves.  Hyphens are no parts. */
size_t ng_token_parts(const ng_doc *doc, const ng_token *token, ng_span *out,
                      size_t cap);

/* `offset`, counted from the start of its part, in `unit`.  Costs a scan from
 * the last call's position: use one ng_offsets for offsets in rising order. */
typedef struct {
  const ng_doc *doc;
  uint32_t part;        /* index + 1 of the part last scanned, 0: none */
  uint32_t byte, count; /* the position reached, in bytes and in units */
  ng_offset_unit unit;
} ng_offsets;

uint32_t ng_offset_in(ng_offsets *offsets, uint32_t offset);
ng_span ng_span_in(ng_offsets *offsets, ng_span span);

#endif /* NG_DOC_H */
