/// Who a customer is: whoever events belong to ([perennial.core.customer.Owner]), and which ids are one and the same
/// ([perennial.core.customer.Aliases]).
///
/// Aliases are fed with the links of the store, oldest first, when timelines are built, so that all reports
/// see the same people; owners are what answers list.
@org.jspecify.annotations.NullMarked
package perennial.core.customer;
