/// Which events or rows are meant: conditions on named values, and selections of events by name and condition.
///
/// Entry types: [perennial.core.selection.Condition] (`value > 50 and category = shoes`) and
/// [perennial.core.selection.Selection] (`Order Completed[value > 50]`), both read from text by
/// [perennial.core.selection.SelectionParser]. Imports filter rows with them, questions filter events.
@org.jspecify.annotations.NullMarked
package perennial.core.selection;
