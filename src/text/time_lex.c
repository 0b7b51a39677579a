/* time_lex.c - the words of time expressions, and the numbers in them. */
#include "core/str.h"
#include "text/chars.h"
#include "text/time.h"
#include "text/token.h"

enum { LONGEST = 13 };

typedef struct {
  char word[LONGEST + 1];
  uint8_t class;
  int8_t value;
  uint8_t flags;
} entry;

/* Sorted: found by bisection. */
static const entry words[] = {
    {"a", NG_TW_ARTICLE, 0, 0},
    {"about", NG_TW_APPROX, 0, 0},
    {"additional", NG_TW_MORE, 0, 0},
    {"aedt", NG_TW_ZONE, 0, NG_TW_CORE},
    {"aest", NG_TW_ZONE, 0, NG_TW_CORE},
    {"after", NG_TW_WORD, NG_WORD_AFTER, 0},
    {"afternoon", NG_TW_DAYTIME, NG_DAYTIME_AFTERNOON, NG_TW_CORE},
    {"afternoons", NG_TW_DAYTIME, NG_DAYTIME_AFTERNOON,
     NG_TW_CORE | NG_TW_PLURAL},
    {"afterward", NG_TW_SHIFT, 1, 0},
    {"afterwards", NG_TW_SHIFT, 1, 0},
    {"ago", NG_TW_SHIFT, -1, 0},
    {"almost", NG_TW_APPROX, 0, 0},
    {"alternate", NG_TW_WORD, NG_WORD_OTHER, 0},
    {"am", NG_TW_AMPM, 0, NG_TW_CORE},
    {"an", NG_TW_ARTICLE, 0, 0},
    {"and", NG_TW_WORD, NG_WORD_AND, 0},
    {"annually", NG_TW_FREQ, NG_UNIT_YEAR, NG_TW_CORE},
    {"approximately", NG_TW_APPROX, 0, 0},
    {"apr", NG_TW_MONTH, 4, NG_TW_CORE},
    {"april", NG_TW_MONTH, 4, NG_TW_CORE},
    {"around", NG_TW_APPROX, 0, 0},
    {"at", NG_TW_WORD, NG_WORD_AT, 0},
    {"aug", NG_TW_MONTH, 8, NG_TW_CORE},
    {"august", NG_TW_MONTH, 8, NG_TW_CORE},
    {"autumn", NG_TW_SEASON, NG_AUTUMN, NG_TW_CORE},
    {"barely", NG_TW_APPROX, 0, 0},
    {"barrels", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"before", NG_TW_WORD, NG_WORD_BEFORE, 0},
    {"beginning", NG_TW_EDGE, NG_MOD_START, 0},
    {"between", NG_TW_WORD, NG_WORD_BETWEEN, 0},
    {"billion", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"bst", NG_TW_ZONE, 0, NG_TW_CORE},
    {"by", NG_TW_WORD, NG_WORD_BY, 0},
    {"calendar", NG_TW_FISCAL, 0, 0},
    {"cdt", NG_TW_ZONE, 0, NG_TW_CORE},
    {"cent", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"cents", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"centuries", NG_TW_UNIT, NG_UNIT_CENTURY, NG_TW_CORE | NG_TW_PLURAL},
    {"century", NG_TW_UNIT, NG_UNIT_CENTURY, NG_TW_CORE},
    {"cest", NG_TW_ZONE, 0, NG_TW_CORE},
    {"cet", NG_TW_ZONE, 0, NG_TW_CORE},
    {"children", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"christmas", NG_TW_HOLIDAY, NG_CHRISTMAS, NG_TW_CORE},
    {"close", NG_TW_EDGE, NG_MOD_END, 0},
    {"coming", NG_TW_REL, 1, 0},
    {"consecutive", NG_TW_MORE, 0, 0},
    {"couple", NG_TW_QUANT, 2, 0},
    {"cst", NG_TW_ZONE, 0, NG_TW_CORE},
    {"current", NG_TW_REL, 0, 0},
    {"currently", NG_TW_REF, NG_REF_PRESENT, NG_TW_CORE},
    {"daily", NG_TW_FREQ, NG_UNIT_DAY, NG_TW_CORE},
    {"dawn", NG_TW_DAYTIME, NG_DAYTIME_MORNING, NG_TW_CORE},
    {"day", NG_TW_UNIT, NG_UNIT_DAY, NG_TW_CORE},
    {"days", NG_TW_UNIT, NG_UNIT_DAY, NG_TW_CORE | NG_TW_PLURAL},
    {"dead", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"dec", NG_TW_MONTH, 12, NG_TW_CORE},
    {"decade", NG_TW_UNIT, NG_UNIT_DECADE, NG_TW_CORE},
    {"decades", NG_TW_UNIT, NG_UNIT_DECADE, NG_TW_CORE | NG_TW_PLURAL},
    {"december", NG_TW_MONTH, 12, NG_TW_CORE},
    {"degrees", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"dozen", NG_TW_QUANT, 12, 0},
    {"during", NG_TW_WORD, NG_WORD_DURING, 0},
    {"dusk", NG_TW_DAYTIME, NG_DAYTIME_EVENING, NG_TW_CORE},
    {"each", NG_TW_EVERY, 0, 0},
    {"earlier", NG_TW_MOD, NG_MOD_START, NG_TW_COMPARED},
    {"early", NG_TW_MOD, NG_MOD_START, 0},
    {"easter", NG_TW_HOLIDAY, NG_EASTER, NG_TW_CORE},
    {"eat", NG_TW_ZONE, 0, NG_TW_CORE},
    {"edt", NG_TW_ZONE, 0, NG_TW_CORE},
    {"eest", NG_TW_ZONE, 0, NG_TW_CORE},
    {"eet", NG_TW_ZONE, 0, NG_TW_CORE},
    {"eight", NG_TW_NUMBER, 8, 0},
    {"eighteen", NG_TW_NUMBER, 18, 0},
    {"eighteenth", NG_TW_ORDINAL, 18, 0},
    {"eighth", NG_TW_ORDINAL, 8, 0},
    {"eighties", NG_TW_DECADE, 80, NG_TW_CORE},
    {"eighty", NG_TW_NUMBER, 80, NG_TW_TENS},
    {"eleven", NG_TW_NUMBER, 11, 0},
    {"eleventh", NG_TW_ORDINAL, 11, 0},
    {"employees", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"end", NG_TW_EDGE, NG_MOD_END, 0},
    {"est", NG_TW_ZONE, 0, NG_TW_CORE},
    {"eve", NG_TW_WORD, NG_WORD_EVE, 0},
    {"evening", NG_TW_DAYTIME, NG_DAYTIME_EVENING, NG_TW_CORE},
    {"evenings", NG_TW_DAYTIME, NG_DAYTIME_EVENING, NG_TW_CORE | NG_TW_PLURAL},
    {"every", NG_TW_EVERY, 0, 0},
    {"extra", NG_TW_MORE, 0, 0},
    {"fall", NG_TW_SEASON, NG_AUTUMN, NG_TW_CORE},
    {"feb", NG_TW_MONTH, 2, NG_TW_CORE},
    {"february", NG_TW_MONTH, 2, NG_TW_CORE},
    {"few", NG_TW_QUANT, 0, 0},
    {"fewer", NG_TW_APPROX, 1, 0},
    {"fifteen", NG_TW_NUMBER, 15, 0},
    {"fifteenth", NG_TW_ORDINAL, 15, 0},
    {"fifth", NG_TW_ORDINAL, 5, 0},
    {"fifties", NG_TW_DECADE, 50, NG_TW_CORE},
    {"fifty", NG_TW_NUMBER, 50, NG_TW_TENS},
    {"first", NG_TW_ORDINAL, 1, 0},
    {"fiscal", NG_TW_FISCAL, 0, 0},
    {"five", NG_TW_NUMBER, 5, 0},
    {"following", NG_TW_REL, 1, NG_TW_COMPARED},
    {"for", NG_TW_WORD, NG_WORD_FOR, 0},
    {"forties", NG_TW_DECADE, 40, NG_TW_CORE},
    {"fortnight", NG_TW_UNIT, NG_UNIT_FORTNIGHT, NG_TW_CORE},
    {"fortnights", NG_TW_UNIT, NG_UNIT_FORTNIGHT, NG_TW_CORE | NG_TW_PLURAL},
    {"forty", NG_TW_NUMBER, 40, NG_TW_TENS},
    {"four", NG_TW_NUMBER, 4, 0},
    {"fourteen", NG_TW_NUMBER, 14, 0},
    {"fourteenth", NG_TW_ORDINAL, 14, 0},
    {"fourth", NG_TW_ORDINAL, 4, 0},
    {"fri", NG_TW_WEEKDAY, 5, NG_TW_CORE},
    {"friday", NG_TW_WEEKDAY, 5, NG_TW_CORE},
    {"fridays", NG_TW_WEEKDAY, 5, NG_TW_CORE | NG_TW_PLURAL},
    {"from", NG_TW_WORD, NG_WORD_FROM, 0},
    {"full", NG_TW_MORE, 0, 0},
    {"future", NG_TW_REF, NG_REF_FUTURE, NG_TW_CORE},
    {"gmt", NG_TW_ZONE, 0, NG_TW_CORE},
    {"half", NG_TW_HALF, 0, 0},
    {"halloween", NG_TW_HOLIDAY, NG_HALLOWEEN, NG_TW_CORE},
    {"hence", NG_TW_SHIFT, 1, 0},
    {"hour", NG_TW_UNIT, NG_UNIT_HOUR, NG_TW_CORE},
    {"hourly", NG_TW_FREQ, NG_UNIT_HOUR, NG_TW_CORE},
    {"hours", NG_TW_UNIT, NG_UNIT_HOUR, NG_TW_CORE | NG_TW_PLURAL},
    {"hundred", NG_TW_WORD, NG_WORD_HUNDRED, 0},
    {"hundreds", NG_TW_WORD, NG_WORD_HUNDRED, 0},
    {"in", NG_TW_WORD, NG_WORD_IN, 0},
    {"ist", NG_TW_ZONE, 0, NG_TW_CORE},
    {"jan", NG_TW_MONTH, 1, NG_TW_CORE},
    {"january", NG_TW_MONTH, 1, NG_TW_CORE},
    {"jst", NG_TW_ZONE, 0, NG_TW_CORE},
    {"jul", NG_TW_MONTH, 7, NG_TW_CORE},
    {"july", NG_TW_MONTH, 7, NG_TW_CORE},
    {"jun", NG_TW_MONTH, 6, NG_TW_CORE},
    {"june", NG_TW_MONTH, 6, NG_TW_CORE},
    {"kilometers", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"last", NG_TW_REL, -1, 0},
    {"late", NG_TW_MOD, NG_MOD_END, 0},
    {"later", NG_TW_MOD, NG_MOD_END, NG_TW_COMPARED},
    {"latest", NG_TW_WORD, NG_WORD_LATEST, 0},
    {"least", NG_TW_WORD, NG_WORD_LEAST, 0},
    {"less", NG_TW_APPROX, 1, 0},
    {"local", NG_TW_ZONE, 0, 0},
    {"many", NG_TW_QUANT, 0, 0},
    {"mar", NG_TW_MONTH, 3, NG_TW_CORE},
    {"march", NG_TW_MONTH, 3, NG_TW_CORE},
    {"may", NG_TW_MONTH, 5, NG_TW_CORE},
    {"mdt", NG_TW_ZONE, 0, NG_TW_CORE},
    {"megawatts", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"members", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"men", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"meters", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"mid", NG_TW_MOD, NG_MOD_MID, 0},
    {"midday", NG_TW_DAYTIME, NG_DAYTIME_NOON, NG_TW_CORE},
    {"middle", NG_TW_EDGE, NG_MOD_MID, 0},
    {"midnight", NG_TW_DAYTIME, NG_DAYTIME_MIDNIGHT, NG_TW_CORE},
    {"miles", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"millennia", NG_TW_UNIT, NG_UNIT_MILLENNIUM, NG_TW_CORE | NG_TW_PLURAL},
    {"millennium", NG_TW_UNIT, NG_UNIT_MILLENNIUM, NG_TW_CORE},
    {"million", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"minute", NG_TW_UNIT, NG_UNIT_MINUTE, NG_TW_CORE},
    {"minutes", NG_TW_UNIT, NG_UNIT_MINUTE, NG_TW_CORE | NG_TW_PLURAL},
    {"moment", NG_TW_WORD, NG_WORD_TIME, 0},
    {"mon", NG_TW_WEEKDAY, 1, NG_TW_CORE},
    {"monday", NG_TW_WEEKDAY, 1, NG_TW_CORE},
    {"mondays", NG_TW_WEEKDAY, 1, NG_TW_CORE | NG_TW_PLURAL},
    {"month", NG_TW_UNIT, NG_UNIT_MONTH, NG_TW_CORE},
    {"monthly", NG_TW_FREQ, NG_UNIT_MONTH, NG_TW_CORE},
    {"months", NG_TW_UNIT, NG_UNIT_MONTH, NG_TW_CORE | NG_TW_PLURAL},
    {"more", NG_TW_MORE, 0, 0},
    {"morning", NG_TW_DAYTIME, NG_DAYTIME_MORNING, NG_TW_CORE},
    {"mornings", NG_TW_DAYTIME, NG_DAYTIME_MORNING, NG_TW_CORE | NG_TW_PLURAL},
    {"most", NG_TW_WORD, NG_WORD_MOST, 0},
    {"msk", NG_TW_ZONE, 0, NG_TW_CORE},
    {"mst", NG_TW_ZONE, 0, NG_TW_CORE},
    {"much", NG_TW_WORD, NG_WORD_MOST, 0},
    {"nearly", NG_TW_APPROX, 0, 0},
    {"next", NG_TW_REL, 1, NG_TW_COMPARED},
    {"night", NG_TW_DAYTIME, NG_DAYTIME_NIGHT, NG_TW_CORE},
    {"nights", NG_TW_DAYTIME, NG_DAYTIME_NIGHT, NG_TW_CORE | NG_TW_PLURAL},
    {"nine", NG_TW_NUMBER, 9, 0},
    {"nineteen", NG_TW_NUMBER, 19, NG_TW_CORE},
    {"nineteenth", NG_TW_ORDINAL, 19, 0},
    {"nineties", NG_TW_DECADE, 90, NG_TW_CORE},
    {"ninety", NG_TW_NUMBER, 90, NG_TW_TENS},
    {"ninth", NG_TW_ORDINAL, 9, 0},
    {"noon", NG_TW_DAYTIME, NG_DAYTIME_NOON, NG_TW_CORE},
    {"nov", NG_TW_MONTH, 11, NG_TW_CORE},
    {"november", NG_TW_MONTH, 11, NG_TW_CORE},
    {"now", NG_TW_REF, NG_REF_PRESENT, NG_TW_CORE},
    {"nowadays", NG_TW_REF, NG_REF_PRESENT, NG_TW_CORE},
    {"o'clock", NG_TW_WORD, NG_WORD_CLOCK, NG_TW_CORE},
    {"oct", NG_TW_MONTH, 10, NG_TW_CORE},
    {"october", NG_TW_MONTH, 10, NG_TW_CORE},
    {"of", NG_TW_WORD, NG_WORD_OF, 0},
    {"old", NG_TW_WORD, NG_WORD_OLD, 0},
    {"on", NG_TW_WORD, NG_WORD_ON, 0},
    {"one", NG_TW_NUMBER, 1, 0},
    {"or", NG_TW_WORD, NG_WORD_OR, 0},
    {"other", NG_TW_WORD, NG_WORD_OTHER, 0},
    {"others", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"over", NG_TW_APPROX, 0, 0},
    {"overnight", NG_TW_DAYTIME, NG_DAYTIME_NIGHT, NG_TW_CORE},
    {"past", NG_TW_WORD, NG_WORD_PAST, 0},
    {"pdt", NG_TW_ZONE, 0, NG_TW_CORE},
    {"people", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"per", NG_TW_EVERY, 0, 0},
    {"percent", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"period", NG_TW_WORD, NG_WORD_PERIOD, 0},
    {"pm", NG_TW_AMPM, 12, NG_TW_CORE},
    {"point", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"points", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"preceding", NG_TW_REL, -1, NG_TW_COMPARED},
    {"previous", NG_TW_REL, -1, NG_TW_COMPARED},
    {"pst", NG_TW_ZONE, 0, NG_TW_CORE},
    {"quarter", NG_TW_UNIT, NG_UNIT_QUARTER, NG_TW_CORE},
    {"quarterly", NG_TW_FREQ, NG_UNIT_QUARTER, NG_TW_CORE},
    {"quarters", NG_TW_UNIT, NG_UNIT_QUARTER, NG_TW_CORE | NG_TW_PLURAL},
    {"recent", NG_TW_WORD, NG_WORD_RECENT, 0},
    {"recently", NG_TW_REF, NG_REF_PAST, NG_TW_CORE},
    {"roughly", NG_TW_APPROX, 0, 0},
    {"same", NG_TW_WORD, NG_WORD_SAME, 0},
    {"sast", NG_TW_ZONE, 0, NG_TW_CORE},
    {"sat", NG_TW_WEEKDAY, 6, NG_TW_CORE},
    {"saturday", NG_TW_WEEKDAY, 6, NG_TW_CORE},
    {"saturdays", NG_TW_WEEKDAY, 6, NG_TW_CORE | NG_TW_PLURAL},
    {"second", NG_TW_ORDINAL, 2, 0},
    {"seconds", NG_TW_UNIT, NG_UNIT_SECOND, NG_TW_CORE | NG_TW_PLURAL},
    {"sep", NG_TW_MONTH, 9, NG_TW_CORE},
    {"sept", NG_TW_MONTH, 9, NG_TW_CORE},
    {"september", NG_TW_MONTH, 9, NG_TW_CORE},
    {"seven", NG_TW_NUMBER, 7, 0},
    {"seventeen", NG_TW_NUMBER, 17, 0},
    {"seventeenth", NG_TW_ORDINAL, 17, 0},
    {"seventh", NG_TW_ORDINAL, 7, 0},
    {"seventies", NG_TW_DECADE, 70, NG_TW_CORE},
    {"seventy", NG_TW_NUMBER, 70, NG_TW_TENS},
    {"several", NG_TW_QUANT, 0, 0},
    {"shares", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"since", NG_TW_WORD, NG_WORD_SINCE, 0},
    {"six", NG_TW_NUMBER, 6, 0},
    {"sixteen", NG_TW_NUMBER, 16, 0},
    {"sixteenth", NG_TW_ORDINAL, 16, 0},
    {"sixth", NG_TW_ORDINAL, 6, 0},
    {"sixties", NG_TW_DECADE, 60, NG_TW_CORE},
    {"sixty", NG_TW_NUMBER, 60, NG_TW_TENS},
    {"so", NG_TW_WORD, NG_WORD_SO, 0},
    {"soldiers", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"some", NG_TW_APPROX, 0, 0},
    {"spring", NG_TW_SEASON, NG_SPRING, NG_TW_CORE},
    {"springtime", NG_TW_SEASON, NG_SPRING, NG_TW_CORE},
    {"start", NG_TW_EDGE, NG_MOD_START, 0},
    {"straight", NG_TW_MORE, 0, 0},
    {"successive", NG_TW_MORE, 0, 0},
    {"summer", NG_TW_SEASON, NG_SUMMER, NG_TW_CORE},
    {"summertime", NG_TW_SEASON, NG_SUMMER, NG_TW_CORE},
    {"sun", NG_TW_WEEKDAY, 7, NG_TW_CORE},
    {"sunday", NG_TW_WEEKDAY, 7, NG_TW_CORE},
    {"sundays", NG_TW_WEEKDAY, 7, NG_TW_CORE | NG_TW_PLURAL},
    {"ten", NG_TW_NUMBER, 10, 0},
    {"tenth", NG_TW_ORDINAL, 10, 0},
    {"than", NG_TW_WORD, NG_WORD_THAN, 0},
    {"thanksgiving", NG_TW_HOLIDAY, NG_THANKSGIVING, NG_TW_CORE},
    {"that", NG_TW_WORD, NG_WORD_THAT, 0},
    {"the", NG_TW_ARTICLE, 1, 0},
    {"third", NG_TW_ORDINAL, 3, 0},
    {"thirteen", NG_TW_NUMBER, 13, 0},
    {"thirteenth", NG_TW_ORDINAL, 13, 0},
    {"thirties", NG_TW_DECADE, 30, NG_TW_CORE},
    {"thirtieth", NG_TW_ORDINAL, 30, 0},
    {"thirty", NG_TW_NUMBER, 30, NG_TW_TENS},
    {"this", NG_TW_REL, 0, 0},
    {"those", NG_TW_WORD, NG_WORD_THAT, 0},
    {"thousand", NG_TW_WORD, NG_WORD_THOUSAND, 0},
    {"thousands", NG_TW_WORD, NG_WORD_THOUSAND, 0},
    {"three", NG_TW_NUMBER, 3, 0},
    {"through", NG_TW_WORD, NG_WORD_UNTIL, 0},
    {"throughout", NG_TW_WORD, NG_WORD_DURING, 0},
    {"thu", NG_TW_WEEKDAY, 4, NG_TW_CORE},
    {"thur", NG_TW_WEEKDAY, 4, NG_TW_CORE},
    {"thurs", NG_TW_WEEKDAY, 4, NG_TW_CORE},
    {"thursday", NG_TW_WEEKDAY, 4, NG_TW_CORE},
    {"thursdays", NG_TW_WEEKDAY, 4, NG_TW_CORE | NG_TW_PLURAL},
    {"till", NG_TW_WORD, NG_WORD_UNTIL, 0},
    {"time", NG_TW_WORD, NG_WORD_TIME, 0},
    {"to", NG_TW_WORD, NG_WORD_TO, 0},
    {"today", NG_TW_DEICTIC, 0, NG_TW_CORE},
    {"tomorrow", NG_TW_DEICTIC, 1, NG_TW_CORE},
    {"tonight", NG_TW_DEICTIC, 0, NG_TW_CORE | NG_TW_NIGHT},
    {"tons", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"trillion", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"troops", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"tue", NG_TW_WEEKDAY, 2, NG_TW_CORE},
    {"tues", NG_TW_WEEKDAY, 2, NG_TW_CORE},
    {"tuesday", NG_TW_WEEKDAY, 2, NG_TW_CORE},
    {"tuesdays", NG_TW_WEEKDAY, 2, NG_TW_CORE | NG_TW_PLURAL},
    {"twelfth", NG_TW_ORDINAL, 12, 0},
    {"twelve", NG_TW_NUMBER, 12, 0},
    {"twenties", NG_TW_DECADE, 20, NG_TW_CORE},
    {"twentieth", NG_TW_ORDINAL, 20, 0},
    {"twenty", NG_TW_NUMBER, 20, NG_TW_TENS},
    {"two", NG_TW_NUMBER, 2, 0},
    {"under", NG_TW_APPROX, 0, 0},
    {"until", NG_TW_WORD, NG_WORD_UNTIL, 0},
    {"up", NG_TW_APPROX, 2, 0},
    {"upcoming", NG_TW_REL, 1, 0},
    {"utc", NG_TW_ZONE, 0, NG_TW_CORE},
    {"votes", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"wat", NG_TW_ZONE, 0, NG_TW_CORE},
    {"wed", NG_TW_WEEKDAY, 3, NG_TW_CORE},
    {"wednesday", NG_TW_WEEKDAY, 3, NG_TW_CORE},
    {"wednesdays", NG_TW_WEEKDAY, 3, NG_TW_CORE | NG_TW_PLURAL},
    {"week", NG_TW_UNIT, NG_UNIT_WEEK, NG_TW_CORE},
    {"weekend", NG_TW_UNIT, NG_UNIT_WEEKEND, NG_TW_CORE},
    {"weekends", NG_TW_UNIT, NG_UNIT_WEEKEND, NG_TW_CORE | NG_TW_PLURAL},
    {"weekly", NG_TW_FREQ, NG_UNIT_WEEK, NG_TW_CORE},
    {"weeks", NG_TW_UNIT, NG_UNIT_WEEK, NG_TW_CORE | NG_TW_PLURAL},
    {"whole", NG_TW_MORE, 0, 0},
    {"winter", NG_TW_SEASON, NG_WINTER, NG_TW_CORE},
    {"wintertime", NG_TW_SEASON, NG_WINTER, NG_TW_CORE},
    {"within", NG_TW_WORD, NG_WORD_DURING, 0},
    {"women", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"workers", NG_TW_WORD, NG_WORD_PERCENT, 0},
    {"year", NG_TW_UNIT, NG_UNIT_YEAR, NG_TW_CORE},
    {"yearly", NG_TW_FREQ, NG_UNIT_YEAR, NG_TW_CORE},
    {"years", NG_TW_UNIT, NG_UNIT_YEAR, NG_TW_CORE | NG_TW_PLURAL},
    {"yesterday", NG_TW_DEICTIC, -1, NG_TW_CORE},
    {"zero", NG_TW_NUMBER, 0, 0},
};

