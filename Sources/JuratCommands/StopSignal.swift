import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as a polite request to end.
enum StopSignal {
  /// Set by the first signal; the second one ends the process at once.
  static let isRequested = Atomic<Bool>(false)

  /// Watches for the signals from now on; `react` is called, on a queue, when the first arrives.
  static func watch(_ react: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "jurat.signals"))
      source.setEventHandler {
        if isRequested.exchange(true, ordering: .relaxed) { _exit(ExitStatus.tryLater.rawValue) }
        react()
      }
      source.resume()
      return source
    }
  }
}
