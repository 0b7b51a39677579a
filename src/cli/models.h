/* models.h - the model that --model names. */
#ifndef NG_CLI_MODELS_H
#define NG_CLI_MODELS_H

#include "text/model.h"

/* The name to go by: `name` itself, but "fast" for "deep" where that is not
 * installed, which is said on stderr. */
const char *cli_model_name(const char *name);

/* Open "deep", "fast", a file, or the default (NULL).  NULL after a message on
 * stderr. */
ng_model *cli_model_open(const char *name);

#endif /* NG_CLI_MODELS_H */
