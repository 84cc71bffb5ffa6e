// swift-tools-version: 6.2
import PackageDescription

// Every engine is one target; arrows point down only (Documentation/architecture.md; a test reads
// the imports and fails on an upward one).
let engines: [Target] = [
  .systemLibrary(name: "CZ3", pkgConfig: "z3", providers: [.apt(["libz3-dev"])]),
  .systemLibrary(name: "CCaDiCaL", providers: [.apt(["libcadical-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .target(name: "CCurl"),
  .target(name: "Diagnostics"),
  .target(name: "JSON", dependencies: ["Diagnostics"]),
  .target(name: "FirstOrderLogic", dependencies: ["Diagnostics", "JSON"]),
  .target(name: "Certificates", dependencies: ["Diagnostics", "JSON", "FirstOrderLogic"]),
  .target(name: "Clausification", dependencies: ["FirstOrderLogic", "Certificates"]),
  .target(
    name: "Saturation", dependencies: ["FirstOrderLogic", "Certificates", "Clausification"]),
  .target(name: "SAT", dependencies: ["CCaDiCaL"]),
  .target(
    name: "FiniteModels",
    dependencies: ["FirstOrderLogic", "Certificates", "Clausification", "SAT"]),
  .target(
    name: "Instantiation",
    dependencies: ["FirstOrderLogic", "Certificates", "Clausification", "SAT"]),
  .target(name: "SMT", dependencies: ["FirstOrderLogic", "Certificates", "CZ3"]),
  .target(name: "Kernel", dependencies: ["FirstOrderLogic", "Certificates"]),
  .target(
    name: "Entailment",
    dependencies: [
      "FirstOrderLogic", "Certificates", "Clausification", "Saturation", "FiniteModels",
      "Instantiation", "SMT", "Kernel",
    ]),
]

let tools: [Target] = [
  .target(name: "Graphs"),
  .target(
    name: "CausalAxioms",
    dependencies: [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Entailment", "Graphs",
    ],
    resources: [
      "causes", "leads-to", "influences", "triggers", "caused-by", "results-from", "if-happens",
      "arrow",
    ].map { .embedInCode("Resources/phrasings/\($0).json") } + [
      .embedInCode("Resources/distractors.json"), .embedInCode("Resources/words.txt"),
    ]),
  .target(
    name: "English", dependencies: ["Diagnostics", "JSON", "FirstOrderLogic", "Certificates"]),
  .target(
    name: "Batch",
    dependencies: [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Entailment", "English",
      .product(name: "GRDB", package: "GRDB.swift"),
    ]),
  .target(
    name: "Translation",
    dependencies: [
      "CCurl", "Diagnostics", "JSON", "FirstOrderLogic",
      .product(name: "GRDB", package: "GRDB.swift"),
    ],
    resources: [.embedInCode("Resources/nltk.gbnf"), .embedInCode("Resources/linc.prompt")]),
  .target(
    name: "LINC",
    dependencies: [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Entailment", "Batch", "English",
      "Translation",
    ]),
  .executableTarget(
    name: "logic",
    dependencies: [
      "CZlib", "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Saturation", "Kernel",
      "Entailment", "Batch", "English", "Translation", "LINC", "CausalAxioms",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
]

let tested = [
  "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Clausification", "Saturation", "SAT",
  "FiniteModels", "SMT", "Kernel", "Instantiation", "Entailment", "English",
  "Batch", "Translation", "LINC", "Graphs", "CausalAxioms",
]

let tests: [Target] =
  [
    .target(
      name: "TestSupport", dependencies: ["FirstOrderLogic", "Certificates"],
      path: "Tests/TestSupport")
  ]
  + tested.indices.map { index in
    // A target's tests may use everything below it.
    .testTarget(
      name: "\(tested[index])Tests",
      dependencies: tested[...index].map { .byName(name: $0) } + ["TestSupport"])
  }
  + [
    .testTarget(name: "CommandLineTests", dependencies: ["logic", "TestSupport"]),
    .executableTarget(
      name: "reader-fuzz",
      dependencies: [
        "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Kernel", "English",
        "TestSupport",
      ], path: "Fuzz/ReaderFuzz"),
    .executableTarget(
      name: "prover-fuzz",
      dependencies: [
        "FirstOrderLogic", "Certificates", "Clausification", "Saturation", "FiniteModels", "SMT",
        "Kernel", "Entailment", "TestSupport",
      ], path: "Fuzz/ProverFuzz"),
  ]

let package = Package(
  name: "logic",
  products: [
    .executable(name: "logic", targets: ["logic"]),
    .library(
      name: "Entailment", targets: ["FirstOrderLogic", "Certificates", "Kernel", "Entailment"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: engines + tools + tests,
  swiftLanguageModes: [.v6]
)
