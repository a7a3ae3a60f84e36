package import Casework

/// A page of a blank form made ready, once, for laying pages over it.
package struct PreparedBlankPage: Sendable {
  package let page: BlankPage
  let words: WordsInPlace
  let print: InkBitmap
  /// Print without lines, which may be so thin that a scan loses them.
  let type: InkBitmap
  /// What is taken away from a page: print, and what is as near to it as print wanders.
  let reachOfPrint: InkBitmap
  /// Print and the white around it, in which a blurred copy has ink.
  let surroundingsOfPrint: InkBitmap
  /// As much within boxes to tick, which are small.
  let reachInBoxes: InkBitmap

  /// - Returns: `nil` where the ink that is kept of the page is no picture.
  package init?(_ page: BlankPage) {
    guard let print = page.ink.bitmap else { return nil }
    self.page = page
    self.print = print
    words = WordsInPlace(page.lines)
    type = print.withoutLines(
      longerThan: Int(RegistrationThresholds.shortestLine / page.ink.pointsPerPixel))
    reachOfPrint = print.grown(by: RegistrationThresholds.printReach)
    surroundingsOfPrint = print.grown(by: RegistrationThresholds.surroundings)
    reachInBoxes = print.grown(by: RegistrationThresholds.printReachInBoxes)
  }
}

/// A page that was mailed, made ready for looking for forms on it.
package struct SearchedPage: Sendable {
  package let reading: Reading
  let words: WordsInPlace

  package init(_ reading: Reading) {
    self.reading = reading
    words = WordsInPlace(reading.lines)
  }

  /// Those of the page's words that are print of `blank`.
  func printedWords(of blank: PreparedBlankPage, by registration: Registration) -> Set<Word> {
    blank.words.printed(on: words, by: registration.map)
  }

  /// Where the words of `blank` stand on the page; `nil` where they do not.
  package func registration(of blank: PreparedBlankPage) -> Registration? {
    guard
      let found = blank.words.registration(
        on: words, width: reading.width, height: reading.height),
      found.wordsFound >= RegistrationThresholds.leastWordsFound,
      found.residual <= RegistrationThresholds.largestResidual
    else { return nil }
    return found
  }
}
