"""Matchers of many names, which Python programs call: leftmost-longest over a text whose words are delimited already.

    python matchers.py TEXT NAMES

Both are UTF-8, a text or a name a line, folded, with U+0001 around every word, as `peers.py` writes them: so only whole words match, and
cutting and folding cost these programs nothing. Prints one JSON object: load time, and seconds, bytes and count of each row.
"""

import json
import resource
import sys
import time

DELIMITER = "\x01"


def measure(name, build, match, text, rows):
    """Adds a row; a program that is not installed is named with the reason."""
    try:
        start = time.perf_counter()
        matcher = build()
        built = time.perf_counter()
        count = match(matcher)
        end = time.perf_counter()
    except Exception as error:  # noqa: BLE001 - whatever keeps a peer from running is told.
        rows.append({"name": name, "missing": f"{type(error).__name__}: {error}"})
        return
    rows.append({"name": name, "load": built - start, "seconds": end - built, "bytes": len(text), "count": count})


def main():
    with open(sys.argv[1], "rb") as file:
        text = file.read()
    with open(sys.argv[2], "rb") as file:
        names = sorted(set(file.read().splitlines()))
    string = text.decode()
    lines = string.splitlines()
    rows = []

    def daachorse():
        import daachorse

        return daachorse.DoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)

    def daachorse_charwise():
        import daachorse

        strings = [name.decode() for name in names]
        return daachorse.CharwiseDoubleArrayAhoCorasick(strings, daachorse.MATCH_KIND_LEFTMOST_LONGEST)

    def ahocorasick_rs():
        import ahocorasick_rs

        return ahocorasick_rs.BytesAhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def pyahocorasick():
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for name in names:
            decoded = name.decode()
            automaton.add_word(decoded, decoded)
        automaton.make_automaton()
        return automaton

    def flashtext2():
        from flashtext2 import KeywordProcessor

        processor = KeywordProcessor(case_sensitive=True)
        processor.add_keywords_from_iter([name.decode().strip(DELIMITER).replace(DELIMITER, " ") for name in names])
        return processor

    measure("daachorse", daachorse, lambda matcher: len(matcher.find(text)), text, rows)
    measure("daachorse charwise", daachorse_charwise, lambda matcher: len(matcher.find(string)), text, rows)
    measure("ahocorasick-rs", ahocorasick_rs, lambda matcher: len(matcher.find_matches_as_indexes(text)), text, rows)
    measure("pyahocorasick", pyahocorasick, lambda matcher: sum(1 for _ in matcher.iter_long(string)), text, rows)
    spaced = [line.replace(DELIMITER, " ") for line in lines]
    measure(
        "flashtext2", flashtext2, lambda matcher: sum(len(matcher.extract_keywords(line)) for line in spaced), text, rows
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    json.dump({"names": len(names), "rows": rows, "memory": memory}, sys.stdout)


if __name__ == "__main__":
    main()
