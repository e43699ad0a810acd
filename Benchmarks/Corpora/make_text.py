#!/usr/bin/env python3
"""Makes a text of any size for measuring, a paragraph a line, of nothing but this repository; the same on every machine.

    Benchmarks/Corpora/make_text.py KIND BYTES > text.txt

KIND is
    arabic    the Arabic samples, with other names of our lexicons in the places of theirs
    mixed     the samples of all languages, in the same way
    vowelled  arabic with a mark after nearly every letter
    names     names of people, one a line
    hostile   long words, piles of marks, controls of direction, bytes that are not UTF-8
"""

import glob
import os
import random
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MARKED = re.compile(r"\[\[([^|\]]*)\|([A-Z]+)(?:\|[^\]]*)?\]\]")
MARKS = "\u064e\u064f\u0650\u0652\u064e\u0651"


def names_by_type(languages):
    """The first name of each row, by language and type."""
    names = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "Lexicons", "entities", "*.tsv"))):
        header = None
        with open(path, encoding="utf-8") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                if line.startswith("#") or len(cells) < 3:
                    continue
                if header is None:
                    header = cells
                    continue
                row = dict(zip(header, cells))
                for language in languages:
                    name = row.get(language, "").split("|")[0].strip(" ~")
                    if name:
                        names.setdefault((language, row["type"]), []).append(name)
    return names


def paragraphs(languages, chance):
    names = names_by_type(languages)
    templates = []
    for language in languages:
        for path in sorted(glob.glob(os.path.join(ROOT, "Tests", "SampleTexts", language + "-*.txt"))):
            with open(path, encoding="utf-8") as file:
                templates += [(language, line.strip()) for line in file if len(line) > 20]
    while True:
        language, template = chance.choice(templates)

        def name(match):
            known = names.get((language, match[2]))
            return chance.choice(known) if known and chance.random() < 0.7 else match[1]

        yield MARKED.sub(name, template)


def vowelled(text, chance):
    return "".join(
        letter + (chance.choice(MARKS) if "\u0621" <= letter <= "\u064a" and chance.random() < 0.9 else "") for letter in text)


def hostile(chance):
    pieces = ["كتاب", "القاهرة", "5 كيلومترات", "\u0651\u064e" * 40, "\u202b", "\u2067", "\u061c", "\u200f", "ــــ", "ﷺ", "e\u0301\u0323", "ภาษาไทย", "東京都", "👩\u200d🚀", "...", "«" * 20, "…"]
    while True:
        line = b""
        for _ in range(chance.randrange(1, 60)):
            piece = chance.choice(pieces) * chance.choice([1, 1, 1, 30])
            line += piece.encode() + chance.choice([b" ", b" ", b"", b". ", b"\xff", b"\xd9"])
        yield line


def main():
    kind, size = sys.argv[1], int(sys.argv[2])
    chance = random.Random(4)
    languages = ["ar", "fa", "he", "ru", "en"] if kind == "mixed" else ["ar"]
    if kind == "hostile":
        lines = hostile(chance)
    elif kind == "names":
        people = names_by_type(["ar"])["ar", "PERSON"]
        lines = (chance.choice(people).encode() for _ in iter(int, 1))
    elif kind in ("arabic", "mixed"):
        lines = (text.encode() for text in paragraphs(languages, chance))
    elif kind == "vowelled":
        lines = (vowelled(text, chance).encode() for text in paragraphs(languages, chance))
    else:
        sys.exit(__doc__)
    written = 0
    out = sys.stdout.buffer
    while written < size:
        line = next(lines) + b"\n"
        out.write(line)
        written += len(line)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os._exit(0)
