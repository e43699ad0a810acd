"""arwikicats' labels whose type is sure: by the table they stand in, or by the head of their name in both languages."""
import importlib.util, json, os, re
from claims import english, slug, title_case
from places_common import MARKS, fold, similar, zipf
from evidence import people as surnames
from places_common import ascii_name

ROOT = os.path.join(os.path.dirname(importlib.util.find_spec('ArWikiCats').origin), 'jsons')
ARABIC = re.compile(r'[ء-ي]+(?:[ -][ء-ي0-9]+)*')
PLACES = ['geography/P17_2_final_ll', 'geography/popopo', 'geography/New_Keys', 'geography/regions', 'geography/regions2', 'geography/India_dd', 'geography/P17_PP', 'cities/cities_full', 'cities/yy2']
OTHERS = ['keys/keys2', 'keys/keys2_py', 'population/pop_All_2018', '_splited_data/yy2_non', '_splited_data/cities_full_non', '_splited_data/P17_2_final_ll_non']


def read(file):
    out = []
    def walk(d):
        for k, v in d.items():
            if isinstance(v, dict): walk(v)
            elif isinstance(v, str): out.append((k, v))
    walk(json.load(open(os.path.join(ROOT, file + '.json'), encoding='utf-8')))
    return out


def clean(arabic):
    """Without the qualifier of Wikipedia's titles; empty if something else than Arabic is left."""
    v = re.sub(r' *[(،].*', '', MARKS.sub('', arabic)).replace('ی', 'ي').replace('ک', 'ك').strip()
    v = re.sub(r'^\W+|\W+$', '', v)
    return v if ARABIC.fullmatch(v) else ''


# --- people

NOT_PEOPLE = re.compile(r'\b(expatriates|films?|works|songs|albums|depictions|killing|people|buildings?|history|state|school|dynasty|family|brothers|sisters|band|company|studios|queen mother)\b|ashley olsen')
RANK = re.compile(r' (?:ملكا?|ملكة|إمبراطورة?|أميرة?|دوقة?|دوق|قيصر|كونت|كونتيسة) .*')


def notables(claims, file):
    for key, value in read('people/peoples'):
        if NOT_PEOPLE.search(key): continue
        name, qualifier = re.match(r'([^(]*?) *(\(.*)?$', key).groups()
        arabic = RANK.sub('', clean(value))
        arabic = re.sub(r'^(الإمبراطور|الملك|البابا|الأميرة?) ', '', arabic) if arabic.count(' ') > 1 else arabic
        words = fold(arabic).split(' ')
        if not arabic or similar(arabic, name) < .45 and not re.search(r'\b(of|the|pope|emperor|i+|iv|vi*|ix|x+)\b', name): continue
        # a name of one word, or of a regnal number, is borne by many; a name that is a common word is nobody's
        if len(words) == 1:
            if len(words[0]) < 4 or zipf(arabic) >= 4 or words[0] in surnames or qualifier: continue
            forms = ['~' + arabic] if zipf(arabic) >= 2.2 else [arabic]
        else:
            # آن رايس reads as إن رايس; شارل الأول is a king of many lands
            weak = len(words) < 3 and (any(len(w) < 4 and zipf(w) >= 5.2 or len(w) < 2 for w in words) or re.fullmatch('ال(اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)', words[1]))
            if len(words) == 2 and len(name.split(' ')) > 2 and all(w in surnames for w in words): weak = True     # محمد بشير, of whom there are many
            forms = [('~' if weak else '') + arabic]
        if re.match('(pope) ', name): forms = ['البابا ' + arabic, '~' + arabic]
        given = [w for w in name.split(' ')]
        en = title_case(re.sub(r', (?:king|queen|crown prince|princess|prince|duke|1st|18th|baron|countess).*', '', name))
        short = re.sub(r'^(Emperor|Pope|King|Empress) ', '', en)
        en_names = [('~' if len(given) == 1 and (zipf(fold(ascii_name(en)), 'en') >= 2.5 or qualifier) else '') + en] + (['~' + short] if short != en else [])
        if claims.known(en_names[0].lstrip('~'), forms, {'PERSON'}): continue
        claims.add(file, 'person.label.' + slug(key), 'PERSON', en_names, forms, 'arwikicats')


# --- clubs, leagues and cups

