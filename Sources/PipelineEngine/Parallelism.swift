import CLinux
import Foundation
import Glibc

/// How many readers may work at once: the one width of a run.
package enum Parallelism {
  /// What one reader may need on ordinary pages, in MiB.
  static let readerMegabytes = 400

  /// The least of what was asked for and what the machine, the batch engine and the memory allow;
  /// at least 1.
  package static func width(requested: Int?) -> Int {
    let limits = [requested, affinity, cgroupQuota, batchEngine, memory].compactMap { $0 }
    return max(1, limits.min() ?? 1)
  }

  /// CPUs that the scheduler lets this process use.
  private static var affinity: Int? {
    let count = Int(jurat_allowed_cpus())
    return count > 0 ? count : nil
  }

  /// CPUs of the cgroup quota, rounded up: of this group and of every one above it (cgroup v2
  /// `cpu.max`, v1 `cpu.cfs_quota_us`).
  private static var cgroupQuota: Int? {
    guard let groups = text("/proc/self/cgroup") else { return nil }
    var quotas: [Int] = []
    for line in groups.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isVersion2 = parts[1].isEmpty
      guard isVersion2 || parts[1].split(separator: ",").contains("cpu") else { continue }
      let root = isVersion2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpu"
      var path = String(parts[2])
      while true {
        if let quota = isVersion2 ? quotaV2(root + path) : quotaV1(root + path) {
          quotas.append(quota)
        }
        guard path.count > 1, let slash = path.lastIndex(of: "/") else { break }
        path = slash == path.startIndex ? "/" : String(path[..<slash])
      }
    }
    return quotas.min()
  }

  private static func quotaV2(_ folder: String) -> Int? {
    let fields = text(folder + "/cpu.max")?.split(whereSeparator: \.isWhitespace) ?? []
    guard fields.count == 2 else { return nil }
    return cpus(quota: Int(fields[0]), period: Int(fields[1]))
  }

  private static func quotaV1(_ folder: String) -> Int? {
    func number(_ name: String) -> Int? {
      text("\(folder)/\(name)").flatMap { Int($0.filter { !$0.isWhitespace }) }
    }
    return cpus(quota: number("cpu.cfs_quota_us"), period: number("cpu.cfs_period_us"))
  }

  package static func cpus(quota: Int?, period: Int?) -> Int? {
    guard let quota, let period, quota > 0, period > 0 else { return nil }
    return (quota + period - 1) / period
  }

  private static var batchEngine: Int? {
    for name in ["SLURM_CPUS_PER_TASK", "SLURM_CPUS_ON_NODE"] {
      if let value = getenv(name), let count = Int(String(cString: value)) { return count }
    }
    return nil
  }

  private static var memory: Int? {
    guard let lines = text("/proc/meminfo")?.split(separator: "\n"),
      let line = lines.first(where: { $0.hasPrefix("MemAvailable:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return kilobytes / 1024 / readerMegabytes
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
