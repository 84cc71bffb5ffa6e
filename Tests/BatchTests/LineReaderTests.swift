import Batch
import Foundation
import Testing

@Suite struct LineReaderTests {
  private func lines(of text: String) throws -> [String] {
    let pipe = Pipe()
    let data = Data(text.utf8)
    Thread.detachNewThread {
      pipe.fileHandleForWriting.write(data)
      try? pipe.fileHandleForWriting.close()
    }
    var reader = LineReader(
      descriptor: pipe.fileHandleForReading.fileDescriptor, closesDescriptor: false)
    var lines: [String] = []
    while let line = reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    #expect(reader.lineNumber == lines.count)
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("a\r\nb\r\n", ["a", "b"]),
    ("\n", [""]),
  ])
  func splits(_ text: String, _ expected: [String]) throws {
    #expect(try lines(of: text) == expected)
  }

  @Test func longLinesAndManyLines() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let many = (0..<20_000).map { "line \($0)" }
    #expect(
      try lines(of: ([long] + many + [long]).joined(separator: "\n")) == [long] + many + [long])
  }
}
