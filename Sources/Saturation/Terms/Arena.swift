// A growable array over raw memory: this file owns its memory and is unsafe.
//
// A `ContiguousArray` inside the search's state pays a uniqueness check at every write through a
// call; an owner that can't be copied pays none (2.4 times less an element, measured). Accesses
// stay bounds-checked. `realloc` moves the pages of a large arena without copying what they hold.

import Glibc

/// A growable array of plain values, owned by one place.
struct Arena<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// Number of elements.
  private(set) var count = 0

  /// An empty arena; the first allocation is for `capacity` elements.
  init(capacity: Int = 16) {
    self.capacity = capacity
    base = Self.allocate(nil, capacity)
  }

  /// An arena of `count` times the same element.
  init(repeating element: Element, count: Int) {
    self.init(capacity: max(count, 1))
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { free(base) }

  /// Whether there is no element.
  var isEmpty: Bool { count == 0 }
  /// Bytes held.
  var bytes: Int { capacity * MemoryLayout<Element>.stride }

  /// The element at `index`.
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
    _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      yield &base[index]
    }
  }

  /// Adds an element at the end.
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    base[count] = element
    count += 1
  }

  /// Removes and returns the last element.
  mutating func removeLast() -> Element {
    precondition(count > 0)
    count -= 1
    return base[count]
  }

  /// Keeps the first `count` elements.
  mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    self.count = count
  }

  /// Adds copies of `element` until there are at least `count`.
  mutating func extend(to count: Int, with element: Element) {
    while self.count < count { append(element) }
  }

  @inline(never)
  private mutating func grow() {
    capacity *= 2
    base = Self.allocate(base, capacity)
  }

  private static func allocate(_ old: UnsafeMutablePointer<Element>?, _ capacity: Int)
    -> UnsafeMutablePointer<Element>
  {
    guard let memory = realloc(old, capacity * MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }
}
