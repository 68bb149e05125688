/// Lives: unbroken stretches of having a contract or of not being inactive, numbered per customer.
///
/// Entry types: [perennial.core.life.LifeSource] (where lives come from: [perennial.core.life.ContractLives] or
/// [perennial.core.life.UsageLives]) and [perennial.core.life.Lives] (those of one customer). Fed by timelines; churn
/// and win-back count them. A later life is a return, never new again.
@org.jspecify.annotations.NullMarked
package perennial.core.life;
