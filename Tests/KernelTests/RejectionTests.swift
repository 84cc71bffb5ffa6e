import Certificates
import FirstOrderLogic
import Kernel
import TestSupport
import Testing

/// What the rules' side conditions refuse, one case each.
@Suite struct RejectionTests {
  private func steps(
    _ certificate: Certificate, _ change: (inout [Step]) -> Void
  ) -> Verification {
    var certificate = certificate
    change(&certificate.refutation!.steps)
    return verify(certificate)
  }

  private func formula(_ text: String) -> Step.Content { .formula(TPTPNotation.formula(text)!) }
  private func clause(_ text: String) -> Step.Content { .clause(TPTPNotation.clause(text)!) }

  private func expectRejection(_ result: Verification, at step: Int?, _ comment: Comment) {
    guard case .rejected(step, _) = result else {
      Issue.record("\(comment): \(result)")
      return
    }
  }

  @Test func skolemSymbolsAreNewAndDependOnWhatIsAround() {
    for (name, arguments) in [
      ("s", ["X"]), ("p", ["X"]), ("f", []), ("f", ["Y"]), ("f", ["X", "X"]),
    ] {
      let result = steps(HandMadeCertificates.skolem) {
        $0[3].rule = .skolemization(
          parent: 3,
          symbols: [
            SkolemSymbol(name: name, arguments: arguments),
            SkolemSymbol(name: "g", arguments: ["X"]),
          ])
      }
      expectRejection(result, at: 4, "\(name) \(arguments)")
    }
    let twice = steps(HandMadeCertificates.skolem) {
      $0[6].rule = .skolemization(
        parent: 6, symbols: [SkolemSymbol(name: "f", arguments: [])])
      $0[6].content = formula("s(V) | p(f)")
    }
    expectRejection(twice, at: 7, "a symbol of an earlier step")
  }

  @Test func definitionsAreNewAndStandForOneFormula() {
    for text in [
      "! [X] : (q(X) => (q(X) & r(X)))", "! [X] : (d(X) => d(X))", "d => (q(X) & r(X))",
      "! [X] : (d(X,X) => (q(X) & r(X)))", "! [X] : (d(X) => unknown(X))",
      "? [X] : (d(X) => (q(X) & r(X)))",
    ] {
      let symbol = text.contains("q(X) =>") ? "q" : "d"
      let result = steps(HandMadeCertificates.renaming) {
        $0[1].rule = .definition(symbol: symbol)
        $0[1].content = formula(text)
      }
      expectRejection(result, at: 2, "\(text)")
    }
    let other = steps(HandMadeCertificates.renaming) {
      $0[3].content = formula("! [X] : ((q(X) | r(X)) => d(X))")
    }
    expectRejection(other, at: 4, "another body")
  }

  @Test func renamingReplacesDisjointBodies() {
    for replacements in [
      [Replacement(definition: 3, path: [1, 1]), Replacement(definition: 4, path: [0, 0, 1])],
      [Replacement(definition: 4, path: [0, 0, 0])], [Replacement(definition: 4, path: [0, 7])],
      [Replacement(definition: 1, path: [])],
    ] {
      let result = steps(HandMadeCertificates.renaming) {
        $0[4].rule = .renaming(parent: 1, replacements: replacements)
      }
      expectRejection(result, at: 5, "\(replacements)")
    }
  }

  @Test func splittingTakesPartsOfTheirOwnVariables() {
    func rule(_ literals: [Int], _ substitution: Substitution, _ definition: Int) -> Rule {
      .splitting(
        parent: 6, literals: literals, substitution: substitution, definition: definition)
    }
    let renaming: Substitution = ["Y": .variable("Z")]
    for (rule, content) in [
      // A literal that stays shares Y, even where the clause would hold all that is left.
      (rule([0], renaming, 5), "s | t | q(Y)"), (rule([2], renaming, 5), "a = f(Y) | s | t"),
      // Not the definition's clause.
      (rule([0, 1, 2], renaming, 5), "t"), (rule([0, 2], renaming, 4), "s"),
      (rule([0, 2], [:], 5), "s | t"), (rule([0, 2], ["Y": .constant("a")], 5), "s | t"),
      // Not what is left, no such literal, no definition.
      (rule([0, 2], renaming, 5), "t"), (rule([0, 2], renaming, 5), "s"),
      (rule([0, 2, 3], renaming, 5), "s | t"), (rule([0, -1], renaming, 5), "s | t"),
      (rule([0, 2], renaming, 3), "s | t"), (rule([0, 2], ["Z": .variable("Z")], 5), "s | t"),
    ] {
      let result = steps(HandMadeCertificates.splitting) {
        $0[6].rule = rule
        $0[6].content = clause(content)
      }
      expectRejection(result, at: 7, "\(rule) \(content)")
    }
    for text in ["t <=> (? [Z] : (q(Z) | f(Z) = a))", "! [Z] : (t(Z) <=> (q(Z) | f(Z) = a))"] {
      let result = steps(HandMadeCertificates.splitting) { $0[4].content = formula(text) }
      expectRejection(result, at: 7, "\(text)")
    }
  }

