// Answers questions about a described graph.
//
// Sets and paths are searched by definition, over all of them: the graphs are a page's size, and
// the search ends with a refusal beyond `limit`. A path is blocked by Z when a node that is no
// collider of it is in Z, or a collider is not in Z and has no descendant in Z (Pearl 2009,
// definition 1.2.3). A back-door path from X begins with an arrow into X. Least sets are those with
// the fewest nodes.

import Diagnostics
import Graphs
import JSON

enum GraphDialogue {
  /// Sets or paths that are looked at for one question.
  static let limit = 100_000

  static func answer(
    description: SourceText, in first: Range<Int>, question: SourceText, in second: Range<Int>
  ) -> CausalAnswer {
    var diagnostics: [Diagnostic] = []
    guard let graph = GraphDescription.read(description, first, &diagnostics) else {
      return CausalAnswer(answer: nil, witness: nil, diagnostics: diagnostics)
    }
    var reader = GraphQuestionReader(graph, question, second)
    guard let (task, form) = reader.read() else {
      return CausalAnswer(
        answer: nil, witness: nil, diagnostics: diagnostics + reader.diagnostics)
    }
    let solver = GraphSolver(graph: graph)
    guard let found = solver.answer(task, form) else {
      let span = Span(second.lowerBound, second.upperBound)
      diagnostics.append(
        Diagnostic(
          .unsupported, in: question, at: span,
          "not defined for this graph, or more than \(limit) sets or paths to look at"))
      return CausalAnswer(answer: nil, witness: nil, diagnostics: diagnostics)
    }
    var answer = CausalAnswer(
      answer: found.text, witness: found.witness, diagnostics: diagnostics)
    answer.alternatives = found.alternatives
    return answer
  }

  /// The letter of an option, from A.
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(index, 25))))
  }
}

/// An answer found.
struct FoundAnswer {
  var text: String
  var witness: JSONValue?
  /// Every answer as good as this one.
  var alternatives: [String] = []
}

/// Answers questions about one graph.
struct GraphSolver {
  let graph: MixedGraph

  /// The answer; nil when it is not defined, or too long to find.
  func answer(_ task: GraphTask, _ form: GraphForm) -> FoundAnswer? {
    guard isDefined(task) else { return nil }
    switch form {
    case .holds(let candidate):
      guard let holds = holds(task, candidate) else { return nil }
      return FoundAnswer(text: holds ? "Yes" : "No")
    case .choose(let candidates):
      let verdicts = candidates.map { holds(task, $0) }
      guard !verdicts.contains(nil) else { return nil }
      let letters = verdicts.indices.filter { verdicts[$0] == true }.map(GraphDialogue.letter)
      return FoundAnswer(text: letters.isEmpty ? "none" : letters.joined(separator: ", "))
    default:
      guard let found = candidates(task) else { return nil }
      return answer(found, form)
    }
  }

  private func answer(_ found: [GraphCandidate], _ form: GraphForm) -> FoundAnswer? {
    let texts = found.map(text)
    let list = JSONValue.array(texts.map { .string($0) })
    switch form {
    case .count: return FoundAnswer(text: String(found.count), witness: list)
    case .exists:
      let first = texts.first.map { JSONValue.string($0) }
      return FoundAnswer(text: found.isEmpty ? "No" : "Yes", witness: first)
    case .all:
      return FoundAnswer(text: texts.isEmpty ? "none" : texts.joined(separator: ", "))
    case .one: return FoundAnswer(text: texts.first ?? "none", alternatives: texts)
    default:
      let sizes = found.map(size)
      let best = form == .longest ? sizes.max() : sizes.min()
      let good = texts.indices.filter { sizes[$0] == best }.map { texts[$0] }
      return FoundAnswer(text: good.first ?? "none", alternatives: good)
    }
  }

  // m-separation and blankets of graphs with arcs have definitions of their own, which CLEAR does
  // not ask for.
  private func isDefined(_ task: GraphTask) -> Bool {
    switch task {
    case .separation(let x, let y): x != y && !graph.hasArcs
    case .markovBlanket: !graph.hasArcs
    case .directedPath(let x, let y), .backdoorPath(let x, let y): x != y
    case .blocking(let path): path.nodes.count > 1 && isPath(path)
    case .topologicalOrder: true
    }
  }

  /// Whether the candidate does what is asked; nil when it can't be asked of it.
  private func holds(_ task: GraphTask, _ candidate: GraphCandidate) -> Bool? {
    switch (task, candidate) {
    case (.separation(let x, let y), .set(let set)):
      guard set.isDisjoint(with: [x, y]) else { return nil }
      return graph.directed.areSeparated(x, y, given: set.sorted())
    case (.blocking(let path), .set(let set)): return isBlocked(path, by: set)
    case (.markovBlanket(let node), .set(let set)):
      return set == Set(graph.directed.markovBlanket(of: node))
    case (.topologicalOrder, .order(let order)): return graph.directed.isTopologicalOrder(order)
    case (.directedPath(let x, let y), .path(let path)):
      return joins(path, x, y) && path.marks.allSatisfy { $0 == .forward }
    case (.backdoorPath(let x, let y), .path(let path)):
      return joins(path, x, y) && path.marks[0] != .forward
    default: return nil
    }
  }

