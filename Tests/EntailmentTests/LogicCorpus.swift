// The problems of Corpora/logic with the verdicts that their headers state, and what the built-in
// deciders answer, found once for all tests.

import Diagnostics
import Entailment
import FirstOrderLogic
import Foundation
import TestSupport

/// A problem of the corpus.
struct CorpusProblem: Sendable {
  var file: String
  var problem: Problem
  /// What the header says.
  var expected: String
}

enum LogicCorpus {
  /// Seconds a problem. A debug build decides the same ones in less, but for a few hard ones.
  #if DEBUG
    static let cpuSeconds = 0.5
  #else
    static let cpuSeconds = 2.0
  #endif

  /// Every problem, by the files' names.
  static let problems: [CorpusProblem] = {
    let folder = TestData.corpora.appending(path: "logic").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { [".fol", ".p", ".in"].contains(where: $0.hasSuffix) }.sorted()
      .compactMap { read($0, folder: folder) }
  }()

  /// The answers of the built-in deciders, in the problems' order.
  static let answers: [Answer] = {
    let options = EntailmentOptions(prover: .resolution, cpuSeconds: cpuSeconds)
    let entailer = Entailer(options: options)
    return problems.map { entailer.answer($0.problem) }
  }()

  private static func read(_ file: String, folder: String) -> CorpusProblem? {
    guard case .success(let source) = SourceText.load(path: "\(folder)/\(file)") else { return nil }
    let result = ProblemReader.read(source)
    let label = "# expected: "
    let header = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.dropFirst().hasPrefix(label.dropFirst()) }
    guard result.isUsable, let header else { return nil }
    return CorpusProblem(
      file: file, problem: result.problem, expected: String(header.dropFirst(label.count)))
  }
}