  @Test func clausesHoldNoLiteralTwiceAndKnownSymbolsOnly() {
    for text in ["mortal(socrates) | mortal(socrates)", "mortal(socrates) | new", "X = Y | Y = X"] {
      let result = steps(HandMadeCertificates.socrates) { $0[8].content = clause(text) }
      expectRejection(result, at: 9, "\(text)")
    }
    let weakened = steps(HandMadeCertificates.socrates) {
      $0[8].content = clause("mortal(socrates) | ~ human(X)")
    }
    expectRejection(weakened, at: 10, "what weakening adds stays")
  }

  @Test func theProblemIsWellFormed() {
    for text in ["human(X)", "! [X] : ? [X] : human(X)"] {
      var certificate = HandMadeCertificates.socrates
      certificate.problem.premises[2].formula = TPTPNotation.formula(text)!
      expectRejection(verify(certificate), at: nil, "\(text)")
    }
    var twice = HandMadeCertificates.socrates
    twice.problem.premises[2].name = "conclusion"
    expectRejection(verify(twice), at: nil, "a name twice")
  }

  @Test func stepsAscendAndEndInTheEmptyClause() {
    let order = steps(HandMadeCertificates.socrates) { $0.swapAt(4, 5) }
    expectRejection(order, at: 6, "order")
    let twice = steps(HandMadeCertificates.socrates) { $0.insert($0[4], at: 4) }
    expectRejection(twice, at: 5, "a number twice")
    expectRejection(steps(HandMadeCertificates.socrates) { $0 = [] }, at: nil, "no steps")
  }

  @Test func modelsKeepDistinctObjectsApart() {
    var certificate = HandMadeCertificates.uncertain
    for index in 0..<2 { certificate.models[index].model.functions[2].values = [1] }
    expectRejection(verify(certificate), at: nil, "two objects with one value")
    var missing = HandMadeCertificates.uncertain
    missing.models[0].model.predicates.removeLast()
    expectRejection(verify(missing), at: nil, "a missing table")
    var extra = HandMadeCertificates.uncertain
    extra.models[0].model.predicates.append(.init(name: "extra", arity: 0, values: [true]))
    expectRejection(verify(extra), at: nil, "a table too many")
  }

