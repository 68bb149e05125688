/// The pages of imports: files are uploaded, looked at with the guess what each column is for, imported beside whatever
/// goes on, and taken back.
///
/// [perennial.server.web.imports.Uploads] keeps the files and runs the imports, one at a time; both kinds of pages,
/// those of uploads and those of imports, ask [perennial.store.imports.EventImport], as the command line does.
@NullMarked
package perennial.server.web.imports;

import org.jspecify.annotations.NullMarked;
