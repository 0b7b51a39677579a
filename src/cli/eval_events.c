/* eval_events.c - newsgraph eval events GOLD...: what happens, against
 * annotated articles or sentences coded by PLOVER. */
#include "cli/eval.h"
#include "cli/gold.h"
#include "cli/score_articles.h"
#include "cli/score_plover.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdio.h>

static const cli_command command = {
    CLI_EVAL, "eval events", "[options] GOLD...",
    "Annotate the texts of GOLD and score events, claims and offices.\n"
    "GOLD is an annotated article (a JSON object with \"text\", \"entities\",\n"
    "\"events\", \"claims\", \"offices\", \"forbidden\") or JSON lines of\n"
    "sentences coded by PLOVER (\"text\", \"event\", \"source\", \"target\");\n"
    "either may be gzipped. Prints a line a metric: METRIC, value, and how\n"
    "many of how many; of a class: gold, made, found.\n"};

typedef struct {
  reading_job job;
  const char *path;
  score_articles articles;
  score_plover plover;
  uint64_t n_articles;
  int status;
} eval_job;

static ng_status
score(eval_job *e, const json_t *want, reading *r, ng_error *err)
{
  ng_article article = {.text = gold_field(want, "text"),
                        .id = gold_field(want, "id"),
                        .date = gold_field(want, "date")};
  bool whole = json_is_array(json_object_get(want, "events"));
  bool sentence = json_is_string(json_object_get(want, "event"));
  *r = (reading){0};
  if (!article.text.len || !(whole || sentence))
    return ng_fail(err, NG_ERR_SYNTAX, 0,
                   "no \"text\" with \"events\" or "
                   "an \"event\"");
  NG_TRY(reading_make(&e->job, &article, r, err));
  bool done = whole ? score_article(&e->articles, want, r, e->job.errors)
                    : score_plover_sentence(&e->plover, want, r, e->job.errors);
  e->n_articles += whole;
  return done ? NG_OK : ng_fail(err, NG_ERR_LIMIT, 0, "out of memory");
}

static bool
take(void *to, const void *json)
{
  eval_job *e = to;
  ng_error err = {0};
  reading r;
  if (score(e, json, &r, &err) != NG_OK) {
    (void)fprintf(stderr, "newsgraph: %s: %.*s: %s%s\n", e->path,
                  NG_ARG(gold_field(json, "id")), err.text,
                  cli_budget_hint(&err));
    e->status = 1;
  }
  reading_release(&r);
  return true;
}

/* --- what is printed ------------------------------------------------------ */

static double
ratio(uint64_t part, uint64_t whole)
{
  return whole ? (double)part / (double)whole : 0;
}

static void
print_share(const char *name, uint64_t part, uint64_t whole)
{
  (void)printf("%s\t%.4f\t%llu\t%llu\n", name, ratio(part, whole),
               (unsigned long long)part, (unsigned long long)whole);
}

static void
print_f1(const char *name, uint64_t found, uint64_t made, uint64_t wanted)
{
  double p = ratio(found, made), r = ratio(found, wanted);
  char label[64];
  (void)snprintf(label, sizeof label, "%s precision", name);
  print_share(label, found, made);
  (void)snprintf(label, sizeof label, "%s recall", name);
  print_share(label, found, wanted);
  (void)printf("%s f1\t%.4f\n", name, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static void
print_articles(const score_articles *s)
{
  const struct {
    const char *name;
    score_share share;
  } rows[] = {{"core recall", s->core},
              {"exact class", s->exact},
              {"arguments", s->arguments},
              {"status", s->status},
              {"polarity", s->polarity},
              {"date", s->date},
              {"attributed", s->attributed},
              {"wrongly attributed", s->wrongly},
              {"hedged stated as fact", s->hedged},
              {"forbidden asserted", s->forbidden},
              {"claims", s->claims},
              {"offices", s->offices}};
  print_f1("events", s->found, s->made, s->gold);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    print_share(rows[i].name, rows[i].share.part, rows[i].share.whole);
  (void)printf("claims made\t%llu\noffices made\t%llu\n",
               (unsigned long long)s->claims_made,
               (unsigned long long)s->offices_made);
  for (int i = 0; i < NG_N_EVENT_CLASSES; i++)
    if (s->classes[i].gold || s->classes[i].made)
      (void)printf("class %s\t%llu\t%llu\t%llu\n",
                   ng_event_class_name((ng_event_class)i),
                   (unsigned long long)s->classes[i].gold,
                   (unsigned long long)s->classes[i].made,
                   (unsigned long long)s->classes[i].found);
}

static void
print_plover(const score_plover *s)
{
  print_share("plover type", s->type, s->sentences);
  print_share("plover source", s->source, s->sentences);
  print_share("plover source and target", s->target, s->sentences);
  print_share("plover events of the type", s->of_type, s->made);
  print_share("plover coded events of the type", s->of_type, s->coded);
}

int
eval_events(int argc, char **argv)
{
  eval_job e = {0};
  int status = reading_open(&e.job, &command, argc, argv);
  if (status >= 0)
    return status;
  const ng_walk_from *inputs = &e.job.request.inputs;
  for (size_t i = 0; i < inputs->n_paths; i++) {
    ng_error err = {0};
    e.path = inputs->paths[i];
    if (gold_each(e.path, take, &e, &err) != NG_OK)
      e.status = cli_complain(NULL, &err);
  }
  if (e.n_articles)
    print_articles(&e.articles);
  if (e.plover.sentences)
    print_plover(&e.plover);
  return reading_close(&e.job, e.status);
}
