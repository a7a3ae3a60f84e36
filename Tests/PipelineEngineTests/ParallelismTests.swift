import PipelineEngine
import Testing

struct ParallelismTests {
  @Test(arguments: [
    (100_000, 100_000, 1),
    (150_000, 100_000, 2),
    (50_000, 100_000, 1),
    (400_000, 100_000, 4),
    (400_001, 100_000, 5),
  ])
  func `a cgroup quota is rounded up to whole processors`(quota: Int, period: Int, count: Int) {
    #expect(Parallelism.cpus(quota: quota, period: period) == count)
  }

  @Test func `no quota is no limit`() {
    #expect(Parallelism.cpus(quota: nil, period: 100_000) == nil)
    #expect(Parallelism.cpus(quota: -1, period: 100_000) == nil)
    #expect(Parallelism.cpus(quota: 100_000, period: 0) == nil)
    #expect(Parallelism.cpus(quota: 100_000, period: nil) == nil)
  }

  @Test func `the width is what was asked for or less, and never nothing`() {
    #expect(Parallelism.width(requested: 1) == 1)
    #expect(Parallelism.width(requested: nil) >= 1)
    #expect(Parallelism.width(requested: 100_000) == Parallelism.width(requested: nil))
  }
}
