// Reads the questions of CLEAR that have one answer by definition.
//
// A question is a task (what must hold of a set, a path or an order), and a form: does it hold of
// this one, of which of these, find one, the least, all, how many.

import Diagnostics

/// What is asked about.
enum GraphTask: Equatable {
  case separation(Int, Int)
  case blocking(GraphPath)
  case directedPath(Int, Int)
  case backdoorPath(Int, Int)
  case markovBlanket(Int)
  case topologicalOrder
}

/// What may answer.
enum GraphCandidate: Equatable {
  case set(Set<Int>)
  case path(GraphPath)
  case order([Int])
}

/// A path with its arrows.
struct GraphPath: Equatable {
  var nodes: [Int]
  var marks: [PathMark]
}

/// How it is asked.
enum GraphForm: Equatable {
  case holds(GraphCandidate)
  case choose([GraphCandidate])
  case exists, one, least, shortest, longest, all, count
}

/// Reads one question about a graph whose nodes are known.
struct GraphQuestionReader {
  let graph: MixedGraph
  let source: SourceText
  var cursor: GraphCursor
  private(set) var diagnostics: [Diagnostic] = []

  init(_ graph: MixedGraph, _ source: SourceText, _ bounds: Range<Int>) {
    self.graph = graph
    self.source = source
    cursor = GraphCursor(source, bounds)
  }

  /// The question; nil when a diagnostic says why not.
  mutating func read() -> (GraphTask, GraphForm)? {
    let start = cursor.rest
    for attempt in [Self.yesNo, Self.choice, Self.finding, Self.counting] {
      let place = cursor.at
      if let found = attempt(&self) {
        while cursor.accept(".") || cursor.accept("?") {}
        if cursor.isAtEnd { return found }
      }
      if !diagnostics.isEmpty { return nil }
      cursor.at = place
    }
    diagnostics.append(GraphDescription.unread(source, start, "no question that is read"))
    return nil
  }

  // Are X and Y d-separated by S?  Is there a directed path from X to Y?  Is C a ... ?
  private static func yesNo(_ reader: inout Self) -> (GraphTask, GraphForm)? {
    if reader.cursor.accept("Are") {
      guard let x = reader.node(), reader.cursor.accept("and"), let y = reader.node(),
        reader.cursor.accept("d-separated")
      else { return nil }
      if reader.cursor.isAt("?") { return (.separation(x, y), .holds(.set([]))) }
      guard reader.cursor.accept("by") || reader.cursor.accept("given"), let set = reader.set()
      else { return nil }
      return (.separation(x, y), .holds(.set(set)))
    }
    if reader.cursor.accept(words: "Can path") {
      guard let path = reader.path(), reader.cursor.accept(words: "be blocked by"),
        let set = reader.set()
      else { return nil }
      return (.blocking(path), .holds(.set(set)))
    }
    guard reader.cursor.accept("Is") else { return nil }
    if reader.cursor.accept("there"), let task = reader.property() { return (task, .exists) }
    guard let candidate = reader.candidate(), let task = reader.property() else { return nil }
    return (task, .holds(candidate))
  }

  // Which of the following ... A. C  B. C ...
  private static func choice(_ reader: inout Self) -> (GraphTask, GraphForm)? {
    guard reader.cursor.accept(words: "Which of the following") else { return nil }
    let task: GraphTask?
    if reader.cursor.accept(words: "nodesets can") {
      task = reader.setTask()
    } else {
      task = reader.cursor.accept("is") ? reader.property() : nil
    }
    guard let task else { return nil }
    _ = reader.cursor.accept("?")
    var candidates: [GraphCandidate] = []
    while let letter = reader.cursor.name() {
      guard letter.text == GraphDialogue.letter(candidates.count), reader.cursor.accept("."),
        let candidate = reader.candidate()
      else { return nil }
      candidates.append(candidate)
    }
    return candidates.isEmpty ? nil : (task, .choose(candidates))
  }

