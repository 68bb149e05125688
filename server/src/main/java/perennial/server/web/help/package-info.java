/// What the words of the pages mean: the glossary of the documents, as a page and beside the words themselves.
///
/// Entry type: [perennial.server.web.help.Glossary], read once from `docs/glossary.md`, which the build puts
/// beside it. Used by the heads of tables.
@org.jspecify.annotations.NullMarked
package perennial.server.web.help;
