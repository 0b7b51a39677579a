/* newsgraph.h - the public interface of libnewsgraph: news in, RDF out.
 *
 *   ng_kb_open()       map a knowledge base
 *   ng_annotator_new() bases + options: what every article is read with
 *   ng_reader_open()   articles from files, or ng_doc_new() from memory
 *   ng_annotate()      run the stages over one article
 *   ng_doc_mentions()  look at what was found
 *   ng_graph_*()       or write it as RDF
 *
 * Text is UTF-8.  Offsets and lengths count bytes of a document's text unless
 * a comment says otherwise; a span is half-open, [begin, end).
 *
 * Errors: a function that can fail returns a ng_status and, if `err` is not
 * NULL, says why in it.  The library never prints and never exits.
 *
 * Memory: what a document owns dies with ng_doc_free().  A ng_str borrows; it
 * is valid as long as whatever it was taken from.
 *
 * Threads: a ng_kb and a ng_annotator are read-only once made and may be
 * shared; every other object belongs to one thread at a time.
 */
#ifndef NG_H
#define NG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define NG_API __attribute__((visibility("default")))

typedef enum {
  NG_OK = 0,
  NG_END,         /* no more input; not an error */
  NG_ERR_USAGE,   /* the caller passed something impossible */
  NG_ERR_IO,      /* the system refused; see errno */
  NG_ERR_SYNTAX,  /* the input is malformed; see ng_error.offset */
  NG_ERR_CORRUPT, /* a knowledge-base or model file fails its own checks */
  NG_ERR_LIMIT,   /* a document outgrew its memory budget */
} ng_status;

/* A short English noun phrase, such as "malformed input".  Never NULL. */
NG_API const char *ng_status_text(ng_status status);

typedef struct {
  ng_status status;
  uint64_t offset; /* byte in the input, or 0 */
  char text[200];  /* complete sentence for a person, no newline */
} ng_error;

/* The program's version, "MAJOR.MINOR.PATCH". */
NG_API const char *ng_version(void);

/* A borrowed, read-only run of bytes; not NUL-terminated. */
typedef struct {
  const char *at;
  size_t len;
} ng_str;

typedef struct {
  uint32_t begin, end;
} ng_span;

/* --- knowledge bases ------------------------------------------------------ */

typedef struct ng_kb ng_kb;

/* Map the knowledge base at `path`.  A file that is damaged, truncated,
 * foreign or of a newer format fails with NG_ERR_CORRUPT and is never read out
 * of its bounds.  A source (mine.ttl: RDF, known by its name) is compiled in
 * memory: small ones in milliseconds.  The caller owns *out and ends it with
 * ng_kb_close(), after everything that borrows from it. */
NG_API ng_status ng_kb_open(ng_kb **out, const char *path, ng_error *err);

/* The same over `size` bytes at `bytes` (64-byte aligned), which must outlive
 * the base. */
NG_API ng_status ng_kb_open_memory(ng_kb **out, const void *bytes, size_t size,
                                   ng_error *err);

/* Unmap `kb`, which may be NULL. */
NG_API void ng_kb_close(ng_kb *kb);

/* Where the built-in knowledge base is: $NEWSGRAPH_KB if set, else the
 * file beside the program (in a build tree), else the installed one. */
NG_API const char *ng_kb_default_path(void);

/* --- options -------------------------------------------------------------- */

typedef enum {
  NG_MENTIONS_NAMES,    /* names, demonyms, metonyms */
  NG_MENTIONS_CONCEPTS, /* also lower-case concepts of the base */
  NG_MENTIONS_ALL,      /* also "the president" and pronouns */
} ng_mention_choice;

typedef enum { NG_CODEPOINTS, NG_BYTES, NG_UTF16 } ng_offset_unit;

typedef enum {
  NG_TURTLE,
  NG_NTRIPLES,
  NG_NQUADS,
  NG_TRIG,
  NG_JSONLD,
  NG_RDFXML,
} ng_format;

typedef enum {
  NG_PROFILE_FACTS, /* article, entities, claims, offices, events, evidence */
  NG_PROFILE_FULL,  /* also every mention */
  NG_PROFILE_NIF,   /* what NIF tools read: a context and its mentions */
  NG_PROFILE_OA,    /* mentions as W3C Web Annotations */
  NG_PROFILE_FISE,  /* mentions as Apache Stanbol wrote them */
} ng_profile;

typedef enum {
  NG_INPUT_AUTO, /* by content */
  NG_INPUT_TEXT, /* one article, whatever it looks like */
  NG_INPUT_JSON, /* an object a line */
} ng_input_choice;

