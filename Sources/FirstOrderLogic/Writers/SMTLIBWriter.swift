// Writes a problem for SMT solvers (Barrett, Fontaine and Tinelli, The SMT-LIB Standard 2.6).
//
// One sort U; every premise is named, so that a solver can give an unsatisfiable core; the conclusion
// is asserted negated: `unsat` means that it follows. Symbols stand between `|` unless they are plain
// words that SMT-LIB doesn't reserve. U is never empty, as our domains aren't.

enum SMTLIBWriter {
  private static let rules = NameRules(
    isSymbol: { name, _, _ in isWritable(name) }, isVariable: { isWritable($0) })

  static func text(_ problem: Problem) -> String {
    var naming = SymbolNaming(problem.statements.map(\.formula), rules: rules)
    var text = "(set-option :produce-unsat-cores true)\n(set-logic UF)\n(declare-sort U 0)\n"
    for symbol in naming.symbols {
      let arguments = [String](repeating: "U", count: symbol.arity).joined(separator: " ")
      let sort = symbol.isPredicate ? "Bool" : "U"
      text += "(declare-fun \(quoted(naming.name(of: symbol))) (\(arguments)) \(sort))\n"
    }
    let objects = naming.objects.map { quoted(naming.name(ofObject: $0)) }
    for object in objects { text += "(declare-fun \(object) () U)\n" }
    if objects.count > 1 { text += "(assert (distinct \(objects.joined(separator: " "))))\n" }
    for premise in problem.premises {
      let formula = naming.renamed(premise.formula)
      let name = naming.freshName(premise.name, isWritable)
      text += "(assert (! \(Self.text(formula)) :named \(quoted(name))))\n"
    }
    if let conclusion = problem.conclusion {
      let formula = naming.renamed(conclusion.formula)
      let name = naming.freshName("negated_\(conclusion.name)", isWritable)
      text += "(assert (! (not \(Self.text(formula))) :named \(quoted(name))))\n"
    }
    return text + "(check-sat)\n"
  }

  private static func isWritable(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && $0 != "|" && $0 != "\\"
    } && !predefined.contains(name)
  }

  /// Names that no declaration takes: Z3 refuses the reserved words even between bars.
  private static let predefined: Set<String> = [
    "", "U", "Bool", "true", "false", "not", "and", "or", "xor", "=>", "=", "distinct", "ite",
    "let",
    "forall", "exists", "match", "par", "as", "_", "!", "assert", "push", "pop", "exit", "echo",
    "reset", "BINARY", "DECIMAL", "HEXADECIMAL", "NUMERAL", "STRING",
  ]

  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy(\.isWordByte) && name.utf8.first?.isDigit == false
    return isPlain ? name : "|\(name)|"
  }

  private static func text(_ formula: Formula) -> String {
    var text = ""
    append(formula, to: &text)
    return text
  }

  private static func append(_ formula: Formula, to text: inout String) {
    switch formula {
    case .constant(let truth): text += truth ? "true" : "false"
    case .atom(.predicate(let name, let arguments)): append(name, arguments, to: &text)
    case .atom(.equality(let left, let right)):
      text += "(= "
      append(left, to: &text)
      text += " "
      append(right, to: &text)
      text += ")"
    case .quantified(let quantifier, let name, let body):
      text += quantifier == .forAll ? "(forall ((" : "(exists (("
      text += "\(quoted(name)) U)) "
      append(body, to: &text)
      text += ")"
    case .and(let parts) where parts.isEmpty: text += "true"
    case .or(let parts) where parts.isEmpty: text += "false"
    case .not, .and, .or, .xor, .implies, .iff:
      text += "(\(connective(formula))"
      for part in formula.children {
        text += " "
        append(part, to: &text)
      }
      text += ")"
    }
  }

  private static func connective(_ formula: Formula) -> String {
    switch formula {
    case .not: "not"
    case .and: "and"
    case .or: "or"
    case .xor: "xor"
    case .implies: "=>"
    default: "="
    }
  }

  private static func append(_ term: Term, to text: inout String) {
    switch term {
    case .variable(let name): text += quoted(name)
    case .distinct(let object): text += quoted(object)
    case .application(let name, let arguments): append(name, arguments, to: &text)
    }
  }

  private static func append(_ name: String, _ arguments: [Term], to text: inout String) {
    if arguments.isEmpty {
      text += quoted(name)
      return
    }
    text += "(\(quoted(name))"
    for argument in arguments {
      text += " "
      append(argument, to: &text)
    }
    text += ")"
  }
}
