#!/usr/bin/env python3
"""Makes Lexicons/words/ordinary.tsv: ordinary words that would otherwise be cut into particle + name. Deterministic.

    python3 -m venv V && V/bin/pip install -r Lexicons/sources/requirements.txt
    V/bin/python Lexicons/sources/make_ordinary.py

For each Arabic-script name of one word in Lexicons/entities and each particle that the lookup tries off, the whole written word is weighed against the
name: a name takes و in a tenth of its occurrences, ف and ك in a hundredth. A word that is far more frequent than that is a word of its own: كسبها is
not ك + سبها. Words that are names themselves are left out, for a row of type WORD would stop names of unlisted people.
wordfreq (data CC BY-SA 4.0) decides which of these words are ordinary; none of its frequencies is copied. hand/ordinary.txt has the last word: lines
`+ word …` (ordinary), `- word …` (may be cut).
"""
import collections, glob, math, os, re, sys
from places_common import HERE, MARKS, OUT, hand
import wordfreq

# How often a name takes a particle, at most, in proportion to its occurrences without one; beyond it, the word is one of its own.
USUAL = {'و': 1.0, 'ف': 0.08, 'ب': 1.2, 'ل': 1.0, 'ك': 0.06, 'س': 0.03,
         'وب': 0.25, 'ول': 0.3, 'وك': 0.03, 'وس': 0.02, 'فب': 0.03, 'فل': 0.03, 'فك': 0.02, 'فس': 0.02}
# Frequency per thousand million words below which a word is too rare to say anything.
RARE = 30
# What a name that wordfreq does not know is taken to have.
UNKNOWN = 8
PER_ROW = 50
ENTITIES = 'PERSON NORP ORG GPE LOC FAC EVENT LAW PRODUCT WORK OCC LANGUAGE'.split()

LETTERS = str.maketrans('أإآٱىیےؤئکگةۀہپچژڤ', 'اااايييويككهههبجزف')


def fold(word):
    """The key of a word of one token, as the lookup folds it (profile `search`)."""
    return MARKS.sub('', word).translate(LETTERS)


ARABIC = re.compile('[ء-يٱپچژگکیۀہےڤ]+$')


def frequencies():
    """Folded word → (occurrences per thousand million, usual spelling)."""
    total, spelling = collections.Counter(), {}
    for word, f in wordfreq.get_frequency_dict('ar', 'best').items():
        key = fold(word)
        total[key] += f * 1e9
        if key not in spelling or f > spelling[key][0]: spelling[key] = (f, word)
    return total, {k: w for k, (f, w) in spelling.items()}


def entity_names():
    """Folded one-word names → the conditions and types they are met with."""
    names = collections.defaultdict(set)
    for path in sorted(glob.glob(os.path.join(OUT, '*.tsv')) + glob.glob(os.path.join(HERE, '..', 'words', '*.tsv'))):
        head = None
        for line in open(path, encoding='utf-8'):
            line = line.rstrip('\n')
            if not line.strip() or line.startswith('#'): continue
            cells = line.split('\t')
            if head is None:
                head = cells
                continue
            if cells[1] == 'WORD': continue
            row = dict(zip(head, cells))
            evidence = 'needs-context' in row.get('flags', '') or 'only-with-title' in row.get('flags', '')
            for name in row.get('ar', '').split('|'):
                name = name.strip()
                marked = evidence or name.startswith('~')
                name = MARKS.sub('', name.lstrip('~').strip())
                if ARABIC.match(name): names[fold(name)].add((row['type'], marked))
    return names


def personal_names():
    import importlib.resources
    out = set()
    root = importlib.resources.files('arabnamer')
    for path in sorted(str(p) for p in root.rglob('*') if str(p).endswith(('.json', '.csv', '.tsv', '.txt'))):
        for w in re.findall('[ء-ي]+', open(path, encoding='utf-8').read()): out.add(fold(w))
    return out


