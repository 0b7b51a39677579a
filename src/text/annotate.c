#include "text/annotate.h"
#include "core/fail.h"
#include "text/tag.h"

bool
ng_annotation_room(ng_annotation *a, uint32_t n, ng_arena *arena)
{
  if (n <= a->room)
    return true;
  a->room = n < 64 ? 64 : n; /* not doubled: see ng_annotation_room */
  a->forms = NG_NEW(arena, ng_form, a->room);
  a->tags = NG_NEW(arena, uint8_t, a->room);
  if (a->forms && a->tags && ng_parser_room(&a->parser, a->room, arena))
    return true;
  a->room = 0;
  return false;
}

void
ng_spell_word(const ng_model *m, ng_str text, uint8_t kind, ng_form *form)
{
  ng_model_spell(m, text, form);
  form->kind = kind;
}

void
ng_know_word(const ng_model *m, ng_form *form)
{
  ng_model_know(m, form);
  if (form->kind == NG_UNIT_NAME || form->kind == NG_UNIT_DATE)
    form->tag = m->name_tag; /* a proper noun, by its making */
}

/* What the encoder found, as the tree has it. */
static void
set_words(const ng_model *m, ng_tree *tree, const ng_encoded *found)
{
  uint32_t n = tree->words.n;
  for (uint32_t i = 0; i < n; i++) {
    ng_tree_word *w = &tree->words.at[i];
    uint8_t tag = ng_model_encoded_tag(m, &found[i], w->kind);
    w->upos = m->tags[tag].upos;
    w->xpos = m->tags[tag].xpos;
    w->head = found[i].head == NG_NONE ? n : found[i].head;
    w->label = m->relations[found[i].label];
  }
}

static ng_status
encode_tree(ng_annotation *a, const ng_model *m, ng_tree *tree, ng_arena *arena,
            ng_error *err)
{
  uint32_t n = tree->words.n;
  ng_encoded *found = NG_NEW(arena, ng_encoded, n + 1);
  ng_str *words = NG_NEW(arena, ng_str, n + 1);
  if (!a->encoding)
    NG_TRY(ng_encoding_new(&a->encoding, m->encoder, arena, err));
  if (!found || !words)
    return ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory for a sentence");
  for (uint32_t i = 0; i < n; i++)
    words[i] = tree->words.at[i].form;
  ng_encoding_add(a->encoding, words, n, found);
  ng_encoding_finish(a->encoding);
  set_words(m, tree, found);
  return NG_OK;
}

ng_status
ng_tree_tag(ng_annotation *a, const ng_model *m, ng_tree *tree, ng_arena *arena,
            ng_error *err)
{
  uint32_t n = tree->words.n;
  if (m->encoder)
    return encode_tree(a, m, tree, arena, err);
  if (!ng_annotation_room(a, n, arena))
    return ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory for a sentence");
  for (uint32_t i = 0; i < n; i++)
    ng_spell_word(m, tree->words.at[i].form, tree->words.at[i].kind,
                  &a->forms[i]);
  for (uint32_t i = 0; i < n; i++)
    ng_know_word(m, &a->forms[i]);
  ng_tag_words(m, a->forms, n, a->tags);
  for (uint32_t i = 0; i < n; i++) {
    tree->words.at[i].upos = m->tags[a->tags[i]].upos;
    tree->words.at[i].xpos = m->tags[a->tags[i]].xpos;
  }
  return NG_OK;
}

void
ng_tree_parse(ng_annotation *a, const ng_model *m, ng_tree *tree)
{
  uint32_t n = tree->words.n;
  if (m->encoder)
    return; /* done with the tags */
  ng_parser_start(&a->parser, a->forms, a->tags, n);
  ng_parser_run(&a->parser, m);
  for (uint32_t i = 0; i < n; i++) {
    tree->words.at[i].head = a->parser.nodes[i].head;
    tree->words.at[i].label = m->relations[a->parser.nodes[i].label - 1];
  }
}
