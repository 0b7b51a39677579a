/* bodies.c - bodies that an article names by whose they are and what they are:
 * "Iranian police", "Turkey's foreign ministry", "the Russian-Armenian task
 * force".
 *
 * The last stage.  The state stays linked, and stays who acts; beside it then
 * stands a name that no base knows, of the body.  "The security forces" is the
 * one that was named so with a state before.  Not named are the state itself
 * ("the Iranian government"), companies and people.
 */
#include "core/fail.h"
#include "core/str.h"
#include "link/body_words.h"
#include "link/linker.h"

/* No article has so many; what comes then is left out. */
enum { MOST_BODIES = 256 };

/* In thousandths. */
enum { CONFIDENCE = 600 };

/* A body once named. */
typedef struct {
  uint32_t owner; /* whose, the first: an entity, or NG_NONE */
  uint32_t entity;
  ng_body_words words;
} body;

typedef struct {
  ng_doc *doc;
  NG_VEC(body) bodies;
  uint32_t n;    /* mentions when we began */
  uint32_t next; /* the first that does not end before the current word */
  uint32_t done; /* words before are of a body */
} finder;

/* --- phrases -------------------------------------------------------------- */

static ng_word_note
note_at(const finder *f, uint32_t i)
{
  return f->doc->notes.at[i];
}

static ng_str
text_of(const finder *f, uint32_t i)
{
  return ng_word_text(f->doc, i);
}

/* Does a name of a base, or one that none knows, have words of [from, to), or
 * a word in lower case words behind it, too?  "police station" */
static bool
is_taken(const finder *f, uint32_t from, uint32_t to)
{
  const ng_doc *doc = f->doc;
  uint32_t begin = doc->words.at[from].begin, end = doc->words.at[to - 1].end;
  for (uint32_t i = f->next; i < f->n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->span.begin >= end)
      break;
    char c = doc->text.at[m->span.begin];
    if (m->span.end > begin &&
        (c < 'a' || c > 'z' || m->span.end > end || m->span.begin < begin ||
         ng_ref_none(doc->entities.at[m->entity].ref)))
      return true;
  }
  return false;
}

static bool
read_body(const finder *f, uint32_t from, bool shared, ng_body_words *p)
{
  return ng_read_body(f->doc, from, shared, p) && !is_taken(f, p->from, p->to);
}

static bool
read_office(const finder *f, uint32_t from, ng_body_words *p)
{
  return ng_read_office(f->doc, from, p) && !is_taken(f, p->from, p->to);
}

/* --- names ---------------------------------------------------------------- */

/* Are the words of both bodies the same? */
static bool
are_same(const finder *f, ng_body_words a, ng_body_words b)
{
  if (a.to - a.from != b.to - b.from)
    return false;
  for (uint32_t i = 0; i < a.to - a.from; i++)
    if (f->doc->words.at[a.from + i].hash != f->doc->words.at[b.from + i].hash)
      return false;
  return true;
}

/* The body of that owner and those words, or NULL. */
static const body *
find_body(const finder *f, uint32_t owner, ng_body_words p)
{
  for (uint32_t i = 0; i < f->bodies.n; i++)
    if (f->bodies.at[i].owner == owner && are_same(f, f->bodies.at[i].words, p))
      return &f->bodies.at[i];
  return NULL;
}

/* The only one of those words, or NULL. */
static const body *
find_only(const finder *f, ng_body_words p)
{
  const body *found = NULL;
  for (uint32_t i = 0; i < f->bodies.n; i++) {
    if (!are_same(f, f->bodies.at[i].words, p))
      continue;
    if (found)
      return NULL;
    found = &f->bodies.at[i];
  }
  return found;
}

static bool
add_mention(finder *f, uint32_t first, uint32_t to, uint32_t entity)
{
  ng_doc *doc = f->doc;
  ng_span span = {doc->words.at[first].begin, doc->words.at[to - 1].end};
  ng_mention m = {.span = span,
                  .entity = entity,
                  .kind = NG_KIND_NAME,
                  .part = (uint8_t)ng_doc_part(doc, span.begin),
                  .confidence = CONFIDENCE,
                  .denotes = NG_NONE,
                  .spot = NG_NONE};
  doc->entities.at[entity].n_mentions++;
  f->done = to;
  return NG_PUSH(&doc->arena, &doc->mentions, m);
}

/* The entity of that name that no base knows, such as a group that acts, or
 * NG_NONE. */
static uint32_t
find_entity(const ng_doc *doc, ng_span name)
{
  for (uint32_t i = 0; i < doc->entities.n; i++)
    if (ng_ref_none(doc->entities.at[i].ref) &&
        ng_str_equal(ng_doc_text(doc, doc->entities.at[i].name),
                     ng_doc_text(doc, name)))
      return i;
  return NG_NONE;
}

