/// Tests of who may use the pages, over HTTP.
@org.jspecify.annotations.NullMarked
package perennial.server.people;
