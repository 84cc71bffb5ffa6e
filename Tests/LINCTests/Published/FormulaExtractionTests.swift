import Testing

@testable import LINC

@Suite struct FormulaExtractionTests {
  private func formulas(_ text: String, isScratchpad: Bool = false) -> [String] {
    FormulaExtraction.formulas(of: text, isScratchpad: isScratchpad)
  }

  @Test func onlyLinesWithTheMarkAndATabCount() {
    let text = """
      TEXT:\tTom is a cat.
      FOL:\tCat(Tom)
      FOL: Dog(Rex)
      - FOL:\t Bird(Tweety) \r
      Cat(Felix)
      """
    #expect(formulas(text) == ["Cat(Tom)", "-  Bird(Tweety)"])
    #expect(formulas("FOL: Cat(Tom)\nFOL:Cat(Tom)").isEmpty)
    #expect(formulas("").isEmpty)
    #expect(formulas("FOL:\t") == [""])
  }

  @Test func nothingAfterTheStopWordOrTheModelsAnswerCounts() {
    #expect(formulas("FOL:\tA\n</EVALUATE>\nFOL:\tB") == ["A"])
    let answered = "FOL:\tA\nANSWER:\tTrue\nFOL:\tB"
    #expect(formulas(answered, isScratchpad: true) == ["A"])
    #expect(formulas(answered) == ["A", "B"])
  }

  @Test(arguments: [
    ("Opened(Museum, 1907)", "Opened(Museum,OneNineZeroSeven)"),
    ("Costs(Cup,  3.5 )", "Costs(Cup,ThreeDotFive)"),
    ("Rated(Film, six-star)", "Rated(Film,six_star)"),
    ("Reads(Mia, The Iliad)", "Reads(Mia,The_Iliad)"),
    ("Owns(Mia, Tom'sBike)", "Owns(Mia,TomsBike)"),
    ("Reads(Mia, \"The Iliad\")", "Reads(Mia,\"The_Iliad\")"),
    ("all x. (Top10(x) -> Hit(x))", "all x. (Top10(x) -> Hit(x))"),
    ("P(F(1), 2)", "P(F(One), 2)"),
    ("(x = Oslo | x = Bergen)", "(x_=_Oslo_|_x_=_Bergen)"),
    ("(-Wet & Cold)", "(_Wet_&_Cold)"),
    ("Mia = 'Mia B. 2' & P(A)", "Mia = Mia_BDot_Two & P(A)"),
    ("Mia's(x) & P(A", "Mia's(x) & P(A"),
    ("P(A, B", "P(A, B"),
    ("P(A) ) (", "P(A) ) ("),
    ("P()", "P()"),
  ])
  func argumentListsAreCleanedAsText(_ text: String, _ cleaned: String) {
    #expect(FormulaExtraction.cleaned(text) == cleaned)
  }
}
