package perennial.company;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// All lines of the company, kept small until all are known (about 40 bytes a line: what is said often is kept once),
/// then handed on in order of arrival. Lines that arrive in the same millisecond keep the order of their customers.
final class Arrivals {
    private static final int RANK_BITS = 24;
    private static final int SEND_BITS = 20;

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT);
    /// In UTC the era begins on the evening before.
    private static final long FIRST_DAY = Era.FIRST_DAY.toEpochDay() - 1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> contents = new ArrayList<>();
    private final Map<String, Integer> senderNumbers = new HashMap<>();
    private final List<String> senders = new ArrayList<>();

    private int size;
    private long[] arrived = new long[1 << 12];
    private long[] messages = new long[1 << 12];
    private long[] times = new long[1 << 12];
    private int[] lags = new int[1 << 12];
    private int[] said = new int[1 << 12];
    private int[] by = new int[1 << 12];

    /// One line. It arrives now, and says of itself when it was received first.
    void add(int customer, int message, Sender sender, String content, long time, long received, long now) {
        if (size == arrived.length) {
            grow();
        }
        arrived[size] = (now - Era.FROM) << RANK_BITS | size;
        messages[size] = (long) customer << SEND_BITS | message;
        times[size] = time;
        lags[size] = (int) (received - time);
        said[size] = number(content, numbers, contents);
        by[size] = number(sender.json(), senderNumbers, senders);
        size++;
    }

    /// Hands all lines on, each once, and forgets them.
    void drain(Consumer<String> sink) {
        numbers.clear();
        senderNumbers.clear();
        Arrays.sort(arrived, 0, size);
        var line = new StringBuilder(400);
        String[] days = days();
        for (int i = 0; i < size; i++) {
            int at = (int) (arrived[i] & ((1 << RANK_BITS) - 1));
            line.setLength(0);
            line.append("{\"messageId\":\"m").append(messages[at] >>> SEND_BITS).append('-');
            line.append(messages[at] & ((1 << SEND_BITS) - 1)).append("\",");
            line.append(contents.get(said[at])).append(',').append(senders.get(by[at]));
            line.append(",\"timestamp\":\"");
            appendInstant(line, times[at], days);
            line.append("\",\"receivedAt\":\"");
            appendInstant(line, times[at] + lags[at], days);
            sink.accept(line.append("\"}").toString());
        }
        size = 0;
    }

    /// ISO 8601 in UTC with milliseconds, such as `2025-03-30T01:59:59.999Z`.
    static String instant(long time) {
        return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).format(MILLIS);
    }

    /// The same, by the dates of [#days]: most of the time of a large company would go into dates.
    private static void appendInstant(StringBuilder text, long time, String[] days) {
        int milli = (int) Math.floorMod(time, Era.DAY);
        text.append(days[(int) (Math.floorDiv(time, Era.DAY) - FIRST_DAY)]).append('T');
        appendTwo(text, milli / 3_600_000).append(':');
        appendTwo(text, milli / 60_000 % 60).append(':');
        appendTwo(text, milli / 1000 % 60).append('.');
        text.append((char) ('0' + milli / 100 % 10));
        appendTwo(text, milli % 100).append('Z');
    }

    private static String[] days() {
        String[] days = new String[(int) (Era.UNTIL_DAY.toEpochDay() - FIRST_DAY) + 1];
        Arrays.setAll(days, i -> LocalDate.ofEpochDay(FIRST_DAY + i).toString());
        return days;
    }

    private static StringBuilder appendTwo(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static int number(String text, Map<String, Integer> numbers, List<String> texts) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    private void grow() {
        int longer = size + size / 2;
        arrived = Arrays.copyOf(arrived, longer);
        messages = Arrays.copyOf(messages, longer);
        times = Arrays.copyOf(times, longer);
        lags = Arrays.copyOf(lags, longer);
        said = Arrays.copyOf(said, longer);
        by = Arrays.copyOf(by, longer);
    }
}
