/* wikidata_claims.c - what an entity's statements say, by property: one table,
 * to extend.
 *
 * Ranks are heeded: deprecated statements count for nothing, and where some are
 * preferred the others do not either, except for offices held, classes and
 * names. */
#include "core/json_scan.h"
#include "kb/wikidata.h"

/* --- snaks ---------------------------------------------------------------- */

/* The value of a snak that has one. */
ng_str
ng_wikidata_value(ng_str snak)
{
  return ng_scan_member(ng_scan_member(snak, "datavalue"), "value");
}

uint32_t
ng_wikidata_entity(ng_str value)
{
  ng_str id = ng_scan_member_text(value, "id");
  if (id.len)
    return ng_qid_parse(id);
  char text[12] = "Q"; /* old dumps have the number alone */
  ng_str number = ng_scan_member(value, "numeric-id");
  if (!number.len || number.len + 1 >= sizeof text)
    return 0;
  memcpy(text + 1, number.at, number.len);
  return ng_qid_parse((ng_str){text, number.len + 1});
}

/* "+2017-05-31T00:00:00Z", with precision 9 a year, 10 a month, 11 a day;
 * coarser, or before our era, is no date. */
static ng_date
time_value(ng_str value)
{
  ng_str time = ng_scan_member_text(value, "time");
  ng_str precision = ng_scan_member(value, "precision");
  ng_date date;
  if (time.len < 11 || time.at[0] != '+' ||
      !ng_date_parse(ng_str_slice(time, 1, 11), &date))
    return 0;
  if (ng_str_equal(precision, NG_LIT("11")))
    return date;
  if (ng_str_equal(precision, NG_LIT("10")))
    return date / 100 * 100;
  return ng_str_equal(precision, NG_LIT("9")) ? date / 10000 * 10000 : 0;
}

/* The value of the first qualifier of that property. */
static ng_str
qualifier(ng_str whole, const char *property)
{
  ng_str list = ng_scan_member(ng_scan_member(whole, "qualifiers"), property);
  ng_scan s = ng_scan_of(list);
  if (!list.len || !ng_scan_enter(&s, '[') || !ng_scan_more(&s))
    return (ng_str){NULL, 0};
  return ng_wikidata_value(ng_scan_skip(&s));
}

/* --- what a property does ------------------------------------------------- */

/* One statement: the whole, and the value of its main snak. */
typedef struct {
  ng_str whole, value;
  uint32_t arg; /* of the table's row */
} statement;

typedef bool take_fn(ng_wikidata *im, const statement *s);

static bool
take_class(ng_wikidata *im, const statement *s)
{
  uint32_t class = ng_draft_qid(im->draft, ng_wikidata_entity(s->value));
  return class == NG_NO_ENTITY || ng_draft_class(im->draft, im->entity, class);
}

static bool
take_parent(ng_wikidata *im, const statement *s)
{
  uint32_t parent = ng_draft_qid(im->draft, ng_wikidata_entity(s->value));
  return parent == NG_NO_ENTITY ||
         ng_draft_parent(im->draft, im->entity, parent);
}

static bool
take_gender(ng_wikidata *im, const statement *s)
{
  enum { FEMALE = 6581072, MALE = 6581097 };
  uint32_t gender = ng_wikidata_entity(s->value);
  im->draft->entities.at[im->entity].flags |= gender == FEMALE ? NG_ENTITY_WOMAN
                                              : gender == MALE ? NG_ENTITY_MAN
                                                               : 0;
  return true;
}

/* A text in a language, or a string. */
static bool
take_name(ng_wikidata *im, const statement *s)
{
  if (s->value.len > 2 && *s->value.at == '"')
    return ng_wikidata_name(im, ng_str_slice(s->value, 1, s->value.len - 1),
                            s->arg);
  ng_str lang = ng_scan_member_text(s->value, "language");
  ng_str text = ng_scan_member_text(s->value, "text");
  return !text.len || !ng_wikidata_speaks(im, lang) ||
         ng_wikidata_name(im, text, s->arg);
}

static bool
take_office(ng_wikidata *im, const statement *s)
{
  ng_holding h = {
      .person = im->entity,
      .office = ng_draft_qid(im->draft, ng_wikidata_entity(s->value)),
      .jurisdiction = ng_draft_qid(
          im->draft, ng_wikidata_entity(qualifier(s->whole, "P1001"))),
      .from = time_value(qualifier(s->whole, "P580")),
      .until = time_value(qualifier(s->whole, "P582"))};
  if (h.office == NG_NO_ENTITY)
    return true; /* some value, or none */
  ng_draft_type(im->draft, h.office, NG_OFFICE, NG_TYPE_GUESSED);
  return ng_draft_hold(im->draft, h);
}

