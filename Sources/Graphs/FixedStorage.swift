// Owns memory: the one file of Graphs with unsafe pointers.
//
// An InlineArray in a non-copyable value would do, but the compiler (6.3) copies the whole of it for
// some reads of one element: measured, 40 % of a generator's time. Bounds are checked in debug builds
// and tests only; every index is a node below 64, or a place below a count that the owner keeps.

/// A fixed number of plain values, allocated once.
@frozen public struct FixedStorage<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Element>
  /// How many values.
  public let count: Int

  /// Allocates values that are all the same.
  @inlinable public init(count: Int, repeating value: Element) {
    base = .allocate(capacity: count)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  @inlinable deinit { base.deallocate() }

  /// The value at a place.
  @inlinable public subscript(place: Int) -> Element {
    get {
      assert(place >= 0 && place < count)
      return base[place]
    }
    set {
      assert(place >= 0 && place < count)
      base[place] = newValue
    }
  }
}
