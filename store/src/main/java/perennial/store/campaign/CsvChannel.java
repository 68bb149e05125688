package perennial.store.campaign;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.SendState;
import perennial.core.history.History;
import perennial.store.answer.CsvAnswer;

/// The messages of campaigns as a file: whoever takes it sends them on. Each message is in one file, once.
public final class CsvChannel {
    private static final int BATCH = 1_000;

    private final Campaigns campaigns;

    CsvChannel(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /// The messages that leave next.
    public interface Leaving {
        /// At most so many, as [Campaigns#leave] gives them.
        List<Letter> next(int most);
    }

    /// The same of a history that stays, as of now.
    public int write(String campaign, History history, Writer out) {
        return write(campaign, history.traitNames(), most -> campaigns.leave(campaign, history, most), out);
    }

    /// Writes all messages that are due, a line of names first; those that were written are sent.
    ///
    /// If writing fails, the messages of the last lines are uncertain: nobody knows how far the file came.
    ///
    /// @param traits a column for each
    /// @return how many were written
    /// @throws BadPlan if the campaign goes another way, or does not send now
    public int write(String campaign, List<String> traits, Leaving leaving, Writer out) {
        requireWritable(campaign);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(Letter.columns(traits));
        int written = 0;
        List<Letter> letters = leaving.next(BATCH);
        while (!letters.isEmpty()) {
            write(csv, letters, traits);
            written += letters.size();
            letters = leaving.next(BATCH);
        }
        flush(csv);
        return written;
    }

    private void requireWritable(String name) {
        Campaign campaign = campaigns.plans().named(name);
        if (!campaign.plan().isCsv()) {
            throw new BadPlan(
                    "channel",
                    "Campaign \"" + name + "\" goes to webhook \""
                            + campaign.plan().channel() + "\": its messages leave by themselves");
        }
        if (!campaigns.isSending(campaign)) {
            throw new BadPlan(
                    "name",
                    "Campaign \"" + name + "\" sends nothing now: it is " + campaign.stage()
                            + ", has not started, or is over");
        }
    }

    private void write(CsvWriter csv, List<Letter> letters, List<String> traits) {
        boolean isWritten = false;
        try {
            for (Letter letter : letters) {
                csv.writeRecord(letter.record(traits).stream()
                        .map(text -> CsvAnswer.guarded(text.orElse("")))
                        .toList());
            }
            flush(csv);
            isWritten = true;
        } finally {
            SendState became = isWritten ? SendState.SENT : SendState.UNCERTAIN;
            String detail = isWritten ? "" : "the file was not taken to its end";
            campaigns
                    .outbox()
                    .take(
                            letters.stream()
                                    .map(each -> Outbox.Step.to(became, each.message(), detail))
                                    .toList(),
                            isWritten ? letters.stream().map(Letter::message).toList() : List.of());
        }
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
