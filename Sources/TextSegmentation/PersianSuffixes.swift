/// What Persian writes after a name, as it stands in keys: ی is ي there, and the zero-width non-joiner is left out.
///
/// After G. Lazard, A Grammar of Contemporary Persian (1992): plurals, ezafe, possessives. The object marker را is a word of its
/// own.
enum PersianSuffixes {
  static let all = [
    // Plurals: آمریکایی‌ها, and of people ایرانیان.
    Paradigm("", "ها هاي هايي"), Paradigm("ي", "يان"),
    // The ezafe after a vowel: آمریکای. Elsewhere ی makes adjectives: ایرانی is no Iran.
    Paradigm("ا", "اي"), Paradigm("و", "وي"), Paradigm("ه", "هي"),
    // Possessives: تهرانشان.
    Paradigm("", "مان تان شان"),
  ]
}
