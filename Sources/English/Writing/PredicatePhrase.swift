// How a predicate is said: a verb phrase whose subject is the first argument.
//
//   Student(x)       is a student           is not a student
//   LikesMusic(x)    likes music            does not like music
//   CanFly(x)        can fly                cannot fly
//   TallerThan(x,y)  is taller than y       is not taller than y
//   Created(x,y)     created y              did not create y
//   Season(x,y)      is in the relation "Season" to y
//
// The last form is right for every name: of `Season` alone nobody can tell which argument is whose.

/// A predicate's verb phrase.
struct PredicatePhrase: Hashable, Sendable {
  /// The verb, which carries the negation.
  enum Verb: Hashable, Sendable {
    /// is
    case copula
    /// can, must, will, ...
    case modal(String)
    /// A verb in the present tense with its base form.
    case present(String, base: String)
    /// A verb in the past tense with its base form.
    case past(String, base: String)
  }

  /// What follows the verb.
  enum Piece: Hashable, Sendable {
    case words(String)
    /// An argument, counted from 0; 0 is the subject and never a piece.
    case argument(Int)
  }

  var verb: Verb
  var pieces: [Piece]
  /// The noun of "is a noun".
  var noun: String?

  init(_ verb: Verb, _ pieces: [Piece], noun: String? = nil) {
    self.verb = verb
    self.pieces = pieces
    self.noun = noun
  }

  /// "is a noun".
  static func noun(_ noun: String) -> PredicatePhrase {
    PredicatePhrase(.copula, [.words(Inflection.indefinite(noun))], noun: noun)
  }

  /// The form that is right for every symbol with arguments.
  static func quoted(_ name: String, arity: Int) -> PredicatePhrase {
    if arity == 1 {
      return PredicatePhrase(
        .present("has", base: "have"), [.words("the property \(quotation(name))")])
    }
    var pieces = [Piece.words("in the relation \(quotation(name)) to")]
    for index in 1..<arity {
      if index > 1 { pieces.append(.words(index == arity - 1 ? "and" : ",")) }
      pieces.append(.argument(index))
    }
    return PredicatePhrase(.copula, pieces)
  }

  /// The phrase with its arguments put in.
  ///
  /// - Parameter arguments: texts of all arguments; the first one is not used.
  func text(_ isPositive: Bool, _ arguments: [String]) -> String {
    join(verbText(isPositive), arguments)
  }

  /// What follows "is", where the verb is that and there are no arguments besides the subject.
  var complement: String? {
    guard verb == .copula, pieces.allSatisfy({ if case .words = $0 { true } else { false } }) else {
      return nil
    }
    return String(join("", []).dropFirst())
  }

  private func join(_ verb: String, _ arguments: [String]) -> String {
    pieces.reduce(into: verb) { text, piece in
      switch piece {
      case .words(","): text += ","
      case .words(let words): text += " " + words
      case .argument(let index): text += " " + arguments[index]
      }
    }
  }

  private func verbText(_ isPositive: Bool) -> String {
    switch verb {
    case .copula: isPositive ? "is" : "is not"
    case .modal("can"): isPositive ? "can" : "cannot"
    case .modal(let modal): isPositive ? modal : modal + " not"
    case .present(let third, let base): isPositive ? third : "does not " + base
    case .past(let past, let base): isPositive ? past : "did not " + base
    }
  }

  /// A name in quotation marks.
  static func quotation(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\""
  }
}
