/* events.h - what the files of the stage `events` share.
 *
 *   events.c     triggers, one after the other; the best pattern of each
 *   none.c       what is none
 *   mere.c       words that only name a kind of event
 *   people.c     nouns for people
 *   sense.c      words in another sense than a pattern's
 *   keys.c       what is read and remembered of a sentence
 *   trigger.c    does a pattern fit its trigger; light verbs
 *   trigger_words.c  theme and subject
 *   paths.c      paths over the parse
 *   slots.c      roles to words
 *   fillers.c    words to entities
 *   titles.c     names behind titles
 *   plain.c      people without any name: "the army"
 *   described.c  people without a name
 *   pronouns.c   "it" and "its"
 *   standing.c   how cues combine: plan, denial, doubt; see standing.h
 *   time.c       when
 *   since.c      when it was the last time
 *   occasion.c   when something was said, if that is not told
 *   voice.c      who tells of it, and who does not
 *   mode.c       how they meet
 *   order.c      causes, what follows what
 *   amount.c     how much
 *   merge.c      one event told twice
 *   ties.c       why, after what; phases
 */
#ifndef NG_EVENTS_H
#define NG_EVENTS_H

#include "extract/lexicon/lexicon.h"
#include "extract/syntax/syntax.h"

enum { NG_MAX_FILLERS = 40, NG_MAX_PLAIN = 8 };

/* A pattern at its trigger, and what it found. */
typedef struct {
  const ng_pattern *pattern;
  uint32_t trigger; /* unit */
  uint32_t theme;   /* unit, or NG_NONE */
  uint32_t light;   /* the light verb that carries a noun, or NG_NONE */
  uint32_t subject; /* the noun that lex:subject asks for, or NG_NONE */
  bool refused;     /* what lex:unless asks for is there */
  uint8_t several;  /* how many words the lemma has beside its first */
  ng_filler fillers[NG_MAX_FILLERS];
  uint32_t n;
  uint16_t roles; /* bits of those filled */
  /* People without a name, who become entities if the event is one. */
  struct {
    const ng_slot *slot;
    uint32_t unit;
  } plain[NG_MAX_PLAIN];
  uint32_t n_plain;
  ng_units content, events; /* of lex:content and lex:event */
} ng_match;

/* Which words are in a sentence: a bit each, by the last eight bits of its key.
 * That of one that is not there may be set, too. */
typedef struct ng_keyset {
  uint64_t bits[4];
} ng_keyset;

/* What a walk over the parse found that was asked for last: the patterns of a
 * trigger ask for the same, one after the other. */
typedef struct {
  uint32_t verb; /* that was asked for, or NG_NONE */
  ng_units found;
} ng_asked;

/* The same of what may be a trigger's theme, with the keys it is known by and
 * the bits of these. */
typedef struct {
  uint32_t unit;
  ng_units found;
  uint32_t keys[NG_MAX_UNITS];
  uint32_t bits;
} ng_themes;

/* The stage at work. */
typedef struct {
  const ng_context *context;
  const ng_lexicon *lexicon;
  ng_doc *doc;
  ng_syntax syntax;
  uint32_t *event; /* of each unit: the event it is the trigger of, + 1 */
  NG_VEC(uint32_t) lights;  /* of each event: see ng_match */
  NG_VEC(ng_match) matches; /* of the sentence */
  uint32_t first_described; /* doc->entities: those that this stage adds */
  uint32_t next_speech;     /* doc->speeches */
  uint32_t *speech;         /* of each unit: the speech it reports, + 1 */
  uint8_t
      *taken;  /* of each unit: the class of the verb whose theme it is, + 1 */
  uint64_t of; /* the preposition's bit */
  const uint8_t *preposition; /* of each unit: the lexicon's that it is, + 1 */
  const ng_keyset *keys;      /* of each sentence */
  const struct ng_starts *starts; /* see starts.h */
  uint32_t next_start;            /* see ng_next_start() */
  ng_asked *subjects, *objects;
  ng_themes *themes;         /* of a verb, of another word */
  uint8_t *looked_up;        /* of each unit: bits, see ng_is_among_people() */
  NG_VEC(ng_match) phases;   /* of the sentence */
  NG_VEC(ng_match) contents; /* matches with lex:content, likewise */
} ng_matcher;

