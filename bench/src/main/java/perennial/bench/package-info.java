/// What we claim about speed, measured: makes events, asks every question, and asks the same in SQL on the same file in
/// the same run. Entry: [perennial.bench.Bench], run by `bin/bench`.
@org.jspecify.annotations.NullMarked
package perennial.bench;
