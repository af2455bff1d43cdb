package org.parley.node.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import org.parley.ledger.Hash;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.record.phrase.PhraseBook;
import org.parley.record.phrase.Template;
import org.parley.record.phrase.TemplateForm;
import org.parley.record.volume.Bound;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.Positions;
import org.parley.record.volume.Shape;
import org.parley.record.volume.ShapeType;
import org.parley.record.volume.StatedBand;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Entered;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import org.parley.space.window.Window;

/** Bodies by chance, from a seed, by nothing but their forms. */
final class AnyBody {
    static final HeightTerms HEIGHTS =
            new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(150, 450)), OptionalDouble.of(300));

    /** Every record that is asked for is known, with a leaf that follows from its name. */
    static final Terms TERMS =
            Terms.NONE.withHeights(HEIGHTS).withRecords(name -> Optional.of(new RecordRef(name, hash(name))));

    private static final int TRIES = 2_000;

    private final Random random;

    AnyBody(long seed) {
        this.random = new Random(seed);
    }

    private static Hash hash(String of) {
        byte[] bytes = new byte[Hash.LENGTH];
        new Random(of.hashCode()).nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** A body that has the form of its kind: drawn until one fits together. */
    Json.Obj of(Kind kind) {
        for (int i = 0; i < TRIES; i++) {
            Json.Obj body = fields(kind.form(), Optional.of(kind));
            if (kind.form().problems(body).isEmpty() && isSaid(kind, body)) {
                return body;
            }
        }
        throw new AssertionError("no body of " + kind.name() + " fits together");
    }

    private static boolean isSaid(Kind kind, Json.Obj body) {
        if (!Said.byTemplate(kind) || !body.has("template")) {
            return true;
        }
        Template template =
                PhraseBook.shipped().template(body.require("template").text()).orElseThrow();
        Json.Obj fields = body.get("fields").orElse(Json.Obj.builder().build()).object();
        return TemplateForm.fill(PhraseBook.shipped(), template, fields) instanceof Entered.Accepted<?>;
    }

    private Json.Obj fields(Form form, Optional<Kind> kind) {
        Json.Builder body = Json.Obj.builder();
        if (kind.filter(Said::byTemplate).isPresent()) {
            said(kind.get(), form, body);
            return body.build();
        }
        Optional<Kind> heard = kind.filter(Said::byKind).map(any -> kind());
        for (Field field : form.fields()) {
            if (field.required() || random.nextInt(3) > 0) {
                boolean names = field.name().equals("kind");
                body.put(
                        field.name(),
                        heard.filter(any -> names)
                                .<Json>map(other -> Json.of(other.name()))
                                .orElseGet(() -> heard.filter(any -> field.type() instanceof FieldType.Anything)
                                        .<Json>map(this::of)
                                        .orElseGet(() -> value(field.type()))));
            }
        }
        return body.build();
    }

    /** A kind that needs no other to be said. */
    private Kind kind() {
        List<Kind> simple =
                Kinds.all().stream().filter(kind -> !Said.byKind(kind)).toList();
        return simple.get(random.nextInt(simple.size()));
    }

    private void said(Kind kind, Form form, Json.Builder body) {
        List<Template> templates = Said.templates(PhraseBook.shipped(), kind);
        Template template = templates.get(random.nextInt(templates.size()));
        boolean byTemplate = random.nextInt(4) > 0;
        for (Field field : form.fields()) {
            boolean anything = field.type() instanceof FieldType.Anything;
            if (field.name().equals("template") || anything) {
                if (byTemplate) {
                    Form of = TemplateForm.of(PhraseBook.shipped(), template).orElseThrow();
                    body.put(field.name(), anything ? fields(of, Optional.empty()) : Json.of(template.code()));
                }
            } else if (field.required() || random.nextBoolean()) {
                body.put(field.name(), value(field.type()));
            }
        }
    }

    Json value(FieldType type) {
        return switch (type) {
            case FieldType.Text(int most) -> Json.of(text(most));
            case FieldType.Word(var words) ->
                Json.of(new ArrayList<>(new TreeSet<>(words)).get(random.nextInt(words.size())));
            case FieldType.Whole whole -> Json.of(number(whole));
            case FieldType.Flag flag -> Json.of(random.nextBoolean());
            case FieldType.Moment moment -> Json.of(Instants.print(moment()));
            case FieldType.Party party -> Json.of(one("AZURE", "BIRCH", "JUNIPER"));
            case FieldType.Ref ref ->
                TERMS.records()
                        .apply("BIRCH-" + (1 + random.nextInt(99)))
                        .orElseThrow()
                        .json();
            case FieldType.Digest digest ->
                Json.of(hash("finding " + random.nextInt(99)).toString());
            case FieldType.ListOf(FieldType item, int most) -> list(item, most);
            case FieldType.Group(Form form) -> group(form);
            case FieldType.Anything anything ->
                Json.Obj.builder()
                        .put("a", random.nextInt(99))
                        .put("b", Json.of(List.of(Json.of("x"))))
                        .build();
            case PlaceType place -> Positions.of(place());
            case ShapeType shape -> shape().json();
            default -> throw new AssertionError("no value of " + type);
        };
    }

    private Json list(FieldType item, int most) {
        List<Json> items = new ArrayList<>();
        int size = 1 + random.nextInt(Math.min(most, 3));
        for (int i = 0; i < size; i++) {
            items.add(value(item));
        }
        return Json.of(items);
    }

    private Json group(Form form) {
        if (form.equals(StatedVolume.FORM)) {
            return volume();
        } else if (form.equals(Bound.FORM)) {
            return bound(random.nextInt(300_000), one("HAE", "AMSL", "AGL", "FL", "SFC"))
                    .json();
        }
        return fields(form, Optional.empty());
    }

    /** Often small, so that bounds of pairs stand in order, and whole metres. */
    private long number(FieldType.Whole whole) {
        long small = 100L * random.nextInt(4_000);
        return random.nextInt(3) == 0 || small < whole.least() || small > whole.most()
                ? whole.least() + (long) (random.nextDouble() * ((double) whole.most() - whole.least()))
                : small;
    }

    private String text(int most) {
        String text =
                one("B-02", "escort of convoy", "сопровождение", "مرافقة", "a\u0301 \"quoted\" \\ {brace}", "😀 ok");
        return text.substring(0, Math.min(text.length(), most)).strip();
    }

    private long moment() {
        return 1_511_136_000_000L + random.nextLong(8_640_000_000L);
    }

    private Place place() {
        return new Place(300_000_000 + random.nextInt(60_000_000), 380_000_000 + random.nextInt(60_000_000));
    }

    private Place near(Place from) {
        return new Place(from.lat() + 1 + random.nextInt(4_000_000), from.lon() + 1 + random.nextInt(4_000_000));
    }

    private Shape shape() {
        Place centre = place();
        long metres = random.nextBoolean() ? 100L * (1 + random.nextInt(9_000)) : 1 + random.nextInt(5_000_000);
        Edges edges = random.nextBoolean() ? Edges.PLANAR : Edges.GEODESIC;
        return switch (random.nextInt(4)) {
            case 0 -> new Shape.Circle(centre, metres);
            case 1 -> new Shape.Corridor(List.of(centre, near(centre), near(centre)), metres, edges);
            case 2 -> new Shape.Area(List.of(triangle(centre)), edges);
            default ->
                new Shape.Area(
                        List.of(triangle(centre), triangle(new Place(centre.lat() + 20_000_000, centre.lon()))), edges);
        };
    }

    private List<List<Place>> triangle(Place at) {
        return List.of(List.of(
                at,
                new Place(at.lat(), at.lon() + 900_000 + random.nextInt(9)),
                new Place(at.lat() + 800_000, at.lon() + 500_000),
                at));
    }

    private Bound bound(long hundredths, String reference) {
        return switch (reference) {
            case "FL" -> new Bound(hundredths / 100, "FL", "FL");
            case "SFC" -> new Bound(0, "", "SFC");
            default -> new Bound(hundredths, one("m", "ft"), reference);
        };
    }

    private Json volume() {
        Shape shape = shape();
        Footprint footprint = shape.footprint().orElseThrow();
        String reference = one("HAE", "AMSL", "AGL", "FL");
        int lower = random.nextInt(300_000);
        Optional<Bound> low = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(bound(lower, reference));
        Optional<Bound> high = random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(bound(lower + 3_000_000 - lower % 10, reference.equals("FL") ? "FL" : "AMSL"));
        long from = moment();
        var band = StatedBand.enter(low, high, footprint, HEIGHTS).orElseThrow();
        return StatedVolume.of(shape, footprint, band, new Window(from, from + 1 + random.nextInt(86_400_000)))
                .json();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
