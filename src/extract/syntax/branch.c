#include "extract/syntax/branch.h"

static bool
make_room(ng_branches *b, ng_doc *doc)
{
  size_t n = doc->units.n + 1;
  uint32_t **all[] = {&b->first, &b->next,     &b->left,
                      &b->right, &b->sentence, &b->mention};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    *all[i] = ng_arena_room(&doc->arena, n, sizeof **all[i]);
    if (!*all[i])
      return false;
    (*all[i])[n - 1] = NG_NONE;
  }
  b->below = NG_NEW(&doc->arena, uint64_t, n);
  b->marks = ng_arena_room(&doc->arena, n, sizeof *b->marks);
  if (b->marks)
    b->marks[n - 1] = (ng_marks){{0, 0}, {0, 0}};
  return b->below && b->marks;
}

static void
read_unit(ng_branches *b, uint32_t i)
{
  const ng_unit *u = &b->doc->units.at[i];
  b->first[i] = b->next[i] = NG_NONE;
  b->left[i] = b->right[i] = i;
  b->sentence[i] = u->sentence;
  b->mention[i] =
      u->mention != NG_NONE && ng_mention_is_office(b->doc, u->mention)
          ? NG_NONE
          : u->mention;
  ng_str text = ng_branch_text(b->doc, i);
  ng_mark form = ng_mark_of(text);
  bool same = text.at == u->lemma.at && text.len == u->lemma.len;
  b->marks[i] = (ng_marks){same ? form : ng_mark_of(u->lemma), form};
}

/* Backwards, so that each list is in text order.  What stands first and last
 * below a word is its own in turn, and is met once: those above that reach as
 * far need not be told again. */
static void
link_children(ng_branches *b, const uint32_t *heads)
{
  const ng_unit *units = b->doc->units.at;
  for (uint32_t i = b->doc->units.n; i-- > 0;) {
    uint32_t head = heads[i];
    unsigned label = units[i].label;
    if (head == NG_NONE)
      continue;
    b->next[i] = b->first[head];
    b->first[head] = i;
    if (label < NG_N_RELATIONS)
      b->below[head] |= (uint64_t)1 << label | (uint64_t)1
                                                   << ng_relation_base(label);
    for (uint32_t at = head; at != NG_NONE && b->right[at] < i; at = heads[at])
      b->right[at] = i;
  }
  for (uint32_t i = 0; i < b->doc->units.n; i++)
    for (uint32_t at = heads[i]; at != NG_NONE && b->left[at] > i;
         at = heads[at])
      b->left[at] = i;
}

/* Demonyms are no units of their own making: find them by place.  Of several
 * that begin in a unit, the first. */
static void
find_mentions(ng_branches *b)
{
  const ng_doc *doc = b->doc;
  uint32_t i = 0, last = NG_NONE; /* the unit that the last one begins in */
  for (uint32_t at = 0; at < doc->mentions.n; at++) {
    const ng_mention *m = &doc->mentions.at[at];
    while (i < doc->units.n && doc->units.at[i].span.end <= m->span.begin)
      i++;
    if (i == doc->units.n)
      return;
    const ng_unit *u = &doc->units.at[i];
    if (m->span.begin < u->span.begin)
      continue; /* what is not parsed */
    if (i != last && u->mention == NG_NONE && m->kind <= NG_KIND_METONYM &&
        !ng_mention_is_office(doc, at))
      b->mention[i] = at;
    last = i;
  }
}

static bool
make(ng_branches *b, ng_doc *doc)
{
  b->doc = doc;
  if (!make_room(b, doc))
    return false;
  uint32_t *heads = ng_arena_room(&doc->arena, doc->units.n + 1, sizeof *heads);
  if (!heads)
    return false;
  for (uint32_t i = 0; i < doc->units.n; i++) {
    read_unit(b, i);
    heads[i] = doc->units.at[i].head;
  }
  link_children(b, heads);
  find_mentions(b);
  return true;
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
ng_in_list(ng_str word, ng_str list)
{
  return word.len <= NG_LONGEST_WORD && ng_str_among(word, list);
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
