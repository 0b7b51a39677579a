/* abbrev.c - the words that a segmenter must know. */
#include "core/str.h"
#include "text/token.h"

/* What proper names are shortened to, as states and days: only capitalised. */
static unsigned
proper_abbrev(ng_str word)
{
  enum { C = NG_ABBREV | NG_ABBREV_PROPER };
  static const char titles[] =
      "adm amb atty capt cmdr col cpl det fr ft gen gov govs hon insp lt maj "
      "msgr mt pres pvt rep reps rev sen sens sgt st ste supt";
  static const char names[] =
      "ala apr ariz ark aug cal calif colo conn dec del feb fla fri ga ia ill "
      "ind jan jul jun kan kans ky la mass md mich minn miss mo mont neb nev "
      "nov oct okla ont ore pa penn que sep sept tenn tex thu thur thurs tue "
      "tues va vt wash wis wyo";
  static const char days[] = "mar mon sat sun wed";
  return ng_str_listed(word, titles)  ? C | NG_ABBREV_TITLE
         : ng_str_listed(word, names) ? C
         : ng_str_listed(word, days)  ? C | NG_ABBREV_NUMBER
                                      : 0;
}

/* All others. */
static unsigned
plain_abbrev(ng_str word)
{
  static const char plain[] =
      "al approx assn ave bldg blvd bros cf co corp cos dept div ed eds esp "
      "est etc excl ext gmbh govt hwy inc incl intl jr llc ltd max min misc "
      "natl pkwy plc pty rd resp sr tel univ viz";
  static const char titles[] = "dr messrs mlle mme mr mrs ms prof vs";
  static const char numbers[] =
      "art arts ca ch eq fig figs no nos para pp sec vol vols";
  return ng_str_listed(word, plain)     ? NG_ABBREV
         : ng_str_listed(word, titles)  ? NG_ABBREV | NG_ABBREV_TITLE
         : ng_str_listed(word, numbers) ? NG_ABBREV | NG_ABBREV_NUMBER
                                        : 0;
}

unsigned
ng_abbrev(ng_str word)
{
  bool small = word.len && word.at[0] >= 'a';
  unsigned bits = small ? 0 : proper_abbrev(word);
  return bits ? bits : plain_abbrev(word);
}

bool
ng_starts_sentence(ng_str word)
{
  static const char starters[] =
      "a about according after all also although among an and another are as "
      "asked at before both but by despite during each earlier even for from "
      "he her here his how however i if in instead is it its last later many "
      "meanwhile more most my nearly next no not now officials on once one "
      "only or other our police she since so some still such that the their "
      "then there these they this those though thus to two under until was we "
      "were what when where while who why with yet you";
  return word.len && word.at[0] < 'a' && ng_str_listed(word, starters);
}

bool
ng_bound_prefix(ng_str word)
{
  static const char prefixes[] =
      "anti bi bio co counter cross crypto de e eco electro euro ex geo hyper "
      "inter intra macro mega micro mid mini multi non post over pre pro proto "
      "pseudo psycho re semi socio sub super tele trans tri ultra un uni";
  return ng_str_listed(word, prefixes);
}

bool
ng_host_suffix(ng_str word)
{
  static const char suffixes[] =
      "app ar asp au ba bg biz br ca ch cn co com csv cz de dk doc docx edu ee "
      "es eu exe fi fr gif gov gr hk hr htm html hu ie il info int io iq ir jp "
      "jpeg jpg kr lt lv mil mx net news nl nz online org pdf ph php pk pl png "
      "ppt pptx ro rs ru se sg si sk th tr tv tw txt ua uk vn xls xlsx xml za "
      "zip";
  return ng_str_listed(word, suffixes);
}

bool
ng_unit_suffix(ng_str word)
{
  static const char units[] =
      "am b bn cm ft gb ghz gw gwh hr hrs hz k kb kg kgs km kph kw kwh lb lbs "
      "m mb mhz min mins mm mn mph mw mwh oz p pm sq t tb tn tr x yds yr yrs";
  return ng_str_listed(word, units);
}
