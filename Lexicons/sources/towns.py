"""Small towns, and counties of the United States: many names, of which most are also somebody's or something else's. A name of one word stands without
evidence only in an Arab country, if it is rare as a word and nobody's name."""
import json, os, re
from claims import english, slug, title_case
from evidence import people as surnames, weigh
from geonames import arabic_forms, label, load, press, states
from labels import ROOT, clean
from places_common import ARAB, OUT, fold, similar, zipf

# articles and words of relation, and the words of which names of villages are made: alone they say nothing
PLAIN = set(map(fold, 'شرق غرب شمال جنوب شرقي غربي وسط أعلى أسفل السفلى العليا الكبرى الصغرى الجديدة القديمة الشرقية الغربية الشمالية الجنوبية'.split()))


def town(name, home=False, strong=False):
    """The name of a small town as it may stand, or None. home: in an Arab country; strong: so large or so much in the news that one word may be enough."""
    words = fold(name).split(' ')
    if any(len(w) < 2 for w in words) and len(words) < 3: return None
    if len(words) > 1:
        # of two ordinary words one is a phrase; of two names of people a person
        rare = [w for w in words if zipf(w) < 4 and w not in PLAIN]
        person = all(w in surnames or w in ('بن', 'ابو', 'عبد', 'ال') for w in words)
        if not rare or person: return '~' + name
        return name
    word, z = words[0], zipf(name)
    if z >= 4.4 or len(word) < 3: return None
    if not home:
        # a rare word that is no listed name is far more often an unlisted surname than a town far away
        return None if z >= 2.2 or len(word) < 4 or word in surnames or word.startswith('ال') else '~' + name
    nisba = word.startswith('ال') and word.endswith('ي')
    if not strong or nisba or z >= 2.4 or len(word) < 5 or word in surnames: return '~' + name
    return weigh(name, None)


def towns(claims, file):
    """GeoNames' places of over 500 people."""
    for c in load(500):
        home, cc = c['countrycode'] in ARAB, c['countrycode']
        forms = []
        for n in arabic_forms(c):
            if similar(n, c['name']) < (.6 if home else .8) and not label(c): continue
            w = town(n, home, strong=True)
            if w: forms.append(w)
        if not forms: continue
        names = press(c)
        state = states.get(c.get('admin1code', ''), '') if cc == 'US' else ''
        place = STATE_AR.get(state) if state else None
        if place:
            bare = forms[0].lstrip('~')
            forms = (['~' + bare] if label(c) and c['population'] >= 10000 else []) + [f'{bare} بولاية {place}', f'{bare} {place}']
            names = [f'{names[0]}, {title_case(state)}'] + ['~' + n for n in names]
        elif not home and ' ' not in names[0]: names = ['~' + n.lstrip('~') for n in names]         # Rincon is rather a surname
        else: names = [english(names[0])] + ['~' + n.lstrip('~') for n in names[1:]]
        if claims.known(names[0].lstrip('~'), [f.lstrip('~') for f in forms], {'GPE', 'LOC'}) or f"gpe.city.{c['geonameid']}" in claims.ids: continue
        claims.add(file, f"gpe.city.{c['geonameid']}", 'GPE', names, forms, 'geonames,arwikicats' if label(c) else 'geonames', once=False)


STATE_AR = {}


def load_states(claims):
    """The usual Arabic names of the states, from subdivisions.tsv."""
    for line in open(os.path.join(OUT, 'subdivisions.tsv'), encoding='utf-8'):
        c = line.rstrip('\n').split('\t')
        if c[0].startswith('gpe.us-'): STATE_AR[c[2].split('|')[0].lstrip('~').lower()] = re.sub('^ولاية ', '', c[3].split('|')[0].lstrip('~'))


def american(claims, file):
    """arwikicats' towns of a state of the United States."""
    seen = set()
    for table in ('cities/cities_full', 'geography/P17_2_final_ll', '_splited_data/cities_full_non'):
        walk = lambda d: (x for k, v in d.items() for x in (walk(v) if isinstance(v, dict) else [(k, v)]))
        for key, value in walk(json.load(open(f'{ROOT}/{table}.json', encoding='utf-8'))):
            name, _, state = key.partition(', ')
            arabic = clean(value) if isinstance(value, str) else ''
            if state not in STATE_AR or not arabic or '(' in name or key in seen or 'county' in name: continue
            seen.add(key)
            if re.match('(مقاطعة|بلدة|مدينة|جامعة) ', arabic): arabic = arabic.split(' ', 1)[1]
            place = STATE_AR[state]
            forms = [f'{arabic} بولاية {place}', f'{arabic} {place}']
            claims.add(file, f'gpe.us.{slug(key)}', 'GPE', [f'{title_case(name)}, {title_case(state)}', '~' + title_case(name)], forms, 'arwikicats')


def counties(claims, file):
    """Counties of the United States; where states share a name, only with the state."""
    table = json.load(open(f'{ROOT}/geography/us_counties.json', encoding='utf-8'))
    rows, count = [], {}
    for key, value in sorted(table.items()):
        name, _, state = key.partition(', ')
        arabic = clean(value)
        if state not in STATE_AR or not re.match(r'(مقاطعة|أبرشية|بلدة) ', arabic): continue
        rows.append((name, state, arabic))
        count[fold(arabic)] = count.get(fold(arabic), 0) + 1
    for name, state, arabic in rows:
        place = STATE_AR[state]
        forms = [f'{arabic} بولاية {place}', f'{arabic} {place}']
        alone = count[fold(arabic)] == 1
        if alone: forms.insert(0, arabic)
        claims.add(file, f"gpe.us.{slug(name + ' ' + state)}", 'GPE', [f'{title_case(name)}, {title_case(state)}'] + ([title_case(name)] if alone else []), forms, 'arwikicats')
