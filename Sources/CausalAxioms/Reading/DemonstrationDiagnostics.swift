// Flags of the reader as diagnostics.

import Diagnostics

extension DemonstrationReader.Flag {
  /// The flag with its place in the text, what it means and what to do.
  public func diagnostic(in source: SourceText) -> Diagnostic {
    let text = source.string(span)
    return Diagnostic(code, in: source, at: span, message(text), hint: hint)
  }

  private func message(_ text: String) -> String {
    switch code {
    case .missingQuestion: "no question is asked"
    case .unreadSentence: "no sentence or question of the grammar"
    case .missingFullStop: "the sentence has no full stop or question mark"
    case .duplicateEdge: "the edge is stated before"
    case .cyclicPremises: "the premises are cyclic: this edge closes a cycle"
    case .grammarWordName: "the name \(text) is a word of the grammar, or an answer"
    case .unknownNode: "the premise does not mention \(text), which is read as an isolated node"
    case .sameNode: "the question asks about one node and itself"
    case .overlappingCondition: "a node asked about stands in the condition"
    default: fatalError("the reader of demonstrations raises no \(code.rawValue)")
    }
  }

  private var hint: String? {
    switch code {
    case .missingQuestion:
      "end with `Does X cause Y?`, or `Are X and Y d-separated given {A, B}?`"
    case .unreadSentence: "write `X causes Y.`, names without blanks"
    case .grammarWordName: "choose another name"
    case .cyclicPremises:
      "a name used for two nodes makes cycles; d-separation needs acyclic premises"
    case .overlappingCondition: "d-separation is defined for X, Y and disjoint conditions"
    default: nil
    }
  }
}
