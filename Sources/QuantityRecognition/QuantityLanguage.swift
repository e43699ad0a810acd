/// A language of the tables in Lexicons/quantities, in the order of their columns.
enum QuantityLanguage: UInt8, CaseIterable, Sendable {
  case arabic, russian, ukrainian, persian, hebrew, english

  var isEastSlavic: Bool { self == .russian || self == .ukrainian }
}
