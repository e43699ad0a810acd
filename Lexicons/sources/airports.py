"""Airports that are named after their town, from airportsdata and the Arabic of cities.tsv."""
import os, re
import airportsdata
from geonames import load
from places_common import OUT, ascii_name, fold

def rows(claims, file):
    """Airports named after their town alone: مطار أثينا الدولي. One that has a person's name is left to tables written by hand."""
    by_code = airportsdata.load('IATA')
    cities = {}
    for c in load(15000): cities.setdefault((fold(ascii_name(c['name'])), c['countrycode']), c)
    arabic = {}
    for line in open(os.path.join(OUT, 'cities.tsv'), encoding='utf-8'):
        c = line.rstrip('\n').split('\t')
        if c[0].startswith('gpe.city.'): arabic[c[0]] = [n.lstrip('~') for n in c[3].split('|')][:2]
    for code, a in sorted(by_code.items()):
        m = re.fullmatch(r"([^()/]+?)( International)? Airport", a['name'])
        if not m: continue
        c = cities.get((fold(ascii_name(m[1])), a['country']))
        forms = arabic.get(f"gpe.city.{c['geonameid']}") if c else None
        if not forms: continue
        if m[2]: ar = [f'مطار {n} الدولي' for n in forms] + [f'مطار {n}' for n in forms]
        else: ar = [f'مطار {n}' for n in forms]
        claims.add(file, f'fac.airport.{code.lower()}', 'FAC', [a['name']] + ([f'{m[1]} Airport'] if m[2] else []), ar, 'airportsdata,geonames')