def clubs(claims, file):
    for key, value in read('sports/Clubs_key') + [(k, v) for f in OTHERS[3:] for k, v in read(f) if v.startswith('نادي ')]:
        arabic = clean(value)
        name = re.sub(r' *\(.*', '', key)
        if not arabic or re.search(r'\b(league|players|managers|season|seasons|cup|wars?|matches)\b', name): continue
        kind = 'EVENT' if re.match('(ال)?(دوري|كأس|بطولة)', arabic) else 'ORG'
        core = re.sub(r'^نادي ', '', arabic)
        core = re.sub(r' لكرة .*| الرياضي$', '', core)
        if (claims.owner(core) or ['', ''])[1] == 'ORG': continue       # نادي أستون فيلا is أستون فيلا of the tables written by hand
        forms = [arabic] if arabic.startswith(('نادي ', 'جامعة')) or kind == 'EVENT' else ['نادي ' + arabic] if ' ' in arabic else ['نادي ' + arabic, '~' + arabic]
        if kind == 'ORG' and ' ' in core and not core.startswith(('جامعة', 'جبل', 'مدينة', 'وادي')) and similar(core, name) >= .55:
            # two or more words, written as they sound, of which one is no word elsewhere
            if min(zipf(w) for w in core.split(' ')) < 3.5 and not claims.owner(core): forms.append(core)
        en = title_case(name)
        bare = re.sub(r'^(?:(?:[A-Z]\.)+|[A-Z]{2,3}) | (?:(?:[A-Z]\.)+|[A-Z]{2,3})$', '', en)
        names = [english(en)] + ([] if bare == en or ' ' not in bare else ['~' + bare])
        if claims.known(names[0].lstrip('~'), forms, {'ORG', 'EVENT'}): continue
        claims.add(file, ('event.label.' if kind == 'EVENT' else 'org.club.') + slug(key), kind, names, forms, 'arwikicats')


def competitions(claims, file):
    for key, value in read('sports/clubs_teams_leagues') + read('sports/inter_federations'):
        arabic, name = clean(value), re.sub(r' *\(.*', '', key)
        if not arabic or ' ' not in arabic or '–' in key or not re.match(r'(ال)?(دوري|كأس|بطولة|سوبر|ألعاب|دورة|طواف|كوبا|مونديال)', arabic): continue
        claims.add(file, 'event.label.' + slug(key), 'EVENT', [title_case(name)], [arabic], 'arwikicats')


# --- everything that says what it is

