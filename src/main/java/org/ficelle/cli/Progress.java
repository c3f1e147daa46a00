package org.ficelle.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal for work that takes longer than a second; nothing elsewhere. */
final class Progress implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final int WIDTH = 80;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Work named {@code task} in {@code steps} steps. */
    static Progress of(Context context, String task, int steps) {
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .setConsumer(new Terminal(context))
                .build());
    }

    /** One step is done, the next one is named. */
    void next(String step) {
        bar.step();
        bar.setExtraMessage(step);
    }

    @Override
    public void close() {
        bar.close();
    }

    /** Writes to standard error, if that is a terminal and the work has gone on for a while. */
    private static final class Terminal implements ProgressBarConsumer {

        private final Context context;
        private final Clock clock = Clock.systemUTC();
        private final Instant begin = clock.instant();
        private boolean shown;

        Terminal(Context context) {
            this.context = context;
        }

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            boolean due = Duration.between(begin, clock.instant()).compareTo(SILENCE) >= 0;
            if (context.terminal().err() && due) {
                shown = true;
                context.err().print("\r" + rendered);
                context.err().flush();
            }
        }

        @Override
        public void clear() {
            if (shown) {
                context.err().print("\r" + " ".repeat(WIDTH) + "\r");
                context.err().flush();
            }
        }

        @Override
        public void close() {
            clear();
        }
    }
}
