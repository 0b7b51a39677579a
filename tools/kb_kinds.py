"""The coarse kind of an entity of the tables, from the labels of its types
and the head of its description."""

import re

# Types that say the kind outright.
SURE = {
    "Q5": "person", "Q476028": "team", "Q7278": "party", "Q484170": "city",
    "Q747074": "city", "Q11424": "work", "Q15221623": "relation",
    "Q4164871": "office", "Q35749": "government", "Q15632617": "fiction",
    "Q4167410": "drop", "Q13406463": "drop", "Q4167836": "drop",
    "Q15773347": "fiction", "Q16695773": "drop", "Q27020041": "season",
    "Q101352": "name", "Q202444": "name", "Q12308941": "name",
    "Q11879590": "name", "Q3409032": "name",
}

PREFIX = [
    ("dr5hn:city", "city"), ("ne:populated_places", "city"),
    ("dr5hn:capital", "city"), ("dr5hn:adm1", "region"), ("dr5hn:", "region"),
    ("ror:education", "school"), ("ror:company", "company"),
    ("ror:government", "government"), ("ror:healthcare", "hospital"),
    ("ror:facility", "school"), ("ror:archive", "organization"),
    ("ror:", "organization"), ("nsi:flags", ""), ("nsi:", "company"),
    ("gov:", "government"), ("ep:organization", "party"),
]

# The first that matches decides; the order is that of certainty.
WORDS = [
    ("drop", r"wikimedia|disambiguation|wikidata|iana time zone|template"),
    ("season", r"sports season|season of|ceremony|edition of"),
    ("fiction", r"fictional|character"),
    ("school", r"law school|university|faculty|school$"),
    ("event", r"summit|conference|congress meeting|protest|demonstration|"
     r"election|referendum|earthquake|cyclone|hurricane|typhoon|tsunami|flood|"
     r"disaster|accident|aviation accident|pandemic|epidemic|outbreak|scandal|"
     r"crisis|olympic games|assassination|coup|revolution|trial|famine|"
     r"wildfire|explosion|shipwreck|festival|world's fair|famine|recession"),
    ("conflict", r"\bwar\b|wars|battle|military operation|armed conflict|"
     r"conflict|terrorist attack|attack|massacre|genocide|siege|invasion|"
     r"insurgency|mass murder|mass shooting|bombing|uprising|rebellion|"
     r"military campaign|airstrike|offensive"),
    ("treaty", r"treaty|agreement|convention|accord|peace process|protocol|"
     r"charter|act of (parliament|congress)|^constitution|\blaw$|resolution|"
     r"statute|declaration"),
    ("party", r"political party|party\b|political coalition|"
     r"political alliance|parliamentary group|electoral alliance"),
    ("military", r"armed forces|army|navy|air force|militia|paramilitary|"
     r"terrorist (organi[sz]ation|group)|armed (group|organi[sz]ation)|"
     r"guerrilla|military (unit|branch|organi[sz]ation|alliance)|police|"
     r"rebel group|intelligence agency|jihadist"),
    ("court", r"\bcourt\b|tribunal"),
    ("media", r"newspaper|news agency|television (channel|station|network)|"
     r"broadcaster|broadcasting|magazine|radio (station|network)|news website|"
     r"periodical|media company|online newspaper|news program|journal\b|"
     r"public broadcaster|tv channel"),
    ("company", r"business|company|enterprise|\bbank\b|airline|corporation|"
     r"conglomerate|manufacturer|automaker|retail|chain|publisher|"
     r"stock exchange|record label|operator"),
    ("international", r"international organi[sz]ation|intergovernmental|"
     r"supranational|specialized agency|united nations|regional organi|"
     r"trade bloc|international (non-governmental|court|financial)"),
    ("government", r"parliament|legislat|ministry|government|cabinet|"
     r"department of|agency|regulatory|central bank|commission|embassy|"
     r"upper house|lower house|public (body|office of)"),
    ("school", r"university|college|research institute|school|academy|"
     r"educational|think tank|institute|learned society"),
    ("team", r"football club|sports (club|team)|national .*team|basketball "
     r"team|hockey team|baseball team|cycling team|team\b|franchise|club$"),
    ("league", r"league|championship|competition|tournament|cup\b|"
     r"sporting event|grand prix|rugby|recurring"),
    ("office", r"position|public office|head of (state|government)|minister"),
    ("country", r"sovereign state|^country$|historical country|"
     r"state with limited recognition|dependent territory|"
     r"empire|former country|^state$|kingdom"),
    ("city", r"city|town|capital|municipality|commune|village|settlement|"
     r"big city|metropolis|borough|suburb|comune|populated place|urban"),
    ("region", r"province|region|state of|oblast|governorate|prefecture|"
     r"county|department of|district|territory|federated|republic of|canton|"
     r"administrative|autonomous|voivodeship|emirate|continent|peninsula|"
     r"geographic"),
    ("building", r"building|palace|airport|stadium|museum|church|cathedral|"
     r"mosque|temple|prison|bridge|power (station|plant)|dam\b|skyscraper|"
     r"castle|hotel|memorial|monument|base\b|tower|hospital|theater|residence|"
     r"concentration camp"),
    ("place", r"river|lake|sea\b|ocean|mountain|island|strait|gulf|bay|canal|"
     r"desert|valley|volcano|archipelago|reef|border|park\b|street|square|"
     r"road|railway|port\b|pipeline|glacier|forest|neighbou?rhood|cape"),
    ("group", r"ethnic group|people\b|religious group|nation\b|tribe|"
     r"diaspora|indigenous"),
    ("religion", r"religion|religious denomination|christian denomination|"
     r"\bsect\b|church body|islamic"),
    ("language", r"language|dialect"),
    ("disease", r"disease|disorder|syndrome|infection|virus|cancer"),
    ("award", r"award|prize|medal|\border\b|decoration"),
    ("work", r"film|album|song|novel|book|television series|video game|"
     r"painting|single|episode|musical|opera|literary work|sculpture|manga|"
     r"anime|poem|play\b|series|comic|franchise|creative work|written work"),
    ("occupation", r"occupation|profession"),
    ("product", r"software|aircraft|missile|weapon|website|social network|"
     r"ship|vehicle|operating system|vaccine|spacecraft|satellite|rocket|"
     r"rifle|tank\b|currency|cryptocurrency|mobile|automobile|launch vehicle|"
     r"application|online service|drug|medication|brand"),
    ("person", r"^human$|tennis player"),
    ("organization", r"organi[sz]ation|association|foundation|movement|union|"
     r"federation|institution|charity|society|council|committee|network|"
     r"lobby|fund\b|advocacy"),
    ("species", r"taxon|species|breed"),
]
WORDS = [(k, re.compile(r)) for k, r in WORDS]
PRIORITY = [
    "drop", "person", "fiction", "season", "relation", "country", "party",
    "conflict", "treaty", "event", "city", "media", "international", "court",
    "military", "region", "school", "company", "government", "team", "league",
    "building", "place", "group", "religion", "language", "disease", "award",
    "work", "product", "office", "occupation", "organization", "hospital",
    "species", "name",
]
RANK = {k: i for i, k in enumerate(PRIORITY)}


