"""Which generated names need evidence: hand/marks.txt, frequencies, names of people."""
import importlib.resources, re
from places_common import fold, hand, zipf

marks = {}          # folded word → '+' plain, '~' evidence, '-' drop
for c in hand('marks.txt', 1):
    sign, *words = c[0].split()
    for w in words:
        marks[fold(w.replace('_', ' '))] = sign


def given_names():
    out = set()
    root = importlib.resources.files('arabnamer')
    for path in sorted(str(p) for p in root.rglob('*') if str(p).endswith(('.json', '.csv', '.tsv', '.txt'))):
        for w in re.findall('[ء-ي]+', open(path, encoding='utf-8').read()):
            out.add(fold(w))
    return out


people = given_names()


def weigh(name, limit, big=False, short_ok=False, foreign_place=False):
    """The name, with ~ if it is an ordinary word or too short; None if it must go. limit: Zipf frequency from which a word is ordinary, None for a name that a person gave."""
    key = fold(name)
    sign = marks.get(key)
    if sign == '-': return None
    if sign == '+' or name.startswith('~'): return name
    if sign == '~': return '~' + name
    if ' ' in name or limit is None: return name
    z = zipf(name)
    if not big and z >= 4.7: return None        # a common word: even with evidence it would be wrong more often than right
    if foreign_place and not big and (z >= 3.6 or key in people and z >= 2): return None      # words and surnames, not this place
    if len(key) < 4 and not short_ok: return '~' + name
    if not big and (z >= limit or len(key) < 5 or key in people and z >= 2): return '~' + name
    return name
