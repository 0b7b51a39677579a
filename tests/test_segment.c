#include "test.h"

#include "core/str.h"
#include "doc.h"
#include "text/token.h"

#include <stdlib.h>

static ng_doc *
segment(ng_str text)
{
  ng_doc *doc;
  assert_int_equal(ng_doc_new(&doc, text, 256 << 20, NULL), NG_OK);
  assert_int_equal(ng_segment(NULL, doc, NULL), NG_OK);
  return doc;
}

static void
append(char *to, const ng_doc *doc, ng_span span)
{
  ng_str t = ng_doc_text(doc, span);
  if (*to)
    strcat(to, "|");
  strncat(to, t.at, t.len);
}

/* One row per case: the text, then its sentences joined with '|'. */
static const struct {
  const char *text, *want;
} sentences[] = {
    {"", ""},
    {"  \n ", ""},
    {"One.", "One."},
    {"One. Two!", "One.|Two!"},
    {"It rose 3.5 percent. Good?", "It rose 3.5 percent.|Good?"},
    {"no stop", "no stop"},
    {"Mr. Lee met Gen. Park. They ate.", "Mr. Lee met Gen. Park.|They ate."},
    {"He lives in the U.S. The rest moved.",
     "He lives in the U.S.|The rest moved."},
    {"The U.S. Senate voted.", "The U.S. Senate voted."},
    {"J. R. Smith of Acme Inc. won. He left.",
     "J. R. Smith of Acme Inc. won.|He left."},
    {"They chose plan B. The vote was close.",
     "They chose plan B.|The vote was close."},
    {"\"Stop.\" He ran.", "\"Stop.\"|He ran."},
    {"“Stop!” He ran. “Go.”", "“Stop!”|He ran.|“Go.”"},
    {"\"Why?\" she asked. Nobody knew.", "\"Why?\" she asked.|Nobody knew."},
    {"\"We lost.\" - Ann Lee", "\"We lost.\" - Ann Lee"},
    {"See No. 5. It is new.", "See No. 5.|It is new."},
    {"He said no. Then he left.", "He said no.|Then he left."},
    {"Talks end\n\nThe talks ended. All left.",
     "Talks end|The talks ended.|All left."},
    {"Talks end\nThe talks ended.", "Talks end|The talks ended."},
    {"The talks that began in the old capital\nended. All left.",
     "The talks that began in the old capital|ended.|All left."},
    {"The talks that had begun in the old capital city\nended. All left.",
     "The talks that had begun in the old capital city\nended.|All left."},
    {"A bridge in the town Photo: Ann Lee",
     "A bridge in the town|Photo: Ann Lee"},
    {"CAIRO – 26 July 2022: He left. She came.",
     "CAIRO – 26 July 2022:|He left.|She came."},
    {"MOSCOW (AP) -- He left.", "MOSCOW (AP) --|He left."},
    {"SEOUL—He left.", "SEOUL—|He left."},
    {"NATO – Europe's shield – held.", "NATO – Europe's shield – held."},
    {"NATO: He left.", "NATO: He left."},
    {"NATO – and others – held.", "NATO – and others – held."},
    {"Monday, May 4, 2020 The council met.",
     "Monday, May 4, 2020|The council met."},
    {"1. Open the box. 2 men came.", "1. Open the box.|2 men came."},
    {"Then ... nothing. And [...] Yes.", "Then ... nothing.|And [...]|Yes."},
    {"Он ушёл. Élan vital. iPhone sales. end",
     "Он ушёл.|Élan vital.|iPhone sales. end"},
    {"会議。終了", "会議。終了"},
};

static void
finds_sentences(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
    const char *text = sentences[i].text;
    char got[400] = "";
    ng_doc *doc = segment((ng_str){text, strlen(text)});
    for (size_t j = 0; j < doc->sentences.n; j++)
      append(got, doc, doc->sentences.at[j].span);
    assert_string_equal(got, sentences[i].want);
    ng_doc_free(doc);
  }
}

