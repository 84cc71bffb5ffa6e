import Diagnostics
import English
import FirstOrderLogic
import Foundation
import TestSupport
import Testing

@Suite struct FormulaVerbalizerTests {
  private static func sentence(_ text: String, wording: ProblemWording = ProblemWording()) -> String
  {
    let read = ProblemReader.read(SourceText("⊢ " + text), format: .native)
    guard let formula = read.problem.conclusion?.formula else { return "unread: \(text)" }
    let lexicon = Lexicon([formula], wording: wording)
    return FormulaVerbalizer(lexicon: lexicon).sentence(formula)
  }

  @Test(arguments: [
    ("Student(bob)", "Bob is a student."),
    ("¬Student(bob)", "Bob is not a student."),
    ("IsTall(bob)", "Bob is tall."),
    ("Kind(cat)", "The cat is kind."),
    ("Kind(bald_eagle)", "The bald eagle is kind."),
    ("Kind(NewYork)", "New York is kind."),
    ("Chases(bear, lion)", "The bear chases the lion."),
    ("¬Chases(bear, lion)", "The bear does not chase the lion."),
    ("LivesIn(ann, paris)", "Ann lives in Paris."),
    ("LiveIn(ann, paris)", "Ann lives in Paris."),
    ("tallerThan(ann, bob)", "Ann is taller than Bob."),
    ("Taller(ann, bob)", "Ann is taller than Bob."),
    ("CanFly(ann)", "Ann can fly."),
    ("¬CanFly(ann)", "Ann cannot fly."),
    ("HasLegs(ann)", "Ann has legs."),
    ("¬HasLegs(ann)", "Ann does not have legs."),
    ("WrittenBy(book, ann)", "The book is written by Ann."),
    ("Created(ann, x1)", "Ann created X1."),
    ("¬Created(ann, bob)", "Ann did not create Bob."),
    ("MemberOf(ann, club)", "Ann is a member of Club."),
    ("In(ann, paris)", "Ann is in Paris."),
    ("InTop10(ann)", "Ann is in top 10."),
    ("SoccerPlayer(ann)", "Ann is a soccer player."),
    ("TVShow(ann)", "Ann is a TV show."),
    ("Engineer(ann)", "Ann is an engineer."),
    ("University(ann)", "Ann is a university."),
    ("American(ann)", "Ann is American."),
    ("Cupcakes(ann)", "Ann is a cupcake."),
    ("Season(ann, bob)", "Ann is in the relation \"Season\" to Bob."),
    ("P(ann)", "Ann has the property \"P\"."),
    ("NotPicky(ann)", "Ann has the property \"NotPicky\"."),
    ("FishAndChips(ann)", "Ann has the property \"FishAndChips\"."),
    ("Gives(ann, book, bob)", "Ann is in the relation \"Gives\" to the book and Bob."),
    ("Rains", "\"Rains\" holds."),
    ("¬Rains", "\"Rains\" does not hold."),
    ("father(ann) = bob", "The father of Ann is the same as Bob."),
    ("ann ≠ bob", "Ann is not the same as Bob."),
    ("sum(ann, double(bob)) = ann", "The sum of Ann and (the double of Bob) is the same as Ann."),
    ("⊤", "A tautology holds."),
  ])
  func atoms(_ formula: String, _ english: String) {
    #expect(Self.sentence(formula) == english)
  }

