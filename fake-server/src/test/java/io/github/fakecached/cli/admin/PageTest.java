package io.github.fakecached.cli.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.fakecached.FakeMemcached;
import io.github.fakecached.fault.CommandMatcher;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * The live page in a browser without a screen: skipped where there is no Chromium, unless it is required. Pictures of it are left
 * in {@code target/page}.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PageTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

    @TempDir
    private Path folder;

    private Admin admin;
    private FakeMemcached a;
    private FakeMemcached b;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        open(Optional.empty());
    }

    private void open(Optional<String> token) throws Exception {
        admin = new Admin(token, "a", "b");
        a = admin.cluster.node("a");
        b = admin.cluster.node("b");
        a.clock().pause();
        a.clock().setTime(Instant.parse("2030-12-31T23:59:00Z"));
        browser = Browser.showing(
                        admin.server.uri(), Files.createDirectory(folder.resolve("profile" + System.nanoTime())))
                .orElseThrow(PageTest::absent);
    }

    @AfterEach
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        admin.close();
    }

    @Test
    void itemsLoseTheirTimeAsTheClockIsAdvanced() throws Exception {
        a.contents().put("session:u1", "token", Duration.ofSeconds(61));
        a.contents().put("for ever", "x");
        browser.awaitText("#items", "00:01:01");
        browser.awaitText("#items", "for ever");
        assertThat(browser.text("#time")).isEqualTo("23:59:00.0");

        browser.click("[data-advance=\"60\"]");

        browser.awaitText("#items", "1 s");
        browser.awaitText("#date", "2031-01-01");
        browser.click("[data-advance=\"1\"]");
        browser.awaitText("#items-count", "of a, 1");
        assertThat(browser.text("#items")).doesNotContain("session:u1");
        browser.click("#pause");
        browser.awaitText("#running", "runs");
        assertThat(a.clock().isPaused()).isFalse();
    }

    @Test
    void theJournalGrowsAndBeginsAnewWithAReset() throws Exception {
        browser.awaitText("#no-journal", "No exchanges.");
        ask(a, "get missing\r\n");
        browser.awaitText("#journal", "get missing");
        browser.awaitText("#journal", "miss");
        ask(a, "bad\r\n");
        browser.awaitText("#journal", "error");
        browser.awaitText("#journal-count", "of a, 2");

        browser.click("#reset");
        browser.awaitText("#no-journal", "No exchanges.");
        ask(a, "get after\r\n");
        browser.awaitText("#journal", "get after");
        assertThat(browser.text("#journal")).doesNotContain("get missing");
    }

    @Test
    void aFaultIsAddedCountedAndRemoved() throws Exception {
        browser.awaitText("#nodes", "running");
        browser.evaluate("document.getElementById('fault').value = 'reply';"
                + "document.getElementById('fault').dispatchEvent(new Event('change'));"
                + "document.getElementById('line').value = 'SERVER_ERROR busy';"
                + "document.getElementById('command').value = 'get'");
        browser.click("#fault-form [type=submit]");
        browser.awaitText("#faults", "a: get, before it is executed: reply \"SERVER_ERROR busy\"");

        ask(a, "get k\r\n");
        browser.awaitText("#faults", "1 hit");
        browser.awaitText("#journal .note", "busy");

        browser.click("#faults button");
        browser.awaitText("#faults-count", "");
        assertThat(a.faults().list()).isEmpty();
    }

    @Test
    void whatIsWrongWithAFaultIsShown() throws Exception {
        browser.awaitText("#nodes", "running");
        browser.evaluate("document.getElementById('command').value = 'gte'");
        browser.click("#fault-form [type=submit]");
        browser.awaitText("#problem", "no command is named \"gte\"; did you mean get");
    }

    @Test
    void everyFaultOfTheFormIsAccepted() throws Exception {
        browser.awaitText("#nodes", "running");
        int faults = FaultKind.values().length;
        for (int i = 0; i < faults; i++) {
            browser.evaluate("document.getElementById('fault').selectedIndex = " + i
                    + "; document.getElementById('fault').dispatchEvent(new Event('change'))");
            browser.click("#fault-form [type=submit]");
            int expected = i + 1;
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(a.faults().list())
                            .as(browser.text("#problem"))
                            .hasSize(expected));
        }
        assertThat(browser.evaluate("document.getElementById('fault').options.length"))
                .isEqualTo(faults);
    }

    @Test
    void nodesAreChosenKilledAndStarted() throws Exception {
        b.contents().put("of b", "x");
        browser.awaitText("#nodes", "127.0.0.1:" + b.port());
        browser.click("#nodes li:nth-child(2) .name");
        browser.awaitText("#items", "of b");
        browser.click("#nodes li:nth-child(2) .buttons button");
        browser.awaitText("#nodes li:nth-child(2)", "stopped");
        assertThat(b.isRunning()).isFalse();
        browser.awaitText("#no-items", "The node is stopped.");
        browser.click("#nodes li:nth-child(2) .buttons button:nth-child(2)");
        browser.awaitText("#items", "of b");
    }

    @Test
    void whatClientsSendIsTextOnly() throws Exception {
        a.contents().put(HOSTILE, HOSTILE);
        ask(a, "get " + HOSTILE.replace(" ", "_") + "\r\n");
        browser.awaitText("#items", HOSTILE);
        browser.awaitText("#journal", "<img_src=x");
        assertThat(browser.evaluate("document.title")).isEqualTo("Fakecached");
        assertThat(browser.evaluate("document.querySelectorAll('main img').length"))
                .isEqualTo(0);
    }

    @Test
    void aTokenIsAskedForWhereItIsNeeded() throws Exception {
        close();
        open(Optional.of("secret"));
        browser.awaitText("#token-form", "Token");
        browser.evaluate("document.getElementById('token').value = 'secret'");
        browser.click("#token-form [type=submit]");
        browser.awaitText("#state", "live");
        browser.awaitText("#nodes", "running");
    }

    @Test
    void itFitsIntoTheWidthOfAPhone() throws Exception {
        fill();
        Path pictures = Files.createDirectories(Path.of("target", "page"));
        for (String scheme : List.of("light", "dark")) {
            Files.write(pictures.resolve(scheme + ".png"), browser.screenshot(1280, 1250, scheme));
            Files.write(pictures.resolve(scheme + "-phone.png"), browser.screenshot(390, 2200, scheme));
            assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        }
    }

    private void fill() throws Exception {
        a.contents().put("session:u1", "token", Duration.ofMinutes(30));
        a.contents().put("product:7", "{\"name\": \"a lamp\", \"price\": 1999}", Duration.ofSeconds(12));
        a.contents().put("hits", "42");
        a.contents()
                .put(
                        "picture".getBytes(UTF_8),
                        new byte[] {(byte) 0xff, (byte) 0xd8, 0},
                        32,
                        Optional.of(Duration.ofDays(3)));
        a.faults()
                .on(CommandMatcher.command("incr").key("hits"))
                .nth(1)
                .afterExecute()
                .dropReply();
        a.faults().on(CommandMatcher.command("get").key("lost")).reply("SERVER_ERROR out of memory storing object");
        ask(a, "get session:u1\r\n");
        ask(a, "get product:8\r\n");
        ask(a, "get lost\r\n");
        ask(a, "incr hits 1 2\r\n");
        b.pause();
        browser.awaitText("#journal", "incr hits");
        browser.awaitText("#nodes", "paused");
        browser.awaitText("#faults", "1 hit");
    }

    private static void ask(FakeMemcached memcached, String request) throws Exception {
        int before = memcached.journal().exchanges().size();
        try (Socket socket = new Socket(memcached.address().getAddress(), memcached.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            memcached.journal().await(exchange -> true, before + 1, Duration.ofSeconds(10));
        }
    }

    private static RuntimeException absent() {
        boolean required = Arrays.asList(
                        System.getProperty("conformance.require", "").split(","))
                .contains("chromium");
        if (required) {
            throw new AssertionError("required by -Dconformance.require=chromium: no chromium on the PATH");
        }
        return new TestAbortedException("no chromium on the PATH");
    }
}
