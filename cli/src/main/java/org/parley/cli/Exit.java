package org.parley.cli;

/** The exit codes of the command, in one place. The launcher adds 69: something that it needs is not installed. */
public final class Exit {
    /** The command did what it was asked; for a check: no conflict found among the volumes given. */
    public static final int DONE = 0;

    /** A check found conflicts; at the desk, breaches of the agreement too. */
    public static final int CONFLICTS = 1;

    /** A verification found problems. */
    public static final int PROBLEMS = 1;

    /** A simulated run broke what must hold. */
    public static final int BROKEN = 1;

    /** Something that a scenario must lead to is not so. */
    public static final int NOT_MET = 1;

    /** Unknown option or command, or input that cannot be used. */
    public static final int BAD_INPUT = 2;

    /** What was waited for did not come in time. */
    public static final int NOT_YET = 3;

    /** What was asked waits for a second person. */
    public static final int WAITS = 3;

    /** Something that was looked at must be put right. */
    public static final int TO_BE_DONE = 4;

    /** A fault of Parley itself. */
    public static final int FAULT = 70;

    private Exit() {}
}
