/* lexicon_read.c - the reader of lexicon files: a subset of Turtle. */
#include "core/fail.h"
#include "extract/lexicon.h"

#include <stdarg.h>
#include <stdio.h>

static const char ng_space[] = "https://w3id.org/newsgraph/ns#";
static const char lex_space[] = "https://w3id.org/newsgraph/lexicon#";

typedef enum { SPACE_NG, SPACE_LEX, SPACE_OTHER } space;

enum { MAX_PREFIXES = 16 };

typedef struct {
  ng_str name;
  space space;
} prefix;

/* A prefixed name or IRI as a term, or a literal. */
typedef struct {
  bool literal;
  space space;
  ng_str text; /* local name, or what is between the quotes */
} term;

typedef struct {
  ng_lexicon *lexicon;
  ng_str name, text;
  size_t at;
  uint32_t line;
  prefix prefixes[MAX_PREFIXES];
  size_t n_prefixes;
  ng_pattern pattern; /* being read */
  ng_str lemmas;      /* its triggers */
  bool evokes, phase_status;
  ng_error *err;
} reader;

__attribute__((format(printf, 2, 3))) static ng_status
wrong(reader *r, const char *fmt, ...)
{
  char why[120];
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(why, sizeof why, fmt, args);
  va_end(args);
  return ng_fail(r->err, NG_ERR_SYNTAX, r->at, "%.*s:%u: %s", NG_ARG(r->name),
                 r->line, why);
}

static ng_status
spent(reader *r)
{
  return ng_fail(r->err, NG_ERR_LIMIT, r->at, "%.*s: the lexicon is too large",
                 NG_ARG(r->name));
}

/* --- characters ------------------------------------------------------------
 */

static char
peek(const reader *r)
{
  return (char)(r->at < r->text.len ? r->text.at[r->at] : '\0');
}

static void
skip_space(reader *r)
{
  for (; r->at < r->text.len; r->at++) {
    char c = r->text.at[r->at];
    if (c == '#') {
      while (r->at < r->text.len && r->text.at[r->at] != '\n')
        r->at++;
      c = peek(r);
    }
    if (c == '\n')
      r->line++;
    else if (c != ' ' && c != '\t' && c != '\r')
      return;
  }
}

static bool
take(reader *r, char c)
{
  skip_space(r);
  if (peek(r) != c)
    return false;
  r->at++;
  return true;
}

