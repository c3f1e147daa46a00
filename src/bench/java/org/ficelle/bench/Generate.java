package org.ficelle.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.ficelle.bench.Synthetic.Unit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes made-up dossiers. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes made-up dossiers of any size, the same for the same seed.")
public final class Generate implements Runnable {

    @Option(names = "--links", paramLabel = "N", description = "how many links the dossiers draw")
    private int links;

    @Option(names = "--claims", paramLabel = "N", description = "instead of --links: how many claims they have")
    private int claims;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--per-dossier",
            paramLabel = "N",
            defaultValue = "" + Synthetic.PER_DOSSIER,
            description = "links or claims in each file; default: ${DEFAULT-VALUE}")
    private int perDossier;

    @Option(names = "--ontology", paramLabel = "FILE", defaultValue = "data/ontology.json")
    private Path ontology = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of("");

    private Generate() {}

    /** Ends with exit code 2 when the options are wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Generate()).execute(args));
    }

    @Override
    public void run() {
        boolean byLinks = links > 0;
        Synthetic synthetic =
                new Synthetic(seed, byLinks ? Unit.LINKS : Unit.CLAIMS, byLinks ? links : claims, perDossier);
        try {
            long written = synthetic.write(out, ontology);
            System.out.println(written + " claims in " + synthetic.dossiers() + " dossiers in " + out);
        } catch (IOException failure) {
            throw new CommandLine.ExecutionException(
                    new CommandLine(this), "the dossiers cannot be written: " + failure.getMessage(), failure);
        }
    }
}
