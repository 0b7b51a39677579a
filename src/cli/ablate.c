#include "cli/ablate.h"

#include <string.h>

/* Features that look at one thing, crosses with what they are mostly about.
 * What is in none of them is in the last. */
static const struct {
  const char *name;
  const char *features; /* each with a space before and behind */
} groups[] = {
    {"context", " PREVIOUS PREVIOUS_2 NEXT AROUND GAPS QUOTED ENDS TITLED"
                " TYPE_PREVIOUS TYPE_NEXT TYPE_GAP "},
    {"shape",
     " SHAPE WORDS LENGTH CASES CASE EXACT TYPE_SHAPE TYPE_WORDS INNER"
     " TYPE_INNER KIND_SHAPE PRIOR_SHAPE POPULARITY_SHAPE PRIOR_WORDS "},
    {"runs", " RUN COVERED LONGER TYPE_RUN TYPE_LONGER TYPE_COVERED KIND_LONGER"
             " KIND_RUN "},
    {"kinds", " KIND TYPE_KIND WEAK OWN_NAME "},
    {"popularity", " POPULARITY BEHIND DEGREE TYPE_POPULARITY KIND_BEHIND "},
    {"priors", " PRIOR RANK READINGS KIND_PRIOR "},
    {"types", " TYPE "},
    {"coreference", " FULL SAME_RUN EARLIER KIND_FULL TIMES "},
    {"sport", " SPORTY SPORT NUMBERS TYPE_SPORTY TYPE_SPORT KIND_SPORT"
              " TYPE_NUMBERS SPORTS SPORT_SHARE TEAMS TEAM_SHARE "},
    {"relations", " TIED COUNTRY DIRECT NEAR COMMON ALLIED "},
    {"article", " YEAR POSITION SIZE "},
    {"first pass", " P1 P1_BEST P1_MARGIN P1_OVER P1_TYPE "},
    {"shares", " SHARE SHARE_TYPE CLOSE_SHARE CLOSE_CLASS OTHER_NAME RIVAL"
               " SAME_NAME "},
    {"others", ""},
};

enum { N_GROUPS = sizeof groups / sizeof *groups };

size_t
ablate_n_groups(void)
{
  return N_GROUPS;
}

size_t
ablate_n(void)
{
  return N_GROUPS + ng_n_feature_names;
}

const char *
ablate_name(size_t i)
{
  return i < N_GROUPS ? groups[i].name : ng_features[i - N_GROUPS].name;
}

/* Does ` name ` stand in the list? */
static bool
lists(const char *features, const char *name)
{
  size_t n = strlen(name);
  for (const char *at = features; (at = strstr(at, name)); at++)
    if (at > features && at[-1] == ' ' && at[n] == ' ')
      return true;
  return false;
}

static bool
is_in(size_t group, const char *name)
{
  if (group < N_GROUPS - 1)
    return lists(groups[group].features, name);
  for (size_t i = 0; i + 1 < N_GROUPS; i++)
    if (lists(groups[i].features, name))
      return false;
  return strcmp(name, "BIAS") != 0; /* without it nothing is linked */
}

void
ablate_mark(size_t i, bool off[NG_N_FEATURES])
{
  for (size_t k = 0; k < ng_n_feature_names; k++) {
    const ng_feature *f = &ng_features[k];
    if (i < N_GROUPS ? is_in(i, f->name) : k == i - N_GROUPS)
      memset(off + f->first, 1, f->size);
  }
}
