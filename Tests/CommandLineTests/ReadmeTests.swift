// Every console example of the README is run, and must print what the README says.

import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  struct Example: CustomTestStringConvertible {
    var command: String
    var output: String
    var testDescription: String { command }
  }

  /// The `$ ...` lines of console blocks with the lines after each; commands of `Scripts/`, which
  /// install and build, are not run again here.
  static let examples: [Example] = {
    let url = TestData.package.appending(path: "README.md")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var examples: [Example] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), output: ""))
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples.filter { !$0.command.hasPrefix("./Scripts") }
  }()

  @Test func thereAreExamples() { #expect(Self.examples.count >= 8) }

  @Test(arguments: examples)
  func printsWhatItSays(_ example: Example) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", example.command + " 2>&1"]
    process.currentDirectoryURL = TestData.package
    var environment = ProcessInfo.processInfo.environment
    let folder = ToolRun.binary.deletingLastPathComponent().path
    environment["PATH"] = folder + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: output, as: UTF8.self) == example.output)
  }
}
