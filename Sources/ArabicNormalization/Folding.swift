/// A named folding: a family of code points that are written as one.
///
/// Each is a function of a single code point, applied to text in NFC; the cases stand in the order in which a profile
/// applies them. `FoldingRules` says what each does.
public enum Folding: String, CaseIterable, Sendable {
  /// Bidi controls, byte order marks, soft hyphens and other invisible format controls are dropped; the joiners stay.
  case controls
  /// ZWNJ, ZWJ and zero-width space are dropped.
  case joiners
  /// Every space character becomes U+0020.
  case spaces
  /// Arabic presentation forms and ligatures become the letters they show: ﻻ → لا, ﷲ → الله.
  case presentationForms = "presentation-forms"
  /// Fullwidth and halfwidth forms become ordinary ones: Ａ → A.
  case width
  /// Whatever else Unicode calls a compatibility character: ℃ → °C, ² → 2.
  case compatibility
  /// The tatweel is dropped: ـ.
  case tatweel
  /// The dagger alef becomes an alef (رحمٰن → رحمان); above an alef maqsura, which already is one, it is dropped.
  case daggerAlefRestored = "dagger-alef-restored"
  /// The dagger alef is dropped, as everyday spelling does: هٰذا → هذا.
  case daggerAlefDropped = "dagger-alef-dropped"
  /// Vowel marks, shadda, sukun and tanwin are dropped.
  case tashkeel
  /// Honorifics, pause marks and the other signs of Quranic orthography are dropped.
  case quranicMarks = "quranic-marks"
  /// Hebrew points and accents are dropped.
  case niqqud
  /// آ أ إ ٱ and their relatives become ا; a combining hamza or madda is dropped.
  case alefForms = "alef-forms"
  /// ؤ → و, ئ → ي.
  case hamzaCarriers = "hamza-carriers"
  /// The Persian and Urdu shapes of Arabic letters: ک → ك, ی ے → ي, ہ ھ ە → ه.
  case persianShapes = "persian-shapes"
  /// The Persian and Urdu letters that Arabic writes with a neighbour: گ → ك, پ → ب, چ → ج, ژ → ز, ڤ → ف.
  case persianLetters = "persian-letters"
  /// ى → ي.
  case alefMaqsura = "alef-maqsura"
  /// ة → ه.
  case tehMarbuta = "teh-marbuta"
  /// Decimal digits of every script become ASCII: ٣ ۳ → 3.
  case digits
  /// Punctuation becomes ASCII: ، ؛ ؟ ٪ « » “ ” – → , ; ? % " -.
  case punctuation
  /// Unicode's full case folding: İ → i̇, ß → ss.
  case caseFolding = "case"
  /// Greek final sigma: ς → σ (part of full case folding, for those who want it alone).
  case finalSigma = "final-sigma"
  /// Cyrillic ё → е.
  case yo
  /// Accents of Latin and Greek letters are dropped, and letters with a stroke lose it: é → e, ł → l, ø → o.
  case diacritics
}
