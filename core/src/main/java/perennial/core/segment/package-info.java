/// Who is meant: customers by their traits, by what they did, by where they stand, by how they buy.
///
/// Entry type: [perennial.core.segment.Segment], a tree that is read from text by
/// [perennial.core.segment.SegmentParser]; [perennial.core.segment.SegmentLibrary] finds those under a name and makes
/// them ready for a history. Fed by the command line and the saved definitions; restricts every question.
@org.jspecify.annotations.NullMarked
package perennial.core.segment;
