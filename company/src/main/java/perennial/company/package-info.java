/// A believable company to try Perennial on: a garden planner sold as a subscription, with a small shop beside it.
///
/// Entry type: [DemoCompany]. What holds in it is planted: [Planted] lists every chance and factor, `docs/demo.md`
/// says how each can be seen again with a question. Each customer lives from a seed of its own ([Life]); what it does
/// goes through its [Outbox] to [Arrivals], which hands the lines on in the order in which they arrived.
@org.jspecify.annotations.NullMarked
package perennial.company;
