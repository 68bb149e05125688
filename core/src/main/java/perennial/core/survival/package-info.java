/// How long something lasts when not everybody has been watched to the end.
///
/// Entry type: [perennial.core.survival.KaplanMeier], fed with how many ended and how many went on, day by day. Used by
/// the gaps between active days and by the way back of those who left.
@org.jspecify.annotations.NullMarked
package perennial.core.survival;
