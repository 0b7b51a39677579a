#include "text/chars.h"

#include <stddef.h>

/* One letter a class, so that the table can be read. */
#define S NG_CH_SPACE
#define L NG_CH_LOWER
#define U NG_CH_UPPER
#define D NG_CH_DIGIT
#define H NG_CH_HIGH
#define P NG_CH_PUNCT
#define Y NG_CH_SYMBOL
#define J (NG_CH_PUNCT | NG_CH_JOIN)

const uint8_t ng_char_class[256] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 00 */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 10 */
    S, P, P, Y, Y, Y, J, J, P, P, Y, Y, J, J, J, J, /* 20 */
    D, D, D, D, D, D, D, D, D, D, J, P, Y, Y, Y, P, /* 30 */
    J, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* 40 */
    U, U, U, U, U, U, U, U, U, U, U, P, P, P, Y, J, /* 50 */
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60 */
    L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, S, /* 70 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 80 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 90 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* A0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* B0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* C0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* D0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* E0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* F0 */
};

#undef S
#undef L
#undef U
#undef D
#undef H
#undef P
#undef Y
#undef J

static bool
is_tail(uint8_t c)
{
  return (c & 0xC0) == 0x80;
}

uint32_t
ng_char_decode(const uint8_t *s, uint32_t *len)
{
  uint32_t c = s[0];
  *len = 1;
  if (c >= 0xC2 && c < 0xE0 && is_tail(s[1])) {
    *len = 2;
    return (c & 0x1F) << 6 | (s[1] & 0x3FU);
  }
  if (c >= 0xE0 && c < 0xF0 && is_tail(s[1]) && is_tail(s[2])) {
    *len = 3;
    return (c & 0x0F) << 12 | (s[1] & 0x3FU) << 6 | (s[2] & 0x3FU);
  }
  if (c >= 0xF0 && c < 0xF5 && is_tail(s[1]) && is_tail(s[2]) &&
      is_tail(s[3])) {
    *len = 4;
    return (c & 0x07) << 18 | (s[1] & 0x3FU) << 12 | (s[2] & 0x3FU) << 6 |
           (s[3] & 0x3FU);
  }
  return c < 0x80 ? c : 0xFFFD;
}

typedef struct {
  uint32_t first, last;
  uint8_t class;
} range;

/* What is no letter, after the Unicode Character Database's general
 * categories.  Direction marks and zero-width spaces count as space, joiners
 * and soft hyphens as letters: they stand inside words. */
