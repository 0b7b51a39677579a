/* read.c - the reader of lexicon files: statements and patterns. */
#include "extract/lexicon/reader.h"

/* --- values --------------------------------------------------------------- */

static const ng_keyword courses[] = {
    {"Occurred", NG_OCCURRED},      {"Ongoing", NG_ONGOING},
    {"Scheduled", NG_SCHEDULED},    {"Possible", NG_POSSIBLE},
    {"Proposed", NG_PROPOSED},      {"Desired", NG_DESIRED},
    {"Postponed", NG_POSTPONED},    {"Cancelled", NG_CANCELLED},
    {"Downgraded", NG_DOWNGRADED},  {"Stalled", NG_STALLED},
    {"BrokenDown", NG_BROKEN_DOWN}, {NULL, 0}};

static const ng_keyword certainties[] = {{"Certain", NG_CERTAIN},
                                         {"Probable", NG_PROBABLE},
                                         {"Doubtful", NG_DOUBTFUL},
                                         {"Alleged", NG_ALLEGED},
                                         {NULL, 0}};

static const ng_keyword polarities[] = {
    {"Positive", 0}, {"Negative", 1}, {NULL, 0}};

static const ng_keyword modes[] = {{"Video", NG_VIDEO},
                                   {"InPerson", NG_IN_PERSON},
                                   {"Phone", NG_PHONE},
                                   {NULL, 0}};

static const ng_keyword fills[] = {
    {"Any", NG_FILL_ANY},           {"Actor", NG_FILL_ACTOR},
    {"Person", NG_FILL_PERSON},     {"Organization", NG_FILL_ORGANIZATION},
    {"Place", NG_FILL_PLACE},       {"Event", NG_FILL_EVENT},
    {"State", NG_FILL_STATE},       {"Party", NG_FILL_PARTY},
    {"Body", NG_FILL_BODY},         {"Power", NG_FILL_POWER},
    {"Lawmaker", NG_FILL_LAWMAKER}, {NULL, 0}};

