// A perfect discrimination tree over the left sides of rewrite rules (McCune 1992; Graf 1995): the
// variables of a rule are edges of their own, numbered in the order of their first occurrence, so a walk
// from the root to a leaf is a match and leaves the substitution behind.
//
//   f(x, g(x, y))  is the path   f  x0  g  x0  x1
//
// Every node knows the newest rule below it. A term that was seen to be irreducible at some state of the
// rewrite system is only tried with newer rules (Schulz 2002 calls it an age constraint); most
// subtrees, and mostly the whole tree, are then passed by at their root.
//
// The query isn't flattened: its arguments are put on a list as far as a path leads into it. With the
// imperfect tree of `TermIndex` candidates had to be matched once more, and flattening alone took a fifth
// of the time where terms are large.

/// An equation read as a rule, its variables numbered in the order in which `left` has them.
struct RewriteRule: BitwiseCopyable {
  var clause: ClauseID
  var left: TermID
  var right: TermID
  /// Whether it is the clause's equation from right to left.
  var isReversed: Bool
  /// Whether left > right holds for all instances.
  var isOriented: Bool
  /// Whether each variable occurs in `left` at least as often as in `right`, hence in all instances.
  var isBalanced: Bool
  /// The state of the rewrite system that it brought about.
  var version: UInt32
  /// The next rule with the same left side.
  var next: UInt32 = .max
}

/// The rules, and one search among them at a time.
struct RewriteTree: ~Copyable {
  // These aren't private: in debug builds the compiler (6.3.1) fails on arenas of private types.
  struct Node: BitwiseCopyable {
    /// A symbol, or a variable as a term's number has it.
    var label: UInt32
    var firstChild: UInt32 = 0
    var firstVariable: UInt32 = 0
    var nextSibling: UInt32 = 0
    var firstRule: UInt32 = .max
    /// The newest version of a rule below.
    var newest: UInt32 = 0
  }
  /// A part of the query that is still to be matched, and the one behind it.
  struct Part: BitwiseCopyable {
    var term: TermID
    var next: UInt32
  }
  /// A variable's edge still to be tried.
  struct Choice: BitwiseCopyable {
    var node: UInt32
    var part: UInt32
    var partCount: UInt32
    var bindingCount: UInt32
  }

  private static let end = UInt32.max

  private var nodes = Arena<Node>()
  private var rules = Arena<RewriteRule>()
  private var roots = Arena<UInt32>()
  private var parts = Arena<Part>()
  private var choices = Arena<Choice>()
  /// What the match has for the rule's variables.
  private(set) var bindings = Arena<TermID>()
  private var cursor = Self.end
  private var since: UInt32 = 0

  init() { nodes.append(Node(label: 0)) }

  /// Whether there is no rule.
  var isEmpty: Bool { rules.isEmpty }
  /// Bytes held.
  var bytes: Int { nodes.bytes + rules.bytes + roots.bytes }

  /// Adds a rule; its version is at least that of all before.
  mutating func insert(_ rule: RewriteRule, _ bank: borrowing TermBank) {
    var node: UInt32 = 0
    nodes[0].newest = rule.version
    parts.truncate(to: 0)
    parts.append(Part(term: rule.left, next: Self.end))
    var part: UInt32 = 0
    while part != Self.end {
      let current = parts[Int(part)]
      part = current.next
      if current.term.isVariable {
        node = variableChild(node, current.term)
      } else {
        let term = bank.node(current.term)
        node = symbolChild(node, term.symbol)
        part = pushArguments(term, before: part, bank)
      }
      nodes[Int(node)].newest = rule.version
    }
    var rule = rule
    rule.next = nodes[Int(node)].firstRule
    nodes[Int(node)].firstRule = UInt32(rules.count)
    rules.append(rule)
  }

  private mutating func pushArguments(
    _ term: TermNode, before part: UInt32, _ bank: borrowing TermBank
  ) -> UInt32 {
    var first = part
    for index in stride(from: Int(term.arity) - 1, through: 0, by: -1) {
      parts.append(Part(term: bank.argument(term, index), next: first))
      first = UInt32(parts.count - 1)
    }
    return first
  }

