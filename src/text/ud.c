#include "text/ud.h"
#include "core/str.h"

#define NG_UD_NAME(name) #name,
static const char *const upos_names[] = {NG_UPOS_LIST(NG_UD_NAME)};
#undef NG_UD_NAME

#define NG_UD_NAME(name, text) text,
static const char *const xpos_names[] = {NG_XPOS_LIST(NG_UD_NAME)};
static const char *const relation_names[] = {NG_RELATION_LIST(NG_UD_NAME)};
#undef NG_UD_NAME

const char *
ng_upos_name(unsigned upos)
{
  return upos < NG_N_UPOS ? upos_names[upos] : "_";
}

const char *
ng_xpos_name(unsigned xpos)
{
  return xpos < NG_N_XPOS ? xpos_names[xpos] : "_";
}

const char *
ng_relation_name(unsigned relation)
{
  return relation < NG_N_RELATIONS ? relation_names[relation] : "_";
}

static bool
find(const char *const *names, unsigned n, ng_str name, uint8_t *out)
{
  for (unsigned i = 0; i < n; i++)
    if (strlen(names[i]) == name.len &&
        memcmp(names[i], name.at, name.len) == 0) {
      *out = (uint8_t)i;
      return true;
    }
  return false;
}

bool
ng_upos_find(ng_str name, uint8_t *out)
{
  return find(upos_names, NG_N_UPOS, name, out);
}

bool
ng_xpos_find(ng_str name, uint8_t *out)
{
  return find(xpos_names, NG_N_XPOS, name, out);
}

static ng_str
before_colon(ng_str name)
{
  const char *colon = name.len ? memchr(name.at, ':', name.len) : NULL;
  return colon ? ng_str_slice(name, 0, (size_t)(colon - name.at)) : name;
}

bool
ng_relation_find(ng_str name, uint8_t *out)
{
  return find(relation_names, NG_N_RELATIONS, name, out) ||
         find(relation_names, NG_N_RELATIONS, before_colon(name), out);
}

#define OF(sub, base) [NG_REL_##sub] = (NG_REL_##sub - NG_REL_##base)

const uint8_t ng_relation_below[NG_N_RELATIONS] = {
    OF(ACL_RELCL, ACL),    OF(ADVCL_RELCL, ADVCL),     OF(AUX_PASS, AUX),
    OF(CC_PRECONJ, CC),    OF(COMPOUND_PRT, COMPOUND), OF(CSUBJ_OUTER, CSUBJ),
    OF(CSUBJ_PASS, CSUBJ), OF(DET_PREDET, DET),        OF(NMOD_DESC, NMOD),
    OF(NMOD_POSS, NMOD),   OF(NMOD_UNMARKED, NMOD),    OF(NSUBJ_OUTER, NSUBJ),
    OF(NSUBJ_PASS, NSUBJ), OF(OBL_AGENT, OBL),         OF(OBL_UNMARKED, OBL),
};
