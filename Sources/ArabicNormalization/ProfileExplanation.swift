import UnicodeText

/// Which code points a profile changes, into what, and why.
public struct ProfileExplanation {
  /// What becomes of one code point.
  public struct Row: Hashable, Sendable {
    /// The code point.
    public let scalar: Unicode.Scalar
    /// What it becomes when it stands alone; nothing where it is dropped.
    public let replacement: [Unicode.Scalar]
    /// The foldings that act on it, in order; none where NFC alone changes it.
    public let foldings: [Folding]
  }

  /// The profile.
  public let profile: NormalizationProfile
  /// A row for each code point that changes, in ascending order.
  public let rows: [Row]

  /// Asks the profile about every code point there is.
  ///
  /// - Throws: `ICUError`.
  public init(_ profile: NormalizationProfile) throws {
    self.profile = profile
    let whole = try FoldingTable(profile)
    let single = try profile.foldings.map { try FoldingTable(NormalizationProfile(name: $0.rawValue, foldings: [$0])) }
    let plain = try FoldingTable(NormalizationProfile(name: "nfc", foldings: []))
    var rows: [Row] = []
    for value: UInt32 in 0...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let result = try whole.fold(CollectionOfOne(scalar))
      if result == [scalar] { continue }
      // Each folding is asked about what the ones before it have left.
      var current = try plain.fold(CollectionOfOne(scalar))
      var foldings: [Folding] = []
      for (folding, table) in zip(profile.foldings, single) {
        let next = try table.fold(current)
        if next != current { foldings.append(folding) }
        current = next
      }
      rows.append(Row(scalar: scalar, replacement: result, foldings: foldings))
    }
    self.rows = rows
  }

  /// The rows as tab-separated text with a header.
  public var table: String {
    var text = "code point\tcharacter\tname\tbecomes\tcharacters\tfoldings\n"
    for row in rows {
      text += "\(Self.code(row.scalar))\t\(Self.visible(row.scalar))\t\(unicodeName(of: row.scalar))\t"
      text += row.replacement.isEmpty ? "dropped\t\t" : row.replacement.map(Self.code).joined(separator: " ") + "\t"
      if !row.replacement.isEmpty { text += row.replacement.map(Self.visible).joined() + "\t" }
      text += row.foldings.isEmpty ? "nfc" : row.foldings.map(\.rawValue).joined(separator: " ")
      text += "\n"
    }
    return text
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Marks on a dotted circle; what cannot be seen stays out of the table.
  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: "\u{25CC}\(scalar)"
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse, .surrogate:
      ""
    default: String(scalar)
    }
  }
}