/* The name of words [first, p->to). */
static bool
add_body(finder *f, uint32_t owner, uint32_t first, const ng_body_words *p)
{
  ng_doc *doc = f->doc;
  const body *known = find_body(f, owner, *p);
  if (known)
    return add_mention(f, first, p->to, known->entity);
  if (f->bodies.n == MOST_BODIES)
    return true;
  ng_doc_entity e = {
      .ref = NG_NO_REF,
      .name = {doc->words.at[first].begin, doc->words.at[p->to - 1].end},
      .type = p->type,
      .confidence = CONFIDENCE};
  body b = {owner, find_entity(doc, e.name), *p};
  if (b.entity == NG_NONE) {
    b.entity = doc->entities.n;
    if (!NG_PUSH(&doc->arena, &doc->entities, e))
      return false;
  }
  return NG_PUSH(&doc->arena, &f->bodies, b) &&
         add_mention(f, first, p->to, b.entity);
}

/* --- owners --------------------------------------------------------------- */

static bool
owns(ng_type type)
{
  switch (type) {
  case NG_COUNTRY:
  case NG_REGION:
  case NG_CITY:
  case NG_PLACE:
  case NG_GROUP:
  case NG_INTERNATIONAL:
    return true;
  default:
    return false;
  }
}

/* The mention of a state or the like that is all of words [i, *to), or NULL. */
static const ng_mention *
owner_at(const finder *f, uint32_t i, uint32_t *to)
{
  const ng_doc *doc = f->doc;
  for (uint32_t k = f->next; k < f->n; k++) {
    const ng_mention *m = &doc->mentions.at[k];
    if (m->span.begin != doc->words.at[i].begin)
      return NULL;
    for (*to = i; *to < doc->words.n && doc->words.at[*to].end <= m->span.end;)
      ++*to;
    if (m->kind <= NG_KIND_METONYM && *to > i &&
        doc->words.at[*to - 1].end == m->span.end &&
        owns(doc->entities.at[m->entity].type) &&
        !ng_ref_none(doc->entities.at[m->entity].ref))
      return m;
  }
  return NULL;
}

/* "Americans", but not "Swiss". */
static bool
is_of_people(const finder *f, const ng_mention *m)
{
  ng_str text = ng_doc_text(f->doc, m->span);
  return m->kind == NG_KIND_DEMONYM && text.len > 1 &&
         text.at[text.len - 1] == 's' && text.at[text.len - 2] != 's';
}

static void
move_to(finder *f, uint32_t word)
{
  const ng_doc *doc = f->doc;
  while (f->next < f->n &&
         doc->mentions.at[f->next].span.end <= doc->words.at[word].begin)
    f->next++;
}

/* May the words behind a state's name be a verb: "Israel forces"? */
static bool
may_be_verb(const finder *f, const ng_mention *m, uint32_t i)
{
  return m->kind != NG_KIND_DEMONYM &&
         note_at(f, i - 1).class != NG_WORD_GENITIVE &&
         !(note_at(f, i - 1).flags & (NG_WORD_UPPER | NG_WORD_INITIALS)) &&
         ng_str_listed(text_of(f, i), "courts forces police press");
}

static bool
may_be_body(const finder *f, const ng_mention *m)
{
  ng_type type = f->doc->entities.at[m->entity].type;
  return m->kind == NG_KIND_NAME &&
         (type == NG_ENTITY || (type >= NG_ORGANIZATION && type < NG_TEAM));
}

/* "Roscosmos, the Russian space agency": words [first, ..) say what it is. */
static bool
is_named_before(const finder *f, uint32_t first)
{
  enum { NEAR = 4 };
  const ng_doc *doc = f->doc;
  if (first > 0 && note_at(f, first - 1).class == NG_WORD_THE)
    first--;
  if (first == 0 || note_at(f, first).gap != NG_GAP_COMMA)
    return false;
  uint32_t end = doc->words.at[first - 1].end;
  for (uint32_t k = f->next; k > 0 && k + NEAR > f->next; k--)
    if (doc->mentions.at[k - 1].span.end == end)
      return may_be_body(f, &doc->mentions.at[k - 1]);
  return false;
}

/* "the Russian space agency (Roscosmos)" */
static bool
is_named_behind(const finder *f, uint32_t to)
{
  const ng_doc *doc = f->doc;
  if (to < doc->words.n && note_at(f, to).class == NG_WORD_GENITIVE)
    to++;
  if (to >= doc->words.n ||
      (note_at(f, to).gap != NG_GAP_COMMA && note_at(f, to).gap != NG_GAP_OPEN))
    return false;
  if (note_at(f, to).class == NG_WORD_THE && ng_word_follows(f->doc, to + 1))
    to++;
  for (uint32_t k = f->next;
       k < f->n && doc->mentions.at[k].span.begin <= doc->words.at[to].begin;
       k++)
    if (doc->mentions.at[k].span.begin == doc->words.at[to].begin)
      return may_be_body(f, &doc->mentions.at[k]);
  return false;
}

/* A body of the owners from word `i` on: "Iranian", "Iran's", "Japan-EU";
 * false if the arena is spent. */
