// A translation that denies what its sentence asks is restated, and nothing else is touched.

import Diagnostics
import FirstOrderLogic
import TestSupport
import Testing

@testable import LINC

@Suite struct QuestionCheckTests {
  func reading(_ sentence: String, _ formula: String) -> ReadResult {
    let row = GenerationRow(
      id: "r", premises: ["P."], conclusion: sentence,
      generations: ["FOL:\tWarm(Ada)\nFOL:\t\(formula)\n"])
    return SampleDecider.read(row.generations[0], of: row).result
  }

  @Test(arguments: [
    ("Ada is warm.", "¬Warm(ada)", "Warm(ada)"), ("Ada is not warm.", "Warm(Ada)", "¬Warm(Ada)"),
    ("Is the following statement true or false? Ada is a wug.", "-Wugs(Ada)", "Wugs(Ada)"),
    ("The bear does not chase the cat.", "Chases(Bear, Cat)", "¬Chases(Bear, Cat)"),
  ])
  func denialsAreRestated(_ sentence: String, _ formula: String, _ meant: String) throws {
    let result = reading(sentence, formula)
    #expect(result.diagnostics.filter { $0.code == .conclusionDenied }.count == 1)
    let expected = reading("?", meant).problem.conclusion?.formula
    #expect(result.problem.conclusion?.formula == expected)
  }

  @Test(arguments: [
    ("Ada is warm.", "Warm(Ada)"), ("Ada is not warm.", "¬Warm(Ada)"),
    ("Ada is warm.", "¬Cold(Ada)"), ("Ada is warm.", "¬Warm(Bob)"),
    ("Ada is warm or cold.", "¬Warm(Ada)"), ("Ada is warm.", "¬Warm(Ada) ∧ Cold(Ada)"),
    ("Ada might be warm.", "¬Warm(Ada)"), ("", "¬Warm(Ada)"),
  ])
  func allElseStands(_ sentence: String, _ formula: String) {
    let result = reading(sentence, formula)
    #expect(!result.diagnostics.contains { $0.code == .conclusionDenied })
    #expect(result.problem.conclusion?.formula == reading("?", formula).problem.conclusion?.formula)
  }
}
