/* linker.h - linking's workspace: what the files of this folder share.
 *
 *   referents.c   referents: the entities that the article may speak of
 *   candidates.c  its names, and its runs of capitals
 *   leave_out.c   words in lower case that are no mention
 *   names.c       what is remembered of names and entities
 *   start.c       what readings score before they are looked up
 *   features.c    the first pass: every reading by itself
 *   coherence.c   the second pass: every reading in the light of the first
 *   link.c        which readings become mentions
 *   bodies.c      bodies that are named by their state: the last stage
 *   acronym.c     acronyms that stand for something else
 *   doubt.c       persons who are not those that the base knows
 *   place.c       places of the state that the words around them tell
 *   language.c    languages, called as their speakers are
 *   league.c      tables of teams
 *   partial.c     names that are part of longer ones
 *   plain.c       names that say by themselves what they mean
 *   series.c      competitions, of which a base has the seasons
 *   quoted.c      titles that no base knows
 *   wanted.c      the same, where the caller says which spans
 */
#ifndef NG_LINKER_H
#define NG_LINKER_H

#include "kb/kb.h"
#include "link/filter.h"
#include "link/rank.h"
#include "link/sport.h"
#include "link/words.h"

/* Features of an entity that are the same under all its names. */
typedef struct {
  uint8_t degree, country, year, ties, sport, held;
} ng_referent_view;

/* An entity that some spot may mean. Of those out of reach, what the base has
 * is not known: kb to country, class to sport. */
typedef struct {
  ng_ref ref;
  ng_entity kb;          /* as the base has it */
  ng_ties ties;          /* none for hubs */
  uint32_t n_relations;  /* also of hubs */
  uint32_t country;      /* its country: a referent, or NG_NONE */
  uint32_t first_full;   /* word of its first full name of several words */
  uint32_t n_full;       /* how many there are */
  uint32_t n_country;    /* a country: its mentions */
  int32_t best;          /* the first pass's best score of it */
  uint32_t best_key;     /* and the name it had */
  int32_t second_best;   /* the best under another name */
  uint8_t class;         /* below NG_N_CLASSES: type, or facet */
  uint8_t group;         /* ng_group */
  uint8_t sport;         /* ng_sport of teams, players, events */
  bool likely;           /* among the likeliest readings of a name */
  int32_t linked;        /* score of the best spot that it wins, or NO_SCORE */
  bool in_reach;         /* some reading of it may be right: it is looked up */
  bool within;           /* a state: part of another, as England */
  bool doubted;          /* whom the article names so in full is another */
  int32_t named;         /* the likeliest of its full names, thousandths */
  ng_referent_view seen; /* then set by the first pass */
} ng_referent;

/* A reading, beside its ng_choice. */
typedef struct {
  uint32_t referent;     /* NG_NOBODY: of no interest; NG_NONE: not yet known */
  int32_t first, second; /* scores against all other readings and "none" */
  uint32_t values, n;    /* with `keep_values`: values.at[values .. + n) */
  uint32_t deep, n_deep; /* likewise, of l->deep: what hidden units see */
} ng_row;

/* The same of a span, of what all its readings share. */
typedef struct {
  uint32_t deep, n_deep; /* 0: the second pass does not look at it */
  uint32_t reach;        /* bit i: reading i is in reach; of others, scores are
                            estimates, and below NG_HOPELESS */
  int32_t over; /* the best score of the spots left out that overlap it */
} ng_span_row;

/* A run of capitalised words: words [from, to). */
typedef struct {
  uint32_t from, to;
} ng_run;

/* How often longer runs end, or begin, with the words of a key. */
typedef struct {
  uint64_t key;
  uint32_t run; /* one of them: index + 1; 0: the slot is free */
  uint16_t ends, begins;
} ng_run_key;

/* How often the article has a word, but where a capital says nothing. */
typedef struct {
  uint32_t key; /* 0: the slot is free */
  uint16_t lower, capital;
} ng_word_count;

/* The words of a sentence: [begin, end). */
typedef struct {
  uint32_t begin, end;
} ng_sentence_words;

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  const ng_ranking *ranking;
  ng_arena *work; /* for what is of no use once the article is linked */
  NG_VEC(ng_referent) referents;
  ng_ref *refs;    /* of the referents, behind one of none: what the hash
                      table looks at */
  uint32_t *slots; /* hash table of referents: index + 1 */
  uint32_t n_slots;
  bool crowded;               /* there was no room for a referent */
  ng_ref_filter all, likely;  /* of the referents, of those that are likely */
  ng_ref_filter full;         /* of those that the article names in full */
  ng_row *rows;               /* one a choice */
  ng_span_row *spans;         /* one a spot */
  struct ng_span_view *views; /* one a spot: see features.h */
  NG_VEC(ng_run) runs;
  uint32_t *run_of; /* of each word: index, or NG_NONE */
  ng_run_key *run_keys;
  uint32_t n_run_keys;
  uint32_t *numbers; /* of each word, and behind the last: numbers before it */
  ng_sentence_words *sentences;
  ng_word_count *counts; /* hash table, a power of two of slots */
  uint32_t n_counts;
  uint64_t *keys;  /* of each spot: the key of its words */
  uint32_t *same;  /* of each spot: the first spot with this key */
  uint32_t *again; /* of each spot: the next with this key, or NG_NONE */
  uint32_t *times; /* of each spot: spots with this key, at the first */
  uint32_t *alone; /* of each word: the spot of it alone, or NG_NONE */
  int32_t *best;   /* of each spot: its best score, first pass */
  uint32_t *best_row;
  uint32_t n_countries;  /* mentions of countries */
  uint32_t sporty;       /* words of sport */
  ng_sport sport;        /* the article's */
  NG_VEC(ng_spot) whole; /* doc->spots while some are left out, else empty */
  uint32_t *at_whole;    /* of each spot: its index there */
  bool keep_values;
  ng_values values, deep;
} ng_linker;

