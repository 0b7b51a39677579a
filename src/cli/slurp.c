#include "cli/slurp.h"
#include "cli/common.h"
#include "core/input.h"

bool
cli_slurp(const char *path, ng_buf *out)
{
  ng_error err = {0};
  ng_input *in = NULL;
  ng_status st = ng_input_open(&in, path, &err);
  while (st == NG_OK)
    st = ng_input_read(in, out, &err);
  ng_input_close(in);
  if (st == NG_END)
    return true;
  (void)cli_complain(path, &err);
  return false;
}