def of_words(text):
    text = text.lower()
    for kind, rx in WORDS:
        if rx.search(text):
            return kind
    return ""


def head_kind(text):
    """The kind of the noun that a description begins with: "port city" of
    "port city in Italy"."""
    head = re.split(r"\b(in|of|by|for|from|at|on|that|which|between)\b|[,;(]",
                    text)[0]
    return of_words(" ".join(head.split()[-2:]))


class Kinds:
    def __init__(self, tables):
        self.tables = tables
        self.of_type = {}

    def type_kind(self, t):
        if t not in self.of_type:
            kind = SURE.get(t)
            if kind is None:
                kind = next((k for p, k in PREFIX if t.startswith(p)), None)
            if kind is None:
                kind = of_words(self.tables.label(t))
            self.of_type[t] = kind
        return self.of_type[t]

    def votes(self, item):
        kinds = {}
        for t in item.types:
            k = self.type_kind(t)
            if k:
                weight = 1 if t.startswith(("nsi:", "ror:", "gov:")) else 3
                kinds[k] = kinds.get(k, 0) + weight
        return kinds

    def of(self, item):
        votes = self.votes(item)
        if "Q5" in item.types:
            return "person"
        if "drop" in votes:
            return "drop"
        head = head_kind(item.description)
        if head:
            votes[head] = votes.get(head, 0) + 2
        if not votes:
            return ""
        return min(votes, key=lambda k: (-votes[k], RANK.get(k, 99)))
