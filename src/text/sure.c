#include "text/sure.h"

/* Salts of the looks. */
enum { TAGS = 1, TAGS_AND_CHILDREN, WORDS, WORDS_TAG, WORD, SETS, SET_LEFT };

void
ng_action_looks(const ng_parser *p, uint64_t looks[NG_ACTION_LOOKS])
{
  const ng_node *s0 = ng_stacked(p, 0), *s1 = ng_stacked(p, 1);
  const ng_node *b0 = ng_node_at(p, p->next), *b1 = ng_node_at(p, p->next + 1);
  const uint32_t *top = p->stack + p->n_stack;
  uint64_t d0 = p->n_stack > 0 ? ng_distance(p->next, top[-1]) : 0;
  uint64_t d1 = p->n_stack > 1 ? ng_distance(top[-1], top[-2]) : 0;
  uint64_t left = ng_node_at(p, s0->child[NG_LEFTWARD][0])->label;
  uint64_t right = ng_node_at(p, s0->child[NG_RIGHTWARD][0])->label;
  uint64_t tags = s0->tag | (uint64_t)s1->tag << 8 | (uint64_t)b0->tag << 16 |
                  (uint64_t)b1->tag << 24 | right << 32;
  looks[0] = ng_atom(TAGS, tags);
  looks[1] =
      ng_atom(TAGS_AND_CHILDREN, tags | left << 40 | d0 << 48 | d1 << 56);
  looks[2] = ng_atom(WORDS, (uint64_t)s1->word << 32 | b0->word) ^
             ng_atom(WORDS_TAG, s0->tag);
}

void
ng_label_looks(const ng_parser *p, ng_arc arc, uint64_t looks[NG_LABEL_LOOKS])
{
  const ng_node *h = &p->nodes[arc.head], *d = &p->nodes[arc.dependent];
  uint64_t side = arc.dependent < arc.head;
  uint64_t tags = h->tag | side << 8;
  uint64_t far = ng_distance(arc.head, arc.dependent);
  looks[0] = ng_atom(WORD, d->word | tags << 32 | far << 48);
  looks[1] = ng_atom(SETS, d->labels[NG_LEFTWARD]) ^
             ng_atom(SET_LEFT, h->labels[NG_LEFTWARD]) ^
             ng_atom(TAGS, tags | (uint64_t)d->tag << 16);
}

/* Any entry is safe: one that decides what cannot be is none.  Backwards and
 * without a branch, which nobody could foretell: the first look prevails. */
static inline __attribute__((always_inline)) int
look_up(const ng_model *m, const uint64_t *looks, uint32_t n, unsigned most)
{
  int found = -1;
  for (uint32_t i = n; i-- > 0;) {
    uint32_t entry = m->sure[ng_sure_place(looks[i], m->sure_bits)];
    uint32_t decision = entry - ng_sure_entry(looks[i], 0);
    found = decision < most ? (int)decision : found;
  }
  return found;
}

int
ng_sure_action(const ng_parser *p, const ng_model *m)
{
  uint64_t looks[NG_ACTION_LOOKS];
  if (!m->sure)
    return -1;
  ng_action_looks(p, looks);
  return look_up(m, looks, NG_ACTION_LOOKS, NG_N_ACTIONS);
}

int
ng_sure_label(const ng_parser *p, const ng_model *m, ng_arc arc)
{
  uint64_t looks[NG_LABEL_LOOKS];
  if (!m->sure)
    return -1;
  ng_label_looks(p, arc, looks);
  return look_up(m, looks, NG_LABEL_LOOKS, m->n_relations);
}
