package io.orgscope.scan;

/** The report as one HTML file. */
final class HtmlReport {

    private HtmlReport() {
    }

    static String of(ScanReport report) {
        return "";
    }
}
