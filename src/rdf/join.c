/* join.c - rows of a pattern, and what an OPTIONAL adds to them. */
#include "core/fail.h"
#include "rdf/outer.h"

enum { MOST_NAMES = 64 };

/* Rows of the right side by what they share with the left. */
typedef struct {
  const ng_answer *left, *right;
  uint32_t here[MOST_NAMES], there[MOST_NAMES], n_shared; /* columns */
  uint32_t fresh[MOST_NAMES], n_fresh; /* of the right side alone */
  uint32_t *heads, *next, mask;        /* rows + 1 */
} join;

static uint32_t
hash_of(const join *j, const ng_term *cells, const uint32_t *columns)
{
  uint64_t hash = 0;
  for (uint32_t i = 0; i < j->n_shared; i++)
    hash = ng_term_hash(hash, &cells[columns[i]]);
  return (uint32_t)(hash ^ hash >> 32) & j->mask;
}

static bool
index_right(join *j, ng_arena *arena)
{
  uint32_t n = ng_row_count(j->right), slots = 16;
  while (slots < n && slots < UINT32_MAX / 4)
    slots *= 2;
  j->mask = slots - 1;
  j->heads = NG_NEW(arena, uint32_t, slots);
  j->next = NG_NEW(arena, uint32_t, n + 1);
  for (uint32_t r = n; j->heads && j->next && r-- > 0;) {
    uint32_t *head = &j->heads[hash_of(j, ng_row_of(j->right, r), j->there)];
    j->next[r] = *head;
    *head = r + 1;
  }
  return j->heads && j->next;
}

static bool
agree(const join *j, const ng_term *left, const ng_term *right)
{
  for (uint32_t i = 0; i < j->n_shared; i++)
    if (!ng_term_same(&left[j->here[i]], &right[j->there[i]]))
      return false;
  return true;
}

/* Add the row `left` with what `right`, or nothing, adds to it. */
static bool
add_row(const join *j, const ng_term *left, const ng_term *right,
        ng_arena *arena, ng_answer *out)
{
  for (uint32_t i = 0; i < j->left->n_names; i++)
    if (!NG_PUSH(arena, &out->cells, left[i]))
      return false;
  for (uint32_t i = 0; i < j->n_fresh; i++)
    if (!NG_PUSH(arena, &out->cells, right ? right[j->fresh[i]] : (ng_term){0}))
      return false;
  return true;
}

/* Tell the columns apart, and name those of `out`. */
static bool
match_columns(join *j, ng_arena *arena, ng_answer *out)
{
  const ng_answer *l = j->left, *r = j->right;
  ng_str *all = NG_NEW(arena, ng_str, l->n_names + r->n_names + 1);
  if (!all)
    return false;
  memcpy(all, l->names, l->n_names * sizeof *all);
  out->names = all;
  out->n_names = l->n_names;
  for (uint32_t i = 0; i < r->n_names && i < MOST_NAMES; i++) {
    uint32_t at = ng_column_of(l, r->names[i]);
    if (at == l->n_names) {
      j->fresh[j->n_fresh++] = i;
      all[out->n_names++] = r->names[i];
    } else {
      j->here[j->n_shared] = at;
      j->there[j->n_shared++] = i;
    }
  }
  return true;
}

ng_status
ng_outer_join(const ng_answer *left, const ng_answer *right, ng_arena *arena,
              ng_answer *out, ng_error *err)
{
  join j = {.left = left, .right = right};
  *out = (ng_answer){.kind = NG_ANSWER_ROWS};
  bool ok = match_columns(&j, arena, out) && index_right(&j, arena);
  for (uint32_t l = 0; ok && l < ng_row_count(left); l++) {
    const ng_term *row = ng_row_of(left, l);
    bool found = false;
    for (uint32_t r = j.heads[hash_of(&j, row, j.here)]; ok && r;
         r = j.next[r - 1]) {
      const ng_term *other = ng_row_of(right, r - 1);
      if (!agree(&j, row, other))
        continue;
      found = true;
      ok = add_row(&j, row, other, arena, out);
    }
    if (ok && !found)
      ok = add_row(&j, row, NULL, arena, out);
  }
  return ok ? NG_OK : ng_fail(err, NG_ERR_LIMIT, 0, "the answer is too large");
}
