internal import CTextICU
public import TextModel

/// Divides a text into runs of one script (UAX #24, section 5.1).
///
/// Common and inherited characters (spaces, digits, marks) belong to the run before them, at the start of the text to
/// the run after them. A closing bracket belongs with its opening one, so that `Cairo (القاهرة) is` gives the second
/// bracket to the Latin run. It may be shared between threads.
public struct ScriptRuns: Sendable {
  /// One run.
  public struct Run: Hashable, Sendable {
    /// Its place in bytes.
    public let range: ByteRange
    /// Its script's four-letter ISO 15924 code: `Arab`, `Latn`; `Zyyy` where the text has common characters only.
    public let script: String
  }

  private let table: ScriptTable

  /// The runs by ICU's property Script.
  ///
  /// - Throws: ICU's error where its data is missing.
  public init() throws(ICUError) { table = try ScriptTable.shared.get() }

  /// The runs of a text in order; together they cover it.
  ///
  /// - Parameter bytes: valid UTF-8; other bytes count as common characters.
  public func runs(in bytes: [UInt8]) -> [Run] {
    var runs: [Run] = []
    bytes.withUnsafeBufferPointer { forEachRun(in: $0) { runs.append(Run(range: $0, script: $1)) } }
    return runs
  }

  /// Tells the runs of a text in order, as `runs(in:)` gives them.
  public func forEachRun(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ range: ByteRange, _ script: String) -> Void
  ) {
    // Up to this many brackets may be open; an outer one whose place is taken is only forgotten.
    let maximumDepth = 64
    var open: [(closing: UInt32, script: UInt8?)] = []
    var start = 0
    var current: UInt8?
    var position = 0
    while position < bytes.count {
      let (scalar, length) = Self.decode(bytes, at: position)
      let kind = table.kinds[Int(scalar)]
      var script: UInt8?
      switch kind {
      case ScriptTable.common: break
      case ScriptTable.openingBracket:
        if open.count == maximumDepth { open.removeFirst() }
        var type: Int32 = 0
        open.append((ticu_paired_bracket(scalar, &type), current))
      case ScriptTable.closingBracket:
        if let index = open.lastIndex(where: { $0.closing == scalar }) {
          script = open[index].script
          open.removeSubrange(index...)
        }
      default: script = kind
      }
      if let script, script != current {
        if current == nil {
          for index in open.indices where open[index].script == nil { open[index].script = script }
        } else {
          body(ByteRange(start, position), table.code(of: current))
          start = position
        }
        current = script
      }
      position += length
    }
    if start < bytes.count { body(ByteRange(start, bytes.count), table.code(of: current)) }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[position])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard position + length <= bytes.count else { return (0xFFFD, bytes.count - position) }
    var scalar = lead & (0x7F >> UInt32(length))
    for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[position + index] & 0x3F) }
    return (scalar < 0x110000 ? scalar : 0xFFFD, length)
  }
}

/// The script of every code point, in one byte.
private struct ScriptTable: Sendable {
  static let common: UInt8 = 0
  static let openingBracket: UInt8 = 1
  static let closingBracket: UInt8 = 2
  /// The first number that means a script; its code is the first in `codes`.
  private static let firstScript = 3

  let kinds: [UInt8]
  private let codes: [String]

  static let shared: Result<ScriptTable, ICUError> = {
    do throws(ICUError) {
      return .success(try ScriptTable())
    } catch {
      return .failure(error)
    }
  }()

  func code(of kind: UInt8?) -> String { kind.map { codes[Int($0) - Self.firstScript] } ?? "Zyyy" }

  private init() throws(ICUError) {
    let scripts = try CodePointMap(.script)
    var kinds = [UInt8](repeating: Self.common, count: 0x110000)
    var codes: [String] = []
    var kindOfCode: [String: UInt8] = [:]
    for range in scripts.ranges() {
      let code = ticu_script_code(range.value).map { String(cString: $0) } ?? "Zzzz"
      if code == "Zyyy" || code == "Zinh" { continue }
      let kind: UInt8
      if let known = kindOfCode[code] {
        kind = known
      } else {
        // Unicode 15 has 164; those that do not fit any more would count as common.
        guard let new = UInt8(exactly: codes.count + Self.firstScript) else { continue }
        kind = new
        codes.append(code)
        kindOfCode[code] = kind
      }
      for scalar in range.first...range.last { kinds[Int(scalar)] = kind }
    }
    for range in try CodePointMap(.bidiPairedBracketType).ranges() where range.value != 0 {
      for scalar in range.first...range.last where kinds[Int(scalar)] == Self.common {
        var type: Int32 = 0
        _ = ticu_paired_bracket(scalar, &type)
        kinds[Int(scalar)] = type == 1 ? Self.openingBracket : Self.closingBracket
      }
    }
    self.kinds = kinds
    self.codes = codes
  }
}
