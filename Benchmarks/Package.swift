// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that those who build on Naqhara do not fetch what only measures it.
let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let naqhara = Target.Dependency.product(name: "Naqhara", package: "naqhara")

let package = Package(
  name: "naqhara-benchmarks",
  dependencies: [
    .package(name: "naqhara", path: ".."),
    // Without its traits it needs no allocator of its own.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // What is run: the stages, each on a text.
    .target(name: "StageRuns", dependencies: [naqhara], swiftSettings: swiftSettings),
    // By the clock.
    .executableTarget(
      name: "Stages",
      dependencies: ["StageRuns", naqhara, .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Stages", swiftSettings: swiftSettings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // By what valgrind counts. `naqhara` itself would not do: its main function is asynchronous, and valgrind 3.19 does not
    // survive how such a one ends.
    .executableTarget(name: "InstructionCounts", dependencies: ["StageRuns"], swiftSettings: swiftSettings),
  ]
)
