package io.github.fakecached.conformance.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table in docs/FAULTS.md: what each client saw of each fault. */
final class FaultTable {

    private static final Path PAGE = Path.of("..", "docs", "FAULTS.md");
    private static final String BEGIN = "<!-- what clients see: begin -->\n";
    private static final String END = "<!-- what clients see: end -->\n";
    private static final boolean UPDATE = Boolean.getBoolean("update.docs");

    private final String page;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<FaultCase, Map<ClientKind, String>> seen = new EnumMap<>(FaultCase.class);

    private FaultTable(String page) {
        this.page = page;
    }

    static FaultTable read() throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        FaultTable table = new FaultTable(page);
        page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
                .lines()
                .skip(2)
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .forEach(cells -> table.rows.put(cells.get(0) + cells.get(1), cells));
        return table;
    }

    Map<String, List<String>> rows() {
        return rows;
    }

    /** What the table says; what was seen if the table is to be written anew. */
    String expected(FaultCase fault, ClientKind client, String now) {
        seen.computeIfAbsent(fault, row -> new EnumMap<>(ClientKind.class)).put(client, now);
        if (UPDATE) {
            return now;
        }
        List<String> row = rows.get(point(fault) + call(fault));
        return row == null ? "no row" : row.get(2 + client.ordinal());
    }

    void writeIfAsked() throws IOException {
        if (UPDATE) {
            String table = row("point", "fault", client -> client.title)
                    + row("---", "---", client -> "---")
                    + Arrays.stream(FaultCase.values())
                            .map(fault -> row(
                                    point(fault),
                                    call(fault),
                                    client -> seen.get(fault).get(client)))
                            .collect(Collectors.joining());
            Files.writeString(
                    PAGE, page.substring(0, page.indexOf(BEGIN)) + BEGIN + table + page.substring(page.indexOf(END)));
        }
    }

    private static String row(String point, String call, Function<ClientKind, String> cell) {
        return "| " + point + " | " + call + " | "
                + Arrays.stream(ClientKind.values()).map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String point(FaultCase fault) {
        return "`" + fault.point() + "`";
    }

    private static String call(FaultCase fault) {
        return "`" + fault.call + "`";
    }
}
