package org.parley.record.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a written latitude and longitude. */
sealed interface AngleToken {
    /**
     * Degrees, minutes or seconds.
     *
     * @param sign −1 or 1 as written, 0 without a sign
     * @param digits with a decimal point perhaps
     * @param dashed whether a hyphen stands between this number and the one before: a joint to one writer, a minus to another
     */
    record Figure(int sign, String digits, boolean dashed) implements AngleToken {
        int decimals() {
            int point = digits.indexOf('.');
            return point < 0 ? 0 : digits.length() - point - 1;
        }

        int wholeDigits() {
            int point = digits.indexOf('.');
            return point < 0 ? digits.length() : point;
        }

        double value() {
            return Double.parseDouble(digits);
        }
    }

    /**
     * The sign or letter after a figure.
     *
     * @param role 0 for degrees, 1 for minutes, 2 for seconds
     * @param lettered whether a letter or a word stands for the sign
     */
    record Mark(int role, boolean lettered) implements AngleToken {}

    /**
     * The half of the Earth.
     *
     * @param letter N, S, E or W
     */
    record Hemisphere(char letter) implements AngleToken {
        boolean latitude() {
            return letter == 'N' || letter == 'S';
        }
    }

    /** The word latitude or longitude. */
    record Axis(boolean latitude) implements AngleToken {}

    /** What divides a latitude from a longitude. */
    record Gap() implements AngleToken {}

    Pattern PART = Pattern.compile("(?<sign>[-+] ?)?(?<number>\\d+(?:\\.\\d*)?|\\.\\d+)|(?<word>\\p{L}+)|(?<other>.)");

    /** With the two usual Cyrillic abbreviations and the Arabic words; a Cyrillic С is north, a Cyrillic В is east. */
    Map<String, AngleToken> WORDS = words();

    private static Map<String, AngleToken> words() {
        Map<String, AngleToken> words = new HashMap<>();
        put(words, new Hemisphere('N'), "N", "NORTH", "С", "СШ", "СЕВ", "СЕВЕР", "ش", "شمال", "شمالا");
        put(words, new Hemisphere('S'), "S", "SOUTH", "Ю", "ЮШ", "ЮЖ", "ЮГ", "ج", "جنوب", "جنوبا");
        put(words, new Hemisphere('E'), "E", "EAST", "Е", "В", "ВД", "ВОСТ", "ВОСТОК", "ق", "شرق", "شرقا");
        put(words, new Hemisphere('W'), "W", "WEST", "З", "ЗД", "ЗАП", "ЗАПАД", "غ", "غرب", "غربا");
        put(words, new Axis(true), "LAT", "LATITUDE", "Ш", "ШИРОТА");
        put(words, new Axis(false), "LON", "LONG", "LNG", "LONGITUDE", "Д", "ДОЛГОТА");
        put(words, new Mark(0, true), "D", "DEG", "DEGREE", "DEGREES", "ГРАД");
        put(words, new Mark(1, true), "M", "MIN", "MINUTES", "МИН");
        put(words, new Mark(2, true), "SEC", "SECONDS", "СЕК");
        return Map.copyOf(words);
    }

    private static void put(Map<String, AngleToken> words, AngleToken token, String... texts) {
        for (String text : texts) {
            words.put(text, token);
        }
    }

    /** The parts of a plain text, or nothing where a word or a sign in it means nothing here. */
    static Optional<List<AngleToken>> of(String plain) {
        String text = plain.replaceAll("([СЮВЗ])\\. ?([ШД])\\.?", "$1$2").replaceAll("(?<=\\p{L})[.:=]", " ");
        List<AngleToken> tokens = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String number = part.group("number");
            String word = part.group("word");
            boolean known = number != null
                    ? addNumber(tokens, text, part)
                    : word != null
                            ? addWord(tokens, word)
                            : addSign(tokens, part.group("other").charAt(0));
            if (!known) {
                return Optional.empty();
            }
        }
        return Optional.of(tokens);
    }

    private static boolean addNumber(List<AngleToken> tokens, String text, Matcher part) {
        String sign = part.start("sign") < 0 ? "" : part.group("sign");
        boolean between = !tokens.isEmpty() && (tokens.getLast() instanceof Figure || tokens.getLast() instanceof Mark);
        boolean joined = sign.startsWith("-") && between && (sign.length() > 1 || text.charAt(part.start() - 1) != ' ');
        int value = sign.isEmpty() || joined ? 0 : sign.charAt(0) == '-' ? -1 : 1;
        tokens.add(new Figure(value, part.group("number"), joined));
        return true;
    }

    /** Letters of marks and of hemispheres are written together too: {@code 35d12m30sN}. */
    private static boolean addWord(List<AngleToken> tokens, String word) {
        if (word.length() == 2 && "DMS".indexOf(word.charAt(0)) >= 0 && "NSEW".indexOf(word.charAt(1)) >= 0) {
            tokens.add(new Mark("DMS".indexOf(word.charAt(0)), true));
            return tokens.add(new Hemisphere(word.charAt(1)));
        }
        if (word.equals("S") && secondsExpected(tokens)) {
            return tokens.add(new Mark(2, true));
        }
        AngleToken token = WORDS.get(word);
        return token != null && tokens.add(token);
    }

    /** An S after degrees, minutes and a number, where the minutes have a letter too, marks the seconds. */
    private static boolean secondsExpected(List<AngleToken> tokens) {
        int size = tokens.size();
        return size >= 2
                && tokens.get(size - 1) instanceof Figure
                && tokens.get(size - 2) instanceof Mark mark
                && mark.lettered()
                && mark.role() == 1;
    }

    private static boolean addSign(List<AngleToken> tokens, char sign) {
        return switch (sign) {
            case ' ', ':' -> true;
            case '°' -> tokens.add(new Mark(0, false));
            case '\'' -> tokens.add(new Mark(1, false));
            case '"' -> tokens.add(new Mark(2, false));
            case ',', ';', '/', '|' -> tokens.add(new Gap());
            default -> false;
        };
    }
}
