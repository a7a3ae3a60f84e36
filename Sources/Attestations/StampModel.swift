internal import Casework
import Foundation

/// A logistic regression over `StampFeature`.
///
/// The weights were fitted by `Scripts/train stamps` and stand in `StampModel+Weights.swift`, which
/// says on what. A feature without a weight does not count.
struct StampModel {
  /// What a feature speaks for: by its size, and by every step that it passes.
  struct Effect {
    let weight: Double
    let steps: [Step]

    init(_ weight: Double, _ steps: Step...) {
      self.weight = weight
      self.steps = steps
    }

    func adds(_ value: Double) -> Double {
      steps.reduce(weight * value) { value > $1.above ? $0 + $1.adds : $0 }
    }
  }

  struct Step {
    let above: Double
    let adds: Double
  }

  let intercept: Double
  let effects: [StampFeature: Effect]

  /// 0 (surely not) to 1.
  func probability(of features: [StampFeature: Double]) -> Double {
    // In one order: sums of floating point numbers depend on it.
    let sum = StampFeature.allCases.reduce(intercept) {
      $0 + (effects[$1]?.adds(features[$1] ?? 0) ?? 0)
    }
    return 1 / (1 + exp(-sum))
  }
}