  private func child(_ node: UInt32, _ symbol: SymbolID) -> UInt32 {
    if node == 0 { return Int(symbol) < roots.count ? roots[Int(symbol)] : 0 }
    var child = nodes[Int(node)].firstChild
    while child != 0, nodes[Int(child)].label != symbol { child = nodes[Int(child)].nextSibling }
    return child
  }

  private mutating func symbolChild(_ node: UInt32, _ symbol: SymbolID) -> UInt32 {
    let known = child(node, symbol)
    if known != 0 { return known }
    let new = UInt32(nodes.count)
    nodes.append(Node(label: symbol, nextSibling: nodes[Int(node)].firstChild))
    nodes[Int(node)].firstChild = new
    if node == 0 {
      roots.extend(to: Int(symbol) + 1, with: 0)
      roots[Int(symbol)] = new
    }
    return new
  }

  private mutating func variableChild(_ node: UInt32, _ variable: TermID) -> UInt32 {
    var child = nodes[Int(node)].firstVariable
    while child != 0 {
      if nodes[Int(child)].label == variable.raw { return child }
      child = nodes[Int(child)].nextSibling
    }
    let new = UInt32(nodes.count)
    nodes.append(Node(label: variable.raw, nextSibling: nodes[Int(node)].firstVariable))
    nodes[Int(node)].firstVariable = new
    return new
  }

  /// Starts a search for the rules newer than a version whose left sides match a term.
  mutating func start(_ term: TermID, newerThan version: UInt32, _ bank: borrowing TermBank) {
    since = version
    cursor = Self.end
    parts.truncate(to: 0)
    choices.truncate(to: 0)
    bindings.truncate(to: 0)
    guard nodes[0].newest > version else { return }
    parts.append(Part(term: term, next: Self.end))
    descend(from: 0, part: 0, bank)
  }

  /// The next rule that matches; `bindings` then holds the substitution.
  ///
  /// - Complexity: over a whole search at most exponential in the variables of the rules, in practice
  ///   about the size of the term.
  mutating func next(_ bank: borrowing TermBank) -> RewriteRule? {
    while true {
      while cursor != Self.end {
        let rule = rules[Int(cursor)]
        cursor = rule.next
        if rule.version > since { return rule }
      }
      if choices.isEmpty { return nil }
      tryVariable(choices.removeLast(), bank)
    }
  }

  /// Follows symbols down to a leaf or as far as they go, and notes the variables on the way.
  private mutating func descend(from start: UInt32, part first: UInt32, _ bank: borrowing TermBank)
  {
    var node = start
    var part = first
    while part != Self.end {
      let variable = nodes[Int(node)].firstVariable
      if variable != 0 {
        choices.append(
          Choice(
            node: variable, part: part, partCount: UInt32(parts.count),
            bindingCount: UInt32(bindings.count)))
      }
      let current = parts[Int(part)]
      if current.term.isVariable { return }
      let term = bank.node(current.term)
      node = child(node, term.symbol)
      guard node != 0, nodes[Int(node)].newest > since else { return }
      part = pushArguments(term, before: current.next, bank)
    }
    cursor = nodes[Int(node)].firstRule
  }

  private mutating func tryVariable(_ choice: Choice, _ bank: borrowing TermBank) {
    let node = nodes[Int(choice.node)]
    parts.truncate(to: Int(choice.partCount))
    bindings.truncate(to: Int(choice.bindingCount))
    if node.nextSibling != 0 {
      var rest = choice
      rest.node = node.nextSibling
      choices.append(rest)
    }
    guard node.newest > since else { return }
    let part = parts[Int(choice.part)]
    let variable = TermID(raw: node.label).variableIndex
    if variable == bindings.count {
      bindings.append(part.term)
    } else if bindings[variable] != part.term {
      return
    }
    descend(from: choice.node, part: part.next, bank)
  }
}

extension RewriteTree {
  /// Whether the match maps variables to distinct variables.
  func isRenaming() -> Bool {
    for index in 0..<bindings.count {
      if !bindings[index].isVariable { return false }
      for earlier in 0..<index where bindings[earlier] == bindings[index] { return false }
    }
    return true
  }
}
