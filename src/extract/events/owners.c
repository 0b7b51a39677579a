/* owners.c - nouns that act for whom they belong to: "Serbian
 * officials", "its army". */
#include "extract/events/fillers.h"

/* What acts for the state or body that it belongs to, whatever its role. */
static const char bodies[] =
    "government authority authorities police military army navy administration "
    "regime side parliament senate court ministry cabinet state "
    "republic leadership embassy consulate coalition alliance bloc presidency "
    "treasury council commission people nation judiciary legislature congress "
    "assembly "
    "ministries agency department office intelligence junta coastguard";

/* Who acts for it when they act, but is not it when others act on them. */
static const char agents[] =
    "official prosecutor troop troops force soldier diplomat negotiator "
    "delegation leader "
    "minister ambassador envoy spokesman spokeswoman spokesperson president "
    "chancellor premier king queen warplane warship jet plane aircraft drone "
    "missile bulldozer tank airstrike artillery helicopter fighter_jet vessel "
    "gunboat peacekeeper inspector investigator policeman policemen officer "
    "coastguard team mission";

/* Fighters of a body fight for it: "Hezbollah guerrillas". */
static const char fighters[] =
    "guerrilla fighter militant militiaman militiamen gunman gunmen rebel "
    "insurgent member commander leader official supporter activist jihadist "
    "terrorist";

/* "the Hamas movement": the name is theirs. */
static const char named_bodies[] =
    "movement group party network organization organisation militia faction "
    "company newspaper agency team wing";

uint32_t
ng_state_named(const ng_syntax *s, uint32_t unit)
{
  ng_str text = ng_unit_text(s, unit), state = NG_LIT("state");
  if (text.len < state.len ||
      !ng_str_equal(ng_str_slice(text, text.len - state.len, text.len), state))
    return NG_NONE;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (c > unit && s->mention[c] != NG_NONE && ng_is_behind(s, c, "of"))
      return c;
  return NG_NONE;
}

/* Whose the noun is: "Serbian", "Serbia's", "of Serbia". */
static void
owners(const ng_syntax *s, uint32_t unit, ng_units *out)
{
  uint32_t state = ng_state_named(s, unit);
  if (state != NG_NONE) {
    ng_conjuncts(s, state, out);
    return;
  }
  /* the government in Nigeria is Nigeria's, people in Nigeria are not */
  bool inside =
      ng_unit_is(s, unit, "government authorities authority regime junta");
  bool speaks = ng_unit_is(s, unit, "spokesman spokeswoman spokesperson");
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    uint32_t preposition = ng_preposition(s, c);
    bool of =
        preposition != NG_NONE &&
        (ng_unit_is(s, preposition, inside ? "of in 's ’s" : "of 's ’s") ||
         (speaks && ng_unit_is(s, preposition, "for")));
    if (r == NG_REL_AMOD || r == NG_REL_COMPOUND ||
        (r == NG_REL_NMOD && (preposition == NG_NONE || of)))
      ng_conjuncts(s, c, out);
  }
}

/* Welsh councils are towns', and do not act for Wales. */
static bool
is_body_word(const ng_syntax *s, uint32_t unit)
{
  if (ng_unit_is(s, unit, "house chamber"))
    return ng_child_word(s, unit, NG_REL_AMOD, "low lower upper") != NG_NONE;
  return ng_unit_is(s, unit, bodies) &&
         !ng_str_equal(ng_unit_text(s, unit), NG_LIT("councils"));
}

/* "a Paris court", "Moscow police", "Chad's Paris embassy", "Ohio police": they
 * sit in the city, or guard the region, and do not act for it. */
static bool
only_sits_there(const ng_matcher *m, uint32_t unit, uint32_t owner)
{
  const ng_syntax *s = &m->syntax;
  uint32_t head = ng_unit_at(s, owner)->head;
  if (ng_unit_type(s, owner) == NG_REGION)
    return ng_unit_is(s, unit, "police");
  if (ng_unit_type(s, owner) != NG_CITY)
    return false;
  return ng_unit_is(s, unit, "court prosecutor police tribunal judge") ||
         (head != NG_NONE && ng_unit_relation(s, owner) == NG_REL_COMPOUND &&
          ng_unit_is(s, head, "embassy consulate"));
}

