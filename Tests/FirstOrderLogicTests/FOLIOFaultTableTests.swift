// The faults of FOLIO 0.0's annotations, kind by kind: each has its own code, at its own place.
//
// The numbers are of different formulas (rows of one story repeat its premises), found by an
// independent count of the data set; where ours differs, the test says why.

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import FirstOrderLogic

/// One of FOLIO's two files, read without repairs.
private struct AnnotatedSet: Sendable {
  struct Fault: Sendable {
    var row: Int
    var story: Int
    var formula: String
    var diagnostic: Diagnostic
    /// The file's text from the diagnostic's line and column on.
    var place: String
  }

  /// What the file has in a row.
  struct Annotation: Decodable, Sendable {
    var premises: [String]
    var conclusion: String?
    var label: String
    var story: Int?

    enum CodingKeys: String, CodingKey {
      case premises = "premises-FOL"
      case conclusion = "conclusion-FOL"
      case label
      case story = "story_id"
    }
  }

  let rows: [ProblemRow]
  let annotations: [Annotation]
  let faults: [DiagnosticCode: [Fault]]

  static let train = AnnotatedSet("folio-v0.0-train.jsonl")
  static let validation = AnnotatedSet("folio-v0.0-validation.jsonl")

  init?(_ name: String) {
    guard let file = TestData.shared("linc/folio")?.appending(path: name),
      let source = try? SourceText.load(path: file.path).get()
    else { return nil }
    let lines = source.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    rows = RowsReader.read(source, options: ReadingOptions())
    annotations = lines.compactMap {
      try? JSONDecoder().decode(Annotation.self, from: Data($0.utf8))
    }
    guard annotations.count == rows.count else { return nil }
    var faults: [DiagnosticCode: [Fault]] = [:]
    for (number, row) in rows.enumerated() {
      for diagnostic in row.diagnostics {
        let at = diagnostic.location
        let place = lines[at.line - 1].unicodeScalars.dropFirst(at.column - 1).prefix(40)
        faults[diagnostic.code, default: []].append(
          Fault(
            row: number, story: annotations[number].story ?? -1,
            formula: Self.formula(diagnostic.field ?? "", annotations[number]),
            diagnostic: diagnostic, place: String(String.UnicodeScalarView(place))))
      }
    }
    self.faults = faults
  }

  private static func formula(_ field: String, _ annotation: Annotation) -> String {
    guard let open = field.firstIndex(of: "["), let close = field.lastIndex(of: "]"),
      let index = Int(field[field.index(after: open)..<close])
    else { return field == "conclusion-FOL" ? annotation.conclusion ?? "" : "" }
    return annotation.premises[index]
  }

  func formulas(_ code: DiagnosticCode) -> Set<String> {
    Set((faults[code] ?? []).map(\.formula))
  }

  /// Different formulas of all rows that satisfy a condition on their text.
  func texts(_ condition: (String) -> Bool) -> Set<String> {
    let all = annotations.flatMap { $0.premises + ($0.conclusion.map { [$0] } ?? []) }
    return Set(all.filter(condition))
  }
}

