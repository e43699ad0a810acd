#!/usr/bin/env python3
"""Makes Lexicons/models/names.image: the name parts that NameTransliteration knows by heart.

    make_names.py TRANSLIT_DIR [-o OUT] [--entities DIR] [--held-out FILE] [--print KEY…]

TRANSLIT_DIR  holds google.*.tsv and wikidata-*.*.tsv: source, target in lower case, number of people.
--entities    the folder with people-*.tsv, whose names are aligned word by word and weigh far more than the data
              (default: Lexicons/entities beside this file).
--held-out    leaves out every pair whose source stands in this file, to measure honestly; use another OUT with it.
--print       shows what is known of these keys (to judge the scores), and writes nothing.
--tune        a file of pairs: shows how often the first spelling and one of three are right, and writes nothing.
--languages   with --print or --tune: only these.

Python 3.9 or later, standard library only; the same input gives the same bytes. About one minute on one core.

How a spelling is judged. The data is noisy: "byrnes" stands three times for بيرنز, "false" for ديميتري. So for every
language a letter model is trained by EM: with what probability a source letter is written by which 0–3 English letters.
The score of a spelling is a weighted sum of logarithms (WEIGHTS): how many people bear the pair, how well the letters agree
(pairs far below are refused), and how many people bear the spelling in the other languages' data. Where every pair of a
key is refused, the most likely spelling attested elsewhere with the same consonants (`skeleton_arabic`) stands in. Letting
such spellings compete with pairs made the ranking worse (2,406 → 2,194 right of 2,651 Google names). A person in the
people files weighs as much as 40 in the data.

The image (little-endian; NamePartDictionary.swift reads it):
    0   8  magic "NQNAMES\\n"
    8   4  version 1
   12   4  number of sections
   16   8  size of the whole image
   24   8  checksum of everything from byte 32 on, in words of 8 bytes: state = mix(state ^ word)
   32  32  of each section: language (8 bytes, zero-padded), keys (u32), encoding (u32: 0 ASCII, 1 Arabic page),
           offset of its records (u64), 8 bytes zero
    …      then two words: offset of the lists (u64), offset of the spellings (u64)
  records  of 8 bytes each, sorted: the upper 40 bits of the key's hash, then 24 bits: offset into the lists
  lists    1 byte: how many people, 8 times the logarithm to the base 2; 1 byte: how many spellings; for each 3 bytes: offset into the
           spellings, 1 byte: weight 1…255
  spellings 1 byte length, then the bytes: ASCII, or in a section of encoding 1 the low byte of U+0600…U+06FF (space stays)
"""
import argparse
import collections
import glob
import math
import os
import re
import struct
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
MASK = (1 << 64) - 1

# --- Folding: what TextNormalizer(.search) does to the letters that occur in names ---

FOLD = {}
for group, target in [
    ("آأإٱ", "ا"), ("ؤ", "و"), ("ئ", "ي"), ("کڪ", "ك"), ("یےۓېى", "ي"), ("ہھەۀۂةۃ", "ه"), ("گ", "ك"), ("پ", "ب"),
    ("چ", "ج"), ("ژ", "ز"), ("ڤ", "ف"), ("ڨ", "ق"), ("ڭ", "ك"), ("ٹ", "ت"), ("ڈ", "د"), ("ڑ", "ر"), ("ں", "ن"),
    ("\u0640\u0670\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u00ad", ""), ("’‘ʼ׳‛‚‹›", "'"), ("״«»“”„‟", '"'),
    ("‐‑–—־", "-"), ("ё", "е"),
]:
    for character in group:
        FOLD[character] = target
for start, end in [(0x300, 0x36F), (0x64B, 0x65F), (0x610, 0x61A), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7)]:
    for code in range(start, end + 1):
        FOLD[chr(code)] = ""


def fold_key(text):
    text = unicodedata.normalize("NFC", text)
    text = unicodedata.normalize("NFC", "".join(FOLD.get(c, c) for c in text).casefold())
    return "".join(FOLD.get(c, c) for c in text)


