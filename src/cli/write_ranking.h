/* write_ranking.h - the text form of a ranking model: models/ranking.txt, which
 * the build compiles in. */
#ifndef NG_CLI_WRITE_RANKING_H
#define NG_CLI_WRITE_RANKING_H

#include "link/rank.h"

/* Write the model to the file `path`; false, and a message on standard error,
 * if that fails. */
bool write_ranking(const char *path, const ng_ranking *ranking);

#endif /* NG_CLI_WRITE_RANKING_H */