/* --- none.c -------------------------------------------------------- */

/* Is it told of by another trigger, or in one act with another?  Is it done in
 * general, "officials are removed", to nobody in particular? */
bool ng_match_is_none(const ng_matcher *m, const ng_match *match);
bool ng_match_is_generic(const ng_matcher *m, const ng_match *match);

/* Make one event of a verb and its noun, "hosted talks between X and Y", and of
 * two words for one act: empty the other match of the sentence. */
void ng_matches_drop_doubles(ng_matcher *m);

/* "Calling it wrong, X said ...", "issued a statement saying": the word above
 * that the verb is one act with, or NG_NONE. */
uint32_t ng_same_act(const ng_matcher *m, uint32_t unit);

/* --- mere.c -------------------------------------------------------- */

/* Does its word name a kind of event and tell of none, as "the investigation
 * department" and "suspected militants" do? */
bool ng_match_is_mere(const ng_matcher *m, const ng_match *match);

/* --- since.c -------------------------------------------------------- */

/* The event that a word is the trigger or the light verb of, or NG_NONE. */
uint32_t ng_event_at(const ng_matcher *m, uint32_t unit, uint32_t first);

/* The event whose noun stands before the time, with no verb between: parsers
 * hang "since 2018" on whatever verb there is. */
uint32_t ng_first_since(const ng_matcher *m, const ng_time *t, uint32_t unit,
                        uint32_t first);

/* The last meeting before: of those who are named, as "the leaders" of then may
 * have been others. */
bool ng_push_last(ng_matcher *m, uint32_t event, uint32_t index);

/* --- voice.c -------------------------------------------------------- */

/* Take the event out of its speaker's words, if it is beside them that he acts:
 * "It is so," X said; he urged Y to leave. */
void ng_event_untell(const ng_matcher *m, const ng_match *match, ng_event *e);

/* --- governors.c ---------------------------------------------------- */

/* "The conviction was thrown out in May": was it of an earlier day, since the
 * verb tells what became of it? */
bool ng_is_of_later(const ng_syntax *s, uint32_t verb);

/* --- sense.c ------------------------------------------------------- */

/* Does the word mean another thing than the pattern's, as who fills its roles
 * and what stands beside it show?  Also takes out again who only seems to fill
 * a role: the victim of a death that is investigated. */
bool ng_match_is_other_sense(const ng_matcher *m, ng_match *match);

/* --- people.c ------------------------------------------------------ */

/* Kinds of nouns, a bit each. */
enum {
  NG_PEOPLE_DESCRIBED = 1, /* may come from a state without acting for it */
  NG_PEOPLE_PLAIN = 2,     /* may be told of with nobody named */
};

/* Those of a unit, by its lemma or form. */
unsigned ng_people_look_up(const ng_syntax *s, uint32_t unit);

/* Is the unit one of them?  Each is looked up once. */
static inline bool
ng_is_among_people(const ng_matcher *m, uint32_t unit, unsigned people)
{
  enum { DONE = 128 };
  uint8_t *bits = &m->looked_up[unit];
  if (!*bits)
    *bits = (uint8_t)(ng_people_look_up(&m->syntax, unit) | DONE);
  return *bits & people;
}

/* --- keys.c -------------------------------------------------------- */

/* May the form of that key be in the unit's sentence? */
static inline bool
ng_key_near(const ng_matcher *m, uint32_t unit, uint32_t key)
{
  const ng_keyset *keys = &m->keys[ng_unit_at(&m->syntax, unit)->sentence];
  return keys->bits[key / 64 % 4] >> key % 64 & 1;
}

/* The key of the last part of a hyphenated word. */
uint32_t ng_hyphenated_key(const ng_matcher *m, uint32_t unit);

/* The key that a unit is looked up by as a trigger: of a hyphenated word that
 * of its last part, "EU-mediated". */
static inline uint32_t
ng_trigger_key(const ng_matcher *m, uint32_t unit)
{
  const ng_unit *u = ng_unit_at(&m->syntax, unit);
  return u->kind == NG_UNIT_HYPHENATED ? ng_hyphenated_key(m, unit) : u->key;
}

