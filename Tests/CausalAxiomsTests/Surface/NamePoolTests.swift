// Names from a list: no text twice up to the very limit, and lists with faults refused.

import CausalAxioms
import Diagnostics
import Testing

@Suite struct NamePoolTests {
  private func pool(_ text: String) -> (pool: NamePool?, diagnostics: [Diagnostic]) {
    NamePool.read(SourceText(name: "names.txt", text))
  }

  @Test func noTextStandsTwiceAtTheLimit() throws {
    // 6 names: 6 * 5 * 4 ordered choices of three, a third for each split.
    let six = try #require(pool("ada\nbo\ncy\ndu\ned\nfo\n").pool)
    var seen: Set<String> = []
    for split in Split.allCases {
      let set = try GeneratedSet("chain-sequential", sizes: [3], rows: 40) {
        $0.mode = .paper
        $0.split = split
        $0.surface.names = six
      }
      // One graph, told in one order: only the names differ, and the question.
      for question in try set.questions() {
        let premise = question.components(separatedBy: " Does ")[0]
        #expect(seen.insert(premise).inserted, "\(premise)")
      }
      #expect(set.audit().labelErrors == 0)
    }
    #expect(seen.count == 120)
    #expect {
      try GeneratedSet("chain-sequential", sizes: [3], rows: 41) {
        $0.mode = .paper
        $0.surface.names = six
      }
    } throws: {
      ($0 as? GenerationFault)?.message.contains("40 different texts") == true
    }
  }

  @Test func setsAreToldInTheOrderOfBytes() throws {
    let set = try GeneratedSet("dsep-branching-1.4", sizes: [8], rows: 100) {
      $0.surface.names = .variables
    }
    for question in try set.questions() {
      let given = try #require(RowText(question)?.given)
      #expect(given == given.sorted())
    }
  }

  @Test func builtInListsAreLongEnough() {
    #expect(NamePool.words.count >= 1_000 && NamePool.variables.count == 999)
  }

  @Test(arguments: [
    ("ada\nada\n", DiagnosticCode.duplicateName), ("ada\nb c\n", .unexpectedCharacter),
    ("a.b\n", .unexpectedCharacter), ("a\"b\n", .unexpectedCharacter),
    ("Causes\n", .grammarWordName), ("yes\n", .grammarWordName), ("\n\n", .emptyFile),
    (String(repeating: "a", count: 65) + "\n", .unexpectedCharacter),
  ])
  func faultsAreShown(_ text: String, _ code: DiagnosticCode) {
    let (pool, diagnostics) = pool(text)
    #expect(pool == nil && diagnostics.first?.code == code)
  }

  @Test func aListIsTooShortOrHasAWord() throws {
    for (text, message) in [
      ("a1\nb1\nc1\n", "too few for 5 nodes"), ("a1\nb1\nc1\nd1\ne1\nLeads\n", "Leads"),
    ] {
      let names = try #require(pool(text).pool)
      #expect {
        try GeneratedSet("chain-random-flip", sizes: [5], rows: 2) {
          $0.surface.names = names
          $0.surface.telling = .one(Phrasing.builtIn[1])
        }
      } throws: {
        ($0 as? GenerationFault)?.message.contains(message) == true
      }
    }
  }
}
