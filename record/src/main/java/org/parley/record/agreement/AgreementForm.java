package org.parley.record.agreement;

import static org.parley.record.form.Field.optional;
import static org.parley.record.form.Field.required;

import org.parley.record.form.FieldType;
import org.parley.record.form.FieldType.Digest;
import org.parley.record.form.FieldType.Flag;
import org.parley.record.form.FieldType.Group;
import org.parley.record.form.FieldType.ListOf;
import org.parley.record.form.FieldType.Moment;
import org.parley.record.form.FieldType.Party;
import org.parley.record.form.FieldType.Text;
import org.parley.record.form.FieldType.Whole;
import org.parley.record.form.FieldType.Word;
import org.parley.record.form.Form;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.ShapeType;

/** The body of an agreement. Times are dated offsets from UTC, never names of zones: those change. */
public final class AgreementForm {
    private static final Text NAME = new Text(64);
    private static final Text LINE = new Text(400);
    private static final Text LONG = new Text(8_000);
    private static final FieldType SECONDS = new Whole(0, 315_576_000, "seconds");
    private static final FieldType LENGTH = new Whole(0, 50_000_000, "centimetres");
    private static final FieldType HEIGHT = new Whole(0, 100_000_000, "centimetres");
    private static final FieldType TERRAIN = new Whole(-1_200_000, 900_000, "centimetres above WGS 84");

    /** A control measure: a line with sides, an area, a corridor, a block of heights. */
    public static final Form MEASURE = Form.of(
                    required("name", NAME),
                    required(
                            "measure",
                            Word.of(
                                    "line",
                                    "area",
                                    "corridor",
                                    "no-fly",
                                    "buffer",
                                    "caution",
                                    "altitude-block",
                                    "waypoint",
                                    "holding")),
                    optional("line", new ListOf(new PlaceType(), 1_000)),
                    optional("shape", new ShapeType()),
                    optional(
                            "sides",
                            new ListOf(
                                    Group.of(
                                            required("party", new Party()), required("side", Word.of("left", "right"))),
                                    16)),
                    optional("crossingNotice", SECONDS),
                    optional("exceptions", new ListOf(LINE, 32)),
                    optional("from", new Moment()),
                    optional("until", new Moment()),
                    optional("decideBy", new Moment()))
            .readBy(Measure::read);

    private static final Group MINIMA = Group.of(
            optional("kinds", new ListOf(NAME, 2)),
            required("horizontal", LENGTH),
            required("vertical", HEIGHT),
            required("time", SECONDS),
            optional("levels", new Whole(0, 200_000, "feet of pressure altitude")));

    /** All of it. */
    public static final Form FORM = Form.of(
                    required("title", LINE),
                    required("rules", NAME),
                    required(
                            "parties",
                            new ListOf(
                                    Group.of(
                                            required("party", new Party()),
                                            required("as", Word.of("member", "guarantor", "witness"))),
                                    32)),
                    required("purpose", LONG),
                    required("exclusions", new ListOf(LINE, 32)),
                    required("separation", new ListOf(MINIMA, 200)),
                    required("effectiveFrom", new Moment()),
                    required("decideBy", new Moment()),
                    optional("until", new Moment()),
                    optional("endCondition", LINE),
                    optional("reviewDays", new Whole(1, 3_650, "days")),
                    optional("noticeOfEnd", SECONDS),
                    optional("area", new ShapeType()),
                    optional("terrain", Group.of(required("low", TERRAIN), required("high", TERRAIN))),
                    optional("levelMargin", new Whole(0, 1_000_000, "centimetres")),
                    optional("leadTimes", new ListOf(Group.of(required("kind", NAME), required("time", SECONDS)), 32)),
                    optional("largestBox", new Whole(1, 1_000_000_000_000L, "square metres")),
                    optional("widestCorridor", LENGTH),
                    optional("longestWindow", SECONDS),
                    optional(
                            "deadlines",
                            Group.of(
                                    required("FLASH", SECONDS),
                                    required("IMMEDIATE", SECONDS),
                                    required("PRIORITY", SECONDS),
                                    required("ROUTINE", SECONDS))),
                    optional("lineCheck", SECONDS),
                    optional("missedChecks", new Whole(1, 100, "checks")),
                    optional(
                            "humanChecks",
                            new ListOf(
                                    Group.of(
                                            required("at", new Whole(0, 86_399, "seconds after midnight UTC")),
                                            required("offset", new Whole(-840, 840, "minutes"))),
                                    24)),
                    optional("measures", new ListOf(new Group(MEASURE), 200)),
                    optional("firstMove", new ListOf(new Party(), 32)),
                    optional("riskMayBeAccepted", new Flag()),
                    optional("languages", new ListOf(Word.of("en", "ru", "ar"), 3)),
                    optional("phraseBook", new Digest()),
                    optional("violations", new ListOf(LINE, 200)),
                    optional("retentionDays", new Whole(1, 36_500, "days")))
            .readBy(Agreement::read);

    private AgreementForm() {}
}
