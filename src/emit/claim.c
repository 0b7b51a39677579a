/* claim.c - binary facts and their standing; propositions. */
#include "core/str.h"
#include "emit/emitter.h"
#include "emit/iri.h"
#include "emit/standing.h"
#include "extract/lexicon/lexicon.h"

/* Are both one statement, but for the words that show it? */
static bool
same_claim(const ng_claim *a, const ng_claim *b)
{
  return a->predicate == b->predicate && a->subject == b->subject &&
         a->object == b->object && a->speech == b->speech &&
         a->ended == b->ended && a->footing.negative == b->footing.negative &&
         ng_standing_of(&a->footing) == ng_standing_of(&b->footing);
}

/* How many claims back a repetition is looked for: hostile text costs no more.
 */
enum { NEAR = 1000 };

/* What is said twice is one node with two spans of evidence: the first claim
 * that says the same as claim `i`. */
static const ng_claim *
first_same(const ng_doc *doc, uint32_t i)
{
  const ng_claim *claim = &doc->claims.at[i];
  for (uint32_t k = i > NEAR ? i - NEAR : 0; k < i; k++)
    if (same_claim(&doc->claims.at[k], claim))
      return &doc->claims.at[k];
  return claim;
}

static ng_term
predicate_term(const ng_emitter *e, const ng_claim *claim)
{
  ng_str own = ng_lexicon_predicate(e->context->lexicon, claim->predicate);
  if (own.len)
    return ng_iri(NG_NS_WHOLE, own);
  const char *name = ng_predicate_name(claim->predicate);
  return ng_iri(NG_NS_NG, (ng_str){name, strlen(name)});
}

static ng_term
polarity_term(const ng_claim *claim)
{
  return claim->footing.negative ? NG_TERM_NG("Negative")
                                 : NG_TERM_NG("Positive");
}

static ng_term
claim_iri(ng_emitter *e, const ng_claim *claim, ng_term evidence)
{
  ng_hash hash;
  ng_hash_init(&hash);
  ng_hash_term(&hash, e->spaces, e->iris[claim->subject]);
  ng_hash_term(&hash, e->spaces, predicate_term(e, claim));
  ng_hash_term(&hash, e->spaces, e->iris[claim->object]);
  ng_hash_term(&hash, e->spaces, polarity_term(claim));
  ng_hash_voice(e, &hash, claim->speech);
  ng_hash_term(&hash, e->spaces, evidence);
  return ng_emit_minted(e, ng_hash_iri(&hash, e->graph->arena, e->article.value,
                                       NG_LIT("#claim-")));
}

/* When it holds, as far as the article's date tells. */
static void
when(ng_emitter *e, ng_term iri, const ng_claim *claim, ng_standing standing)
{
  if (!e->doc->date || claim->footing.negative || standing == NG_PLANNED)
    return;
  ng_emit_triple(
      e, iri, claim->ended ? NG_TERM_NG("validUntil") : NG_TERM_NG("validAt"),
      ng_emit_date(e, e->doc->date));
}

/* What every statement ends with. */
static void
basis(ng_emitter *e, ng_term iri, const ng_footing *footing, uint32_t speech)
{
  ng_emit_triple(e, iri, NG_TERM_NG("standing"),
                 ng_standing_term(ng_standing_of(footing)));
  if (footing->presupposed)
    ng_emit_triple(e, iri, NG_TERM_NG("inference"), NG_TERM_NG("Presupposed"));
  ng_emit_voice(e, iri, speech);
  ng_emit_triple(e, iri, NG_TERM_NG("source"), e->article);
}

/* It is what the event says that reports it. */
static void
content_of(ng_emitter *e, ng_term iri, uint32_t speech)
{
  if (speech >= e->doc->speeches.n || !e->events)
    return;
  uint32_t event = e->doc->speeches.at[speech].event;
  if (event < e->doc->events.n)
    ng_emit_triple(e, e->events[event], NG_TERM_NG("content"), iri);
}

