/* units.c - the stages tag and parse: the units of a document's sentences. */
#include "core/fail.h"
#include "core/str.h"
#include "text/annotate.h"
#include "text/lemma.h"
#include "text/mend.h"
#include "text/tag.h"
#include "text/unknown_types.h"

static ng_status
no_room(const ng_sentence *s, ng_error *err)
{
  return ng_fail(err, NG_ERR_LIMIT, s->span.begin,
                 "too many words to tag and parse");
}

static uint32_t
longest_sentence(const ng_doc *doc)
{
  uint32_t longest = 0;
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    if (s->unit_end - s->unit > longest)
      longest = s->unit_end - s->unit;
  }
  return longest;
}

/* The tokens of a merged unit joined as in training: with underscores. */
static ng_str
unit_text(ng_doc *doc, const ng_unit *unit)
{
  ng_str whole = {doc->text.at + unit->span.begin,
                  unit->span.end - unit->span.begin};
  if (unit->end - unit->token < 2)
    return whole;
  size_t n = 0, room = whole.len + unit->end - unit->token;
  char *at = ng_arena_alloc(&doc->arena, room, 1);
  for (uint32_t i = unit->token; at && i < unit->end; i++) {
    ng_token t = doc->tokens.at[i];
    if (n)
      at[n++] = '_';
    memcpy(at + n, doc->text.at + t.begin, t.end - t.begin);
    n += t.end - t.begin;
  }
  return (ng_str){at, n};
}

static bool
read_units(const ng_model *m, ng_doc *doc, const ng_sentence *s)
{
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    const ng_unit *unit = &doc->units.at[i];
    ng_str text = unit_text(doc, unit);
    if (!text.at)
      return false;
    ng_spell_word(m, text, unit->kind, &doc->forms[i]);
  }
  for (uint32_t i = s->unit; i < s->unit_end; i++)
    ng_know_word(m, &doc->forms[i]);
  return true;
}

/* The form itself where it is its lemma: most need no memory. */
static bool
set_lemma(const ng_model *m, ng_doc *doc, ng_unit *unit)
{
  char lemma[NG_LEMMA_ROOM];
  ng_str form = {doc->text.at + unit->span.begin,
                 unit->span.end - unit->span.begin};
  size_t n = ng_lemma(m, form, unit->xpos, lemma);
  unit->lemma = form;
  if (n == 0 || (n <= form.len && memcmp(lemma, form.at, n) == 0)) {
    unit->lemma.len = n ? n : form.len;
    return true;
  }
  char *at = ng_arena_alloc(&doc->arena, n, 1);
  if (at)
    memcpy(at, lemma, n);
  unit->lemma = (ng_str){at, n};
  return at != NULL;
}

/* --- by a deep model: tags and trees at once ------------------------------ */

static bool
add_sentence(ng_doc *doc, const ng_sentence *s, ng_str *words,
             ng_encoding *encoding, ng_encoded *found)
{
  uint32_t n = s->unit_end - s->unit;
  for (uint32_t i = 0; i < n; i++) {
    words[i] = unit_text(doc, &doc->units.at[s->unit + i]);
    if (!words[i].at)
      return false;
  }
  ng_encoding_add(encoding, words, n, found + s->unit);
  return true;
}

static bool
set_units(const ng_model *m, ng_doc *doc, const ng_sentence *s,
          const ng_encoded *found)
{
  for (uint32_t i = s->unit; i < s->unit_end; i++) {
    ng_unit *unit = &doc->units.at[i];
    uint8_t tag = ng_model_encoded_tag(m, &found[i], unit->kind);
    unit->upos = m->tags[tag].upos;
    unit->xpos = m->tags[tag].xpos;
    unit->head = found[i].head == NG_NONE ? NG_NONE : s->unit + found[i].head;
    unit->label = m->relations[found[i].label];
    if (!set_lemma(m, doc, unit))
      return false;
  }
  return true;
}

