package org.parley.cli.html;

import java.util.List;
import org.parley.space.ActivityId;
import org.parley.space.drawing.Sketch;
import org.parley.space.separation.Separation;

/** The conflicts in words and figures: all that the maps show, for those who cannot or would rather not see them. */
final class ConflictTable {
    private final Report report;
    private final PartyStyles styles;
    private final Markup page;

    ConflictTable(Report report, PartyStyles styles, Markup page) {
        this.report = report;
        this.styles = styles;
        this.page = page;
    }

    void write() {
        List<Report.Conflict> conflicts = report.conflicts();
        page.raw(
                "<table><caption>The volumes of each pair that come nearest to each other, and by how much. Times are UTC.</caption>");
        page.raw(
                "<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Between</th><th scope=\"col\">Horizontally</th>");
        page.raw("<th scope=\"col\">Vertically</th><th scope=\"col\">In time</th><th scope=\"col\">From – until</th>");
        page.raw("<th scope=\"col\">Place</th></tr></thead><tbody>");
        int shown = Math.min(Report.MOST_CONFLICTS, conflicts.size());
        for (int i = 0; i < shown; i++) {
            row(i, conflicts.get(i));
        }
        page.raw("</tbody></table>");
        if (report.found() > shown) {
            page.raw(
                    "<p class=\"more\">%,d more conflicts are not in this table; the other formats hold all of them.</p>",
                    report.found() - shown);
        }
    }

    private void row(int index, Report.Conflict conflict) {
        Separation separation = conflict.separation();
        page.raw(
                "<tr id=\"c%d\"><th scope=\"row\"><span class=\"number\">%d</span></th><td class=\"pair\">",
                index + 1, index + 1);
        activity(conflict.a());
        activity(conflict.b());
        page.raw("</td><td>").text(Words.horizontal(separation));
        page.raw("</td><td>").text(Words.vertical(separation));
        page.raw("</td><td class=\"when\">").text(Words.time(separation));
        TimeBar.write(conflict, styles, page);
        page.raw("</td><td>");
        window(separation);
        page.raw("</td><td>");
        place(conflict.place());
        page.raw("</td></tr>");
        if (!conflict.ends().isEmpty()) {
            page.raw("<tr class=\"ends\"><td></td><td colspan=\"6\">What would end it: ");
            page.text(String.join("; ", conflict.ends())).raw("</td></tr>");
        }
    }

    private void activity(ActivityId id) {
        PartyStyles.Style style = styles.of(id.party());
        page.raw("<div>");
        swatch(style, page);
        page.name(id.party()).raw(" <b>").name(id.activity()).raw("</b></div>");
    }

    static void swatch(PartyStyles.Style style, Markup page) {
        page.raw("<svg class=\"swatch\" viewBox=\"0 0 44 16\" width=\"44\" height=\"16\" aria-hidden=\"true\">");
        page.raw("<rect width=\"16\" height=\"16\" rx=\"3\" fill=\"" + style.colour() + "\"/>");
        page.raw("<text x=\"8\" y=\"12\">" + style.letter() + "</text>");
        page.raw("<path d=\"M19 8H44\" " + style.stroke() + "/></svg>");
    }

    private void window(Separation separation) {
        String day = Words.day(separation.from());
        String last = Words.day(separation.until());
        page.raw("<span class=\"day\">")
                .text(day)
                .raw("</span> ")
                .text(Words.clock(separation.from()))
                .raw(" – ");
        page.text((last.equals(day) ? "" : last + " ") + Words.clock(separation.until()));
        if (separation.timeOverlap() == 0 && separation.timeGap() > 0) {
            page.raw("<br><span class=\"aside\">between the two</span>");
        }
    }

    private void place(Sketch place) {
        List<Sketch.Position> positions = Shapes.positions(place);
        var middle = Maps.middle(place).place();
        page.raw("<bdi class=\"at\">")
                .text(Words.place(new Sketch.Position(middle.lon(), middle.lat())))
                .raw("</bdi>");
        String what = switch (place) {
            case Sketch.Polygons polygons -> "middle of what they share";
            case Sketch.Line line -> "middle of the shortest line";
            case Sketch.Point point -> "";
        };
        if (!what.isEmpty() && !positions.isEmpty()) {
            page.raw("<br><span class=\"aside\">" + what + "</span>");
        }
    }
}
