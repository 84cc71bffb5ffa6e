// A discrimination tree (McCune 1992): terms as paths of their symbols in preorder, every variable a
// star. One tree serves the three kinds of retrieval:
//
//   generalizations  entries of which the query may be an instance  (demodulation, subsumption)
//   instances        entries that may be instances of the query     (backward simplification)
//   unifiable        entries that may unify with the query          (inferences)
//
// Stars forget which variable stood there, so the answer is a superset, and the caller matches or
// unifies. Entries of clauses that are no longer active stay and are skipped by the caller.

/// A term as symbols in preorder; `end` is the position behind the subterm that starts here.
struct Cell: BitwiseCopyable {
  static let star: SymbolID = .max

  var symbol: SymbolID
  var arity: UInt32
  var end: UInt32
}

/// What an index says about a term: its clause and where in it.
struct IndexEntry: BitwiseCopyable {
  var clause: ClauseID
  var literal: UInt32
  /// The term that was inserted.
  var term: TermID
  /// Whether it is the right side of its literal.
  var isReversed = false
}

/// A discrimination tree.
struct TermIndex: ~Copyable {
  /// What a retrieval asks for.
  enum Query {
    case generalizations
    case instances
    case unifiable
  }

  // These aren't private: in debug builds the compiler (6.3.1) fails on arenas of private types.
  struct Node: BitwiseCopyable {
    var symbol: SymbolID
    var arity: UInt32
    var firstChild: UInt32 = 0
    var nextSibling: UInt32 = 0
    var starChild: UInt32 = 0
    var firstEntry: UInt32 = .max
    var lastEntry: UInt32 = .max
  }
  struct Link: BitwiseCopyable {
    var entry: IndexEntry
    var next: UInt32
  }
  struct Choice: BitwiseCopyable {
    var node: UInt32
    var position: UInt32
    /// Number of subterms of the tree still to be passed over.
    var skip: UInt32
  }

  private var nodes = Arena<Node>()
  private var links = Arena<Link>()
  private var roots = Arena<UInt32>()
  private var choices = Arena<Choice>()

  init() { nodes.append(Node(symbol: Cell.star, arity: 0)) }

  /// Whether nothing was ever inserted.
  var isEmpty: Bool { links.isEmpty }
  /// Bytes held.
  var bytes: Int { nodes.bytes + links.bytes + roots.bytes }

  private func child(_ node: UInt32, _ symbol: SymbolID) -> UInt32 {
    if node == 0 { return Int(symbol) < roots.count ? roots[Int(symbol)] : 0 }
    var child = nodes[Int(node)].firstChild
    while child != 0, nodes[Int(child)].symbol != symbol { child = nodes[Int(child)].nextSibling }
    return child
  }

  private mutating func addChild(_ node: UInt32, _ cell: Cell) -> UInt32 {
    let new = UInt32(nodes.count)
    nodes.append(Node(symbol: cell.symbol, arity: cell.arity))
    if cell.symbol == Cell.star {
      nodes[Int(node)].starChild = new
    } else {
      nodes[Int(new)].nextSibling = nodes[Int(node)].firstChild
      nodes[Int(node)].firstChild = new
      if node == 0 {
        roots.extend(to: Int(cell.symbol) + 1, with: 0)
        roots[Int(cell.symbol)] = new
      }
    }
    return new
  }

  /// Adds an entry under a term.
  mutating func insert(_ cells: borrowing Arena<Cell>, _ entry: IndexEntry) {
    var node: UInt32 = 0
    for position in 0..<cells.count {
      let cell = cells[position]
      var next = cell.symbol == Cell.star ? nodes[Int(node)].starChild : child(node, cell.symbol)
      if next == 0 { next = addChild(node, cell) }
      node = next
    }
    let link = UInt32(links.count)
    links.append(Link(entry: entry, next: .max))
    let last = nodes[Int(node)].lastEntry
    if last == .max {
      nodes[Int(node)].firstEntry = link
    } else {
      links[Int(last)].next = link
    }
    nodes[Int(node)].lastEntry = link
  }

  /// Appends to `found` all entries that may stand in the relation asked for.
  ///
  /// - Complexity: generalizations at most exponential in the number of stars met, in practice a few
  ///   dozen nodes; the others up to the size of the tree.
  mutating func retrieve(
    _ query: Query, _ cells: borrowing Arena<Cell>, into found: inout Arena<IndexEntry>
  ) {
    guard !links.isEmpty else { return }
    choices.truncate(to: 0)
    choices.append(Choice(node: 0, position: 0, skip: 0))
    while !choices.isEmpty {
      let choice = choices.removeLast()
      let node = nodes[Int(choice.node)]
      if choice.skip > 0 {
        skip(node, choice.position, choice.skip)
      } else if Int(choice.position) == cells.count {
        var link = node.firstEntry
        while link != .max {
          found.append(links[Int(link)].entry)
          link = links[Int(link)].next
        }
      } else {
        descend(query, cells[Int(choice.position)], choice, node)
      }
    }
  }

  private mutating func descend(_ query: Query, _ cell: Cell, _ choice: Choice, _ node: Node) {
    if cell.symbol == Cell.star {
      if query == .generalizations {
        if node.starChild != 0 { push(node.starChild, cell.end, 0) }
      } else {
        skip(node, cell.end, 1)
      }
      return
    }
    if query != .instances, node.starChild != 0 { push(node.starChild, cell.end, 0) }
    let next = child(choice.node, cell.symbol)
    if next != 0 { push(next, choice.position + 1, 0) }
  }

  /// Goes over one symbol of the tree, with `count` subterms still to be passed.
  private mutating func skip(_ node: Node, _ position: UInt32, _ count: UInt32) {
    if node.starChild != 0 { push(node.starChild, position, count - 1) }
    var child = node.firstChild
    while child != 0 {
      let next = nodes[Int(child)]
      push(child, position, count - 1 + next.arity)
      child = next.nextSibling
    }
  }

  private mutating func push(_ node: UInt32, _ position: UInt32, _ skip: UInt32) {
    choices.append(Choice(node: node, position: position, skip: skip))
  }
}

extension TermBank {
  /// Writes a term as the key of an index.
  func flatten(_ term: TermID, into cells: inout Arena<Cell>) {
    cells.truncate(to: 0)
    appendCells(term, &cells)
  }

  /// Writes the atom of a literal as the key of an index, the sides of an equation swapped if asked.
  func flatten(_ literal: ClauseLiteral, isSwapped: Bool, into cells: inout Arena<Cell>) {
    cells.truncate(to: 0)
    guard literal.isEquation else { return appendCells(literal.left, &cells) }
    cells.append(Cell(symbol: Signature.equality, arity: 2, end: 0))
    appendCells(isSwapped ? literal.right : literal.left, &cells)
    appendCells(isSwapped ? literal.left : literal.right, &cells)
    cells[0].end = UInt32(cells.count)
  }

  private func appendCells(_ term: TermID, _ cells: inout Arena<Cell>) {
    let start = cells.count
    if term.isVariable {
      cells.append(Cell(symbol: Cell.star, arity: 0, end: UInt32(start + 1)))
      return
    }
    let node = self.node(term)
    cells.append(Cell(symbol: node.symbol, arity: node.arity, end: 0))
    for index in 0..<Int(node.arity) { appendCells(argument(node, index), &cells) }
    cells[start].end = UInt32(cells.count)
  }
}
