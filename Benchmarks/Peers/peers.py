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
import re
import statistics
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(FOLDER, "..", "..", ".build-peers")
ENVIRONMENTS = {
    "match": ["daachorse==0.5.0", "ahocorasick-rs==1.0.3", "pyahocorasick==2.3.1", "flashtext2==1.1.0"],
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
    """The rows of `naqhara bench`, and what each stage costs by itself."""
    done = subprocess.run(
        [naqhara, "bench", "--mode", "lexicon", "--rounds", "1", text], capture_output=True, text=True, check=True)
    size = int(re.search(r"(\d+) bytes", done.stdout).group(1))
    seconds, counts = {}, {}
    for line in done.stdout.splitlines():
        fields = line.split("\t")
        if len(fields) == 4 and fields[2].isdigit():
            seconds[fields[3]] = size / 1e6 / float(fields[0])
            counts[fields[3]] = int(fields[2])
    words, sentences = seconds["words"], seconds["words + sentences (news)"]
    return {
        "normalize": (seconds["normalization (search)"], counts["normalization (search)"]),
        "word boundaries": (seconds["word boundaries"], counts["word boundaries"]),
        "words": (words, counts["words"]),
        "sentences": (sentences - words, counts["words + sentences (news)"]),
        "tag --mode lexicon": (seconds["tag to JSONL"], counts["tag to JSONL"]),
    }, size


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
    ("sentences against ICU UTF-16", "naqhara sentences", "icu4c sentences UTF-16", 1, 1.5, 3),
    ("`tag --mode lexicon` to JSONL against daachorse alone", "naqhara tag --mode lexicon", "daachorse", 0.4, 1, 1.3),
    ("`tag --mode lexicon` against a C++ ICU program", "naqhara tag --mode lexicon", "icu4c tag", 3, 5, 8),
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
        names = arabic_names(options.names)
        plain, cut, cut_text = (os.path.join(folder, name) for name in ("names", "cut-names", "cut-text"))
        with open(plain, "w", encoding="utf-8") as file:
            file.writelines(name + "\n" for name in names)
        with open(cut, "w", encoding="utf-8") as file:
            file.writelines(name + "\n" for name in dict.fromkeys(map(delimited, names)) if name)
        with open(options.text, encoding="utf-8", errors="replace") as source, open(cut_text, "w", encoding="utf-8") as file:
            file.writelines(delimited(line) + "\n" for line in source)
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
            program = os.path.join(BUILD, "icu4c", "icu4c")
            if os.path.exists(program):
                for command in ([program, options.text], [program, options.text, plain]):
                    found = run_json(command)
                    for row in found["rows"]:
                        add("icu4c " + row["name"], row)
                load.setdefault("icu4c tag", []).append(found["load"])
            for row in run_json([python("camel"), os.path.join(FOLDER, "camel.py"), options.text, plain])["rows"]:
                add(row["name"], row)
            for row in run_json([python("match"), os.path.join(FOLDER, "matchers.py"), cut_text, cut])["rows"]:
                # Speeds by the bytes that ours reads, since the delimiters are only for the matchers.
                if "seconds" in row:
                    row["bytes"] = size
                add(row["name"], row)

    if {"icu4c words UTF-16", "naqhara word boundaries"} <= rows.keys():
        if rows["icu4c words UTF-16"].count != rows["naqhara word boundaries"].count:
            sys.exit("the word boundaries differ from ICU's")
    machine = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    print(f"{datetime.date.today()}, {machine}, one thread, {size} bytes, {len(names)} names, medians of {options.rounds} rounds in turn\n")
    print("| program | MB/s | found | load, s |\n|---|---|---|---|")
    for program, row in rows.items():
        speed = f"{row.median:.1f}" if row.median else f"not there: {row.missing}"
        loading = f"{statistics.median(load[program]):.2f}" if program in load else ""
        print(f"| {program} | {speed} | {row.count or ''} | {loading} |")
    for name in missing:
        print(f"not installed: {name}")
    print("\n| target | ratio | good | ahead | aim | reached |\n|---|---|---|---|---|---|")
    for name, own, peer, good, ahead, aim in TARGETS:
        if not (rows.get(own) and rows.get(peer) and rows[own].median and rows[peer].median):
            print(f"| {name} | not measured | {good} | {ahead} | {aim} | |")
            continue
        ratio = rows[own].median / rows[peer].median
        reached = "aim" if ratio >= aim else "ahead" if ratio >= ahead else "good" if ratio >= good else "–"
        print(f"| {name} | {ratio:.2f} | {good} | {ahead} | {aim} | {reached} |")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({program: row.median for program, row in rows.items()}, file, indent=1)


if __name__ == "__main__":
    main()
