package perennial.store.annotation;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.access.Secret;

/// The annotations of a workspace.
public final class Annotations {
    private final Workspace workspace;
    private final Map<String, Annotation> annotations = new ConcurrentHashMap<>();

    public Annotations(Workspace workspace) {
        this.workspace = workspace;
        workspace.read("reading the annotations", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("annotation/annotations"))) {
                while (rows.next()) {
                    var annotation = new Annotation(
                            rows.getString("id"),
                            rows.getDate("day").toLocalDate(),
                            Annotation.Kind.of(rows.getString("kind")),
                            rows.getString("text"));
                    annotations.put(annotation.id(), annotation);
                }
            }
            return annotations.size();
        });
    }

    /// All, the earliest first.
    public List<Annotation> all() {
        return annotations.values().stream()
                .sorted(Comparator.comparing(Annotation::day).thenComparing(Annotation::id))
                .toList();
    }

    /// @throws IllegalArgumentException if it says nothing or too much
    public Annotation add(LocalDate day, Annotation.Kind kind, String text) {
        var annotation = new Annotation(Secret.make().id(), day, kind, text);
        workspace.keep("keeping an annotation", connection -> {
            try (var note = connection.prepareStatement(Sql.text("annotation/note-annotation"))) {
                note.setString(1, annotation.id());
                note.setObject(2, day);
                note.setString(3, kind.toString());
                note.setString(4, annotation.text());
                return note.execute();
            }
        });
        annotations.put(annotation.id(), annotation);
        return annotation;
    }

    /// Removes one for good; nothing if it was removed before.
    public Optional<Annotation> remove(String id) {
        workspace.keep("removing an annotation", connection -> {
            try (var forget = connection.prepareStatement(Sql.text("annotation/forget-annotation"))) {
                forget.setString(1, id);
                return forget.execute();
            }
        });
        return Optional.ofNullable(annotations.remove(id));
    }
}