/* `word` in lower case, NUL-terminated, without a final full stop; false if it
 * cannot be in the table. */
static bool
lower(ng_str word, char out[LONGEST + 1])
{
  if (word.len > 2 && word.at[word.len - 1] == '.')
    word.len--;
  if (word.len == 0 || word.len > LONGEST)
    return false;
  for (size_t i = 0; i < word.len; i++) {
    char c = word.at[i];
    if (c >= 'A' && c <= 'Z')
      c = (char)(c | 0x20);
    if ((c < 'a' || c > 'z') && c != '\'')
      return false;
    out[i] = c;
  }
  out[word.len] = '\0';
  return true;
}

static const entry *
find(ng_str word)
{
  char key[LONGEST + 1];
  size_t low = 0, high = sizeof words / sizeof *words;
  if (!lower(word, key))
    return NULL;
  while (low < high) {
    size_t mid = (low + high) / 2;
    int order = strcmp(key, words[mid].word);
    if (order == 0)
      return &words[mid];
    if (order > 0)
      low = mid + 1;
    else
      high = mid;
  }
  return NULL;
}

/* --- numbers -------------------------------------------------------------- */

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Read digits at *at, at most `most` of them; how many. */
static size_t
digits(ng_str s, size_t *at, size_t most, int32_t *value)
{
  size_t begin = *at;
  *value = 0;
  while (*at < s.len && *at - begin < most && is_digit(s.at[*at]))
    *value = *value * 10 + (s.at[(*at)++] - '0');
  return *at - begin;
}

