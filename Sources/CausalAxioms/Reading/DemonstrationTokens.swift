// Words and punctuation of a demonstration.
//
//   word  ::= bytes but blanks and  . ? , : { }
//
// Nothing else is known here: any word can be a node's name, `causes` included, so what a word means
// is told from its place.

import Diagnostics

/// A word or a punctuation mark.
struct DemonstrationToken: Sendable {
  var lower: Int32
  var upper: Int32
  /// The mark's byte; 0 for a word.
  var mark: UInt8

  var span: Span { Span(Int(lower), Int(upper)) }

  /// Cuts a text into tokens.
  static func scan(_ bytes: [UInt8], _ bounds: Range<Int>, into tokens: inout [Self]) {
    tokens.removeAll(keepingCapacity: true)
    var start = -1
    for at in bounds {
      let kind = classes[Int(bytes[at])]
      if kind == 0 {
        if start < 0 { start = at }
        continue
      }
      if start >= 0 {
        tokens.append(Self(lower: Int32(start), upper: Int32(at), mark: 0))
        start = -1
      }
      if kind == 2 {
        tokens.append(Self(lower: Int32(at), upper: Int32(at + 1), mark: bytes[at]))
      }
    }
    if start >= 0 {
      tokens.append(Self(lower: Int32(start), upper: Int32(bounds.upperBound), mark: 0))
    }
  }

  // 0 part of a word, 1 blank, 2 mark.
  private static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for blank in [0x20, 0x09, 0x0A, 0x0D] { table[blank] = 1 }
    for mark in ".?,:{}".utf8 { table[Int(mark)] = 2 }
    return table
  }()
}

/// Words of the grammar, as bytes.
enum GrammarWord {
  static let causes = Array("causes".utf8)
  static let does = Array("Does".utf8)
  static let cause = Array("cause".utf8)
  static let are = Array("Are".utf8)
  static let and = Array("and".utf8)
  static let separated = Array("d-separated".utf8)
  static let given = Array("given".utf8)
  static let premise = Array("Premise".utf8)
  static let question = Array("Question".utf8)

  private static let reserved = ["causes", "cause", "does", "are", "and", "given", "yes", "no"]
    .map { Array($0.utf8) }

  /// Whether a name is a word of the grammar or an answer, whatever its case: such a name can be
  /// taken for the word, by readers and by tokenizers of models.
  static func isReserved(_ bytes: [UInt8], _ span: Span) -> Bool {
    let length = span.upper - span.lower
    guard (2...11).contains(length) else { return false }
    for word in reserved where word.count == length {
      if (0..<length).allSatisfy({ bytes[span.lower + $0] | 0x20 == word[$0] }) { return true }
    }
    return false
  }
}
