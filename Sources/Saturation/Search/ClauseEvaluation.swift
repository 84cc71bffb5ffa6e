// Which place a new clause gets in each queue: the formula of `ClauseWeight`, in integers, so that the
// same problem gives the same search on every machine.

/// The tables that the weights of a strategy's queues need.
struct ClauseEvaluation: ~Copyable {
  /// Weights of symbols are counted in hundredths.
  static let unit = 100

  /// The kind of term weight of each queue.
  let kinds: [Int]
  let needsMaximality: Bool
  let needsDistances: Bool
  var weights: TermWeights
  /// Of each clause, the number of inferences since the conclusion; 0 if it doesn't descend from it.
  var distances = Arena<UInt8>()

  /// Bytes held.
  var bytes: Int { weights.bytes + distances.bytes }

  /// Tables for some queues.
  ///
  /// - Parameters:
  ///   - isGoalSymbol: for every symbol, whether it occurs in the conclusion.
  ///   - goalTerms: the terms of the conclusion.
  init(_ queues: [SaturationStrategy.Queue], isGoalSymbol: [Bool], goalTerms: [TermID]) {
    var tables: [TermWeights.Kind] = []
    var kinds: [Int] = []
    var needsMaximality = false
    var needsDistances = false
    for queue in queues {
      guard case .weight(let weight) = queue.evaluation else {
        kinds.append(0)
        continue
      }
      let table = TermWeights.Kind(
        symbols: isGoalSymbol.map {
          UInt32(weight.symbol * ($0 ? weight.goalSymbolPercent : 100) * Self.unit / 100)
        }, variable: UInt32(weight.variable * Self.unit),
        favouredPercent: UInt32(weight.goalTermPercent))
      if !tables.contains(table) { tables.append(table) }
      kinds.append(tables.firstIndex(of: table) ?? 0)
      if weight.maximalLiteralPercent != 100 { needsMaximality = true }
      if weight.distancePercent != 0 { needsDistances = true }
    }
    self.kinds = kinds
    self.needsMaximality = needsMaximality
    self.needsDistances = needsDistances
    weights = TermWeights(tables, favoured: goalTerms)
  }

  /// Finds the distances of clauses that are new.
  mutating func updateDistances(_ clauses: borrowing ClauseBank) {
    for index in distances.count..<clauses.count {
      let record = clauses[ClauseID(index)]
      var distance: UInt8 = 0
      let origin = record.origin
      switch origin.rule {
      case .input, .component: break
      case .copy: distance = distances[Int(origin.first)]
      case .factoring, .equalityResolution, .equalityFactoring:
        distance = distances[Int(origin.first)] + 1
      case .resolution, .superposition:
        let isFirst = clauses[origin.first].isGoal
        let first = distances[Int(isFirst ? origin.first : origin.second)]
        let isSecond = clauses[origin.second].isGoal
        let second = distances[Int(isSecond ? origin.second : origin.first)]
        distance = min(first, second) + 1
      }
      distances.append(record.isGoal ? min(distance, 100) : 0)
    }
  }
}

extension SaturationProver {
  /// Puts a stored clause into the queues.
  mutating func enqueue(_ clause: ClauseID) {
    resource.insert(weight: clauses[clause].weight)
    if strategy.usesSetOfSupport, !clauses[clause].isGoal {
      passive.insertFirst(clause)
      return
    }
    evaluation.weights.update(bank)
    if evaluation.needsDistances { evaluation.updateDistances(clauses) }
    if evaluation.needsMaximality { findMaximalLiterals(clause) }
    for (number, queue) in strategy.queues.enumerated() {
      var score = 0
      if case .weight(let weight) = queue.evaluation {
        score = self.score(clause, weight, kind: evaluation.kinds[number])
      }
      passive.insert(
        clause, queue: number, priority: priority(clause, queue.priority), score: score)
    }
  }

  /// Fills `usedLiterals` with whether each literal is maximal.
  private mutating func findMaximalLiterals(_ clause: ClauseID) {
    usedLiterals.truncate(to: 0)
    let size = clauses.size(clause)
    for index in 0..<size { usedLiterals.append(isMaximal(clause, index, size)) }
  }

  private func score(_ clause: ClauseID, _ weight: ClauseWeight, kind: Int) -> Int {
    let record = clauses[clause]
    var sum = 0
    for index in 0..<clauses.size(clause) {
      let literal = clauses.literal(clause, index)
      var literalWeight = Int(evaluation.weights[literal.left, kind])
      if weight.maximalSidePercent != 100 {
        literalWeight = literalWeight * weight.maximalSidePercent / 100
      }
      if literal.isEquation {
        let right = Int(evaluation.weights[literal.right, kind])
        literalWeight += literal.isOriented ? right : right * weight.maximalSidePercent / 100
      }
      if weight.maximalLiteralPercent != 100, usedLiterals[index] {
        literalWeight = literalWeight * weight.maximalLiteralPercent / 100
      }
      if literal.isPositive { literalWeight = literalWeight * weight.positivePercent / 100 }
      sum += literalWeight + weight.literal * ClauseEvaluation.unit
    }
    if !record.isGoal { sum = sum * weight.distantPercent / 100 }
    if weight.distancePercent != 0 {
      sum = sum * (100 + weight.distancePercent * Int(evaluation.distances[Int(clause)])) / 100
    }
    return sum
  }

  private func priority(_ clause: ClauseID, _ priority: SaturationStrategy.Priority) -> Int {
    let isFirst =
      switch priority {
      case .none: true
      case .support: clauses[clause].isGoal
      case .goals: positiveCount(clause) == 0
      case .definites: positiveCount(clause) > 0
      case .ground: clauses[clause].variableBound == 0
      case .units: clauses.size(clause) == 1
      case .horn: positiveCount(clause) <= 1
      }
    return isFirst ? 0 : 1
  }

  private func positiveCount(_ clause: ClauseID) -> Int {
    (0..<clauses.size(clause)).count { clauses.literal(clause, $0).isPositive }
  }
}
