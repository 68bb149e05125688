/// Who left, why, who came back and how soon.
///
/// Entry types: [perennial.core.winback.Winback] lists the rates in the catalogue, in three readings that are
/// never mixed; [perennial.core.winback.CancelReasons] parts them by reason,
/// [perennial.core.winback.ReturnCurve] tells how soon those come back who do. All on lives.
@org.jspecify.annotations.NullMarked
package perennial.core.winback;
