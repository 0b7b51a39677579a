#include "text/sure.h"

/* Salts of the looks. */
enum { WORD = 1, SETS, SET_LEFT, SETS_TAGS, FIRST, FIRST_TAGS, CLUSTER };

void
ng_label_looks(const ng_parser *p, ng_arc arc, uint64_t looks[NG_LABEL_LOOKS])
{
  const ng_node *h = &p->nodes[arc.head], *d = &p->nodes[arc.dependent];
  const ng_node *first = ng_child(p, d, NG_LEFTWARD, 0);
  uint64_t side = arc.dependent < arc.head;
  uint64_t head = h->tag | side << 8, tags = head | (uint64_t)d->tag << 16;
  uint64_t far = ng_distance(arc.head, arc.dependent);
  uint64_t sets = ng_atom(SETS, d->labels[NG_LEFTWARD]) ^
                  ng_atom(SET_LEFT, h->labels[NG_LEFTWARD]);
  looks[0] = ng_atom(WORD, d->word | head << 32 | far << 48);
  looks[1] = sets ^ ng_atom(SETS_TAGS, tags);
  looks[2] = ng_atom(FIRST, first->word) ^ ng_atom(FIRST_TAGS, tags);
  looks[3] = sets ^ ng_atom(CLUSTER, d->cluster | head << 32);
}

/* Any entry is safe: one that decides what cannot be is none.  Backwards and
 * without a branch, which nobody could foretell: the first look prevails. */
int
ng_sure_label(const ng_parser *p, const ng_model *m, ng_arc arc)
{
  uint64_t looks[NG_LABEL_LOOKS];
  int found = -1;
  if (!m->sure)
    return -1;
  ng_label_looks(p, arc, looks);
  for (uint32_t i = NG_LABEL_LOOKS; i-- > 0;) {
    uint32_t entry = m->sure[ng_sure_place(looks[i], m->sure_bits)];
    uint32_t label = entry - ng_sure_entry(looks[i], 0);
    found = label < m->n_relations ? (int)label : found;
  }
  return found;
}
