import Casework
import TestSupport

/// A form of one page: nine places under lines of print, and a line of print at its foot.
struct DrawnForm {
  /// The rows, of 0 to 9, of which the print is of other words.
  var otherRows: Set<Int> = []
  /// Those of which the label is.
  var otherLabels: Set<Int> = []

  static let title = Box(x: 60, y: 44, width: 266, height: 14)
  static let filled = ["name", "address", "attached", "occurred", "signature"]
  static let empty = ["telephone", "pending", "employer", "witness"]

  private static let prose = [
    "describe every event that troubled yourself recently",
    "please print clearly using black ballpoint throughout",
    "letters returned unopened cannot support any allegation",
    "mark whichever boxes apply before continuing further",
    "members who advise clients remain bound after leaving",
    "calendar days matter because filing periods expire soon",
    "employers often keep records longer than people expect",
    "under penalty swear these statements are wholly true",
    "someone present while signing should watch carefully",
    "office staff complete nothing beneath this printed border",
  ]

  private static let labels = [
    0: "Complainant name:", 1: "Telephone number:", 2: "Mailing address:",
    5: "Occurrence date:", 6: "Present employer:", 7: "Signature complainant:",
    8: "Witness signature:",
  ]

  /// The top of a row's print; that of the foot is apart.
  static func top(_ row: Int) -> Double { row == 9 ? 700 : 80 + 60 * Double(row) }

  private func other(_ text: String) -> String {
    text.split(separator: " ").map { String($0.reversed()) }.joined(separator: " ")
  }

  var page: DrawnPage {
    var page = DrawnPage()
    page.print("Statement of Complaint", x: 60, y: 44, height: 14)
    for (row, text) in Self.prose.enumerated() {
      let top = Self.top(row)
      page.print(otherRows.contains(row) ? other(text) : text, x: 60, y: top)
      guard let label = Self.labels[row] else { continue }
      page.print(otherLabels.contains(row) ? other(label) : label, x: 60, y: top + 26)
      page.rule(x: 240, y: top + 36, width: 220)
    }
    let top = Self.top(3)
    page.frame(Box(x: 60, y: top + 22, width: 14, height: 14))
    page.print("certificate attached", x: 82, y: top + 25)
    page.frame(Box(x: 300, y: top + 22, width: 14, height: 14))
    page.print("proceedings pending", x: 322, y: top + 25)
    return page
  }

  /// With the places of ``filled`` filled in: by hand, the address typed.
  var filledPage: DrawnPage {
    var page = page
    page.scribble(in: Box(x: 250, y: Self.top(0) + 18, width: 120, height: 17))
    page.print("Elm Street", x: 250, y: Self.top(2) + 24)
    page.cross(in: Box(x: 63, y: Self.top(3) + 25, width: 8, height: 8))
    page.scribble(in: Box(x: 260, y: Self.top(5) + 20, width: 70, height: 14))
    page.scribble(in: Self.signature)
    return page
  }

  /// It goes over the line and out of its place.
  static let signature = Box(x: 265, y: top(7) + 12, width: 150, height: 34)

  static let places: [FormPlace] = {
    func line(_ row: Int, _ name: String, _ kind: FormPlace.Kind) -> FormPlace {
      FormPlace(
        name: name, kind: kind, labels: [], page: 1,
        box: Box(x: 240, y: top(row) + 17, width: 220, height: 20))
    }
    func box(_ x: Double, _ name: String) -> FormPlace {
      FormPlace(
        name: name, kind: .checkBox, labels: [], page: 1,
        box: Box(x: x, y: top(3) + 22, width: 14, height: 14))
    }
    return [
      line(0, "name", .text), line(1, "telephone", .text), line(2, "address", .text),
      box(60, "attached"), box(300, "pending"), line(5, "occurred", .date),
      line(6, "employer", .text), line(7, "signature", .signature), line(8, "witness", .signature),
    ]
  }()

  func description(_ id: String = "drawn") -> FormDescription {
    FormDescription(
      id: id, program: nil, titles: ["Statement of Complaint"], anchors: [], continuation: [],
      signatureLabels: .init(complainant: [], notary: [], witness: []), dateLabels: [:],
      fieldLabels: [:], selfReport: [], places: Self.places, blank: BlankForm(pages: [page.blank]))
  }
}
