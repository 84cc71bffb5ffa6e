import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct BatchTests {
  /// Rows of several shapes, with some that are faulty.
  static func rows(_ count: Int) -> String {
    (0..<count).map { number in
      let length = 3 + number % 9
      let chain = (0..<length).map { "\"∀x (P\($0)(x) → P\($0 + 1)(x))\"" }
      let goal = number % 3 == 0 ? "P\(length)(a\(number))" : "¬P\(length)(b)"
      if number % 50 == 7 {
        return "{\"id\":\"row\(number)\",\"premises\":[\"P(\"],\"conclusion\":3}"
      }
      return "{\"id\":\"row\(number)\",\"premises\":[\(chain.joined(separator: ",")),"
        + "\"P0(a\(number))\"],\"conclusion\":\"\(goal)\"}"
    }.joined(separator: "\n") + "\n"
  }

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func recordsKeepIdsAndOrder() throws {
    let run = try ToolRun(["batch", "--deterministic"], input: Self.rows(60))
    #expect(run.status == 0)
    let records = try run.output.split(separator: "\n").map {
      try readJSON(SourceText(String($0))).get()
    }
    #expect(records.map { $0["id"]?.string } == (0..<60).map { "row\($0)" })
    #expect(records[7]["error"]?.string == "input")
    #expect(records[0]["verdict"]?.string == "True")
    #expect(records[1]["verdict"]?.string == "Uncertain")
    #expect(
      try ToolRun(["batch", "--deterministic", "-j", "2"], input: Self.rows(60)).output
        == run.output)
    let shards = try (0..<3).map {
      try ToolRun(["batch", "--deterministic", "--shard", "\($0)/3"], input: Self.rows(60)).output
    }
    let lines = { (text: String) in text.split(separator: "\n").sorted() }
    #expect(lines(shards.joined()) == lines(run.output))
  }

  /// Killed twenty times at random moments and started again, a run ends with the bytes of an
  /// undisturbed one.
  @Test func aKilledRunIsResumed() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "rows.jsonl").path
    try Self.rows(1_500).write(toFile: input, atomically: true, encoding: .utf8)
    let undisturbed = try ToolRun(["batch", input, "--deterministic"])
    #expect(undisturbed.output.split(separator: "\n").count == 1_500)
    let store = folder.appending(path: "store.sqlite").path
    let arguments = ["batch", input, "--deterministic", "--store", store, "--resume", "-j", "2"]
    var random = SeededGenerator(seed: 20)
    var interrupted = 0
    for _ in 0..<20 {
      let process = Process()
      process.executableURL = ToolRun.binary
      process.arguments = arguments + ["--output", folder.appending(path: "out").path]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double.random(in: 0.01...0.25, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { interrupted += 1 }
    }
    #expect(interrupted > 0)
    let resumed = try ToolRun(arguments)
    #expect(resumed.status == 0)
    #expect(resumed.output == undisturbed.output)
  }
}
