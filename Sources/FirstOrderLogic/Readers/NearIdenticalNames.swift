// Names that are so alike that one is probably a slip for the other.
//
//   team, Team                        one spelling up to case and `_`
//   Meeting, Meetings                 singular and plural
//   FootballPlayer, FootbalPlayer     one letter dropped, added, changed or swapped with the next,
//                                     in names of five letters and more with the same first letter
//
// Names that differ by a digit or by a lone final letter (p1 and p2, roomA and roomB) are series, and
// different first letters are different words (`moral`, `amoral`). Candidates are found through the
// names with one letter deleted (the symmetric-delete index, Garbe 2012) instead of comparing all
// pairs. The first two kinds have a repair, for names of one arity and role; a slip is only reported,
// since two words may be one letter apart. The repair waits until warnings are to be mended: of FOLIO's
// validation rows with such names not all mean one thing.

import Diagnostics

extension ReadingSession {
  /// Reports names that look alike, each once, beside the one that is used more.
  mutating func lintSpellings(_ problem: inout Problem, numbers: [Int]) {
    var unified: [SymbolKey: String] = [:]
    for role in [SymbolUse.Role.predicate, .function] {
      var spellings: [Spelling] = []
      var indices: [String: Int] = [:]
      for use in uses(in: numbers) where use.role == role {
        if let index = indices[use.name] {
          spellings[index].count += 1
        } else {
          indices[use.name] = spellings.count
          spellings.append(Spelling(use, order: spellings.count))
        }
      }
      reportAlike(spellings, &unified)
    }
    guard !unified.isEmpty else { return }
    let renaming = SymbolRenaming(unified)
    problem.mapFormulas { _, formula in formula.mappingAtoms(renaming.rename) }
    for index in uses.indices {
      if let name = unified[uses[index].key] { uses[index].name = name }
    }
  }

  private mutating func reportAlike(
    _ spellings: [Spelling], _ unified: inout [SymbolKey: String]
  ) {
    var index = SpellingIndex(keepsDeletions: spellings.count <= SpellingIndex.maximumNames)
    for spelling in spellings.sorted(by: { ($1.count, $0.order) < ($0.count, $1.order) }) {
      if let other = index.alike(spelling) {
        let isOneWord = spelling.isOneWord(with: other)
        report(
          .nearIdenticalNames, source: spelling.first.source, at: spelling.first.span,
          "`\(spelling.first.name)` is spelt almost like `\(other.first.name)`",
          hint: "did you mean `\(other.first.name)`?",
          repair: isOneWord ? .unifySpelling : nil, applied: isOneWord && options.mendsWarnings)
        if isOneWord, options.mendsWarnings {
          unified[spelling.first.key] = unified[other.first.key] ?? other.first.name
        }
      }
      index.insert(spelling)
    }
  }
}

/// A name as the comparison sees it.
private struct Spelling {
  let first: SymbolUse
  let order: Int
  var count = 1
  /// Lower case, without `_` except between digits.
  let folded: [Unicode.Scalar]

  init(_ use: SymbolUse, order: Int) {
    first = use
    self.order = order
    let scalars = Array(use.name.lowercased().unicodeScalars)
    folded = scalars.indices.filter { index in
      guard scalars[index] == "_" else { return true }
      return index > 0 && index + 1 < scalars.count && scalars[index - 1].isDigit
        && scalars[index + 1].isDigit
    }.map { scalars[$0] }
  }

  func isAlike(_ other: Spelling) -> Bool {
    if folded == other.folded { return true }
    guard first.arity == other.first.arity else { return false }
    return isPlural(of: other) || other.isPlural(of: self) || isOneSlip(from: other)
  }

  /// Whether the two differ by case, `_` or number only.
  func isOneWord(with other: Spelling) -> Bool {
    first.arity == other.first.arity
      && (folded == other.folded || isPlural(of: other) || other.isPlural(of: self))
  }

  private func isPlural(of other: Spelling) -> Bool {
    let stem = other.folded
    guard stem.count >= 3, folded.count > stem.count else { return false }
    if folded == stem + ["s"] || folded == stem + ["e", "s"] { return true }
    return stem.last == "y" && folded == stem.dropLast() + ["i", "e", "s"]
  }

  /// One letter dropped, added, changed, or swapped with the next.
  private func isOneSlip(from other: Spelling) -> Bool {
    let (short, long) =
      folded.count <= other.folded.count ? (folded, other.folded) : (other.folded, folded)
    guard short.count >= 5, long.count - short.count <= 1, short[0] == long[0] else {
      return false
    }
    let common = zip(short, long).prefix { $0 == $1 }.count
    let differing = [long[common]] + (common < short.count ? [short[common]] : [])
    guard !differing.contains(where: \.isDigit) else { return false }
    if short.count < long.count {
      return !isSeries(at: common) && short[common...] == long[(common + 1)...]
    }
    if short[(common + 1)...] == long[(common + 1)...] {
      return !isSeries(at: common) && !other.isSeries(at: common)
    }
    return common + 1 < short.count && short[common] == long[common + 1]
      && short[common + 1] == long[common] && short[(common + 2)...] == long[(common + 2)...]
  }

  /// Whether the name ends in a lone letter that numbers it: `roomA`, `team_b`, `node1x`.
  private func isSeries(at position: Int) -> Bool {
    guard position == folded.count - 1 else { return false }
    let scalars = Array(first.name.unicodeScalars.suffix(2))
    guard scalars.count == 2 else { return false }
    return scalars[0] == "_" || scalars[0] == "-" || scalars[0].isDigit
      || (scalars[1].properties.isUppercase && !scalars[0].properties.isUppercase)
  }
}

/// The names met so far, by what they share with their look-alikes.
private struct SpellingIndex {
  /// With more names than this only case and plural are compared.
  static let maximumNames = 5_000
  /// Longer names are compared by case and plural only.
  private static let maximumLength = 64
  /// Names kept under one key: a bucket of many is a series, and one suggestion suffices.
  private static let bucketSize = 4

  let keepsDeletions: Bool
  private var buckets: [[Unicode.Scalar]: [Spelling]] = [:]

  init(keepsDeletions: Bool) { self.keepsDeletions = keepsDeletions }

  func alike(_ spelling: Spelling) -> Spelling? {
    for key in keys(spelling) {
      if let other = buckets[key]?.first(where: spelling.isAlike) { return other }
    }
    return nil
  }

  mutating func insert(_ spelling: Spelling) {
    for key in keys(spelling) where (buckets[key]?.count ?? 0) < Self.bucketSize {
      buckets[key, default: []].append(spelling)
    }
  }

  private func keys(_ spelling: Spelling) -> [[Unicode.Scalar]] {
    let folded = spelling.folded
    var keys = [folded]
    for plural in [["s"], ["e", "s"], ["i", "e", "s"]] as [[Unicode.Scalar]]
    where folded.ends(with: plural) {
      keys.append(folded.dropLast(plural.count) + (plural.count == 3 ? ["y"] : []))
    }
    guard keepsDeletions, (5...Self.maximumLength).contains(folded.count) else { return keys }
    for index in folded.indices {
      keys.append(Array(folded[..<index] + folded[(index + 1)...]))
    }
    return keys
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with suffix: [Unicode.Scalar]) -> Bool {
    count > suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
