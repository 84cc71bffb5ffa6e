// The `Predicates:` section of a Logic-LM program.
//
//   declaration ::= name ["(" parameter ("," parameter)* ")"]     a last parameter `bool` stands for
//                                                                 the truth value
//
// Declarations are for the language model to plan with and no formula depends on them. A use with
// another number of arguments is reported as a warning where all uses agree among themselves; where
// they don't, the arity clash of the uses says it already.

import Diagnostics

/// What a program declared.
struct PredicateDeclarations: Sendable {
  /// One declared predicate.
  struct Declaration: Sendable {
    var name: String
    /// The parameters without the truth value.
    var parameters: [String]
    /// Number of arguments without the truth value.
    var arity: Int { parameters.count }
    /// Whether the last parameter is `bool`.
    var hasTruthValue: Bool
  }

  private var declared: [String: Declaration] = [:]

  /// What was declared of this name.
  subscript(_ name: String) -> Declaration? { declared[name] }

  /// Reads a declaration; nil when the text is none. Of two for one name the first counts.
  mutating func declare(_ source: SourceText, _ span: Span) -> Declaration? {
    let bytes = source.bytes[span.lower..<span.upper]
    let open = bytes.firstIndex(of: UInt8(ascii: "(")) ?? span.upper
    let name = source.trimmed(Span(span.lower, open))
    guard name.lower < name.upper, !source.bytes[name.lower..<name.upper].contains(0x20) else {
      return nil
    }
    var parameters: [String] = []
    if open < span.upper {
      guard bytes.last == UInt8(ascii: ")") else { return nil }
      parameters = bytes[(open + 1)..<(span.upper - 1)]
        .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true)
        .map { source.string(source.trimmed(Span($0.startIndex, $0.endIndex))) }
    }
    let hasTruthValue = parameters.last?.lowercased() == "bool"
    if hasTruthValue { parameters.removeLast() }
    let declaration = Declaration(
      name: source.string(name), parameters: parameters, hasTruthValue: hasTruthValue)
    if declared[declaration.name] == nil { declared[declaration.name] = declaration }
    return declaration
  }

  /// Reports predicates that are always used with another arity than declared.
  func check(_ session: inout ReadingSession) {
    var arities: [String: Set<Int>] = [:]
    for use in session.uses where use.role == .predicate {
      arities[use.name, default: []].insert(use.arity)
    }
    var reported: Set<String> = []
    for use in session.uses where use.role == .predicate {
      guard let declaration = declared[use.name], declaration.arity != use.arity,
        arities[use.name]?.count == 1, reported.insert(use.name).inserted
      else { continue }
      session.report(
        .arityClash, .warning, source: use.source, at: use.span,
        "`\(use.name)` was declared with \(declaration.arity) but has \(use.arity) arguments here")
    }
  }
}
