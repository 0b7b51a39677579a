/* quiet.c - sentences that tell of no event: they are neither tagged nor
 * parsed.
 *
 * A sentence is worth parsing if it holds a word that some pattern starts from,
 * with the other words that the pattern cannot do without, and somebody whom it
 * could be about: a name, or a pronoun or phrase that may stand for one.  Where
 * more than patterns may read something in it (who speaks in a quotation, what
 * a headline says, which place is in which), the first word alone will do.
 */
#include "extract/events/events.h"
#include "extract/speech/probe.h"

/* What is told of with nobody named: see ng_is_grave(). */
static bool
is_grave(const ng_lexicon *l, const ng_trigger *t)
{
  for (; t; t = ng_lexicon_next(l, t))
    if (t->evokes == NG_EVOKES_EVENT && t->kind == NG_TRIGGER_VERB &&
        ng_is_grave((ng_event_class)l->patterns.at[t->pattern].class))
      return true;
  return false;
}

static ng_str
token_text(const ng_doc *doc, const ng_token *t)
{
  return (ng_str){doc->text.at + t->begin, t->end - t->begin};
}

/* The key that may be of a trigger: of a hyphenated word its last part's. */
static uint32_t
trigger_key(ng_str word, const ng_token *t)
{
  size_t i = word.len;
  if (t->flags & NG_TOKEN_HYPHENATED)
    while (i > 0 && word.at[i - 1] != '-')
      i--;
  else
    i = 0;
  return ng_form_key(ng_str_slice(word, i, word.len));
}

/* Why a sentence may be worth parsing. */
typedef struct {
  bool named; /* somebody is */
  bool two;   /* names */
  bool any;   /* more than patterns may read something in it */
} reasons;

static bool
has_sign(ng_str text)
{
  static const char *const signs[] = {"$", "\xC2\xA3", "\xE2\x82\xAC",
                                      "\xC2\xA5"};
  const char *end = text.at + text.len;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t n = strlen(signs[i]);
    for (const char *at = text.at;
         (at = memchr(at, signs[i][0], (size_t)(end - at))); at++)
      if ((size_t)(end - at) >= n && memcmp(at, signs[i], n) == 0)
        return true;
  }
  return false;
}

/* The words of a sentence, as the lexicon knows forms. */
typedef struct {
  const ng_lexicon *lexicon;
  const ng_doc *doc;
  const ng_sentence *sentence;
  uint64_t bits[16];     /* of their last ten bits: most words are not there */
  uint64_t prepositions; /* those there, once somebody asked */
  bool asked;            /* for them */
  bool money;            /* "$3.5 billion" */
  bool two;              /* names, or a name and a pronoun, once looked for */
  bool looked;
  uint32_t n;
  uint32_t keys[NG_MAX_SENTENCE];
} wordset;

static bool
has_key(const wordset *w, uint32_t key)
{
  if (!(w->bits[key / 64 % 16] >> key % 64 & 1))
    return false;
  for (uint32_t i = 0; i < w->n; i++)
    if (w->keys[i] == key)
      return true;
  return false;
}

static bool
has_any(const wordset *w, ng_wordlist list)
{
  const uint32_t *keys = w->lexicon->themes.at + list.at;
  for (uint32_t i = 0; i < list.n; i++)
    if (has_key(w, keys[i]))
      return true;
  return list.n == 0 || (w->money && ng_wordlist_has(w->lexicon, list,
                                                     ng_form_key(NG_LIT("$"))));
}

/* Words joined by "_": all of them. */
static bool
has_all(const wordset *w, ng_str words)
{
  for (size_t i = 0, n; i < words.len; i += n + 1) {
    for (n = 0; i + n < words.len && words.at[i + n] != '_';)
      n++;
    if (!has_key(w, ng_form_key(ng_str_slice(words, i, i + n))))
      return false;
  }
  return true;
}

/* Is one of the prepositions there?  See ng_lexicon_preposition(). */
static bool
has_preposition(wordset *w, uint64_t wanted)
{
  const ng_lexicon *l = w->lexicon;
  for (uint32_t i = 0; !w->asked && i < l->prepositions.n; i++)
    w->prepositions |= (uint64_t)has_key(w, l->preposition_keys[i]) << i;
  w->asked = true;
  return w->prepositions & wanted;
}

