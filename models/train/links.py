#!/usr/bin/env python3
"""Links to learn ranking from, out of passages whose relations are annotated.

  links.py redocred --kb DIR --docs redocred-dev.json.gz > redocred.jsonl
  links.py knowledgenet --docs knowledgenet-dev.jsonl.gz > knowledgenet.jsonl
  newsgraph train ranking --partial knowledgenet ... redocred.jsonl \\
      knowledgenet.jsonl

KnowledgeNet says which entity of Wikidata the two ends of a fact are; other
names of its passages are not marked.  Pronouns are left out.

Re-DocRED marks every name of a passage, which of them mean the same, and how
they are related, but not which entity of Wikidata they are.  The knowledge
base's tables (entities, people, triples in DIR) say so for some: a cluster of
mentions is linked if

- one entity, by its label or well known, has a relation in the base that the
  passage tells, and no namesake does, or the namesakes are hardly known; or
- it is no person, has a name of several words that is the label of one entity
  alone; or
- it is a place by whose label hardly anything else is known.

"German" may be a language or of a state that is gone: where a language has the
name, only the label of what is meant, or a relation to the language, decides.

A cluster by none of whose names the base knows anything is unknown: a link on
one of its mentions is wrong.  The rest, dates and numbers say nothing
("optional").  The output has the form of ELEVANT's benchmarks, JSON lines.
"""
import argparse
import collections
import csv
import gzip
import json
import re
import sys
import unicodedata

KNOWN, WELL_KNOWN = 8, 60  # times as many sitelinks; sitelinks
HUMAN = "Q5"
LANGUAGES = {"Q34770", "Q1288568", "Q33742"}  # language, modern, natural
OF_LANGUAGE = {"P37", "P103", "P364", "P407", "P1412"}
PRONOUNS = {"he", "she", "it", "him", "her", "his", "its", "they", "their",
            "i", "who", "them", "hers", "we", "our", "my", "me"}


def folded(name):
    """A name without accents, case, punctuation and leading "the"."""
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    name = re.sub(r"[^\w]+", " ", name).strip()
    return name[4:] if name.startswith("the ") else name


# --- the knowledge base ------------------------------------------------------

def rows(directory, table):
    csv.field_size_limit(1 << 30)
    with gzip.open(f"{directory}/{table}.tsv.gz", "rt", encoding="utf-8",
                   newline="") as f:
        yield from csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)


def sitelinks(popularity):
    try:
        return json.loads(popularity or "{}").get("sitelinks") or 0
    except ValueError:
        return 0


class Base:
    """Entities by their folded names, as far as `wanted` has these."""

    def __init__(self, directory, wanted):
        self.by_name = collections.defaultdict(dict)  # qid: 2 label, 1 alias
        self.types, self.sitelinks, self.label = {}, {}, {}
        for table in "entities", "people":
            for row in rows(directory, table):
                self.add(row, wanted, table == "people")
        self.relations = collections.defaultdict(set)
        for row in rows(directory, "triples"):
            if row["subject"] in self.label and row["object"] in self.label:
                self.relations[row["subject"], row["object"]].add(
                    row["property"])

    def add(self, row, wanted, person):
        qid, known = row["qid"], False
        title = re.sub(r" \(.*\)$", "", row["enwiki"] or "")
        names = [(row["label"], 2), (title, 2)]
        names += [(a, 1) for a in (row["aliases"] or "").split("|")]
        for name, kind in names:
            key = folded(name)
            if len(key) > 1 and key in wanted:
                found = self.by_name[key]
                found[qid] = max(found.get(qid, 0), kind)
                known = True
        if known and qid not in self.label:
            types = set((row["types"] or "").split("|")) - {""}
            self.types[qid] = types | ({HUMAN} if person else set())
            self.sitelinks[qid] = sitelinks(row["popularity"])
            self.label[qid] = row["label"]

    def candidates(self, mentions):
        """Entities by any name of a cluster, of its kind: {qid: 2 or 1}."""
        found = {}
        person = mentions[0]["type"] == "PER"
        for m in mentions:
            for qid, kind in self.by_name.get(folded(m["name"]), {}).items():
                if not self.types[qid] or (HUMAN in self.types[qid]) == person:
                    found[qid] = max(found.get(qid, 0), kind)
        return found


# --- Re-DocRED ---------------------------------------------------------------

def untokenised(sentences):
    """The text, and of each sentence where its tokens begin and end."""
    text, places = "", []
    for tokens in sentences:
        at, quoted = [], False
        for k, token in enumerate(tokens):
            before = tokens[k - 1] if k else ""
            if text and not (
                    token in (",", ".", ";", ":", ")", "]", "'s", "’s", "n't",
                              "'", "%", "!", "?", "-", "–", "/")
                    or before in ("-", "–", "/") or text[-1] in "([$£€"
                    or (quoted and '"' in (token, before))):
                text += " "
            at.append((len(text), len(text) + len(token)))
            text += token
            quoted ^= token == '"'
        places.append(at)
    return text, places


