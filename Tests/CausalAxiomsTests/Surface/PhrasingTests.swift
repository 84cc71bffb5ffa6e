// A user's phrasing: used and read back, or refused where it has a fault or could be misread.

import CausalAxioms
import Diagnostics
import Testing

@Suite struct PhrasingTests {
  private func file(
    edge: String = "\"{Y} hangs on {X}.\"", path: String = "Does {Y} hang on {X}?",
    given: String = "Are {X} and {Y} kept apart by {Z}?", introduction: String = "See {X}."
  ) -> String {
    """
    {"name": "hangs", "edge": \(edge), "path-question": "\(path)",
     "separation-question": "Are {X} and {Y} kept apart?",
     "separation-question-given": "\(given)", "introduction": "\(introduction)"}
    """
  }

  private func read(_ text: String) -> (phrasing: Phrasing?, diagnostics: [Diagnostic]) {
    Phrasing.read(SourceText(name: "phrasing.json", text))
  }

  @Test(arguments: ["branching-1.4", "dsep-branching-1.4"])
  func aUsersOwnIsReadBack(_ family: String) throws {
    let edges = "[\"{Y} hangs on {X}.\", \"On {X}, and only there, {Y} hangs.\"]"
    let phrasing = try #require(read(file(edge: edges)).phrasing)
    let set = try GeneratedSet(family, sizes: [10], rows: 200) {
      $0.surface.telling = .one(phrasing)
      $0.surface.distractors = 3
      $0.surface.isolated = 2
    }
    #expect(set.audit().unread == 200)
    let audit = set.audit(ReadingTemplates(adding: [phrasing]))
    #expect(audit.unread == 0 && audit.labelErrors == 0 && audit.labels == (100, 100))
  }

  @Test(arguments: [
    ("\"{Y} hangs on {Y}.\"", DiagnosticCode.templateFault),
    ("\"{Y} hangs.\"", .templateFault), ("\"{X} and {Y} hang on {Z}.\"", .templateFault),
    ("\"{Y} hangs on {X}\"", .templateFault), ("\"{Y}s hang on {X}.\"", .templateFault),
    ("\"{Y} hangs. On {X}.\"", .templateFault), ("\"Note: {Y} hangs on {X}.\"", .templateFault),
    ("[]", .wrongType), ("7", .wrongType),
    // The built-in reading is the other way round.
    ("\"{Y} causes {X}.\"", .ambiguousTemplate), ("\"{X} is caused by {Y}.\"", .ambiguousTemplate),
    ("[\"{Y} hangs on {X}.\", \"{X} hangs on {Y}.\"]", .ambiguousTemplate),
    ("\"{X} causes {Y} to hang.\"", .ambiguousTemplate),
    ("\"{X} is drawn above {Y}.\"", .ambiguousTemplate),
  ])
  func faultsOfEdgesAreShown(_ edge: String, _ code: DiagnosticCode) {
    let (phrasing, diagnostics) = read(file(edge: edge))
    #expect(phrasing == nil && diagnostics.first?.code == code, "\(diagnostics)")
  }

  @Test func otherFaultsAreShown() {
    for (text, code) in [
      (file(path: "Does {Y} hang on {X}."), DiagnosticCode.templateFault),
      (file(given: "Are {X} and {Y} kept apart?"), .templateFault),
      (file(given: "Are {X} and {Y} kept apart by {Z}, now?"), .templateFault),
      (file(introduction: "See."), .templateFault),
      (file(path: "Does {Y} cause {X}?"), .ambiguousTemplate),
      (file().replacing("\"name\"", with: "\"nom\""), .unknownSection),
      (file().replacing("\"hangs\"", with: "\"\""), .wrongType),
      ("[]", .wrongType), ("{", .invalidJSON), ("{}", .missingField),
    ] {
      let (phrasing, diagnostics) = read(text)
      #expect(phrasing == nil && diagnostics.contains { $0.code == code }, "\(text) \(diagnostics)")
    }
  }

  @Test func anyMutationIsReadOrRefused() {
    var state: UInt64 = 7
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let start = Array(file().utf8)
    var refused = 0
    for _ in 0..<500 {
      var bytes = start
      for _ in 0...below(3) {
        switch below(3) {
        case 0: bytes.remove(at: below(bytes.count))
        case 1: bytes[below(bytes.count)] = UInt8(below(256))
        default: bytes.insert(bytes[below(bytes.count)], at: below(bytes.count))
        }
      }
      let (phrasing, diagnostics) = Phrasing.read(SourceText(name: "mutated", bytes: bytes))
      #expect((phrasing == nil) == !diagnostics.isEmpty)
      if phrasing == nil { refused += 1 }
    }
    #expect((100..<500).contains(refused))
  }

  @Test(arguments: [
    "k leads to m. m is a variable. Does k lead to m?", "m results from k. Is m caused by k?",
    "If k happens, m happens. k is drawn above m. If k happens, does m happen?",
    "k -> m. Is there a directed path from k to m?",
    "k -> m. q is a node. Is k d-separated from q given {m}?",
    "k triggers m. p influences m. Are k and p d-separated given {}?",
  ])
  func builtInSentencesAreRead(_ text: String) {
    let answer = CausalAnswer(to: SourceText(text))
    #expect(answer.answer == "Yes" && answer.diagnostics.isEmpty, "\(answer.diagnostics)")
  }

  @Test(arguments: ["k leads m. Does k cause m?", "k is drawn m. Does k lead to m?"])
  func otherSentencesAreNotGuessed(_ text: String) {
    #expect(CausalAnswer(to: SourceText(text)).answer == nil)
  }
}
