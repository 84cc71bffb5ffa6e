// swift-tools-version: 6.2
import PackageDescription

// Every engine is one target; arrows point down only (see Documentation/architecture.md, and
// ArchitectureTests, which reads the imports and fails on an upward one).
let package = Package(
  name: "logic",
  targets: [
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
    .target(
      name: "Entailment",
      dependencies: ["Saturation", "FiniteModels", "SMT", "Kernel"]),
    .target(name: "TestSupport", dependencies: ["FirstOrderLogic"], path: "Tests/TestSupport"),
  ]
    + [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Clausification", "Saturation",
      "FiniteModels", "SMT", "Kernel", "Entailment",
    ].map { name in
      .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"])
    },
  swiftLanguageModes: [.v6]
)
