public import ArgumentParser
public import Naqhara

// The libraries' own names are the option's values.
extension InputFormat: ExpressibleByArgument {}
extension OutputCompression: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension InvalidUTF8.Policy: ExpressibleByArgument {}
extension NameLanguage: ExpressibleByArgument {}
extension NameTransliteration.Effort: ExpressibleByArgument {}
extension NameTransliteration.Target: ExpressibleByArgument {}
extension NameStyle: ExpressibleByArgument {}
extension NameArticle: ExpressibleByArgument {}
extension NameTitles: ExpressibleByArgument {}
extension TextDomain: ExpressibleByArgument {}
extension RecognitionMode: ExpressibleByArgument {}
