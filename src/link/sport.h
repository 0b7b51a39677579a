/* sport.h - which sport an article is of. */
#ifndef NG_LINK_SPORT_H
#define NG_LINK_SPORT_H

#include "doc.h"
#include "kb/facet.h"

/* What the article's words are mostly of, if it is on sport. */
ng_sport ng_sport_of_article(const ng_doc *doc);

#endif /* NG_LINK_SPORT_H */
