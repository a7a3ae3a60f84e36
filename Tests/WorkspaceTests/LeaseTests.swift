import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

struct LeaseTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Writes a lease as the process `pid` of `node` would have left it.
  private func leave(number: Int, node: String, boot: String, pid: Int32, started: UInt64) throws {
    struct Holder: Encodable { var identity: HostIdentity }
    var identity = HostIdentity.current
    identity.node = node
    identity.boot = boot
    identity.pid = pid
    identity.started = started
    try scratch.write("work.\(number)", JSONEncoder().encode(Holder(identity: identity)))
  }

  @Test func `its number counts the attempts`() throws {
    for attempt in 1...3 {
      let lease = try Lease.take("work", in: scratch.path)
      #expect(lease.number == attempt)
      #expect(try lease.isHeld())
      lease.release()
    }
  }

  @Test func `a living holder keeps it, and is named`() throws {
    let lease = try Lease.take("work", in: scratch.path)
    let refusal = #expect(throws: Lease.Held.self) { try Lease.take("work", in: scratch.path) }
    #expect(refusal?.holder.pid == getpid())
    #expect(try lease.isHeld())
  }

  @Test func `leases of different names do not meet`() throws {
    let lease = try Lease.take("work", in: scratch.path)
    #expect(try Lease.take("works", in: scratch.path).number == 1)
    #expect(try lease.isHeld())
  }

  @Test func `the lease of a process that has ended is taken over`() throws {
    let current = HostIdentity.current
    let ended = try RunningProgram(["true"])
    _ = try ended.ending()
    try leave(number: 4, node: current.node, boot: current.boot, pid: ended.pid, started: 1)
    #expect(try Lease.take("work", in: scratch.path).number == 5)
  }

  @Test func `a number that another process has now is not mistaken for the holder`() throws {
    let current = HostIdentity.current
    try leave(
      number: 1, node: current.node, boot: current.boot, pid: current.pid,
      started: current.started + 1)
    #expect(try Lease.take("work", in: scratch.path).number == 2)
  }

  @Test func `a holder on another host keeps it while it is fresh`() throws {
    try leave(number: 1, node: "elsewhere", boot: "other", pid: 1, started: 1)
    #expect(throws: Lease.Held.self) { try Lease.take("work", in: scratch.path) }
  }

  @Test func `a torn lease file holds nobody up`() throws {
    try scratch.write("work.1", Array("{\"identity\":".utf8))
    #expect(try Lease.take("work", in: scratch.path).number == 2)
  }

  @Test func `of many that race for it one has it`() throws {
    let path = scratch.path
    let taken = Mutex<[Int]>([])
    let refused = Mutex(0)
    let group = DispatchGroup()
    for _ in 0..<16 {
      group.enter()
      Thread.detachNewThread {
        do {
          let number = try Lease.take("work", in: path).number
          taken.withLock { $0.append(number) }
        } catch is Lease.Held {
          refused.withLock { $0 += 1 }
        } catch {
          Issue.record(error)
        }
        group.leave()
      }
    }
    group.wait()
    #expect(taken.withLock { $0 } == [1])
    #expect(refused.withLock { $0 } == 15)
  }
}
