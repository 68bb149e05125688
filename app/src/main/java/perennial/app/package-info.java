/// To be described by what it answers.
@org.jspecify.annotations.NullMarked
package perennial.app;
