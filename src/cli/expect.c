#include "cli/expect.h"
#include "emit/standing.h"
#include "extract/lexicon/lexicon.h"
#include "kb/kb.h"

#include <stdio.h>

/* --- names
 * --------------------------------------------------------------------- */

static ng_str
label_of(const ng_context *context, const ng_doc *doc, uint32_t entity)
{
  const ng_doc_entity *e = &doc->entities.at[entity];
  if (ng_ref_none(e->ref))
    return ng_doc_text(doc, e->name);
  return ng_bases_entity(&context->bases, e->ref).label;
}

/* "_" in a name stands for a space. */
static bool
same_name(ng_str text, ng_str name)
{
  if (text.len != name.len)
    return false;
  for (size_t i = 0; i < name.len; i++)
    if (text.at[i] != name.at[i] && !(text.at[i] == ' ' && name.at[i] == '_'))
      return false;
  return true;
}

/* Is the entity called so, by its base or in the text? */
static bool
is_called(const ng_context *context, const ng_doc *doc, uint32_t entity,
          ng_str name)
{
  if (same_name(label_of(context, doc, entity), name) ||
      same_name(ng_doc_text(doc, doc->entities.at[entity].name), name))
    return true;
  for (uint32_t i = 0; i < doc->mentions.n; i++) {
    const ng_mention *m = &doc->mentions.at[i];
    if ((m->entity == entity || m->denotes == entity) &&
        same_name(ng_doc_text(doc, m->span), name))
      return true;
  }
  return false;
}

static bool
is_listed(const ng_context *context, const ng_doc *doc, uint32_t entity,
          ng_str list)
{
  for (ng_str name; (name = ng_str_cut(&list, ',')).len;)
    if (is_called(context, doc, entity, name))
      return true;
  return false;
}

/* Are the entities exactly those named? */
static bool
are_these(const ng_context *context, const ng_doc *doc, const uint32_t *at,
          size_t n, ng_str list)
{
  for (size_t i = 0; i < n; i++)
    if (!is_listed(context, doc, at[i], list))
      return false;
  for (ng_str name; (name = ng_str_cut(&list, ',')).len;) {
    bool found = false;
    for (size_t i = 0; i < n && !found; i++)
      found = is_called(context, doc, at[i], name);
    if (!found)
      return false;
  }
  return true;
}

/* --- values
 * ---------------------------------------------------------------------- */

static const char *const courses[NG_N_COURSES] = {
    "Occurred",  "Ongoing",   "Scheduled",  "Possible", "Proposed",  "Desired",
    "Postponed", "Cancelled", "Downgraded", "Stalled",  "BrokenDown"};
static const char *const certainties[NG_N_CERTAINTIES] = {
    "Certain", "Probable", "Doubtful", "Alleged"};

static const char *const modes[] = {"None", "Video", "InPerson", "Phone"};

static bool
is_word(ng_str value, const char *word)
{
  return ng_str_equal(value, (ng_str){word, strlen(word)});
}

static bool
footing_is(const ng_footing *f, ng_str key, ng_str value)
{
  if (is_word(key, "status"))
    return is_word(value, courses[f->course]);
  if (is_word(key, "polarity"))
    return is_word(value, f->negative ? "Negative" : "Positive");
  if (is_word(key, "certainty"))
    return is_word(value, certainties[f->certainty]);
  return is_word(key, "standing") &&
         ng_str_equal(value, ng_standing_term(ng_standing_of(f)).value);
}

static bool
voice_is(const ng_context *context, const ng_doc *doc, uint32_t speech,
         ng_str list)
{
  if (speech == NG_NONE)
    return is_word(list, "article");
  const ng_speech *s = &doc->speeches.at[speech];
  return are_these(context, doc, doc->members.at + s->speaker, s->n, list);
}

static bool
date_is(const ng_doc *doc, const ng_event *e, ng_str value)
{
  char text[NG_DATE_TEXT];
  (void)doc;
  ng_date date = 0;
  if (e->earliest && e->earliest == e->latest)
    date = e->earliest;
  else if (e->earliest &&
           e->earliest == ng_date_first(e->earliest / 100 * 100) &&
           e->latest == ng_date_last(e->earliest / 100 * 100))
    date = e->earliest / 100 * 100;
  else if (e->earliest &&
           e->earliest == ng_date_first(e->earliest / 10000 * 10000) &&
           e->latest == ng_date_last(e->earliest / 10000 * 10000))
    date = e->earliest / 10000 * 10000;
  size_t n = ng_date_text(date, text);
  return ng_str_equal(value, (ng_str){text, n});
}

