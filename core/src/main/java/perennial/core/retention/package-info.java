/// Who stays: of those who entered in one period, how many returned in a later one.
///
/// Entry type: [perennial.core.retention.Retention]; [perennial.core.retention.ReturnWindow] says which later periods
/// count, [perennial.core.retention.Entry] who enters a cohort. Calendar windows are answered from sets of active days,
/// windows of 24 hours from timelines.
@org.jspecify.annotations.NullMarked
package perennial.core.retention;
