/* score_match.c - when a graph and the gold mean the same. */
#include "cli/score_match.h"
#include "core/str.h"

#include <stdio.h>

ng_str
gold_field(const json_t *object, const char *name)
{
  const json_t *value = json_object_get(object, name);
  const char *s = json_string_value(value);
  return s ? (ng_str){s, json_string_length(value)} : (ng_str){"", 0};
}

/* --- entities ------------------------------------------------------------- */

gold_thing
gold_thing_of(ng_arena *arena, const json_t *article, ng_str name)
{
  gold_thing out = {.folded = facts_fold(arena, name)};
  const json_t *entity;
  size_t i;
  out.keys[0] = name;
  out.keys[2] = out.folded;
  json_array_foreach(json_object_get(article, "entities"), i, entity)
  {
    ng_str id = gold_field(entity, "id"), label = gold_field(entity, "label");
    if (!ng_str_equal(name, id) && !ng_str_equal(name, label))
      continue;
    out.keys[0] = id;
    out.keys[1] = facts_fold(arena, label);
  }
  return out;
}

static bool
contains(ng_str s, ng_str part)
{
  return part.len && s.len >= part.len &&
         memmem(s.at, s.len, part.at, part.len) != NULL;
}

bool
score_same_thing(const gold_thing *gold, const fact_thing *thing)
{
  for (int i = 0; i < SCORE_KEYS; i++)
    if (gold->keys[i].len && (ng_str_equal(gold->keys[i], thing->id) ||
                              ng_str_equal(gold->keys[i], thing->folded)))
      return true;
  return thing->folded.len > 3 && gold->folded.len &&
         (contains(thing->folded, gold->folded) ||
          contains(gold->folded, thing->folded));
}

/* --- classes -------------------------------------------------------------- */

static const char *const groups[] = {
    " Meeting Negotiation Hosting PhoneCall Visit Mediation ",
    " Statement Report Denial ",
    " Demand Pressure Encouragement ",
    " Accusation Condemnation ",
    " Agreement TreatySigning Cooperation Normalization Support ",
    " Attack Killing ",
    " CriminalCharge Trial Conviction Investigation Arrest ",
    " SanctionImposition TariffImposition BreakingRelations Expulsion ",
    " Resignation Dismissal Appointment Election ",
    " Ceasefire Withdrawal "};

/* The group that a class is of, or -1. */
static int
group_of(ng_str class)
{
  char word[64];
  if (class.len > 60)
    return -1;
  (void)snprintf(word, sizeof word, " %.*s ", NG_ARG(class));
  for (int i = 0; i < (int)(sizeof groups / sizeof *groups); i++)
    if (strstr(groups[i], word))
      return i;
  return -1;
}

bool
score_same_class(ng_str a, ng_str b)
{
  int group = group_of(a);
  return ng_str_equal(a, b) || (group >= 0 && group == group_of(b));
}

/* --- evidence ------------------------------------------------------------- */

static int64_t
points(const char *at, size_t n)
{
  int64_t sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += ((unsigned char)at[i] & 0xC0) != 0x80;
  return sum;
}

score_place
score_find(const char *text, ng_str part)
{
  const char *at = strstr(text, part.at);
  int64_t begin = at ? points(text, (size_t)(at - text)) : -1;
  return (score_place){begin, begin + points(part.at, part.len)};
}

bool
score_touches(const fact_basis *basis, score_place where)
{
  for (size_t i = 0; i < basis->n_spans; i++)
    if (basis->spans[i].begin < where.end && where.begin < basis->spans[i].end)
      return true;
  return false;
}

ng_str
score_words(const char *text, const fact_basis *basis)
{
  enum { WORDS = 90 };
  if (!basis->n_spans)
    return (ng_str){"", 0};
  uint32_t point = 0;
  size_t begin = 0, i = 0;
  for (; text[i] && point < basis->spans[0].end; i++) {
    if (((unsigned char)text[i + 1] & 0xC0) != 0x80)
      point++;
    if (point == basis->spans[0].begin)
      begin = i + 1;
  }
  if (basis->spans[0].begin == 0)
    begin = 0;
  ng_str out = {text + begin, i - begin};
  for (out.len = out.len < WORDS ? out.len : WORDS;
       out.len && ((unsigned char)out.at[out.len] & 0xC0) == 0x80;)
    out.len--;
  return out;
}
