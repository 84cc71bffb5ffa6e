import Batch
import Synchronization
import Testing

@Suite struct OrderedPoolTests {
  @Test(arguments: [1, 2, 7])
  func everyInputIsWorkedOnOnce(_ jobs: Int) {
    var next = 0
    var results: [Int: Int] = [:]
    let workers = Mutex<Set<Int>>([])
    OrderedPool<Int, Int>(jobs: jobs) { number in
      workers.withLock { _ = $0.insert(number) }
      return { $0 * $0 }
    }.run(
      next: {
        next += 1
        return next <= 500 ? next - 1 : nil
      },
      finished: { index, output in
        #expect(results[index] == nil)
        results[index] = output
      })
    #expect(results == Dictionary(uniqueKeysWithValues: (0..<500).map { ($0, $0 * $0) }))
    #expect(workers.withLock { $0 } == Set(0..<jobs))
  }

  @Test func noInputs() {
    var calls = 0
    OrderedPool<Int, Int>(jobs: 3) { _ in { $0 } }.run(
      next: { nil }, finished: { _, _ in calls += 1 })
    #expect(calls == 0)
  }
}
