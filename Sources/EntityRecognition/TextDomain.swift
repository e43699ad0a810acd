/// Kinds of text for which there are weights of their own.
public enum TextDomain: String, CaseIterable, Sendable {
  /// News.
  case news
  /// Encyclopedic articles.
  case encyclopedia
}
