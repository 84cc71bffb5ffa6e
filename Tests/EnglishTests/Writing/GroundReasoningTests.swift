import Certificates
import Entailment
import FirstOrderLogic
import TestSupport
import Testing

@testable import English

/// What is told of a proof is so: its clauses follow from their premises and contradict each other,
/// and every line follows from what was told before it.
@Suite struct GroundReasoningTests {
  /// Refutations of random problems, with their certificates.
  private static func certificates(seed: UInt64, count: Int) -> [Certificate] {
    var generator = FormulaGenerator(seed: seed)
    generator.predicates = [("Cat", 1), ("Kind", 1), ("Sees", 2)]
    generator.functions = [("bob", 0), ("ann", 0)]
    generator.hasEquality = seed % 2 == 0
    var certificates: [Certificate] = []
    let entailer = Entailer(options: EntailmentOptions(prover: .resolution, cpuSeconds: 2))
    for _ in 0..<count {
      let premises = (1...4).map {
        Statement(name: "premise\($0)", formula: generator.formula(depth: 3))
      }
      let conclusion = Statement(name: "conclusion", formula: generator.formula(depth: 2))
      let answer = entailer.answer(Problem(premises: premises, conclusion: conclusion))
      if let certificate = answer.certificate, certificate.refutation != nil {
        certificates.append(certificate)
      }
    }
    return certificates
  }

  @Test(arguments: 1...4)
  func proofsAreRight(_ seed: UInt64) throws {
    let certificates = Self.certificates(seed: seed, count: 60)
    #expect(certificates.count > 10)
    var told = 0
    for certificate in certificates {
      let refutation = try #require(certificate.refutation)
      guard let instances = GroundInstances(refutation) else { continue }
      expectInstances(instances, of: certificate)
      let reasoning = try #require(GroundReasoning(instances.clauses, allowsDirect: false))
      expectProof(reasoning.proof, reasoning, given: [])
      if let direct = GroundReasoning(instances.clauses, allowsDirect: true), direct.isDirect {
        expectProof(direct.proof, direct, given: [])
        // The denial is not used but as the goal.
        for step in direct.proof.steps {
          #expect(direct.clauses[step.clause].origin != .conclusion)
        }
      }
      told += 1
      let lines = ProofNarration.lines(certificate, wording: ProblemWording())
      #expect(!lines.isEmpty)
      let names = refutation.premisesUsed.filter { name in
        instances.clauses.contains { $0.origin == .premise(name) }
      }
      #expect(Set(names).isSubset(of: Set(refutation.premisesUsed)))
    }
    #expect(told > 10)
  }

  /// A clause without Skolem or defined symbols holds wherever its statement does.
  private func expectInstances(_ instances: GroundInstances, of certificate: Certificate) {
    let stance = certificate.refutation!.stance
    for clause in instances.clauses {
      let formula: Formula?
      switch clause.origin {
      case .premise(let name):
        formula = certificate.problem.premises.first { $0.name == name }?.formula
      case .conclusion:
        formula = certificate.problem.conclusion.map {
          stance == .denied ? .not($0.formula) : $0.formula
        }
      case .equality: formula = .constant(true)
      case .definition, .distinctness: formula = nil
      }
      guard let formula, !clause.usesNewSymbols(instances) else { continue }
      for seed in 0..<12 {
        let interpretation = Interpretation(seed: UInt64(seed), size: seed % 3 + 1)
        guard interpretation.holds(formula) else { continue }
        #expect(interpretation.holds(clause.literals, [:]), "\(clause)")
      }
    }
  }

  private func expectProof(
    _ proof: GroundReasoning.Proof, _ reasoning: GroundReasoning, given: Set<Literal>
  ) {
    var known = given
    for step in proof.steps {
      let literals = reasoning.clauses[step.clause].literals
      #expect(literals.contains(step.literal))
      #expect(literals.allSatisfy { $0 == step.literal || known.contains($0.negated) })
      known.insert(step.literal)
    }
    switch proof.end {
    case .falsified(let index):
      #expect(reasoning.clauses[index].literals.allSatisfy { known.contains($0.negated) })
    case .cases(let index, let cases):
      let open = cases.map(\.literal)
      #expect(
        reasoning.clauses[index].literals.allSatisfy {
          open.contains($0) || known.contains($0.negated)
        })
      for part in cases { expectProof(part.proof, reasoning, given: known.union([part.literal])) }
    }
  }
}

extension GroundClause {
  fileprivate func usesNewSymbols(_ instances: GroundInstances) -> Bool {
    literals.contains { literal in
      if case .predicate(let name, _) = literal.atom, instances.definitions[name] != nil {
        return true
      }
      var isNew = false
      for argument in literal.atom.arguments {
        argument.forEachSubterm { term in
          guard case .application(let name, _) = term else { return }
          if instances.skolemSymbols[name] != nil || name == "anything" { isNew = true }
        }
      }
      return isNew
    }
  }
}