static ng_status
encode_all(const ng_model *m, ng_doc *doc, ng_encoding *encoding, ng_error *err)
{
  ng_str *words = NG_NEW(&doc->arena, ng_str, longest_sentence(doc) + 1);
  ng_encoded *found = NG_NEW(&doc->arena, ng_encoded, doc->units.n + 1);
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    if (!words || !found || !add_sentence(doc, s, words, encoding, found))
      return no_room(s, err);
  }
  ng_encoding_finish(encoding);
  for (uint32_t i = 0; i < doc->sentences.n; i++)
    if (!set_units(m, doc, &doc->sentences.at[i], found))
      return no_room(&doc->sentences.at[i], err);
  return ng_type_unknown(doc, found)
             ? NG_OK
             : ng_fail(err, NG_ERR_LIMIT, 0, "too many names to type");
}

static ng_status
encode(const ng_model *m, ng_doc *doc, ng_error *err)
{
  ng_encoding *encoding;
  if (doc->units.n == 0)
    return NG_OK;
  NG_TRY(ng_encoding_new(&encoding, m->encoder, NULL, err));
  ng_status status = encode_all(m, doc, encoding, err);
  ng_encoding_free(encoding);
  return status;
}

/* --- both stages ---------------------------------------------------------- */

/* So many sentences are tagged and parsed side by side: while one waits for
 * memory the others are worked on. */
enum { LANES = 3 };

/* The first sentence from *next on that has units. */
static const ng_sentence *
next_with_units(const ng_doc *doc, uint32_t *next)
{
  while (*next < doc->sentences.n) {
    const ng_sentence *s = &doc->sentences.at[(*next)++];
    if (s->unit_end > s->unit)
      return s;
  }
  return NULL;
}

static void
tag_in(const ng_model *m, const ng_doc *doc, ng_tagging *lanes, uint8_t *tags)
{
  bool open[LANES] = {false};
  uint32_t next = 0;
  for (bool busy = true; busy;) {
    busy = false;
    for (uint32_t k = 0; k < LANES; k++) {
      const ng_sentence *s = open[k] ? NULL : next_with_units(doc, &next);
      if (s)
        ng_tagging_start(&lanes[k], m, doc->forms + s->unit,
                         s->unit_end - s->unit, tags + s->unit);
      open[k] = (open[k] || s) && ng_tagging_step(&lanes[k], m);
      busy |= open[k] || next < doc->sentences.n;
    }
  }
}

static ng_status
tag_all(const ng_model *m, ng_doc *doc, ng_error *err)
{
  ng_tagging *lanes = NG_NEW(&doc->arena, ng_tagging, LANES);
  uint8_t *tags = NG_NEW(&doc->arena, uint8_t, doc->units.n);
  doc->forms = NG_NEW(&doc->arena, ng_form, doc->units.n);
  if (!lanes || !tags || !doc->forms)
    return ng_fail(err, NG_ERR_LIMIT, 0, "too many words to tag and parse");
  for (uint32_t i = 0; i < doc->sentences.n; i++)
    if (!read_units(m, doc, &doc->sentences.at[i]))
      return no_room(&doc->sentences.at[i], err);
  tag_in(m, doc, lanes, tags);
  for (uint32_t i = 0; i < doc->units.n; i++) {
    ng_unit *unit = &doc->units.at[i];
    unit->upos = m->tags[tags[i]].upos;
    unit->xpos = m->tags[tags[i]].xpos;
    if (!set_lemma(m, doc, unit))
      return no_room(&doc->sentences.at[unit->sentence], err);
  }
  return NG_OK;
}

ng_status
ng_tag(const ng_context *context, ng_doc *doc, ng_error *err)
{
  const ng_model *m = context->model;
  if (!m || doc->units.n == 0)
    return NG_OK;
  return m->encoder ? encode(m, doc, err) : tag_all(m, doc, err);
}