/* The state or body that a noun belongs to: "Serbian officials", "leaders of
 * Serbia's government". */
bool
ng_match_add_owner(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                   uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  ng_units all;
  ng_units_clear(&all);
  bool any = false;
  owners(s, unit, &all);
  uint32_t own = all.n;
  for (uint32_t i = 0; i < own; i++)
    if (is_body_word(s, all.at[i]))
      owners(s, all.at[i], &all);
  for (uint32_t i = 0; i < all.n && !(any && i == own); i++) {
    uint32_t state = ng_state_named(s, all.at[i]);
    all.at[i] = state == NG_NONE ? all.at[i] : state;
    if (ng_is_named(m, all.at[i]))
      any |= !only_sits_there(m, unit, all.at[i]) &&
             ng_match_add_mention(m, match, slot, s->mention[all.at[i]]);
    else if (ng_match_add_reference(m, match, slot, all.at[i]))
      any = true;
    else {
      uint32_t body = ng_it_means(s, all.at[i]); /* "its army" */
      any |= body != NG_NONE && ng_is_named(m, body) &&
             ng_match_add_mention(m, match, slot, s->mention[body]);
    }
  }
  return any;
}

static bool
is_body(const ng_matcher *m, uint32_t entity)
{
  ng_type type = m->doc->entities.at[entity].type;
  return type == NG_ORGANIZATION || type == NG_PARTY || type == NG_MILITARY;
}

/* Is a body, rather than a state, whose fighters or members these are? */
static bool
are_of_body(const ng_matcher *m, uint32_t unit)
{
  const ng_syntax *s = &m->syntax;
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c])
    if (ng_is_named(m, c) && ng_unit_relation(s, c) != NG_REL_APPOS)
      return is_body(m, m->doc->mentions.at[s->mention[c]].entity);
  return false;
}

static bool
acts(uint8_t role)
{
  return role == NG_ROLE_agent || role == NG_ROLE_participant ||
         role == NG_ROLE_speaker || role == NG_ROLE_host ||
         role == NG_ROLE_mediator;
}

/* "two Russian officers", "a French diplomat": some persons, not the state, but
 * for what they fly and fire. */
static bool
are_some(const ng_syntax *s, uint32_t noun)
{
  if (!ng_unit_is(s, noun,
                  "official soldier diplomat officer policeman policemen "
                  "investigator inspector"))
    return false;
  for (uint32_t c = s->child[noun]; c != NG_NONE && c < noun; c = s->next[c])
    if (ng_unit_relation(s, c) == NG_REL_NUMMOD)
      return true;
  return false;
}

/* "the United States Commission on Debates": a body that is named after
 * another, and acts for itself. */
static bool
has_own_name(const ng_matcher *m, uint32_t noun)
{
  const ng_syntax *s = &m->syntax;
  bool named = false;
  for (uint32_t k = s->child[noun]; k != NG_NONE && k < noun; k = s->next[k])
    named |= ng_is_named(m, k);
  return named && ng_is_body_name(s->doc, noun);
}

/* "the former Serbian president": he acts for it no more. */
static bool
is_former(const ng_syntax *s, uint32_t noun)
{
  return ng_child_word(s, noun, NG_REL_AMOD,
                       "former ex late onetime then outgoing ousted") !=
             NG_NONE &&
         !is_body_word(s, noun);
}

/* Is it done by whose the noun is: "Serbian officials", "Hamas fighters"? */
bool
ng_acts_for_owner(const ng_matcher *m, uint32_t unit, uint8_t role)
{
  const ng_syntax *s = &m->syntax;
  if (are_some(s, unit) || has_own_name(m, unit) || is_former(s, unit))
    return false;
  if (is_body_word(s, unit))
    return !ng_unit_is(s, unit, "people") ||
           ng_child(s, unit, NG_REL_NUMMOD) == NG_NONE;
  if (ng_unit_is(s, unit, named_bodies) && are_of_body(m, unit))
    return true;
  return acts(role) &&
         (ng_unit_is(s, unit, agents) ||
          (ng_unit_is(s, unit, fighters) && are_of_body(m, unit)));
}
