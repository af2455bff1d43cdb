package org.parley.cli.verify.audit;

import java.util.List;
import java.util.Optional;
import org.parley.cli.verify.form.Blob;
import org.parley.cli.verify.form.Frame;

/** What a source gives of a log, as it lies there. */
public final class Stored {
    private Stored() {}

    /** An entry in its place. */
    public record Entry(long index, Blob entry, Optional<Blob> seed, Optional<Blob> body) {}

    /**
     * Up to 256 entries.
     *
     * @param leaves the hashes of a level 0 tile, where the source has such
     * @param complaints what kept parts of it from being read, each with its place
     */
    public record Tile(List<Entry> entries, List<Blob> leaves, List<Complaint> complaints) {}

    /** Something that could not be read. */
    public record Complaint(String place, String what) {}

    /** A head, and the size under which it is filed. */
    public record Head(String place, long filed, Blob note) {}

    /**
     * A receipt.
     *
     * @param keyName the name of the key that made it
     * @param keyId nothing where the source does not say
     */
    public record Receipt(String member, long number, String keyName, Optional<Integer> keyId, Frame.Receipt receipt) {}

    /** What else a source says of a log: its head's size and root, and from where on it is void. */
    public record Claim(long size, Blob root, Optional<Long> voidFrom) {}

    /** A key set or a revocation, and where it lies. */
    public record SignedText(String place, String line, Optional<String> party, boolean revocation, Blob note) {}

    /** Evidence, and the hash under which it is filed. */
    public record Evidence(Optional<Blob> id, Blob frame) {}
}
