// Splitting of flat clauses (Claessen and Sörensson 2003), by variable elimination of least degree.
//
// Grounding C over n elements takes n^v instances for its v variables. For a variable x let D be
// the literals with x, E the others, and ȳ the variables of D but x. Then
//
//   D ∨ E    becomes    D ∨ s(ȳ)   and   ¬s(ȳ) ∨ E      with a new relation s,
//
// which has the same models but for s. Taking each time the x with the fewest neighbours ȳ, as in
// bucket elimination (Dechter 1999), leaves clauses of about as many variables as the clause's tree
// width: p(f(f(...f(a)...))) grounds in O(n² · depth) instances.

/// Splits one clause until no step makes its instances fewer.
struct ClauseSplitter {
  /// Clauses with more variables are left whole: the elimination takes quadratic time.
  static let maximumVariables = 4_096

  private var literals: [FlatLiteral]
  private var occurrences: [Set<Int>]
  private var neighbours: [Set<Int>]
  private var left: Set<Int>
  private var pieces: [FlatClause] = []

  private init(_ clause: FlatClause) {
    literals = clause.literals
    occurrences = Array(repeating: [], count: clause.variableCount)
    neighbours = Array(repeating: [], count: clause.variableCount)
    left = Set(0..<clause.variableCount)
    for index in literals.indices { enter(index) }
  }

  /// The clauses that stand for one, which is itself the only one when there is nothing to gain.
  static func split(_ clause: FlatClause, _ table: inout RelationTable) -> [FlatClause] {
    guard 2...maximumVariables ~= clause.variableCount else { return [clause] }
    var splitter = ClauseSplitter(clause)
    while splitter.splitOnce(&table) {}
    splitter.emit(splitter.remainingLiterals)
    return splitter.pieces
  }

  private var remainingLiterals: [FlatLiteral] {
    Set(left.flatMap { occurrences[$0] }).sorted().map { literals[$0] }
      + literals.filter { $0.arguments.isEmpty }
  }

  private mutating func enter(_ index: Int) {
    let variables = Set(literals[index].arguments)
    for variable in variables {
      occurrences[variable].insert(index)
      neighbours[variable].formUnion(variables)
      neighbours[variable].remove(variable)
    }
  }

  private mutating func splitOnce(_ table: inout RelationTable) -> Bool {
    // The smaller number breaks ties: sets have no order of their own.
    let least = left.min { (neighbours[$0].count, $0) < (neighbours[$1].count, $1) }
    guard let variable = least, neighbours[variable].count + 1 < left.count else { return false }
    let shared = neighbours[variable].sorted()
    let used = occurrences[variable].sorted()
    let part = used.map { literals[$0] }
    let relation = table.makeSplit(arity: shared.count)
    emit(part + [FlatLiteral(relation: relation, isPositive: true, arguments: shared)])
    for index in used {
      for other in Set(literals[index].arguments) { occurrences[other].remove(index) }
    }
    left.remove(variable)
    for other in shared { neighbours[other].remove(variable) }
    literals.append(FlatLiteral(relation: relation, isPositive: false, arguments: shared))
    enter(literals.count - 1)
    return true
  }

  private mutating func emit(_ part: [FlatLiteral]) {
    var numbers: [Int: Int] = [:]
    var renamed = part
    for index in renamed.indices {
      renamed[index].arguments = renamed[index].arguments.map { variable in
        let number = numbers[variable] ?? numbers.count
        numbers[variable] = number
        return number
      }
    }
    pieces.append(FlatClause(literals: renamed, variableCount: numbers.count))
  }
}
