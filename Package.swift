// swift-tools-version: 6.2
import PackageDescription

// One row a target, in the order of the imports: a target depends on rows above it only.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

// Tests see the internals of these; a release build hides them from @testable import otherwise.
func seenByTests(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: strict + [.unsafeFlags(["-enable-testing"])])
}

func tests(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "jurat",
  products: [
    .executable(name: "jurat", targets: ["jurat"]),
    .executable(name: "jurat-reader", targets: ["jurat-reader"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What everything speaks of.
    library("Casework"),
    library("ReaderProtocol", "Casework"),
    library("FileStore", "Casework", crypto),

    // The reader process: the only place where poppler, leptonica and tesseract run.
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(
      name: "CTesseract", pkgConfig: "tesseract lept",
      providers: [.apt(["libtesseract-dev", "libleptonica-dev"])]),
    .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libtiff-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CZBar", pkgConfig: "zbar", providers: [.apt(["libzbar-dev"])]),
    .target(name: "CLinux"),
    library("Poppler", "CPoppler"),
    library("Leptonica", "CTIFF", "CTesseract"),
    library("Tesseract", "CTesseract"),
    library("QPDF", "CQPDF"),
    library("ZBar", "CZBar"),
    seenByTests(
      "PageReading", "Casework", "CLinux", "Leptonica", "Poppler", "QPDF", "ReaderProtocol",
      "Tesseract", "ZBar"),
    .executableTarget(
      name: "jurat-reader", dependencies: ["PageReading"], swiftSettings: strict),

    // What is made of readings: pure.
    library("PageLayout", "Casework"),
    library("BlankForms", "Casework", "PageLayout"),
    library("PipelineFiles", "Casework", "PageLayout", yams),
    library("WrittenDates", "Casework"),
    library("IdentityMasking", "Casework", "PageLayout", "WrittenDates"),
    library("FormLearning", "BlankForms", "Casework", "PageLayout", "PipelineFiles"),
    seenByTests("PageRoles", "BlankForms", "Casework", "PageLayout"),
    seenByTests(
      "Attestations", "BlankForms", "Casework", "IdentityMasking", "PageLayout"),
    library(
      "DatedFacts", "BlankForms", "Casework", "IdentityMasking", "PageLayout", "WrittenDates"),
    library(
      "FilingRules", "Casework", "DatedFacts", "IdentityMasking", "PageLayout", "PipelineFiles",
      yams),
    library("CaseReport", "BlankForms", "Casework", "FileStore", "PageLayout", mustache),
    library("CaseBag", "CaseReport", "Casework", "FileStore"),

    // The pipeline.
    library("Workspace", "Casework", "CLinux", "FileStore", grdb),
    library("ReaderPool", "Casework", "CLinux", "ReaderProtocol"),
    library(
      "Stages", "Attestations", "BlankForms", "CaseBag", "CaseReport", "Casework", "DatedFacts",
      "FileStore",
      "FilingRules", "IdentityMasking", "PageLayout", "PageRoles", "PipelineFiles", "ReaderPool",
      "ReaderProtocol", "Workspace"),
    library(
      "PipelineEngine", "CLinux", "Casework", "FileStore", "PipelineFiles", "ReaderPool",
      "ReaderProtocol", "Stages", "Workspace", logging),
    library(
      "Simulation", "CaseBag", "Casework", "FileStore", "FilingRules", "PageLayout",
      "PipelineEngine", "PipelineFiles", "ReaderPool", "ReaderProtocol", "Stages", "Workspace",
      logging),
    library(
      "JuratCommands", "BlankForms", "CaseBag", "CaseReport", "Casework", "DatedFacts", "FileStore",
      "FilingRules", "FormLearning", "PageLayout", "PipelineEngine", "PipelineFiles", "ReaderPool",
      "ReaderProtocol",
      "Simulation", "Stages", "Workspace", "WrittenDates", argumentParser, logging),
    .executableTarget(
      name: "jurat", dependencies: ["JuratCommands", argumentParser], swiftSettings: strict),

    // For `Scripts/train`.
    .executableTarget(
      name: "stamp-features", dependencies: ["Attestations", "Casework", "PipelineFiles"],
      swiftSettings: strict),

    // The programs and the folder Pipeline of this repository, for tests.
    .target(
      name: "TestSupport", dependencies: ["Casework", "PageLayout", "PipelineFiles"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("CaseworkTests", "Casework", "TestSupport"),
    tests("ReaderProtocolTests", "ReaderProtocol"),
    tests("InkTests", "Casework", "Leptonica", "PageReading"),
    tests(
      "PageReadingTests", "Casework", "Leptonica", "PageReading", "Poppler", "QPDF",
      "ReaderProtocol", "Tesseract", "TestSupport"),
    tests("PipelineFilesTests", "Casework", "PageLayout", "PipelineFiles"),
    tests("PageLayoutTests", "Casework", "PageLayout"),
    tests("BlankFormsTests", "BlankForms", "Casework", "PageLayout", "TestSupport"),
    tests(
      "FormLearningTests", "Casework", "FormLearning", "PageLayout", "PipelineFiles",
      "TestSupport"),
    tests("PageRolesTests", "Casework", "PageRoles", "TestSupport"),
    tests("AttestationsTests", "Attestations", "Casework", "PageLayout", "TestSupport"),
    tests(
      "DatedFactsTests", "Casework", "DatedFacts", "IdentityMasking", "PageLayout", "TestSupport",
      "WrittenDates"),
    tests("FilingRulesTests", "Casework", "FilingRules", "PipelineFiles", "TestSupport"),
    tests("CaseBundleTests", "CaseBag", "CaseReport", "Casework", "FileStore", "TestSupport"),

    // How it fails well: programs at work, and readers that go wrong on purpose.
    .executableTarget(
      name: "FaultyReader", dependencies: ["Casework", "PageReading", "ReaderProtocol"],
      path: "Tests/FaultyReader", swiftSettings: strict),
    // Tries to get out of the confinement of readers.
    .executableTarget(name: "Escapes", dependencies: ["CLinux"], path: "Tests/Escapes"),
    tests("WorkspaceTests", "Casework", "FileStore", "TestSupport", "Workspace"),
    tests("ReaderPoolTests", "Casework", "ReaderPool", "ReaderProtocol", "TestSupport"),
    tests(
      "PipelineEngineTests", "Casework", "FileStore", "PipelineEngine", "PipelineFiles", "Stages",
      "TestSupport", "Workspace"),
    tests(
      "SimulationTests", "Casework", "FileStore", "PipelineFiles", "ReaderPool", "ReaderProtocol",
      "Simulation", "Stages", "TestSupport"),
    tests(
      "EndToEndTests", "Casework", "FileStore", "PipelineEngine", "ReaderProtocol", "Simulation",
      "TestSupport",
      "Workspace"),
  ],
  swiftLanguageModes: [.v6]
)
