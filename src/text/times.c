#include "text/times.h"

void
ng_times_json(const ng_doc *doc, ng_offset_unit unit, ng_buf *out)
{
  ng_offsets offsets = {.doc = doc, .unit = unit};
  ng_buf_char(out, '[');
  for (uint32_t i = 0; i < doc->times.n; i++) {
    const ng_time *t = &doc->times.at[i];
    ng_span in = ng_span_in(&offsets, t->span);
    bool title =
        doc->parts.at[ng_doc_part(doc, t->span.begin)].kind == NG_PART_TITLE;
    ng_buf_printf(out, "%s{\"span\":[%u,%u],\"text\":", i ? "," : "", in.begin,
                  in.end);
    ng_buf_json(out, ng_doc_text(doc, t->span));
    ng_buf_printf(out, ",\"type\":\"%s\",\"value\":",
                  ng_time_type_text((ng_time_type)t->type));
    ng_buf_json(out, t->value);
    ng_buf_printf(out, "%s}", title ? ",\"in\":\"title\"" : "");
  }
  ng_buf_char(out, ']');
}
