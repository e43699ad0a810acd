#!/usr/bin/env python3
"""Ours and the programs that people use for the same, in turn on the same bytes, one thread; prints tables of ratios.

    Benchmarks/Peers/peers.py --naqhara .build/release/naqhara TEXT [--rounds 5] [--json record.json]

Every round runs each program once, so that a busy machine is busy for all; medians are compared. A peer that is not there is named. Words
found by ours and by ICU must be equal in number, and each program must find the same in every round.
"""

import argparse
import datetime
import glob
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(FOLDER, "..", "..", ".build-peers")
ENVIRONMENTS = {
    "match": ["daachorse==0.5.0", "ahocorasick-rs==1.0.3", "pyahocorasick==2.3.1", "flashtext2==1.1.0"],
    "python": ["PyICU==2.17", "pyarabic==0.6.15", "anyascii==0.3.3", "uroman==1.3.1.1", "click", "spacy==3.8.7"],
    "camel": ["camel-tools==1.6.0", "pyahocorasick==2.3.1"],
}

# What the matchers get for nothing: marks and tatweel off, the common folds of letters, words cut.
MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
FOLDS = str.maketrans("أإآٱىة", "اااايه")
WORD = re.compile(r"\w+")


def delimited(line):
    words = WORD.findall(MARKS.sub("", line).translate(FOLDS).lower())
    return "\x01" + "\x01".join(words) + "\x01" if words else ""


def install():
    """Builds the C++ program and the virtual environments; says what could not be made."""
    missing = []
    made = subprocess.run(["make", "-s", "-C", os.path.join(FOLDER, "icu4c"), f"OUT={BUILD}/icu4c"], capture_output=True, text=True)
    if made.returncode != 0:
        missing.append("icu4c: " + made.stderr.strip().splitlines()[-1])
    for environment, packages in ENVIRONMENTS.items():
        if not os.path.exists(python(environment)):
            subprocess.run([sys.executable, "-m", "venv", os.path.join(BUILD, environment)], check=True)
        for package in packages:
            done = subprocess.run([python(environment), "-m", "pip", "install", "-q", package], capture_output=True, text=True)
            if done.returncode != 0:
                missing.append(f"{package}: " + done.stderr.strip().splitlines()[-1].split("http")[0])
    return missing


def python(environment):
    return os.path.join(BUILD, environment, "bin", "python")


def arabic_names(limit):
    """The first names of our own lexicons in Arabic letters, one for all programs."""
    names = {}
    folder = os.path.join(FOLDER, "..", "..", "Lexicons", "entities")
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                for field in line.rstrip("\n").split("\t")[2:]:
                    for name in re.split(r"\s*\|\s*", field):
                        if "\u0620" <= name[:1] <= "\u064a" and len(names) < limit:
                            names.setdefault(name.strip(), None)
    return list(names)


def more_names(names, limit):
    """As many names as asked for: these, then first and last words of theirs put together, the same on every machine."""
    chance = random.Random(4)
    cut = [name.split() for name in names]
    more = dict.fromkeys(names)
    while len(more) < limit:
        more.setdefault(f"{chance.choice(cut)[0]} {chance.choice(cut)[-1]}")
    return list(more)


class Names:
    """The same names as each program takes them."""

    def __init__(self, names, folder, naqhara):
        self.count = len(names)
        self.plain, self.cut, source, self.image = (
            os.path.join(folder, f"{self.count}.{suffix}") for suffix in ("txt", "cut", "tsv", "image"))
        with open(self.plain, "w", encoding="utf-8") as file:
            file.writelines(name + "\n" for name in names)
        with open(self.cut, "w", encoding="utf-8") as file:
            file.writelines(name + "\n" for name in dict.fromkeys(map(delimited, names)) if name)
        with open(source, "w", encoding="utf-8") as file:
            file.write("id\ttype\ten\tar\n")
            file.writelines(f"org.n{number}\tORG\tName {number}\t{name}\n" for number, name in enumerate(names))
        subprocess.run([naqhara, "lexicon", "compile", source, "-o", self.image], check=True, capture_output=True)


