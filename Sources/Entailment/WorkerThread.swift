// Threads with a large stack.
//
// Formulas may be nested `Formula.maximumDepth` deep and are walked by recursion; the 8 MiB of a
// process's first thread, and the 2 MiB of others, are too near. The stack is reserved, not used.

import Glibc

/// A thread that runs one closure.
public struct WorkerThread: ~Copyable {
  private let handle: pthread_t

  /// Bytes of address space reserved for the stack.
  public static let stackBytes = 512 << 20

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread.
  public init(_ run: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stackBytes)
    var created = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let status = pthread_create(
      &created, &attributes,
      { argument in
        Unmanaged<Body>.fromOpaque(argument!).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    pthread_attr_destroy(&attributes)
    guard status == 0 else { fatalError("no thread could be started (error \(status))") }
    handle = created
  }

  /// Waits for the closure to end.
  public consuming func join() { pthread_join(handle, nil) }
}
