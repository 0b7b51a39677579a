/* definite.c - "the town", "the Prime Minister": what the article spoke
 * of before, with --mentions all.
 *
 * A noun that says what a name is stands for the last name of that type ("the
 * town") or with that word in it ("the ministry"); a title for the last person
 * who was given it or held it at the date.  What might as well be a name that
 * no base knows is left alone: better silent than wrong.
 */
#include "core/str.h"
#include "link/linker.h"
#include "link/name_words.h"

/* How far back, in sentences: names of things, and of people. */
enum { REACH = 6, REACH_PERSON = 40 };

/* In thousandths. */
enum { CONFIDENCE = 450 };

typedef struct {
  ng_linker *l;
  ng_doc *doc;
  uint32_t *first; /* of each mention: its first word */
  uint32_t n;      /* mentions when we began */
} finder;

/* "the", and the words of a noun behind it: words [from, to). */
typedef struct {
  uint32_t the, from, to;
} phrase;

/* --- nouns ---------------------------------------------------------------- */

#define BIT(type) (1ULL << (type))

/* What a noun says of the name it stands for; 0: nothing. */
static uint64_t
types_of_noun(const ng_doc *doc, uint32_t i)
{
  static const struct {
    const char *noun;
    uint64_t types;
  } list[] = {{"country", BIT(NG_COUNTRY)},
              {"nation", BIT(NG_COUNTRY)},
              {"city", BIT(NG_CITY)},
              {"town", BIT(NG_CITY)},
              {"village", BIT(NG_CITY)},
              {"municipality", BIT(NG_CITY)},
              {"township", BIT(NG_CITY)},
              {"team", BIT(NG_TEAM)},
              {"club", BIT(NG_TEAM)},
              {"company", BIT(NG_COMPANY)},
              {"firm", BIT(NG_COMPANY)},
              {"airline", BIT(NG_COMPANY)},
              {"carmaker", BIT(NG_COMPANY)},
              {"retailer", BIT(NG_COMPANY)},
              {"party", BIT(NG_PARTY)},
              {"school", BIT(NG_SCHOOL)},
              {"university", BIT(NG_SCHOOL)},
              {"college", BIT(NG_SCHOOL)},
              {"institute", BIT(NG_SCHOOL)},
              {"film", BIT(NG_WORK)},
              {"movie", BIT(NG_WORK)},
              {"documentary", BIT(NG_WORK)},
              {"album", BIT(NG_WORK)},
              {"song", BIT(NG_WORK)},
              {"book", BIT(NG_WORK)},
              {"novel", BIT(NG_WORK)},
              {"newspaper", BIT(NG_MEDIA)},
              {"magazine", BIT(NG_MEDIA)},
              {"broadcaster", BIT(NG_MEDIA)},
              {"war", BIT(NG_CONFLICT)},
              {"tournament", BIT(NG_EVENT) | BIT(NG_LEAGUE)}};
  for (size_t k = 0; k < sizeof list / sizeof *list; k++)
    if (ng_word_is(doc, i, list[k].noun))
      return list[k].types;
  return 0;
}

/* Nouns that stand for a name only where they are a word of it. */
static bool
is_noun_of_names(const ng_doc *doc, uint32_t i)
{
  return ng_word_listed(
      doc, i,
      "agency airport association authority bank bay bridge bureau church "
      "commission committee court council district federation foundation "
      "institute island kingdom lake league ministry museum park river union "
      "university valley virus");
}

/* --- names ---------------------------------------------------------------- */

/* Is word `i` of the text a word of `name`? */
static bool
has_word(ng_str name, const ng_doc *doc, uint32_t i)
{
  char want[NG_WORD_ROOM];
  return ng_word_ascii(ng_word_text(doc, i), want) &&
         ng_label_has_word(name, want);
}

static ng_str
label_of(const finder *f, const ng_doc_entity *e)
{
  return ng_ref_none(e->ref)
             ? ng_doc_text(f->doc, e->name)
             : ng_bases_entity(&f->l->context->bases, e->ref).label;
}

/* Does `name` begin with the words of `p`? */
static bool
begins_with(ng_str name, const ng_doc *doc, const phrase *p)
{
  size_t at = 0;
  for (uint32_t i = p->from; i < p->to; i++) {
    char want[NG_WORD_ROOM], word[NG_WORD_ROOM];
    size_t end = at;
    while (end < name.len && name.at[end] != ' ')
      end++;
    if (at >= name.len || !ng_word_ascii(ng_word_text(doc, i), want) ||
        !ng_word_ascii(ng_str_slice(name, at, end), word) ||
        strcmp(word, want) != 0)
      return false;
    at = end + 1;
  }
  return true;
}

/* Do the words of `p` stand right before word `i`? */
static bool
stands_before(const ng_doc *doc, const phrase *p, uint32_t i)
{
  uint32_t n = p->to - p->from;
  if (i < n)
    return false;
  for (uint32_t k = 0; k < n; k++)
    if (doc->words.at[i - n + k].hash != doc->words.at[p->from + k].hash)
      return false;
  return doc->notes.at[i].gap == NG_GAP_SPACE;
}

/* Held the person an office of that title at the article's date? */
static bool
holds(const finder *f, ng_ref person, const phrase *p)
{
  enum { CAP = 24 };
  ng_holding held[CAP];
  ng_date now = f->doc->date;
  const ng_bases *bases = &f->l->context->bases;
  size_t n = ng_kb_holdings(bases->at[person.base], NG_BY_PERSON, person.index,
                            held, CAP);
  for (size_t i = 0; i < n && i < CAP; i++) {
    ng_ref office = {held[i].office, person.base};
    if (ng_may_hold(&held[i], now) &&
        begins_with(ng_bases_entity(bases, office).label, f->doc, p))
      return true;
  }
  return false;
}

