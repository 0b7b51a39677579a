/* kb.h - the knowledge base: names, and the entities they may stand for.
 *
 * A ng_kb is a read-only map of a file made by `newsgraph kb build` (drawn in
 * format.h).  Any number of threads may share one.  What it returns is
 * borrowed and valid until ng_kb_close().
 *
 * The functions over one ng_kb count entities from 0; those over ng_bases see
 * several bases as one, the last overruling those before it.
 */
#ifndef NG_KB_H
#define NG_KB_H

#include "core/date.h"
#include "kb/base.h"
#include "kb/name.h"

/* --- entities ------------------------------------------------------------- */

/* An entity, by value; its strings are borrowed from the map. */
typedef struct {
  ng_str iri; /* empty where `qid` gives it */
  ng_str label;
  ng_str words; /* description words, if the base has them: see below */
  uint32_t qid; /* 403 for Q403; 0 if not in Wikidata */
  ng_type type;
  uint16_t popularity; /* log scale, 0 to 1000: see the builder */
  uint16_t flags;      /* NG_ENTITY_... */
  uint16_t facets;     /* see facet.h */
} ng_entity;

enum {
  NG_ENTITY_WOMAN = 1,
  NG_ENTITY_MAN = 2,
  NG_ENTITY_FORMER = 4,  /* a state, party or body that is no more */
  NG_ENTITY_NO_LINK = 8, /* banned: known, never linked */
  NG_ENTITY_FLAGS = 15
};

/* An entity as one base has it, and as all bases together do: label, type and
 * description of the last that has one, the flags of all. */
uint32_t ng_kb_n_entities(const ng_kb *kb);
ng_entity ng_kb_entity(const ng_kb *kb, uint32_t index);
ng_entity ng_bases_entity(const ng_bases *bases, ng_ref ref);

/* The same where only figures are wanted: of an entity of the first base, iri,
 * label and words may be left empty, since they lie elsewhere in the file and
 * finding them costs more than all the rest. */
ng_entity ng_bases_figures(const ng_bases *bases, ng_ref ref);

/* The same with iri and label, but no words. */
ng_entity ng_bases_named(const ng_bases *bases, ng_ref ref);

/* An entity will be looked at soon; one that was expected, its label and its
 * relations. */
void ng_kb_expect(const ng_kb *kb, uint32_t index);
void ng_kb_expect_more(const ng_kb *kb, uint32_t index);

/* The entity's IRI: its own, or the Wikidata one written into `room`. */
enum { NG_IRI_ROOM = 48 };
ng_str ng_entity_iri(const ng_entity *entity, char room[NG_IRI_ROOM]);

/* The number of "Q403", 0 if `text` is no such thing; and of
 * "http://www.wikidata.org/entity/Q403". */
uint32_t ng_qid_parse(ng_str text);
uint32_t ng_qid_of_iri(ng_str iri);

/* The entity Q`qid`, or NG_NO_REF.  By IRI, likewise. */
ng_ref ng_bases_by_qid(const ng_bases *bases, uint32_t qid);
ng_ref ng_bases_by_iri(const ng_bases *bases, ng_str iri);

/* --- names ---------------------------------------------------------------- */

/* One entity that a name may stand for.  On disk as in memory; the last three
 * repeat what its record has, so that most candidates are told from the list
 * alone: records lie far apart. */
typedef struct {
  uint32_t entity;
  uint16_t prior;    /* P(entity | name) in 1/65535 */
  uint16_t kinds;    /* NG_NAME_... bits */
  uint8_t cases;     /* NG_CASE_... bits: how the base writes it */
  uint8_t flags;     /* NG_CANDIDATE_... bits */
  uint16_t validity; /* 0: always; else for ng_kb_validity() */
  uint16_t popularity;
  uint8_t type, facet; /* ng_type, ng_facet */
} ng_candidate;

enum {
  NG_CANDIDATE_WEAK = 1,   /* a common word or one letter: needs evidence */
  NG_CANDIDATE_NEVER = 2,  /* banned: this name never means this entity */
  NG_CANDIDATE_NO_LINK = 4 /* the entity is never linked: NG_ENTITY_NO_LINK */
};

