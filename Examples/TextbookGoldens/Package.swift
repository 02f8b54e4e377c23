// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "TextbookGoldens",
  dependencies: [
    // In a package of your own: .package(url: "…", from: "0.1.0").
    .package(name: "actplot", path: "../..")
  ],
  targets: [
    .testTarget(
      name: "TextbookTests",
      dependencies: [
        .product(name: "Activations", package: "actplot"),
        .product(name: "Figures", package: "actplot"),
        .product(name: "Goldens", package: "actplot"),
        .product(name: "GoldenTesting", package: "actplot"),
      ],
      // Not for SwiftPM: the tests read the goldens where they lie.
      exclude: ["Goldens"])
  ]
)
