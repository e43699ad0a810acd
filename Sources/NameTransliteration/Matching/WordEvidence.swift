/// What speaks for and against two words being the same name.
package struct WordEvidence: Sendable {
  /// Which of the models were asked; each kind has weights of its own.
  package enum Kind: String, Sendable {
    /// A word in English letters and one of a script that a model reads.
    case direct
    /// Two words that models read, of one script or of two: by the English spellings that both may have.
    case byEnglish
    /// Two words in English letters: by the Arabic and the Russian spellings that both may have.
    case latin
    /// No model: by the letters of the likeliest English spellings.
    case letters
  }

  /// How far below the likeliest spelling anything can be: what is further off is an error of the data or another name.
  static let least: Float = -10

  package var kind: Kind
  /// A one; how far below the likeliest spelling the words are by two models, as logarithms; how far the letters of their English
  /// spellings differ.
  package var inputs: SIMD4<Float>

  /// - Parameters:
  ///   - first, second: logarithms of probabilities beside that of the likeliest spelling; 0 where there is none.
  ///   - spellings: from 0 to 1.
  init(_ kind: Kind, first: Float = 0, second: Float = 0, spellings: Float) {
    self.kind = kind
    inputs = [1, min(0, max(Self.least, first)), min(0, max(Self.least, second)), spellings]
  }

  /// The logarithm of the odds that they are the same.
  var logOdds: Float { (inputs * MatchCalibration.weights(of: kind)).sum() }
}

extension FastMath {
  static func probability(ofLogOdds odds: Float) -> Float { 1 / (1 + exp(-odds)) }
}
