package org.parley.bench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The rules of ARCHITECTURE.md about classes; those about files are in {@link HouseFilesTest}. */
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    /** Every permitted edge, one line a module as in ARCHITECTURE.md. What is not here is forbidden. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("space", Set.of()),
            Map.entry("ledger", Set.of()),
            Map.entry("record", Set.of("space", "ledger")),
            Map.entry("picture", Set.of("space", "ledger", "record")),
            Map.entry("store", Set.of("ledger")),
            Map.entry("link", Set.of("ledger")),
            Map.entry("node", Set.of("space", "ledger", "record", "picture", "store", "link")),
            Map.entry("console", Set.of()),
            Map.entry("sim", Set.of("space", "ledger", "record", "picture")),
            Map.entry("cli", Set.of("space", "ledger", "link", "node", "sim")),
            Map.entry("bench", Set.of("space", "record", "picture", "ledger", "store", "link", "node", "sim", "cli")));

    /** Modules without I/O, clocks, threads and chance. */
    private static final String[] PURE = {
        "org.parley.space..", "org.parley.ledger..", "org.parley.record..", "org.parley.picture.."
    };

    /** The only classes of pure modules that may read: each reads one table that lies in its own jar. */
    private static final String[] READ_THEIR_OWN_TABLE = {
        "org.parley.space.height.Egm96", "org.parley.record.phrase.ShippedBook"
    };

    private static final Set<String> NOT_THE_SAME_EVERYWHERE = Set.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "pow",
            "cbrt",
            "hypot",
            "fma",
            "toRadians",
            "toDegrees",
            "random");

    @ArchTest
    static final ArchRule a_module_uses_only_what_the_list_permits = classes().should(useOnlyPermittedModules());

    @ArchTest
    static final ArchRule pure_modules_do_no_input_or_output = noClasses()
            .that(resideInAnyPackage(PURE).and(not(named(READ_THEIR_OWN_TABLE))))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("java.io..").and(not(named("java.io.Serial", "java.io.Serializable"))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "java.util.logging..");

    @ArchTest
    static final ArchRule pure_modules_start_no_threads = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(named("java.lang.Thread", "java.lang.ThreadLocal", "java.util.Timer")
                    .or(resideInAPackage("java.util.concurrent")
                            .and(not(named(
                                    "java.util.concurrent.ConcurrentMap",
                                    "java.util.concurrent.ConcurrentHashMap",
                                    "java.util.concurrent.TimeUnit")))));

    @ArchTest
    static final ArchRule pure_modules_read_no_clock_and_take_no_chance = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(named(
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.random.RandomGenerator",
                    "java.security.SecureRandom"))
            .orShould()
            .accessTargetWhere(member(
                    "java.lang.System",
                    Set.of("currentTimeMillis", "nanoTime", "out", "err", "in", "getenv", "getProperty", "exit")))
            .orShould()
            .accessTargetWhere(nowOfJavaTime())
            .orShould()
            .accessTargetWhere(member("java.util.UUID", Set.of("randomUUID")));

    @ArchTest
    static final ArchRule pure_modules_compute_the_same_bits_everywhere = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(member("java.lang.Math", NOT_THE_SAME_EVERYWHERE))
            .because("java.lang.Math may differ in the last bit between machines; StrictMath does not");

    @ArchTest
    static final ArchRule jts_draws_and_decides_nothing = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .resideOutsideOfPackage("org.parley.space.drawing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.locationtech.jts..", "org.parley.space.drawing..")
            .because("ADR 0010: a drawing is no answer");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl)")
            .because("such a name says nothing");

    private static ArchCondition<JavaClass> useOnlyPermittedModules() {
        return new ArchCondition<>("use only modules that MAY_USE permits") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                String from = module(origin);
                if (!MAY_USE.containsKey(from)) {
                    events.add(
                            SimpleConditionEvent.violated(origin, origin.getName() + " is in no module of the list"));
                    return;
                }
                for (Dependency use : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = use.getTargetClass().getBaseComponentType();
                    String to = module(target);
                    boolean ours = target.getPackageName().startsWith("org.parley.");
                    if (ours
                            && !to.equals(from)
                            && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                        events.add(SimpleConditionEvent.violated(
                                use, from + " may not use " + to + ": " + use.getDescription()));
                    }
                }
            }
        };
    }

    /** {@code cli} for {@code org.parley.cli.read.Geometry}. */
    private static String module(JavaClass of) {
        String[] parts = of.getPackageName().split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe("named " + wanted, type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> member(String owner, Set<String> names) {
        return DescribedPredicate.describe(owner + " " + names, access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().getName().equals(owner) && names.contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaAccess<?>> nowOfJavaTime() {
        return DescribedPredicate.describe("java.time now()", access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().getPackageName().equals("java.time")
                    && target.getName().equals("now");
        });
    }
}
