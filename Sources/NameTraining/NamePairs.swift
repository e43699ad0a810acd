import Glibc
import NameTransliteration
import TextModel
import UnicodeText

/// A source word and one way to write it.
struct NamePair {
  var source: String
  var target: String
  /// How many people are known to bear it.
  var count: Int
}

enum NameData {
  /// A file's lines; none where it cannot be read.
  static func lines(_ path: String) -> [Substring] {
    String(decoding: bytes(path), as: UTF8.self).split(separator: "\n")
  }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  /// The files of a folder, in the order of their names.
  static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted().map { folder + "/" + $0 }
  }

  struct WriteFailure: Error, CustomStringConvertible {
    let description: String
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw WriteFailure(description: "\(path): cannot be written") }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw WriteFailure(description: "\(path): not written whole") }
  }

  static func pairs(_ path: String) -> [NamePair] {
    lines(path).compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 3 else { return nil }
      return NamePair(source: String(cells[0]), target: String(cells[1]), count: Int(cells[2]) ?? 1)
    }
  }
}

/// Letters as the model sees them.
enum NameFolding {
  /// An English spelling in letters a–z; nil where it has others.
  static func english(_ text: String) -> String? {
    var result = ""
    for scalar in decomposed(text.lowercased()) {
      switch scalar {
      case "a"..."z": result.unicodeScalars.append(scalar)
      case "'", "’", "-", "ʻ", "ʿ", "ʾ", ".", "`", "´", "ʼ", "‘", "‐", "–", "-": continue
      default:
        if let mapped = latin[scalar] {
          result += mapped
        } else if scalar.properties.generalCategory == .nonspacingMark {
          continue
        } else {
          return nil
        }
      }
    }
    return result.isEmpty ? nil : result
  }

  /// A spelling in a–z with its apostrophes and hyphens.
  static func spelling(_ text: String) -> String {
    var result = ""
    for scalar in decomposed(text.lowercased()) {
      switch scalar {
      case "'", "’", "ʻ", "ʿ", "ʾ", "`", "´", "ʼ", "‘": result += "'"
      case "-", "‐", "–", "-": result += "-"
      default: result += english(String(scalar)) ?? ""
      }
    }
    let isSign = { (character: Character) in character == "'" || character == "-" }
    return String(result.drop(while: isSign).reversed().drop(while: isSign).reversed())
  }

  private static let latin: [Unicode.Scalar: String] = [
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ħ": "h",
    "ŧ": "t", "ŋ": "ng",
  ]

  private static let decomposition = try? UnicodeNormalizer(.nfd)

  private static let composition = try? UnicodeNormalizer(.nfc)

  /// Canonical composition.
  static func composed(_ text: String) -> String {
    guard let normalized = try? composition?.normalize(Array(text.utf8)) else { return text }
    return String(decoding: normalized.bytes, as: UTF8.self)
  }

  /// Canonical decomposition.
  static func decomposed(_ text: String) -> String.UnicodeScalarView {
    guard let normalized = try? decomposition?.normalize(Array(text.utf8)) else { return text.unicodeScalars }
    return String(decoding: normalized.bytes, as: UTF8.self).unicodeScalars
  }

  /// The key by which held-out sources are told: alef, yeh, kaf, teh marbuta and marks folded.
  static func key(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in decomposed(text.lowercased()) {
      if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .format {
        continue
      }
      switch scalar {
      case "ى", "ی", "ې": result.append("ي")
      case "ک": result.append("ك")
      case "ة", "ہ", "ھ": result.append("ه")
      case "\u{0640}": continue
      case "ٱ": result.append("ا")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func hash(_ text: String) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state ^= state >> 29
    state = state &* 0x9E37_79B9_7F4A_7C15
    return state ^ state >> 32
  }

  /// The source letters of the model.
  static func source(_ text: String, language: String) -> String {
    String(NameLetters.letters(of: text, language: NameLanguage(rawValue: language)))
  }
}
