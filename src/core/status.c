#include "core/fail.h"

#include <stdarg.h>
#include <stdio.h>

const char *
ng_status_text(ng_status status)
{
  switch (status) {
  case NG_OK:
    return "success";
  case NG_END:
    return "end of input";
  case NG_ERR_USAGE:
    return "invalid argument";
  case NG_ERR_IO:
    return "input/output error";
  case NG_ERR_SYNTAX:
    return "malformed input";
  case NG_ERR_CORRUPT:
    return "damaged file";
  case NG_ERR_LIMIT:
    return "memory budget exceeded";
  }
  return "unknown status";
}

ng_status
ng_fail(ng_error *err, ng_status status, uint64_t offset, const char *fmt, ...)
{
  if (err) {
    err->status = status;
    err->offset = offset;
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(err->text, sizeof err->text, fmt, ap);
    va_end(ap);
    /* quoted input may hold what would garble a terminal or a log */
    for (char *c = err->text; *c; c++)
      if ((unsigned char)*c < ' ' || *c == 0x7f)
        *c = ' ';
  }
  return status;
}
