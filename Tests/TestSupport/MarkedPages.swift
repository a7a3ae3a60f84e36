import Foundation

/// The places of findings, as `case.json` has them and as the pictures of `review.html` show them.
package enum MarkedPages {
  private struct Case: Decodable {
    struct Document: Decodable {
      struct Page: Decodable {
        var number: Int
        var width: Double
        var height: Double
      }
      var id: String
      var pages: [Page]
    }
    struct Finding: Decodable {
      struct Element: Decodable { var box: [Double]? }
      var id: String
      var document: String
      var page: Int
      var box: [Double]
      var elements: [String: Element]?
    }
    var documents: [Document]
    var attestations: [Finding]
    var dates: [Finding]
    var passages: [Finding]
  }

  /// The picture of a page in a browser, in CSS pixels; boxes are x, y, width and height.
  private struct Picture: Decodable {
    struct Mark: Decodable {
      /// The finding; none of a part of one.
      var finding: String?
      var box: [Double]
    }
    /// Such as `d01-p1`.
    var page: String
    var box: [Double]
    var marks: [Mark]
    /// The names beside the marks.
    var tags: [[Double]]
  }

  private static let pictures = """
    (() => {
      const box = element => {
        const {x, y, width, height} = element.getBoundingClientRect()
        return [x, y, width, height]
      }
      return [...document.querySelectorAll('.sheet:has(image)')].map(sheet => ({
        page: sheet.id, box: box(sheet.querySelector('image')),
        marks: [...sheet.querySelectorAll('rect.edge')].map(edge => ({
          finding: edge.parentNode.querySelector('a')?.getAttribute('href').slice('#finding-'.length),
          box: box(edge)
        })),
        tags: [...sheet.querySelectorAll('rect.tag')].map(box)
      }))
    })()
    """

  /// What is wrong with the marks of a bundle, and how many were looked at.
  ///
  /// - Parameters:
  ///   - tolerance: how far a mark's edges may be from where they belong, in CSS pixels.
  package static func faults(
    of bundle: String, in browser: Browser, tolerance: Double = 2
  ) throws -> (faults: [String], markCount: Int) {
    let json = try Data(contentsOf: URL(fileURLWithPath: "\(bundle)/data/case.json"))
    let found = try JSONDecoder().decode(Case.self, from: json)
    try browser.open("\(bundle)/data/review.html")
    try browser.unfold()
    var faults: [String] = []
    var markCount = 0
    for layout in Browser.Layout.all {
      try browser.show(layout)
      if try browser.value(of: "document.documentElement.scrollWidth", as: Int.self) > layout.width
      {
        faults.append("\(layout): the page is broader than its window")
      }
      for picture in try browser.value(of: pictures, as: [Picture].self) {
        markCount += picture.marks.count
        faults += Self.faults(of: picture, in: found, tolerance).map {
          "\(layout), \(picture.page): \($0)"
        }
      }
    }
    return (faults, markCount)
  }

  private static func covers(_ one: [Double], _ other: [Double]) -> Bool {
    for axis in 0...1 {
      let start = max(one[axis], other[axis])
      let end = min(one[axis] + one[axis + 2], other[axis] + other[axis + 2])
      if end - start <= 0.5 { return false }
    }
    return true
  }

  private static func faults(
    of picture: Picture, in found: Case, _ tolerance: Double
  ) -> [String] {
    let sizes = found.documents.flatMap { document in
      document.pages.map { ("\(document.id)-p\($0.number)", $0) }
    }
    guard let page = sizes.first(where: { $0.0 == picture.page })?.1 else {
      return ["it is no page of the case"]
    }
    let scale = picture.box[2] / page.width
    func place(_ box: [Double]) -> [Double] {
      [
        picture.box[0] + box[0] * scale, picture.box[1] + box[1] * scale, box[2] * scale,
        box[3] * scale,
      ]
    }
    func isThere(_ mark: [Double], _ box: [Double]) -> Bool {
      zip(mark, place(box)).allSatisfy { abs($0 - $1) <= tolerance }
    }
    var faults: [String] = []
    if abs(picture.box[3] - page.height * scale) > tolerance {
      faults.append("its picture of \(picture.box[2...]) px is distorted")
    }
    let findings = (found.attestations + found.dates + found.passages).filter {
      "\($0.document)-p\($0.page)" == picture.page
    }
    let marks = picture.marks.filter { $0.finding != nil }
    let parts = picture.marks.filter { $0.finding == nil }
    for finding in findings {
      let mark = marks.first { $0.finding == finding.id }?.box
      if mark.map({ isThere($0, finding.box) }) != true {
        faults.append("\(finding.id) is at \(mark ?? []) and belongs at \(place(finding.box))")
      }
      for box in (finding.elements ?? [:]).values.compactMap(\.box)
      where !parts.contains(where: { isThere($0.box, box) }) {
        faults.append("an element of \(finding.id) is not at \(place(box))")
      }
    }
    if marks.count != findings.count { faults.append("it has \(marks.count) marks") }
    for (index, tag) in picture.tags.enumerated()
    where picture.tags[..<index].contains(where: { covers($0, tag) }) {
      faults.append("the name at \(tag) covers another")
    }
    return faults
  }
}
