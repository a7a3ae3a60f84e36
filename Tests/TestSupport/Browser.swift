import Foundation
import Glibc

/// A headless Chromium, driven over the pipes of its DevTools protocol
/// (<https://chromedevtools.github.io/devtools-protocol/>).
package final class Browser {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// How a page is laid out.
  package struct Layout: Sendable, CustomStringConvertible {
    /// Of the window, in CSS pixels.
    package let width: Int
    /// `screen` or `print`.
    package let medium: String

    package var description: String { "\(width) px, \(medium)" }

    /// A phone, a small window and a large one, and A4 between the margins of the review page.
    package static let all = [
      Layout(width: 390, medium: "screen"), Layout(width: 1024, medium: "screen"),
      Layout(width: 1280, medium: "screen"), Layout(width: 695, medium: "print"),
    ]
  }

  private let profile: ScratchFolder
  private let program: RunningProgram
  private let toProgram: Int32
  private let fromProgram: Int32
  /// What was received and not yet looked at.
  private var received: [UInt8] = []
  private var lastID = 0
  private var session: String?

  package init() throws {
    profile = try ScratchFolder()
    let commands = try Self.pipe()
    let answers = try Self.pipe()
    defer {
      close(commands.reading)
      close(answers.writing)
    }
    toProgram = commands.writing
    fromProgram = answers.reading
    // Tests run as root in containers, where Chromium's own sandbox does not start.
    program = try RunningProgram(
      [
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--no-first-run", "--remote-debugging-pipe",
        "--user-data-dir=\(profile.path)", "about:blank",
      ], descriptors: [3: commands.reading, 4: answers.writing])
    let target = try call("Target.createTarget", ["url": "about:blank"])
    session =
      try call(
        "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])[
        "sessionId"]
      as? String
    try call("Page.enable")
  }

  deinit {
    _ = try? call("Browser.close")
    _ = try? program.ending(atMost: 10)
    close(toProgram)
    close(fromProgram)
  }

  /// Opens the page at `path`.
  package func open(_ path: String) throws {
    try call("Page.navigate", ["url": URL(fileURLWithPath: path).absoluteString])
    _ = try message { $0["method"] as? String == "Page.loadEventFired" }
  }

  /// Lays the page out anew.
  package func show(_ layout: Layout) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": layout.width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    try call("Emulation.setEmulatedMedia", ["media": layout.medium])
  }

  /// The value of a JavaScript expression on the page, as JSON has it.
  package func value<Value: Decodable>(of expression: String, as type: Value.Type) throws -> Value {
    let answer = try call(
      "Runtime.evaluate", ["expression": "JSON.stringify(\(expression))", "returnByValue": true])
    guard let text = (answer["result"] as? [String: Any])?["value"] as? String else {
      throw Failure(description: "\(answer)")
    }
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// Shows pages as for people who like them dark.
  package func darken() throws {
    try call(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": "dark"]]])
  }

  /// Shows the page as it is printed.
  package func showOnPaper() throws {
    try call("Emulation.setEmulatedMedia", ["media": "print"])
  }

  /// Unfolds all that is folded.
  package func unfold() throws {
    _ = try value(
      of: """
        [...document.querySelectorAll('details')].map(one => {
          one.removeAttribute('name'); one.open = true; return 0 }).length
        """, as: Int.self)
  }

  /// Presses a key, as a person at the keyboard would: `j`, `/`, `Enter`, `ArrowDown`.
  package func press(_ key: String) throws {
    let codes = ["Enter": 13, " ": 32, "ArrowDown": 40, "Escape": 27, "Tab": 9]
    let text = key == "Enter" ? "\r" : key.count == 1 ? key : ""
    for kind in ["keyDown", "keyUp"] {
      var event: [String: Any] = ["type": kind, "key": key]
      if kind == "keyDown", !text.isEmpty { event["text"] = text }
      if let code = codes[key] { event["windowsVirtualKeyCode"] = code }
      try call("Input.dispatchKeyEvent", event)
    }
  }

  /// Types text where the cursor is.
  package func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  /// Waits until a JavaScript expression is true, on whatever page a key or a click leads to.
  package func wait(until expression: String) throws {
    let isTrue = eventually(within: 30) {
      (try? value(of: "!!(\(expression))", as: Bool.self)) == true
    }
    if !isTrue { throw Failure(description: "never true: \(expression)") }
  }

  /// Where the page saves files.
  package func saveFiles(in folder: String) throws {
    try call("Page.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder])
  }

  /// What axe (<https://github.com/dequelabs/axe-core>) finds amiss with the page for people who use a
  /// screen reader or a keyboard, each with the elements.
  package func axeFindings() throws -> [String] {
    let script = try String(contentsOfFile: Self.axe, encoding: .utf8)
    try call("Runtime.evaluate", ["expression": script])
    let answer = try call(
      "Runtime.evaluate",
      [
        "expression": """
        axe.run().then(found => JSON.stringify(found.violations.map(one =>
          `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).slice(0, 3).join(' ')}`)))
        """, "awaitPromise": true, "returnByValue": true,
      ])
    guard let text = (answer["result"] as? [String: Any])?["value"] as? String else {
      throw Failure(description: "\(answer)")
    }
    return try JSONDecoder().decode([String].self, from: Data(text.utf8))
  }

  /// As `Scripts/lib/prepare.sh` leaves it.
  private static let axe = "\(Repository.path)/.build/test-tools/axe.min.js"

  // MARK: The protocol

  @discardableResult
  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastID += 1
    let id = lastID
    var request: [String: Any] = ["id": id, "method": method, "params": parameters]
    request["sessionId"] = session
    let bytes = try JSONSerialization.data(withJSONObject: request) + [0]
    try FileHandle(fileDescriptor: toProgram).write(contentsOf: bytes)
    let answer = try message { $0["id"] as? Int == id }
    guard let result = answer["result"] as? [String: Any] else {
      throw Failure(description: "\(method): \(answer["error"] ?? "no result")")
    }
    return result
  }

  /// The next message for which `isWanted` holds; those before it are dropped.
  private func message(_ isWanted: ([String: Any]) -> Bool) throws -> [String: Any] {
    while true {
      let message = try JSONSerialization.jsonObject(with: nextMessage()) as? [String: Any] ?? [:]
      if isWanted(message) { return message }
    }
  }

  /// Messages end with a zero byte.
  private func nextMessage() throws -> Data {
    while true {
      if let end = received.firstIndex(of: 0) {
        defer { received.removeFirst(end + 1) }
        return Data(received[..<end])
      }
      var state = pollfd(fd: fromProgram, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 60_000) == 1 else {
        throw Failure(description: "chromium did not answer within 60 s")
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(fromProgram, &buffer, buffer.count)
      guard count > 0 else {
        throw Failure(
          description: "chromium has ended: \(try program.ending(atMost: 10).errors)")
      }
      received += buffer[..<count]
    }
  }

  /// A pipe whose descriptors are not those that they become in the browser.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(description: "there is no pipe") }
    defer { for end in ends { close(end) } }
    return (fcntl(ends[0], F_DUPFD_CLOEXEC, 10), fcntl(ends[1], F_DUPFD_CLOEXEC, 10))
  }
}
