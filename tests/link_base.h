/* link_base.h - a small base for the tests of linking: two states in a border
 * dispute, their people and offices. */
#ifndef TEST_LINK_BASE_H
#define TEST_LINK_BASE_H

/* Many of one name. */
#define NAMESAKE(middle)                                  \
  "k:" middle " ng:kind \"person\" ; ng:popularity 1 ;\n" \
  "  rdfs:label \"John " middle " Stevens\" .\n"
#define NAMESAKES    \
  NAMESAKE("Abel")   \
  NAMESAKE("Basil")  \
  NAMESAKE("Cyril")  \
  NAMESAKE("Denzil") \
  NAMESAKE("Edgar")  \
  NAMESAKE("Floyd")  \
  NAMESAKE("Gus")    \
  NAMESAKE("Horace") \
  NAMESAKE("Ivor")   \
  NAMESAKE("Jasper") NAMESAKE("Kirk") NAMESAKE("Luke") NAMESAKE("Miles")

/* Towns and their clubs, which are called like them for short; some have a
 * better known one of another sport. */
#define TOWN(name)                                                       \
  "k:" name " ng:kind \"city\" ; ng:popularity 300 ; rdfs:label \"" name \
  "\" .\nk:" name "_fc ng:kind \"team\" ; ng:popularity 100 ;\n"         \
  "  schema:description \"association football club\" ;\n"               \
  "  rdfs:label \"" name " United F.C.\" .\n"
#define CRICKET_TOWN(name)                                                   \
  TOWN(name)                                                                 \
  "k:" name "_cc ng:kind \"team\" ; ng:popularity 200 ;\n"                   \
  "  schema:description \"cricket club\" ; rdfs:label \"" name " C.C.\" ;\n" \
  "  skos:altLabel \"" name "\" .\n"
#define TOWNS   \
  TOWN("Ashby") \
  TOWN("Barby") \
  TOWN("Corby") \
  TOWN("Derby") \
  TOWN("Ferby") \
  TOWN("Haxby") \
  CRICKET_TOWN("Kirby") CRICKET_TOWN("Maltby") CRICKET_TOWN("Selby")

#define NAMESAKES_AND_TOWNS NAMESAKES TOWNS

