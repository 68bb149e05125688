/// Campaigns that bring customers back: what a team plans, whom it may reach, how each message fares, and what the
/// campaign really added.
///
/// A [perennial.core.campaign.Plan] says all of it. [perennial.core.campaign.Audience] finds whom it concerns,
/// [perennial.core.campaign.Verdict] says before the launch what can be shown, [perennial.core.campaign.Effect] after
/// it what was. Everybody of the audience gets one [perennial.core.campaign.Decision], the held out and the excluded
/// too, and each message passes through the states of [perennial.core.campaign.SendState].
@NullMarked
package perennial.core.campaign;

import org.jspecify.annotations.NullMarked;
