package perennial.server.web.dashboard;

import perennial.store.dashboard.Dashboard;

/// Where the pages of dashboards are.
final class Address {
    static final String ALL = "/dashboards";
    static final String PIN = ALL + "/pin";
    static final String ONE = ALL + "/{dashboard}";
    static final String WIDGET = ONE + "/widgets/{widget}";
    static final String SHARED = "/shared";

    private Address() {}

    static String of(Dashboard dashboard) {
        return ALL + "/" + dashboard.id();
    }

    static String arranging(Dashboard dashboard) {
        return of(dashboard) + "?arrange";
    }
}
