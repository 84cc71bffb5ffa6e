// The house: arrows point down only, files stay short, every file says what it is.

import Foundation
import TestSupport
import Testing

@Suite struct ArchitectureTests {
  /// What each target may import of the others, as Documentation/architecture.md draws it.
  static let allowed: [String: Set<String>] = [
    "Diagnostics": [],
    "JSON": ["Diagnostics"],
    "FirstOrderLogic": ["Diagnostics", "JSON"],
    "Certificates": ["Diagnostics", "JSON", "FirstOrderLogic"],
    "Clausification": ["FirstOrderLogic", "Certificates"],
    "Saturation": ["FirstOrderLogic", "Certificates", "Clausification"],
    "SAT": ["CCaDiCaL"],
    "FiniteModels": ["FirstOrderLogic", "Certificates", "Clausification", "SAT"],
    "Instantiation": ["FirstOrderLogic", "Certificates", "Clausification", "SAT"],
    "SMT": ["FirstOrderLogic", "Certificates", "CZ3"],
    "Kernel": ["FirstOrderLogic", "Certificates"],
    "Entailment": [
      "FirstOrderLogic", "Certificates", "Clausification", "Saturation", "FiniteModels",
      "Instantiation", "SMT", "Kernel",
    ],
    "Batch": [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Entailment", "English", "GRDB",
    ],
    "English": ["Diagnostics", "JSON", "FirstOrderLogic", "Certificates"],
    "Translation": ["Diagnostics", "JSON", "FirstOrderLogic", "CCurl", "GRDB"],
    "LINC": [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Entailment", "Batch", "English",
      "Translation",
    ],
    "Graphs": [],
    "CausalAxioms": [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Entailment", "Graphs",
    ],
    "logic": [
      "Diagnostics", "JSON", "FirstOrderLogic", "Certificates", "Saturation", "Kernel",
      "Entailment", "Batch", "English", "Translation", "LINC", "CausalAxioms", "ArgumentParser",
      "CZlib", "Foundation",
    ],
  ]
  static let system: Set<String> = ["Glibc", "Synchronization"]

  private func sources(of target: String) throws -> [URL] {
    let folder = TestData.package.appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try #require(files).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  @Test(arguments: allowed.keys.sorted())
  func importsPointDown(_ target: String) throws {
    let files = try sources(of: target)
    #expect(!files.isEmpty)
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count >= 2, let keyword = words.firstIndex(of: "import"), keyword <= 1 else {
          continue
        }
        let module = String(words[keyword + 1])
        let isAllowed =
          Self.system.contains(module) || Self.allowed[target]!.contains(module)
        #expect(isAllowed, "\(file.lastPathComponent) of \(target) imports \(module)")
      }
    }
  }

  @Test(arguments: allowed.keys.sorted())
  func filesAreShortAndSayWhatTheyAre(_ target: String) throws {
    for file in try sources(of: target) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 500, "\(file.lastPathComponent) has \(lines.count) lines")
      #expect(lines.first?.hasPrefix("// ") == true, "\(file.lastPathComponent) has no heading")
    }
  }
}
