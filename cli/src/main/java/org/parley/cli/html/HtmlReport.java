package org.parley.cli.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes the result of a check as one HTML file that asks nothing of any other place: no script, no font, no picture
 * from elsewhere, and a policy in its head that would refuse them.
 */
public final class HtmlReport {
    private final Report report;
    private final PartyStyles styles;
    private final Markup page = new Markup();

    private HtmlReport(Report report) {
        this.report = report;
        this.styles = new PartyStyles(report.activities());
    }

    /** Writes the page. */
    public static void write(Appendable to, Report report) throws IOException {
        HtmlReport html = new HtmlReport(report);
        html.build();
        to.append(html.page.toString());
    }

    private void build() {
        head();
        page.raw("<body>");
        page.raw("<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\" class=\"defs\"><defs>");
        page.raw(
                "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        page.raw(
                "<rect width=\"6\" height=\"6\" fill=\"#fff3b0\"/><path d=\"M0 0V6\" stroke=\"#7a0019\" stroke-width=\"3.2\"/></pattern></defs></svg>");
        page.raw("<input type=\"checkbox\" id=\"borders\" checked><main>");
        title();
        verdict();
        Maps maps = new Maps(report, styles, page);
        maps.write(() -> legend(maps.left()));
        if (!report.conflicts().isEmpty()) {
            page.raw("<h2>Conflicts</h2>");
            new ConflictTable(report, styles, page).write();
        }
        near();
        checked();
        page.raw("</main></body></html>\n");
    }

    private void head() {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">");
        page.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.raw(
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\">");
        page.raw("<title>Parley: ")
                .text(report.title())
                .raw("</title><style>")
                .raw(style())
                .raw("</style></head>");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s*\\n\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void title() {
        page.raw("<header><p class=\"product\">Parley · separation check</p><h1>")
                .text(report.title())
                .raw("</h1>");
        if (!report.lead().isEmpty()) {
            page.raw("<p class=\"lead\">").text(report.lead()).raw("</p>");
        }
        page.raw("</header>");
    }

    private void verdict() {
        long found = report.found();
        page.raw("<section class=\"verdict" + (found == 0 ? " none" : "") + "\" aria-label=\"Result\"><p><strong>");
        page.text(found == 0 ? "No conflict" : Words.count(found, "conflict", "conflicts"));
        page.text(" found among the " + Words.count(report.volumes(), "volume", "volumes") + " given");
        page.raw("</strong>");
        page.text(" (" + Words.count(report.activities().size(), "activity", "activities") + " of "
                + Words.count(styles.parties().size(), "party", "parties") + ").");
        page.raw("</p>");
        report.cautions().forEach(caution -> page.raw("<p>").text(caution).raw("</p>"));
        page.raw("<p>What was not given was not checked, and plans change."
                + " <b>This is not a clearance.</b></p></section>");
    }

    private void legend(int left) {
        page.raw("<section class=\"legend\" aria-label=\"Legend\"><ul>");
        for (String party :
                styles.parties().subList(0, Math.min(30, styles.parties().size()))) {
            page.raw("<li>");
            ConflictTable.swatch(styles.of(party), page);
            long count = report.activities().stream()
                    .filter(one -> one.id().party().equals(party))
                    .count();
            page.name(party)
                    .raw(" <span class=\"aside\">")
                    .text(Words.count(count, "activity", "activities"))
                    .raw("</span></li>");
        }
        if (!report.conflicts().isEmpty()) {
            page.raw(
                    "<li><svg class=\"swatch\" viewBox=\"0 0 30 16\" width=\"30\" height=\"16\" aria-hidden=\"true\"><rect class=\"place\" x=\"1\" y=\"1\" width=\"28\" height=\"14\"/></svg>what two volumes share</li>");
            page.raw(
                    "<li><svg class=\"swatch\" viewBox=\"0 0 30 16\" width=\"30\" height=\"16\" aria-hidden=\"true\"><path class=\"gap\" d=\"M2 8H28\"/></svg>the shortest line between two that do not meet</li>");
        }
        page.raw("<li><label for=\"borders\">borders: show or hide</label></li></ul>");
        page.raw(
                "<p>Thin lines are the middles of corridors; the volumes in conflict are drawn at their width. The map is a drawing: what conflicts was decided on the ellipsoid, before it was drawn.");
        if (report.conflicts().size() > MapPanel.MOST_BADGES) {
            page.raw(" A map numbers at most %d conflicts; the table has more.", MapPanel.MOST_BADGES);
        }
        if (left > 0) {
            page.raw(" %,d more activities, none of them in conflict, are not drawn.", left);
        }
        page.raw("</p></section>");
    }

    private void near() {
        if (report.near().isEmpty()) {
            return;
        }
        page.raw("<h2>Near notified sites</h2><table><thead><tr><th scope=\"col\">Site</th>");
        page.raw("<th scope=\"col\">Activity</th><th scope=\"col\">Distance</th></tr></thead><tbody>");
        report.near().stream().limit(Report.MOST_CONFLICTS).forEach(near -> {
            page.raw("<tr><td>").name(near.site()).raw("</td><td>");
            page.name(near.activity().party()).raw(" <b>").name(near.activity().activity());
            page.raw("</b></td><td>").text(near.metres() == 0 ? "meets it" : Words.metres(near.metres()));
            page.raw("</td></tr>");
        });
        page.raw("</tbody></table>");
        if (report.near().size() > Report.MOST_CONFLICTS) {
            page.raw(
                    "<p class=\"more\">%,d more are not in this table.</p>",
                    report.near().size() - Report.MOST_CONFLICTS);
        }
    }

    private void checked() {
        page.raw(
                "<section class=\"checked\"><h2>What was checked</h2><dl><dt>Two volumes conflict when they come nearer than all of</dt>");
        for (Report.Between between : report.minima()) {
            page.raw("<dd>").text(Words.minima(between.minima()));
            between.kinds().ifPresent(kinds -> page.raw(" between ").name(kinds));
            page.raw("</dd>");
        }
        page.raw("<dt>Inputs</dt>");
        for (Report.Input input : report.inputs()) {
            page.raw("<dd>").name(input.name()).raw(": ").text(input.content()).raw("</dd>");
        }
        page.raw("</dl>");
        report.notes().forEach(note -> page.raw("<p>").text(note).raw("</p>"));
        page.raw(
                "<p>Coast and borders: Natural Earth, public domain. Borders are drawn as its makers saw them in 2018; showing them says nothing about anybody’s claim.</p></section>");
    }
}
