#include "test.h"

#include "link/given.h"
#include "link/linker.h"
#include "link/names.h"
#include "link/rank.h"
#include "link/words.h"
#include "linked.h"

static void
takes_no_spans_once_annotated(void **state)
{
  (void)state;
  ng_wanted_span span = {0, 4, false};
  ng_error err = {0};
  ng_doc *doc = linked("They left Serbia.");
  assert_int_equal(ng_doc_set_spans(doc, &span, 1, NG_BYTES, &err),
                   NG_ERR_USAGE);
  assert_int_equal(err.status, NG_ERR_USAGE);
  ng_doc_free(doc);
}

static void
links_each_case(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"They spoke with Serbia on Monday.", "Serbia=Q403"},
      {"The Serbian government fell.", "Serbian=Q403"},
      {"Talks between Belgrade and the European Union broke down.",
       "Belgrade=Q3711* European Union=Q458"},
      {"The minister was born in Belgrade.", "Belgrade=Q3711"},
      {"The plan was rejected by Belgrade.", "Belgrade=Q3711*"},
      {"Aleksandar Vucic arrived. Vucic left again.",
       "Aleksandar Vucic=Q222031 Vucic=Q222031"},
      {"Officials met Minister Park Jin there. Jin agreed.",
       "Park Jin=? Jin=?"},
      {"We met on Monday.", ""},
      {"They won the Rowing League in Serbia.",
       "Rowing League=Q997 Serbia=Q403"},
      {"They met President Lark in Serbia.", "Lark=Q998 Serbia=Q403"},
      {"The Mayor of Malaysia Ken Oswin left.", "Malaysia=Q Ken Oswin=?"},
      {"They object to a Malaysia-Frankfurt merger.", "Malaysia=Q Frankfurt=?"},
      {"President Evo Morales fled. Morales was followed by Jimmy Morales.",
       "Evo Morales=Q42410 Morales=Q42410 Jimmy Morales=Q17995110"},
      {"President Jimmy Morales spoke. Morales met Evo Morales. Morales left.",
       "Jimmy Morales=Q17995110 Morales=Q17995110 Evo Morales=Q42410 "
       "Morales=Q17995110"},
      {"President Evo Morales fled with Jimmy Morales. Morales was ill.",
       "Evo Morales=Q42410 Jimmy Morales=Q17995110 Morales=Q42410"},
      {"Evo Morales fled with Jimmy Morales. Jimmy Morales sat. Morales fell.",
       "Evo Morales=Q42410 Jimmy Morales=Q17995110 Jimmy Morales=Q17995110 "
       "Morales=Q17995110"},
      {"Morales fell. Then Jimmy Morales met Evo Morales.",
       "Morales=Q42410 Jimmy Morales=Q17995110 Evo Morales=Q42410"},
      {"Tomislav Nikolic left with Sara Nikolic. Mrs Nikolic sat.",
       "Tomislav Nikolic=Q57431 Sara Nikolic=Q990 Nikolic=Q990"},
      {"Later President Vucic met Ana Vucic. Vucic left.",
       "Vucic=Q222031 Ana Vucic=Q991 Vucic=Q222031"},
      {"A Krambo Samovia Member of the Assembly left Serbia.",
       "Krambo Samovia=? Serbia=Q403"},
      {"They met in Serbia. The Chancellor left.", "Serbia=Q403"},
      {"They met in Serbia. A Unionist spokesman left.",
       "Serbia=Q403 Unionist=?"},
      {"They met in Malaysia. A Unionist spokesman left.",
       "Malaysia=Q Unionist=Q993"},
      {"President Iván Duque spoke to President Vucic. Duque left.",
       "Iván Duque=Q17478000 Vucic=Q222031 Duque=Q17478000"},
      {"They sent Ambassador Mike Hammer to Serbia. Hammer left.",
       "Mike Hammer=? Serbia=Q403 Hammer=?"},
      {"More than 4 million people have left Serbia.", "Serbia=Q403"},
      {"He was told by Minister Rodrigo Nikolic to go. Nikolic left.",
       "Rodrigo Nikolic=? Nikolic=?"},
      {"If Ruritania joins, all of them will join.", "Ruritania=?"},
      {"They met Choo Kyu-ho on Monday.", "Choo Kyu-ho=?"},
      {"They met Choo Kyu-based firms on Monday.", "Choo Kyu=?"},
      {"They met near the court of Sidi N'zomba on Monday.", "Sidi N'zomba=?"},
      {"She works at the Ministry of Foreign Affairs in Belgrade.",
       "Ministry of Foreign Affairs=? Belgrade=Q3711"},
      {"She reads Foreign Affairs in Belgrade.",
       "Foreign Affairs=Q1135577 Belgrade=Q3711"},
      {"Officials of the Prime Minister's Office left Serbia.",
       "Prime Minister's Office=? Serbia=Q403"},
      {"Shares of Belgrade fell.", "Belgrade=Q3711"},
      {"Industry Ministry figures came from Serbia.",
       "Industry Ministry=? Serbia=Q403"},
      {"She was speaking about Human Rights all day while they left Serbia.",
       "Serbia=Q403"},
      {"Tomislav\u202FNiko\u00ADlic left Ser\u00ADbia\uFEFF.",
       "Tomislav\u202FNiko\u00ADlic=Q57431 Ser\u00ADbia=Q403"},
      {"Evo\u200E Morales left Belgrade\u200B.",
       "Evo\u200E Morales=Q42410 Belgrade=Q3711"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

/* Of more words than a text that has no room for full names. */
#define AT_LENGTH                                                              \
  " The talks had begun in the morning and went on until late at night, "      \
  "while "                                                                     \
  "outside the hall some hundreds of people stood in the rain and waited for " \
  "news that did not come before the doors were shut again."

static void
doubts_that_a_namesake_is_meant(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"John Stevens left Serbia." AT_LENGTH, "John Stevens=? Serbia=Q403"},
      {"The unit of Carstairs is shut." AT_LENGTH, "Carstairs=?"},
      {"They met Emily S. Carstairs. The unit of Carstairs is shut." AT_LENGTH,
       "Emily S. Carstairs=? Carstairs=?"},
      {"They told Sharon Carstairs." AT_LENGTH, "Sharon Carstairs=Q"},
      {"They told President Vucic." AT_LENGTH, "Vucic=Q222031"},
      {"They told Jason Nikolic. Nikolic left." AT_LENGTH,
       "Jason Nikolic=? Nikolic=?"},
      {"Sharon Nikolic left." AT_LENGTH, "Sharon Nikolic=?"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

static void
takes_a_table_of_results_for_teams_of_one_sport(void **state)
{
  (void)state;
  ng_doc *doc = linked("Results:\n\nAshby 1 Barby 0\nCorby 2 Derby 2\n"
                       "Ferby 0 Haxby 3\nKirby 1 Maltby 1\nSelby 2 Ashby 0\n");
  unsigned n = 0;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    ng_ref ref = doc->entities.at[doc->mentions.at[i].entity].ref;
    ng_str label = ng_kb_entity(kb, ref.index).label;
    n += label.len > 5 && memcmp(label.at + label.len - 4, "F.C.", 4) == 0;
  }
  ng_doc_free(doc);
  assert_int_equal(n, 10);
}

static void
tells_a_language_from_its_state(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"They told reporters in Serbian that it was over.", "Serbian=Q"},
      {"She spoke Serbian.", "Serbian=Q"},
      {"She met Serbian-speaking farmers.", "Serbian=Q"},
      {"They won in Serbian elections.", "Serbian=Q403"},
      {"They met the Serbian president.", "Serbian=Q403"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

static void
links_no_part_of_a_longer_name(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"It rained. The Citadel fears that this helps nobody.", "Citadel=Q"},
      {"They met knee to knee in Belgrade.", "Belgrade=Q3711"},
      {"They left Corby on Monday at 10:00 UTC.", "Corby=Q"},
      {"It is held in Belgrade on Tuesdays.", "Belgrade=Q3711"},
      {"They told Kim Un-to on Monday.", "Kim Un-to=Q"},
      {"They met Labour Minister Park Jin there.", "Park Jin=?"},
      {"They live in Saint-Gabriel-de-Ruritanie.",
       "Saint-Gabriel-de-Ruritanie=?"},
      {"They dived off Gull Island on Monday.", "Gull Island=?"},
      {"She joined the Belgrade Reform Institute in Serbia.",
       "Belgrade Reform Institute=? Serbia=Q403"},
      {"It was in the Serbia Herald.", "Serbia Herald=?"},
      {"The ships left the Horn of Belgrade for Serbia.",
       "Horn of Belgrade=? Serbia=Q403"},
      {"He was met by Mr Horn of Belgrade.", "Horn=? Belgrade=Q3711"},
      {"Ships left the Horn of Belgrade Ambassador Mike Hammer left.",
       "Horn of Belgrade=? Mike Hammer=?"},
      {"It was said by Turkey's Sabah newspaper.", "Turkey=Q43 Sabah=?"},
      {"They live in the Turkish town of Troy.", "Turkish=Q43 Troy=Q22647"},
      {"They live in Troy.", "Troy=Q"},
      {"They sang \"Ballad of Troy\" at night.", ""},
      {"They sang \"Belgrade\" and \"In Serbia\".",
       "Belgrade=Q3711 Serbia=Q403"},
      {"They spoke to the Interior ministry of Serbia.",
       "Interior ministry=? Serbia=Q403"},
      {"She spoke in Parliament of Serbia.", "Parliament=? Serbia=Q403"},
      {"They left Serbia on May 9.", "Serbia=Q403"},
      {"It was said by John Goldman of Serbia." AT_LENGTH,
       "John Goldman=? Serbia=Q403"},
      {"It was said by Goldman of Serbia." AT_LENGTH, "Goldman=Q Serbia=Q403"},
      {"The Duchess arrived in Serbia." AT_LENGTH, "The Duchess=Q Serbia=Q403"},
      {"They saw a portrait of The Duchess of Belgrade." AT_LENGTH,
       "Duchess of Belgrade=?"},
      {"They saw a portrait of the Duchess of Belgrade." AT_LENGTH,
       "Duchess of Belgrade=?"},
      {"They met John Ross. John's car was new." AT_LENGTH, "John Ross=?"},
      {"He ate at John's on Monday." AT_LENGTH, "John's=Q"},
      {"John's is full. He ate at John's on Monday." AT_LENGTH,
       "John's=Q John's=Q"},
      {"She heads the Council on Serbian Relations." AT_LENGTH,
       "Council on Serbian Relations=?"},
      {"Turkish ships came. They saw the Common Turkish Canal and no common "
       "sight." AT_LENGTH,
       "Turkish=Q43 Common Turkish Canal=?"},
      {"He works for the Turkish Navy." AT_LENGTH, "Turkish=Q43 Navy=?"},
      {"It was on Serbia en Ruritano that night." AT_LENGTH,
       "Serbia en Ruritano=?"},
      {"They met people from the local Chambers of Trade there." AT_LENGTH,
       "Chambers of Trade=?"},
      {"The Transport and Common Workers' Union is in the transport "
       "trade." AT_LENGTH,
       "Transport and Common Workers' Union=?"},
      {"She was told that the deputies’ Transport Committee had met "
       "again." AT_LENGTH,
       "Transport Committee=?"},
      {"They were all led in by Chargé d'Affaires Nicole Sanpaine that "
       "day." AT_LENGTH,
       "Nicole Sanpaine=?"},
      {"The Ruritania Ministry on Saturday said so." AT_LENGTH,
       "Ruritania Ministry=?"},
      {"They spoke to Foreign Affairs Committee staff." AT_LENGTH,
       "Foreign Affairs Committee=?"},
      {"Foreign affairs are hard. They read Foreign Affairs." AT_LENGTH,
       "Foreign Affairs=Q1135577"},
      {"It was said by a Sino-Turkish firm of anti-Semitism." AT_LENGTH,
       "Turkish=Q43"},
      {"They told Turkey Bowen so." AT_LENGTH, "Turkey Bowen=?"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

/* By the form of a company, or the title of who heads it. */
static void
finds_bodies_that_no_base_knows(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"She left Zorgon Widgets, Inc. to live in Serbia." AT_LENGTH,
       "Zorgon Widgets, Inc.=? Serbia=Q403"},
      {"She left Belgrade Widgets, Ltd in Serbia." AT_LENGTH,
       "Belgrade Widgets, Ltd=? Serbia=Q403"},
      {"She left the Turkish Widget Group in Serbia." AT_LENGTH,
       "Turkish Widget Group=? Serbia=Q403"},
      {"She left the Belgrade Street Association in May." AT_LENGTH,
       "Belgrade Street Association=?"},
      {"They met his father, Sultan Said bin Taimur, again." AT_LENGTH,
       "Said bin Taimur=?"},
      {"The Supreme leader of Serbia spoke to them again." AT_LENGTH,
       "Serbia=Q403"},
      {"They met Assemblywoman Karen Roe there again." AT_LENGTH,
       "Karen Roe=?"},
      {"She left a Turkish Group in Serbia." AT_LENGTH,
       "Turkish=Q43 Serbia=Q403"},
      {"She left Serbia General Bancorp on Monday." AT_LENGTH,
       "Serbia General Bancorp=?"},
      {"They met Zorgon Widgets CFO Karen Roe there." AT_LENGTH,
       "Zorgon Widgets=? Karen Roe=?"},
      {"They all met Free Rivers Foundation President Karen Roe there "
       "again." AT_LENGTH,
       "Free Rivers Foundation=? Karen Roe=?"},
      {"They all met Widgets and Means Committee Chairman Karen Roe there "
       "again." AT_LENGTH,
       "Widgets=? Karen Roe=?"},
      {"They met Foreign Minister Karen Roe there." AT_LENGTH, "Karen Roe=?"},
      {"They met former Executive Vice President Karen Roe there." AT_LENGTH,
       "Karen Roe=?"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

/* What stands right before or behind a name and belongs to it. */
static void
takes_names_as_newspapers_write_them(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"They told The Associated Press in Serbia.",
       "The Associated Press=Q Serbia=Q403"},
      {"They live in Vail, Colo., and in Serbia.",
       "Vail=? Colo.=Q1261 Serbia=Q403"},
      {"They saw Colo in Serbia.", "Colo=Q Serbia=Q403"},
      {"They met Mowaffak al-Rubaie. An aide of al-Rubaie left.",
       "Mowaffak al-Rubaie=Q al-Rubaie=Q"},
      {"They met Zuhair al-Qasim. An aide of al-Qasim left.",
       "Zuhair al-Qasim=? al-Qasim=?"},
      {"They flew to Troy, where many from Serbia live.", "Troy=Q Serbia=Q403"},
      {"They were paid by the Troy, a bank of Serbia.", "Troy=? Serbia=Q403"},
      {"He died at Troy station in Serbia.", "Troy=? Serbia=Q403"},
      {"They heard Bloc Party in Serbia that night.",
       "Bloc Party=? Serbia=Q403"},
      {"They fled from al-Qasr in Serbia that night.", "al-Qasr=Q Serbia=Q403"},
      {"It was raining when the Kremlin said so again.", "Kremlin=?"},
      {"Digital goods sell well, as digital things do.", ""},
      {"They were sold by Digital, as digital things are.", "Digital=Q"},
      {"They met Ruritanist leaders and then left Serbia.",
       "Ruritanist=Q900 Serbia=Q403"},
      {"They were all killed at Troy el-Gebel that night.", "Troy el-Gebel=?"},
      {"They say that REDFEV-19 has come to Serbia.",
       "REDFEV-19=? Serbia=Q403"},
      {"They say that Redfever has come to Serbia.", "Redfever=? Serbia=Q403"},
      {"They say that Redfever has come to Malaysia.", "Redfever=Q Malaysia=Q"},
      {"They left New Orleans. La was far.", "New Orleans=Q"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

static void
knows_what_acronyms_and_editions_are_not(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"The Trades Union Congress (TUC) met. They told the TUC so.",
       "Trades Union Congress=? TUC=? TUC=?"},
      {"The TUC (Trades Union Congress) gathered in Serbia.",
       "TUC=? Trades Union Congress=? Serbia=Q403"},
      {"The Technical University of Clausthal (TUC) is in the west.",
       "Technical University of Clausthal=Q TUC=Q"},
      {"RT @somebody Serbia is so far away and it rains there now",
       "Serbia=Q403"},
      {"They told RT that Serbia is far away." AT_LENGTH, "RT=Q Serbia=Q403"},
      {"They told TASS that Serbia is far away." AT_LENGTH,
       "TASS=? Serbia=Q403"},
      {"They told MPRs that GDP rose in Serbia." AT_LENGTH,
       "GDP=? Serbia=Q403"},
      {"They told MPRS that Serbia is far away." AT_LENGTH,
       "MPRS=Q Serbia=Q403"},
      {"They told the TUC that Serbia is far away." AT_LENGTH,
       "TUC=? Serbia=Q403"},
      {"They told David Frost that Serbia is far away." AT_LENGTH,
       "David Frost=? Serbia=Q403"},
      {"They told Tuc that Serbia is far away." AT_LENGTH,
       "Tuc=Q43 Serbia=Q403"},
      {"He won the Danube Open in Serbia.", "Danube Open=? Serbia=Q403"},
      {"He won the Danube Open of 2021 in Serbia.",
       "Danube Open=Q Serbia=Q403"},
  };
  char got[400];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
}

static void
calls_a_person_only_who_may_be_one(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    ng_type want;
  } cases[] = {
      {"They crossed the Line of Control.", NG_ENTITY},
      {"They met Line Radwan there.", NG_PERSON},
      {"They met Peter Radwan there.", NG_PERSON},
      {"They met John Radwan there.", NG_PERSON},
      {"They read the John Peel Show. No show is better.", NG_ENTITY},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_doc *doc = linked(cases[i].text);
    assert_int_equal(doc->entities.n, 1);
    assert_int_equal(doc->entities.at[0].type, cases[i].want);
    ng_doc_free(doc);
  }
}

static void
finds_what_the_article_spoke_of_before(void **state)
{
  (void)state;
  static const struct {
    const char *text, *want;
  } cases[] = {
      {"They flew to Belgrade. Rain fell in the city.",
       "Belgrade=Q3711 the city=Q3711"},
      {"They flew to Belgrade. The city council met.", "Belgrade=Q3711"},
      {"They flew to Belgrade. The city of lights is far.", "Belgrade=Q3711"},
      {"They flew from Belgrade to Xanthor. Rain hit the city.",
       "Belgrade=Q3711 Xanthor=?"},
      {"They live in Serbia. The country also has hills.",
       "Serbia=Q403 The country=Q403"},
      {"They left the European Union. Critics say the union is slow.",
       "European Union=Q458 the union=Q458"},
      {"Aleksandar Vucic arrived. Critics of the president marched.",
       "Aleksandar Vucic=Q222031 the president=Q222031"},
      {"Tomislav Nikolic arrived. Critics of the president marched.",
       "Tomislav Nikolic=Q57431"},
      {"They met Foreign Minister Evo Morales. The foreign minister resigned.",
       "Evo Morales=Q42410 The foreign minister=Q42410"},
      {"Aleksandar Vucic met the president of Ruritania.",
       "Aleksandar Vucic=Q222031 Ruritania=?"},
  };
  char got[400];
  options.mentions = NG_MENTIONS_ALL;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    links_of(cases[i].text, got);
    assert_string_equal(got, cases[i].want);
  }
  options.mentions = NG_MENTIONS_CONCEPTS;
}

static void
two_words_may_tell_the_sport(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    ng_sport want;
  } cases[] = {
      {"They won in the Six Nations, as their fly-half said.", NG_SPORT_RUGBY},
      {"Six of the nations met, and half of them said so.", NG_SPORT_NONE},
      {"They left the Premier League.", NG_SPORT_FOOTBALL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ng_doc *doc = linked(cases[i].text);
    assert_int_equal(ng_sport_of_article(doc), cases[i].want);
    ng_doc_free(doc);
  }
}

static void
a_name_of_an_article_is_one_entity(void **state)
{
  (void)state;
  ng_doc *doc = linked("Mr Bassam Radwan spoke. Later Radwan left Serbia.");
  assert_int_equal(doc->mentions.n, 3);
  assert_int_equal(doc->mentions.at[0].entity, doc->mentions.at[1].entity);
  assert_int_equal(doc->entities.at[0].type, NG_PERSON);
  assert_int_equal(doc->entities.at[0].n_mentions, 2);
  ng_doc_free(doc);
}

static void
weak_links_are_dropped_at_will(void **state)
{
  (void)state;
  options.min_confidence = 0.999;
  ng_doc *doc = linked("They spoke with Serbia on Monday.");
  options.min_confidence = 0;
  for (uint32_t i = 0; i < doc->entities.n; i++)
    assert_true(ng_ref_none(doc->entities.at[i].ref));
  ng_doc_free(doc);
}

/* The scores of the spots of `doc`. */
static ng_linker
scored(ng_doc *doc, bool keep_values)
{
  ng_linker l = {.context = &context,
                 .work = &doc->arena,
                 .doc = doc,
                 .ranking = &ng_ranking_builtin,
                 .keep_values = keep_values};
  assert_true(ng_linker_prepare(&l) && ng_linker_first(&l) &&
              ng_linker_second(&l));
  return l;
}

static bool
is_close(int32_t a, int32_t b)
{
  return abs(a - b) <= 20;
}

/* Is the reading `row` of a spot in reach?  Those of spots left out are not. */
static bool
is_in_reach(const ng_linker *l, uint32_t row)
{
  for (uint32_t i = 0; i < l->doc->spots.n; i++) {
    const ng_spot *spot = &l->doc->spots.at[i];
    if (row >= spot->choice && row < spot->choice + spot->n)
      return l->spans[i].reach >> (row - spot->choice) & 1;
  }
  return false;
}

/* Where all values are kept, all entities are looked up: that decides nothing
 * that is not decided without. */
static void
what_is_out_of_reach_is_hopeless(void **state)
{
  (void)state;
  static const char *const texts[] = {
      "President Iván Duque came. Duque met Minister Park Jin in Belgrade.",
      "Critics of the union say that Morales would go with Duque.",
  };
  uint32_t n_out = 0;
  for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
    ng_doc *doc = linked(texts[t]);
    ng_linker all = scored(doc, true), some = scored(doc, false);
    for (uint32_t i = 0; i < doc->choices.n; i++) {
      const ng_row *a = &all.rows[i], *b = &some.rows[i];
      n_out += !is_in_reach(&some, i);
      assert_int_equal(a->first < NG_HOPELESS, b->first < NG_HOPELESS);
      assert_true(is_in_reach(&some, i) || b->first < NG_HOPELESS);
      if (b->first >= NG_HOPELESS)
        assert_true(is_close(a->first, b->first) &&
                    is_close(a->second, b->second));
    }
    ng_doc_free(doc);
  }
  assert_true(n_out > 0);
}