/* --- one event or claim
 * ------------------------------------------------------------ */

/* The class or predicate by its local name: the user's own, if it has one. */
static ng_str
class_of(const ng_context *context, const ng_event *e)
{
  const char *name = ng_event_class_name(e->class);
  return e->own ? ng_str_local(ng_lexicon_class(context->lexicon, e->own))
                : (ng_str){name, strlen(name)};
}

static ng_str
predicate_of(const ng_context *context, const ng_claim *c)
{
  ng_str own = ng_lexicon_predicate(context->lexicon, c->predicate);
  if (own.len)
    return ng_str_local(own);
  const char *name = ng_predicate_name(c->predicate);
  return (ng_str){name, strlen(name)};
}

static bool
role_is(const ng_context *context, const ng_doc *doc, const ng_event *e,
        ng_str role, ng_str list)
{
  uint32_t at[64];
  size_t n = 0;
  for (uint32_t i = 0; i < e->n && n < 64; i++) {
    const ng_filler *f = &doc->fillers.at[e->filler + i];
    if (is_word(role, ng_role_name((ng_role)f->role)))
      at[n++] = f->entity;
  }
  return are_these(context, doc, at, n, list);
}

static bool
event_has(const ng_context *context, const ng_doc *doc, const ng_event *e,
          ng_str key, ng_str value)
{
  if (is_word(key, "voice"))
    return voice_is(context, doc, e->speech, value);
  if (is_word(key, "date"))
    return date_is(doc, e, value);
  if (is_word(key, "mode"))
    return is_word(value, modes[e->mode]);
  if (is_word(key, "amount"))
    return ng_str_equal(e->amount, value);
  return footing_is(&e->footing, key, value) ||
         role_is(context, doc, e, key, value);
}

static bool
claim_has(const ng_context *context, const ng_doc *doc, const ng_claim *c,
          ng_str key, ng_str value)
{
  if (is_word(key, "voice"))
    return voice_is(context, doc, c->speech, value);
  if (is_word(key, "subject") || is_word(key, "agent"))
    return is_called(context, doc, c->subject, value);
  if (is_word(key, "object") || is_word(key, "patient"))
    return is_called(context, doc, c->object, value);
  return footing_is(&c->footing, key, value);
}

/* --- what is expected
 * --------------------------------------------------------------- */

typedef struct {
  ng_str class;
  struct {
    ng_str key, value;
  } at[12];
  size_t n;
} expected;

/* A value goes on to the word before the next "=". */
static void
read_expected(expected *out, ng_str text)
{
  size_t i = 0;
  *out = (expected){0};
  while (i < text.len && text.at[i] != ' ')
    i++;
  out->class = ng_str_slice(text, 0, i);
  size_t key = i, equals = 0;
  for (; i <= text.len; i++) {
    if (i < text.len && text.at[i] != '=')
      continue;
    size_t end = i;
    if (i < text.len)
      while (end > 0 && text.at[end - 1] != ' ')
        end--;
    if (equals && out->n < 12) {
      size_t last = end;
      while (last > equals && text.at[last - 1] == ' ')
        last--;
      out->at[out->n].key = ng_str_slice(text, key, equals - 1);
      out->at[out->n++].value = ng_str_slice(text, equals, last);
    }
    key = end;
    equals = i + 1;
  }
}

static bool
event_fits(const ng_context *context, const ng_doc *doc, const ng_event *e,
           const expected *x)
{
  if (!ng_str_equal(x->class, class_of(context, e)))
    return false;
  for (size_t i = 0; i < x->n; i++)
    if (!event_has(context, doc, e, x->at[i].key, x->at[i].value))
      return false;
  return true;
}

static bool
claim_fits(const ng_context *context, const ng_doc *doc, const ng_claim *c,
           const expected *x)
{
  if (!ng_str_equal(x->class, predicate_of(context, c)))
    return false;
  for (size_t i = 0; i < x->n; i++)
    if (!claim_has(context, doc, c, x->at[i].key, x->at[i].value))
      return false;
  return true;
}

