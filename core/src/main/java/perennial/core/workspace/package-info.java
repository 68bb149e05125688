/// One company's data and how it is to be read: zone, weeks, currency, and which event names mean what.
///
/// Entry type: [perennial.core.workspace.Settings]. Kept by the store as a versioned document; read by imports (times
/// without a zone), by the views (which events are activity) and by questions about lives.
@org.jspecify.annotations.NullMarked
package perennial.core.workspace;