/* Read the parse, the keys of all sentences, which words are the lexicon's
 * prepositions and from which its patterns start; false if the arena is spent.
 */
bool ng_matcher_read(ng_matcher *m);

/* ng_deep_subjects() and ng_deep_objects(), remembered. */
void ng_asked_subjects(const ng_matcher *m, uint32_t verb, ng_units *out);
void ng_asked_objects(const ng_matcher *m, uint32_t verb, ng_units *out);

/* --- trigger.c ----------------------------------------------------- */

/* Does the pattern of a trigger that it may be fit: particle, other words,
 * theme?  Sets trigger, theme and light of `match`. */
bool ng_match_trigger(const ng_matcher *m, const ng_trigger *trigger,
                      uint32_t unit, ng_match *match);

/* The verb that carries a noun as its object, "held talks", or NG_NONE. */
uint32_t ng_light_verb(const ng_syntax *s, uint32_t noun);

/* --- trigger_words.c ----------------------------------------------- */

/* The theme: the deep object of a verb or one of its conjuncts; of a noun, what
 * modifies it.  NG_NONE: none that the pattern has. */
uint32_t ng_match_theme(const ng_matcher *m, const ng_pattern *p,
                        uint32_t unit);

/* The subject of the verb that is one of the pattern's, "missiles hit"; or
 * NG_NONE. */
uint32_t ng_match_subject(const ng_matcher *m, const ng_pattern *p,
                          uint32_t verb);

/* --- paths.c ------------------------------------------------------- */

/* The words that the path leads to from the match's trigger, with those that
 * are joined to them. */
void ng_follow(const ng_matcher *m, const ng_match *match, const ng_path *path,
               ng_units *out);

/* The verb of which a noun is the subject, or the infinitive that this governs:
 * "are to meet", "had been slated to take place"; or NG_NONE. */
uint32_t ng_verb_about(const ng_syntax *s, uint32_t noun);

/* --- slots.c ------------------------------------------------------- */

/* Fill the slots. */
void ng_match_fill(const ng_matcher *m, ng_match *match);

/* "X said after the summit", "statements from X issued after the summit": add
 * the persons who speak so soon, as they were there. */
void ng_match_add_speakers(const ng_matcher *m, ng_match *match);

/* --- described_by.c
 * ---------------------------------------------------------------- */

/* Whom or what a noun says something about: its subject, name in apposition, or
 * what it is in apposition to. */
void ng_described(const ng_syntax *s, uint32_t noun, ng_units *out);

/* Whom "his" or "her" of `unit` means within its sentence: whoever the noun is
 * joined to ("Macron and his wife"), or else the subject of its clause, if that
 * is a person's name; a unit, or NG_NONE. */
uint32_t ng_possessor(const ng_syntax *s, uint32_t unit);

/* --- events.c
 * ------------------------------------------------------------------- */

/* The innermost speech whose words `unit` is among, other than one that it
 * itself reports; NG_NONE: the article's own words. */
uint32_t ng_speech_at(const ng_doc *doc, uint32_t unit);

/* --- fillers.c
 * --------------------------------------------------------- */

/* Add what `unit` stands for to `match` in the slot's role. */
void ng_match_add(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                  uint32_t unit);
bool ng_match_has(const ng_match *match, uint8_t role);

/* Take the fillers of a role out again. */
void ng_match_drop(ng_match *match, uint8_t role);

/* Of "Lavrov warned that Russia would respond": take his own state out of those
 * threatened.  The role stays among those told of. */
void ng_match_drop_own(const ng_matcher *m, ng_match *match);

/* Add an entity, if it may fill the slot and has no other role. */
bool ng_match_put(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                  uint32_t entity, uint16_t confidence);

/* The same for one that is told outright. */
void ng_match_add_entity(const ng_matcher *m, ng_match *match,
                         const ng_slot *slot, uint32_t entity);

/* Add whom the speech stage found for what the trigger reports: its speakers
 * and addressees, where the pattern found none. */
void ng_match_add_speech(const ng_matcher *m, ng_match *match);

/* --- plain.c ------------------------------------------------------- */

