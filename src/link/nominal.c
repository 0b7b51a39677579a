/* nominal.c - pronouns: "he" and "she" outside quotations, with --mentions all.
 *
 * The person of the last three sentences who scores best: -1.5 a sentence back,
 * +1 for one of its sentence's first four words, +0.15 a mention, +0.4 for a
 * known and fitting gender.  A person that no base knows may win, and then the
 * pronoun is left alone: better silent than wrong.
 */
#include "link/given.h"
#include "link/linker.h"

enum {
  SENTENCES = 3,
  PER_SENTENCE = 1500,
  AT_START = 1000,
  PER_MENTION = 150,
  FITS = 400,
  PER_WORD = 4,
  CONFIDENCE = 500
};

/* NG_ENTITY_MAN, NG_ENTITY_WOMAN, or 0 for no such pronoun. */
static uint16_t
gender_of(const ng_doc *doc, uint32_t word)
{
  static const struct {
    const char *word;
    uint16_t gender;
  } list[] = {{"he", NG_ENTITY_MAN},     {"him", NG_ENTITY_MAN},
              {"his", NG_ENTITY_MAN},    {"himself", NG_ENTITY_MAN},
              {"she", NG_ENTITY_WOMAN},  {"her", NG_ENTITY_WOMAN},
              {"hers", NG_ENTITY_WOMAN}, {"herself", NG_ENTITY_WOMAN}};
  uint8_t class = doc->notes.at[word].class;
  char first = (char)(doc->text.at[doc->words.at[word].begin] | 0x20);
  if (first != 'h' && first != 's')
    return 0; /* most */
  if ((class != NG_WORD_PRONOUN && class != NG_WORD_POSSESSIVE &&
       class != NG_WORD_OTHER) ||
      (doc->notes.at[word].flags & NG_WORD_UPPER))
    return 0;
  for (size_t i = 0; i < sizeof list / sizeof *list; i++)
    if (ng_word_is(doc, word, list[i].word))
      return list[i].gender;
  return 0;
}

/* Somebody mentioned, and where. */
typedef struct {
  uint32_t word, sentence, start; /* start: its sentence's first word */
  uint32_t entity;
  uint16_t gender; /* 0: unknown; NOT_ASKED */
} antecedent;

/* Of the gender of somebody named: most are never asked for it. */
enum { NOT_ASKED = UINT16_MAX };

typedef struct {
  const ng_context *context;
  ng_doc *doc;
  ng_pronouns *out;
  NG_VEC(antecedent) list;
  uint32_t *count; /* of each entity */
} finder;

static int32_t
score(const finder *f, const antecedent *a, uint32_t word, uint16_t gender)
{
  uint32_t back = f->doc->notes.at[word].sentence - a->sentence;
  uint32_t count = f->count[a->entity] < 6 ? f->count[a->entity] : 6;
  return -(int32_t)(PER_SENTENCE * back) +
         (a->word - a->start < 4 ? AT_START : 0) +
         (int32_t)(PER_MENTION * count) + (a->gender == gender ? FITS : 0) -
         (int32_t)(PER_WORD * (word - a->word));
}

/* The best antecedent of a pronoun, or NULL. */
static const antecedent *
choose(finder *f, uint32_t word, uint16_t gender)
{
  const antecedent *best = NULL;
  int32_t top = INT32_MIN;
  uint32_t sentence = f->doc->notes.at[word].sentence;
  for (uint32_t i = f->list.n, seen = 0; i-- > 0 && seen < 12; seen++) {
    antecedent *a = &f->list.at[i];
    if (sentence - a->sentence > SENTENCES)
      break;
    if (a->gender == NOT_ASKED)
      a->gender = ng_person_gender(f->context, f->doc, a->entity);
    if (a->gender && a->gender != gender)
      continue;
    int32_t s = score(f, a, word, gender);
    if (s > top) {
      top = s;
      best = a;
    }
  }
  return best;
}

uint16_t
ng_person_gender(const ng_context *context, const ng_doc *doc, uint32_t entity)
{
  const ng_doc_entity *e = &doc->entities.at[entity];
  if (ng_ref_none(e->ref))
    return ng_given_gender(ng_doc_text(doc, e->name));
  ng_entity known = ng_bases_entity(&context->bases, e->ref);
  uint16_t gender = known.flags & (NG_ENTITY_MAN | NG_ENTITY_WOMAN);
  return gender ? gender : ng_given_gender(known.label);
}