  // Find one valid | the minimal | the shortest | all ...   What is the markov blanket of X?
  private static func finding(_ reader: inout Self) -> (GraphTask, GraphForm)? {
    if reader.cursor.accept(words: "What is") { return reader.property().map { ($0, .one) } }
    guard reader.cursor.accept("Find") else { return nil }
    let forms: [(String, GraphForm)] = [
      ("one valid", .one), ("the minimal", .least), ("the shortest", .shortest),
      ("the longest", .longest), ("all", .all),
    ]
    guard let form = forms.first(where: { reader.cursor.accept(words: $0.0) })?.1 else {
      return nil
    }
    if reader.cursor.accept(words: "nodeset that can") {
      return reader.setTask().map { ($0, form) }
    }
    return reader.property().map { ($0, form) }
  }

  private static func counting(_ reader: inout Self) -> (GraphTask, GraphForm)? {
    guard reader.cursor.accept(words: "How many"), let task = reader.property() else { return nil }
    return (task, .count)
  }

  // d-separate X and Y | block path P
  private mutating func setTask() -> GraphTask? {
    if cursor.accept(words: "block path") { return path().map { .blocking($0) } }
    guard cursor.accept("d-separate"), let x = node(), cursor.accept("and"), let y = node() else {
      return nil
    }
    return .separation(x, y)
  }

  // [a | the] (directed | backdoor) path(s) [are | are there] from X to Y | markov blanket of X |
  // [valid] topological ordering of the graph
  private mutating func property() -> GraphTask? {
    _ = cursor.accept("a") || cursor.accept("the")
    if cursor.accept(words: "markov blanket of") { return node().map { .markovBlanket($0) } }
    _ = cursor.accept("valid")
    if cursor.accept(words: "topological ordering of") {
      _ = cursor.accept("the") || cursor.accept("this")
      return cursor.accept("graph") ? .topologicalOrder : nil
    }
    let isDirected = cursor.accept("directed")
    guard isDirected || cursor.accept("backdoor"), cursor.accept("path") || cursor.accept("paths")
    else { return nil }
    _ = cursor.accept("are") && cursor.accept("there")
    guard cursor.accept("from"), let x = node(), cursor.accept("to"), let y = node() else {
      return nil
    }
    return isDirected ? .directedPath(x, y) : .backdoorPath(x, y)
  }
}

// Parts of questions.
extension GraphQuestionReader {
  private mutating func node() -> Int? {
    _ = cursor.accept("node")
    guard let name = cursor.name() else { return nil }
    if let node = graph.node(name.text) { return node }
    diagnostics.append(
      Diagnostic(
        .unknownNode, .error, in: source, at: name.span,
        "the graph has no node \(name.text)", hint: "its nodes are \(graph.names)"))
    return nil
  }

  private mutating func set() -> Set<Int>? {
    _ = cursor.accept("nodeset")
    if cursor.accept(words: "set ( )") { return [] }
    guard cursor.accept("{") else { return nil }
    var nodes: Set<Int> = []
    while !cursor.isAt("}") {
      guard let node = node() else { return nil }
      nodes.insert(node)
      guard cursor.accept(",") else { break }
    }
    return cursor.accept("}") ? nodes : nil
  }

  private mutating func path() -> GraphPath? {
    guard let first = node() else { return nil }
    var path = GraphPath(nodes: [first], marks: [])
    while let mark = cursor.arrow() {
      guard let node = node() else { return nil }
      path.nodes.append(node)
      path.marks.append(mark)
    }
    return path
  }

  private mutating func candidate() -> GraphCandidate? {
    if cursor.isAt("{") || cursor.isAt("set") { return set().map { .set($0) } }
    guard let path = path() else { return nil }
    if !path.marks.isEmpty { return .path(path) }
    var order = path.nodes
    while cursor.accept(",") {
      guard let node = node() else { return nil }
      order.append(node)
    }
    return .order(order)
  }
}
