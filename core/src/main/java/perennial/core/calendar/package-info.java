/// Local time: which date, hour or period of a workspace an instant falls in.
///
/// Entry types: [perennial.core.calendar.Calendar] (a zone and a first weekday), [perennial.core.calendar.Every]
/// (the granularity) and [perennial.core.calendar.Periods] (a run of consecutive periods). Everything that buckets
/// events asks here, so that all reports agree on where a day or a week begins. Buckets follow the local date,
/// never a count of 24 hours: days of 23 and 25 hours come out right.
@org.jspecify.annotations.NullMarked
package perennial.core.calendar;
