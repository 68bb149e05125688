package perennial.server.web.segment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import perennial.core.segment.BuiltIn;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.core.segment.SegmentLibrary;
import perennial.server.access.SignedIn;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.builder.Part;
import perennial.server.web.builder.Rows;
import perennial.server.web.builder.SegmentAddress;
import perennial.server.web.builder.Vocabulary;
import perennial.server.web.report.ReportView.Link;
import perennial.store.access.Role;
import perennial.store.answer.Answers;
import perennial.store.segment.StoredSegments;

/// Shows one segment to somebody, within [LiveWorkspace#use].
record Editor(Pages pages, LiveWorkspace live, HttpServletRequest request, SignedIn signedIn) {

    /// One that somebody writes.
    ResponseEntity<String> draft(Draft draft) {
        return shown(HttpStatus.OK, draft, Optional.empty(), Optional.empty());
    }

    /// One whose rows could not be read.
    ResponseEntity<String> unread(Draft draft, IllegalArgumentException fault) {
        return shown(
                HttpStatus.OK,
                draft,
                Optional.of(new SegmentFault(String.valueOf(fault.getMessage()))),
                Optional.empty());
    }

    /// One that could not be saved.
    ResponseEntity<String> refused(Draft draft, SegmentFault fault) {
        return shown(HttpStatus.BAD_REQUEST, draft, Optional.of(fault), Optional.empty());
    }

    /// The one under a name.
    ///
    /// @param fault why it was not deleted
    ResponseEntity<String> saved(String name, Optional<SegmentFault> fault) {
        Segment segment = requireThere(live, name);
        return shown(
                fault.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
                Draft.of(name, segment.toString()),
                fault,
                Optional.of(known(name)));
    }

    /// The definition under a name.
    static Segment requireThere(LiveWorkspace live, String name) {
        try {
            return library(live).withNames(name);
        } catch (SegmentFault none) {
            throw new NotThere(String.valueOf(none.getMessage()));
        }
    }

    private static SegmentLibrary library(LiveWorkspace live) {
        return new SegmentLibrary(new StoredSegments(live.workspace()));
    }

    private ResponseEntity<String> shown(
            HttpStatus status, Draft draft, Optional<SegmentFault> refusal, Optional<SegmentView.Saved> saved) {
        boolean showsPeople = signedIn.user().role().includes(Role.ANALYST);
        Draft read = draft;
        Optional<Part> rows = draft.fault().isPresent() ? Optional.empty() : Optional.of(rows(draft));
        Optional<Counted> counted = Optional.empty();
        try {
            var counting = new Counting(live.answers());
            counted = draft.segment().map(segment -> counting.of(segment, showsPeople));
            rows = rows.map(counting::steps);
        } catch (SegmentFault fault) { // it names one that is not there
            read = draft.faulty(fault);
        }
        Optional<SegmentFault> said = read.fault().isPresent() ? Optional.empty() : refusal; // not twice
        String title = draft.name().isEmpty() ? "New segment" : draft.name();
        return pages.html(
                status,
                "segment/segment",
                new SegmentView(
                        pages.page(request, title, Place.SEGMENTS),
                        read,
                        rows,
                        counted,
                        signedIn.user().role().includes(Role.MARKETER),
                        showsPeople,
                        said.map(fault -> String.valueOf(fault.getMessage())),
                        saved));
    }

    private Part rows(Draft draft) {
        return new Rows(Vocabulary.of(live.answers())).of(draft.segment());
    }

    private SegmentView.Saved known(String name) {
        Answers answers = live.answers();
        String judged = answers.segment(name).comparesOwners() ? "&segment-at=now" : "";
        return new SegmentView.Saved(
                BuiltIn.named(name).map(BuiltIn::meaning),
                versions(name),
                new Counting(answers).line(name),
                library(live).usersOf(name).stream()
                        .map(user -> new Link(user, SegmentAddress.of(user)))
                        .toList(),
                List.of(
                        new Link("Retention of these", SegmentAddress.report("retention", name, judged)),
                        new Link("Active users of these", SegmentAddress.report("active-users", name, "")),
                        new Link("Win them back", SegmentAddress.campaign(name))),
                SegmentAddress.members(name));
    }

    private List<SegmentView.Version> versions(String name) {
        var zone = live.workspace().settings().zone();
        return new StoredSegments(live.workspace())
                .versions(name).reversed().stream()
                        .map(version -> new SegmentView.Version(
                                String.valueOf(version.number()),
                                version.segment().map(Segment::toString).orElse("deleted"),
                                Figures.date(version.created().atZone(zone).toLocalDate())))
                        .toList();
    }
}
