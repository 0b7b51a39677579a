/* lexicon.h - how events and claims are worded: patterns, by their trigger.
 *
 * A lexicon file is a subset of Turtle, one blank node a pattern:
 *
 *   @prefix ng: <https://w3id.org/newsgraph/ns#> .
 *   @prefix lex: <https://w3id.org/newsgraph/lexicon#> .
 *   [] lex:evokes ng:TariffImposition ;
 *      lex:verb "impose levy slap" ;
 *      lex:theme "tariff tax duty" ;
 *      lex:agent "subj" ;
 *      lex:target "to:on,against" ;
 *      lex:agentType lex:Actor ;
 *      lex:needs "agent" ;
 *      lex:example "Kosovo imposed a tax on Serbian goods." ;
 *      lex:expect "TariffImposition agent=Kosovo target=Serbia" .
 *
 *   evokes            ng:<event class>, ng:<predicate>, lex:Phase, or a name
 *                     of another namespace: a class of one's own if it starts
 *                     with a capital, else a predicate
 *   below             of a class of one's own: the ng:<event class> that it is
 *                     a kind of
 *   verb, noun, adj   the triggers: lemmas, one of the three
 *   particle          "out" of RULE OUT
 *   theme             nouns, one of which the object's head must be, or what
 *                     modifies a noun trigger
 *   subject           nouns, one of which the subject must be: "rocket missile"
 *   without           words, none of which may modify the trigger
 *   <role>            "path|path+path"
 *   <role>Type        lex:Actor Any Body Event Lawmaker Organization Party
 *                     Person Place Power State: see ng_fill
 *   content           a path to the event that becomes ng:content;
 *                     contentStatus gives it a status
 *   auxiliary         "must should": one that the content's verb must have
 *   event             of a phase: a path to the event that it governs
 *   needs             roles, and content, without which there is no event;
 *                     default: any role but place and topic; participant
 *                     twice: two of them; "agent|place": one of these
 *   unless            a path that must lead nowhere
 *   status, polarity, certainty, mode    defaults: ng:Scheduled ...
 *   example, exampleDate, expect         for "newsgraph lexicon check"
 *
 * A lemma of several words is joined by "_"; a verb's first word is inflected
 * and the others follow it or depend on it (call_on, take_part_in), of a noun
 * or an adjective the last is and the others come right before it
 * (phone_call, in_favour).  Alternatives of a role, "|", are tried in order;
 * the paths of one, "+", are all taken.  A path is steps joined by ">":
 *
 *   subj obj iobj   deep: passive, control, relative clause, light verb
 *   poss            possessor: 's, his
 *   mod             name or demonym before the noun, also "EU-" of "EU-backed"
 *   xcomp ccomp advcl appos
 *   is              whom a noun says something about: "X is a ...", "X, a ...",
 *                   "EU member X"
 *   theme           the theme that was found
 *   to:on,against   what hangs on it by one of these prepositions
 *   head            what it hangs on
 *
 * Statements of other namespaces (rdfs:comment ...) and of unknown literals are
 * allowed and ignored; an unknown lex: term is an error.
 *
 * A lexicon is read-only once made; any number of threads may share it.
 */
#ifndef NG_LEXICON_H
#define NG_LEXICON_H

#include "core/arena.h"
#include "core/str.h"
#include "core/vec.h"
#include "doc.h"

typedef enum {
  NG_STEP_SUBJ,
  NG_STEP_OBJ,
  NG_STEP_IOBJ,
  NG_STEP_POSS,
  NG_STEP_MOD,
  NG_STEP_XCOMP,
  NG_STEP_CCOMP,
  NG_STEP_ADVCL,
  NG_STEP_APPOS,
  NG_STEP_IS,
  NG_STEP_THEME,
  NG_STEP_HEAD,
  NG_STEP_TO,
  NG_N_STEPS
} ng_step_kind;

typedef struct {
  uint64_t prepositions; /* of NG_STEP_TO: see ng_lexicon_preposition() */
  uint8_t kind;          /* ng_step_kind */
} ng_step;

typedef struct {
  uint32_t step; /* lexicon->steps */
  uint8_t n;
  bool more; /* the next path is of the same alternative */
} ng_path;

/* What a slot is of: a role, or one of these. */
enum {
  NG_SLOT_CONTENT = NG_N_ROLES,
  NG_SLOT_EVENT,
  NG_SLOT_UNLESS,
  NG_N_SLOTS
};

