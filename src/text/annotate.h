/* annotate.h - tag and parse sentences of words, by a model.
 *
 * What both a document's units and a treebank's words go through.
 */
#ifndef NG_ANNOTATE_H
#define NG_ANNOTATE_H

#include "text/conllu.h"
#include "text/parse.h"

/* Room for one sentence, used again and again; all zero at first. */
typedef struct {
  ng_form *forms;
  uint8_t *tags;
  ng_parser parser;
  uint32_t room;
  ng_encoding *encoding; /* of a deep model */
} ng_annotation;

/* Make room for `n` words in `arena`; false if it is spent. Ask for the longest
 * sentence first: memory is not doubled, so that a sentence as long as its
 * article fits the article's budget. */
bool ng_annotation_room(ng_annotation *a, uint32_t n, ng_arena *arena);

/* Read a word, then what the dictionary says of it: first the one for all words
 * of a sentence, then the other.  `kind` is its ng_unit_kind. */
void ng_spell_word(const ng_model *model, ng_str text, uint8_t kind,
                   ng_form *form);
void ng_know_word(const ng_model *model, ng_form *form);

/* Tag and parse the words of `tree`: classes, heads and labels are replaced.
 * The arena is for the annotation's room.  A deep model does all with the
 * tags. */
ng_status ng_tree_tag(ng_annotation *a, const ng_model *model, ng_tree *tree,
                      ng_arena *arena, ng_error *err);
void ng_tree_parse(ng_annotation *a, const ng_model *model, ng_tree *tree);

#endif /* NG_ANNOTATE_H */
