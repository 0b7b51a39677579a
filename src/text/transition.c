/* transition.c - the states of the parser and what may be done in them. */
#include "text/parse.h"

#include <assert.h>

/* So many are looked at below the stack. */
enum { BELOW = 3 };

bool
ng_parser_room(ng_parser *p, uint32_t n, ng_arena *arena)
{
  if (n <= p->room)
    return true;
  p->room = 0;
  p->nodes = NG_NEW(arena, ng_node, (size_t)n + 3);
  uint32_t *stack = NG_NEW(arena, uint32_t, (size_t)n + BELOW);
  if (!p->nodes || !stack)
    return false;
  p->stack = stack + BELOW;
  p->room = n;
  return true;
}

void
ng_parser_start(ng_parser *p, const ng_form *forms, const uint8_t *tags,
                uint32_t n)
{
  assert(n <= p->room);
  p->n = n;
  const uint32_t none = ng_no_child(p);
  const ng_node bare = {.head = NG_NO_WORD,
                        .child = {{none, none}, {none, none}}};
  for (int i = 1; i <= BELOW; i++)
    *(p->stack - i) = none;
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
  p->nodes[n + 1] = bare;
  p->nodes[n + 1].word = p->nodes[n + 1].suffix = 3;
  p->nodes[n + 2] = p->nodes[n + 1];
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