static bool
is_name_char(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static ng_str
take_name(reader *r)
{
  size_t begin = r->at;
  while (r->at < r->text.len && is_name_char(r->text.at[r->at]))
    r->at++;
  return ng_str_slice(r->text, begin, r->at);
}

/* --- terms ------------------------------------------------------------------
 */

static space
space_of(ng_str iri)
{
  if (ng_str_equal(iri, (ng_str){ng_space, sizeof ng_space - 1}))
    return SPACE_NG;
  return ng_str_equal(iri, (ng_str){lex_space, sizeof lex_space - 1})
             ? SPACE_LEX
             : SPACE_OTHER;
}

static ng_status
take_iri(reader *r, ng_str *out)
{
  if (!take(r, '<'))
    return wrong(r, "no '<' where an IRI must start");
  size_t begin = r->at;
  while (r->at < r->text.len && peek(r) != '>' && (unsigned char)peek(r) > ' ')
    r->at++;
  *out = ng_str_slice(r->text, begin, r->at);
  return take(r, '>') ? NG_OK : wrong(r, "no '>' where the IRI must end");
}

static ng_status
take_literal(reader *r, ng_str *out)
{
  size_t begin = ++r->at;
  while (r->at < r->text.len && peek(r) != '"') {
    if (peek(r) == '\n')
      return wrong(r, "the text is not closed on its line");
    r->at += peek(r) == '\\' && r->at + 1 < r->text.len ? 2 : 1;
  }
  if (r->at >= r->text.len)
    return r->at = r->text.len, wrong(r, "the text is not closed");
  *out = ng_str_slice(r->text, begin, r->at++);
  if (peek(r) == '@') {
    r->at++;
    (void)take_name(r);
  }
  return NG_OK;
}

static ng_status
take_prefixed(reader *r, term *out)
{
  ng_str name = take_name(r);
  if (name.len == 1 && name.at[0] == 'a' && peek(r) != ':') {
    *out = (term){.space = SPACE_OTHER, .text = name};
    return NG_OK;
  }
  if (peek(r) != ':')
    return wrong(r, "no term where one must be");
  r->at++;
  for (size_t i = 0; i < r->n_prefixes; i++)
    if (ng_str_equal(r->prefixes[i].name, name)) {
      *out = (term){.space = r->prefixes[i].space, .text = take_name(r)};
      return NG_OK;
    }
  return wrong(r, "prefix '%.*s:' is not declared", NG_ARG(name));
}

static ng_status
take_term(reader *r, term *out)
{
  skip_space(r);
  *out = (term){.space = SPACE_OTHER};
  if (peek(r) == '"') {
    out->literal = true;
    return take_literal(r, &out->text);
  }
  if (peek(r) == '<')
    return take_iri(r, &out->text);
  return take_prefixed(r, out);
}

static ng_status
read_prefix(reader *r)
{
  r->at++; /* @ */
  if (!ng_str_equal(take_name(r), NG_LIT("prefix")))
    return wrong(r, "only '@prefix' may start with '@'");
  if (r->n_prefixes == MAX_PREFIXES)
    return wrong(r, "more than %d prefixes", MAX_PREFIXES);
  skip_space(r);
  prefix *p = &r->prefixes[r->n_prefixes];
  p->name = take_name(r);
  if (!take(r, ':'))
    return wrong(r, "no ':' after the prefix");
  ng_str iri;
  NG_TRY(take_iri(r, &iri));
  p->space = space_of(iri);
  r->n_prefixes++;
  return take(r, '.') ? NG_OK : wrong(r, "no '.' after '@prefix'");
}

/* --- values ------------------------------------------------------------------
 */

typedef struct {
  const char *name;
  uint8_t value;
} choice;

static const choice courses[] = {
    {"Occurred", NG_OCCURRED},      {"Ongoing", NG_ONGOING},
    {"Scheduled", NG_SCHEDULED},    {"Possible", NG_POSSIBLE},
    {"Proposed", NG_PROPOSED},      {"Desired", NG_DESIRED},
    {"Postponed", NG_POSTPONED},    {"Cancelled", NG_CANCELLED},
    {"Downgraded", NG_DOWNGRADED},  {"Stalled", NG_STALLED},
    {"BrokenDown", NG_BROKEN_DOWN}, {NULL, 0}};

static const choice certainties[] = {{"Certain", NG_CERTAIN},
                                     {"Probable", NG_PROBABLE},
                                     {"Doubtful", NG_DOUBTFUL},
                                     {"Alleged", NG_ALLEGED},
                                     {NULL, 0}};

static const choice polarities[] = {
    {"Positive", 0}, {"Negative", 1}, {NULL, 0}};

static const choice modes[] = {{"Video", NG_VIDEO},
                               {"InPerson", NG_IN_PERSON},
                               {"Phone", NG_PHONE},
                               {NULL, 0}};

static const choice fills[] = {{"Any", NG_FILL_ANY},
                               {"Actor", NG_FILL_ACTOR},
                               {"Person", NG_FILL_PERSON},
                               {"Organization", NG_FILL_ORGANIZATION},
                               {"Place", NG_FILL_PLACE},
                               {"Event", NG_FILL_EVENT},
                               {"State", NG_FILL_STATE},
                               {"Party", NG_FILL_PARTY},
                               {"Body", NG_FILL_BODY},
                               {"Power", NG_FILL_POWER},
                               {NULL, 0}};

static const choice steps[] = {{"subj", NG_STEP_SUBJ},
                               {"obj", NG_STEP_OBJ},
                               {"iobj", NG_STEP_IOBJ},
                               {"poss", NG_STEP_POSS},
                               {"mod", NG_STEP_MOD},
                               {"xcomp", NG_STEP_XCOMP},
                               {"ccomp", NG_STEP_CCOMP},
                               {"advcl", NG_STEP_ADVCL},
                               {"appos", NG_STEP_APPOS},
                               {"theme", NG_STEP_THEME},
                               {"head", NG_STEP_HEAD},
                               {"is", NG_STEP_IS},
                               {NULL, 0}};

static bool
choose(const choice *from, ng_str name, uint8_t *out)
{
  for (; from->name; from++)
    if (ng_str_equal(name, (ng_str){from->name, strlen(from->name)})) {
      *out = from->value;
      return true;
    }
  return false;
}

static ng_status
take_choice(reader *r, const choice *from, const term *value, uint8_t *out)
{
  if (!value->literal && value->space == SPACE_NG &&
      choose(from, value->text, out))
    return NG_OK;
  return wrong(r, "'%.*s' is no value that is known here", NG_ARG(value->text));
}

/* The next word of `rest`, up to one of `stops`; empty past the last. */
static ng_str
next_word(ng_str *rest, const char *stops)
{
  size_t i = 0, n;
  while (i < rest->len && strchr(stops, rest->at[i]))
    i++;
  for (n = i; n < rest->len && !strchr(stops, rest->at[n]);)
    n++;
  ng_str word = ng_str_slice(*rest, i, n);
  *rest = ng_str_slice(*rest, n, rest->len);
  return word;
}

/* --- paths
 * -------------------------------------------------------------------- */

/* The bit of a preposition, which gets one if it has none; 0 if there is no
 * more. */
static uint64_t
preposition(ng_lexicon *l, ng_str word)
{
  uint64_t bit = ng_lexicon_preposition(l, word);
  if (bit || l->prepositions.n == 64)
    return bit;
  if (!NG_PUSH(&l->arena, &l->prepositions, word))
    return 0;
  return (uint64_t)1 << (l->prepositions.n - 1);
}

static ng_status
read_step(reader *r, ng_str text)
{
  ng_step step = {0};
  if (text.len > 3 && memcmp(text.at, "to:", 3) == 0) {
    step.kind = NG_STEP_TO;
    ng_str rest = ng_str_slice(text, 3, text.len), word;
    while ((word = next_word(&rest, ", ")).len) {
      uint64_t bit = preposition(r->lexicon, word);
      if (!bit)
        return wrong(r, "more than 64 prepositions");
      step.prepositions |= bit;
    }
  } else if (!choose(steps, text, &step.kind))
    return wrong(r, "'%.*s' is no step of a path", NG_ARG(text));
  return NG_PUSH(&r->lexicon->arena, &r->lexicon->steps, step) ? NG_OK
                                                               : spent(r);
}

static ng_status
read_path(reader *r, ng_str text, bool more)
{
  enum { MAX_STEPS = 6 };
  ng_path path = {.step = r->lexicon->steps.n, .more = more};
  ng_str step;
  while ((step = next_word(&text, "> ")).len) {
    if (++path.n > MAX_STEPS)
      return wrong(r, "more than %d steps in a path", MAX_STEPS);
    NG_TRY(read_step(r, step));
  }
  if (path.n == 0)
    return wrong(r, "an empty path");
  return NG_PUSH(&r->lexicon->arena, &r->lexicon->paths, path) ? NG_OK
                                                               : spent(r);
}

static ng_status
read_paths(reader *r, ng_str text, uint8_t slot)
{
  enum { MAX_PATHS = 32 };
  ng_slot s = {.path = r->lexicon->paths.n, .slot = slot};
  ng_str alternative, path;
  while ((alternative = next_word(&text, "|")).len)
    while ((path = next_word(&alternative, "+")).len) {
      if (++s.n > MAX_PATHS)
        return wrong(r, "more than %d paths", MAX_PATHS);
      NG_TRY(read_path(r, path, alternative.len > 0));
    }
  if (s.n == 0)
    return wrong(r, "an empty path");
  for (uint32_t i = r->pattern.slot; i < r->lexicon->slots.n; i++)
    if (r->lexicon->slots.at[i].slot == slot && r->lexicon->slots.at[i].n)
      return wrong(r, "a role that has paths already");
  if (!NG_PUSH(&r->lexicon->arena, &r->lexicon->slots, s))
    return spent(r);
  r->pattern.n_slots++;
  return NG_OK;
}

/* --- statements
 * ---------------------------------------------------------------- */

static uint8_t
role_of(ng_str name)
{
  for (unsigned i = 0; i < NG_N_ROLES; i++) {
    const char *role = ng_role_name((ng_role)i);
    if (ng_str_equal(name, (ng_str){role, strlen(role)}))
      return (uint8_t)i;
  }
  return NG_N_ROLES;
}

static ng_status
read_evokes(reader *r, const term *value)
{
  ng_pattern *p = &r->pattern;
  if (r->evokes)
    return wrong(r, "a pattern evokes one thing");
  r->evokes = true;
  if (value->space == SPACE_LEX && ng_str_equal(value->text, NG_LIT("Phase"))) {
    p->evokes = NG_EVOKES_PHASE;
    return NG_OK;
  }
  for (uint8_t i = 0; value->space == SPACE_NG && i < NG_N_EVENT_CLASSES; i++) {
    const char *name = ng_event_class_name((ng_event_class)i);
    p->class = i;
    if (ng_str_equal(value->text, (ng_str){name, strlen(name)}))
      return NG_OK;
  }
  p->evokes = NG_EVOKES_PREDICATE;
  for (uint8_t i = 0; value->space == SPACE_NG && i < NG_N_PREDICATES; i++) {
    const char *name = ng_predicate_name((ng_predicate)i);
    p->class = i;
    if (ng_str_equal(value->text, (ng_str){name, strlen(name)}))
      return NG_OK;
  }
  return wrong(r, "'%.*s' is neither an event class, a predicate nor lex:Phase",
               NG_ARG(value->text));
}

static ng_status
read_themes(reader *r, ng_str text)
{
  char form[NG_FORM_ROOM];
  ng_lexicon *l = r->lexicon;
  ng_str word;
  r->pattern.theme = l->themes.n;
  while ((word = next_word(&text, " ")).len)
    for (unsigned i = 0;; i++) {
      size_t n = ng_inflect(word, NG_TRIGGER_NOUN, i, form);
      if (n == 0)
        break;
      if (!NG_PUSH(&l->arena, &l->themes, ng_form_key((ng_str){form, n})))
        return spent(r);
    }
  r->pattern.n_theme = l->themes.n - r->pattern.theme;
  return NG_OK;
}

static ng_status
read_need(reader *r, ng_str word, bool any)
{
  uint8_t role = role_of(word);
  if (ng_str_equal(word, NG_LIT("content")))
    role = NG_SLOT_CONTENT;
  else if (role == NG_N_ROLES)
    return wrong(r, "'%.*s' is no role", NG_ARG(word));
  uint16_t bit = (uint16_t)(1U << role);
  if (any) {
    r->pattern.needs_any |= bit;
    return NG_OK;
  }
  r->pattern.needs_two |= (r->pattern.needs & bit) != 0;
  r->pattern.needs |= bit;
  return NG_OK;
}

/* "agent target": both; "agent|target": one of them. */
static ng_status
read_needs(reader *r, ng_str text)
{
  ng_str words, word;
  while ((words = next_word(&text, " ")).len) {
    bool any = memchr(words.at, '|', words.len) != NULL;
    while ((word = next_word(&words, "|")).len)
      NG_TRY(read_need(r, word, any));
  }
  return NG_OK;
}

static ng_status
read_text(reader *r, ng_str text, uint32_t *at, uint32_t *n)
{
  ng_lexicon *l = r->lexicon;
  if (*n == 0)
    *at = l->texts.n;
  if (*at + *n != l->texts.n)
    return wrong(r, "values of one property must stand together");
  if (!NG_PUSH(&l->arena, &l->texts, text))
    return spent(r);
  ++*n;
  return NG_OK;
}

/* lex:agentType, whose paths may come before or after it: a slot of its own,
 * joined to the paths when the pattern ends. */
static ng_status
read_type(reader *r, ng_str name, const term *value)
{
  ng_slot s = {.slot = role_of(ng_str_slice(name, 0, name.len - 4))};
  if (s.slot == NG_N_ROLES)
    return wrong(r, "lex:%.*s is not known", NG_ARG(name));
  if (!choose(fills, value->text, &s.fill) || value->literal)
    return wrong(r, "'%.*s' is no type that can be asked for",
                 NG_ARG(value->text));
  if (!NG_PUSH(&r->lexicon->arena, &r->lexicon->slots, s))
    return spent(r);
  r->pattern.n_slots++;
  return NG_OK;
}

static ng_status
read_trigger(reader *r, uint8_t kind, ng_str lemmas)
{
  if (r->lemmas.len)
    return wrong(r, "a pattern has one list of triggers");
  r->pattern.trigger = kind;
  r->lemmas = lemmas;
  return NG_OK;
}

static ng_status
read_literal(reader *r, ng_str name, ng_str value)
{
  ng_pattern *p = &r->pattern;
  static const choice triggers[] = {{"verb", NG_TRIGGER_VERB},
                                    {"noun", NG_TRIGGER_NOUN},
                                    {"adj", NG_TRIGGER_ADJ},
                                    {NULL, 0}};
  uint8_t kind = role_of(name);
  if (kind != NG_N_ROLES && kind != NG_ROLE_theme)
    return read_paths(r, value, kind);
  if (choose(triggers, name, &kind))
    return read_trigger(r, kind, value);
  if (ng_str_equal(name, NG_LIT("content")))
    return read_paths(r, value, NG_SLOT_CONTENT);
  if (ng_str_equal(name, NG_LIT("event")))
    return read_paths(r, value, NG_SLOT_EVENT);
  if (ng_str_equal(name, NG_LIT("unless")))
    return read_paths(r, value, NG_SLOT_UNLESS);
  if (ng_str_equal(name, NG_LIT("theme")))
    return read_themes(r, value);
  if (ng_str_equal(name, NG_LIT("needs")))
    return read_needs(r, value);
  if (ng_str_equal(name, NG_LIT("example")))
    return read_text(r, value, &p->example, &p->n_examples);
  if (ng_str_equal(name, NG_LIT("expect")))
    return read_text(r, value, &p->expect, &p->n_expects);
  if (ng_str_equal(name, NG_LIT("auxiliary")))
    return p->auxiliary = value, NG_OK;
  if (ng_str_equal(name, NG_LIT("particle")))
    return p->particle = value, NG_OK;
  if (ng_str_equal(name, NG_LIT("exampleDate")))
    return p->example_date = value, NG_OK;
  return wrong(r, "lex:%.*s is not known, or takes no text", NG_ARG(name));
}

static ng_status
read_value(reader *r, ng_str name, const term *value)
{
  ng_pattern *p = &r->pattern;
  uint8_t flag;
  if (value->literal)
    return read_literal(r, name, value->text);
  if (ng_str_equal(name, NG_LIT("evokes")))
    return read_evokes(r, value);
  if (ng_str_equal(name, NG_LIT("status")))
    return take_choice(r, courses, value, &p->course);
  if (ng_str_equal(name, NG_LIT("contentStatus")))
    return take_choice(r, courses, value, &p->content_course);
  if (ng_str_equal(name, NG_LIT("certainty")))
    return take_choice(r, certainties, value, &p->certainty);
  if (ng_str_equal(name, NG_LIT("mode")))
    return take_choice(r, modes, value, &p->mode);
  if (ng_str_equal(name, NG_LIT("polarity"))) {
    NG_TRY(take_choice(r, polarities, value, &flag));
    p->negative = flag;
    return NG_OK;
  }
  if (name.len > 4 && memcmp(name.at + name.len - 4, "Type", 4) == 0)
    return read_type(r, name, value);
  return wrong(r, "lex:%.*s is not known, or takes a text", NG_ARG(name));
}

static ng_status
read_statement(reader *r)
{
  term property, value;
  NG_TRY(take_term(r, &property));
  if (property.literal)
    return wrong(r, "a text where a property must be");
  do {
    NG_TRY(take_term(r, &value));
    if (property.space == SPACE_LEX)
      NG_TRY(read_value(r, property.text, &value));
  } while (take(r, ','));
  return NG_OK;
}

/* --- patterns
 * -------------------------------------------------------------------- */

static bool
is_known(const ng_lexicon *l, const ng_trigger *t)
{
  for (const ng_trigger *o = ng_lexicon_find(l, t->hash); o;
       o = ng_lexicon_next(l, o))
    if (o->pattern == t->pattern && ng_str_equal(o->others, t->others))
      return true;
  return false;
}

static bool
add_trigger(ng_lexicon *l, ng_trigger t)
{
  if (is_known(l, &t))
    return true;
  uint32_t *head = &l->heads[t.hash & l->mask];
  t.next = *head;
  if (!NG_PUSH(&l->arena, &l->triggers, t))
    return false;
  *head = l->triggers.n;
  return true;
}

/* Every form of a lemma: of its first word if it is a verb, else of its
 * last. */
static bool
add_lemma(ng_lexicon *l, ng_str lemma, uint32_t pattern, uint8_t kind)
{
  char form[NG_FORM_ROOM];
  ng_trigger t = {.pattern = pattern};
  size_t i = 0, last = lemma.len;
  while (i < lemma.len && lemma.at[i] != '_')
    i++;
  ng_str head = ng_str_slice(lemma, 0, i);
  if (i < lemma.len && kind == NG_TRIGGER_VERB)
    t.others = ng_str_slice(lemma, i + 1, lemma.len);
  else if (i < lemma.len) {
    while (lemma.at[last - 1] != '_')
      last--;
    head = ng_str_slice(lemma, last, lemma.len);
    t.others = ng_str_slice(lemma, 0, last - 1);
  }
  for (unsigned k = 0;; k++) {
    size_t n = ng_inflect(head, (ng_trigger_kind)kind, k, form);
    if (n == 0)
      return true;
    t.hash = ng_form_key((ng_str){form, n});
    if (!add_trigger(l, t))
      return false;
  }
}

/* Give the types to the slots with paths, and drop their own slots. */
static ng_status
join_types(reader *r)
{
  ng_slot *slots = r->lexicon->slots.at + r->pattern.slot;
  uint16_t kept = 0;
  for (uint16_t i = 0; i < r->pattern.n_slots; i++) {
    if (slots[i].n)
      continue;
    bool found = false;
    for (uint16_t k = 0; k < r->pattern.n_slots; k++)
      if (slots[k].n && slots[k].slot == slots[i].slot) {
        slots[k].fill = slots[i].fill;
        found = true;
      }
    if (!found)
      return wrong(r, "a type for a role that has no paths");
  }
  for (uint16_t i = 0; i < r->pattern.n_slots; i++)
    if (slots[i].n)
      slots[kept++] = slots[i];
  r->lexicon->slots.n = r->pattern.slot + kept;
  r->pattern.n_slots = kept;
  return NG_OK;
}

static ng_status
end_pattern(reader *r)
{
  ng_lexicon *l = r->lexicon;
  ng_str lemmas = r->lemmas, lemma;
  if (!r->evokes)
    return wrong(r, "the pattern evokes nothing: it needs lex:evokes");
  if (!lemmas.len)
    return wrong(r, "the pattern has no lex:verb, lex:noun or lex:adj");
  if (r->pattern.evokes == NG_EVOKES_PHASE &&
      r->pattern.course == NG_NO_COURSE && !r->pattern.negative &&
      r->pattern.certainty == NG_CERTAIN)
    return wrong(r, "a lex:Phase needs lex:status, polarity or certainty");
  NG_TRY(join_types(r));
  while ((lemma = next_word(&lemmas, " ")).len)
    if (lemma.at[0] == '_' || lemma.at[lemma.len - 1] == '_')
      return wrong(r, "'%.*s' is no lemma", NG_ARG(lemma));
    else if (!add_lemma(l, lemma, l->patterns.n, r->pattern.trigger))
      return spent(r);
  return NG_PUSH(&l->arena, &l->patterns, r->pattern) ? NG_OK : spent(r);
}

static ng_status
read_pattern(reader *r)
{
  r->pattern = (ng_pattern){.line = r->line,
                            .file = r->lexicon->files.n - 1,
                            .slot = r->lexicon->slots.n,
                            .course = NG_NO_COURSE,
                            .content_course = NG_NO_COURSE};
  r->lemmas = (ng_str){0};
  r->evokes = false;
  if (!take(r, '[') || !take(r, ']'))
    return wrong(r, "a pattern starts with '[]'");
  do {
    skip_space(r);
    if (peek(r) == '.')
      break;
    NG_TRY(read_statement(r));
  } while (take(r, ';'));
  if (!take(r, '.'))
    return wrong(r, "no '.' or ';' after a value");
  return end_pattern(r);
}

static uint64_t
hash_bytes(uint64_t h, ng_str s)
{
  for (size_t i = 0; i < s.len; i++)
    h = (h ^ (unsigned char)s.at[i]) * 1099511628211U;
  return h;
}

ng_status
ng_lexicon_add(ng_lexicon *lexicon, ng_str name, ng_str text, ng_error *err)
{
  reader r = {
      .lexicon = lexicon, .name = name, .text = text, .line = 1, .err = err};
  if (!NG_PUSH(&lexicon->arena, &lexicon->files, name))
    return spent(&r);
  lexicon->identity = hash_bytes(
      lexicon->identity ? lexicon->identity : 14695981039346656037U, text);
  for (skip_space(&r); r.at < text.len; skip_space(&r))
    if (peek(&r) == '@')
      NG_TRY(read_prefix(&r));
    else
      NG_TRY(read_pattern(&r));
  return NG_OK;
}
