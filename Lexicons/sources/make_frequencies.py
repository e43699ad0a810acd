#!/usr/bin/env python3
"""Makes the list of words and the classes of their frequencies that `make train-ner` reads. Deterministic; the list is not committed.

    python3 Lexicons/sources/make_frequencies.py OUT.tsv

From wordfreq (Robyn Speer; data CC BY-SA 4.0): Arabic, Russian and English words with a Zipf frequency of 2.5 or more, that is,
of three in a thousand million words. The class counts half powers of ten above a Zipf frequency of 2.
"""
import sys
import wordfreq

FLOOR = 2.5
LANGUAGES = ('ar', 'ru', 'en')

classes = {}
for language in LANGUAGES:
    for word in wordfreq.iter_wordlist(language, wordlist='best'):
        zipf = wordfreq.zipf_frequency(word, language, wordlist='best')
        if zipf < FLOOR:
            break
        if ' ' in word or not any(letter.isalpha() for letter in word):
            continue
        classes[word] = max(classes.get(word, 0), max(1, int((zipf - 2) * 2 + 0.5)))
with open(sys.argv[1], 'w', encoding='utf-8') as out:
    for word in sorted(classes):
        out.write(f'{word}\t{classes[word]}\n')
