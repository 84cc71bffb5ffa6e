// The example files, and programs and sets made from text.

import Diagnostics
import Foundation
import TestSupport

@testable import CausalAxioms

enum AxiomFiles {
  static let names = ["transitivity", "equivalence", "grandparent", "ancestor", "uncle"]

  static func example(_ name: String) throws -> HornProgram {
    let path = TestData.corpora.appending(path: "axioms/\(name).fol")
    return try program(String(contentsOf: path, encoding: .utf8), name: name)
  }

  static func program(_ text: String, name: String = "test") throws -> HornProgram {
    let read = AxiomFileReader.read(SourceText(name: "\(name).fol", text), name: name)
    guard let program = read.program else { throw Unread(codes: read.diagnostics.map(\.code)) }
    return program
  }

  struct Unread: Error { var codes: [DiagnosticCode] }

  static func lines(
    _ program: HornProgram, sizes: [Int] = [8], rows: Int,
    change: (inout AxiomSettings) -> Void = { _ in }
  ) throws -> [String] {
    var settings = AxiomSettings(program: program, sizes: sizes, rows: rows, seed: 7)
    change(&settings)
    let plan = try AxiomPlan(settings)
    return text(AxiomRun(plan: plan, range: 0..<rows)).split(separator: "\n").map(String.init)
  }

  private final class Sink: @unchecked Sendable { var bytes: [UInt8] = [] }

  static func text(_ run: AxiomRun) -> String {
    let sink = Sink()
    run.run { sink.bytes += $0 }
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}