/* Read every choice of every spot: referents, runs, keys. False if the arena
 * is spent, as for all that follow.  Words in lower case that will surely be no
 * mention are left out of doc->spots, until they are given back. */
bool ng_linker_prepare(ng_linker *l);

/* Room for rows; the referent of reading `row`'s entity, which is made one if
 * it is none: pointers to others may move.  Without room it is NG_NOBODY, and
 * l->crowded. */
bool ng_linker_make_room(ng_linker *l);
void ng_linker_number(ng_linker *l, uint32_t row);

/* Leave out of doc->spots names in lower case that mean nothing of the base
 * wherever they stand; and put them back, the mentions' spots with them. */
bool ng_linker_leave_out(ng_linker *l);
void ng_linker_give_back(ng_linker *l);

/* "President Bush", which a base may have of one of them, is no full name:
 * others have title and surname, too. */
bool ng_linker_is_titled_surname(const ng_linker *l, const ng_spot *spot);

/* The first referent: of none that is looked up. */
enum { NG_NOBODY = 0 };

/* The referent of `ref`, or NG_NONE. */
uint32_t ng_linker_find(const ng_linker *l, ng_ref ref);

/* The same of those that are likely readings: most are none, which a filter
 * tells at once. */
uint32_t ng_linker_find_likely(const ng_linker *l, ng_ref ref);

/* The runs that end or begin with `key`, or NULL. */
const ng_run_key *ng_linker_run_key(const ng_linker *l, uint64_t key);

/* Count the article's words; and what there is of word `word` at other places.
 */
bool ng_linker_count_words(ng_linker *l);
ng_word_count ng_linker_others(const ng_linker *l, uint32_t word);

/* Look up in the base, once prepared, the referents in reach; false if the
 * arena is spent. */
enum { NG_MAX_RELATIONS = 300 }; /* more say nothing: everybody is a citizen */
bool ng_linker_look_up(ng_linker *l);

/* Both passes, into rows[].first and .second. */
bool ng_linker_first(ng_linker *l);
bool ng_linker_second(ng_linker *l);

/* A reading that the first pass finds this unlikely (2 %) is not looked at
 * again: most are, and the second pass costs more a reading.  Of words in lower
 * case, which must be likelier to be kept, that is more. */
enum { NG_HOPELESS = -4000, NG_HOPELESS_LOWER = -3000 };

static inline int32_t
ng_hopeless(const ng_spot *spot)
{
  return spot->flags & NG_SPOT_LOWER ? NG_HOPELESS_LOWER : NG_HOPELESS;
}

/* What becomes of each spot. */
typedef struct {
  uint32_t row; /* the reading it is linked to, or NG_NONE */
  int32_t p;    /* its probability, thousandths */
} ng_verdict;

/* The likeliest readings that mean persons of the base where the article may
 * well mean another: their verdicts become 0. */
void ng_linker_doubt(ng_linker *l, ng_verdict *verdicts);

/* The same of acronyms. */
void ng_linker_doubt_acronyms(const ng_linker *l, ng_verdict *verdicts);

/* Are the spot's words no name at all where they stand: at a sentence's start,
 * or a date? */
bool ng_linker_is_mere_words(const ng_linker *l, const ng_spot *spot,
                             uint32_t row);

/* Is the spot part of a name that no base knows, or what the reading means
 * another thing?  "Keith" in front of "O'Neill" says that it is not the O'Neill
 * that is known. */
bool ng_linker_is_part(const ng_linker *l, const ng_spot *spot,
                       const ng_verdict *verdict);

/* Popularity from which on a lone surname says whom it means. */
enum { NG_WELL_KNOWN = 530 };

/* A prior from which on a name has one reading to speak of: nine tenths. */
enum { NG_SOLE_PRIOR = 58982 };

/* The reading of the spot that is in the state that the words around it tell,
 * if `best` is a place that is not and there is one; else `best`. */
uint32_t ng_linker_place(const ng_linker *l, const ng_spot *spot,
                         uint32_t best);

/* A name that nearly always means a state is not that of a part of it, of which
 * a source has it, too: "United States" of Texas. */
void ng_linker_take_state(const ng_linker *l, const ng_spot *spot,
                          ng_verdict *verdict);

