// swift-tools-version: 6.2
import PackageDescription

// Every engine is one target; arrows point down only (Documentation/architecture.md; a test reads
// the imports and fails on an upward one).
let engines: [Target] = [
  .systemLibrary(name: "CZ3", pkgConfig: "z3", providers: [.apt(["libz3-dev"])]),
  .systemLibrary(name: "CCaDiCaL", providers: [.apt(["libcadical-dev"])]),
  .target(name: "Diagnostics"),
  .target(name: "JSON", dependencies: ["Diagnostics"]),
  .target(name: "FirstOrderLogic", dependencies: ["Diagnostics", "JSON"]),
  .target(name: "Certificates", dependencies: ["FirstOrderLogic", "JSON"]),
  .target(name: "Clausification", dependencies: ["FirstOrderLogic", "Certificates"]),
  .target(name: "Saturation", dependencies: ["Clausification", "Certificates"]),
  .target(name: "FiniteModels", dependencies: ["Clausification", "Certificates", "CCaDiCaL"]),
  .target(name: "SMT", dependencies: ["FirstOrderLogic", "Certificates", "CZ3"]),
  .target(name: "Kernel", dependencies: ["FirstOrderLogic", "Certificates"]),
  .target(name: "Entailment", dependencies: ["Saturation", "FiniteModels", "SMT", "Kernel"]),
]

let tools: [Target] = [
  .target(
    name: "Batch",
    dependencies: ["Entailment", "JSON", .product(name: "GRDB", package: "GRDB.swift")]),
  .executableTarget(
    name: "logic",
    dependencies: [
      "Batch", "Entailment",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
]

let tested = [
  "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Clausification", "Saturation",
  "FiniteModels", "SMT", "Kernel", "Entailment", "Batch",
]

let tests: [Target] =
  [
    .target(
      name: "TestSupport", dependencies: ["FirstOrderLogic", "Certificates"],
      path: "Tests/TestSupport")
  ]
  + tested.map {
    .testTarget(name: "\($0)Tests", dependencies: [.byName(name: $0), "TestSupport"])
  }
  + [
    .testTarget(name: "CommandLineTests", dependencies: ["logic", "TestSupport"]),
    .executableTarget(
      name: "reader-fuzz",
      dependencies: ["FirstOrderLogic", "Kernel", "TestSupport"], path: "Fuzz/ReaderFuzz"),
  ]

let package = Package(
  name: "logic",
  products: [.executable(name: "logic", targets: ["logic"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: engines + tools + tests,
  swiftLanguageModes: [.v6]
)
