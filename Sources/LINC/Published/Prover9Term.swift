// Reads a statement as Prover9 (LADR) does: first as a term of symbols, whatever they mean.
//
//   symbols   letters, digits, `$` and `_`; "..."; an operator; one of + - * / \ ^ < > = ` ~ ? @ & | ! # ' ;
//   lists     [a,b]   [a:b]   []
//
//   precedence   # 810   <-> -> <- 800   | 790   & 780   all exists 750
//                = != == < <= > >= @< @> 700   + * @ / \ ^ v 500   - 350   ' 300
//
// `|`, `&` and `#` associate to the right, the other infix symbols not at all. A symbol with `(` right
// after it is applied, unless it is infix and has an operand before it. A symbol on its own is a
// constant, even an operator, and so is an infix symbol where an operand is needed. Everything else
// is a fatal error: `{`, `.` within a statement, a character outside ASCII, `!` before an operand.
//
// Source: the manual of Prover9 (McCune 2005-2010, "Clauses and Formulas") and the program's answers.

/// A symbol applied to terms; `all` and `exists` with a variable and a body bind.
struct Prover9Term {
  var symbol: String
  var arguments: [Prover9Term] = []
}

struct Prover9Reader {
  private struct Item {
    var term: Prover9Term
    /// Whether it is a bare symbol, which may be an operator.
    var isSymbol: Bool
    var isOperand: Bool { !isSymbol || (infix[term.symbol] == nil && term.symbol != "-") }
  }

  private struct Infix {
    var precedence: Int
    var isRightAssociative = false
  }

  private static let infix: [String: Infix] = {
    var table = [
      "#": Infix(precedence: 810, isRightAssociative: true),
      "|": Infix(precedence: 790, isRightAssociative: true),
      "&": Infix(precedence: 780, isRightAssociative: true),
    ]
    for symbol in ["<->", "->", "<-"] { table[symbol] = Infix(precedence: 800) }
    for symbol in ["=", "!=", "==", "<", "<=", ">", ">=", "@<", "@>"] {
      table[symbol] = Infix(precedence: 700)
    }
    for symbol in ["+", "*", "@", "/", "\\", "^", "v"] { table[symbol] = Infix(precedence: 500) }
    return table
  }()
  private static let quantifierPrecedence = 750
  private static let negationPrecedence = 350
  private static let primePrecedence = 300
  private static let anyPrecedence = 999
  /// NLTK writes brackets around every connective, so that only odd names make longer sequences.
  private static let longestSequence = 64
  private static let maximumDepth = 1_000
  private static let special = Set("+-*/\\^<>=`~?@&|!#';".utf8)
  private static let longOperators = infix.keys.filter { $0.utf8.count > 1 }
    .sorted { $0.utf8.count > $1.utf8.count }.map { Array($0.utf8) }

  private let text: [UInt8]
  private var index = 0
  private var depth = 0

  /// Reads one statement without its final dot.
  static func read(_ statement: String) throws(PublishedFault) -> Prover9Term {
    var reader = Prover9Reader(text: Array(statement.utf8))
    let term = try reader.sequence()
    guard reader.index == reader.text.count else { throw .prover9Syntax }
    return term
  }

  private init(text: [UInt8]) { self.text = text }

