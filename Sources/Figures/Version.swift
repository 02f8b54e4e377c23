/// The version of the program, which decides together with a request what a figure looks like.
package let actplotVersion = "0.1.0"
