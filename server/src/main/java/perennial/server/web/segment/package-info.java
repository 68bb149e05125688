/// The pages of segments: all of them in a list, and each as text that is counted while it is written, with
/// its parts in words, its versions and its sizes. They ask [perennial.store.answer.Answers], as the HTTP API
/// does.
@NullMarked
package perennial.server.web.segment;

import org.jspecify.annotations.NullMarked;
