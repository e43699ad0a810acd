"""What the place generators share: folding, word frequencies, readers of CLDR and of the hand/ files, skeleton comparison, the row table."""
import functools, os, re, unicodedata, xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, '..', 'entities')
CLDR = os.environ.get('CLDR', '/usr/share/unicode/cldr/common')
LANGS = ['en', 'ar', 'ru', 'fa', 'he', 'uk']
ARAB = 'SA AE QA KW BH OM YE IQ SY JO LB PS EG LY TN DZ MA MR SD SO DJ KM EH'.split()

MARKS = re.compile('[\u064b-\u065f\u0670\u0640\u200b-\u200f]')
FOLD = str.maketrans('أإآٱىیکةؤئگپچژڤ', 'ااااييكهويكبجزف')


def fold(s):
    """The lookup's folding, as Lexicons/README.md describes it."""
    s = MARKS.sub('', s).translate(FOLD).lower().replace('-', ' ').replace('ё', 'е')
    if re.search('[\u0400-\u06ff]', s): return s
    return ''.join(c for c in unicodedata.normalize('NFD', s) if not '\u0300' <= c <= '\u036f')


@functools.cache
def _frequencies(lang):
    import wordfreq
    table = {}
    for word, f in wordfreq.get_frequency_dict(lang, 'best').items():
        table[fold(word)] = table.get(fold(word), 0) + f
    return table


def zipf(name, lang='ar'):
    """Zipf frequency of the rarest word of a name, summed over spellings that fold alike; 0 if one is unattested."""
    import math
    table, low = _frequencies(lang), 9.0
    for w in re.split(r'[ \-\u200c]+', fold(name)):
        f = table.get(w, 0)
        low = min(low, math.log10(f * 1e9) if f > 0 else 0)
    return low


def cells(line):
    return [c.strip() for c in line.split(';')]


def names(cell):
    return [n.strip() for n in cell.split('|') if n.strip()]


def hand(file, width):
    """Rows of a hand/ file, padded to `width` cells."""
    for line in open(os.path.join(HERE, 'hand', file), encoding='utf-8'):
        line = line.strip()
        if line and not line.startswith('#'):
            c = cells(line)
            yield c + [''] * (width - len(c))


def cldr_subdivisions():
    return {l: {t.get('type'): t.text for t in ET.parse(f'{CLDR}/subdivisions/{l}.xml').getroot().iter('subdivision')} for l in LANGS}


def cldr_names(kind):
    """kind: territory or language → {lang: {code: name}}; the short form where CLDR has one."""
    out = {}
    for l in LANGS:
        table = out[l] = {}
        for t in ET.parse(f'{CLDR}/main/{l}.xml').getroot().iter(kind):
            if not t.text: continue             # the file's own identity
            if t.get('alt') == 'short' or (t.get('alt') is None and t.get('type') not in table):
                table[t.get('type')] = t.text
    return out


SPECIAL = str.maketrans({'ı': 'i', 'İ': 'I', 'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'ə': 'a', 'Ə': 'A',
                         'þ': 'th', 'Þ': 'Th', 'ð': 'd', '’': "'", '‘': "'", '`': "'", 'ʼ': "'", 'ʻ': "'", '–': '-'})


def ascii_name(s):
    s = unicodedata.normalize('NFKD', s.translate(SPECIAL))
    return ''.join(c for c in s if ord(c) < 128)


# --- consonant skeletons: does an Arabic, Cyrillic or Hebrew name agree with the English one?

_LATIN = [('tsch', 'C'), ('sch', 'X'), ('sh', 'X'), ('ch', 'C'), ('kh', 'H'), ('gh', 'G'), ('ph', 'F'), ('th', 'T'), ('dh', 'D'), ('zh', 'J'), ('ck', 'K'),
          ('x', 'KS'), ('q', 'K')]
_LATIN1 = dict(b='B', p='B', c='c', d='D', f='F', v='F', g='G', h='H', j='J', k='K', l='L', m='M', n='N', r='R', s='S', z='S', t='T', w='W')
_OTHER = dict(zip('بتطثجحخدضذرزسصشظغفقكلمنهوپچژگڤ', 'BTTSJHHDDDRSSSXDGFKKLMNHWBCJGF'))
_OTHER.update(dict(zip('бвгджзклмнпрстфхцчшщґ', 'BFGDJSKLMNBRSTFHSCXXG')))
_OTHER.update(dict(zip('בגדהוזחטכךלמםנןסףפצץקרשת', 'BGDHWSHTKKLMMNNSFBSSKRXT')))
_NEAR = {frozenset(p): c for c, ps in {0: 'cK cS', .1: 'GJ CX FW cC', .2: 'GK JH JC Xc CK CH HG JX GH KH', .3: 'JS SX TD CS BW TS DS', .4: 'FB'}.items() for p in ps.split()}


