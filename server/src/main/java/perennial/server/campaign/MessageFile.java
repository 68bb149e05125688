package perennial.server.campaign;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import perennial.core.campaign.BadPlan;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.server.live.LiveWorkspace;
import perennial.store.campaign.Letter;

/// Answers with the messages of a campaign that wait, each once: taking the file sends them.
public record MessageFile(LiveWorkspace live, String campaign) {
    private static final String TYPE = "text/csv;charset=UTF-8";

    /// Nothing is kept back between the program and the connection, and nobody waits for a slow reader. What
    /// was handed to the connection counts as sent: a reader who goes away may have missed some of it.
    ///
    /// @throws BadPlan if the campaign goes another way, or does not send now; then nothing is answered yet
    public void write(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(campaign + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        try {
            live.campaigns().csv().write(campaign, live.use(() -> history().traitNames()), this::next, out);
        } catch (BadPlan fault) {
            response.reset();
            throw fault;
        } finally {
            live.histories().changed();
        }
    }

    private List<Letter> next(int most) {
        return live.use(() -> live.campaigns().leave(campaign, history(), most));
    }

    private History history() {
        return live.answers().history(Unit.CUSTOMER);
    }
}
