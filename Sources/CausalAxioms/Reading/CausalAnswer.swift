// The answer to a demonstration's question, with its witness.
//
// Witnesses are what a reader can check by hand: a path; the ancestors of Y, X not among them; an
// active path with what opens its colliders; the component of the moral graph that Y is not in. A
// Yes to d-separation is thus decided twice, by the search and by the moral graph.

import Diagnostics
import Graphs
import JSON

/// An answer, or why there is none.
public struct CausalAnswer: Sendable {
  /// Yes, No, or what was asked for; nil when the question can't be answered.
  public var answer: String?
  /// Every answer as good as this one, itself included, where several paths, sets or orders are.
  public var alternatives: [String] = []
  /// What shows the answer to be right.
  public var witness: JSONValue?
  /// What is wrong or odd about the text.
  public var diagnostics: [Diagnostic]

  /// Answers a text: a demonstration, or the description of a graph with a question about it.
  public init(to source: SourceText, _ templates: ReadingTemplates = .builtIn) {
    if let end = GraphDescription.end(in: source) {
      let bounds = end..<source.bytes.count
      self = GraphDialogue.answer(
        description: source, in: 0..<end, question: source, in: bounds)
    } else if let answer = CausalAnswer(statementsOf: source) {
      self = answer
    } else {
      self.init(demonstration: source, templates)
    }
  }

  /// Answers a question about a graph described in a text of its own.
  public init(to question: SourceText, about description: SourceText) {
    self = GraphDialogue.answer(
      description: description, in: 0..<description.bytes.count, question: question,
      in: 0..<question.bytes.count)
  }

  /// Makes an answer.
  public init(answer: String?, witness: JSONValue?, diagnostics: [Diagnostic]) {
    self.answer = answer
    self.witness = witness
    self.diagnostics = diagnostics
  }

  private init(demonstration source: SourceText, _ templates: ReadingTemplates) {
    var reader = DemonstrationReader(templates)
    reader.read(source.bytes)
    diagnostics = reader.flags.map { flag in
      var found = flag.diagnostic(in: source)
      if flag.code == .cyclicPremises, reader.question?.axiom == .separation {
        found.severity = .error
      }
      return found
    }
    guard let label = reader.label, let question = reader.question else { return }
    let names = reader.nodes.map { source.string($0) }
    answer = label.rawValue
    witness = Self.witness(reader.graph, question, label, names)
  }

  private static func witness(
    _ graph: DirectedGraph, _ question: CausalQuestion, _ label: Label, _ names: [String]
  ) -> JSONValue {
    let (x, y) = (question.x, question.y)
    func list(_ nodes: [Int]) -> JSONValue { .array(nodes.map { .string(names[$0]) }) }
    switch question.axiom {
    case .transitivity:
      guard let path = graph.shortestPath(from: x, to: y) else {
        return ["ancestors": list(graph.ancestors(of: [y]))]
      }
      return ["path": list(path)]
    case .separation:
      let path = graph.activePath(x, y, given: question.given)
      let argument = graph.separatingArgument(x, y, given: question.given)
      precondition(
        (path == nil) == (label == .yes) && (path == nil) == (argument != nil),
        "two methods disagree about d-separation")
      if let path {
        return [
          "active_path": .string(arrows(path.nodes, graph, names)),
          "opened": .array(path.openers.map(list)),
        ]
      }
      return [
        "ancestors": list(argument?.ancestors ?? []), "component": list(argument?.component ?? []),
      ]
    }
  }

  private static func arrows(_ nodes: [Int], _ graph: DirectedGraph, _ names: [String]) -> String {
    var text = names[nodes[0]]
    for (node, next) in zip(nodes, nodes.dropFirst()) {
      text += (graph.hasEdge(from: node, to: next) ? " -> " : " <- ") + names[next]
    }
    return text
  }
}

extension DemonstrationReader {
  /// The answer to what was read last; nil when it was not read whole, or d-separation is asked
  /// where it is not defined. A node causes itself by the path of no edges.
  public var label: Label? {
    guard isComplete, let question else { return nil }
    switch question.axiom {
    case .transitivity:
      return graph.hops(from: question.x, to: question.y) == nil ? .no : .yes
    case .separation:
      if question.x == question.y || has(.overlappingCondition) || has(.cyclicPremises) {
        return nil
      }
      return graph.areSeparated(question.x, question.y, given: question.given) ? .yes : .no
    }
  }
}
