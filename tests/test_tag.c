/* Word classes and lemmas, by a model of three sentences. */
#include "test.h"

#include <stdlib.h>

#include "core/str.h"
#include "core/utf8.h"
#include "text/annotate.h"
#include "text/lemma.h"
#include "text/tag.h"
#include "tiny_model.h"

enum { MOST = 16 };

static uint32_t
read_words(tiny_fixture *f, const char *const *words, ng_annotation *room)
{
  uint32_t n = 0;
  assert_true(ng_annotation_room(room, MOST, &f->arena));
  for (; words[n]; n++)
    ng_spell_word(f->model, (ng_str){words[n], strlen(words[n])}, NG_UNIT_WORD,
                  &room->forms[n]);
  for (uint32_t i = 0; i < n; i++)
    ng_know_word(f->model, &room->forms[i]);
  return n;
}

/* Tag words; how many there are. */
static uint32_t
tag(tiny_fixture *f, const char *const *words, uint8_t *tags)
{
  ng_annotation room = {0};
  uint32_t n = read_words(f, words, &room);
  ng_tag_words(f->model, room.forms, n, tags);
  return n;
}

/* The last 1 to 4 bytes and the first 2 and 3, in lower case, first byte
 * highest; all of a shorter word. */
static void
knows_the_ends_of_words(void **state)
{
  (void)state;
  static const struct {
    const char *word;
    uint32_t suffix[4], prefix[2];
  } rows[] = {
      {"", {0, 0, 0, 0}, {0, 0}},
      {"a", {0x61, 0x61, 0x61, 0x61}, {0x61, 0x61}},
      {"abc", {0x63, 0x6263, 0x616263, 0x616263}, {0x6162, 0x616263}},
      {"AbC", {0x63, 0x6263, 0x616263, 0x616263}, {0x6162, 0x616263}},
      {"abcde", {0x65, 0x6465, 0x636465, 0x62636465}, {0x6162, 0x616263}},
      {"aBcd7", {0x30, 0x6430, 0x636430, 0x62636430}, {0x6162, 0x616263}},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    ng_form form;
    ng_form_read(&form, (ng_str){rows[i].word, strlen(rows[i].word)});
    assert_memory_equal(form.suffix, rows[i].suffix, sizeof form.suffix);
    assert_memory_equal(form.prefix, rows[i].prefix, sizeof form.prefix);
  }
}

static void
tags_what_it_has_learnt(void **state)
{
  tiny_fixture *f = *state;
  static const struct {
    const char *words[MOST];
    uint8_t xpos[MOST];
  } rows[] = {
      {{NULL}, {0}},
      {{"Ministers", "met", "Mary", "."},
       {NG_XPOS_NNS, NG_XPOS_VBD, NG_XPOS_NNP, NG_XPOS_STOP}},
      {{"The", "countries", "signed", "a", "treaty", "."},
       {NG_XPOS_DT, NG_XPOS_NNS, NG_XPOS_VBD, NG_XPOS_DT, NG_XPOS_NN,
        NG_XPOS_STOP}},
      {{"We", "walked", "home"}, {NG_XPOS_PRP, NG_XPOS_VBD, NG_XPOS_RB}},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    uint8_t tags[MOST];
    uint32_t n = tag(f, rows[i].words, tags);
    for (uint32_t k = 0; k < n; k++)
      assert_int_equal(f->model->tags[tags[k]].xpos, rows[i].xpos[k]);
  }
}

/* Whatever the words are, a tag is one of the model's, and the same again. */
static void
tags_are_of_the_model_and_always_the_same(void **state)
{
  tiny_fixture *f = *state;
  static const char *const words[] = {"",       "a",     "\xC3\xA9t\xC3\xA9",
                                      "\xFF",   "123",   "....",
                                      "XXXXXX", "x-y-z", NULL};
  uint8_t first[MOST], second[MOST];
  uint32_t n = tag(f, words, first);
  assert_int_equal(tag(f, words, second), n);
  assert_memory_equal(first, second, n);
  for (uint32_t i = 0; i < n; i++)
    assert_true(first[i] < f->model->n_tags);
}

/* A tagger that stops for its weights goes on where it was, whatever another
 * one does meanwhile. */
