import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as a polite request to end.
struct StopSignal {
  /// Set by the first signal; the second one ends the process at once.
  static let isRequested = Atomic<Bool>(false)

  private let sources: [any DispatchSourceSignal]
  private let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "jurat.budget"))
  private let react: @Sendable () -> Void

  /// Watches for the signals from now on; `react` is called, on a queue, when the first arrives.
  init(_ react: @escaping @Sendable () -> Void) {
    self.react = react
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

  /// As if a signal had come, after so many minutes.
  func requestItself(afterMinutes minutes: Int, _ say: @escaping @Sendable () -> Void) {
    timer.schedule(deadline: .now() + .seconds(60 * minutes))
    timer.setEventHandler { [react] in
      guard !Self.isRequested.exchange(true, ordering: .relaxed) else { return }
      say()
      react()
    }
    timer.activate()
  }

  func cancel() {
    for source in sources { source.cancel() }
    timer.activate()
    timer.cancel()
  }
}