  @Test(arguments: [
    ("∀x (Cat(x) → Kind(x))", "Every cat is kind."),
    ("∀x (Cat(x) → ¬Kind(x))", "No cat is kind."),
    ("∀x (Cat(x) → Animal(x))", "Every cat is an animal."),
    ("∀x (Kind(x) → Red(x))", "If something is kind then it is red."),
    ("∀x (Kind(x) ∧ Big(x) → ¬Red(x))", "If something is kind and big then it is not red."),
    ("∀x (Kind(x) ∧ ¬Big(x) → Red(x))", "If something is kind and is not big then it is red."),
    ("∀x (Kind(x) ∨ Big(x) → Red(x))", "If something is kind or big then it is red."),
    (
      "∀x (Kind(x) → Red(x) ∨ Big(x))",
      "If something is kind then it is red or big (or both)."
    ),
    ("∀x (Sees(x, cat) → Kind(x))", "Everything that sees the cat is kind."),
    ("∀x (Sees(x, cat) → ¬Kind(x))", "Nothing that sees the cat is kind."),
    ("∀x (Sees(x, cat) → Sees(cat, bob))", "If something sees the cat then the cat sees Bob."),
    (
      "∀x (Sees(x, cat) ∧ Sees(cat, bob) → Kind(x))",
      "For every x, if x sees the cat and the cat sees Bob then x is kind."
    ),
    ("∀x (Kind(x) → Likes(bob, x))", "If something is kind then Bob likes it."),
    ("∀x (Cat(x) ∧ Kind(x) → Red(x))", "Every cat that is kind is red."),
    ("∀x (Cat(x) ∧ ¬Kind(x) → ¬Red(x))", "No cat that is not kind is red."),
    ("∀x (Cat(x) → Red(x) ∧ ¬Kind(x))", "If something is a cat then it is red and is not kind."),
    ("∀x (Cat(x) → Likes(bob, x))", "Bob likes every cat."),
    ("∀x (Cat(x) → ¬Likes(bob, x))", "Bob likes no cat."),
    ("∀x Kind(x)", "Everything is kind."),
    ("∀x ¬Kind(x)", "Nothing is kind."),
    ("∀x Likes(x, x)", "Everything likes itself."),
    ("∀x (Kind(x) ∨ Red(x))", "Everything is kind or red (or both)."),
    ("∀x (Kind(x) ⊕ Red(x))", "Everything is either kind or red but not both."),
    ("∃x Kind(x)", "Something is kind."),
    ("∃x Cat(x)", "There is a cat."),
    ("∃x (Cat(x) ∧ Kind(x))", "Some cat is kind."),
    ("∃x (Cat(x) ∧ ¬Kind(x))", "Some cat is not kind."),
    ("∃x (Cat(x) ∧ Likes(bob, x))", "Bob likes some cat."),
    ("∃x (Kind(x) ∧ Red(x))", "Something is kind and red."),
    ("¬∃x (Cat(x) ∧ Kind(x))", "No cat is kind."),
    ("¬∃x Likes(bob, x)", "Bob likes nothing."),
    ("¬∀x (Cat(x) → Kind(x))", "Not every cat is kind."),
    ("¬∀x Kind(x)", "Not everything is kind."),
    ("∀x ∃y Likes(x, y)", "For every x, x likes something."),
    ("∃y ∀x Likes(x, y)", "There is an x such that everything likes x."),
    (
      "∀x ∀y (TallerThan(x, y) → ¬TallerThan(y, x))",
      "For all x and y, if x is taller than y then y is not taller than x."
    ),
    (
      "∀x (Cat(x) → ∃y (Dog(y) ∧ Chases(x, y)))", "For every cat x, x chases some dog."
    ),
    (
      "∃y (Dog(y) ∧ ∀x (Cat(x) → Chases(x, y)))",
      "There is a dog x such that every cat chases x."
    ),
    ("∀x (Kind(x) ↔ Red(x))", "For every x, x is kind if and only if x is red."),
  ])
  func quantifiers(_ formula: String, _ english: String) {
    #expect(Self.sentence(formula) == english)
  }

