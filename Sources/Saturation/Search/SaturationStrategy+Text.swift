// Strategies as texts, for command lines, measurements and schedules.
//
//   strategy   ::= part ("/" part)*            each part at most once; what is left out is the default
//   part       ::= "kbo" [":" weights] | "lpo"
//                | "prec=" precedence | "goal=" ("any" | "low" | "high")
//                | "sel=" selection [":max"]   with :max none is selected beside a maximal positive one
//                | "q=" queue ("," queue)*
//                | "sos" | "lrs" | "split"
//   queue      ::= picks evaluation [":" priority]
//   evaluation ::= "a" | "w" (letter number)*
//
// The letters are those of the formula in `ClauseWeight.swift`. An example is
// `kbo:rare/prec=arity/sel=avoid:max/q=4wg10t150,1a:unit/lrs`.

extension SaturationStrategy: LosslessStringConvertible {
  /// The text, with all parts but switches that are off.
  public var description: String {
    let orderPart =
      order == .knuthBendix ? "\(order.rawValue):\(symbolWeights.rawValue)" : order.rawValue
    var parts = [
      orderPart, "prec=\(precedence.rawValue)", "goal=\(goalSymbols.rawValue)",
      "sel=\(selection.rawValue)\(selectsUnlessMaximal ? ":max" : "")",
      "q=" + queues.map(\.description).joined(separator: ","),
    ]
    for (name, field) in Self.switches where self[keyPath: field] { parts.append(name) }
    return parts.joined(separator: "/")
  }

  private static let switches: [(String, WritableKeyPath<SaturationStrategy, Bool> & Sendable)] = [
    ("sos", \.usesSetOfSupport), ("lrs", \.dropsUnreachable), ("split", \.splits),
  ]

  /// The strategy of a text; nil if it isn't one.
  public init?(_ text: String) {
    self.init()
    var met: Set<Substring> = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = pieces[0].prefix { $0 != ":" }
      guard met.insert(name == "lpo" ? "kbo" : name).inserted,
        pieces.count == 2 ? read(name, pieces[1]) : read(part)
      else { return nil }
    }
  }

  private mutating func read(_ part: Substring) -> Bool {
    for (name, field) in Self.switches where part == name {
      self[keyPath: field] = true
      return true
    }
    if part == "lpo" {
      order = .lexicographicPath
      return true
    }
    let pieces = part.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces[0] == "kbo", pieces.count <= 2 else { return false }
    order = .knuthBendix
    return pieces.count == 1 || Self.set(&symbolWeights, pieces[1])
  }

  private mutating func read(_ name: Substring, _ value: Substring) -> Bool {
    switch name {
    case "prec": return Self.set(&precedence, value)
    case "goal": return Self.set(&goalSymbols, value)
    case "sel":
      selectsUnlessMaximal = value.hasSuffix(":max")
      return Self.set(&selection, selectsUnlessMaximal ? value.dropLast(4) : value)
    case "q":
      let read = value.split(separator: ",", omittingEmptySubsequences: false).map {
        Queue(String($0))
      }
      queues = read.compactMap { $0 }
      return queues.count == read.count
    default: return false
    }
  }

  private static func set<Choice: RawRepresentable>(
    _ field: inout Choice, _ value: Substring
  ) -> Bool where Choice.RawValue == String {
    guard let choice = Choice(rawValue: String(value)) else { return false }
    field = choice
    return true
  }
}

extension SaturationStrategy.Queue: LosslessStringConvertible {
  /// Picks, evaluation and, if there is one, the priority.
  public var description: String {
    let suffix = priority == .none ? "" : ":\(priority.rawValue)"
    switch evaluation {
    case .age: return "\(picks)a\(suffix)"
    case .weight(let weight): return "\(picks)\(weight)\(suffix)"
    }
  }

  /// The queue of a text; nil if it isn't one.
  public init?(_ text: String) {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    let digits = pieces[0].prefix { $0.isASCII && $0.isNumber }
    guard pieces.count <= 2, let picks = Int(digits), (1...1_000).contains(picks) else {
      return nil
    }
    let evaluation = String(pieces[0].dropFirst(digits.count))
    var priority = SaturationStrategy.Priority.none
    if pieces.count == 2 {
      guard let read = SaturationStrategy.Priority(rawValue: String(pieces[1])) else { return nil }
      priority = read
    }
    if evaluation == "a" {
      self.init(picks, .age, priority)
    } else if let weight = ClauseWeight(evaluation) {
      self.init(picks, .weight(weight), priority)
    } else {
      return nil
    }
  }
}

extension ClauseWeight: LosslessStringConvertible {
  private static let letters: [(Character, WritableKeyPath<ClauseWeight, Int> & Sendable)] = [
    ("f", \.symbol), ("v", \.variable), ("g", \.goalSymbolPercent), ("s", \.goalTermPercent),
    ("t", \.maximalSidePercent), ("m", \.maximalLiteralPercent), ("p", \.positivePercent),
    ("n", \.distantPercent), ("d", \.distancePercent), ("l", \.literal),
  ]
  /// No parameter is greater, so that no weight overflows.
  private static let greatest = 10_000

  /// `w` and the parameters that aren't the defaults.
  public var description: String {
    let usual = ClauseWeight()
    return Self.letters.reduce("w") { text, entry in
      let value = self[keyPath: entry.1]
      return value == usual[keyPath: entry.1] ? text : "\(text)\(entry.0)\(value)"
    }
  }

  /// The weight of a text; nil if it isn't one.
  public init?(_ text: String) {
    guard text.first == "w" else { return nil }
    self.init()
    var rest = text.dropFirst()
    var met: Set<Character> = []
    while let letter = rest.popFirst() {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let entry = Self.letters.first(where: { $0.0 == letter }), met.insert(letter).inserted,
        let value = Int(digits), (0...Self.greatest).contains(value)
      else { return nil }
      self[keyPath: entry.1] = value
      rest = rest.dropFirst(digits.count)
    }
  }
}
