/* forms.c - the forms of English lemmas. */
#include "extract/lexicon/lexicon.h"

/* Verbs whose past or participle no rule gives: lemma, then the forms. */
static const char *const irregular[] = {
    "arise arose arisen",
    "bear bore born borne",
    "beat beat beaten",
    "become became become",
    "begin began begun",
    "bid bid bid",
    "bind bound",
    "blow blew blown",
    "break broke broken",
    "bring brought",
    "build built",
    "buy bought",
    "catch caught",
    "choose chose chosen",
    "come came come",
    "cut cut",
    "deal dealt",
    "draw drew drawn",
    "drive drove driven",
    "fall fell fallen",
    "feel felt",
    "fight fought",
    "find found",
    "flee fled",
    "fly flew flown",
    "forbid forbade forbidden",
    "freeze froze frozen",
    "get got gotten",
    "give gave given",
    "go went gone",
    "grind ground",
    "grow grew grown",
    "hang hung",
    "have had has",
    "hear heard",
    "hit hit",
    "hold held",
    "hurt hurt",
    "keep kept",
    "know knew known",
    "lay laid",
    "lead led",
    "leave left",
    "lend lent",
    "let let",
    "lose lost",
    "make made",
    "mean meant",
    "meet met",
    "overthrow overthrew overthrown",
    "pay paid",
    "put put",
    "quit quit",
    "read read",
    "rise rose risen",
    "run ran run",
    "say said",
    "see saw seen",
    "seek sought",
    "sell sold",
    "send sent",
    "set set",
    "shake shook shaken",
    "shoot shot",
    "shut shut",
    "sign signed",
    "sit sat",
    "speak spoke spoken",
    "spend spent",
    "split split",
    "spread spread",
    "stand stood",
    "steal stole stolen",
    "stick stuck",
    "strike struck stricken",
    "sue suing",
    "swear swore sworn",
    "take took taken",
    "teach taught",
    "tell told",
    "think thought",
    "throw threw thrown",
    "undergo underwent undergone",
    "understand understood",
    "uphold upheld",
    "win won",
    "withdraw withdrew withdrawn",
    "withhold withheld",
    "withstand withstood",
    "write wrote written",
    "outbid outbid",
    "overcome overcame",
    "overtake overtook overtaken",
    "rebuild rebuilt",
    "resell resold",
    "foresee foresaw foreseen",
    "forecast forecast",
    "forgive forgave forgiven",
    "burn burnt burned",
    "bomb bombed",
    "sink sank sunk",
    "tie tying",
    "lie lay lain lying",
    "die dying",
    "retake retook retaken",
    "overrun overran overrun",
    "override overrode overridden",
    "undertake undertook undertaken",
    "oversee oversaw overseen",
    "slay slew slain",
    "tear tore torn",
    "sweep swept",
    "hide hid hidden",
    "ring rang rung",
    "ride rode ridden",
    "cast cast",
    "broadcast broadcast",
    "shed shed",
    "strive strove striven",
    "wear wore worn",
    "be is are was were been being am",
};

/* Nouns whose plural no rule gives. */
static const char *const plurals[] = {
    "man men",        "woman women",         "crisis crises",
    "child children", "person people",       "policeman policemen",
    "leaf leaves",    "spokesman spokesmen", "referendum referenda",
    "euro euros",     "video videos",        "photo photos",
    "kilo kilos",
};

static bool
is_vowel(char c)
{
  return c && strchr("aeiou", c);
}

/* Word `i` of a space-separated list; empty past the last. */
static ng_str
word_at(const char *list, unsigned i)
{
  const char *at = list;
  for (; i && *at; i--) {
    at += strcspn(at, " ");
    at += *at == ' ';
  }
  return (ng_str){at, strcspn(at, " ")};
}

static const char *
exception(ng_str lemma, const char *const *lists, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (ng_str_equal(word_at(lists[i], 0), lemma))
      return lists[i];
  return NULL;
}

