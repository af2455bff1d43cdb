package org.parley.cli.html;

import org.parley.space.window.Window;

/** The two windows of a conflict, one above the other, with what they share or what lies between them. */
final class TimeBar {
    private static final int WIDTH = 170;
    private static final int LEAST = 2;

    private TimeBar() {}

    static void write(Report.Conflict conflict, PartyStyles styles, Markup page) {
        Window a = conflict.volumeA().window();
        Window b = conflict.volumeB().window();
        long from = Math.min(a.from(), b.from());
        double length = Math.max(a.until(), b.until()) - from;
        page.raw(
                "<svg class=\"time\" viewBox=\"0 0 %d 34\" width=\"%d\" height=\"34\" aria-hidden=\"true\">",
                WIDTH, WIDTH);
        double begin = at(conflict.separation().from(), from, length);
        double end = at(conflict.separation().until(), from, length);
        String middle = conflict.separation().timeOverlap() > 0 ? "shared" : "between";
        page.raw(
                "<rect class=\"%s\" x=\"%s\" y=\"1\" width=\"%s\" height=\"32\"/>",
                middle, Shapes.figure(begin), Shapes.figure(Math.max(LEAST, end - begin)));
        bar(page, a, from, length, styles.of(conflict.a().party()), 4);
        bar(page, b, from, length, styles.of(conflict.b().party()), 20);
        page.raw("</svg>");
    }

    private static double at(long time, long from, double length) {
        return 4 + (WIDTH - 8) * (time - from) / length;
    }

    private static void bar(Markup page, Window window, long from, double length, PartyStyles.Style style, int y) {
        double left = at(window.from(), from, length);
        double width = Math.max(LEAST, at(window.until(), from, length) - left);
        page.raw(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"10\" rx=\"2\" fill=\"%s\"/>",
                Shapes.figure(left), y, Shapes.figure(width), style.colour());
        if (width > 14) {
            page.raw("<text x=\"%s\" y=\"%d\">%s</text>", Shapes.figure(left + 4), y + 8, style.letter());
        }
    }
}
