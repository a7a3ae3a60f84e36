internal import Casework

/// How what stands in a place to fill in was put there.
struct Filling {
  let scene: PageScene

  /// - Parameters:
  ///   - words: those in the place.
  ///   - marks: ink in it that was not read, or that was read as no print.
  /// - Returns: `nil` where there is neither.
  func writing(words: [Word], marks: [Mark]) -> DatedFact.Writing? {
    let words = words.filter { $0.text.contains(where: \.isLetterOrNumber) }
    let marks = marks.filter {
      $0.inkArea >= AttestationThresholds.leastMarkInk && !scene.isUnreadPrint($0)
    }
    let inType = words.filter { word in marks.contains { isSetInType($0, word) } }
    if marks.contains(where: { mark in !inType.contains { isSetInType(mark, $0) } }) {
      return .hand
    }
    let printed = words.count { $0.confidence >= SceneThresholds.surelyRead || inType.contains($0) }
    if printed > 0, printed * 2 >= words.count { return .print }
    return words.isEmpty ? nil : .hand
  }

  /// Print that read badly, as an e-mail address does: no higher than print, and every letter a piece.
  private func isSetInType(_ mark: Mark, _ word: Word) -> Bool {
    mark.box.height < AttestationThresholds.highestPrint * scene.wordHeight
      && mark.box.share(within: word.box.insetBy(dx: -2, dy: -2)) > 0.9
      && Double(mark.pieceCount) >= AttestationThresholds.lettersApart * Double(word.text.count)
  }
}
