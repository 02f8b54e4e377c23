internal import CairoRenderer

/// The version of the program, which decides together with a request what a figure looks like.
package let actplotVersion = "0.1.0"

/// The version of the program, and in a second line those of the libraries that draw.
package var actplotVersions: String { "\(actplotVersion)\n\(libraryVersions)" }
