/// Seeded randomness for the tests of every module: laws that must hold on all input, and histories to try them on.
///
/// Entry types: [perennial.core.random.ForAll] runs a law on many seeded cases, [perennial.core.random.RandomHistory]
/// makes raw event histories with everything that goes wrong in real ones. Read by the tests of core and store.
@org.jspecify.annotations.NullMarked
package perennial.core.random;
