// Reads formulas as NLTK 3.8.1 does, oddities included. Its behaviour was learnt by asking it.
//
// An expression is an operand and what follows it, as long as that binds more tightly than what
// stands before it. From the tightest:
//
//   not   application   = !=   quantifier   &   |   ->   <->
//
//   -x = A               is (-x) = A: the negation of a thing, which Prover9 takes for a function
//   all x.P(x) & Q(x)    is (all x.P(x)) & Q(x)
//   A -> B -> C          is (A -> B) -> C; every connective associates to the left
//   P(x)(y), (P(x))(y)   are P(x, y)
//   all x P(x)           binds x and P, whose body is (x): the dot may be missing, but then names go
//                        on being bound up to the first operator
//   exists x, y.P        is no formula, for the comma
//
// Variables are a lower-case letter with digits or none, and a capital letter likewise (for NLTK
// variables over functions, which may be applied); every other name is a constant, which no
// quantifier binds. `P(A = B)` and `P(A & B)` are no formulas, `P((A = B))` is one.
//
// λ and ι are read as faults: nothing that contains one gets through Prover9, but for λ-terms that
// NLTK can apply away, which no recorded text has.

struct NLTKParser {
  private enum Context: Int {
    case negation = 2
    case application
    case equality
    case quantifier
    case and
    case or
    case implies
    case iff
    case none
  }

  /// About where NLTK reaches its interpreter's limit of recursion, which is an Error as well.
  private static let maximumDepth = 200
  private static let connectives: [String: (Context, NLTKExpression.Connective)] = [
    "&": (.and, .and), "^": (.and, .and), "and": (.and, .and),
    "|": (.or, .or), "or": (.or, .or),
    "->": (.implies, .implies), "=>": (.implies, .implies), "implies": (.implies, .implies),
    "<->": (.iff, .iff), "<=>": (.iff, .iff), "iff": (.iff, .iff),
  ]
  private static let quantifiers = [
    "all": "all", "forall": "all", "exists": "exists", "exist": "exists", "some": "exists",
  ]
  private static let otherOperators: Set<String> = [
    "(", ")", ",", ".", "\\", "-", "!", "not", "=", "==", "!=", "iota",
  ]

  private let tokens: [String]
  private var index = 0
  private var depth = 0

  /// Reads a whole formula.
  static func parse(_ formula: String) throws(PublishedFault) -> NLTKExpression {
    var parser = NLTKParser(tokens: NLTKLexer.tokens(formula))
    let expression = try parser.expression(.none)
    guard parser.next == nil else { throw .nltkSyntax }
    return expression
  }

  private init(tokens: [String]) { self.tokens = tokens }

  private var next: String? { index < tokens.count ? tokens[index] : nil }

  private mutating func take(_ token: String) -> Bool {
    guard next == token else { return false }
    index += 1
    return true
  }

  private static func isOperator(_ token: String) -> Bool {
    connectives[token] != nil || quantifiers[token] != nil || otherOperators.contains(token)
  }

  private mutating func expression(_ context: Context) throws(PublishedFault) -> NLTKExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else { throw .nltkSyntax }
    var result = try operand()
    var joined = 0
    while let token = next {
      if let (level, connective) = Self.connectives[token], level.rawValue < context.rawValue {
        index += 1
        result = .binary(connective, result, try expression(level))
      } else if ["=", "==", "!="].contains(token), Context.equality.rawValue < context.rawValue {
        index += 1
        result = .binary(.equal, result, try expression(.equality))
        if token == "!=" { result = .not(result) }
      } else if token == "(", Context.application.rawValue <= context.rawValue {
        result = try applied(result)
      } else {
        break
      }
      joined += 1
      guard joined < Self.maximumDepth else { throw .nltkSyntax }
    }
    return result
  }

  private mutating func operand() throws(PublishedFault) -> NLTKExpression {
    guard let token = next else { throw .nltkSyntax }
    index += 1
    if let word = Self.quantifiers[token] { return try quantified(word) }
    switch token {
    case "-", "!", "not": return .not(try expression(.negation))
    case "(":
      let inner = try expression(.none)
      guard take(")") else { throw .nltkSyntax }
      return inner
    default:
      guard !Self.isOperator(token) else { throw .nltkSyntax }
      guard next == "(" else { return .name(token) }
      // A name takes its arguments whatever stands before it.
      return try applied(.name(token))
    }
  }

  private mutating func applied(
    _ function: NLTKExpression
  ) throws(PublishedFault) -> NLTKExpression {
    let name: String
    var arguments: [NLTKExpression] = []
    switch function {
    case .name(let constant) where !Self.isIndividualVariable(constant): name = constant
    case .application(let applied, let earlier): (name, arguments) = (applied, earlier)
    default: throw .nltkName
    }
    index += 1
    repeat { arguments.append(try expression(.application)) } while take(",")
    guard take(")") else { throw .nltkSyntax }
    return .application(name, arguments)
  }

  private mutating func quantified(_ word: String) throws(PublishedFault) -> NLTKExpression {
    var variables: [String] = []
    repeat {
      guard let token = next else { throw .nltkSyntax }
      guard Self.isVariable(token) else { throw .nltkName }
      variables.append(token)
      index += 1
    } while next.map { !Self.isOperator($0) } ?? false
    _ = take(".")
    guard depth + variables.count < Self.maximumDepth else { throw .nltkSyntax }
    return variables.reversed().reduce(try expression(.quantifier)) {
      .quantified(word, variable: $1, $0)
    }
  }

  private static func isVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isIndividualVariable(_ name: String) -> Bool {
    isVariable(name) && name.utf8.first! >= UInt8(ascii: "a")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