typedef struct {
  size_t budget;              /* bytes one article may use; default 256 MiB */
  ng_mention_choice mentions; /* default NG_MENTIONS_CONCEPTS */
  double min_confidence;      /* 0 to 1: weaker links are dropped; default 0 */
  const char *types;          /* "person,place": show mentions of no others */
  const char *not_types;      /* nor of these; default NULL: show all */
  ng_input_choice input;      /* default NG_INPUT_AUTO */
  const char *lang;           /* overrules the articles' own; default NULL */
  const char *date;           /* YYYY-MM-DD, likewise */
  const char *url;            /* likewise */
  ng_offset_unit offsets;     /* of ng_doc_mentions(); default NG_CODEPOINTS */
  const char *base;           /* minted IRIs start with it; an IRI, no '#' */
  ng_profile profile;         /* default NG_PROFILE_FACTS */
  bool with_text;             /* write nif:isString in every profile */
  bool schema_http;           /* http://schema.org/, not https */
  bool every_sentence;        /* parse also those that can tell of nothing */
  bool keep_candidates;       /* remember every candidate, for explaining */
  unsigned threads;           /* 0: one a core; default 1 */

  /* Tags and parses, so that events and claims are found: "deep", "fast" or a
   * file; "none": only names, offices and times. Default NULL: the built-in
   * model where it is installed, else none. */
  const char *model;
  /* Files with patterns of events, besides the built-in ones; only read while
   * an annotator is made. Default none. */
  const char *const *lexicons;
  size_t n_lexicons;
} ng_options;

/* Set every field to its default. */
NG_API void ng_options_init(ng_options *options);

/* --- articles ------------------------------------------------------------- */

typedef struct ng_doc ng_doc;

/* Make a document from `text`, which it copies: its text is `text` with every
 * invalid UTF-8 sequence replaced by U+FFFD, as Python's
 * decode("utf-8", "replace") does.  A leading `date YYYY-MM-DD` (and white
 * space) is the publication date; it stays in the text, so offsets count it.
 * The document, with all that later stages add to it, may use at most `budget`
 * bytes.
 *
 * On success the caller owns *out and frees it with ng_doc_free().
 * Fails with NG_ERR_LIMIT if `text` does not fit the budget or is 4 GiB or
 * longer.
 */
NG_API ng_status ng_doc_new(ng_doc **out, ng_str text, size_t budget,
                            ng_error *err);

/* An article and what is known about it.  Everything but `text` may be empty.
 * `date` is YYYY-MM-DD and overrules a date in the text; `lang` is a language
 * tag, such as "en". */
typedef struct {
  ng_str text, title, id, url, date, lang;
} ng_article;

/* The same with a title of its own and the facts; fails with NG_ERR_USAGE if
 * the date is none. */
NG_API ng_status ng_doc_new_article(ng_doc **out, const ng_article *article,
                                    size_t budget, ng_error *err);

/* Free `doc` and everything in it.  `doc` may be NULL. */
NG_API void ng_doc_free(ng_doc *doc);

/* Facts about the article, each copied; an empty string unsets.  `date` is
 * YYYY-MM-DD; `url` without the white space around it. */
NG_API ng_status ng_doc_set_id(ng_doc *doc, ng_str id, ng_error *err);
NG_API ng_status ng_doc_set_url(ng_doc *doc, ng_str url, ng_error *err);
NG_API ng_status ng_doc_set_date(ng_doc *doc, ng_str date, ng_error *err);

/* A span of the body, or of a separate title: from its first character. */
typedef struct {
  uint32_t begin, end;
  bool in_title;
} ng_wanted_span;

/* Link these `n` spans, whose offsets count `unit`, and no others: each becomes
 * a mention, linked where a base has it, else as a name that no base knows.  In
 * any order.  Fails with NG_ERR_USAGE for a span that is empty, out of range,
 * cuts a character or overlaps another: err->offset is then its index; and
 * after ng_annotate(), which they would come too late for. */
NG_API ng_status ng_doc_set_spans(ng_doc *doc, const ng_wanted_span *spans,
                                  size_t n, ng_offset_unit unit, ng_error *err);

/* The article's identifier: its own, or the name of the file it came from. */
NG_API ng_str ng_doc_id(const ng_doc *doc);

/* Write the publication date, YYYY-MM-DD, with a final NUL; its length, 0 if it
 * is unknown. */
enum { NG_DATE_ROOM = 11 };
NG_API size_t ng_doc_date(const ng_doc *doc, char out[NG_DATE_ROOM]);

/* The bytes `span` covers, as far as they are in the text.  Borrowed from
 * `doc`. */