  /// The premise has a model of one element, in which two objects of a step's own could not differ.
  @Test func stepsHoldNoObjectsOfTheirOwn() {
    for (isObjectOfProblem, premise) in [
      (false, "! [X,Y] : X = Y"), (true, #"! [X,Y] : (X = Y | p("a","b"))"#),
    ] {
      let clause = isObjectOfProblem ? #"X = Y | p("a","b")"# : "X = Y"
      let certificate = Certificate(
        problem: Problem(
          premises: [
            Statement(name: "one", formula: TPTPNotation.formula(premise)!),
            Statement(name: "two", formula: TPTPNotation.formula("~ ? [X,Y] : p(X,Y)")!),
          ], conclusion: nil),
        verdict: .contradictory,
        refutation: Refutation(
          stance: .absent,
          steps: objectSteps(premise: premise, clause: clause, hasLiteral: isObjectOfProblem)),
        models: [])
      #expect((verify(certificate) == .accepted) == isObjectOfProblem, "\(verify(certificate))")
    }
  }

  private func objectSteps(premise: String, clause text: String, hasLiteral: Bool) -> [Step] {
    func premiss(_ step: Int, _ substitution: Substitution = [:]) -> Premiss {
      Premiss(step: step, literal: 0, substitution: substitution)
    }
    let objects: Substitution = ["X": .distinct("a"), "Y": .distinct("b")]
    let start = [
      Step(id: 1, content: formula(premise), rule: .premise(name: "one")),
      Step(
        id: 2, content: formula(text), rule: .skolemization(parent: 1, symbols: [])),
      Step(id: 3, content: clause(text), rule: .clause(parent: 2, substitution: [:])),
      Step(id: 4, content: clause(#""a" != "b""#), rule: .distinctness),
      Step(
        id: 5, content: hasLiteral ? clause(#"p("a","b")"#) : .clause([]),
        rule: .resolution(left: premiss(3, objects), right: premiss(4))),
    ]
    guard hasLiteral else { return start }
    return start + [
      Step(id: 6, content: formula("~ ? [X,Y] : p(X,Y)"), rule: .premise(name: "two")),
      Step(id: 7, content: formula("! [X,Y] : ~ p(X,Y)"), rule: .negationNormalForm(parent: 6)),
      Step(
        id: 8, content: formula("~ p(X,Y)"), rule: .skolemization(parent: 7, symbols: [])),
      Step(id: 9, content: clause("~ p(X,Y)"), rule: .clause(parent: 8, substitution: [:])),
      Step(
        id: 10, content: .clause([]),
        rule: .resolution(left: premiss(5), right: premiss(9, objects))),
    ]
  }

  @Test func substitutionsHoldKnownSymbolsAndAreNotTooDeep() {
    let deep = (0..<2 * Formula.maximumDepth + 6).reduce(Term.constant("socrates")) { term, _ in
      .application("f", [term])
    }
    for (term, reason) in [
      (Term.constant("unknown"), "it holds a symbol that is neither the problem's nor introduced"),
      (.distinct("unknown"), "it holds a distinct object that the problem doesn't have"),
      (deep, "nested too deep"),
    ] {
      let result = steps(HandMadeCertificates.socrates) {
        $0[3].rule = .clause(parent: 3, substitution: ["X": term])
      }
      #expect(result == .rejected(step: 4, reason: reason))
    }
  }

  @Test func hugeWorkIsRefused() {
    var nested = Formula.predicate("p")
    for _ in 0..<40 { nested = .iff(nested, .predicate("q")) }
    let normal = Certificate(
      problem: Problem(premises: [Statement(name: "one", formula: nested)], conclusion: nil),
      verdict: .contradictory,
      refutation: Refutation(
        stance: .absent,
        steps: [
          Step(id: 1, content: .formula(nested), rule: .premise(name: "one")),
          Step(id: 2, content: .formula(nested), rule: .negationNormalForm(parent: 1)),
        ]), models: [])
    #expect(verify(normal) == .rejected(step: 2, reason: "too large to check"))
  }

  @Test(arguments: [1_990, 20_000])
  func deepFormulasDontOverflow(_ depth: Int) {
    var deep = Formula.predicate("p")
    for _ in 0..<depth { deep = .not(deep) }
    let isDeep = depth > Formula.maximumDepth
    let certificate = Certificate(
      problem: Problem(
        premises: [
          Statement(name: "deep", formula: deep),
          Statement(name: "other", formula: .not(.predicate("p"))),
        ], conclusion: nil),
      verdict: .contradictory,
      refutation: Refutation(
        stance: .absent,
        steps: [
          Step(id: 1, content: .formula(deep), rule: .premise(name: "deep")),
          Step(id: 2, content: formula("p"), rule: .negationNormalForm(parent: 1)),
          Step(id: 3, content: clause("p"), rule: .clause(parent: 2, substitution: [:])),
          Step(id: 4, content: formula("~ p"), rule: .premise(name: "other")),
          Step(id: 5, content: clause("~ p"), rule: .clause(parent: 4, substitution: [:])),
          Step(
            id: 6, content: .clause([]),
            rule: .resolution(
              left: Premiss(step: 3, literal: 0, substitution: [:]),
              right: Premiss(step: 5, literal: 0, substitution: [:]))),
        ]), models: [])
    #expect((verify(certificate) == .accepted) == !isDeep)
  }

  @Test func problemsAreComparedUpToBoundNames() {
    let problem = HandMadeCertificates.skolem.problem
    var renamed = problem
    for index in renamed.premises.indices {
      renamed.premises[index].formula = problem.premises[index].formula
        .withDistinctVariables(keepingNames: false)
    }
    #expect(problem.isSameProblem(as: renamed))
    renamed.premises.swapAt(0, 1)
    #expect(!problem.isSameProblem(as: renamed))
  }
}
