package org.parley.node.api;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.node.access.Caller;
import org.parley.node.access.How;
import org.parley.node.access.Right;
import org.parley.node.access.Role;
import org.parley.node.desk.Author;

/**
 * Who asks: somebody who signed in, or nobody in particular.
 *
 * @param again who it is by the same session or token when that is asked for again, which uses the session
 */
public record Visitor(Optional<Caller> caller, Supplier<Optional<Caller>> again) {
    /** Nobody has said who they are. */
    public static final Visitor STRANGER = new Visitor(Optional.empty());

    /** Whoever may open the socket in the node's folder: it is theirs. */
    public static final Visitor OWNER = new Visitor(Optional.of(owner()));

    /** Somebody who stays. */
    public Visitor(Optional<Caller> caller) {
        this(caller, () -> caller);
    }

    /** Whoever has such a session or token now. */
    static Visitor of(Supplier<Optional<Caller>> caller) {
        return new Visitor(caller.get(), caller);
    }

    private static Caller owner() {
        Set<Role> roles = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR);
        Set<Right> rights = Set.of(Right.values());
        return new Caller("owner", "owner", roles, rights, true, How.SOCKET);
    }

    /** Requires that it is somebody. */
    Caller require() {
        return caller.orElseThrow(() -> Unanswerable.of(
                Trouble.WHO, "authorization", "absent", "nobody is signed in", "sign in, or send a token as Bearer"));
    }

    /** Requires that it may do this. */
    Caller require(Right right) {
        Caller known = require();
        if (!known.may(right)) {
            throw Unanswerable.of(
                    Trouble.MAY_NOT,
                    "right",
                    right.word(),
                    "not among the rights of " + known.account(),
                    "let somebody with that right do it");
        }
        return known;
    }

    /**
     * As whom a caller says things.
     *
     * @param role the one in which, of those that it has; the first of them where none is said
     */
    static Author author(Caller caller, Optional<String> role) {
        Role chosen = role.map(word -> Role.of(word)
                        .filter(caller.roles()::contains)
                        .orElseThrow(() -> Unanswerable.of(
                                Trouble.MAY_NOT, "role", word, "no role of " + caller.account(), "leave it out")))
                .orElseGet(() -> caller.roles().stream().sorted().findFirst().orElse(Role.UNIT));
        Author.Means means = switch (caller.how()) {
            case CONSOLE -> Author.Means.CONSOLE;
            case CLI, SOCKET -> Author.Means.COMMAND;
            case TOKEN -> Author.Means.PROGRAM;
        };
        return new Author(caller.officer(), chosen.word(), means);
    }
}
