package perennial.server.web.imports;

import perennial.server.web.Figures;

/// How many bytes there are, for reading: `5.1 MB`.
final class Sizes {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB"};

    private Sizes() {}

    static String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return Figures.real(Math.round(size * 10) / 10.0) + " " + UNITS[unit];
    }
}
