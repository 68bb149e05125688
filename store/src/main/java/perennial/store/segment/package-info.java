/// The segments saved in a workspace, with all their versions.
///
/// Entry type: [perennial.store.segment.StoredSegments], kept in the table of definitions as JSON
/// ([perennial.store.segment.SegmentDocument]). Fed by the command line; read by the views for every question.
@org.jspecify.annotations.NullMarked
package perennial.store.segment;
