import BlankForms
package import Casework
import PageLayout

/// What `jurat form check` prints.
package struct FormCheckDocument: Encodable {
  let schema = "jurat.form-check/1"
  var documents: [Document]
  /// On how many of the pages each phrase of the forms was found.
  var phrases: [PhraseEntry]

  struct PhraseEntry: Encodable {
    var form: String
    /// Where it stands in the form's file, such as `anchors` or `places.printed-name`.
    var key: String
    var phrase: String
    var pages: Int
  }

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
  ///   - forms: Those whose phrases are looked for.
  package init(_ facts: CaseFacts, files: [String], forms: [FormDescription]) {
    let matcher = FormMatcher(forms: forms)
    let sheets = facts.pages.compactMap { page in
      page.reading.map { PageLayout.Sheet($0, of: page.page) }
    }
    phrases = forms.flatMap { form in
      form.keyedPhrases.map { key, phrase in
        PhraseEntry(
          form: form.id, key: key, phrase: phrase,
          pages: sheets.count { !$0.places(of: Phrase(phrase)).isEmpty })
      }
    }
    documents = zip(facts.documents, files).map { document, file in
      Document(
        file: file,
        pages: document.pages.map { page in
          Page(page.page.page, page.reading.flatMap { matcher.match($0) })
        })
    }
  }

  package var text: String {
    let pages = documents.map { document in
      ([document.file] + document.pages.map(\.text)).joined(separator: "\n")
    }
    let unseen = phrases.filter { $0.pages == 0 }.map { "  \($0.form): \($0.key): \($0.phrase)" }
    let missing =
      unseen.isEmpty
      ? "every phrase of the description was found on some page"
      : (["on none of the pages, so perhaps misspelt or of another edition:"] + unseen)
        .joined(separator: "\n")
    return (pages + [missing]).joined(separator: "\n\n")
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

extension FormDescription {
  /// Every phrase by which something is found on a page, with its place in the form's file.
  fileprivate var keyedPhrases: [(key: String, phrase: String)] {
    func keyed(_ key: String, _ phrases: [String]) -> [(key: String, phrase: String)] {
      phrases.map { (key, $0) }
    }
    return keyed("titles", titles) + keyed("anchors", anchors)
      + keyed("continuation", continuation)
      + places.flatMap { keyed("places.\($0.name)", $0.labels) }
  }
}
