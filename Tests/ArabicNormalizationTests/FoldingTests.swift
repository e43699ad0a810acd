import ArabicNormalization
import TestSupport
import Testing
import TextModel

@Suite struct FoldingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let folding: Folding
    let source: String
    let target: String
    var testDescription: String { "\(folding): \(source.unicodeScalars.map { String($0.value, radix: 16) })" }
    init(_ folding: Folding, _ source: String, _ target: String) {
      (self.folding, self.source, self.target) = (folding, source, target)
    }
  }

  @Test(arguments: [
    Case(.controls, "و\u{61C}\u{200E}\u{200F}روسيا", "وروسيا"),
    Case(.controls, "\u{202B}قال\u{202C} \u{2067}CIA\u{2069}", "قال CIA"),
    Case(.controls, "\u{FEFF}a\u{AD}b\u{2060}c\u{34F}d", "abcd"),
    Case(.controls, "می\u{200C}خواهم ه\u{200D}", "می\u{200C}خواهم ه\u{200D}"),
    Case(.controls, "a\u{0}\u{7}\tb", "a\u{0}\u{7}\tb"),
    Case(.joiners, "می\u{200C}خواهم ه\u{200D}\u{200B}", "میخواهم ه"),
    Case(.joiners, "a\u{200F}b", "a\u{200F}b"),
    Case(.spaces, "a\u{A0}b\u{202F}c\u{3000}d\u{2009}e", "a b c d e"),
    Case(.spaces, "a\t\n\rb\u{2028}", "a\t\n\rb\u{2028}"),
    Case(.presentationForms, "ﻻ", "لا"),
    Case(.presentationForms, "ﷲ", "الله"),
    Case(.presentationForms, "ﷺ", "صلى الله عليه وسلم"),
    Case(.presentationForms, "ﷴ ﷽", "محمد ﷽"),
    Case(.presentationForms, "ﺍﻟﻘﺎﻫﺮﺓ", "القاهرة"),
    Case(.presentationForms, "ﭖﭺﮊﮒ", "پچژگ"),
    Case(.presentationForms, "ﻷ ﻹ ﻵ", "لأ لإ لآ"),
    // A spacing mark becomes its mark, and no space.
    Case(.presentationForms, "ﹰ", "\u{64B}"),
    Case(.presentationForms, "ﹷ", "ـ\u{64E}"),
    Case(.presentationForms, "بﱠ", "ب\u{64E}\u{651}"),
    Case(.presentationForms, "﴿﴾", "﴿﴾"),
    Case(.presentationForms, "﹉", "﹉"),
    Case(.width, "ＡＢＣ１２！", "ABC12!"),
    Case(.width, "ｶﾞ", "ガ"),
    Case(.width, "　", "　"),
    Case(.compatibility, "℃ ² ﬁ ⅷ Ⅷ", "°C 2 fi viii VIII"),
    Case(.compatibility, "¨", "¨"),
    Case(.compatibility, "a¨b´c", "a¨b´c"),
    Case(.compatibility, "﹉", "﹉"),
    Case(.compatibility, "ﻻ", "لا"),
    Case(.tatweel, "محـــمد", "محمد"),
    Case(.tatweel, "ـ\u{64B}", "\u{64B}"),
    Case(.daggerAlefRestored, "رحم\u{670}ن", "رحمان"),
    Case(.daggerAlefRestored, "موسى\u{670}", "موسى"),
    Case(.daggerAlefRestored, "مُوسَى\u{670}", "مُوسَى"),
    Case(.daggerAlefRestored, "ه\u{670}ذا", "هاذا"),
    Case(.daggerAlefRestored, "\u{670}", "ا"),
    Case(.daggerAlefRestored, "ى\u{64E}\u{670}", "ى\u{64E}"),
    Case(.daggerAlefDropped, "رحم\u{670}ن ه\u{670}ذا موسى\u{670}", "رحمن هذا موسى"),
    Case(.tashkeel, "مُحَمَّدٌ كِتَابٍ مَدْرَسَةً", "محمد كتاب مدرسة"),
    Case(.tashkeel, "ب\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}", "ب"),
    Case(.tashkeel, "ب\u{656}\u{657}\u{658}\u{659}\u{65A}\u{65B}\u{65C}\u{65D}\u{65E}\u{65F}", "ب"),
    // The hamza and madda above are no vowels.
    Case(.tashkeel, "ا\u{653} ا\u{654} و\u{64E}\u{654}", "آ أ ؤ"),
    Case(.tashkeel, "رحم\u{670}ن", "رحم\u{670}ن"),
    Case(.quranicMarks, "قال\u{6D6} ب\u{610}\u{615}", "قال ب"),
    Case(.quranicMarks, "\u{6DD}١", "١"),
    Case(.quranicMarks, "ب\u{8F0}\u{8FE}", "ب"),
    Case(.quranicMarks, "بُ", "بُ"),
    Case(.niqqud, "שָׁלוֹם", "שלום"),
    Case(.niqqud, "תַּ\u{591}", "ת"),
    Case(.niqqud, "ד״ר־", "ד״ר־"),
    Case(.alefForms, "آ أ إ ٱ ٲ ٳ", "ا ا ا ا ا ا"),
    Case(.alefForms, "ا\u{653} ا\u{654} ا\u{655}", "ا ا ا"),
    Case(.alefForms, "و\u{655}", "و"),
    Case(.alefForms, "ؤ ئ ء", "ؤ ئ ء"),
    Case(.hamzaCarriers, "ؤ ئ", "و ي"),
    Case(.hamzaCarriers, "و\u{654} ي\u{654}", "و ي"),
    Case(.hamzaCarriers, "أ ء", "أ ء"),
    Case(.persianShapes, "کتاب یک ہے ھم ە", "كتاب يك هي هم ه"),
    Case(.persianShapes, "گ پ", "گ پ"),
    Case(.persianLetters, "گ پ چ ژ ڤ ٹ ڈ ڑ ں", "ك ب ج ز ف ت د ر ن"),
    Case(.alefMaqsura, "على مصطفى", "علي مصطفي"),
    Case(.tehMarbuta, "مدرسة ۃ", "مدرسه ه"),
    Case(.digits, "٠١٢٣٤٥٦٧٨٩", "0123456789"),
    Case(.digits, "۰۱۲۳۴۵۶۷۸۹", "0123456789"),
    Case(.digits, "०१२ ๓๔๕ ໖ ៧ ８ 𝟗", "012 345 6 7 8 9"),
    Case(.digits, "½ ² Ⅷ 三", "½ ² Ⅷ 三"),
    Case(.punctuation, "، ؛ ؟ ٪ ٫ ٬ ۔", ", ; ? % . , ."),
    Case(.punctuation, "«a» “b” ‘c’ „d‟", "\"a\" \"b\" 'c' \"d\""),
    Case(.punctuation, "a–b—c−d…", "a-b-c-d..."),
    Case(.punctuation, "ד״ר ג׳", "ד\"ר ג'"),
    Case(.caseFolding, "ABC ПУТИН ΣΣ", "abc путин σσ"),
    Case(.caseFolding, "İstanbul", "i\u{307}stanbul"),
    Case(.caseFolding, "Straße ς ﬀ ŉ", "strasse σ ff ʼn"),
    Case(.caseFolding, "ı", "ı"),
    Case(.finalSigma, "Σίσυφος ς", "Σίσυφοσ σ"),
    Case(.yo, "ёлка Ёлка й", "елка Елка й"),
    Case(.yo, "е\u{308}", "е"),
    Case(.diacritics, "é ü ñ ç Å ő ș", "e u n c A o s"),
    Case(.diacritics, "e\u{301}\u{323} a\u{30A}", "e a"),
    Case(.diacritics, "ł Ł ø đ ð ħ ı æ œ þ", "l L o d d h i ae oe th"),
    Case(.diacritics, "Ἀθήνα", "Αθηνα"),
    Case(.diacritics, "й ї ґ", "й ї ґ"),
    Case(.diacritics, "ß", "ß"),
  ])
  func alone(_ test: Case) throws {
    let normalizer = try TextNormalizer(NormalizationProfile(name: "alone", foldings: [test.folding]))
    let source = Array(test.source.utf8)
    let result = normalizer.normalize(source)
    #expect(result.string.unicodeScalars.elementsEqual(test.target.unicodeScalars), "\(result.string)")
    #expect(AlignmentContract.violations(of: result, source: source) == [])
    #expect(try normalizer.reference(test.source).unicodeScalars.elementsEqual(test.target.unicodeScalars))
  }

  struct ProfileCase: CustomTestStringConvertible, Sendable {
    let profile: NormalizationProfile
    let source: String
    let target: String
    var testDescription: String { "\(profile.name): \(source)" }
    init(_ profile: NormalizationProfile, _ source: String, _ target: String) {
      (self.profile, self.source, self.target) = (profile, source, target)
    }
  }

  @Test(arguments: [
    ProfileCase(.strict, "ا\u{653} e\u{301} \u{1112}\u{1161}\u{11AB} \u{212B}", "آ é 한 Å"),
    ProfileCase(.strict, "و\u{61C}روسيا\u{FEFF}", "وروسيا"),
    ProfileCase(.strict, "می\u{200C}خواهم", "می\u{200C}خواهم"),
    ProfileCase(.strict, "مُحَـمَّد ﻻ ٣ ؟ A", "مُحَـم\u{64E}\u{651}د ﻻ ٣ ؟ A"),
    ProfileCase(.strict, "ｶﾞ ¨ ﹰ", "ｶﾞ ¨ ﹰ"),
    ProfileCase(.display, "ﻻ ﷲ ﷺ", "لا الله صلى الله عليه وسلم"),
    ProfileCase(.display, "مُحَــمد", "مُحَمد"),
    ProfileCase(.display, "Ａ１　ｂ\u{A0}c", "A1 b c"),
    ProfileCase(.display, "هٰذا أحمد ة ى ک ٣ ؟", "هٰذا أحمد ة ى ک ٣ ؟"),
    ProfileCase(.display, "ﹰ ¨", "\u{64B} ¨"),
    ProfileCase(.name, "رَحْمٰن مُوسَىٰ", "رحمان موسى"),
    ProfileCase(.name, "ﻰﱣ هﱣذا", "ى هاذا"),
    ProfileCase(.display, "ا\u{640}\u{654} ب\u{651}\u{61C}\u{64E}", "أ ب\u{64E}\u{651}"),
    ProfileCase(.strict, "\u{1105}\u{61C}\u{1168}", "례"),
    ProfileCase(.name, "أحمد إيلاف آدم مؤمن فاطمة", "أحمد إيلاف آدم مؤمن فاطمة"),
    ProfileCase(.name, "کریمی\u{200C}نژاد گل", "كريمينژاد گل"),
    ProfileCase(.name, "٣ ۳ ﻓﻴﻠﻢ", "3 3 فيلم"),
    ProfileCase(.name, "Łukasz Émile", "Łukasz Émile"),
    ProfileCase(.name, "בִּנְיָמִין", "בנימין"),
    ProfileCase(.search, "أَحْمَدُ", "احمد"),
    ProfileCase(.search, "هٰذا", "هذا"),
    ProfileCase(.search, "مُوسَىٰ", "موسي"),
    ProfileCase(.search, "مؤتمر رئيس قراءة مسؤولية", "موتمر رييس قراءه مسووليه"),
    ProfileCase(.search, "گرگان پارس چین ژاله", "كركان بارس جين زاله"),
    ProfileCase(.search, "می\u{200C}خواهم", "ميخواهم"),
    ProfileCase(.search, "پاکستان ہے", "باكستان هي"),
    ProfileCase(.search, "«نعم»، ٣٫٥٪؟", "\"نعم\", 3.5%?"),
    ProfileCase(.search, "İstanbul Straße ŁÓDŹ", "istanbul strasse lodz"),
    ProfileCase(.search, "Пётр ЗЕЛЁНЫЙ", "петр зеленый"),
    ProfileCase(.search, "Σίσυφος", "σισυφοσ"),
    ProfileCase(.search, "ＣＩＡ", "cia"),
    ProfileCase(.search, "ﷲ ﻻ", "الله لا"),
    ProfileCase(.search, "و\u{61C}\u{200F}روسيا", "وروسيا"),
    ProfileCase(.search, "محـــمد", "محمد"),
    ProfileCase(.search, "ﹰ", ""),
    ProfileCase(.search, "a¨b", "a¨b"),
    ProfileCase(.search, "한글 \u{1112}\u{1161}\u{11AB}", "한글 한"),
    ProfileCase(.search, "ا\u{655}ي\u{654}ران", "ايران"),
    ProfileCase(.search, "תֵּל־אָבִיב", "תל-אביב"),
    ProfileCase(.search, "", ""),
    ProfileCase(.search, "\u{64B}\u{670}", ""),
    ProfileCase(.search, "😀👩🏽\u{200D}💻", "😀👩🏽💻"),
  ])
  func profiles(_ test: ProfileCase) throws {
    let normalizer = try TextNormalizer(test.profile)
    let source = Array(test.source.utf8)
    let result = normalizer.normalize(source)
    #expect(result.string.unicodeScalars.elementsEqual(test.target.unicodeScalars), "\(result.string)")
    #expect(AlignmentContract.violations(of: result, source: source) == [])
    #expect(try normalizer.reference(test.source).unicodeScalars.elementsEqual(test.target.unicodeScalars))
  }

  @Test func profilesAreFoundByName() {
    for profile in NormalizationProfile.all { #expect(NormalizationProfile.named(profile.name) == profile) }
    #expect(NormalizationProfile.named("none") == nil)
    // Whatever the order in which foldings are given, they are applied in theirs.
    let profile = NormalizationProfile(name: "x", foldings: [.yo, .caseFolding, .controls, .yo])
    #expect(profile.foldings == [.controls, .caseFolding, .yo])
  }
}
