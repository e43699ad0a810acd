/// The numbers of matching.
enum MatchCalibration {
  // MARK: Words

  /// The weights of a logistic regression, in the order of `WordEvidence.inputs`.
  ///
  /// `name-training match DATA --model IMAGE --limit 3000` prints them: from pairs of words that are spellings of one name, and
  /// from pairs that are not, half of which sound alike. Made with the image 3cc0322204621d41, without the dictionary.
  static func weights(of kind: WordEvidence.Kind) -> SIMD4<Float> {
    switch kind {
    case .direct: [5.629, 0.430, 0.534, -1.137]
    case .byEnglish: [4.461, 0.732, 0, -2.137]
    case .latin: [5.111, 0.380, 0.383, -1.604]
    case .letters: [4.188, 0, 0, -8.474]
    }
  }

  /// Logarithms of odds: from where on no better way is looked for; where two words have one likeliest English spelling; and
  /// what is added where their likeliest English spellings are compared and not they themselves.
  static let certain: Float = 2.5
  static let sameSpelling: Float = 3.5
  static let spelling: Float = -1.5

  // MARK: Names

  // Set by hand, such that a family name alone is still more likely than not the same name as the whole, and that one part that
  // contradicts outweighs all others.

  /// Added to the logarithm of the odds of each part where both names have several: that so much else sounds alike is rare.
  static let context: Float = 1

  /// Logarithms of what a name's probability is multiplied by for each part that the other name lacks.
  static let missing: Float = -0.25
  static let missingParticle: Float = -0.02
  /// … where the first parts of one name are the last ones of the other.
  static let turned: Float = -0.1
  /// … where a letter stands for a part that begins with it.
  static let initial: Float = -0.2
  /// … for two parts that contradict each other: no pair counts less.
  static let contradiction: Float = -5
}
