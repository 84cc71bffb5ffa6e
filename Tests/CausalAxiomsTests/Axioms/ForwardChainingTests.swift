// The bit matrices against brute force over all assignments, on random programs and facts.

import Diagnostics
import Testing

@testable import CausalAxioms

@Suite struct ForwardChainingTests {
  private struct Chance {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = mix(state &+ 0x9e37_79b9_7f4a_7c15)
      return Int(state % UInt64(count))
    }
  }

  private func randomProgram(_ chance: inout Chance) -> HornProgram {
    let arities = (0..<4).map { $0 == 3 ? 1 : 2 }
    let predicates = arities.enumerated().map { place, arity in
      HornProgram.Predicate(
        name: "r\(place)", arity: arity, phrase: RelationPhrase(name: "r\(place)", arity: arity)!)
    }
    func atom(_ variables: Int, _ chance: inout Chance) -> HornProgram.Atom {
      let predicate = chance.below(4)
      let first = chance.below(variables)
      let second = arities[predicate] == 1 ? first : chance.below(variables)
      return HornProgram.Atom(predicate: predicate, first: first, second: second)
    }
    let rules = (0..<1 + chance.below(4)).map { _ -> HornProgram.Rule in
      let variables = 1 + chance.below(4)
      var body = (0..<1 + chance.below(3)).map { _ in atom(variables, &chance) }
      // Every variable occurs.
      for variable in 0..<variables
      where !body.contains(where: { [$0.first, $0.second].contains(variable) }) {
        body.append(HornProgram.Atom(predicate: chance.below(3), first: variable, second: 0))
      }
      return HornProgram.Rule(head: atom(variables, &chance), body: body, variableCount: variables)
    }
    return HornProgram(
      name: "random", predicates: predicates, rules: rules, asked: nil, statements: [])
  }

  // The round of every atom, by trying all nodes for all variables.
  private func bruteForce(_ program: HornProgram, _ facts: [GroundAtom], _ nodes: Int)
    -> [GroundAtom: Int]
  {
    var rounds = Dictionary(facts.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
    var round = 0
    while true {
      round += 1
      var new: Set<GroundAtom> = []
      for rule in program.rules {
        var assignments = 1
        for _ in 0..<rule.variableCount { assignments *= nodes }
        for number in 0..<assignments {
          var rest = number
          let values = (0..<rule.variableCount).map { _ -> Int in
            defer { rest /= nodes }
            return rest % nodes
          }
          func ground(_ atom: HornProgram.Atom) -> GroundAtom {
            GroundAtom(
              predicate: atom.predicate, first: values[atom.first], second: values[atom.second])
          }
          if rule.body.allSatisfy({ rounds[ground($0)] != nil }), rounds[ground(rule.head)] == nil {
            new.insert(ground(rule.head))
          }
        }
      }
      if new.isEmpty { return rounds }
      for atom in new { rounds[atom] = round }
    }
  }

  @Test(arguments: 0..<150)
  func theLeastModelIsFound(_ seed: Int) {
    var chance = Chance(state: UInt64(seed))
    let program = randomProgram(&chance)
    let nodes = 2 + chance.below(4)
    let facts = (0..<2 + chance.below(8)).map { _ -> GroundAtom in
      let predicate = chance.below(4)
      let first = chance.below(nodes)
      let second = predicate == 3 ? first : chance.below(nodes)
      return GroundAtom(predicate: predicate, first: first, second: second)
    }
    let expected = bruteForce(program, facts, nodes)
    var chaining = ForwardChaining(program)
    // Used again: nothing of an earlier set of facts may be left.
    for _ in 0..<2 {
      chaining.reset(nodes: nodes)
      for fact in facts { _ = chaining.insert(fact) }
      chaining.begin()
      chaining.run()
      for predicate in 0..<4 {
        for first in 0..<nodes {
          for second in 0..<nodes {
            let atom = GroundAtom(predicate: predicate, first: first, second: second)
            let round = chaining.round(of: atom)
            #expect(round == expected[atom])
            guard round != nil else { continue }
            check(chaining.derivation(of: atom), of: atom, program, Set(facts), expected)
          }
        }
      }
    }
    let naive = NaiveEvaluation(program, facts: facts)
    #expect(Set(naive.reasons.keys) == Set(expected.keys))
  }

  // Each step is an instance of its rule with premises known, and the last is the atom.
  private func check(
    _ steps: [ForwardChaining.Step], of atom: GroundAtom, _ program: HornProgram,
    _ facts: Set<GroundAtom>, _ rounds: [GroundAtom: Int]
  ) {
    var known = facts
    for step in steps {
      let rule = program.rules[step.rule]
      var values: [Int: Int] = [:]
      var matches = rule.body.count == step.premises.count
      for (pattern, ground) in zip(rule.body + [rule.head], step.premises + [step.conclusion]) {
        matches = matches && pattern.predicate == ground.predicate
        for (variable, node) in [(pattern.first, ground.first), (pattern.second, ground.second)] {
          matches = matches && values[variable] ?? node == node
          values[variable] = node
        }
      }
      #expect(matches && step.premises.allSatisfy(known.contains))
      #expect(step.premises.allSatisfy { rounds[$0]! < rounds[step.conclusion]! })
      known.insert(step.conclusion)
    }
    #expect(known.contains(atom))
  }
}
