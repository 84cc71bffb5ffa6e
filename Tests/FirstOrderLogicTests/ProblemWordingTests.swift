import Diagnostics
import FirstOrderLogic
import Testing

@Suite struct ProblemWordingTests {
  @Test func programsHaveSentencesAndMeanings() {
    let program = """
      Predicates:
      Cold($x, bool) ::: Is x cold?
      Likes(x, y) ::: x likes y.
      Nameless(x)
      Facts:
      Cold(Bob, True) ::: Bob is cold.
      Cold(Ann, False)
      Rules:
      Cold($x, True) >>> Likes($x, Bob) ::: Cold things like Bob.
      Query:
      Likes(Ann, Bob) ::: Ann likes Bob.
      """
    let wording = ProblemReader.read(SourceText(program), format: .logicLM).wording
    #expect(
      wording.sentences == [
        "premise1": "Bob is cold.", "premise3": "Cold things like Bob.",
        "conclusion": "Ann likes Bob.",
      ])
    #expect(
      wording.meanings == [
        PredicateMeaning(name: "Cold", parameters: ["$x"], text: "Is x cold?"),
        PredicateMeaning(name: "Likes", parameters: ["x", "y"], text: "x likes y."),
      ])
  }

  private func wording(_ row: String) -> ProblemWording {
    RowsReader.read(SourceText(row), options: ReadingOptions())[0].wording
  }

  @Test func rowsOfFOLIOHaveSentences() {
    let formulas = #""premises-FOL":["P(a)","Q(a)"],"conclusion-FOL":"R(a)","conclusion":"c""#
    let all = ["premise1": "a", "premise2": "b", "conclusion": "c"]
    #expect(wording("{\(formulas),\"premises\":[\"a\",\"b\"]}").sentences == all)
    #expect(wording("{\(formulas),\"premises\":\"a\\nb\"}").sentences == all)
    // Of three sentences nobody can tell which are the two formulas'.
    #expect(
      wording("{\(formulas),\"premises\":[\"a\",\"b\",\"d\"]}").sentences == ["conclusion": "c"])
    #expect(wording(#"{"premises":["P(a)"],"conclusion":"Q(a)"}"#).sentences.isEmpty)
  }
}
