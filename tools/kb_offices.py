"""Offices, who held them when, and the people: the larger part of the
built-in knowledge base."""

import re
from collections import defaultdict

from kb_lib import date, fold, is_latin, is_plain, is_qid

YEAR = "2000"  # holdings that ended before are left out

# Offices by rank, the first that matches the title.  What an office is worth:
# a floor of its holder's popularity, then a share of its state's.
RANKS = [
    ("state", 210, .33, r"^(president|king|queen|emperor|monarch|emir|sultan|"
     r"grand duke|supreme leader|captain regent|sovereign prince|pope|"
     r"federal president|head of state|druk gyalpo|yang di-pertuan agong|"
     r"french co-prince|chairman of the presidency|paramount leader)$"),
    ("government", 210, .33, r"^(prime minister|federal chancellor|chancellor|"
     r"taoiseach|premier|head of (the )?government|minister of state of monaco|"
     r"premier of the state council|president of the government|"
     r"chairman of the council of ministers|minister-president|"
     r"general secretary of the chinese communist party)$"),
    ("foreign", 150, .28, r"(minister|secretary|head)\b.*\b(foreign|external|"
     r"international) (affairs|relations)|foreign minister|"
     r"united states secretary of state|foreign secretary"),
    ("defence", 140, .24, r"(minister|secretary)\b.*\bdefen[cs]e"),
    ("speaker", 120, .22, r"^(speaker|president|chairman|chairwoman|chair) of "
     r"the .*(parliament|assembly|congress|senate|chamber|council|duma|house|"
     r"knesset|rada|bundestag)|^speaker\b"),
    ("minister", 110, .2, r"\b(minister|vice[- ]president|vice[- ]premier|"
     r"state councilor|chancellor of the exchequer|"
     r"attorney[- ]general|prosecutor[- ]general|home secretary)\b|"
     r"^united states secretary of|^secretary of (?!state for)|"
     r"president of the european|high representative"),
    ("high", 100, .17, r"\b(governor of the .*bank|chief of (the )?(general |"
     r"defen[cs]e |army |naval |air )?staff|commander[- ]in[- ]chief|"
     r"chief justice|president of the (supreme|constitutional)|governor|"
     r"secretary[- ]general|general secretary|director general|"
     r"first lady|crown prince|joint chiefs|national security|spokesperson|"
     r"president of|premier of|prime minister of|chief minister|head of the|"
     r"mayor of|minister-president|european commissioner|"
     r"permanent representative|envoy|prosecutor|co-prince|king of|"
     r"state secretary|secretary of state|deputy minister|chief of staff|"
     r"first minister|director of (the )?(central intelligence|federal bureau|"
     r"national intelligence)|justice of the supreme court of the united)"),
    ("envoy", 60, .1, r"^ambassador|high commissioner"),
    ("member", 60, .13, r"\b(member|deputy|senator|representative|"
     r"teachta dála)\b"),
    ("other", 60, .08, r""),
]
RANKS = [(n, a, b, re.compile(r)) for n, a, b, r in RANKS]

# Members of councils, regional parliaments and the like are too many.
LOCAL = re.compile(
    r"\b(council(lor)?|corporation|landtag|regional|provincial|legislative "
    r"assembly of|state senate|state representative|state deputy|deputy of "
    r"the state|house of delegates|general assembly|alternate|substitute|"
    r"city|municipal|county|district|assembly member|parliamentary assembly|"
    r"legislative (assembly|council)|state (house|assembly)|"
    r"(?<!states )house of representatives of [A-Z]\w+ \(|honorary|"
    r"sami parliament|corts|cortes of|parliament of (catalonia|wallonia|the "
    r"(basque|brussels|balearic)|flanders)|basque parliament|assembly of madrid"
    r"|party whip|whip|member of the .*(alaska|montana|michigan|arizona|texas|"
    r"massachusetts|washington|nevada|colorado|indiana|minnesota|wyoming|"
    r"florida|georgia state|wisconsin|missouri|ohio|oklahoma|pennsylvania|"
    r"california|mississippi))\b|議員", re.I)


def rank_of(title, state_names):
    title = fold(title)
    for name in state_names:
        if title.endswith(" of " + name) and not title.startswith("mayor"):
            title = title[:-len(" of " + name)]
            break
    for i, (name, _, _, rx) in enumerate(RANKS):
        if rx.search(title):
            return i
    return len(RANKS) - 1


class Office:
    def __init__(self, qid):
        self.qid = qid
        self.titles, self.states = [], []
        self.rank = len(RANKS) - 1
        self.n = 0


