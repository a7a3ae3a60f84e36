package import Casework

/// The blanks of all forms, made ready once: finds the page of a form that a mailed page was printed
/// from.
package struct FormMatcher: Sendable {
  private struct Candidate: Sendable {
    var form: FormDescription
    /// From 1.
    var page: Int
    var blank: PreparedBlankPage
  }

  private let candidates: [Candidate]

  package init(forms: [FormDescription]) {
    candidates = forms.flatMap { form in
      (form.blank?.pages ?? []).enumerated().compactMap { index, page in
        PreparedBlankPage(page).map { Candidate(form: form, page: index + 1, blank: $0) }
      }
    }
  }

  package var isEmpty: Bool { candidates.isEmpty }

  /// The page of a form that fits best; `nil` where none fits.
  package func match(_ reading: Reading) -> FormPageMatch? {
    guard !candidates.isEmpty, reading.ink != nil else { return nil }
    let page = SearchedPage(reading)
    let fitting = candidates.compactMap { candidate in
      page.registration(of: candidate.blank).map { (candidate: candidate, registration: $0) }
    }.sorted { $0.registration.wordCount > $1.registration.wordCount }
    guard let best = fitting.first,
      let compared = ComparedPage(page, over: best.candidate.blank, by: best.registration)
    else { return nil }
    let rivals = fitting.dropFirst().filter {
      Double($0.registration.wordCount)
        >= RegistrationThresholds.rivalShare * Double(best.registration.wordCount)
    }
    return FormPageMatch(
      form: best.candidate.form.id, page: best.candidate.page,
      rivals: rivals.map { FormPage(form: $0.candidate.form.id, page: $0.candidate.page) },
      compared: compared,
      places: best.candidate.form.places.filter { $0.page == best.candidate.page })
  }
}

/// A page of a form.
package struct FormPage: Hashable, Sendable {
  package var form: String
  /// From 1.
  package var page: Int
}

/// A mailed page and the page of a form that it was printed from.
package struct FormPageMatch: Sendable {
  /// The id of the form.
  package var form: String
  /// Of the form, from 1.
  package var page: Int
  /// Pages of this form and of others that fit nearly as well.
  package var rivals: [FormPage]
  package let compared: ComparedPage
  /// Those of the form's places that are on the page.
  let places: [FormPlace]

  package var registration: Registration { compared.registration }

  /// What stands in the places of the form, in its order.
  package func judgedPlaces() -> [JudgedPlace] {
    places.compactMap { place in
      place.box.map { JudgedPlace(place, box: $0, on: compared) }
    }
  }
}
