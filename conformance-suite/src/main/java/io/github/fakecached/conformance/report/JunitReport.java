package io.github.fakecached.conformance.report;

import io.github.fakecached.conformance.rule.Rule;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report as JUnit's XML, for what shows test results: a suite for each target, a case for each rule. */
public final class JunitReport {

    /** What XML 1.0 cannot hold, not even escaped. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]");

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The whole file. */
    public static String file(Report report) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitReport(xml).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
        return out.toString();
    }

    private void write(Report report) throws XMLStreamException {
        xml.writeStartDocument();
        xml.writeStartElement("testsuites");
        attribute("name", report.title());
        for (var target : report.judged()) {
            xml.writeStartElement("testsuite");
            var rules = report.rules().toList();
            long broken = Report.count(rules, target, Verdict.BROKEN);
            attribute("name", target.name());
            attribute("tests", String.valueOf(rules.size()));
            attribute("failures", String.valueOf(broken));
            attribute("errors", "0");
            attribute("skipped", String.valueOf(rules.size() - broken - Report.count(rules, target, Verdict.KEPT)));
            attribute("timestamp", report.date() + "T00:00:00");
            for (var section : report.sections()) {
                for (var rule : section.rules()) {
                    testCase(target, section, rule);
                }
            }
            xml.writeEndElement();
        }
        for (var absent : report.absent()) {
            absent(absent);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void testCase(Judged target, Section section, Rule rule) throws XMLStreamException {
        var finding = target.finding(rule);
        xml.writeStartElement("testcase");
        attribute("classname", target.name() + "." + section.title());
        attribute("name", rule.toString());
        switch (finding.verdict()) {
            case KEPT -> {
                // A case without anything in it has passed.
            }
            case BROKEN -> {
                xml.writeStartElement("failure");
                attribute("message", rule.sentence());
                xml.writeCharacters(printable(Excerpt.of(finding.from())));
                xml.writeEndElement();
            }
            case SKIPPED, NOT_OFFERED, NOT_APPLICABLE, UNTESTED -> {
                xml.writeEmptyElement("skipped");
                attribute("message", finding.verdict() + " " + Excerpt.of(finding.from()));
            }
        }
        xml.writeEndElement();
    }

    private void absent(Absent absent) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", absent.name());
        attribute("tests", "1");
        attribute("errors", "1");
        xml.writeStartElement("testcase");
        attribute("classname", absent.name());
        attribute("name", "is there");
        xml.writeEmptyElement("error");
        attribute("message", absent.reason());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value));
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
