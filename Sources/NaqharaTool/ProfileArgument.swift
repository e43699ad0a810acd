import ArgumentParser
import Naqhara

/// A profile by its name, or single foldings separated by commas.
struct ProfileArgument: ExpressibleByArgument {
  let profile: NormalizationProfile

  init(profile: NormalizationProfile) { self.profile = profile }

  init?(argument: String) {
    if let named = NormalizationProfile.named(argument) {
      profile = named
      return
    }
    var foldings: [Folding] = []
    for name in argument.split(separator: ",") {
      guard let folding = Folding(rawValue: String(name)) else { return nil }
      foldings.append(folding)
    }
    guard !foldings.isEmpty else { return nil }
    profile = NormalizationProfile(name: argument, foldings: foldings)
  }

  var defaultValueDescription: String { profile.name }

  static var allValueStrings: [String] { NormalizationProfile.all.map(\.name) + Folding.allCases.map(\.rawValue) }
}
