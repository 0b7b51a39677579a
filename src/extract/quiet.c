/* quiet.c - sentences that tell of no event: they are neither tagged nor
 * parsed.
 *
 * A sentence is worth parsing if it holds a word that some pattern starts from
 * and somebody whom it could be about: a name, or a pronoun or phrase that may
 * stand for one.
 */
#include "extract/events.h"

static bool
is_one_of(ng_str word, const char *const *words)
{
  for (; *words; words++) {
    size_t i = 0;
    while (i < word.len && (*words)[i] && (word.at[i] | 0x20) == (*words)[i])
      i++;
    if (i == word.len && !(*words)[i])
      return true;
  }
  return false;
}

/* What is told of with nobody named: see ng_is_grave(). */
static bool
is_grave(const ng_lexicon *l, const ng_trigger *t)
{
  for (; t; t = ng_lexicon_next(l, t)) {
    const ng_pattern *p = &l->patterns.at[t->pattern];
    if (p->evokes == NG_EVOKES_EVENT && p->trigger == NG_TRIGGER_VERB &&
        ng_is_grave((ng_event_class)p->class))
      return true;
  }
  return false;
}

/* The first trigger that a word is, of a hyphenated one its last part. */
static const ng_trigger *
find_trigger(const ng_lexicon *l, ng_str word, const ng_token *t)
{
  size_t i = word.len;
  if (t->flags & NG_TOKEN_HYPHENATED)
    while (i > 0 && word.at[i - 1] != '-')
      i--;
  else
    i = 0;
  return ng_lexicon_find(l, ng_form_key(ng_str_slice(word, i, word.len)));
}

static bool
is_loud(const ng_context *context, const ng_doc *doc, const ng_sentence *s,
        bool named)
{
  static const char *const people[] = {"he", "she", "they", "two",   "both",
                                       "we", "who", "i",    "sides", NULL};
  bool trigger = false;
  if (s->end - s->token > NG_MAX_SENTENCE)
    return false;
  for (uint32_t i = s->token; i < s->end; i++) {
    const ng_token *t = &doc->tokens.at[i];
    if (t->kind != NG_TOKEN_WORD)
      continue;
    ng_str word = {doc->text.at + t->begin, t->end - t->begin};
    const ng_trigger *found =
        trigger && named ? NULL : find_trigger(context->lexicon, word, t);
    trigger |= found != NULL;
    named |= found && !named && is_grave(context->lexicon, found);
    named = named || (word.len <= 5 && is_one_of(word, people));
    if (trigger && named)
      return true;
  }
  return false;
}

ng_status
ng_mark_quiet(const ng_context *context, ng_doc *doc, ng_error *err)
{
  (void)err;
  uint32_t m = 0;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    ng_sentence *s = &doc->sentences.at[i];
    bool named = false;
    for (; m < doc->mentions.n && doc->mentions.at[m].span.begin < s->span.end;
         m++)
      named |= doc->mentions.at[m].span.begin >= s->span.begin;
    s->flags &= ~(uint32_t)NG_SENTENCE_QUIET;
    if (context->lexicon && !context->options->every_sentence &&
        !is_loud(context, doc, s, named))
      s->flags |= NG_SENTENCE_QUIET;
  }
  return NG_OK;
}
