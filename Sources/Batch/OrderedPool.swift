// Work items in, results out, over several threads.
//
// Results come back in any order with their index; the caller stores them at once (so that a killed
// run loses only what is in flight) and puts them in order for the output. A worker's own state, a
// decider with its Z3 context, is made once a thread and never crosses threads.

import Entailment
import Glibc
import Synchronization

/// Runs a function over a sequence of inputs on some threads.
public struct OrderedPool<Input: Sendable, Output: Sendable> {
  private let jobs: Int
  private let makeWorker: @Sendable (Int) -> (Input) -> Output

  /// Makes a pool.
  ///
  /// - Parameters:
  ///   - jobs: threads, at least 1; with 1 everything runs on the calling thread.
  ///   - makeWorker: called on each thread with its number; the function it returns stays there.
  public init(jobs: Int, makeWorker: @escaping @Sendable (Int) -> (Input) -> Output) {
    self.jobs = jobs
    self.makeWorker = makeWorker
  }

  /// Runs all inputs.
  ///
  /// - Parameters:
  ///   - next: gives the next input, nil at the end; called on the calling thread.
  ///   - finished: takes each result with its input's index, on the calling thread.
  public func run(next: () -> Input?, finished: (Int, Output) -> Void) {
    guard jobs > 1 else {
      let work = makeWorker(0)
      var index = 0
      while let input = next() {
        finished(index, work(input))
        index += 1
      }
      return
    }
    let channel = Channel<Input, Output>()
    var threads: [WorkerBox] = []
    for number in 0..<jobs {
      threads.append(
        WorkerBox(
          WorkerThread { [makeWorker] in
            let work = makeWorker(number)
            while let (index, input) = channel.takeInput() {
              channel.put(index, work(input))
            }
          }))
    }
    var sent = 0
    var received = 0
    var isOpen = true
    while isOpen || received < sent {
      while isOpen, sent - received < jobs * 4 {
        guard let input = next() else {
          isOpen = false
          channel.close()
          break
        }
        channel.send(sent, input)
        sent += 1
      }
      if received < sent {
        let (index, output) = channel.takeOutput()
        received += 1
        finished(index, output)
      }
    }
    for thread in threads { thread.join() }
  }
}

private final class WorkerBox {
  private var thread: WorkerThread?
  init(_ thread: consuming WorkerThread) { self.thread = consume thread }
  func join() { thread.take()?.join() }
}

// Two queues under one lock.
private final class Channel<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private var mutex = pthread_mutex_t()
  private var changed = pthread_cond_t()
  private var inputs: [(Int, Input)] = []
  private var outputs: [(Int, Output)] = []
  private var isClosed = false

  init() {
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&changed, nil)
  }

  deinit {
    pthread_cond_destroy(&changed)
    pthread_mutex_destroy(&mutex)
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    let result = body()
    pthread_cond_broadcast(&changed)
    return result
  }

  func send(_ index: Int, _ input: Input) { locked { inputs.append((index, input)) } }
  func put(_ index: Int, _ output: Output) { locked { outputs.append((index, output)) } }
  func close() { locked { isClosed = true } }

  func takeInput() -> (Int, Input)? {
    locked {
      while inputs.isEmpty, !isClosed { pthread_cond_wait(&changed, &mutex) }
      return inputs.isEmpty ? nil : inputs.removeFirst()
    }
  }

  func takeOutput() -> (Int, Output) {
    locked {
      while outputs.isEmpty { pthread_cond_wait(&changed, &mutex) }
      return outputs.removeFirst()
    }
  }
}
