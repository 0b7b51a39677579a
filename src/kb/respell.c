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
