package perennial.core.segment;

/// How often something must have been done.
public record Times(Bound bound, int number) {
    /// What the number is.
    public enum Bound {
        AT_LEAST("at least"),
        AT_MOST("at most"),
        EXACTLY("exactly");

        private final String words;

        Bound(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// Ever.
    public static final Times ONCE_OR_MORE = new Times(Bound.AT_LEAST, 1);

    public Times {
        int least = bound == Bound.AT_LEAST ? 1 : 0;
        if (number < least || number == Integer.MAX_VALUE) {
            throw new SegmentFault("\"" + bound + "\" needs a number from " + least + " on, was " + number);
        }
    }

    /// The least number of times that is enough.
    int least() {
        return bound == Bound.AT_MOST ? 0 : number;
    }

    /// The least number of times that is too many.
    int tooMany() {
        return bound == Bound.AT_LEAST ? Integer.MAX_VALUE : number + 1;
    }

    @Override
    public String toString() {
        return bound + " " + number + " times";
    }
}