/* May one of the slot's paths lead somewhere? */
static bool
may_fill(wordset *w, const ng_slot *slot)
{
  for (uint32_t i = 0; i < slot->n; i++) {
    const ng_path *path = &w->lexicon->paths.at[slot->path + i];
    bool open = true;
    for (uint32_t k = 0; k < path->n; k++) {
      const ng_step *step = &w->lexicon->steps.at[path->step + k];
      if (step->kind == NG_STEP_TO && !has_preposition(w, step->prepositions))
        open = false;
    }
    if (open)
      return true;
  }
  return false;
}

/* The roles without which there is no event. */
static bool
has_needs(wordset *w, const ng_pattern *p)
{
  uint32_t roles = 0;
  for (uint32_t i = 0; i < p->n_slots; i++) {
    const ng_slot *slot = &w->lexicon->slots.at[p->slot + i];
    if (p->needs >> slot->slot & 1 && may_fill(w, slot))
      roles |= 1U << slot->slot;
  }
  return (roles & p->needs) == p->needs;
}

/* Is every word there that the pattern cannot do without? */
static bool
may_fit(wordset *w, const ng_pattern *p)
{
  return has_all(w, p->particle) && has_any(w, p->theme) &&
         has_any(w, p->subject) && has_needs(w, p);
}

/* Are the trigger's other words there? */
static bool
has_others(const wordset *w, const ng_trigger *t)
{
  return t->several == 0 ||
         (has_key(w, t->other) && (t->several == 1 || has_all(w, t->others)));
}

/* Are there two who may do something to each other? */
static bool
has_two(wordset *w)
{
  static const char pronouns[] = "he she they we who i it its his her their our"
                                 " my which whose him them us";
  const ng_token *tokens = w->doc->tokens.at;
  for (uint32_t i = w->sentence->token; !w->looked && i < w->sentence->end; i++)
    w->two =
        w->two || (tokens[i].end - tokens[i].begin <= 5 &&
                   ng_str_listed(token_text(w->doc, &tokens[i]), pronouns));
  w->looked = true;
  return w->two;
}

/* May some pattern of the trigger fit?  A phase is of an event, which has a
 * pattern of its own; a predicate is of two. */
static bool
may_start(wordset *w, const ng_trigger *t)
{
  for (; t; t = ng_lexicon_next(w->lexicon, t))
    if (t->evokes != NG_EVOKES_PHASE && has_others(w, t) &&
        (t->evokes != NG_EVOKES_PREDICATE || has_two(w)) &&
        may_fit(w, &w->lexicon->patterns.at[t->pattern]))
      return true;
  return false;
}

/* Take those of a sentence that has some; `two`: it has so many names. */
static void
take_words(wordset *w, const ng_lexicon *l, const ng_doc *doc,
           const ng_sentence *s, bool two)
{
  memset(w->bits, 0, sizeof w->bits);
  w->prepositions = 0;
  w->asked = false;
  enum { NEAR = 12 }; /* one of the first triggers will do */
  uint32_t asked[NEAR], n = 0;
  w->lexicon = l;
  w->doc = doc;
  w->sentence = s;
  w->two = w->looked = two;
  for (uint32_t i = s->token; i < s->end; i++) {
    ng_str text = token_text(doc, &doc->tokens.at[i]);
    uint32_t key = ng_form_key(text);
    w->keys[w->n++] = key;
    w->bits[key / 64 % 16] |= (uint64_t)1 << key % 64;
    if (n < NEAR && ng_lexicon_may_find(l, key)) {
      ng_lexicon_ask(l, key);
      asked[n++] = key;
    }
  }
  for (uint32_t i = 0; i < n; i++)
    (void)ng_lexicon_fetch(l, asked[i]);
  w->money = has_sign(ng_str_slice(doc->text, doc->tokens.at[s->token].begin,
                                   doc->tokens.at[s->end - 1].end));
}

static bool
is_mark(ng_str text)
{
  return ng_str_equal(text, NG_LIT("'")) ||
         ng_str_equal(text, NG_LIT("\xE2\x80\x98")) || /* single */
         ng_str_equal(text, NG_LIT("\xC2\xAB")) ||     /* angular */
         ng_str_equal(text, NG_LIT("\xC2\xBB"));
}

/* Does a quotation stand in the sentence, or go on in it?  `open`: does one
 * when it begins; and when it ends. */