LATIN = {
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ħ": "h",
    "ŧ": "t", "ŋ": "ng", "ʻ": "'", "ʿ": "'", "ʾ": "'", "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "‐": "-", "–": "-",
}


def ascii_name(text, lower=True):
    """An English spelling without accents; None where something else than letters, ' and - is left."""
    out = []
    for c in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(c):
            continue
        mapped = LATIN.get(c.lower(), c)
        out.append(mapped.capitalize() if c.isupper() and mapped != c else mapped)
    text = "".join(out)
    if lower:
        text = text.lower().strip("'-.")
    if not re.fullmatch(r"[A-Za-z]+(?:['-][A-Za-z]+)*'?", text):
        return None
    return text


# --- Reading ---

# The name in the image, the file prefix, and the smallest count for a pair that no other evidence supports.
LANGUAGES = [
    ("ar", ["google", "wikidata-arabic"]),
    ("ru", ["wikidata-russian"]),
    ("he", ["wikidata-hebrew"]),
    ("ko", ["wikidata-korean"]),
    ("ja", ["wikidata-katakana"]),
]
OTHERS = ["wikidata-chinese"]


def read_pairs(folder, prefixes, held_out):
    pairs = collections.defaultdict(lambda: collections.defaultdict(int))
    surfaces = collections.defaultdict(lambda: collections.defaultdict(int))
    for prefix in prefixes:
        for path in sorted(glob.glob(os.path.join(folder, prefix + ".*.tsv"))):
            with open(path, encoding="utf-8") as file:
                for line in file:
                    cells = line.rstrip("\n").split("\t")
                    if len(cells) < 3:
                        continue
                    key = fold_key(cells[0])
                    target = ascii_name(cells[1])
                    if not key or not target or key in held_out or len(key) > 40 or len(target) > 40:
                        continue
                    # Google's list counts nothing, but was cleaned: its pairs are worth three people.
                    count = 3 if prefix == "google" else max(1, int(cells[2]))
                    pairs[key][target] += count
                    surfaces[key, target][cells[0]] += count
    return pairs, surfaces


def read_curated(folder, held_out):
    """(language, key) → spelling → count, and English → language → surface → count, from the people files."""
    found = collections.defaultdict(collections.Counter)
    surfaces = collections.defaultdict(collections.Counter)
    for path in sorted(glob.glob(os.path.join(folder, "people-*.tsv"))):
        header = None
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = line.rstrip("\n")
                if not line or line.startswith("#"):
                    continue
                cells = line.split("\t")
                if header is None:
                    header = cells
                    continue
                row = dict(zip(header, cells))
                if row.get("type") != "PERSON":
                    continue
                english = [name.strip().lstrip("~").strip() for name in row.get("en", "").split("|") if name.strip()]
                person = {}
                for language in ("ar", "fa", "ru", "uk", "he"):
                    names = [name.strip().lstrip("~").strip() for name in row.get(language, "").split("|") if name.strip()]
                    for i, name in enumerate(names):
                        for j, target in enumerate(english):
                            for source, spelling in align_words(name, target):
                                key = fold_key(source)
                                # Particles and the like are NameParticles.swift's.
                                if key in held_out or spelling[0].islower() and not ARTICLE.match(spelling):
                                    continue
                                # The first names of a cell are the usual ones; a spelling counts once a person.
                                weight = 1.0 if i == 0 and j == 0 else 0.5 if j == 0 else 0.25
                                person[language, key, spelling, source] = max(
                                    weight, person.get((language, key, spelling, source), 0.0))
                for (language, key, spelling, source), weight in sorted(person.items()):
                    found[language, key][spelling] += weight
                    surfaces[language, spelling.lower()][source] += weight
    return found, surfaces


ARTICLE = re.compile(r"^(?:al|el|as|ad|an|ar|ash|at|az|es|ed|en|er|esh|et|ez)-(?=[a-z])", re.IGNORECASE)


def align_words(source, target):
    words = source.split()
    for split in (target.split(), re.sub(r"(?<!\bal)(?<!\bel)(?<!\bAl)(?<!\bEl)-", " ", target).split()):
        if len(split) == len(words):
            result = []
            for word, spelling in zip(words, split):
                spelling = ascii_name(spelling, lower=False)
                if spelling and len(fold_key(word)) > 1 and len(spelling) > 1:
                    result.append((word, spelling))
            return result
    return []


