/* event.c - what happens, as nodes of the graph. */
#include "core/buf.h"
#include "core/date.h"
#include "emit/emitter.h"
#include "emit/standing.h"
#include "extract/lexicon/lexicon.h"
#include "kb/kb.h"

/* --- terms -------------------------------------------------------------------
 */

static ng_term
named(const char *name)
{
  return ng_iri(NG_NS_NG, (ng_str){name, strlen(name)});
}

static const char *const courses[NG_N_COURSES] = {
    [NG_OCCURRED] = "Occurred",     [NG_ONGOING] = "Ongoing",
    [NG_SCHEDULED] = "Scheduled",   [NG_POSSIBLE] = "Possible",
    [NG_PROPOSED] = "Proposed",     [NG_DESIRED] = "Desired",
    [NG_POSTPONED] = "Postponed",   [NG_CANCELLED] = "Cancelled",
    [NG_DOWNGRADED] = "Downgraded", [NG_STALLED] = "Stalled",
    [NG_BROKEN_DOWN] = "BrokenDown"};

static const char *const certainties[NG_N_CERTAINTIES] = {
    [NG_CERTAIN] = "Certain",
    [NG_PROBABLE] = "Probable",
    [NG_DOUBTFUL] = "Doubtful",
    [NG_ALLEGED] = "Alleged"};

/* How far the matter has come: whoever is charged is not convicted by that. */
static const char *
legal_status(const ng_event *event)
{
  if (event->class == NG_EVENT_CriminalCharge)
    return "ChargedNotConvicted";
  bool happened = event->footing.course == NG_OCCURRED;
  if (event->class != NG_EVENT_Conviction || !happened)
    return NULL;
  return event->footing.negative ? NULL : "Convicted";
}

static ng_term
role_term(uint8_t role)
{
  return role == NG_ROLE_place ? NG_TERM_SEM("hasPlace")
                               : named(ng_role_name((ng_role)role));
}

/* Whoever takes part, as SEM has it; not what it is about. */
static bool
is_actor(uint8_t role)
{
  return role != NG_ROLE_place && role != NG_ROLE_topic &&
         role != NG_ROLE_theme;
}

/* --- IRIs
 * ---------------------------------------------------------------------- */

static ng_str
digits(ng_emitter *e, uint32_t n)
{
  ng_str s = ng_number(e->graph->arena, n);
  e->spent |= s.at == NULL;
  return s;
}

/* The fillers in the order of role and IRI, so that the order of the text makes
 * no difference. */
static void
hash_fillers(ng_emitter *e, ng_hash *hash, const ng_event *event)
{
  const ng_filler *f = e->doc->fillers.at + event->filler;
  uint8_t done[64] = {0};
  uint32_t n = event->n < sizeof done ? event->n : sizeof done;
  for (uint32_t k = 0; k < n; k++) {
    uint32_t least = n;
    for (uint32_t i = 0; i < n; i++) {
      if (done[i])
        continue;
      if (least == n || f[i].role < f[least].role ||
          (f[i].role == f[least].role &&
           ng_str_compare(e->iris[f[i].entity].value,
                          e->iris[f[least].entity].value) < 0))
        least = i;
    }
    done[least] = 1;
    const char *role = ng_role_name((ng_role)f[least].role);
    ng_hash_str(hash, (ng_str){role, strlen(role)});
    ng_hash_term(hash, e->spaces, e->iris[f[least].entity]);
  }
}

static ng_str
class_name(const ng_event *event)
{
  const char *name = ng_event_class_name(event->class);
  return (ng_str){name, strlen(name)};
}

/* The class of the user's own, or empty. */
static ng_str
own_class(const ng_emitter *e, const ng_event *event)
{
  return ng_lexicon_class(e->context->lexicon, event->own);
}

static void
hash_class(const ng_emitter *e, ng_hash *hash, const ng_event *event)
{
  ng_hash_init(hash);
  ng_hash_str(hash, event->own ? own_class(e, event) : class_name(event));
}

static ng_term
event_iri(ng_emitter *e, const ng_event *event)
{
  ng_hash hash;
  hash_class(e, &hash, event);
  hash_fillers(e, &hash, event);
  ng_hash_str(&hash, (ng_str){courses[event->footing.course],
                              strlen(courses[event->footing.course])});
  ng_hash_str(&hash, event->footing.negative ? NG_LIT("Negative")
                                             : NG_LIT("Positive"));
  ng_hash_voice(e, &hash, event->speech);
  ng_hash_str(&hash, digits(e, event->evidence.begin));
  ng_hash_str(&hash, digits(e, event->evidence.end));
  ng_hash_str(&hash, digits(e, event->trigger.begin));
  return ng_emit_minted(e, ng_hash_iri(&hash, e->graph->arena, e->article.value,
                                       NG_LIT("#event-")));
}