/* The text, then its tokens joined with '|'. */
static const struct {
  const char *text, *want;
} tokens[] = {
    {"Vote, now!", "Vote|,|now|!"},
    {"Kosovo's isn't the states' They’re I’m",
     "Kosovo|'s|is|n't|the|states|'|They|’re|I|’m"},
    {"O'Neil d'Ivoire Qa'ida o'clock", "O'Neil|d'Ivoire|Qa'ida|o'clock"},
    {"cannot gonna can't", "can|not|gon|na|ca|n't"},
    {"the 1990's, '90s, '99 and 2019's", "the|1990's|,|'90s|,|'99|and|2019|'s"},
    {"EU-backed Serb-run 12-year-old F-16",
     "EU-backed|Serb-run|12-year-old|F-16"},
    {"2019-20 won 3-2 on 2020-07-12 call 555-123-4567",
     "2019|-|20|won|3|-|2|on|2020-07-12|call|555-123-4567"},
    {"$5m US$20 €3.5bn 10% 3rd 10pm 5km",
     "$|5|m|US$|20|€|3.5|bn|10|%|3rd|10|pm|5|km"},
    {"1,000.5 10:30 9/11 1/2 .5", "1,000.5|10:30|9/11|1/2|.5"},
    {"U.S. e.g. Ph.D. a.m. Ltd.", "U.S.|e.g.|Ph.D.|a.m.|Ltd."},
    {"https://example.org/a(b)?c=d. www.example.com, x.y@example.com!",
     "https://example.org/a(b)?c=d|.|www.example.com|,|x.y@example.com|!"},
    {"(see example.com/news)", "(|see|example.com/news|)"},
    {"ended.The next", "ended|.|The|next"},
    {"#news @ann_lee AT&T PG&E and/or", "#news|@ann_lee|AT&T|PG&E|and|/|or"},
    {"Wait... what?! no -- yes—no [...]",
     "Wait|...|what|?!|no|--|yes|—|no|[...]"},
    {"``Go,'' :-) ok", "``|Go|,|''|:-)|ok"},
    {"👍🏽 fine 👨‍👩‍👧", "👍🏽|fine|👨‍👩‍👧"},
    {"a\u00a0b\u200bc", "a|b|c"},
};

static void
finds_tokens(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
    const char *text = tokens[i].text;
    char got[400] = "";
    ng_doc *doc = segment((ng_str){text, strlen(text)});
    for (size_t j = 0; j < doc->tokens.n; j++)
      append(got, doc,
             (ng_span){doc->tokens.at[j].begin, doc->tokens.at[j].end});
    assert_string_equal(got, tokens[i].want);
    ng_doc_free(doc);
  }
}

static const struct {
  const char *text;
  unsigned kind, flags; /* of the last token */
} kinds[] = {
    {"kosovo", NG_TOKEN_WORD, 0},
    {"Kosovo", NG_TOKEN_WORD, NG_TOKEN_CAPITAL},
    {"Élysée", NG_TOKEN_WORD, NG_TOKEN_CAPITAL},
    {"ÉLYSÉE", NG_TOKEN_WORD, NG_TOKEN_CAPITAL | NG_TOKEN_ALL_CAPS},
    {"EU", NG_TOKEN_WORD, NG_TOKEN_CAPITAL | NG_TOKEN_ALL_CAPS},
    {"A", NG_TOKEN_WORD, NG_TOKEN_CAPITAL},
    {"EU-led", NG_TOKEN_WORD, NG_TOKEN_CAPITAL | NG_TOKEN_HYPHENATED},
    {"it's", NG_TOKEN_WORD, NG_TOKEN_CLITIC | NG_TOKEN_GLUED},
    {"27", NG_TOKEN_NUMBER, 0},
    {"3rd", NG_TOKEN_NUMBER, 0},
    {"no.", NG_TOKEN_PUNCT, NG_TOKEN_GLUED},
    {"5%", NG_TOKEN_SYMBOL, NG_TOKEN_GLUED},
    {"example.com", NG_TOKEN_LINK, 0},
};

static void
tells_the_kinds_of_tokens(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    ng_doc *doc = segment((ng_str){kinds[i].text, strlen(kinds[i].text)});
    const ng_token *t = &doc->tokens.at[doc->tokens.n - 1];
    assert_int_equal(t->kind, kinds[i].kind);
    assert_int_equal(t->flags, kinds[i].flags);
    ng_doc_free(doc);
  }
}

