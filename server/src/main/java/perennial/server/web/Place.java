package perennial.server.web;

import java.util.Arrays;
import java.util.List;

/// Where things are: the lines of the side bar.
public enum Place {
    OVERVIEW(Group.HOME, "Overview", "/", 'o'),
    RETENTION(Group.UNDERSTAND, "Retention", "/reports/retention", 'r'),
    LIFECYCLE(Group.UNDERSTAND, "Lifecycle", "/reports/lifecycle", 'l'),
    WINBACK(Group.UNDERSTAND, "Churn & win-back", "/reports/winback", 'w'),
    FUNNELS(Group.UNDERSTAND, "Funnels", "/reports/funnel", 'f'),
    ADOPTION(Group.UNDERSTAND, "Adoption", "/reports/adoption", 'a'),
    TRAFFIC(Group.UNDERSTAND, "Traffic", "/reports/traffic", 't'),
    REPORTS(Group.UNDERSTAND, "All reports", "/reports", 'q'),
    CUSTOMERS(Group.CUSTOMERS, "Customers", "/customers", 'c'),
    SEGMENTS(Group.CUSTOMERS, "Segments", "/segments", 's'),
    CAMPAIGNS(Group.ACT, "Campaigns", "/campaigns", 'p'),
    DASHBOARDS(Group.WORKSPACE, "Dashboards", "/dashboards", 'b'),
    DATA(Group.WORKSPACE, "Data", "/data/sources", 'd'),
    SETTINGS(Group.WORKSPACE, "Settings", "/settings/rules", 'i'),
    HELP(Group.WORKSPACE, "Help", "/help", 'h');

    /// The parts of the side bar; the first has no heading.
    public enum Group {
        HOME(""),
        UNDERSTAND("Understand"),
        CUSTOMERS("Customers"),
        ACT("Act"),
        WORKSPACE("Workspace");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }

        public List<Place> places() {
            return Arrays.stream(Place.values())
                    .filter(place -> place.group == this)
                    .toList();
        }
    }

    /// Those at the bottom of a narrow screen.
    public static final List<Place> TABS = List.of(OVERVIEW, REPORTS, CUSTOMERS, SEGMENTS);

    /// Those that the last tab there, “More”, opens.
    public static final List<Place> MORE = List.of(CAMPAIGNS, DASHBOARDS, DATA, SETTINGS, HELP);

    private final Group group;
    private final String title;
    private final String address;
    private final char key;

    Place(Group group, String title, String address, char key) {
        this.group = group;
        this.title = title;
        this.address = address;
        this.key = key;
    }

    public Group group() {
        return group;
    }

    public String title() {
        return title;
    }

    public String address() {
        return address;
    }

    /// The letter that leads here after `g`.
    public char key() {
        return key;
    }

    /// The name of its picture among the icons.
    public String icon() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
