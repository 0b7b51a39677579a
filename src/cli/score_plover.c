/* score_plover.c - events against sentences coded by PLOVER. */
#include "cli/score_plover.h"
#include "core/str.h"
#include "kb/base.h"

#include <stdio.h>

/* As ng:plover in ontology/newsgraph.ttl says. */
static const char *const codes[NG_N_EVENT_CLASSES] = {
    [NG_EVENT_Meeting] = "CONSULT",
    [NG_EVENT_Negotiation] = "CONSULT",
    [NG_EVENT_Visit] = "CONSULT",
    [NG_EVENT_Hosting] = "CONSULT",
    [NG_EVENT_PhoneCall] = "CONSULT",
    [NG_EVENT_Mediation] = "CONSULT",
    [NG_EVENT_Agreement] = "AGREE",
    [NG_EVENT_TreatySigning] = "SUPPORT",
    [NG_EVENT_Cooperation] = "COOPERATE",
    [NG_EVENT_Normalization] = "SUPPORT",
    [NG_EVENT_Support] = "SUPPORT",
    [NG_EVENT_Encouragement] = "SUPPORT",
    [NG_EVENT_DiplomaticRecognition] = "SUPPORT",
    [NG_EVENT_JoiningOrganization] = "COOPERATE",
    [NG_EVENT_LeavingOrganization] = "SANCTION",
    [NG_EVENT_Aid] = "AID",
    [NG_EVENT_Concession] = "CONCEDE",
    [NG_EVENT_Ceasefire] = "RETREAT",
    [NG_EVENT_Withdrawal] = "RETREAT",
    [NG_EVENT_Release] = "RETREAT",
    [NG_EVENT_Demand] = "DEMAND",
    [NG_EVENT_Pressure] = "DEMAND",
    [NG_EVENT_Accusation] = "DISAPPROVE",
    [NG_EVENT_Condemnation] = "DISAPPROVE",
    [NG_EVENT_Rejection] = "REJECT",
    [NG_EVENT_Denial] = "REJECT",
    [NG_EVENT_Threat] = "THREATEN",
    [NG_EVENT_BreakingRelations] = "SANCTION",
    [NG_EVENT_WithdrawalOfRecognition] = "SANCTION",
    [NG_EVENT_TariffImposition] = "SANCTION",
    [NG_EVENT_SanctionImposition] = "SANCTION",
    [NG_EVENT_Investigation] = "INVESTIGATE",
    [NG_EVENT_CriminalCharge] = "COERCE",
    [NG_EVENT_Trial] = "COERCE",
    [NG_EVENT_Conviction] = "DISAPPROVE",
    [NG_EVENT_Arrest] = "COERCE",
    [NG_EVENT_Expulsion] = "COERCE",
    [NG_EVENT_Protest] = "PROTEST",
    [NG_EVENT_Mobilization] = "MOBILIZE",
    [NG_EVENT_Attack] = "FIGHT",
    [NG_EVENT_Killing] = "ASSAULT",
};

const char *
plover_code(ng_event_class class)
{
  return codes[class];
}

static bool
overlap(ng_span a, ng_span b)
{
  return a.begin < b.end && b.begin < a.end;
}

/* Does a mention of `entity` lie in or over `where`? */
static bool
mentioned_in(const ng_doc *doc, uint32_t entity, ng_span where)
{
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if ((m->entity == entity || m->denotes == entity) &&
        overlap(m->span, where))
      return true;
  }
  return false;
}

/* What a noun phrase of `where` means by reference. */
static bool
referred_to_in(const ng_doc *doc, uint32_t entity, ng_span where)
{
  for (uint32_t i = 0; i < doc->references.n; i++) {
    const ng_reference *ref = &doc->references.at[i];
    if (!overlap(doc->units.at[ref->unit].span, where))
      continue;
    for (uint32_t k = 0; k < ref->n; k++)
      if (doc->members.at[ref->member + k] == entity)
        return true;
  }
  return false;
}

/* Is it a description with those words: "demonstrators in Baghdad"? */
static bool
described_by(const ng_doc *doc, uint32_t entity, ng_span where)
{
  const ng_doc_entity *e = &doc->entities.at[entity];
  return ng_ref_none(e->ref) && overlap(e->name, where);
}

/* The roles that one who acts, or is acted upon, may have. */
enum {
  ACTS = 1 << NG_ROLE_agent | 1 << NG_ROLE_participant | 1 << NG_ROLE_host |
         1 << NG_ROLE_mediator | 1 << NG_ROLE_speaker,
  SUFFERS = 1 << NG_ROLE_patient | 1 << NG_ROLE_participant |
            1 << NG_ROLE_addressee | 1 << NG_ROLE_target | 1 << NG_ROLE_host |
            1 << NG_ROLE_place
};

/* Has `event` one of `actors` in one of `roles`? True if there are none. */
static bool
has_actor(const ng_doc *doc, const ng_event *event, const json_t *actors,
          unsigned roles)
{
  const json_t *actor;
  size_t i;
  if (json_array_size(actors) == 0)
    return true;
  json_array_foreach(actors, i, actor)
  {
    const char *name = json_string_value(json_object_get(actor, "actorText"));
    const char *at =
        name ? memmem(doc->text.at, doc->text.len, name, strlen(name)) : NULL;
    if (!at)
      continue;
    uint32_t begin = (uint32_t)(at - doc->text.at);
    ng_span where = {begin, begin + (uint32_t)strlen(name)};
    for (uint32_t k = event->filler; k < event->filler + event->n; k++) {
      const ng_filler *f = &doc->fillers.at[k];
      if ((roles >> f->role & 1) && (mentioned_in(doc, f->entity, where) ||
                                     referred_to_in(doc, f->entity, where) ||
                                     described_by(doc, f->entity, where)))
        return true;
    }
  }
  return false;
}

static void
print_error(const json_t *gold, const reading *r, const char *what)
{
  (void)printf("# %s\t%s\t%s\t", what,
               json_string_value(json_object_get(gold, "id")),
               json_string_value(json_object_get(gold, "event")));
  for (uint32_t i = 0; i < r->doc->events.n; i++)
    (void)printf("%s%s", i ? " " : "",
                 ng_event_class_name(r->doc->events.at[i].class));
  (void)printf("\t%s\n", json_string_value(json_object_get(gold, "text")));
}

bool
score_plover_sentence(score_plover *sum, const json_t *gold, const reading *r,
                      bool errors)
{
  const char *type = json_string_value(json_object_get(gold, "event"));
  const json_t *source = json_object_get(gold, "source");
  const json_t *target = json_object_get(gold, "target");
  bool found = false, by = false, to = false;
  if (!type)
    return false;
  for (uint32_t i = 0; i < r->doc->events.n; i++) {
    const ng_event *event = &r->doc->events.at[i];
    const char *code = plover_code(event->class);
    bool right = code && strcmp(code, type) == 0;
    bool source_right = right && has_actor(r->doc, event, source, ACTS);
    sum->coded += code != NULL;
    sum->of_type += right;
    found |= right;
    by |= source_right;
    to |= source_right && has_actor(r->doc, event, target, SUFFERS);
  }
  sum->sentences++;
  sum->made += r->doc->events.n;
  sum->type += found;
  sum->source += by;
  sum->target += to;
  if (errors && !to)
    print_error(gold, r, !found ? "type" : by ? "target" : "source");
  return true;
}