  private var next: UInt8? { index < text.count ? text[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  private mutating func expect(_ byte: Character) throws(PublishedFault) {
    skipBlanks()
    guard next == byte.asciiValue else { throw .prover9Syntax }
    index += 1
  }

  /// Operands and operators up to a comma, a colon, a closing bracket or the end.
  private mutating func sequence() throws(PublishedFault) -> Prover9Term {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else { throw .prover9Syntax }
    var items: [Item] = []
    while true {
      skipBlanks()
      guard let byte = next, !",:)]".utf8.contains(byte) else { break }
      items.append(try item(byte, after: items.last))
      guard items.count <= Self.longestSequence else { throw .prover9Syntax }
    }
    guard let term = Self.construct(items[...], within: Self.anyPrecedence) else {
      throw .prover9Syntax
    }
    return term
  }

  private mutating func item(
    _ byte: UInt8, after previous: Item?
  ) throws(PublishedFault) -> Item {
    switch byte {
    case UInt8(ascii: "("):
      index += 1
      let term = try sequence()
      try expect(")")
      return Item(term: term, isSymbol: false)
    case UInt8(ascii: "["):
      index += 1
      return Item(term: try list(), isSymbol: false)
    default:
      let symbol = try symbol(byte)
      let isInfix = Self.infix[symbol] != nil && previous?.isOperand ?? false
      guard next == UInt8(ascii: "("), !isInfix else {
        return Item(term: Prover9Term(symbol: symbol), isSymbol: true)
      }
      index += 1
      let arguments = try terms()
      try expect(")")
      return Item(term: Prover9Term(symbol: symbol, arguments: arguments), isSymbol: false)
    }
  }

  private mutating func terms() throws(PublishedFault) -> [Prover9Term] {
    var terms = [try sequence()]
    while next == UInt8(ascii: ",") {
      index += 1
      terms.append(try sequence())
    }
    return terms
  }

  private mutating func list() throws(PublishedFault) -> Prover9Term {
    skipBlanks()
    if next == UInt8(ascii: "]") {
      index += 1
      return Prover9Term(symbol: "$nil")
    }
    let elements = try terms()
    // Every element is one level of the term.
    guard depth + elements.count < Self.maximumDepth else { throw .prover9Syntax }
    var rest = Prover9Term(symbol: "$nil")
    if next == UInt8(ascii: ":") {
      index += 1
      rest = try sequence()
    }
    try expect("]")
    return elements.reversed().reduce(rest) { Prover9Term(symbol: "$cons", arguments: [$1, $0]) }
  }

  private mutating func symbol(_ first: UInt8) throws(PublishedFault) -> String {
    let start = index
    if first == UInt8(ascii: "\"") {
      guard let end = text[(index + 1)...].firstIndex(of: first) else { throw .prover9Syntax }
      index = end + 1
    } else {
      while let byte = next, Self.isOrdinary(byte) { index += 1 }
      if index == start, Self.special.contains(first) {
        index += Self.longOperators.first { text[start...].starts(with: $0) }?.count ?? 1
      }
      guard index > start else { throw .prover9Syntax }
    }
    return String(decoding: text[start..<index], as: UTF8.self)
  }

  private static func isOrdinary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The term that a sequence makes with an operator of the loosest kind that it can be made with.
  private static func construct(_ items: ArraySlice<Item>, within limit: Int) -> Prover9Term? {
    guard let first = items.first, let last = items.last else { return nil }
    if items.count == 1 {
      let isUnary = first.isSymbol && ["-", "'"].contains(first.term.symbol)
      return isUnary && limit < anyPrecedence ? nil : first.term
    }
    for place in items.indices.dropFirst().dropLast() where items[place].isSymbol {
      let symbol = items[place].term.symbol
      guard let infix = infix[symbol], infix.precedence <= limit,
        infix.precedence > quantifierPrecedence
      else { continue }
      if let term = join(items, at: place, infix) { return term }
    }
    if first.isSymbol, ["all", "exists"].contains(first.term.symbol), items.count >= 3,
      quantifierPrecedence <= limit, items[items.startIndex + 1].isSymbol,
      let body = construct(items.dropFirst(2), within: quantifierPrecedence)
    {
      let variable = items[items.startIndex + 1].term
      return Prover9Term(symbol: first.term.symbol, arguments: [variable, body])
    }
    for place in items.indices.dropFirst().dropLast() where items[place].isSymbol {
      let symbol = items[place].term.symbol
      guard let infix = infix[symbol], infix.precedence <= limit,
        infix.precedence < quantifierPrecedence
      else { continue }
      if let term = join(items, at: place, infix) { return term }
    }
    if first.isSymbol, first.term.symbol == "-", negationPrecedence <= limit,
      let body = construct(items.dropFirst(), within: negationPrecedence)
    {
      return Prover9Term(symbol: "-", arguments: [body])
    }
    if last.isSymbol, last.term.symbol == "'", primePrecedence <= limit,
      let body = construct(items.dropLast(), within: primePrecedence)
    {
      return Prover9Term(symbol: "'", arguments: [body])
    }
    return nil
  }

  private static func join(
    _ items: ArraySlice<Item>, at place: Int, _ infix: Infix
  ) -> Prover9Term? {
    let right = infix.isRightAssociative ? infix.precedence : infix.precedence - 1
    guard let left = construct(items[..<place], within: infix.precedence - 1),
      let rest = construct(items[(place + 1)...], within: right)
    else { return nil }
    return Prover9Term(symbol: items[place].term.symbol, arguments: [left, rest])
  }
}
