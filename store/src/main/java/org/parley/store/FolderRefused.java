package org.parley.store;

import java.nio.file.Path;

/** A folder cannot be a node's folder now. */
public final class FolderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    FolderRefused(Reason reason, Path folder, String more) {
        super(folder + " " + reason.words + more);
        this.reason = reason;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** Why a folder is refused. */
    public enum Reason {
        /** Another process owns it; the message names it. */
        IN_USE("is in use"),
        /** A new node's folder must be empty. */
        NOT_EMPTY("is not empty"),
        /** It is no folder of a node. */
        NOT_A_NODE("is not a node's folder");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }
}