/* The entities that the name of `key` may stand for, likeliest first, and how
 * many in *n.  An unknown name is not an error; *n is then 0 and the result
 * NULL. */
const ng_candidate *ng_kb_candidates(const ng_kb *kb, uint64_t key, size_t *n);

/* A name found in a text: words [word, word + n) and where its candidates
 * are. */
typedef struct {
  uint32_t word, n;
  uint32_t base; /* index in the bases given */
  uint32_t list; /* for ng_kb_list() */
  bool grown; /* by "Inc." or "The", which the name has not: not by the base */
} ng_hit;

typedef NG_VEC(ng_hit) ng_hits;

/* Every name of `kb` in words[0, n), also those inside longer ones, by first
 * word and then length, appended to `hits` with .base = `base`; false if the
 * arena is spent.  No name goes on to a word with .begin at or past the next
 * of stops[0 .. n_stops), which rise (sentence ends). */
bool ng_kb_spot(const ng_kb *kb, uint32_t base, const ng_words *words,
                const uint32_t *stops, size_t n_stops, ng_arena *arena,
                ng_hits *hits);

/* The candidates of a hit. */
const ng_candidate *ng_kb_list(const ng_kb *kb, uint32_t list, size_t *n);

/* Whether a name of that validity may be used at `date`, 0 if unknown. */
bool ng_kb_holds(const ng_kb *kb, uint16_t validity, ng_date date);

/* When the name holds: from and until, 0 where open. */
void ng_kb_validity(const ng_kb *kb, uint16_t validity, ng_date *from,
                    ng_date *until);

/* A name of an entity, as written. */
typedef struct {
  ng_str text;
  uint16_t kinds;
  uint16_t validity; /* for ng_kb_validity() */
} ng_entity_name;

/* Name `i` of entity `index`; false past the last.  Only names that the
 * sources give, not the generated ones (surnames, initials). */
bool ng_kb_name(const ng_kb *kb, uint32_t index, uint32_t i,
                ng_entity_name *out);

/* --- relations ------------------------------------------------------------ */

/* Stored in knowledge-base files: append, never renumber.  The table in
 * relation.c ties each to its Wikidata property and to our own term. */
typedef enum {
  NG_REL_NONE = 0,
  NG_REL_COUNTRY,            /* P17: of a place, body, event */
  NG_REL_CITIZEN,            /* P27 */
  NG_REL_CAPITAL,            /* P36: state -> city */
  NG_REL_MEMBER,             /* P463: member of */
  NG_REL_PART,               /* P361 */
  NG_REL_LOCATED,            /* P131: in the territory */
  NG_REL_HEADQUARTERS,       /* P159 */
  NG_REL_PARTY,              /* P102 */
  NG_REL_OFFICE,             /* P39, undated: offices with dates are holdings */
  NG_REL_JURISDICTION,       /* P1001: office or body -> state */
  NG_REL_HEAD_OF_STATE,      /* P35 */
  NG_REL_HEAD_OF_GOVERNMENT, /* P6 */
  NG_REL_GOVERNMENT_OF,      /* government, parliament, army -> its state */
  NG_REL_SEAT_OF,            /* city or building -> the body it may stand for */
  NG_REL_SUCCESSOR,          /* P1366: replaced by */
  NG_REL_SPOUSE,             /* P26 */
  NG_REL_FOUNDER,            /* P112 */
  NG_REL_EMPLOYER,           /* P108 */
  NG_REL_OWNER,              /* P127 */
  NG_REL_PARENT,             /* P749: parent organisation */
  NG_REL_CHAIR,              /* P488 */
  NG_REL_TEAM,               /* P54 */
  NG_REL_LEAGUE,             /* P118 */
  NG_REL_SPORT,              /* P641 */
  NG_REL_PLAYED_IN,          /* P1344: participant in */
  NG_REL_CONFLICT,           /* P607 */
  NG_REL_OCCUPATION,         /* P106 */
  NG_REL_EDUCATED,           /* P69 */
  NG_REL_BORN,               /* P19 */
  NG_REL_LANGUAGE,           /* P37, P407, P1412 */
  NG_REL_RELIGION,           /* P140 */
  NG_REL_CREATOR,            /* P50, P57, P170, P175 */
  NG_REL_INDUSTRY,           /* P452 */
  NG_REL_RECOGNIZED_BY,      /* state -> state that recognises it */
  NG_REL_NOT_RECOGNIZED_BY,
  NG_REL_OTHER, /* any other property: relatedness only */
  NG_N_RELS
} ng_rel;

