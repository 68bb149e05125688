package perennial.server.web.segment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.segment.Roster;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.AnswerFormat;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.server.web.builder.Form;
import perennial.server.web.builder.SegmentAddress;
import perennial.server.web.builder.Vocabulary;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.answer.Answers;
import perennial.store.answer.Sheet;

/// The segments: all of them in a list, and each on a page of its own, to be counted while it is written.
@Controller
final class SegmentPages {
    /// Longer ones are too long for some programs between here and the reader.
    private static final int LONGEST_ADDRESS = 4_000;

    private final Pages pages;
    private final LiveWorkspace live;

    SegmentPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(SegmentAddress.ALL)
    ResponseEntity<String> all(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String name) {
        return name.isEmpty() ? list(request) : one(request, signedIn, name);
    }

    private ResponseEntity<String> list(HttpServletRequest request) {
        return live.use(() -> {
            Answers answers = live.answers();
            History history = answers.history(Unit.CUSTOMER);
            List<SegmentList.Line> lines = answers.segments().rows().stream()
                    .map(row -> line(row, new Counting(answers)))
                    .toList();
            return pages.html(
                    "segment/all",
                    new SegmentList(
                            pages.page(request, "Segments", Place.SEGMENTS),
                            lines,
                            lines.getFirst().size().whole(),
                            Figures.moment(
                                    Instant.ofEpochMilli(history.asOf()),
                                    history.calendar().zone())));
        });
    }

    private static SegmentList.Line line(Row row, Counting counting) {
        String name = Rows.key(row, "name");
        return new SegmentList.Line(
                name,
                SegmentAddress.of(name),
                Rows.key(row, "version"),
                Rows.key(row, "segment"),
                counting.customers(name));
    }

    /// Counts what somebody writes, as an address or as a form; nothing changes.
    @Allowed(Role.VIEWER)
    @GetMapping(SegmentAddress.NEW)
    ResponseEntity<String> draft(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String segment) {
        return live.use(() -> new Editor(pages, live, request, signedIn).draft(Draft.of(name, segment)));
    }

    @Allowed(Role.VIEWER)
    @GetMapping(SegmentAddress.ALL + "/{name}")
    ResponseEntity<String> one(HttpServletRequest request, SignedIn signedIn, @PathVariable String name) {
        return live.use(() -> new Editor(pages, live, request, signedIn).saved(name, Optional.empty()));
    }

    @Allowed(Role.VIEWER)
    @PostMapping(SegmentAddress.COUNT)
    ResponseEntity<String> count(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String segment) {
        return draft(request, signedIn, name, segment);
    }

    /// Makes text of the rows that somebody filled in; nothing changes. What they say has an address of its
    /// own, so that going back undoes a change.
    @Allowed(Role.VIEWER)
    @PostMapping(SegmentAddress.ROWS)
    ResponseEntity<String> rows(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String segment) {
        return live.use(() -> {
            var editor = new Editor(pages, live, request, signedIn);
            try {
                String text = form(sent).segment().map(Segment::toString).orElse("");
                return SegmentAddress.draft(name, text).length() <= LONGEST_ADDRESS
                        ? Redirect.to(SegmentAddress.draft(name, text))
                        : editor.draft(Draft.of(name, text));
            } catch (IllegalArgumentException fault) {
                return editor.unread(Draft.of(name, segment), fault);
            }
        });
    }

    private Form form(Map<String, String> sent) {
        History history = live.answers().history(Unit.CUSTOMER);
        return new Form(
                sent,
                Vocabulary.of(live.answers()),
                history.calendar().local(history.asOf()).toLocalDate());
    }

    @Allowed(Role.MARKETER)
    @PostMapping(SegmentAddress.ALL)
    ResponseEntity<String> save(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String segment) {
        return live.use(() -> {
            Draft draft = Draft.of(name.strip(), segment);
            try {
                live.answers()
                        .saveSegment(
                                draft.name(),
                                draft.segment()
                                        .orElseThrow(() -> new SegmentFault("Write who is in it, so that it can be"
                                                + " read; then it can be saved.")));
            } catch (SegmentFault fault) {
                return new Editor(pages, live, request, signedIn).refused(draft, fault);
            }
            live.people().audit().add(signedIn.actor(request), Deed.SAVED_SEGMENT, draft.name());
            return Redirect.to(SegmentAddress.of(draft.name()));
        });
    }

    @Allowed(Role.MARKETER)
    @PostMapping(SegmentAddress.DELETE)
    ResponseEntity<String> delete(
            HttpServletRequest request, SignedIn signedIn, @RequestParam(defaultValue = "") String name) {
        return live.use(() -> {
            try {
                live.answers().deleteSegment(name);
            } catch (SegmentFault fault) {
                return new Editor(pages, live, request, signedIn).saved(name, Optional.of(fault));
            }
            live.people().audit().add(signedIn.actor(request), Deed.DELETED_SEGMENT, name);
            return Redirect.to(SegmentAddress.ALL);
        });
    }

    @Allowed(Role.ANALYST)
    @GetMapping(SegmentAddress.MEMBERS)
    ResponseEntity<String> members(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(name = "segment", defaultValue = "") String name) {
        return live.use(() -> {
            Answers answers = live.answers();
            Editor.requireThere(live, name);
            Iterable<Roster.Member> members =
                    () -> answers.members(name, Unit.CUSTOMER, Optional.empty()).members();
            live.people().audit().add(signedIn.actor(request), Deed.EXPORTED_SEGMENT, name);
            return AnswerFormat.CSV.answer(Sheet.of(
                            "members",
                            live.workspace().settings().zone(),
                            StreamSupport.stream(members.spliterator(), false).toList())
                    .text("kind", member -> member.owner().kind().toString())
                    .text("id", member -> member.owner().id()));
        });
    }
}
