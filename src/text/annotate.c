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
ng_annotation_word(ng_annotation *a, const ng_model *m, uint32_t i, ng_str text,
                   uint8_t kind)
{
  ng_form *form = &a->forms[i];
  ng_model_form(m, text, form);
  form->kind = kind;
  if (kind == NG_UNIT_NAME || kind == NG_UNIT_DATE)
    form->tag = m->name_tag; /* a proper noun, by its making */
}

ng_status
ng_tree_tag(ng_annotation *a, const ng_model *m, ng_tree *tree, ng_arena *arena,
            ng_error *err)
{
  uint32_t n = tree->words.n;
  if (!ng_annotation_room(a, n, arena))
    return ng_fail(err, NG_ERR_LIMIT, tree->line, "no memory for a sentence");
  for (uint32_t i = 0; i < n; i++)
    ng_annotation_word(a, m, i, tree->words.at[i].form, tree->words.at[i].kind);
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
  ng_parser_start(&a->parser, a->forms, a->tags, n);
  ng_parser_run(&a->parser, m);
  for (uint32_t i = 0; i < n; i++) {
    tree->words.at[i].head = a->parser.nodes[i].head;
    tree->words.at[i].label = m->relations[a->parser.nodes[i].label - 1];
  }
}
