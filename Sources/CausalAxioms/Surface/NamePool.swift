// Names for nodes from a list: a user's file, one name a line, or a list that comes with the program.
//
// A name is one word to a reader, so it has no blank and no punctuation of the grammar, and it is no word of
// it. Names are kept in the order of their bytes, which is the order that sets are told in.

import Diagnostics

/// A list of names.
public struct NamePool: Sendable, Equatable {
  /// What the user calls it.
  public let name: String
  /// The names, sorted by their bytes, all different.
  let names: [[UInt8]]

  /// How many names.
  public var count: Int { names.count }

  /// The most bytes of a name.
  static let longestName = 64
  /// The most names of a list.
  static let maximumCount = 1 << 20

  /// Invented words of two and three syllables.
  public static let words = embedded("words", PackageResources.words_txt)

  /// X1 to X999.
  public static let variables = embedded(
    "variables", Array((1...999).map { "X\($0)\n" }.joined().utf8))

  private static func embedded(_ name: String, _ bytes: [UInt8]) -> NamePool {
    let (pool, diagnostics) = read(SourceText(name: name, bytes: bytes))
    guard let pool else { fatalError("the built-in names \(name) have a fault: \(diagnostics)") }
    return pool
  }

  /// Reads a file of one name a line; nil when a diagnostic says why not.
  public static func read(_ source: SourceText) -> (pool: NamePool?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var seen: Set<[UInt8]> = []
    var start = 0
    let bytes = source.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var upper = end
      if upper > start, bytes[upper - 1] == 0x0D { upper -= 1 }
      let span = Span(start, upper)
      start = end + 1
      guard upper > span.lower else { continue }
      let name = Array(bytes[span.lower..<upper])
      if let fault = fault(name) {
        diagnostics.append(
          Diagnostic(fault.0, .error, in: source, at: span, fault.1, hint: "one name a line"))
      } else if !seen.insert(name).inserted {
        diagnostics.append(
          Diagnostic(
            .duplicateName, .error, in: source, at: span, "the name stands twice",
            hint: "leave one out"))
      }
      if diagnostics.count >= 20 { break }
    }
    if diagnostics.isEmpty, seen.isEmpty || seen.count > maximumCount {
      diagnostics.append(
        Diagnostic(
          .emptyFile, .error, in: source, at: Span(0, 0),
          seen.isEmpty ? "there is no name" : "there are more than \(maximumCount) names",
          hint: "one name a line"))
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    let sorted = seen.sorted { $0.lexicographicallyPrecedes($1) }
    return (NamePool(name: source.name, names: sorted), [])
  }

  private static func fault(_ name: [UInt8]) -> (DiagnosticCode, String)? {
    guard name.count <= longestName else {
      return (.unexpectedCharacter, "a name has at most \(longestName) bytes")
    }
    guard String(validating: name, as: UTF8.self) != nil else {
      return (.invalidUTF8, "the name isn't UTF-8")
    }
    if name.contains(where: { $0 <= 0x20 || $0 == 0x7F || ".?,:{}\"\\".utf8.contains($0) }) {
      return (.unexpectedCharacter, "a name has no blank and none of . ? , : { } \" \\")
    }
    if GrammarWord.isReserved(name, Span(0, name.count)) {
      return (.grammarWordName, "the name is a word of the grammar, or an answer")
    }
    return nil
  }

  /// The first name that is a word of some template, whatever its case.
  func word(of templates: [SentenceTemplate]) -> String? {
    let words = Set(templates.flatMap(\.words).map(Self.folded))
    return names.first { words.contains(Self.folded($0)) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func folded(_ word: [UInt8]) -> [UInt8] {
    word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// How many first names of a row spell its number, and how many numbers they can spell: ordered
  /// choices without repetition, n(n - 1)...(n - k + 1), of the fewest names that give enough of them.
  func spelling(atMost most: Int, enough: Int) -> (names: Int, count: Int) {
    var count = 1
    var used = 0
    while used < most, count < enough {
      count *= names.count - used
      used += 1
    }
    return (used, count)
  }
}
