import NameTransliteration

/// Trains a `LetterNetwork` by stochastic gradient descent with a rate of its own for every row (Duchi, Hazan & Singer 2011),
/// one example after another, so that the same data give the same weights.
final class NetworkTraining {
  struct Settings {
    var width = 96
    var epochs = 6
    var rate: Float = 0.03
    var dropout: Float = 0.2
    var bigramCount = 512
    var trigramCount = 512
  }

  struct Word {
    var letters: [UInt8]
    var chunks: [UInt16]
    var weight: Float
  }

  let features: ContextFeatures
  let settings: Settings
  let chunks: [UInt32]
  private(set) var optionStarts: [UInt16] = []
  private(set) var optionChunks: [UInt16] = []
  private(set) var biases: [Float] = []
  private var rows: UnsafeMutablePointer<SIMD8<Float>>
  private var rowSums: [Float]
  private var rowUses: [Int32]
  private var outputs: UnsafeMutablePointer<SIMD8<Float>>
  private var outputSums: [Float]
  private var biasSums: [Float]
  private let lanes: Int
  private var random = SplitMix(state: 42)

  init(sourceCount: Int, targetCount: Int, options: [[UInt32]], settings: Settings) {
    self.settings = settings
    features = ContextFeatures(
      sourceCount: sourceCount, targetCount: targetCount, bigramCount: settings.bigramCount,
      trigramCount: settings.trigramCount)
    lanes = settings.width / 8
    var numbers: [UInt32: UInt16] = [:]
    var chunks: [UInt32] = []
    for letter in 0..<sourceCount {
      optionStarts.append(UInt16(optionChunks.count))
      for chunk in options[letter] {
        if numbers[chunk] == nil {
          numbers[chunk] = UInt16(chunks.count)
          chunks.append(chunk)
        }
        optionChunks.append(numbers[chunk] ?? 0)
        biases.append(0)
      }
    }
    optionStarts.append(UInt16(optionChunks.count))
    self.chunks = chunks
    rows = .allocate(capacity: features.rowCount * lanes)
    outputs = .allocate(capacity: chunks.count * lanes)
    for index in 0..<features.rowCount * lanes { rows[index] = random.vector() * 0.06 }
    for index in 0..<chunks.count * lanes { outputs[index] = random.vector() * 0.15 }
    rowSums = [Float](repeating: 0.02, count: features.rowCount)
    rowUses = [Int32](repeating: 0, count: features.rowCount)
    outputSums = [Float](repeating: 0.02, count: chunks.count)
    biasSums = [Float](repeating: 0.1, count: biases.count)
  }

  deinit {
    rows.deallocate()
    outputs.deallocate()
  }

  func optionIndex(letter: UInt8, chunk: UInt32) -> UInt16? {
    for index in optionStarts[Int(letter)]..<optionStarts[Int(letter) + 1]
    where chunks[Int(optionChunks[Int(index)])] == chunk {
      return index - optionStarts[Int(letter)]
    }
    return nil
  }

