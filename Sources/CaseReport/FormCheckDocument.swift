package import BlankForms
package import Casework

/// What `jurat form check` prints.
package struct FormCheckDocument: Encodable {
  let schema = "jurat.form-check/1"
  var documents: [Document]

  struct Document: Encodable {
    var file: String
    var pages: [Page]
  }

  struct Page: Encodable {
    /// From 1.
    var page: Int
    /// The form that it is a page of; `null` where none fits.
    let form: OrNull<String>
    /// Which of the form's pages, from 1.
    let formPage: OrNull<Int>
    /// How far words are from their places in the median, in points.
    let residual: OrNull<Double>
    /// The share of the form's words that are in place, 0 to 1.
    let wordsFound: OrNull<Double>
    var places: [PlaceEntry]
  }

  struct PlaceEntry: Encodable {
    var name: String
    var kind: FormPlace.Kind
    let label: OrNull<String>
    var state: Attestation.State
    /// In points of the page.
    var box: Box
    /// That is none of the form's, in square points.
    var ink: Double
    var reason: String
  }

  /// - Parameter files: The paths of the documents, as they were given.
  package init(_ facts: CaseFacts, files: [String], by matcher: FormMatcher) {
    documents = zip(facts.documents, files).map { document, file in
      Document(
        file: file,
        pages: document.pages.map { page in
          Page(page.page.page, page.reading.flatMap { matcher.match($0) })
        })
    }
  }

  package var text: String {
    documents.map { document in
      ([document.file] + document.pages.map(\.text)).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

extension FormCheckDocument.Page {
  fileprivate init(_ number: Int, _ match: MatchedPage?) {
    page = number
    form = OrNull(match?.form)
    formPage = OrNull(match?.page)
    residual = OrNull(match?.registration.residual.roundedToHundredth)
    wordsFound = OrNull(match?.registration.wordsFound.roundedToHundredth)
    places = (match?.places ?? []).map { judged in
      FormCheckDocument.PlaceEntry(
        name: judged.place.name, kind: judged.place.kind, label: OrNull(judged.place.labels.first),
        state: judged.state, box: judged.content.place, ink: judged.content.ink.roundedToTenth,
        reason: judged.reason)
    }
  }

  fileprivate var text: String {
    guard let form = form.value, let formPage = formPage.value else {
      return "  page \(page): fits no form"
    }
    let fit =
      "  page \(page): page \(formPage) of \(form); \(Int((wordsFound.value ?? 0) * 100)) % of its words are in "
      + "place, within \(residual.value ?? 0) pt"
    return
      ([fit]
      + places.map {
        "    \($0.state.rawValue.padding(10))\($0.name)"
          + ($0.state == .uncertain ? ": \($0.reason)" : "")
      })
      .joined(separator: "\n")
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
