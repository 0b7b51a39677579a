/* event.c - the names of classes, roles and predicates. */
#include "event.h"

#define NAME(name) #name,

const char *
ng_event_class_name(ng_event_class class)
{
  static const char *const names[] = {NG_EVENT_CLASS_LIST(NAME)};
  return names[class];
}

const char *
ng_role_name(ng_role role)
{
  static const char *const names[] = {NG_ROLE_LIST(NAME)};
  return names[role];
}

const char *
ng_predicate_name(ng_predicate predicate)
{
  static const char *const names[] = {NG_PREDICATE_LIST(NAME)};
  return names[predicate];
}
