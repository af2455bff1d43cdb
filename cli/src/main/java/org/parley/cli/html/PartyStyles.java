package org.parley.cli.html;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.space.Activity;

/**
 * How each party looks: a colour (Okabe and Ito's, told apart by all eyes), a pattern of its lines and a letter, so that
 * nothing is said by colour alone. With more parties than colours they repeat with other patterns.
 */
final class PartyStyles {
    private static final List<String> COLOURS =
            List.of("#0072b2", "#c14a00", "#007a5a", "#a3478a", "#6b5b00", "#4a4a8f");
    private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2 1 2");

    /**
     * One party's look.
     *
     * @param letter that stands for it where a name is too long
     * @param colour of its lines
     * @param dash pattern of its lines as SVG has it; empty for none
     */
    record Style(String letter, String colour, String dash) {
        /** Attributes of a line of this party. */
        String stroke() {
            return "stroke=\"" + colour + "\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
        }
    }

    private final Map<String, Style> styles = new TreeMap<>();

    PartyStyles(List<Activity> activities) {
        activities.forEach(activity -> styles.put(activity.id().party(), new Style("", "", "")));
        int number = 0;
        for (var entry : styles.entrySet()) {
            int lap = number / COLOURS.size();
            entry.setValue(new Style(
                    letter(number), COLOURS.get(number % COLOURS.size()), DASHES.get((number + lap) % DASHES.size())));
            number++;
        }
    }

    private static String letter(int number) {
        String letter = String.valueOf((char) ('A' + number % 26));
        return number < 26 ? letter : letter + number / 26;
    }

    Style of(String party) {
        return styles.getOrDefault(party, new Style("?", "#333333", ""));
    }

    /** All parties by name. */
    List<String> parties() {
        return List.copyOf(styles.keySet());
    }
}
