public import ArgumentParser
public import Naqhara

// The libraries' own names are the option's values.
extension InputFormat: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension InvalidUTF8.Policy: ExpressibleByArgument {}
extension NameLanguage: ExpressibleByArgument {}
extension NameTransliteration.Effort: ExpressibleByArgument {}
extension NameTransliteration.Target: ExpressibleByArgument {}
extension NameStyle: ExpressibleByArgument {}
extension NameArticle: ExpressibleByArgument {}
extension NameTitles: ExpressibleByArgument {}

extension EntityType: ExpressibleByArgument {
  /// The type of a label in any case: `ORG`, `org`.
  public init?(argument: String) { self.init(label: argument.uppercased()) }

  /// The label.
  public var defaultValueDescription: String { label }
}
