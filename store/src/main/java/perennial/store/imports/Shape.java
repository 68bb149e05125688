package perennial.store.imports;

/// How a tool writes its rows: what each of them tells. Used by one thread.
interface Shape {
    MappedRow row(long line, Fields row) throws Refused;
}