/* The last person before `p` with this title, or NG_NONE. */
static uint32_t
find_person(const finder *f, const phrase *p)
{
  const ng_doc *doc = f->doc;
  uint32_t sentence = doc->notes.at[p->the].sentence;
  for (uint32_t i = f->n; i-- > 0;) {
    const ng_mention *m = &doc->mentions.at[i];
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    if (f->first[i] >= p->the || m->kind == NG_KIND_PRONOUN)
      continue;
    if (sentence - doc->notes.at[f->first[i]].sentence > REACH_PERSON)
      break;
    if (e->type == NG_PERSON && (stands_before(doc, p, f->first[i]) ||
                                 (!ng_ref_none(e->ref) && holds(f, e->ref, p))))
      return m->entity;
  }
  return NG_NONE;
}

/* The last name before `p` that its noun says what it is, or NG_NONE. */
static uint32_t
find_thing(const finder *f, const phrase *p)
{
  const ng_doc *doc = f->doc;
  uint64_t types = types_of_noun(doc, p->from);
  bool in_name = is_noun_of_names(doc, p->from);
  uint32_t sentence = doc->notes.at[p->the].sentence;
  for (uint32_t i = f->n; i-- > 0;) {
    const ng_mention *m = &doc->mentions.at[i];
    const ng_doc_entity *e = &doc->entities.at[m->entity];
    if (f->first[i] >= p->the || m->kind == NG_KIND_PRONOUN ||
        e->type == NG_PERSON)
      continue;
    if (sentence - doc->notes.at[f->first[i]].sentence > REACH)
      break;
    if ((types >> e->type & 1) ||
        (in_name && has_word(label_of(f, e), doc, p->from)))
      return m->entity;
    if (e->type == NG_ENTITY && ng_ref_none(e->ref) && types &&
        !(types & BIT(NG_COUNTRY)))
      break; /* it may be this that is meant */
  }
  return NG_NONE;
}

/* --- the article ---------------------------------------------------------- */

static bool
find_first_words(finder *f)
{
  ng_doc *doc = f->doc;
  uint32_t word = 0;
  f->n = doc->mentions.n;
  f->first = NG_NEW(&doc->arena, uint32_t, f->n + 1);
  for (uint32_t i = 0; f->first && i < f->n; i++) {
    while (word + 1 < doc->words.n &&
           doc->words.at[word].end <= doc->mentions.at[i].span.begin)
      word++;
    f->first[i] = word;
  }
  return f->first != NULL;
}

/* "the" + one noun, or + a title of one word or two; false: neither. */
static bool
find_phrase(const ng_doc *doc, uint32_t the, phrase *p, bool *person)
{
  *p = (phrase){the, the + 1, the + 2};
  *person = false;
  if (the + 1 >= doc->words.n || doc->notes.at[the].class != NG_WORD_THE ||
      doc->notes.at[the + 1].gap != NG_GAP_SPACE)
    return false;
  for (; p->to <= the + 3 && p->to <= doc->words.n; p->to++) {
    uint32_t last = p->to - 1;
    if (last > p->from && doc->notes.at[last].gap != NG_GAP_SPACE)
      return false;
    if (doc->notes.at[last].class == NG_WORD_TITLE &&
        ng_is_last_noun(doc, last))
      return *person = true;
    if (last == p->from && !(doc->notes.at[last].flags & NG_WORD_CAPITAL) &&
        (types_of_noun(doc, last) || is_noun_of_names(doc, last)) &&
        ng_is_last_noun(doc, last))
      return true;
  }
  return false;
}

/* Links of words of `span` go: "town" in "the town". */
static void
drop_inside(ng_doc *doc, ng_span span)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if (m->span.begin >= span.begin && m->span.end <= span.end) {
      if (m->spot != NG_NONE)
        doc->spots.at[m->spot].entity = NG_NONE;
    } else {
      doc->mentions.at[n++] = *m;
    }
  }
  doc->mentions.n = n;
}

bool
ng_linker_definites(ng_linker *l)
{
  ng_doc *doc = l->doc;
  finder f = {.l = l, .doc = doc};
  NG_VEC(ng_mention) found = {0};
  if (!find_first_words(&f))
    return false;
  for (uint32_t i = 0; i < doc->words.n; i++) {
    phrase p;
    bool person;
    if (!find_phrase(doc, i, &p, &person))
      continue;
    uint32_t entity = person ? find_person(&f, &p) : find_thing(&f, &p);
    if (entity == NG_NONE || ng_ref_none(doc->entities.at[entity].ref))
      continue;
    ng_mention m = {
        .span = {doc->words.at[p.the].begin, doc->words.at[p.to - 1].end},
        .entity = entity,
        .kind = NG_KIND_NOMINAL,
        .part = (uint8_t)ng_doc_part(doc, doc->words.at[p.the].begin),
        .confidence = CONFIDENCE,
        .denotes = NG_NONE,
        .spot = NG_NONE};
    if (!NG_PUSH(&doc->arena, &found, m))
      return false;
  }
  for (uint32_t i = 0; i < found.n; i++) {
    drop_inside(doc, found.at[i].span);
    if (!NG_PUSH(&doc->arena, &doc->mentions, found.at[i]))
      return false;
  }
  return true;
}
