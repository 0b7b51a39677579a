#!/usr/bin/env python3
"""Make the bulk files of the built-in knowledge base from tables of facts.

usage: kb_make.py TABLES KB

TABLES is a folder of tables (see kb_lib.py), KB the folder ontology/kb.  The
files written are listed in BULK; every other .ttl of KB is written by hand,
and what it declares is left out here.  The same tables give the same bytes.
"""

import glob
import os
import re
import sys
from collections import Counter, defaultdict

from kb_kinds import Kinds
from kb_lib import (PREFIXES, Tables, block_names, fold, is_acronym, is_latin,
                    is_plain, is_qid, read_file, write_file)
from kb_spell import spellings
from kb_offices import RANKS, Offices, merge, person_names, usable_label

# File: what it holds, and the least popularity of an entity in it.
BULK = {
    "cities": ("Cities above 100,000 and others often in the news.", 330),
    "regions": ("Provinces, states of federations, districts.", 200),
    "places": ("Rivers, seas, islands, mountains, airports, squares.", 80),
    "landmarks": ("Buildings, airports, stadiums, prisons, dams.", 150),
    "media": ("Newspapers, broadcasters, news agencies.", 60),
    "companies": ("Companies and banks.", 120),
    "organizations": ("Associations, foundations, unions, movements.", 110),
    "agencies": ("Government bodies, agencies, regional parliaments.", 90),
    "international": ("Organisations of states.", 40),
    "courts": ("Courts and tribunals.", 40),
    "military": ("Armies, police, intelligence services, armed groups.", 60),
    "parties": ("Political parties and alliances.", 0),
    "schools": ("Universities and research institutes.", 150),
    "conflicts": ("Wars, battles, attacks.", 40),
    "treaties": ("Treaties, agreements, laws.", 40),
    "events": ("Elections, summits, disasters, crises, games.", 60),
    "peoples": ("Peoples and ethnic groups.", 60),
    "religions": ("Religions and churches.", 90),
    "former-states": ("States of the past.", 120),
    "teams": ("Sports clubs and national teams.", 140),
    "leagues": ("Leagues and competitions.", 120),
    "awards": ("Prizes and orders.", 150),
    "products": ("Weapons, aircraft, vehicles, software, services.", 130),
    "works": ("Books, films and programmes.", 300),
    "languages": ("Languages.", 200),
}
KIND_FILE = {
    "city": "cities", "region": "regions", "place": "places",
    "building": "landmarks", "media": "media", "company": "companies",
    "organization": "organizations", "government": "agencies",
    "international": "international", "court": "courts",
    "military": "military", "party": "parties", "school": "schools",
    "conflict": "conflicts", "treaty": "treaties", "event": "events",
    "group": "peoples", "religion": "religions", "country": "former-states",
    "team": "teams", "league": "leagues", "award": "awards",
    "product": "products", "work": "works", "language": "languages",
}
RELATIONS = {
    "P17": "ng:country", "P463": "ng:memberOf", "P361": "ng:partOf",
    "P131": "ng:locatedIn", "P159": "ng:headquarters",
    "P102": "ng:memberOfParty", "P1366": "ng:successor",
    "P112": "ng:founder", "P488": "ng:chair", "P127": "ng:owner",
    "P749": "ng:parent", "P36": "ng:capital",
}
HELD = re.compile(r'ng:office wd:(Q\d+)[^]]*?validFrom "(\d{4})')
FAMOUS = 245  # the least popularity of a person without an office
COMMENT = ["Made by tools/kb_make.py from tables of facts."]


