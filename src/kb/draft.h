/* draft.h - a knowledge base in the making: what the sources say, before it is
 * laid out as a file.
 *
 * Importers (turtle.c, tsv.c) add to a draft; build.c turns it into a file.
 * Entities are known by Q-number or IRI and numbered as they first occur, so
 * that the same sources in the same order make the same draft.
 *
 * Everything is in the draft's arena; strings must live as long as the draft:
 * copy what does not with ng_draft_copy().  A function that adds returns false
 * (or NG_NONE) when memory is spent.
 */
#ifndef NG_KB_DRAFT_H
#define NG_KB_DRAFT_H

#include "kb/format.h"

#define NG_NO_ENTITY UINT32_MAX

/* How sure a source is of a type: the surest one stays. */
typedef enum {
  NG_TYPE_UNKNOWN,
  NG_TYPE_GUESSED, /* from words of the description */
  NG_TYPE_BY_CLASS,
  NG_TYPE_DECLARED
} ng_type_evidence;

typedef struct {
  ng_str iri; /* empty where `qid` gives it */
  ng_str label;
  ng_str words;
  uint32_t qid;
  uint32_t interest;   /* see popularity.h */
  uint16_t popularity; /* 0 to 1000 as a source gives it; else UINT16_MAX */
  uint16_t flags;      /* NG_ENTITY_... */
  uint8_t type, evidence;
  uint8_t source;   /* last dump that has it, as draft->n_sources counts */
  bool given_names; /* a source names its surname or given name: make none */
} ng_draft_entity;

typedef struct {
  ng_str text;
  uint32_t entity;
  uint16_t kinds;    /* NG_NAME_... */
  uint16_t validity; /* index into `validities` */
  uint8_t cases;     /* NG_CASE_..., 0: as written */
  uint8_t flags;     /* NG_CANDIDATE_..., NG_DRAFT_FORCED */
  uint32_t count;    /* how often it was seen to mean the entity; 0: unknown */
} ng_draft_name;

/* The name is weak whatever else says so: a source marks it. */
enum { NG_DRAFT_FORCED = 0x80 };

typedef struct {
  uint32_t subject, object, rel;
} ng_draft_relation;

/* What became of a source's rows. */
typedef struct {
  uint64_t rows, used, skipped;
} ng_draft_counts;

/* Hears of what is skipped: a person's sentence, with file and line. */
typedef void ng_complain_fn(void *to, const char *source, uint64_t line,
                            const char *why);

typedef struct {
  ng_arena arena;
  NG_VEC(ng_draft_entity) entities;
  NG_VEC(ng_draft_name) names;
  NG_VEC(ng_draft_relation) relations;
  NG_VEC(ng_draft_relation) classes; /* entity, class; for its type */
  NG_VEC(ng_holding) holdings;
  NG_VEC(ng_kb_validity_record) validities; /* [0] is "always" */
  uint32_t *slots; /* hash table of entities: index + 1, 0 empty */
  uint32_t n_slots;

  bool is_overlay;   /* keep entities without a label: another base has it */
  uint8_t n_sources; /* dumps read, modulo 256 */
  const char *langs; /* of names taken from Wikidata: "en,de"; NULL: "en" */
  uint32_t min_sitelinks; /* entities with fewer articles are dropped */

  /* Called now and then while a table or dump is read, with the bytes of the
   * file that are done; may be NULL. */
  void (*progress)(void *to, uint64_t bytes, uint64_t rows);
  void *progress_to;

  ng_complain_fn *complain; /* may be NULL */
  void *complain_to;
  ng_draft_counts counts; /* of all sources */
  uint64_t n_dropped;     /* entities that a source has and nobody needs */
  uint64_t n_no_entity;   /* relations and holdings dropped by the builder:
                             an end is no known entity */
} ng_draft;

/* Start an empty draft that may use `budget` bytes. */
ng_status ng_draft_init(ng_draft *draft, size_t budget, ng_error *err);
void ng_draft_release(ng_draft *draft);

/* The entity of that Q-number or IRI, made if new. */
uint32_t ng_draft_qid(ng_draft *draft, uint32_t qid);
uint32_t ng_draft_iri(ng_draft *draft, ng_str iri);

/* Name an entity.  The first label stays; a further one is an alias. */
bool ng_draft_label(ng_draft *draft, uint32_t entity, ng_str text);
bool ng_draft_name_add(ng_draft *draft, ng_draft_name name);

void ng_draft_type(ng_draft *draft, uint32_t entity, ng_type type,
                   ng_type_evidence evidence);

bool ng_draft_relate(ng_draft *draft, uint32_t subject, ng_rel rel,
                     uint32_t object);

/* Note that `entity` is an instance of `class`, another entity. */
bool ng_draft_class(ng_draft *draft, uint32_t entity, uint32_t class);

/* Add a holding; office, jurisdiction may be NG_NO_ENTITY. */
bool ng_draft_hold(ng_draft *draft, ng_holding holding);

/* The index of that interval, made if new; 0, "always", when open on both
 * sides or when there are too many intervals. */
uint16_t ng_draft_validity(ng_draft *draft, ng_date from, ng_date until);

/* A copy of `text` in the draft; {NULL, 0} when memory is spent. */
ng_str ng_draft_copy(ng_draft *draft, ng_str text);

/* Count a row of a file of which `bytes` are read, and tell of progress. */
void ng_draft_row(ng_draft *draft, uint64_t bytes);

/* Count a row as skipped and say why. */
__attribute__((format(printf, 4, 5))) void ng_draft_skip(ng_draft *draft,
                                                         const char *source,
                                                         uint64_t line,
                                                         const char *why, ...);

#endif /* NG_KB_DRAFT_H */