static bool
note_person(finder *f, const ng_mention *m, uint32_t word, uint32_t start)
{
  ng_doc *doc = f->doc;
  const ng_doc_entity *e = &doc->entities.at[m->entity];
  if (e->type != NG_PERSON)
    return true;
  antecedent a = {word, doc->notes.at[word].sentence, start, m->entity,
                  NOT_ASKED};
  f->count[m->entity]++;
  return NG_PUSH(&doc->arena, &f->list, a);
}

static bool
resolve(finder *f, uint32_t word, uint16_t gender, uint32_t start)
{
  ng_doc *doc = f->doc;
  const antecedent *a = choose(f, word, gender);
  if (!a)
    return true;
  ng_pronoun found = {word, a->entity};
  antecedent again = {word, doc->notes.at[word].sentence, start, a->entity,
                      gender};
  return NG_PUSH(&doc->arena, &f->list, again) &&
         NG_PUSH(&doc->arena, f->out, found);
}

/* Is word `i` between quotation marks, if the word before was as `quoted` says?
 * A blank line ends a quotation; marks behind it begin one. */
static bool
is_quoted(const ng_doc *doc, uint32_t i, bool quoted)
{
  uint32_t at = i ? doc->words.at[i - 1].end : 0, lines = 0;
  if (at + 1 == doc->words.at[i].begin && doc->text.at[at] == ' ')
    return quoted; /* most */
  for (; at < doc->words.at[i].begin; at++) {
    const char *c = doc->text.at + at;
    lines += *c == '\n';
    if (lines == 2) {
      quoted = false;
      lines = 3;
    }
    if (*c == '"')
      quoted = !quoted;
    else if (memcmp(c, "\xE2\x80\x9C", 3) == 0)
      quoted = true;
    else if (memcmp(c, "\xE2\x80\x9D", 3) == 0)
      quoted = false;
  }
  return quoted;
}

static bool
find_pronouns(const ng_context *context, ng_doc *doc, bool also_quoted,
              ng_pronouns *out)
{
  finder f = {.context = context, .doc = doc, .out = out};
  uint32_t n = doc->mentions.n, next = 0, start = 0, covered = 0;
  bool quoted = false;
  f.count = NG_NEW(&doc->arena, uint32_t, doc->entities.n + 1);
  if (!f.count)
    return false;
  for (uint32_t i = 0; i < doc->words.n; i++) {
    if (i == 0 || doc->notes.at[i].sentence != doc->notes.at[i - 1].sentence)
      start = i;
    uint32_t begin = doc->words.at[i].begin;
    while (next < n && doc->mentions.at[next].span.begin <= begin) {
      const ng_mention *m = &doc->mentions.at[next++];
      if (m->kind == NG_KIND_PRONOUN)
        continue; /* found here before */
      covered = m->span.end;
      if (!note_person(&f, m, i, start))
        return false;
    }
    quoted = is_quoted(doc, i, quoted);
    uint16_t gender =
        begin < covered || (quoted && !also_quoted) ? 0 : gender_of(doc, i);
    if (gender && !resolve(&f, i, gender, start))
      return false;
  }
  return true;
}

bool
ng_pronouns_find(const ng_context *context, ng_doc *doc, ng_pronouns *out)
{
  return find_pronouns(context, doc, false, out);
}

bool
ng_linker_nominals(ng_linker *l)
{
  ng_doc *doc = l->doc;
  ng_pronouns found = {0};
  if (l->context->options->mentions != NG_MENTIONS_ALL ||
      l->context->options->min_confidence * 1000 > CONFIDENCE)
    return true;
  if (!find_pronouns(l->context, doc, true, &found) ||
      !ng_pronouns_find_more(doc, &found) || !ng_linker_definites(l))
    return false;
  for (uint32_t i = 0; i < found.n; i++) {
    const ng_word *word = &doc->words.at[found.at[i].word];
    ng_mention m = {.span = {word->begin, word->end},
                    .entity = found.at[i].entity,
                    .kind = NG_KIND_PRONOUN,
                    .part = (uint8_t)ng_doc_part(doc, word->begin),
                    .confidence = CONFIDENCE,
                    .denotes = NG_NONE,
                    .spot = NG_NONE};
    if (!ng_ref_none(doc->entities.at[m.entity].ref) &&
        !NG_PUSH(&doc->arena, &doc->mentions, m))
      return false;
  }
  return true;
}
