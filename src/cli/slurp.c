#include "cli/slurp.h"
#include "cli/common.h"
#include "core/fail.h"
#include "core/input.h"

ng_status
cli_read_text(const char *path, ng_buf *out, ng_error *err)
{
  ng_input *in;
  NG_TRY(ng_input_open(&in, path, err));
  ng_input_text(in);
  ng_status st = NG_OK;
  while (st == NG_OK)
    st = ng_input_read(in, out, err);
  ng_input_close(in);
  return st == NG_END ? NG_OK : st;
}

bool
cli_slurp(const char *path, ng_buf *out)
{
  ng_error err = {0};
  if (cli_read_text(path, out, &err) == NG_OK)
    return true;
  (void)cli_complain(path, &err);
  return false;
}