static const struct {
  const char *text, *parts, *pieces;
} hyphens[] = {
    {"EU-backed", "EU|backed", "EU|-|backed"},
    {"pro-Beijing", "pro|Beijing", "pro-Beijing"},
    {"12‑year‑old", "12|year|old", "12|‑|year|‑|old"},
    {"plain", "plain", "plain"},
};

static void
reaches_the_parts_of_hyphenated_words(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
    ng_doc *doc = segment((ng_str){hyphens[i].text, strlen(hyphens[i].text)});
    ng_span out[8];
    char parts[80] = "", pieces[80] = "";
    assert_int_equal(doc->tokens.n, 1);
    size_t n = ng_token_parts(doc, doc->tokens.at, out, 8);
    for (size_t k = 0; k < n; k++)
      append(parts, doc, out[k]);
    assert_int_equal(ng_token_parts(doc, doc->tokens.at, out, 0), n);
    n = ng_token_pieces(doc, doc->tokens.at, out, 8);
    for (size_t k = 0; k < n; k++)
      append(pieces, doc, out[k]);
    assert_string_equal(parts, hyphens[i].parts);
    assert_string_equal(pieces, hyphens[i].pieces);
    ng_doc_free(doc);
  }
}

static void
marks_headlines_and_paragraphs(void **state)
{
  (void)state;
  ng_doc *doc = segment(
      NG_LIT("Talks End Without Result\n\nThey ended. All left.\n\nMore"));
  static const unsigned want[] = {
      NG_SENTENCE_HEADLINE | NG_SENTENCE_CAPS | NG_SENTENCE_PARAGRAPH,
      NG_SENTENCE_PARAGRAPH, 0, NG_SENTENCE_HEADLINE | NG_SENTENCE_PARAGRAPH};
  assert_int_equal(doc->sentences.n, 4);
  for (size_t i = 0; i < 4; i++)
    assert_int_equal(doc->sentences.at[i].flags, want[i]);
  ng_doc_free(doc);
}

/* One unit over and over, to a megabyte: it must be quick, and whole. */
static void
takes_hostile_texts_in_its_stride(void **state)
{
  (void)state;
  static const char *const units[] = {
      "a",   ".",  "-",   "a-",    "a.",
      "'",   "a'", "1-",  "1,",    "http://",
      "(",   "@",  "a@",  "U.S. ", "\xF0\x9F\x91\x8D",
      "\n",  " .", "\" ", "a b ",  "\xE2\x80\x9D",
      "#a_", ")",  ":",   "No. ",  "[...]"};
  enum { SIZE = 1 << 20 };
  char *text = malloc(SIZE);
  assert_non_null(text);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t len = strlen(units[i]);
    for (size_t k = 0; k < SIZE; k++)
      text[k] = units[i][k % len];
    ng_doc *doc = segment((ng_str){text, SIZE / len * len});
    uint32_t n = 0;
    for (uint32_t k = 0; k < doc->sentences.n; k++)
      n += doc->sentences.at[k].end - doc->sentences.at[k].token;
    assert_int_equal(n, doc->tokens.n);
    ng_doc_free(doc);
  }
  free(text);
}

/* Give the document one more byte each time, until it succeeds: every
 * allocation it makes has then been seen to fail, cleanly. */
static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  ng_str text = NG_LIT("One. Two. Three.");
  ng_status st = NG_ERR_LIMIT;
  size_t budget = 0;
  for (; st != NG_OK && budget < 10000; budget++) {
    ng_error err = {0};
    ng_doc *doc;
    st = ng_doc_new(&doc, text, budget, &err);
    if (st == NG_OK)
      st = ng_segment(NULL, doc, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT);
    assert_int_equal(err.status, st);
    ng_doc_free(doc);
  }
  assert_int_equal(st, NG_OK);
  assert_true(budget > 1);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_sentences),
      cmocka_unit_test(finds_tokens),
      cmocka_unit_test(tells_the_kinds_of_tokens),
      cmocka_unit_test(reaches_the_parts_of_hyphenated_words),
      cmocka_unit_test(marks_headlines_and_paragraphs),
      cmocka_unit_test(takes_hostile_texts_in_its_stride),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
