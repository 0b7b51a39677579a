/* json_scan.h - a way through JSON text without building anything of it: values
 * that are not wanted are skipped 64 bytes at a time.
 *
 *   ng_scan s = ng_scan_of(text);
 *   if (ng_scan_enter(&s, '{'))
 *     for (ng_str key; ng_scan_key(&s, &key);)
 *       if (wanted) ng_scan_string(&s, &text); else ng_scan_skip(&s);
 *
 * Nothing is read beyond `end` but NG_SCAN_PAD bytes, whose content does not
 * matter.  What is malformed sets `bad` and moves to the end; what is skipped
 * is checked for balance of its own kind of bracket only.
 */
#ifndef NG_JSON_SCAN_H
#define NG_JSON_SCAN_H

#include "core/str.h"

enum { NG_SCAN_PAD = 64 };

typedef struct {
  const char *at, *end;
  bool bad;
} ng_scan;

static inline ng_scan
ng_scan_of(ng_str text)
{
  const char *at = text.len ? text.at : "";
  return (ng_scan){at, at + text.len, false};
}

/* Enter the object or array ('{' or '[') that comes next; false, having skipped
 * the value, if something else does. */
bool ng_scan_enter(ng_scan *s, char open);

/* The next member's key, as written; false at the object's end, which is then
 * behind. */
bool ng_scan_key(ng_scan *s, ng_str *key);

/* Whether the array has another element, which comes next; false at its end,
 * which is then behind. */
bool ng_scan_more(ng_scan *s);

/* The string that comes next, as written between its quotes; false, having
 * skipped the value, if something else does. */
bool ng_scan_string(ng_scan *s, ng_str *text);

/* The value that comes next, as written. */
ng_str ng_scan_skip(ng_scan *s);

/* The value of the member `key` of the object `object`, as written; empty if
 * it is not there, or `object` is no object or malformed before it. */
ng_str ng_scan_member(ng_str object, const char *key);

/* The same where the value is a string: what is between its quotes. */
ng_str ng_scan_member_text(ng_str object, const char *key);

/* Decode the escapes of `text` into `room`, which has room for text.len bytes;
 * what is no valid escape becomes a question mark or U+FFFD. */
ng_str ng_scan_decode(ng_str text, char *room);

#endif /* NG_JSON_SCAN_H */
