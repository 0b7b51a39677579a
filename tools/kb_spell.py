"""Other spellings of people's names, as agencies transliterate them."""

import re

from kb_lib import fold

# Spellings of one given name, the commonest in English news first.
GIVEN = [
    "Alexei Alexey Aleksei Aleksey", "Sergei Sergey", "Dmitry Dmitri Dmitriy",
    "Yuri Yury Yuriy", "Andrei Andrey", "Nikolai Nikolay", "Anatoly Anatoli",
    "Yevgeny Evgeny Evgeni Yevgeni", "Valery Valeriy", "Maxim Maksim",
    "Viktor Victor", "Vasily Vasiliy", "Vitaly Vitaliy", "Gennady Gennadiy",
    "Grigory Grigoriy", "Arseniy Arseny", "Oleksandr Olexandr",
    "Oleksii Oleksiy", "Dmytro Dmitro", "Serhiy Serhii", "Yulia Yuliya Iulia",
    "Tatyana Tatiana", "Natalya Natalia", "Ksenia Xenia",
    "Mohammed Mohamed Muhammad Mohammad Muhammed", "Hussein Hossein Hussain",
    "Ahmed Ahmad", "Esmail Esmaeil Ismail Esmaeel", "Youssef Yusuf Yousef",
    "Hassan Hasan", "Abdullah Abdallah Abdulla", "Mahmoud Mahmud",
    "Khaled Khalid", "Saeed Said Saied", "Omar Umar",
    "Ebrahim Ibrahim", "Mustafa Mostafa Moustafa", "Nasser Naser",
    "Mohsen Mohsin", "Amir Ameer", "Reza Riza", "Javad Jawad",
    "Hamid Hameed", "Rashid Rasheed", "Walid Waleed", "Faisal Faysal",
    "Tariq Tarek Tareq", "Osama Usama", "Moussa Musa", "Isa Issa Eisa",
]
SAME_GIVEN = {}
for group in GIVEN:
    for name in group.split():
        SAME_GIVEN[name] = group.split()

ARTICLE = re.compile(r"^(el|al|Al|El)[- ](\w.*)$")
SPANISH = {"Q96", "Q241", "Q298", "Q414", "Q419", "Q717", "Q733", "Q736",
           "Q739", "Q750", "Q774", "Q77", "Q783", "Q786", "Q792", "Q800",
           "Q804", "Q811", "Q29", "Q983"}
CYRILLIC = {"Q159", "Q184", "Q212", "Q232", "Q813", "Q15180"}


def given_spellings(label):
    first, _, rest = label.partition(" ")
    return [n + " " + rest for n in SAME_GIVEN.get(first, ()) if n != first]


def cyrillic_endings(label):
    """Zelenskyy: Zelensky, Zelenskiy, Zelenskyi."""
    m = re.match(r"(.*(?:sk|ck))(yy|yi|iy|ii|y|i|yj)$", label)
    if not m:
        return []
    ends = [e for e in ("y", "iy", "i", "yy", "yi") if e != m.group(2)]
    stem = m.group(1).split(" ")[-1]
    return [m.group(1) + e for e in ends[:2]] + [stem + e for e in ends[:4]]


def without_article(label):
    """Abdel Fattah el-Sisi: Sisi, Al-Sisi, Abdel Fattah Sisi."""
    words = label.split(" ")
    m = ARTICLE.match(words[-1])
    if m:
        rest, before = m.group(2), words[:-1]
    elif len(words) > 2 and words[-2] in ("el", "al", "Al", "El"):
        rest, before = words[-1], words[:-2]
    else:
        return []
    if len(rest) < 4 or not before:
        return []
    rest = rest[0].upper() + rest[1:]
    return [" ".join(before + ["al-" + rest]), " ".join(before + [rest]), rest]


def first_surname(label, given):
    """Rodrigo Chaves Robles: Rodrigo Chaves, Chaves.  `given` says how often
    a word is a first name."""
    words = label.split(" ")
    if len(words) < 3 or any(w[0].islower() for w in words):
        return []
    n = 2 if given[fold(words[1])] >= 8 else 1
    if len(words) != n + 2:
        return []
    return [" ".join(words[:1] + [words[n]]), words[n]]


def spellings(label, states, weight, given):
    """The fullest forms first, at most six."""
    out = []
    if weight >= 200:
        if set(states) & CYRILLIC:
            out += cyrillic_endings(label)
        out += given_spellings(label)[:2]
        out += without_article(label)
    if weight >= 170 and set(states) & SPANISH:
        out += first_surname(label, given)
    return [n for n in dict.fromkeys(out) if n != label][:6]
