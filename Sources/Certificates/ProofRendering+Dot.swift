// A refutation as a graph for Graphviz: a node a step, an edge from each parent.

import FirstOrderLogic

extension ProofRendering {
  /// The refutation in the `dot` language; a graph without nodes when there is none.
  public static func dot(_ certificate: Certificate) -> String {
    var text = "digraph refutation {\n  node [shape=box, fontname=\"monospace\"];\n"
    for step in certificate.refutation?.neededSteps ?? [] {
      let statement =
        switch step.content {
        case .formula(let formula): TPTPNotation.text(formula)
        case .clause(let literals): TPTPNotation.text(literals)
        }
      let isInput = step.rule.parents.isEmpty
      let title = if case .premise(let name) = step.rule { name } else { step.rule.name }
      text += "  s\(step.id) [label=\"\(step.id). \(escaped(statement))\\n\(escaped(title))\""
      text += isInput ? ", style=filled, fillcolor=lightgrey];\n" : "];\n"
      for parent in step.rule.parents { text += "  s\(parent) -> s\(step.id);\n" }
    }
    return text + "}\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") {
      if $1 == "\"" || $1 == "\\" { $0 += "\\" }
      $0 += $1.isNewline ? " " : String($1)
    }
  }
}
