// What settings can't be, each with its limit.

import Graphs

extension GenerationPlan {
  /// The words of families about statements, which are no names in them.
  private static let statementWords = [
    "a", "avoids", "causal", "every", "follow", "from", "goes", "is", "it", "path", "some", "that",
    "there", "through", "to", "d-separated",
  ]

  static func check(_ settings: GenerationSettings) throws(GenerationFault) {
    guard (0...maximumRows).contains(settings.rows) else {
      throw GenerationFault(
        message: "\(settings.rows) rows are more than the \(maximumRows) different texts of a set",
        hint: "use several seeds")
    }
    let surface = settings.surface
    for component in settings.components where !component.family.isStratified {
      guard !surface.changesSentences else {
        throw GenerationFault(
          message: "\(component.family.name) has sentences of its own",
          hint:
            "phrasings, orders, distractors and isolated nodes are for transitivity and d-separation"
        )
      }
    }
    if let pool = surface.names { try check(pool, settings) }
  }

  private static func check(
    _ pool: NamePool, _ settings: GenerationSettings
  ) throws(GenerationFault) {
    let largest = settings.components.flatMap(\.sizes).max() ?? 0
    let nodes = largest + settings.surface.isolated
    guard pool.count >= nodes else {
      throw GenerationFault(
        message: "\(pool.name) has \(pool.count) names, too few for \(nodes) nodes",
        hint: "add names, or use fewer nodes")
    }
    var word = pool.word(of: SentenceTable(settings.surface).templates)
    if settings.components.contains(where: { !$0.family.isStratified }) {
      word = word ?? statementWords.first { pool.names.contains(Array($0.utf8)) }
    }
    if let word {
      throw GenerationFault(
        message: "the name \(word) of \(pool.name) is a word of the sentences",
        hint: "leave it out")
    }
    let (names, count) = spelling(settings)
    let most = count / Split.allCases.count
    guard settings.rows <= most else {
      throw GenerationFault(
        message: """
          \(settings.rows) rows are more than the \(most) different texts of a set: \(pool.count) names \
          give \(count) ordered choices of \(names), a third for each split
          """,
        hint: "add names, or use more nodes or fewer rows")
    }
  }

  /// How many first names spell a serial number, and how many numbers there are.
  static func spelling(_ settings: GenerationSettings) -> (names: Int, count: Int) {
    guard let pool = settings.surface.names else { return (0, SerialPermutation.count) }
    let fewest = settings.components.flatMap { part in
      part.sizes.map { part.family.fewestNamed(size: $0, settings.mode) }
    }
    return pool.spelling(
      atMost: (fewest.min() ?? 0) + settings.surface.isolated, enough: SerialPermutation.count)
  }
}

extension Family {
  /// The fewest nodes that the sentences of a row name.
  func fewestNamed(size: Int, _ mode: GenerationMode) -> Int {
    // Two sides of one statement.
    guard isStratified else { return 2 }
    guard mode == .paper, case .random = shape else { return size }
    let edges = shape.edgeCount(nodes: size)
    return (2...size).first { $0 * ($0 - 1) / 2 >= edges } ?? size
  }
}
