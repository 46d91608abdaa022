package io.github.fakecached.conformance.cli;

import io.github.fakecached.conformance.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The folder of a report. It is made before anything is judged, so that nobody waits for a run that cannot be written. */
final class ReportFiles {

    private final Path folder;
    private final Set<Format> formats;

    private ReportFiles(Path folder, Set<Format> formats) {
        this.folder = folder;
        this.formats = formats;
    }

    /**
     * Makes the folder.
     *
     * @param formats what to write; none stands for all
     * @throws IllegalArgumentException if nothing can be written there
     */
    static ReportFiles in(Path folder, Set<Format> formats) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot make the folder " + folder + ": " + e, e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException("cannot write into the folder " + folder);
        }
        return new ReportFiles(folder, formats.isEmpty() ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats));
    }

    /** Writes the files, over those of an earlier run; gives their paths. */
    List<Path> write(Report report) {
        return formats.stream().map(format -> write(report, format)).toList();
    }

    private Path write(Report report, Format format) {
        var file = folder.resolve(format.fileName());
        try {
            return Files.writeString(file, format.write(report));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write " + file + ": " + e, e);
        }
    }
}
