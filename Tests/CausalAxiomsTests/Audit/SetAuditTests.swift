import CausalAxioms
import Diagnostics
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct SetAuditTests {
  private func audit(_ lines: [String]) -> SetAudit {
    var audit = SetAudit(name: "rows")
    for line in lines {
      let bytes = Array(line.utf8)
      audit.add(bytes, in: 0..<bytes.count)
    }
    return audit
  }

  private func row(_ text: String, _ label: String, _ more: String = "") -> String {
    #"{"id": "r", "text": "\#(text)", "label": "\#(label)"\#(more)}"#
  }

  @Test func defectsAreCounted() {
    let found = audit([
      row("a causes b. Does a cause b?", "Yes"), row("a causes b. Does a cause b?", "Yes"),
      row("q causes r. Does q cause r?", "No"),
      row("a causes b. b causes a. Does a cause b?", "Yes"),
      row("a causes b. Does a cause a?", "Yes"), row("a causes b. Does z cause a?", "No"),
      row("a causes b. a causes b. Does b cause a?", "No", #", "n": 3"#),
      row("a causes b b causes c. Does a cause c?", "Yes", #", "n": 2"#),
      row("a likes b. Does a cause b?", "Yes"), row("a causes b. Does a cause b?", "Maybe"),
      "not json", #"{"id": 1}"#,
    ])
    #expect(found.rows == 12 && found.malformed == 2 && found.unread == 1)
    #expect(found.unlabelled == 1 && found.labelErrors == 1 && found.labelErrorIDs == ["r"])
    #expect(found.flagged[.cyclicPremises] == 1 && found.flagged[.sameNode] == 1)
    #expect(found.flagged[.unknownNode] == 1 && found.flagged[.duplicateEdge] == 1)
    #expect(found.flagged[.missingFullStop] == 1)
    #expect(found.sizes.larger == 1 && found.sizes.smaller == 1)
    #expect(found.duplicates == 2 && found.canonicalDuplicates == 3)
    #expect(!found.isClean)
  }

  @Test func rowsAreReadInEveryShape() {
    let found = audit([
      #"{"id":"a","question":"a causes b. Does a cause b?","answer":"Yes","metadata":{"nodes":2}}"#,
      #"{"premise":"a causes b.","question":"Does b cause a?","label":"no"}"#,
      #"{"prompt":"a causes b.\nDoes a cause b?","completion":" Yes"}"#,
      #"{"x":[1,{"text":"]"}],"text":"\u0061 causes b. Does a cause b?","answer":"Yes."}"#,
    ])
    #expect(found.rows == 4 && found.isClean == false && found.labelErrors == 0)
    #expect(found.labels.yes == 3 && found.labels.no == 1 && found.malformed == 0)
    #expect(found.statedNodes.entries.map(\.number) == [2])
    // The same question three times, once with a line's end for the blank.
    #expect(found.distinctCanonical == 2 && found.duplicates == 1)
  }

  @Test func setsThatShareQuestionsAreTold() {
    let first = audit([row("a causes b. Does a cause b?", "Yes")])
    let renamed = audit([row("k causes m. Does k cause m?", "Yes")])
    let other = audit([row("k causes m. Does m cause k?", "No")])
    let pair = Contamination(first, renamed)
    #expect(pair.canonical == 1 && pair.texts == 0)
    #expect(Contamination(first, other).canonical == 0)
  }

  @Test func thePageIsWholeAndEscaped() {
    let found = audit([row("a causes b. Does a cause b?", "Yes")])
    let page = AuditPage([found, SetAudit(name: "<set & co>")], []).html
    #expect(page.hasPrefix("<!doctype html>") && page.contains("&lt;set &amp; co&gt;"))
    #expect(page.contains("<svg") && page.contains("prefers-color-scheme:dark"))
    #expect(!page.contains("<script") && !page.contains("http"))
  }

  @Test func brokenRowsNeverStopTheAudit() {
    let seeds = [
      row("a causes b. Does a cause b?", "Yes"), #"{"a":{"b":[1,"\u00e9"]},"text":"x"}"#,
    ]
    var mutator = Mutator(seeds: seeds.map { Array($0.utf8) }, seed: 9)
    var found = SetAudit(name: "mutated")
    for _ in 0..<3_000 {
      let bytes = mutator.next(limit: 200)
      found.add(bytes, in: 0..<bytes.count)
    }
    #expect(found.rows == 3_000)
  }
}