static size_t
join(ng_str stem, const char *ending, char out[NG_FORM_ROOM])
{
  size_t n = strlen(ending);
  if (stem.len + n > NG_FORM_ROOM)
    return 0;
  memcpy(out, stem.at, stem.len);
  for (size_t i = 0; i < n; i++)
    out[stem.len + i] = ending[i];
  return stem.len + n;
}

static bool
hisses(ng_str s)
{
  char last = s.at[s.len - 1];
  char before = (char)(s.len > 1 ? s.at[s.len - 2] : '\0');
  return last == 's' || last == 'x' || last == 'z' ||
         (last == 'h' && (before == 'c' || before == 's'));
}

/* Consonant and y. */
static bool
ends_in_y(ng_str s)
{
  return s.len > 1 && s.at[s.len - 1] == 'y' && !is_vowel(s.at[s.len - 2]);
}

static size_t
with_s(ng_str lemma, char out[NG_FORM_ROOM])
{
  if (ends_in_y(lemma))
    return join(ng_str_slice(lemma, 0, lemma.len - 1), "ies", out);
  bool go = lemma.len > 1 && lemma.at[lemma.len - 1] == 'o' &&
            !is_vowel(lemma.at[lemma.len - 2]);
  return join(lemma, hisses(lemma) || go ? "es" : "s", out);
}

/* "ban" -> "bann": a vowel between consonants, as in stressed endings. */
static size_t
doubled(ng_str s, const char *ending, char out[NG_FORM_ROOM])
{
  if (s.len < 3 || s.len + 4 > NG_FORM_ROOM ||
      !strchr("bdgklmnprt", s.at[s.len - 1]) || !is_vowel(s.at[s.len - 2]) ||
      (is_vowel(s.at[s.len - 3]) && s.at[s.len - 3] != 'u'))
    return 0;
  char stem[NG_FORM_ROOM];
  memcpy(stem, s.at, s.len);
  stem[s.len] = s.at[s.len - 1];
  return join((ng_str){stem, s.len + 1}, ending, out);
}

static size_t
past(ng_str s, char out[NG_FORM_ROOM])
{
  if (s.at[s.len - 1] == 'e')
    return join(s, "d", out);
  if (ends_in_y(s))
    return join(ng_str_slice(s, 0, s.len - 1), "ied", out);
  return join(s, "ed", out);
}

static size_t
gerund(ng_str s, char out[NG_FORM_ROOM])
{
  if (s.len > 2 && s.at[s.len - 1] == 'e' && s.at[s.len - 2] != 'e')
    return join(ng_str_slice(s, 0, s.len - 1), "ing", out);
  return join(s, "ing", out);
}

static size_t
verb_form(ng_str lemma, unsigned i, char out[NG_FORM_ROOM])
{
  switch (i) {
  case 0:
    return join(lemma, "", out);
  case 1:
    return with_s(lemma, out);
  case 2:
    return gerund(lemma, out);
  case 3:
    return past(lemma, out);
  case 4: {
    size_t n = doubled(lemma, "ing", out);
    return n ? n : join(lemma, "", out);
  }
  case 5: {
    size_t n = doubled(lemma, "ed", out);
    return n ? n : join(lemma, "", out);
  }
  default: {
    const char *list =
        exception(lemma, irregular, sizeof irregular / sizeof *irregular);
    return list ? join(word_at(list, i - 5), "", out) : 0;
  }
  }
}

size_t
ng_inflect(ng_str lemma, ng_trigger_kind kind, unsigned i,
           char out[NG_FORM_ROOM])
{
  if (lemma.len == 0)
    return 0;
  if (kind == NG_TRIGGER_VERB)
    return verb_form(lemma, i, out);
  if (i == 0)
    return join(lemma, "", out);
  if (kind == NG_TRIGGER_ADJ || i > 2)
    return 0;
  const char *list =
      exception(lemma, plurals, sizeof plurals / sizeof *plurals);
  if (list)
    return join(word_at(list, i), "", out);
  return i == 1 ? with_s(lemma, out) : 0;
}