static const range ranges[] = {
    {0x80, 0xA0, NG_CH_SPACE},        {0xA1, 0xA1, NG_CH_PUNCT},
    {0xA2, 0xA9, NG_CH_SYMBOL},       {0xAB, 0xAB, NG_CH_PUNCT},
    {0xAC, 0xAC, NG_CH_SYMBOL},       {0xAE, 0xB1, NG_CH_SYMBOL},
    {0xB2, 0xB3, NG_CH_DIGIT},        {0xB4, 0xB4, NG_CH_SYMBOL},
    {0xB6, 0xB8, NG_CH_PUNCT},        {0xB9, 0xB9, NG_CH_DIGIT},
    {0xBB, 0xBB, NG_CH_PUNCT},        {0xBC, 0xBE, NG_CH_DIGIT},
    {0xBF, 0xBF, NG_CH_PUNCT},        {0xD7, 0xD7, NG_CH_SYMBOL},
    {0xF7, 0xF7, NG_CH_SYMBOL},       {0x37E, 0x37E, NG_CH_PUNCT},
    {0x387, 0x387, NG_CH_PUNCT},      {0x55A, 0x55F, NG_CH_PUNCT},
    {0x589, 0x58A, NG_CH_PUNCT},      {0x5BE, 0x5BE, NG_CH_PUNCT},
    {0x5F3, 0x5F4, NG_CH_PUNCT},      {0x609, 0x60D, NG_CH_PUNCT},
    {0x61B, 0x61F, NG_CH_PUNCT},      {0x660, 0x669, NG_CH_DIGIT},
    {0x66A, 0x66D, NG_CH_PUNCT},      {0x6D4, 0x6D4, NG_CH_PUNCT},
    {0x6F0, 0x6F9, NG_CH_DIGIT},      {0x700, 0x70D, NG_CH_PUNCT},
    {0x964, 0x965, NG_CH_PUNCT},      {0x966, 0x96F, NG_CH_DIGIT},
    {0xE3F, 0xE3F, NG_CH_SYMBOL},     {0x1680, 0x1680, NG_CH_SPACE},
    {0x2000, 0x200B, NG_CH_SPACE},    {0x200E, 0x200F, NG_CH_SPACE},
    {0x2010, 0x2027, NG_CH_PUNCT},    {0x2028, 0x202F, NG_CH_SPACE},
    {0x2030, 0x205E, NG_CH_PUNCT},    {0x205F, 0x206F, NG_CH_SPACE},
    {0x2070, 0x209F, NG_CH_DIGIT},    {0x20A0, 0x20CF, NG_CH_SYMBOL},
    {0x2100, 0x214F, NG_CH_SYMBOL},   {0x2150, 0x218B, NG_CH_DIGIT},
    {0x2190, 0x2BFF, NG_CH_SYMBOL},   {0x2E00, 0x2E7F, NG_CH_PUNCT},
    {0x3000, 0x3000, NG_CH_SPACE},    {0x3001, 0x3003, NG_CH_PUNCT},
    {0x3008, 0x3020, NG_CH_PUNCT},    {0x3030, 0x3030, NG_CH_PUNCT},
    {0x30FB, 0x30FB, NG_CH_PUNCT},    {0xE000, 0xF8FF, NG_CH_SYMBOL},
    {0xFE00, 0xFE0F, NG_CH_SYMBOL},   {0xFE10, 0xFE1F, NG_CH_PUNCT},
    {0xFE30, 0xFE6F, NG_CH_PUNCT},    {0xFEFF, 0xFEFF, NG_CH_SPACE},
    {0xFF01, 0xFF0F, NG_CH_PUNCT},    {0xFF10, 0xFF19, NG_CH_DIGIT},
    {0xFF1A, 0xFF20, NG_CH_PUNCT},    {0xFF3B, 0xFF40, NG_CH_PUNCT},
    {0xFF5B, 0xFF65, NG_CH_PUNCT},    {0xFFE0, 0xFFFC, NG_CH_SYMBOL},
    {0x1F000, 0x1FAFF, NG_CH_SYMBOL}, {0xE0000, 0xE01EF, NG_CH_SYMBOL},
};

/* Upper case where a block has all its capitals together. */
static const range capitals[] = {
    {0xC0, 0xDE, 0},     {0x178, 0x178, 0},   {0x386, 0x38F, 0},
    {0x391, 0x3AB, 0},   {0x400, 0x42F, 0},   {0x531, 0x556, 0},
    {0x10A0, 0x10C5, 0}, {0xFF21, 0xFF3A, 0},
};

/* Upper case where capitals and small letters alternate; `class` is 0 if the
 * capitals are the even ones. */
static const range alternating[] = {
    {0x100, 0x137, 0},   {0x139, 0x148, 1}, {0x14A, 0x177, 0},
    {0x179, 0x17E, 1},   {0x1CD, 0x1DC, 1}, {0x1DE, 0x1EF, 0},
    {0x1F8, 0x233, 0},   {0x460, 0x481, 0}, {0x48A, 0x4BF, 0},
    {0x4C1, 0x4CE, 1},   {0x4D0, 0x52F, 0}, {0x1E00, 0x1E95, 0},
    {0x1EA0, 0x1EFF, 0},
};

#define N(a) (sizeof(a) / sizeof *(a))

static bool
is_upper(uint32_t cp)
{
  for (size_t i = 0; i < N(capitals); i++)
    if (cp >= capitals[i].first && cp <= capitals[i].last)
      return true;
  for (size_t i = 0; i < N(alternating); i++)
    if (cp >= alternating[i].first && cp <= alternating[i].last)
      return (cp & 1) == alternating[i].class;
  return false;
}

uint8_t
ng_char_of(uint32_t cp)
{
  size_t low = 0, high = N(ranges);
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (cp > ranges[mid].last)
      low = mid + 1;
    else
      high = mid;
  }
  if (low < N(ranges) && cp >= ranges[low].first)
    return ranges[low].class;
  return is_upper(cp) ? NG_CH_UPPER : NG_CH_LOWER;
}
