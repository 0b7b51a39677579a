/* group.c - who is meant by "the two sides", "both countries", "the leaders of
 * X and Y", "they": the last whom the text joined, if they are of that kind.
 */
#include "extract/refer/refer.h"

enum {
  NEAR = 700, /* joined in this sentence or the one before */
  FAR = 550,
  OF = 650, /* "the leaders of X and Y" */
  THEY = 450,
  SENTENCES = 4, /* further back nobody remembers who the two were */
  MOST = 8
};

/* What a noun may mean. */
typedef enum { ANYBODY, STATES, PERSONS } sort;

static const char states[] = " country nation state government neighbour"
                             " neighbor capital republic ";
static const char persons[] = " leader president minister premier chancellor"
                              " man woman king statesman politician head"
                              " counterpart diplomat ";
static const char anybody[] = " side party ally rival team group partner"
                              " power foe enemy camp delegation ";

static inline __attribute__((always_inline)) bool
is(const ng_referrer *r, uint32_t unit, const char *list)
{
  return ng_unit_in(r->doc, unit, list);
}

static bool
is_state(const ng_doc *doc, uint32_t entity)
{
  ng_type type = doc->entities.at[entity].type;
  return type == NG_COUNTRY || type == NG_GOVERNMENT;
}

static bool
fits(const ng_referrer *r, const ng_pair *p, sort kind)
{
  bool all_states = true, all_persons = true;
  for (uint32_t i = 0; i < p->n; i++) {
    uint32_t entity = r->doc->members.at[p->member + i];
    all_states &= is_state(r->doc, entity);
    all_persons &= ng_is_person(r->doc, entity);
  }
  if (kind == ANYBODY)
    return all_states || all_persons || p->n == 2;
  return kind == STATES ? all_states : all_persons;
}

/* The last pair before `unit` of that kind with `n` members: of one sentence,
 * the one that is a subject. */
static const ng_pair *
last_pair(const ng_referrer *r, uint32_t unit, sort kind, uint32_t n)
{
  uint32_t here = r->branches.sentence[unit];
  const ng_pair *found = NULL;
  for (uint32_t i = r->pairs.n; i-- > 0;) {
    const ng_pair *p = &r->pairs.at[i];
    if (p->sentence + SENTENCES < here || (found && found->subject) ||
        (found && found->sentence != p->sentence))
      break;
    if (p->unit < unit && p->n == n && fits(r, p, kind) &&
        (!found || p->subject))
      found = p;
  }
  return found;
}

/* "Sides" are states rather than those who act for them. */
static const ng_pair *
find_pair(const ng_referrer *r, uint32_t unit, sort kind, uint32_t n)
{
  const ng_pair *p = kind == ANYBODY ? last_pair(r, unit, STATES, n) : NULL;
  return p ? p : last_pair(r, unit, kind, n);
}

static void
add_pair(ng_referrer *r, uint32_t unit, const ng_pair *p)
{
  uint32_t members[MOST];
  uint32_t n = p->n < MOST ? p->n : MOST;
  memcpy(members, r->doc->members.at + p->member, n * sizeof *members);
  bool near = p->sentence + 1 >= r->branches.sentence[unit];
  ng_refer_add(r, unit, members, n, near ? NEAR : FAR);
}

/* --- offices between states and persons -------------------------------------
 */

static bool
governs(const ng_doc *doc, const ng_office *o)
{
  ng_str title = ng_doc_text(doc, o->title);
  static const char *const titles[] = {"president", "prime minister",
                                       "chancellor", "premier", "king"};
  if (o->status != NG_OFFICE_CURRENT && o->status != NG_OFFICE_ACTING)
    return false;
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
    size_t n = strlen(titles[i]), k = 0;
    while (k < n && k < title.len && (title.at[k] | 0x20) == titles[i][k])
      k++;
    if (k == n && title.len == n)
      return true;
  }
  return false;
}

