import Batch
import Testing

@Suite struct ShardTests {
  @Test func shardsPartitionTheIds() {
    let shards = (0..<5).map { Shard("\($0)/5")! }
    var sizes = [0, 0, 0, 0, 0]
    for number in 0..<5_000 {
      let owners = shards.indices.filter { shards[$0].contains("row-\(number)") }
      #expect(owners.count == 1)
      sizes[owners[0]] += 1
    }
    // 1000 each on average; a hash that leaves a shard a tenth short would fail this.
    #expect(sizes.allSatisfy { (900...1_100).contains($0) })
  }

  @Test(arguments: ["", "1", "1/", "/2", "2/2", "-1/2", "0/0", "a/b", "0/1/2", "1.0/2"])
  func refuses(_ text: String) { #expect(Shard(text) == nil) }
}
