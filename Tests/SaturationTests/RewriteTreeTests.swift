import TestSupport
import Testing

@testable import Saturation

@Suite struct RewriteTreeTests {
  @Test(arguments: 0..<10) func findsExactlyTheNewerRulesThatMatch(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bank = TermBank()
    var tree = RewriteTree()
    var unifier = Saturation.Unifier()
    var rules: [RewriteRule] = []
    for number in 1...150 {
      // The right side is the left one, so that the instance found must be the query.
      let term = random.term(3, variables: 3, &bank)
      unifier.reset()
      let left = unifier.apply(term, 0, &bank)!
      let rule = RewriteRule(
        clause: ClauseID(number), left: left, right: left, isReversed: false, isOriented: true,
        isBalanced: true,
        version: UInt32(number))
      rules.append(rule)
      tree.insert(rule, bank)
    }
    var matcher = Matcher()
    for _ in 0..<200 {
      let query = random.term(4, variables: 2, &bank)
      let version = UInt32.random(in: 0..<151, using: &random)
      var found: [ClauseID] = []
      tree.start(query, newerThan: version, bank)
      while let rule = tree.next(bank) {
        found.append(rule.clause)
        #expect(bank.instance(of: rule.right, tree.bindings) == query)
        var images: [TermID] = []
        for index in 0..<tree.bindings.count { images.append(tree.bindings[index]) }
        let isRenaming = images.allSatisfy(\.isVariable) && Set(images).count == images.count
        #expect(tree.isRenaming() == isRenaming)
      }
      var expected: [ClauseID] = []
      for rule in rules where rule.version > version {
        if matcher.match(rule.left, query, bank) { expected.append(rule.clause) }
        matcher.undo(to: 0)
      }
      #expect(found.sorted() == expected)
    }
  }
}