NG_API ng_str ng_doc_text(const ng_doc *doc, ng_span span);

/* How many invalid UTF-8 sequences were replaced, and the byte offset of the
 * first in *first, if there is one. */
NG_API size_t ng_doc_invalid(const ng_doc *doc, uint64_t *first);

/* Articles from one input: plain text, or JSON lines, plain or compressed, told
 * apart by content. */
typedef struct ng_reader ng_reader;

/* Open `path` ("-": standard input).  The options must outlive *out, which the
 * caller owns. */
NG_API ng_status ng_reader_open(ng_reader **out, const char *path,
                                const ng_options *options, ng_error *err);

/* The next article in *out, which the caller owns; NG_END after the last.
 * After NG_ERR_SYNTAX or NG_ERR_LIMIT one article is lost and the next call
 * goes on behind it; after NG_ERR_IO or NG_ERR_CORRUPT the input has ended. */
NG_API ng_status ng_reader_next(ng_reader *reader, ng_doc **out, ng_error *err);

/* Close the input.  `reader` may be NULL. */
NG_API void ng_reader_close(ng_reader *reader);

/* --- annotating ----------------------------------------------------------- */

typedef struct ng_annotator ng_annotator;

/* Annotate articles with the bases at kbs[0] to kbs[n_kbs - 1], the last
 * overruling those before it.  The bases and the strings in the options must
 * outlive *out, which the caller ends with ng_annotator_free().  Fails with
 * NG_ERR_USAGE if an option is out of its range. */
NG_API ng_status ng_annotator_new(ng_annotator **out, ng_kb *const *kbs,
                                  size_t n_kbs, const ng_options *options,
                                  ng_error *err);

NG_API void ng_annotator_free(ng_annotator *annotator);

/* Run every stage over `doc`.  Idempotent. */
NG_API ng_status ng_annotate(const ng_annotator *annotator, ng_doc *doc,
                             ng_error *err);

typedef enum {
  NG_KIND_NAME,
  NG_KIND_DEMONYM,
  NG_KIND_METONYM,
  NG_KIND_TITLE,
  NG_KIND_NOMINAL,
  NG_KIND_PRONOUN,
} ng_mention_kind;

/* "name", "demonym", ...  Never NULL. */
NG_API const char *ng_mention_kind_text(ng_mention_kind kind);

/* What a caller sees of a mention.  Strings are borrowed: from the document
 * or from a knowledge base. */
typedef struct {
  uint32_t begin, end; /* in the unit asked for, from the part's first byte */
  bool in_title;       /* spans of a separate title count from its start */
  ng_str text;
  ng_str id;        /* "Q403"; empty if not linked or not in Wikidata */
  ng_str iri;       /* never empty */
  ng_str label;     /* of the entity */
  const char *type; /* "Country", "Person", ...; NULL if unknown */
  ng_mention_kind kind;
  double confidence; /* 0 to 1 */
  ng_str denotes;    /* IRI of a metonym's intended referent, or empty */
} ng_mention_view;

typedef struct {
  const ng_mention_view *at;
  size_t n;
} ng_mention_list;

/* The mentions of `doc`, in text order, with offsets in the options' unit.
 * They are borrowed from `doc` and the bases. */
NG_API ng_status ng_doc_mentions(const ng_annotator *annotator, ng_doc *doc,
                                 ng_mention_list *out, ng_error *err);

/* --- RDF out -------------------------------------------------------------- */

/* Takes `len` bytes at `at`; false if it cannot, which ends the writing with
 * NG_ERR_IO. */
typedef bool ng_write_fn(void *to, const char *at, size_t len);

typedef struct ng_graph_writer ng_graph_writer;

/* Where a graph goes, and how. */
typedef struct {
  ng_format format;
  ng_write_fn *write;
  void *to; /* handed to `write` */
} ng_graph_sink;

/* Begin a graph: write prefixes, and the run that every article points to.  The
 * annotator must outlive *out.  Fails with NG_ERR_USAGE for a format that is
 * none. */
NG_API ng_status ng_graph_writer_new(ng_graph_writer **out,
                                     const ng_annotator *annotator,
                                     const ng_graph_sink *sink, ng_error *err);

/* Write one annotated article. */
NG_API ng_status ng_graph_write(ng_graph_writer *writer, ng_doc *doc,
                                ng_error *err);

/* Write what the format still needs and free the writer, also on failure. */
NG_API ng_status ng_graph_writer_end(ng_graph_writer *writer, ng_error *err);

#ifdef __cplusplus
}
#endif

#endif /* NG_H */
