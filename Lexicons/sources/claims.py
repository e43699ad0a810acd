"""Rows that come after the tables made before them: who owns which name, and which names need evidence."""
import glob, os, re
from places_common import OUT, ascii_name, fold, names, zipf
from evidence import marks

SMALL = set('a an the of and in on at for to by de del della di da do dos das du des la le les el y e i und von van der den zu zur im am sur sous upon with al bin ibn'.split())
ROMAN = re.compile('(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})')


ACRONYMS = set("""fc sc ac cf fk bc kk afc bk sk if is cd kd ud sd cb hk hc tsv vfl vfb sv nk sfc rc mc us psv mfk cska ogc aek paok bsc fsv ssv gd gks lks nac rkc ado sco osc ssc
    acf rcd rsc kv kaa krc apoel ael fai mls aff ofc saff uci iihf fivb fiba nba nhl ncaa ehf bwf atp wta concacaf uefa fifa caf dfb dfl lnh usl fina fil iaaf suny aff gnk pfc csc ssk""".split())
ARTICLE = re.compile(r'\bof (united|netherlands|philippines|west indies|witwatersrand|azores|soviet|ottoman|holy|great lakes|absurd|bahamas|seven|balearic|arab)\b')
EPITHET = re.compile(r' (great|impaler|conqueror|magnificent|terrible|elder|younger|bold|pious|bald|confessor|lionheart)$')


def title_case(name):
    """arwikicats writes English in lower case and leaves articles out."""
    name = EPITHET.sub(r' the \1', ARTICLE.sub(r'of the \1', name.replace('\u0430', 'a')))
    out = []
    for i, w in enumerate(name.split(' ')):
        bare = w.rstrip(',')
        if (ROMAN.fullmatch(bare) and i) or bare in ACRONYMS: w = w.upper()
        elif re.fullmatch(r'(\w\.)+\w?\.?', w): w = w.upper()
        elif i and w in SMALL: pass
        else: w = re.sub(r"(^|[-–/(“\"])([^\W\d_])|\b(mc|o'|d')(\w)", lambda m: m[1] + m[2].upper() if m[2] else m[3].capitalize() + m[4].upper(), w)
        out.append(w)
    return ' '.join(out)


def english(name, strict=True):
    """An English name of one word with ~ if it is an ordinary word or a name of people."""
    word = fold(ascii_name(name))
    if ' ' in word or not strict: return name
    return '~' + name if len(word) < 4 or zipf(word, 'en') >= 3 else name


class Claims:
    """The names of all earlier tables, and the rows that are added to them."""

    def __init__(self, generated):
        """generated: the files that are made anew, and so are not read."""
        self.plain, self.weak, self.english, self.ids, self.rows = {}, {}, {}, set(), {f: [] for f in generated}
        files = [f for f in sorted(glob.glob(os.path.join(OUT, '*.tsv'))) if os.path.basename(f) not in generated]
        files += sorted(glob.glob(os.path.join(OUT, '..', 'words', '[!o]*.tsv')))       # not ordinary.tsv, which is made last
        for file in files: self._load(file)

    def _load(self, file):
        header = None
        for line in open(file, encoding='utf-8'):
            c = line.rstrip('\n').split('\t')
            if not line.strip() or line.startswith('#'): continue
            if header is None:
                header = c
                continue
            row = dict(zip(header, c))
            self.ids.add(row['id'])
            weak = 'needs-context' in row.get('flags', '')
            for n in names(row.get('ar', '')):
                (self.weak if weak or n.startswith('~') else self.plain).setdefault(fold(n.lstrip('~').strip()), (row['id'], row['type']))
            for n in names(row.get('fa', '')): self.plain.setdefault(fold(n.lstrip('~').strip()), (row['id'], row['type']))
            for n in names(row['en']):
                self.english.setdefault(fold(n.lstrip('~').strip()), (row['id'], row['type']))

    def owner(self, ar):
        key = fold(ar.lstrip('~'))
        return self.plain.get(key) or self.weak.get(key)

    def known(self, en, ar, kinds):
        """Is there a row of one of these types with this English name and one of these Arabic ones?"""
        owner = self.english.get(fold(en))
        return bool(owner and owner[1] in kinds and any((self.owner(n) or [0])[0] == owner[0] for n in ar))

    def add(self, file, id, type, en, ar, source, all_free=False, once=True):
        """ar: in the order of use, with ~ where evidence is needed. False if nothing is left of them. all_free: every plain one must be nobody's.
        once: no row of the type may have the first English name, for it would be the same entity; towns may share theirs."""
        if id in self.ids: return False
        owner = self.english.get(fold(en[0].lstrip('~')))
        if once and owner and owner[1] == type: return False
        if all_free and (any(fold(n) in self.plain for n in ar if not n.startswith('~'))): return False
        kept, within = [], set()
        for n in ar:
            bare = re.sub(r'\s+', ' ', n.lstrip('~')).strip()
            key, sign = fold(bare), marks.get(fold(bare))
            if not key or key in within or key in self.plain or key in self.weak or sign == '-': continue
            within.add(key)
            kept.append('~' + bare if (n.startswith('~') or sign == '~') and sign != '+' else bare)
        if not kept: return False
        out, seen = [], set()
        for n in en:
            bare = re.sub('[\u200e\u200f]', '', n.lstrip('~')).strip()
            key = fold(bare)
            if not key or key in seen: continue
            seen.add(key)
            taken = key in self.english and self.english[key][0] != id
            out.append('~' + bare if n.startswith('~') or taken else bare)
            self.english.setdefault(key, (id, type))
        for n in kept:
            (self.weak if n.startswith('~') else self.plain)[fold(n.lstrip('~'))] = (id, type)
        self.ids.add(id)
        self.rows[file].append((id, type, '|'.join(out), '|'.join(kept), source))
        return True

    def write(self, file, head):
        with open(os.path.join(OUT, file), 'w', encoding='utf-8', newline='\n') as f:
            for h in head: f.write('# ' + h + '\n')
            f.write('id\ttype\ten\tar\tsource\n')
            for r in sorted(self.rows[file]): f.write('\t'.join(r) + '\n')
        return len(self.rows[file])


def slug(name):
    return re.sub('[^a-z0-9]+', '-', fold(ascii_name(name))).strip('-')