/* Does a noun speak of people or a body without a name, "the army", that may
 * fill that role of the match: analysts only speak? */
bool ng_is_plain(const ng_matcher *m, const ng_match *match, uint8_t role,
                 uint32_t unit);

/* Add whom it speaks of without a name, "prosecutors in The Hague", where that
 * is enough to tell of; or in any case. */
void ng_match_add_plain(const ng_matcher *m, ng_match *match);
void ng_match_name_plain(const ng_matcher *m, ng_match *match);

/* Does a noun tell which people it means, without a name: "the minister"? */
bool ng_is_somebody(const ng_matcher *m, uint32_t noun);

/* Is it told of even with nobody named?  Who was arrested or killed, and by
 * whom, is news. */
bool ng_is_grave(ng_event_class class);

/* The roles that would fill: bits. */
uint16_t ng_match_plain_roles(const ng_matcher *m, const ng_match *match);

/* --- described.c --------------------------------------------------- */

/* A filler's entity that is but described: this bit, and the noun's unit. */
#define NG_DESCRIBED ((uint32_t)1 << 31)

enum { NG_DESCRIBED_CONFIDENCE = 600 };

/* "Ethiopia and Tigray rebels": the state, that is none of the rebels, and the
 * name that tells which they are; or NG_NONE. */
uint32_t ng_state_beside(const ng_matcher *m, uint32_t noun, uint32_t *rest);

/* Does the noun describe people by somebody's name: "Sudanese rebels"? */
bool ng_is_described(const ng_matcher *m, uint32_t noun);

/* Is it people by their state's name: "the Britons"? */
bool ng_is_folk(const ng_matcher *m, uint32_t unit);
ng_type ng_described_type(const ng_matcher *m, uint32_t noun);

/* Make those whom the noun describes an entity of the article, or find it;
 * false if the arena is spent. */
bool ng_describe(ng_matcher *m, uint32_t noun, uint32_t *entity);

/* --- pronouns.c ---------------------------------------------------- */

/* Whom "it" or "its" means within its sentence: a state's or body's name or
 * noun, a unit before it; or NG_NONE. */
uint32_t ng_it_means(const ng_syntax *s, uint32_t unit);

/* The two persons whom "they" means, as the clause around it tells; or none. */
void ng_they_mean(const ng_syntax *s, uint32_t unit, ng_units *out);

/* Add whom "I" or "we" in a quotation mean; false if `unit` is neither, or "we"
 * may be anybody. */
bool ng_match_add_quoted(const ng_matcher *m, ng_match *match,
                         const ng_slot *slot, uint32_t unit);

/* --- standing.c
 * --------------------------------------------------------- */

/* The footing of what `unit` tells; `light` carries it, or NG_NONE. */
ng_footing ng_footing_of(const ng_matcher *m, const ng_pattern *pattern,
                         uint32_t unit, uint32_t light);

/* --- time.c
 * ------------------------------------------------------------- */

/* Give the events [first, doc->events.n) of a sentence their times; false if
 * the arena is spent. */
bool ng_event_times(ng_matcher *m, uint32_t sentence, uint32_t first);

/* The time right at a verb, "met on July 10", or that a noun is told apart by,
 * "the July 10 talks": an index into doc->times, or NG_NONE. */
uint32_t ng_time_beside(const ng_matcher *m, uint32_t trigger);

/* Does the sentence name a day not before the article's? */
bool ng_is_ahead(const ng_matcher *m, uint32_t sentence);

/* The first time of a sentence, in doc->times, or past the last. */
uint32_t ng_times_of(const ng_doc *doc, uint32_t sentence);

/* The unit of a time that hangs on something outside it, or NG_NONE. */
uint32_t ng_time_unit(const ng_matcher *m, const ng_time *t);

/* May the time be an event's date: a day, month or year with bounds? */
bool ng_time_may_date(const ng_time *t);

/* --- occasion.c ---------------------------------------------------- */

/* What somebody said in the past tense, with no day given, was said on the
 * occasion that the article is about: its one day of news, or else that of the
 * last event of the week that the speaker took part in. */
void ng_event_occasions(ng_matcher *m);

