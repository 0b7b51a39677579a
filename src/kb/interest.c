#include "kb/interest.h"
#include "core/str.h"
#include "kb/popularity.h"

#include <stdlib.h>

/* What each count of the popularity column is worth: interest is the sum of
 * weight * log2(1 + n); the weights are those that linking was tuned with. */
static const struct {
  const char *key;
  uint32_t percent;
  bool is_fraction; /* PageRank: n is a million times the value */
} weights[] = {
    {"pr_arnold", 40, true},   {"indeg_arnold", 50, false},
    {"sitelinks", 50, false},  {"pageviews", 15, false},
    {"codex_deg", 40, false},  {"wiki27k_deg", 80, false},
    {"population", 12, false}, {"offices", 50, false},
};

uint32_t
ng_interest_of(ng_str key, double number)
{
  for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
    if (!ng_str_equal(key, (ng_str){weights[i].key, strlen(weights[i].key)}))
      continue;
    double n = number * (weights[i].is_fraction ? 1e6 : 1);
    if (!(n > 0 && n < 1e15))
      return 0;
    return ng_log_64((uint64_t)(n * 1024), 10) * weights[i].percent / 100;
  }
  return 0;
}

uint32_t
ng_interest_in(ng_str json)
{
  uint32_t sum = 0;
  char number[40];
  for (size_t i = 0; i < json.len; i++) {
    if (json.at[i] != '"')
      continue;
    size_t begin = ++i;
    while (i < json.len && json.at[i] != '"')
      i++;
    ng_str key = ng_str_slice(json, begin, i);
    while (i < json.len &&
           (json.at[i] == '"' || json.at[i] == ':' || json.at[i] == ' '))
      i++;
    size_t n = 0;
    while (i < json.len && n + 1 < sizeof number && json.at[i] != ',' &&
           json.at[i] != '}')
      number[n++] = json.at[i++];
    number[n] = '\0';
    sum += ng_interest_of(key, strtod(number, NULL));
  }
  return sum;
}