static bool
find_owned(finder *f, uint32_t i)
{
  uint32_t to, first = i, owner = NG_NONE;
  const ng_mention *m = owner_at(f, i, &to), *last = m;
  if (!m || note_at(f, i).gap == NG_GAP_HYPHEN || is_of_people(f, m))
    return true; /* "anti-French forces" */
  owner = m->entity;
  while (to < f->doc->words.n && note_at(f, to).gap == NG_GAP_HYPHEN) {
    move_to(f, to);
    i = to;
    last = owner_at(f, i, &to);
    if (!last)
      return true;
  }
  if (to < f->doc->words.n && note_at(f, to).class == NG_WORD_GENITIVE)
    to++;
  ng_body_words p;
  return !ng_word_follows(f->doc, to) || may_be_verb(f, last, to) ||
         (!read_body(f, to, last != m, &p) && !read_office(f, to, &p)) ||
         is_named_before(f, first) || is_named_behind(f, p.to) ||
         add_body(f, owner, first, &p);
}

/* --- bodies without a state ----------------------------------------------- */

/* "Western media" */
static bool
find_western(finder *f, uint32_t i)
{
  ng_body_words p;
  return !ng_word_is(f->doc, i, "western") ||
         !(note_at(f, i).flags & NG_WORD_CAPITAL) ||
         !ng_word_follows(f->doc, i + 1) || is_taken(f, i, i + 1) ||
         !read_body(f, i + 1, false, &p) || add_body(f, NG_NONE, i, &p);
}

/* "the security forces", "its security forces": those named with a state; "the
 * foreign ministry", whichever; "the prosecutor's office", where it is who
 * speaks, not a room. */
static bool
find_again(finder *f, uint32_t i)
{
  ng_body_words p;
  if (!ng_word_follows(f->doc, i + 1))
    return true;
  if (read_office(f, i + 1, &p))
    return note_at(f, i).class != NG_WORD_THE ||
           ng_word_class_at(f->doc, i, -1) == NG_WORD_PLACE ||
           add_body(f, NG_NONE, p.from, &p);
  if (!read_body(f, i + 1, false, &p) || p.to - p.from < 2)
    return true;
  const body *b = find_only(f, p);
  if (b)
    return add_mention(f, p.from, p.to, b->entity);
  return !ng_word_is(f->doc, p.to - 1, "ministry") ||
         add_body(f, NG_NONE, p.from, &p);
}

/* "channel 4" */
static bool
find_channel(finder *f, uint32_t i)
{
  enum { DIGITS = 3 };
  ng_body_words p = {i, i + 2, NG_MEDIA};
  return !ng_word_is(f->doc, i, "channel") || !ng_word_follows(f->doc, i + 1) ||
         !(note_at(f, i + 1).flags & NG_WORD_DIGIT) ||
         text_of(f, i + 1).len > DIGITS || is_taken(f, i, i + 2) ||
         add_body(f, NG_NONE, i, &p);
}

/* "its mission to the United Nations", "the embassy in Kabul" */
static bool
find_abroad(finder *f, uint32_t i)
{
  const ng_doc *doc = f->doc;
  bool mission = ng_word_is(doc, i, "mission");
  uint32_t at = i + 2, to;
  if ((!mission && !ng_str_listed(text_of(f, i), "consulate embassy")) ||
      at >= doc->words.n || !ng_word_follows(f->doc, i + 1) ||
      !ng_word_follows(f->doc, at) ||
      !ng_str_listed(text_of(f, i + 1), mission ? "at to" : "at in to"))
    return true;
  if (note_at(f, at).class == NG_WORD_THE && ng_word_follows(f->doc, at + 1))
    at++;
  uint32_t here = f->next;
  move_to(f, at);
  const ng_mention *m = owner_at(f, at, &to);
  f->next = here;
  if (!m || is_taken(f, i, i + 1) ||
      (mission && doc->entities.at[m->entity].type != NG_INTERNATIONAL))
    return true;
  ng_body_words p = {i, to, NG_GOVERNMENT};
  return add_body(f, NG_NONE, i, &p);
}

/* --- the stage ------------------------------------------------------------ */

static bool
find_at(finder *f, uint32_t i)
{
  move_to(f, i);
  if (note_at(f, i).flags & (NG_WORD_SHOUTED | NG_WORD_HEADLINE))
    return true;
  switch (note_at(f, i).class) {
  case NG_WORD_THE:
  case NG_WORD_POSSESSIVE:
  case NG_WORD_GENITIVE: /* "the country's foreign ministry" */
    return find_again(f, i);
  default:
    break;
  }
  if (note_at(f, i).flags & NG_WORD_CAPITAL)
    return find_owned(f, i) && (f->done > i || find_western(f, i));
  if (!ng_word_listed(f->doc, i, "channel mission consulate embassy"))
    return true;
  return find_channel(f, i) && (f->done > i || find_abroad(f, i));
}

ng_status
ng_name_bodies(const ng_context *context, ng_doc *doc, ng_error *err)
{
  finder f = {.doc = doc, .n = doc->mentions.n};
  (void)context;
  if (doc->only_wanted)
    return NG_OK;
  for (uint32_t i = 0; i < doc->words.n; i++)
    if (i >= f.done && !find_at(&f, i))
      return ng_fail(err, NG_ERR_LIMIT, 0, "no room for the article's bodies");
  ng_sort_mentions(doc);
  return NG_OK;
}
