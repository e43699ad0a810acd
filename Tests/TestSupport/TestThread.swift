import Glibc
import Synchronization

/// A thread of its own for the far end of a pipe.
///
/// A task would not do: a test that waits for it without `await` holds a thread of the pool, and on two cores nothing may be
/// left to run the task.
public struct TestThread<Value: Sendable> {
  private let work: Work
  private let thread: pthread_t?

  /// Starts it.
  public init(_ body: @escaping @Sendable () -> Value) {
    work = Work(body)
    let start = Unmanaged.passRetained(work as AnyWork)
    var created = pthread_t()
    let error = pthread_create(
      &created, nil,
      { argument in
        if let argument { Unmanaged<AnyWork>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, start.toOpaque())
    if error != 0 { start.release() }
    thread = error == 0 ? created : nil
  }

  /// Waits for its end, once; nil where it could not be started.
  public func join() -> Value? {
    guard let thread else { return nil }
    pthread_join(thread, nil)
    return work.value.withLock { $0 }
  }

  private final class Work: AnyWork {
    let value = Mutex<Value?>(nil)
    private let body: @Sendable () -> Value
    init(_ body: @escaping @Sendable () -> Value) { self.body = body }
    override func run() {
      let result = body()
      value.withLock { $0 = result }
    }
  }
}

/// What a C function can be handed without knowing the type of its value.
class AnyWork {
  func run() {}
}
