/* eval_segmenting.c - newsgraph eval segmenting GOLD.conllu...
 *
 * The text is rebuilt from the treebank, paragraph by paragraph, segmented
 * anew, and compared: a token or a sentence is right if both its ends are, as
 * in the CoNLL 2018 shared task.  Hyphenated words count by their parts, as
 * treebanks have them.  Syntactic words are compared where they are a slice of
 * the text ("do|n't"), else their surface token.
 */
#include "cli/eval.h"
#include "cli/lines.h"
#include "core/vec.h"
#include "text/token.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

typedef NG_VEC(ng_span) spans;

/* One document of the treebank. */
typedef struct {
  ng_arena arena;
  ng_buf text;
  spans tokens, sentences;             /* as they should be */
  spans found_tokens, found_sentences; /* as they were found */
  uint32_t first;                      /* token that starts the open sentence */
  uint32_t multi; /* id of the last word of the open multi-word token */
  uint32_t at;    /* where its next word starts; NG_NONE: no slices */
  bool space;     /* a space follows it */
  bool chosen;    /* is to be scored */
} gold;

typedef struct {
  uint64_t gold, found, right;
} count;

typedef struct {
  const char *prefix; /* of the documents to score */
  bool verbose;
  count tokens, sentences;
  uint64_t documents;
  gold doc;
} scorer;

/* --- reading -------------------------------------------------------------- */

/* Field `k` of a line, from 0. */
static ng_str
field(ng_str line, unsigned k)
{
  size_t begin = 0, end;
  for (;; begin = end + 1) {
    const char *tab = memchr(line.at + begin, '\t', line.len - begin);
    end = tab ? (size_t)(tab - line.at) : line.len;
    if (k == 0 || !tab)
      break;
    k--;
  }
  return k ? (ng_str){"", 0} : ng_str_slice(line, begin, end);
}

static bool
contains(ng_str s, const char *what)
{
  return s.len && memmem(s.at, s.len, what, strlen(what));
}

static void
start_paragraph(gold *g)
{
  while (g->text.len && g->text.at[g->text.len - 1] == ' ')
    g->text.len--;
  if (g->text.len)
    ng_buf_put(&g->text, "\n\n", 2);
}

static bool
add_token(gold *g, uint32_t begin, uint32_t end)
{
  ng_span span = {begin, end};
  return NG_PUSH(&g->arena, &g->tokens, span);
}

/* A word of an open multi-word token: the next slice of its form. */
static bool
add_part(gold *g, uint32_t id, ng_str form)
{
  uint32_t at = g->at, end = at + (uint32_t)form.len;
  if (id == g->multi)
    g->multi = 0;
  if (at == NG_NONE)
    return true;
  g->at = end;
  if (end > g->text.len || memcmp(g->text.at + at, form.at, form.len) != 0) {
    g->at = NG_NONE; /* not a slice: the rest is one token */
    end = (uint32_t)g->text.len - g->space;
  }
  return add_token(g, at, end);
}

static bool
add_word(gold *g, ng_str line)
{
  ng_str id = field(line, 0), form = field(line, 1), misc = field(line, 9);
  char *rest;
  uint32_t first = (uint32_t)strtoul(id.at, &rest, 10);
  if (*rest == '.')
    return true; /* an empty node */
  if (*rest == '\t' && g->multi)
    return add_part(g, first, form);
  uint32_t begin = (uint32_t)g->text.len;
  ng_buf_str(&g->text, form);
  bool space = !contains(misc, "SpaceAfter=No");
  if (space)
    ng_buf_char(&g->text, ' ');
  if (*rest != '-')
    return add_token(g, begin, begin + (uint32_t)form.len);
  g->multi = (uint32_t)strtoul(rest + 1, NULL, 10);
  g->at = begin;
  g->space = space;
  return true;
}

static bool
end_gold_sentence(gold *g)
{
  if (g->tokens.n == g->first)
    return true;
  ng_span s = {g->tokens.at[g->first].begin, g->tokens.at[g->tokens.n - 1].end};
  g->first = g->tokens.n;
  g->multi = 0;
  return NG_PUSH(&g->arena, &g->sentences, s);
}

/* --- scoring -------------------------------------------------------------- */

static void
show(const gold *g, char mark, ng_span s)
{
  (void)printf("%c\t", mark);
  for (uint32_t i = s.begin; i < s.end; i++)
    (void)putchar(g->text.at[i] == '\n' ? ' ' : g->text.at[i]);
  (void)putchar('\n');
}

/* Both are in order: walk them side by side. */
static void
compare(const scorer *sc, count *to, const spans *want, const spans *got)
{
  uint32_t i = 0, j = 0;
  to->gold += want->n;
  to->found += got->n;
  while (i < want->n || j < got->n) {
    ng_span a = i < want->n ? want->at[i] : (ng_span){NG_NONE, NG_NONE};
    ng_span b = j < got->n ? got->at[j] : (ng_span){NG_NONE, NG_NONE};
    if (a.begin == b.begin && a.end == b.end) {
      to->right++, i++, j++;
    } else if (a.end <= b.end) {
      if (sc->verbose)
        show(&sc->doc, '-', a);
      i++;
    } else {
      if (sc->verbose)
        show(&sc->doc, '+', b);
      j++;
    }
  }
}

