/* refer.h - what the files that resolve references share.
 *
 *   post.c    "the Serbian president", "his Kosovar counterpart"
 *   title.c   what the words of a title say
 *   group.c   "the two sides", "both leaders", "they"
 *   join.c    who is joined with whom
 *   body.c    "the country", "the ministry", "its statement"
 *   clause.c  "he" and "she", by the clauses around them
 *   unnamed.c "the minister", whom "he" may mean as well
 *   refer.c   the stage, and "he" and "she"
 */
#ifndef NG_REFER_H
#define NG_REFER_H

#include "extract/refer/actor.h"
#include "extract/speech/quote.h"

/* Somebody and somebody, as the text joins them: "Kosovo and Serbia". */
typedef struct {
  uint32_t unit, sentence;
  uint32_t member, n; /* in doc->members */
  bool subject;       /* they do something together */
} ng_pair;

/* Whose statement it was. */
typedef struct {
  uint32_t sentence;
  uint32_t member, n;
} ng_issue;

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  ng_branches branches;
  NG_VEC(ng_pair) pairs; /* by unit */
  ng_issue issue;        /* the last statement's */
  uint32_t teller;       /* the person who spoke last: entity, or NG_NONE */
  uint32_t told;         /* in this sentence */
  bool told_before;      /* no: in one before, whose quotation goes on there */
  uint32_t topic;        /* the one who is the subject of a sentence, or spoke
                          * in it: entity, or NG_NONE */
  uint32_t topic_at;     /* that sentence */
  bool unnamed;          /* "a spokesman said he": no name's pronoun */
  ng_quotes quotes;
  uint32_t look_ups; /* of offices in the bases: so many are left */
  bool spent;
} ng_referrer;

/* Does `unit` have "the", "this", "these" or "those"? */
bool ng_is_definite(const ng_branches *b, uint32_t unit);

/* Note that `unit` means the `n` entities `members`. */
void ng_refer_add(ng_referrer *r, uint32_t unit, const uint32_t *members,
                  uint32_t n, uint16_t confidence);

/* Try to resolve the word `unit` in one way; false if it is not of that kind:
 * then another may. True does not mean that it was resolved. */
bool ng_refer_post(ng_referrer *r, uint32_t unit);
bool ng_refer_group(ng_referrer *r, uint32_t unit);
bool ng_refer_body(ng_referrer *r, uint32_t unit);

/* "It said" behind what tells of a statement; "it declared war" behind a
 * sentence whose subject is a state. */
void ng_refer_it(ng_referrer *r, uint32_t unit);

/* "they", "them", "their": only what some subject before it means. */
void ng_refer_they(ng_referrer *r, uint32_t unit);

/* Is the entity named before the byte at `offset`? */
bool ng_refer_is_named_before(const ng_doc *doc, uint32_t entity,
                              uint32_t offset);

/* May the pronoun "he" or "her" mean the entity, by its gender? */
bool ng_refer_fits(const ng_referrer *r, uint32_t entity, uint32_t pronoun);

/* Is the unit a person without a name, and who does or suffers something? */
bool ng_refer_is_somebody(const ng_referrer *r, uint32_t unit);
bool ng_refer_is_unnamed(const ng_referrer *r, uint32_t unit);

/* Does a person without a name act between the entity's last mention and the
 * pronoun: "NAME ... the chancellor left.  He said"? */
bool ng_refer_is_somebody_between(const ng_referrer *r, uint32_t unit,
                                  uint32_t entity);

/* The person whom "he" or "his" means by the clauses around it, or by the
 * sentence before; entities, or NG_NONE.  The first sets r->unnamed. */
uint32_t ng_refer_in_sentence(ng_referrer *r, uint32_t unit);
uint32_t ng_refer_before(const ng_referrer *r, uint32_t unit);

/* "He praised Y.  X hoped that they would elect him": may the object `unit`, of
 * what the entity X says, as well mean another, whom the sentence before names?
 */
bool ng_refer_may_be_another(const ng_referrer *r, uint32_t unit,
                             uint32_t entity);

/* The quotation of whole sentences that the unit is in, or NULL. */
const ng_quote *ng_refer_quote(const ng_referrer *r, uint32_t unit);

/* Is the entity, before the pronoun, last named in a quotation that the pronoun
 * is not in; does it speak the quotation that the pronoun is in?  Then it is
 * not meant. */
bool ng_refer_is_only_quoted(const ng_referrer *r, uint32_t pronoun,
                             uint32_t entity);
bool ng_refer_is_quoting(const ng_referrer *r, uint32_t pronoun,
                         uint32_t entity);

/* Is a person named between the start of the sentence and the pronoun? */
bool ng_refer_is_behind_person(const ng_referrer *r, uint32_t pronoun);

/* Note whom the sentence is about, for the one behind it. */
void ng_refer_topic(ng_referrer *r, uint32_t sentence);

/* Note who is joined at `unit`, if it is the first of them. */
void ng_refer_join(ng_referrer *r, uint32_t unit);

/* Is it a noun for what somebody issued? */
static inline bool
ng_refer_is_statement(const ng_doc *doc, uint32_t unit)
{
  return ng_unit_in(doc, unit,
                    " statement communique communiqué declaration letter"
                    " report tweet ");
}

/* Note whose statement such a noun is. */
void ng_refer_issue(ng_referrer *r, uint32_t unit);

/* The state or body that owns an office or body: of "the Serbian president",
 * "Serbia's president", "the president of Serbia". An entity, or NG_NONE;
 * *owned tells that there is an owner, known or not. */
uint32_t ng_owner_of(const ng_branches *b, uint32_t unit, bool *owned);

/* Is `word` among the words of the title?  Is it a deputy's; does who has it
 * govern: "the Serbian leader"? */
bool ng_title_has(ng_str title, ng_str word);
bool ng_title_is_below(ng_str title);
bool ng_title_leads(ng_str title);

/* Who held the office of `title` ("foreign minister") of `place` on the
 * article's date, by the bases; NG_NO_REF if nobody is known or several. */
ng_ref ng_post_holder(ng_referrer *r, ng_str title, ng_ref place);

#endif /* NG_REFER_H */
