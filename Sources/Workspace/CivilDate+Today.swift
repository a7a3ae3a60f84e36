package import Casework
import Foundation

extension CivilDate {
  /// In UTC.
  package static var today: CivilDate {
    CivilDate(dayNumber: Int(Date().timeIntervalSince1970) / 86_400)
  }
}
