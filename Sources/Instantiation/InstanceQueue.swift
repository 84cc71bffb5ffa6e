// The instances that wait to be given: by turns the lightest and the oldest, so that every one has its
// turn. One that waits again after it was active keeps its weight and comes last in age.

/// Two queues over the same instances.
struct InstanceQueue: Sendable {
  private struct Entry {
    var weight: Int
    var number: Int
  }

  private var heap: [Entry] = []
  private var ages: [Int] = []
  private var head = 0
  private var weights: [Int] = []
  private var isWaiting: [Bool] = []
  private var waitingCount = 0
  private var picks = 0

  /// So many are picked by weight for one that is picked by age.
  private static let byWeight = 4

  /// Adds the next new instance.
  mutating func push(_ number: Int, weight: Int) {
    weights.append(weight)
    isWaiting.append(false)
    pushAgain(number)
  }

  /// Adds an instance that was picked before.
  mutating func pushAgain(_ number: Int) {
    guard !isWaiting[number] else { return }
    isWaiting[number] = true
    waitingCount += 1
    ages.append(number)
    heap.append(Entry(weight: weights[number], number: number))
    var place = heap.count - 1
    while place > 0, Self.isLess(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Whether none waits.
  var isEmpty: Bool { waitingCount == 0 }

  /// The next instance; nil when none waits.
  mutating func pop() -> Int? {
    picks += 1
    if picks % (Self.byWeight + 1) == 0 {
      while head < ages.count {
        let number = ages[head]
        head += 1
        if take(number) { return number }
      }
    }
    while let entry = popLightest() { if take(entry.number) { return entry.number } }
    return nil
  }

  private mutating func take(_ number: Int) -> Bool {
    guard isWaiting[number] else { return false }
    isWaiting[number] = false
    waitingCount -= 1
    return true
  }

  private static func isLess(_ left: Entry, _ right: Entry) -> Bool {
    (left.weight, left.number) < (right.weight, right.number)
  }

  private mutating func popLightest() -> Entry? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, Self.isLess(heap[child + 1], heap[child]) { child += 1 }
      guard Self.isLess(heap[child], heap[place]) else { break }
      heap.swapAt(place, child)
      place = child
    }
    return top
  }
}