/* Where no season of a competition is likely, but that one of them is or the
 * competition: the verdict is this. */
void ng_linker_take_series(const ng_linker *l, const ng_spot *spot,
                           ng_verdict *verdict);

/* If `best` is a team by a nickname, and of another sport than the article: the
 * one of the article's sport that is called so; else `best`. */
uint32_t ng_linker_nicknamed(const ng_linker *l, const ng_spot *spot,
                             uint32_t best);

/* Does the spot say by itself, more surely than the model believes, that it
 * means the reading `row`?  And is that a state, at the head of a run of
 * capitals? */
bool ng_linker_is_plain(const ng_linker *l, const ng_spot *spot, uint32_t row);
bool ng_linker_starts_as_state(const ng_linker *l, const ng_spot *spot,
                               uint32_t row);

/* In tables and lists of results, make verdicts[] teams of one sport of the
 * names that may be. False if the arena is spent. */
bool ng_linker_tables(const ng_linker *l, ng_verdict *verdicts);

/* Is the spot a part of a title between quotation marks: "Hearts and Flowers"?
 */
bool ng_linker_is_within_title(const ng_linker *l, const ng_spot *spot);

/* The words [*from, *to) of such a title, which word `i` is in, if it is that
 * of an event, a name as it stands: "One Ocean Summit". */
bool ng_is_quoted_event(const ng_doc *doc, uint32_t i, uint32_t *from,
                        uint32_t *to);

/* Mark in `taken`, one a word, spots that are not linked and parts of such
 * titles, but of events': no names are found there. */
void ng_linker_take_titles(const ng_linker *l, const ng_verdict *verdicts,
                           uint8_t *taken);

/* If `best` is a language, or a state by the name of its people that is the
 * language's, too: the one of both that the words around tell; else `best`. */
uint32_t ng_linker_language(const ng_linker *l, const ng_spot *spot,
                            uint32_t best);

/* "Vail, Colo.": of what is shortened behind a place, the state. */
void ng_linker_judge_shortened(const ng_linker *l, const ng_spot *spot,
                               ng_verdict *verdict);

/* Is what the verdict says, without being sure, a place of another state? */
bool ng_linker_is_elsewhere(const ng_linker *l, const ng_spot *spot,
                            const ng_verdict *verdict);

/* Links by name: a surname or an acronym of an entity that the article gives in
 * full takes its link. Changes verdicts[], one a spot. */
bool ng_linker_name_coref(const ng_linker *l, ng_verdict *verdicts);

/* Where the caller says which spans to link (ng_doc_set_spans()): of
 * verdicts[], one a spot, keep only what these are linked by; mark in `taken`,
 * one a word, all but the words of those that no base has. */
void ng_linker_settle_wanted(const ng_linker *l, ng_verdict *verdicts,
                             uint8_t *taken);

/* Make doc->mentions, by begin, those spans: others go, what is not yet
 * mentioned is added unlinked. */
bool ng_linker_keep_wanted(ng_linker *l);

/* The entity of doc->entities for `ref`, added if it is not there; NG_NONE if
 * the arena is spent. */
uint32_t ng_doc_add_entity(const ng_context *context, ng_doc *doc, ng_ref ref,
                           ng_span name);

/* Add the names that no base knows to doc->mentions: words that `taken` (one a
 * word) does not mark.  Leaves doc->mentions unsorted. */
bool ng_linker_unknown(ng_linker *l, uint8_t *taken);

/* Put doc->mentions in order: by begin, the longest first. */
void ng_sort_mentions(ng_doc *doc);

/* Find which linked places stand for a government. */
bool ng_linker_metonyms(ng_linker *l);

/* Pronouns, with --mentions all. */
bool ng_linker_nominals(ng_linker *l);

/* "the town", "the president": add what the article named before to
 * doc->mentions, which are by begin; leaves them unsorted. */
bool ng_linker_definites(ng_linker *l);

/* NG_ENTITY_WOMAN or NG_ENTITY_MAN, by the base or else by the given name of a
 * person; 0: unknown. */
uint16_t ng_person_gender(const ng_context *context, const ng_doc *doc,
                          uint32_t entity);

/* May the office be held at that day, for all that is known?  Day 0: yes. */
static inline bool
ng_may_hold(const ng_holding *h, ng_date day)
{
  return !day || ((!h->from || ng_date_first(h->from) <= day) &&
                  (!h->until || ng_date_last(h->until) >= day));
}

/* "he", "she", "his", "her" outside quotations. */
typedef struct {
  uint32_t word, entity; /* indices into doc->words and doc->entities */
} ng_pronoun;
typedef NG_VEC(ng_pronoun) ng_pronouns;

/* Find whom each means, among the persons that the article names; in text
 * order, into `out`. */
bool ng_pronouns_find(const ng_context *context, ng_doc *doc, ng_pronouns *out);

/* Add "its", and "I" and "my" in quotations, to `found`, which has the other
 * pronouns; so does what it adds not come in text order. */
bool ng_pronouns_find_more(ng_doc *doc, ng_pronouns *found);

#endif /* NG_LINKER_H */