class Maker:
    def __init__(self, folder, out):
        self.tables = Tables(folder)
        self.kinds = Kinds(self.tables)
        self.out = out
        self.taken, self.reserved, self.common = {}, {}, set()
        self.states = {}
        self.told = set()  # (person, office, year) of holdings by hand
        self.read_hand()
        self.read_states()
        self.read_common()

    # --- what is there already -------------------------------------------

    def hand_files(self):
        made = {"%s.ttl" % f for f in BULK} | {"offices.ttl"}
        for path in sorted(glob.glob(os.path.join(self.out, "*.ttl"))):
            name = os.path.basename(path)
            if name not in made and not name.startswith("people-"):
                yield path

    def read_hand(self):
        for path in self.hand_files():
            for name, text, _ in read_file(path):
                for h in HELD.findall(text):
                    self.told.add((name,) + h)
                if " ng:kind " not in text:
                    continue
                self.taken.setdefault(name, text)
                for n in block_names(text):
                    self.reserved.setdefault(fold(n), name)

    def read_states(self):
        path = os.path.join(self.out, "countries.ttl")
        for name, text, _ in read_file(path):
            if 'ng:kind "country"' not in text or not is_qid(name):
                continue
            names = block_names(text)
            weight = int(re.search(r"ng:popularity (\d+)", text).group(1))
            label = names[0]
            the = "the " + label if "the " + label in names or re.match(
                r"United |Central African|Democratic Rep|Dominican|Czech Rep|"
                r"Republic of|Soviet|Solomon|Marshall|Federated", label
            ) else label
            m = re.search(r"ng:demonym ([^;]*) ;", text)
            demonyms = re.findall(r'"([^"]*)"', m.group(1)) if m else []
            folded = [fold(n) for n in names]
            folded += ["the " + n for n in folded]
            self.states[name] = (label, folded, weight, the, demonyms)

    def read_common(self):
        """Words that the tables have in lower case: bad names alone."""
        for item in self.tables.items.values():
            if item.label and item.label == item.label.lower():
                self.common.add(item.label)

    # --- names -----------------------------------------------------------

    def good_name(self, name, qid, label, kind):
        low = fold(name)
        if (name == label or not is_plain(name) or low == fold(label)
                or self.reserved.get(low, qid) != qid
                or low in self.owners and self.owners[low] != qid):
            return False
        if name.upper() == name and re.search("[A-Z]{2}", name):
            return len(name) > 2 and is_acronym(name, label)
        if not (name[0].isupper() or name[0].isdigit()) or low in self.common:
            return False
        if re.match(r"(A|An|Category|List|Flag|Embassy) ", name):
            return False
        words, own = set(low.split()), set(fold(label).split())
        if kind in ("city", "region", "place"):
            return similar(low, fold(label))
        if kind in ("work", "award"):
            return False
        return bool(words & own - SMALL) and len(words) > 1

    def find_owners(self, chosen):
        """The one entity that a name is the label of, if it is far better
        known than others: its label is nobody's alias."""
        best = {}
        for qid, (_, weight, label) in chosen.items():
            low = fold(label)
            if weight > best.get(low, (0, ""))[0]:
                best[low] = (weight, qid)
        self.owners = {low: q for low, (_, q) in best.items()}

    def names(self, qid, label, kind):
        item = self.tables.items[qid]
        out, seen = [], {fold(label)}
        extra = [short_name(label, kind)]
        extra += [re.sub(r" \([^)]*\)$", "", t) for t in item.titles]
        for name in extra + item.labels + item.aliases:
            name = (name or "").strip()
            if not name or fold(name) in seen:
                continue
            if self.good_name(name, qid, label, kind):
                seen.add(fold(name))
                out.append(name)
        return out[:4]

    # --- bulk ------------------------------------------------------------

    def choose(self):
        chosen = {}
        for qid, item in self.tables.items.items():
            if qid in self.taken or not usable(item):
                continue
            kind = self.kinds.of(item)
            file = KIND_FILE.get(kind)
            if not file:
                continue
            weight = self.tables.popularity(qid)
            if wanted(kind, item, weight, self.tables.facts[qid, "P17"]):
                chosen[qid] = (kind, weight, title_or_label(item, kind))
        return chosen

    def facts_of(self, qid, kind, weight, label):
        facts = {"ng:kind": kind, "rdfs:label": label,
                 "ng:popularity": weight}
        names = self.names(qid, label, kind)
        short = [n for n in names if n.upper() == n
                 and is_acronym(n, label)]
        names = [n for n in names if n not in short]
        if names:
            facts["schema:alternateName"] = names
        if short:
            facts["ng:acronym"] = short[:2]
        if kind == "country":
            facts["ng:former"] = True
        self.relations(qid, facts)
        if kind in ("city", "region") and "ng:country" not in facts:
            self.guess_country(qid, facts)
        return facts

    def relations(self, qid, facts):
        for prop, term in RELATIONS.items():
            objects = [o for o in self.tables.facts[qid, prop]
                       if o in self.known and o != qid]
            if objects:
                facts[term] = sorted(set(objects), key=lambda o: int(o[1:]))
                if term == "ng:country":
                    facts[term] = facts[term][:3]
                elif len(facts[term]) > 8:
                    facts[term] = facts[term][:8]

    def guess_country(self, qid, facts):
        """By the first state that the description names."""
        text = self.tables.items[qid].description
        best = None
        for state, (label, *_) in self.states.items():
            at = text.find(label)
            if at >= 0 and (best is None or (at, -len(label)) < best[0]):
                best = ((at, -len(label)), state)
        if best:
            facts["ng:country"] = [best[1]]

    def bulk(self):
        chosen = self.choose()
        self.find_owners(chosen)
        files = defaultdict(dict)
        self.known = set(self.taken) | set(chosen) | set(self.people)
        for qid, (kind, weight, label) in chosen.items():
            files[KIND_FILE[kind]][qid] = self.facts_of(
                qid, kind, weight, label)
        for name, (about, _) in BULK.items():
            self.write(name, about, files[name])

    def write(self, name, about, entities):
        path = os.path.join(self.out, name + ".ttl")
        if not entities:
            return
        write_file(path, [about + "  " + COMMENT[0]], entities)
        print("%-16s %6d %9d" % (name, len(entities), os.path.getsize(path)))

    # --- people and offices ----------------------------------------------

    def find_people(self):
        bodies = {q for q, text in self.taken.items()
                  if "ng:governmentOf" in text}
        self.offices = Offices(self.tables, self.states, bodies)
        self.people = {}
        told = {person for person, _, _ in self.told}
        for qid, item in self.tables.items.items():
            if "Q5" not in item.types or qid in self.taken:
                continue
            label = person_label(item)
            if not usable_label(item, label):
                continue
            rows = [r for r in self.offices.held.get(qid, ())
                    if not self.offices.by_qid[r[0]].local]
            weight = self.tables.popularity(qid)
            rows = merge(rows)
            if rows:
                weight = max(weight, max(
                    self.offices.floor(r[0], r[3]) for r in rows)
                    + min(40, weight // 6))
            rows = [r for r in rows
                    if (qid, r[0], r[2][:4]) not in self.told]
            if qid in told or self.keeps_person(item, rows, weight):
                self.people[qid] = (label, rows, min(1000, weight))

    def count_given(self):
        """How often each word begins the name of a person."""
        self.given = Counter(fold(label.split()[0])
                             for label, _, _ in self.people.values())

    def keeps_person(self, item, rows, weight):
        if weight >= FAMOUS and not rows:
            return True
        if not rows:
            return False
        rank = min(self.offices.by_qid[r[0]].rank for r in rows)
        last = max(r[3] or "9" for r in rows)
        name = RANKS[rank][0]
        if name == "member":
            return weight >= 190 or (last >= "2018" and weight >= 150
                                     and bool(item.titles))
        if name in ("envoy", "other"):
            return last >= "2015" and bool(item.titles) or weight >= 200
        if name == "high":
            return last >= "2010" or bool(item.titles)
        return True

    def person_facts(self, qid):
        label, rows, weight = self.people[qid]
        item = self.tables.items[qid]
        facts = {"ng:kind": "person", "rdfs:label": label,
                 "ng:popularity": weight}
        states = [s for s in self.tables.facts[qid, "P27"]
                  if s in self.states]
        states = states or [s for s, _ in Counter(
            r[1] for r in rows if r[1] in self.states).most_common(1)]
        if states:
            facts["ng:citizenOf"] = states[:2]
        elif not rows:
            self.guess_citizen(item, facts)
        names = person_names(item, label)
        names += [n for n in spellings(label, facts.get("ng:citizenOf", ()),
                                       weight, self.given)
                  if self.reserved.get(fold(n), qid) == qid
                  and fold(n) not in self.common and n not in names]
        if names:
            facts["schema:alternateName"] = names
        party = [p for p in self.tables.facts[qid, "P102"]
                 if p in self.known]
        if party:
            facts["ng:memberOfParty"] = party[:3]
        if not rows:
            words = self.work_of(qid, item, facts.get("ng:citizenOf"))
            if words:
                facts["schema:description"] = words
        facts["ng:held"] = [self.offices.holding(r, self.known)
                            for r in self.pick(rows)]
        return facts

    def guess_citizen(self, item, facts):
        words = item.description.split(" ")
        for state, (_, _, _, _, demonyms) in self.states.items():
            if demonyms and words[0] == demonyms[0]:
                facts["ng:citizenOf"] = [state]

    def work_of(self, qid, item, states):
        """Occupation and state, in two or three words."""
        jobs = [fold(self.tables.label(o))
                for o in self.tables.facts[qid, "P106"]]
        jobs = [j for j in jobs if 3 < len(j) < 22][:2]
        if not jobs:
            jobs = [j for j in JOBS
                    if re.search(r"\b%s\b" % j, item.description)][:2]
        place = self.states[states[0]][4][:1] if states else []
        return " ".join(place + [" and ".join(jobs)]) if jobs else ""

    def pick(self, rows):
        """All offices of rank, and the last two seats in a parliament."""
        low = [r for r in rows if self.offices.by_qid[r[0]].rank > 6]
        drop = set(low[:-2])
        return [r for r in rows if r not in drop]

    def write_people(self):
        files = defaultdict(dict)
        used = {office for _, office, _ in self.told}
        for qid in self.people:
            facts = self.person_facts(qid)
            files[letter(self.people[qid][0])][qid] = facts
            used |= {r[0] for r in self.pick(self.people[qid][1])}
        for c in sorted(files):
            self.write("people-" + c, "People whose surname begins with %s."
                       % c.upper(), files[c])
        offices = {q: self.offices.facts(self.offices.by_qid[q])
                   for q in used & set(self.offices.by_qid)
                   if q not in self.taken}
        self.tie_offices(offices)
        self.write("offices", "Offices of states, regions and bodies.",
                   offices)

    def tie_offices(self, offices):
        """Short titles for the heads of state and government and the two
        ministers most in the news."""
        for qid, facts in offices.items():
            office = self.offices.by_qid[qid]
            name = RANKS[office.rank][0]
            if name in ("state", "government", "foreign", "defence"):
                short = short_title(office)
                if short:
                    facts["ng:shortName"] = short

    def run(self):
        self.find_people()
        self.count_given()
        seats = {r[0] for _, rows, _ in self.people.values()
                 for r in self.pick(rows)}
        seats |= {o for _, o, _ in self.told if o in self.offices.by_qid}
        self.taken.update({q: "" for q in seats if q not in self.taken
                           and self.offices.by_qid[q].n})
        self.bulk()
        for q in seats:
            if self.taken.get(q) == "":
                del self.taken[q]
        self.write_people()


SMALL = {"of", "the", "and", "de", "for", "in", "la", "&", "du", "des"}
JOBS = ["businessman", "businesswoman", "entrepreneur", "footballer", "actor",
        "actress", "singer", "journalist", "lawyer", "activist", "writer",
        "novelist", "economist", "general", "politician", "diplomat",
        "philosopher", "scientist", "physicist", "painter", "director",
        "tennis player", "basketball player", "boxer", "racing driver",
        "athlete", "poet", "composer", "musician", "historian", "model",
        "comedian", "cleric", "bishop", "judge", "astronaut", "artist"]


def similar(a, b):
    """Whether one name is a spelling of the other."""
    if not a or not b or a[0] != b[0] and not (a in b or b in a):
        return False
    if a in b or b in a:
        return min(len(a), len(b)) > 3 and not re.search(
            r"\b(province|region|governorate|district|county|state|fc|"
            r"airport|prefecture|oblast|department)\b", a)
    grams = lambda s: {s[i:i + 2] for i in range(len(s) - 1)}
    x, y = grams(a), grams(b)
    return 2 * len(x & y) >= len(x | y)


def short_name(label, kind):
    if kind == "company":
        return re.sub(r",? (Inc\.?|Corp\.?|Corporation|Ltd\.?|Limited|Group|"
                      r"plc|PLC|S\.A\.|AG|SE|Co\.|Company|N\.V\.|LLC)$", "",
                      label)
    if kind == "region":
        return re.sub(r" (Province|Region|Governorate|Oblast|Prefecture|"
                      r"Department|Voivodeship)$", "", label)
    return ""


def title_or_label(item, kind):
    title = re.sub(r" \([^)]*\)$", "", item.titles[0]) if item.titles else ""
    if kind in ("city", "region", "place"):
        title = title.split(",")[0]
        label = re.sub(r" [(:].*", "", item.label)
        label = label if ", and" in label else label.split(",")[0]
        if not title or fold(title) != fold(label):
            return label
    return title or item.label


def person_label(item):
    title = re.sub(r" \([^)]*\)$", "", item.titles[0]) if item.titles else ""
    label = item.label.replace("  ", " ")
    return title if title and title.split()[-1:] != label.split()[:1] \
        and " " in title and "," not in title else label


def usable(item):
    label = item.label
    return (label and is_latin(label) and not is_qid(label)
            and (label[0].isupper() or label[0].isdigit())
            and item.sources != {"wikidata-disambig"}
            and item.sources != {"reep-teams"}
            and not re.search(r"[\\|]", label)
            and is_plain(re.sub(r" \([^)]*\)$", "", label).replace(",", "")
                         .replace(":", "")))


def wanted(kind, item, weight, states):
    if kind == "city":
        people = item.figures.get("population", 0)
        return (people >= 100000 or weight >= BULK["cities"][1]
                or any("capital" in t for t in item.types))
    if kind == "region" and any(
            t in ("dr5hn:adm1", "dr5hn:province", "dr5hn:state",
                  "dr5hn:governorate", "dr5hn:republic")
            for t in item.types):
        return True
    if kind in ("company", "organization", "government") and all(
            s in ("name-suggestion-index", "ror", "govdirectory",
                  "codex(types only)") for s in item.sources):
        return len(item.sources) > 1 and weight >= 60
    if kind == "place" and re.search(
            r" border$|\b(Line|Railway|railway|Route|Highway)\b", item.label):
        return False
    return weight >= BULK[KIND_FILE[kind]][1]


def short_title(office):
    titles = [fold(t) for t in office.titles]
    for t in ("president", "king", "queen", "emperor", "emir", "sultan",
              "supreme leader", "prime minister", "chancellor", "taoiseach",
              "premier"):
        if any(re.match(r"(federal )?%s($| of )" % t, x) for x in titles):
            return [t]
    if RANKS[office.rank][0] == "foreign":
        return ["foreign minister"]
    if RANKS[office.rank][0] == "defence":
        return ["defence minister", "defense minister"]
    return []


def letter(label):
    c = fold(label.split()[-1])[:1]
    return c if "a" <= c <= "z" else "z"


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: kb_make.py TABLES KB")
    Maker(sys.argv[1], sys.argv[2]).run()


if __name__ == "__main__":
    main()
