// A sentence with places for names, as data.
//
//   template ::= { text | "{X}" | "{Y}" | "{Z}" }
//
// X is the cause and Y the effect, whichever stands first; Z is a list of names with commas between.
// Anything else in braces is text, so "given {{Z}}" puts braces around the list. A place stands between
// blanks and punctuation, for a name is read as one word; the one full stop or question mark is the last
// character, so that no template is the beginning of another.

import Diagnostics

/// A sentence or a question with places for names.
public struct SentenceTemplate: Sendable, Hashable {
  /// A place for a name, or for a list of names.
  enum Slot: UInt8, Sendable {
    case x, y, z
  }

  /// What a reader meets, one after the other.
  enum Token: Sendable, Hashable {
    case word([UInt8])
    case mark(UInt8)
    case slot(Slot)
  }

  /// What the template is for: which places it has to have.
  enum Use: Sendable, Hashable {
    case edge, introduction, aside, pathQuestion, separationQuestion, conditionalQuestion

    var slots: [Slot] {
      switch self {
      case .introduction: [.x]
      case .conditionalQuestion: [.x, .y, .z]
      default: [.x, .y]
      }
    }

    var isQuestion: Bool {
      switch self {
      case .edge, .introduction, .aside: false
      default: true
      }
    }
  }

  /// Why a text is no template.
  struct Fault: Error {
    var span: Span
    var message: String
    var hint: String
  }

  /// The text before each place and after the last: one more than there are slots.
  private(set) var texts: [[UInt8]] = [[]]
  /// The places in the order of the text.
  private(set) var slots: [Slot] = []
  /// The same as words, marks and places.
  private(set) var tokens: [Token] = []
  /// What it is for.
  let use: Use

  /// Whether the effect is named before the cause.
  var isReversed: Bool { slots.first == .y }

  /// Takes a text apart and checks it.
  init(_ bytes: [UInt8], use: Use) throws(Fault) {
    self.use = use
    var at = 0
    while at < bytes.count {
      if let slot = Self.slot(bytes, at) {
        slots.append(slot)
        texts.append([])
        at += 3
      } else {
        texts[texts.count - 1].append(bytes[at])
        at += 1
      }
    }
    try checkCharacters(bytes)
    try checkSlots(bytes)
    tokenize()
  }

  private static func slot(_ bytes: [UInt8], _ at: Int) -> Slot? {
    guard at + 2 < bytes.count, bytes[at] == UInt8(ascii: "{"), bytes[at + 2] == UInt8(ascii: "}")
    else { return nil }
    switch bytes[at + 1] {
    case UInt8(ascii: "X"): return .x
    case UInt8(ascii: "Y"): return .y
    case UInt8(ascii: "Z"): return .z
    default: return nil
    }
  }

  private func checkCharacters(_ bytes: [UInt8]) throws(Fault) {
    let end = UInt8(ascii: use.isQuestion ? "?" : ".")
    guard bytes.last == end, bytes.first != 0x20 else {
      throw Fault(
        span: Span(max(0, bytes.count - 1), bytes.count),
        message: use.isQuestion
          ? "a question ends with a question mark" : "a sentence ends with a full stop",
        hint: "no blank before it begins, none after it ends")
    }
    for (at, byte) in bytes.dropLast().enumerated() where Self.isForbidden(byte) {
      throw Fault(
        span: Span(at, at + 1), message: "this character can't stand within a template",
        hint: "one full stop or question mark, at the end; no colon, quotation mark, backslash, tab"
      )
    }
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || ".?:\"\\".utf8.contains(byte)
  }

  private func checkSlots(_ bytes: [UInt8]) throws(Fault) {
    let whole = Span(0, bytes.count)
    guard slots.sorted(by: { $0.rawValue < $1.rawValue }) == use.slots else {
      let wanted = use.slots.map { "{\($0)}".uppercased() }.joined(separator: ", ")
      throw Fault(
        span: whole, message: "the template must have \(wanted), each once, and no other place",
        hint: "{X} is the cause, {Y} the effect, {Z} the list of what is given")
    }
    for (place, slot) in slots.enumerated() {
      let before = texts[place].last
      let after = texts[place + 1].first
      let isAlone = (before.map(Self.isBreak) ?? (place == 0)) && (after.map(Self.isBreak) ?? false)
      let isInList = slot == .z && (before == UInt8(ascii: ",") || after == UInt8(ascii: ","))
      guard isAlone, !isInList else {
        throw Fault(
          span: whole, message: "a place for a name must stand by itself",
          hint: "put blanks or punctuation around it, and no comma beside {Z}")
      }
    }
  }

  private static func isBreak(_ byte: UInt8) -> Bool { " .?,{}".utf8.contains(byte) }

  private mutating func tokenize() {
    var found: [DemonstrationToken] = []
    for place in texts.indices {
      let text = texts[place]
      DemonstrationToken.scan(text, 0..<text.count, into: &found)
      tokens += found.map { token in
        token.mark == 0
          ? .word(Array(text[Int(token.lower)..<Int(token.upper)])) : .mark(token.mark)
      }
      if place < slots.count { tokens.append(.slot(slots[place])) }
    }
  }

  /// Its words, which are no names.
  var words: [[UInt8]] {
    tokens.compactMap { token in
      if case .word(let word) = token { word } else { nil }
    }
  }

  /// Whether some text can be read by both, names being no words of either but of one letter.
  func canMeet(_ other: SentenceTemplate) -> Bool {
    spellings.contains { mine in
      other.spellings.contains { theirs in
        mine.count == theirs.count
          && zip(mine, theirs).allSatisfy { first, second in
            first == second || first.canBeName && second.canBeName
          }
      }
    }
  }

  /// Whether what can be read by both says the same.
  func agrees(with other: SentenceTemplate) -> Bool {
    guard use == other.use else { return false }
    switch use {
    case .edge, .pathQuestion: return slots == other.slots
    case .introduction, .aside, .separationQuestion: return true
    // X and Y may change places, and nothing else.
    case .conditionalQuestion:
      return slots.firstIndex(of: .z) == other.slots.firstIndex(of: .z)
    }
  }

  // A list as one name, two, and so on up to more than there are commas in a template.
  private var spellings: [[Token]] {
    guard let list = tokens.firstIndex(of: .slot(.z)) else { return [tokens] }
    return (0..<8).map { more in
      var spelled = tokens
      for _ in 0..<more {
        spelled.insert(contentsOf: [.mark(UInt8(ascii: ",")), .slot(.z)], at: list + 1)
      }
      return spelled
    }
  }
}

extension SentenceTemplate.Token {
  /// Whether a name can stand here: where there is a place for one, and at a word of one letter, since
  /// not all names of one letter that are words can be avoided.
  var canBeName: Bool {
    switch self {
    case .slot: true
    case .word(let word): word.count == 1
    case .mark: false
    }
  }
}
