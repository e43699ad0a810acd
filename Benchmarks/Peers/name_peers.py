"""The name transliterators that people use today, each behind one call: a name in, its spellings out, best first.

names.py runs this file once for each peer and test, in a process of its own:

    python3 name_peers.py PEER FROM TO SOURCES ANSWERS SECONDS [LIMIT]

It writes ANSWERS, a line a source (the source, then its answers, tab-separated), and prints one JSON object: the sources
answered, the calls that failed, and the processor seconds of the calls alone, loading apart.
"""
import itertools
import json
import os
import sys
import time
import unicodedata

# Answers past this many are dropped.
MOST_ANSWERS = 10
# Sources between two looks at the clock: enough that looking costs nothing, few enough for the slowest peer.
SOURCES_A_CHUNK = 32


class ICU:
    """ICU's transforms, through PyICU: the script's general one, then for Russian and Ukrainian that of the US board (BGN).

    In this order, as the general one is oftener right on the development part of Wikidata's Russian names, both ways.
    Hebrew and Arabic come out with vowel points; names are written without them, so they are taken away.
    """

    package = "PyICU"
    requirements = ["PyICU"]
    to_latin = ["Any-Latin; Latin-ASCII"]
    transforms = {
        ("ru", "en"): [*to_latin, "Russian-Latin/BGN; Latin-ASCII"],
        ("uk", "en"): [*to_latin, "Ukrainian-Latin/BGN; Latin-ASCII"],
        ("ar", "en"): to_latin,
        ("he", "en"): to_latin,
        ("ja", "en"): to_latin,
        ("ko", "en"): to_latin,
        ("zh", "en"): to_latin,
        ("en", "ar"): ["Latin-Arabic; [:Mn:] Remove"],
        ("en", "he"): ["Latin-Hebrew; [:Mn:] Remove"],
        ("en", "ja"): ["Latin-Katakana"],
        ("en", "ko"): ["Latin-Hangul"],
        ("en", "ru"): ["Latin-Cyrillic", "Latin-Russian/BGN"],
    }
    directions = set(transforms)

    def __init__(self, source, target):
        import icu

        self.transliterators = [icu.Transliterator.createInstance(name) for name in self.transforms[source, target]]

    def answers(self, name):
        return [transliterator.transliterate(name) for transliterator in self.transliterators]


class Uroman:
    """uroman, the universal romanizer of the University of Southern California."""

    package = "uroman"
    requirements = ["uroman"]
    codes = {"ar": "ara", "he": "heb", "ja": "jpn", "ko": "kor", "ru": "rus", "uk": "ukr", "zh": "zho"}
    directions = {(source, "en") for source in codes}

    def __init__(self, source, target):
        import uroman

        self.romanizer = uroman.Uroman()
        self.code = self.codes[source]

    def answers(self, name):
        return [self.romanizer.romanize_string(name, lcode=self.code)]


class AnyASCII:
    """anyascii, one table from any character to ASCII."""

    package = "anyascii"
    requirements = ["anyascii"]
    directions = {(source, "en") for source in ("ar", "he", "ja", "ko", "ru", "uk", "zh")}

    def __init__(self, source, target):
        import anyascii

        self.transliterate = anyascii.anyascii

    def answers(self, name):
        return [self.transliterate(name)]


class CyrTranslit:
    """cyrtranslit, letter tables for the languages in Cyrillic, both ways."""

    package = "cyrtranslit"
    requirements = ["cyrtranslit"]
    codes = {"ru": "ru", "uk": "ua"}
    directions = {(code, "en") for code in codes} | {("en", code) for code in codes}

    def __init__(self, source, target):
        import cyrtranslit

        self.code = self.codes[source if target == "en" else target]
        self.transliterate = cyrtranslit.to_latin if target == "en" else cyrtranslit.to_cyrillic

    def answers(self, name):
        return [self.transliterate(name, self.code)]


