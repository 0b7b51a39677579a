/* given.c - common given names, for persons whose gender no base gives.
 *
 * Names that both women and men have (Andrea, Jean, Kim, Nikola, Robin) are
 * left out.
 */
#include "link/given.h"
#include "core/str.h"
#include "kb/kb.h"

#include <string.h>

/* Both lists are sorted by memcmp(), with a space before and after each. */
static const char women[] =
    " abigail adele agnes agnieszka aisha alice alicia alina alison amanda"
    " amelia amina amy ana anastasia angela angelina anita ann anna annalena"
    " anne annegret annie antonia arancha asma audrey aurora barbara beata"
    " beatrice benazir bernadette betty beverly bianca birgit brenda bridget"
    " brigitte camilla carla carmen carole caroline carolyn carrie catherine"
    " cecilia celine charlotte chelsea cheryl christiane christina christine"
    " cindy claire clara claudia condoleezza cristina cynthia daisy dalia"
    " daniela danielle deborah debra delphine denise diana diane dilma dolores"
    " dora doris dorothy ebba edith ekaterina elaine eleanor elena elisabeth"
    " elise elizabeth ella ellen elsa emily emma erika erna esther eva evelyn"
    " fatima fatou federica felicia fiona florence frances francesca gabriela"
    " gail genevieve georgia geraldine gertrude gina ginni giorgia gisele"
    " gladys gloria grace greta gretchen gwendolyn hannah harriet heather"
    " heidi helen helena helle henrietta hilary hilda hillary ilse imelda"
    " indira inga ingrid irena irene irina isabel isabella ivana ivanka"
    " jacinda jacqueline jadranka jane janet janice jasmine jeanette jeanine"
    " jenna jennifer jessica jill joan joanna joanne jocelyn johanna josephine"
    " joyce juanita judith judy julia juliana julie june kaja kamala karen"
    " karin kate katharina katherine kathleen kathryn kathy katie kayleigh"
    " kelly-anne kellyanne kersti kirsten kirstjen kolinda kristalina kristina"
    " laila lara laura lauren leila lena letitia lidia lila lilian liliana"
    " lillian linda lisa liz lois loretta lori lorraine louise lucia lucy"
    " ludmila luisa lydia lynda lynn lynne madeleine magdalena maia malala"
    " manuela marcia margaret margarita margrethe maria marian mariana"
    " marianne marie marie-ange marilyn marina marine marissa marjorie marta"
    " martha martina mary mary-lou maryam matilda maureen megawati meghan"
    " megyn melania melanie melinda melissa mercedes meryl mia michaelle"
    " michelle mildred miriam mona monica muriel nadia nadine nancy naomi"
    " natalia natalie natasha nathalie nicola nina nora norma octavia olga"
    " olivia oprah patricia patty paula pauline peggy penelope penny petra"
    " phumzile phyllis pia polly portia priscilla priti priyanka rachel raisa"
    " ramona rania rebecca regina rena renate rhonda rita roberta rosa"
    " rosalind rose rosemary roza ruth sabine sahle-work sally samantha sandra"
    " sanna sara sarah serena sharon sheila sherry shirley silvia simone"
    " simonetta sofia sonia sophia sophie stacey stella stephanie sue susan"
    " susana susanna susanne suzanne svetlana sviatlana sylvia sylvie tamara"
    " tammy tanya tara tatiana teresa tereza thelma theresa therese tina tulsi"
    " una ursula valentina valerie vanessa vera veronica vesna victoria viola"
    " violeta virginia viviane wanda wendy whitney winnie xiomara yingluck"
    " yolanda yulia yuliya yvette yvonne zainab zoe zuzana ";

