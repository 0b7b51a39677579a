/* claims.c - stage: binary facts, as the lexicon words them. */
#include "extract/claims/claims.h"
#include "core/fail.h"
#include "extract/events/standing.h"
#include "extract/events/starts.h"
#include "extract/roles/roles.h"

#include <stdlib.h>

/* No sentence states more; lists of lists do. */
enum { MAX_CLAIMS = 200 };

/* --- adding --------------------------------------------------------------- */

static bool
same_claim(const ng_claim *a, const ng_claim *b)
{
  return a->predicate == b->predicate && a->subject == b->subject &&
         a->object == b->object && a->speech == b->speech &&
         a->footing.negative == b->footing.negative;
}

/* Is it said already, among the last of the claims? */
static bool
is_known(const ng_doc *doc, const ng_claim *claim)
{
  uint32_t n = doc->claims.n;
  for (uint32_t i = n > MAX_CLAIMS ? n - MAX_CLAIMS : 0; i < n; i++)
    if (same_claim(&doc->claims.at[i], claim) &&
        doc->claims.at[i].evidence.begin < claim->evidence.end &&
        claim->evidence.begin < doc->claims.at[i].evidence.end)
      return true;
  return false;
}

static bool
is_place(ng_type type)
{
  return type == NG_COUNTRY || type == NG_REGION || type == NG_CITY ||
         type == NG_PLACE;
}

/* A predicate by what its ends are, and by its twin. */
static void
refine(const ng_doc *doc, ng_claim *claim)
{
  ng_type subject = doc->entities.at[claim->subject].type;
  ng_type object = doc->entities.at[claim->object].type;
  if (claim->predicate == NG_PREDICATE_recognizes && claim->footing.negative) {
    claim->predicate = NG_PREDICATE_doesNotRecognize;
    claim->footing.negative = false;
  }
  if (claim->predicate == NG_PREDICATE_memberOf && object == NG_PARTY &&
      (subject == NG_PERSON || subject == NG_ENTITY))
    claim->predicate = NG_PREDICATE_memberOfParty;
  if (claim->predicate == NG_PREDICATE_partOf && claim->ended &&
      is_place(subject)) {
    claim->predicate = NG_PREDICATE_formerlyPartOf;
    claim->ended = false;
  }
}

bool
ng_claim_add(ng_matcher *m, const ng_finding *f)
{
  ng_doc *doc = m->doc;
  ng_claim claim = {.predicate = f->predicate,
                    .footing = f->footing,
                    .subject = f->subject,
                    .object = f->object,
                    .evidence = f->evidence,
                    .ended = f->ended};
  if (f->subject == f->object)
    return true;
  claim.speech = ng_footing_hear(doc, f->unit, &claim.footing);
  if (f->stated && claim.speech != NG_NONE &&
      doc->speeches.at[claim.speech].denied)
    claim.footing.negative = true;
  refine(doc, &claim);
  return is_known(doc, &claim) || NG_PUSH(&doc->arena, &doc->claims, claim);
}

ng_span
ng_span_between(const ng_syntax *s, uint32_t a, uint32_t b)
{
  ng_span x = ng_unit_at(s, a)->span, y = ng_unit_at(s, b)->span;
  return (ng_span){x.begin < y.begin ? x.begin : y.begin,
                   x.end > y.end ? x.end : y.end};
}

/* --- evidence ------------------------------------------------------------- */

uint32_t
ng_nearest_name(const ng_matcher *m, uint32_t entity, uint32_t unit)
{
  const ng_doc *doc = m->doc;
  const ng_sentence *s = &doc->sentences.at[ng_unit_sentence(doc, unit)];
  uint32_t best = NG_NONE, distance = UINT32_MAX;
  for (uint32_t u = s->unit; u < s->unit_end; u++) {
    uint32_t mention = m->syntax.mention[u];
    uint32_t d = u > unit ? u - unit : unit - u;
    if (mention == NG_NONE || d >= distance ||
        (doc->mentions.at[mention].entity != entity &&
         doc->mentions.at[mention].denotes != entity))
      continue;
    best = u;
    distance = d;
  }
  return best;
}

static void
widen(ng_span *span, ng_span other)
{
  span->begin = other.begin < span->begin ? other.begin : span->begin;
  span->end = other.end > span->end ? other.end : span->end;
}

