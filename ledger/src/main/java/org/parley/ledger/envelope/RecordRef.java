package org.parley.ledger.envelope;

import java.util.regex.Pattern;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;

/** A record by the name that people say, and by the hash of its leaf, which no other record has. */
public record RecordRef(String record, Hash leaf) implements About {
    /** In the first epoch the party alone, later the epoch's number beside it: BIRCH-412, BIRCH-S7, BIRCH.2-1. */
    private static final Pattern FORM =
            Pattern.compile("[A-Z][A-Z0-9]{0,15}(\\.([2-9]|[1-9][0-9]{1,8}))?-S?[1-9][0-9]{0,15}");

    /** A name that no record can have is an {@link IllegalArgumentException}. */
    public RecordRef {
        if (!FORM.matcher(record).matches()) {
            throw new IllegalArgumentException("a record is named like BIRCH-412, BIRCH-S7 or BIRCH.2-1");
        }
    }

    /** The record at this leaf index of a log. */
    public static RecordRef of(Origin origin, long index, Hash leaf) {
        return new RecordRef(origin.recordName(index), leaf);
    }

    /** Reads {@code {"leaf":…,"record":…}}; any other form is {@link Refused} or an {@link IllegalArgumentException}. */
    public static RecordRef of(Json json) {
        Json.Obj object = json.object();
        var ref = new RecordRef(
                object.require("record").text(),
                Hash.ofHex(object.require("leaf").text()));
        if (object.members().size() != 2) {
            throw Refused.malformed("it holds more than a record's name and leaf");
        }
        return ref;
    }

    @Override
    public Json.Obj json() {
        return Json.Obj.builder()
                .put("record", record)
                .put("leaf", leaf.toString())
                .build();
    }
}