def forms(name):
    """(particles, the word as it is written with them) for every way the lookup can find this name."""
    for first in ('', 'و', 'ف'):
        for second in ('', 'ب', 'ل', 'ك', 'س'):
            particles = first + second
            if not particles: continue
            if second == 'ل':
                # للولايات: the article loses its alef; a word in ل would be written with two and is read so.
                if name.startswith('ال'): yield particles, particles + name[1:]
                elif name.startswith('ل'): continue
                else: yield particles, particles + name
                if name.startswith('ال'): yield particles, particles + name
            else:
                yield particles, particles + name


def main():
    total, spelling = frequencies()
    names, people = entity_names(), personal_names()
    plus, minus = set(), set()
    for c in hand('ordinary.txt', 1):
        sign, *words = c[0].split()
        for w in words:
            (plus if sign == '+' else minus).add(fold(w))
            if sign == '+': spelling[fold(w)] = w
    found = {}
    for name, uses in names.items():
        if len(name) < 2: continue
        plain = any(not marked for _, marked in uses)
        person = any(kind == 'PERSON' for kind, _ in uses)
        # A marked name of any other kind is never found after a particle.
        if not plain and not person or all(kind not in ENTITIES for kind, _ in uses): continue
        for particles, word in forms(name):
            if word in names and any(not marked for _, marked in names[word]): continue
            f = total.get(word, 0)
            if f < RARE: continue
            # Where there are two particles, the rest may be an ordinary word with و: وكان.
            if f <= USUAL[particles] * max(total.get(name, 0), UNKNOWN): continue
            found.setdefault(word, []).append((f, particles, name, plain))
    # Two names written together: the lookup looks for them after letters that do not join.
    def plain_entity(key): return any(kind in ENTITIES and not marked for kind, marked in names.get(key, ()))
    for word, f in total.items():
        if f < RARE or len(word) < 7 or not ARABIC.match(word) or word in names: continue
        for cut in range(4, len(word) - 2):
            if word[cut - 1] in 'ادذرزءويه' and plain_entity(word[:cut]) and word[cut:] in names:
                found.setdefault(word, []).append((f, word[:cut], word[cut:], True))
    skipped = []
    words = {}
    for word, readings in found.items():
        if word in minus: continue
        if word in people and word not in plus:
            skipped.append((readings[0][0], word, readings))
            continue
        words[word] = readings
    for word in plus:
        if any(not marked for _, marked in names.get(word, ())): print('already a name:', spelling[word], names[word], file=sys.stderr)
        else: words.setdefault(word, [])
    if '--explain' in sys.argv:
        for word, readings in sorted(words.items(), key=lambda x: -total.get(x[0], 0)):
            print('%8.0f' % total.get(word, 0), word, ' '.join('%s+%s(%.0f%s)' % (p, n, total.get(n, 0), '' if plain else '~') for f, p, n, plain in readings), sep='\t')
        print('--- left out: names of people')
        for f, word, readings in sorted(skipped, reverse=True):
            print('%8.0f' % f, word, ' '.join('%s+%s(%.0f%s)' % (p, n, total.get(n, 0), '' if plain else '~') for f, p, n, plain in readings), sep='\t')
        return
    order = sorted(words)
    with open(os.path.join(HERE, '..', 'words', 'ordinary.tsv'), 'w', encoding='utf-8') as out:
        out.write('# Generated by Lexicons/sources/make_ordinary.py; do not edit: correct hand/ordinary.txt there and run it again.\n')
        out.write('# Whole written words that are not cut into particle and name.\n')
        out.write('id\ttype\ten\tar\tsource\n')
        for number, start in enumerate(range(0, len(order), PER_ROW), 1):
            cell = '|'.join(spelling.get(w, w) for w in order[start:start + PER_ROW])
            out.write(f'word.{number}\tWORD\tordinary word\t{cell}\twordfreq,hand\n')
    print(len(order), 'words;', len(skipped), 'left out as names of people')


main()
