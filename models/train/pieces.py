"""Word pieces as the C program cuts them (src/text/encode/pieces.c).

Everything rests on one table of characters, which the model file carries: what
a character folds to, and whether it belongs to a word.  So both sides agree
whatever version of Unicode the machine has.
"""
import unicodedata

WORD, SINGLE, SPACE = 0, 1, 2
UPPER, DIGIT = 4, 8
MAX_PIECES, HEAD_PIECES = 16, 12  # of one word: its first 12 and its last 4
MAX_RUN = 100  # characters; longer ones are no words


def fold(char):
    """Lower case, without accents."""
    text = unicodedata.normalize("NFD", char.lower())
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


class Pieces:
    def __init__(self, vocabulary):
        with open(vocabulary, encoding="utf-8") as f:
            self.words = [line.rstrip("\n") for line in f]
        self.index = {w: i for i, w in enumerate(self.words)}
        self.cls, self.sep, self.unknown = (
            self.index[w] for w in ("[CLS]", "[SEP]", "[UNK]"))
        self.longest = max(len(w) for w in self.words)
        self.chars = self._chars()
        self.known = {}

    def _chars(self):
        """code point -> (class and flags, what it folds to)"""
        alphabet = {c for w in self.words if not w.startswith("[unused")
                    for c in (w[2:] if w.startswith("##") else w)}
        table = {}
        for code in range(1, 0x30000):
            char = chr(code)
            if 0xD800 <= code < 0xE000 or 0xAC00 <= code < 0xD7A4:
                continue
            flags = (UPPER if char.isupper() else 0) | (
                DIGIT if char.isdigit() else 0)
            if char.isspace() or char == "_" or unicodedata.category(
                    char) == "Cc":
                table[code] = (SPACE, "")
                continue
            to = fold(char)
            if len(to) > 3 or any(c not in alphabet for c in to):
                continue
            single = len(to) == 1 and not to.isalnum()
            table[code] = ((SINGLE if single else WORD) | flags, to)
        return table

    def parts(self, word):
        """Runs of the word between spaces and underscores."""
        out = [""]
        for char in word:
            if self.chars.get(ord(char), (SINGLE, ""))[0] & 3 == SPACE:
                out.append("")
            else:
                out[-1] += char
        return [p for p in out if p]

    def part(self, text):
        """The pieces of one part."""
        out, run = [], ""
        for char in text:
            kind, to = self.chars.get(ord(char), (SINGLE, None))
            if kind & 3 == WORD and to is not None:
                run += to
                continue
            self._run(run, out)
            run = ""
            out.append(self.unknown if to is None else
                       self.index.get(to, self.unknown))
        self._run(run, out)
        return out

    def _run(self, run, out):
        """Longest match first; a run that cannot be covered is unknown."""
        begin, found = 0, []
        if len(run) > MAX_RUN:
            out.append(self.unknown)
            return
        while begin < len(run):
            for end in range(min(len(run), begin + self.longest), begin, -1):
                piece = ("##" if begin else "") + run[begin:end]
                if piece in self.index:
                    break
            else:
                out.append(self.unknown)
                return
            found.append(self.index[piece])
            begin = end
        out += found

    def shape(self, text):
        """The casing that an uncased encoder cannot see: 0 to 19."""
        flags = [self.chars.get(ord(c), (SINGLE, ""))[0] for c in text]
        upper = sum(f & UPPER != 0 for f in flags)
        digit = any(f & DIGIT for f in flags)
        letters = sum(f & 3 == WORD and not f & DIGIT for f in flags)
        first = flags[0] & UPPER != 0
        case = 0
        if upper and upper == letters:
            case = 3 if len(text) == 1 else 2
        elif upper > first:
            case = 4
        elif first:
            case = 1
        return case + 5 * digit + 10 * ("-" in text)

    def word(self, form):
        """(pieces, shapes) of one word, in step; never empty."""
        got = self.known.get(form)
        if got is None:
            ids, shapes = [], []
            for part in self.parts(form):
                found = self.part(part)
                ids += found
                shapes += [self.shape(part)] * len(found)
            if not ids:
                ids, shapes = [self.unknown], [0]
            if len(ids) > MAX_PIECES:
                tail = HEAD_PIECES - MAX_PIECES
                ids = ids[:HEAD_PIECES] + ids[tail:]
                shapes = shapes[:HEAD_PIECES] + shapes[tail:]
            got = self.known[form] = (ids, shapes)
        return got
