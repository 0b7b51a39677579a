/* respell.c - names as they are written elsewhere. */
#include "core/str.h"
#include "kb/generate.h"

enum { ROOM = 512 };

/* What is written otherwise elsewhere. */
static const struct {
  const char *from, *to;
} spellings[] = {
    {"ö", "oe"},    {"ü", "ue"},    {"ä", "ae"},    {"Ö", "Oe"},
    {"Ü", "Ue"},    {"Ä", "Ae"},    {"å", "aa"},    {"ø", "oe"},
    {"el-", "al-"}, {"al-", "el-"}, {"El-", "Al-"}, {"Al-", "El-"},
};

/* `name` with `from` replaced by `to` throughout, in `room`; empty if it does
 * not occur. */
static ng_str
respell(ng_str name, const char *from, const char *to, char room[ROOM])
{
  size_t n = 0, len = strlen(from), to_len = strlen(to);
  bool any = false;
  for (size_t i = 0; i < name.len;) {
    bool here = name.len - i >= len && memcmp(name.at + i, from, len) == 0;
    /* el- and al- only where a word begins */
    here = here && (to_len != 3 || i == 0 || name.at[i - 1] == ' ');
    if (n + to_len + 1 > ROOM)
      return (ng_str){NULL, 0};
    if (here) {
      memcpy(room + n, to, to_len + 1);
      n += to_len;
      i += len;
      any = true;
    } else {
      room[n++] = name.at[i++];
    }
  }
  return (ng_str){room, any ? n : 0};
}

bool
ng_names_respell(ng_str name, ng_name_sink sink)
{
  char room[ROOM];
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
    ng_str other = respell(name, spellings[i].from, spellings[i].to, room);
    if (other.len && !sink.take(sink.to, other, NG_NAME_VARIANT, 0))
      return false;
  }
  /* Petrosian, Petrosyan */
  if (name.len > 3 && name.len < ROOM &&
      memcmp(name.at + name.len - 3, "ian", 3) == 0) {
    memcpy(room, name.at, name.len);
    room[name.len - 3] = 'y';
    return sink.take(sink.to, (ng_str){room, name.len}, NG_NAME_VARIANT, 0);
  }
  return true;
}

/* --- people --------------------------------------------------------------- */

/* Ends of surnames, and given names, that are written in several ways, most of
 * them when they come from another script: each line is one. */
static const char *const endings[] = {
    "skyi skyy skiy sky ski", "iyev iev", "eyev eev", "ayev aev", "yan ian",
};

static const char *const given_names[] = {
    "Alexey Alexei Aleksei Aleksey",
    "Oleksii Oleksiy Olexiy",
    "Oleksandr Olexandr",
    "Aleksandr Alexandr Alexander",
    "Sergei Sergey",
    "Serhii Serhiy Sergiy",
    "Andrei Andrey",
    "Andrii Andriy",
    "Dmitry Dmitri Dmitriy",
    "Yuri Yury Yuriy",
    "Vitaly Vitali Vitaliy",
    "Valery Valeriy",
    "Anatoly Anatoliy",
    "Grigory Grigori",
    "Gennady Gennadiy",
    "Yevgeny Evgeny Yevgeni",
    "Nikolai Nikolay",
    "Natalia Natalya Nataliya",
    "Tatiana Tatyana",
    "Mohammed Mohammad Muhammad Mohamed",
    "Ahmed Ahmad",
    "Hussein Hossein Hussain",
    "Hassan Hasan",
    "Mahmoud Mahmud",
    "Mustafa Mostafa",
    "Abdullah Abdallah Abdulla",
    "Yousef Youssef Yusuf",
    "Khaled Khalid",
    "Saeed Said",
    "Ebrahim Ibrahim",
    "Ismail Esmail Esmaeil",
    "Qasem Qassem Kassem",
    "Osama Usama",
    "Omar Umar",
    "Tariq Tarek Tareq",
};

