import Diagnostics
import FirstOrderLogic
import Testing

@testable import English

/// What one sentence says, in FOLIO's notation; a refused one gives its diagnostic's code.
func reading(of text: String, after context: String = "") -> String {
  var story = Story()
  if !context.isEmpty { story.addPremises(SourceText(context)) }
  story.addPremises(SourceText(text))
  guard let last = EnglishReader.sentences(of: story).last else { return "nothing" }
  guard let formula = last.formula else { return last.diagnostic?.code.rawValue ?? "lost" }
  let problem = Problem(premises: [], conclusion: Statement(name: "conclusion", formula: formula))
  return String(ProblemWriter.write(problem, as: .folio).dropLast())
}

@Suite struct PatternTests {
  /// Everyday patterns, each with what it says.
  static let statements: [(String, String)] = [
    ("Anne is kind.", "Kind(anne)"),
    ("The bald eagle is not round.", "¬Round(baldEagle)"),
    ("The cat chases the squirrel.", "Chases(cat, squirrel)"),
    ("The cat does not chase the squirrel.", "¬Chases(cat, squirrel)"),
    ("The cat doesn't chase Anne.", "¬Chases(cat, anne)"),
    ("Anne isn't kind.", "¬Kind(anne)"),
    ("Bob is a jazz singer.", "JazzSinger(bob)"),
    ("All kind people are red.", "∀x (Kind(x) → Red(x))"),
    ("Red, cold things are round.", "∀x (Red(x) ∧ Cold(x) → Round(x))"),
    ("Young people are not rough.", "∀x (Young(x) → ¬Rough(x))"),
    ("Every wumpus is not shy.", "∀x (Wumpus(x) → ¬Shy(x))"),
    ("Wumpuses are yumpuses.", "∀x (Wumpus(x) → Yumpus(x))"),
    ("Each impus is a tumpus.", "∀x (Impus(x) → Tumpus(x))"),
    ("Any lawyer is a gentleman.", "∀x (Lawyer(x) → Gentleman(x))"),
    ("No cats are dogs.", "∀x (Cat(x) → ¬Dog(x))"),
    ("No cat is a dog.", "∀x (Cat(x) → ¬Dog(x))"),
    ("Some cats are quiet.", "∃x (Cat(x) ∧ Quiet(x))"),
    ("Some cats do not bark.", "∃x (Cat(x) ∧ ¬Barks(x))"),
    ("Only students attend the school.", "∀x (Attends(x, school) → Student(x))"),
    ("Not all bears are wild.", "¬∀x (Bear(x) → Wild(x))"),
    ("Not every bear is wild.", "¬∀x (Bear(x) → Wild(x))"),
    ("Everyone is kind.", "∀x Kind(x)"),
    ("Everyone who owns a dog is happy.", "∀x ((∃y (Dog(y) ∧ Owns(x, y))) → Happy(x))"),
    ("If anyone is kind then Bob is sad.", "∀x (Kind(x) → Sad(bob))"),
    ("If any dog barks, it is old.", "∀x (Dog(x) ∧ Barks(x) → Old(x))"),
    ("If every dog barks, Bob is sad.", "(∀x (Dog(x) → Barks(x))) → Sad(bob)"),
    ("If no dog barks, Bob is sad.", "(∀x (Dog(x) → ¬Barks(x))) → Sad(bob)"),
    ("Anyone who sings is kind.", "∀x (Sings(x) → Kind(x))"),
    ("Dr. Smith isn't kind.", "¬Kind(drSmith)"),
    ("Not all people who sing are kind.", "¬∀x (Sings(x) → Kind(x))"),
    ("Nobody likes Anne.", "∀x ¬Likes(x, anne)"),
    ("No one who likes Anne is sad.", "∀x (Likes(x, anne) → ¬Sad(x))"),
    ("Nothing that breathes is made of paper.", "∀x (Breathes(x) → ¬MadeOfPaper(x))"),
    ("Everything that is red is round.", "∀x (Red(x) → Round(x))"),
    ("Those who smoke are sad.", "∀x (Smokes(x) → Sad(x))"),
    ("People who like the cat are kind.", "∀x (Likes(x, cat) → Kind(x))"),
    (
      "All students who do not have class have free time.",
      "∀x (Student(x) ∧ ¬HasClass(x) → HasFreeTime(x))"
    ),
    ("There is a quiet dog.", "∃x QuietDog(x)"),
    ("There are no red cats.", "¬∃x RedCat(x)"),
    ("There are some red cats.", "∃x RedCat(x)"),
    ("If someone is kind then they are red.", "∀x (Kind(x) → Red(x))"),
    ("If something is red and not kind then it is round.", "∀x (Red(x) ∧ ¬Kind(x) → Round(x))"),
    ("If Anne is kind, Bob is sad.", "Kind(anne) → Sad(bob)"),
    ("If a person is hungry, the person is sad.", "∀x (Hungry(x) → Sad(x))"),
    (
      "If an animal barks, then Anne does not like it.",
      "∀x (Animal(x) ∧ Barks(x) → ¬Likes(anne, x))"
    ),
    ("When something is depressing, it is sad.", "∀x (Depressing(x) → Sad(x))"),
    ("Whenever Anne is sad, Bob is sad.", "Sad(anne) → Sad(bob)"),
  ]
  static let coordinated: [(String, String)] = [
    ("Unless Bob is kind, Anne is sad.", "¬Kind(bob) → Sad(anne)"),
    ("Anne is sad unless Bob is kind.", "¬Kind(bob) → Sad(anne)"),
    ("Anne is happy if Bob is happy.", "Happy(bob) → Happy(anne)"),
    ("Anne is happy only if Bob is happy.", "Happy(anne) → Happy(bob)"),
    ("Anne is happy if and only if Bob is happy.", "Happy(anne) ↔ Happy(bob)"),
    ("It is not true that Anne is kind.", "¬Kind(anne)"),
    ("It is not the case that all cats are red.", "¬∀x (Cat(x) → Red(x))"),
    ("Either Anne is kind or Bob is kind.", "Kind(anne) ⊕ Kind(bob)"),
    ("Either Anne is kind or Bob is kind, but not both.", "Kind(anne) ⊕ Kind(bob)"),
    ("Anne is kind and Bob is red.", "Kind(anne) ∧ Red(bob)"),
    ("Anne is kind or Bob is red.", "Kind(anne) ∨ Red(bob)"),
    ("Anne is red, kind and quiet.", "Red(anne) ∧ Kind(anne) ∧ Quiet(anne)"),
    ("Anne is red or kind.", "Red(anne) ∨ Kind(anne)"),
    ("Anne is either a cook or a singer.", "Cook(anne) ⊕ Singer(anne)"),
    ("Anne is neither a cook nor a singer.", "¬Cook(anne) ∧ ¬Singer(anne)"),
    ("Anne neither sings nor owns a dog.", "¬Sings(anne) ∧ ¬∃x (Dog(x) ∧ Owns(anne, x))"),
    ("Anne is both a cook and a singer.", "Cook(anne) ∧ Singer(anne)"),
    ("Anne is not both a cook and a singer.", "¬(Cook(anne) ∧ Singer(anne))"),
    ("Anne is kind but not red.", "Kind(anne) ∧ ¬Red(anne)"),
    ("Tom and Ann are both students.", "Student(tom) ∧ Student(ann)"),
    ("Neither Tom nor Ann is kind.", "¬Kind(tom) ∧ ¬Kind(ann)"),
    ("Anne sees the cat and the dog.", "Sees(anne, cat) ∧ Sees(anne, dog)"),
    ("Anne likes herself.", "Likes(anne, anne)"),
    ("Anne owns a dog.", "∃x (Dog(x) ∧ Owns(anne, x))"),
    ("Anne owns no dog.", "∀x (Dog(x) → ¬Owns(anne, x))"),
    ("Anne likes every dog.", "∀x (Dog(x) → Likes(anne, x))"),
    ("Bob works at Meta.", "WorksAt(bob, meta)"),
    ("Bob is a citizen of Lawton Park.", "CitizenOf(bob, lawtonPark)"),
    ("Everyone working at Meta is rich.", "∀x (WorkingAt(x, meta) → Rich(x))"),
    (
      "All buildings managed by the city are old.", "∀x (Building(x) ∧ ManagedBy(x, city) → Old(x))"
    ),
    ("Anne can swim.", "CanSwim(anne)"),
    ("Anne will not take the bus.", "¬WillTake(anne, bus)"),
    ("Anne never smokes.", "¬Smokes(anne)"),
    ("Anne was a legislator.", "WasLegislator(anne)"),
    ("All food is edible.", "∀x (Food(x) → Edible(x))"),
    ("Coke is edible.", "Edible(coke)"),
    ("The party is located in Portland, Oregon.", "LocatedIn(party, portlandOregon)"),
    ("Anne is unaware that coffee is a drug.", "UnawareThatCoffeeIsADrug(anne)"),
    ("If people own cars, then they drive.", "∀x (OwnsCars(x) → Drives(x))"),
    ("A cat is an animal.", "∀x (Cat(x) → Animal(x))"),
  ]