static bool
take_end(ng_wikidata *im, const statement *s)
{
  if (time_value(s->value))
    im->draft->entities.at[im->entity].flags |= NG_ENTITY_FORMER;
  return true;
}

/* A capital or a head that was one only relates. */
static bool
take_relation(ng_wikidata *im, const statement *s)
{
  uint32_t object = ng_draft_qid(im->draft, ng_wikidata_entity(s->value));
  bool ended = qualifier(s->whole, "P582").len != 0;
  ng_rel rel = ended ? NG_REL_OTHER : (ng_rel)s->arg;
  return object == NG_NO_ENTITY ||
         ng_draft_relate(im->draft, im->entity, rel, object);
}

/* The properties that are no plain relation; those are in relation.c.  `all`:
 * statements that are not preferred count beside those that are. */
typedef struct {
  uint32_t property;
  take_fn *take;
  uint32_t arg;
  bool all;
} property_row;

static const property_row properties[] = {
    {21, take_gender, 0, false},
    {31, take_class, 0, true},
    {39, take_office, 0, true},
    {279, take_parent, 0, true},
    {297, take_name, NG_NAME_CODE, false},  /* ISO 3166-1 alpha-2 */
    {298, take_name, NG_NAME_CODE, false},  /* ISO 3166-1 alpha-3 */
    {576, take_end, 0, false},              /* dissolved */
    {1448, take_name, NG_NAME_ALIAS, true}, /* official name */
    {1549, take_name, NG_NAME_DEMONYM, true},
    {1705, take_name, NG_NAME_ALIAS, true}, /* native label */
    {1813, take_name, NG_NAME_SHORT, true}, /* short name */
};

static uint32_t
property_number(ng_str name)
{
  uint32_t number = 0;
  for (size_t i = 1; i < name.len && number < 100000; i++)
    number = number * 10 + (uint32_t)(name.at[i] - '0');
  return number;
}

/* The row of a property; false if nothing is taken of it. */
static bool
find_property(uint32_t number, property_row *out)
{
  for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
    if (properties[i].property == number) {
      *out = properties[i];
      return true;
    }
  ng_rel rel = ng_rel_by_property(number);
  *out = (property_row){number, take_relation, rel, false};
  return rel != NG_REL_OTHER && rel != NG_REL_NONE;
}

/* --- statements ----------------------------------------------------------- */

static bool
has_rank(ng_str whole, const char *rank)
{
  ng_str text = ng_scan_member_text(whole, "rank");
  return ng_str_equal(text, (ng_str){rank, strlen(rank)});
}

static bool
some_preferred(ng_str list)
{
  ng_scan s = ng_scan_of(list);
  bool found = false;
  if (ng_scan_enter(&s, '['))
    while (!found && ng_scan_more(&s))
      found = has_rank(ng_scan_skip(&s), "preferred");
  return found;
}

/* Take the statements of one property. */
static bool
take_property(ng_wikidata *im, const property_row *row, ng_str list)
{
  bool only_preferred = !row->all && some_preferred(list);
  ng_scan s = ng_scan_of(list);
  if (!ng_scan_enter(&s, '['))
    return true;
  while (ng_scan_more(&s)) {
    statement one = {.whole = ng_scan_skip(&s), .arg = row->arg};
    if (has_rank(one.whole, "deprecated") ||
        (only_preferred && !has_rank(one.whole, "preferred")))
      continue;
    one.value = ng_wikidata_value(ng_scan_member(one.whole, "mainsnak"));
    if (one.value.len && !row->take(im, &one))
      return false;
  }
  return true;
}

void
ng_wikidata_note(ng_wikidata *im, ng_scan *claims)
{
  property_row row;
  im->lists.len = 0;
  if (!ng_scan_enter(claims, '{'))
    return;
  for (ng_str key; ng_scan_key(claims, &key);) {
    ng_wikidata_list one = {property_number(key), ng_scan_skip(claims)};
    if (find_property(one.property, &row))
      ng_buf_put(&im->lists, &one, sizeof one);
  }
}

static size_t
count_lists(const ng_wikidata *im)
{
  return im->lists.len / sizeof(ng_wikidata_list);
}

ng_str
ng_wikidata_noted(const ng_wikidata *im, uint32_t property)
{
  const ng_wikidata_list *lists = (const void *)im->lists.at;
  for (size_t i = 0; i < count_lists(im); i++)
    if (lists[i].property == property)
      return lists[i].list;
  return (ng_str){NULL, 0};
}

bool
ng_wikidata_claims(ng_wikidata *im)
{
  const ng_wikidata_list *lists = (const void *)im->lists.at;
  property_row row;
  if (im->lists.failed)
    return false;
  for (size_t i = 0; i < count_lists(im); i++)
    if (find_property(lists[i].property, &row) &&
        !take_property(im, &row, lists[i].list))
      return false;
  return true;
}
