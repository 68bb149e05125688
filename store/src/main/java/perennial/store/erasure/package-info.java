/// Takes stored rows away for good: events by selection or age, and everything about a person.
///
/// Entry types: [perennial.store.erasure.Deletion], [perennial.store.erasure.Keeping],
/// [perennial.store.erasure.Erasure].
/// Each is one transaction that bumps the generation, so the derived views are rebuilt, and leaves a record.
@org.jspecify.annotations.NullMarked
package perennial.store.erasure;