  @Test(arguments: statements + coordinated)
  func sentencesSayWhatTheySay(_ sentence: String, _ formula: String) {
    #expect(reading(of: sentence) == formula, "\(sentence)")
  }

  /// Templates of ProofWriter's theories, with animals that facts have introduced.
  @Test(arguments: [
    (
      "If something chases the cat and it does not see the dog then it is not green.",
      "∀x (Chases(x, cat) ∧ ¬Sees(x, dog) → ¬Green(x))"
    ),
    (
      "If the cow is red and the cow sees the cat then the cat is young.",
      "Red(cow) ∧ Sees(cow, cat) → Young(cat)"
    ),
    (
      "If someone is kind and they see the cat then the cow does not need the bald eagle.",
      "∀x (Kind(x) ∧ Sees(x, cat) → ¬Needs(cow, baldEagle))"
    ),
  ])
  func templatesAreRead(_ sentence: String, _ formula: String) {
    let facts = "The cat is kind. The dog is red. The cow sees the cat."
    #expect(reading(of: sentence, after: facts) == formula)
  }

  @Test func theSameWordInEveryFormIsOneSymbol() {
    let words = [
      ("A study is a report.", "Studies are reports."),
      ("Every movie is a story.", "Movies are stories."),
      ("Every bus is a box.", "Buses are boxes."),
      ("Every wolf is a fox.", "Wolves are foxes."),
      ("Every child is a hero.", "Children are heroes."),
    ]
    for (singular, plural) in words {
      #expect(reading(of: plural, after: singular) == reading(of: singular))
    }
    for (singular, plural) in [
      ("Every cook studies.", "All cooks study."), ("Every cook goes.", "All cooks go."),
      ("Every cook washes the car.", "All cooks wash the car."),
    ] {
      #expect(reading(of: plural, after: singular) == reading(of: singular))
    }
  }

  @Test func contractionsAndApostrophesMakeNoDifference() {
    #expect(reading(of: "Anne isn’t kind.") == "¬Kind(anne)")
    #expect(reading(of: "Anne doesn’t like Bob.") == "¬Likes(anne, bob)")
    #expect(reading(of: "Anne can't swim.") == "¬CanSwim(anne)")
    #expect(reading(of: "Anne cannot swim.") == "¬CanSwim(anne)")
    #expect(reading(of: "Anne won't swim.") == "¬WillSwim(anne)")
  }
}
