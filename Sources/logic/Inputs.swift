// Which files a command works on: files as named, directories searched for known endings, `-` for
// standard input.

import Diagnostics
import FirstOrderLogic
import Foundation

/// One input of a command.
enum Input: Sendable {
  case standardInput
  case file(String)

  var name: String {
    switch self {
    case .standardInput: "<stdin>"
    case .file(let path): path
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
    return name.hasSuffix(".jsonl")
  }

  /// The bytes, or why they can't be had.
  func load() -> Result<SourceText, SourceFault> {
    switch self {
    case .standardInput:
      .success(SourceText(name: name, bytes: Array(FileHandle.standardInput.readDataToEndOfFile())))
    case .file(let path): SourceText.load(path: path)
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
