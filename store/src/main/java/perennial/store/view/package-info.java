/// Builds the derived views from the tables, keeps them as files, checks them, and keeps them fresh.
///
/// Entry type: [perennial.store.view.Views], which gives the history of a unit: a base on disk that never changes, plus
/// layers of the owners touched since. Everything here can be deleted and is built again.
@org.jspecify.annotations.NullMarked
package perennial.store.view;
