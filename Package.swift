// swift-tools-version: 6.2

import PackageDescription

/// Every target of ours is written in these; they are the coming language defaults.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Of tests, which run an optimised actplot in a release and are not worth the time to be that
/// themselves.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// How Scripts/actplot links the program, without shared libraries. It is no setting of what is
/// compiled, so that what the tests have built serves as well.
let programLinking: [LinkerSetting] =
  Context.environment["ACTPLOT_LINKER_FLAGS"].map {
    [.unsafeFlags($0.split(separator: " ").map(String.init))]
  } ?? []

let package = Package(
  name: "actplot",
  products: [
    .library(name: "Activations", targets: ["Activations"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Figures", targets: ["Figures"]),
    .library(name: "Goldens", targets: ["Goldens"]),
    .library(name: "GoldenTesting", targets: ["GoldenTesting"]),
    .executable(name: "actplot", targets: ["actplot"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // The C libraries; Scripts/dependencies installs them.
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(
      name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CMPFR", pkgConfig: "mpfr", providers: [.apt(["libmpfr-dev", "libgmp-dev"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),

    // How actplot speaks.
    .target(name: "Wording", swiftSettings: settings),

    // What is read, written, locked and digested, and JSON.
    .target(name: "Files", dependencies: ["CNettle", "Wording"], swiftSettings: settings),

    // Threads, and the wish that they stop.
    .target(name: "Work", swiftSettings: settings),

    // What sample points and tick labels have in common.
    .target(name: "Decimals", swiftSettings: settings),

    // The path of a figure, in the order in which data goes through it.
    .target(
      name: "Activations",
      dependencies: [
        "CMPFR", "Decimals", "Wording",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: settings),
    .target(name: "Networks", dependencies: ["Activations"], swiftSettings: settings),
    .target(name: "Typesetting", dependencies: ["Wording"], swiftSettings: settings),
    .target(
      name: "Plotting", dependencies: ["Decimals", "Typesetting", "Wording"],
      swiftSettings: settings),
    .target(
      name: "CairoRenderer",
      dependencies: [
        "Plotting", "Typesetting", "Wording", "CCairo", "CDeflate", "CFontconfig", "CFreeType",
      ],
      swiftSettings: settings),
    .target(
      name: "Figures",
      dependencies: [
        "Activations", "CairoRenderer", "CDeflate", "Files", "Networks", "Plotting", "Typesetting",
        "Wording",
      ],
      swiftSettings: settings),
    .target(
      name: "Books",
      dependencies: [
        "Activations", "CMarkdown", "CYAML", "Figures", "Files", "Wording", "Work",
      ],
      swiftSettings: settings),

    // Pages of figures to explore.
    .target(
      name: "Gallery",
      dependencies: [
        "Activations", "CairoRenderer", "Figures", "Files", "Plotting", "Typesetting", "Wording",
        "Work",
      ],
      resources: [.embedInCode("gallery.css"), .embedInCode("gallery.js")],
      swiftSettings: settings),

    // Images against images, whoever drew them.
    .target(
      name: "Goldens", dependencies: ["CExpat", "CPNG", "Files", "Wording", "Work"],
      resources: [.embedInCode("Report/report.css"), .embedInCode("Report/report.js")],
      swiftSettings: settings),
    .target(
      name: "GoldenTesting", dependencies: ["Figures", "Files", "Goldens"],
      swiftSettings: settings),

    .executableTarget(
      name: "actplot",
      dependencies: [
        "Activations", "Books", "Figures", "Files", "Gallery", "Goldens", "Wording", "Work",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings, linkerSettings: programLinking),

    .testTarget(name: "WordingTests", dependencies: ["Wording"], swiftSettings: testSettings),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: testSettings),
    .testTarget(
      name: "ActivationsTests", dependencies: ["Activations", "TestSupport"],
      exclude: ["Fixtures", "References"],
      swiftSettings: testSettings),
    .testTarget(
      name: "NetworksTests", dependencies: ["Activations", "Networks"],
      exclude: ["References"],
      swiftSettings: testSettings),
    .testTarget(
      name: "TypesettingTests", dependencies: ["TestSupport", "Typesetting"],
      swiftSettings: testSettings),
    .testTarget(
      name: "PlottingTests", dependencies: ["Decimals", "Plotting", "TestSupport", "Typesetting"],
      exclude: ["Fixtures"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CairoRendererTests",
      dependencies: ["CairoRenderer", "Goldens", "Plotting", "TestSupport", "Typesetting"],
      swiftSettings: testSettings),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "Figures", "Files", "Activations", "Networks", "Plotting", "CairoRenderer", "Books",
        "Goldens",
        "TestSupport", "Typesetting",
      ],
      exclude: ["Fixtures"],
      swiftSettings: testSettings),
    .testTarget(
      name: "BooksTests",
      dependencies: ["Books", "Figures", "Files", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: testSettings),
    .testTarget(
      name: "GalleryTests",
      dependencies: ["Activations", "Figures", "Files", "Gallery", "TestSupport", "Wording"],
      swiftSettings: testSettings),
    .testTarget(
      name: "GoldensTests", dependencies: ["Goldens", "TestSupport", "Wording"],
      exclude: ["Fixtures"],
      swiftSettings: testSettings),
    .testTarget(
      name: "GoldenTestingTests",
      dependencies: [
        "Activations", "Figures", "Goldens", "GoldenTesting", "Plotting", "TestSupport",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "Figures", "Activations", "CairoRenderer", "Books", "Goldens", "GoldenTesting",
        "Plotting", "TestSupport", "Typesetting", "Wording",
      ],
      exclude: ["Goldens", "OtherMachine"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["actplot", "Activations", "Books", "Figures", "Goldens"],
      swiftSettings: testSettings),

    // Tries mutated inputs on everything that reads some; `Scripts/test --fuzz` runs it.
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "Activations", "CairoRenderer", "Books", "Figures", "Files", "Goldens",
        "Plotting", "TestSupport", "Typesetting",
      ],
      path: "Tests/Fuzzing",
      swiftSettings: testSettings),

    // What several test targets use: small images, reading PDF, repeatable random numbers.
    .target(
      name: "TestSupport", dependencies: ["CPNG", "Goldens", "Typesetting"],
      path: "Tests/TestSupport",
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
