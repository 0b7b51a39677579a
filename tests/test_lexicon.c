#include "test.h"

#include "core/buf.h"
#include "extract/lexicon/lexicon.h"

#define HEAD                                         \
  "@prefix ng: <https://w3id.org/newsgraph/ns#> .\n" \
  "@prefix lex: <https://w3id.org/newsgraph/lexicon#> .\n"

static ng_status
read_text(ng_lexicon **out, const char *text, ng_error *err)
{
  ng_status st = ng_lexicon_new(out, err);
  assert_int_equal(st, NG_OK);
  return ng_lexicon_add(*out, NG_LIT("x.ttl"), (ng_str){text, strlen(text)},
                        err);
}

static void
reads_a_pattern(void **state)
{
  (void)state;
  ng_lexicon *l;
  ng_error err = {0};
  assert_int_equal(
      read_text(&l,
                HEAD "# a comment\n"
                     "[] lex:evokes ng:TariffImposition ; a lex:Pattern ;\n"
                     "   lex:verb \"impose call_on\" ; lex:theme \"tax\" ;\n"
                     "   lex:agentType ng:Actor ; lex:agent \"subj\" ;\n"
                     "   lex:target \"to:on,against+theme>mod|obj\"@en ;\n"
                     "   lex:polarity ng:Negative ; lex:status ng:Proposed ;\n"
                     "   lex:needs \"agent target\" ;\n"
                     "   lex:example \"a \\\"b\\\"\", \"c\" .\n",
                &err),
      NG_OK);
  assert_int_equal(l->patterns.n, 1);
  const ng_pattern *p = l->patterns.at;
  assert_int_equal(p->class, NG_EVENT_TariffImposition);
  assert_int_equal(p->line, 4);
  assert_int_equal(p->course, NG_PROPOSED);
  assert_true(p->negative);
  assert_int_equal(p->needs, 1U << NG_ROLE_agent | 1U << NG_ROLE_target);
  assert_int_equal(p->n_slots, 2);
  assert_int_equal(p->n_examples, 2);
  assert_int_equal(l->slots.at[p->slot].fill, NG_FILL_ACTOR);
  assert_int_equal(l->slots.at[p->slot + 1].n, 3);
  assert_true(l->paths.at[1].more);
  assert_false(l->paths.at[2].more);
  assert_true(ng_wordlist_has(l, p->theme, ng_form_key(NG_LIT("Taxes"))));
  assert_false(ng_wordlist_has(l, p->theme, ng_form_key(NG_LIT("taxi"))));
  ng_lexicon_free(l);
}

static void
finds_triggers_by_their_forms(void **state)
{
  (void)state;
  static const struct {
    const char *form;
    bool found;
  } cases[] = {{"imposes", true},  {"Imposed", true},  {"imposing", true},
               {"ban", true},      {"banned", true},   {"banning", true},
               {"met", true},      {"withdrew", true}, {"withdrawn", true},
               {"denies", true},   {"denied", true},   {"urge", false},
               {"imposer", false}, {"", false},        {"meting", false},
               {"carries", true},  {"carried", true}};
  ng_lexicon *l;
  assert_int_equal(
      read_text(&l,
                HEAD "[] lex:evokes ng:Meeting ; lex:verb \"impose ban meet "
                     "withdraw deny carry_out\" ; lex:agent \"subj\" .",
                NULL),
      NG_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_str form = {cases[i].form, strlen(cases[i].form)};
    assert_int_equal(ng_lexicon_find(l, ng_form_key(form)) != NULL,
                     cases[i].found);
  }
  const ng_trigger *t = ng_lexicon_find(l, ng_form_key(NG_LIT("carried")));
  assert_true(ng_str_equal(t->others, NG_LIT("out")));
  ng_lexicon_free(l);
}

/* Packing moves triggers and changes neither which are found nor their order.
 */
static void
finds_the_same_when_packed(void **state)
{
  (void)state;
  enum { MOST = 8 };
  static const char *const forms[] = {"meet", "met", "carried", "ban", "urge"};
  uint32_t before[sizeof forms / sizeof *forms][MOST] = {{0}};
  ng_lexicon *l;
  assert_int_equal(
      read_text(&l,
                HEAD
                "[] lex:evokes ng:Meeting ; lex:verb \"meet carry_out\" .\n"
                "[] lex:evokes ng:Visit ; lex:verb \"ban meet\" .\n"
                "[] lex:evokes ng:Meeting ; lex:noun \"meet\" .",
                NULL),
      NG_OK);
  for (int packed = 0; packed < 2; packed++) {
    uint32_t n_found = 0;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
      ng_str form = {forms[i], strlen(forms[i])};
      const ng_trigger *t = ng_lexicon_find(l, ng_form_key(form));
      const ng_trigger *first = t;
      for (uint32_t k = 0; t; t = ng_lexicon_next(l, t), k++, n_found++) {
        assert_true(k < MOST);
        if (!packed)
          before[i][k] = t->pattern + 1;
        else
          assert_ptr_equal(t, first + k);
        assert_int_equal(before[i][k], t->pattern + 1);
      }
    }
    assert_int_equal(n_found, 7);
    ng_lexicon_pack(l);
  }
  ng_lexicon_free(l);
}