/* What may fill it. */
typedef enum {
  NG_FILL_DEFAULT, /* by the role */
  NG_FILL_ANY,
  NG_FILL_ACTOR, /* person, organisation, state, people */
  NG_FILL_PERSON,
  NG_FILL_ORGANIZATION,
  NG_FILL_PLACE,
  NG_FILL_EVENT,
  NG_FILL_STATE,   /* a country, also by its demonym */
  NG_FILL_PARTY,   /* a political party */
  NG_FILL_BODY,    /* an organisation, or a name that no base knows */
  NG_FILL_POWER,   /* who can wage war: state, people, organisation */
  NG_FILL_LAWMAKER /* who can make law: not a company, a newspaper, a team */
} ng_fill;

typedef struct {
  uint32_t path; /* lexicon->paths[path .. path + n) */
  uint16_t n;
  uint8_t slot; /* ng_role or NG_SLOT_... */
  uint8_t fill; /* ng_fill */
} ng_slot;

typedef enum {
  NG_EVOKES_EVENT,
  NG_EVOKES_PREDICATE,
  NG_EVOKES_PHASE
} ng_evokes;
typedef enum {
  NG_TRIGGER_VERB,
  NG_TRIGGER_NOUN,
  NG_TRIGGER_ADJ
} ng_trigger_kind;

enum { NG_NO_COURSE = 255 };

/* A list of words: lexicon->themes[at .. at + n), hashes of their forms. */
typedef struct {
  uint32_t at, n;
} ng_wordlist;

typedef struct {
  uint8_t evokes;                 /* ng_evokes */
  uint8_t class;                  /* ng_event_class or ng_predicate; from
                                     NG_N_PREDICATES on: lexicon->own */
  uint8_t own;                    /* a class of one's own: lexicon->own,
                                     index + 1; 0: none */
  uint8_t trigger;                /* ng_trigger_kind */
  uint8_t course, content_course; /* ng_course or NG_NO_COURSE */
  uint8_t certainty;              /* ng_certainty */
  uint8_t mode;                   /* ng_mode */
  bool negative;
  uint16_t needs;     /* bits of roles; 0: any one */
  uint16_t needs_any; /* bits of roles of which one is needed */
  bool needs_two;     /* participants */
  uint16_t n_slots;
  uint32_t slot; /* lexicon->slots[slot .. slot + n_slots) */
  ng_wordlist theme, subject, without;
  ng_str particle;
  ng_str auxiliary; /* words, one of which must go with the content's verb */
  /* For the check. */
  uint32_t file, line;
  uint32_t example, n_examples; /* lexicon->texts */
  uint32_t expect, n_expects;
  ng_str example_date;
} ng_pattern;

/* A trigger of a pattern: in the chain of its form's hash. */
typedef struct {
  uint32_t hash;    /* of the form, lower case */
  uint32_t pattern; /* lexicon->patterns */
  uint32_t next;    /* index + 1 of the next in the chain, 0: none */
  uint32_t other;   /* hash of the first of the other words */
  ng_str others;    /* the other words of the lemma, joined by "_" */
  uint8_t several;  /* how many these are, at most 255 */
  uint8_t evokes;   /* as the pattern has it, ng_evokes */
  uint8_t kind;     /* likewise, ng_trigger_kind */
  uint32_t themes;  /* ng_theme_bit() of the pattern's themes; 0: any will do */
} ng_trigger;

/* One of 32 bits for all words of the keys that end alike. */
static inline uint32_t
ng_theme_bit(uint32_t key)
{
  return (uint32_t)1 << key % 32;
}

/* Of all forms, of those that claims start from, which are few. */
enum { NG_SEEN_BITS = 17, NG_CLAIMS_BITS = 14 };

struct ng_lexicon {
  ng_arena arena;
  NG_VEC(ng_pattern) patterns;
  NG_VEC(ng_slot) slots;
  NG_VEC(ng_path) paths;
  NG_VEC(ng_step) steps;
  NG_VEC(uint32_t) themes;
  NG_VEC(ng_str) texts; /* examples and what they must yield, with escapes */
  NG_VEC(ng_str) files;
  NG_VEC(ng_str) own; /* IRIs of classes and predicates that are not ours */
  NG_VEC(ng_trigger) triggers;
  NG_VEC(ng_str) prepositions; /* at most 64 */
  uint32_t preposition_keys[64];
  uint32_t *heads; /* index + 1 into triggers, by hash */
  uint32_t mask;
  uint64_t *seen; /* a bit a hash, by its upper bits: most words are none */
  uint64_t *seen_of_claims; /* the same of triggers of predicates */
  uint32_t *governors;      /* see governors.c */
  uint32_t n_builtin;       /* the first patterns: those of ours */
  uint64_t identity;        /* hash of all that was read */
};

/* Make an empty lexicon; the caller owns *out and ends it with
 * ng_lexicon_free(), which takes NULL. */
ng_status ng_lexicon_new(ng_lexicon **out, ng_error *err);
void ng_lexicon_free(ng_lexicon *lexicon);

