// swift-tools-version: 6.2
import PackageDescription

// `NAQHARA_STATIC=1` links ICU, zlib, bzip2 and zstd statically: `make dist` sets it to make one relocatable binary.
let isStatic = Context.environment["NAQHARA_STATIC"] == "1"

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: swiftSettings)
}

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "naqhara",
  products: [
    .library(name: "Naqhara", targets: ["Naqhara"]),
    .executable(name: "naqhara", targets: ["NaqharaTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // The system's C libraries.
    .systemLibrary(name: "ICU4C", pkgConfig: isStatic ? nil : "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "Zlib", pkgConfig: isStatic ? nil : "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Debian has no pkg-config file for it: the library is named where it is linked.
    .systemLibrary(name: "Bzip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "Zstandard", pkgConfig: isStatic ? nil : "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "CTextICU", dependencies: ["ICU4C"],
      linkerSettings: isStatic
        ? [.linkedLibrary(":libicui18n.a"), .linkedLibrary(":libicuuc.a"), .linkedLibrary(":libicudata.a")] : []),

    .target(name: "CNameKernels"),
    .target(name: "CSequenceKernels"),

    // The rooms, in the order in which text walks through them; each imports only what stands above it.
    module("BinaryImage"),
    module("TextModel"),
    module("UnicodeText", ["CTextICU", "TextModel"]),
    module("TextPipeline", ["TextModel"]),
    module("ArabicNormalization", ["UnicodeText", "TextModel", "TextPipeline"]),
    module("TextSegmentation", ["UnicodeText", "TextModel", "TextPipeline"]),
    module(
      "NameTransliteration",
      ["BinaryImage", "UnicodeText", "TextModel", "ArabicNormalization", "EmbeddedLexicons", "CNameKernels"]),
    module("Romanization", ["UnicodeText", "TextModel", "EmbeddedLexicons"]),
    module(
      "EntityLexicon", ["UnicodeText", "TextModel", "ArabicNormalization", "TextSegmentation", "EmbeddedLexicons"]),
    module("SequenceTagging", ["BinaryImage", "CSequenceKernels"]),
    module(
      "EntityRecognition",
      [
        "BinaryImage", "TextModel", "TextPipeline", "ArabicNormalization", "TextSegmentation", "NameTransliteration",
        "EntityLexicon", "SequenceTagging", "EmbeddedLexicons", "CSequenceKernels",
      ]),
    module(
      "QuantityRecognition",
      ["TextModel", "TextPipeline", "ArabicNormalization", "TextSegmentation", "EmbeddedLexicons"]),
    .target(
      name: "TextFormats",
      dependencies: [
        "TextModel", "Zlib", "Bzip2", "Zstandard", system,
      ],
      swiftSettings: swiftSettings,
      linkerSettings: isStatic
        ? [.linkedLibrary(":libz.a"), .linkedLibrary(":libbz2.a"), .linkedLibrary(":libzstd.a")]
        : [.linkedLibrary("bz2")]),
    module(
      "LexiconImport", ["TextModel", "NameTransliteration", "ArabicNormalization", "EntityLexicon", "TextFormats"]),
    module(
      "Naqhara",
      [
        "UnicodeText", "TextModel", "TextPipeline", "ArabicNormalization", "TextSegmentation", "NameTransliteration",
        "Romanization", "EntityLexicon", "EntityRecognition", "QuantityRecognition", "TextFormats", "LexiconImport",
      ]),
    .executableTarget(
      name: "NaqharaTool", dependencies: ["Naqhara", argumentParser, system], swiftSettings: swiftSettings),

    // The compiled lexicons, inside the binary. A C target, because only C can embed megabytes without a cost at start.
    .target(
      name: "EmbeddedLexicons", path: "Lexicons",
      exclude: [
        "README.md", "entities", "words", "names", "quantities", "rules", "sources", "models/entities.image",
        "models/names.image", "models/name-models.image", "models/recognition.image",
      ],
      sources: ["models/embedded.c", "models/romanization.c"], publicHeadersPath: "models/include"),

    // Makes and measures the models; not part of what a user builds on.
    .executableTarget(
      name: "NameTraining",
      dependencies: [
        "NameTransliteration", "BinaryImage", "ArabicNormalization", "UnicodeText", "TextModel", argumentParser,
      ],
      swiftSettings: swiftSettings),

    .executableTarget(
      name: "RecognitionTraining",
      dependencies: [
        "EntityRecognition", "SequenceTagging", "BinaryImage", "EntityLexicon", "NameTransliteration",
        "ArabicNormalization", "TextSegmentation", "TextPipeline", "TextModel", argumentParser, system,
      ],
      swiftSettings: swiftSettings),

    .target(
      name: "TestSupport", dependencies: ["TextModel", "TextPipeline", "Zlib", "Bzip2", "Zstandard"],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    tests("UnicodeTextTests", ["UnicodeText"]),
    tests("TextModelTests", ["TextModel"]),
    tests("TextPipelineTests", ["TextPipeline"]),
    tests("ArabicNormalizationTests", ["ArabicNormalization", "UnicodeText"]),
    tests("TextSegmentationTests", ["TextSegmentation", "ArabicNormalization", "UnicodeText"]),
    tests("NameTransliterationTests", ["NameTransliteration", "BinaryImage"]),
    tests("RomanizationTests", ["Romanization", "NameTransliteration", "UnicodeText"], exclude: ["Cases"]),
    tests("EntityLexiconTests", ["EntityLexicon"]),
    tests("SequenceTaggingTests", ["SequenceTagging", "BinaryImage"]),
    tests("EntityRecognitionTests", ["EntityRecognition", "Naqhara", "BinaryImage"]),
    tests(
      "QuantityRecognitionTests",
      ["QuantityRecognition", "EntityRecognition", "NameTransliteration", "UnicodeText", "Naqhara"]),
    tests("TextFormatsTests", ["TextFormats"]),
    tests("LexiconImportTests", ["LexiconImport"], exclude: ["Fixtures"]),
    tests("ConformanceTests", ["UnicodeText", "ArabicNormalization", "TextSegmentation"]),
    tests("ToolTests", ["NaqharaTool", "Naqhara"], exclude: ["Snapshots"]),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