/* The one whom the article mentions and who governs the state, by the bases. */
static uint32_t
known_leader(ng_referrer *r, uint32_t state)
{
  static const char *const titles[] = {"president", "prime minister",
                                       "chancellor"};
  ng_ref place = r->doc->entities.at[state].ref;
  uint32_t found = NG_NONE;
  if (ng_ref_none(place) || !r->doc->date)
    return NG_NONE;
  for (size_t i = 0; i < 3 && r->look_ups > 0; i++) {
    r->look_ups--;
    ng_ref holder =
        ng_post_holder(r, (ng_str){titles[i], strlen(titles[i])}, place);
    for (uint32_t k = 0; !ng_ref_none(holder) && k < r->doc->entities.n; k++) {
      if (!ng_ref_equal(r->doc->entities.at[k].ref, holder))
        continue;
      if (found != NG_NONE && found != k)
        return NG_NONE;
      found = k;
    }
  }
  return found;
}

/* "his Irish counterpart NAME", beside somebody who governs: or NG_NONE. */
static uint32_t
counterpart_of(const ng_referrer *r, uint32_t state)
{
  enum { MOST_MENTIONS = 500 };
  const ng_doc *doc = r->doc;
  const ng_branches *b = &r->branches;
  for (uint32_t u = 0, seen = 0; u + 2 < doc->units.n && seen < MOST_MENTIONS;
       u++) {
    uint32_t of = b->mention[u], name = b->mention[u + 2];
    seen += of != NG_NONE;
    if (of != NG_NONE && name != NG_NONE && is(r, u + 1, " counterpart ") &&
        doc->mentions.at[of].entity == state &&
        ng_is_person(doc, doc->mentions.at[name].entity))
      return doc->mentions.at[name].entity;
  }
  return NG_NONE;
}

/* The one who governs the state, by the article. */
static uint32_t
leader_of(ng_referrer *r, uint32_t state)
{
  uint32_t found = NG_NONE;
  for (uint32_t i = 0; i < r->doc->offices.n && i < 200; i++) {
    const ng_office *o = &r->doc->offices.at[i];
    if (o->jurisdiction != state || !governs(r->doc, o))
      continue;
    if (found != NG_NONE && found != o->person)
      return NG_NONE;
    found = o->person;
  }
  if (found == NG_NONE)
    found = known_leader(r, state);
  return found != NG_NONE ? found : counterpart_of(r, state);
}

/* The state that the person governs or serves, by the article. */
static uint32_t
state_of(ng_referrer *r, uint32_t person)
{
  uint32_t found = NG_NONE;
  for (uint32_t i = 0; i < r->doc->offices.n && i < 200; i++) {
    const ng_office *o = &r->doc->offices.at[i];
    if (o->person != person || o->jurisdiction == NG_NONE ||
        r->doc->entities.at[o->jurisdiction].type != NG_COUNTRY)
      continue;
    if (found != NG_NONE && found != o->jurisdiction)
      return NG_NONE;
    found = o->jurisdiction;
  }
  return found;
}

/* Each member of a pair as `other` gives it; false if one has none, or two have
 * the same. */
static bool
turn(ng_referrer *r, const ng_pair *p, uint32_t out[MOST],
     uint32_t (*other)(ng_referrer *, uint32_t))
{
  if (p->n > MOST)
    return false;
  for (uint32_t i = 0; i < p->n; i++) {
    out[i] = other(r, r->doc->members.at[p->member + i]);
    for (uint32_t k = 0; k < i; k++)
      if (out[k] == out[i])
        return false;
    if (out[i] == NG_NONE)
      return false;
  }
  return true;
}

static bool
add_turned(ng_referrer *r, uint32_t unit, sort kind, uint32_t n)
{
  uint32_t members[MOST];
  const ng_pair *p = last_pair(r, unit, kind == STATES ? PERSONS : STATES, n);
  if (!p || !turn(r, p, members, kind == STATES ? state_of : leader_of))
    return false;
  ng_refer_add(r, unit, members, p->n, FAR);
  return true;
}

/* --- "the leaders of X and Y" ------------------------------------------------
 */

static bool
add_leaders_of(ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    if (r->doc->units.at[c].label != NG_REL_NMOD || c < unit)
      continue;
    ng_members states_named = {0};
    uint32_t members[MOST];
    if (!ng_actor_find(b, &r->doc->arena, c, &states_named)) {
      r->spent = true;
      return true;
    }
    if (states_named.n < 2 || states_named.n > MOST)
      return states_named.n > 0;
    for (uint32_t i = 0; i < states_named.n; i++) {
      members[i] = leader_of(r, states_named.at[i]);
      if (members[i] == NG_NONE)
        return true;
    }
    ng_refer_add(r, unit, members, states_named.n, OF);
    return true;
  }
  return false;
}