/* Only what is established, and still so, is also said plainly. */
static void
claim(ng_emitter *e, const ng_claim *c, ng_term iri)
{
  ng_standing standing = ng_standing_of(&c->footing);
  ng_term s = e->iris[c->subject], p = predicate_term(e, c);
  ng_term o = e->iris[c->object];
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NG("Claim"));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_RDF("Statement"));
  ng_emit_triple(e, iri, NG_TERM_RDF("subject"), s);
  ng_emit_triple(e, iri, NG_TERM_RDF("predicate"), p);
  ng_emit_triple(e, iri, NG_TERM_RDF("object"), o);
  ng_emit_triple(e, iri, NG_TERM_NG("polarity"), polarity_term(c));
  when(e, iri, c, standing);
  basis(e, iri, &c->footing, c->speech);
  content_of(e, iri, c->speech);
  if (standing == NG_ESTABLISHED && !c->ended)
    ng_emit_triple(e, s, p, o);
}

static ng_term
proposition_iri(ng_emitter *e, const ng_proposition *p, ng_term evidence)
{
  ng_hash hash;
  ng_hash_init(&hash);
  ng_hash_str(&hash, ng_doc_text(e->doc, p->text));
  ng_hash_voice(e, &hash, p->speech);
  ng_hash_term(&hash, e->spaces, evidence);
  return ng_emit_minted(e, ng_hash_iri(&hash, e->graph->arena, e->article.value,
                                       NG_LIT("#proposition-")));
}

/* Two acts that tell the same words by the same voices, such as a verb and the
 * "according to" around it, are one proposition: of the first. */
static bool
is_told_already(const ng_emitter *e, uint32_t i, const ng_term *iris)
{
  const ng_proposition *all = e->doc->propositions.at;
  for (uint32_t k = i > NEAR ? i - NEAR : 0; k < i; k++)
    if (all[k].text.begin == all[i].text.begin &&
        all[k].text.end == all[i].text.end &&
        ng_str_equal(iris[k].value, iris[i].value))
      return true;
  return false;
}

static void
proposition(ng_emitter *e, const ng_proposition *p, ng_term iri,
            ng_term evidence)
{
  ng_term text = ng_literal(ng_doc_text(e->doc, p->text));
  ng_emit_triple(e, iri, NG_TERM_RDF("type"), NG_TERM_NG("Proposition"));
  ng_emit_triple(e, iri, NG_TERM_NG("text"), text);
  if (p->quoted)
    ng_emit_triple(e, iri, NG_TERM_NG("quote"), text);
  if (p->condition.end > p->condition.begin)
    ng_emit_triple(e, iri, NG_TERM_NG("condition"),
                   ng_literal(ng_doc_text(e->doc, p->condition)));
  basis(e, iri, &p->footing, p->speech);
  content_of(e, iri, p->speech);
  ng_emit_triple(e, iri, NG_TERM_NG("evidence"), evidence);
}

static void
propositions(ng_emitter *e)
{
  uint32_t n = e->doc->propositions.n;
  ng_term *iris = NG_NEW(e->graph->arena, ng_term, n + 1);
  if (!iris)
    e->spent = true;
  for (uint32_t i = 0; i < n && !e->spent; i++) {
    const ng_proposition *p = &e->doc->propositions.at[i];
    ng_term evidence = ng_emit_evidence(e, p->text);
    iris[i] = proposition_iri(e, p, evidence);
    if (is_told_already(e, i, iris))
      content_of(e, iris[i], p->speech);
    else
      proposition(e, p, iris[i], evidence);
  }
}

/* What was so and is no more would read as if it still were, where no date can
 * say so: better nothing. */
static bool
is_undatable(const ng_doc *doc, const ng_claim *claim)
{
  return claim->ended && !doc->date;
}

void
ng_emit_claims(ng_emitter *e)
{
  const ng_doc *doc = e->doc;
  for (uint32_t i = 0; i < doc->claims.n && !e->spent; i++) {
    if (is_undatable(doc, &doc->claims.at[i]))
      continue;
    const ng_claim *first = first_same(doc, i), *own = &doc->claims.at[i];
    ng_term evidence = ng_emit_evidence(e, first->evidence);
    ng_term iri = claim_iri(e, first, evidence);
    if (first == own)
      claim(e, first, iri);
    else
      evidence = ng_emit_evidence(e, own->evidence);
    ng_emit_triple(e, iri, NG_TERM_NG("evidence"), evidence);
  }
  propositions(e);
}