/* Words in lower case that are no mention have no part in linking, and are
 * spots again behind it. */
static void
what_is_left_out_is_put_back(void **state)
{
  (void)state;
  ng_kb_image own =
      image_of("k:norland ng:kind \"country\" ; rdfs:label \"Norland\" .\n"
               "k:song ng:kind \"work\" ; rdfs:label \"Turning Alma\" ;\n"
               "  schema:alternateName \"last\" ; ng:popularity 5 .\n");
  ng_bases before = context.bases;
  ng_kb *other;
  assert_int_equal(ng_kb_open_memory(&other, own.at, own.size, NULL), NG_OK);
  context.bases = (ng_bases){{other}, 1};
  ng_doc *doc = linked("The last talks were in Norland at last.");
  assert_int_equal(doc->spots.n, 3);
  assert_int_equal(doc->mentions.n, 1);
  assert_int_equal(doc->mentions.at[0].spot, 1);
  assert_int_equal(doc->spots.at[1].entity, 0);
  assert_int_equal(doc->spots.at[2].entity, NG_NONE);
  ng_linker l = scored(doc, false);
  assert_int_equal(doc->spots.n, 1);
  assert_true(l.rows[0].second < NG_HOPELESS);
  ng_linker_give_back(&l);
  assert_int_equal(doc->spots.n, 3);
  ng_doc_free(doc);
  context.bases = before;
  ng_kb_close(other);
  free(own.at);
}