  /// Trains; returns the mean negative log-likelihood a letter of the last epoch.
  @discardableResult
  func train(_ words: [Word]) -> Float {
    var order = Array(words.indices)
    var last: Float = 0
    let padding = [UInt8](repeating: 0, count: ContextFeatures.window)
    let padded = words.map { padding + $0.letters + padding }
    let hidden = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: lanes)
    let gradient = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: lanes)
    let mask = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: lanes)
    let indexes = UnsafeMutablePointer<Int32>.allocate(capacity: 64)
    var probabilities = [Float](repeating: 0, count: chunks.count + 1)
    defer {
      hidden.deallocate()
      gradient.deallocate()
      mask.deallocate()
      indexes.deallocate()
    }
    let rowCount = ContextFeatures.sourceRowCount + ContextFeatures.historyRowCount
    let keep = 1 - settings.dropout
    let total = settings.epochs * words.count
    var done = 0
    for epoch in 0..<settings.epochs {
      order.shuffle(using: &random)
      var loss: Double = 0
      var letters = 0.0
      for number in order {
        let word = words[number]
        var history: UInt64 = 0
        // The rate goes down to a tenth along a line.
        let rate = settings.rate * (1 - 0.9 * Float(done) / Float(total)) * word.weight.squareRoot()
        done += 1
        for index in word.letters.indices {
          let letter = word.letters[index]
          padded[number].withUnsafeBufferPointer { padded in
            if let base = padded.baseAddress {
              features.sourceRows(base, count: word.letters.count, at: index, into: indexes)
            }
          }
          features.historyRows(history, letter: letter, into: indexes + ContextFeatures.sourceRowCount)
          for lane in 0..<lanes { hidden[lane] = .zero }
          for row in 0..<rowCount {
            let start = rows + Int(indexes[row]) * lanes
            for lane in 0..<lanes { hidden[lane] += start[lane] }
          }
          for lane in 0..<lanes {
            // Dropout on the hidden layer, scaled so that nothing changes in use.
            var dropped = SIMD8<Float>(repeating: 1 / keep)
            if settings.dropout > 0 {
              let bits = random.next()
              for item in 0..<8
              where Float(UInt8(truncatingIfNeeded: bits >> UInt64(8 * item))) < settings.dropout * 256 {
                dropped[item] = 0
              }
            }
            mask[lane] = dropped.replacing(with: 0, where: hidden[lane] .<= 0)
            hidden[lane] = hidden[lane] * mask[lane]
          }
          let first = Int(optionStarts[Int(letter)])
          let count = Int(optionStarts[Int(letter) + 1]) - first
          var highest = -Float.infinity
          for option in 0..<count {
            let output = outputs + Int(optionChunks[first + option]) * lanes
            var sum = SIMD8<Float>.zero
            for lane in 0..<lanes { sum += hidden[lane] * output[lane] }
            probabilities[option] = sum.sum() + biases[first + option]
            highest = max(highest, probabilities[option])
          }
          var normalizer: Float = 0
          for option in 0..<count {
            probabilities[option] = FastMath.exp(probabilities[option] - highest)
            normalizer += probabilities[option]
          }
          let gold = Int(word.chunks[index])
          for lane in 0..<lanes { gradient[lane] = .zero }
          loss -= Double(word.weight * FastMath.log(probabilities[gold] / normalizer))
          letters += Double(word.weight)
          var hiddenSquare = SIMD8<Float>.zero
          for lane in 0..<lanes { hiddenSquare += hidden[lane] * hidden[lane] }
          let hiddenMean = hiddenSquare.sum() / Float(settings.width)
          for option in 0..<count {
            let difference = probabilities[option] / normalizer - (option == gold ? 1 : 0)
            if abs(difference) < 0.002 { continue }
            let chunk = Int(optionChunks[first + option])
            let output = outputs + chunk * lanes
            for lane in 0..<lanes { gradient[lane] += difference * output[lane] }
            outputSums[chunk] += difference * difference * hiddenMean
            let step = rate * difference / outputSums[chunk].squareRoot()
            for lane in 0..<lanes { output[lane] -= step * hidden[lane] }
            biasSums[first + option] += difference * difference
            biases[first + option] -= rate * difference / biasSums[first + option].squareRoot()
          }
          var gradientSquare = SIMD8<Float>.zero
          for lane in 0..<lanes {
            gradient[lane] = gradient[lane] * mask[lane]
            gradientSquare += gradient[lane] * gradient[lane]
          }
          let gradientMean = gradientSquare.sum() / Float(settings.width)
          for row in 0..<rowCount {
            let number = Int(indexes[row])
            rowSums[number] += gradientMean
            if epoch == 0 { rowUses[number] += 1 }
            let step = rate / rowSums[number].squareRoot()
            let start = rows + number * lanes
            for lane in 0..<lanes { start[lane] -= step * gradient[lane] }
          }
          var rest = chunks[Int(optionChunks[first + gold])]
          while rest != 0 {
            history = history << 8 | UInt64(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
          }
        }
      }
      last = Float(loss / letters)
    }
    return last
  }

  /// The network with weights of a byte each.
  func quantized() -> TrainedNetwork {
    func bytes(_ values: UnsafeMutablePointer<SIMD8<Float>>, _ count: Int, _ isUsed: (Int) -> Bool) -> ([Int8], Float) {
      var largest: [Float] = []
      for row in 0..<count where isUsed(row) {
        for lane in 0..<lanes { for item in 0..<8 { largest.append(abs(values[row * lanes + lane][item])) } }
      }
      largest.sort()
      // The few largest weights are cut, so that the many small ones have finer steps.
      let limit = largest.isEmpty ? 1 : largest[Int(Double(largest.count - 1) * 0.9995)]
      let step = max(limit, 1e-6) / 127
      var result: [Int8] = []
      for row in 0..<count {
        for lane in 0..<lanes {
          for item in 0..<8 {
            let value = isUsed(row) ? (values[row * lanes + lane][item] / step).rounded() : 0
            result.append(Int8(max(-127, min(127, value))))
          }
        }
      }
      return (result, step)
    }
    let (rowBytes, rowStep) = bytes(rows, features.rowCount) { rowUses[$0] > 0 }
    let (outputBytes, outputStep) = bytes(outputs, chunks.count) { _ in true }
    return TrainedNetwork(
      features: features, width: settings.width, rows: rowBytes, outputs: outputBytes, scale: rowStep * outputStep,
      optionStarts: optionStarts, optionChunks: optionChunks, optionBiases: biases, chunks: chunks)
  }
}

/// A network's weights as they go into the image.
struct TrainedNetwork: Sendable {
  var features: ContextFeatures
  var width: Int
  var rows: [Int8]
  var outputs: [Int8]
  var scale: Float
  var optionStarts: [UInt16]
  var optionChunks: [UInt16]
  var optionBiases: [Float]
  var chunks: [UInt32]
}

/// Steele, Lea & Flood 2014.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
  mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) * 2 - 1 }
  mutating func vector() -> SIMD8<Float> {
    var result = SIMD8<Float>.zero
    for index in 0..<8 { result[index] = unit() }
    return result
  }
}