@Suite struct FOLIOFaultTableTests {
  // Code, formulas in train, formulas in validation, what the file has at the place.
  @Test(arguments: [
    (DiagnosticCode.extraBracket, 6, 3, [")"]),
    (.missingBracket, 1, 0, ["("]),
    (.missingOperator, 1, 0, [" ", "N"]),
    (.commaForAnd, 0, 1, [","]),
    (.blankInName, 4, 0, ["captain america", "dc universe", "marvel universe"]),
    (.emptyFormula, 1, 0, ["\""]),
    (.finalFullStop, 1, 0, ["."]),
    (.doubledQuantifier, 2, 0, ["x"]),
    // The count by shape is 17; one of them doesn't use its variable behind the scope.
    (.quantifierScope, 16, 0, ["x", "y"]),
    (.freeVariable, 17, 0, ["x", "y"]),
    // Three quantifiers bind nothing, two of them the doubled ones, which have their own code.
    (.unusedQuantifier, 1, 0, ["x"]),
    // Of formulas with sound brackets 3 and 2; those with a bracket too many are told as well.
    (.mixedConnectives, 4, 4, ["∨", #"\u2228"#]),
    (.foreignOperator, 1, 0, ["^"]),
    (.arityClash, 1, 0, ["PValue"]),
  ])
  func everyKindHasItsCodeAndPlace(
    _ code: DiagnosticCode, _ train: Int, _ validation: Int, _ places: [String]
  ) {
    for (set, count) in [(AnnotatedSet.train, train), (AnnotatedSet.validation, validation)] {
      guard let set else { continue }
      #expect(set.formulas(code).count == count)
      for fault in set.faults[code] ?? [] {
        #expect(places.contains { fault.place.hasPrefix($0) }, "\(code) at \(fault.place)")
        #expect(fault.diagnostic.location.line == fault.row + 1)
        #expect(fault.diagnostic.hint != nil)
      }
    }
  }

  @Test func freeVariablesFollowFromScopesAndDoubledQuantifiers() throws {
    guard let train = AnnotatedSet.train else { return }
    let causes = train.formulas(.quantifierScope).union(train.formulas(.doubledQuantifier))
    #expect(causes.count == 18)
    // The eighteenth has a bracket too many, so that it isn't read at all.
    let unread = causes.subtracting(train.formulas(.freeVariable))
    #expect(unread.count == 1)
    #expect(unread.isSubset(of: train.formulas(.extraBracket)))
    #expect(train.formulas(.freeVariable).isSubset(of: causes))
  }

  @Test func oneNameInTwoSpellingsIsToldInEachStory() {
    func differOnlyByCase(_ fault: AnnotatedSet.Fault) -> Bool {
      let names = fault.diagnostic.message.split(separator: "`")
      return names.count >= 3 && names[0].lowercased() == names[2].lowercased()
    }
    let code = DiagnosticCode.nearIdenticalNames
    if let train = AnnotatedSet.train {
      let faults = train.faults[code] ?? []
      #expect(Set(faults.filter(differOnlyByCase).map(\.story)).count == 4)
      // The rest are plurals and slips: `misnk`, `ZionstLeader`, `IsChestPlayer`.
      #expect(Set(faults.map(\.story)).count == 11)
    }
    if let validation = AnnotatedSet.validation {
      let faults = validation.faults[code] ?? []
      #expect(Set(faults.filter(differOnlyByCase).map(\.formula)).count == 1)
      #expect(Set(faults.map(\.formula)).count == 4)
    }
  }

  @Test func rowsWithoutConclusionOrWithOtherCountsAreTold() {
    if let train = AnnotatedSet.train {
      #expect((train.faults[.noConclusion] ?? []).map(\.row) == Array(0..<1_004))
      #expect((train.faults[.premiseCount] ?? []).map(\.row) == [469, 470])
      // `Unknown` in train is `Uncertain` in validation.
      let unknown = train.annotations.indices.filter { train.annotations[$0].label == "Unknown" }
      #expect(!unknown.isEmpty)
      #expect(unknown.allSatisfy { train.rows[$0].expected == "Uncertain" })
    }
    if let validation = AnnotatedSet.validation {
      #expect((validation.faults[.premiseCount] ?? []).count == 10)
      #expect(validation.rows.map(\.expected) == validation.annotations.map(\.label))
    }
  }
}

// What is unusual and yet no fault.
extension FOLIOFaultTableTests {
  private func readCleanly(_ text: String) -> Formula? {
    let reading = InfixReading(text)
    return reading.codes.isEmpty ? reading.formula : nil
  }

  @Test func namesFromUToZAreConstantsUnlessBound() {
    for set in [AnnotatedSet.train, AnnotatedSet.validation].compactMap({ $0 }) {
      var constants: Set<String> = []
      for row in set.rows {
        for statement in row.problem.statements {
          #expect(statement.formula.freeVariables.isEmpty)
          for name in statement.formula.constants where "uvwxyz".contains(name.prefix(1)) {
            constants.insert(name)
          }
        }
      }
      #expect(constants.contains { $0.count > 3 })
      let told = Set((set.faults[.freeVariable] ?? []).map { String($0.place.prefix(1)) })
      #expect(told.isSubset(of: ["x", "y", "z"]))
    }
  }

  // With one such name Prover9 proves that everything is printed.
  @Test func aYearIsNoVariable() {
    let program = "PrintedText(y1984)\n⊢ ∀x PrintedText(x)"
    let result = NativeReader.read(SourceText(program), options: ReadingOptions())
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.problem.premises.first?.formula == .predicate("PrintedText", .constant("y1984")))
    guard let validation = AnnotatedSet.validation else { return }
    let rows = validation.annotations.indices.filter { number in
      validation.annotations[number].premises.contains { $0.contains("y1984") }
    }
    #expect(!rows.isEmpty)
    for row in rows {
      let names = validation.rows[row].problem.statements.flatMap { $0.formula.constants }
      #expect(names.contains("y1984"))
    }
  }

  @Test(arguments: ["’", "+", "-", "Ś", "ą", "⟷", "↔", "⊕", "gpt-3", "y42.3billion", "c++"])
  func unusualCharactersAreRead(_ part: String) {
    for set in [AnnotatedSet.train, AnnotatedSet.validation].compactMap({ $0 }) {
      let texts = set.texts { $0.contains(part) }
      let faults = [DiagnosticCode.unexpectedCharacter, .unexpectedToken, .arithmetic]
      for text in texts {
        #expect(InfixReading(text).codes.allSatisfy { !faults.contains($0) }, "\(text)")
      }
    }
  }

  @Test func blanksAroundAndWithinAreNoFault() {
    guard let train = AnnotatedSet.train, let validation = AnnotatedSet.validation else { return }
    let isPadded = { (text: String) in text.hasPrefix(" ") || text.hasSuffix(" ") }
    #expect(train.texts { $0 != "" && isPadded($0) }.count == 87)
    #expect(validation.texts(isPadded).count == 15)
    for text in train.texts(isPadded).union(validation.texts(isPadded)) {
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      #expect(InfixReading(text).formula == InfixReading(trimmed).formula)
      #expect(InfixReading(text).codes == InfixReading(trimmed).codes)
    }
  }
}

extension Formula {
  /// Names of the constants.
  fileprivate var constants: Set<String> {
    var names: Set<String> = []
    _ = mappingAtoms { atom in
      for argument in atom.arguments {
        argument.forEachSubterm { term in
          if case .application(let name, let arguments) = term, arguments.isEmpty {
            names.insert(name)
          }
        }
      }
      return atom
    }
    return names
  }
}
