import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// A disk that is full in the middle of a night, of bytes or of files, once there is room again.
  struct FullDiskTests {
    /// A file system of its own needs the rights to mount one; a user namespace gives them where
    /// the kernel allows it.
    private static let canMount: Bool = {
      let trial = try? RunningProgram.run([
        "unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt",
      ])
      if trial?.status != 0 { print("FullDiskTests: no file system can be mounted here") }
      return trial?.status == 0
    }()

    @Test(
      .enabled(if: canMount, "needs the rights to mount a small file system"),
      arguments: [("size=1200k", "size=100m"), ("nr_inodes=60", "nr_inodes=10000")])
    func `a full disk ends the run, loses nothing, and the next run carries on`(
      small: String, large: String
    ) throws {
      let undisturbed = try Site()
      try undisturbed.putTwoPackets()
      try undisturbed.night()

      let site = try Site()
      try site.putTwoPackets()
      let disk = try site.scratch.folder("disk")
      let kept = try site.scratch.folder("kept")
      func run(_ log: String) -> String {
        "\(BuiltPrograms.jurat) run --inbox \(disk)/inbox --workspace \(disk)/workspace "
          + "--pipeline \(site.pipeline) --jobs 2 --format json > \(kept)/\(log) 2> \(kept)/\(log).err"
      }
      let script = """
        mount -t tmpfs -o \(small) tmpfs \(disk) || exit 1
        mv \(site.inbox) \(disk)/inbox || exit 2
        \(run("first")); first=$?
        mount -o remount,\(large) \(disk) || exit 3
        \(run("second")); second=$?
        cp -r \(disk)/workspace \(kept)/workspace
        echo $first $second
        """
      let ending = try RunningProgram.run([
        "unshare", "--map-root-user", "--mount", "bash", "-c", script,
      ])
      #expect(ending.text == "74 0\n", "\(ending.text)\(ending.errors)")
      let errors = try String(contentsOfFile: "\(kept)/first.err", encoding: .utf8)
      #expect(errors.contains("No space left on device"), "\(errors)")
      for (id, manifest) in try undisturbed.manifests() {
        let bytes = try Files.contents(of: "\(kept)/workspace/bundles/\(id)/manifest-sha512.txt")
        #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == manifest)
      }
      #expect(try Files.names(in: "\(kept)/workspace/claims").isEmpty)
    }
  }
}
