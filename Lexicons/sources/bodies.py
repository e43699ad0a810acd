"""Bodies that countries have in common, from hand/bodies.txt and hand/sports.txt: a name is a fact only where the body exists and its Arabic is regular."""
import re
from places_common import hand, names

groups = {}
for name, codes in hand('country-groups.txt', 2):
    groups[name] = set(codes.split())
countries = {iso: (names(en)[0].lstrip('~'), names(ar.lstrip('='))[0].lstrip('~')) for iso, en, ar in (c[:3] for c in hand('countries.txt', 7))}
nations = {}        # iso → (English adjective, Arabic masculine stems)
for iso, en, ar, *_ in hand('nationalities.txt', 8):
    if iso.isupper() and len(iso) == 2 and iso in countries: nations[iso] = (names(en)[0].lstrip('~'), [s.lstrip('~') for s in names(ar.lstrip('='))][:3])
groups['all'] = set(nations) - groups['territories']
groups['world'] = set(nations)

# English adjectives that agencies do not use before a body's name
ADJECTIVE = {'NZ': 'New Zealand', 'LU': 'Luxembourg', 'LI': 'Liechtenstein', 'LS': 'Lesotho', 'HK': 'Hong Kong', 'GL': 'Greenland', 'CF': 'Central African', 'VU': 'Vanuatu', 'SC': 'Seychelles',
             'BF': 'Burkina Faso', 'AE': 'UAE', 'PH': 'Philippine', 'PG': 'Papua New Guinea', 'CD': 'DR Congo', 'CG': 'Republic of the Congo', 'CI': 'Ivorian', 'KI': 'Kiribati', 'FM': 'Micronesian', 'KM': 'Comorian'}
THE = {'NL', 'PH', 'BS', 'GM', 'MV', 'KM', 'SC', 'MH', 'SB', 'CF', 'DO', 'AE', 'US', 'GB', 'CG', 'CD', 'FO', 'KY', 'VG'}


def members(text):
    """Codes of a group expression: "all -micro US" takes away, "| LB" adds again."""
    head, _, more = text.partition('|')
    plus, _, minus = (' ' + head).partition(' -')
    expand = lambda part: set().union(*(groups.get(w, {w}) for w in part.split())) if part.split() else set()
    return ((expand(plus) - expand(minus)) | expand(more)) & set(nations)


def definite(stem, feminine):
    """سويسري → السويسري, السويسرية; كوري شمالي → الكوري الشمالي; جنوب_أفريقي → الجنوب أفريقي."""
    fixed, _, last = stem.rpartition('_')
    if fixed: return f"ال{fixed.replace('_', ' ')} {last}" + ('ة' if feminine else '')
    return ' '.join('ال' + w + ('ة' if feminine else '') for w in stem.split(' '))


def rows(claims, file, table):
    for slug, type, en, ar, who in (c[:5] for c in hand(table, 5)):
        for iso in sorted(members(who)):
            adjective, stems = nations[iso]
            english, arabic = countries[iso]
            if iso in THE: english = 'the ' + english
            if iso in groups['no-adjective']: stems = []
            ar_names = []
            for n in names(ar):
                if '{c}' in n: ar_names.append(n.replace('{c}', arabic))
                else: ar_names += [n.replace('{f}', definite(s, True)).replace('{m}', definite(s, False)) for s in stems]
            if not ar_names: continue
            en_names = [re.sub('^the ', '', n.replace('{adj}', ADJECTIVE.get(iso, adjective)).replace('{country}', english)) for n in names(en)]
            claims.add(file, f'{type.lower()}.{iso.lower()}.{slug}', type, en_names, ar_names[:7], 'hand', all_free=True)
