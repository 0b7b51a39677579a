/* event.h - what happens, is claimed and is said: the last stages' findings.
 *
 *   refer    references: what "the two sides", "he", "the Serbian president"
 * mean speech   speeches: who says what to whom, and which words are theirs
 *   events   events and their roles, by the lexicon
 *   claims   binary facts, by the lexicon; propositions: what is said and fits
 *            no class
 *
 * Lists are in the order of the vocabulary (ontology/newsgraph.ttl);
 * a name in a list is the local name of its term in ng:.
 */
#ifndef NG_EVENT_H
#define NG_EVENT_H

#include "core/date.h"
#include "newsgraph.h"

/* clang-format off */
#define NG_EVENT_CLASS_LIST(E)                                                \
  E(Meeting) E(Negotiation) E(Visit) E(Hosting) E(PhoneCall) E(Mediation)     \
  E(Statement) E(Agreement) E(TreatySigning) E(Cooperation) E(Normalization)  \
  E(Support) E(Encouragement) E(DiplomaticRecognition)                        \
  E(DeclarationOfIndependence) E(JoiningOrganization) E(LeavingOrganization)  \
  E(Aid) E(Concession) E(Ceasefire) E(Withdrawal) E(Release)                  \
  E(Demand) E(Pressure) E(Accusation) E(Condemnation) E(Rejection) E(Denial)  \
  E(Threat) E(BreakingRelations) E(WithdrawalOfRecognition)                   \
  E(TariffImposition) E(SanctionImposition) E(Investigation)                  \
  E(CriminalCharge) E(Trial) E(Conviction) E(Arrest) E(Expulsion)             \
  E(Protest) E(Mobilization) E(Attack) E(Killing)                             \
  E(Election) E(Appointment) E(Resignation) E(Dismissal) E(Legislation)       \
  E(Report) E(Breakdown) E(Disaster)

#define NG_ROLE_LIST(E)                                                       \
  E(agent) E(patient) E(participant) E(host) E(mediator) E(speaker)           \
  E(addressee) E(target) E(place) E(topic) E(theme)

#define NG_PREDICATE_LIST(E)                                                  \
  E(recognizes) E(doesNotRecognize) E(memberOf) E(formerlyPartOf) E(partOf)   \
  E(capital) E(aspiresToJoin) E(headOfState) E(headOfGovernment)              \
  E(holdsOffice) E(memberOfParty) E(affiliation) E(spokespersonFor)           \
  E(locatedIn) E(citizenOf) E(spouse) E(founderOf)
/* clang-format on */

#define NG_EVENT_ENUM(name) NG_EVENT_##name,
typedef enum {
  NG_EVENT_CLASS_LIST(NG_EVENT_ENUM) NG_N_EVENT_CLASSES
} ng_event_class;
#undef NG_EVENT_ENUM

/* NG_ROLE_place is written as sem:hasPlace, the others as ng:<name>. */
#define NG_EVENT_ENUM(name) NG_ROLE_##name,
typedef enum { NG_ROLE_LIST(NG_EVENT_ENUM) NG_N_ROLES } ng_role;
#undef NG_EVENT_ENUM

#define NG_EVENT_ENUM(name) NG_PREDICATE_##name,
typedef enum { NG_PREDICATE_LIST(NG_EVENT_ENUM) NG_N_PREDICATES } ng_predicate;
#undef NG_EVENT_ENUM

/* --- standing ------------------------------------------------------------- */

typedef enum {
  NG_OCCURRED,
  NG_ONGOING,
  NG_SCHEDULED,
  NG_POSSIBLE,
  NG_PROPOSED,
  NG_DESIRED,
  NG_POSTPONED,
  NG_CANCELLED,
  NG_DOWNGRADED,
  NG_STALLED,
  NG_BROKEN_DOWN,
  NG_N_COURSES
} ng_course; /* ng:status: how far a happening has come */

typedef enum {
  NG_CERTAIN,
  NG_PROBABLE,
  NG_DOUBTFUL,
  NG_ALLEGED,
  NG_N_CERTAINTIES
} ng_certainty;

/* What is known of a statement. All zero: the article states as its own that
 * it is so. */
typedef struct {
  ng_course course;
  ng_certainty certainty;
  bool negative;    /* it did not or does not happen */
  bool voiced;      /* somebody else says so, not the article */
  bool conditional; /* under an "if" */
  bool presupposed; /* implied, not said */
} ng_footing;

