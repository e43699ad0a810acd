#!/usr/bin/env python3
"""Writes the source of a synthetic lexicon, for measuring `naqhara lexicon compile` and the loading of its image.

    python3 Benchmarks/Corpora/make_lexicon.py 1000000 > million.tsv

The names are made of consonants and vowels by chance, Arabic and Latin side by side; they are nobody's. The same count
gives the same bytes on every machine. Each entity has one or two names in both languages, so two to four names.
"""

import random
import sys

LETTERS = [
    ("ب", "b"), ("ت", "t"), ("ج", "j"), ("ح", "h"), ("خ", "kh"), ("د", "d"), ("ر", "r"), ("ز", "z"), ("س", "s"),
    ("ش", "sh"), ("ص", "s"), ("ض", "d"), ("ط", "t"), ("ع", "a"), ("غ", "gh"), ("ف", "f"), ("ق", "q"), ("ك", "k"),
    ("ل", "l"), ("م", "m"), ("ن", "n"), ("ه", "h"), ("و", "w"), ("ي", "y"),
]
VOWELS = [("ا", "a"), ("ي", "i"), ("و", "u"), ("", "a"), ("", "i"), ("", "u")]
TYPES = ["PERSON"] * 12 + ["ORG"] * 4 + ["GPE"] * 2 + ["LOC", "FAC"]
HEADS = {
    "ORG": [("شركة", "Company"), ("جمعية", "Society"), ("نادي", "Club"), ("معهد", "Institute")],
    "LOC": [("جبل", "Mount"), ("وادي", "Wadi")],
    "FAC": [("مطار", "Airport"), ("ميناء", "Port")],
}


def make_word(chance):
    arabic = english = ""
    for _ in range(chance.choice([2, 2, 3, 3, 3, 4])):
        for part in (chance.choice(LETTERS), chance.choice(VOWELS)):
            arabic += part[0]
            english += part[1]
    last = chance.choice(LETTERS)
    return arabic + last[0], (english + last[1]).capitalize()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    chance = random.Random(4)
    words = [make_word(chance) for _ in range(200_000)]

    def pick():
        # Few words are common, most are rare.
        return words[int(len(words) * chance.random() ** 2)]

    out = ["# Synthetic, by Benchmarks/Corpora/make_lexicon.py; the names are nobody's.", "id\ttype\ten\tar\tsource"]
    for number in range(count):
        kind = chance.choice(TYPES)
        parts = [pick() for _ in range(1 if kind == "GPE" else chance.choice([2, 2, 3]))]
        parts += [chance.choice(HEADS[kind])] if kind in HEADS else []
        arabic = parts[-1:] + parts[:-1] if kind in HEADS else parts
        cells = [[" ".join(part[1] for part in parts)], [" ".join(part[0] for part in arabic)]]
        for cell, side, form in ((cells[0], 1, parts), (cells[1], 0, arabic)):
            if chance.random() < 0.5:
                cell.append(" ".join(part[side] for part in form[:-1] + [pick()]))
        out.append(f"{kind.lower()}.s{number}\t{kind}\t{'|'.join(cells[0])}\t{'|'.join(cells[1])}\tsynthetic")
        if len(out) == 10_000:
            sys.stdout.write("\n".join(out) + "\n")
            out.clear()
    if out:
        sys.stdout.write("\n".join(out) + "\n")


main()