/* The list, of `n`, that has `word`, or NULL. */
static const char *
list_with(const char *const *lists, size_t n, ng_str word)
{
  for (size_t i = 0; i < n; i++) {
    ng_str rest = {lists[i], strlen(lists[i])};
    while (rest.len)
      if (ng_str_equal(ng_str_cut(&rest, ' '), word))
        return lists[i];
  }
  return NULL;
}

/* The longest end of `word`, which is longer, that is one of `endings`. */
static ng_str
ending_of(ng_str word)
{
  for (size_t n = 4; n >= 3; n--)
    if (word.len > n + 1) {
      ng_str end = ng_str_slice(word, word.len - n, word.len);
      if (list_with(endings, sizeof endings / sizeof *endings, end))
        return end;
    }
  return (ng_str){word.at + word.len, 0};
}

/* A name as it is put together: given name, what is between, surname. */
typedef struct {
  ng_str first, middle, last, end; /* `end` of `last` */
} person_name;

static bool
take_person(const person_name *p, ng_str first, ng_str end, ng_name_sink sink)
{
  char room[ROOM];
  size_t stem = p->last.len - p->end.len, n = 0;
  if (first.len + p->middle.len + p->last.len + end.len >= ROOM)
    return true;
  const ng_str parts[] = {first, p->middle, {p->last.at, stem}, end};
  for (size_t i = 0; i < 4; i++) {
    if (parts[i].len)
      memcpy(room + n, parts[i].at, parts[i].len);
    n += parts[i].len;
  }
  size_t last = first.len + p->middle.len;
  if (!sink.take(sink.to, (ng_str){room, n}, NG_NAME_VARIANT, 0))
    return false;
  return ng_str_equal(end, p->end) ||
         !ng_str_equal(first, p->first) /* once */ ||
         sink.take(sink.to, (ng_str){room + last, n - last},
                   NG_NAME_SURNAME | NG_NAME_VARIANT, 0);
}

/* All other ways of `word`, which the list may have: the word itself first. */
static ng_str
next_way(const char *list, ng_str word, ng_str *rest, bool start)
{
  if (start) {
    *rest = list ? (ng_str){list, strlen(list)} : (ng_str){NULL, 0};
    return word;
  }
  while (rest->len) {
    ng_str way = ng_str_cut(rest, ' ');
    if (!ng_str_equal(way, word))
      return way;
  }
  return (ng_str){NULL, 0};
}

bool
ng_names_respell_person(ng_str name, ng_name_sink sink)
{
  ng_str rest = name, first = ng_str_cut(&rest, ' ');
  size_t last = name.len;
  while (last > 0 && name.at[last - 1] != ' ')
    last--;
  if (last == 0)
    return true;
  person_name p = {.first = first,
                   .middle = ng_str_slice(name, first.len, last),
                   .last = ng_str_slice(name, last, name.len)};
  p.end = ending_of(p.last);
  const char *firsts =
      list_with(given_names, sizeof given_names / sizeof *given_names, first);
  const char *ends =
      p.end.len ? list_with(endings, sizeof endings / sizeof *endings, p.end)
                : NULL;
  ng_str more_firsts = {NULL, 0}, more_ends = {NULL, 0};
  for (ng_str f = next_way(firsts, first, &more_firsts, true); f.len;
       f = next_way(firsts, first, &more_firsts, false)) {
    ng_str e = next_way(ends, p.end, &more_ends, true);
    do {
      bool same = ng_str_equal(f, first) && ng_str_equal(e, p.end);
      if (!same && !take_person(&p, f, e, sink))
        return false;
      e = next_way(ends, p.end, &more_ends, false);
    } while (e.len);
  }
  return true;
}

/* --- parties -------------------------------------------------------------- */

/* Ends of what parties call their people, and of one of them. */
static const struct {
  const char *many, *one;
} members[] = {{"crats", "crat"}, {"ists", "ist"}, {"ans", "an"},
               {"als", "al"},     {"ives", "ive"}, {"Tories", "Tory"},
               {"Dems", "Dem"}};

