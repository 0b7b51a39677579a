/* model.h - a `fast` model: weights of the tagger and the parser, word list,
 * lemmas, and how it was made.  A read-only map of a file; any number of
 * threads may share one.
 *
 *   0    "NGMODEL\n"
 *   8    u32 version    u32 0x01020304, to tell the byte order
 *   16   u64 size of the file
 *   24   u64 checksum of all that follows byte 32
 *   32   NG_MODEL_SECTIONS times {u64 offset, u64 length}
 *   ...  the sections, each at a multiple of 64:
 *
 *   INFO      key NUL value NUL ...
 *   TAGS      {u8 upos, u8 xpos} a tag
 *   RELATIONS u8 a label; the first is root
 *   WORDS     2^n slots of ng_model_word, open addressing by form hash
 *   TAGGER    2^n rows of 64 int8: a weight a tag
 *   ACTIONS   2^n rows of 2 int8: weights of left and right, over shift
 *   LABELS    2^n rows of 64 int8: a weight a label
 *   SURE      2^n u32: labels that need no weighing, see sure.h
 *   RULES     ng_lemma_rule, sorted by their bytes
 *   LEMMAS    ng_lemma_word, sorted by tag and form
 *   STRINGS   the forms and lemmas of LEMMAS
 *   HUNCHES   2^n rows of 2 int8, as of ACTIONS: see ng_hunch_ask()
 *
 * Any content of the tables is safe: rows are found by hashes cut to their
 * number, and every other number is checked when the file is opened.
 */
#ifndef NG_MODEL_H
#define NG_MODEL_H

#include "core/str.h"
#include "doc.h"
#include "text/encode.h"
#include "text/score.h"
#include "text/ud.h"
#include "text/wordform.h"

enum { NG_MODEL_VERSION = 4, NG_MODEL_ORDER = 0x01020304 };

typedef enum {
  NG_MODEL_INFO,
  NG_MODEL_TAGS,
  NG_MODEL_RELATIONS,
  NG_MODEL_WORDS,
  NG_MODEL_TAGGER,
  NG_MODEL_ACTIONS,
  NG_MODEL_LABELS,
  NG_MODEL_SURE,
  NG_MODEL_RULES,
  NG_MODEL_LEMMAS,
  NG_MODEL_STRINGS,
  NG_MODEL_HUNCHES,
  NG_MODEL_SECTIONS
} ng_model_section;

typedef struct {
  char magic[8];
  uint32_t version, order;
  uint64_t size, checksum;
  struct {
    uint64_t offset, length;
  } sections[NG_MODEL_SECTIONS];
} ng_model_head;

typedef struct {
  uint32_t form;      /* hash; 0: an empty slot */
  uint32_t ambiguity; /* hash of the tags it takes */
  uint16_t cluster;
  uint8_t tag; /* the one it always takes, or NG_NO_TAG */
  uint8_t unused;
} ng_model_word;

typedef struct {
  uint8_t upos, xpos;
} ng_tag_pair;

/* Words of `xpos` that end in `suffix`: take `strip` bytes off, put `append`
 * on.  The longest suffix wins. */
enum { NG_RULE_SUFFIX = 6, NG_RULE_APPEND = 4 };
typedef struct {
  uint8_t xpos, n_suffix;
  char suffix[NG_RULE_SUFFIX]; /* from its last byte to its first, then 0 */
  uint8_t strip, n_append;
  char append[NG_RULE_APPEND];
} ng_lemma_rule;

/* An exception: `form` (lower case), then its lemma, in STRINGS. */
typedef struct {
  uint32_t offset;
  uint8_t xpos, n_form, n_lemma, unused;
} ng_lemma_word;

typedef struct {
  uint32_t begin, end;
} ng_model_range;

enum { NG_LEMMA_BITS = 8192 };

