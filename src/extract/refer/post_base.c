/* post_base.c - who holds an office that a text words, by the bases. */
#include "core/str.h"
#include "extract/refer/post.h"
#include "kb/kb.h"
#include "link/linker.h"

enum { ROOM = 80 };

static const char below[] = " deputy vice assistant first ";

/* "foreign minister" */
static ng_str
join_words(const ng_post *p, char out[ROOM])
{
  size_t n = 0;
  for (uint32_t i = 0; i < p->n; i++) {
    if (n + p->word[i].len + 2 > ROOM)
      return (ng_str){out, 0};
    if (i)
      out[n++] = ' ';
    memcpy(out + n, p->word[i].at, p->word[i].len);
    n += p->word[i].len;
  }
  return (ng_str){out, n};
}

/* "the French ambassador", "the minister": a state has many at a time. */
static bool
is_one_of_many(const ng_post *p)
{
  ng_str head = p->word[p->n - 1];
  return ng_listed(head, " ambassador ") ||
         (p->n == 1 &&
          ng_listed(head, " minister secretary governor mayor chairman "));
}

/* The entity of the holder by the bases, added to the article's. */
uint32_t
ng_post_in_bases(ng_referrer *r, const ng_post *p)
{
  char room[ROOM];
  ng_doc *doc = r->doc;
  ng_ref place = doc->entities.at[p->place].ref;
  ng_str title = join_words(p, room);
  if (ng_ref_none(place) || !doc->date || p->former || r->look_ups == 0 ||
      title.len == 0 || is_one_of_many(p))
    return NG_NONE;
  r->look_ups--;
  if (ng_listed(title, " premier "))
    title = NG_LIT("prime minister");
  if (ng_listed(title, " leader "))
    title = NG_LIT("supreme leader");
  ng_ref holder = ng_post_holder(r, title, place);
  if (ng_ref_none(holder))
    return NG_NONE;
  uint32_t entity =
      ng_doc_add_entity(r->context, doc, holder, doc->units.at[p->unit].span);
  r->spent |= entity == NG_NONE;
  return entity;
}

/* Does the base's office have the words of the title: "Minister of Economy and
 * Industry" those of "economy minister"? */
static bool
words_office(const ng_post *p, ng_str office)
{
  for (uint32_t i = 0; i < p->n; i++)
    if (!ng_title_has(office, p->word[i]))
      return false;
  return ng_title_is_below(office) == ng_listed(p->word[0], below);
}

/* Did the person hold such an office, and does so now, or is a deputy ("deputy
 * prime minister") since?  Who rose to president is none of them. */
static bool
holds(const ng_referrer *r, const ng_post *p, ng_ref person)
{
  enum { MOST_HELD = 32 };
  ng_holding held[MOST_HELD];
  ng_ref place = r->doc->entities.at[p->place].ref;
  const ng_kb *kb = r->context->bases.at[person.base];
  bool such = false, now = false;
  size_t n = ng_kb_holdings(kb, NG_BY_PERSON, person.index, held, MOST_HELD);
  for (size_t i = 0; i < n && i < MOST_HELD; i++) {
    ng_ref where = {held[i].jurisdiction, person.base};
    if (held[i].jurisdiction == UINT32_MAX)
      where = ng_bases_related(&r->context->bases,
                               (ng_ref){held[i].office, person.base},
                               NG_REL_JURISDICTION, false);
    if (!ng_ref_equal(where, place) || !held[i].from ||
        ng_date_first(held[i].from) > r->doc->date)
      continue;
    ng_str office = ng_kb_entity(kb, held[i].office).label;
    bool fits_words = words_office(p, office);
    such |= fits_words;
    now |= (fits_words || ng_title_is_below(office)) &&
           (!held[i].until || ng_date_last(held[i].until) >= r->doc->date);
  }
  return such && now;
}

/* "Spain's economy minister ...  NAME said": the one person of the article who
 * was that by the bases, and serves the state still; or NG_NONE. */
uint32_t
ng_post_elsewhere(const ng_referrer *r, const ng_post *p)
{
  enum { MOST_ENTITIES = 300 };
  const ng_doc *doc = r->doc;
  uint32_t found = NG_NONE;
  ng_ref place = doc->entities.at[p->place].ref;
  if (ng_ref_none(place) || !doc->date || p->former || p->n < 2)
    return NG_NONE;
  for (uint32_t i = 0; i < doc->entities.n && i < MOST_ENTITIES; i++) {
    const ng_doc_entity *e = &doc->entities.at[i];
    if (e->type != NG_PERSON || ng_ref_none(e->ref) ||
        e->ref.base != place.base || !holds(r, p, e->ref))
      continue;
    if (found != NG_NONE)
      return NG_NONE;
    found = i;
  }
  return found;
}

/* Does the person hold such an office, of whatever state; *where: of which.  Of
 * an article without a date: ever. */
static bool
holds_any(const ng_referrer *r, const ng_post *p, ng_ref person, ng_ref *where)
{
  enum { MOST_HELD = 32 };
  ng_holding held[MOST_HELD];
  const ng_kb *kb = r->context->bases.at[person.base];
  ng_date now = r->doc->date;
  size_t n = ng_kb_holdings(kb, NG_BY_PERSON, person.index, held, MOST_HELD);
  for (size_t i = 0; i < n && i < MOST_HELD; i++) {
    bool then =
        !now || (held[i].from && ng_date_first(held[i].from) <= now &&
                 (!held[i].until || ng_date_last(held[i].until) >= now));
    if (!then || !words_office(p, ng_kb_entity(kb, held[i].office).label))
      continue;
    *where = (ng_ref){held[i].jurisdiction, person.base};
    if (held[i].jurisdiction == UINT32_MAX)
      *where = ng_bases_related(&r->context->bases,
                                (ng_ref){held[i].office, person.base},
                                NG_REL_JURISDICTION, false);
    return true;
  }
  return false;
}

/* Is the article about no other state more than that? */
static bool
is_at_home(const ng_doc *doc, ng_ref state)
{
  enum { MOST_ENTITIES = 300 };
  uint32_t own = 0, most = 0;
  for (uint32_t i = 0; i < doc->entities.n && i < MOST_ENTITIES; i++) {
    const ng_doc_entity *e = &doc->entities.at[i];
    if (e->type != NG_COUNTRY)
      continue;
    if (ng_ref_equal(e->ref, state))
      own = e->n_mentions;
    else if (e->n_mentions > most)
      most = e->n_mentions;
  }
  return own >= most || most < 2;
}

uint32_t
ng_post_anywhere(const ng_referrer *r, const ng_post *p)
{
  enum { MOST_ENTITIES = 300 };
  const ng_doc *doc = r->doc;
  uint32_t found = NG_NONE, begin = doc->units.at[p->unit].span.begin;
  if (p->former || p->owned || p->n < 2)
    return NG_NONE;
  for (uint32_t i = 0; i < doc->entities.n && i < MOST_ENTITIES; i++) {
    const ng_doc_entity *e = &doc->entities.at[i];
    ng_ref where = NG_NO_REF;
    if (e->type != NG_PERSON || ng_ref_none(e->ref) ||
        !holds_any(r, p, e->ref, &where))
      continue;
    if (found != NG_NONE || !is_at_home(doc, where) ||
        !ng_refer_is_named_before(doc, i, begin))
      return NG_NONE;
    found = i;
  }
  return found;
}
