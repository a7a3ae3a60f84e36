import CaseReport
import Casework
import FileStore
import Foundation
import TestSupport
import Testing

/// The list of cases as a person sees it: in Chromium, by keyboard, and with whatever names people give.
struct WorkListPageTests {
  private static func listed(
    _ number: Int, complainant: String = "Verity Hallam", lastDay: String? = nil,
    disposition: Disposition = .review, flags: [String] = []
  ) throws -> ListedCase {
    var identity = CaseIdentity(
      complainant: .init(text: complainant, isSure: true, evidence: []),
      respondent: .init(text: "Philippa Corrigan", isSure: true, evidence: []))
    if let lastDay = lastDay.flatMap({ CivilDate($0) }) {
      identity.filing = .init([
        .init(policy: "a year", start: lastDay, end: lastDay, lastDay: lastDay, marginDays: 0)
      ])
    }
    let outcome: Check.Outcome = disposition == .ready ? .satisfied : .review
    let results = CheckResults(
      ruleSet: "ccm-2023", disposition: disposition,
      checks: [
        Check(
          id: "NOT-01", rule: "ccm-2023/notarized", title: "Notarized", outcome: outcome,
          isDecisive: true, code: .notaryBlockUncertain,
          reason: "The place of the notary was not read.")
      ], identity: identity)
    return ListedCase(
      id: try #require(CaseID(rawValue: "c-" + String(format: "%016d", number))),
      results: results, resultsDigest: Digest.of("results \(number)"),
      packets: [ArrivedPacket(name: "packet \(number)", files: [])],
      takenIn: nil, problem: nil, flags: flags, decision: "", hasBundle: true
    ) { _ in false }
  }

  private let scratch: ScratchFolder
  private let today = CivilDate("2024-06-10")!

  init() throws { scratch = try ScratchFolder() }

  private func open(_ cases: [ListedCase]) throws -> Browser {
    let page = try WorkListPage(cases, isOfOpenCases: true, on: today).html()
    let file = try scratch.write("index.html", Array(page.utf8))
    let browser = try Browser()
    try browser.open(file)
    return browser
  }

  private func shown(in browser: Browser) throws -> [String] {
    try browser.value(
      of: "[...document.querySelectorAll('.case')].filter(c => !c.hidden).map(c => c.id.slice(-2))",
      as: [String].self)
  }

  @Test func `what can still be mended in time comes first, what is over last`() throws {
    let browser = try open([
      try Self.listed(1, lastDay: "2024-06-09"), try Self.listed(2, lastDay: "2024-12-01"),
      try Self.listed(3), try Self.listed(4, lastDay: "2024-06-12"),
    ])
    #expect(try shown(in: browser) == ["04", "02", "03", "01"])
    let pressing = try browser.value(
      of: "[...document.querySelectorAll('.days strong')].map(e => e.textContent)",
      as: [String].self)
    #expect(pressing == ["2024-06-12, 2 days from now"])
  }

  @Test func `cases are found and gone through by keyboard`() throws {
    let browser = try open([
      try Self.listed(1), try Self.listed(2, complainant: "Odile Marchetti", disposition: .ready),
      try Self.listed(3, complainant: "Zoe Ash"),
    ])
    func focused() throws -> String {
      try browser.value(of: "document.activeElement.textContent", as: String.self)
    }
    try browser.press("j")
    try browser.press("j")
    #expect(try focused().hasPrefix("Odile"))
    try browser.press("k")
    #expect(try focused().hasPrefix("Verity"))
    try browser.press("/")
    for key in ["z", "o", "e"] { try browser.press(key) }
    #expect(try shown(in: browser) == ["03"])
    #expect(
      try browser.value(of: "document.getElementById('count').textContent", as: String.self)
        == "1 of 3 cases")
    try browser.press("Escape")
    try browser.press("?")
    #expect(try browser.value(of: "document.getElementById('help').open", as: Bool.self))
  }

  @Test func `names are shown as they are, and run nothing`() throws {
    let hostile =
      "<img src=x onerror=\"document.title='gone'\"></script><script>document.title='gone'"
    let browser = try open([try Self.listed(1, complainant: hostile, flags: [hostile])])
    #expect(
      try browser.value(of: "document.querySelector('.case h2').textContent", as: String.self)
        == "\(hostile) about Philippa Corrigan")
    #expect(try browser.value(of: "document.title", as: String.self) == "Open cases: 1 case")
    #expect(
      try browser.value(of: "document.querySelectorAll('.case img').length", as: Int.self) == 0)
  }

  @Test(arguments: Browser.Layout.all)
  func `nothing is wider than the window`(layout: Browser.Layout) throws {
    let browser = try open([
      try Self.listed(1, complainant: String(repeating: "Longname", count: 30)),
      try Self.listed(2, lastDay: "2024-06-12", flags: ["1 failed", "came 2 times"]),
    ])
    try browser.show(layout)
    let widest = try browser.value(
      of:
        "Math.max(...[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip')).map(e => e.getBoundingClientRect().right))",
      as: Double.self)
    #expect(widest <= Double(layout.width) + 0.5)
  }

  @Test func `two thousand cases are there, filtered and sorted`() throws {
    let browser = try open(
      try (1...2000).map { try Self.listed($0, complainant: "Person \($0)") })
    let milliseconds = try browser.value(
      of: """
        (() => { const began = performance.now(); document.getElementById('text').value = 'person 77 ';
        document.getElementById('filter').dispatchEvent(new Event('input', {bubbles: true}));
        return performance.now() - began; })()
        """, as: Double.self)
    #expect(try shown(in: browser).count > 1)
    print("WorkListPageTests: 2,000 cases filtered in \(milliseconds) ms")
  }
}
