/* paths.c - paths over the parse, as a lexicon file has them. */
#include "extract/lexicon/reader.h"

static const ng_keyword steps[] = {{"subj", NG_STEP_SUBJ},
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

/* The bit of a preposition, which gets one if it has none; 0 if there is no
 * more. */
static uint64_t
preposition(ng_lexicon *l, ng_str word)
{
  uint64_t bit = ng_lexicon_preposition(l, word);
  if (bit || l->prepositions.n == 64)
    return bit;
  l->preposition_keys[l->prepositions.n] = ng_form_key(word);
  if (!NG_PUSH(&l->arena, &l->prepositions, word))
    return 0;
  return (uint64_t)1 << (l->prepositions.n - 1);
}

static ng_status
read_step(ng_lexer *r, ng_str text)
{
  ng_step step = {0};
  if (text.len > 3 && memcmp(text.at, "to:", 3) == 0) {
    step.kind = NG_STEP_TO;
    ng_str rest = ng_str_slice(text, 3, text.len), word;
    while ((word = ng_next_word(&rest, ", ")).len) {
      uint64_t bit = preposition(r->lexicon, word);
      if (!bit)
        return ng_lexer_wrong(r, "more than 64 prepositions");
      step.prepositions |= bit;
    }
  } else if (!ng_keyword_find(steps, text, &step.kind))
    return ng_lexer_wrong(r, "'%.*s' is no step of a path", NG_ARG(text));
  return NG_PUSH(&r->lexicon->arena, &r->lexicon->steps, step)
             ? NG_OK
             : ng_lexer_spent(r);
}

static ng_status
read_path(ng_lexer *r, ng_str text, bool more)
{
  enum { MAX_STEPS = 6 };
  ng_path path = {.step = r->lexicon->steps.n, .more = more};
  ng_str step;
  while ((step = ng_next_word(&text, "> ")).len) {
    if (++path.n > MAX_STEPS)
      return ng_lexer_wrong(r, "more than %d steps in a path", MAX_STEPS);
    NG_TRY(read_step(r, step));
  }
  if (path.n == 0)
    return ng_lexer_wrong(r, "an empty path");
  return NG_PUSH(&r->lexicon->arena, &r->lexicon->paths, path)
             ? NG_OK
             : ng_lexer_spent(r);
}

ng_status
ng_lexer_paths(ng_lexer *r, ng_str text, uint8_t slot)
{
  enum { MAX_PATHS = 32 };
  ng_slot s = {.path = r->lexicon->paths.n, .slot = slot};
  ng_str alternative, path;
  while ((alternative = ng_next_word(&text, "|")).len)
    while ((path = ng_next_word(&alternative, "+")).len) {
      if (++s.n > MAX_PATHS)
        return ng_lexer_wrong(r, "more than %d paths", MAX_PATHS);
      NG_TRY(read_path(r, path, alternative.len > 0));
    }
  if (s.n == 0)
    return ng_lexer_wrong(r, "an empty path");
  for (uint32_t i = r->pattern.slot; i < r->lexicon->slots.n; i++)
    if (r->lexicon->slots.at[i].slot == slot && r->lexicon->slots.at[i].n)
      return ng_lexer_wrong(r, "a role that has paths already");
  if (!NG_PUSH(&r->lexicon->arena, &r->lexicon->slots, s))
    return ng_lexer_spent(r);
  r->pattern.n_slots++;
  return NG_OK;
}
