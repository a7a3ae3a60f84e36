package import Casework
internal import PageLayout

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

  /// The page of a form that fits best, and what was filled in there; `nil` where none fits.
  package func match(_ reading: Reading) -> MatchedPage? {
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
    let (form, number) = (best.candidate.form, best.candidate.page)
    return MatchedPage(
      form: form.id, page: number,
      rivals: rivals.map { FormPage(form: $0.candidate.form.id, page: $0.candidate.page) },
      registration: best.registration,
      places: form.places.filter { $0.page == number }.compactMap { place in
        place.box.map { JudgedPlace(place, box: $0, on: compared) }
      },
      printedWords: page.printedWords(of: best.candidate.blank, by: best.registration),
      printedMarks: Set(reading.marks.filter { compared.isPrint($0.box) }))
  }
}

/// A page of a form.
package struct FormPage: Hashable, Sendable {
  package var form: String
  /// From 1.
  package var page: Int
}

/// A mailed page and the page of a form that it was printed from, with what was filled in there.
package struct MatchedPage: Sendable {
  /// The id of the form.
  package var form: String
  /// Of the form, from 1.
  package var page: Int
  /// Pages of this form and of others that fit nearly as well.
  package var rivals: [FormPage]
  package var registration: Registration
  /// In the order of the form.
  package var places: [JudgedPlace]
  /// Those words of two letters and more that are print of the form.
  package var printedWords: Set<Word>
  /// Those marks of the page that are print of the form.
  package var printedMarks: Set<Mark>

  /// What was found in the place of the form that `box`, in points of the page, is about.
  package func place(at box: Box, of kinds: Set<FormPlace.Kind>) -> JudgedPlace? {
    places.filter { kinds.contains($0.place.kind) && $0.content.place.isAbout(box) }
      .max { $0.content.place.overlap(with: box) < $1.content.place.overlap(with: box) }
  }
}

extension Box {
  /// Whether the smaller of the two lies half in the other.
  fileprivate func isAbout(_ other: Box) -> Bool {
    guard let common = intersection(other) else { return false }
    return 2 * common.area > min(area, other.area)
  }
}