static void
tags_two_sentences_in_turns(void **state)
{
  tiny_fixture *f = *state;
  static const char *const words[2][MOST] = {
      {"The", "ships", "signed", "a", "paper", "boat", NULL},
      {"Mary", "walked", "there", NULL}};
  ng_annotation rooms[2] = {{0}, {0}};
  ng_tagging lanes[2];
  uint8_t tags[2][MOST], alone[MOST];
  uint32_t n[2], stops = 0;
  for (int k = 0; k < 2; k++) {
    n[k] = read_words(f, words[k], &rooms[k]);
    ng_tagging_start(&lanes[k], f->model, rooms[k].forms, n[k], tags[k]);
  }
  for (bool busy[2] = {true, true}; busy[0] || busy[1];)
    for (int k = 0; k < 2; k++) {
      busy[k] = busy[k] && ng_tagging_step(&lanes[k], f->model);
      stops += busy[k];
    }
  assert_true(stops > 3);
  for (int k = 0; k < 2; k++) {
    assert_int_equal(tag(f, words[k], alone), n[k]);
    assert_memory_equal(tags[k], alone, n[k]);
  }
}

static void
rows_are_inside_the_table(void **state)
{
  tiny_fixture *f = *state;
  static const unsigned bits[] = {8, 16, 22};
  ng_annotation room = {0};
  assert_true(ng_annotation_room(&room, MOST, &f->arena));
  for (uint32_t i = 0; i < 3; i++) {
    ng_spell_word(f->model, NG_LIT("treaties"), NG_UNIT_WORD, &room.forms[i]);
    ng_know_word(f->model, &room.forms[i]);
  }
  for (size_t b = 0; b < sizeof bits / sizeof *bits; b++)
    for (uint32_t i = 0; i < 3; i++) {
      uint32_t rows[NG_TAG_ROWS];
      ng_tag_history history = {255, 255};
      uint32_t n = ng_tag_rows(room.forms, 3, i, history, bits[b], rows);
      assert_true(n > 0 && n <= NG_TAG_ROWS);
      for (uint32_t k = 0; k < n; k++)
        assert_true(rows[k] < 1U << bits[b]);
    }
}

/* --- lemmas --------------------------------------------------------------- */

static void
lemmas_follow_the_text_that_was_learnt(void **state)
{
  tiny_fixture *f = *state;
  static const struct {
    const char *form;
    unsigned xpos;
    const char *lemma;
  } rows[] = {
      {"Ministers", NG_XPOS_NNS, "minister"},
      {"met", NG_XPOS_VBD, "meet"},
      {"signed", NG_XPOS_VBD, "sign"},
      {"Talked", NG_XPOS_VBD, "talk"},
      {"countries", NG_XPOS_NNS, "country"},
      {"Hill", NG_XPOS_NNP, "Hill"},
      {"HILLS", NG_XPOS_NNPS, "HILLS"},
      {"Treaty", NG_XPOS_NN, "treaty"},
      {"", NG_XPOS_NN, ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char out[NG_LEMMA_ROOM];
    ng_str form = {rows[i].form, strlen(rows[i].form)};
    size_t n = ng_lemma(f->model, form, rows[i].xpos, out);
    assert_int_equal(n, strlen(rows[i].lemma));
    assert_memory_equal(out, rows[i].lemma, n);
  }
}

/* A rule that takes bytes off must not cut a character in two. */
static void
lemmas_are_whole_characters(void **state)
{
  tiny_fixture *f = *state;
  static const char *const forms[] = {"\xE2\x80\xB2", "caf\xC3\xA9",
                                      "\xF0\x9F\x98\x80",
                                      "na\xC3\xAFve\xE2\x80\xB2"};
  for (unsigned xpos = 0; xpos < NG_N_XPOS; xpos++)
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
      char out[NG_LEMMA_ROOM];
      ng_str form = {forms[i], strlen(forms[i])};
      ng_str lemma = {out, ng_lemma(f->model, form, xpos, out)};
      assert_int_equal(ng_utf8_valid(lemma), lemma.len);
    }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_the_ends_of_words),
      cmocka_unit_test(tags_what_it_has_learnt),
      cmocka_unit_test(tags_are_of_the_model_and_always_the_same),
      cmocka_unit_test(tags_two_sentences_in_turns),
      cmocka_unit_test(rows_are_inside_the_table),
      cmocka_unit_test(lemmas_follow_the_text_that_was_learnt),
      cmocka_unit_test(lemmas_are_whole_characters),
  };
  return cmocka_run_group_tests(tests, tiny_set_up, tiny_tear_down);
}