/* Does the last word begin with a capital? */
static bool
is_capitalised(ng_str name)
{
  size_t i = name.len;
  while (i > 0 && name.at[i - 1] != ' ')
    i--;
  return i < name.len && name.at[i] >= 'A' && name.at[i] <= 'Z';
}

bool
ng_names_member(ng_str name, ng_name_sink sink)
{
  char room[ROOM];
  for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
    size_t many = strlen(members[i].many), one = strlen(members[i].one);
    size_t kept = name.len - many;
    if (name.len < many || kept + one > ROOM || !is_capitalised(name) ||
        memcmp(name.at + kept, members[i].many, many) != 0)
      continue;
    memcpy(room, name.at, kept);
    memcpy(room + kept, members[i].one, one);
    return sink.take(sink.to, (ng_str){room, kept + one}, NG_NAME_ALIAS, 0);
  }
  return true;
}

/* --- two surnames --------------------------------------------------------- */

/* Second given names, which are no first surnames. */
static const char second_given[] =
    "alberto alejandro alfonso alfredo andres angel antonio armando arturo "
    "augusto carlos cesar daniel david eduardo emilio enrique ernesto esteban "
    "federico felipe fernando francisco gabriel guillermo gustavo hugo ignacio "
    "jaime javier jesus joaquin jorge jose juan julio luis manuel marcelo "
    "maria "
    "mario martin mauricio miguel pablo patricio pedro rafael ramon raul "
    "ricardo roberto rodrigo santiago sergio victor alejandra andrea angelica "
    "beatriz carolina cecilia cristina elena fernanda gabriela guadalupe "
    "isabel "
    "laura lucia luisa mercedes patricia paola rosa soledad teresa veronica";

static bool
is_second_given(ng_str word)
{
  enum { LONGEST = 16 };
  char folded[LONGEST];
  if (word.len == 0 || word.len > LONGEST)
    return false;
  for (size_t i = 0; i < word.len; i++) {
    folded[i] = word.at[i];
    if (folded[i] >= 'A' && folded[i] <= 'Z')
      folded[i] = (char)(folded[i] - 'A' + 'a');
  }
  return ng_str_listed((ng_str){folded, word.len}, second_given);
}

bool
ng_names_first_surname(ng_str name, ng_name_sink sink)
{
  enum { MOST = 8, LEAST = 3 };
  char room[ROOM];
  ng_str words[MOST], rest = name;
  size_t n = 0;
  while (rest.len && n < MOST)
    words[n++] = ng_str_cut(&rest, ' ');
  if (rest.len || n < LEAST || name.len >= ROOM)
    return true;
  ng_str first = words[0], surname = words[n - 2];
  if (surname.len < LEAST || first.len < LEAST || surname.at[0] < 'A' ||
      surname.at[0] > 'Z' || is_second_given(surname) ||
      (words[n - 3].at && words[n - 3].len && words[n - 3].at[0] >= 'a'))
    return true; /* "Juan Manuel Santos", "José de la Cruz" */
  memcpy(room, first.at, first.len);
  room[first.len] = ' ';
  memcpy(room + first.len + 1, surname.at, surname.len);
  ng_str both = {room, first.len + 1 + surname.len};
  if (!sink.take(sink.to, both, NG_NAME_INITIAL, 0) ||
      !sink.take(sink.to, surname, NG_NAME_SURNAME, 0))
    return false;
  ng_str end = ng_str_slice(name, (size_t)(surname.at - name.at), name.len);
  if (n == LEAST || first.len + 1 + end.len >= ROOM)
    return true;
  memcpy(room + first.len + 1, end.at, end.len);
  return sink.take(sink.to, (ng_str){room, first.len + 1 + end.len},
                   NG_NAME_INITIAL, 0);
}
