/* holder.c - who holds an office, by the bases: found by the office's name. */
#include "extract/refer/known.h"
#include "extract/refer/refer.h"
#include "kb/kb.h"

/* How bases name offices: T the title, X its first words ("foreign"), P the
 * state. */
static const char *const forms[] = {"T of P",
                                    "T of the P",
                                    "Minister of X of P",
                                    "Minister of X Affairs of P",
                                    "X Affairs Minister of P",
                                    "Minister for X of P",
                                    "Minister for X Affairs of P",
                                    "Minister of the X of P",
                                    "Federal T of P",
                                    "Federal Minister of X of P",
                                    "P T",
                                    "Federal Minister for X Affairs of P"};

/* All that is looked for. */
typedef struct {
  const ng_bases *bases;
  ng_arena *arena;
  ng_str title, first; /* first: without the title's last word */
  ng_refs *offices;
  ng_words words; /* used again and again */
} search;

enum { ROOM = 240 };

static size_t
fill(const search *s, const char *form, ng_str place, char out[ROOM])
{
  size_t n = 0;
  for (; *form; form++) {
    ng_str part = {form, 1};
    if (*form == 'T')
      part = s->title;
    else if (*form == 'X')
      part = s->first;
    else if (*form == 'P')
      part = place;
    if (n + part.len + NG_WORD_PAD >= ROOM)
      return 0;
    memcpy(out + n, part.at, part.len);
    n += part.len;
  }
  memset(out + n, 0, NG_WORD_PAD);
  return n;
}

/* The offices that have this name, likeliest first. */
static bool
look_up(search *s, ng_str name)
{
  const ng_bases *bases = s->bases;
  s->words.n = 0;
  if (!ng_words_find(s->arena, name, (ng_span){0, (uint32_t)name.len},
                     &s->words))
    return false;
  if (s->words.n == 0 || s->words.n > NG_NAME_WORDS)
    return true;
  uint64_t key = ng_words_key(s->words.at, s->words.n);
  for (uint32_t b = 0; b < bases->n; b++) {
    size_t n;
    const ng_candidate *c = ng_kb_candidates(bases->at[b], key, &n);
    for (size_t i = 0; i < n; i++) {
      ng_ref ref = {c[i].entity, b};
      if (ng_kb_entity(bases->at[b], c[i].entity).type == NG_OFFICE &&
          !NG_PUSH(s->arena, s->offices, ref))
        return false;
    }
  }
  return true;
}

static bool
look_up_forms(search *s, ng_str place)
{
  char name[ROOM];
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (s->first.len == 0 && strchr(forms[i], 'X'))
      continue;
    size_t n = fill(s, forms[i], place, name);
    if (n && !look_up(s, (ng_str){name, n}))
      return false;
  }
  return true;
}

bool
ng_post_offices(const ng_context *context, ng_doc *doc, ng_str title,
                ng_ref place, ng_refs *out)
{
  enum { NAMES = 12 };
  search s = {.bases = &context->bases,
              .arena = &doc->arena,
              .title = title,
              .offices = out};
  const ng_kb *kb = context->bases.at[place.base];
  ng_entity_name name;
  size_t last = title.len;
  while (last > 0 && title.at[last - 1] != ' ')
    last--;
  s.first = ng_str_slice(title, 0, last ? last - 1 : 0);
  for (uint32_t i = 0; i < NAMES && ng_kb_name(kb, place.index, i, &name); i++)
    if (!(name.kinds & (NG_NAME_DEMONYM | NG_NAME_CODE)) &&
        !look_up_forms(&s, name.text))
      return false;
  return true;
}

/* The one person who holds one of the offices; of two, nobody. */
static ng_ref
one_holder(const ng_referrer *r, const ng_refs *offices)
{
  ng_ref found = NG_NO_REF;
  for (uint32_t i = 0; i < offices->n; i++) {
    size_t n;
    ng_ref holder =
        ng_bases_holder(&r->context->bases, offices->at[i], r->doc->date, &n);
    if (n > 1 ||
        (n == 1 && !ng_ref_none(found) && !ng_ref_equal(found, holder)))
      return NG_NO_REF;
    if (n == 1)
      found = holder;
  }
  return found;
}

ng_ref
ng_post_holder(ng_referrer *r, ng_str title, ng_ref place)
{
  ng_refs offices = {0};
  if (!ng_post_offices(r->context, r->doc, title, place, &offices)) {
    r->spent = true;
    return NG_NO_REF;
  }
  return one_holder(r, &offices);
}
