/* gold.h - annotated articles, for measuring and training linking.
 *
 * Three forms are read: ELEVANT's benchmarks (a JSON object a line: id, text,
 * evaluation_span, labels), our own annotated articles (one object: id, date,
 * text, entities), and NIF (see nif.h).  Spans count Unicode code points.
 */
#ifndef NG_GOLD_H
#define NG_GOLD_H

#include "core/arena.h"
#include "core/date.h"
#include "core/vec.h"
#include "newsgraph.h"

typedef struct {
  int64_t id;
  int64_t parent;          /* another label's id, or -1 */
  const int64_t *children; /* ids */
  size_t n_children;
  ng_span span, grown; /* code points; grown to whole words */
  uint32_t qid;        /* 0: unknown, or no entity at all */
  bool unknown;        /* <NIL>, <NO_MAPPING>, null */
  bool quantity;       /* a date or a number */
  bool optional;
  bool coref_given, coref; /* says whether it is a coreference; that it is */
  ng_str name, type;
} gold_label;

typedef struct {
  ng_str id, text;
  ng_date date;
  ng_span evaluated;     /* code points */
  const uint32_t *chars; /* the text's code points */
  uint32_t n_chars;
  gold_label *labels;
  size_t n_labels;
  uint32_t set, fold; /* which file; free for the caller */
} gold_article;

typedef struct {
  const char *path;
  uint32_t first, n; /* its articles */
  bool concepts;     /* labels lower-case concepts, too */
} gold_set;

typedef struct {
  ng_arena arena;
  NG_VEC(gold_set) sets;
  NG_VEC(gold_article) articles;
} gold;

/* Start with nothing. */
void gold_init(gold *g);
void gold_release(gold *g);

/* Add the articles of the file at `path`. */
ng_status gold_read(gold *g, const char *path, ng_error *err);

/* The same of a file of NIF; adds no set. */
ng_status gold_read_nif(gold *g, const char *path, ng_error *err);

/* Fill chars and n_chars from the text; false if memory ran out. */
bool gold_decode(gold *g, gold_article *a);

/* The byte at which code point `at` begins; the text's length beyond it. */
uint32_t gold_byte(const gold_article *a, uint32_t at);

/* The bytes of code points [span). */
ng_str gold_slice(const gold_article *a, ng_span span);

/* Hand every JSON object (a json_t) of the file at `path`, gzipped or not, to
 * `take`, which returns false if memory ran out. */
typedef bool gold_object(void *to, const void *json);
ng_status gold_each(const char *path, gold_object *take, void *to,
                    ng_error *err);

/* `span` of `a` grown to the ends of the words it touches. */
ng_span gold_grow(const gold_article *a, ng_span span);

/* The label of that id, or NULL. */
const gold_label *gold_label_by_id(const gold_article *a, int64_t id);

/* A letter or a digit of any script, as Python's str.isalnum(). */
bool gold_is_alnum(uint32_t c);

#endif /* NG_GOLD_H */
