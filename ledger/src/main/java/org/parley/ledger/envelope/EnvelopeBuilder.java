package org.parley.ledger.envelope;

import java.util.Optional;
import org.parley.ledger.Hash;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;

/** Collects the optional members of an envelope. */
public final class EnvelopeBuilder {
    private final Origin origin;
    private final long no;
    private final long at;
    private final String kind;
    private Optional<About> about = Optional.empty();
    private Optional<RecordRef> under = Optional.empty();
    private Optional<String> role = Optional.empty();
    private Optional<String> officer = Optional.empty();
    private Optional<String> precedence = Optional.empty();
    private Optional<String> audience = Optional.empty();
    private Optional<String> lang = Optional.empty();
    private boolean exercise;
    private Json.Obj others = Json.Obj.builder().build();

    EnvelopeBuilder(Origin origin, long no, long at, String kind) {
        this.origin = origin;
        this.no = no;
        this.at = at;
        this.kind = kind;
    }

    public EnvelopeBuilder about(About what) {
        about = Optional.of(what);
        return this;
    }

    public EnvelopeBuilder under(RecordRef agreement) {
        under = Optional.of(agreement);
        return this;
    }

    public EnvelopeBuilder role(String text) {
        role = Optional.of(text);
        return this;
    }

    public EnvelopeBuilder officer(String text) {
        officer = Optional.of(text);
        return this;
    }

    public EnvelopeBuilder precedence(String text) {
        precedence = Optional.of(text);
        return this;
    }

    public EnvelopeBuilder audience(String text) {
        audience = Optional.of(text);
        return this;
    }

    public EnvelopeBuilder lang(String text) {
        lang = Optional.of(text);
        return this;
    }

    public EnvelopeBuilder exercise(boolean value) {
        exercise = value;
        return this;
    }

    public EnvelopeBuilder others(Json.Obj members) {
        others = members;
        return this;
    }

    /** The envelope of a record with a body; what breaks a rule of docs/formats.md is an {@link IllegalArgumentException}. */
    public Envelope body(Hash commitment) {
        return build(Optional.of(commitment), Optional.empty());
    }

    /** The envelope of a record of the ledger's own kinds; else as {@link #body}. */
    public Envelope content(Json.Obj content) {
        return build(Optional.empty(), Optional.of(content));
    }

    private Envelope build(Optional<Hash> body, Optional<Json.Obj> content) {
        return new Envelope(
                origin,
                no,
                at,
                kind,
                about,
                under,
                role,
                officer,
                precedence,
                audience,
                lang,
                exercise,
                body,
                content,
                others);
    }
}