static ng_status
take_choice(ng_lexer *r, const ng_keyword *from, const ng_lexeme *value,
            uint8_t *out)
{
  if (!value->literal && value->space == SPACE_NG &&
      ng_keyword_find(from, value->text, out))
    return NG_OK;
  return ng_lexer_wrong(r, "'%.*s' is no value that is known here",
                        NG_ARG(value->text));
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

static bool
find_class(const ng_lexeme *value, uint8_t *out)
{
  for (uint8_t i = 0; value->space == SPACE_NG && i < NG_N_EVENT_CLASSES; i++) {
    const char *name = ng_event_class_name((ng_event_class)i);
    *out = i;
    if (ng_str_equal(value->text, (ng_str){name, strlen(name)}))
      return true;
  }
  return false;
}

static ng_status
read_below(ng_lexer *r, const ng_lexeme *value)
{
  if (!r->evokes || !r->pattern.own)
    return ng_lexer_wrong(
        r, "lex:below follows lex:evokes with a class of one's own");
  r->below = true;
  return find_class(value, &r->pattern.class)
             ? NG_OK
             : ng_lexer_wrong(r, "'%.*s' is no event class",
                              NG_ARG(value->text));
}

static ng_status
read_evokes(ng_lexer *r, const ng_lexeme *value)
{
  ng_pattern *p = &r->pattern;
  if (r->evokes)
    return ng_lexer_wrong(r, "a pattern evokes one thing");
  r->evokes = true;
  if (value->space == SPACE_OTHER)
    return ng_lexer_own(r, value);
  if (value->space == SPACE_LEX && ng_str_equal(value->text, NG_LIT("Phase"))) {
    p->evokes = NG_EVOKES_PHASE;
    return NG_OK;
  }
  if (find_class(value, &p->class))
    return NG_OK;
  p->evokes = NG_EVOKES_PREDICATE;
  for (uint8_t i = 0; value->space == SPACE_NG && i < NG_N_PREDICATES; i++) {
    const char *name = ng_predicate_name((ng_predicate)i);
    p->class = i;
    if (ng_str_equal(value->text, (ng_str){name, strlen(name)}))
      return NG_OK;
  }
  return ng_lexer_wrong(
      r, "'%.*s' is neither an event class, a predicate nor lex:Phase",
      NG_ARG(value->text));
}

static ng_status
read_words(ng_lexer *r, ng_str text, ng_wordlist *out)
{
  char form[NG_FORM_ROOM];
  ng_lexicon *l = r->lexicon;
  ng_str word;
  out->at = l->themes.n;
  while ((word = ng_next_word(&text, " ")).len)
    for (unsigned i = 0;; i++) {
      size_t n = ng_inflect(word, NG_TRIGGER_NOUN, i, form);
      if (n == 0)
        break;
      if (!NG_PUSH(&l->arena, &l->themes, ng_form_key((ng_str){form, n})))
        return ng_lexer_spent(r);
    }
  out->n = l->themes.n - out->at;
  return NG_OK;
}

static ng_status
read_need(ng_lexer *r, ng_str word, bool any)
{
  uint8_t role = role_of(word);
  if (ng_str_equal(word, NG_LIT("content")))
    role = NG_SLOT_CONTENT;
  else if (role == NG_N_ROLES)
    return ng_lexer_wrong(r, "'%.*s' is no role", NG_ARG(word));
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
read_needs(ng_lexer *r, ng_str text)
{
  ng_str words, word;
  while ((words = ng_next_word(&text, " ")).len) {
    bool any = memchr(words.at, '|', words.len) != NULL;
    while ((word = ng_next_word(&words, "|")).len)
      NG_TRY(read_need(r, word, any));
  }
  return NG_OK;
}

static ng_status
read_text(ng_lexer *r, ng_str text, uint32_t *at, uint32_t *n)
{
  ng_lexicon *l = r->lexicon;
  if (*n == 0)
    *at = l->texts.n;
  if (*at + *n != l->texts.n)
    return ng_lexer_wrong(r, "values of one property must stand together");
  if (!NG_PUSH(&l->arena, &l->texts, text))
    return ng_lexer_spent(r);
  ++*n;
  return NG_OK;
}

/* lex:agentType, whose paths may come before or after it: a slot of its own,
 * joined to the paths when the pattern ends. */
static ng_status
read_type(ng_lexer *r, ng_str name, const ng_lexeme *value)
{
  ng_slot s = {.slot = role_of(ng_str_slice(name, 0, name.len - 4))};
  if (s.slot == NG_N_ROLES)
    return ng_lexer_wrong(r, "lex:%.*s is not known", NG_ARG(name));
  if (!ng_keyword_find(fills, value->text, &s.fill) || value->literal)
    return ng_lexer_wrong(r, "'%.*s' is no type that can be asked for",
                          NG_ARG(value->text));
  if (!NG_PUSH(&r->lexicon->arena, &r->lexicon->slots, s))
    return ng_lexer_spent(r);
  r->pattern.n_slots++;
  return NG_OK;
}

static ng_status
read_trigger(ng_lexer *r, uint8_t kind, ng_str lemmas)
{
  if (r->lemmas.len)
    return ng_lexer_wrong(r, "a pattern has one list of triggers");
  r->pattern.trigger = kind;
  r->lemmas = lemmas;
  return NG_OK;
}

static ng_status
read_literal(ng_lexer *r, ng_str name, ng_str value)
{
  ng_pattern *p = &r->pattern;
  static const ng_keyword triggers[] = {{"verb", NG_TRIGGER_VERB},
                                        {"noun", NG_TRIGGER_NOUN},
                                        {"adj", NG_TRIGGER_ADJ},
                                        {NULL, 0}};
  uint8_t kind = role_of(name);
  if (kind != NG_N_ROLES && kind != NG_ROLE_theme)
    return ng_lexer_paths(r, value, kind);
  if (ng_keyword_find(triggers, name, &kind))
    return read_trigger(r, kind, value);
  if (ng_str_equal(name, NG_LIT("content")))
    return ng_lexer_paths(r, value, NG_SLOT_CONTENT);
  if (ng_str_equal(name, NG_LIT("event")))
    return ng_lexer_paths(r, value, NG_SLOT_EVENT);
  if (ng_str_equal(name, NG_LIT("unless")))
    return ng_lexer_paths(r, value, NG_SLOT_UNLESS);
  if (ng_str_equal(name, NG_LIT("theme")))
    return read_words(r, value, &p->theme);
  if (ng_str_equal(name, NG_LIT("subject")))
    return read_words(r, value, &p->subject);
  if (ng_str_equal(name, NG_LIT("without")))
    return read_words(r, value, &p->without);
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
  return ng_lexer_wrong(r, "lex:%.*s is not known, or takes no text",
                        NG_ARG(name));
}

static ng_status
read_value(ng_lexer *r, ng_str name, const ng_lexeme *value)
{
  ng_pattern *p = &r->pattern;
  uint8_t flag;
  if (value->literal)
    return read_literal(r, name, value->text);
  if (ng_str_equal(name, NG_LIT("evokes")))
    return read_evokes(r, value);
  if (ng_str_equal(name, NG_LIT("below")))
    return read_below(r, value);
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
  return ng_lexer_wrong(r, "lex:%.*s is not known, or takes a text",
                        NG_ARG(name));
}

static ng_status
read_statement(ng_lexer *r)
{
  ng_lexeme property, value;
  NG_TRY(ng_lexer_term(r, &property));
  if (property.literal)
    return ng_lexer_wrong(r, "a text where a property must be");
  do {
    NG_TRY(ng_lexer_term(r, &value));
    if (property.space == SPACE_LEX)
      NG_TRY(read_value(r, property.text, &value));
  } while (ng_lexer_take(r, ','));
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

static void
see(uint64_t *seen, unsigned bits, uint32_t hash)
{
  uint32_t bit = hash >> (32 - bits);
  seen[bit / 64] |= (uint64_t)1 << bit % 64;
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
  see(l->seen, NG_SEEN_BITS, t.hash);
  return true;
}

static uint8_t
words_of(ng_str others)
{
  unsigned n = others.len > 0;
  for (size_t i = 0; i < others.len && n < UINT8_MAX; i++)
    n += others.at[i] == '_';
  return (uint8_t)n;
}

/* Every form of a lemma of the pattern that comes next: of its first word if it
 * is a verb, else of its last. */
static bool
add_lemma(ng_lexicon *l, ng_str lemma, const ng_pattern *pattern)
{
  char form[NG_FORM_ROOM];
  ng_trigger_kind kind = (ng_trigger_kind)pattern->trigger;
  ng_trigger t = {.pattern = l->patterns.n,
                  .evokes = pattern->evokes,
                  .kind = pattern->trigger};
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
  ng_str rest = t.others;
  t.several = words_of(rest);
  t.other = ng_form_key(ng_str_cut(&rest, '_'));
  for (unsigned k = 0;; k++) {
    size_t n = ng_inflect(head, kind, k, form);
    if (n == 0)
      return true;
    t.hash = ng_form_key((ng_str){form, n});
    if (!add_trigger(l, t))
      return false;
    if (pattern->evokes == NG_EVOKES_PREDICATE)
      see(l->seen_of_claims, NG_CLAIMS_BITS, t.hash);
  }
}

/* Give the types to the slots with paths, and drop their own slots. */
static ng_status
join_types(ng_lexer *r)
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
      return ng_lexer_wrong(r, "a type for a role that has no paths");
  }
  for (uint16_t i = 0; i < r->pattern.n_slots; i++)
    if (slots[i].n)
      slots[kept++] = slots[i];
  r->lexicon->slots.n = r->pattern.slot + kept;
  r->pattern.n_slots = kept;
  return NG_OK;
}

static ng_status
end_pattern(ng_lexer *r)
{
  ng_lexicon *l = r->lexicon;
  ng_str lemmas = r->lemmas, lemma;
  if (!r->evokes)
    return ng_lexer_wrong(r, "the pattern evokes nothing: it needs lex:evokes");
  if (!lemmas.len)
    return ng_lexer_wrong(r,
                          "the pattern has no lex:verb, lex:noun or lex:adj");
  if (r->pattern.own && !r->below)
    return ng_lexer_wrong(r, "a class of one's own needs lex:below, the event "
                             "class that it is a kind of");
  if (r->pattern.evokes == NG_EVOKES_PHASE &&
      r->pattern.course == NG_NO_COURSE && !r->pattern.negative &&
      r->pattern.certainty == NG_CERTAIN)
    return ng_lexer_wrong(
        r, "a lex:Phase needs lex:status, polarity or certainty");
  NG_TRY(join_types(r));
  while ((lemma = ng_next_word(&lemmas, " ")).len)
    if (lemma.at[0] == '_' || lemma.at[lemma.len - 1] == '_')
      return ng_lexer_wrong(r, "'%.*s' is no lemma", NG_ARG(lemma));
    else if (!add_lemma(l, lemma, &r->pattern))
      return ng_lexer_spent(r);
  return NG_PUSH(&l->arena, &l->patterns, r->pattern) ? NG_OK
                                                      : ng_lexer_spent(r);
}

static ng_status
read_pattern(ng_lexer *r)
{
  r->pattern = (ng_pattern){.line = r->line,
                            .file = r->lexicon->files.n - 1,
                            .slot = r->lexicon->slots.n,
                            .course = NG_NO_COURSE,
                            .content_course = NG_NO_COURSE};
  r->lemmas = (ng_str){0};
  r->evokes = r->below = false;
  if (!ng_lexer_take(r, '[') || !ng_lexer_take(r, ']'))
    return ng_lexer_wrong(r, "a pattern starts with '[]'");
  do {
    ng_lexer_skip(r);
    if (ng_lexer_peek(r) == '.')
      break;
    NG_TRY(read_statement(r));
  } while (ng_lexer_take(r, ';'));
  if (!ng_lexer_take(r, '.'))
    return ng_lexer_wrong(r, "no '.' or ';' after a value");
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
  ng_lexer r = {
      .lexicon = lexicon, .name = name, .text = text, .line = 1, .err = err};
  if (!NG_PUSH(&lexicon->arena, &lexicon->files, name))
    return ng_lexer_spent(&r);
  lexicon->identity = hash_bytes(
      lexicon->identity ? lexicon->identity : 14695981039346656037U, text);
  for (ng_lexer_skip(&r); r.at < text.len; ng_lexer_skip(&r))
    if (ng_lexer_peek(&r) == '@')
      NG_TRY(ng_lexer_prefix(&r));
    else
      NG_TRY(read_pattern(&r));
  return NG_OK;
}
