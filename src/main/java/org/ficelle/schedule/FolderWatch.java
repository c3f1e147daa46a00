package org.ficelle.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells when data files have changed. Events of the system make it look, and it looks now and then without, since not
 * every disk sends events; what it goes by is the files themselves.
 */
public final class FolderWatch implements AutoCloseable {

    /** How long nothing may happen before files count as written. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final Duration LOOK = Duration.ofSeconds(15);

    private final List<Path> roots;
    private final Runnable changed;
    private final WatchService events;
    private final Map<Path, WatchKey> watched = new TreeMap<>();
    private FileStamps known;

    private FolderWatch(List<Path> roots, Runnable changed) throws IOException {
        this.roots = List.copyOf(roots);
        this.changed = changed;
        this.events = FileSystems.getDefault().newWatchService();
        this.known = look();
    }

    /**
     * Watches files and folders, folders with all below them, until it is closed. What changes after this returns is told.
     *
     * @param changed called by another thread
     * @throws IOException when the system has no events left to give
     */
    public static FolderWatch of(List<Path> roots, Runnable changed) throws IOException {
        FolderWatch watch = new FolderWatch(roots, changed);
        Thread thread = new Thread(watch::watch, "folder-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                boolean told = drain(LOOK);
                while (told && drain(QUIET)) {
                    // Somebody is still writing.
                    continue;
                }
                FileStamps now = look();
                if (!now.isOf(known)) {
                    known = now;
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException closed) {
            watched.clear();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for events so long; whether there were any. */
    private boolean drain(Duration time) throws InterruptedException {
        WatchKey key = events.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        boolean told = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = events.poll();
        }
        return told;
    }

    /** The files as they are, with every folder watched from before it was looked into. */
    private FileStamps look() {
        FileStamps stamps = FileStamps.of(roots);
        while (register(stamps)) {
            stamps = FileStamps.of(roots);
        }
        return stamps;
    }

    /** Whether there are folders that were not watched so far. */
    private boolean register(FileStamps stamps) {
        watched.entrySet()
                .removeIf(entry -> !stamps.folders().contains(entry.getKey())
                        || !entry.getValue().isValid());
        boolean some = false;
        for (Path folder : stamps.folders()) {
            if (!watched.containsKey(folder)) {
                try {
                    watched.put(
                            folder,
                            folder.register(
                                    events,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE));
                    some = true;
                } catch (IOException gone) {
                    // It is looked for again with the next event, or after a while.
                    continue;
                }
            }
        }
        return some;
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
