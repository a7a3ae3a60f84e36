internal import Casework
import Foundation

/// A logistic regression over `StampFeature`.
///
/// The weights were fitted by `Scripts/train stamps` and stand in `StampModel+Weights.swift`, which
/// says on what. A feature without a weight does not count.
struct StampModel {
  let intercept: Double
  let weights: [StampFeature: Double]

  /// 0 (surely not) to 1.
  func probability(of features: [StampFeature: Double]) -> Double {
    // In one order: sums of floating point numbers depend on it.
    let sum = StampFeature.allCases.reduce(intercept) {
      $0 + (weights[$1] ?? 0) * (features[$1] ?? 0)
    }
    return 1 / (1 + exp(-sum))
  }
}
