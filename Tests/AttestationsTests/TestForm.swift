import Casework
import Foundation

/// A form with a label for each of the three who sign.
enum TestForm {
  static let form: FormDescription = {
    let json = """
      {"id": "test-form", "program": "test", "titles": [], "anchors": [], "continuation": [],
       "signatureLabels": {"complainant": ["Signature of complainant"],
         "notary": ["Signature of notary public"], "witness": ["Signature of witness"]},
       "dateLabels": {}, "selfReport": []}
      """
    do {
      return try JSONDecoder().decode(FormDescription.self, from: Data(json.utf8))
    } catch {
      fatalError("the test's form description is wrong: \(error)")
    }
  }()
}
