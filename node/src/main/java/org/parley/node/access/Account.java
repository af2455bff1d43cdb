package org.parley.node.access;

import java.util.List;
import java.util.Set;
import org.parley.ledger.words.Language;
import org.parley.space.Problem;

/**
 * A person who may sign in.
 *
 * @param name what is typed to sign in
 * @param officer the pseudonym that stands in records; another person never gets it
 */
public record Account(String name, String officer, Set<Role> roles, Set<Language> languages) {
    /** What {@link AccountDraft} would refuse is an {@link IllegalArgumentException}. */
    public Account {
        roles = Set.copyOf(roles);
        languages = Set.copyOf(languages);
        List<Problem> problems = AccountDraft.problems(name, officer);
        if (!problems.isEmpty() || roles.isEmpty() || languages.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.isEmpty() ? "an account has a role and a language" : problems.toString());
        }
    }

    public Set<Right> rights() {
        return Role.rights(roles);
    }
}