HEADS = [       # type, file, the end or beginning of the English key, the head of the Arabic label
    ('ORG', 'institutions.tsv', r'\b(university|college|institute of technology|polytechnic|academy|school of|université|universidad|università|universität|institute)\b', r'(ال)?(جامعة|كلية|معهد|أكاديمية|مدرسة|جامعات)'),
    ('ORG', 'institutions.tsv', r'\b(airlines?|airways|corporation|company|inc\.|group|bank|party|federation|association|organi[sz]ation|society|union|council|museum|hospital|library|theatre|theater|orchestra|newspaper|institution|foundation|agency|church|army|navy|police|senate|studios|clan|front|brigade|movement|service|command|center|centre|records|entertainment|motors|press)\b',
     r'(ال)?(خطوط|شركة|مجموعة|بنك|مصرف|حزب|اتحاد|رابطة|منظمة|جمعية|نقابة|مجلس|متحف|مستشفى|مكتبة|مسرح|أوركسترا|صحيفة|مؤسسة|وكالة|كنيسة|جيش|بحرية|شرطة|استوديوهات|طيران|جبهة|كتائب|لواء|حركة|قيادة|مركز|هيئة|دار|قوات|قوة|لجنة)'),
    ('FAC', 'places.tsv', r'\b(airport|stadium|arena|bridge|palace|castle|mosque|cathedral|tower|square|gate|dam|canal|prison|zoo|park|fort|fortress|monastery|abbey|basilica|temple|tunnel|ground|gardens?|cemetery|tomb|pyramid|wall|street|avenue|station|port|railway|lighthouse)\b',
     r'(ال)?(مطار|ملعب|ستاد|استاد|جسر|قصر|قلعة|مسجد|جامع|كاتدرائية|برج|ميدان|ساحة|باب|بوابة|سد|قناة|سجن|حديقة|منتزه|متنزه|حصن|دير|كنيسة|معبد|نفق|حدائق|مقبرة|ضريح|هرم|جدار|سور|شارع|جادة|محطة|ميناء|سكة|منارة)'),
    ('LOC', 'places.tsv', r"\b(river|lakes?|mount|mountains?|hills?|islands?|isle|sea|bay|gulf|strait|desert|valley|peninsula|ocean|cape|range|archipelago|plateau|basin|volcano|glacier|coast|delta|falls|canyon|atoll|reef|plain|highlands|forest|cave)\b",
     r'(ال)?(نهر|بحيرة|بحيرات|جبل|جبال|تلال|جزيرة|جزر|بحر|خليج|مضيق|صحراء|وادي|شبه جزيرة|محيط|رأس|أرخبيل|هضبة|حوض|بركان|ساحل|دلتا|شلالات|شلال|شعاب|سهل|مرتفعات|غابة|كهف|سلسلة)'),
    ('EVENT', 'institutions.tsv', r"\b(wars?|battle|siege|revolution|olympics|games|championships?|cup|uprising|crisis|massacre|conference|festival|treaty)\b", r'(ال)?(حرب|معركة|حصار|ثورة|ألعاب|بطولة|كأس|انتفاضة|أزمة|مجزرة|مذبحة|مؤتمر|مهرجان)'),
    ('LANGUAGE', 'institutions.tsv', r'language$', r'(ال)?لغة'),
    ('GPE', 'places.tsv', r'\b(county|district|province|region|department|state|municipality|governorate|oblast|krai|prefecture|canton|voivodeship|parish|vilayet|division|territory|emirate|republic|kingdom|empire|sultanate|duchy|principality|county of|province of|khanate|caliphate|confederation|colony|protectorate)\b',
     r'(ال)?(مقاطعة|منطقة|محافظة|إقليم|اقليم|إدارة|ولاية|بلدية|مديرية|قضاء|ناحية|أوبلاست|كانتون|أبرشية|شعبة|قسم|إمارة|جمهورية|مملكة|إمبراطورية|سلطنة|دوقية|خانية|خانات|خلافة|دولة|كونفدرالية|مستعمرة|محمية|جهة|سنجق|دائرة|عزبة|حي|مدينة)'),
]
PLURAL = re.compile(r'\b(companies|organizations|universities|schools|airports|wars|battles|people|works|history|geography|films|albums|by|presidents?|members|politicians|players|politics|law|of the|economy|education|culture|films|alumni|faculty|festivals|museums|stations|churches|hospitals|parties|occupations|deaths|judges|officials)\b|^(list|history|states|districts|provinces|regions|counties|cities|towns|islands of|rivers of|lakes of|mountains of)')
QUALIFIED = {'film': 'WORK', 'tv series': 'WORK', 'novel': 'WORK', 'video game': 'WORK', 'album': 'WORK', 'play': 'WORK', 'opera': 'WORK', 'manga': 'WORK', 'comics': 'WORK', 'newspaper': 'ORG', 'magazine': 'ORG', 'band': 'ORG', 'company': 'ORG', 'rock band': 'ORG', 'group': 'ORG', 'island': 'LOC', 'river': 'LOC'}


def headed(claims):
    """Labels whose English and Arabic heads agree on what the thing is."""
    done = set()
    for f in PLACES + OTHERS:
        for key, value in read(f):
            arabic, name = clean(value), re.sub(r' *\(.*', '', key)
            if not arabic or ' ' not in arabic or PLURAL.search(name) or key in done or len(name) < 5: continue
            done.add(key)
            for type, file, en, ar in HEADS:
                if not re.search(en, name) or not re.match(f'{ar} ', arabic): continue
                proper = name.replace('-', ' ')
                words = [w for w in arabic.split(' ')[1:]]
                # the rest of the name must not be made of ordinary words alone: جامعة حكومية
                if len(words) == 1 and zipf(words[0]) >= 4.4 and similar(' '.join(words), proper) < .4: break
                en_name = title_case(name)
                if claims.known(en_name, [arabic], {type, 'GPE', 'LOC', 'ORG', 'FAC'}): break
                claims.add(file, f'{type.lower()}.label.{slug(key)}', type, [en_name], [arabic], 'arwikicats')
                break


def works(claims, file):
    """Works, bands and papers that Wikipedia tells apart by a qualifier. A title is often an ordinary phrase: it needs evidence."""
    for f in PLACES + OTHERS:
        for key, value in read(f):
            m = re.fullmatch(r'(.+?) \((?:\d{4} |american |u\.s\. |british )?(' + '|'.join(QUALIFIED) + r')\)', key)
            arabic = clean(value)
            if not m or not arabic: continue
            type = QUALIFIED[m[2]]
            # a title of ordinary words is an ordinary phrase
            if min(zipf(w) for w in arabic.split(' ')) >= 3.2: continue
            sound = similar(arabic, m[1]) >= .7 and all(zipf(w) < 3 for w in arabic.split(' '))
            claims.add(file, f'{type.lower()}.label.{slug(key)}', type, ['~' + title_case(m[1])], [arabic if sound and ' ' in arabic else '~' + arabic], 'arwikicats')
