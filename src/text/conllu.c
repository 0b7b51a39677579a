#include "text/conllu.h"
#include "core/fail.h"

ng_str
ng_conllu_column(ng_str line, unsigned k)
{
  for (size_t begin = 0;;) {
    size_t rest = line.len - begin;
    const char *tab = rest ? memchr(line.at + begin, '\t', rest) : NULL;
    size_t end = tab ? (size_t)(tab - line.at) : line.len;
    if (k == 0)
      return ng_str_slice(line, begin, end);
    if (!tab)
      return (ng_str){"", 0};
    k--;
    begin = end + 1;
  }
}

bool
ng_conllu_line(ng_str *rest, ng_str *line)
{
  if (rest->len == 0)
    return false;
  const char *end = memchr(rest->at, '\n', rest->len);
  size_t n = end ? (size_t)(end - rest->at) : rest->len;
  *line = ng_str_slice(*rest, 0, n);
  *rest = ng_str_slice(*rest, n + (end != NULL), rest->len);
  if (line->len && line->at[line->len - 1] == '\r')
    line->len--;
  return true;
}

bool
ng_conllu_is_word(ng_str line)
{
  size_t i = 0;
  while (i < line.len && line.at[i] >= '0' && line.at[i] <= '9')
    i++;
  return i > 0 && i < line.len && line.at[i] == '\t';
}

/* A number up to `limit`; false if it is none or larger. */
static bool
read_number(ng_str s, uint32_t limit, uint32_t *out)
{
  uint64_t x = 0;
  for (size_t i = 0; i < s.len; i++) {
    if (s.at[i] < '0' || s.at[i] > '9' || x > limit)
      return false;
    x = x * 10 + (uint64_t)(s.at[i] - '0');
  }
  *out = (uint32_t)x;
  return s.len > 0 && x <= limit;
}

static bool
is_blank(ng_str s)
{
  return s.len == 0 || ng_str_equal(s, NG_LIT("_"));
}

static ng_status
bad(ng_error *err, uint64_t line, const char *what, ng_str got)
{
  return ng_fail(err, NG_ERR_SYNTAX, line, "line %llu: %s '%.*s'",
                 (unsigned long long)line, what,
                 got.len < 40 ? (int)got.len : 40, got.at);
}

/* Tags, head and label.  The head is left as written, from 1, 0 the root. */
static ng_status
read_tree(ng_str line, uint64_t number, ng_tree_word *word, ng_error *err)
{
  ng_str upos = ng_conllu_column(line, 3), label = ng_conllu_column(line, 7);
  ng_str head = ng_conllu_column(line, 6);
  if (!is_blank(upos) && !ng_upos_find(upos, &word->upos))
    return bad(err, number, "no word class", upos);
  (void)ng_xpos_find(ng_conllu_column(line, 4), &word->xpos);
  if (!is_blank(label) && !ng_relation_find(label, &word->label))
    return bad(err, number, "no relation", label);
  if (!is_blank(head) && !read_number(head, UINT32_MAX - 1, &word->head))
    return bad(err, number, "no head", head);
  return NG_OK;
}

static ng_status
read_word(const ng_conllu *in, ng_str line, uint64_t number, ng_arena *arena,
          ng_tree *tree, ng_error *err)
{
  ng_tree_word word = {.form = ng_conllu_column(line, 1),
                       .lemma = ng_conllu_column(line, 2),
                       .misc = ng_conllu_column(line, 9),
                       .upos = NG_N_UPOS,
                       .label = NG_N_RELATIONS};
  uint32_t id = 0;
  ng_str first = ng_conllu_column(line, 0);
  if (!read_number(first, UINT32_MAX - 1, &id) || id != tree->words.n + 1)
    return bad(err, number, "out of order: word", first);
  if (word.form.len == 0)
    return bad(err, number, "no form in", line);
  if (!in->words_only)
    NG_TRY(read_tree(line, number, &word, err));
  if (!NG_PUSH(arena, &tree->words, word))
    return ng_fail(err, NG_ERR_LIMIT, number, "no memory for a sentence");
  return NG_OK;
}

/* Heads to indices; every one must be in the sentence. */
static ng_status
settle_heads(ng_tree *tree, ng_error *err)
{
  uint32_t n = tree->words.n;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t *head = &tree->words.at[i].head;
    if (*head > n)
      return ng_fail(err, NG_ERR_SYNTAX, tree->line,
                     "sentence at line %llu: a head is outside of it",
                     (unsigned long long)tree->line);
    *head = *head == 0 ? n : *head - 1;
  }
  return NG_OK;
}

/* Take the lines up to the next empty one. */
static bool
take_block(ng_conllu *in, ng_tree *tree)
{
  ng_str rest = ng_str_slice(in->file, in->at, in->file.len), line;
  const char *begin = NULL, *end = NULL;
  while (ng_conllu_line(&rest, &line)) {
    in->line++;
    if (line.len && !begin) {
      begin = line.at;
      tree->line = in->line - 1;
    }
    if (line.len)
      end = line.at + line.len;
    else if (begin)
      break;
  }
  in->at = in->file.len - rest.len;
  tree->block = (ng_str){begin, begin ? (size_t)(end - begin) : 0};
  return begin != NULL;
}

ng_status
ng_conllu_next(ng_conllu *in, ng_arena *arena, ng_tree *tree, ng_error *err)
{
  if (in->line == 0)
    in->line = 1;
  *tree = (ng_tree){.line = 0};
  if (!take_block(in, tree))
    return NG_END;
  ng_str rest = tree->block, line;
  for (uint64_t n = tree->line; ng_conllu_line(&rest, &line); n++)
    if (ng_conllu_is_word(line))
      NG_TRY(read_word(in, line, n, arena, tree, err));
    else if (line.at[0] != '#' && (line.at[0] < '0' || line.at[0] > '9'))
      return bad(err, n, "not CoNLL-U:", line);
  return settle_heads(tree, err);
}