/* The clause of a verb; of a noun, the words from one end to the other. */
static ng_span
evidence_of(const ng_matcher *m, const ng_match *match, const ng_finding *f)
{
  const ng_syntax *s = &m->syntax;
  ng_span span = ng_unit_at(s, match->trigger)->span;
  uint32_t ends[2] = {ng_nearest_name(m, f->subject, match->trigger),
                      ng_nearest_name(m, f->object, match->trigger)};
  if (match->pattern->trigger == NG_TRIGGER_VERB && ng_is_verb(s, f->unit))
    span = ng_subtree(s, match->trigger);
  for (int i = 0; i < 2; i++)
    if (ends[i] != NG_NONE)
      widen(&span, ng_unit_at(s, ends[i])->span);
  return span;
}

/* --- standing ------------------------------------------------------------- */

uint32_t
ng_stating_word(const ng_syntax *s, uint32_t noun)
{
  for (int i = 0; i < 3; i++) {
    const ng_unit *u = ng_unit_at(s, noun);
    if (ng_is_verb(s, noun) || ng_child(s, noun, NG_REL_COP) != NG_NONE)
      return noun;
    ng_relation r = ng_unit_relation(s, noun);
    if (u->head == NG_NONE || r == NG_REL_APPOS || r == NG_REL_NSUBJ)
      return NG_NONE;
    if (ng_is_verb(s, u->head)) {
      bool as = r == NG_REL_OBL && ng_is_behind(s, noun, "as");
      bool is = (r == NG_REL_XCOMP || r == NG_REL_OBJ) &&
                ng_unit_is(s, u->head, "become remain stay");
      return as || is ? u->head : NG_NONE;
    }
    if (r != NG_REL_CONJ && r != NG_REL_NMOD)
      return NG_NONE;
    noun = u->head;
  }
  return NG_NONE;
}

/* What the words right at a noun say of it. */
static void
read_modifiers(const ng_syntax *s, uint32_t unit, ng_footing *f, bool *ended)
{
  for (uint32_t c = s->child[unit]; c != NG_NONE; c = s->next[c]) {
    ng_relation r = ng_unit_relation(s, c);
    if (r != NG_REL_AMOD && r != NG_REL_ADVMOD && r != NG_REL_COMPOUND)
      continue;
    if (ng_unit_is(s, c,
                   "former ex late onetime one-time erstwhile previous then "
                   "once formerly longer previously originally"))
      *ended = true;
    else if (ng_unit_is(s, c, "alleged suspected purported supposed reported"))
      f->certainty = NG_ALLEGED;
    else if (ng_unit_is(s, c,
                        "possible potential prospective would-be aspiring "
                        "future likely hopeful self-styled self-declared "
                        "self-proclaimed so-called fictional fictitious next"))
      f->course = NG_POSSIBLE;
    else if (c < unit && ng_unit_is(s, c, "not never"))
      f->negative = true; /* "NAME, not the president" */
  }
}

/* Told in the past, it is so no more: "was a member", "worked for". */
static bool
is_past(const ng_syntax *s, uint32_t word)
{
  uint32_t cop = ng_child(s, word, NG_REL_COP);
  uint32_t aux = ng_child(s, word, NG_REL_AUX);
  bool perfect = aux != NG_NONE && ng_unit_is(s, aux, "have has 've ’ve");
  if (perfect || ng_unit_is(s, word, "become remain"))
    return false;
  if (cop != NG_NONE)
    return ng_unit_is(s, cop, "was were");
  return ng_unit_at(s, word)->xpos == NG_XPOS_VBD ||
         (aux != NG_NONE && ng_unit_is(s, aux, "was were had did"));
}

/* Once so, always so: who founded it, who married whom. */
static bool
is_lasting(const ng_pattern *p)
{
  return p->class == NG_PREDICATE_founderOf ||
         p->class == NG_PREDICATE_recognizes ||
         p->class == NG_PREDICATE_formerlyPartOf ||
         (p->class == NG_PREDICATE_spouse && p->trigger == NG_TRIGGER_VERB);
}

/* "used to work for": it is so no more. */
static bool
is_given_up(const ng_syntax *s, uint32_t verb)
{
  const ng_unit *u = ng_unit_at(s, verb);
  return ng_unit_relation(s, verb) == NG_REL_XCOMP && u->head != NG_NONE &&
         ng_unit_is(s, u->head, "used") &&
         ng_child(s, u->head, NG_REL_OBJ) == NG_NONE;
}