def skeleton(s):
    s = s.lower()
    if re.search('[a-z]', s):
        s = re.sub(r"^(al|ad|ar|as|ash|at|an|az|el|ed|es)[ -]", '', ascii_name(s))
        for a, b in _LATIN:
            s = s.replace(a, b)
        s = ''.join(c if c.isupper() else _LATIN1.get(c, '') for c in s)
    else:
        s = re.sub('(^| )ال', ' ', MARKS.sub('', s)).replace('تش', 'چ')
        s = ''.join(_OTHER.get(c, '') for c in s)
    return re.sub(r'(.)\1+', r'\1', s)


def similar(a, b):
    """1 when the consonant skeletons agree, towards 0 as they differ."""
    a, b = skeleton(a), skeleton(b)
    gap = lambda c: .25 if c in 'HWN' else 1
    row = [0]
    for c in b:
        row.append(row[-1] + gap(c))
    for x in a:
        new = [row[0] + gap(x)]
        for j, y in enumerate(b):
            sub = 0 if x == y else _NEAR.get(frozenset((x, y)), 1)
            new.append(min(row[j] + sub, row[j + 1] + gap(x), new[j] + gap(y)))
        row = new
    return 1 - row[-1] / max(len(a), len(b), 1)


# --- the table of all rows: who owns which folded name

class Table:
    """Rows in order of precedence. `claim` decides whether a later row may have a name that an earlier one bears."""

    def __init__(self):
        self.plain, self.weak, self.rows, self.later = {}, {}, {}, []

    def claim(self, id, name, by_hand=False, over_weak=False):
        """The name as this row may bear it ('~' added), or None if it must go."""
        bare = name.lstrip('~').strip()
        key = fold(bare)
        owner = self.plain.get(key)
        if name.startswith('~'):
            if owner == id or self.weak.get(key) == id: return None
            if (owner or key in self.weak) and not by_hand: return None
            self.weak.setdefault(key, id)
            return name
        if owner is None:
            if key in self.weak and self.weak[key] != id and not (by_hand or over_weak): return None
            self.plain[key] = id
            return name
        if owner == id: return None
        return '~' + bare if by_hand else None

    def preload(self, files):
        """Names of tables written by hand: where they and a generated row bear one name, the hand's is the usual reading."""
        for file in sorted(f for f in files if os.path.exists(f)):
            header = None
            for line in open(file, encoding='utf-8'):
                cells = line.rstrip('\n').split('\t')
                if not line.strip() or line.startswith('#'): continue
                if header is None:
                    header = cells
                    continue
                for column, cell in zip(header, cells):
                    if column in ('id', 'type', 'flags', 'source'): continue
                    for name in names(cell):
                        if not name.startswith('~'): self.plain.setdefault(fold(name), cells[0])

    def add(self, file, id, type, columns, source, by_hand=False, over_weak=False, flags=''):
        """columns: {lang: [names]}. English names stay (with ~ if another bears them), Arabic ones only if free; the other languages come after the
        Arabic of all rows, in `finish`, for the folding makes روسية (a Russian woman) and روسیه (Persian: Russia) one. False if no Arabic name is left."""
        row = {}
        for lang in ['ar', 'en']:
            row[lang] = self._column(id, columns.get(lang, []), by_hand or lang == 'en', over_weak)
            if lang == 'ar' and not row['ar']: return False
        self.rows.setdefault(file, []).append((id, type, row, flags, source))
        self.later.append((id, row, columns, by_hand))
        return True

    def _column(self, id, given, by_hand, over_weak):
        kept, within = [], set()
        for n in given:
            key = fold(n.lstrip('~').strip())
            if key in within: continue
            within.add(key)
            if self.plain.get(key) == id: kept.append(n.lstrip('~'))            # the same in another language
            elif self.weak.get(key) == id: kept.append('~' + n.lstrip('~'))
            else:
                got = self.claim(id, n, by_hand, over_weak)
                if got: kept.append(got)
        return kept

    def finish(self):
        for id, row, columns, by_hand in self.later:
            for lang in ['ru', 'fa', 'he', 'uk']:
                row[lang] = self._column(id, columns.get(lang, []), by_hand, False)

    def write(self, file, head):
        os.makedirs(OUT, exist_ok=True)
        with open(os.path.join(OUT, file), 'w', encoding='utf-8', newline='\n') as f:
            for h in head:
                f.write('# ' + h + '\n')
            f.write('\t'.join(['id', 'type'] + LANGS + ['flags', 'source']) + '\n')
            for id, type, row, flags, source in sorted(self.rows.get(file, []), key=lambda r: r[0]):
                f.write('\t'.join([id, type] + ['|'.join(row[l]) for l in LANGS] + [flags, source]) + '\n')
        return len(self.rows.get(file, []))