#define LINK_BASE                                                             \
  NAMESAKES_AND_TOWNS                                                         \
  "wd:Q403 ng:kind \"country\" ; rdfs:label \"Serbia\" ;\n"                   \
  "  ng:demonym \"Serbian\", \"Serbs\" ; ng:popularity 700 .\n"               \
  "wd:Q3711 ng:kind \"city\" ; rdfs:label \"Belgrade\" ; ng:popularity 500 "  \
  ";\n"                                                                       \
  "  ng:country wd:Q403 ; ng:seatOf k:government .\n"                         \
  "k:government ng:kind \"government\" ;\n"                                   \
  "  rdfs:label \"Government of Serbia\" ; ng:popularity 300 .\n"             \
  "wd:Q458 ng:kind \"international\" ; rdfs:label \"European Union\" ;\n"     \
  "  ng:acronym \"EU\" ; ng:popularity 900 .\n"                               \
  "wd:Q36600 ng:kind \"city\" ; rdfs:label \"The Hague\" ;\n"                 \
  "  ng:popularity 500 .\n"                                                   \
  "wd:Q222031 ng:kind \"person\" ; rdfs:label \"Aleksandar Vučić\" ;\n"     \
  "  ng:citizenOf wd:Q403 ; ng:popularity 300 ;\n"                            \
  "  ng:held [ ng:office k:president ; ng:jurisdiction wd:Q403 ;\n"           \
  "            ng:validFrom \"2017-05-31\"^^xsd:date ] .\n"                   \
  "wd:Q57431 ng:kind \"person\" ; rdfs:label \"Tomislav Nikolić\" ;\n"       \
  "  ng:popularity 200 ;\n"                                                   \
  "  ng:held [ ng:office k:president ; ng:jurisdiction wd:Q403 ;\n"           \
  "            ng:validFrom \"2012-05-31\"^^xsd:date ;\n"                     \
  "            ng:validUntil \"2017-05-31\"^^xsd:date ] .\n"                  \
  "k:ceo ng:kind \"occupation\" ; ng:popularity 500 ;\n"                      \
  "  rdfs:label \"chief executive officer\" ; ng:acronym \"CEO\" .\n"         \
  "k:dubrow rdfs:label \"Milan Dubrow\" ; ng:popularity 60 .\n"               \
  "k:holme rdfs:label \"Holme Works\" ; ng:popularity 60 .\n"                 \
  "wd:Q990 ng:kind \"person\" ; rdfs:label \"Sara Nikolić\" ;\n"             \
  "  ng:popularity 60 .\n"                                                    \
  "wd:Q991 ng:kind \"person\" ; rdfs:label \"Ana Vučić\" ;\n"               \
  "  ng:popularity 60 .\n"                                                    \
  "wd:Q42410 ng:kind \"person\" ; rdfs:label \"Evo Morales\" ;\n"             \
  "  skos:altLabel \"President Evo Morales\" ; ng:popularity 436 .\n"         \
  "wd:Q17995110 ng:kind \"person\" ; rdfs:label \"Jimmy Morales\" ;\n"        \
  "  ng:popularity 415 .\n"                                                   \
  "wd:Q17478000 ng:kind \"person\" ; rdfs:label \"Iván Duque Márquez\" ;\n" \
  "  skos:altLabel \"Iván Duque\" ; ng:popularity 420 .\n"                   \
  "wd:Q448547 ng:kind \"person\" ; rdfs:label \"Pedro Duque\" ;\n"            \
  "  ng:popularity 289 .\n"                                                   \
  "k:lia ng:kind \"person\" ; rdfs:label \"Lia Duque\" ;\n"                   \
  "  ng:popularity 1 .\n"                                                     \
  "wd:Q279088 ng:kind \"person\" ; rdfs:label \"Ralf Winkler\" ;\n"           \
  "  skos:altLabel \"Mike Hammer\" ; ng:popularity 300 .\n"                   \
  "wd:Q42544 ng:kind \"person\" ; rdfs:label \"Thomas More\" ;\n"             \
  "  ng:popularity 345 .\n"                                                   \
  "k:serbian ng:kind \"language\" ; rdfs:label \"Serbian\" ;\n"               \
  "  ng:popularity 300 .\n"                                                   \
  "k:tablet ng:kind \"product\" ; rdfs:label \"eTablet\" ;\n"                 \
  "  ng:popularity 300 .\n"                                                   \
  "k:shop ng:kind \"company\" ; rdfs:label \"Bookshop.com\" ;\n"              \
  "  ng:popularity 300 .\n"                                                   \
  "k:singer ng:kind \"person\" ; rdfs:label \"you.and.me\" ;\n"               \
  "  ng:popularity 300 .\n"                                                   \
  "k:forward ng:kind \"party\" ; rdfs:label \"Forward Party\" ;\n"            \
  "  skos:altLabel \"Labour\" ; ng:popularity 500 .\n"                        \
  "wd:Q8458 ng:kind \"concept\" ; rdfs:label \"human rights\" ;\n"            \
  "  ng:popularity 187 .\n"                                                   \
  "wd:Q1135577 ng:kind \"media\" ; rdfs:label \"Foreign Affairs\" ;\n"        \
  "  ng:popularity 300 .\n"                                                   \
  "k:stevens ng:kind \"person\" ; rdfs:label \"John Stevens\" ;\n"            \
  "  ng:popularity 120 .\n"                                                   \
  "k:carstairs ng:kind \"person\" ; rdfs:label \"Sharon Carstairs\" ;\n"      \
  "  ng:popularity 76 .\n"                                                    \
  "k:tuc ng:kind \"school\" ; ng:popularity 200 ; ng:acronym \"TUC\" ;\n"     \
  "  rdfs:label \"Technical University of Clausthal\" .\n"                    \
  "k:open ng:kind \"event\" ; rdfs:label \"2021 Danube Open\" ;\n"            \
  "  skos:altLabel \"Danube Open\" ; ng:popularity 200 .\n"                   \
  "wd:Q997 ng:kind \"league\" ; rdfs:label \"Danube Rowing League\" ;\n"      \
  "  skos:altLabel \"Rowing League\" ; ng:popularity 60 .\n"                  \
  "wd:Q998 ng:kind \"person\" ; rdfs:label \"Nils Lark\" ;\n"                 \
  "  ng:popularity 560 .\n"                                                   \
  "k:lark ng:kind \"person\" ; rdfs:label \"Omar Lark\" ;\n"                  \
  "  skos:altLabel \"President Lark\" ; ng:popularity 400 .\n"                \
  "k:season1 ng:kind \"event\" ; ng:popularity 60 ;\n"                        \
  "  rdfs:label \"2001–02 Danube Rowing League\" .\n"                       \
  "k:season2 ng:kind \"event\" ; ng:popularity 60 ;\n"                        \
  "  rdfs:label \"2002–03 Danube Rowing League\" .\n"                       \
  "k:season3 ng:kind \"event\" ; ng:popularity 60 ;\n"                        \
  "  rdfs:label \"2003–04 Danube Rowing League\" .\n"                       \
  "k:season4 ng:kind \"event\" ; ng:popularity 60 ;\n"                        \
  "  rdfs:label \"2004–05 Danube Rowing League\" .\n"                       \
  "k:sabah ng:kind \"region\" ; rdfs:label \"Sabah\" ;\n"                     \
  "  ng:country k:malaysia ; ng:popularity 100 .\n"                           \
  "k:malaysia ng:kind \"country\" ; rdfs:label \"Malaysia\" ;\n"              \
  "  skos:altLabel \"Carstairs\", \"Ruritanist\" ; ng:popularity 600 .\n"     \
  "k:line ng:kind \"person\" ; rdfs:label \"Line Hansen\" ;\n"                \
  "  ng:popularity 20 .\n"                                                    \
  "k:troy ng:kind \"city\" ; rdfs:label \"Troy\" ; ng:popularity 300 .\n"     \
  "wd:Q22647 ng:kind \"city\" ; rdfs:label \"Troy\" ;\n"                      \
  "  ng:country wd:Q43 ; ng:popularity 250 .\n"                               \
  "wd:Q43 ng:kind \"country\" ; rdfs:label \"Turkey\" ;\n"                    \
  "  ng:demonym \"Turkish\" ; skos:altLabel \"Tuc\" ;\n"                      \
  "  ng:popularity 700 .\n"                                                   \
  "k:president ng:kind \"office\" ; rdfs:label \"President of Serbia\" ;\n"   \
  "  ng:jurisdiction wd:Q403 .\n"                                             \
  "k:larsen ng:kind \"person\" ; rdfs:label \"Basil Larsen\" ;\n"             \
  "  ng:popularity 90 ; ng:held [ ng:office k:health ;\n"                     \
  "            ng:jurisdiction wd:Q403 ;\n"                                   \
  "            ng:validFrom \"2011-05-31\"^^xsd:date ;\n"                     \
  "            ng:validUntil \"2012-05-31\"^^xsd:date ] .\n"                  \
  "k:health ng:kind \"office\" ; rdfs:label \"Minister for Health\" ;\n"      \
  "  ng:jurisdiction wd:Q403 .\n"                                             \
  "k:turkish_pm ng:kind \"office\" ; ng:jurisdiction wd:Q43 ;\n"              \
  "  rdfs:label \"Turkish Prime Minister\" ; ng:popularity 300 .\n"           \
  "k:goldman ng:kind \"company\" ; rdfs:label \"Goldman Sachs\" ;\n"          \
  "  skos:altLabel \"Goldman\" ; ng:popularity 500 .\n"                       \
  "k:ap ng:kind \"media\" ; rdfs:label \"Associated Press\" ;\n"              \
  "  skos:altLabel \"The Associated Press\" ; ng:popularity 600 .\n"          \
  "wd:Q1261 ng:kind \"region\" ; rdfs:label \"Colorado\" ;\n"                 \
  "  skos:altLabel \"Colo\" ; ng:popularity 500 .\n"                          \
  "k:colo ng:kind \"team\" ; rdfs:label \"Colo\" ; ng:popularity 300 .\n"     \
  "k:duchess ng:kind \"person\" ; rdfs:label \"The Duchess\" ;\n"             \
  "  ng:popularity 300 .\n"                                                   \
  "k:rubaie ng:kind \"person\" ;\n"                                           \
  "  rdfs:label \"Mowaffak al-Rubaie\" ; ng:popularity 300 .\n"               \
  "k:bobs ng:kind \"company\" ; rdfs:label \"John's\" ;\n"                    \
  "  ng:popularity 500 .\n"                                                   \
  "k:citadel ng:kind \"building\" ; rdfs:label \"Citadel\" ;\n"               \
  "  ng:seatOf k:government ; ng:popularity 4 .\n"                            \
  "k:frost ng:kind \"entity\" ; rdfs:label \"david frost\" ;\n"               \
  "  ng:popularity 1 .\n"                                                     \
  "k:knees ng:kind \"entity\" ; rdfs:label \"knee to knee\" ;\n"              \
  "  ng:popularity 16 .\n"                                                    \
  "k:corby_on ng:kind \"city\" ; rdfs:label \"Corby ON\" ;\n"                 \
  "  ng:popularity 900 .\n"                                                   \
  "k:gull ng:kind \"work\" ; rdfs:label \"Gull Island\" ;\n"                  \
  "  ng:popularity 300 .\n"                                                   \
  "k:kim ng:kind \"person\" ; rdfs:label \"Kim Un-to\" ;\n"                   \
  "  ng:popularity 500 .\n"                                                   \
  "k:nola ng:kind \"city\" ; rdfs:label \"New Orleans\" ;\n"                  \
  "  ng:acronym \"LA\" ; ng:popularity 500 .\n"                               \
  "wd:Q992 ng:kind \"school\" ; rdfs:label \"Chancellor and Scholars\" ;\n"   \
  "  skos:altLabel \"The Chancellor\" ; ng:popularity 600 .\n"                \
  "wd:Q993 ng:kind \"party\" ; rdfs:label \"Unionist Party of Malaysia\" ;\n" \
  "  skos:altLabel \"Unionist\" ; ng:country k:malaysia ;\n"                  \
  "  ng:popularity 200 .\n"                                                   \
  "k:bloc ng:kind \"party\" ; rdfs:label \"bloc party\" ;\n"                  \
  "  ng:popularity 300 .\n"                                                   \
  "k:qasr ng:kind \"organization\" ; rdfs:label \"al-Qasr\" ;\n"              \
  "  ng:popularity 300 .\n"                                                   \
  "k:kremlin ng:kind \"building\" ; rdfs:label \"kremlin\" ;\n"               \
  "  ng:popularity 90 .\n"                                                    \
  "k:rt ng:kind \"media\" ; rdfs:label \"Ruritania Today\" ;\n"               \
  "  ng:acronym \"RT\" ; ng:popularity 400 .\n"                               \
  "k:tass ng:kind \"school\" ; rdfs:label \"Troy Academy of Social "          \
  "Sciences\" ;\n"                                                            \
  "  ng:acronym \"TASS\" ; ng:popularity 70 .\n"                              \
  "k:bank ng:kind \"company\" ; rdfs:label \"Troy Banking Partners\" ;\n"     \
  "  ng:acronym \"MPRS\", \"GDP\" ; ng:popularity 400 .\n"                    \
  "k:flood ng:kind \"event\" ; rdfs:label \"2020 Redfever flood in "          \
  "Malaysia\" ;\n"                                                            \
  "  skos:altLabel \"Redfever\" ; ng:popularity 400 .\n"                      \
  "k:digital ng:kind \"company\" ; rdfs:label \"Digital\" ;\n"                \
  "  ng:popularity 500 .\n"                                                   \
  "wd:Q900 ng:kind \"religion\" ; rdfs:label \"Ruritanism\" ;\n"              \
  "  ng:demonym \"Ruritanist\" ; ng:popularity 300 .\n"                       \
  "k:iam ng:kind \"work\" ; rdfs:label \"I am\" ; ng:popularity 400 .\n"      \
  "k:seventeen ng:kind \"organization\" ; rdfs:label \"Seventeen\" ;\n"       \
  "  ng:popularity 400 .\n"                                                   \
  "k:celsius ng:kind \"person\" ; rdfs:label \"Anders Celsius\" ;\n"          \
  "  skos:altLabel \"Celsius\" ; ng:popularity 500 .\n"                       \
  "k:vcr ng:kind \"organization\" ; ng:acronym \"VCR\" ;\n"                   \
  "  rdfs:label \"Vale Coast Reserve\" ; ng:popularity 300 .\n"               \
  "k:cabinet ng:kind \"government\" ; ng:country k:malaysia ;\n"              \
  "  rdfs:label \"Cabinet of Malaysia\" ; skos:altLabel \"Cabinet\" ;\n"      \
  "  ng:popularity 400 .\n"                                                   \
  "k:majlis ng:kind \"government\" ; ng:country k:malaysia ;\n"               \
  "  rdfs:label \"Majlis\" ; skos:altLabel \"Dewan\" ; ng:popularity 400 .\n" \
  "k:rule ng:kind \"entity\" ; rdfs:label \"government\" ;\n"                 \
  "  skos:altLabel \"Government\" ;\n"                                        \
  "  ng:popularity 900 .\n"                                                   \
  "k:sky ng:kind \"company\" ; rdfs:label \"Quill Sky\" ;\n"                  \
  "  skos:altLabel \"Overland\", \"Transpond\" ; ng:popularity 500 .\n"       \
  "k:overland ng:kind \"company\" ; rdfs:label \"Overland\" ;\n"              \
  "  ng:popularity 20 .\n"                                                    \
  "k:cupboard ng:kind \"concept\" ; rdfs:label \"cabinet\" ;\n"               \
  "  ng:popularity 100 .\n"                                                   \
  "k:means ng:kind \"work\" ; rdfs:label \"Ways and Means\" ;\n"              \
  "  ng:popularity 400 .\n"                                                   \
  "wd:Q994 ng:kind \"person\" ; rdfs:label \"Zeno Quill\" ;\n"                \
  "  skos:altLabel \"Hugo Marsh\", \"Omar Penfold\" ; ng:popularity 560 .\n"  \
  "k:marsh ng:kind \"person\" ; rdfs:label \"Hugo Marsh\" ;\n"                \
  "  ng:popularity 20 .\n"                                                    \
  "k:rumours ng:kind \"work\" ; rdfs:label \"Rumours\" ;\n"                   \
  "  ng:popularity 200 .\n"                                                   \
  "k:as-if ng:kind \"work\" ; rdfs:label \"As If\" ;\n"                       \
  "  ng:popularity 2000 .\n"                                                  \
  "wd:Q995 ng:kind \"entity\" ; rdfs:label \"river tax reform\" ;\n"          \
  "  ng:popularity 900 .\n"                                                   \
  "wd:Q1 ng:kind \"concept\" ; rdfs:label \"tariff\" ; ng:popularity 200 .\n"

#endif /* TEST_LINK_BASE_H */
