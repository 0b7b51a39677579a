#include "test.h"

#include <stdlib.h>

#include "core/str.h"
#include "text/annotate.h"
#include "text/sure.h"
#include "tiny_model.h"
#include "train/collapse.h"

/* One root, every head reached, no arcs that cross: followed from each word. */
static void
check_tree(const ng_tree *tree)
{
  uint32_t n = tree->words.n, roots = 0;
  for (uint32_t i = 0; i < n; i++) {
    const ng_tree_word *w = &tree->words.at[i];
    assert_true(w->head <= n && w->head != i);
    assert_int_equal(w->label == NG_REL_ROOT, w->head == n);
    roots += w->head == n;
  }
  assert_int_equal(roots, 1);
  uint8_t *seen = calloc(n + 1, 1);
  seen[n] = 1;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t steps = 0, at = i;
    for (; !seen[at] && steps <= n; steps++)
      at = tree->words.at[at].head;
    assert_true(seen[at]);
    for (at = i; !seen[at]; at = tree->words.at[at].head)
      seen[at] = 1;
  }
  free(seen);
}

static void
parse(tiny_fixture *f, ng_tree *tree)
{
  ng_annotation room = {0};
  assert_int_equal(ng_tree_tag(&room, f->model, tree, &f->arena, NULL), NG_OK);
  ng_tree_parse(&room, f->model, tree);
  check_tree(tree);
}

static void
learns_what_it_is_shown(void **state)
{
  tiny_fixture *f = *state;
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  uint32_t right = 0, words = 0;
  while (ng_conllu_next(&in, &f->arena, &tree, NULL) == NG_OK) {
    ng_tree_word gold[16];
    memcpy(gold, tree.words.at, tree.words.n * sizeof *gold);
    parse(f, &tree);
    for (uint32_t i = 0; i < tree.words.n; i++) {
      const ng_tree_word *w = &tree.words.at[i];
      right += w->upos == gold[i].upos && w->head == gold[i].head &&
               w->label == gold[i].label;
      words++;
    }
  }
  assert_int_equal(words, 21);
  assert_true(right >= 18);
}

static void
weigh_all(ng_model *m)
{
  m->hunches = NULL;
  m->sure = NULL;
}

/* A parser that stops for its weights goes on where it was, whatever another
 * one does meanwhile. */
static void
parses_two_sentences_in_turns(void **state)
{
  tiny_fixture *f = *state;
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  const ng_model whole = *f->model;
  ng_tree trees[2];
  ng_annotation rooms[2] = {{0}, {0}};
  uint32_t stops = 0;
  weigh_all(f->model);
  for (int k = 0; k < 2; k++) {
    assert_int_equal(ng_conllu_next(&in, &f->arena, &trees[k], NULL), NG_OK);
    parse(f, &trees[k]);
    assert_int_equal(
        ng_tree_tag(&rooms[k], f->model, &trees[k], &f->arena, NULL), NG_OK);
    ng_parser_start(&rooms[k].parser, rooms[k].forms, rooms[k].tags,
                    trees[k].words.n);
  }
  for (bool busy[2] = {true, true}; busy[0] || busy[1];)
    for (int k = 0; k < 2; k++)
      if (busy[k]) {
        busy[k] = ng_parser_step(&rooms[k].parser, f->model);
        stops += busy[k];
      }
  *f->model = whole;
  assert_true(stops > 10);
  for (int k = 0; k < 2; k++)
    for (uint32_t i = 0; i < trees[k].words.n; i++) {
      const ng_node *node = &rooms[k].parser.nodes[i];
      assert_int_equal(node->head, trees[k].words.at[i].head);
      assert_int_equal(f->model->relations[node->label - 1],
                       trees[k].words.at[i].label);
    }
}

/* How many of a sentence's labels the table of sure labels tells. */
static uint32_t
settled(tiny_fixture *f, ng_tree *tree)
{
  ng_annotation room = {0};
  ng_parser *p = &room.parser;
  uint32_t n = 0;
  assert_int_equal(ng_tree_tag(&room, f->model, tree, &f->arena, NULL), NG_OK);
  ng_parser_start(p, room.forms, room.tags, tree->words.n);
  while (!ng_parser_done(p)) {
    ng_action action = ng_choose_action(p, f->model);
    unsigned label = 0;
    if (action != NG_SHIFT) {
      ng_arc arc = ng_parser_arc(p, action);
      label = ng_choose_label(p, f->model, arc);
      n += label > 0 && ng_sure_label(p, f->model, arc) == (int)label;
    }
    ng_parser_do(p, action, label);
  }
  return n;
}

