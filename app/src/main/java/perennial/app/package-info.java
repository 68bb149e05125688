/// The command line: what a person types, and what stands on the screen after it.
///
/// Entry type: [perennial.app.Main], which alone reads the clock, the environment and the arguments. A command is a
/// class; `ask` makes one of every question of the catalogue. Exit codes: 0 done, 1 a failed run, 2 wrong usage.
@org.jspecify.annotations.NullMarked
package perennial.app;