/* Add the patterns of `text`, which must outlive the lexicon.  `name` is for
 * messages: "NAME:LINE: reason" (NG_ERR_SYNTAX).  After a failure the lexicon
 * is only good for being freed. */
ng_status ng_lexicon_add(ng_lexicon *lexicon, ng_str name, ng_str text,
                         ng_error *err);

/* Add a file; its bytes are kept. */
ng_status ng_lexicon_add_file(ng_lexicon *lexicon, const char *path,
                              ng_error *err);

/* Add the built-in patterns: ontology/lexicon/ as it was when this was
 * compiled. */
ng_status ng_lexicon_add_builtin(ng_lexicon *lexicon, ng_error *err);

/* Once all is added: put the triggers of one form side by side and keep what
 * many patterns share once.  That makes them faster to walk and changes nothing
 * else. */
void ng_lexicon_pack(ng_lexicon *lexicon);

/* The first trigger of a form, which `hash` is of, or NULL. */
const ng_trigger *ng_lexicon_find(const ng_lexicon *lexicon, uint32_t hash);

/* The first of that form in a chain: `index` + 1 of its first, 0: none. */
static inline const ng_trigger *
ng_lexicon_follow(const ng_lexicon *lexicon, uint32_t index, uint32_t hash)
{
  for (; index; index = lexicon->triggers.at[index - 1].next)
    if (lexicon->triggers.at[index - 1].hash == hash)
      return &lexicon->triggers.at[index - 1];
  return NULL;
}

/* The next of the same form, or NULL. */
static inline const ng_trigger *
ng_lexicon_next(const ng_lexicon *lexicon, const ng_trigger *trigger)
{
  return ng_lexicon_follow(lexicon, trigger->next, trigger->hash);
}

/* The bit of a hash in `seen`, by its upper bits. */
static inline bool
ng_seen_has(const uint64_t *seen, unsigned bits, uint32_t hash)
{
  uint32_t bit = hash >> (32 - bits);
  return seen[bit / 64] >> bit % 64 & 1;
}

/* What ng_lexicon_find() looks at is far away in memory: for many forms at
 * once, it is fetched while others are looked up.  The first is false where
 * there is no trigger, with no branch that waits for it; the others fetch. */
static inline bool
ng_lexicon_may_find(const ng_lexicon *lexicon, uint32_t hash)
{
  return ng_seen_has(lexicon->seen, NG_SEEN_BITS, hash);
}

static inline void
ng_lexicon_ask(const ng_lexicon *lexicon, uint32_t hash)
{
  __builtin_prefetch(&lexicon->heads[hash & lexicon->mask]);
}

static inline void
ng_lexicon_fetch(const ng_lexicon *lexicon, uint32_t hash)
{
  uint32_t first = lexicon->heads[hash & lexicon->mask];
  if (!first)
    return;
  __builtin_prefetch(&lexicon->triggers.at[first - 1]);
  __builtin_prefetch(&lexicon->triggers.at[first - 1].kind);
}

/* May a pattern that evokes a predicate start from a form of that hash? */
static inline bool
ng_lexicon_may_claim(const ng_lexicon *lexicon, uint32_t hash)
{
  return ng_seen_has(lexicon->seen_of_claims, NG_CLAIMS_BITS, hash);
}

/* What graphs call a predicate, and `own` of an event: an IRI where it is of
 * another namespace, else empty. */
ng_str ng_lexicon_predicate(const ng_lexicon *lexicon, ng_predicate predicate);
ng_str ng_lexicon_class(const ng_lexicon *lexicon, uint8_t own);

/* Set up what words do to what they govern: governors.c. */
bool ng_governors_init(ng_lexicon *lexicon);

/* The bit of a preposition in ng_step.prepositions; 0 if no pattern has it. */
uint64_t ng_lexicon_preposition(const ng_lexicon *lexicon, ng_str word);

/* That bit's number + 1, by the form's hash; 0 if no pattern has it. */
uint8_t ng_lexicon_preposition_of(const ng_lexicon *lexicon, uint32_t hash);

/* Is the form of that hash one of the words? */
bool ng_wordlist_has(const ng_lexicon *lexicon, ng_wordlist words,
                     uint32_t key);

/* --- forms.c -------------------------------------------------------
 */

enum { NG_FORM_ROOM = 48 };

/* Form `i` of a lemma, into `out`; its length, 0 past the last.  Verbs: base,
 * -s, -ing, past, participle (with irregular and doubled ones); nouns:
 * singular, plural. */
size_t ng_inflect(ng_str lemma, ng_trigger_kind kind, unsigned i,
                  char out[NG_FORM_ROOM]);

#endif /* NG_LEXICON_H */