struct ng_model {
  ng_str bytes;
  bool mapped; /* `bytes` is ours */
  ng_str sections[NG_MODEL_SECTIONS];
  const ng_tag_pair *tags;
  const uint8_t *relations;
  uint32_t n_tags, n_relations;
  uint8_t joint[NG_N_UPOS][NG_N_XPOS]; /* index of a tag, or NG_NO_TAG */
  uint8_t name_tag; /* of a merged name: PROPN/NNP, or NG_NO_TAG */
  const ng_model_word *words;
  uint32_t word_mask;
  const ng_wide_row *tagger, *labels;
  const ng_pair_row *actions;
  const ng_pair_row *hunches; /* NULL while training, as is `sure` */
  const uint32_t *sure;
  unsigned tagger_bits, label_bits, action_bits, hunch_bits, sure_bits;
  const ng_lemma_rule *rules;
  const ng_lemma_word *lemmas;
  uint32_t n_rules, n_lemmas;
  ng_model_range rules_of[NG_N_XPOS], lemmas_of[NG_N_XPOS]; /* by tag */
  /* What tells at once that there is none: of the exceptions a bit each, see
   * ng_lemma_bit(), of the rules their last letters, from bit 'a' & 31 on. */
  uint64_t lemma_bits[NG_LEMMA_BITS / 64];
  uint32_t rule_ends[NG_N_XPOS];
  ng_wide_sum *sum;
  ng_encoder *encoder; /* of a deep model, which has no words and no tables of
                        * weights of its own here; else NULL */
};

/* Map the model at `path`, a fast or a deep one.  A file that is damaged,
 * truncated, foreign or of another version is NG_ERR_CORRUPT.  The caller owns
 * *out and ends it with ng_model_close(). */
ng_status ng_model_open(ng_model **out, const char *path, ng_error *err);

/* The same over bytes (64-byte aligned) that outlive the model. */
ng_status ng_model_open_memory(ng_model **out, ng_str bytes, ng_error *err);

/* Unmap `model`, which may be NULL. */
void ng_model_close(ng_model *model);

/* Copy the tables into memory of large pages, where the system gives them: a
 * tenth faster for a corpus, not worth it for an article.  Costs the model's
 * size in private memory; without it, nothing changes. */
void ng_model_spread(ng_model *model);

/* What is known of the model: "name", "data", "licence", ...; or empty. */
ng_str ng_model_info(const ng_model *model, const char *key);

/* Entry `i` of what is known; false past the last. */
bool ng_model_info_at(const ng_model *model, uint32_t i, ng_str *key,
                      ng_str *value);

/* Where the model called `name` is: a path as it is; "fast": $NEWSGRAPH_FAST if
 * set, else the file beside the program, else the installed one; "deep":
 * likewise, by $NEWSGRAPH_DEEP. */
const char *ng_model_path(const char *name);

/* Is there a deep model: is this program made with it, and its file there? */
bool ng_model_has_deep(void);

/* "deep" where there is one, else "fast": what reads articles unless told. */
const char *ng_model_default(void);

/* Read a word, and ask for its place in the model's dictionary; then what that
 * says of it.  Two steps, as the place is far away in memory. */
void ng_model_spell(const ng_model *model, ng_str text, ng_form *out);
void ng_model_know(const ng_model *model, ng_form *out);

/* The tag of this class: the very pair, else the commonest of the upos. */
uint8_t ng_model_tag(const ng_model *model, unsigned upos, unsigned xpos);

/* The tag of an encoded word of this ng_unit_kind: a merged name or date is a
 * proper noun, by its making. */
static inline uint8_t
ng_model_encoded_tag(const ng_model *m, const ng_encoded *word, unsigned kind)
{
  bool proper = kind == NG_UNIT_NAME || kind == NG_UNIT_DATE;
  return proper && m->name_tag != NG_NO_TAG ? m->name_tag : word->tag;
}

/* What tells this model from any other: its file's checksum. */
uint64_t ng_model_identity(const ng_model *model);

/* The checksum that a file of these bytes must have. */
uint64_t ng_model_checksum(ng_str file);

#endif /* NG_MODEL_H */
