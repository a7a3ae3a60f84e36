/// That people said something else of a finding than the machine.
package struct AmendedBy: Codable, Hashable, Sendable {
  /// Of the amendment.
  package var number: Int
  package var field: Amendment.Field
  /// What stood there before, in the words of the same field.
  package var was: String

  package init(_ amendment: Amendment, was: String) {
    number = amendment.number
    field = amendment.change.field
    self.was = was
  }
}

extension CaseFacts {
  /// What people said of findings that are not there any more.
  package var unmatchedAmendments: [Amendment] {
    let applied = Set(appliedAmendments.map(\.number))
    return amendments.filter { $0.stage < .check && !applied.contains($0.number) }
  }

  /// With what each of them stands in place of.
  package var appliedAmendments: [AmendedBy] {
    classification.amendedBy + classification.pages.flatMap(\.amendedBy)
      + attestations.flatMap(\.amendedBy) + dates.flatMap(\.amendedBy)
  }
}

extension DatedFact {
  /// A person has said which day it is.
  package var isReadByPerson: Bool { amendedBy.contains { $0.field == .date } }
}

extension [Amendment] {
  /// What the last of them says the complainant is called; `nil` where none does.
  package var complainant: String? {
    last { $0.change.field == .complainant }?.change.value
  }

  package var respondent: String? { last { $0.change.field == .respondent }?.change.value }

  /// The day received, as the last of them says.
  package var received: CaseIdentity.Days? {
    reversed().lazy.compactMap { amendment in
      if case .received(let days) = amendment.change { days } else { nil }
    }.first
  }
}

// Amendments are applied in their order, so that a later one sees what an earlier one left. One whose
// finding is not there any more changes nothing; that shows, because no finding has its number.

extension Classification {
  package func amended(by amendments: [Amendment]) -> Classification {
    var copy = self
    for amendment in amendments {
      switch (amendment.subject, amendment.change) {
      case (.page(let page), .pageRole(let role)):
        for index in copy.pages.indices where copy.pages[index].page == page {
          copy.pages[index].amend(to: role, by: amendment)
          if role == .form || role == .continuation {
            copy.pages[index].form = copy.pages[index].form ?? firstForm
          }
        }
      case (.wholeCase, .programme(let name)):
        copy.amendedBy.append(AmendedBy(amendment, was: copy.program ?? ""))
        copy.program = name
      default: break
      }
    }
    return copy
  }
}

extension ClassifiedPage {
  fileprivate mutating func amend(to new: PageRole, by amendment: Amendment) {
    amendedBy.append(AmendedBy(amendment, was: role.rawValue))
    reason = amendment.words(insteadOf: "\(role.rawValue) (\(reason))")
    role = new
    confidence = 1
    counts = new.usuallyCounts
  }
}

extension [Attestation] {
  package func amended(by amendments: [Amendment]) -> [Attestation] {
    var copy = self
    for amendment in amendments {
      guard case .attestation(let id, let kind, let place) = amendment.subject,
        let index = copy.indices.filter({ copy[$0].kind == kind }).mostAlike(
          place, called: id, { (copy[$0].place, copy[$0].id) })
      else { continue }
      var found = copy[index]
      switch amendment.change {
      case .attestationState(let state):
        found.amendedBy.append(AmendedBy(amendment, was: found.state.rawValue))
        found.reason = amendment.words(insteadOf: "\(found.state.rawValue) (\(found.reason))")
        found.state = state
        found.confidence = 1
      case .attestationRole(let role):
        found.amendedBy.append(AmendedBy(amendment, was: found.role.rawValue))
        found.role = role
      default: continue
      }
      copy[index] = found
    }
    return copy
  }
}

extension [DatedFact] {
  package func amended(by amendments: [Amendment]) -> [DatedFact] {
    var copy = self
    for amendment in amendments {
      guard case .date(let id, let place) = amendment.subject,
        let index = copy.indices.map({ $0 }).mostAlike(
          place, called: id, { (copy[$0].place, copy[$0].id) })
      else { continue }
      var fact = copy[index]
      switch amendment.change {
      case .date(let days):
        let was = fact.readings.map(\.inWords).joined(separator: " or ")
        fact.amendedBy.append(AmendedBy(amendment, was: was))
        fact.readings = [
          DateReading(earliest: days.earliest, latest: days.latest, confidence: 1)
        ]
        fact.wordsBeside = nil
      case .dateRole(let role):
        fact.amendedBy.append(AmendedBy(amendment, was: fact.role.rawValue))
        fact.role = role
        // A person has looked: it is as good as a label.
        fact.isLabelled = true
      default: continue
      }
      copy[index] = fact
    }
    return copy
  }
}

extension Amendment {
  fileprivate func words(insteadOf found: String) -> String {
    "said by \(by); found by the checker: \(found)"
  }
}

extension [Int] {
  /// The one of these whose place is most like `place`: on the same page, with a fifth of the area
  /// that the two cover in common; of two that are at one place, the one called `id`. `nil` where there
  /// is none.
  ///
  /// A rerun at another resolution moves a box by a point or two, and one with other ink settings
  /// changes its size; two findings of one kind seldom overlap at all.
  fileprivate func mostAlike(
    _ place: Place, called id: FindingID, _ found: (Int) -> (place: Place, id: FindingID)
  ) -> Int? {
    func overlap(_ index: Int) -> Double {
      let other = found(index).place
      guard other.page == place.page, let shared = other.box.intersection(place.box) else {
        return 0
      }
      let covered = other.box.area + place.box.area - shared.area
      return covered > 0 ? shared.area / covered : 0
    }
    let likeness = map { (overlap: overlap($0), isNamed: found($0).id == id ? 1 : 0, index: $0) }
    let best = likeness.max { ($0.overlap, $0.isNamed) < ($1.overlap, $1.isNamed) }
    return best.flatMap { $0.overlap >= 0.2 ? $0.index : nil }
  }
}