  private func joins(_ path: GraphPath, _ x: Int, _ y: Int) -> Bool {
    isPath(path) && path.nodes.first == x && path.nodes.last == y
  }

  private func isPath(_ path: GraphPath) -> Bool {
    guard !path.marks.isEmpty, Set(path.nodes).count == path.nodes.count else { return false }
    return path.marks.indices.allSatisfy { index in
      hasStep(path.nodes[index], path.marks[index], path.nodes[index + 1])
    }
  }

  private func hasStep(_ node: Int, _ mark: PathMark, _ next: Int) -> Bool {
    switch mark {
    case .forward: graph.directed.hasEdge(from: node, to: next)
    case .backward: graph.directed.hasEdge(from: next, to: node)
    case .both: graph.arcs.hasEdge(from: node, to: next)
    }
  }

  private func isBlocked(_ path: GraphPath, by set: Set<Int>) -> Bool {
    let opened = Set(graph.directed.ancestors(of: set.sorted()))
    return path.marks.indices.dropFirst().contains { index in
      let node = path.nodes[index]
      let isCollider = path.marks[index - 1] != .backward && path.marks[index] != .forward
      return isCollider ? !opened.contains(node) : set.contains(node)
    }
  }

  private func candidates(_ task: GraphTask) -> [GraphCandidate]? {
    switch task {
    case .separation(let x, let y): return sets(without: [x, y]) { holds(task, $0) == true }
    case .blocking(let path):
      return sets(without: [path.nodes[0], path.nodes[path.nodes.count - 1]]) {
        holds(task, $0) == true
      }
    case .markovBlanket(let node): return [.set(Set(graph.directed.markovBlanket(of: node)))]
    case .topologicalOrder: return orders()
    case .directedPath(let x, let y): return paths(x, y, first: [.forward], then: [.forward])
    case .backdoorPath(let x, let y):
      return paths(x, y, first: [.backward, .both], then: [.forward, .backward, .both])
    }
  }

  private func sets(
    without ends: Set<Int>, where holds: (GraphCandidate) -> Bool
  ) -> [GraphCandidate]? {
    let free = graph.names.indices.filter { !ends.contains($0) }
    guard free.count < 17 else { return nil }
    return (0..<(1 << free.count)).map { bits in
      GraphCandidate.set(Set(free.indices.filter { bits >> $0 & 1 == 1 }.map { free[$0] }))
    }.filter(holds)
  }

  private func paths(
    _ x: Int, _ y: Int, first: [PathMark], then: [PathMark]
  ) -> [GraphCandidate]? {
    var found: [GraphCandidate] = []
    var steps = 0
    func extend(_ path: GraphPath) {
      guard let last = path.nodes.last, steps < GraphDialogue.limit else { return }
      if last == y { return found.append(.path(path)) }
      for next in graph.names.indices where !path.nodes.contains(next) {
        for mark in path.marks.isEmpty ? first : then where hasStep(last, mark, next) {
          steps += 1
          extend(GraphPath(nodes: path.nodes + [next], marks: path.marks + [mark]))
        }
      }
    }
    extend(GraphPath(nodes: [x], marks: []))
    return steps < GraphDialogue.limit ? found : nil
  }

  // Every order, as many as the limit: any will do, and a reader may want to compare.
  private func orders() -> [GraphCandidate] {
    var found: [GraphCandidate] = []
    func extend(_ order: [Int]) {
      guard found.count < GraphDialogue.limit else { return }
      if order.count == graph.names.count { return found.append(.order(order)) }
      for node in graph.names.indices where !order.contains(node) {
        if graph.directed.parents(of: node).allSatisfy(order.contains) { extend(order + [node]) }
      }
    }
    extend([])
    return found
  }

  private func size(_ candidate: GraphCandidate) -> Int {
    switch candidate {
    case .set(let set): set.count
    case .path(let path): path.marks.count
    case .order(let order): order.count
    }
  }

  private func text(_ candidate: GraphCandidate) -> String {
    switch candidate {
    case .set(let set): "{" + set.sorted().map { graph.names[$0] }.joined(separator: ", ") + "}"
    case .path(let path):
      zip(path.marks, path.nodes.dropFirst()).reduce(graph.names[path.nodes[0]]) {
        $0 + $1.0.rawValue + graph.names[$1.1]
      }
    case .order(let order): order.map { graph.names[$0] }.joined(separator: ", ")
    }
  }
}
