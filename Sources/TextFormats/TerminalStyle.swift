import TextModel

/// Colours and safe text for terminals.
struct TerminalStyle {
  let usesColor: Bool

  enum Style {
    case bold
    case dim
    case type(EntityType)

    fileprivate var code: String {
      switch self {
      case .bold: "1"
      case .dim: "2"
      case .type(let type):
        switch type {
        case .person: "1;33"
        case .norp: "35"
        case .organization: "1;34"
        case .geopolitical: "1;32"
        case .location, .facility: "32"
        case .event, .law: "31"
        case .product, .work, .language: "36"
        case .occupation: "33"
        case .date, .time, .money, .percent, .quantity: "34"
        }
      }
    }
  }

  func append(_ style: Style, _ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    if usesColor { out.append(utf8: "\u{1B}[\(style.code)m") }
    append(bytes, to: &out)
    if usesColor { out.append(utf8: "\u{1B}[0m") }
  }

  /// Text in an isolate of its own direction, so that the columns beside it stay where they are.
  func appendIsolated(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    out.append(utf8: "\u{2068}")
    append(bytes, to: &out)
    out.append(utf8: "\u{2069}")
  }

  /// Text without what could drive the terminal or turn its line around: controls become spaces, but for line breaks and
  /// tabs where `keepsLines`; embeddings, overrides and isolates are left out.
  func append(_ bytes: some Sequence<UInt8>, keepsLines: Bool = false, to out: inout [UInt8]) {
    let start = out.count
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F {
        out.append(keepsLines && (byte == 0x0A || byte == 0x09) ? byte : 0x20)
        continue
      }
      out.append(byte)
      guard byte < 0xC0, out.count - start >= 2 else { continue }
      let count = out.count
      if out[count - 2] == 0xC2, byte < 0xA0 {
        // U+0080…U+009F
        out.removeLast(2)
        out.append(0x20)
      } else if count - start >= 3, out[count - 3] == 0xE2,
        out[count - 2] == 0x80 && 0xAA...0xAE ~= byte || out[count - 2] == 0x81 && 0xA6...0xA9 ~= byte
      {
        // U+202A…U+202E, U+2066…U+2069
        out.removeLast(3)
      }
    }
  }

  /// How many columns a text takes, marks above and below letters not counted.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.count { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: false
      default: true
      }
    }
  }
}
