// Which files a command works on: files as named, directories searched for known endings, `-` for
// standard input.

import Batch
import Diagnostics
import FirstOrderLogic
import Foundation

/// One input of a command.
enum Input: Sendable {
  case standardInput
  case file(String)
  /// Standard input, read already because its content tells what it is.
  case text(SourceText)

  var name: String {
    switch self {
    case .standardInput: "<stdin>"
    case .file(let path): path
    case .text(let source): source.name
    }
  }

  /// Endings of the files that a directory is searched for. TPTP axiom files (`.ax`) are no problems.
  static let problemEndings: Set<String> = ["fol", "nltk", "folio", "p", "tptp", "in", "jsonl"]

  /// The inputs that the arguments name; a directory's are in the order of their paths.
  static func collect(
    _ arguments: [String], endings: Set<String> = problemEndings
  ) -> [Input] {
    arguments.flatMap { path -> [Input] in
      if path == "-" { return [.standardInput] }
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
        isDirectory.boolValue
      else { return [.file(path)] }
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      let files = names.filter { endings.contains(($0 as NSString).pathExtension) }.sorted()
      // A directory without problems is a fault, reported when it is read as a file.
      return files.isEmpty
        ? [.file(path)] : files.map { .file((path as NSString).appendingPathComponent($0)) }
    }
  }

  /// Whether the input holds rows, one a line.
  func holdsRows(_ format: InputFormat?) -> Bool {
    if let format { return format == .rows }
    if case .text(let source) = self { return InputFormat.detected(in: source) == .rows }
    return name.hasSuffix(".jsonl")
  }

  /// The input with standard input read, so that its content can be looked at.
  func readingStandardInput() -> Input {
    guard case .standardInput = self, case .success(let source) = load() else { return self }
    return .text(source)
  }

  /// The lines of an input that holds rows; a fault when it can't be opened.
  func lines() -> Result<() -> RowLine?, SourceFault> {
    switch self {
    case .text(let source):
      var rest = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
      var number = 0
      return .success {
        guard let line = rest.popFirst() else { return nil }
        number += 1
        return RowLine(bytes: Array(line), number: number)
      }
    case .standardInput: return .success(Self.lines(STDIN_FILENO))
    case .file(let path): return GzipInput.open(path).map(Self.lines)
    }
  }

  private static func lines(_ descriptor: Int32) -> () -> RowLine? {
    let reader = LineReaderBox(descriptor)
    return { reader.next() }
  }

  /// The bytes, or why they can't be had.
  func load() -> Result<SourceText, SourceFault> {
    switch self {
    case .standardInput:
      .success(SourceText(name: name, bytes: Array(FileHandle.standardInput.readDataToEndOfFile())))
    case .file(let path): SourceText.load(path: path)
    case .text(let source): .success(source)
    }
  }
}

/// The verdict a file says it expects: `expected: VERDICT` in a comment among its first lines, as the
/// problems in `Corpora` have it.
func expectedVerdict(in source: SourceText) -> String? {
  let head = String(decoding: source.bytes.prefix(4_096), as: UTF8.self)
  for line in head.split(separator: "\n", omittingEmptySubsequences: true).prefix(30) {
    let text = line.drop { "#%/* ".contains($0) }
    guard line.first.map({ "#%/".contains($0) }) == true, text.hasPrefix("expected:") else {
      continue
    }
    return text.dropFirst("expected:".count).split(whereSeparator: \.isWhitespace).first
      .map(String.init)
  }
  return nil
}

// A closure can't own a value that isn't copyable.
private final class LineReaderBox {
  private var reader: LineReader

  init(_ descriptor: Int32) {
    reader = LineReader(descriptor: descriptor, closesDescriptor: descriptor != STDIN_FILENO)
  }

  func next() -> RowLine? {
    reader.next().map { RowLine(bytes: $0, number: reader.lineNumber) }
  }
}
