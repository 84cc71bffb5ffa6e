import TestSupport
import Testing

@testable import Saturation

@Suite struct TermIndexTests {
  @Test(arguments: 0..<10) func findsAllThatMatchOrUnify(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var index = TermIndex()
    var cells = Arena<Cell>()
    var terms: [TermID] = []
    for number in 0..<150 {
      terms.append(random.term(3, variables: 2, &bank))
      bank.flatten(terms[number], into: &cells)
      index.insert(cells, IndexEntry(clause: ClauseID(number), literal: 0, term: terms[number]))
    }
    var matcher = Matcher()
    var unifier = Saturation.Unifier()
    for _ in 0..<60 {
      let query = random.term(3, variables: 2, &bank)
      bank.flatten(query, into: &cells)
      for kind in [TermIndex.Query.generalizations, .instances, .unifiable] {
        var found = Arena<IndexEntry>()
        index.retrieve(kind, cells, into: &found)
        var answers: Set<ClauseID> = []
        for position in 0..<found.count { answers.insert(found[position].clause) }
        let count = found.count
        #expect(answers.count == count)
        for (number, term) in terms.enumerated() {
          unifier.reset()
          let isRelated =
            switch kind {
            case .generalizations: matcher.match(term, query, bank)
            case .instances: matcher.match(query, term, bank)
            case .unifiable: unifier.unify(term, 0, query, 1, bank)
            }
          matcher.undo(to: 0)
          if isRelated { #expect(answers.contains(ClauseID(number))) }
        }
        if !query.isVariable { #expect(answers.count < terms.count) }
      }
    }
  }
}
