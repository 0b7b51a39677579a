/* score_articles.c - a graph against an article annotated by hand. */
#include "cli/score_articles.h"
#include "core/str.h"

#include <stdio.h>

typedef struct {
  const json_t *gold;
  const char *id, *text;
  reading *r;
  bool errors, spent;
  bool *used, *right; /* events of the graph: taken; and their status right */
  score_articles *sum;
} scorer;

static gold_thing
thing(scorer *sc, ng_str name)
{
  gold_thing out = gold_thing_of(&sc->r->doc->arena, sc->gold, name);
  sc->spent |= !out.folded.at;
  return out;
}

static score_class *
class_of(scorer *sc, ng_str name)
{
  for (int i = 0; i < NG_N_EVENT_CLASSES; i++)
    if (score_is(name, ng_event_class_name((ng_event_class)i)))
      return &sc->sum->classes[i];
  return &sc->sum->classes[0];
}

/* --- events --------------------------------------------------------------- */

static bool
filled_by(const fact_event *event, const gold_thing *want)
{
  for (size_t i = 0; i < event->n_fillers; i++)
    if (!score_is(event->fillers[i].role, "place") &&
        score_same_thing(want, &event->fillers[i].thing))
      return true;
  return false;
}

/* How many of the gold event's parties `event` has; *n: of how many. */
static uint32_t
shared_parties(scorer *sc, const json_t *want, const fact_event *event,
               uint32_t *n)
{
  static const char *const roles[] = {"agent", "patient", "participant",
                                      "host"};
  uint32_t hit = 0;
  *n = 0;
  for (int k = 0; k < 4; k++) {
    const json_t *name;
    size_t i;
    json_array_foreach(json_object_get(want, roles[k]), i, name)
    {
      gold_thing party = thing(
          sc, (ng_str){json_string_value(name), json_string_length(name)});
      hit += filled_by(event, &party);
      ++*n;
    }
  }
  return hit;
}

typedef struct {
  uint32_t event; /* or NG_NONE */
  uint32_t hit, parties;
  bool exact;
} match;

static match
best_match(scorer *sc, const json_t *want)
{
  const facts *f = &sc->r->facts;
  ng_str class = gold_field(want, "class");
  score_place where = score_find(sc->text, gold_field(want, "evidence"));
  match best = {.event = NG_NONE};
  for (uint32_t k = 0; k < f->events.n; k++) {
    const fact_event *event = &f->events.at[k];
    match m = {.event = k, .exact = ng_str_equal(class, event->class)};
    if (sc->used[k] || !score_same_class(class, event->class) ||
        !score_touches(&event->basis, where))
      continue;
    m.hit = shared_parties(sc, want, event, &m.parties);
    if (m.parties && !m.hit)
      continue;
    if (best.event == NG_NONE || m.hit > best.hit ||
        (m.hit == best.hit && m.exact && !best.exact))
      best = m;
  }
  return best;
}

static void
count(score_share *share, bool part)
{
  share->part += part;
  share->whole++;
}

static bool
is_false_or_null(const json_t *value)
{
  return !value || json_is_null(value) || json_is_false(value) ||
         (json_is_string(value) && json_string_length(value) == 0);
}

/* "Positive" unless something else is said. */
static ng_str
polarity_of(ng_str given)
{
  return given.len ? given : NG_LIT("Positive");
}

/* A line for a value that differs from the gold's. */
static void
print_difference(const scorer *sc, const json_t *want, const char *what,
                 const ng_str pair[2])
{
  (void)printf("# %s\t%s\t%.*s\tgold %.*s\tgot %.*s\t%.*s\n", what, sc->id,
               NG_ARG(gold_field(want, "class")), NG_ARG(pair[0]),
               NG_ARG(pair[1]), NG_ARG(gold_field(want, "evidence")));
}

/* List in what the event found differs. */
static void
print_found(const scorer *sc, const json_t *want, const fact_event *event)
{
  ng_str status[2] = {gold_field(want, "status"), event->status};
  ng_str date[2] = {gold_field(want, "date"), event->date};
  ng_str voice[2] = {gold_field(want, "attributedTo"),
                     event->basis.attributed ? NG_LIT("somebody") : NG_LIT("")};
  if (!ng_str_equal(status[0], status[1]))
    print_difference(sc, want, "status", status);
  if (!ng_str_equal(date[0], date[1]))
    print_difference(sc, want, date[0].len ? "date" : "extra date", date);
  if (voice[0].len == 0 && voice[1].len)
    print_difference(sc, want, "voice", voice);
}

