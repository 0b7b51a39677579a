/* eval_relations.c - newsgraph eval relations GOLD...: binary facts. */
#include "cli/eval_relations.h"
#include "cli/eval.h"
#include "cli/gold.h"
#include "core/fail.h"
#include "core/str.h"

#include <stdio.h>

static const cli_command command = {
    CLI_EVAL, "eval relations", "[options] GOLD...",
    "Annotate the texts of GOLD and score binary facts. GOLD is KnowledgeNet\n"
    "(JSON lines: \"passage\", \"property\", \"sbj\", \"obj\"), Re-DocRED (a "
    "JSON\n"
    "list: \"sents\", \"vertexSet\", \"labels\") or an annotated article;\n"
    "gzipped or not. Prints a line a relation: RELATION, precision, recall,\n"
    "F1; facts made, right, in the gold, found; recall where pronouns count,\n"
    "too. A relation that we have no predicate for is left out.\n"};

static ng_status
score(relations_job *job, const json_t *json, ng_error *err)
{
  if (json_is_array(json))
    return relations_documents(job, json, err);
  if (json_object_get(json, "passage"))
    return relations_keep(job, json)
               ? NG_OK
               : ng_fail(err, NG_ERR_SYNTAX, 0, "out of memory");
  if (json_object_get(json, "claims"))
    return relations_article(job, json, err);
  return ng_fail(err, NG_ERR_SYNTAX, 0,
                 "no \"passage\", no \"claims\", no list of documents");
}

static bool
take(void *to, const void *json)
{
  relations_job *job = to;
  ng_error err = {0};
  if (score(job, json, &err) != NG_OK) {
    (void)fprintf(stderr, "newsgraph: %s: %s%s\n", job->path, err.text,
                  cli_budget_hint(&err));
    job->status = 1;
  }
  return true;
}

static double
ratio(uint64_t part, uint64_t whole)
{
  return whole ? (double)part / (double)whole : 0;
}

static void
print_relation(const score_relation *r)
{
  double p = ratio(r->right, r->made), q = ratio(r->found, r->gold);
  (void)printf("%s\t%.4f\t%.4f\t%.4f\t%llu\t%llu\t%llu\t%llu\t%.4f\n", r->name,
               p, q, p + q > 0 ? 2 * p * q / (p + q) : 0,
               (unsigned long long)r->made, (unsigned long long)r->right,
               (unsigned long long)r->gold, (unsigned long long)r->found,
               ratio(r->all_found, r->all));
}

static void
print_all(const score_relations *all)
{
  score_relation sum = {.name = "all"};
  for (size_t i = 0; i < all->n; i++) {
    const score_relation *r = &all->at[i];
    print_relation(r);
    sum.gold += r->gold;
    sum.found += r->found;
    sum.all += r->all;
    sum.all_found += r->all_found;
    sum.made += r->made;
    sum.right += r->right;
  }
  print_relation(&sum);
}

int
eval_relations(int argc, char **argv)
{
  relations_job job = {0};
  int status = reading_open(&job.job, &command, argc, argv);
  if (status >= 0)
    return status;
  job.job.run.annotator->options.mentions = NG_MENTIONS_ALL;
  const ng_walk_from *inputs = &job.job.request.inputs;
  for (size_t i = 0; i < inputs->n_paths; i++) {
    ng_error err = {0};
    job.path = inputs->paths[i];
    if (gold_each(job.path, take, &job, &err) != NG_OK ||
        relations_passages(&job, &err) != NG_OK)
      job.status = cli_complain(NULL, &err);
  }
  print_all(&job.relations);
  relations_release(&job);
  return reading_close(&job.job, job.status);
}
