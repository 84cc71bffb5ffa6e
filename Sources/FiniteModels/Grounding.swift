// The propositional clauses of one domain size n.
//
//   each flat clause          one instance for every assignment of its variables
//   totality of f             f(ā) = 0 ∨ ... ∨ f(ā) = n-1
//   functionality of f        f(ā) ≠ v ∨ f(ā) ≠ w                           for v < w
//   least numbers             see SymmetryBreaking.swift
//
// Domain {0}: every function is the constant 0, so literals of functions have their truth value and
// what is left is propositional.

import SAT

/// Numbers of the propositional variables of a domain size, and the size of the ground clauses.
struct GroundLayout {
  let size: Int
  /// The first variable of each relation, minus the row-major index 0.
  let bases: [Int]
  /// Literals of all ground clauses and variables together; `Int.max` when that overflows.
  let cost: Int

  /// Lays out the relations; nothing is allocated per entry.
  init(_ clauses: [FlatClause], _ relations: [Relation], size: Int) {
    self.size = size
    var next = 1
    var bases: [Int] = []
    var cost = 0
    func add(_ count: Int, times: Int) {
      let (product, tooBig) = count.multipliedReportingOverflow(by: times)
      let (sum, over) = cost.addingReportingOverflow(product)
      cost = tooBig || over ? Int.max : sum
    }
    for relation in relations {
      bases.append(next)
      let entries = saturatingPower(size, relation.arity)
      next = entries == Int.max ? Int.max : next.addingReportingOverflow(entries).partialValue
      if next < 0 { next = Int.max }
      add(1, times: entries)
      if relation.isFunction { add(size, times: entries) }
      if next == Int.max { break }
    }
    for clause in clauses {
      add(max(1, clause.literals.count), times: saturatingPower(size, clause.variableCount))
    }
    self.bases = bases
    self.cost = next >= Int(Int32.max) ? Int.max : cost
  }
}

/// Feeds the clauses of one size to a SAT solver.
struct Grounder {
  let layout: GroundLayout
  let relations: [Relation]
  let solver: SATSolver
  let isOver: () -> Bool

  private var size: Int { layout.size }

  /// Grounds everything.
  ///
  /// - Returns: false when `isOver` said true, and the clauses are incomplete.
  func ground(_ clauses: [FlatClause], constants: [Int]) -> Bool {
    for clause in clauses {
      guard ground(clause) else { return false }
    }
    guard size > 1 else { return true }
    for (number, relation) in relations.enumerated() where relation.isFunction {
      guard addFunctionAxioms(number) else { return false }
    }
    return breakSymmetry(constants)
  }

  /// A literal of a clause: its variable in the instance at hand, and what a step of each of the
  /// clause's variables adds to it.
  private struct Cursor {
    var variable: Int
    var isPositive: Bool
    var strides: [Int]
  }

  private func ground(_ clause: FlatClause) -> Bool {
    var cursors: [Cursor] = []
    var equations: [(Int, Int)] = []
    for literal in clause.literals {
      if literal.relation == FlatLiteral.equality {
        equations.append((literal.arguments[0], literal.arguments[1]))
      } else if size == 1, relations[literal.relation].isFunction {
        if literal.isPositive { return true }
      } else {
        cursors.append(cursor(of: literal, variableCount: clause.variableCount))
      }
    }
    var assignment = Array(repeating: 0, count: clause.variableCount)
    var instances = 0
    while true {
      if !equations.contains(where: { assignment[$0] == assignment[$1] }) {
        for cursor in cursors {
          solver.add(Int32(cursor.isPositive ? cursor.variable : -cursor.variable))
        }
        solver.add(0)
      }
      instances += 1
      if instances % 1_024 == 0, isOver() { return false }
      guard advance(&assignment, &cursors) else { return true }
    }
  }

  // The next assignment in the order of an odometer; false after the last.
  private func advance(_ assignment: inout [Int], _ cursors: inout [Cursor]) -> Bool {
    for variable in assignment.indices.reversed() {
      let step = assignment[variable] + 1 < size ? 1 : -assignment[variable]
      assignment[variable] += step
      for index in cursors.indices {
        cursors[index].variable += step * cursors[index].strides[variable]
      }
      if step == 1 { return true }
    }
    return false
  }

  private func cursor(of literal: FlatLiteral, variableCount: Int) -> Cursor {
    var strides = Array(repeating: 0, count: variableCount)
    var stride = 1
    for argument in literal.arguments.reversed() {
      strides[argument] += stride
      stride *= size
    }
    return Cursor(
      variable: layout.bases[literal.relation], isPositive: literal.isPositive, strides: strides)
  }

  private func addFunctionAxioms(_ number: Int) -> Bool {
    let base = layout.bases[number]
    let points = saturatingPower(size, relations[number].arity - 1)
    for point in 0..<points {
      let first = base + point * size
      for value in 0..<size { solver.add(Int32(first + value)) }
      solver.add(0)
      for value in 1..<size {
        for smaller in 0..<value {
          solver.add(Int32(-(first + value)))
          solver.add(Int32(-(first + smaller)))
          solver.add(0)
        }
      }
      if point % 256 == 255, isOver() { return false }
    }
    return true
  }
}
