package org.ficelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.ficelle.cli.App;

/** The table of packages: what each holds is in its own {@code package-info}, what it may use is here. */
@AnalyzeClasses(packages = "org.ficelle", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String NEO4J = "org.neo4j..";

    private static final String[] PACKAGES = {
        "model",
        "names",
        "read",
        "check",
        "graph",
        "load",
        "trace",
        "procedure",
        "query",
        "render",
        "schedule",
        "serve",
        "cli"
    };

    @ArchTest
    static final ArchRule everyClassShouldLieInAPackageOfTheTable = classes()
            .should()
            .resideInAnyPackage(Stream.of(PACKAGES).map(ArchitectureTest::own).toArray(String[]::new))
            .as("every class lies in a package of the table");

    @ArchTest
    static final ArchRule modelShouldUseJavaOnly = only("model", "model uses Java only");

    @ArchTest
    static final ArchRule namesShouldUseIcuAndCommonsTextOnly =
            only("names", "names uses ICU and Commons Text only", "com.ibm.icu..", "org.apache.commons.text..");

    @ArchTest
    static final ArchRule readShouldUseModelNamesAndJacksonOnly =
            only("read", "read uses model, names and Jackson only", own("model"), own("names"), JACKSON);

    @ArchTest
    static final ArchRule checkShouldUseModelAndNamesOnly =
            only("check", "check uses model and names only", own("model"), own("names"));

    @ArchTest
    static final ArchRule graphShouldUseModelNamesAndNeo4jOnly = only(
            "graph",
            "graph uses model, names and Neo4j only",
            own("model"),
            own("names"),
            NEO4J,
            "io.netty..",
            "javax.net.ssl..");

    @ArchTest
    static final ArchRule loadShouldUseCheckGraphModelAndNamesOnly = only(
            "load",
            "load uses check, graph, model and names only",
            own("check"),
            own("graph"),
            own("model"),
            own("names"));

    @ArchTest
    static final ArchRule traceShouldUseCheckGraphModelAndNamesOnly = only(
            "trace",
            "trace uses check, graph, model and names only",
            own("check"),
            own("graph"),
            own("model"),
            own("names"));

    @ArchTest
    static final ArchRule procedureShouldUseTraceReadGraphModelNamesAndNeo4jOnly = only(
            "procedure",
            "procedure uses trace, read, graph, model, names and Neo4j only",
            own("trace"),
            own("read"),
            own("graph"),
            own("model"),
            own("names"),
            NEO4J);

    @ArchTest
    static final ArchRule queryShouldUseGraphAndModelOnly =
            only("query", "query uses graph and model only", own("graph"), own("model"));

    @ArchTest
    static final ArchRule renderShouldUseModelAndJacksonOnly =
            only("render", "render uses model and Jackson only", own("model"), JACKSON);

    @ArchTest
    static final ArchRule scheduleShouldUseJacksonAndCronUtilsOnly =
            only("schedule", "schedule uses Jackson and cron-utils only", JACKSON, "com.cronutils..");

    @ArchTest
    static final ArchRule serveShouldUseReadGraphModelNeo4jAndJaxRsOnly = only(
            "serve",
            "serve uses read, graph, model, Neo4j and JAX-RS only",
            own("read"),
            own("graph"),
            own("model"),
            NEO4J,
            "javax.ws.rs..");

    @ArchTest
    static final ArchRule cliShouldUseOurPackagesPicocliAndTheProgressBarOnly = only(
            "cli",
            "cli uses our own packages, picocli and the progress bar only",
            "org.ficelle..",
            "picocli..",
            "me.tongfei.progressbar..");

    @ArchTest
    static final ArchRule packagesShouldFormNoCycle =
            slices().matching("org.ficelle.(*)..").should().beFreeOfCycles().as("packages form no cycle");

    @ArchTest
    static final ArchRule onlyTheEntryPointShouldEndTheProcess = noClasses()
            .that()
            .areNotAssignableTo(App.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .as("only the entry point ends the process");

    @ArchTest
    static final ArchRule onlyMainShouldTouchTheProcessStreams =
            classes().should(leaveTheProcessStreamsToMain()).as("only App.main touches System.out and System.err");

    @ArchTest
    static final ArchRule timeShouldBeToldByJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class)
            .as("time is told by java.time");

    private static String own(String name) {
        return "org.ficelle." + name + "..";
    }

    /** A package uses itself, Java, the nullness annotations and what is named; it may not exist yet. */
    private static ArchRule only(String name, String sentence, String... used) {
        var allowed = Stream.concat(Stream.of(own(name), "java..", "org.jspecify.annotations.."), Stream.of(used))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true)
                .as(sentence);
    }

    private static ArchCondition<JavaClass> leaveTheProcessStreamsToMain() {
        return new ArchCondition<>("leave the process streams to App.main") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
                        .filter(access -> Set.of("out", "err").contains(access.getName()))
                        .filter(access -> !isMain(access))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static boolean isMain(JavaFieldAccess access) {
        return access.getOriginOwner().isEquivalentTo(App.class)
                && access.getOrigin().getName().equals("main");
    }
}