/* The table of sure labels saves weighing and, on what it was made from,
 * changes nothing. */
static void
is_sure_of_labels_that_were_always_so(void **state)
{
  tiny_fixture *f = *state;
  const uint32_t *sure = f->model->sure;
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  while (ng_conllu_next(&in, &f->arena, &tree, NULL) == NG_OK) {
    ng_tree_word quick[16] = {{.head = 0}};
    parse(f, &tree);
    memcpy(quick, tree.words.at, tree.words.n * sizeof *quick);
    f->model->sure = NULL;
    parse(f, &tree);
    f->model->sure = sure;
    for (uint32_t i = 0; i < tree.words.n; i++) {
      assert_int_equal(quick[i].head, tree.words.at[i].head);
      assert_int_equal(quick[i].label, tree.words.at[i].label);
    }
    assert_true(settled(f, &tree) > tree.words.n / 2);
  }
}

/* What the model's hunch is of a state where more than one action may be done.
 */
static ng_action
hunch_of(const ng_model *m, ng_parser *p)
{
  int32_t sums[2];
  ng_action best = NG_SHIFT;
  ng_hunch_ask(p, m);
  ng_pair_sum(m->hunches, p->rows, p->n_rows, sums);
  int32_t most = ng_parser_may(p, NG_SHIFT) ? 0 : INT32_MIN;
  for (int k = 0; k < 2; k++)
    if (ng_parser_may(p, k ? NG_RIGHT : NG_LEFT) && sums[k] > most) {
      most = sums[k];
      best = k ? NG_RIGHT : NG_LEFT;
    }
  return best;
}

/* A hunch is right of what it learnt from, and counts only where it is clear.
 */
static void
hunches_foretell_what_is_done(void **state)
{
  tiny_fixture *f = *state;
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  while (ng_conllu_next(&in, &f->arena, &tree, NULL) == NG_OK) {
    ng_model all = *f->model;
    ng_annotation room = {0};
    ng_parser *p = &room.parser;
    uint32_t right = 0, n = tree.words.n;
    weigh_all(&all);
    assert_int_equal(ng_tree_tag(&room, &all, &tree, &f->arena, NULL), NG_OK);
    ng_parser_start(p, room.forms, room.tags, n);
    while (!ng_parser_done(p)) {
      ng_action action = ng_choose_action(p, &all);
      unsigned label = 0;
      right += hunch_of(f->model, p) == action;
      if (action != NG_SHIFT)
        label = ng_choose_label(p, &all, ng_parser_arc(p, action));
      ng_parser_do(p, action, label);
    }
    assert_true(right >= 2 * n - 2);
  }
}

/* A table that shouts one action: it is done wherever it may be; there is a
 * tree whatever is in the table. */
static void
follows_clear_hunches_and_any_table_is_safe(void **state)
{
  enum { BITS = 6 };
  static const ng_pair_row cries[] = {{-127, -127}, {127, -127}, {-127, 127}};
  tiny_fixture *f = *state;
  ng_model model = *f->model;
  ng_pair_row table[1 << BITS];
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  model.hunches = table;
  model.hunch_bits = BITS;
  assert_int_equal(ng_conllu_next(&in, &f->arena, &tree, NULL), NG_OK);
  for (unsigned cry = NG_SHIFT; cry < NG_N_ACTIONS; cry++) {
    ng_annotation room = {0};
    ng_parser *p = &room.parser;
    for (int i = 0; i < 1 << BITS; i++)
      memcpy(table[i], cries[cry], sizeof *table);
    assert_int_equal(ng_tree_tag(&room, &model, &tree, &f->arena, NULL), NG_OK);
    ng_parser_start(p, room.forms, room.tags, tree.words.n);
    while (!ng_parser_done(p)) {
      ng_action action = ng_choose_action(p, &model);
      assert_true(ng_parser_may(p, action));
      assert_true(action == cry || !ng_parser_may(p, (ng_action)cry));
      ng_parser_do(p, action, action != NG_SHIFT);
    }
  }
  for (int i = 0; i < 1 << BITS; i++)
    memset(table[i], 37 * i, sizeof *table);
  ng_annotation room = {0};
  assert_int_equal(ng_tree_tag(&room, &model, &tree, &f->arena, NULL), NG_OK);
  ng_tree_parse(&room, &model, &tree);
  check_tree(&tree);
}

