// An expression as NLTK reads it, and the text that it hands to Prover9.
//
// The way through text matters: a name of NLTK's is any run of characters that aren't operators, and
// Prover9 reads `A_>_B` or `a'` as an operator with operands. Connectives are written with brackets,
// `-(F)`, `(F & G)`, `all x F`; but inside arguments NLTK writes its own notation (`P(-A)`, and
// `P(all x.Q(x))` with a dot that ends the statement for Prover9).

/// An expression of NLTK's logic, without λ and ι.
indirect enum NLTKExpression {
  enum Connective: String {
    case and = "&"
    case or = "|"
    case implies = "->"
    case iff = "<->"
    case equal = "="
  }

  case name(String)
  /// A name applied to arguments: NLTK applies to one after the other, which is written alike.
  case application(String, [NLTKExpression])
  case not(NLTKExpression)
  case binary(Connective, NLTKExpression, NLTKExpression)
  /// The quantifier's word is `all` or `exists`.
  case quantified(String, variable: String, NLTKExpression)

  /// The text that Prover9 gets.
  var prover9Text: String {
    var text = ""
    writeProver9(to: &text)
    return text
  }

  private func writeProver9(to text: inout String) {
    switch self {
    case .name, .application: writeArgument(to: &text)
    case .not(let body):
      text += "-("
      body.writeProver9(to: &text)
      text += ")"
    case .binary(let connective, let left, let right):
      text += "("
      left.writeProver9(to: &text)
      text += " \(connective.rawValue) "
      right.writeProver9(to: &text)
      text += ")"
    case .quantified(let word, let variable, let body):
      text += "\(word) \(variable) "
      body.writeProver9(to: &text)
    }
  }

  /// NLTK's own notation, which for nested connectives and quantifiers differs in what Prover9 reads
  /// alike or not at all.
  private func writeArgument(to text: inout String) {
    switch self {
    case .name(let name): text += name
    case .application(let name, let arguments):
      text += name + "("
      for (index, argument) in arguments.enumerated() {
        if index > 0 { text += "," }
        argument.writeArgument(to: &text)
      }
      text += ")"
    case .not(let body):
      text += "-"
      body.writeArgument(to: &text)
    case .binary(let connective, let left, let right):
      text += "("
      left.writeArgument(to: &text)
      text += " \(connective.rawValue) "
      right.writeArgument(to: &text)
      text += ")"
    case .quantified(let word, let variable, let body):
      text += "\(word) \(variable)."
      body.writeArgument(to: &text)
    }
  }
}
