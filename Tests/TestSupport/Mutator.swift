// Breaks texts: the small accidents of editing and the large ones of transport.

/// Draws mutations of byte strings.
public struct Mutator {
  /// The source of randomness.
  public var random: SeededGenerator
  private let seeds: [[UInt8]]

  /// Pieces that mean something in one of the languages, alone or in the wrong place.
  private static let tokens: [[UInt8]] = [
    "(", ")", "((", "))", "[", "]", "{", "}", ",", ".", ":", ":::", ";", "#", "%", "/*", "*/", "'",
    "\"",
    "\\", "\\u2200", "∀", "∃", "¬", "∧", "∨", "⊕", "→", "↔", "⊢", "⊤", "⊥", "=", "!=", "<=>", "<~>",
    "=>",
    "->", "<-", "<->", "-", "--", "~", "&", "&&", "|", "||", "~|", "all x.", "exists y (", "all",
    "! [X] :",
    "? [X,Y] :", "fof(a,axiom,", "cnf(b,negated_conjecture,", "include('x.ax').", "$true", "$false",
    "$i",
    "formulas(goals).", "end_of_list.", "Premises:", "Rules:", "Query:", ">>>", "$x", "True",
    "therefore",
    "conclusion:", "\n", "\r\n", "\u{FEFF}", "\u{2028}", "é", "x", "f(x", "P(a)", "null",
    "{\"id\":", "1e999",
  ].map { Array($0.utf8) }

  /// Makes a mutator over texts to start from, at least one.
  public init(seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    random = SeededGenerator(seed: seed)
  }

  /// A text with one to six accidents; at most `limit` bytes before them.
  public mutating func next(limit: Int = 4_096) -> [UInt8] {
    var bytes = window(seeds.randomElement(using: &random)!, limit)
    for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, limit) }
    return bytes
  }

  private mutating func window(_ bytes: [UInt8], _ limit: Int) -> [UInt8] {
    guard bytes.count > limit else { return bytes }
    let start = Int.random(in: 0...bytes.count - limit, using: &random)
    return Array(bytes[start..<start + limit])
  }

  private mutating func range(_ bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<min(bytes.count, start + Int.random(in: 0...40, using: &random))
  }

  private mutating func mutate(_ bytes: inout [UInt8], _ limit: Int) {
    let place = range(bytes)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes.removeSubrange(place)
    case 1: bytes.insert(contentsOf: bytes[place], at: place.lowerBound)
    case 2, 3:
      bytes.insert(contentsOf: Self.tokens.randomElement(using: &random)!, at: place.lowerBound)
    case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place.lowerBound)
    case 5:
      if place.lowerBound < bytes.count {
        bytes[place.lowerBound] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case 6:
      let other = window(seeds.randomElement(using: &random)!, limit)
      bytes.replaceSubrange(place.lowerBound..., with: other[range(other)])
    case 7: bytes.removeSubrange(place.lowerBound...)
    default:
      let token = Self.tokens.randomElement(using: &random)!
      let count = Int.random(in: 1...200, using: &random)
      bytes.insert(
        contentsOf: Array(repeatElement(token, count: count).joined()), at: place.lowerBound)
    }
  }
}
