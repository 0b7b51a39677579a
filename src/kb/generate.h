/* generate.h - names that the sources do not give but the news uses: surnames,
 * short forms, acronyms.  The list is that of notes on entity linking: each
 * form found names of the AIDA articles that labels and aliases missed. */
#ifndef NG_KB_GENERATE_H
#define NG_KB_GENERATE_H

#include "kb/kb.h"

/* Whose name it is. */
typedef struct {
  ng_type type;
  bool family_first; /* a person of China, Korea, Vietnam: Xi Jinping */
  bool given_names;  /* surname and given name are known: make none */
} ng_named;

/* Takes one name: its text, gone after the call; its NG_NAME_... kinds; and
 * NG_CANDIDATE_... flags.  False ends the making. */
typedef struct {
  bool (*take)(void *to, ng_str text, uint32_t kinds, uint32_t flags);
  void *to;
} ng_name_sink;

/* Make the further names of an entity that is called `name`, which is its
 * label or a name as good.  False if the sink says so. */
bool ng_names_generate(const ng_named *named, ng_str name, ng_name_sink sink);

/* Make what differs only in spelling, for any name: ö as oe, el- as al-. */
bool ng_names_respell(ng_str name, ng_name_sink sink);

/* Likewise of a person's full name: "Volodymyr Zelenskyi" is Zelensky, too, and
 * Alexei is Alexey. */
bool ng_names_respell_person(ng_str name, ng_name_sink sink);

/* The name of one of a party's people: "Liberal Democrats" say "a Liberal
 * Democrat", and "the Liberal Democrat leader". */
bool ng_names_member(ng_str name, ng_name_sink sink);

/* The names by the first of two surnames: "Rodrigo Alberto Chaves Robles" is
 * Rodrigo Chaves. */
bool ng_names_first_surname(ng_str name, ng_name_sink sink);

/* Whether the lone word `folded` needs evidence to be a name: it is a common
 * English word, or too short. */
bool ng_name_is_weak(ng_str folded);

#endif /* NG_KB_GENERATE_H */
