package org.parley.node.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.ledger.Refused;
import org.parley.ledger.words.Language;
import org.parley.link.Address;
import org.parley.node.access.Right;
import org.parley.node.access.Role;
import org.parley.node.config.Config.Step;
import org.parley.node.config.Value.Unfit;
import org.parley.node.desk.Release;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import tools.jackson.databind.JsonNode;

/** The values that settings may have. */
final class Values {
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern STEP = Pattern.compile("([a-z-]+) ([1-9][0-9]{0,2}) %");
    private static final String EVERYONE = "everyone";
    private static final int MOST_STEPS = 8;
    private static final Map<String, Language> LANGUAGES =
            new TreeMap<>(Map.of("en", Language.EN, "ru", Language.RU, "ar", Language.AR));

    private Values() {}

    static Value<Boolean> flag() {
        return new Value<>("true or false", value -> {
            if (!value.isBoolean()) {
                throw new Unfit("is neither true nor false");
            }
            return value.booleanValue();
        });
    }

    static Value<Integer> whole(int least, int most) {
        return new Value<>("a whole number from " + least + " to " + most, value -> {
            if (!value.isIntegralNumber()) {
                throw new Unfit("is no whole number");
            }
            return within(value.canConvertToInt() ? value.intValue() : Integer.MAX_VALUE, least, most);
        });
    }

    private static int within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new Unfit("is not from " + least + " to " + most);
        }
        return value;
    }

    /** A time with its unit, between two. */
    static Value<Duration> span(Duration least, Duration most) {
        String asked =
                "a time from \"" + Amounts.text(least) + "\" to \"" + Amounts.text(most) + "\", in s, min, h or d";
        return new Value<>(asked, value -> {
            Duration span = Amounts.span(text(value)).orElseThrow(() -> new Unfit("is no time with a unit"));
            if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
                throw new Unfit("is not from " + Amounts.text(least) + " to " + Amounts.text(most));
            }
            return span;
        });
    }

    static Value<Address> address() {
        return new Value<>("a host and a port, \"127.0.0.1:8080\" or \"[::1]:8080\"", value -> {
            try {
                return Address.of(text(value));
            } catch (Refused refused) {
                throw new Unfit("is no address: " + refused.why());
            }
        });
    }

    /** A file, not looked for yet. */
    static Value<Path> file() {
        return new Value<>("the path of a file, from the node's folder on", value -> {
            try {
                if (!text(value).isBlank()) {
                    return Path.of(text(value));
                }
            } catch (InvalidPathException wrong) {
                throw new Unfit("is no path: " + wrong.getReason());
            }
            throw new Unfit("is empty");
        });
    }

    static Value<List<String>> hostNames() {
        return new Value<>(
                "a list of names, [\"parley.example\"]",
                value -> items(value, name -> {
                    if (!HOST_NAME.matcher(name).matches()) {
                        throw new Unfit("holds " + name + ", which is no host's name in small letters without a port");
                    }
                    return name;
                }));
    }

    /** One of some words. */
    static <T> Value<T> oneOf(Map<String, T> words) {
        String known = words.keySet().stream().sorted().map(Values::quoted).collect(Collectors.joining(", "));
        return new Value<>(
                "one of " + known,
                value -> Optional.ofNullable(words.get(text(value)))
                        .orElseThrow(() -> new Unfit("is none of these" + Nearest.hint(text(value), words.keySet()))));
    }

    static Value<Language> language() {
        return oneOf(LANGUAGES);
    }

    static Value<Set<Language>> languages() {
        return new Value<>("a list of some of \"en\", \"ru\", \"ar\"", value -> {
            List<Language> all = items(
                    value,
                    word -> Optional.ofNullable(LANGUAGES.get(word))
                            .orElseThrow(() -> new Unfit("holds " + word + ", which is none of these")));
            if (all.isEmpty()) {
                throw new Unfit("is empty");
            }
            return new LinkedHashSet<>(all);
        });
    }

    /** Kinds of record that may wait for a second person. */
    static Value<Set<String>> kinds() {
        Set<String> may = Kinds.all().stream()
                .filter(Release::mayWait)
                .map(Kind::name)
                .collect(Collectors.toCollection(TreeSet::new));
        String asked = "a list of some of " + may.stream().map(Values::quoted).collect(Collectors.joining(", "));
        return new Value<>(
                asked,
                value -> new LinkedHashSet<>(items(value, name -> {
                    if (may.contains(name)) {
                        return name;
                    }
                    throw new Unfit(
                            Kinds.named(name).isPresent()
                                    ? "holds " + name + ", which must never wait for a second person"
                                    : "holds " + name + ", which is no kind of record" + Nearest.hint(name, may));
                })));
    }

    /** Whom a duty that is not done calls, in the order of time. */
    static Value<List<Step>> ladder() {
        String asked = "up to " + MOST_STEPS + " steps in the order of time, \"ROLE 50 %\" or \"everyone 100 %\"";
        return new Value<>(asked, value -> {
            List<Step> steps = items(value, Values::step);
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).percent() < steps.get(i - 1).percent()) {
                    throw new Unfit("is not in the order of time");
                }
            }
            if (steps.size() > MOST_STEPS) {
                throw new Unfit("has " + steps.size() + " steps");
            }
            return steps;
        });
    }

    private static Step step(String text) {
        Matcher matcher = STEP.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 100) {
            throw new Unfit("holds \"" + text + "\", which is not whom and a part from 1 % to 100 %");
        }
        String whom = matcher.group(1);
        int percent = Integer.parseInt(matcher.group(2));
        if (whom.equals(EVERYONE)) {
            return new Step(Optional.empty(), percent);
        }
        Role role = Role.of(whom).orElseThrow(() -> new Unfit("holds " + whom + ", which is no role"));
        if (role == Role.SIGNATORY || !role.rights().contains(Right.ANSWER)) {
            throw new Unfit("holds " + whom + ", whom no machine calls");
        }
        return new Step(Optional.of(role), percent);
    }

    private static <T> List<T> items(JsonNode value, Function<String, T> item) {
        if (!value.isArray()) {
            throw new Unfit("is no list");
        }
        List<T> items = new ArrayList<>();
        value.forEach(each -> items.add(item.apply(text(each))));
        if (new LinkedHashSet<>(items).size() < items.size()) {
            throw new Unfit("holds something twice");
        }
        return items;
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            throw new Unfit("is no text in quotes");
        }
        return value.stringValue();
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