  @Test(arguments: [
    ("Kind(ann) ∧ Red(bob)", "Ann is kind and Bob is red."),
    ("Kind(ann) ∧ Red(ann) ∧ Big(ann)", "Ann is kind, red and big."),
    ("Kind(ann) ∧ Likes(ann, bob)", "Ann is kind and likes Bob."),
    ("Kind(ann) ∨ Cat(ann)", "Ann is kind or a cat (or both)."),
    ("Kind(ann) ⊕ Cat(ann)", "Ann is either kind or a cat but not both."),
    ("Kind(ann) ⊕ Cat(bob)", "Either Ann is kind or Bob is a cat but not both."),
    ("¬(Kind(ann) ∨ Cat(ann))", "Ann is neither kind nor a cat."),
    ("¬(Kind(ann) ∧ Cat(ann))", "It is not the case that both Ann is kind and Ann is a cat."),
    ("¬¬Kind(ann)", "It is not the case that Ann is not kind."),
    ("Kind(ann) → Red(bob)", "If Ann is kind then Bob is red."),
    (
      "Kind(ann) ∧ Red(bob) → Big(ann)", "If Ann is kind and Bob is red then Ann is big."
    ),
    ("Kind(ann) ↔ Red(bob)", "Ann is kind if and only if Bob is red."),
    (
      "(∃x Kind(x)) ↔ Red(bob)", "It holds that something is kind if and only if Bob is red."
    ),
    (
      "(Kind(ann) → Red(bob)) ∧ Big(ann)", "If Ann is kind then Bob is red; and Ann is big."
    ),
    (
      "Kind(ann) → Red(bob) ∧ Big(ann)", "If Ann is kind then Bob is red and Ann is big."
    ),
    (
      "(Kind(ann) ∧ Red(bob)) ∨ Big(ann)",
      "Either both Ann is kind and Bob is red or Ann is big (or both)."
    ),
    (
      "Kind(ann) ∧ (Red(bob) ∨ Big(ann))",
      "Ann is kind; and Bob is red or Ann is big (or both)."
    ),
    (
      "(∀x (Cat(x) → Kind(x))) → Red(bob)", "If every cat is kind then Bob is red."
    ),
    (
      "(Kind(ann) → Red(ann)) → Big(ann)",
      "If it is the case that if Ann is kind then Ann is red then Ann is big."
    ),
  ])
  func connectives(_ formula: String, _ english: String) {
    #expect(Self.sentence(formula) == english)
  }

  @Test func theAuthorsWordsComeFirst() {
    let wording = ProblemWording(
      sentences: ["premise1": "Every snark is a boojum.", "premise2": "The walrus is talkative."],
      meanings: [
        PredicateMeaning(name: "Perform", parameters: ["x"], text: "x performs in shows often."),
        PredicateMeaning(name: "Cold", parameters: ["$x"], text: "Is x cold?"),
        PredicateMeaning(name: "Eat", parameters: ["$x", "$y"], text: "Does x eat y?"),
        PredicateMeaning(name: "Fond", parameters: ["x"], text: "x is tired and x is cross."),
      ])
    func said(_ formula: String) -> String { Self.sentence(formula, wording: wording) }
    #expect(said("¬Perform(ann)") == "Ann does not perform in shows often.")
    #expect(said("Cold(ann)") == "Ann is cold.")
    #expect(said("¬Eat(ann, bob)") == "Ann does not eat Bob.")
    // A meaning that is no plain phrase is not taken.
    #expect(said("Fond(ann)") == "Ann is a fond.")
    #expect(said("∀x (Snark(x) → Boojum(x))") == "Every snark is a boojum.")
    #expect(said("Talkative(walrus)") == "The Walrus is talkative.")
  }