/* --- refer ---------------------------------------------------------------- */

/* What a noun phrase or pronoun without a name of its own means: one entity, or
 * the members of a group. */
typedef struct {
  uint32_t unit;       /* its head: index into doc->units */
  uint32_t member, n;  /* doc->members[member .. member + n): entities */
  uint16_t confidence; /* thousandths */
  uint16_t unused;
} ng_reference;

/* --- speech --------------------------------------------------------------- */

/* An act of saying and the words that are not the article's own. */
typedef struct {
  uint32_t sentence;
  uint32_t unit;       /* the word that reports it: "said"; or NG_NONE */
  uint32_t speaker, n; /* doc->members[speaker .. speaker + n): entities */
  uint32_t addressee, n_addressees; /* likewise */
  ng_span content; /* what is said: a clause, or several sentences */
  ng_span frame;   /* the words that tell who says it: "Macron said" */
  uint32_t outer;  /* speech that this one is told in, or NG_NONE */
  uint32_t event;  /* the event it became, or NG_NONE */
  bool quoted;     /* content is within quotation marks */
  bool hearsay;    /* "reportedly", "it is said": no speaker is named */
  bool denied;     /* "denied that": the speaker says that it is not so */
  bool of_talk;    /* denied: "dismissed reports of it", not "denied it" */
  bool unsaid;     /* "did not say that", "asked whether": nobody says it */
} ng_speech;

/* --- events --------------------------------------------------------------- */

typedef struct {
  uint32_t entity;     /* index into doc->entities */
  uint16_t confidence; /* thousandths */
  uint8_t role;        /* ng_role */
  uint8_t unused;
} ng_filler;

/* How one event bears on another. */
typedef enum {
  NG_TIE_CONTENT, /* ng:content */
  NG_TIE_CAUSED_BY,
  NG_TIE_STATUS_CAUSED_BY,
  NG_TIE_REPLACED_BY,
  NG_TIE_AFTER,
  NG_TIE_PART_OF
} ng_tie_kind;

typedef struct {
  uint32_t from, to; /* events */
  ng_tie_kind kind;
} ng_tie;

typedef enum { NG_MODE_NONE, NG_VIDEO, NG_IN_PERSON, NG_PHONE } ng_mode;

typedef struct {
  ng_event_class class;
  uint8_t own; /* a class of the user's: see ng_lexicon_class(); or 0 */
  ng_footing footing;
  uint32_t sentence;
  uint32_t unit;             /* its trigger: index into doc->units */
  ng_span trigger, evidence; /* the word; the clause that shows it */
  uint32_t filler, n;        /* doc->fillers[filler .. filler + n) */
  uint32_t time;             /* index into doc->times, or NG_NONE */
  ng_date earliest, latest;  /* days, inclusive; 0: open or unknown */
  bool bound;                /* the time is but a bound: ng:TemporalBound */
  bool lent;       /* the day is that of another event: ng:TemporalBound */
  uint32_t speech; /* who tells of it, or NG_NONE: the article */
  ng_mode mode;
  ng_str amount, amount_unit; /* "100", "percent"; or empty */
  ng_span reason;             /* "no reason was given"; or empty */
  ng_str label;               /* a short English phrase */
} ng_event;

/* --- claims --------------------------------------------------------------- */

typedef struct {
  ng_predicate predicate; /* from NG_N_PREDICATES on: the user's, see
                             ng_lexicon_predicate() */
  ng_footing footing;
  uint32_t subject, object; /* indices into doc->entities */
  ng_span evidence;
  uint32_t speech; /* who says so, or NG_NONE: the article */
  bool ended;      /* it was so, and is no more */
} ng_claim;

/* What is said and fits no class and no predicate. */
typedef struct {
  ng_footing footing;
  ng_span text;      /* the words */
  ng_span condition; /* "if ...", or empty */
  bool quoted;
  uint32_t speech;
} ng_proposition;

/* "Meeting", "agent", "memberOf": local names in ng:. */
const char *ng_event_class_name(ng_event_class class);
const char *ng_role_name(ng_role role);
const char *ng_predicate_name(ng_predicate predicate);

#endif /* NG_EVENT_H */
