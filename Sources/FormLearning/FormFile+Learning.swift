import Casework
import PageLayout
package import PipelineFiles

extension FormFile {
  /// A description of what was learnt.
  ///
  /// - Parameter known: The form's description so far. What stands there stays: a place that was found
  ///   before is as it was corrected, and one that was named `none` is no place again.
  ///   - like: Of a new form, the description of another of its programme: what the checks read is
  ///   looked for by its labels, and its wording for other papers is taken over.
  package init(
    _ learnt: FormLearner.Learnt, id: String, program: String?, keeping known: FormFile?,
    like other: FormFile? = nil
  ) {
    guard var kept = known else {
      self.init(
        id: id, program: program, edition: learnt.edition, titles: learnt.titles,
        anchors: learnt.anchors, continuation: learnt.continuation,
        continuationPages: learnt.continuationPages, places: learnt.places)
      if let other {
        signatureLabels = other.signatureLabels
        dateLabels = other.dateLabels
        selfReport = other.selfReport
        answers = other.answers.map { answers(like: $0, of: other) }
      }
      return
    }
    var unplaced = learnt.places.filter { place in
      !kept.places.contains { $0.isSame(as: place) }
    }
    // What the description says in words alone is found on the blank by its label.
    for index in kept.places.indices where kept.places[index].page == nil {
      guard let match = unplaced.firstIndex(where: { kept.places[index].isMeant(by: $0) }) else {
        continue
      }
      let found = unplaced.remove(at: match)
      kept.places[index].page = found.page
      kept.places[index].box = found.box
    }
    kept.continuationPages = kept.continuationPages ?? learnt.continuationPages
    let new = unplaced
    var names = Set(kept.places.map(\.name))
    kept.places += new.map { place in
      var (place, number) = (place, 1)
      let name = place.name
      while !names.insert(place.name).inserted {
        number += 1
        place.name = "\(name)-\(number)"
      }
      return place
    }
    kept.places.sort { $0.position < $1.position }
    kept.program = program ?? kept.program
    self = kept
  }
}

extension FormFile {
  /// The answers of another form, read in the places of this one that have the same labels.
  private func answers(like answers: Answers, of other: FormFile) -> Answers {
    func own(_ name: String?) -> String? {
      guard let meant = other.places.first(where: { $0.name == name }) else { return nil }
      return places.first { $0.kind == meant.kind && $0.sharesLabel(with: meant) }?.name
    }
    let parties = answers.parties
    var mapped = answers
    mapped.requiredFields = answers.requiredFields.compactMap { own($0) }
    mapped.capacityFields = answers.capacityFields.compactMap { own($0) }
    mapped.rulesField = own(answers.rulesField)
    // Boxes are known by their names alone: "Yes" is the label of many.
    mapped.capacityBoxes = nil
    mapped.questionBoxes = nil
    mapped.parties = Parties(
      complainantName: own(parties.complainantName), respondentName: own(parties.respondentName),
      respondentCertificate: own(parties.respondentCertificate),
      printedName: own(parties.printedName), continuationName: own(parties.continuationName))
    return mapped
  }
}

extension FormPlace {
  fileprivate func sharesLabel(with other: FormPlace) -> Bool {
    labels.contains { label in
      other.labels.contains { Phrase.normalised($0) == Phrase.normalised(label) }
    }
  }

  fileprivate func isSame(as other: FormPlace) -> Bool {
    guard let box, let otherBox = other.box, page == other.page else { return false }
    return box.isNested(with: otherBox)
  }

  /// Whether a place that was found has the label of this one, which is not known to be anywhere.
  fileprivate func isMeant(by found: FormPlace) -> Bool {
    kind == found.kind && sharesLabel(with: found)
  }

  /// Down the form; those that are on no blank come last.
  fileprivate var position: (Int, Double, Double) {
    (page ?? .max, box?.y ?? 0, box?.x ?? 0)
  }
}
