/* eval_relations.h - the forms of gold that `eval relations` reads. */
#ifndef NG_EVAL_RELATIONS_H
#define NG_EVAL_RELATIONS_H

#include "cli/score_articles.h"
#include "cli/score_relations.h"

typedef struct {
  reading_job job;
  const char *path;
  score_relations relations;
  json_t **rows; /* of KnowledgeNet: kept until their passage is whole */
  size_t n_rows, room;
  int status;
} relations_job;

/* KnowledgeNet: keep a row, and score all that are kept, a passage at a time;
 * rows without spans say that the passage has no such fact. */
bool relations_keep(relations_job *job, const json_t *row);
ng_status relations_passages(relations_job *job, ng_error *err);

/* Re-DocRED: a list of documents. */
ng_status relations_documents(relations_job *job, const json_t *list,
                              ng_error *err);

/* Our own annotated articles. */
ng_status relations_article(relations_job *job, const json_t *article,
                            ng_error *err);

void relations_release(relations_job *job);

#endif /* NG_EVAL_RELATIONS_H */
