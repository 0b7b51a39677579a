/* unnamed.c - people without a name: "the minister", whom "he" may mean as
 * well.
 */
#include "extract/refer/refer.h"

static const char people[] =
    " president minister chancellor premier spokesman spokeswoman official"
    " senator ambassador man woman secretary mayor governor judge lawyer"
    " suspect chairman director general envoy diplomat leader king queen"
    " commander prosecutor professor doctor spokesperson businessman"
    " businesswoman analyst donor politician mp lawmaker legislator activist"
    " candidate boss executive economist player actor actress singer striker"
    " officer soldier teacher student driver victim father mother brother "
    "sister"
    " son daughter wife husband widow tycoon journalist reporter author writer"
    " peer campaigner expert founder attacker gunman prisoner defendant witness"
    " chairwoman adviser advisor aide rival opponent colleague predecessor"
    " successor priest bishop pope prince princess owner manager coach captain"
    " banker lobbyist scientist researcher critic supporter passenger resident"
    " negotiator commissioner representative deputy councillor ";

/* Does a sentence that is not parsed, since it tells of no event, begin with a
 * person without a name: "The minister left"? */
static bool
opens_with_person(const ng_doc *doc, uint32_t sentence)
{
  enum { NEAR = 3 };
  const ng_sentence *s = &doc->sentences.at[sentence];
  if (s->unit != s->unit_end)
    return false;
  for (uint32_t i = s->token; i < s->end && i <= s->token + NEAR; i++) {
    const ng_token *t = &doc->tokens.at[i];
    ng_str word = {doc->text.at + t->begin, t->end - t->begin};
    if (i == s->token && !ng_listed(word, " the "))
      return false;
    if (ng_listed(word, people))
      return true;
  }
  return false;
}

bool
ng_refer_is_somebody(const ng_referrer *r, uint32_t unit)
{
  const ng_doc *doc = r->doc;
  uint32_t mention = r->branches.mention[unit];
  return ng_form_in(doc, unit, people) &&
         (mention == NG_NONE ||
          !ng_is_actor(doc, doc->mentions.at[mention].entity));
}

/* In its sentence: "the minister left". */
bool
ng_refer_is_unnamed(const ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  return ng_refer_is_somebody(r, unit) &&
         (u->label == NG_REL_NSUBJ || u->label == NG_REL_NSUBJ_PASS);
}

/* The same of one who is known from before, "the minister". */
static bool
is_unnamed_person(const ng_referrer *r, uint32_t unit)
{
  return ng_refer_is_unnamed(r, unit) && ng_is_definite(&r->branches, unit);
}

bool
ng_refer_is_somebody_between(const ng_referrer *r, uint32_t unit,
                             uint32_t entity)
{
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  uint32_t here = b->sentence[unit];
  for (uint32_t i = unit; i-- > 0 && b->sentence[i] + 1 >= here;) {
    if (b->mention[i] != NG_NONE &&
        doc->mentions.at[b->mention[i]].entity == entity)
      return false;
    if (!is_unnamed_person(r, i))
      continue;
    const ng_quote *quote = ng_refer_quote(r, i);
    if (quote && quote != ng_refer_quote(r, unit))
      continue;
    const ng_reference *means = ng_reference_at(doc, i);
    return !means || means->n != 1 || doc->members.at[means->member] != entity;
  }
  return here > 0 && opens_with_person(doc, here - 1);
}