static bool
is_linked(const ng_emitter *e, uint32_t entity)
{
  return !ng_ref_none(e->doc->entities.at[entity].ref);
}

/* Two happenings are told apart by who takes part and the day; with less, an
 * event is only itself. */
static ng_term
identity(ng_emitter *e, const ng_event *event, ng_term iri)
{
  const ng_filler *f = e->doc->fillers.at + event->filler;
  uint32_t linked = 0;
  for (uint32_t i = 0; i < event->n; i++) {
    if (!is_linked(e, f[i].entity))
      return iri;
    linked += is_actor(f[i].role);
  }
  if (!linked || !event->earliest || event->earliest != event->latest)
    return iri;
  ng_hash hash;
  hash_class(e, &hash, event);
  hash_fillers(e, &hash, event);
  ng_hash_date(&hash, event->earliest);
  return ng_emit_minted(
      e, ng_hash_iri(&hash, e->graph->arena, NG_LIT("event/"), NG_LIT("")));
}

/* --- properties
 * ------------------------------------------------------------------ */

static void
roles(ng_emitter *e, ng_term iri, const ng_event *event)
{
  const ng_filler *f = e->doc->fillers.at + event->filler;
  for (uint32_t i = 0; i < event->n; i++) {
    ng_emit_triple(e, iri, role_term(f[i].role), e->iris[f[i].entity]);
    if (is_actor(f[i].role))
      ng_emit_triple(e, iri, NG_TERM_SEM("hasActor"), e->iris[f[i].entity]);
  }
}

/* The day, month or year that holds all days of a period; 0: none does. */
static ng_date
finest(ng_date earliest, ng_date latest)
{
  if (!earliest || !latest)
    return 0;
  if (earliest == latest)
    return earliest;
  if (earliest / 100 == latest / 100)
    return earliest / 100 * 100;
  return earliest / 10000 == latest / 10000 ? earliest / 10000 * 10000 : 0;
}

/* The date as fine as the text has it, and no finer. */
static void
when(ng_emitter *e, ng_term iri, const ng_event *event)
{
  ng_date date = event->bound ? 0 : finest(event->earliest, event->latest);
  if (date)
    ng_emit_triple(e, iri, NG_TERM_NG("date"), ng_emit_date(e, date));
  if (event->earliest)
    ng_emit_triple(e, iri, NG_TERM_NG("earliest"),
                   ng_emit_date(e, event->earliest));
  if (event->latest)
    ng_emit_triple(e, iri, NG_TERM_NG("latest"),
                   ng_emit_date(e, event->latest));
}

static void
standing(ng_emitter *e, ng_term iri, const ng_event *event)
{
  const ng_footing *f = &event->footing;
  ng_emit_triple(e, iri, NG_TERM_NG("status"), named(courses[f->course]));
  ng_emit_triple(e, iri, NG_TERM_NG("polarity"),
                 f->negative ? NG_TERM_NG("Negative") : NG_TERM_NG("Positive"));
  ng_emit_triple(e, iri, NG_TERM_NG("certainty"),
                 named(certainties[f->certainty]));
  if (f->presupposed)
    ng_emit_triple(e, iri, NG_TERM_NG("inference"), NG_TERM_NG("Presupposed"));
  if (event->bound || event->lent)
    ng_emit_triple(e, iri, NG_TERM_NG("inference"),
                   NG_TERM_NG("TemporalBound"));
  ng_emit_triple(e, iri, NG_TERM_NG("standing"),
                 ng_standing_term(ng_standing_of(f)));
}

static void
details(ng_emitter *e, ng_term iri, const ng_event *event)
{
  const char *legal = legal_status(event);
  if (legal)
    ng_emit_triple(e, iri, NG_TERM_NG("legalStatus"), named(legal));
  if (event->amount.len)
    ng_emit_triple(e, iri, NG_TERM_NG("amount"),
                   ng_typed(event->amount, NG_NS_XSD, NG_LIT("decimal")));
  if (event->amount_unit.len)
    ng_emit_triple(e, iri, NG_TERM_NG("unit"), ng_literal(event->amount_unit));
  if (event->mode == NG_VIDEO)
    ng_emit_triple(e, iri, NG_TERM_NG("mode"), NG_TERM_NG("Video"));
  else if (event->mode == NG_IN_PERSON)
    ng_emit_triple(e, iri, NG_TERM_NG("mode"), NG_TERM_NG("InPerson"));
  else if (event->mode == NG_PHONE)
    ng_emit_triple(e, iri, NG_TERM_NG("mode"), NG_TERM_NG("Phone"));
  if (event->reason.end > event->reason.begin)
    ng_emit_triple(e, iri, NG_TERM_NG("reason"),
                   ng_literal(ng_doc_text(e->doc, event->reason)));
}

