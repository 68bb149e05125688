-- What happened outside the events that numbers may follow. kind: as the class Annotation.Kind writes it.
CREATE TABLE IF NOT EXISTS annotations (
    id   VARCHAR NOT NULL,
    day  DATE    NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL
);