def votes_of(base, doc, candidates):
    """How many told relations the base has of each candidate."""
    votes = [collections.Counter() for _ in candidates]
    for told in doc["labels"]:
        for head in candidates[told["h"]]:
            for tail in candidates[told["t"]]:
                if told["r"] in base.relations.get((head, tail), ()):
                    votes[told["h"]][head] += 1
                    if (not base.types[tail] & LANGUAGES
                            or told["r"] in OF_LANGUAGE):
                        votes[told["t"]][tail] += 1
    return votes


def choose(base, mentions, found, votes):
    """The entity of a cluster; "Unknown"; or None: nobody can say."""
    kind = mentions[0]["type"]
    if kind in ("TIME", "NUM"):
        return None
    if not found:
        return "Unknown"
    tongues = {q for q in found if base.types[q] & LANGUAGES}
    if tongues:
        found = {q: k for q, k in found.items()
                 if (votes[q] if q in tongues else k == 2)}
    found = {q: k for q, k in found.items() if base.label[q][:1].isupper()}
    if not found:
        return None
    order = sorted(found, key=lambda q: (votes[q] > 0, found[q],
                                         base.sitelinks[q]), reverse=True)
    best, second = order[0], order[1] if len(order) > 1 else None
    clear = (second is None or (votes[best] and not votes[second])
             or base.sitelinks[best] + 1 >
             KNOWN * (base.sitelinks[second] + 1))
    long = any(" " in m["name"] for m in mentions)
    sure = found[best] == 2 or base.sitelinks[best] > WELL_KNOWN
    if ((votes[best] and clear and sure)
            or (second is None and found[best] == 2 and kind != "PER" and long)
            or (clear and found[best] == 2 and kind == "LOC"
                and base.sitelinks[best] > WELL_KNOWN)):
        return best
    return None


def link(base, number, doc):
    text, places = untokenised(doc["sents"])
    candidates = [base.candidates(c) for c in doc["vertexSet"]]
    votes = votes_of(base, doc, candidates)
    labels = []
    for cluster, found, counts in zip(doc["vertexSet"], candidates, votes):
        entity = choose(base, cluster, found, counts)
        for m in cluster:
            at = places[m["sent_id"]]
            labels.append({
                "span": [at[m["pos"][0]][0], at[m["pos"][1] - 1][1]],
                "entity_id": entity or "Unknown",
                "name": base.label.get(entity, m["name"]),
                "optional": entity is None})
    labels.sort(key=lambda x: x["span"])
    for i, label in enumerate(labels):
        label["id"] = i
    return {"id": number, "title": "", "text": text,
            "evaluation_span": [0, len(text)], "labels": labels}


def redocred(args):
    with gzip.open(args.docs, "rt", encoding="utf-8") as f:
        docs = json.load(f)
    wanted = {folded(m["name"])
              for d in docs for c in d["vertexSet"] for m in c}
    base = Base(args.kb, wanted)
    for number, doc in enumerate(docs):
        yield link(base, number, doc)


# --- KnowledgeNet ------------------------------------------------------------

def ends(fact):
    """(span in the passage, entity) of a fact's ends that have one."""
    for end in "sbj", "obj":
        span, entity = fact[end], fact[end + "_qid"]
        if not entity or not span or span[0] is None:
            continue
        begin, stop = (x - fact["pass_start"] for x in span)
        text = fact["passage"][max(begin, 0):stop]
        if (begin >= 0 and text[:1].isupper()
                and text.lower() not in PRONOUNS):
            yield (begin, stop), entity


def knowledgenet(args):
    passages = {}
    with gzip.open(args.docs, "rt", encoding="utf-8") as f:
        for fact in map(json.loads, f):
            key = fact["fold"], int(fact["doc"]), fact["pass_start"]
            text, links = passages.setdefault(key, (fact["passage"], {}))
            links.update(ends(fact))
    for number, key in enumerate(sorted(passages)):
        text, links = passages[key]
        if links:
            yield {"id": number, "title": "", "text": text,
                   "evaluation_span": [0, len(text)],
                   "labels": [{"id": i, "span": list(span), "entity_id": entity,
                               "name": text[span[0]:span[1]]}
                              for i, (span, entity)
                              in enumerate(sorted(links.items()))]}


def main():
    parser = argparse.ArgumentParser(description="Links to learn from.")
    commands = parser.add_subparsers(required=True)
    for read in redocred, knowledgenet:
        command = commands.add_parser(read.__name__)
        command.add_argument("--docs", required=True, help="the annotations")
        command.set_defaults(read=read)
        if read is redocred:
            command.add_argument("--kb", required=True,
                                 help="folder of the base's tables")
    args = parser.parse_args()
    for passage in args.read(args):
        json.dump(passage, sys.stdout)
        print()


if __name__ == "__main__":
    main()