static bool
is_date(int32_t year, int32_t month, int32_t day)
{
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 2020-07-12, 7/12/2020, 12/31/99; two digits of a year are 1931 to 2030. The
 * month comes first, as in the United States, unless it cannot be one. */
static bool
read_date(ng_str s, ng_time_item *out)
{
  int32_t a, b, c;
  size_t at = 0, n = digits(s, &at, 4, &a);
  if (!n || at >= s.len || (s.at[at] != '-' && s.at[at] != '/'))
    return false;
  char mark = s.at[at++];
  if (!digits(s, &at, 2, &b) || at >= s.len || s.at[at++] != mark)
    return false;
  size_t m = digits(s, &at, 4, &c);
  if (!m || at != s.len)
    return false;
  int32_t year = a, month = b, day = c;
  if (n < 4) {
    year = c, month = a, day = b;
    if (m == 2)
      year += c > 30 ? 1900 : 2000;
    if (month > 12)
      month = b, day = a;
  }
  if (!is_date(year, month, day) || (n < 4 && m == 1) || (n < 4 && m == 3))
    return false;
  out->class = NG_TW_DATE;
  out->value = year * 10000 + month * 100 + day;
  out->flags |= NG_TW_CORE;
  return true;
}

/* 10:30, 23:05:10. */
static bool
read_clock(ng_str s, ng_time_item *out)
{
  int32_t hour, minute, second;
  size_t at = 0;
  if (!digits(s, &at, 2, &hour) || at >= s.len || s.at[at++] != ':' ||
      digits(s, &at, 2, &minute) != 2 || hour > 24 || minute > 59)
    return false;
  if (at < s.len && (s.at[at++] != ':' || digits(s, &at, 2, &second) != 2))
    return false;
  out->class = NG_TW_CLOCK;
  out->value = hour * 100 + minute;
  out->flags |= NG_TW_CORE;
  return at == s.len;
}

/* What follows the digits: 3rd, 1990s; sets the class. */
static bool
read_suffix(ng_str s, ng_time_item *out)
{
  if (s.len && s.at[0] == '\'')
    s = ng_str_slice(s, 1, s.len);
  if (s.len == 1 && s.at[0] == 's' && out->value % 10 == 0 &&
      ((out->value >= 1000 && out->value < 2100) ||
       (out->value >= 20 && out->value <= 90))) {
    out->class = NG_TW_DECADE;
    out->flags |= NG_TW_CORE;
    return true;
  }
  out->class = NG_TW_ORDINAL;
  return s.len == 2 && (!memcmp(s.at, "st", 2) || !memcmp(s.at, "nd", 2) ||
                        !memcmp(s.at, "rd", 2) || !memcmp(s.at, "th", 2));
}

/* 27, 1,000, 3.5, 3rd, 1990s, '90s, 1998. */
static bool
read_number(ng_str s, ng_time_item *out)
{
  size_t at = 0;
  int32_t value;
  bool elided = s.at[0] == '\'';
  if (elided || (s.len > 3 && s.at[0] == '\xE2'))
    s = ng_str_slice(s, elided ? 1 : 3, s.len);
  size_t n = digits(s, &at, 6, &value);
  if (!n)
    return false;
  while (at + 3 < s.len && s.at[at] == ',' && is_digit(s.at[at + 1])) {
    int32_t more;
    at++;
    if (digits(s, &at, 3, &more) != 3 || value > 99999)
      return false;
    value = value * 1000 + more;
    out->flags |= NG_TW_DECIMAL;
  }
  out->value = value;
  out->flags |= NG_TW_DIGITS;
  out->class = NG_TW_NUMBER;
  if (at < s.len && s.at[at] == '.') {
    out->flags |= NG_TW_DECIMAL;
    return at + 1 < s.len && is_digit(s.at[at + 1]);
  }
  if (at == s.len && n == 4 && value >= 1000 && value < 2100 &&
      !(out->flags & NG_TW_DECIMAL))
    out->flags |= NG_TW_CORE; /* a year */
  return at == s.len || read_suffix(ng_str_slice(s, at, s.len), out);
}

/* --- items ---------------------------------------------------------------- */

static void
read_word(ng_str s, ng_time_item *out)
{
  const entry *e = find(s);
  if (!e)
    return;
  bool name = e->class == NG_TW_MONTH || e->class == NG_TW_WEEKDAY ||
              e->class == NG_TW_HOLIDAY;
  if (name && !(out->flags & NG_TW_CAPITAL))
    return;
  if (name && s.len <= 4 && e->class == NG_TW_WEEKDAY && s.at[s.len - 1] != '.')
    return; /* "Sat", "Sun", "Wed" are also words and names */
  if (e->class == NG_TW_ZONE && !(out->flags & NG_TW_CAPITAL) && e->flags)
    return;
  out->class = e->class;
  out->value = e->value;
  out->flags |= e->flags;
}

/* "a.m.", "p.m.", "o'clock", commas, clitics: what the table has not. */
static void
read_other(ng_str s, const ng_token *t, ng_time_item *out)
{
  if ((s.at[0] | 0x20) == 'a' || (s.at[0] | 0x20) == 'p') {
    bool half = s.len >= 3 && s.at[1] == '.' && (s.at[2] | 0x20) == 'm';
    if (half && s.len <= 4) {
      out->class = NG_TW_AMPM;
      out->flags |= NG_TW_CORE;
      out->value = (s.at[0] | 0x20) == 'p' ? 12 : 0;
    }
    return;
  }
  out->class = NG_TW_WORD;
  if (s.at[0] == ',')
    out->value = NG_WORD_COMMA;
  else if (t->flags & NG_TOKEN_CLITIC)
    out->value = NG_WORD_CLITIC;
  else if (s.at[0] == '%')
    out->value = NG_WORD_PERCENT;
  else if (t->kind == NG_TOKEN_SYMBOL)
    out->value = NG_WORD_MONEY;
  else
    out->class = NG_TW_NONE;
}

static void
read_item(const ng_doc *doc, const ng_token *t, ng_time_item *out)
{
  ng_str s = ng_doc_text(doc, out->span);
  uint32_t len;
  if (ng_char_at((const uint8_t *)s.at, &len) & NG_CH_UPPER)
    out->flags |= NG_TW_CAPITAL;
  if (is_digit(s.at[0]) || (t->kind == NG_TOKEN_NUMBER && s.len > 2)) {
    if (!read_date(s, out) && !read_clock(s, out) && !read_number(s, out))
      out->class = NG_TW_NONE;
    return;
  }
  read_word(s, out);
  if (out->class == NG_TW_NONE)
    read_other(s, t, out);
}

size_t
ng_time_items(const ng_doc *doc, uint32_t index, ng_time_item *out, size_t cap)
{
  enum { PARTS = 8 };
  const ng_token *t = &doc->tokens.at[index];
  ng_span parts[PARTS];
  size_t n = ng_token_parts(doc, t, parts, PARTS);
  if (n > PARTS)
    n = 0;
  for (size_t k = 0; k < n && k < cap; k++) {
    out[k] = (ng_time_item){.span = parts[k], .token = index};
    if (k)
      out[k].flags |= NG_TW_JOINED;
    read_item(doc, t, &out[k]);
  }
  return n < cap ? n : cap;
}

/* "am" and "pm", behind a number. */
static bool
may_be_ampm(const ng_doc *doc, uint32_t index)
{
  return index && doc->tokens.at[index - 1].kind == NG_TOKEN_NUMBER;
}

bool
ng_time_core(const ng_doc *doc, uint32_t index)
{
  enum { PARTS = 8 };
  const ng_token *t = &doc->tokens.at[index];
  ng_time_item items[PARTS];
  if (t->kind == NG_TOKEN_PUNCT || t->kind == NG_TOKEN_LINK ||
      (t->end - t->begin < 3 && !may_be_ampm(doc, index)))
    return false;
  size_t n = ng_time_items(doc, index, items, PARTS);
  for (size_t k = 0; k < n; k++)
    if (items[k].flags & NG_TW_CORE)
      return true;
  return false;
}
