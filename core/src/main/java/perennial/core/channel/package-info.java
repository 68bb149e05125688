/// Where visitors come from: the rules that name the channel of a visit.
///
/// Entry type: [perennial.core.channel.Channels]. Kept with the settings of a workspace, as people edit them; the
/// question about traffic asks them of the first event of each session.
@org.jspecify.annotations.NullMarked
package perennial.core.channel;