/* Parse it again; how often that waits for weights. */
static uint32_t
count_stops(tiny_fixture *f, ng_tree *tree)
{
  ng_annotation room = {0};
  ng_parser *p = &room.parser;
  uint32_t stops = 0;
  assert_int_equal(ng_tree_tag(&room, f->model, tree, &f->arena, NULL), NG_OK);
  ng_parser_start(p, room.forms, room.tags, tree->words.n);
  while (ng_parser_step(p, f->model))
    stops++;
  for (uint32_t i = 0; i < tree->words.n; i++) {
    assert_int_equal(p->nodes[i].head, tree->words.at[i].head);
    assert_int_equal(f->model->relations[p->nodes[i].label - 1],
                     tree->words.at[i].label);
  }
  return stops;
}

/* What is clear at a glance is not weighed any further, and no other tree comes
 * of it. */
static void
a_glance_is_enough_where_it_is_clear(void **state)
{
  enum { BITS = 4 };
  tiny_fixture *f = *state;
  ng_model *m = f->model;
  const ng_model whole = *m;
  const uint32_t nothing[1 << BITS] = {0};
  const ng_pair_row none[1 << BITS] = {{0}};
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  uint32_t weighed = 0, glanced = 0;
  while (ng_conllu_next(&in, &f->arena, &tree, NULL) == NG_OK) {
    weigh_all(m);
    parse(f, &tree);
    weighed += count_stops(f, &tree);
    m->sure = nothing;
    m->hunches = none;
    m->sure_bits = m->hunch_bits = BITS;
    glanced += count_stops(f, &tree);
    *m = whole;
  }
  assert_true(glanced < weighed);
  assert_true(2 * glanced > weighed); /* all is at least glanced at */
}

enum { JUNK_BITS = 8 };

/* Make the table decide so wherever it is looked at. */
static void
put_junk(uint32_t *table, const uint64_t looks[NG_LABEL_LOOKS], unsigned label)
{
  for (uint32_t i = 0; i < NG_LABEL_LOOKS; i++)
    table[ng_sure_place(looks[i], JUNK_BITS)] = ng_sure_entry(looks[i], label);
}

/* Label as the table says where that is possible; how often it said so. */
static uint32_t
parse_by_junk(const ng_model *model, ng_parser *p, uint32_t *table,
              unsigned junk)
{
  uint32_t followed = 0;
  while (!ng_parser_done(p)) {
    uint64_t looks[NG_LABEL_LOOKS];
    unsigned label = 0;
    ng_action action = ng_choose_action(p, model);
    if (action != NG_SHIFT) {
      ng_arc arc = ng_parser_arc(p, action);
      ng_label_looks(p, arc, looks);
      put_junk(table, looks, junk);
      label = ng_choose_label(p, model, arc);
      assert_true(label < model->n_relations);
      assert_int_equal(label == 0, arc.head == p->n);
      followed += label == junk;
    }
    ng_parser_do(p, action, label);
  }
  return followed;
}

static void
any_table_of_sure_labels_is_safe(void **state)
{
  tiny_fixture *f = *state;
  ng_model model = *f->model;
  uint32_t table[1 << JUNK_BITS] = {0};
  ng_annotation room = {0};
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  model.sure = table;
  model.sure_bits = JUNK_BITS;
  assert_int_equal(ng_conllu_next(&in, &f->arena, &tree, NULL), NG_OK);
  for (unsigned label = 1; label < UINT8_MAX; label++) {
    uint32_t n = tree.words.n;
    assert_int_equal(ng_tree_tag(&room, &model, &tree, &f->arena, NULL), NG_OK);
    ng_parser_start(&room.parser, room.forms, room.tags, n);
    uint32_t followed = parse_by_junk(&model, &room.parser, table, label);
    /* Every label but the root's. */
    assert_int_equal(followed, label >= model.n_relations ? 0 : n - 1);
  }
}

/* 100,000 words in one sentence, and of each kind of junk: one tree. */
static void
parses_anything_in_bounded_time(void **state)
{
  tiny_fixture *f = *state;
  static const struct {
    const char *form;
    uint32_t n;
  } cases[] = {{"word", 100000}, {".", 100000}, {"SHOUT", 1000},
               {"-", 1},         {"\xC3", 3},   {"\xF0\x9F\x98\x80", 50}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_tree tree = {.line = 1};
    ng_tree_word word = {.form = {cases[i].form, strlen(cases[i].form)}};
    for (uint32_t k = 0; k < cases[i].n; k++)
      assert_true(NG_PUSH(&f->arena, &tree.words, word));
    parse(f, &tree);
  }
}

static void
fails_without_memory(void **state)
{
  tiny_fixture *f = *state;
  ng_arena none;
  ng_annotation room = {0};
  ng_tree_word word = {.form = NG_LIT("word")};
  ng_tree tree = {.words = {&word, 1, 1}};
  ng_arena_init(&none, 100);
  assert_int_equal(ng_tree_tag(&room, f->model, &tree, &none, NULL),
                   NG_ERR_LIMIT);
  ng_arena_release(&none);
}