typedef struct {
  uint32_t entity; /* the other end */
  uint16_t rel;    /* ng_rel */
  bool inverse;    /* the other end is the subject */
} ng_kb_relation;

/* The relations of entity `index`, both ways, by entity, at most `cap` into
 * `out`; how many there are. */
size_t ng_kb_n_relations(const ng_kb *kb, uint32_t index);
size_t ng_kb_relations(const ng_kb *kb, uint32_t index, ng_kb_relation *out,
                       size_t cap);

/* The same where they lie in the file: none is read, none copied.  codes[i] is
 * ng_rel * 2, and one more if the other end is the subject. */
typedef struct {
  const uint32_t *entities;
  const uint8_t *codes;
  uint32_t n;
} ng_ties;

ng_ties ng_kb_ties(const ng_kb *kb, uint32_t index);

/* The first entity that `ref` has `rel` to (from, if `inverse`), or
 * NG_NO_REF. */
ng_ref ng_bases_related(const ng_bases *bases, ng_ref ref, ng_rel rel,
                        bool inverse);

/* Has `ref` the relation to `other` in one of the bases? */
bool ng_bases_are_related(const ng_bases *bases, ng_ref ref, ng_rel rel,
                          ng_ref other);

/* Our term for `rel`, "memberOf", and the number of its Wikidata property, 463;
 * NULL and 0 if there is none. */
const char *ng_rel_term(ng_rel rel);
uint32_t ng_rel_property(ng_rel rel);

/* The relation of that term, NG_REL_NONE if there is none; of that Wikidata
 * property, NG_REL_OTHER if the table has none, NG_REL_NONE if it says
 * nothing of what its ends have to do with each other. */
ng_rel ng_rel_by_term(ng_str term);
ng_rel ng_rel_by_property(uint32_t property);

/* --- offices in time ------------------------------------------------------ */

/* Somebody held an office. */
typedef struct {
  uint32_t person, office; /* entities */
  uint32_t jurisdiction;   /* entity, or UINT32_MAX: the office's P1001 */
  ng_date from, until;     /* 0: unknown; `until` 0 may also mean "still" */
  uint32_t flags;          /* NG_HOLDING_... */
} ng_holding;

enum {
  NG_HOLDING_ENDS_BY_SUCCESSOR = 1, /* no end in the sources; `until` is when
                                       the next holder began */
  NG_HOLDING_OF_LIST = 2 /* the jurisdiction is only the state whose list the
                            row comes from */
};

/* The holdings of a person, of an office, or of a jurisdiction, by start. At
 * most `cap` into `out`; how many there are. */
typedef enum { NG_BY_PERSON, NG_BY_OFFICE, NG_BY_JURISDICTION } ng_holding_key;
size_t ng_kb_holdings(const ng_kb *kb, ng_holding_key by, uint32_t entity,
                      ng_holding *out, size_t cap);

/* The start of the last of them: what the base knows reaches so far. 0 if there
 * are none, or none of a known start. */
ng_date ng_kb_last_start(const ng_kb *kb, ng_holding_key by, uint32_t entity);

/* Who held `office` on `date`: the one person, or NG_NO_REF with *n_holders
 * telling why (0: nobody known, 2 and more: ambiguous).  An undated row answers
 * no question about a date. */
ng_ref ng_bases_holder(const ng_bases *bases, ng_ref office, ng_date date,
                       size_t *n_holders);

/* --- the file itself ------------------------------------------------------ */

/* Facts about the base, as `kb info` prints them: "identity" (a hash of the
 * content), "names", "entities", ...  Entry `i`; false past the
 * last. */
bool ng_kb_info(const ng_kb *kb, uint32_t i, ng_str *key, ng_str *value);

/* The value of `key`, or empty. */
ng_str ng_kb_info_get(const ng_kb *kb, const char *key);

#endif /* NG_KB_H */
