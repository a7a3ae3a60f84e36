internal import Foundation
internal import Leptonica
internal import Tesseract

/// A page with its text made level, for recognition only.
///
/// Tesseract reads text that slopes by up to two degrees as well as level text, and loses most of
/// it at three; so only what slopes by more than `tolerated` is turned, and the words' boxes are
/// turned back onto the page as it is.
struct LevelPage {
  let image: Pix
  /// Degrees clockwise by which the text of the page slopes; 0 where there is no clear answer.
  let skew: Double
  private let page: Pix

  private static let tolerated = 1.75
  /// Leptonica's measure of a clear answer.
  private static let leastConfidence = 3.0

  init(_ page: Pix) {
    self.page = page
    let scale = min(1, 150 / Double(max(70, page.resolution.y)))
    let found = page.reduced(by: scale)?.skew()
    skew = found.map { $0.confidence >= Self.leastConfidence ? $0.degrees : 0 } ?? 0
    image = abs(skew) > Self.tolerated ? page.turned(byDegrees: -skew) ?? page : page
  }

  /// The box around a word of the level image, on the page.
  func onPage(_ word: RecognisedWord) -> RecognisedWord {
    guard image !== page else { return word }
    let angle = skew * .pi / 180
    let corners = [
      (word.left, word.top), (word.right, word.top), (word.left, word.bottom),
      (word.right, word.bottom),
    ].map { x, y in
      let across = Double(x) - Double(image.width) / 2
      let down = Double(y) - Double(image.height) / 2
      return (
        x: across * cos(angle) - down * sin(angle) + Double(page.width) / 2,
        y: across * sin(angle) + down * cos(angle) + Double(page.height) / 2
      )
    }
    func clamped(_ value: Double, to limit: Int) -> Int { min(max(0, Int(value.rounded())), limit) }
    var word = word
    word.left = clamped(corners.map(\.x).min() ?? 0, to: page.width)
    word.right = clamped(corners.map(\.x).max() ?? 0, to: page.width)
    word.top = clamped(corners.map(\.y).min() ?? 0, to: page.height)
    word.bottom = clamped(corners.map(\.y).max() ?? 0, to: page.height)
    return word
  }
}