class Row:
    def __init__(self):
        self.speeds = []
        self.count = None
        self.missing = None

    def add(self, program, row):
        if "missing" in row:
            self.missing = row["missing"]
            return
        if self.count not in (None, row["count"]):
            sys.exit(f"{program} found {self.count}, then {row['count']}")
        self.count = row["count"]
        self.speeds.append(row["bytes"] / 1e6 / row["seconds"])

    @property
    def median(self):
        return statistics.median(self.speeds) if self.speeds else None


def run_json(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def ours(naqhara, text):
    """The rows of `naqhara bench`."""
    done = run_json([naqhara, "bench", "--mode", "lexicon", "--rounds", "1", "--json", text])
    found = {row["name"]: row for row in done["rows"]}
    names = {
        "normalize": "normalization (search)",
        "word boundaries": "word boundaries",
        "words": "words",
        "sentence boundaries": "sentence boundaries",
        "words and news sentences": "words + sentences (news)",
        "tag --mode lexicon": "tag to JSONL",
    }
    return {name: (found[row]["seconds"], found[row]["count"]) for name, row in names.items()}, done["bytes"]


def whole(command):
    """Processor seconds of a whole process, and those of the clock."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return processor, after.elapsed - before.elapsed


# Issue: stage, ours, peer, good, ahead of every peer, aim.
TARGETS = [
    ("normalize `search` against ICU NFKC UTF-8", "naqhara normalize", "icu4c normalize NFKC", 0.8, 1.2, 2),
    ("words against ICU UTF-16 (same boundaries)", "naqhara word boundaries", "icu4c words UTF-16", 1.5, 3, 5),
    ("sentences against ICU UTF-16 (same boundaries)", "naqhara sentence boundaries", "icu4c sentences UTF-16", 1, 1.5, 3),
    ("`tag --mode lexicon` to JSONL against daachorse alone, the same {few} names", "naqhara tag, {few} names", "daachorse, {few} names", 0.4, 1, 1.3),
    ("… {many} names", "naqhara tag, {many} names", "daachorse, {many} names", 0.4, 1, 1.3),
    ("… with the built-in lexicon and quantities, against {few} names", "naqhara tag --mode lexicon", "daachorse, {few} names", 0.4, 1, 1.3),
    ("`tag --mode lexicon` against a C++ ICU program, the same {few} names", "naqhara tag, {few} names", "icu4c tag, {few} names", 3, 5, 8),
    ("… {many} names", "naqhara tag, {many} names", "icu4c tag, {many} names", 3, 5, 8),
    ("… with the built-in lexicon and quantities, against {few} names", "naqhara tag --mode lexicon", "icu4c tag, {few} names", 3, 5, 8),
    ("`tag` hybrid against CAMeL Tools + pyahocorasick", "naqhara tag, the command", "CAMeL Tools + pyahocorasick", 5, 10, 20),
    ("two processors against one, by the clock", "naqhara tag on two processors", "naqhara tag on one", 1.6, 1.8, 1.95),
    ("romanizing running text against ICU Any-Latin", "naqhara romanize", "icu4c romanize by line", 5, 10, 40),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text")
    parser.add_argument("--naqhara", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--names", type=int, default=80_000)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument("--json")
    options = parser.parse_args()
    missing = install()
    rows = {}
    load = {}

    def add(program, row):
        rows.setdefault(program, Row()).add(program, row)
        if "load" in row:
            load.setdefault(program, []).append(row["load"])

    with tempfile.TemporaryDirectory() as folder:
        few = arabic_names(options.names)
        sets = [Names(few, folder, options.naqhara), Names(more_names(few, options.many), folder, options.naqhara)]
        cut_text, line = (os.path.join(folder, name) for name in ("cut-text", "line.txt"))
        with open(options.text, encoding="utf-8", errors="replace") as source, open(cut_text, "w", encoding="utf-8") as file:
            file.writelines(delimited(text) + "\n" for text in source)
        with open(line, "w", encoding="utf-8") as file:
            file.write("زار بيرنز القاهرة\n")
        for _ in range(options.rounds):
            result, size = ours(options.naqhara, options.text)
            for name, (seconds, count) in result.items():
                add("naqhara " + name, {"seconds": seconds, "bytes": size, "count": count})
            scheme = [options.naqhara, "transliterate", "--scheme", "ar-buckwalter", "--jobs", "1", options.text]
            add("naqhara romanize", {"seconds": whole(scheme)[0], "bytes": size, "count": size})
            tag = [options.naqhara, "tag", "--input", "lines", options.text, "--jobs"]
            processor, clock = whole(tag + ["1"])
            add("naqhara tag, the command", {"seconds": processor, "bytes": size, "count": size})
            add("naqhara tag on one", {"seconds": clock, "bytes": size, "count": size})
            add("naqhara tag on two processors", {"seconds": whole(tag + ["2"])[1], "bytes": size, "count": size})
            for names in sets:
                # The whole command, its start and the reading of the image among it.
                same = [options.naqhara, "tag", "--mode", "lexicon", "--lexicon", names.image, "--only-lexicons", "--no-quantities"]
                row = {"seconds": whole(same + ["--input", "lines", "--jobs", "1", options.text])[0], "bytes": size, "count": size}
                add(f"naqhara tag, {names.count} names", row)
                # Until a line is tagged, without the start that every command has.
                load.setdefault(f"naqhara tag, {names.count} names", []).append(
                    whole(same + ["--input", "lines", line])[1] - whole([options.naqhara, "--version"])[1])
            for row in run_json([python("camel"), os.path.join(FOLDER, "camel.py"), options.text, sets[0].plain])["rows"]:
                add(row["name"], row)
            for row in run_json([python("python"), os.path.join(FOLDER, "python_peers.py"), options.text, sets[0].plain])["rows"]:
                add(row["name"], row)
            program = os.path.join(BUILD, "icu4c", "icu4c")
            if os.path.exists(program):
                for row in run_json([program, options.text])["rows"]:
                    add("icu4c " + row["name"], row)
            for names in sets:
                if os.path.exists(program):
                    found = run_json([program, options.text, names.plain])
                    for row in found["rows"]:
                        add(f"icu4c {row['name']}, {names.count} names", row | {"load": found["load"]})
                for row in run_json([python("match"), os.path.join(FOLDER, "matchers.py"), cut_text, names.cut])["rows"]:
                    # Speeds by the bytes that ours reads, since the delimiters are only for the matchers.
                    if "seconds" in row:
                        row["bytes"] = size
                    add(f"{row['name']}, {names.count} names", row)

    for icu, own in [("icu4c words UTF-16", "naqhara word boundaries"), ("icu4c sentences UTF-16", "naqhara sentence boundaries")]:
        if {icu, own} <= rows.keys() and rows[icu].count != rows[own].count:
            sys.exit(f"{own}: {rows[own].count}, but ICU has {rows[icu].count}")
    machine = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    print(f"{datetime.date.today()}, {machine}, one thread, {size} bytes, medians of {options.rounds} rounds in turn\n")
    print("| program | MB/s | found | load, s |\n|---|---|---|---|")
    for program, row in rows.items():
        speed = f"{row.median:.1f}" if row.median else f"not there: {row.missing}"
        loading = f"{statistics.median(load[program]):.3f}" if program in load else ""
        print(f"| {program} | {speed} | {row.count or ''} | {loading} |")
    for name in missing:
        print(f"not installed: {name}")
    print("\n| target | ratio | good | ahead | aim | reached |\n|---|---|---|---|---|---|")
    counts = {"few": sets[0].count, "many": sets[1].count}
    for name, own, peer, good, ahead, aim in TARGETS:
        name, own, peer = (text.format(**counts) for text in (name, own, peer))
        if not (rows.get(own) and rows.get(peer) and rows[own].median and rows[peer].median):
            print(f"| {name} | not measured | {good} | {ahead} | {aim} | |")
            continue
        ratio = rows[own].median / rows[peer].median
        reached = "aim" if ratio >= aim else "ahead" if ratio >= ahead else "good" if ratio >= good else "–"
        print(f"| {name} | {ratio:.2f} | {good} | {ahead} | {aim} | {reached} |")
    loading = statistics.median(load[f"naqhara tag, {sets[1].count} names"]) * 1e3
    reached = "aim" if loading <= 5 else "ahead" if loading <= 20 else "good" if loading <= 100 else "–"
    print(f"| load of {sets[1].count} names, until a line is tagged, ms | {loading:.0f} | 100 | 20 | 5 | {reached} |")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({program: row.median for program, row in rows.items()}, file, indent=1)


if __name__ == "__main__":
    main()
