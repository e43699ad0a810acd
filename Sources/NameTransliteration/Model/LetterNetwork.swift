internal import CNameKernels

/// The probability of what a source letter is written by, given the letters around it and what is written so far.
///
/// A feed-forward network with one hidden layer over one-hot inputs (Bengio et al. 2003), so that the first layer is a sum
/// of table rows. Weights are bytes, sums are integers.
package struct LetterNetwork: @unchecked Sendable {
  // Unchecked: the pointers lead into an image that nobody writes to.
  package let features: ContextFeatures
  /// The width of the hidden layer, a multiple of 16.
  package let width: Int
  /// One row of `width` bytes for each row of the features.
  package let rows: UnsafePointer<Int8>
  /// One row of `width` bytes for each chunk.
  package let outputs: UnsafePointer<Int8>
  /// What a product of a hidden sum and an output byte is worth.
  package let scale: Float
  /// Where the options of each source letter begin; one more than there are letters.
  package let optionStarts: UnsafePointer<UInt16>
  package let optionChunks: UnsafePointer<UInt16>
  package let optionBiases: UnsafePointer<Float>
  /// Up to four target letters of each chunk, the first in the lowest byte.
  package let chunks: UnsafePointer<UInt32>
  package let chunkCount: Int
  /// How many options a letter has at most.
  package let maximumOptionCount: Int

  package init(
    features: ContextFeatures, width: Int, rows: UnsafePointer<Int8>, outputs: UnsafePointer<Int8>, scale: Float,
    optionStarts: UnsafePointer<UInt16>, optionChunks: UnsafePointer<UInt16>, optionBiases: UnsafePointer<Float>,
    chunks: UnsafePointer<UInt32>, chunkCount: Int
  ) {
    self.features = features
    self.width = width
    self.rows = rows
    self.outputs = outputs
    self.scale = scale
    self.optionStarts = optionStarts
    self.optionChunks = optionChunks
    self.optionBiases = optionBiases
    self.chunks = chunks
    self.chunkCount = chunkCount
    var most = 0
    for letter in 0..<features.sourceCount {
      most = max(most, Int(optionStarts[letter + 1]) - Int(optionStarts[letter]))
    }
    maximumOptionCount = most
  }

  /// The part of the hidden sums that the source letters give.
  func sumSource(
    _ letters: UnsafePointer<UInt8>, count: Int, at index: Int, into sums: UnsafeMutablePointer<Int16>
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: ContextFeatures.sourceRowCount) { rowNumbers in
      guard let rowNumbers = rowNumbers.baseAddress else { return }
      features.sourceRows(letters, count: count, at: index, into: rowNumbers)
      sums.update(repeating: 0, count: width)
      nqh_add_rows(
        sums, rows, rowNumbers, Int32(truncatingIfNeeded: ContextFeatures.sourceRowCount),
        Int32(truncatingIfNeeded: width))
    }
  }

  /// The logarithms of the probabilities of a letter's options, and the highest of them.
  ///
  /// - Parameters:
  ///   - source: what `sumSource` gave for its place.
  ///   - scratch: twice `width` numbers.
  @discardableResult
  func options(
    of letter: UInt8, source: UnsafePointer<Int16>, history: UInt64, scratch: UnsafeMutablePointer<Int16>,
    into logProbabilities: UnsafeMutablePointer<Float>
  ) -> Float {
    let first = Int(optionStarts[Int(letter)])
    let count = Int(optionStarts[Int(letter) &+ 1]) &- first
    scratch.update(from: source, count: width)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: ContextFeatures.historyRowCount &+ count) {
      numbers in
      guard let rowNumbers = numbers.baseAddress else { return -.infinity }
      let products = rowNumbers + ContextFeatures.historyRowCount
      features.historyRows(history, letter: letter, into: rowNumbers)
      nqh_add_rows(
        scratch, rows, rowNumbers, Int32(truncatingIfNeeded: ContextFeatures.historyRowCount),
        Int32(truncatingIfNeeded: width))
      nqh_multiply(
        products, scratch, outputs, optionChunks + first, Int32(truncatingIfNeeded: count),
        Int32(truncatingIfNeeded: width), scratch + width)
      return nqh_log_softmax(
        logProbabilities, products, optionBiases + first, scale, Int32(truncatingIfNeeded: count))
    }
  }

  func optionCount(of letter: UInt8) -> Int {
    Int(optionStarts[Int(letter) &+ 1]) &- Int(optionStarts[Int(letter)])
  }
}

/// Exponential and logarithm to about four digits, which the C library takes several times as long for.
package enum FastMath {
  @inline(__always)
  package static func exp(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let scaled = min(x, 80) * 1.442695041
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    // 2^rest on 0…1, least squares.
    let power =
      1 + rest * (0.69314718 + rest * (0.24022651 + rest * (0.05550411 + rest * (0.00961813 + rest * 0.00133336))))
    return power * Float(bitPattern: UInt32(truncatingIfNeeded: Int(whole) &+ 127) << 23)
  }

  @inline(__always)
  package static func log(_ x: Float) -> Float {
    guard x > 1e-37 else { return -85 }
    let bits = x.bitPattern
    let exponent = Float(Int32(bits >> 23) &- 127)
    let mantissa = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    return exponent * 0.69314718 + 2 * t
      * (1 + square * (0.33333333 + square * (0.2 + square * (0.14285714 + square * 0.11111111))))
  }

  /// The logarithm of the sum of two numbers given by their logarithms.
  @inline(__always)
  package static func logSum(_ a: Float, _ b: Float) -> Float {
    let high = max(a, b)
    let low = min(a, b)
    guard low > high - 16 else { return high }
    return high + log(1 + exp(low - high))
  }
}
