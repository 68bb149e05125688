/// Which ids are one and the same: [perennial.core.customer.Aliases].
///
/// Fed with the links of the store, oldest first; used when timelines are built, so that all reports see the same
/// people.
@org.jspecify.annotations.NullMarked
package perennial.core.customer;