/* Names and dates become one word; their arcs are kept. */
static void
collapses_names_and_dates(void **state)
{
  tiny_fixture *f = *state;
  ng_conllu in = {.file = {tiny_treebank, sizeof tiny_treebank - 1}};
  ng_tree tree;
  ng_random random = {1};
  assert_int_equal(ng_conllu_next(&in, &f->arena, &tree, NULL), NG_OK);
  assert_true(ng_collapse(&tree, 100, &random, &f->arena));
  assert_int_equal(tree.words.n, 6);
  assert_true(ng_str_equal(tree.words.at[2].form, NG_LIT("Mary_Hill")));
  assert_int_equal(tree.words.at[2].kind, NG_UNIT_NAME);
  assert_true(ng_str_equal(tree.words.at[4].form, NG_LIT("July_12")));
  assert_int_equal(tree.words.at[4].kind, NG_UNIT_DATE);
  assert_int_equal(tree.words.at[4].head, 1);
  assert_int_equal(tree.words.at[5].head, 1);
}

static void
refuses_bad_treebanks_and_goes_on(void **state)
{
  tiny_fixture *f = *state;
  static const char *const bad[] = {"1\ta\ta\tNOUN\tNN\t_\t9\tobj\t_\t_\n",
                                    "2\ta\ta\tNOUN\tNN\t_\t0\troot\n",
                                    "1\ta\ta\tNOUNS\tNN\t_\t0\troot\t_\t_\n",
                                    "hello\n",
                                    "1\t\n",
                                    "1\ta\ta\tNOUN\tNN\t_\t-1\troot\t_\t_\n"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    ng_buf text = {0};
    ng_tree tree;
    ng_error err = {0};
    ng_buf_printf(&text, "%s\n1\tok\tok\tINTJ\tUH\t_\t0\troot\t_\t_\n", bad[i]);
    ng_conllu in = {.file = {text.at, text.len}};
    assert_int_equal(ng_conllu_next(&in, &f->arena, &tree, &err),
                     NG_ERR_SYNTAX);
    assert_non_null(strstr(err.text, "line 1"));
    assert_int_equal(ng_conllu_next(&in, &f->arena, &tree, &err), NG_OK);
    assert_int_equal(tree.words.n, 1);
    assert_int_equal(ng_conllu_next(&in, &f->arena, &tree, &err), NG_END);
    ng_buf_release(&text);
  }
}

/* Two perceptrons, one of which has learnt nothing: half of what the other has,
 * over the first column, three units to four. */
static void
the_mean_of_perceptrons_is_rounded_and_cut(void **state)
{
  ng_perceptron p[2];
  ng_mean mean;
  ng_pair_row rows[4];
  tiny_fixture *f = *state;
  for (int i = 0; i < 2; i++)
    assert_true(ng_perceptron_init(&p[i], 4, 2, &f->arena));
  assert_true(ng_mean_init(&mean, &p[0], &f->arena));
  p[1].weight[4] = -100;
  p[1].weight[4 + 1] = 103;
  p[1].weight[4 + 2] = 30000;
  p[1].weight[8 + 1] = -30000;
  for (int i = 0; i < 2; i++)
    ng_mean_add(&mean, &p[i]);
  ng_mean_pairs(&mean, 3, 0, rows);
  assert_int_equal(rows[0][0], 0);
  assert_int_equal(rows[1][0], 76); /* 76.125 */
  assert_int_equal(rows[1][1], 127);
  assert_int_equal(rows[2][0], -127);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(learns_what_it_is_shown),
      cmocka_unit_test(parses_two_sentences_in_turns),
      cmocka_unit_test(is_sure_of_labels_that_were_always_so),
      cmocka_unit_test(hunches_foretell_what_is_done),
      cmocka_unit_test(follows_clear_hunches_and_any_table_is_safe),
      cmocka_unit_test(a_glance_is_enough_where_it_is_clear),
      cmocka_unit_test(any_table_of_sure_labels_is_safe),
      cmocka_unit_test(parses_anything_in_bounded_time),
      cmocka_unit_test(fails_without_memory),
      cmocka_unit_test(the_mean_of_perceptrons_is_rounded_and_cut),
      cmocka_unit_test(collapses_names_and_dates),
      cmocka_unit_test(refuses_bad_treebanks_and_goes_on),
  };
  return cmocka_run_group_tests(tests, tiny_set_up, tiny_tear_down);
}
