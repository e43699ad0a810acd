/// The vowels of an English spelling between two of its consonants, with w and y, to be taken from the left.
struct EnglishVowels {
  private var letters: [UInt8] = []

  init(_ letters: some Sequence<UInt8> = []) { append(letters) }

  /// Adds the vowels of a chunk; with `isW`, its v is a w.
  mutating func append(_ chunk: some Sequence<UInt8>, isW: Bool = false) {
    for letter in chunk {
      if Self.isVowel(letter) { self.letters.append(letter) }
      if isW, letter == UInt8(ascii: "v") { self.letters.append(UInt8(ascii: "w")) }
    }
  }

  /// Where the consonants of a chunk are; nil where it has none.
  static func core(of chunk: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = chunk.firstIndex(where: { !isVowel($0) }),
      let last = chunk.lastIndex(where: { !isVowel($0) })
    else { return nil }
    return first..<last + 1
  }

  /// The chunks with both letters of a doubled consonant in the second of two: Qab|ba|ni as Qa|bba|ni.
  static func withWholeDoubles(_ chunks: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var chunks = chunks
    for index in chunks.indices.dropLast() {
      guard let last = chunks[index].last, last == chunks[index + 1].first, !isVowel(last),
        let before = chunks[index].dropLast().last, isVowel(before)
      else { continue }
      chunks[index].removeLast()
      chunks[index + 1] = [last] + chunks[index + 1]
    }
    return chunks
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouyw".utf8.contains(letter) }

  private static func sound(_ letter: UInt8) -> VowelReading.Sound? {
    switch letter {
    case UInt8(ascii: "a"): .a
    case UInt8(ascii: "e"): .e
    case UInt8(ascii: "i"), UInt8(ascii: "y"): .i
    case UInt8(ascii: "o"), UInt8(ascii: "u"): .u
    default: nil
    }
  }

  private static func glide(_ isW: Bool) -> UInt8 { isW ? UInt8(ascii: "w") : UInt8(ascii: "y") }

  /// The vowel that comes next.
  var first: VowelReading.Sound? { letters.first.flatMap(Self.sound) }

  /// Whether nothing but an a is left.
  var isOnlyA: Bool { !letters.isEmpty && letters.allSatisfy { $0 == UInt8(ascii: "a") } }

  /// How many letters the next vowel has: two in aa, ee, oo, ou.
  private var soundLength: Int {
    guard let first = letters.first, letters.count > 1 else { return letters.count }
    let isPair = first == letters[1] || first == UInt8(ascii: "o") && letters[1] == UInt8(ascii: "u")
    return isPair && first != UInt8(ascii: "y") ? 2 : 1
  }

  /// How many vowels are left; aa may be two.
  var soundCount: Int {
    var rest = self
    var count = 0
    while !rest.letters.isEmpty {
      if rest.letters.starts(with: "aa".utf8) { count += 1 }
      rest.letters.removeFirst(rest.soundLength)
      count += 1
    }
    return count
  }

  /// Takes the next vowel.
  mutating func takeSound() -> VowelReading.Sound? {
    guard var sound = first else {
      // A w that no و stands for says nothing.
      if !letters.isEmpty { letters.removeFirst() }
      return nil
    }
    let length = soundLength
    if length == 2, sound == .e { sound = .i }
    letters.removeFirst(length)
    return sound
  }

  /// Takes the next vowel, but of aa only the first.
  mutating func takeShortSound() -> VowelReading.Sound? {
    guard letters.starts(with: "aa".utf8) else { return takeSound() }
    letters.removeFirst()
    return .a
  }

  /// Whether a w or y is followed by a vowel.
  func hasGlide(isW: Bool) -> Bool {
    guard let index = letters.firstIndex(of: Self.glide(isW)) else { return false }
    return letters[index...].contains { $0 != Self.glide(isW) }
  }

  /// Takes all before the first w or y, and gives its first vowel; nil where nothing is there.
  mutating func takeSounds(toGlide isW: Bool) -> VowelReading.Sound? {
    guard let index = letters.firstIndex(of: Self.glide(isW)), index > 0 else { return nil }
    let glides = Array(letters[index...])
    let sound = takeSound()
    letters = glides
    return sound
  }

  /// Takes the w or y that come next, and says how many.
  mutating func takeGlides(isW: Bool) -> Int {
    let count = letters.prefix { $0 == Self.glide(isW) }.count
    letters.removeFirst(count)
    return count
  }

  /// Takes ai, ay, ei for ي, au, aw, ow for و, if that comes next; at the end of a word, ey is a mere i.
  mutating func takeDiphthong(isW: Bool, isLast: Bool) -> Bool {
    guard letters.count > 1 else { return false }
    let head = letters[0]
    let isOpen = head == UInt8(ascii: "a") || head == UInt8(ascii: "e") && !isLast || isW && head == UInt8(ascii: "o")
    let tail = letters[1]
    let isClosed =
      isW
      ? tail == UInt8(ascii: "w") || head != UInt8(ascii: "o") && Self.sound(tail) == .u
      : Self.sound(tail) == .i || head == UInt8(ascii: "a") && tail == UInt8(ascii: "e")
    guard isOpen, isClosed else { return false }
    letters.removeFirst(2)
    return true
  }
}
