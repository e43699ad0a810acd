/// What becomes of a title before a name: الرئيس, د., الشيخ.
public enum NameTitles: String, CaseIterable, Sendable {
  /// It is written too: President, Dr., Sheikh.
  case keep
  /// The name alone is written.
  case drop
}