/* What the segmenter made of it, hyphenated words in pieces. */
static bool
collect(gold *g, const ng_doc *doc)
{
  enum { PIECES = 64 };
  ng_span pieces[PIECES];
  for (uint32_t i = 0; i < doc->tokens.n; i++) {
    size_t n = ng_token_pieces(doc, &doc->tokens.at[i], pieces, PIECES);
    for (size_t k = 0; k < n && k < PIECES; k++)
      if (!NG_PUSH(&g->arena, &g->found_tokens, pieces[k]))
        return false;
  }
  for (uint32_t i = 0; i < doc->sentences.n; i++)
    if (!NG_PUSH(&g->arena, &g->found_sentences, doc->sentences.at[i].span))
      return false;
  return true;
}

static bool
score_document(scorer *sc)
{
  gold *g = &sc->doc;
  ng_doc *doc = NULL;
  bool ok = true;
  if (g->chosen && g->tokens.n) {
    ng_str text = {g->text.at, g->text.len};
    ok = ng_doc_new(&doc, text, SIZE_MAX, NULL) == NG_OK &&
         ng_segment(NULL, doc, NULL) == NG_OK && collect(g, doc);
    if (ok) {
      compare(sc, &sc->tokens, &g->tokens, &g->found_tokens);
      compare(sc, &sc->sentences, &g->sentences, &g->found_sentences);
    }
    sc->documents++;
    ng_doc_free(doc);
  }
  ng_arena_release(&g->arena);
  ng_arena_init(&g->arena, SIZE_MAX);
  ng_buf_release(&g->text);
  *g = (gold){.arena = g->arena};
  return ok;
}

static bool
read_comment(scorer *sc, ng_str line)
{
  static const char newdoc[] = "# newdoc id = ";
  gold *g = &sc->doc;
  bool document = contains(line, "# newdoc");
  if (document) {
    if (!score_document(sc))
      return false;
    size_t skip = sizeof newdoc - 1, n = strlen(sc->prefix);
    g->chosen = n == 0 || (line.len >= skip + n &&
                           !memcmp(line.at + skip, sc->prefix, n));
  }
  if (contains(line, "# newpar"))
    start_paragraph(g);
  return true;
}

static bool
read_line(scorer *sc, ng_str line)
{
  gold *g = &sc->doc;
  if (line.len && line.at[0] == '#')
    return read_comment(sc, line);
  if (line.len == 0)
    return end_gold_sentence(g);
  return !g->chosen || add_word(g, line);
}

/* A word's line has ten fields, the first a number. */
static bool
is_word_line(ng_str line)
{
  size_t tabs = 0;
  for (size_t i = 0; i < line.len; i++)
    tabs += line.at[i] == '\t';
  return tabs == 9 && line.at[0] >= '0' && line.at[0] <= '9';
}

static bool
score_file(scorer *sc, const char *path)
{
  cli_lines lines;
  ng_str line;
  bool ok = true, bad = false;
  if (!cli_lines_open(&lines, path))
    return false;
  sc->doc.chosen = !*sc->prefix;
  while (ok && cli_lines_next(&lines, &line)) {
    if (line.len && line.at[0] != '#' && !is_word_line(line)) {
      (void)fprintf(stderr, "newsgraph: %s:%zu: not a line of CoNLL-U\n", path,
                    lines.n);
      bad = true;
      continue;
    }
    ok = read_line(sc, line);
  }
  ok = ok && end_gold_sentence(&sc->doc) && score_document(sc);
  if (!ok)
    (void)fprintf(stderr, "newsgraph: %s: out of memory\n", path);
  return cli_lines_close(&lines) && ok && !bad;
}

/* --- the command ---------------------------------------------------------- */

static void
print_count(const char *name, const count *c)
{
  double p = c->found ? 100.0 * (double)c->right / (double)c->found : 0;
  double r = c->gold ? 100.0 * (double)c->right / (double)c->gold : 0;
  (void)printf("%s precision\t%.2f\n%s recall\t%.2f\n%s f1\t%.2f\n", name, p,
               name, r, name, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static const char usage[] =
    "Usage: newsgraph eval segmenting [--doc PREFIX] [--errors] GOLD...\n\n"
    "Rebuild the text of CoNLL-U files (plain or gzipped), segment it, and\n"
    "print precision, recall and F1 (percent) of tokens and sentences.\n\n"
    "  --doc PREFIX  only documents whose id starts so (GUM_news)\n"
    "  --errors      print what was missed (-) and made up (+) before that\n";

int
eval_segmenting(int argc, char **argv)
{
  scorer sc = {.prefix = ""};
  int i = 1, status = 0;
  for (; i < argc && argv[i][0] == '-'; i++) {
    if (strcmp(argv[i], "--help") == 0) {
      (void)fputs(usage, stdout);
      return 0;
    }
    if (strcmp(argv[i], "--errors") == 0)
      sc.verbose = true;
    else if (strcmp(argv[i], "--doc") == 0 && i + 1 < argc)
      sc.prefix = argv[++i];
    else
      break;
  }
  if (i == argc || argv[i][0] == '-') {
    (void)fprintf(stderr, "newsgraph: eval segmenting: %s\n%s",
                  i == argc ? "no file given" : "unknown option", usage);
    return 2;
  }
  ng_arena_init(&sc.doc.arena, SIZE_MAX);
  for (; i < argc; i++)
    status |= !score_file(&sc, argv[i]);
  if (!sc.documents) {
    if (!status)
      (void)fputs("newsgraph: eval segmenting: no document of a treebank\n",
                  stderr);
    ng_arena_release(&sc.doc.arena);
    return 1;
  }
  (void)printf("documents\t%llu\n", (unsigned long long)sc.documents);
  print_count("token", &sc.tokens);
  print_count("sentence", &sc.sentences);
  return status;
}
