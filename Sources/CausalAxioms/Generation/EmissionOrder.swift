// Lets chunks of rows out in order while threads make them in any.
//
// A thread that has finished a chunk does not wait for those before it: it leaves its buffer and takes an
// empty one. Who finishes the chunk whose turn it is writes it, and all that are ready behind it. So a
// thread that the system has put to sleep stops the others only when they are `ahead` chunks before it,
// which bounds the memory.

import Glibc

/// A chunk's rows.
final class ChunkBuffer: @unchecked Sendable {
  var buffer = RowBuffer()
}

/// Hands out chunks, takes them back finished, and writes them in order.
final class EmissionOrder: @unchecked Sendable {
  private var mutex = pthread_mutex_t()
  private var changed = pthread_cond_t()
  private let count: Int
  private let emit: @Sendable (UnsafeRawBufferPointer) -> Void
  // The next chunk to make, and the next to write.
  private var taken = 0
  private var written = 0
  private var isWriting = false
  private var waiting = 0
  private var ready: [ChunkBuffer?]
  private var free: [ChunkBuffer] = []
  private var statistics = GenerationStatistics()
  private var firstFault: GenerationFault?

  /// Chunks that a thread may be ahead of the slowest, for each thread.
  private static let ahead = 8

  init(
    chunks: Int, jobs: Int, emit: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    count = chunks
    self.emit = emit
    ready = Array(repeating: nil, count: jobs * Self.ahead)
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&changed, nil)
  }

  deinit {
    pthread_mutex_destroy(&mutex)
    pthread_cond_destroy(&changed)
  }

  /// The next chunk to make; nil when all are taken, or a thread has stopped.
  func take() -> Int? {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    while taken < count, firstFault == nil, taken - written >= ready.count {
      waiting += 1
      pthread_cond_wait(&changed, &mutex)
      waiting -= 1
    }
    guard taken < count, firstFault == nil else { return nil }
    taken += 1
    return taken - 1
  }

  /// Takes a finished chunk, for which an empty buffer comes back.
  func finish(_ chunk: Int, _ buffer: ChunkBuffer) -> ChunkBuffer {
    pthread_mutex_lock(&mutex)
    ready[chunk % ready.count] = buffer
    // Nobody else writes meanwhile, and the others may go on.
    while !isWriting, let next = ready[written % ready.count] {
      ready[written % ready.count] = nil
      isWriting = true
      pthread_mutex_unlock(&mutex)
      next.buffer.withBytes(emit)
      next.buffer.removeAll()
      pthread_mutex_lock(&mutex)
      isWriting = false
      written += 1
      free.append(next)
      if waiting > 0 { pthread_cond_broadcast(&changed) }
    }
    let empty = free.popLast() ?? ChunkBuffer()
    pthread_mutex_unlock(&mutex)
    return empty
  }

  /// Stops all threads for a reason.
  func stop(_ fault: GenerationFault) {
    pthread_mutex_lock(&mutex)
    if firstFault == nil { firstFault = fault }
    pthread_cond_broadcast(&changed)
    pthread_mutex_unlock(&mutex)
  }

  /// Why the first thread to stop did.
  var fault: GenerationFault? {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    return firstFault
  }

  /// Adds a thread's sums.
  func add(_ other: GenerationStatistics) {
    pthread_mutex_lock(&mutex)
    statistics.add(other)
    pthread_mutex_unlock(&mutex)
  }

  /// The sums of the threads that have ended.
  var sums: GenerationStatistics {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    return statistics
  }
}