static bool
is_quoted(const ng_doc *doc, const ng_sentence *s, bool *open)
{
  bool quoted = *open;
  for (uint32_t i = s->token; i < s->end; i++) {
    const ng_token *t = &doc->tokens.at[i];
    if (t->kind != NG_TOKEN_PUNCT)
      continue;
    ng_str text = token_text(doc, t);
    if (ng_str_equal(text, NG_LIT("\"")))
      *open = !*open;
    else if (ng_str_equal(text, NG_LIT("\xE2\x80\x9C"))) /* left */
      *open = true;
    else if (ng_str_equal(text, NG_LIT("\xE2\x80\x9D"))) /* right */
      *open = false;
    else if (!is_mark(text))
      continue;
    quoted = true;
  }
  return quoted;
}

/* "indicated", "claims": who says so speaks, whatever it is a trigger of. */
static bool
is_saying(ng_str word)
{
  static const char *const ends[] = {"", "s", "d", "ed"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t n = strlen(ends[i]);
    if (word.len > n && memcmp(word.at + word.len - n, ends[i], n) == 0 &&
        ng_is_saying_verb(ng_str_slice(word, 0, word.len - n)))
      return true;
  }
  return false;
}

/* Is a word there from which a pattern may start?  Where others than patterns
 * may read something in the sentence, `any` word that starts one will do; else
 * its words count. */
static bool
is_loud(const ng_context *context, const ng_doc *doc, const ng_sentence *s,
        const reasons *why)
{
  static const char people[] = "he she they two both we who i sides";
  const ng_lexicon *l = context->lexicon;
  bool trigger = false, named = why->named, any = why->any;
  wordset words;
  if (s->end - s->token > NG_MAX_SENTENCE || s->end == s->token)
    return false;
  words.n = 0;
  if (!any) {
    take_words(&words, l, doc, s, why->two);
    any = has_key(&words, ng_form_key(NG_LIT("according")));
  }
  for (uint32_t i = s->token; i < s->end; i++) {
    const ng_token *t = &doc->tokens.at[i];
    if (t->kind != NG_TOKEN_WORD)
      continue;
    ng_str word = token_text(doc, t);
    bool known = words.n && !(t->flags & NG_TOKEN_HYPHENATED);
    uint32_t key = known ? words.keys[i - s->token] : trigger_key(word, t);
    const ng_trigger *found = ng_lexicon_find(l, key);
    trigger = trigger ||
              (found && (any || may_start(&words, found) || is_saying(word)));
    named = named || (found && is_grave(l, found));
    named = named || (word.len <= 5 && ng_str_listed(word, people));
    if (trigger && named)
      return true;
  }
  return false;
}

/* "Arzew, Oran", "the palace in Paris": names that may be one in the other. */
static bool
are_nested(const ng_doc *doc, ng_span a, ng_span b)
{
  if (b.begin <= a.end || b.begin - a.end > 8)
    return false;
  ng_str gap = ng_doc_text(doc, (ng_span){a.end, b.begin});
  return ng_str_equal(gap, NG_LIT(", ")) || ng_str_equal(gap, NG_LIT(" (")) ||
         ng_str_equal(gap, NG_LIT(" in ")) ||
         ng_str_equal(gap, NG_LIT(" in the "));
}

/* The names of sentence `s`, from mention *m on. */
static void
look_at_names(const ng_doc *doc, const ng_sentence *s, uint32_t *m,
              reasons *why)
{
  ng_span before = {0};
  for (; *m < doc->mentions.n && doc->mentions.at[*m].span.begin < s->span.end;
       ++*m) {
    ng_span span = doc->mentions.at[*m].span;
    if (span.begin < s->span.begin)
      continue;
    why->any |= why->named && are_nested(doc, before, span);
    why->two |= why->named;
    why->named = true;
    before = span;
  }
}

ng_status
ng_mark_quiet(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)err;
  uint32_t m = 0;
  bool open = false;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    ng_sentence *s = &doc->sentences.at[i];
    reasons why = {.any = is_quoted(doc, s, &open) ||
                          (s->flags & NG_SENTENCE_HEADLINE)};
    look_at_names(doc, s, &m, &why);
    s->flags &= ~(uint32_t)NG_SENTENCE_QUIET;
    if (context->lexicon && !context->options->every_sentence &&
        !is_loud(context, doc, s, &why))
      s->flags |= NG_SENTENCE_QUIET;
  }
  return NG_OK;
}
