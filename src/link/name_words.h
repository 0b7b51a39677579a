/* name_words.h - words inside and around names that no base knows. */
#ifndef NG_NAME_WORDS_H
#define NG_NAME_WORDS_H

#include "doc.h"
#include "kb/type.h"

/* Is word `i` one that begins a clause: "If Georgia joins"? */
bool ng_is_conjunction(const ng_doc *doc, uint32_t i);

/* Is it a particle of people's names: "Ursula von der Leyen"? */
bool ng_is_particle(const ng_doc *doc, uint32_t i);

/* Is word `i` the "bin" of a name, "Said bin Taimur"? */
bool ng_is_father_behind(const ng_doc *doc, uint32_t i);

/* Is it, behind a hyphen, the second half of a given name: "Choo Kyu-ho"? */
bool ng_is_given_half(const ng_doc *doc, uint32_t i);

/* Does "al-" or the like stand before word `i`: "al-Sadr"? */
bool ng_is_behind_particle(const ng_doc *doc, uint32_t i);

/* Does it end a title before a name: "Mr", "minister", "adviser"? */
bool ng_ends_title(const ng_doc *doc, uint32_t i);

/* "Supreme" in "the Supreme leader": the first word of a title that goes on in
 * lower case. */
bool ng_begins_title(const ng_doc *doc, uint32_t i);

/* Is what a title is of, with a capital, right before word `i`: "Secretary of
 * Commerce NAME"?  It is no part of the name, but looks like one. */
bool ng_is_behind_title_of(const ng_doc *doc, uint32_t i);

/* Is it a rank of nobility, with a capital; and does one with "of" stand before
 * it: "Duchess of Ruritania"? */
bool ng_is_rank(const ng_doc *doc, uint32_t i);
bool ng_is_rank_of(const ng_doc *doc, uint32_t i);

/* Does a plural's genitive stand before it: "deputies' "? */
bool ng_is_behind_owners(const ng_doc *doc, uint32_t i);

/* Is it no name for what its hyphen joins it to, "Anglo" in "Anglo-Dutch" and
 * "Semitism" in "anti-Semitism"; or of a chargé d'affaires' title? */
bool ng_is_part_of_adjective(const ng_doc *doc, uint32_t i);

/* "the Kremlin said": what "kremlin" means otherwise, here it is one. */
bool ng_is_speaker(const ng_doc *doc, uint32_t i);

/* "Inc", "Ltd": the form of a company, with a capital. */
bool ng_is_company_form(const ng_doc *doc, uint32_t i);

/* The same behind a comma: "Acme Widgets, Inc." */
bool ng_is_form_behind_comma(const ng_doc *doc, uint32_t i);

/* What a name with this word is a name of, or NG_ENTITY: "Ltd", "Ministry". */
ng_type ng_name_word_type(const ng_doc *doc, uint32_t i);

/* "the Summit": is word `i` all of what an event is called, behind "the"? */
bool ng_is_the_event(const ng_doc *doc, uint32_t i);

/* Does a name of words with capitals end at `i`, and "the" stand before it:
 * "the Horn"?  Not where it is of people, "the Greens". */
bool ng_is_named_with_the(const ng_doc *doc, uint32_t i);

/* Is the word the zone of the time before it: "10:00 UTC"? */
bool ng_is_time_zone(const ng_doc *doc, uint32_t i);

/* Is the spot too short for an acronym that is not in capitals?  "Nato" and
 * "Aids" are, "La" is not LA. */
bool ng_is_no_acronym(const ng_doc *doc, const ng_spot *spot);

/* Does a noun end at word `i`, so far as the next word tells? */
bool ng_is_last_noun(const ng_doc *doc, uint32_t i);

#endif /* NG_NAME_WORDS_H */
