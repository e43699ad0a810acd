import Glibc
import NameTransliteration

/// Spellings and how many people bear them, as `NameTrie` reads them.
struct TrieBuilder {
  /// The first child of every sixteenth node, and how many children each has.
  private(set) var blocks: [UInt32] = []
  private(set) var childCounts: [UInt8] = []
  let labels: [UInt8]
  let prefixWeights: [UInt8]
  let nameWeights: [UInt8]

  init(_ names: [String: Float], _ alphabet: Alphabet) {
    let lettered = names.compactMap { name, count in alphabet.letters(name).map { (letters: $0, count: count) } }
    let sorted = lettered.sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    var first: [UInt32] = []
    var labels: [UInt8] = [0]
    var prefixes: [UInt8] = []
    var ends: [UInt8] = []
    // Breadth first: each entry is a range of the sorted names that share `depth` letters.
    var level = [(0, sorted.count)]
    var depth = 0
    var total = 1
    while !level.isEmpty {
      var next: [(Int, Int)] = []
      for (start, end) in level {
        var sum: Float = 0
        for name in sorted[start..<end] { sum += name.count }
        prefixes.append(UInt8(max(0, min(255, (16 * log(max(sum, 1))).rounded()))))
        var index = start
        var own: Float = 0
        while index < end, sorted[index].letters.count == depth {
          own += sorted[index].count
          index += 1
        }
        ends.append(own > 0 ? UInt8(max(1, min(255, 1 + (12 * log(max(own, 1))).rounded()))) : 0)
        first.append(UInt32(total))
        while index < end {
          let letter = sorted[index].letters[depth]
          let begin = index
          while index < end, sorted[index].letters[depth] == letter { index += 1 }
          labels.append(letter)
          next.append((begin, index))
          total += 1
        }
      }
      level = next
      depth += 1
    }
    first.append(UInt32(total))
    self.labels = labels
    prefixWeights = prefixes
    nameWeights = ends
    for node in 0..<labels.count {
      if node % (1 << NameTrie.blockShift) == 0 { blocks.append(first[node]) }
      childCounts.append(UInt8(first[node + 1] - first[node]))
    }
    while childCounts.count < blocks.count << NameTrie.blockShift { childCounts.append(0) }
  }
}
