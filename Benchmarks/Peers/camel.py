"""What a Python program does on CAMeL Tools and pyahocorasick: folding, words, names of several words, JSON lines.

    python camel.py TEXT NAMES

Both are UTF-8, a text or a name a line. Prints one JSON object as `matchers.py` does; a part of the text is enough, since it is slow.
"""

import json
import sys
import time

import ahocorasick
from camel_tools.tokenizers.word import simple_word_tokenize
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

BYTES = 2_000_000


def words(text):
    text = dediac_ar(normalize_unicode(text))
    text = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(text)))
    return simple_word_tokenize(text)


def main():
    start = time.perf_counter()
    automaton = ahocorasick.Automaton()
    with open(sys.argv[2], encoding="utf-8") as file:
        for line in file:
            name = " ".join(words(line.strip()))
            automaton.add_word(f" {name} ", name)
    automaton.make_automaton()
    load = time.perf_counter() - start
    with open(sys.argv[1], "rb") as file:
        lines = file.read(BYTES).decode("utf-8", "ignore").splitlines()
    size = sum(len(line.encode()) + 1 for line in lines)
    start = time.perf_counter()
    count = 0
    output = []
    for number, line in enumerate(lines):
        text = " " + " ".join(words(line)) + " "
        entities = [
            {"start": end - len(name), "end": end, "text": name} for end, name in automaton.iter_long(text)
        ]
        count += len(entities)
        output.append(json.dumps({"id": number, "entities": entities}, ensure_ascii=False))
    seconds = time.perf_counter() - start
    row = {"name": "CAMeL Tools + pyahocorasick", "load": load, "seconds": seconds, "bytes": size, "count": count}
    json.dump({"rows": [row]}, sys.stdout)


if __name__ == "__main__":
    main()