static void
score_found(scorer *sc, const json_t *want, const match *m)
{
  score_articles *sum = sc->sum;
  const fact_event *event = &sc->r->facts.events.at[m->event];
  ng_str status = gold_field(want, "status"), date = gold_field(want, "date");
  bool right = ng_str_equal(event->status, status);
  bool attributed = event->basis.attributed;
  sc->used[m->event] = true;
  sc->right[m->event] = right;
  sum->found++;
  class_of(sc, gold_field(want, "class"))->found++;
  sum->arguments.part += m->hit;
  sum->arguments.whole += m->parties;
  count(&sum->exact, m->exact);
  count(&sum->status, right);
  count(&sum->polarity,
        ng_str_equal(polarity_of(event->basis.polarity),
                     polarity_of(gold_field(want, "polarity"))));
  if (!score_is(status, "Occurred"))
    count(&sum->hedged, score_is(event->status, "Occurred") && !attributed);
  if (date.len)
    count(&sum->date, ng_str_equal(date, event->date));
  count(is_false_or_null(json_object_get(want, "attributedTo"))
            ? &sum->wrongly
            : &sum->attributed,
        attributed);
  if (sc->errors)
    print_found(sc, want, event);
}

static void
score_events(scorer *sc)
{
  const json_t *want;
  size_t i;
  json_array_foreach(json_object_get(sc->gold, "events"), i, want)
  {
    bool core = json_is_true(json_object_get(want, "core"));
    match m = best_match(sc, want);
    sc->sum->gold++;
    class_of(sc, gold_field(want, "class"))->gold++;
    if (core)
      count(&sc->sum->core, m.event != NG_NONE);
    if (m.event != NG_NONE)
      score_found(sc, want, &m);
    else if (sc->errors)
      (void)printf("# missed\t%s\t%.*s\t%s\t%.*s\n", sc->id,
                   NG_ARG(gold_field(want, "class")), core ? "core" : "-",
                   NG_ARG(gold_field(want, "evidence")));
  }
  for (uint32_t k = 0; k < sc->r->facts.events.n; k++) {
    const fact_event *event = &sc->r->facts.events.at[k];
    class_of(sc, event->class)->made++;
    if (sc->errors && !sc->used[k])
      (void)printf("# extra\t%s\t%.*s\t%.*s\t%.*s\n", sc->id,
                   NG_ARG(event->class), NG_ARG(event->status),
                   NG_ARG(score_words(sc->text, &event->basis)));
  }
  sc->sum->made += sc->r->facts.events.n;
}

/* --- claims and offices --------------------------------------------------- */

/* A denied recognition is doesNotRecognize. */
static bool
same_predicate(ng_str p, ng_str polarity, const fact_claim *claim)
{
  ng_str names[2] = {p, claim->predicate};
  ng_str poles[2] = {polarity_of(polarity), polarity_of(claim->basis.polarity)};
  for (int i = 0; i < 2; i++)
    if (score_is(names[i], "recognizes") && score_is(poles[i], "Negative")) {
      names[i] = NG_LIT("doesNotRecognize");
      poles[i] = NG_LIT("Positive");
    }
  return ng_str_equal(names[0], names[1]) && ng_str_equal(poles[0], poles[1]);
}

/* "ng:memberOf" or "memberOf" */
static ng_str
predicate_of(const json_t *claim)
{
  ng_str p = gold_field(claim, "p");
  bool prefixed = p.len > 3 && memcmp(p.at, "ng:", 3) == 0;
  return ng_str_slice(p, prefixed ? 3 : 0, p.len);
}

static bool
same_ends(scorer *sc, const json_t *want, const fact_claim *claim)
{
  gold_thing s = thing(sc, gold_field(want, "s"));
  gold_thing o = thing(sc, gold_field(want, "o"));
  return score_same_thing(&s, &claim->subject) &&
         score_same_thing(&o, &claim->object);
}

static bool
found_claim(scorer *sc, const json_t *want)
{
  for (uint32_t k = 0; k < sc->r->facts.claims.n; k++) {
    const fact_claim *claim = &sc->r->facts.claims.at[k];
    if (same_predicate(predicate_of(want), gold_field(want, "polarity"),
                       claim) &&
        same_ends(sc, want, claim))
      return true;
  }
  return false;
}

static void
print_claim(const scorer *sc, const fact_claim *c, bool wanted)
{
  (void)printf("# %s claim\t%s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\n",
               wanted ? "right" : "extra", sc->id, NG_ARG(c->subject.folded),
               NG_ARG(c->predicate), NG_ARG(c->object.folded),
               NG_ARG(c->basis.standing),
               NG_ARG(score_words(sc->text, &c->basis)));
}

static bool
is_wanted(scorer *sc, const fact_claim *claim)
{
  const json_t *want;
  size_t i;
  json_array_foreach(json_object_get(sc->gold, "claims"), i, want)
  {
    if (same_predicate(predicate_of(want), gold_field(want, "polarity"),
                       claim) &&
        same_ends(sc, want, claim))
      return true;
  }
  return false;
}

