#!/usr/bin/env python3
"""Draws the speeds of a record of `make peers` as a picture: a group of bars for each stage, ours first.

    Benchmarks/Records/draw.py Benchmarks/Records/2026-11-24-speed.txt > Benchmarks/Records/speed.svg
"""

import re
import sys
from html import escape

# What stands beside what: the title, and the programs in the table with the names that readers see.
GROUPS = [
    ("Normalize", [("naqhara normalize", "naqhara, search"), ("icu4c normalize NFKC", "ICU, NFKC"), ("icu4c normalize NFKC_Casefold", "ICU, NFKC_Casefold")]),
    ("Word boundaries", [("naqhara word boundaries", "naqhara"), ("icu4c words UTF-16", "ICU, UTF-16"), ("icu4c words UTF-8", "ICU, UTF-8")]),
    ("Sentence boundaries", [("naqhara sentence boundaries", "naqhara"), ("icu4c sentences UTF-16", "ICU, UTF-16"), ("icu4c sentences UTF-8", "ICU, UTF-8")]),
    ("Romanize running text", [("naqhara romanize", "naqhara, Buckwalter"), ("icu4c romanize by line", "ICU, Any-Latin")]),
    ("The same 80,000 names", [("naqhara tag, 80000 names", "naqhara, to JSONL"), ("icu4c tag, 80000 names", "C++ on ICU, to JSONL"), ("daachorse, 80000 names", "daachorse, matching alone"), ("pyahocorasick, 80000 names", "pyahocorasick, matching alone"), ("flashtext2, 80000 names", "flashtext2, matching alone")]),
    ("The whole job", [("naqhara tag --mode lexicon", "naqhara, lexicon and quantities"), ("naqhara tag, the command", "naqhara, hybrid"), ("CAMeL Tools + pyahocorasick", "CAMeL Tools + pyahocorasick")]),
]
ROW, GAP, LABEL, BARS, WIDTH = 20, 34, 230, 380, 680


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        record = file.read()
    speeds = {name.strip(): float(speed) for name, speed in re.findall(r"^\| ([^|]+) \| ([\d.]+) \|", record, re.M)}
    out, y = [], 24
    for title, programs in GROUPS:
        known = [(label, speeds[name]) for name, label in programs if name in speeds]
        if not known:
            continue
        out.append(f'<text class="title" x="8" y="{y}">{escape(title)}</text>')
        y += 10
        most = max(speed for _, speed in known)
        for label, speed in known:
            kind = "own" if label.startswith("naqhara") else "peer"
            length = max(1, BARS * speed / most)
            out.append(f'<text x="{LABEL}" y="{y + 13}" text-anchor="end">{escape(label)}</text>')
            out.append(f'<rect class="{kind}" x="{LABEL + 8}" y="{y + 2}" width="{length:.1f}" height="14" rx="2"/>')
            out.append(f'<text x="{LABEL + 14 + length:.1f}" y="{y + 13}">{speed:g}</text>')
            y += ROW
        y += GAP
    y -= GAP - 24
    out.append(f'<text x="8" y="{y}">MB of UTF-8 a second, one thread, 20 MB of Arabic news; each group has a scale of its own.</text>')
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 12}" font-family="sans-serif" font-size="12">')
    print("<style>text{fill:#333}.title{font-weight:bold}.own{fill:#0a7f5a}.peer{fill:#9aa5b1}")
    print("@media (prefers-color-scheme: dark){text{fill:#ddd}.own{fill:#3ecf9a}.peer{fill:#6b7683}}</style>")
    print("\n".join(out))
    print("</svg>")


if __name__ == "__main__":
    main()
