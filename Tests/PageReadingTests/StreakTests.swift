import Casework
import Testing

@Suite("Streaks of a dirty glass")
struct StreakTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  /// A black line a point wide down the whole page, through the text.
  private static func streak(at x: Double) -> String { "\(x) 0 1 792 re f\n" }

  @Test("what a streak runs through is read, and the streak is told", arguments: [0, 90])
  func through(turned degrees: Int) throws {
    let side = 500.0
    let upright =
      PDFs.text(PDFs.paragraph, x: 60, y: 400) + Self.streak(at: 131) + Self.streak(at: 260)
    let content = PDFs.turned(upright, clockwise: degrees, side: side)
    let page = try conversation.read(
      conversation.scannedFile(PDFs.Page(content: content, width: side, height: side)))
    let reading = try #require(page.reading)
    // A streak takes a stroke out of a letter here and there.
    let words = PDFs.paragraph.flatMap { $0.split(separator: " ").map(String.init) }
    #expect(reading.lines.count == PDFs.paragraph.count)
    #expect(zip(reading.words.map(\.text), words).count { $0 != $1 } <= 2)
    #expect(reading.streaks.count == 2)
    for (streak, x) in zip(reading.streaks.sorted { $0.x < $1.x }, [131.0, 260.0]) {
      #expect(abs(streak.x - x) < 1.5 && abs(streak.height - reading.height) < 1)
    }
    #expect(reading.rules.allSatisfy { $0.direction == .horizontal })
  }

  @Test("a line that ends before the edge of the paper is a rule")
  func frame() throws {
    let page = try conversation.read(
      conversation.scannedFile(
        PDFs.Page(content: PDFs.text(PDFs.paragraph) + "300 12 1 768 re f\n")))
    let reading = try #require(page.reading)
    #expect(reading.streaks.isEmpty)
    #expect(reading.rules.contains { $0.direction == .vertical })
  }
}
