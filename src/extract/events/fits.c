/* fits.c - which entity may fill which role of a match. */
#include "extract/events/fillers.h"
#include "extract/refer/known.h"

bool
ng_match_has(const ng_match *match, uint8_t role)
{
  return match->roles >> role & 1;
}

static bool
is_actor(ng_type type)
{
  return ng_type_acts(type) || type == NG_ENTITY; /* which no base knows */
}

static bool
is_place(ng_type type)
{
  return type == NG_COUNTRY || type == NG_REGION || type == NG_CITY ||
         type == NG_PLACE || type == NG_BUILDING || type == NG_ENTITY;
}

bool
ng_may_fill(ng_type type, uint8_t fill, uint8_t role)
{
  switch ((ng_fill)fill) {
  case NG_FILL_ANY:
    return true;
  case NG_FILL_PERSON:
    return type == NG_PERSON || type == NG_GROUP || type == NG_ENTITY;
  case NG_FILL_ORGANIZATION:
    return type >= NG_ORGANIZATION && type < NG_TEAM;
  case NG_FILL_PLACE:
    return is_place(type);
  case NG_FILL_ACTOR:
    return is_actor(type);
  case NG_FILL_POWER:
    return type == NG_COUNTRY || type == NG_REGION || type == NG_GROUP ||
           (type >= NG_ORGANIZATION && type <= NG_INTERNATIONAL);
  case NG_FILL_LAWMAKER:
    return is_actor(type) &&
           (type < NG_PARTY || type == NG_INTERNATIONAL || type == NG_ENTITY);
  case NG_FILL_EVENT:
    return type == NG_EVENT || type == NG_CONFLICT || type == NG_TREATY;
  case NG_FILL_STATE:
    return type == NG_COUNTRY;
  case NG_FILL_PARTY:
    return type == NG_PARTY;
  case NG_FILL_BODY:
    return type == NG_ENTITY || (type >= NG_ORGANIZATION && type <= NG_LEAGUE);
  default:
    break;
  }
  if (role == NG_ROLE_place)
    return is_place(type);
  if (role == NG_ROLE_topic || role == NG_ROLE_theme)
    return true;
  return is_actor(type);
}

/* --- adding
 * ------------------------------------------------------------------------ */

bool
ng_match_put(const ng_matcher *m, ng_match *match, const ng_slot *slot,
             uint32_t entity, uint16_t confidence)
{
  const ng_doc_entity *e = &m->doc->entities.at[entity];
  if (!ng_may_fill(e->type, slot->fill, slot->slot) ||
      (slot->slot == NG_ROLE_place && e->type == NG_ENTITY &&
       !ng_ref_none(e->ref)))
    return false; /* a base knows the types of places: "in an Opel Zafira" */
  for (uint32_t i = 0; i < match->n; i++)
    if (match->fillers[i].entity == entity)
      return match->fillers[i].role == slot->slot; /* nobody acts twice */
  if (match->n == NG_MAX_FILLERS)
    return false;
  match->fillers[match->n++] = (ng_filler){
      .entity = entity, .confidence = confidence, .role = slot->slot};
  match->roles |= (uint16_t)(1U << slot->slot);
  return true;
}

/* A metonym stands for who sits there, but where something happens it is the
 * place itself. */
bool
ng_match_add_mention(const ng_matcher *m, ng_match *match, const ng_slot *slot,
                     uint32_t mention)
{
  const ng_mention *n = &m->doc->mentions.at[mention];
  uint32_t entity = n->entity;
  if (n->denotes != NG_NONE && slot->slot != NG_ROLE_place)
    entity = n->denotes;
  return ng_match_put(m, match, slot, entity, n->confidence);
}

bool
ng_match_add_reference(const ng_matcher *m, ng_match *match,
                       const ng_slot *slot, uint32_t unit)
{
  const ng_reference *r = ng_reference_at(m->doc, unit);
  bool any = false;
  for (uint32_t i = 0; r && i < r->n; i++)
    any |= ng_match_put(m, match, slot, m->doc->members.at[r->member + i],
                        r->confidence);
  return any;
}

/* --- who threatens nobody of his own --------------------------------------
 */

/* Does the person serve the state, by the article or a base? */
static bool
is_own_state(const ng_matcher *m, uint32_t person, uint32_t state)
{
  enum { MOST_OFFICES = 200 };
  const ng_doc *doc = m->doc;
  for (uint32_t i = 0; i < doc->offices.n && i < MOST_OFFICES; i++)
    if (doc->offices.at[i].person == person &&
        doc->offices.at[i].jurisdiction == state)
      return true;
  return ng_known_citizen(&m->context->bases, doc->entities.at[person].ref,
                          doc->entities.at[state].ref);
}

void
ng_match_drop_own(const ng_matcher *m, ng_match *match)
{
  uint32_t agent = NG_NONE, n = 0;
  if (match->pattern->evokes != NG_EVOKES_EVENT ||
      match->pattern->class != NG_EVENT_Threat ||
      !ng_match_has(match, NG_ROLE_target))
    return;
  for (uint32_t i = 0; i < match->n; i++)
    if (match->fillers[i].role == NG_ROLE_agent)
      agent = match->fillers[i].entity;
  if (agent == NG_NONE || agent & NG_DESCRIBED)
    return;
  for (uint32_t i = 0; i < match->n; i++) {
    const ng_filler *f = &match->fillers[i];
    bool own = f->role == NG_ROLE_target && !(f->entity & NG_DESCRIBED) &&
               is_own_state(m, agent, f->entity);
    if (!own)
      match->fillers[n++] = *f;
  }
  match->n = n;
}