class Offices:
    """The holdings since YEAR, by person, and the offices they are of."""

    def __init__(self, tables, states, bodies):
        self.tables = tables
        self.bodies = bodies  # governments, parliaments: their state counts
        self.states = states  # qid: (label, names folded, popularity)
        self.by_qid = {}
        self.held = defaultdict(list)
        for person, office, title, state, start, end in tables.offices:
            if not is_qid(office) or (end and end < YEAR):
                continue
            if person not in tables.items or is_qid(title):
                continue
            self.add(person, office, title, state, start, end)
        for office in self.by_qid.values():
            self.place(office)

    def add(self, person, qid, title, state, start, end):
        if not start and not end:
            start = ""
        office = self.by_qid.setdefault(qid, Office(qid))
        office.titles.append(title)
        office.n += 1
        if state:
            office.states.append(state)
        self.held[person].append((qid, state, start, end, title))

    def place(self, office):
        own = self.tables.jurisdictions.get(office.qid, [])
        states = [s for s in own + office.states if s in self.states]
        office.jurisdiction = (own + states + [""])[0]
        if office.jurisdiction in self.bodies:
            office.jurisdiction = (states + own)[0]
        office.state = states[0] if states else ""
        if not office.jurisdiction:
            office.jurisdiction = office.state
        names = [n for s in states[:1] for n in self.states[s][1]]
        labels = office.titles + [self.tables.label(office.qid)]
        office.rank = min(rank_of(t, names) for t in labels if t)
        if office.jurisdiction and office.jurisdiction not in self.states:
            office.rank = max(office.rank, 6)  # of a region, not of a state
        local = sum(LOCAL.search(t) is not None for t in office.titles)
        office.local = local * 2 > len(office.titles) and office.rank > 5

    def floor(self, qid, end):
        office = self.by_qid[qid]
        _, base, share, _ = RANKS[office.rank]
        state = self.states.get(office.state)
        value = base + share * (state[2] if state else 300)
        return int(value * (.8 if end and end < "2010" else 1))

    # --- as facts --------------------------------------------------------

    def label(self, office):
        titles = sorted(set(office.titles + [self.tables.label(office.qid)]),
                        key=lambda t: (-len(t), t))
        titles = [t for t in titles if t and not is_qid(t)]
        if not office.state:
            return self.tables.label(office.qid) or titles[0]
        names = self.states[office.state][1]
        for t in titles:
            if any(re.search(r"\b%s\b" % re.escape(n), fold(t))
                   for n in names):
                return t
        name = self.tables.label(office.qid) or titles[0]
        return "%s of %s" % (name, self.states[office.state][3])

    def facts(self, office):
        """No other names: "Israeli Prime Minister" as one name would hide the
        state and the title in it."""
        facts = {"ng:kind": "office", "rdfs:label": self.label(office),
                 "ng:popularity": min(400, self.floor(office.qid, "") // 2)}
        if office.jurisdiction in self.tables.items:
            facts["ng:jurisdiction"] = [office.jurisdiction]
        return facts

    def holding(self, row, states):
        qid, state, start, end, _ = row
        office = self.by_qid[qid]
        parts = ["ng:office wd:" + qid]
        where = state or office.jurisdiction
        if where != office.jurisdiction and where in states:
            parts.append("ng:jurisdiction wd:" + where)
        if start:
            parts.append("ng:validFrom " + date(start))
        if end:
            parts.append("ng:validUntil " + date(end))
        return " ; ".join(parts)


def merge(rows):
    """Holdings of one person: the same term told twice is told once, terms
    that follow each other are one."""
    by_office = defaultdict(list)
    for r in rows:
        by_office[r[0]].append(r)
    out = []
    for qid in sorted(by_office, key=lambda q: int(q[1:])):
        terms = sorted(set(by_office[qid]), key=lambda r: r[2:] + r[:2])
        done = []
        for t in terms:
            same = [d for d in done if same_term(d, t)]
            if not same:
                done.append(t)
                continue
            d = same[-1]
            goes_on = t[2] and d[2] and not t[2].startswith(d[2])
            done[done.index(d)] = (
                qid, d[1] or t[1], finer(d[2], t[2]),
                t[3] if goes_on else later(d[3], t[3]), d[4])
        out += done
    return sorted(out, key=lambda r: (r[2] or "9",) + r)


def finer(a, b):
    if a and b and not b.startswith(a):
        return min(a, b)
    return max(a, b, key=len)


def later(a, b):
    if a and b and b.startswith(a):
        return b
    if not a or not b:  # one source knows the end, or it is still open
        return a or b
    return max(a, b)


def same_term(a, b):
    if not a[2] or not b[2]:
        return a[2] == b[2] or not b[3] or a[3] == b[3]
    if a[2].startswith(b[2]) or b[2].startswith(a[2]):
        return True
    if a[3] and a[3][:7] >= b[2][:7]:  # goes on within the month
        return True
    return a[3] != "" and b[2][:4] == a[3][:4] and len(b[2]) == 4


def person_names(item, label):
    """Names of a person that news would use; surnames the builder makes."""
    words = set(fold(label).replace("-", " ").split())
    out = []
    for name in item.names():
        parts = set(fold(name).replace("-", " ").split())
        name = re.sub(r" \([^)]*\)$", "", name)
        if (name == label or not is_plain(name) or len(parts) < 2
                or not parts & words or name.upper() == name
                or fold(name) == fold(label) or not name[0].isupper()
                or re.search(r"\b(Mr|Mrs|Dr|Sir|President|Prime|Minister|"
                             r"Chancellor|Senator|King|Prince|Lord|Lady|the|"
                             r"The|of|and|for|No|St|General|Pope)\b", name)
                or len(name.split()) > 4
                or not all(w[0].isupper() or w in (
                    "de", "da", "dos", "von", "van", "bin", "al", "el", "der",
                    "ibn", "del", "la", "di", "e", "y", "ben", "bint", "du")
                    or w.startswith(("al-", "el-", "d'", "bin"))
                    for w in name.split())):
            continue
        out.append(name)
    return list(dict.fromkeys(out))[:4]


def usable_label(item, label):
    return (label and is_latin(label) and not is_qid(label)
            and not label.isupper() and " " in label.strip())
