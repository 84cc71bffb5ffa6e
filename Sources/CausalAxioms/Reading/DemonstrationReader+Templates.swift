// Reads sentences and questions by templates.
//
// A template is matched word by word; a sentence that two templates would read differently is read by
// neither. Here a full stop is part of the sentence: only the paper's own are published without.

import Diagnostics

extension DemonstrationReader {
  /// Reads what stands here by the one template that fits; false when none does, or two disagree.
  mutating func readTemplate(_ bytes: [UInt8]) -> Bool {
    var found: Int?
    for index in templates.templates.indices where fits(index, bytes) {
      if let earlier = found,
        !templates.templates[earlier].agrees(with: templates.templates[index])
      {
        return false
      }
      found = found ?? index
    }
    guard let found else { return false }
    take(templates.templates[found], bytes)
    return true
  }

  private func fits(_ index: Int, _ bytes: [UInt8]) -> Bool {
    var next = at
    for token in templates.templates[index].tokens {
      switch token {
      case .word(let word): guard isWord(next, word, bytes) else { return false }
      case .mark(let byte): guard mark(next) == byte else { return false }
      case .slot(.z):
        next = endOfList(next)
        continue
      case .slot: guard isName(next) else { return false }
      }
      next += 1
    }
    return true
  }

  // After name { "," name }, which may be no name at all.
  private func endOfList(_ start: Int) -> Int {
    guard isName(start) else { return start }
    var next = start + 1
    while mark(next) == UInt8(ascii: ","), isName(next + 1) { next += 2 }
    return next
  }

  private mutating func take(_ template: SentenceTemplate, _ bytes: [UInt8]) {
    let start = at
    if template.use.isQuestion { premiseNodes = nodes.count }
    var (x, y, given) = (0, 0, [Int]())
    for token in template.tokens.dropLast() {
      switch token {
      case .slot(.x): x = name(bytes)
      case .slot(.y): y = name(bytes)
      case .slot(.z):
        let end = endOfList(at)
        while at < end {
          let node = name(bytes)
          if !given.contains(node) { given.append(node) }
          if at < end { at += 1 }
        }
      case .word, .mark: at += 1
      }
    }
    let span = span(from: start)
    switch template.use {
    case .edge: edges.append(StatedEdge(from: x, to: y, span: span))
    // That a node is there, and what bears on no question, is known by its names being numbered.
    case .introduction, .aside: break
    case .pathQuestion:
      return close(CausalQuestion(axiom: .transitivity, x: x, y: y, given: [], span: span))
    case .separationQuestion, .conditionalQuestion:
      return close(CausalQuestion(axiom: .separation, x: x, y: y, given: given, span: span))
    }
    at += 1
  }
}
