/// Every question there is: [perennial.core.catalogue.Catalogue]. The command line, the HTTP API and the pages are
/// built from it: a new question is one file in its noun's package and one line here.
@org.jspecify.annotations.NullMarked
package perennial.core.catalogue;