/* "no longer a member", "not a member any more": so once, which "was not a
 * member" and "never was a member" deny. */
static bool
is_no_longer(const ng_syntax *s, uint32_t word)
{
  return ng_child_word(s, word, NG_REL_ADVMOD, "longer more anymore") !=
         NG_NONE;
}

/* "almost was a member", "is to be a member": it is not. */
static void
read_copula(const ng_syntax *s, uint32_t word, ng_footing *f)
{
  if (ng_child_word(s, word, NG_REL_ADVMOD, "almost nearly hardly") != NG_NONE)
    f->negative = true;
  if (ng_child(s, word, NG_REL_COP) != NG_NONE &&
      (ng_is_yet_to(s, word) || ng_is_infinitive(s, word)))
    ng_footing_combine(f, NG_SCHEDULED);
}

static void
read_standing(const ng_matcher *m, const ng_match *match, ng_finding *f)
{
  const ng_syntax *s = &m->syntax;
  bool noun = match->pattern->trigger == NG_TRIGGER_NOUN;
  uint32_t word = noun ? ng_stating_word(s, match->trigger) : match->trigger;
  bool participle = false;
  if (!noun) {
    uint8_t label = ng_unit_at(s, word)->label;
    participle = label == NG_REL_ACL || label == NG_REL_AMOD;
  }
  f->unit = match->trigger;
  f->footing = (ng_footing){0};
  f->stated = word != NG_NONE;
  if (word != NG_NONE) {
    f->footing = ng_footing_of(m, match->pattern, word, match->light);
    ng_clause_cues(s, word, &f->footing);
    read_copula(s, word, &f->footing);
  }
  if (word == NG_NONE && ng_is_asked(m, match->trigger))
    f->footing.course = NG_POSSIBLE;
  read_modifiers(s, match->trigger, &f->footing, &f->ended);
  if (ng_unit_is(s, match->trigger, "ex-wife ex-husband widow widower"))
    f->ended = true;
  if (word != NG_NONE && word != match->trigger)
    read_modifiers(s, word, &f->footing, &f->ended);
  bool given_up = f->ended || (word != NG_NONE && is_given_up(s, word));
  f->ended = given_up || (word != NG_NONE && !participle && is_past(s, word));
  if (f->ended && f->footing.negative) {
    bool once = word != NG_NONE && is_no_longer(s, word);
    f->ended = once;
    f->footing.negative = !once;
  }
  if (is_lasting(match->pattern) &&
      !(given_up && match->pattern->class == NG_PREDICATE_spouse))
    f->ended = false;
}

/* --- triggers ------------------------------------------------------------- */

/* Someone who is only described, "the chancellor emeritus", has no entity of
 * the document yet, and none is made for a claim. */
static bool
is_named(const ng_filler *filler)
{
  return !(filler->entity & NG_DESCRIBED);
}

/* Based in "Leeds, England" is based in both. */
static bool
add_larger(ng_matcher *m, ng_finding f)
{
  enum { STEPS = 2 };
  uint32_t place = ng_nearest_name(m, f.object, f.unit);
  for (int i = 0;
       i < STEPS && place != NG_NONE && f.predicate == NG_PREDICATE_locatedIn;
       i++) {
    place = ng_larger_place(m, place, false);
    if (place == NG_NONE)
      break;
    f.object = m->doc->mentions.at[m->syntax.mention[place]].entity;
    widen(&f.evidence, ng_unit_at(&m->syntax, place)->span);
    if (!ng_claim_add(m, &f))
      return false;
  }
  return true;
}

static bool
add_pair(ng_matcher *m, const ng_match *match, ng_finding *f)
{
  f->evidence = evidence_of(m, match, f);
  if (!ng_claim_fits(m, f))
    return true;
  if (f->predicate == NG_PREDICATE_holdsOffice)
    return ng_office_add(m, match, f);
  return ng_claim_add(m, f) && add_larger(m, *f);
}