static void
says_where_and_what_is_wrong(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"[] lex:evokes ng:Meeting .", "x.ttl:1: prefix 'lex:' is not declared"},
      {HEAD "[] lex:verb \"meet\" .",
       "x.ttl:3: the pattern evokes nothing: it needs lex:evokes"},
      {HEAD "[] lex:evokes ng:Meeting .",
       "x.ttl:3: the pattern has no lex:verb, lex:noun or lex:adj"},
      {HEAD "[] lex:evokes ng:Party ; lex:verb \"meet\" .",
       "x.ttl:3: 'Party' is neither an event class, a predicate nor lex:Phase"},
      {HEAD "\n[] lex:evokes ng:Meeting ;\n lex:agent \"object\" .",
       "x.ttl:5: 'object' is no step of a path"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:agent \"\" .",
       "x.ttl:3: an empty path"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:status ng:Done .",
       "x.ttl:3: 'Done' is no value that is known here"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:wrong \"x\" .",
       "x.ttl:3: lex:wrong is not known, or takes no text"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:verb \"x",
       "x.ttl:3: the text is not closed"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:verb \"x\ny\" .",
       "x.ttl:3: the text is not closed on its line"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:verb \"x\"",
       "x.ttl:3: no '.' or ';' after a value"},
      {HEAD "[] lex:evokes lex:Phase ; lex:verb \"x\" .",
       "x.ttl:3: a lex:Phase needs lex:status, polarity or certainty"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:verb \"x\" ; lex:needs \"foe\" .",
       "x.ttl:3: 'foe' is no role"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:verb \"x\" ;"
            " lex:agentType ng:Actor .",
       "x.ttl:3: a type for a role that has no paths"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:verb \"_x\" .",
       "x.ttl:3: '_x' is no lemma"},
      {HEAD "<x> lex:evokes ng:Meeting .",
       "x.ttl:3: a pattern starts with '[]'"},
      {HEAD "@prefix e: <http://e.org/> .\n"
            "[] lex:evokes e:Merger ; lex:verb \"merge\" .",
       "x.ttl:4: a class of one's own needs lex:below, the event class that it "
       "is a kind of"},
      {HEAD "[] lex:evokes <http://e.org/A> ; lex:below <http://e.org/B> .",
       "x.ttl:3: 'http://e.org/B' is no event class"},
      {HEAD "[] lex:evokes ng:Meeting ; lex:below ng:Visit .",
       "x.ttl:3: lex:below follows lex:evokes with a class of one's own"},
      {HEAD "[] lex:evokes <merges> ; lex:verb \"merge\" .",
       "x.ttl:3: 'merges' is no IRI of a class or predicate"},
      {HEAD "[] lex:evokes <http://e.org/a|b> ; lex:verb \"merge\" .",
       "x.ttl:3: 'http://e.org/a|b' is no IRI of a class or predicate"},
      {"@base <x> .", "x.ttl:1: only '@prefix' may start with '@'"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_lexicon *l;
    ng_error err = {0};
    assert_int_equal(read_text(&l, cases[i].text, &err), NG_ERR_SYNTAX);
    assert_string_equal(err.text, cases[i].want);
    ng_lexicon_free(l);
  }
}

static void
takes_terms_of_other_vocabularies(void **state)
{
  (void)state;
  ng_lexicon *l;
  assert_int_equal(
      read_text(&l,
                HEAD
                "@prefix e: <http://e.org/> .\n"
                "[] lex:evokes e:owns ; lex:verb \"own\" .\n"
                "[] lex:evokes e:Merger ; lex:below ng:Agreement ;\n"
                "   lex:verb \"merge\" .\n"
                "[] lex:evokes <http://e.org/owns> ; lex:noun \"owner\" .\n"
                "[] lex:evokes <https://w3id.org/newsgraph/ns#Meeting> ;\n"
                "   lex:verb \"meet\" .",
                NULL),
      NG_OK);
  assert_int_equal(l->own.n, 2);
  const ng_pattern *p = l->patterns.at;
  assert_int_equal(p[0].evokes, NG_EVOKES_PREDICATE);
  assert_true(ng_str_equal(ng_lexicon_predicate(l, p[0].class),
                           NG_LIT("http://e.org/owns")));
  assert_int_equal(p[2].class, p[0].class);
  assert_int_equal(p[1].class, NG_EVENT_Agreement);
  assert_true(ng_str_equal(ng_lexicon_class(l, p[1].own),
                           NG_LIT("http://e.org/Merger")));
  assert_int_equal(p[3].class, NG_EVENT_Meeting);
  assert_int_equal(p[3].own, 0);
  assert_int_equal(ng_lexicon_predicate(l, NG_PREDICATE_capital).len, 0);
  ng_lexicon_free(l);
}

