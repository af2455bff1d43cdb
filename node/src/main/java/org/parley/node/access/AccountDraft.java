package org.parley.node.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ledger.words.Language;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * An account as somebody writes it, in words.
 *
 * @param name letters a to z, digits, dots, hyphens, underscores; capitals do not matter
 * @param officer the pseudonym that stands in records
 * @param roles words of {@link Role}
 * @param languages {@code en}, {@code ru}, {@code ar}
 */
public record AccountDraft(String name, String officer, List<String> roles, List<String> languages) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

    public AccountDraft {
        roles = List.copyOf(roles);
        languages = List.copyOf(languages);
    }

    /** The account, or everything that is wrong with it. */
    public Entered<Account> read() {
        String normal = normal(name);
        List<Problem> problems = new ArrayList<>(problems(normal, officer));
        Set<Role> readRoles = words("roles", roles, Role.class, Role::word, problems);
        Set<Language> readLanguages = words("languages", languages, Language.class, AccountDraft::word, problems);
        return problems.isEmpty()
                ? Entered.accepted(new Account(normal, officer, readRoles, readLanguages))
                : new Entered.Refused<>(problems);
    }

    /** A name as it is kept. */
    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account may be called so. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static String word(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    static List<Problem> problems(String name, String officer) {
        List<Problem> problems = new ArrayList<>();
        if (!isName(name)) {
            problems.add(new Problem(
                    "name",
                    name,
                    "is not 2 to 32 letters a to z, digits, dots, hyphens or underscores",
                    "choose another, o.kestrel say"));
        }
        if (!ShortText.is(officer)) {
            problems.add(new Problem("officer", officer, ShortText.ASKED, "choose another, KESTREL say"));
        }
        return problems;
    }

    private static <E extends Enum<E>> Set<E> words(
            String field, Collection<String> words, Class<E> type, Function<E, String> word, List<Problem> problems) {
        Set<E> read = EnumSet.noneOf(type);
        String known = Stream.of(type.getEnumConstants()).map(word).collect(Collectors.joining(", "));
        for (String text : words) {
            Optional<E> found = Stream.of(type.getEnumConstants())
                    .filter(each -> word.apply(each).equals(text))
                    .findFirst();
            found.ifPresentOrElse(
                    read::add,
                    () -> problems.add(new Problem(field, text, "is none that there is", "give one of " + known)));
        }
        if (words.isEmpty()) {
            problems.add(new Problem(field, "none", "must not be empty", "give one of " + known + ", or more"));
        }
        return read;
    }
}
