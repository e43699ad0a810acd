#!/usr/bin/env python3
"""Python's programs on running text: PyICU, pyarabic, anyascii, uroman, spaCy. One JSON object.

    python_peers.py TEXT NAMES

Each reads as much of the beginning of the text as it can in some seconds, and its row says how many bytes these are. A program that is
not there is named.
"""

import json
import sys
import time


def measure(name, limit, make, rows):
    """`make` returns what is called with the lines; the time of making is the load."""
    chosen, size = [], 0
    for line in LINES:
        if size >= limit:
            break
        chosen.append(line)
        size += len(line.encode()) + 1
    try:
        start = time.process_time()
        work = make()
        load = time.process_time() - start
        start = time.process_time()
        count = work(chosen)
        rows.append({"name": name, "seconds": time.process_time() - start, "bytes": size, "count": count, "load": load})
    except ImportError as error:
        rows.append({"name": name, "missing": str(error)})


def pyicu_words():
    import icu

    iterator = icu.BreakIterator.createWordInstance(icu.Locale("ar"))

    def work(lines):
        count = 0
        for line in lines:
            iterator.setText(line)
            count += sum(1 for _ in iterator)
        return count

    return work


def pyicu_normalize():
    import icu

    normalizer = icu.Normalizer2.getNFKCInstance()
    return lambda lines: sum(len(normalizer.normalize(line)) for line in lines)


def pyarabic():
    from pyarabic import araby

    return lambda lines: sum(
        len(araby.tokenize(araby.normalize_hamza(araby.strip_tatweel(araby.strip_tashkeel(line))))) for line in lines)


def anyascii():
    from anyascii import anyascii as romanize

    return lambda lines: sum(len(romanize(line)) for line in lines)


def uroman():
    import uroman as module

    romanizer = module.Uroman()
    return lambda lines: sum(len(romanizer.romanize_string(line)) for line in lines)


def spacy():
    import spacy as module

    pipeline = module.blank("ar")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in NAMES])
    return lambda lines: sum(len(document.ents) for document in pipeline.pipe(lines))


with open(sys.argv[1], encoding="utf-8", errors="replace") as text:
    LINES = text.read().split("\n")
with open(sys.argv[2], encoding="utf-8") as names:
    NAMES = names.read().splitlines()
ROWS = []
measure("PyICU words", 20_000_000, pyicu_words, ROWS)
measure("PyICU normalize NFKC", 20_000_000, pyicu_normalize, ROWS)
measure("pyarabic fold and tokenize", 5_000_000, pyarabic, ROWS)
measure("anyascii", 20_000_000, anyascii, ROWS)
measure("uroman", 100_000, uroman, ROWS)
measure("spaCy EntityRuler", 1_000_000, spacy, ROWS)
json.dump({"rows": ROWS}, sys.stdout)
