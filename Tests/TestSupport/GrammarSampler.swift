// Draws random sentences from a grammar within a budget of depth and of tokens.
//
// The height of a rule is the depth of its shallowest derivation, found as a least fixpoint; when the
// budget is spent, the shallowest alternative is taken and nothing is repeated, so that drawing ends.

/// Draws sentences.
public struct GrammarSampler {
  /// Beyond so many tokens the depth counts as spent.
  private static let maximumTokens = 150
  private let grammar: Grammar
  private var heights: [String: Int] = [:]
  private var random: SeededGenerator
  private var sentence: [SentenceToken] = []

  /// Makes a sampler; the grammar's names are all defined.
  public init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed: seed)
    var isChanging = true
    while isChanging {
      isChanging = false
      for (name, rule) in grammar.rules {
        let height = height(rule)
        if height < heights[name, default: .max] {
          heights[name] = height
          isChanging = true
        }
      }
    }
  }

  /// A sentence of the root rule.
  public mutating func sentence(depth: Int) -> [SentenceToken] {
    sentence = []
    draw(.reference(grammar.root), depth, inToken: grammar.isGlued, glue: false)
    return sentence
  }

  private func height(_ rule: GrammarExpression) -> Int {
    switch rule {
    case .terminal, .character: return 0
    case .reference(let name):
      let height = heights[name, default: .max]
      return height == .max ? height : height + 1
    case .sequence(let parts): return parts.map(height).max() ?? 0
    case .choice(let parts): return parts.map(height).min() ?? 0
    case .repeated(let body, let minimum, _): return minimum == 0 ? 0 : height(body)
    }
  }

  private mutating func draw(
    _ rule: GrammarExpression, _ depth: Int, inToken: Bool, glue: Bool
  ) {
    let depth = sentence.count > Self.maximumTokens ? 0 : depth
    switch rule {
    case .terminal(let text): append(text, isGlued: inToken || (glue && text == "("))
    case .character(let ranges):
      let range = ranges.randomElement(using: &random)!
      let value = UInt32.random(in: range, using: &random)
      append(String(Unicode.Scalar(value)!), isGlued: inToken)
    case .reference(let name): reference(name, depth, inToken: inToken, glue: glue)
    case .sequence(let parts):
      for (index, part) in parts.enumerated() {
        var glue = index == 0 && glue
        if index > 0, case .reference = part {} else if index > 0 { glue = true }
        draw(part, depth, inToken: inToken, glue: glue)
      }
    case .choice(let parts):
      let fitting = parts.filter { height($0) <= depth }
      let lowest = parts.map(height).min() ?? 0
      let candidates = fitting.isEmpty ? parts.filter { height($0) == lowest } : fitting
      draw(candidates.randomElement(using: &random)!, depth, inToken: inToken, glue: glue)
    case .repeated(let body, let minimum, let maximum):
      let most = height(body) <= depth ? min(maximum ?? minimum + 3, minimum + 3) : minimum
      for _ in 0..<Int.random(in: minimum...max(minimum, most), using: &random) {
        draw(body, depth - 1, inToken: inToken, glue: glue)
      }
    }
  }

  /// A token rule's sentence becomes one token.
  private mutating func reference(_ name: String, _ depth: Int, inToken: Bool, glue: Bool) {
    guard let rule = grammar.rules[name] else { return }
    guard !inToken, grammar.tokens.contains(name) else {
      return draw(rule, depth - 1, inToken: inToken, glue: glue)
    }
    let before = sentence
    sentence = []
    draw(rule, depth - 1, inToken: true, glue: false)
    let text = sentence.map(\.text).joined()
    sentence = before
    append(text, isGlued: false)
  }

  private mutating func append(_ text: String, isGlued: Bool) {
    sentence.append(SentenceToken(text: text, isGlued: isGlued))
  }
}
