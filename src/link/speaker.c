/* speaker.c - pronouns that stand for who speaks, and for bodies.
 *
 * "I", "my", in quotation marks: who is named beside a verb of saying, best in
 * the same paragraph.  "its": the first organisation or country of the
 * sentence, or the last if that is far.
 */
#include "link/linker.h"

/* Somebody mentioned, or some body. */
typedef struct {
  uint32_t word, sentence, entity;
} named;

typedef struct {
  ng_doc *doc;
  NG_VEC(named) persons; /* by mention, then by pronoun */
  NG_VEC(named) bodies;
  uint32_t *paragraph; /* of each sentence */
} finder;

static bool
is_body(ng_type type)
{
  switch (type) {
  case NG_COUNTRY:
  case NG_ORGANIZATION:
  case NG_GOVERNMENT:
  case NG_PARTY:
  case NG_INTERNATIONAL:
  case NG_COMPANY:
  case NG_MEDIA:
  case NG_SCHOOL:
  case NG_TEAM:
    return true;
  default:
    return false;
  }
}

/* Everybody and every body, by where they stand. */
static bool
note_all(finder *f, const ng_pronouns *found)
{
  ng_doc *doc = f->doc;
  uint32_t word = 0;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    while (word + 1 < doc->words.n && doc->words.at[word].end <= m->span.begin)
      word++;
    ng_type type = doc->entities.at[m->entity].type;
    if (m->kind == NG_KIND_PRONOUN || word >= doc->words.n)
      continue;
    named one = {word, doc->notes.at[word].sentence, m->entity};
    if (type == NG_PERSON && !NG_PUSH(&doc->arena, &f->persons, one))
      return false;
    if (is_body(type) && m->kind == NG_KIND_NAME &&
        !NG_PUSH(&doc->arena, &f->bodies, one))
      return false;
  }
  for (uint32_t i = 0; i < found->n; i++) {
    named one = {found->at[i].word, doc->notes.at[found->at[i].word].sentence,
                 found->at[i].entity};
    if (!NG_PUSH(&doc->arena, &f->persons, one))
      return false;
  }
  return true;
}

/* --- its ------------------------------------------------------------------ */

static uint32_t
find_body(const finder *f, uint32_t word)
{
  enum { NEAR = 12, FAR = 25 };
  const named *first = NULL, *last = NULL;
  uint32_t sentence = f->doc->notes.at[word].sentence;
  for (uint32_t i = 0; i < f->bodies.n; i++) {
    const named *b = &f->bodies.at[i];
    if (b->word >= word)
      break;
    if (b->sentence != sentence || word - b->word >= FAR)
      continue;
    first = first ? first : b;
    last = b;
  }
  if (!first)
    return NG_NONE;
  return word - first->word < NEAR ? first->entity : last->entity;
}

/* --- I -------------------------------------------------------------------- */

static bool
is_beside_saying(const ng_doc *doc, uint32_t word)
{
  for (uint32_t i = word < 2 ? 0 : word - 2; i < word + 5 && i < doc->words.n;
       i++)
    if (doc->notes.at[i].class == NG_WORD_SPEECH)
      return true;
  return false;
}

/* Who says the quotation that `word` is in, or NG_NONE: +3 in its paragraph,
 * else the next; +2 beside a verb of saying; -0.01 a word. */
static uint32_t
find_speaker(const finder *f, uint32_t word)
{
  const ng_doc *doc = f->doc;
  uint32_t best = NG_NONE, here = f->paragraph[doc->notes.at[word].sentence];
  int64_t top = 0;
  for (uint32_t i = 0; i < f->persons.n; i++) {
    const named *p = &f->persons.at[i];
    uint32_t there = f->paragraph[p->sentence];
    if (there + 1 < here || there > here + 1 ||
        (doc->notes.at[p->word].flags & NG_WORD_QUOTED))
      continue;
    bool says = is_beside_saying(doc, p->word);
    int64_t away = p->word > word ? p->word - word : word - p->word;
    int64_t score = (there == here ? 300 : 0) + (says ? 200 : 0) - away;
    if ((says || there == here) && score > top) {
      top = score;
      best = p->entity;
    }
  }
  return best;
}

/* --- both ----------------------------------------------------------------- */

typedef enum { NO_PRONOUN, FIRST_PERSON, NEUTER } pronoun;

static pronoun
pronoun_at(const ng_doc *doc, uint32_t word)
{
  static const char *const first[] = {"i", "me", "my", "mine", "myself"};
  ng_word_note note = doc->notes.at[word];
  uint32_t len = doc->words.at[word].end - doc->words.at[word].begin;
  if (len > 6 || (note.flags & NG_WORD_UPPER))
    return NO_PRONOUN;
  if (ng_word_is(doc, word, "its") || ng_word_is(doc, word, "itself"))
    return NEUTER;
  for (size_t i = 0; (note.flags & NG_WORD_QUOTED) && i < 5; i++)
    if (ng_word_is(doc, word, first[i]))
      return FIRST_PERSON;
  return NO_PRONOUN;
}

static bool
count_paragraphs(finder *f)
{
  ng_doc *doc = f->doc;
  uint32_t n = 0;
  f->paragraph = NG_NEW(&doc->arena, uint32_t, doc->sentences.n + 1);
  for (uint32_t i = 0; f->paragraph && i < doc->sentences.n; i++) {
    n += (doc->sentences.at[i].flags & NG_SENTENCE_PARAGRAPH) != 0;
    f->paragraph[i] = n;
  }
  return f->paragraph != NULL;
}

bool
ng_pronouns_find_more(ng_doc *doc, ng_pronouns *found)
{
  finder f = {.doc = doc};
  uint32_t speaker = NG_NONE;
  if (!count_paragraphs(&f) || !note_all(&f, found))
    return false;
  for (uint32_t i = 0; i < doc->words.n; i++) {
    pronoun is = pronoun_at(doc, i);
    uint32_t entity = NG_NONE;
    if (is == NEUTER) {
      entity = find_body(&f, i);
    } else if (is == FIRST_PERSON) {
      entity = find_speaker(&f, i);
      speaker = entity == NG_NONE ? speaker : entity;
      entity = speaker;
    }
    ng_pronoun one = {i, entity};
    if (entity != NG_NONE && !NG_PUSH(&doc->arena, found, one))
      return false;
  }
  return true;
}
