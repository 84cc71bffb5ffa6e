// Where a predicate can begin: at an auxiliary, or at a word with the form of a verb that agrees.

extension ClauseParser {
  /// Whether a predicate can begin here.
  func beginsPredicate(_ index: Int, _ high: Int, _ agreement: Agreement) -> Bool {
    guard index < high else { return false }
    let word = words[index]
    switch word.kind {
    case .singularCopula, .singularPastCopula, .does, .has: return agreement == .singular
    case .pluralCopula, .pluralPastCopula, .do, .have: return agreement == .plural
    case .did, .had, .modal: return true
    case .either, .neither, .both, .never: return index + 1 < high
    case .adverb: return beginsPredicate(index + 1, high, agreement)
    case .content:
      return isVerb(index, agreement)
        || isAdverb(index) && beginsPredicate(index + 1, high, agreement)
    default: return false
    }
  }

  /// Whether the word can be a finite verb that agrees.
  func isVerb(_ index: Int, _ agreement: Agreement) -> Bool {
    let word = words[index]
    guard word.kind == .content, !word.isCapitalized, Sort(word.lower) == nil,
      !word.lower.utf8.contains(0x2D) || evidence.isVerb(word.lower)
    else { return false }
    if Morphology.isPast(word.lower) { return agreement != .base }
    switch agreement {
    case .singular: return Morphology.hasSForm(word.lower)
    case .plural, .base:
      return !Morphology.hasSForm(word.lower) && !Morphology.isPlural(word.lower)
        && (!word.lower.hasSuffix("ing") || word.lower.utf8.count < 5
          || evidence.isVerb(word.lower))
        && !isAdverb(index) && !Self.isNoVerb(word.lower)
    }
  }

  /// Whether no verb has the word's ending.
  static func isNoVerb(_ word: String) -> Bool {
    ["ous", "ful", "less", "ness", "ity", "ism", "ology", "ical", "onal", "ial", "ular", "able"]
      .contains { word.hasSuffix($0) } && !["enable", "disable", "dial"].contains(word)
  }

  /// Whether the word is an adverb in -ly.
  func isAdverb(_ index: Int) -> Bool {
    words[index].kind == .adverb
      || words[index].kind == .content && words[index].lower.hasSuffix("ly")
        && !["family", "fly", "ally", "reply", "supply", "apply", "belly", "lily", "bully"]
          .contains(words[index].lower)
  }
}
