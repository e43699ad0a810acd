import ArgumentParser
import Naqhara

/// `naqhara normalize`.
struct NormalizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Rewrites text by a profile of named foldings.",
    discussion: """
      Profiles: \(NormalizationProfile.all.map(\.name).joined(separator: ", ")).
      Foldings: \(Folding.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLES:
        naqhara normalize --profile search names.txt
        naqhara normalize --profile tatweel,tashkeel,alef-forms names.txt
        naqhara normalize --explain search
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments

  @Option(help: ArgumentHelp("A profile, or foldings separated by commas.", valueName: "profile"))
  var profile = ProfileArgument(profile: .display)

  @Option(
    help: ArgumentHelp(
      "Print every code point that a profile changes, and why, instead of reading anything.", valueName: "profile"))
  var explain: ProfileArgument?

  func run() async throws {
    try await startOrExit {
      let sink = try output.makeSink()
      if let explain {
        try sink.write(Array(try ProfileExplanation(explain.profile).table.utf8))
        try sink.finish()
        return
      }
      let options = input.options()
      let profile = self.profile.profile
      try await RecordJob(input: input, inputOptions: options, output: output, sink: sink).run {
        let normalizer = try TextNormalizer(profile)
        return { record, document, out in
          document.bytes.withUnsafeBufferPointer { normalizer.append($0, to: &out) }
          if record.isLine { out.append(0x0A) }
        }
      }
    }
  }
}
