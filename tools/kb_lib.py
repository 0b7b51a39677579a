"""What kb_make.py and kb_check.py share: the tables, Turtle, names.

The tables are tab-separated, with a header line, plain or gzipped: entities
and people (qid, label, aliases, description, types, enwiki, popularity,
sources), offices (person, office, office_label, country, start, end), triples
(subject, property, object) and jurisdictions (office, P1001, state).
"""

import gzip
import json
import math
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from urllib.parse import unquote

PREFIXES = {
    "k": "https://w3id.org/newsgraph/kb/",
    "ng": "https://w3id.org/newsgraph/ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# How the facts of an entity are ordered; relations follow by name.
ORDER = [
    "ng:kind", "rdfs:label", "ng:shortName", "schema:alternateName",
    "ng:acronym", "ng:demonym", "ng:weakName", "ng:isoCode",
    "schema:description", "schema:gender", "ng:former", "ng:popularity",
]


def fold(text):
    """Lower case without marks, for comparing and sorting."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    for a, b in (("ł", "l"), ("ø", "o"), ("đ", "d"), ("ı", "i"), ("ß", "ss")):
        text = text.replace(a, b)
    return text.lower()


# --- Turtle ------------------------------------------------------------------


def literal(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + text.replace("\n", " ").replace("\t", " ") + '"'


def is_qid(name):
    return re.fullmatch(r"Q[0-9]+", name) is not None


def name_of(name):
    return ("wd:" if is_qid(name) else "k:") + name


def key_of(name):
    return (0, int(name[1:]), "") if is_qid(name) else (1, 0, name)


def date(text):
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
    return '"%s"^^xsd:%s' % (text, kind)


def values(prop, value):
    if not isinstance(value, (list, tuple)):
        value = [value]
    if prop not in ORDER:
        return [name_of(v) for v in sorted(set(value), key=key_of)]
    out = []
    for v in value:
        if isinstance(v, bool):
            out.append("true" if v else "false")
        else:
            out.append(str(v) if isinstance(v, int) else literal(v))
    return list(dict.fromkeys(out))


def block(name, facts):
    """One subject as Turtle; holdings last."""
    props = [p for p in ORDER if p in facts]
    props += sorted(p for p in facts if p not in ORDER and p != "ng:held")
    pairs = [(p, " , ".join(values(p, facts[p]))) for p in props]
    pairs = [(p, v) for p, v in pairs if v]
    pairs += [("ng:held", "[ %s ]" % h) for h in facts.get("ng:held", ())]
    lines = ["%s %s" % pair for pair in pairs]
    return name_of(name) + " " + " ;\n  ".join(lines) + " .\n"


def write_file(path, comment, entities):
    """Write {name: facts}, sorted by label; the same facts give the same
    bytes."""
    order = sorted(
        entities, key=lambda n: (fold(entities[n]["rdfs:label"]), key_of(n)))
    body = "\n".join(block(n, entities[n]) for n in order)
    with open(path, "w", encoding="utf-8") as out:
        for p in sorted(PREFIXES):
            if re.search(r"(^|[\s^])%s:" % p, body):
                out.write("@prefix %s: <%s> .\n" % (p, PREFIXES[p]))
        out.write("\n" + "".join("# %s\n" % l for l in comment) + "\n" + body)


SUBJECT = re.compile(r"^(wd|k):([A-Za-z0-9-]+) ")
LABEL = re.compile(r'rdfs:label ("(?:[^"\\]|\\.)*")')
NAMES = re.compile(
    r'(rdfs:label|schema:alternateName|ng:acronym|ng:demonym|ng:shortName) '
    r'(("(?:[^"\\]|\\.)*"(?: , )?)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def read_file(path):
    """The subjects of one of our files: (name, its block of lines, number of
    its first line)."""
    name, lines, first = None, [], 0
    with open(path, encoding="utf-8") as file:
        for n, line in enumerate(file, 1):
            m = SUBJECT.match(line)
            if m:
                name, lines, first = m.group(2), [], n
            if name:
                lines.append(line)
                if line.rstrip().endswith(" ."):
                    yield name, "".join(lines), first
                    name = None


def block_names(text):
    """Every name in a block, label first."""
    out = []
    for m in NAMES.finditer(text):
        out += [s.replace('\\"', '"') for s in STRING.findall(m.group(2))]
    return out


# --- tables ------------------------------------------------------------------


def rows(folder, table):
    """The rows of a table, without its header."""
    path = os.path.join(folder, table + ".tsv")
    opener = open
    if not os.path.exists(path):
        path, opener = path + ".gz", gzip.open
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            next(file)
            for line in file:
                yield line.rstrip("\n").split("\t")
    except OSError as error:
        sys.exit("%s: %s" % (path, error.strerror))


def unescape(text):
    """Decode \\u00FC and %27, which some sources have."""
    text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m.group(1), 16)),
                  text)
    return unquote(text) if re.search("%[0-9A-F]{2}", text) else text


class Item:
    """One entity of the tables, its rows merged."""

    def __init__(self):
        self.label = ""
        self.labels, self.aliases, self.types = [], [], []
        self.titles, self.sources = [], set()
        self.description = ""
        self.figures = {}

    def add(self, row):
        label = unescape(row[1])
        if label and not is_qid(label):
            self.labels.append(label)
        self.label = self.label or (self.labels[0] if self.labels else "")
        self.aliases += [unescape(a) for a in row[2].split("|") if a]
        self.description = self.description or unescape(row[3])
        self.types += [t for t in row[4].split("|") if t]
        if row[5]:
            self.titles.append(unescape(row[5]).replace("_", " "))
        for k, v in (json.loads(row[6]) if row[6] else {}).items():
            self.figures[k] = max(self.figures.get(k, 0), v or 0)
        self.sources |= set(row[7].split("|")) if len(row) > 7 else set()

    def names(self):
        return self.labels + self.titles + self.aliases


def read_items(folder):
    items = defaultdict(Item)
    for table in ("entities", "people"):
        for row in rows(folder, table):
            items[row[0]].add(row)
    return dict(items)


class Tables:
    def __init__(self, folder):
        self.items = read_items(folder)
        self.facts = defaultdict(list)
        self.neighbours = Counter()
        for s, p, o, *_ in rows(folder, "triples"):
            self.facts[s, p].append(o)
            self.neighbours[s] += 1
            self.neighbours[o] += 1
        self.jurisdictions = defaultdict(list)
        for s, _, o in rows(folder, "jurisdictions"):
            self.jurisdictions[s].append(o)
        self.offices = list(rows(folder, "offices"))
        self.top = self.weight("Q30")

    def label(self, qid):
        return self.items[qid].label if qid in self.items else ""

    def weight(self, qid):
        item, log = self.items[qid], math.log1p
        f = item.figures
        rank = max([v for k, v in f.items() if k.startswith("pr_")] or [0])
        links = max([v for k, v in f.items() if k.startswith("indeg_")] or [0])
        return (.4 * log(rank * 1e6) + .5 * log(links)
                + .5 * log(f.get("sitelinks", 0))
                + .15 * log(f.get("pageviews", 0))
                + .4 * log(f.get("codex_deg", 0))
                + .8 * log(f.get("wiki27k_deg", 0))
                + .12 * log(f.get("population", 0))
                + .35 * len(item.sources)
                + .3 * log(self.neighbours[qid])
                + .4 * log(len(set(item.aliases)))
                + .5 * bool(item.titles))

    def popularity(self, qid):
        """0 to 1000; the United States have 1000."""
        return min(1000, round(1000 * self.weight(qid) / self.top))


# --- names -------------------------------------------------------------------

# Short words that may begin a name in lower case.
PARTICLES = ("the ", "al-", "al ", "el-", "de ", "da ", "von ", "van ", "bin ",
             "e.", "i", "d'", "l'", "di ", "la ", "le ")


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1e00 <= ord(c) < 0x1f00 or c in "ʻʼ’‘–-"
               for c in text)


def is_plain(name):
    """No markup, code, emoji, foreign script or possessive."""
    return (2 <= len(name) <= 70 and is_latin(name)
            and re.search(r"[A-Za-zÀ-ɏ]", name) is not None
            and not re.search(r"[(){}\[\]|@#_=<>/\\;:*\"]|,| - |\d{5}", name)
            and not re.search(r"['’]s?$", name))


def initials(name):
    return "".join(w[0] for w in re.split(r"[\s\-]+", name) if w).upper()


def is_acronym(name, full):
    """EU for European Union: its capitals, in order, begin words of it."""
    letters = re.sub(r"[^A-Za-z]", "", name)
    if not re.fullmatch(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,5}|[A-Z]{2,7}", letters):
        return False
    have, at = initials(fold(full)), -1
    for c in letters.upper():
        at = have.find(c, at + 1)
        if at < 0:
            return False
    return True