class ArabicNameRomanizer:
    """arabic-name-romanizer, a dictionary of attested names with a small neural network for the rest; on one thread."""

    package = "arabic-name-romanizer"
    requirements = ["arabic-name-romanizer"]
    directions = {("ar", "en")}

    def __init__(self, source, target):
        from arabic_name_romanizer.api import Transliterator, default_resources_dir
        from arabic_name_romanizer.inference import OnnxModel

        resources = default_resources_dir()
        self.transliterator = Transliterator(
            model=OnnxModel(resources, intra_op_threads=1),
            persian_model=OnnxModel(resources / "persian", intra_op_threads=1),
        )

    def answers(self, name):
        return [candidate.text for candidate in self.transliterator.transliterate(name, top_k=MOST_ANSWERS)]


class CAMeLTools:
    """CAMeL Tools' character map to the Habash-Soudi-Buckwalter romanization, its signs then written in English letters."""

    package = "camel-tools"
    requirements = ["camel-tools", "six"]
    # Its models need gigabytes of other packages; the character maps need none of them.
    without_dependencies = True
    directions = {("ar", "en")}
    # The signs that are no English letters, or that are another sound without their mark (Habash, Soudi and Buckwalter,
    # "On Arabic Transliteration", 2007, table 2.1); a scorer that folds accents reads the others as they are meant.
    signs = {"x": "kh", "θ": "th", "ð": "dh", "Ď": "dh", "š": "sh", "ς": "'", "γ": "gh", "ħ": "a", "ý": "a"}

    def __init__(self, source, target):
        from camel_tools.utils.charmap import CharMapper

        self.romanize = CharMapper.builtin_mapper("ar2hsb")
        self.letters = str.maketrans(self.signs)

    def answers(self, name):
        return [self.romanize(name).translate(self.letters)]


class Arabnamer:
    """arabnamer as its front page calls it: gradient-boosted trees, a letter at a time."""

    package = "arabnamer"
    requirements = ["arabnamer"]
    directions = {("en", "ar")}
    engine = "model"

    def __init__(self, source, target):
        from arabnamer import Transliterator

        self.transliterator = Transliterator(engine=self.engine)

    def answers(self, name):
        return [self.transliterator.translit(name).arabic]


class ArabnamerHybrid(Arabnamer):
    """arabnamer with its dictionary first, then the trees."""

    engine = "hybrid"


PEERS = {
    "pyicu": ICU,
    "uroman": Uroman,
    "anyascii": AnyASCII,
    "cyrtranslit": CyrTranslit,
    "arabic-name-romanizer": ArabicNameRomanizer,
    "camel-tools": CAMeLTools,
    "arabnamer": Arabnamer,
    "arabnamer-hybrid": ArabnamerHybrid,
}


def tidy(answers):
    """The answers composed, without repeats and blanks, each on one line without tabs."""
    lines = (" ".join(unicodedata.normalize("NFC", answer).split()) for answer in answers)
    return list(dict.fromkeys(filter(None, lines)))[:MOST_ANSWERS]


def run(peer, sources, seconds, write):
    """Answers the sources in order until the wall clock has gone on for `seconds`, handing each answered line to `write`."""
    failures = []

    def attempt(source):
        try:
            return peer.answers(source)
        except Exception as error:  # A peer that fails on a name has not answered it; that is a result, not the end.
            failures.append(f"{source}: {error!r}")
            return []

    answered, spent, deadline = 0, 0.0, time.monotonic() + seconds
    while time.monotonic() < deadline and (chunk := list(itertools.islice(sources, SOURCES_A_CHUNK))):
        start = time.process_time()
        chunk_answers = [attempt(source) for source in chunk]
        spent += time.process_time() - start
        for source, answers in zip(chunk, chunk_answers):
            write("\t".join([source, *tidy(answers)]) + "\n")
        answered += len(chunk)
    return {"sources": answered, "failures": len(failures), "first_failures": failures[:3], "seconds": round(spent, 4)}


def main(name, source, target, sources_path, answers_path, seconds, limit=None):
    # Standard output is for the one JSON object, whatever a peer prints.
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    peer = PEERS[name](source, target)
    with open(sources_path, encoding="utf-8", newline="\n") as lines, open(answers_path, "w", encoding="utf-8") as answers:
        sources = itertools.islice((line.rstrip("\n") for line in lines), int(limit) if limit else None)
        json.dump(run(peer, sources, float(seconds), answers.write), output)


if __name__ == "__main__":
    main(*sys.argv[1:])
