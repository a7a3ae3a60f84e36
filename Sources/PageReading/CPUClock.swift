internal import Foundation

/// The CPU seconds of this process, for `jurat-reader --times`.
enum CPUClock {
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Does `work` and adds what it took to `total`.
  static func measure<Result>(_ total: inout Double, _ work: () -> Result) -> Result {
    let began = seconds
    defer { total += seconds - began }
    return work()
  }

  /// One line of JSON: `{"page":3,"cpu":2.413,"ink":0.081}`.
  static func note(page: Int, seconds: Double, ink: Double) {
    let line = String(
      format: "{\"page\":%d,\"cpu\":%.4f,\"ink\":%.4f}\n", page, seconds, ink)
    FileHandle.standardError.write(Data(line.utf8))
  }
}
