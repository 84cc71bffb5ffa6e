// Sentences of a text.
//
//   sentence ::= what ends with . ? or ! before a blank and no small letter, or with an empty line,
//                or with a line whose next begins with a capital
//
// A full stop behind one capital letter, or a known abbreviation, ends nothing.

import Diagnostics

/// A sentence's place, without its end, and how it ends.
struct SentenceSpan: Hashable, Sendable {
  var span: Span
  var isQuestion: Bool
  /// Whether an empty line, or the text's beginning, is before it.
  var beginsParagraph: Bool
}

/// Splits texts into sentences.
enum SentenceSplitter {
  /// The sentences between two places of a text.
  ///
  /// - Complexity: O(bytes).
  static func split(_ bytes: [UInt8], _ range: Span) -> [SentenceSpan] {
    var found: [SentenceSpan] = []
    var start = range.lower
    var at = range.lower
    var beginsParagraph = true
    func close(_ end: Int, isQuestion: Bool) {
      var (low, high) = (start, end)
      while low < high, isBlank(bytes[low]) { low += 1 }
      while high > low, isBlank(bytes[high - 1]) { high -= 1 }
      guard low < high else { return }
      found.append(
        SentenceSpan(
          span: Span(low, high), isQuestion: isQuestion, beginsParagraph: beginsParagraph))
      beginsParagraph = false
    }
    while at < range.upper {
      switch bytes[at] {
      case 0x2E where endsSentence(bytes, at, range), 0x3F, 0x21:
        close(at, isQuestion: bytes[at] == 0x3F)
        start = at + 1
      case 0x0A:
        let next = lineStart(bytes, at + 1, range)
        if next.isParagraph || next.isCapital {
          close(at, isQuestion: false)
          start = at + 1
        }
        if next.isParagraph { beginsParagraph = true }
      default: break
      }
      at += 1
    }
    close(range.upper, isQuestion: false)
    return found
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func lineStart(
    _ bytes: [UInt8], _ start: Int, _ range: Span
  ) -> (isParagraph: Bool, isCapital: Bool) {
    var at = start
    while at < range.upper, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    guard at < range.upper else { return (false, false) }
    return (bytes[at] == 0x0A, (0x41...0x5A).contains(bytes[at]))
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "prof", "jr", "sr", "vs", "e.g", "i.e", "etc", "u.s", "u.k",
    "no", "inc", "co", "corp", "ltd",
  ]

  private static func endsSentence(_ bytes: [UInt8], _ at: Int, _ range: Span) -> Bool {
    var next = at + 1
    guard next < range.upper else { return true }
    guard isBlank(bytes[next]) || bytes[next] == 0x22 else { return false }
    while next < range.upper, isBlank(bytes[next]) { next += 1 }
    guard next < range.upper else { return true }
    var start = at
    while start > range.lower, !isBlank(bytes[start - 1]) { start -= 1 }
    let isInitial = at - start == 1 && (0x41...0x5A).contains(bytes[start])
    let word = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    if isInitial || abbreviations.contains(word) { return false }
    return !(0x61...0x7A).contains(bytes[next])
  }
}