  /// Symbols whose first choice of phrase is the same are told apart.
  @Test func noTwoSymbolsAreSaidAlike() {
    let individuals: [Term] = [
      .constant("bob"), .constant("Bob"), .constant("the_cat"), .constant("cat"),
      .constant("music"), .constant("Music"), .distinct("bob"), .distinct("\"bob\""),
      .constant("something"), .constant("x"), .constant("X"), .constant("bob_and_ann"),
      .application("father", [.constant("bob")]), .application("Father", [.constant("bob")]),
      .application("fatherOf", [.constant("bob")]),
      .application("sum", [.constant("bob"), .application("sum", [.constant("cat")])]),
      .application("sum", [.application("sum", [.constant("bob"), .constant("cat")])]),
    ]
    let unary = [
      "Student", "IsStudent", "isStudent", "is_student", "student", "Students", "LikesMusic",
      "LikeMusic", "Cat", "NotCat", "Is", "Has", "It", "A", "Likes", "Kind", "IsKind", "NASA",
      "Nasa",
    ]
    let binary = [
      "Likes", "Like", "likes", "LikesNew", "Taller", "TallerThan", "IsTallerThan", "Of",
    ]
    var atoms: [Formula] = [.predicate("P"), .predicate("holds"), .predicate("\"P\"")]
    for term in individuals {
      for name in unary { atoms.append(.predicate(name, term)) }
      for other in individuals {
        for name in binary { atoms.append(.predicate(name, term, other)) }
        atoms.append(.equal(term, other))
        atoms.append(.predicate("Likes", term, other, .constant("bob")))
      }
    }
    let verbalizer = FormulaVerbalizer(lexicon: Lexicon(atoms))
    var said: [String: Formula] = [:]
    for formula in atoms + atoms.map({ .not($0) }) {
      let other = said.updateValue(formula, forKey: verbalizer.sentence(formula))
      #expect(other == nil, "\(String(describing: other)) and \(formula)")
    }
  }

  /// Formulas that are said alike are true in the same interpretations.
  @Test(arguments: 0..<8)
  func distinctLogicIsSaidDifferently(_ seed: UInt64) throws {
    var generator = FormulaGenerator(seed: seed)
    generator.predicates = [("Cat", 1), ("Kind", 1), ("Sees", 2), ("Red", 1)]
    generator.functions = [("bob", 0), ("cat", 0)]
    if seed % 4 == 3 {
      generator.predicates = [("Cat", 1), ("Kind", 1), ("Rains", 0)]
      generator.functions = [("bob", 0)]
    }
    generator.hasEquality = seed % 4 == 2
    generator.variables = ["x", "y"]
    var said: [String: Formula] = [:]
    let interpretations = (0..<24).map {
      Interpretation(seed: $0 + seed * 100, size: Int($0 % 3) + 1)
    }
    var pairs = 0
    for _ in 0..<2_000 {
      let formula = generator.formula(depth: Int.random(in: 1...4, using: &generator.random))
      let sentence = FormulaVerbalizer(lexicon: Lexicon([formula])).sentence(formula)
      guard let other = said.updateValue(formula, forKey: sentence), other != formula else {
        continue
      }
      pairs += 1
      for interpretation in interpretations {
        #expect(
          interpretation.holds(formula) == interpretation.holds(other),
          "\(sentence) \(NativeNotation.text(formula)) \(NativeNotation.text(other))")
      }
    }
    #expect(pairs > 5)
  }

  /// The depth that readers accept is said without running out of stack, in linear time.
  @Test func deepFormulas() {
    var formula = Formula.predicate("Kind", .constant("bob"))
    for level in 0..<400 {
      formula =
        level % 2 == 0
        ? .implies(formula, formula.isAtom ? formula : .not(.predicate("P")))
        : .or([formula, .predicate("Q")])
    }
    #expect(FormulaVerbalizer(lexicon: Lexicon([formula])).sentence(formula).count > 400)
  }

  /// The examples of Documentation/explaining.md.
  @Test func documentedSentences() throws {
    let page = try String(
      contentsOf: TestData.package.appending(path: "Documentation/explaining.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.hasSuffix(". |") }
    #expect(rows.count > 8)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(Self.sentence(cells[0].trimmingCharacters(in: ["`"])) == cells[1])
    }
  }
}

extension Formula {
  fileprivate var isAtom: Bool { if case .atom = self { true } else { false } }
}
