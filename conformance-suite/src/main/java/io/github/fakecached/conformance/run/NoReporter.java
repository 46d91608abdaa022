package io.github.fakecached.conformance.run;

import java.util.Map;
import net.jqwik.api.Reporter;

/** Keeps jqwik from printing what is thrown anyway. */
final class NoReporter implements Reporter {

    @Override
    public void publishValue(String key, String value) {}

    @Override
    public void publishReport(String key, Object object) {}

    @Override
    public void publishReports(String key, Map<String, Object> reports) {}
}
