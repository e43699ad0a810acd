/// What an English spelling says of the marks of an Arabic word, given which of its letters stand for which.
///
/// The English vowels between two heard consonants are shared out among the letters between them: long vowels, w and y, and the
/// consonants that English does not write (ع, hamza). Which part of them an alignment gave to which letter does not matter.
struct VowelReading {
  /// A vowel as English writes it; `e` may be either of two.
  enum Sound { case a, e, i, u }

  /// What is put behind a letter.
  struct Mark {
    var sound: Sound?
    var isDoubled = false
  }

  private(set) var marks: [Mark]
  private let letters: [Unicode.Scalar]

  /// - Parameter chunks: what each letter is written by, in small ASCII letters.
  init(letters: [Unicode.Scalar], chunks: [ArraySlice<UInt8>]) {
    self.letters = letters
    marks = Array(repeating: Mark(), count: letters.count)
    var holder: Int?
    var between: [Int] = []
    var vowels = EnglishVowels()
    for (index, chunk) in EnglishVowels.withWholeDoubles(chunks).enumerated() {
      let core = Self.isVowelLetter(letters[index]) ? nil : EnglishVowels.core(of: chunk)
      guard let core else {
        between.append(index)
        vowels.append(chunk, isW: letters[index] == "و")
        continue
      }
      vowels.append(chunk[..<core.lowerBound])
      share(vowels, from: holder, among: between)
      marks[index].isDoubled = isDoubled(index, as: chunk[core])
      holder = index
      between = []
      vowels = EnglishVowels(chunk[core.upperBound...])
    }
    share(vowels, from: holder, among: between)
  }

  private static func isVowelLetter(_ letter: Unicode.Scalar) -> Bool { "اويىةآأإؤئءع".unicodeScalars.contains(letter) }

  private func letter(_ index: Int) -> Unicode.Scalar? { letters.indices.contains(index) ? letters[index] : nil }

  private func isLong(_ index: Int) -> Bool { letter(index).map { "اويى".unicodeScalars.contains($0) } ?? false }

  /// Whether two equal consonants mean one that is held. English writes ss for the mere sound of s, so that it counts only in the
  /// pattern of Abbas and Bassam.
  private func isDoubled(_ index: Int, as core: ArraySlice<UInt8>) -> Bool {
    guard index > 0, !isLong(index - 1), let first = core.first, core.count >= 2, core.dropFirst().first == first else {
      return false
    }
    return first != UInt8(ascii: "s") || letter(index + 1) == "ا" && marks[index - 1].sound == .a
  }

  /// Gives each letter of a stretch between two consonants its part of the vowels; `holder` is the consonant before.
  private mutating func share(_ vowels: EnglishVowels, from holder: Int?, among between: [Int]) {
    var vowels = vowels
    var holder = holder
    for index in between {
      switch letters[index] {
      case "ا":
        guard index > 0 else {
          holder = index
          continue
        }
        if let holder { marks[holder].sound = .a }
        _ = vowels.takeSound()
        holder = nil
      case "ى":
        if let holder { marks[holder].sound = vowels.takeSound() == .i ? .i : .a }
        holder = nil
      case "ة":
        if let holder { marks[holder].sound = .a }
        return
      case "و", "ي":
        holder = shareGlide(&vowels, from: holder, at: index)
      default:
        // A consonant that is not heard: what is before it is the holder's, unless the long vowel behind it needs all there is.
        if let holder {
          if isLong(index + 1) || letter(index + 1) == "ة" {
            if vowels.soundCount > 1 { marks[holder].sound = vowels.takeShortSound() }
          } else {
            marks[holder].sound = vowels.takeSound()
          }
        }
        holder = index
        if letters[index] == "آ" {
          _ = vowels.takeSound()
          holder = nil
        } else if letters[index] == "إ" {
          marks[index].sound = .i
          _ = vowels.takeSound()
          holder = nil
        }
      }
    }
    if let holder, let sound = vowels.takeSound() { marks[holder].sound = told(sound, at: holder) }
  }

  /// Shares at و or ي, which is a consonant or a long vowel; gives what holds the vowel that comes next.
  private mutating func shareGlide(_ vowels: inout EnglishVowels, from holder: Int?, at index: Int) -> Int? {
    let isW = letters[index] == "و"
    let next = letter(index + 1)
    let isBeforeVowel =
      next == "ا" || next == "ة" || next == "آ" || next == "ى" || !isW && next == "و" && !vowels.hasGlide(isW: true)
    if holder == nil || isBeforeVowel || vowels.hasGlide(isW: isW) {
      var before = vowels.takeSounds(toGlide: isW)
      if before == nil, !vowels.hasGlide(isW: isW), vowels.soundCount > 1 {
        let sound = vowels.takeShortSound()
        // The ou of Kairouan is the و itself; the i of Riad is a vowel too.
        if holder != nil, !(isW && sound == .u) { before = sound }
      }
      let count = vowels.takeGlides(isW: isW)
      if let holder { marks[holder].sound = before.map { told($0, at: holder) } }
      let isNisba = !isW && next == "ة" && index >= 3
      // سيد, طيب; and the ending of الجزائرية.
      let isHeld = !isW && holder != nil && marks[index - 1].sound == .a && (vowels.first == .i || vowels.first == .e)
      if isNisba, let holder { marks[holder].sound = .i }
      marks[index].isDoubled = index > 0 && !isLong(index - 1) && (count > 1 || isNisba || isHeld)
      if isHeld {
        _ = vowels.takeSound()
        marks[index].sound = .i
        return nil
      }
      return index
    }
    if let holder {
      let isDiphthong = vowels.takeDiphthong(isW: isW, isLast: next == nil)
      if isDiphthong {
        marks[holder].sound = .a
      } else {
        marks[holder].sound = vowels.isOnlyA ? .a : isW ? .u : .i
        _ = vowels.takeSound()
      }
    }
    return nil
  }

  /// An e where the form of the word tells what it is: Khaled, and Hesham.
  private func told(_ sound: Sound, at index: Int) -> Sound {
    guard sound == .e else { return sound }
    return letter(index - 1) == "ا" && index > 1 || letter(index + 2) == "ا" && !isLong(index + 1) ? .i : .e
  }
}
