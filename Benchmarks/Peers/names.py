#!/usr/bin/env python3
"""Runs the name transliterators that people use today on name tests, so that they are scored beside ours.

    python3 Benchmarks/Peers/names.py --data DIR --out DIR [--peers NAME,…] [--limit N] [--seconds S]
    python3 Benchmarks/Peers/names.py --sources DIR --out DIR …
    python3 Benchmarks/Peers/names.py --sources DIR --out DIR --check

README.md beside this file tells what it reads and writes.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

import name_peers

HERE = pathlib.Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements-names.txt"
# Given to a peer to load, beyond its time for the names: one that hangs is ended.
LOADING_SECONDS = 300
# A peer may have no answer to a strange name; with none to more than this share of a test, something is wrong with the run.
MOST_UNANSWERED = 0.01
# The tests in the folder of data: its file, and the languages of its columns.
DATA_TESTS = [
    ("google", "google", "ar"),
    ("wikidata", "wikidata-arabic", "ar"),
    ("wikidata", "wikidata-hebrew", "he"),
    ("wikidata", "wikidata-katakana", "ja"),
    ("wikidata", "wikidata-korean", "ko"),
    ("wikidata", "wikidata-russian", "ru"),
    ("wikidata", "wikidata-chinese", "zh"),
]


def write_sources(data, folder):
    """Writes the sources of every test in the data, both ways, where the evaluation has not written them."""
    for corpus, file, language in DATA_TESTS:
        rows = [line.split("\t") for line in (data / f"{file}.test.tsv").read_text(encoding="utf-8").split("\n") if line]
        for column, test in enumerate([f"{corpus}.{language}-en", f"{corpus}.en-{language}"]):
            path = folder / f"{test}.sources"
            if not path.exists():
                path.write_text("".join(f"{source}\n" for source in dict.fromkeys(row[column] for row in rows)), encoding="utf-8")


def direction(test):
    """The two languages of a test such as `google.ar-en`."""
    source, _, target = test.rpartition(".")[2].partition("-")
    return source, target


def places(peer, installed):
    """The Python that runs every peer, and the folder of this peer's package; two peers of one package share it."""
    return installed / "venv/bin/python", installed / name_peers.PEERS[peer].package


def install(peer, installed):
    """Installs a peer into a folder of its own, at the pinned versions, unless it is there; says whether it is there now."""
    python, folder = places(peer, installed)
    pins, stamp = REQUIREMENTS.read_text(), folder / "requirements.txt"
    if stamp.exists() and stamp.read_text() == pins:
        return True
    shutil.rmtree(folder, ignore_errors=True)
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", REQUIREMENTS, "--target", folder]
    if getattr(name_peers.PEERS[peer], "without_dependencies", False):
        command.append("--no-deps")
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
        subprocess.run(command + name_peers.PEERS[peer].requirements, check=True)
    except (OSError, subprocess.CalledProcessError):
        print(f"{peer}: skipped, it could not be installed", file=sys.stderr)
        return False
    stamp.write_text(pins)
    return True


def version_and_size(folder):
    """The version of the package installed in the folder of its name, and the megabytes of it with all it needs."""
    package = folder.name
    information = next(path for path in folder.glob("*.dist-info") if path.name.lower().replace("_", "-").startswith(package.lower() + "-"))
    version = information.name.removesuffix(".dist-info").rpartition("-")[2]
    # What Python compiled beside the files while they ran is not counted.
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return version, round(sum(path.stat().st_size for path in files) / 1e6, 1)


