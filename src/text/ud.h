/* ud.h - word classes and relations of Universal Dependencies, for English.
 *
 * Every model, whatever its kind, speaks of these, so that what follows the
 * parse never knows which one ran.  https://universaldependencies.org/en/
 */
#ifndef NG_UD_H
#define NG_UD_H

#include "newsgraph.h"

/* clang-format off */
#define NG_UPOS_LIST(E)                                                     \
  E(ADJ) E(ADP) E(ADV) E(AUX) E(CCONJ) E(DET) E(INTJ) E(NOUN) E(NUM)        \
  E(PART) E(PRON) E(PROPN) E(PUNCT) E(SCONJ) E(SYM) E(VERB) E(X)

/* The tags of the Penn treebank, as the English treebanks extend them. */
#define NG_XPOS_LIST(E)                                                     \
  E(NONE, "_") E(ADD, "ADD") E(AFX, "AFX") E(CC, "CC") E(CD, "CD")          \
  E(DT, "DT") E(EX, "EX") E(FW, "FW") E(GW, "GW") E(HYPH, "HYPH")           \
  E(IN, "IN") E(JJ, "JJ") E(JJR, "JJR") E(JJS, "JJS") E(LS, "LS")           \
  E(MD, "MD") E(NFP, "NFP") E(NN, "NN") E(NNP, "NNP") E(NNPS, "NNPS")       \
  E(NNS, "NNS") E(PDT, "PDT") E(POS, "POS") E(PRP, "PRP")                   \
  E(PRP_POSS, "PRP$") E(RB, "RB") E(RBR, "RBR") E(RBS, "RBS") E(RP, "RP")   \
  E(SYM, "SYM") E(TO, "TO") E(UH, "UH") E(VB, "VB") E(VBD, "VBD")           \
  E(VBG, "VBG") E(VBN, "VBN") E(VBP, "VBP") E(VBZ, "VBZ") E(WDT, "WDT")     \
  E(WP, "WP") E(WP_POSS, "WP$") E(WRB, "WRB") E(COMMA, ",") E(STOP, ".")    \
  E(COLON, ":") E(OPEN, "-LRB-") E(CLOSE, "-RRB-") E(QUOTE, "``")           \
  E(UNQUOTE, "''") E(DOLLAR, "$")

#define NG_RELATION_LIST(E)                                                 \
  E(ROOT, "root") E(ACL, "acl") E(ACL_RELCL, "acl:relcl")                   \
  E(ADVCL, "advcl") E(ADVCL_RELCL, "advcl:relcl") E(ADVMOD, "advmod")       \
  E(AMOD, "amod") E(APPOS, "appos") E(AUX, "aux") E(AUX_PASS, "aux:pass")   \
  E(CASE, "case") E(CC, "cc") E(CC_PRECONJ, "cc:preconj")                   \
  E(CCOMP, "ccomp") E(CLF, "clf") E(COMPOUND, "compound")                   \
  E(COMPOUND_PRT, "compound:prt") E(CONJ, "conj") E(COP, "cop")             \
  E(CSUBJ, "csubj") E(CSUBJ_OUTER, "csubj:outer")                           \
  E(CSUBJ_PASS, "csubj:pass") E(DEP, "dep") E(DET, "det")                   \
  E(DET_PREDET, "det:predet") E(DISCOURSE, "discourse")                     \
  E(DISLOCATED, "dislocated") E(EXPL, "expl") E(FIXED, "fixed")             \
  E(FLAT, "flat") E(GOESWITH, "goeswith") E(IOBJ, "iobj") E(LIST, "list")   \
  E(MARK, "mark") E(NMOD, "nmod") E(NMOD_DESC, "nmod:desc")                 \
  E(NMOD_POSS, "nmod:poss") E(NMOD_UNMARKED, "nmod:unmarked")               \
  E(NSUBJ, "nsubj") E(NSUBJ_OUTER, "nsubj:outer")                           \
  E(NSUBJ_PASS, "nsubj:pass") E(NUMMOD, "nummod") E(OBJ, "obj")             \
  E(OBL, "obl") E(OBL_AGENT, "obl:agent") E(OBL_UNMARKED, "obl:unmarked")   \
  E(ORPHAN, "orphan") E(PARATAXIS, "parataxis") E(PUNCT, "punct")           \
  E(REPARANDUM, "reparandum") E(VOCATIVE, "vocative") E(XCOMP, "xcomp")
/* clang-format on */

#define NG_UD_ENUM(name) NG_##name,
typedef enum { NG_UPOS_LIST(NG_UD_ENUM) NG_N_UPOS } ng_upos;
#undef NG_UD_ENUM

#define NG_UD_ENUM(name, text) NG_XPOS_##name,
typedef enum { NG_XPOS_LIST(NG_UD_ENUM) NG_N_XPOS } ng_xpos;
#undef NG_UD_ENUM

#define NG_UD_ENUM(name, text) NG_REL_##name,
typedef enum { NG_RELATION_LIST(NG_UD_ENUM) NG_N_RELATIONS } ng_relation;
#undef NG_UD_ENUM

/* As written in CoNLL-U; "_" for a value that is none. */
const char *ng_upos_name(unsigned upos);
const char *ng_xpos_name(unsigned xpos);
const char *ng_relation_name(unsigned relation);

/* Find by name.  False if there is none; *out is then unchanged. */
bool ng_upos_find(ng_str name, uint8_t *out);
bool ng_xpos_find(ng_str name, uint8_t *out);

/* An unknown subtype is its plain relation: "obl:tmod" is obl. */
bool ng_relation_find(ng_str name, uint8_t *out);

/* How far a subtype is behind its relation; 0: it is none. */
extern const uint8_t ng_relation_below[NG_N_RELATIONS];

/* Without its subtype: nsubj of nsubj:pass.  `relation` is one. */
static inline ng_relation
ng_relation_base(unsigned relation)
{
  return (ng_relation)(relation - ng_relation_below[relation]);
}

#endif /* NG_UD_H */
