import Certificates
import FirstOrderLogic
import TestSupport
import Testing

@Suite struct ProofRenderingTests {
  @Test func aProofReadsFromTopToBottom() {
    #expect(
      ProofRendering.text(HandMadeCertificates.socrates)
        == """
        The premises and the negation of the conclusion lead to a contradiction:
          1. ∀x (human(x) → mortal(x))   premise all
          2. ¬human(x) ∨ mortal(x)       from 1, one clause of it
          3. human(socrates)             premise one
          4. ¬mortal(socrates)           negation of the conclusion
          5. mortal(socrates)            from 2 and 3 by resolution
          6. contradiction               from 5 and 4 by resolution

        """)
  }

  @Test func tablesListWhatHolds() {
    #expect(
      ProofRendering.table(HandMadeCertificates.uncertain.models[0].model) == [
        "domain: 0, 1, 2", "next: 0 -> 1, 1 -> 2, 2 -> 0", "next = 2", "red = 0", "5 = 1",
        "likes: (0,1)", "next: true",
      ])
  }

  // Every line of a TSTP block is a comment or an annotated formula whose formula TPTP can read, and
  // every parent is a line before it.
  @Test(arguments: HandMadeCertificates.all.map(\.name))
  func derivationsAreTPTP(_ name: String) throws {
    let certificate = try #require(HandMadeCertificates.all.first { $0.name == name }).certificate
    var names: Set<Substring> = []
    let lines = ProofRendering.tstp(certificate, problem: "a problem's name", file: "p")
      .split(separator: "\n")
    #expect(lines.first?.hasPrefix("% SZS output start") == true)
    #expect(lines.last?.hasPrefix("% SZS output end") == true)
    for line in lines where !line.hasPrefix("%") {
      let fields = line.dropFirst(4).split(separator: ", ", maxSplits: 2)
      #expect(line.hasPrefix("fof(") || line.hasPrefix("cnf("))
      let end = fields[2].ranges(of: "), ").last?.lowerBound
      let formula = fields[2][..<(end ?? fields[2].index(fields[2].endIndex, offsetBy: -2))]
      let text = String(formula.dropFirst(end == nil ? 0 : 1))
      #expect(TPTPNotation.formula(text) != nil, "\(line)")
      if let parents = line.split(separator: ",[").last, line.contains("inference(") {
        for parent in parents.split(whereSeparator: { ",])".contains($0) }) where parent != "." {
          #expect(names.contains(parent), "\(line)")
        }
      }
      names.insert(fields[0])
    }
  }

  @Test func graphsHaveANodeAStep() {
    let text = ProofRendering.dot(HandMadeCertificates.equality)
    #expect(text.split(separator: "\n").filter { $0.contains("[label=") }.count > 8)
    #expect(text.contains("s11 -> s12;"))
    #expect(text.contains(#"\"apple\""#))
  }
}