static void
score_claims(scorer *sc)
{
  const json_t *want;
  size_t i;
  json_array_foreach(json_object_get(sc->gold, "claims"), i, want)
  {
    bool found = found_claim(sc, want);
    count(&sc->sum->claims, found);
    if (sc->errors && !found)
      (void)printf("# missed claim\t%s\t%.*s\t%.*s\t%.*s\n", sc->id,
                   NG_ARG(gold_field(want, "s")), NG_ARG(gold_field(want, "p")),
                   NG_ARG(gold_field(want, "o")));
  }
  for (uint32_t k = 0; k < sc->r->facts.claims.n; k++) {
    bool right = is_wanted(sc, &sc->r->facts.claims.at[k]);
    sc->sum->claims_right += right;
    if (sc->errors)
      print_claim(sc, &sc->r->facts.claims.at[k], right);
  }
  sc->sum->claims_made += sc->r->facts.claims.n;
}

static bool
found_office(scorer *sc, const json_t *want)
{
  gold_thing person = thing(sc, gold_field(want, "person"));
  gold_thing of = thing(sc, gold_field(want, "jurisdiction"));
  bool anywhere = gold_field(want, "jurisdiction").len == 0;
  for (uint32_t k = 0; k < sc->r->facts.offices.n; k++) {
    const fact_office *o = &sc->r->facts.offices.at[k];
    if (score_same_thing(&person, &o->person) &&
        (anywhere || score_same_thing(&of, &o->jurisdiction)))
      return true;
  }
  return false;
}

static void
score_offices(scorer *sc)
{
  const json_t *want;
  size_t i;
  json_array_foreach(json_object_get(sc->gold, "offices"), i, want)
  {
    bool found = found_office(sc, want);
    count(&sc->sum->offices, found);
    if (sc->errors && !found)
      (void)printf("# missed office\t%s\t%.*s\t%.*s\t%.*s\n", sc->id,
                   NG_ARG(gold_field(want, "person")),
                   NG_ARG(gold_field(want, "office")),
                   NG_ARG(gold_field(want, "jurisdiction")));
  }
  sc->sum->offices_made += sc->r->facts.offices.n;
}

/* --- what must not be asserted -------------------------------------------- */

static bool
asserts_event(scorer *sc, const json_t *what)
{
  score_place where = score_find(sc->text, gold_field(what, "evidence"));
  for (uint32_t k = 0; k < sc->r->facts.events.n; k++) {
    const fact_event *e = &sc->r->facts.events.at[k];
    bool fact = score_is(e->status, "Occurred") ||
                score_is(e->status, "Ongoing") || !e->status.len;
    if (!sc->right[k] && fact && !e->basis.attributed &&
        !score_is(e->basis.polarity, "Negative") &&
        score_same_class(gold_field(what, "class"), e->class) &&
        score_touches(&e->basis, where))
      return true;
  }
  return false;
}

static bool
asserts_claim(scorer *sc, const json_t *what)
{
  for (uint32_t k = 0; k < sc->r->facts.claims.n; k++) {
    const fact_claim *c = &sc->r->facts.claims.at[k];
    if (ng_str_equal(c->predicate, gold_field(what, "p")) &&
        same_ends(sc, what, c) && !score_is(c->basis.polarity, "Negative") &&
        !c->basis.attributed)
      return true;
  }
  return false;
}

static void
score_forbidden(scorer *sc)
{
  const json_t *what;
  size_t i;
  json_array_foreach(json_object_get(sc->gold, "forbidden"), i, what)
  {
    bool event = json_object_get(what, "class") != NULL;
    bool bad = event ? asserts_event(sc, what) : asserts_claim(sc, what);
    count(&sc->sum->forbidden, bad);
    if (bad && sc->errors)
      (void)printf("# forbidden\t%s\t%.*s\t%.*s\t%.*s\n", sc->id,
                   NG_ARG(gold_field(what, event ? "class" : "p")),
                   NG_ARG(gold_field(what, event ? "evidence" : "s")),
                   NG_ARG(gold_field(what, event ? "why" : "o")));
  }
}

static bool
open_scorer(scorer *sc)
{
  sc->id = json_string_value(json_object_get(sc->gold, "id"));
  sc->text = json_string_value(json_object_get(sc->gold, "text"));
  sc->used = NG_NEW(&sc->r->doc->arena, bool, sc->r->facts.events.n + 1);
  sc->right = NG_NEW(&sc->r->doc->arena, bool, sc->r->facts.events.n + 1);
  return sc->id && sc->text && sc->used && sc->right;
}

bool
score_article(score_articles *sum, const json_t *gold, reading *r, bool errors)
{
  scorer sc = {.gold = gold, .r = r, .errors = errors, .sum = sum};
  if (!open_scorer(&sc))
    return false;
  score_events(&sc);
  score_claims(&sc);
  score_forbidden(&sc);
  score_offices(&sc);
  return !sc.spent;
}

bool
score_article_claims(score_articles *sum, const json_t *gold, reading *r,
                     bool errors)
{
  scorer sc = {.gold = gold, .r = r, .errors = errors, .sum = sum};
  if (!open_scorer(&sc))
    return false;
  score_claims(&sc);
  return !sc.spent;
}