static const char men[] =
    " aaron abbas abd abdel abdelaziz abdelfattah abdul abdulla abdullah"
    " abdurrahman abel abiy abraham adam adel adolf adolfo adrian ahmad ahmed"
    " ahmet alain alan albert alberto albin alejandro aleksandar aleksander"
    " aleksandr alex alexander alexandre alexei alexey alexis alfonso alfred"
    " alfredo ali allan alvaro amadou amir anatoly anders andre andreas andrei"
    " andrej andres andrew andrey andrzej angelo ante anthony antoine anton"
    " antonin antonio antonis antony anwar ariel armando arnold arthur arturo"
    " augusto avdullah avigdor ayman bakir barack barry bart bashar bassam ben"
    " benedict benigno benito benjamin benny bernard bernie bertie bill billy"
    " bob boris borut brad bradley brandon brett brian bruce bruno bujar"
    " burhan carl carlo carlos carwyn cesar charles charlie chester chris"
    " christian christoph christopher chuck claude claudio clement clive colin"
    " cyril dalibor damian dan daniel danilo danny darren dave david dean"
    " denis dennis derek desmond devin dick didier diego dieter dimitri"
    " dimitris dirk dmitri dmitriy dmitry dominic don donald douglas dragan"
    " duncan dwight earl ed eddie edgar eduard eduardo edward edwin efrain"
    " ehud elias elie elijah emil emile emmanuel emmerson enda enrico enrique"
    " eric erik ernest ernesto erwin esmail eugene evan evo fadi faisal farouk"
    " fayez felix ferdinand fernando fidel filip florian francesco francis"
    " francisco franco francois frank frans franz franz-josef fred frederic"
    " frederick fredrik friedrich fritz fuad fumio gareth gary gavin geert"
    " gennady geoffrey george georges georgi gerald gerard gerhard gerry"
    " giacomo gianni gilbert giorgio giovanni giulio giuseppe glenn gordon"
    " graham greg gregory grigory guido guillermo gunter gunther gustavo guy"
    " haider hamad hamid hans hans-dietrich haris harold harry harvey hashim"
    " hassan hector heiko heinrich heinz helmut hendrik henri henry herbert"
    " herman hermann horacio horst hosni howard hubert hugh hugo hun husni"
    " hussein ian ibrahim idriss igor ilham ilir imad imran ion isaac ismail"
    " israel ivan ivica ivo jack jacob jacques jaime jair jake jakob jakov"
    " james jan janez janos jared jaroslaw jason javad javier jay jean-claude"
    " jean-luc jean-marc jean-marie jean-pierre jean-yves jeff jefferson"
    " jeffrey jens jeremy jeroen jerome jerry jim jimmy joachim joao joaquim"
    " joe joel johan johann johannes john johnny jon jonas jonathan jorge jose"
    " josef josep joseph joshua josip juan juha julio julius jurgen justin"
    " karim karl karl-heinz kassym-jomart keith ken kenneth kevin khalid"
    " khalifa kiril klaus kofi konrad kurt kwame kyle kyriakos lamberto lars"
    " laurent lawrence lech leo leon leonid leopold lev lindsey lionel lloyd"
    " lorenzo lothar louis luc luca lucas ludwig luigi luis luiz lukas lyndon"
    " mahathir mahmoud mahmud malcolm manfred manmohan manuel marc marcel"
    " marcelo marco marcos marek mario mark marko marshall martin marvin"
    " massimo mateusz matt matteo matthew matthias maurice mauricio max maxim"
    " maxime mehmet menachem mevlut michael michal micheal michel miguel mihai"
    " mikael mike mikhail mikheil miklos milan milo milorad milos mitch mitt"
    " mohamad mohamed mohammad mohammed moshe muammar muhammad muhammadu"
    " mustafa naftali narendra nasser nathan neil nelson nestor neville newt"
    " nicholas nick nicolas nigel nikol nikolai nikolaos nikos nobusuke"
    " norbert norman nouri nursultan olaf oleg oleksandr oleksiy oliver"
    " olivier olof omar oscar oskar oswald otto paolo pascal patrick paul"
    " paulo pavel pedro per pervez pete peter petr petro phil philip philippe"
    " pierre pieter piotr radek radoslav radovan rafael raila ralph ramon"
    " ramush ramzan rand randy raul ray raymond recep reinhard rene renzo rex"
    " reza ricardo richard rick riek rob robert roberto rodney rodolfo rodrigo"
    " roger roland rolf roman ron ronald ross roy rudolf rudolph rudy rupert"
    " russell ryan salman salvador sam samir samuel sandor sanjay saul scott"
    " sean sebastian sepp serge sergei sergey sergio seth shaukat shimon"
    " shinzo silvio simon slobodan sofyan stanislav stefan stephane stephen"
    " steve steven stewart stjepan stuart sven syed tariq tayyip ted teodoro"
    " terence terry thabo theodor theodore thierry thomas thorbjorn tim"
    " timothy toby todd tom tomas tomasz tomislav tommy toni tony toomas umaru"
    " uwe vaclav valdis valery vicente victor viktor vincent vincenzo vitali"
    " vitaly vittorio vladimir vlado vojislav volodymyr wael walter warren"
    " wayne wen werner wesley wilfried wilhelm willem william willy winston"
    " wladyslaw wojciech wolfgang xavier yair yasser yevgeny yitzhak yoram"
    " yoshihide yuri yusuf yves zbigniew zoltan zoran ";

/* Is `name` one of a sorted list's?  Halves the part of it that may hold the
 * name, which begins at a space and ends at one. */
static bool
has_name(const char *list, size_t size, const char *name, size_t n)
{
  size_t low = 0, high = size - 1; /* the last space: no name is there */
  while (low < high) {
    size_t at = low + (high - low) / 2, end;
    while (list[at] != ' ')
      at--;
    for (end = at + 1; list[end] != ' ';)
      end++;
    size_t len = end - at - 1;
    int order = memcmp(name, list + at + 1, n < len ? n : len);
    if (order == 0 && n == len)
      return true;
    if (order < 0 || (order == 0 && n < len))
      high = at;
    else
      low = end;
  }
  return false;
}

uint16_t
ng_given_gender(ng_str full_name)
{
  enum { ROOM = 20 };
  char name[ROOM];
  size_t n = 0;
  while (n < full_name.len && full_name.at[n] != ' ')
    n++;
  if (n == full_name.len || n == 0 || n > ROOM)
    return 0; /* a single word is as often a surname */
  for (size_t i = 0; i < n; i++) {
    name[i] = full_name.at[i];
    if (name[i] >= 'A' && name[i] <= 'Z')
      name[i] = (char)(name[i] - 'A' + 'a');
  }
  if (has_name(women, sizeof women - 1, name, n))
    return NG_ENTITY_WOMAN;
  return has_name(men, sizeof men - 1, name, n) ? NG_ENTITY_MAN : 0;
}

uint16_t
ng_title_gender(ng_str title)
{
  return ng_str_listed(title, "mrs ms miss lady dame") ? NG_ENTITY_WOMAN
         : ng_str_listed(title, "mr sir lord")         ? NG_ENTITY_MAN
                                                       : 0;
}
