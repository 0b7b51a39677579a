#include "extract/syntax/branch.h"

static bool
make_room(ng_branches *b, ng_doc *doc)
{
  uint32_t n = doc->units.n, **all[] = {&b->first, &b->next,     &b->left,
                                        &b->right, &b->sentence, &b->mention};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    *all[i] = NG_NEW(&doc->arena, uint32_t, n + 1);
    if (!*all[i])
      return false;
    memset(*all[i], 0xFF, (n + 1) * sizeof **all[i]);
  }
  b->below = NG_NEW(&doc->arena, uint64_t, n + 1);
  b->marks = NG_NEW(&doc->arena, ng_marks, n + 1);
  return b->below && b->marks;
}

/* Backwards, so that each list is in text order. */
static void
link_children(ng_branches *b)
{
  for (uint32_t i = b->doc->units.n; i-- > 0;) {
    const ng_unit *u = &b->doc->units.at[i];
    b->left[i] = b->right[i] = i;
    if (u->head == NG_NONE)
      continue;
    b->next[i] = b->first[u->head];
    b->first[u->head] = i;
    if (u->label < NG_N_RELATIONS)
      b->below[u->head] |=
          (uint64_t)1 << u->label | (uint64_t)1 << ng_relation_base(u->label);
  }
}

/* Branches grow from the leaves: a word is done when all below it are. */
static bool
reach(ng_branches *b, ng_doc *doc)
{
  uint32_t n = doc->units.n;
  uint32_t *open = NG_NEW(&doc->arena, uint32_t, n + 1);
  if (!open)
    return false;
  for (uint32_t i = 0; i < n; i++)
    if (doc->units.at[i].head != NG_NONE)
      open[doc->units.at[i].head]++;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t at = i;
    while (at != NG_NONE && open[at] == 0) {
      uint32_t head = doc->units.at[at].head;
      open[at] = NG_NONE; /* done */
      if (head != NG_NONE) {
        b->left[head] =
            b->left[at] < b->left[head] ? b->left[at] : b->left[head];
        b->right[head] =
            b->right[at] > b->right[head] ? b->right[at] : b->right[head];
        open[head]--;
      }
      at = head;
    }
  }
  return true;
}

/* Demonyms are no units of their own making: find them by place. */
static void
find_mentions(ng_branches *b)
{
  const ng_doc *doc = b->doc;
  uint32_t at = 0;
  for (uint32_t i = 0; i < doc->units.n; i++) {
    ng_span span = doc->units.at[i].span;
    uint32_t own = doc->units.at[i].mention;
    b->mention[i] =
        own != NG_NONE && ng_mention_is_office(doc, own) ? NG_NONE : own;
    while (at < doc->mentions.n && doc->mentions.at[at].span.begin < span.begin)
      at++;
    if (own != NG_NONE || at == doc->mentions.n)
      continue;
    const ng_mention *m = &doc->mentions.at[at];
    if (m->span.begin < span.end && m->kind <= NG_KIND_METONYM &&
        !ng_mention_is_office(doc, at))
      b->mention[i] = at;
  }
}

static bool
make(ng_branches *b, ng_doc *doc)
{
  b->doc = doc;
  if (!make_room(b, doc))
    return false;
  for (uint32_t s = 0; s < doc->sentences.n; s++)
    for (uint32_t i = doc->sentences.at[s].unit;
         i < doc->sentences.at[s].unit_end; i++)
      b->sentence[i] = s;
  for (uint32_t i = 0; i < doc->units.n; i++)
    b->marks[i] = (ng_marks){ng_mark_of(doc->units.at[i].lemma),
                             ng_mark_of(ng_branch_text(doc, i))};
  link_children(b);
  find_mentions(b);
  return reach(b, doc);
}

bool
ng_branches_make(ng_branches *b, ng_doc *doc)
{
  if (!doc->branches) {
    ng_branches *made = NG_NEW(&doc->arena, ng_branches, 1);
    if (!made || !make(made, doc))
      return false;
    doc->branches = made;
  }
  *b = *doc->branches;
  return true;
}

bool
ng_is_readable(const ng_doc *doc)
{
  for (uint32_t i = 0; i < doc->sentences.n; i++) {
    const ng_sentence *s = &doc->sentences.at[i];
    if (s->unit_end > s->unit && s->unit_end - s->unit <= NG_LONG_SENTENCE)
      return true;
  }
  return false;
}

bool
ng_in_list(ng_str word, const char *list)
{
  return word.len <= NG_LONGEST_WORD &&
         ng_str_among(word, (ng_str){list, strlen(list)});
}

uint32_t
ng_branch_find(const ng_branches *b, uint32_t unit, ng_relation label)
{
  int left = NG_CHILDREN;
  for (uint32_t c = b->first[unit]; c != NG_NONE; c = b->next[c]) {
    if (b->doc->units.at[c].label == label)
      return c;
    if (--left == 0)
      break;
  }
  return NG_NONE;
}

bool
ng_is_body_name(const ng_doc *doc, uint32_t unit)
{
  char c = ng_branch_text(doc, unit).at[0];
  return c >= 'A' && c <= 'Z' &&
         ng_unit_in(doc, unit,
                    " commission committee council agency union institute"
                    " association federation bank party foundation ");
}
