/// Funnels: how far customers come on a path of steps within a window.
///
/// Entry types: [perennial.core.funnel.Funnel] (the question) and [perennial.core.funnel.Order] (which events of an
/// owner make an attempt, one algorithm each). Fed by timelines, of which one pass is made; activity days tell whose
/// timelines need to be read at all.
@org.jspecify.annotations.NullMarked
package perennial.core.funnel;
