package org.parley.cli.verify.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.LogName;
import org.parley.cli.verify.form.Vkey;

/** Where logs are read: a folder, a public face or a bundle. One thread asks; only what is handed out as work runs elsewhere. */
public interface Source extends AutoCloseable {
    /** A party on a line. */
    record Member(String line, String party) {}

    /** The root keys that the source itself holds to be right. */
    Map<Member, Blob> rootKeys();

    /** Verifier keys that the source lists beside its logs. */
    List<Vkey> listed();

    /** Key sets and revocations that lie beside the logs. */
    List<Stored.SignedText> notes();

    List<Log> logs();

    List<Stored.Evidence> evidence();

    /** Whether it is the source's own log, of which the newest head may not be signed yet. */
    boolean own(LogName log);

    /** Checks of the source's own, which need not wait for one another; they tell what they find. */
    List<Runnable> beside();

    /** Looks whether all was read as it lay there. */
    void done();

    @Override
    void close();

    /** One log. */
    interface Log {
        LogName name();

        /** How many entries there are. */
        long size();

        /** The sizes for which roots are needed, in any order, some of them twice. */
        long[] sizes();

        /** Hands out every tile of entries once, in order. */
        void tiles(Consumer<Callable<Stored.Tile>> sink);

        /** One of them again. */
        Stored.Tile tile(long number);

        /** All hashes of full subtrees of 256^level leaves, in order; none where this source has no such. */
        void subtrees(int level, Subtrees sink);

        void heads(Consumer<Stored.Head> sink);

        void receipts(Consumer<Stored.Receipt> sink);

        Optional<Stored.Claim> claim();
    }

    /** Takes hashes of subtrees. */
    interface Subtrees {
        void there(long number, Blob hash, String place);

        void missing(String place, String why);
    }
}
