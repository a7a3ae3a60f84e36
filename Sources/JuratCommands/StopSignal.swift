import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as a polite request to end.
struct StopSignal {
  /// Set by the first signal; the second one ends the process at once.
  static let isRequested = Atomic<Bool>(false)

  private let sources: [any DispatchSourceSignal]

  /// Watches for the signals from now on; `react` is called, on a queue, when the first arrives.
  init(_ react: @escaping @Sendable () -> Void) {
    sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "jurat.signals"))
      source.setEventHandler {
        if Self.isRequested.exchange(true, ordering: .relaxed) {
          _exit(ExitStatus.tryLater.rawValue)
        }
        react()
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
  }
}
