// `logic check --fallback model`: only what the reader of English can't read is asked for.

import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct FallbackTests {
  static let story = """
    Tom is a cat. Being a cat would hardly be compatible with living forever, would it. \
    All mortal things sleep.

    Tom sleeps.

    """
  static let environment = ["LOGIC_API_KEY": "", "OPENAI_API_KEY": "", "no_proxy": "127.0.0.1"]

  private func check(_ story: String, _ server: ModelServer, _ more: [String] = []) throws
    -> ToolRun
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "story.txt")
    try story.write(to: file, atomically: true, encoding: .utf8)
    return try ToolRun(
      [
        "check", file.path, "--fallback", "model", "--model", "m", "--base-url", server.address,
        "--cache", folder.appending(path: "c").path, "--samples", "3", "--retries", "0",
      ] + more, environment: Self.environment)
  }

  @Test func oneSentenceIsAskedFor() throws {
    let server = try ModelServer { question in
      let isTold = question.prompt.contains("TEXT:\tTom is a cat.\nFOL:\tCat(tom)")
      return isTold
        ? .texts(["FOL:\tall x. (Cat(x) -> Mortal(x))", "no", "FOL:\tall x. (Cat(x) -> Mortal(x))"])
        : .error(400, "not told what is known")
    }
    defer { server.close() }
    let run = try check(Self.story, server, ["--json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("2 of 3 samples say True"))
    let record = try readJSON(SourceText(run.output)).get()
    #expect(record["verdict"] == "True" && record["certificate_status"] == "accepted")
    let codes = record["diagnostics"]?.array?.compactMap { $0["code"]?.string }
    #expect(codes == ["unread-sentence"])
    #expect(try check(Self.story, server, ["--explain"]).output.contains("Tom is mortal"))
  }

  /// A story that is read needs no model, and one that no model helps with stays at fault.
  @Test func otherStoriesAreAsWithoutAModel() throws {
    let server = try ModelServer { _ in .texts(["no", "no", "no"]) }
    defer { server.close() }
    let read = try check("Tom is a cat. All cats sleep.\n\nTom sleeps.\n", server)
    #expect(read.status == 0 && read.output.hasPrefix("True") && server.asked.isEmpty)
    let unread = try check(Self.story, server)
    #expect(unread.status == 3 && unread.errors.contains("[unread-sentence]"))
    server.close()
    let alone = try check(Self.story, server)
    #expect(alone.status == 3 && alone.errors.contains("[unreachable]"))
  }
}
