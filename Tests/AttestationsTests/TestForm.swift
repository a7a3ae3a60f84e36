import Casework

/// A form with a label for each of the three who sign.
enum TestForm {
  static let form = FormDescription(
    id: "test-form", program: "test", titles: [], anchors: [], continuation: [],
    signatureLabels: .init(
      complainant: ["Signature of complainant"], notary: ["Signature of notary public"],
      witness: ["Signature of witness"]),
    dateLabels: [:], fieldLabels: [.below: ["Street address", "Employer"]], selfReport: [])
}
