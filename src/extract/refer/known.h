/* known.h - questions to the bases that the stages over the parse ask.  (kb.h
 * and text/ud.h each have a ng_relation, so that one file cannot see both.) */
#ifndef NG_KNOWN_H
#define NG_KNOWN_H

#include "doc.h"
#include "kb/base.h"

/* The number of "Q794", or 0. */
uint32_t ng_known_qid(const ng_bases *bases, ng_ref entity);

/* The state that a government, parliament or army is of, or NG_NO_REF. */
ng_ref ng_known_state(const ng_bases *bases, ng_ref body);

/* Does a base say that the place lies in the other, one or two steps out? */
bool ng_known_inside(const ng_bases *bases, ng_ref place, ng_ref where);

typedef struct {
  ng_ref *at;
  uint32_t n, cap;
} ng_refs;

/* The offices of `place` that are called `title` ("foreign minister"), into
 * `out`, in the document's arena. False if that is spent. */
bool ng_post_offices(const ng_context *context, ng_doc *doc, ng_str title,
                     ng_ref place, ng_refs *out);

/* Is the state among the members of the body, by a base? */
bool ng_known_member(const ng_bases *bases, ng_ref state, ng_ref body);

/* Is the person a citizen of the state, by a base? */
bool ng_known_citizen(const ng_bases *bases, ng_ref person, ng_ref state);

#endif /* NG_KNOWN_H */
