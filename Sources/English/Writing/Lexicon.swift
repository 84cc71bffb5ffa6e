// The phrase of every symbol of a problem, no two symbols sharing one.
//
// Phrases are chosen to read well; two symbols may then come to the same (`Student` and `IsStudent`),
// or one phrase may begin another (`Likes(x, music)`, `LikesMusic(x)`). The later symbol is then
// quoted, which its name alone decides. So what is said of a formula is said of no other one.

import FirstOrderLogic

/// How the symbols of a problem are said.
public struct Lexicon: Sendable {
  struct Symbol: Hashable, Sendable {
    var name: String
    var arity: Int
  }

  private var predicates: [Symbol: PredicatePhrase] = [:]
  private var functions: [Symbol: String] = [:]
  private var constants: [String: String] = [:]
  private var taken: Set<String> = []
  private let usage: UsageEvidence
  private let meanings: [Symbol: PredicateMeaning]

  /// Chooses phrases for all symbols of some formulas.
  ///
  /// - Parameters:
  ///   - formulas: all that will be said together.
  ///   - wording: the author's sentences and meanings, which help to choose.
  ///   - names: constants whose phrases are given, such as those that a proof introduces.
  /// - Complexity: O(size), and quadratic in the number of predicate symbols.
  public init(
    _ formulas: [Formula], wording: ProblemWording = ProblemWording(),
    names: [String: String] = [:]
  ) {
    usage = UsageEvidence(wording.sentences.sorted { $0.key < $1.key }.map(\.value))
    meanings = Dictionary(
      wording.meanings.map { (Symbol(name: $0.name, arity: $0.parameters.count), $0) },
      uniquingKeysWith: { first, _ in first })
    constants = names
    taken = Set(names.values)
    var found: [Symbol] = []
    for formula in formulas { formula.forEachAtom { collect($0, &found) } }
    separate(found)
  }

  // MARK: Phrases

  /// The phrase of a predicate with arguments.
  func phrase(_ name: String, arity: Int) -> PredicatePhrase {
    predicates[Symbol(name: name, arity: arity)] ?? .quoted(name, arity: arity)
  }

  /// What a constant is called.
  func constant(_ name: String) -> String { constants[name] ?? Self.quotedConstant(name) }

  /// "the father of", for a function symbol.
  func function(_ name: String, arity: Int) -> String {
    functions[Symbol(name: name, arity: arity)] ?? Self.quotedFunction(name)
  }

  /// A distinct object, always in quotation marks.
  func object(_ name: String) -> String { PredicatePhrase.quotation(name) }

  private static func quotedConstant(_ name: String) -> String {
    "the individual " + PredicatePhrase.quotation(name)
  }

  private static func quotedFunction(_ name: String) -> String {
    "the \(PredicatePhrase.quotation(name)) of"
  }

  // MARK: Choosing

  private mutating func collect(_ atom: Atom, _ found: inout [Symbol]) {
    if case .predicate(let name, let arguments) = atom, !arguments.isEmpty {
      let symbol = Symbol(name: name, arity: arguments.count)
      if predicates[symbol] == nil {
        found.append(symbol)
        predicates[symbol] = chosenPhrase(symbol)
      }
    }
    for argument in atom.arguments {
      argument.forEachSubterm { term in
        guard case .application(let name, let arguments) = term else { return }
        if arguments.isEmpty {
          if constants[name] == nil { constants[name] = chosenName(name) }
        } else {
          let symbol = Symbol(name: name, arity: arguments.count)
          if functions[symbol] == nil { functions[symbol] = chosenFunction(symbol) }
        }
      }
    }
  }

  private mutating func chosenPhrase(_ symbol: Symbol) -> PredicatePhrase {
    let said = meanings[symbol].flatMap { PredicatePhrase($0) }
    let named = PredicatePhrase(name: symbol.name, arity: symbol.arity, usage: usage)
    for phrase in [said, named].compactMap({ $0 }) {
      if taken.insert(Self.template(phrase, arity: symbol.arity)).inserted { return phrase }
    }
    return .quoted(symbol.name, arity: symbol.arity)
  }

  private mutating func chosenName(_ name: String) -> String {
    let words = SymbolWords(name).words
    let text = words.joined(separator: " ")
    let isNumber = !name.isEmpty && name.allSatisfy { $0.isWholeNumber || $0 == "." }
    let isPlain =
      !words.isEmpty && !words.contains { $0.count > 1 && Self.isReserved($0) }
    var candidate: String?
    if isNumber {
      candidate = name
    } else if isPlain {
      let last = words[words.count - 1]
      let isCommon = WordClasses.commonNouns.contains(last) && !usage.isName(last)
      let isSmall = name.first?.isLowercase == true
      let capitals = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      let title = capitals.joined(separator: " ")
      let isDefinite = usage.isDefinite(text)
      if isCommon, isSmall || isDefinite {
        candidate = "the " + text
      } else {
        candidate = isSmall && isDefinite ? "the " + title : title
      }
    }
    if let candidate, taken.insert(candidate).inserted { return candidate }
    return Self.quotedConstant(name)
  }

  private mutating func chosenFunction(_ symbol: Symbol) -> String {
    var words = SymbolWords(symbol.name).words
    if words.last == "of" { words.removeLast() }
    let isPlain =
      !words.isEmpty && words.allSatisfy { $0.count > 1 && !Self.isReserved($0) && $0 != "of" }
    let candidate = "the \(words.joined(separator: " ")) of"
    // One phrase for one number of arguments, so that a list of them ends where it must.
    if isPlain, taken.insert(candidate).inserted { return candidate }
    return symbol.arity == 1
      ? Self.quotedFunction(symbol.name) : Self.quotedFunction("\(symbol.name)/\(symbol.arity)")
  }

  private static func isReserved(_ word: String) -> Bool {
    WordClasses.reserved.contains(word.lowercased())
  }

  private static func template(_ phrase: PredicatePhrase, arity: Int) -> String {
    phrase.text(true, (0..<arity).map { _ in "\u{1}" })
  }

  // MARK: Keeping apart

  /// Quotes every predicate whose phrase is another's with an individual in it.
  private mutating func separate(_ found: [Symbol]) {
    let relations = found.filter { $0.arity == 2 }.compactMap { symbol -> String? in
      let text = Self.template(predicates[symbol]!, arity: 2)
      return text.hasSuffix(" \u{1}") ? String(text.dropLast()) : nil
    }
    if relations.isEmpty { return }
    let individuals = Set(constants.values)
    for symbol in found {
      let text = Self.template(predicates[symbol]!, arity: symbol.arity)
      let isBlurred = relations.contains { relation in
        guard text.hasPrefix(relation), !text.dropFirst(relation.count).hasPrefix("\u{1}") else {
          return false
        }
        let rest = text.dropFirst(relation.count).prefix { $0 != "\u{1}" }
        return individuals.contains { $0.hasPrefix(rest) }
      }
      if isBlurred { predicates[symbol] = .quoted(symbol.name, arity: symbol.arity) }
    }
  }
}
