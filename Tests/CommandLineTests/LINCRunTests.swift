// `logic linc run` against a server that answers, fails, and counts.

import Diagnostics
import Foundation
import JSON
import Synchronization
import TestSupport
import Testing

@Suite struct LINCRunTests {
  let folder: URL
  let server: ModelServer

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "linc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = try ModelServer { question in
      ListingAnswers.passingFault(for: question) ?? ListingAnswers.texts(for: question)
    }
  }

  private func finish() {
    server.close()
    try? FileManager.default.removeItem(at: folder)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func rows(_ count: Int, file: String = "rows.jsonl") throws -> String {
    let rows = (0..<count).map { number in
      number % 10 == 7
        ? "{\"id\":\"r\(number)\",\"premises\":3}"
        : "{\"id\":\"r\(number)\",\"premises\":[\"A\(number) is b.\",\"All b are c.\"],"
          + "\"conclusion\":\"A\(number) is c.\",\"label\":\"True\"}"
    }
    try (rows.joined(separator: "\n") + "\n").write(
      toFile: path(file), atomically: true, encoding: .utf8)
    return path(file)
  }

  private func arguments(_ rows: String, _ address: String, _ more: [String]) -> [String] {
    ["linc", "run", rows, "--base-url", address, "--model", "test"] + more
  }

  /// No key of this machine's user reaches a test, and no proxy stands before the server.
  private static let environment = [
    "LOGIC_API_KEY": "", "OPENAI_API_KEY": "", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
  ]

  private func run(_ arguments: [String], key: String = "") throws -> ToolRun {
    try ToolRun(arguments, environment: Self.environment.merging(["LOGIC_API_KEY": key]) { $1 })
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  private func lines(of name: String) throws -> [JSONValue] {
    let text = String(decoding: try bytes(name), as: UTF8.self)
    return try text.split(separator: "\n").map { try readJSON(SourceText(String($0))).get() }
  }

  /// Two hundred requests at once, most of which fail once or twice: every row is accounted for, and
  /// offline the same bytes come from the cache.
  @Test func twoHundredRequestsAtOnce() throws {
    defer { finish() }
    let rows = try rows(50)
    let more = ["--seed", "1", "--samples", "5", "--cache", path("c"), "--deterministic"]
    let first = try run(
      arguments(rows, server.address, more + ["--concurrency", "200", "--output", path("a")]))
    #expect(first.status == 0, "\(first.errors)")
    let records = try lines(of: "a")
    #expect(records.map { $0["id"]?.string } == (0..<50).map { "r\($0)" })
    for (number, record) in records.enumerated() {
      let isFaulty = number % 10 == 7
      #expect(record["generations"]?.array?.count == (isFaulty ? 0 : 5))
      #expect((record["failures"] != nil) == isFaulty)
    }
    #expect(server.asked.count == 45 * 5)
    let asked = server.asked
    let offline = try run(
      arguments(rows, server.address, more + ["--offline", "--output", path("b")]))
    #expect(offline.output == first.output && offline.status == 0 && server.asked == asked)
    #expect(try bytes("a") == bytes("b"))
    #expect(first.output.contains("225 samples") && first.output.contains("50 rows"))
    let replayed = try ToolRun(["linc", "replay", path("a"), "--deterministic"])
    let table = { (text: String) in text.split(separator: "\n").dropFirst() }
    #expect(table(replayed.output) == table(first.output))
  }

  /// Killed at random moments and started again, a run writes what an undisturbed one does and asks
  /// for an answer twice only where it was killed before the answer could be kept.
  @Test func aKilledRunAsksOnlyForWhatIsMissing() throws {
    defer { finish() }
    let answers = Mutex<[String: Int]>([:])
    let counting = try ModelServer { question in
      Thread.sleep(forTimeInterval: 0.004)
      if question.repetition == 0, ListingAnswers.hash(question.body) % 5 == 0 {
        return .error(429, "too many requests", headers: ["Retry-After: 0"])
      }
      answers.withLock { $0[question.body, default: 0] += 1 }
      return ListingAnswers.texts(for: question)
    }
    let other = try ModelServer { ListingAnswers.texts(for: $0) }
    defer {
      counting.close()
      other.close()
    }
    let rows = try rows(40)
    let more = ["--seed", "1", "--samples", "4", "--concurrency", "4", "--deterministic"]
    let undisturbed = try run(
      arguments(rows, other.address, more + ["--cache", path("a"), "--output", path("x")]))
    #expect(undisturbed.status == 0)
    let resumed = arguments(
      rows, counting.address, more + ["--cache", path("b"), "--output", path("y")])
    var random = SeededGenerator(seed: 11)
    var killed = 0
    for _ in 0..<6 {
      let process = Process()
      process.executableURL = ToolRun.binary
      process.arguments = resumed
      process.environment = ProcessInfo.processInfo.environment.merging(Self.environment) { $1 }
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double.random(in: 0.05...0.4, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
    }
    let last = try run(resumed)
    #expect(last.output == undisturbed.output && last.status == 0)
    #expect(try bytes("x") == bytes("y"))
    let counts = answers.withLock { $0 }
    #expect(counts.count == 36 * 4)
    #expect(killed > 0 && counts.values.reduce(0, +) - counts.count <= killed * 4)
    let before = counting.asked
    #expect(try run(resumed).output == undisturbed.output && counting.asked == before)
  }

  @Test func faultsOfTheServerMarkRows() throws {
    defer { finish() }
    let key = "sk-0123456789abcdef"
    let refusing = try ModelServer { .error(401, "wrong key \($0.headers["authorization"] ?? "")") }
    defer { refusing.close() }
    let rows = try rows(3)
    let wrong = try run(
      arguments(rows, refusing.address, ["--cache", path("k"), "--output", path("w")]), key: key)
    #expect(wrong.status == 69)
    #expect(!(wrong.output + wrong.errors).contains(key) && wrong.errors.contains("[key]"))
    let codes = try lines(of: "w").compactMap { $0["failures"]?.array?.first?["code"]?.string }
    #expect(codes.count == 3 && Set(codes).isSubset(of: ["unauthorized", "not-asked"]))
    let keyless = try run(arguments(rows, refusing.address, ["--cache", path("k")]))
    #expect(keyless.status == 69 && keyless.errors.contains("LOGIC_API_KEY is not set"))
    refusing.close()
    let unreachable = try run(
      arguments(rows, refusing.address, ["--cache", path("k"), "--retries", "0"]), key: key)
    #expect(unreachable.status == 69 && unreachable.errors.contains("can't be reached"))
    #expect(unreachable.output.contains("3 rows, 0 samples"))
    let stored = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
      try Data(contentsOf: folder.appending(path: $0))
    }
    #expect(!stored.contains { $0.range(of: Data(key.utf8)) != nil })
  }

  @Test func usageAndFilesAreChecked() throws {
    defer { finish() }
    let rows = try rows(1)
    for more in [
      ["--base-url", "ftp://x"], ["--extra", "[1]"], ["--extra", "{\"stream\":true}"],
      ["--samples", "0"], ["--temperature", "9"], ["--concurrency", "0"], ["--grammar", "x"],
    ] {
      #expect(try run(arguments(rows, server.address, more)).status == 64, "\(more)")
    }
    #expect(try run(arguments(rows, server.address, []), key: "a b").status == 64)
    let cache = ["--cache", path("c")]
    #expect(try run(arguments(path("none"), server.address, cache)).status == 3)
    #expect(try run(arguments(rows, server.address, cache + ["--prompt", rows])).status == 3)
    #expect(try run(arguments(rows, server.address, ["--cache", folder.path])).status == 74)
    #expect(
      try run(arguments(rows, server.address, cache + ["--output", folder.path])).status == 74)
  }

  @Test func aPlainTextIsARow() throws {
    defer { finish() }
    try "%% question\n<PREMISES>\n{{premises}}\n</PREMISES>\n<CONCLUSION>\n{{conclusion}}\nOWN\n"
      .write(toFile: path("own.prompt"), atomically: true, encoding: .utf8)
    try "Ann is kind. Bob is big.\nIs Ann big?\n".write(
      toFile: path("story.txt"), atomically: true, encoding: .utf8)
    let run = try run(
      arguments(
        path("story.txt"), server.address,
        [
          "--cache", path("c"), "--samples", "2", "--prompt", path("own.prompt"), "--output",
          path("o"),
        ]))
    #expect(run.status == 0, "\(run.errors)")
    let record = try lines(of: "o")[0]
    #expect(record["premises"] == ["Ann is kind.", "Bob is big."])
    #expect(record["conclusion"] == "Is Ann big?" && record["generations"]?.array?.count == 2)
    #expect(server.asked.keys.allSatisfy { $0.contains("OWN") })
  }
}
