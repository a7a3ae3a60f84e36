import Casework
import PageLayout
package import PipelineFiles

extension FormFile {
  /// A description of what was learnt.
  ///
  /// - Parameter known: The form's description so far. What stands there stays: a place that was found
  ///   before is as it was corrected, and one that was named `none` is no place again.
  package init(
    _ learnt: FormLearner.Learnt, id: String, program: String?, keeping known: FormFile?
  ) {
    guard var kept = known else {
      self.init(
        id: id, program: program, edition: learnt.edition, titles: learnt.titles,
        anchors: learnt.anchors, continuation: learnt.continuation, places: learnt.places)
      return
    }
    let new = learnt.places.filter { place in
      !kept.places.contains { $0.isSame(as: place) }
    }
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

extension FormPlace {
  fileprivate func isSame(as other: FormPlace) -> Bool {
    guard let box, let otherBox = other.box, page == other.page else { return false }
    return box.isNested(with: otherBox)
  }

  /// Down the form; those that are on no blank come last.
  fileprivate var position: (Int, Double, Double) {
    (page ?? .max, box?.y ?? 0, box?.x ?? 0)
  }
}