def run(peer, test, arguments):
    """Runs one peer on one test in a process of its own, on one thread, and writes its two files; says whether it did."""
    python, folder = places(peer, arguments.installed)
    answers = arguments.out / f"{test}.{peer}.tsv"
    threads = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    command = [python, HERE / "name_peers.py", peer, *direction(test), arguments.sources / f"{test}.sources", answers]
    command += [str(arguments.seconds)] + ([str(arguments.limit)] if arguments.limit else [])
    try:
        process = subprocess.run(
            command,
            env={**os.environ, **threads, "PYTHONPATH": str(folder)},
            stdout=subprocess.PIPE,
            timeout=arguments.seconds + LOADING_SECONDS,
            check=True,
        )
        result = json.loads(process.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        print(f"{peer}: failed on {test}: {error}", file=sys.stderr)
        answers.unlink(missing_ok=True)
        return False
    version, megabytes = version_and_size(folder)
    record = {"peer": peer, "version": version, **result, "megabytes_installed": megabytes}
    answers.with_suffix(".json").write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(test, f"{peer} {version}", f"{result['sources']} sources", f"{result['seconds']:.2f} s", sep="\t", flush=True)
    return True


def problems(record_path, sources_folder):
    """What is wrong with one peer's files of one test, as sentences."""
    record = json.loads(record_path.read_text(encoding="utf-8"))
    test = record_path.name.removesuffix(f".{record['peer']}.json")
    sources = (sources_folder / f"{test}.sources").read_text(encoding="utf-8").split("\n")[: record["sources"]]
    rows = [line.split("\t") for line in record_path.with_suffix(".tsv").read_text(encoding="utf-8").split("\n")[:-1]]
    if not rows or [row[0] for row in rows] != sources:
        yield "the lines are not the test's first sources in their order"
    if record["failures"]:
        yield f"{record['failures']} calls failed, the first: {record['first_failures'][0]}"
    if (unanswered := sum(len(row) == 1 for row in rows)) > MOST_UNANSWERED * len(rows):
        yield f"{unanswered} of {len(rows)} sources without an answer"
    if any(len(row) > 1 + name_peers.MOST_ANSWERS or "" in row[1:] or len(set(row[1:])) < len(row) - 1 for row in rows):
        yield "answers that are empty, repeated or too many"


def check(arguments):
    """Says whether all the outputs are there as they should be, and prints what is wrong."""
    records = sorted(arguments.out.glob("*.json"))
    found = [(path.name, problem) for path in records for problem in problems(path, arguments.sources)]
    for name, problem in found:
        print(f"{name}: {problem}", file=sys.stderr)
    print(f"{len(records)} outputs, {len(found)} problems")
    return bool(records) and not found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder to write to")
    parser.add_argument("--sources", type=pathlib.Path, help="folder of the TEST.sources files; without it, the output folder")
    parser.add_argument("--data", type=pathlib.Path, help="folder of name pairs: the sources of its tests are written where they lack")
    parser.add_argument("--peers", default=",".join(name_peers.PEERS), help="which to run, by commas; without it, all: %(default)s")
    parser.add_argument("--tests", help="which tests to run, by commas, such as google.ar-en; without it, all that have sources")
    parser.add_argument("--limit", type=int, help="at most so many sources of each test")
    parser.add_argument("--seconds", type=float, default=600, help="at most so long for each peer and test (%(default)g)")
    parser.add_argument("--installed", type=pathlib.Path, default=HERE.parent.parent / ".build-peers", help="folder to install into (%(default)s)")
    parser.add_argument("--check", action="store_true", help="run nothing; verify what was written")
    arguments = parser.parse_args()
    arguments.sources = arguments.sources or arguments.out
    arguments.installed = arguments.installed.resolve()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.data:
        write_sources(arguments.data, arguments.sources)
    if arguments.check:
        return check(arguments)
    peers = arguments.peers.split(",")
    if unknown := set(peers) - set(name_peers.PEERS):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    tests = sorted(path.name.removesuffix(".sources") for path in arguments.sources.glob("*.sources"))
    if arguments.tests:
        tests = [test for test in tests if test in arguments.tests.split(",")]
    runs = [(peer, test) for peer in peers for test in tests if direction(test) in name_peers.PEERS[peer].directions]
    ready = {peer for peer in dict.fromkeys(peer for peer, _ in runs) if install(peer, arguments.installed)}
    return any([run(peer, test, arguments) for peer, test in runs if peer in ready])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