/* A pattern holds their number in a byte. */
static void
counts_terms_of_other_vocabularies(void **state)
{
  (void)state;
  enum { MAX = UINT8_MAX - NG_N_PREDICATES };
  for (int n = MAX; n <= MAX + 1; n++) {
    ng_buf text = {0};
    ng_lexicon *l;
    ng_error err = {0};
    ng_buf_printf(&text, "%s", HEAD);
    for (int i = 0; i < n; i++)
      ng_buf_printf(
          &text, "[] lex:evokes <http://e.org/p%d> ; lex:verb \"own\" .\n", i);
    ng_buf_char(&text, '\0');
    assert_false(text.failed);
    assert_int_equal(read_text(&l, text.at, &err),
                     n > MAX ? NG_ERR_SYNTAX : NG_OK);
    if (n > MAX)
      assert_non_null(strstr(err.text, ": more than 238 classes"));
    ng_lexicon_free(l);
    ng_buf_release(&text);
  }
}

static void
the_built_in_patterns_are_read(void **state)
{
  (void)state;
  ng_lexicon *l;
  ng_error err = {0};
  assert_int_equal(ng_lexicon_new(&l, &err), NG_OK);
  assert_int_equal(ng_lexicon_add_builtin(l, &err), NG_OK);
  assert_true(l->patterns.n >= 400);
  uint64_t classes = 0;
  for (uint32_t i = 0; i < l->patterns.n; i++)
    if (l->patterns.at[i].evokes == NG_EVOKES_EVENT)
      classes |= (uint64_t)1 << l->patterns.at[i].class;
  assert_true(__builtin_popcountll(classes) >= 45);
  ng_lexicon_free(l);
}

static void
says_the_same(const ng_lexicon *a, const ng_lexicon *b, uint32_t pattern)
{
  const ng_pattern *p = &a->patterns.at[pattern], *q = &b->patterns.at[pattern];
  assert_int_equal(p->n_slots, q->n_slots);
  for (uint32_t i = 0; i < p->n_slots; i++) {
    ng_slot s = a->slots.at[p->slot + i], t = b->slots.at[q->slot + i];
    assert_true(s.n == t.n && s.slot == t.slot && s.fill == t.fill);
    for (uint32_t k = 0; k < s.n; k++) {
      ng_path u = a->paths.at[s.path + k], v = b->paths.at[t.path + k];
      assert_true(u.n == v.n && u.more == v.more);
      for (uint32_t j = 0; j < u.n; j++) {
        const ng_step *x = &a->steps.at[u.step + j];
        const ng_step *y = &b->steps.at[v.step + j];
        assert_true(x->kind == y->kind && x->prepositions == y->prepositions);
      }
    }
  }
}

/* Packing, also where there is no room for it, or when it is done already. */
static void
patterns_say_the_same_when_packed(void **state)
{
  (void)state;
  static const size_t room[] = {0, 1000, 20000, 100000, 500000, 1 << 20};
  ng_lexicon *plain, *packed;
  ng_error err = {0};
  assert_int_equal(ng_lexicon_new(&plain, &err), NG_OK);
  assert_int_equal(ng_lexicon_add_builtin(plain, &err), NG_OK);
  assert_int_equal(ng_lexicon_new(&packed, &err), NG_OK);
  assert_int_equal(ng_lexicon_add_builtin(packed, &err), NG_OK);
  for (size_t i = 0; i < sizeof room / sizeof *room; i++) {
    packed->arena.left = room[i];
    ng_lexicon_pack(packed);
    for (uint32_t k = 0; k < plain->patterns.n; k++)
      says_the_same(plain, packed, k);
  }
  assert_true(packed->steps.n * 2 < plain->steps.n);
  ng_lexicon_free(plain);
  ng_lexicon_free(packed);
}

static void
survives_every_allocation_failing(void **state)
{
  (void)state;
  static const char text[] =
      HEAD "[] lex:evokes ng:Meeting ; lex:verb \"meet\" ;"
           " lex:theme \"x\" ; lex:agent \"subj|to:of\" ; lex:example \"y\" .";
  ng_status st = NG_ERR_LIMIT;
  for (size_t budget = 0; st != NG_OK && budget < 100000; budget += 8) {
    ng_lexicon *l;
    ng_error err = {0};
    assert_int_equal(ng_lexicon_new(&l, &err), NG_OK);
    l->arena.left = budget;
    st = ng_lexicon_add(l, NG_LIT("x"), (ng_str){text, sizeof text - 1}, &err);
    assert_true(st == NG_OK || st == NG_ERR_LIMIT ||
                (st == NG_ERR_SYNTAX && strstr(err.text, "prepositions")));
    ng_lexicon_free(l);
  }
  assert_int_equal(st, NG_OK);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_a_pattern),
      cmocka_unit_test(finds_triggers_by_their_forms),
      cmocka_unit_test(finds_the_same_when_packed),
      cmocka_unit_test(says_where_and_what_is_wrong),
      cmocka_unit_test(takes_terms_of_other_vocabularies),
      cmocka_unit_test(counts_terms_of_other_vocabularies),
      cmocka_unit_test(the_built_in_patterns_are_read),
      cmocka_unit_test(patterns_say_the_same_when_packed),
      cmocka_unit_test(survives_every_allocation_failing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