/* "JoiningOrganization" -> "Joining organization". */
static void
put_class(ng_emitter *e, ng_buf *out, const ng_event *event)
{
  ng_str name = ng_str_local(own_class(e, event));
  if (!name.len)
    name = class_name(event);
  for (size_t i = 0; i < name.len; i++) {
    char c = name.at[i];
    if (c >= 'A' && c <= 'Z' && i > 0) {
      ng_buf_char(out, ' ');
      ng_buf_char(out, (char)(c | 0x20));
    } else
      ng_buf_char(out, c);
  }
}

/* "Meeting (postponed): Hashim Thaci, Aleksandar Vucic". */
static ng_term
label(ng_emitter *e, const ng_event *event)
{
  ng_buf out = {0};
  const ng_filler *f = e->doc->fillers.at + event->filler;
  const ng_footing *footing = &event->footing;
  put_class(e, &out, event);
  if (footing->negative || footing->course != NG_OCCURRED) {
    const char *course = courses[footing->course];
    ng_buf_str(&out, footing->negative ? NG_LIT(" (not ") : NG_LIT(" ("));
    ng_buf_char(&out, (char)(course[0] | 0x20));
    ng_buf_put(&out, course + 1, strlen(course + 1));
    ng_buf_char(&out, ')');
  }
  for (uint32_t i = 0, n = 0; i < event->n; i++) {
    if (f[i].role == NG_ROLE_theme)
      continue;
    ng_buf_str(&out, n++ ? NG_LIT(", ") : NG_LIT(": "));
    ng_buf_str(&out, ng_emit_name(e, &e->doc->entities.at[f[i].entity]));
  }
  char *at = out.failed ? NULL : NG_NEW(e->graph->arena, char, out.len + 1);
  if (at)
    memcpy(at, out.at, out.len);
  else
    e->spent = true;
  ng_str text = {at, at ? out.len : 0};
  ng_buf_release(&out);
  return ng_literal(text);
}

static void
one_event(ng_emitter *e, uint32_t index)
{
  const ng_event *event = &e->doc->events.at[index];
  ng_term iri = e->events[index];
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_SEM("Event"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"),
                 named(ng_event_class_name(event->class)));
  if (event->own)
    ng_emit_triple(e, iri, NG_TERM_RDF("type"),
                   ng_iri(NG_NS_WHOLE, own_class(e, event)));
  ng_emit_triple(e, iri, NG_TERM_RDFS("label"),
                 event->label.len ? ng_literal(event->label) : label(e, event));
  ng_emit_triple(e, iri, NG_TERM_NG("identity"), identity(e, event, iri));
  roles(e, iri, event);
  when(e, iri, event);
  standing(e, iri, event);
  details(e, iri, event);
  ng_emit_voice(e, iri, event->speech);
  ng_emit_triple(e, iri, NG_TERM_NG("evidence"),
                 ng_emit_evidence(e, event->evidence));
  ng_emit_triple(e, iri, NG_TERM_NG("source"), e->article);
}

static void
one_tie(ng_emitter *e, const ng_tie *tie)
{
  static const char *const names[] = {[NG_TIE_CONTENT] = "content",
                                      [NG_TIE_CAUSED_BY] = "causedBy",
                                      [NG_TIE_STATUS_CAUSED_BY] =
                                          "statusCausedBy",
                                      [NG_TIE_REPLACED_BY] = "replacedBy",
                                      [NG_TIE_AFTER] = "after",
                                      [NG_TIE_PART_OF] = "partOf"};
  ng_emit_triple(e, e->events[tie->from], named(names[tie->kind]),
                 e->events[tie->to]);
}

void
ng_emit_events(ng_emitter *e)
{
  uint32_t n = e->doc->events.n;
  e->events = NG_NEW(e->graph->arena, ng_term, n + 1);
  if (!e->events)
    e->spent = true;
  for (uint32_t i = 0; i < n && !e->spent; i++)
    e->events[i] = event_iri(e, &e->doc->events.at[i]);
  for (uint32_t i = 0; i < n && !e->spent; i++)
    one_event(e, i);
  for (uint32_t i = 0; i < e->doc->ties.n && !e->spent; i++)
    one_tie(e, &e->doc->ties.at[i]);
}
