/// Segments as rows of fields: [perennial.server.web.builder.Rows] makes them of the tree that a text says,
/// [perennial.server.web.builder.Form] makes a tree of the fields that a browser sends, so that one tree stands behind
/// the text and the rows. What no row can say is a row that holds its text. Its pages are at
/// [perennial.server.web.builder.SegmentAddress].
@NullMarked
package perennial.server.web.builder;

import org.jspecify.annotations.NullMarked;