/* --- the words
 * ---------------------------------------------------------------- */

/* "two", "both", "three": how many; 0: no number. */
static uint32_t
number_of(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    if (c > unit)
      break;
    if (is(r, c, " two both "))
      return 2;
    if (is(r, c, " three "))
      return 3;
    if (is(r, c, " four "))
      return 4;
  }
  return 0;
}

/* "the two South Caucasus states": where the states lie tells no others. */
static bool
tells_where(const ng_referrer *r, uint32_t unit, uint32_t child)
{
  uint32_t mention = r->branches.mention[child];
  if (child > unit || mention == NG_NONE ||
      !is(r, unit, " country nation state republic "))
    return false;
  ng_type type = r->doc->entities.at[r->doc->mentions.at[mention].entity].type;
  return type == NG_REGION || type == NG_PLACE || type == NG_ENTITY;
}

/* Has it words of its own that say who is meant, or an "a few"? */
static bool
is_described(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    uint8_t label = r->doc->units.at[c].label;
    if (tells_where(r, unit, c))
      continue;
    if (label == NG_REL_NMOD || label == NG_REL_ACL || label == NG_REL_COP ||
        label == NG_REL_ACL_RELCL || label == NG_REL_NMOD_POSS ||
        label == NG_REL_APPOS || is(r, c, " other more such any "))
      return true;
    if ((label == NG_REL_AMOD || label == NG_REL_COMPOUND) &&
        !is(r, c, " political neighbouring neighboring warring feuding rival "))
      return true;
  }
  return false;
}

/* "the two", "both": alone. */
static bool
is_bare_two(const ng_referrer *r, uint32_t unit)
{
  const ng_unit *u = &r->doc->units.at[unit];
  bool subject = u->label == NG_REL_NSUBJ || u->label == NG_REL_NSUBJ_PASS;
  if (u->upos == NG_NUM && is(r, unit, " two "))
    return (subject || u->label == NG_REL_OBJ || u->label == NG_REL_OBL ||
            u->label == NG_REL_NMOD) &&
           unit > 0 && ng_form_in(r->doc, unit - 1, " the these those ");
  return subject && is(r, unit, " both ");
}

/* "the Balkans leaders": named by a region of theirs, which is no state. */
static bool
is_of_region(const ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  uint32_t region = NG_NONE;
  int left = NG_CHILDREN;
  if (!is(r, unit, " leader ") || !ng_is_definite(b, unit))
    return false;
  for (uint32_t c = b->first[unit]; c != NG_NONE && --left; c = b->next[c]) {
    uint8_t label = r->doc->units.at[c].label;
    if (label != NG_REL_AMOD && label != NG_REL_COMPOUND)
      continue;
    if (region != NG_NONE || b->mention[c] == NG_NONE || c > unit)
      return false;
    region = r->doc->mentions.at[b->mention[c]].entity;
  }
  return region != NG_NONE && (r->doc->entities.at[region].type == NG_PLACE ||
                               r->doc->entities.at[region].type == NG_REGION);
}

static bool
is_member(const ng_doc *doc, const ng_pair *p, uint32_t entity)
{
  for (uint32_t i = 0; i < p->n; i++)
    if (doc->members.at[p->member + i] == entity)
      return true;
  return false;
}

/* Is another who governs a state named since? */
static bool
is_another_since(ng_referrer *r, const ng_pair *p, uint32_t unit)
{
  const ng_doc *doc = r->doc;
  for (uint32_t i = p->unit + 1; i < unit; i++) {
    if (r->branches.mention[i] == NG_NONE)
      continue;
    uint32_t entity = doc->mentions.at[r->branches.mention[i]].entity;
    if (ng_is_person(doc, entity) && !is_member(doc, p, entity) &&
        state_of(r, entity) != NG_NONE)
      return true;
  }
  return false;
}

/* The last two persons joined before, if both govern a state; not those of the
 * same sentence, who speak of others: "X and Y invited the Balkans leaders". */
static void
resolve_of_region(ng_referrer *r, uint32_t unit)
{
  uint32_t seats[MOST];
  uint32_t begin = r->doc->sentences.at[r->branches.sentence[unit]].unit;
  const ng_pair *p = last_pair(r, begin, PERSONS, 2);
  if (p && turn(r, p, seats, state_of) && !is_another_since(r, p, begin))
    add_pair(r, unit, p);
}

