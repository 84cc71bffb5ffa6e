// Reads the description of a graph in the manner of CLEAR (Chen et al. 2024).
//
//   description ::= "Given" article kind [ "(" words ")" ] "with nodes" name { "," name }
//                   { "," | "and" } "directed edges" edge { "," edge }
//                   [ { "," | "and" } "bi-directed edges" arc { "," arc } ] "."
//   edge ::= name "->" name | name "<-" name          arc ::= name "<->" name
//
// Nodes are listed, so a name that is not in the list is an error here.

import Diagnostics
import Graphs

/// A graph with directed edges and arcs, which stand for hidden common causes.
struct MixedGraph {
  var names: [String] = []
  var directed = DirectedGraph()
  /// Symmetric.
  var arcs = DirectedGraph()

  var hasArcs: Bool { arcs.edgeCount > 0 }

  func node(_ name: String) -> Int? { names.firstIndex(of: name) }
}

enum GraphDescription {
  /// The offset after a description that the text begins with; nil when it begins otherwise.
  static func end(in source: SourceText) -> Int? {
    var cursor = GraphCursor(source, 0..<source.bytes.count)
    guard cursor.accept("Given"), cursor.accept("a") || cursor.accept("an") else { return nil }
    while let token = cursor.next() {
      if token.text == "." { return token.span.upper }
    }
    return source.bytes.count
  }

  /// The graph; nil when a diagnostic says why not.
  static func read(
    _ source: SourceText, _ bounds: Range<Int>, _ diagnostics: inout [Diagnostic]
  ) -> MixedGraph? {
    var cursor = GraphCursor(source, bounds)
    while !cursor.accept("nodes") {
      guard cursor.next() != nil else {
        diagnostics.append(unread(source, bounds, "no list of nodes"))
        return nil
      }
    }
    var graph = MixedGraph()
    repeat {
      guard let name = cursor.name() else { break }
      if graph.names.contains(name.text) {
        diagnostics.append(
          Diagnostic(.duplicateName, in: source, at: name.span, "the node is listed before"))
      } else {
        graph.names.append(name.text)
      }
    } while cursor.accept(",") && !cursor.isAt("directed")
    graph.directed.reset(nodes: graph.names.count)
    graph.arcs.reset(nodes: graph.names.count)
    while !cursor.isAtEnd, !cursor.isAt(".") {
      while cursor.accept(",") || cursor.accept("and") {}
      guard cursor.accept("directed") || cursor.accept("bi-directed"), cursor.accept("edges") else {
        diagnostics.append(unread(source, cursor.rest, "no list of edges"))
        return nil
      }
      guard readEdges(&cursor, into: &graph, source, &diagnostics) else { return nil }
    }
    if let cycle = graph.directed.cycle() {
      let text = cycle.map { graph.names[$0] }.joined(separator: "->")
      diagnostics.append(
        Diagnostic(
          .cyclicPremises, .error, in: source, at: Span(bounds.lowerBound, bounds.upperBound),
          "the edges are cyclic: \(text)"))
      return nil
    }
    return graph
  }

  private static func readEdges(
    _ cursor: inout GraphCursor, into graph: inout MixedGraph, _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    repeat {
      if cursor.isAt("and") || cursor.isAt("bi-directed") || cursor.isAt("directed") { break }
      guard let from = cursor.name(), let arrow = cursor.arrow(), let to = cursor.name() else {
        diagnostics.append(unread(source, cursor.rest, "no edge such as A->B"))
        return false
      }
      guard let tail = graph.node(from.text), let head = graph.node(to.text) else {
        let unknown = graph.node(from.text) == nil ? from : to
        diagnostics.append(
          Diagnostic(
            .unknownNode, .error, in: source, at: unknown.span, "the node is not in the list"))
        return false
      }
      if !graph.add(tail, arrow, head) {
        diagnostics.append(
          Diagnostic(
            .duplicateEdge, in: source, at: from.span.union(to.span), "the edge is stated before"))
      }
    } while cursor.accept(",")
    return true
  }

  static func unread(_ source: SourceText, _ bounds: Range<Int>, _ message: String) -> Diagnostic {
    Diagnostic(
      .unreadSentence, in: source, at: Span(bounds.lowerBound, bounds.upperBound), message,
      hint: "Documentation/causal-audit.md lists what is read")
  }
}

extension MixedGraph {
  fileprivate mutating func add(_ tail: Int, _ arrow: PathMark, _ head: Int) -> Bool {
    switch arrow {
    case .forward: return directed.addEdge(from: tail, to: head)
    case .backward: return directed.addEdge(from: head, to: tail)
    case .both:
      let isNew = arcs.addEdge(from: tail, to: head)
      arcs.addEdge(from: head, to: tail)
      return isNew
    }
  }
}
