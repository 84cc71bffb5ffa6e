// Reads a row's text by its grammar, and decides it slowly.
//
//   text     = { name " causes " name ". " } question
//   question = "Does " name " cause " name "?"
//            | "Are " name " and " name " d-separated" [ " given {" name { ", " name } "}" ] "?"

import Foundation

/// A premise text and a question.
struct RowText {
  var edges: [(String, String)] = []
  var x = ""
  var y = ""
  var given: [String]?

  init?(_ text: String) {
    var sentences = text.components(separatedBy: ". ")
    let question = sentences.removeLast()
    for sentence in sentences {
      let names = sentence.components(separatedBy: " causes ")
      guard names.count == 2, names.allSatisfy(Self.isName), names[0] != names[1] else {
        return nil
      }
      edges.append((names[0], names[1]))
    }
    guard question.hasSuffix("?") else { return nil }
    let body = String(question.dropLast())
    if body.hasPrefix("Does ") {
      let names = body.dropFirst(5).components(separatedBy: " cause ")
      guard names.count == 2 else { return nil }
      (x, y) = (names[0], names[1])
    } else {
      guard body.hasPrefix("Are ") else { return nil }
      let parts = body.dropFirst(4).components(separatedBy: " d-separated")
      let names = parts[0].components(separatedBy: " and ")
      guard parts.count == 2, names.count == 2 else { return nil }
      (x, y) = (names[0], names[1])
      given = []
      if !parts[1].isEmpty {
        guard parts[1].hasPrefix(" given {"), parts[1].hasSuffix("}") else { return nil }
        given = parts[1].dropFirst(8).dropLast().components(separatedBy: ", ")
        guard given! == given!.sorted(), x < y else { return nil }
      }
    }
    guard x != y, ([x, y] + (given ?? [])).allSatisfy(nodes.contains),
      Set(edges.map { "\($0.0) \($0.1)" }).count == edges.count
    else { return nil }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "z") ~= $0 }
  }

  var nodes: Set<String> { Set(edges.flatMap { [$0.0, $0.1] }) }

  var effects: [String: Set<String>] {
    edges.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
  }

  func reached(from start: String) -> Set<String> {
    var reached: Set = [start]
    var size = 0
    while size != reached.count {
      size = reached.count
      for (cause, effect) in edges where reached.contains(cause) { reached.insert(effect) }
    }
    return reached
  }

  var causes: Bool { reached(from: x).contains(y) }

  var hasCycle: Bool {
    edges.contains { reached(from: $0.1).contains($0.0) }
  }

  /// By the moral graph of the ancestral set.
  var isSeparated: Bool {
    let z = Set(given ?? [])
    let kept = nodes.filter { !reached(from: $0).isDisjoint(with: z.union([x, y])) }
    var links = edges.filter { kept.contains($0.1) }
    for node in kept {
      let causes = edges.filter { $0.1 == node }.map(\.0)
      for a in causes { for b in causes where a < b { links.append((a, b)) } }
    }
    var linked: Set = [x]
    var size = 0
    while size != linked.count {
      size = linked.count
      for (a, b) in links {
        if linked.contains(a), !z.contains(b) { linked.insert(b) }
        if linked.contains(b), !z.contains(a) { linked.insert(a) }
      }
    }
    return !linked.contains(y)
  }

  /// The edges and the question, nodes named by their first mention.
  var canonical: String {
    var numbers: [String: Int] = [:]
    for (a, b) in edges {
      for node in [a, b] where numbers[node] == nil { numbers[node] = numbers.count }
    }
    let lines = edges.map { "\(numbers[$0.0]!)>\(numbers[$0.1]!)" }.sorted()
    let pair = [numbers[x]!, numbers[y]!]
    let question = given == nil ? pair : pair.sorted()
    return "\(lines) \(question) \((given ?? []).map { numbers[$0]! }.sorted())"
  }
}