/* An office is the claim that its holder has it. */
static bool
office_fits(const ng_context *context, const ng_doc *doc, const ng_office *o,
            const expected *x)
{
  if (!is_word(x->class, ng_predicate_name(NG_PREDICATE_holdsOffice)))
    return false;
  for (size_t i = 0; i < x->n; i++) {
    bool agent = is_word(x->at[i].key, "agent");
    uint32_t entity = agent ? o->person : o->jurisdiction;
    if ((!agent && !is_word(x->at[i].key, "patient")) || entity == NG_NONE ||
        !is_called(context, doc, entity, x->at[i].value))
      return false;
  }
  return true;
}

bool
cli_expect(const ng_context *context, const ng_doc *doc, ng_str text)
{
  expected x;
  if (is_word(text, "nothing"))
    return doc->events.n == 0 && doc->claims.n == 0;
  read_expected(&x, text);
  for (uint32_t i = 0; i < doc->events.n; i++)
    if (event_fits(context, doc, &doc->events.at[i], &x))
      return true;
  for (uint32_t i = 0; i < doc->claims.n; i++)
    if (claim_fits(context, doc, &doc->claims.at[i], &x))
      return true;
  for (uint32_t i = 0; i < doc->offices.n; i++)
    if (office_fits(context, doc, &doc->offices.at[i], &x))
      return true;
  return false;
}

/* --- printing
 * ------------------------------------------------------------------------- */

static void
put_role(const ng_context *context, const ng_doc *doc, const ng_event *e,
         uint8_t role, ng_buf *out)
{
  bool any = false;
  for (uint32_t i = 0; i < e->n; i++) {
    const ng_filler *f = &doc->fillers.at[e->filler + i];
    if (f->role != role)
      continue;
    ng_buf_printf(out, any ? "," : " %s=", ng_role_name((ng_role)role));
    ng_buf_str(out, label_of(context, doc, f->entity));
    any = true;
  }
}

static void
put_footing(const ng_footing *f, ng_buf *out)
{
  ng_buf_printf(out, " status=%s", courses[f->course]);
  if (f->negative)
    ng_buf_printf(out, " polarity=Negative");
  if (f->certainty != NG_CERTAIN)
    ng_buf_printf(out, " certainty=%s", certainties[f->certainty]);
  ng_str standing = ng_standing_term(ng_standing_of(f)).value;
  ng_buf_printf(out, " standing=%.*s", NG_ARG(standing));
}

static void
put_voice(const ng_context *context, const ng_doc *doc, uint32_t speech,
          ng_buf *out)
{
  if (speech == NG_NONE)
    return;
  const ng_speech *s = &doc->speeches.at[speech];
  for (uint32_t i = 0; i < s->n; i++) {
    ng_buf_printf(out, i ? "," : " voice=");
    ng_buf_str(out, label_of(context, doc, doc->members.at[s->speaker + i]));
  }
}

void
cli_expect_print(const ng_context *context, const ng_doc *doc,
                 const char *margin, ng_buf *out)
{
  char date[NG_DATE_TEXT];
  for (uint32_t i = 0; i < doc->events.n; i++) {
    const ng_event *e = &doc->events.at[i];
    ng_buf_printf(out, "%s%.*s", margin, NG_ARG(class_of(context, e)));
    for (unsigned r = 0; r < NG_N_ROLES; r++)
      put_role(context, doc, e, (uint8_t)r, out);
    put_footing(&e->footing, out);
    put_voice(context, doc, e->speech, out);
    if (e->earliest && ng_date_text(e->earliest, date))
      ng_buf_printf(out, " earliest=%s", date);
    if (e->latest && ng_date_text(e->latest, date))
      ng_buf_printf(out, " latest=%s", date);
    if (e->amount.len)
      ng_buf_printf(out, " amount=%.*s", NG_ARG(e->amount));
    ng_buf_char(out, '\n');
  }
  for (uint32_t i = 0; i < doc->claims.n; i++) {
    const ng_claim *c = &doc->claims.at[i];
    ng_str subject = label_of(context, doc, c->subject);
    ng_str object = label_of(context, doc, c->object);
    ng_buf_printf(out, "%s%.*s subject=%.*s object=%.*s", margin,
                  NG_ARG(predicate_of(context, c)), NG_ARG(subject),
                  NG_ARG(object));
    put_footing(&c->footing, out);
    put_voice(context, doc, c->speech, out);
    ng_buf_char(out, '\n');
  }
}