static bool
add_pairs(ng_matcher *m, const ng_match *match)
{
  ng_finding f = {.predicate = (ng_predicate)match->pattern->class};
  read_standing(m, match, &f);
  uint32_t before = m->doc->claims.n;
  uint32_t n = 0;
  for (uint32_t i = 0; i < match->n; i++)
    n += match->fillers[i].role == NG_ROLE_agent;
  /* one wife of several men is a parser's mistake */
  if (f.predicate == NG_PREDICATE_spouse && n > 1)
    return true;
  for (uint32_t i = 0; i < match->n; i++)
    for (uint32_t k = 0; k < match->n; k++) {
      if (match->fillers[i].role != NG_ROLE_agent ||
          match->fillers[k].role != NG_ROLE_patient ||
          !is_named(&match->fillers[i]) || !is_named(&match->fillers[k]) ||
          m->doc->claims.n - before >= MAX_CLAIMS)
        continue;
      f.subject = match->fillers[i].entity;
      f.object = match->fillers[k].entity;
      if (!add_pair(m, match, &f) || !ng_claim_presupposed(m, &f))
        return false;
    }
  return true;
}

/* Every predicate once: its first pattern that finds both ends. */
static bool
read_trigger(ng_matcher *m, const ng_start *start)
{
  const ng_trigger *t = &m->lexicon->triggers.at[start->trigger];
  if (!ng_lexicon_may_claim(m->lexicon, t->hash))
    return true; /* most */
  unsigned kinds = ng_trigger_kinds(ng_unit_at(&m->syntax, start->unit));
  uint64_t done[(UINT8_MAX + 1) / 64] = {0};
  for (; t; t = ng_lexicon_next(m->lexicon, t)) {
    ng_match match;
    if (t->evokes != NG_EVOKES_PREDICATE ||
        !ng_may_trigger(m, kinds, t, start->unit) ||
        !ng_may_have_theme(m, t, start->unit))
      continue;
    const ng_pattern *p = &m->lexicon->patterns.at[t->pattern];
    if ((done[p->class / 64] >> p->class % 64 & 1) ||
        !ng_match_trigger(m, t, start->unit, &match))
      continue;
    ng_match_fill(m, &match);
    if ((match.roles & p->needs) != p->needs)
      continue;
    done[p->class / 64] |= (uint64_t)1 << p->class % 64;
    if (!add_pairs(m, &match))
      return false;
  }
  return true;
}

/* --- the stage ------------------------------------------------------------ */

static int
compare(const void *x, const void *y)
{
  const ng_claim *a = x, *b = y;
  const uint32_t left[] = {
      a->evidence.begin, a->evidence.end, (uint32_t)a->predicate,
      a->subject,        a->object,       a->speech};
  const uint32_t right[] = {
      b->evidence.begin, b->evidence.end, (uint32_t)b->predicate,
      b->subject,        b->object,       b->speech};
  for (size_t i = 0; i < sizeof left / sizeof *left; i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;
  return 0;
}

static bool
read_sentences(ng_matcher *m)
{
  for (uint32_t i = 0; i < m->doc->sentences.n; i++) {
    const ng_sentence *s = &m->doc->sentences.at[i];
    uint32_t before = m->doc->claims.n;
    if (s->unit_end - s->unit > NG_MAX_SENTENCE)
      continue;
    for (const ng_start *t;
         m->doc->claims.n - before < MAX_CLAIMS && (t = ng_next_start(m, s));)
      if (!read_trigger(m, t))
        return false;
  }
  return true;
}

/* "the singer NAME", where a base has the occupation: of a fact it is a word,
 * and no name. */
static void
forget_offices(ng_matcher *m)
{
  for (uint32_t u = 0; u < m->doc->units.n; u++)
    if (m->syntax.mention[u] != NG_NONE &&
        ng_mention_is_office(m->doc, m->syntax.mention[u]))
      m->syntax.mention[u] = NG_NONE;
}

ng_status
ng_find_claims(const ng_context *context, ng_doc *doc, ng_error *err)
{
  ng_matcher m = {.context = context, .lexicon = context->lexicon, .doc = doc};
  doc->claims.n = 0;
  doc->propositions.n = 0;
  if (!m.lexicon || !context->model)
    return NG_OK;
  if (!ng_matcher_read(&m))
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many claims");
  forget_offices(&m);
  ng_offices_forget_unsure(&m);
  if (!read_sentences(&m) || !ng_claims_of_places(&m) ||
      !ng_claims_of_neighbours(&m) || !ng_claims_of_others(&m) ||
      !ng_offices_of_counterparts(&m) || !ng_claims_of_offices(&m) ||
      !ng_propositions_find(&m))
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many claims");
  ng_offices_settle(doc);
  if (doc->claims.n)
    qsort(doc->claims.at, doc->claims.n, sizeof *doc->claims.at, compare);
  return NG_OK;
}
