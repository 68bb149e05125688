/// Campaigns as they are kept: plans in versions, decisions that never change, what happened to each message, codes,
/// and who is not written to any more.
///
/// [perennial.store.campaign.Campaigns] is the way in. All that a launch decides is one transaction; what happens to a
/// message is only ever added, so that a crash at any moment leaves a state to go on from.
@NullMarked
package perennial.store.campaign;

import org.jspecify.annotations.NullMarked;