/* Longer sentences have the parser for themselves. */
enum { SHORT = 128 };

typedef struct {
  const ng_sentence *sentence; /* being parsed; NULL: none */
  ng_parser parser;
} lane;

static void
start_sentence(const ng_model *m, const ng_doc *doc, lane *l, uint8_t *tags)
{
  const ng_sentence *s = l->sentence;
  uint32_t n = s->unit_end - s->unit;
  for (uint32_t i = 0; i < n; i++) {
    const ng_unit *unit = &doc->units.at[s->unit + i];
    tags[i] = ng_model_tag(m, unit->upos, unit->xpos);
  }
  ng_parser_start(&l->parser, doc->forms + s->unit, tags, n);
}

static void
end_sentence(const ng_model *m, ng_doc *doc, lane *l)
{
  const ng_sentence *s = l->sentence;
  uint32_t n = s->unit_end - s->unit;
  for (uint32_t i = 0; i < n; i++) {
    const ng_node *node = &l->parser.nodes[i];
    ng_unit *unit = &doc->units.at[s->unit + i];
    unit->head = node->head == n ? NG_NONE : s->unit + node->head;
    unit->label = m->relations[node->label - 1];
  }
  l->sentence = NULL;
}

/* The first sentence from *next on that is of the kind and not quiet. */
static const ng_sentence *
next_sentence(const ng_doc *doc, bool is_short, uint32_t *next)
{
  while (*next < doc->sentences.n) {
    const ng_sentence *s = &doc->sentences.at[(*next)++];
    uint32_t n = s->unit_end - s->unit;
    if (n && (n <= SHORT) == is_short)
      return s;
  }
  return NULL;
}

static void
parse_in(const ng_model *m, ng_doc *doc, lane *lanes, uint32_t n_lanes,
         uint8_t *tags)
{
  uint32_t next = 0;
  for (bool busy = true; busy;) {
    busy = false;
    for (uint32_t k = 0; k < n_lanes; k++) {
      lane *l = &lanes[k];
      if (!l->sentence) {
        l->sentence = next_sentence(doc, n_lanes > 1, &next);
        if (l->sentence)
          start_sentence(m, doc, l, tags);
      }
      if (l->sentence && !ng_parser_step(&l->parser, m))
        end_sentence(m, doc, l);
      busy |= l->sentence != NULL || next < doc->sentences.n;
    }
  }
}

static ng_status
parse_all(const ng_model *m, ng_doc *doc, ng_error *err)
{
  uint32_t longest = longest_sentence(doc);
  uint8_t *tags = NG_NEW(&doc->arena, uint8_t, longest + 1);
  lane *lanes = NG_NEW(&doc->arena, lane, LANES);
  bool fits = tags && lanes;
  for (uint32_t k = 0; fits && k < LANES; k++)
    fits = ng_parser_room(&lanes[k].parser, longest < SHORT ? longest : SHORT,
                          &doc->arena);
  if (fits)
    parse_in(m, doc, lanes, LANES, tags);
  if (fits && longest > SHORT) {
    fits = ng_parser_room(&lanes->parser, longest, &doc->arena);
    if (fits)
      parse_in(m, doc, lanes, 1, tags);
  }
  return fits
             ? NG_OK
             : ng_fail(err, NG_ERR_LIMIT, 0, "too many words to tag and parse");
}

ng_status
ng_parse(const ng_context *context, ng_doc *doc, ng_error *err)
{
  const ng_model *m = context->model;
  doc->branches = NULL;
  doc->syntax = NULL;
  if (!m || doc->units.n == 0)
    return NG_OK;
  if (!m->encoder) /* else done with the tags */
    NG_TRY(parse_all(m, doc, err));
  for (uint32_t i = 0; i < doc->sentences.n; i++)
    ng_mend_sentence(doc, &doc->sentences.at[i]);
  return NG_OK;
}