# --- The letter model ---

def letters(language, key):
    """A key as the letter model sees it: Hangul by its jamo."""
    return unicodedata.normalize("NFD", key) if language == "ko" else key


MAX_TARGET = 3
FLOOR = 1e-7


def train_letters(language, pairs, limit=14000, rounds=6):
    """EM over the pairs borne by most people: source letter → English letters → probability."""
    chosen = [(count, key, target) for key, targets in pairs.items() for target, count in targets.items()]
    chosen.sort(key=lambda item: (-item[0], item[1], item[2]))
    # Half of the training pairs are the most frequent, half a regular sample of the rest.
    step = max(1, len(chosen) // (limit // 2))
    chosen = chosen[: limit // 2] + chosen[limit // 2 :: step]
    examples = [(letters(language, key), target.replace("'", "").replace("-", "")) for _, key, target in chosen]
    examples = [(s, t) for s, t in examples if 0 < len(t) <= 3 * len(s)]
    model = None
    length_prior = [0.1, 0.6, 0.2, 0.1]
    for round_number in range(rounds):
        counts = collections.defaultdict(lambda: collections.defaultdict(float))
        for source, target in examples:
            n, m = len(source), len(target)
            options = []
            for i in range(n):
                row = model[source[i]] if model else None
                lo, hi = max(0, m - MAX_TARGET * (n - i)), min(m, MAX_TARGET * i)
                here = {}
                for j in range(lo, hi + 1):
                    for k in range(min(MAX_TARGET, m - j) + 1):
                        p = row.get(target[j : j + k], FLOOR) if row else length_prior[k]
                        here[j, k] = p
                options.append(here)
            alpha = [[0.0] * (m + 1) for _ in range(n + 1)]
            alpha[0][0] = 1.0
            for i in range(n):
                a, b = alpha[i], alpha[i + 1]
                for (j, k), p in options[i].items():
                    if a[j]:
                        b[j + k] += a[j] * p
            total = alpha[n][m]
            if total <= 0:
                continue
            beta = [0.0] * (m + 1)
            beta[m] = 1.0
            for i in range(n - 1, -1, -1):
                a = alpha[i]
                previous = [0.0] * (m + 1)
                row = counts[source[i]]
                for (j, k), p in options[i].items():
                    after = beta[j + k]
                    if after:
                        q = p * after
                        previous[j] += q
                        if a[j]:
                            row[target[j : j + k]] += a[j] * q / total
                beta = previous
        model = {}
        for letter in sorted(counts):
            row = counts[letter]
            total = sum(row[t] for t in sorted(row))
            model[letter] = {t: row[t] / total for t in sorted(row) if row[t] / total > 1e-5}
    return {letter: {t: math.log(p) for t, p in row.items()} for letter, row in model.items()}


LOG_FLOOR = math.log(FLOOR)


def agreement(model, source, target):
    """The best alignment's logarithm, a source letter; target without apostrophes and hyphens."""
    m = len(target)
    best = [-1e9] * (m + 1)
    best[0] = 0.0
    n = len(source)
    empty = {}
    for i in range(n):
        row = model.get(source[i], empty)
        after = [-1e9] * (m + 1)
        least = max(0, m - MAX_TARGET * (n - i))
        for j in range(least, min(m, MAX_TARGET * i) + 1):
            here = best[j]
            if here < -1e8:
                continue
            for k in range(min(MAX_TARGET, m - j) + 1):
                score = here + row.get(target[j : j + k], LOG_FLOOR)
                if score > after[j + k]:
                    after[j + k] = score
        best = after
    return max(best[m], LOG_FLOOR * n) / max(n, 1)


# --- Attested spellings with the same consonants ---

SKELETON_AR = {}
for group, target in [
    ("ب", "B"), ("ف", "F"), ("تطث", "T"), ("دذضظ", "D"), ("سصز", "S"), ("ش", "X"), ("كقخ", "K"), ("جغ", "G"), ("ل", "L"),
    ("م", "M"), ("ن", "N"), ("ر", "R"),
]:
    for character in group:
        SKELETON_AR[character] = target
SKELETON_EN = {
    "b": "B", "p": "B", "f": "F", "v": "F", "t": "T", "d": "D", "s": "S", "z": "S", "k": "K", "q": "K", "g": "G", "j": "G",
    "l": "L", "m": "M", "n": "N", "r": "R",
}


def skeleton_arabic(key):
    out = []
    for c in key:
        s = SKELETON_AR.get(c)
        if s and (not out or out[-1] != s):
            out.append(s)
    return "".join(out)


def skeleton_english(text):
    text = text.replace("ph", "f").replace("tch", "č").replace("sch", "š").replace("sh", "š")
    out = []
    for i, c in enumerate(text):
        if c == "c":
            following = text[i + 1 : i + 2]
            if following == "k":
                continue
            s = "S" if following in ("e", "i", "y") and following else "K"
            codes = (s,)
        elif c == "x":
            codes = ("K", "S")
        elif c == "š":
            codes = ("X",)
        elif c == "č":
            codes = ("T", "X")
        else:
            s = SKELETON_EN.get(c)
            codes = (s,) if s else ()
        for s in codes:
            if not out or out[-1] != s:
                out.append(s)
    return "".join(out)


# --- Scores ---

# Logarithms of: people who bear the pair, agreement of the letters (a letter), people who bear the spelling elsewhere.
WEIGHTS = (1.0, 0.4, 0.6)
REFUSED = {"ar": -4.2, "fa": -4.2, "ru": -3.0, "uk": -3.0, "he": -4.2, "ko": -3.2, "ja": -3.2}


# How many people of the data a person in the people files outweighs, and how far their letters may disagree.
CURATED_WEIGHT = 40.0
CURATED_REFUSED = -5.0
# WEIGHTS where somebody in the people files bears the name: what the press writes is known, so letters matter less.
CURATED_WEIGHTS = (1.0, 0.2, 0.2)


def score_spellings(language, model, key, targets, attested, own, expansions=(), curated={}):
    """(score, spelling), best first; `curated` says how often a spelling stands in the people files."""
    source = letters(language, key)
    scored = []
    for_count, for_letters, for_others = CURATED_WEIGHTS if curated else WEIGHTS
    for target in sorted(set(targets) | set(expansions) | set(curated)):
        by_hand = curated.get(target, 0)
        count = targets.get(target, 0) + CURATED_WEIGHT * by_hand
        agree = agreement(model, source, target.replace("'", "").replace("-", ""))
        if agree < (CURATED_REFUSED if by_hand else REFUSED[language]):
            continue
        elsewhere = max(0, attested.get(target, 0) - own.get(target, 0))
        score = math.log(count or 0.1) * for_count + len(source) * agree * for_letters
        scored.append((score + math.log(elsewhere + 0.5) * for_others, target))
    scored.sort(key=lambda item: (-item[0], item[1]))
    return scored


# --- Case ---

MC_EXCEPTIONS = re.compile(r"^mch(ed|el|ito)|^mcirci")


def press_case(text):
    """Capitals as English writes names; the dictionary's data is in lower case."""
    def part(word):
        if re.match(r"^mc[a-z]{3,}$", word) and not MC_EXCEPTIONS.match(word):
            return "Mc" + word[2:].capitalize()
        return word[:1].upper() + word[1:]

    out = []
    for index, piece in enumerate(text.split("-")):
        if index == 0 and piece in ("al", "el") and "-" in text:
            out.append(piece)
            continue
        halves = piece.split("'")
        if len(halves) == 2 and len(halves[0]) == 1 and halves[0] in "dlmno" and len(halves[1]) > 2:
            out.append(halves[0].upper() + "'" + part(halves[1]))
        else:
            out.append(part(piece))
    return "-".join(out)


# --- Arabic's article ---

def split_article(model, key, target, known, elsewhere):
    """For a key in ال: the spelling without its article, or None where the source's ال is no article (Alexander)."""
    plain = target.replace("'", "").replace("-", "")
    rest = key[2:]
    if len(rest) < 3:
        return None
    match = ARTICLE.match(target)
    if match and len(target) - match.end() >= 3:
        return target[match.end():]
    whole = agreement(model, key, plain) * len(key)
    bare = agreement(model, rest, plain) * len(rest)
    if not plain.startswith(("al", "el", "a", "e", "i", "o", "u", "h")) and bare > whole:
        return target
    if plain[:2] in ("al", "el") and len(plain) >= 6 and rest in known and elsewhere <= known[key][target]:
        # Borne here alone ("almalki"): other languages would know it, were it one word (Alfred).
        return plain[2:]
    return None


# --- The image ---

def mix(value):
    product = value * 0xD6E8FEB86659FD93
    return (product >> 64) ^ (product & MASK)


def key_hash(data):
    state = 0xCBF29CE484222325
    for byte in data:
        state = ((state ^ byte) * 0x100000001B3) & MASK
    return mix(state)


def checksum(data):
    state = 0x9E3779B97F4A7C15
    for (word,) in struct.iter_unpack("<Q", data):
        state = mix(state ^ word)
    return state


def encode_arabic(text):
    out = bytearray()
    for c in text:
        if c == " ":
            out.append(0x20)
        elif 0x621 <= ord(c) <= 0x6FF:
            out.append(ord(c) & 0xFF)
        else:
            return None
    return bytes(out)


def build_image(sections):
    """sections: [(language, encoding, {key: (people, [(spelling bytes, weight)])})]"""
    spellings, lists = bytearray(), bytearray()
    spelling_at, list_at = {}, {}
    tables = []
    for language, encoding, entries in sections:
        records, taken = [], {}
        for key in sorted(entries):
            people, choices = entries[key]
            item = bytearray([min(255, int(round(8 * math.log2(max(people, 1))))), len(choices)])
            for spelling, weight in choices:
                if spelling not in spelling_at:
                    spelling_at[spelling] = len(spellings)
                    spellings += bytes([len(spelling)]) + spelling
                item += struct.pack("<I", spelling_at[spelling])[:3] + bytes([weight])
            item = bytes(item)
            if item not in list_at:
                list_at[item] = len(lists)
                lists += item
            top = key_hash(key.encode("utf-8")) >> 24
            if top in taken:
                sys.exit(f"the keys {key} and {taken[top]} have equal hashes: change the hash")
            taken[top] = key
            records.append(top << 24 | list_at[item])
        tables.append((language, encoding, sorted(records)))
    if max(len(lists), len(spellings)) >= 1 << 24:
        sys.exit("too large for offsets of 24 bits")
    offset = 32 + 32 * len(tables) + 16
    head, body = bytearray(), bytearray()
    for language, encoding, records in tables:
        head += struct.pack("<8sIIQQ", language.encode(), len(records), encoding, offset + len(body), 0)
        body += struct.pack(f"<{len(records)}Q", *records)
    lists_offset = offset + len(body)
    body += lists + b"\0" * (-len(lists) % 8)
    head += struct.pack("<QQ", lists_offset, offset + len(body))
    body += spellings + b"\0" * (-len(spellings) % 8)
    rest = bytes(head + body)
    return struct.pack("<8sIIQQ", b"NQNAMES\n", 1, len(tables), 32 + len(rest), checksum(rest)) + rest


def weigh(scored, limit=3):
    """Scores to weights of 1…255: the spelling's share of the probability."""
    top = scored[0][0]
    shares = [(math.exp(max(-30.0, score - top)), target) for score, target in scored]
    total = sum(share for share, _ in shares)
    return [(target, max(1, min(255, int(round(255 * share / total))))) for share, target in shares[:limit] if share / total > 0.03 or share == 1.0]


def main():
    parser = argparse.ArgumentParser(description="Makes the image of name parts.")
    parser.add_argument("folder")
    parser.add_argument("-o", "--output", default=os.path.join(HERE, "..", "models", "names.image"))
    parser.add_argument("--entities", default=os.path.join(HERE, "..", "entities"))
    parser.add_argument("--held-out", default=None)
    parser.add_argument("--print", nargs="*", default=None)
    parser.add_argument("--tune", default=None, help="a file of pairs; prints how often the first spelling is right")
    parser.add_argument("--languages", default=None)
    arguments = parser.parse_args()

    held_out = set()
    if arguments.held_out:
        with open(arguments.held_out, encoding="utf-8") as file:
            held_out = {fold_key(line.split("\t")[0].rstrip("\n")) for line in file}

    curated, curated_surfaces = read_curated(arguments.entities, held_out)
    data, surfaces, own, attested = {}, {}, {}, collections.Counter()
    for language, prefixes in LANGUAGES:
        data[language], surfaces[language] = read_pairs(arguments.folder, prefixes, held_out)
        own[language] = collections.Counter()
        for targets in data[language].values():
            for target, count in targets.items():
                own[language][target] += count
        attested.update(own[language])
    for prefix in OTHERS:
        for targets in read_pairs(arguments.folder, [prefix], set())[0].values():
            for target, count in targets.items():
                attested[target] += count

    wanted = arguments.languages.split(",") if arguments.languages else [language for language, _ in LANGUAGES]
    sections, models = [], {}
    for language in wanted:
        pairs = data[language]
        model = models[language] = train_letters(language, pairs)
        print(f"{language}: {len(pairs)} sources, letter model trained", file=sys.stderr)
        sections.append((language, 0, make_section(language, pairs, model, attested, own[language], curated, arguments)))
    for language, neighbour in (("fa", "ar"), ("uk", "ru")):
        if neighbour in models:
            section = make_section(language, {}, models[neighbour], attested, own[neighbour], curated, arguments)
            sections.append((language, 0, section))
    if arguments.tune or arguments.print is not None:
        return
    sections.append(("en", 1, make_reverse(data["ar"], surfaces["ar"], models["ar"], curated_surfaces)))
    image = build_image(sections)
    with open(arguments.output, "wb") as file:
        file.write(image)
    for language, _, entries in sections:
        print(f"{language}: {len(entries)} keys", file=sys.stderr)
    print(f"{len(image)} bytes, checksum {struct.unpack_from('<Q', image, 24)[0]:016x}", file=sys.stderr)


# What of a language's data is worth its bytes: the fewest people for a pair whose spelling is not attested elsewhere, and for
# one that is.
FEWEST = {"ar": (1, 1), "fa": (1, 1), "uk": (1, 1), "ru": (2, 2), "he": (2, 1), "ko": (3, 2), "ja": (4, 3)}


def make_section(language, pairs, model, attested, own, curated, arguments):
    stand_ins = collections.defaultdict(list)
    articles = collections.Counter()
    if language == "ar":
        # The rest of a name in ال is evidence for the name without it.
        merged = collections.defaultdict(lambda: collections.defaultdict(int))
        for key in sorted(pairs):
            for target, count in sorted(pairs[key].items()):
                elsewhere = attested[target] - own[target]
                bare = split_article(model, key, target, pairs, elsewhere) if key.startswith("ال") else None
                if bare is None:
                    merged[key][target] += count
                else:
                    merged[key[2:]][bare] += count
                    articles[key] += count
        # Where most people's ال is an article, what little is left is noise: the name is looked up without it.
        for key, people in articles.items():
            if people >= sum(merged[key].values()):
                merged.pop(key, None)
        pairs = {key: targets for key, targets in merged.items() if targets}
        for target in sorted(attested):
            if attested[target] >= 12 and 3 <= len(target) <= 12:
                stand_ins[skeleton_english(target)].append((-attested[target], target))
        for skeleton in stand_ins:
            stand_ins[skeleton] = [target for _, target in sorted(stand_ins[skeleton])[:24]]
    by_hand = collections.defaultdict(lambda: collections.defaultdict(float))
    written = collections.defaultdict(collections.Counter)
    for (of, key), spellings in sorted(curated.items()):
        if of == language:
            for spelling, weight in sorted(spellings.items()):
                by_hand[key][spelling.lower()] += weight
                written[spelling.lower()][spelling] += weight
    capitals = {lower: min(forms, key=lambda form: (-forms[form], form)) for lower, forms in written.items()}
    tests = {}
    if arguments.tune:
        with open(arguments.tune, encoding="utf-8") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                tests.setdefault(fold_key(cells[0]), set()).add(ascii_name(cells[1]))
    entries, examples = {}, {}
    for key in sorted(set(pairs) | set(by_hand)):
        if arguments.tune and key not in tests or arguments.print and key not in arguments.print:
            continue
        targets, hand = dict(pairs.get(key, {})), by_hand.get(key, {})
        if hand and articles[key]:
            # A person is called so with the article as part of the name (Alassane); others are not (al-Hassan).
            rest = score_spellings(language, model, key[2:], pairs.get(key[2:], {}), attested, own)
            if rest:
                targets["al-" + rest[0][1]] = articles[key]
        scored = score_spellings(language, model, key, targets, attested, own, (), hand)
        if not scored and language == "ar" and len(key) >= 4:
            # Every pair is refused: what the consonants say, where somebody bears it.
            attested_alike = stand_ins.get(skeleton_arabic(key), ())
            scored = score_spellings(language, model, key, {}, attested, own, attested_alike)[:1]
        if arguments.print is not None and key in arguments.print:
            print(language, key, [(round(s, 1), t, targets.get(t, 0), hand.get(t, 0)) for s, t in scored[:8]])
        if arguments.tune:
            examples[key] = scored
        if not scored:
            continue
        best = scored[0][1]
        count = max(targets.get(target, 0) for _, target in scored)
        elsewhere = attested.get(best, 0) - own.get(best, 0)
        if not hand and count < FEWEST[language][1 if elsewhere > 0 else 0]:
            continue
        people = sum(targets.values()) + sum(hand.values())
        choices = [(capitals.get(t) or press_case(t), weight) for t, weight in weigh(scored)]
        entries[key] = (people, [(t.encode("ascii"), weight) for t, weight in choices])
    if arguments.tune:
        right = sum(1 for key in examples if examples[key] and examples[key][0][1] in tests[key])
        top3 = sum(1 for key in examples if any(t in tests[key] for _, t in examples[key][:3]))
        print(f"{language}: {right} / {top3} of {len(examples)} keys that are known, of {len(tests)}")
    return entries


def make_reverse(pairs, surfaces, model, curated_surfaces):
    """English → the usual Arabic spelling, as it is written with its hamzas."""
    reverse = collections.defaultdict(list)
    for key in pairs:
        for target, count in pairs[key].items():
            agree = agreement(model, key, target.replace("'", "").replace("-", ""))
            if agree < REFUSED["ar"]:
                continue
            for surface, part in surfaces[key, target].items():
                reverse[target].append((math.log(part) + 1.5 * len(key) * agree, surface))
    entries = {}
    for target in sorted(reverse):
        # A spelling borne by one person, once, is no habit.
        if sum(math.exp(min(score, 0.0)) for score, _ in reverse[target]) < 1e-6:
            continue
        scored = sorted(reverse[target], key=lambda item: (-item[0], item[1]))
        choices = [(encode_arabic(s), w) for s, w in weigh(scored, limit=2)]
        choices = [(s, w) for s, w in choices if s]
        if choices:
            entries[fold_key(target)] = (len(scored), choices)
    for (language, target), found in sorted(curated_surfaces.items()):
        if language == "ar":
            plain = target.replace("'", "").replace("-", "")
            alike = [s for s in found if agreement(model, fold_key(s), plain) >= CURATED_REFUSED]
            if not alike:
                continue
            surface = min(alike, key=lambda s: (-found[s], s))
            encoded = encode_arabic(surface)
            if encoded:
                entries[fold_key(target)] = (int(sum(found.values())), [(encoded, 255)])
                match = ARTICLE.match(target)
                if match and surface.startswith("ال"):
                    bare = encode_arabic(surface[2:])
                    entries.setdefault(fold_key(target[match.end():]), (1, [(bare, 255)]))
    return entries


if __name__ == "__main__":
    main()