static void
probabilities_rise_with_the_score(void **state)
{
  (void)state;
  assert_int_equal(ng_probability(0), 500);
  assert_int_equal(ng_probability(INT32_MAX), 1000);
  assert_int_equal(ng_probability(INT32_MIN), 0);
  for (int32_t x = -9000; x < 9000; x += 50)
    assert_true(ng_probability(x) <= ng_probability(x + 50));
}

static void
knows_the_classes_of_words(void **state)
{
  (void)state;
  static const struct {
    const char *word;
    ng_word_class class;
  } rows[] = {
      {"and", NG_WORD_AND},         {"yourself", NG_WORD_OTHER},
      {"president", NG_WORD_TITLE}, {"in", NG_WORD_PLACE},
      {"said", NG_WORD_SPEECH},     {"monday", NG_WORD_DAY},
      {"former", NG_WORD_FORMER},   {"", NG_WORD_OTHER},
      {"PRESIDENT", NG_WORD_TITLE}, {"presiden", NG_WORD_OTHER},
      {"a", NG_WORD_DETERMINER},    {"presidents1", NG_WORD_OTHER},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(ng_word_class_of(rows[i].word), rows[i].class);
}

/* Words of a label are compared without case and full stops. */
static void
finds_a_word_of_a_label(void **state)
{
  (void)state;
  static const struct {
    ng_str label;
    const char *word;
    bool want;
  } rows[] = {
      {NG_LIT("U.S. Secretary of State"), "us", true},
      {NG_LIT("U.S. Secretary of State"), "state", true},
      {NG_LIT("U.S. Secretary of State"), "s", false},
      {NG_LIT("U.S. Secretary of State"), "stat", false},
      {NG_LIT("head of .NATO"), "nato", true},
      {NG_LIT("\xC3\xA9lu"), "elu", false},
      {NG_LIT("42nd mayor"), "42nd", true},
      {NG_LIT("head  of state"), "of", true},
      {NG_LIT("RULER"), "ruler", true},
      {NG_LIT(""), "ruler", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (ng_label_has_word(rows[i].label, rows[i].word) != rows[i].want)
      fail_msg("'%s' in row %zu", rows[i].word, i);
}

/* The first, the last and others of each list, and what is near them. */
static void
knows_given_names(void **state)
{
  (void)state;
  static const struct {
    ng_str name;
    uint16_t gender;
  } cases[] = {
      {NG_LIT("Abigail X"), NG_ENTITY_WOMAN},
      {NG_LIT("Angela X"), NG_ENTITY_WOMAN},
      {NG_LIT("Annalena X"), NG_ENTITY_WOMAN},
      {NG_LIT("Kelly-Anne X"), NG_ENTITY_WOMAN},
      {NG_LIT("Rena X"), NG_ENTITY_WOMAN},
      {NG_LIT("Alain X"), NG_ENTITY_MAN},
      {NG_LIT("matt X"), NG_ENTITY_MAN},
      {NG_LIT("Zoltan X"), NG_ENTITY_MAN},
      {NG_LIT("Zoran X"), NG_ENTITY_MAN},
      {NG_LIT("Zoltan"), 0},
      {NG_LIT("Zz X"), 0},
      {NG_LIT("A X"), 0},
      {NG_LIT("Zolta X"), 0},
      {NG_LIT("Zoltann X"), 0},
      {NG_LIT(" X"), 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(ng_given_gender(cases[i].name), cases[i].gender);
}

/* Give the document more room each time, until it suffices: every allocation
 * has then been seen to fail, cleanly. */
static void
survives_running_out_of_memory(void **state)
{
  (void)state;
  ng_names *workers[] = {NULL, ng_names_new()};
  options.mentions = NG_MENTIONS_ALL;
  for (size_t i = 0; i < 2; i++) {
    ng_status status = NG_ERR_LIMIT;
    for (size_t budget = 0; status != NG_OK; budget += 97) {
      ng_doc *doc = linked_by(workers[i],
                              "Serbian President Aleksandar Vucic met Mr Park. "
                              "He left the country.",
                              budget, &status);
      assert_true(status == NG_OK || status == NG_ERR_LIMIT);
      assert_true(budget < 1 << 20);
      ng_doc_free(doc);
    }
  }
  ng_names_free(workers[1]);
  options.mentions = NG_MENTIONS_CONCEPTS;
}

/* The same names again and again take no more entities. */
static void
finds_room_for_names_said_often(void **state)
{
  (void)state;
  enum { TIMES = 400 };
  char text[TIMES * 15] = "";
  ng_status status;
  size_t n = 0;
  for (int i = 0; i < TIMES; i++)
    n += (size_t)snprintf(text + n, sizeof text - n, "Stevens came. ");
  ng_doc *doc = linked_in(text, 1900000, &status);
  assert_int_equal(status, NG_OK);
  assert_true(doc->choices.n > 4 * TIMES);
  ng_doc_free(doc);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_no_spans_once_annotated),
      cmocka_unit_test(links_each_case),
      cmocka_unit_test(doubts_that_a_namesake_is_meant),
      cmocka_unit_test(takes_a_table_of_results_for_teams_of_one_sport),
      cmocka_unit_test(tells_a_language_from_its_state),
      cmocka_unit_test(links_no_part_of_a_longer_name),
      cmocka_unit_test(finds_bodies_that_no_base_knows),
      cmocka_unit_test(takes_names_as_newspapers_write_them),
      cmocka_unit_test(knows_what_acronyms_and_editions_are_not),
      cmocka_unit_test(calls_a_person_only_who_may_be_one),
      cmocka_unit_test(finds_what_the_article_spoke_of_before),
      cmocka_unit_test(two_words_may_tell_the_sport),
      cmocka_unit_test(a_name_of_an_article_is_one_entity),
      cmocka_unit_test(weak_links_are_dropped_at_will),
      cmocka_unit_test(what_is_out_of_reach_is_hopeless),
      cmocka_unit_test(what_is_left_out_is_put_back),
      cmocka_unit_test(probabilities_rise_with_the_score),
      cmocka_unit_test(knows_the_classes_of_words),
      cmocka_unit_test(finds_a_word_of_a_label),
      cmocka_unit_test(knows_given_names),
      cmocka_unit_test(survives_running_out_of_memory),
      cmocka_unit_test(finds_room_for_names_said_often),
  };
  return cmocka_run_group_tests(tests, open_base, close_base);
}