/* Resolve the `n` whom `unit` counts. */
static void
resolve_group(ng_referrer *r, uint32_t unit, sort kind, uint32_t n)
{
  bool bare = is_bare_two(r, unit);
  const ng_pair *p =
      bare ? last_pair(r, unit, kind, n) : find_pair(r, unit, kind, n);
  bool turned = !bare && (!p || (kind == ANYBODY && fits(r, p, PERSONS))) &&
                add_turned(r, unit, kind == ANYBODY ? STATES : kind, n);
  if (p && !turned)
    add_pair(r, unit, p);
}

static sort
sort_of(const ng_referrer *r, uint32_t unit)
{
  if (is(r, unit, states))
    return STATES;
  return is(r, unit, persons) ? PERSONS : ANYBODY;
}

bool
ng_refer_group(ng_referrer *r, uint32_t unit)
{
  bool bare = is_bare_two(r, unit);
  uint8_t xpos = r->doc->units.at[unit].xpos;
  if (!bare && xpos != NG_XPOS_NNS && xpos != NG_XPOS_NNPS)
    return false;
  sort kind = sort_of(r, unit);
  if (!bare && kind == ANYBODY && !is(r, unit, anybody))
    return false;
  if (is_of_region(r, unit)) {
    resolve_of_region(r, unit);
    return true;
  }
  if (kind == PERSONS && add_leaders_of(r, unit))
    return true;
  uint32_t n = bare ? 2 : number_of(r, unit);
  if (n == 0 && is(r, unit, " leader side president ") &&
      ng_is_definite(&r->branches, unit))
    n = 2;
  if (n > 0 && !is_described(r, unit))
    resolve_group(r, unit, kind, n);
  return true;
}

/* --- they
 * ------------------------------------------------------------------------ */

static bool
is_subject(const ng_doc *doc, uint32_t unit)
{
  uint8_t label = doc->units.at[unit].label;
  return label == NG_REL_NSUBJ || label == NG_REL_NSUBJ_PASS;
}

static bool
is_plural(const ng_referrer *r, uint32_t unit)
{
  uint8_t xpos = r->doc->units.at[unit].xpos;
  return xpos == NG_XPOS_NNS || xpos == NG_XPOS_NNPS ||
         is(r, unit, " police people two both many they ") ||
         ng_branch_child(&r->branches, unit, NG_REL_CONJ) != NG_NONE;
}

/* A group nearer than the subject may be meant as well: "Macron wants a meeting
 * of the Balkans leaders; they ..." */
static bool
is_group(const ng_referrer *r, uint32_t unit)
{
  uint8_t xpos = r->doc->units.at[unit].xpos;
  return xpos == NG_XPOS_NNS && r->branches.mention[unit] == NG_NONE &&
         ng_is_definite(&r->branches, unit) &&
         (is(r, unit, persons) || is(r, unit, anybody) || is(r, unit, states));
}

/* Only the last subject in the plural: another than we know of may be meant
 * else. */
void
ng_refer_they(ng_referrer *r, uint32_t unit)
{
  const ng_branches *b = &r->branches;
  uint32_t here = b->sentence[unit];
  for (uint32_t i = unit, seen = 0; i > 0 && seen < 120; seen++) {
    i--;
    if (b->sentence[i] + 1 < here || b->sentence[i] > here)
      return;
    if (!is_subject(r->doc, i)) {
      if (is_group(r, i))
        return;
      continue;
    }
    if (!is_plural(r, i)) {
      if (b->sentence[i] == here && b->mention[i] != NG_NONE &&
          !ng_is_person(r->doc, r->doc->mentions.at[b->mention[i]].entity))
        return; /* "Turkey ... their shoreline" */
      continue;
    }
    ng_members who = {0};
    if (!ng_actor_find(b, &r->doc->arena, i, &who))
      r->spent = true;
    else if (who.n >= 1 && who.n <= MOST &&
             (who.n > 1 || ng_branch_child(b, i, NG_REL_CONJ) == NG_NONE))
      ng_refer_add(r, unit, who.at, who.n, THEY);
    return;
  }
}
