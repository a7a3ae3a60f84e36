internal import CPoppler
internal import Synchronization

/// What poppler and GLib have to say about a file; nothing of it goes to the standard streams.
package enum PopplerMessages {
  private static let heard = Mutex<[String]>([])
  /// A hostile page says the same thing a million times.
  private static let most = 100

  /// Has messages kept instead of written, from now on.
  package static func listen() {
    g_log_set_default_handler(
      { _, _, message, _ in
        guard let message else { return }
        let text = String(cString: message)
        PopplerMessages.heard.withLock { if $0.count < PopplerMessages.most { $0.append(text) } }
      }, nil)
  }

  /// The result of `body`, and what was said in the meantime.
  package static func during<Result>(_ body: () -> Result) -> (Result, messages: [String]) {
    heard.withLock { $0 = [] }
    let result = body()
    return (result, heard.withLock { $0 })
  }
}
