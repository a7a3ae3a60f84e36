import Casework

/// Pages that are made up of what the stages look for, so that a change of any of it shows in the end.
enum SimulatedPage {
  static func reading(_ numbers: inout SeededNumbers) -> Reading {
    Int.random(in: 0..<3, using: &numbers) == 0 ? form(&numbers) : letter(&numbers)
  }

  private static func letter(_ numbers: inout SeededNumbers) -> Reading {
    let sentences = [
      "I, the undersigned, complain of what happened on March 3, 2024.", "Signature of complainant",
      "Subscribed and sworn to before me this 3rd day of April, 2024", "Exhibit A",
      "Refused", "Date of incident: 03/04/2024", "Dear Sir, received and filed", "Sincerely yours",
      "My commission expires May 5, 2027",
    ]
    let lines = (0..<8).map {
      line(sentences.randomElement(using: &numbers) ?? "", y: 72 + 30 * Double($0))
    }
    return Reading(width: 612, height: 792, resolution: 300, textSource: .ocr, lines: lines)
  }

  /// A page of the form on which somebody wrote that they refuse to sign, in the place to sign.
  private static func form(_ numbers: inout SeededNumbers) -> Reading {
    let day = Int.random(in: 1...9, using: &numbers)
    let refusal = line("refused", y: 300, confidence: 0.5)
    let ink = Mark(
      box: refusal.box, inkArea: 60, strokeWidth: 1.2, pieceCount: 5, largestPieceWidth: 14,
      largestPieceHeight: 10, eulerNumber: 3, saturation: 0, darkness: 0.8)
    return Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr,
      lines: [
        line("Code of Professional Conduct Complaint Form", y: 72),
        line("Section D Dates of occurrence", y: 110),
        line("Date of incident: 0\(day)/04/2024", y: 140),
        line("Section I Affirmation and signature", y: 200),
        refusal,
        line("Signature of complainant", y: 318),
      ],
      rules: [Rule(direction: .horizontal, box: Box(x: 72, y: 313, width: 240, height: 1))],
      marks: [ink])
  }

  private static func line(_ text: String, y: Double, confidence: Double = 0.95) -> TextLine {
    var words: [Word] = []
    var x = 72.0
    for text in text.split(separator: " ").map(String.init) {
      let box = Box(x: x, y: y, width: Double(6 * text.count), height: 12)
      words.append(Word(text: text, box: box, confidence: confidence, source: .ocr))
      x = box.maxX + 5
    }
    let box = Box(x: 72, y: y, width: max(1, x - 77), height: 12)
    return TextLine(box: box, words: words)
  }
}