/* --- merge.c --- */

/* The event of an earlier sentence, or earlier in this one, that a noun tells
 * of again ("the talks"), or NG_NONE.  `match` may have found nobody. */
uint32_t ng_event_again(const ng_matcher *m, const ng_match *match);

/* A meeting to come of which nobody is named, "The next round of talks is set
 * for Monday": whoever took part in the last talks told of, if it is likely. */
void ng_match_go_on(const ng_matcher *m, ng_match *match);

/* "round", "date": a noun of which an event may be told by "of" or "for". */
bool ng_is_occasion(const ng_syntax *s, uint32_t noun);

/* Do people meet or speak with one another? */
bool ng_is_encounter(ng_event_class class);

/* Is it an act of speaking, which happens whatever becomes of what is said? */
bool ng_is_speech_act(ng_event_class class);

/* --- order.c --- */

/* Tie what causes, follows and replaces what in a sentence; in the article's
 * own voice only. */
bool ng_event_order(ng_matcher *m, uint32_t sentence);

/* The event that a word tells of: as its trigger, as the light verb that
 * carries it, as a phase of it; or NG_NONE. */
uint32_t ng_event_told(const ng_matcher *m, uint32_t unit);

/* --- amount.c --- */

/* Does a sign of money begin it: "$3.5"? */
bool ng_is_money(ng_str text);

/* "a 100-percent tax", "$5 million in aid": of the newest event. */
void ng_event_amount(ng_matcher *m, const ng_match *match);

/* --- attend.c --- */

/* Is it a cooperation that names nobody? */
bool ng_wants_parties(const ng_match *match);

/* Give a cooperation that names nobody those who met: "The talks between X and
 * Y focused on ways to strengthen ties". */
void ng_match_add_parties(const ng_matcher *m, ng_match *match);

/* Add who attends a meeting, as a relative clause tells. */
void ng_match_add_attending(const ng_matcher *m, ng_match *match);

/* --- theme.c --- */

/* What the newest event is about, "charged with war crimes", if a base knows
 * it; false if the arena is spent. */
bool ng_event_theme(ng_matcher *m, const ng_match *match);

/* --- mode.c --- */

/* How they meet, if the words at the trigger or the pattern tell. */
ng_mode ng_event_mode(const ng_matcher *m, const ng_match *match);

/* What the noun and the words before it tell of that: "a videoconference". */
ng_mode ng_noun_mode(const ng_syntax *s, uint32_t noun);

/* --- ties.c
 * --------------------------------------------------------------- */

/* Apply the sentence's phases and contents to its events. */
bool ng_event_ties(ng_matcher *m);

/* --- statement.c
 * ----------------------------------------------------------------- */

/* The speech that `unit` is told in; what that does to its footing is done. */
uint32_t ng_footing_hear(const ng_doc *doc, uint32_t unit, ng_footing *footing);

/* No event is told by itself, nor by one that it tells: once all speeches have
 * their events, such circles are undone. */
void ng_settle_voices(ng_doc *doc);

/* "The network, which they claim is his": is the verb of saying only in a
 * relative clause of another's, and tells it of no event? */
bool ng_is_said_in_passing(const ng_matcher *m, uint32_t verb);

/* "I think", "we would stress" in somebody's own words, which tell of no event:
 * nothing beside the act that these words are told in? */
bool ng_is_own_word(const ng_matcher *m, uint32_t verb);

/* Is the speech a statement by somebody named: said, not only thought, reported
 * or left unsaid?  Is it what a newspaper or agency reports? */
bool ng_is_statement(const ng_matcher *m, const ng_speech *speech);
bool ng_is_report(const ng_matcher *m, const ng_speech *speech);

/* Does an event of late rest on the words of somebody without a name
 * ("officials said")?  Then these are a Statement, too, to point to. */
bool ng_is_needed(const ng_matcher *m, uint32_t speech);

/* The Statement shortly before by the same speakers, which `match` goes on
 * with: a run of quotations is one act. NG_NONE if there is none, or when a
 * place, a time or an addressee shows another occasion. */
uint32_t ng_statement_again(const ng_matcher *m, const ng_match *match);

#endif /* NG_EVENTS_H */
