package org.parley.store;

/** What was asked for is stored but damaged, so that it cannot be given. */
public final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Damaged(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What, where, and the way out. */
    public Problem problem() {
        return problem;
    }

    static void unless(boolean sound, String where) {
        if (!sound) {
            throw new Damaged(Problem.content("the checksum of a row is wrong", where));
        }
    }
}
