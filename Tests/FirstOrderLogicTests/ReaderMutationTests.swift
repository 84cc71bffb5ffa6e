// Broken texts: mutations of the corpora through every reader, and through the writers behind them.
// `Scripts/fuzz` runs a million.

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import FirstOrderLogic

@Suite struct ReaderMutationTests {
  private static let seeds: [[UInt8]] = {
    let root = TestData.corpora.path
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { Array($0) }
    }.filter { !$0.isEmpty }
  }()

  @Test(arguments: 0..<10)
  func mutationsAreReadOrDiagnosed(_ seed: UInt64) {
    #expect(Self.seeds.count > 100)
    var mutator = Mutator(seeds: Self.seeds, seed: seed)
    let formats: [InputFormat?] = [nil] + InputFormat.allCases
    for number in 0..<2_000 {
      let source = SourceText(name: "mutation", bytes: mutator.next(limit: 1_024))
      let options = ReadingOptions(repairs: number % 2 == 0)
      let format = formats[number / 2 % formats.count]
      let result = ProblemReader.read(source, format: format, options: options) { _ in nil }
      // Nothing is lost silently, and what was read is closed.
      if result.problem.statements.isEmpty, result.diagnostics.isEmpty {
        Issue.record("no statement and no diagnostic: \(source.string(Span(0, 1_024)))")
      }
      for statement in result.problem.statements where !statement.formula.freeVariables.isEmpty {
        Issue.record("free variables in \(source.string(statement.span))")
      }
      for fault in result.diagnostics where !isWithin(fault, source) {
        Issue.record("\(fault.code) at \(fault.span) of \(source.bytes.count) bytes")
      }
      if result.isUsable {
        let output = OutputFormat.allCases[number / 18 % OutputFormat.allCases.count]
        _ = ProblemWriter.write(result.problem, as: output)
      }
    }
  }

  private func isWithin(_ fault: Diagnostic, _ source: SourceText) -> Bool {
    fault.span.lower >= 0 && fault.span.upper <= source.bytes.count && fault.location.line >= 1
      && fault.location.column >= 1 && !fault.message.isEmpty
  }
}
