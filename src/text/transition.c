/* transition.c - the states of the parser and what may be done in them. */
#include "text/parse.h"

#include <assert.h>

const ng_node ng_nobody = {
    .word = 3,
    .suffix = 3,
    .head = NG_NO_WORD,
    .child = {{NG_NO_WORD, NG_NO_WORD}, {NG_NO_WORD, NG_NO_WORD}}};

bool
ng_parser_room(ng_parser *p, uint32_t n, ng_arena *arena)
{
  if (n <= p->room)
    return true;
  p->nodes = NG_NEW(arena, ng_node, (size_t)n + 1);
  p->stack = NG_NEW(arena, uint32_t, n);
  p->room = p->nodes && p->stack ? n : 0;
  return p->room != 0;
}

void
ng_parser_start(ng_parser *p, const ng_form *forms, const uint8_t *tags,
                uint32_t n)
{
  static const ng_node bare = {
      .head = NG_NO_WORD,
      .child = {{NG_NO_WORD, NG_NO_WORD}, {NG_NO_WORD, NG_NO_WORD}}};
  assert(n <= p->room);
  p->n = n;
  p->n_stack = p->next = 0;
  p->hunch[0] = p->hunch[1] = 0;
  p->asked = NG_ASKED_NOTHING;
  for (uint32_t i = 0; i < n; i++) {
    p->nodes[i] = bare;
    p->nodes[i].word = forms[i].word;
    p->nodes[i].suffix = forms[i].suffix[2];
    p->nodes[i].cluster = forms[i].cluster;
    p->nodes[i].six = (uint16_t)ng_first_steps(forms[i].cluster, 6);
    p->nodes[i].tag = (uint8_t)(tags[i] + 2);
  }
  p->nodes[n] = bare;
  p->nodes[n].word = p->nodes[n].suffix = 5;
  p->nodes[n].cluster = p->nodes[n].six = 1;
  p->nodes[n].tag = 1;
}

ng_arc
ng_parser_arc(const ng_parser *p, ng_action action)
{
  uint32_t top = p->stack[p->n_stack - 1];
  uint32_t head = action == NG_LEFT ? p->next : p->stack[p->n_stack - 2];
  return (ng_arc){head, top};
}

void
ng_parser_do(ng_parser *p, ng_action action, unsigned label)
{
  if (action == NG_SHIFT) {
    p->stack[p->n_stack++] = p->next++;
    return;
  }
  ng_arc arc = ng_parser_arc(p, action);
  ng_node *head = &p->nodes[arc.head];
  int side = arc.dependent < arc.head ? NG_LEFTWARD : NG_RIGHTWARD;
  p->nodes[arc.dependent].head = arc.head;
  p->nodes[arc.dependent].label = (uint8_t)(label + 1);
  head->child[side][1] = head->child[side][0];
  head->child[side][0] = arc.dependent;
  head->labels[side] |= 1ULL << (label & 63);
  head->n[side] = (uint8_t)(head->n[side] < 7 ? head->n[side] + 1 : 7);
  p->n_stack--;
}
