import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import CausalAxioms

@Suite struct PredictionScoreTests {
  private func row(_ text: String, _ label: String?) -> CausalRow {
    CausalRow(id: "r", text: SourceText(text), description: nil, stated: label)
  }

  @Test func strataComeFromTheText() {
    var score = PredictionScore()
    let chain = "a causes b. b causes c. "
    score.add(row(chain + "Does a cause c?", "Yes"), family: "chain", prediction: "yes")
    score.add(row(chain + "Does c cause a?", "No"), family: "chain", prediction: "Yes!")
    score.add(
      row(chain + "Are a and c d-separated given {b}?", "Yes"), family: nil, prediction: "hm")
    score.add(row(chain + "Does a cause b?", "No"), family: nil, prediction: nil)
    score.add(row(chain + "Does a cause b?", nil), family: nil, prediction: "Yes")
    #expect(score.overall.rows == 4 && score.overall.right == 1)
    #expect(score.missing == 1 && score.unreadable == 1 && score.unlabelled == 1)
    #expect(score.labelErrors == 1)
    #expect(score.entries("hops").map(\.value) == ["1", "2", "none"])
    #expect(score.entries("given").map(\.value) == ["1"])
    #expect(score.entries("family").first?.share.rows == 2)
    #expect(score.f1 == 0.5)
  }

  @Test func theIntervalIsWilsons() {
    var share = PredictionScore()
    for index in 0..<10 {
      share.add(
        row("a causes b. Does a cause b?", "Yes"), family: nil, prediction: index < 9 ? "Yes" : "No"
      )
    }
    // Wilson's interval of 9 in 10: 0.596 to 0.982.
    let (low, high) = share.overall.interval
    #expect(abs(low - 0.596) < 0.001 && abs(high - 0.982) < 0.001)
  }

  @Test func linesAreCutAcrossBlocks() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)")
    let lines = (0..<5_000).map { "\($0) " + String(repeating: "x", count: $0 % 300) }
    try Data((lines.joined(separator: "\n\n") + "\r\n  ").utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let file = try FileHandle(forReadingFrom: path)
    var blocks = LineBlocks(descriptor: file.fileDescriptor)
    var read: [String] = []
    blocks.forEachLine { buffer, range in
      read.append(String(decoding: buffer[range], as: UTF8.self))
    }
    #expect(read.map { $0.filter { $0 != "\r\n" && $0 != "\r" } } == lines)
  }
}
