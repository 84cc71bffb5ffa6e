// The GBNF grammars for constrained decoding: every text they generate is read without an error.

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import FirstOrderLogic

@Suite struct ConstrainedDecodingTests {
  /// Faults that only depend on how names are used across formulas, beyond any grammar.
  static let beyondGrammar: Set<DiagnosticCode> = [.arityClash, .predicateAsTerm]

  @Test(arguments: [("native", InputFormat.native), ("nltk", .nltk)])
  func whatTheGrammarGeneratesIsRead(_ name: String, _ format: InputFormat) throws {
    let file = TestData.package.appending(path: "Grammars/\(name).gbnf")
    var sampler = GBNFSampler(try String(contentsOf: file, encoding: .utf8))
    for _ in 0..<300 {
      let text = sampler.sample()
      let result = ProblemReader.read(SourceText(text), format: format)
      let errors = result.diagnostics.filter {
        $0.severity == .error && !Self.beyondGrammar.contains($0.code)
      }
      #expect(errors.isEmpty, "\(text)")
      #expect(result.problem.conclusion != nil)
      #expect(result.problem.statements.count == text.split(separator: "\n").count)
    }
  }
}

/// Draws texts from a grammar in llama.cpp's format: literals, classes, names, groups, `|`, `* + ?`.
private struct GBNFSampler {
  private var rules: [String: [Character]] = [:]
  private var random = SeededGenerator(seed: 1)
  private var output = ""
  private var depth = 0

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.components(separatedBy: " ::= ")
      rules[parts[0]] = Array(parts[1])
    }
  }

  mutating func sample() -> String {
    (output, depth) = ("", 0)
    rule("root")
    return output
  }

  private mutating func rule(_ name: String) {
    depth += 1
    alternatives(rules[name]!, isDeep: name == "formula" && depth > 24)
    depth -= 1
  }

  /// Deep down the last alternative of `formula` and the middle one of `unit` end the text.
  private mutating func alternatives(_ body: [Character], isDeep: Bool) {
    let choices = split(body)
    let choice =
      choices.count == 3 && depth > 24 ? 1 : Int.random(in: 0..<choices.count, using: &random)
    sequence(choices[isDeep ? choices.count - 1 : choice])
  }

  private func split(_ body: [Character]) -> [[Character]] {
    var parts: [[Character]] = [[]]
    var nesting = 0
    var quote = false
    for character in body {
      if character == "\"" { quote.toggle() }
      if !quote, character == "(" { nesting += 1 }
      if !quote, character == ")" { nesting -= 1 }
      if !quote, nesting == 0, character == "|" {
        parts.append([])
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private mutating func sequence(_ items: [Character]) {
    var at = 0
    while at < items.count {
      if items[at] == " " {
        at += 1
        continue
      }
      let start = at
      var end = at + 1
      switch items[at] {
      case "\"": end = items[end...].firstIndex(of: "\"")! + 1
      case "[": end = items[end...].firstIndex(of: "]")! + 1
      case "(": end = closing(items, at)
      default: while end < items.count, items[end].isLetter { end += 1 }
      }
      var times = 1
      at = end
      if end < items.count, "*+?".contains(items[end]) {
        at += 1
        let low = items[end] == "+" ? 1 : 0
        times = Int.random(in: low...(items[end] == "?" ? 1 : 2), using: &random)
      }
      for _ in 0..<times { item(Array(items[start..<end])) }
    }
  }

  private func closing(_ items: [Character], _ open: Int) -> Int {
    var nesting = 0
    var quote = false
    for at in open..<items.count {
      if items[at] == "\"" { quote.toggle() }
      if !quote, items[at] == "(" { nesting += 1 }
      if !quote, items[at] == ")" { nesting -= 1 }
      if nesting == 0 { return at + 1 }
    }
    return items.count
  }

  private mutating func item(_ item: [Character]) {
    switch item[0] {
    case "\"":
      output += String(item.dropFirst().dropLast()).replacingOccurrences(of: "\\n", with: "\n")
    case "[":
      let ranges = Array(item.dropFirst().dropLast().split(separator: "-").joined())
      let pair = Int.random(in: 0..<(ranges.count / 2), using: &random) * 2
      let scalars = ranges[pair].asciiValue!...ranges[pair + 1].asciiValue!
      output.append(Character(Unicode.Scalar(scalars.randomElement(using: &random)!)))
    case "(": alternatives(Array(item.dropFirst().dropLast()), isDeep: false)
    default: rule(String(item))
    }
  }
}
